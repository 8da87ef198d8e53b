"""Gifts: the list, the form with partners, lines and answers, the next step, the correction."""

import re

import pytest
from django.urls import reverse

from crm.actions.gifts import advance_gift, enter_gift
from crm.actions.ledger import link_entries, record_courtesy
from crm.dates import parse_partial_date
from crm.forms.gift import GiftForm
from crm.models import Gift, GiftPartner, GiftState, LedgerEntry, LinkKind
from tests.factories import (
    CityFactory,
    ConsignmentFactory,
    DisposalFactory,
    GiftFactory,
    ItemKindFactory,
    OccasionFactory,
    OrganizationFactory,
    PersonFactory,
)
from tests.pages import Filled
from tests.queries import queries

LIST, ADD = reverse("gift-list"), reverse("gift-add")


@pytest.fixture
def masks(db):
    return ItemKindFactory(code="mask", words={"en": "masks"})


def entered(**facts):
    """A gift with its ledger entry."""
    gift = GiftFactory(**facts)
    return gift, enter_gift(by=None, gift=gift)


NO_DETAILS = {f"{rows}-{count}_FORMS": 0 for rows in ("consignments", "disposals") for count in ("TOTAL", "INITIAL")}


def typed(city, item, **more):
    """What the form sends for a gift of 500 of an item from or to a city."""
    return {
        "direction": "given",
        "state": "sent",
        "day": "2020-03",
        "partners-TOTAL_FORMS": 1,
        "partners-INITIAL_FORMS": 0,
        "partners-0-city": city.pk,
        "lines-TOTAL_FORMS": 1,
        "lines-INITIAL_FORMS": 0,
        "lines-0-item": item.pk,
        "lines-0-quantity": "500",
        "lines-0-qualifier": "about",
        "lines-0-unit": "piece",
    } | {**NO_DETAILS, **more}


def found(browser, **asked):
    """The gifts that the list answers with."""
    return [row.record for row in browser.get(LIST, asked).context["table"].rows]


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    GiftFactory(occasion=OccasionFactory())
    browser.get(LIST)
    one = queries(browser, LIST)
    GiftFactory(occasion=OccasionFactory())
    GiftFactory(occasion=OccasionFactory())
    assert queries(browser, LIST) == one


def test_list_answers_by_country_item_year_and_partner(browser, masks):
    ritto = CityFactory(country_id="JP", names={"en": "Ritto", "zh-hans": "栗东市"})
    wanted = GiftFactory(partner=ritto, item=masks, day="2020")
    GiftFactory(day="2019-12-31")
    for asked in ({"country": "JP"}, {"item": masks.pk}, {"year": "2020"}, {"partner": "lidong"}):
        assert found(browser, **asked) == [wanted]


def test_list_finds_a_gift_of_each_precision_in_its_year(browser):
    gifts = {GiftFactory(day=day) for day in ("2020", "2020-02", "2020-02-05")}
    assert set(found(browser, year="2020")) == gifts


def test_form_opens_with_what_the_address_says(browser):
    city, occasion = CityFactory(), OccasionFactory()
    page = browser.get(ADD, {"direction": "given", "city": city.slug, "occasion": occasion.slug}).context
    assert page["form"].initial == {"direction": "given", "occasion": occasion, "state": "planned"}
    assert page["inlines"][0].forms[0].initial == {"city": city.pk}


def test_form_offers_the_partners_unanswered_help_only(browser):
    city = CityFactory()
    _gift, help_of_theirs = entered(partner=city)
    entered()
    form = browser.get(ADD, {"direction": "given", "city": city.slug}).context["form"]
    assert list(form.fields["answers"].queryset) == [help_of_theirs]


def test_a_gift_that_leaves_answers_what_was_ticked(browser, masks):
    city = CityFactory()
    _gift, received = entered(partner=city)
    browser.post(ADD, typed(city, masks, answers=[received.pk]))
    entry = LedgerEntry.objects.given().get()
    assert (entry.kind, str(entry.day), entry.what) == ("goods", "2020-03", "masks: about 500 pieces")
    assert [(link.target, link.kind) for link in entry.links.all()] == [(received, LinkKind.ANSWERS)]


def test_carrier_arrival_and_use_are_asked_with_the_gift_and_told_on_its_page(browser, masks):
    planned = typed(CityFactory(), masks, state="planned", source="bought", **two_consignments(), **one_disposal())
    browser.post(ADD, planned | {"via_organization": OrganizationFactory().pk})
    gift = Gift.objects.get()
    page = re.sub(r"\s+", " ", browser.get(gift.get_absolute_url()).content.decode())
    assert "<dd> Schools, No. 1 (50 boxes)" in page
    assert "<dt>Where it comes from</dt> <dd>Bought</dd>" in page
    assert str(gift.via) in page
    assert re.findall(r'<td data-label="Tracking number">(\w+)</td>', page) == ["SF1", "DHL2"]
    assert re.findall(r'class="num"> ?(\w+)', page) == ["Packages", "12", "3"]


