"""How a thing, a line or a step is said on a page."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from crm.models import GiftLine, PartnershipStep
from crm.phrases import describe_line, describe_step, in_post, link_addresses, names_of, number, span
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


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese"),
    [
        ((2020, 2, 5), (2020, 2, 1), "0 days", "0天"),
        ((2020, 2, 5), (2020, 2, 6), "1 day", "1天"),
        ((2020, 1, 1), (2020, 3, 31), "90 days", "90天"),
        ((2020, 1, 1), (2020, 4, 1), "3 months", "3个月"),
        ((2019, 11, 30), (2020, 2, 29), "3 months", "3个月"),  # February has no 30th
        ((2018, 11, 30), (2019, 3, 1), "3 months", "3个月"),
        ((2020, 1, 31), (2020, 6, 29), "4 months", "4个月"),
        ((2020, 1, 31), (2020, 6, 30), "5 months", "5个月"),
        ((2020, 2, 29), (2021, 2, 27), "11 months", "11个月"),
        ((2020, 2, 29), (2021, 2, 28), "1 year", "1年"),
        ((2020, 2, 29), (2024, 2, 28), "3 years 11 months", "3年11个月"),
        ((2020, 2, 29), (2024, 2, 29), "4 years", "4年"),
        ((2020, 2, 1), (2026, 11, 26), "6 years 9 months", "6年9个月"),
        ((2020, 12, 31), (2022, 1, 31), "1 year 1 month", "1年1个月"),
    ],
)
def test_a_long_wait_is_told_in_years_and_months(start, end, english, chinese):
    with translation.override("en"):
        assert span(date(*start), date(*end)) == english
    with translation.override("zh-hans"):
        assert span(date(*start), date(*end)) == chinese


def test_chinese_names_the_post_before_its_holder():
    assert in_post("Ana Ruiz", "Alcaldesa") == "Ana Ruiz, Alcaldesa"
    with translation.override("zh-hans"):
        assert in_post("易先良", "中国驻挪威王国大使馆特命全权大使") == "中国驻挪威王国大使馆特命全权大使 易先良"


def test_chinese_steps_have_full_width_marks():
    step = PartnershipStep(kind="signed", day="1992-08-15", by_letters=True, signatories="朱健", source="省志")
    with translation.override("zh-hans"):
        assert describe_step(step) == "1992-08-15：签署协议（函签），朱健 — 省志"


def test_a_page_named_in_a_chinese_sentence_is_a_link():
    linked = '请在<a href="/people/3/edit/">/people/3/edit/</a>补充。'
    assert link_addresses("请在/people/3/edit/补充。") == linked
    assert link_addresses("国家/地区/城市") == "国家/地区/城市"
