"""How pages say a gift line."""

import pytest
from django.utils import translation

from crm.models import GiftLine, ItemKind, ItemWord
from crm.phrases import describe_line

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"quantity": 20000}, "masks: 20,000 pieces"),
        ({"quantity": 20, "qualifier": "about", "unit": "carton"}, "masks: about 20 cartons"),
        ({}, "masks (quantity not known)"),
        ({"quantity": 20, "value": 500, "currency": "EUR"}, "masks: 20 pieces (500 EUR)"),
        ({"value": 500, "currency": "EUR"}, "masks (quantity not known) (500 EUR)"),
    ],
)
def test_a_thing_is_said_with_its_quantity_and_value(facts, words):
    masks = ItemKind.objects.create(code="mask")
    ItemWord.objects.create(kind=masks, language="en", bulk="masks")
    assert describe_line(GiftLine(item=masks, **facts)) == words


def test_money_is_said_with_how_sure_its_amount_is():
    money = ItemKind.objects.create(code="money", is_money=True)
    line = GiftLine(item=money, value=10000, currency="CNY", qualifier="over")
    assert describe_line(line) == "Money: more than 10,000 CNY"
    with translation.override("zh-hans"):
        assert describe_line(line).endswith("10,000 CNY")
