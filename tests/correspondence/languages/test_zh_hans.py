"""Chinese letters: measure words, 万, forms of address, places and dates (docs/domain.md §2, §2.1, §4, §13.1, §14)."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import (
    FEMALE,
    MALE,
    UNKNOWN,
    Addressee,
    FormRequired,
    GenderRequired,
    PlaceUnknown,
    Signatory,
    Word,
)
from crm.dates import parse_partial_date
from crm.models import Rank

CHINESE = language_rules("zh-hans")
WORDS = {
    name: Word(**forms)
    for name, forms in tomllib.loads(Path("fixtures/item_words/zh-hans.toml").read_text("utf-8")).items()
}
REVERENCE, RESPECTS, SYMPATHY, SALUTE = "顺致崇高的敬意！", "顺致敬意！", "谨致诚挚的慰问。", "此致\n敬礼！"
ROSAL = {"name": "诺埃尔·罗萨尔", "family": "罗萨尔", "given": "诺埃尔"}


def to(role: str, title: str = "", gender: str = UNKNOWN, **facts) -> Addressee:
    """Somebody with a foreign name, at a city unless ``facts`` say otherwise."""
    return Addressee(role, **{**ROSAL, "title": title, "gender": gender, "place_kind": "city", **facts})


# Counting -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "口罩0只"),
        ("1.000", "口罩1只"),
        ("4000", "口罩4000只"),
        ("10000", "口罩1万只"),
        ("12000", "口罩1.2万只"),
        ("12300", "口罩1.23万只"),
        ("12345", "口罩12345只"),
        ("26000.000", "口罩2.6万只"),
        ("265000", "口罩26.5万只"),
        ("1000000", "口罩100万只"),
        ("1234567", "口罩1234567只"),
        ("100000000", "口罩1亿只"),
        ("101500000", "口罩10150万只"),
        ("120000000", "口罩1.2亿只"),
    ],
)
def test_a_large_number_takes_wan_where_at_most_two_decimals_are_left(quantity, phrase):
    assert CHINESE.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "口罩"),
        ("mask", None, "large", "piece", "大量口罩"),
        ("book", None, "some", "piece", "一批图书"),
        ("mask", "20", "about", "piece", "口罩约20只"),
        ("mask", "260000", "over", "piece", "口罩26万余只"),
        ("mask", "265000", "over", "piece", "口罩26.5万余只"),
        ("mask", "12000", "over", "piece", "口罩1.2万余只"),
        ("mask", "20", "over", "piece", "口罩20余只"),
        ("mask", "15", "over", "piece", "口罩超过15只"),
        ("protective_suit", "2", "exact", "piece", "防护服2套"),
        ("goggles", "50", "exact", "piece", "护目镜50副"),
        ("goggles", "50", "exact", "pair", "护目镜50副"),
        ("gloves", "200", "exact", "piece", "手套200只"),
        ("gloves", "200", "exact", "pair", "手套200双"),
        ("thermometer", "5", "exact", "piece", "体温计5支"),
        ("ventilator", "3", "exact", "piece", "呼吸机3台"),
        ("disinfectant", "11", "exact", "piece", "消毒液11瓶"),
        ("disinfectant", "11", "exact", "bottle", "消毒液11瓶"),
        ("book", "101", "exact", "piece", "图书101册"),
        ("protective_supplies", "5", "exact", "piece", "防疫物资5件"),
        ("protective_supplies", "5", "exact", "batch", "防疫物资5批"),
        ("protective_supplies", "5", "exact", "set", "防疫物资5套"),
        ("mask", "6", "exact", "pack", "口罩6包"),
        ("mask", "1", "exact", "carton", "口罩1箱"),
        ("mask", "30", "about", "box", "口罩约30盒"),
        ("disinfectant", "1.5", "over", "tonne", "消毒液超过1.5吨"),
        ("disinfectant", "1500.250", "exact", "litre", "消毒液1500.25升"),
        ("disinfectant", "20.000", "exact", "kilogram", "消毒液20公斤"),
        ("disinfectant", "200", "over", "litre", "消毒液200余升"),
    ],
)
def test_a_quantity_has_its_qualifier_and_measure_word(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert CHINESE.count(WORDS[item], amount, qualifier, unit) == phrase


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "善款人民币3万元"),
        ("26500", "CNY", "over", "善款人民币2.65万余元"),
        ("4000.50", "EUR", "about", "善款约4000.50欧元"),
        ("1000000", "JPY", "exact", "善款100万日元"),
        ("1234567", "JPY", "exact", "善款1234567日元"),
        ("500000", "JPY", "over", "善款50万余日元"),
        ("7", "PHP", "exact", "善款7菲律宾比索"),
    ],
)
def test_money_is_a_donation_and_names_its_currency(value, currency, qualifier, phrase):
    assert CHINESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"), [(["甲"], "甲"), (["甲", "乙"], "甲和乙"), (["甲", "乙", "丙"], "甲、乙和丙")]
)
def test_a_list_is_joined_with_the_enumeration_comma(phrases, joined):
    assert CHINESE.join(phrases) == joined


# Times --------------------------------------------------------------------------------------------


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
        (["2020-02", "2020-03", "2020-04"], "2020年2月、3月和4月"),
        (["2019-12", "2020-01"], "2019年12月和2020年1月"),
        (["2020", "2020-03"], "2020年3月"),
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


def test_a_line_of_a_list_has_a_full_width_colon_and_the_date_no_place():
    assert CHINESE.list_item("2020年2月", "口罩20只") == "2020年2月：口罩20只"
    assert CHINESE.place_and_date("衡阳市", date(2020, 3, 5)) == "2020年3月5日"


# Names and places ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["野村昌弘", "诺埃尔·罗萨尔", "铃木一郎", "朱镕基", "辻村", "畑中", "林昇"])
def test_names_in_simplified_characters_are_read(name):
    assert CHINESE.can_read(name)


@pytest.mark.parametrize(
    "name", ["김", "むらかみ", "スズキ", "Wood", "鈴木一郎", "高橋", "渡辺", "佐々木", "陳明遠", "玛丽·Wood", "·", ""]
)
def test_other_scripts_and_other_shapes_of_characters_are_not(name):
    assert not CHINESE.can_read(name)


@pytest.mark.parametrize(
    ("kind", "name", "your", "people"),
    [
        ("city", "栗东市", "贵市", "贵市人民"),
        ("city", "瓜达拉哈拉", "贵市", "贵市人民"),
        ("city", "光州", "贵市", "贵市人民"),
        ("municipality", "蒙得维的亚", "贵市", "贵市人民"),
        ("county", "杨平郡", "贵郡", "贵郡人民"),
        ("county", "克勒拉什县", "贵县", "贵县人民"),
        ("prefecture", "滋贺县", "贵县", "贵县人民"),
        ("prefecture", "京都府", "京都府", "京都府人民"),
        ("town", "汤梨滨町", "贵町", "贵町人民"),
        ("village", "读谷村", "贵村", "贵村人民"),
        ("district", "涩谷区", "贵区", "贵区人民"),
        ("province", "阿尔拜省", "贵省", "贵省人民"),
        ("province", "京畿道", "贵道", "贵道人民"),
        ("state", "俄亥俄州", "俄亥俄州", "俄亥俄州人民"),
        ("region", "安达卢西亚大区", "贵大区", "贵大区人民"),
        ("region", "安达卢西亚", "安达卢西亚", "安达卢西亚人民"),
        ("country", "", "贵国", "贵国政府和人民"),
        ("hospital", "", "贵院", "贵院全体同仁"),
        ("school", "", "贵校", "贵校全体师生"),
        ("company", "", "贵公司", "贵公司全体同仁"),
        ("association", "", "贵会", "贵会全体同仁"),
        ("other", "", "贵方", "贵方全体同仁"),
        ("person", "", "您", "您的亲友"),
    ],
)
def test_your_place_follows_the_end_of_its_name_and_is_never_a_province_of_china_or_a_home(kind, name, your, people):
    assert (CHINESE.your_place(kind, name), CHINESE.your_people(kind, name)) == (your, people)


@pytest.mark.parametrize(
    ("kind", "name", "your"),
    [
        ("hospital", "河滨医院", "贵院"),
        ("hospital", "红十字血液中心", "贵中心"),
        ("hospital", "山田诊所", "贵所"),
        ("company", "横滨银行", "贵行"),
        ("company", "加贺株式会社", "贵公司"),
        ("school", "鸟取湖山大学", "贵校"),
        ("association", "日中友好协会", "贵会"),
        ("association", "挪威红十字会", "贵会"),
        ("other", "鸟取地方法院", "贵院"),
        ("other", "市立博物馆", "贵馆"),
        ("other", "厚生劳动省", "贵方"),
        ("council", "芝加哥市议会", "贵议会"),
        ("own_mission", "中国驻挪威大使馆", "贵馆"),
        ("country", "日本驻华大使馆", "贵国"),
    ],
)
def test_a_body_is_called_by_the_end_of_its_name_else_by_its_kind(kind, name, your):
    assert CHINESE.your_place(CHINESE.body_kind(kind, name)) == your


def test_a_kind_of_body_without_words_stops():
    with pytest.raises(PlaceUnknown):
        CHINESE.your_place("temple")


def test_our_city_is_not_named_twice_in_a_sentence():
    said = "我谨代表衡阳市人民政府和衡阳市人民，并以我个人的名义，"
    assert CHINESE.smooth(said) == "我谨代表衡阳市人民政府和全市人民，并以我个人的名义，"
    assert CHINESE.smooth("衡阳市人民政府谨代表衡阳市人民，") == "衡阳市人民政府谨代表全市人民，"
    assert CHINESE.smooth("代表衡阳市人民政府和长沙市人民") == "代表衡阳市人民政府和长沙市人民"


# Forms of address ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("市长", "市长"),
        ("市长兼市议会议长", "市长"),
        ("市长、省议员", "市长"),
        ("常务副市长", "副市长"),
        ("国际交流处处长", "处长"),
        ("国际课课长", "课长"),
        ("栗东市教育委员会教育长", "教育长"),
        ("护士长", "护士长"),
        ("消防总监", "总监"),
        ("首席执行官", "首席执行官"),
        ("秘书长", "秘书长"),
        ("一等秘书", "秘书"),
        ("名誉会长", "名誉会长"),
        ("市议会主席", "主席"),
        ("大学学长", "学长"),
    ],
)
def test_a_title_is_said_whole_unless_it_ends_with_a_word_of_rank(title, called):
    assert CHINESE.salutation(to("official", title)) == f"尊敬的诺埃尔·罗萨尔{called}："


@pytest.mark.parametrize(
    ("role", "title", "salutation", "envelope", "closing"),
    [
        ("mayor", "市长", "尊敬的诺埃尔·罗萨尔市长：", "市长 诺埃尔·罗萨尔先生", REVERENCE),
        ("mayor", "", "尊敬的诺埃尔·罗萨尔市长：", "黎牙实比市市长 诺埃尔·罗萨尔先生", REVERENCE),
        ("town_head", "町长", "尊敬的诺埃尔·罗萨尔町长：", "町长 诺埃尔·罗萨尔先生", REVERENCE),
        ("district_head", "区厅长", "尊敬的诺埃尔·罗萨尔区厅长：", "区厅长 诺埃尔·罗萨尔先生", REVERENCE),
        ("deputy_mayor", "", "尊敬的诺埃尔·罗萨尔副市长：", "黎牙实比市副市长 诺埃尔·罗萨尔先生", RESPECTS),
        ("governor", "州长", "尊敬的诺埃尔·罗萨尔州长阁下：", "州长 诺埃尔·罗萨尔先生", REVERENCE),
        ("governor", "省长", "尊敬的诺埃尔·罗萨尔省长阁下：", "省长 诺埃尔·罗萨尔先生", REVERENCE),
        ("official", "俄亥俄州州长", "尊敬的诺埃尔·罗萨尔州长阁下：", "俄亥俄州州长 诺埃尔·罗萨尔先生", REVERENCE),
        ("deputy_governor", "副州长", "尊敬的诺埃尔·罗萨尔副州长：", "副州长 诺埃尔·罗萨尔先生", RESPECTS),
        ("governor", "副省长", "尊敬的诺埃尔·罗萨尔副省长：", "副省长 诺埃尔·罗萨尔先生", RESPECTS),
        ("prefect", "省长", "尊敬的诺埃尔·罗萨尔省长：", "省长 诺埃尔·罗萨尔先生", REVERENCE),
        ("minister", "外交部部长", "尊敬的诺埃尔·罗萨尔部长阁下：", "外交部部长 诺埃尔·罗萨尔先生", REVERENCE),
        ("minister", "外务大臣", "尊敬的诺埃尔·罗萨尔大臣阁下：", "外务大臣 诺埃尔·罗萨尔先生", REVERENCE),
        ("director", "国际部部长", "尊敬的诺埃尔·罗萨尔部长：", "国际部部长 诺埃尔·罗萨尔先生", RESPECTS),
        ("ambassador", "特命全权大使", "尊敬的诺埃尔·罗萨尔大使阁下：", "特命全权大使 诺埃尔·罗萨尔先生", REVERENCE),
        ("consul_general", "总领事", "尊敬的诺埃尔·罗萨尔总领事先生：", "总领事 诺埃尔·罗萨尔先生", RESPECTS),
        ("charge_d_affaires", "", "尊敬的诺埃尔·罗萨尔临时代办先生：", None, RESPECTS),
        ("judge", "法官", "尊敬的诺埃尔·罗萨尔法官先生：", "法官 诺埃尔·罗萨尔先生", RESPECTS),
        ("royal", "亲王", "尊敬的诺埃尔·罗萨尔亲王殿下：", "亲王 诺埃尔·罗萨尔先生", REVERENCE),
        ("royal", "王储妃", "尊敬的诺埃尔·罗萨尔王储妃殿下：", None, REVERENCE),
        ("bishop", "大主教", "尊敬的诺埃尔·罗萨尔大主教：", "大主教 诺埃尔·罗萨尔先生", REVERENCE),
        ("committee_chair", "人民委员会主席", "尊敬的诺埃尔·罗萨尔主席：", None, REVERENCE),
        ("party_secretary", "市委书记", "尊敬的诺埃尔·罗萨尔书记：", "市委书记 诺埃尔·罗萨尔先生", REVERENCE),
        ("rector", "校长", "尊敬的诺埃尔·罗萨尔校长：", "校长 诺埃尔·罗萨尔先生", RESPECTS),
        ("association_head", "会长", "尊敬的诺埃尔·罗萨尔会长：", "会长 诺埃尔·罗萨尔先生", RESPECTS),
        ("director", "", "尊敬的诺埃尔·罗萨尔先生：", "诺埃尔·罗萨尔先生", RESPECTS),
        ("director", "国际关系处", "尊敬的诺埃尔·罗萨尔先生：", "国际关系处 诺埃尔·罗萨尔先生", RESPECTS),
        ("person", "", "尊敬的诺埃尔·罗萨尔先生：", "诺埃尔·罗萨尔先生", RESPECTS),
    ],
)
def test_each_rank_has_the_full_name_and_title_and_its_closing(role, title, salutation, envelope, closing):
    reader = to(role, title, MALE, city="黎牙实比市", country="PH")
    assert (CHINESE.salutation(reader), CHINESE.closing(reader)) == (salutation, closing)
    assert envelope is None or CHINESE.envelope(reader) == [envelope]


def test_the_japanese_head_of_a_department_is_no_minister():
    reader = to("minister", "企画部部长", MALE, country="JP")
    assert CHINESE.salutation(reader) == "尊敬的诺埃尔·罗萨尔部长："


@pytest.mark.parametrize(
    ("role", "city", "kind", "country", "title"),
    [
        ("mayor", "栗东市", "city", "JP", "市长"),
        ("mayor", "瓜达拉哈拉", "city", "ES", "市长"),
        ("mayor", "杨平郡", "county", "KR", "郡守"),
        ("county_head", "杨平郡", "county", "KR", "郡守"),
        ("deputy_mayor", "杨平郡", "county", "KR", "副郡守"),
        ("town_head", "汤梨滨町", "town", "JP", "町长"),
        ("village_head", "读谷村", "village", "JP", "村长"),
        ("district_head", "涩谷区", "district", "JP", "区长"),
        ("governor", "滋贺县", "prefecture", "JP", "知事阁下"),
        ("governor", "京畿道", "province", "KR", "知事阁下"),
        ("governor", "俄亥俄州", "state", "US", "州长阁下"),
        ("governor", "阿尔拜省", "province", "PH", "省长阁下"),
        ("deputy_governor", "俄亥俄州", "state", "US", "副州长"),
        ("council_president", "栗东市", "city", "JP", "议长"),
        ("council_president", "哥伦布市", "city", "US", "主席"),
    ],
)
def test_the_usual_title_follows_from_the_place(role, city, kind, country, title):
    reader = to(role, city=city, place_kind=kind, country=country)
    assert CHINESE.salutation(reader) == f"尊敬的诺埃尔·罗萨尔{title}："


@pytest.mark.parametrize(
    ("role", "title", "city", "kind", "country"),
    [
        ("mayor", "", "俄亥俄州", "state", "US"),
        ("mayor", "", "滋贺县", "prefecture", "JP"),
        ("county_head", "", "克勒拉什县", "county", "RO"),
        ("governor", "", "安达卢西亚大区", "region", "ES"),
        ("prefect", "", "克勒拉什县", "county", "RO"),
        ("minister", "", "", "", "NO"),
        ("bishop", "", "", "", "ES"),
        ("royal", "", "", "", "NO"),
        ("mayor", "市政厅", "瓜达拉哈拉市", "city", "ES"),
        ("official", "总统", "", "", "RO"),
        ("minister", "首相", "", "", "NO"),
    ],
)
def test_no_high_title_is_made_up_and_nobody_above_a_city_is_called_by_a_common_form(role, title, city, kind, country):
    reader = to(role, title, MALE, city=city, place_kind=kind, country=country)
    with pytest.raises(FormRequired):
        CHINESE.salutation(reader)
    with pytest.raises(FormRequired):
        CHINESE.envelope(reader)


@pytest.mark.parametrize(("role", "title"), [("person", ""), ("director", ""), ("official", "国际关系处")])
def test_a_bare_name_is_impolite(role, title):
    with pytest.raises(GenderRequired):
        CHINESE.salutation(to(role, title))
    assert CHINESE.salutation(to(role, title, FEMALE)) == "尊敬的诺埃尔·罗萨尔女士："


@pytest.mark.parametrize("role", ["mayor", "council_president", "ambassador", "consul_general", "consul"])
def test_a_title_needs_no_gender(role):
    assert CHINESE.salutation(to(role, city="黎牙实比市")).startswith("尊敬的诺埃尔·罗萨尔")


@pytest.mark.parametrize(
    ("role", "title", "city", "envelope"),
    [
        ("mayor", "", "哥伦布市", "哥伦布市代理市长 诺埃尔·罗萨尔女士"),
        ("mayor", "市长", "哥伦布市", "代理市长 诺埃尔·罗萨尔女士"),
        ("mayor", "哥伦布市市长", "哥伦布市", "哥伦布市代理市长 诺埃尔·罗萨尔女士"),
        ("mayor", "代理市长", "哥伦布市", "代理市长 诺埃尔·罗萨尔女士"),
    ],
)
def test_who_only_acts_says_so_in_the_address_and_is_called_as_in_office(role, title, city, envelope):
    reader = to(role, title, FEMALE, city=city, acting=True)
    assert CHINESE.envelope(reader) == [envelope]
    assert CHINESE.salutation(reader) == "尊敬的诺埃尔·罗萨尔市长："


def test_an_acting_governor_is_no_excellency():
    assert CHINESE.salutation(to("governor", "州长", FEMALE, acting=True)) == "尊敬的诺埃尔·罗萨尔州长："


@pytest.mark.parametrize(
    ("prefix", "title", "salutation", "envelope"),
    [
        ("博士", "", "尊敬的诺埃尔·罗萨尔博士：", "诺埃尔·罗萨尔博士"),
        ("Prof.", "校长", "尊敬的诺埃尔·罗萨尔校长：", "校长 诺埃尔·罗萨尔教授"),
        ("Sir", "", "尊敬的诺埃尔·罗萨尔爵士：", "诺埃尔·罗萨尔爵士"),
        ("拿督", "市长", "尊敬的拿督诺埃尔·罗萨尔市长：", "市长 拿督诺埃尔·罗萨尔"),
        ("Hon.", "市长", "尊敬的诺埃尔·罗萨尔市长：", "市长 诺埃尔·罗萨尔"),
    ],
)
def test_a_degree_follows_the_name_and_a_malay_honour_goes_before(prefix, title, salutation, envelope):
    reader = to("rector" if title == "校长" else "mayor" if title else "person", title, prefix=prefix)
    assert (CHINESE.salutation(reader), CHINESE.envelope(reader)) == (salutation, [envelope])


@pytest.mark.parametrize("title", ["", "驻挪威王国大使"])
@pytest.mark.parametrize("gender", [UNKNOWN, MALE])
def test_our_own_ambassador_is_no_excellency(title, gender):
    facts = {"organization": "中国驻挪威王国大使馆", "own_mission": True, "country": "NO"}
    reader = Addressee("ambassador", name="王明", family="王", given="明", gender=gender, title=title, **facts)
    assert CHINESE.salutation(reader) == "尊敬的王大使："
    assert CHINESE.envelope(reader) == ["中国驻挪威王国大使馆", "王明大使"]
    assert CHINESE.closing(reader) == SALUTE


@pytest.mark.parametrize(("title", "called"), [("政务参赞", "参赞"), ("副总领事", "副总领事"), ("", "同志")])
def test_our_own_officers_are_called_by_title_or_comrade(title, called):
    facts = {"title": title, "organization": "中国驻挪威王国大使馆", "own_mission": True}
    reader = Addressee("official", name="王明", family="王", given="明", gender=MALE, **facts)
    assert CHINESE.salutation(reader) == f"尊敬的王{called}："
    assert CHINESE.envelope(reader) == ["中国驻挪威王国大使馆", f"王明{called}"]


@pytest.mark.parametrize(("country", "closing"), [("JP", RESPECTS), ("", RESPECTS), ("CN", SALUTE), ("HK", SALUTE)])
def test_the_salute_of_chinese_offices_is_for_readers_at_home(country, closing):
    assert CHINESE.closing(Addressee("organization", organization="医院", country=country)) == closing


@pytest.mark.parametrize("role", [*Rank.values, "person", "organization"])
def test_a_condolence_closes_with_sympathy_and_without_an_exclamation_mark(role):
    assert CHINESE.closing(to(role, condolence=True)) == SYMPATHY


def test_an_organization_is_addressed_by_its_name_and_stands_above_the_title():
    organization = Addressee("organization", organization="栗东市政府")
    assert (CHINESE.salutation(organization), CHINESE.envelope(organization)) == ("栗东市政府：", ["栗东市政府"])
    assert CHINESE.envelope(to("mayor", organization="栗东市政府", city="栗东市")) == [
        "栗东市政府",
        "市长 诺埃尔·罗萨尔",
    ]


@pytest.mark.parametrize(
    ("identity", "title", "line"),
    [
        ("衡阳市人民政府", "市长", "衡阳市人民政府市长"),
        ("衡阳市人民政府外事办公室", "主任", "衡阳市人民政府外事办公室主任"),
        ("衡阳市人民政府", "衡阳市市长", "衡阳市市长"),
    ],
)
def test_the_signature_is_the_post_in_full_and_the_name_below(identity, title, line):
    assert CHINESE.signature(Signatory(identity, "李华", title=title)) == [line, "李华"]
    assert CHINESE.signature(Signatory(identity)) == [identity]


# Texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["condolence", "notification", "reciprocal_support", "thanks"])
def test_texts_have_full_width_marks_alone_and_no_jubilation(kind):
    text = Path(f"fixtures/letter_templates/{kind}/zh-hans.md").read_text("utf-8")
    bodies = "\n".join(line for line in text.splitlines() if not line.startswith("##"))
    said = re.sub(r"\{\w+\}|\[[a-z_, ]+:|[|\]]", "", bodies)
    assert not re.search("[,.;:!?！A-Za-z]", said)
    assert not re.search("家乡|你|您们|姐妹|高兴|喜悦|第一时间", said)
