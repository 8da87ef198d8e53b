"""Japanese letters: counters, forms of address and dates (docs/domain.md §1.4, §2, §2.1, §4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

JAPANESE = language_rules("ja")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/ja.toml").read_text("utf-8")).items()
}
GENDERS = (UNKNOWN, FEMALE, MALE)


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "マスク0枚"),
        ("1", "マスク1枚"),
        ("1.000", "マスク1枚"),
        ("21", "マスク21枚"),
        ("4000", "マスク4,000枚"),
        ("26000.000", "マスク26,000枚"),
        ("260000", "マスク260,000枚"),
        ("1000000", "マスク1,000,000枚"),
    ],
)
def test_a_number_is_written_in_full_before_its_counter(quantity, phrase):
    assert JAPANESE.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "多くのマスク"),
        ("protective_supplies", None, "exact", "piece", "多くの防護用品"),
        ("mask", "20", "about", "piece", "マスク約20枚"),
        ("mask", "260000", "over", "piece", "マスク260,000枚余り"),
        ("mask", "15", "over", "piece", "マスク15枚超"),
        ("protective_suit", "2", "exact", "piece", "防護服2着"),
        ("goggles", "50", "exact", "piece", "ゴーグル50個"),
        ("gloves", "200", "exact", "piece", "手袋200双"),
        ("thermometer", "5", "exact", "piece", "体温計5本"),
        ("ventilator", "3", "exact", "piece", "人工呼吸器3台"),
        ("disinfectant", "11", "exact", "piece", "消毒液11本"),
        ("book", "101", "exact", "piece", "図書101冊"),
        ("mask", "1", "exact", "carton", "マスク1箱"),
        ("mask", "30", "about", "box", "マスク約30箱"),
        ("disinfectant", "20.000", "exact", "kilogram", "消毒液20キログラム"),
        ("disinfectant", "1.5", "exact", "tonne", "消毒液1.5トン"),
        ("disinfectant", "200", "over", "litre", "消毒液200リットル余り"),
    ],
)
def test_a_quantity_has_its_qualifier_and_counter(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert JAPANESE.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "30,000人民元"),
        ("500000", "JPY", "over", "500,000円余り"),
        ("4000.50", "EUR", "about", "約4,000.50ユーロ"),
        ("7", "USD", "exact", "7米ドル"),
        ("100", "NOK", "exact", "100ノルウェー・クローネ"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert JAPANESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020年3月5日"), ("2020-03", "2020年3月"), ("2020", "2020年")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert JAPANESE.when(parse_partial_date(written)) == phrase


def test_several_times_say_the_year_once():
    times = [parse_partial_date(written) for written in ("2020-02", "2020-03", "2021-01")]
    assert JAPANESE.when_several(times) == "2020年2月、3月及び2021年1月"


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["甲"], "甲"), (["甲", "乙"], "甲及び乙"), (["甲", "乙", "丙"], "甲、乙及び丙")]
)
def test_a_list_ends_with_oyobi(phrases, joined):
    assert JAPANESE.join(phrases) == joined


def test_a_line_of_a_list_has_a_full_width_colon():
    assert JAPANESE.list_item("2020年2月", "マスク20枚") == "2020年2月：マスク20枚"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (JAPANESE.where("栗東市"), JAPANESE.where("")) == ("栗東市において", "貴地において")


@pytest.mark.parametrize("gender", GENDERS)
@pytest.mark.parametrize(
    ("role", "title", "envelope"),
    [
        ("mayor", "", "栗東市長　山田　花子　様"),
        ("mayor", "栗東市長職務代理者", "栗東市長職務代理者　山田　花子　様"),
        ("deputy_mayor", "", "栗東市副市長　山田　花子　様"),
        ("council_president", "", "栗東市議会議長　山田　花子　様"),
        ("director", "", "国際交流担当　山田　花子　様"),
        ("director", "国際課長", "国際課長　山田　花子　様"),
        ("official", "顧問", "顧問　山田　花子　様"),
        ("official", "", "山田　花子　様"),
        ("ambassador", "", "特命全権大使　山田　花子　閣下"),
        ("ambassador", "臨時代理大使", "臨時代理大使　山田　花子　様"),
        ("consul_general", "総領事", "総領事　山田　花子　様"),
        ("person", "", "山田　花子　様"),
    ],
)
def test_a_person_has_one_honorific_after_the_name_and_no_salutation(role, title, envelope, gender):
    reader = Addressee(role, "山田花子", "山田", "花子", gender, title, city="栗東市")
    assert not JAPANESE.requires_gender(reader)
    assert (JAPANESE.salutation(reader), JAPANESE.envelope(reader), JAPANESE.closing(reader)) == ("", [envelope], "")


@pytest.mark.parametrize(
    ("role", "city", "line"),
    [
        ("mayor", "日野町", "日野町長　N　様"),
        ("deputy_mayor", "日野町", "日野町副町長　N　様"),
        ("mayor", "グアダラハラ", "グアダラハラ市長　N　様"),
        ("mayor", "", "市長　N　様"),
        ("deputy_mayor", "", "副市長　N　様"),
    ],
)
def test_the_default_title_fits_the_kind_of_municipality(role, city, line):
    assert JAPANESE.envelope(Addressee(role, "N", city=city)) == [line]


def test_the_organization_stands_above_a_title_that_does_not_name_the_city():
    named = Addressee("mayor", "山田花子", "山田", "花子", organization="栗東市役所", city="栗東市")
    assert JAPANESE.envelope(named) == ["栗東市長　山田　花子　様"]
    section = Addressee(
        "director", "山田花子", "山田", "花子", title="国際課長", organization="栗東市役所", city="栗東市"
    )
    assert JAPANESE.envelope(section) == ["栗東市役所", "国際課長　山田　花子　様"]


def test_a_organization_has_onchu():
    organization = Addressee("organization", organization="栗東市役所")
    assert (JAPANESE.salutation(organization), JAPANESE.envelope(organization), JAPANESE.closing(organization)) == (
        "",
        ["栗東市役所　御中"],
        "",
    )


def test_the_sender_stands_above_the_text_title_first():
    signatory = Signatory("衡陽市人民政府", "李華", "李", "華", "市長")
    assert JAPANESE.signature(signatory) == ["衡陽市人民政府", "市長　李　華"]
    assert JAPANESE.signature(Signatory("衡陽市人民政府")) == ["衡陽市人民政府"]
    assert JAPANESE.parts.index("signature") < JAPANESE.parts.index("body")


def test_the_date_stands_without_a_place():
    assert JAPANESE.place_and_date("衡陽市", date(2020, 3, 5)) == "2020年3月5日"
