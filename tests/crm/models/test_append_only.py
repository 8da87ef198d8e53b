"""Rows of the ledger, and parts of a gift that stands in it, are written once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from crm.actions.gifts import enter_gift
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import GiftLine, LedgerEntry, LedgerPartner
from crm.models.append_only import AppendOnlyError
from tests.factories import CityFactory, GiftFactory, ItemKindFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(*partners, day="2020-02-05", direction="received", kind="service", **more):
    """A courtesy in the ledger."""
    partners = partners or (CityFactory(),)
    return record_courtesy(
        by=None, direction=direction, kind=kind, day=parse_partial_date(day), partners=partners, **more
    )


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