def two_consignments() -> dict:
    """What a form sends of two consignments, the first expected in April."""
    sent = {"consignments-TOTAL_FORMS": 2, "consignments-INITIAL_FORMS": 0, "consignments-0-expected": "2020-04"}
    for place, (carrier, tracking, packages) in enumerate((("SF", "SF1", 12), ("DHL", "DHL2", 3))):
        told = {"carrier": carrier, "tracking": tracking, "packages": packages}
        sent |= {f"consignments-{place}-{name}": value for name, value in told.items()}
    return sent


def one_disposal(**more) -> dict:
    """What a form sends of one disposal."""
    told = {"beneficiary": "schools", "recipient": "No. 1", "quantity": "50", "unit": "box", **more}
    counted = {"disposals-TOTAL_FORMS": 1, "disposals-INITIAL_FORMS": 0}
    return counted | {f"disposals-0-{name}": value for name, value in told.items()}


def test_packing_is_told_on_the_gifts_page_and_must_make_the_quantity(browser, masks):
    packed = {"lines-0-packages": 20, "lines-0-pieces_per_package": 30, "lines-0-lot": "2020-A"}
    exact = {"lines-0-qualifier": "exact", "lines-0-unit": "piece"}
    page = browser.post(ADD, typed(CityFactory(), masks, **packed, **exact)).content.decode()
    assert "20 packages of 30 make 600." in page
    browser.post(ADD, typed(CityFactory(), masks, **packed, **exact, **{"lines-0-quantity": 600}))
    page = browser.get(Gift.objects.get().get_absolute_url()).content.decode()
    assert "20 packages of 30 each, lot 2020-A" in page


def test_the_form_asks_whom_and_what_before_when_and_folds_the_rest(browser):
    page = browser.get(ADD).content.decode()
    names = ("direction", "partners-0-city", "lines-0-item", "state", "day", "occasion", "via_person", "note")
    places = [page.index(f'name="{name}"') for name in names]
    assert places == sorted(places)
    assert places[5] < page.index("Consignments, For whom it was used</span>") < places[6]


def test_a_page_is_called_by_whom_and_what(browser, masks):
    gift = GiftFactory(item=masks)
    heading = f"<h1>Gift from {gift.partners.get()}: {gift.lines.get()}</h1>"
    assert heading in browser.get(gift.get_absolute_url()).content.decode()


def test_page_asks_as_many_queries_for_three_consignments_and_disposals_as_for_one(browser):
    gift = GiftFactory()
    hospitals = [OrganizationFactory(kind="hospital") for _number in range(3)]

    def add_parts(hospital):
        ConsignmentFactory(gift=gift, expected="2020-04")
        DisposalFactory(gift=gift, organization=hospital, line=gift.lines.get())

    add_parts(hospitals[0])
    browser.get(gift.get_absolute_url())
    one = queries(browser, gift.get_absolute_url())
    add_parts(hospitals[1])
    add_parts(hospitals[2])
    assert queries(browser, gift.get_absolute_url()) == one


def test_a_planned_gift_owns_no_entry(browser, masks):
    browser.post(ADD, typed(CityFactory(), masks, state="planned"))
    assert (Gift.objects.count(), LedgerEntry.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({"partners-0-city": ""}, "At least one line is needed here."),
        ({"lines-0-value": "5", "lines-0-currency": ""}, "Give the currency too."),
        ({"lines-0-currency": "yuan"}, "“YUAN” is no currency. Choose CNY, JPY, EUR …"),
        ({"lines-0-currency": "XAU"}, "“XAU” is no currency."),
        ({"state": "sent", "received_on": "2020-04"}, "has a day it was received on"),
        ({"day": "March"}, "is no date"),
    ],
)
def test_form_says_what_is_wrong_and_saves_nothing(browser, masks, more, note):
    page = browser.post(ADD, typed(CityFactory(), masks, **more)).content.decode()
    assert note in page
    assert Gift.objects.count() == 0


def test_a_line_of_partners_names_exactly_one(browser, masks):
    both = {"partners-0-person": PersonFactory().pk}
    page = browser.post(ADD, typed(CityFactory(), masks, **both)).content.decode()
    assert "Choose one for this line: a city, an organization or a person." in page


def test_money_has_value_and_currency_and_no_quantity(browser):
    money = ItemKindFactory(code="money", is_money=True, words={})
    page = browser.post(ADD, typed(CityFactory(), money)).content.decode()
    assert "Money has a value and a currency, no quantity." in page
    sums = {"lines-0-quantity": "", "lines-0-value": "5000", "lines-0-currency": "cny"}
    browser.post(ADD, typed(CityFactory(), money, **sums))
    assert (LedgerEntry.objects.get().kind, Gift.objects.get().lines.get().currency) == ("money", "CNY")


