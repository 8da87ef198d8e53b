"""How often help passed by a day, and what of each thing may be added."""

from datetime import date

import pytest

from crm.actions.gifts import record_gift
from crm.actions.ledger import reverse_entry
from crm.dates import parse_partial_date
from crm.models import LedgerEntry
from crm.phrases import describe_alike
from crm.sums import Times, add_alike, count_times
from tests.factories import CityFactory, CourtesyFactory, ItemKindFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def told(entries=None) -> list[str]:
    """What is added, as the page says it."""
    return [describe_alike(thing) for thing in add_alike(entries or LedgerEntry.objects.all(), ON)]


def gift(direction, *lines, state="", day="2020-03"):
    """A gift in the ledger, unless it is planned; each line is (item, quantity) with what else is known of it."""
    lines = [{"item": item, "quantity": quantity, **more} for item, quantity, more in lines]
    state = state or ("received" if direction == "received" else "sent")
    partners = [{"city": CityFactory()}, {"city": CityFactory()}]
    facts = {"direction": direction, "state": state, "day": parse_partial_date(day)}
    return record_gift(by=None, partners=partners, lines=lines, **facts)


def test_what_several_share_counts_once_and_letters_never():
    CourtesyFactory(partner=CityFactory())
    CourtesyFactory(direction="given")
    CourtesyFactory(kind="letter")
    CourtesyFactory(day="2020-06-02")
    reverse_entry(by=None, entry=CourtesyFactory(), reason="twice")
    assert count_times(LedgerEntry.objects.all(), ON) == Times(received=1, given=1, owed=1, unthanked=1)


def test_things_of_one_kind_and_unit_are_added_and_no_others():
    masks, gloves = (ItemKindFactory(code=code, words={"en": code}) for code in ("masks", "gloves"))
    gift("given", (masks, 6000, {}), (masks, 20, {"unit": "carton"}))
    gift("given", (masks, 120_000, {}), (gloves, 5, {"unit": "pair"}))
    gift("received", (masks, None, {"qualifier": "large"}))
    gift("given", (masks, 7, {}), state="planned")
    gift("given", (masks, 9, {}), day="2020-07")
    assert told() == [
        "masks: received quantity not known, given 126,000 pieces",
        "masks: given 20 cartons",
        "gloves: given 5 pairs",
    ]
    assert told(LedgerEntry.objects.received()) == ["masks: received quantity not known"]


def test_what_is_about_so_much_stays_about_and_what_nobody_counted_is_said():
    masks = ItemKindFactory(code="masks", words={"en": "masks"})
    gift("received", (masks, 100, {}), (masks, 50, {"qualifier": "about"}), (masks, None, {}))
    assert told() == ["masks: received about 150 pieces and some not counted"]


def test_money_is_added_by_currency_and_a_thing_is_not_parted_by_what_it_is_worth():
    money, masks = ItemKindFactory(code="money", is_money=True), ItemKindFactory(code="masks", words={"en": "masks"})
    for value, currency in ((500, "EUR"), (700, "EUR"), (90, "JPY")):
        gift("received", (money, None, {"value": value, "currency": currency}))
        gift("received", (masks, 10, {"value": value, "currency": currency}))
    gift("given", (money, None, {}))
    assert told() == [
        "masks: received 30 pieces",
        "Money: received 1,200 EUR",
        "Money: given sum not stated",
        "Money: received 90 JPY",
    ]
