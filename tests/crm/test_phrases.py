"""How a thing, a line or a step is said on a page."""

from decimal import Decimal

import pytest
from django.utils import translation

from crm.models import GiftLine, PartnershipStep
from crm.phrases import describe_line, describe_step, names_of, number
from tests.factories import ItemKindFactory


@pytest.mark.parametrize(("value", "said"), [(None, ""), (Decimal("4000.00"), "4,000"), (Decimal("2.50"), "2.5")])
def test_numbers_are_grouped_and_lose_their_trailing_zeros(value, said):
    assert number(value) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "masks (quantity not known)"),
        ({"quantity": 20, "unit": "carton", "qualifier": "about"}, "masks: about 20 cartons"),
        ({"quantity": 20, "value": 500, "currency": "EUR"}, "masks: 20 pieces (500 EUR)"),
        ({"value": 500, "currency": "EUR"}, "masks (quantity not known) (500 EUR)"),
    ],
)
def test_a_line_says_what_is_on_record_and_no_more(db, facts, said):
    assert describe_line(GiftLine(item=ItemKindFactory(words={"en": "masks"}), **facts)) == said


def test_money_has_an_amount_and_no_pieces(db):
    line = GiftLine(item=ItemKindFactory(is_money=True), value=5000, currency="EUR", qualifier="over")
    assert describe_line(line) == "Money: more than 5,000 EUR"


def test_a_step_tells_its_day_how_and_by_whom():
    step = PartnershipStep(kind="signed", day="1992-08-15", by_letters=True, signatories="A, B", source="S")
    assert describe_step(step) == "1992-08-15: Agreement signed (by exchange of letters), A, B — S"
    assert describe_step(PartnershipStep(kind="intent")) == "date not on record: Letter of intent"


def test_names_are_listed_as_the_readers_language_lists_them():
    with translation.override("zh-hans"):
        assert names_of(["甲", "乙"]) == "甲、乙"
    assert (names_of(["A", "B"]), names_of([])) == ("A, B", "—")
