"""How pages say a gift line, a step of a partnership and a list of partners."""

import pytest
from django.utils import translation

from crm.models import GiftLine, GiftPartner, ItemKind, ItemWord, PartnershipStep, StepKind
from crm.phrases import describe_line, describe_step
from crm.templatetags.wanglai import partner_links
from tests.factories import CityFactory, GiftFactory

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


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"day": "1992-08-15"}, "1992-08-15: Agreement signed"),
        ({}, "date not on record: Agreement signed"),
        (
            {"day": "1992", "by_letters": True, "signatories": "A, B", "source": "the agreement"},
            "1992: Agreement signed (by exchange of letters), A, B — the agreement",
        ),
        ({"day": "1992", "signatories": "A"}, "1992: Agreement signed, A"),
    ],
)
def test_a_step_is_said_with_its_day_and_what_is_known_of_it(facts, words):
    assert describe_step(PartnershipStep(kind=StepKind.SIGNED, **facts)) == words


def test_partners_are_links_parted_by_the_comma_of_the_reader():
    first = CityFactory(slug="a-es", names={"en": "<A>", "zh-hans": "甲市"})
    gift = GiftFactory(partner=first)
    GiftPartner.objects.create(gift=gift, city=CityFactory(slug="b-es", names={"en": "B", "zh-hans": "乙市"}))
    rows = gift.partners.order_by("pk")
    assert partner_links(rows) == '<a href="/cities/a-es/">&lt;A&gt;</a>, <a href="/cities/b-es/">B</a>'
    with translation.override("zh-hans"):
        assert partner_links(rows) == '<a href="/cities/a-es/">甲市</a>、<a href="/cities/b-es/">乙市</a>'
    assert partner_links([]) == ""
