"""The rules of the ledger: append-only, reversal, roll-up, shared entries, dates of every precision."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from crm.actions.errors import WrongState
from crm.actions.gifts import enter_gift
from crm.actions.ledger import link_entries, record_courtesy, reverse_entry
from crm.dates import parse_partial_date
from crm.models import GiftLine, LedgerEntry, LedgerPartner, LinkKind, OrganizationKind, Rank
from crm.models.append_only import AppendOnlyError
from crm.reciprocity import balance_per_partner, help_balance
from tests.factories import CityFactory, GiftFactory, ItemKindFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", **more):
    """A courtesy in the ledger."""
    partners = partners or (CityFactory(),)
    return record_courtesy(
        by=None, direction=direction, kind=kind, day=parse_partial_date(day), partners=partners, **more
    )


def in_force(**whose):
    """The entries that stand today; of a partner where one is named."""
    entries = LedgerEntry.objects.of(**whose) if whose else LedgerEntry.objects.all()
    return set(entries.in_force(TODAY))


def test_an_entry_and_its_partners_are_never_edited():
    entry = courtesy()
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.partners.get().save()
    with pytest.raises(AppendOnlyError):
        LedgerEntry.objects.update(summary="x")
    assert LedgerEntry.objects.get().summary == ""


def test_a_new_row_with_a_known_key_does_not_overwrite():
    entry = courtesy(summary="five doctors")
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry(pk=entry.pk, direction="given", kind="visit", day="2020").save()
    assert LedgerEntry.objects.get().summary == "five doctors"


def test_an_entry_and_its_partners_are_never_deleted():
    entry = courtesy()
    for doomed in (entry, entry.partners.get(), LedgerEntry.objects.all(), LedgerPartner.objects.all()):
        with pytest.raises(AppendOnlyError):
            doomed.delete()
    assert (LedgerEntry.objects.count(), LedgerPartner.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "way",
    [
        lambda entry: LedgerEntry.objects.bulk_update([entry], ["summary"]),
        lambda entry: LedgerEntry.objects.update_or_create(pk=entry.pk, defaults={"summary": "x"}),
        lambda entry: LedgerEntry.objects.bulk_create(
            [entry], update_conflicts=True, update_fields=["summary"], unique_fields=["id"]
        ),
        lambda entry: entry.gift.entries.update(summary="x"),
        lambda entry: entry.gift.entries.clear(),
        lambda entry: entry.gift.lines.update(quantity=1),
        lambda entry: entry.gift.lines.all().delete(),
        lambda entry: GiftLine.objects.bulk_update(entry.gift.lines.all(), ["quantity"]),
        lambda entry: GiftLine.objects.bulk_create([GiftLine(gift=entry.gift, item=ItemKindFactory())]),
        lambda entry: entry.gift.partners.all().delete(),
    ],
)
def test_no_bulk_way_leads_round(way):
    gift = GiftFactory()
    entry = enter_gift(by=None, gift=gift)
    with pytest.raises(AppendOnlyError), transaction.atomic():
        way(entry)
    assert (gift.lines.get().quantity, LedgerEntry.objects.get().summary) == (4000, "")


def test_parts_of_a_gift_that_has_not_left_may_change_in_bulk():
    gift = GiftFactory(state="planned")
    assert gift.lines.update(quantity=1) == 1
    assert gift.lines.all().delete()[0] == 1


def test_a_reversed_entry_stays_and_no_longer_counts():
    city = CityFactory()
    wrong, right = courtesy(city), courtesy(city)
    reversal = reverse_entry(by=None, entry=wrong, reason="entered twice")
    assert (reversal.reason, [row.partner for row in reversal.partners.all()]) == ("entered twice", [city])
    assert set(LedgerEntry.objects.all()) == {wrong, right, reversal}
    assert in_force() == {right}


@pytest.mark.parametrize("of_what", ["entry", "reversal"])
def test_nothing_is_reversed_twice(of_what):
    entry = courtesy()
    reversal = reverse_entry(by=None, entry=entry, reason="wrong")
    with pytest.raises(WrongState, match="reversed already"):
        reverse_entry(by=None, entry=entry if of_what == "entry" else reversal, reason="again")


def test_a_reversal_needs_its_reason():
    with pytest.raises(WrongState, match="Say why"):
        reverse_entry(by=None, entry=courtesy(), reason="  ")


def test_organizations_and_office_holders_roll_up_to_their_city():
    city = CityFactory()
    organization = OrganizationFactory(city=city)
    mayor = PostFactory(organization=organization, start="2019").person
    entries = {courtesy(city), courtesy(organization), courtesy(mayor)}
    courtesy()
    assert in_force(city=city) == entries
    assert in_force(organization=organization) == {entry for entry in entries if entry.partners.get().city is None}


def test_our_own_service_stands_in_no_country():
    embassy = OrganizationFactory(kind=OrganizationKind.OWN_MISSION, country_id="KR")
    envoy = PostFactory(organization=embassy, rank=Rank.AMBASSADOR, start="2019").person
    entries = {courtesy(embassy), courtesy(envoy)}
    assert set(LedgerEntry.objects.in_group("missions")) == entries
    assert set(LedgerEntry.objects.in_group("KR")) == set()


def test_an_entry_keeps_the_city_it_rolled_up_to_at_the_time():
    mayor = PersonFactory()
    before, after = OrganizationFactory(), OrganizationFactory()
    PostFactory(person=mayor, organization=before, start="2015", end="2018-12-31")
    PostFactory(person=mayor, organization=after, start="2019")
    old = courtesy(mayor, day="2017-05")
    assert in_force(city=before.city) == {old}
    assert in_force(city=after.city) == set()


def test_a_shared_entry_counts_once_and_is_shown_as_shared_at_each_partner():
    cities = [CityFactory(), CityFactory(), CityFactory()]
    courtesy(*cities)
    whole = help_balance(LedgerEntry.objects.all(), TODAY)
    assert sum(whole.kinds_received.values()) == 1
    for city in cities:
        [seen] = help_balance(LedgerEntry.objects.of(city=city), TODAY).received
        assert seen.shared is True
    rows = balance_per_partner(LedgerEntry.objects.all(), TODAY)
    assert [(row.received, row.shared) for row in rows] == [({"Service": 1}, 1)] * 3


@pytest.mark.parametrize("day", ["2020", "2020-02", "2020-02-05"])
def test_a_partial_date_never_vanishes(day):
    entry = courtesy(day=day)
    assert in_force() == {entry}
    assert set(LedgerEntry.objects.filter(day__startswith="2020")) == {entry}
    assert [str(seen.entry.day) for seen in help_balance(LedgerEntry.objects.all(), TODAY).received] == [day]


def test_what_lies_ahead_does_not_count_yet():
    courtesy(day="2020-06-02")
    assert in_force() == set()


def test_a_letter_never_closes_a_debt_of_help():
    city = CityFactory()
    received = courtesy(city)
    letter = courtesy(city, kind="letter", direction="given", day="2020-03")
    with pytest.raises(WrongState, match="help answers help"):
        link_entries(by=None, source=letter, target=received, kind=LinkKind.ANSWERS)
    link_entries(by=None, source=letter, target=received, kind=LinkKind.THANKS)
    assert set(LedgerEntry.objects.unthanked(TODAY)) == set()
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}


def test_help_is_answered_by_the_other_side():
    earlier, later = courtesy(), courtesy(day="2020-03")
    with pytest.raises(WrongState, match="other side"):
        link_entries(by=None, source=later, target=earlier, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {earlier, later}


def test_an_answer_that_is_reversed_leaves_the_debt_open():
    received, answer = courtesy(), courtesy(direction="given", day="2020-03")
    link_entries(by=None, source=answer, target=received, kind=LinkKind.ANSWERS)
    assert set(LedgerEntry.objects.unanswered(TODAY)) == set()
    reverse_entry(by=None, entry=answer, reason="never left")
    assert set(LedgerEntry.objects.unanswered(TODAY)) == {received}