def test_a_gift_that_has_left_is_not_edited_but_corrected(browser, masks):
    gift, _entry = entered()
    address = reverse("gift-edit", args=[gift.pk])
    assert reverse("gift-correct", args=[gift.pk]) in browser.get(address).content.decode()
    assert browser.post(address, typed(CityFactory(), masks)).status_code == 409
    assert str(Gift.objects.get().day) == "2020-02-05"


def test_carrier_and_note_are_told_after_it_has_left(browser):
    gift, entry = entered()
    address = reverse("gift-details", args=[gift.pk])
    assert address in browser.get(gift.get_absolute_url()).content.decode()
    sent = two_consignments() | one_disposal(line=gift.lines.get().pk) | {"note": "late"}
    assert browser.post(address, sent).url == gift.get_absolute_url()
    gift = Gift.objects.get()
    assert [(row.carrier, str(row.expected)) for row in gift.consignments.all()] == [("SF", "2020-04"), ("DHL", "None")]
    assert ([row.line for row in gift.disposals.all()], gift.note) == ([gift.lines.get()], "late")
    assert (str(gift.day), gift.entries.get()) == ("2020-02-05", entry)


def test_a_consignment_of_which_nothing_is_said_any_more_goes(browser):
    gift, _entry = entered()
    consignment = ConsignmentFactory(gift=gift, carrier="SF", packages=12)
    address = reverse("gift-details", args=[gift.pk])
    opened = Filled(browser.get(address).content.decode()).data
    assert opened["consignments-0-packages"] == ["12"]
    browser.post(address, opened | {"consignments-0-carrier": [""]})
    consignment.refresh_from_db()
    assert (consignment.carrier, consignment.packages) == ("", 12)
    opened = Filled(browser.get(address).content.decode()).data
    browser.post(address, opened | {"consignments-0-packages": [""]})
    assert gift.consignments.count() == 0


def test_a_gift_that_leaves_while_its_form_is_open_stays_as_it_left(browser, masks, monkeypatch):
    gift = GiftFactory(direction="given", state="planned", item=masks)
    real = GiftForm.is_valid

    def moved_on_meanwhile(form):
        monkeypatch.setattr(GiftForm, "is_valid", real)
        advance_gift(by=None, gift=gift, state=GiftState.SENT, day=parse_partial_date("2020-05-02"))
        return real(form)

    monkeypatch.setattr(GiftForm, "is_valid", moved_on_meanwhile)
    changed = typed(gift.partners.get().city, masks, state="planned", note="late")
    assert browser.post(reverse("gift-edit", args=[gift.pk]), changed).status_code == 409
    gift = Gift.objects.get(pk=gift.pk)
    assert (gift.state, str(gift.day), gift.note, gift.lines.count()) == ("sent", "2020-05-02", "", 1)


def test_correcting_reverses_with_the_reason_and_opens_a_copy(browser):
    gift, entry = entered()
    answer = browser.post(reverse("gift-correct", args=[gift.pk]), {"reason": "400, not 4,000"})
    copy = Gift.objects.get(corrects=gift)
    assert answer.url == reverse("gift-edit", args=[copy.pk])
    assert (copy.state, Gift.objects.get(pk=gift.pk).state) == ("planned", "corrected")
    assert LedgerEntry.objects.get(reverses=entry).reason == "400, not 4,000"
    assert browser.get(answer.url).context["form"].initial["state"] == "received"


def test_a_gift_moves_on_with_its_day(browser):
    gift = GiftFactory(direction="given", state="announced", day="2020-03")
    step = reverse("gift-advance", args=[gift.pk])
    assert "Say when" in browser.post(step, {"state": "sent", "day": ""}).content.decode()
    browser.post(step, {"state": "sent", "day": "2020-03-20"})
    browser.post(step, {"state": "received", "day": "2020-04"})
    gift.refresh_from_db()
    assert (gift.state, str(gift.day), str(gift.received_on)) == ("received", "2020-03-20", "2020-04")
    assert str(gift.entries.get().day) == "2020-03-20"


def test_page_offers_thanks_until_it_is_thanked(browser):
    city = CityFactory()
    gift, entry = entered(partner=city)
    address = f"{reverse('letter-write')}?city={city.slug}&amp;gift={gift.pk}&amp;kind=thanks"
    assert address in browser.get(gift.get_absolute_url()).content.decode()
    facts = {"direction": "given", "kind": "letter", "day": parse_partial_date("2020-03"), "partners": [city]}
    letter = record_courtesy(by=None, **facts)
    link_entries(by=None, source=letter, target=entry, kind=LinkKind.THANKS)
    assert "Write thanks" not in browser.get(gift.get_absolute_url()).content.decode()


