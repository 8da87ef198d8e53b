"""Chinese letters: measure words, 万, forms of address and dates (docs/domain.md §2, §2.1, §4)."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, Signatory, Word
from crm.dates import parse_partial_date

CHINESE = language_rules("zh-hans")
WORDS = {
    name: Word(**forms)
    for name, forms in tomllib.loads(Path("fixtures/item_words/zh-hans.toml").read_text("utf-8")).items()
}
REVERENCE, SALUTE = "顺致崇高的敬意！", "此致\n敬礼！"


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "口罩0只"),
        ("1", "口罩1只"),
        ("1.000", "口罩1只"),
        ("21", "口罩21只"),
        ("100", "口罩100只"),
        ("4000", "口罩4000只"),
        ("10000", "口罩1万只"),
        ("26000.000", "口罩26000只"),
        ("260000", "口罩26万只"),
        ("265000", "口罩265000只"),
        ("1000000", "口罩100万只"),
        ("100000000", "口罩1亿只"),
    ],
)
def test_a_number_stands_between_thing_and_measure_word_and_takes_wan_only_when_exact(quantity, phrase):
    assert CHINESE.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "大量口罩"),
        ("protective_supplies", None, "exact", "piece", "大量防疫物资"),
        ("mask", "20", "about", "piece", "口罩约20只"),
        ("mask", "260000", "over", "piece", "口罩26万多只"),
        ("mask", "20", "over", "piece", "口罩20多只"),
        ("mask", "15", "over", "piece", "口罩超过15只"),
        ("mask", "8", "over", "piece", "口罩超过8只"),
        ("protective_suit", "2", "exact", "piece", "防护服2套"),
        ("goggles", "50", "exact", "piece", "护目镜50副"),
        ("gloves", "200", "exact", "piece", "手套200双"),
        ("thermometer", "5", "exact", "piece", "体温计5支"),
        ("ventilator", "3", "exact", "piece", "呼吸机3台"),
        ("disinfectant", "11", "exact", "piece", "消毒液11瓶"),
        ("book", "101", "exact", "piece", "图书101册"),
        ("mask", "1", "exact", "carton", "口罩1箱"),
        ("mask", "30", "about", "box", "口罩约30盒"),
        ("mask", "100", "over", "carton", "口罩100多箱"),
        ("disinfectant", "1.5", "exact", "tonne", "消毒液1.5吨"),
        ("disinfectant", "1500.250", "exact", "litre", "消毒液1500.25升"),
        ("disinfectant", "1.5", "over", "tonne", "消毒液超过1.5吨"),
        ("disinfectant", "20.000", "exact", "kilogram", "消毒液20公斤"),
        ("disinfectant", "200", "over", "litre", "消毒液200多升"),
    ],
)
def test_a_quantity_has_its_qualifier_and_measure_word(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert CHINESE.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "人民币3万元"),
        ("26500", "CNY", "over", "人民币26500多元"),
        ("4000.50", "EUR", "about", "约4000.50欧元"),
        ("500000", "JPY", "over", "50万多日元"),
        ("100", "NOK", "exact", "100挪威克朗"),
        ("7", "PHP", "exact", "7菲律宾比索"),
    ],
)
def test_money_names_its_currency(value, currency, qualifier, phrase):
    assert CHINESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020年3月5日"), ("2020-03", "2020年3月"), ("2020", "2020年")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert CHINESE.when(parse_partial_date(written)) == phrase
    assert CHINESE.plain_date(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        (["2020-02"], "2020年2月"),
        (["2020-02", "2020-03"], "2020年2月和3月"),
        (["2020-02", "2020-03", "2020-04"], "2020年2月、3月和4月"),
        (["2019-12", "2020-01"], "2019年12月和2020年1月"),
        (["2020", "2020-03"], "2020年和2020年3月"),
        (["2019", "2020"], "2019年和2020年"),
    ],
)
def test_several_times_say_the_year_once(written, phrase):
    assert CHINESE.when_several([parse_partial_date(time) for time in written]) == phrase


def test_months_keep_to_their_language_in_one_process():
    march = parse_partial_date("2020-03")
    assert [language_rules(code).when(march) for code in ("zh-hans", "es", "nb")] == [
        "2020年3月",
        "en marzo de 2020",
        "i mars 2020",
    ]


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["甲"], "甲"), (["甲", "乙"], "甲和乙"), (["甲", "乙", "丙"], "甲、乙和丙")]
)
def test_a_list_is_joined_with_the_enumeration_comma(phrases, joined):
    assert CHINESE.join(phrases) == joined


def test_a_line_of_a_list_has_a_full_width_colon():
    assert CHINESE.list_item("2020年2月", "口罩20只") == "2020年2月：口罩20只"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (CHINESE.where("栗东市"), CHINESE.where("")) == ("在栗东市", "在当地")


@pytest.mark.parametrize(
    ("role", "gender", "title", "salutation", "envelope", "closing"),
    [
        ("mayor", UNKNOWN, "", "尊敬的罗萨尔市长：", "黎牙实比市市长 诺埃尔·罗萨尔", REVERENCE),
        ("mayor", MALE, "代理市长", "尊敬的罗萨尔市长：", "代理市长 诺埃尔·罗萨尔先生", REVERENCE),
        ("mayor", MALE, "市长兼市议会议长", "尊敬的罗萨尔市长：", "市长兼市议会议长 诺埃尔·罗萨尔先生", REVERENCE),
        ("mayor", MALE, "市长、省议员", "尊敬的罗萨尔市长：", "市长、省议员 诺埃尔·罗萨尔先生", REVERENCE),
        ("mayor", MALE, "町长", "尊敬的罗萨尔町长：", "町长 诺埃尔·罗萨尔先生", REVERENCE),
        ("deputy_mayor", FEMALE, "", "尊敬的罗萨尔副市长：", "黎牙实比市副市长 诺埃尔·罗萨尔女士", REVERENCE),
        ("deputy_mayor", MALE, "常务副市长", "尊敬的罗萨尔副市长：", "常务副市长 诺埃尔·罗萨尔先生", REVERENCE),
        ("council_president", MALE, "", "尊敬的罗萨尔议长：", "议长 诺埃尔·罗萨尔先生", REVERENCE),
        ("director", MALE, "国际课课长", "尊敬的罗萨尔课长：", "国际课课长 诺埃尔·罗萨尔先生", SALUTE),
        ("director", FEMALE, "", "尊敬的诺埃尔·罗萨尔女士：", "诺埃尔·罗萨尔女士", SALUTE),
        ("official", UNKNOWN, "一等秘书", "尊敬的罗萨尔秘书：", "一等秘书 诺埃尔·罗萨尔", SALUTE),
        ("official", UNKNOWN, "秘书长", "尊敬的罗萨尔秘书长：", "秘书长 诺埃尔·罗萨尔", SALUTE),
        ("ambassador", UNKNOWN, "", "尊敬的罗萨尔大使阁下：", "大使 诺埃尔·罗萨尔", REVERENCE),
        ("ambassador", MALE, "特命全权大使", "尊敬的罗萨尔大使阁下：", "特命全权大使 诺埃尔·罗萨尔先生", REVERENCE),
        ("consul_general", FEMALE, "总领事", "尊敬的罗萨尔总领事：", "总领事 诺埃尔·罗萨尔女士", REVERENCE),
        ("person", UNKNOWN, "", "尊敬的诺埃尔·罗萨尔：", "诺埃尔·罗萨尔", SALUTE),
        ("person", FEMALE, "", "尊敬的诺埃尔·罗萨尔女士：", "诺埃尔·罗萨尔女士", SALUTE),
        ("person", MALE, "", "尊敬的诺埃尔·罗萨尔先生：", "诺埃尔·罗萨尔先生", SALUTE),
    ],
)
def test_a_person_is_addressed_by_title_and_never_by_a_guessed_gender(
    role, gender, title, salutation, envelope, closing
):
    reader = Addressee(role, "诺埃尔·罗萨尔", "罗萨尔", "诺埃尔", gender, title, city="黎牙实比市")
    assert not CHINESE.requires_gender(reader)
    assert (CHINESE.salutation(reader), CHINESE.envelope(reader), CHINESE.closing(reader)) == (
        salutation,
        [envelope],
        closing,
    )


@pytest.mark.parametrize("title", ["", "驻挪威王国大使"])
@pytest.mark.parametrize("gender", [UNKNOWN, MALE])
def test_our_own_ambassador_is_no_excellency(title, gender):
    reader = Addressee("ambassador", "王明", "王", "明", gender, title, "中国驻挪威王国大使馆", own_mission=True)
    assert CHINESE.salutation(reader) == "尊敬的王大使："
    assert CHINESE.envelope(reader) == ["中国驻挪威王国大使馆", "王明大使"]
    assert CHINESE.closing(reader) == SALUTE


def test_our_own_counsellor_is_called_by_the_title():
    reader = Addressee("official", "王明", "王", "明", MALE, "政务参赞", "中国驻挪威王国大使馆", own_mission=True)
    assert CHINESE.salutation(reader) == "尊敬的王参赞："
    assert CHINESE.envelope(reader) == ["中国驻挪威王国大使馆", "王明参赞"]
    assert CHINESE.closing(reader) == SALUTE


@pytest.mark.parametrize("kind", ["condolence", "notification", "reciprocal_support", "thanks"])
def test_our_own_missions_are_not_spoken_to_as_foreigners(kind):
    text = Path(f"fixtures/letter_templates/{kind}/zh-hans.md").read_text("utf-8")
    for_missions = re.findall(r"^## \w+ \[(?:.*, )?mission\b.*\n(.+)", text, re.MULTILINE)
    assert for_missions
    assert [words for words in for_missions if re.search("阁下|贵市|贵方", words)] == []


@pytest.mark.parametrize("kind", ["condolence", "notification", "reciprocal_support", "thanks"])
def test_nobody_is_said_to_come_from_our_city(kind):
    assert "家乡" not in Path(f"fixtures/letter_templates/{kind}/zh-hans.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("role", "closing"), [("mayor", "顺致崇高的敬意。"), ("director", "此致\n敬礼"), ("organization", "此致\n敬礼")]
)
def test_a_condolence_closes_without_an_exclamation_mark(role, closing):
    assert CHINESE.closing(Addressee(role, "罗萨尔", condolence=True)) == closing


def test_the_organization_stands_above_the_title():
    reader = Addressee("mayor", "野村昌弘", "野村", "昌弘", organization="栗东市政府", city="栗东市")
    assert CHINESE.envelope(reader) == ["栗东市政府", "市长 野村昌弘"]


def test_a_organization_is_addressed_by_its_name():
    organization = Addressee("organization", organization="栗东市政府")
    assert (CHINESE.salutation(organization), CHINESE.envelope(organization), CHINESE.closing(organization)) == (
        "栗东市政府：",
        ["栗东市政府"],
        SALUTE,
    )


def test_the_signature_is_the_identity_then_title_and_name():
    assert CHINESE.signature(Signatory("衡阳市人民政府", "李华", title="市长")) == ["衡阳市人民政府", "市长 李华"]
    assert CHINESE.signature(Signatory("衡阳市人民政府")) == ["衡阳市人民政府"]


def test_the_date_stands_without_a_place():
    assert CHINESE.place_and_date("衡阳市", date(2020, 3, 5)) == "2020年3月5日"