def test_each_partner_of_a_gift_is_thanked_by_a_letter_of_its_own(browser):
    gift = GiftFactory(partner=CityFactory(slug="ritto-jp"))
    GiftPartner.objects.create(gift=gift, person=PersonFactory())
    enter_gift(by=None, gift=gift)
    page = browser.get(gift.get_absolute_url()).content.decode()
    keys = ("city=ritto-jp", f"person={gift.partners.last().person_id}")
    assert [page.count(f"?{key}&amp;gift={gift.pk}&amp;kind=thanks") for key in keys] == [1, 1]


def test_list_says_what_was_thanked_and_answered_and_not_what_others_owe(browser):
    city = CityFactory()
    received, entry = entered(partner=city, day="2020-02-05")
    given, answer = entered(partner=city, day="2020-03-05", direction="given")
    GiftFactory(day="2020-01", state="announced")

    def replied():
        rows = browser.get(LIST).context["table"].rows
        return {row.record: row.get_cell_value("replied") for row in rows if row.record.pk in (received.pk, given.pk)}

    assert replied() == {received: "not thanked yet, not answered yet", given: ""}
    link_entries(by=None, source=answer, target=entry, kind=LinkKind.ANSWERS)
    assert replied() == {received: "not thanked yet, answered", given: ""}
    assert browser.get(LIST).content.decode().count('class="owed"') == 1


def test_what_a_gift_answers_is_said_later_on_its_page(browser):
    city = CityFactory()
    _received, help_of_theirs = entered(partner=city)
    others = entered()[1]
    gift, entry = entered(partner=city, direction="given", day="2020-03")
    address = reverse("ledger-entry-answers", args=[entry.pk])
    assert address in browser.get(gift.get_absolute_url()).content.decode()
    assert list(browser.get(address).context["form"].fields["answers"].queryset) == [help_of_theirs]
    assert browser.post(address, {"answers": [others.pk]}).status_code == 200
    assert browser.post(address, {"answers": [help_of_theirs.pk]}).url == gift.get_absolute_url()
    assert [link.target for link in entry.links.all()] == [help_of_theirs]
    assert address not in browser.get(gift.get_absolute_url()).content.decode()


def test_only_what_we_gave_answers(browser):
    _gift, entry = entered()
    assert browser.get(reverse("ledger-entry-answers", args=[entry.pk])).status_code == 404


def test_moving_on_offers_the_unanswered_help_of_its_partner_only(browser):
    city = CityFactory()
    _received, help_of_theirs = entered(partner=city)
    entered()
    gift = GiftFactory(partner=city, direction="given", state="announced", day="2020-03")
    form = browser.get(reverse("gift-advance", args=[gift.pk])).context["form"]
    assert list(form.fields["answers"].queryset) == [help_of_theirs]


def test_page_of_a_gift_given_offers_a_letter_of_support(browser):
    person = PersonFactory()
    gift = GiftFactory(direction="given", state="announced", partner=person)
    page = browser.get(gift.get_absolute_url()).content.decode()
    assert f"{reverse('letter-write')}?person={person.pk}&amp;gift={gift.pk}&amp;kind=reciprocal_support" in page


def test_a_reader_sees_and_changes_nothing(client_of, reader):
    gift, _entry = entered()
    browser = client_of(reader)
    assert "Write thanks" not in browser.get(gift.get_absolute_url()).content.decode()
    assert browser.get(ADD).status_code == 403
    assert browser.post(reverse("gift-correct", args=[gift.pk]), {"reason": "x"}).status_code == 403


def test_help_of_others_is_not_answered_and_nothing_is_saved(browser, masks):
    _gift, of_others = entered()
    sent = typed(CityFactory(), masks) | {"direction": "given", "answers": [of_others.pk]}
    page = browser.post(ADD, sent)
    assert "untick it" in page.content.decode()
    assert Gift.objects.filter(direction="given").count() == 0


@pytest.mark.parametrize(
    ("direction", "state", "arrived"),
    [
        ("given", "sent", None),
        ("given", "received", None),
        ("given", "received", "2020-03"),
        ("received", "received", None),
        ("received", "sent", None),
    ],
)
def test_a_correction_saved_untouched_changes_nothing(browser, direction, state, arrived):
    gift, _entry = entered(direction=direction, state=state, received_on=arrived, occasion=OccasionFactory(), note="n")
    form = browser.post(reverse("gift-correct", args=[gift.pk]), {"reason": "x"}).url
    assert browser.post(form, Filled(browser.get(form).content.decode()).data).status_code == 302
    copy = Gift.objects.get(corrects=gift)
    facts = ("direction", "day", "received_on", "occasion", "note")
    assert [getattr(copy, name) for name in facts] == [getattr(gift, name) for name in facts]
    assert (copy.state, copy.entries.count()) == (state, 1)
