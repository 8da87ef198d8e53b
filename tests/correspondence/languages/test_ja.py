"""Japanese letters: counters, places, forms of address and dates (docs/domain.md §1.4, §2, §2.1, §4, §13.3)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, FormRequired, Signatory, Word
from crm.dates import parse_partial_date
from crm.models import OrganizationKind
from crm.place_kinds import PlaceKind

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
        ("4000", "マスク4,000枚"),
        ("10000", "マスク1万枚"),
        ("12500", "マスク1万2,500枚"),
        ("30000.000", "マスク3万枚"),
        ("265000", "マスク26万5,000枚"),
        ("1000000", "マスク100万枚"),
        ("10000000", "マスク1,000万枚"),
        ("385987000", "マスク3億8,598万7,000枚"),
    ],
)
def test_a_large_number_is_written_with_man_and_oku(quantity, phrase):
    assert JAPANESE.count(WORDS["mask"], Decimal(quantity)) == phrase


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "マスク"),
        ("mask", None, "large", "piece", "大量のマスク"),
        ("disinfectant", None, "large", "piece", "大量の消毒液"),
        ("ventilator", None, "large", "piece", "多数の人工呼吸器"),
        ("book", None, "large", "piece", "多数の図書"),
        ("book", None, "some", "piece", "図書"),
        ("mask", "20", "about", "piece", "マスク約20枚"),
        ("mask", "260000", "over", "piece", "マスク26万枚余り"),
        ("mask", "15", "over", "piece", "15枚を超えるマスク"),
        ("mask", "9", "over", "piece", "9枚を超えるマスク"),
        ("protective_suit", "2", "exact", "piece", "防護服2着"),
        ("protective_suit", "2", "exact", "set", "防護服2着"),
        ("goggles", "50", "exact", "pair", "ゴーグル50個"),
        ("gloves", "200", "exact", "pair", "手袋200双"),
        ("gloves", "5", "exact", "piece", "手袋5枚"),
        ("thermometer", "5", "exact", "piece", "体温計5本"),
        ("ventilator", "3", "exact", "piece", "人工呼吸器3台"),
        ("disinfectant", "11", "exact", "bottle", "消毒液11本"),
        ("book", "101", "exact", "piece", "図書101冊"),
        ("book", "3", "exact", "set", "図書3セット"),
        ("protective_supplies", "5", "exact", "piece", "防護用品5点"),
        ("protective_supplies", "1", "exact", "batch", "防護用品一式"),
        ("protective_supplies", "2", "exact", "batch", "防護用品2ロット"),
        ("mask", "3", "exact", "pack", "マスク3パック"),
        ("mask", "1", "exact", "carton", "マスク1ケース"),
        ("mask", "30", "about", "box", "マスク約30箱"),
        ("disinfectant", "20.000", "exact", "kilogram", "消毒液20キログラム"),
        ("disinfectant", "1.5", "exact", "tonne", "消毒液1.5トン"),
        ("disinfectant", "200", "over", "litre", "消毒液200リットル余り"),
    ],
)
def test_a_quantity_has_its_qualifier_and_counter(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert JAPANESE.count(WORDS[item], amount, qualifier, unit) == phrase


def test_one_thing_whose_number_is_not_told_stays_one():
    assert (JAPANESE.name_one(WORDS["book"]), JAPANESE.name_goods(WORDS["book"])) == ("図書1冊", "図書")


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("1000000", "JPY", "exact", "寄附金100万円"),
        ("100000", "CNY", "exact", "寄附金10万元"),
        ("500000", "JPY", "over", "寄附金50万円余り"),
        ("1235", "JPY", "over", "1,235円を超える寄附金"),
        ("4000.50", "EUR", "about", "寄附金約4,000.50ユーロ"),
        ("10000", "USD", "exact", "寄附金1万米ドル"),
        ("300", "GBP", "exact", "寄附金300ポンド"),
        ("300", "KRW", "exact", "寄附金300ウォン"),
        ("300", "PHP", "exact", "寄附金300フィリピンペソ"),
    ],
)
def test_a_sum_says_what_it_is_and_its_currency(value, currency, qualifier, phrase):
    assert JAPANESE.money(Decimal(value), currency, qualifier) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020年3月5日"), ("2020-03", "2020年3月"), ("2020", "2020年")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert JAPANESE.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        (("2020-02", "2020-03", "2021-01"), "2020年2月、3月及び2021年1月"),
        (("2020", "2020-02", "2020-03"), "2020年2月及び3月"),
        (("2020-02", "2020-02-05"), "2020年2月5日"),
    ],
)
def test_several_times_say_the_year_once_and_leave_out_the_vaguer(written, phrase):
    assert JAPANESE.when_several([parse_partial_date(time) for time in written]) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["甲"], "甲"),
        (["甲", "乙"], "甲及び乙"),
        (["甲", "乙", "丙"], "甲、乙及び丙"),
        (["寄附金10万元", "寄附金100万円"], "寄附金10万元及び100万円"),
        (["寄附金100万円", "寄附金"], "寄附金100万円及び寄附金"),
        (["マスク5枚", "寄附金10万元"], "マスク5枚及び寄附金10万元"),
        (["大量のマスク", "図書"], "図書及び大量のマスク"),
        (["9枚を超えるマスク", "手袋2双"], "手袋2双及び9枚を超えるマスク"),
    ],
)
def test_a_list_ends_with_oyobi_and_no_word_of_one_thing_holds_for_the_next(phrases, joined):
    assert JAPANESE.join(phrases) == joined


def test_a_line_of_a_list_has_a_full_width_colon():
    assert JAPANESE.list_item("2020年2月", "マスク20枚") == "2020年2月：マスク20枚"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (JAPANESE.where("栗東市"), JAPANESE.where("")) == ("栗東市において", "貴地において")


def test_our_own_place_has_its_province_and_country():
    assert JAPANESE.full_place("衡陽市", "湖南省") == "中華人民共和国湖南省衡陽市"
    assert JAPANESE.full_place("衡陽市", "") == "中華人民共和国衡陽市"


# Places -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "country", "yours", "people", "named"),
    [
        ("city", "栗東市", "JP", "貴市", "貴市民の皆様", "栗東市"),
        ("city", "グアダラハラ", "MX", "貴市", "貴市民の皆様", "グアダラハラ市"),
        ("city", "ソウル特別市", "KR", "貴市", "貴市民の皆様", "ソウル特別市"),
        ("town", "日野町", "JP", "貴町", "貴町民の皆様", "日野町"),
        ("village", "泊村", "JP", "貴村", "貴村民の皆様", "泊村"),
        ("district", "千代田区", "JP", "貴区", "貴区民の皆様", "千代田区"),
        ("district", "江南", "KR", "貴区", "貴区民の皆様", "江南区"),
        ("borough", "カムデン", "GB", "貴区", "貴区民の皆様", "カムデン区"),
        ("county", "楊平郡", "KR", "貴郡", "貴郡民の皆様", "楊平郡"),
        ("district", "義烏市", "CN", "貴市", "貴市民の皆様", "義烏市"),
        ("county", "アルバ", "RO", "貴県", "貴県民の皆様", "アルバ県"),
        ("prefecture", "滋賀県", "JP", "貴県", "貴県民の皆様", "滋賀県"),
        ("prefecture", "東京都", "JP", "貴都", "貴都民の皆様", "東京都"),
        ("prefecture", "大阪府", "JP", "貴府", "貴府民の皆様", "大阪府"),
        ("prefecture", "北海道", "JP", "北海道", "北海道民の皆様", "北海道"),
        ("province", "湖北省", "CN", "貴省", "貴省民の皆様", "湖北省"),
        ("province", "京畿道", "KR", "京畿道", "京畿道民の皆様", "京畿道"),
        ("province", "アルバイ", "PH", "アルバイ州", "アルバイ州民の皆様", "アルバイ州"),
        ("state", "オハイオ", "US", "オハイオ州", "オハイオ州民の皆様", "オハイオ州"),
        ("municipality", "ベールム", "NO", "貴市", "貴市民の皆様", "ベールム市"),
        ("municipality", "ダラガ", "PH", "貴町", "貴町民の皆様", "ダラガ町"),
        ("region", "オクシタニー地域圏", "FR", "オクシタニー地域圏", "オクシタニー地域圏の皆様", "オクシタニー地域圏"),
        ("department", "オワーズ", "FR", "貴県", "貴県民の皆様", "オワーズ県"),
    ],
)
def test_a_place_is_called_after_its_own_kind(kind, name, country, yours, people, named):
    assert JAPANESE.your_place(kind, name, country) == yours
    assert JAPANESE.your_people(kind, name, country) == people
    assert JAPANESE.named_place(kind, name, country) == named


@pytest.mark.parametrize("kind", PlaceKind.values)
def test_every_kind_of_place_has_words(kind):
    assert JAPANESE.your_people(kind, "カナ").endswith("民の皆様")


@pytest.mark.parametrize("kind", ["country", "person", *OrganizationKind.values])
def test_every_kind_of_body_has_words(kind):
    assert JAPANESE.your_place(kind).startswith("貴")
    assert JAPANESE.your_people(kind).endswith("皆様")


def test_our_people_are_called_by_the_name():
    assert JAPANESE.people_of("city", "衡陽市", "CN") == "衡陽市民"


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("school", "金沢大学", "university"),
        ("school", "金沢高等学校", "school"),
        ("hospital", "金沢大学附属病院", "hospital"),
        ("company", "北國銀行", "bank"),
        ("company", "株式会社加賀", "company"),
        ("association", "石川県日中友好協会", "会"),
        ("association", "日本赤十字社", "社"),
        ("association", "金沢商工会議所", "所"),
        ("other", "厚生労働省", "省"),
        ("other", "宮内庁", "庁"),
        ("other", "大津地方裁判所", "所"),
        ("other", "名古屋教区", "教区"),
        ("other", "国際協力機構", "機構"),
        ("other", "金沢ユネスコ", "other"),
    ],
)
def test_a_body_is_told_by_its_name(kind, name, told):
    assert JAPANESE.body_kind(kind, name) == told
    assert JAPANESE.your_place(told) == {"bank": "貴行", "other": "貴機関"}.get(told, JAPANESE.places[told].your)
    assert JAPANESE.your_people(told).endswith("の皆様")


@pytest.mark.parametrize(
    ("kind", "yours"),
    [
        *(("country", "貴国"), ("embassy", "貴館"), ("hospital", "貴院"), ("school", "貴校"), ("university", "貴学")),
        *(("company", "貴社"), ("bank", "貴行"), ("association", "貴会"), ("council", "貴議会"), ("省", "貴省")),
    ],
)
def test_a_body_is_called_by_what_it_is(kind, yours):
    assert JAPANESE.your_place(kind) == yours


# Forms of address ---------------------------------------------------------------------------------

HANAKO = {"name": "山田花子", "family": "山田", "given": "花子"}


def lines(role: str, title: str = "", **facts) -> list[str]:
    place = {"city": "栗東市", "place_kind": "city", "country": "JP"}
    return JAPANESE.envelope(Addressee(role, title=title, **{**HANAKO, **place, **facts}))


@pytest.mark.parametrize("gender", GENDERS)
@pytest.mark.parametrize(
    ("role", "title", "envelope"),
    [
        ("mayor", "", "栗東市長　山田　花子　様"),
        ("mayor", "栗東市長職務代理者", "栗東市長職務代理者　山田　花子　様"),
        ("deputy_mayor", "", "栗東市副市長　山田　花子　様"),
        ("council_president", "", "栗東市議会議長　山田　花子　様"),
        ("director", "", "山田　花子　様"),
        ("director", "国際課長", "国際課長　山田　花子　様"),
        ("official", "教育長", "教育長　山田　花子　様"),
        ("ambassador", "", "特命全権大使　山田　花子　閣下"),
        ("ambassador", "臨時代理大使", "臨時代理大使　山田　花子　様"),
        ("charge_d_affaires", "", "臨時代理大使　山田　花子　様"),
        ("consul_general", "総領事", "総領事　山田　花子　様"),
        ("consul", "", "領事　山田　花子　様"),
        ("minister", "外務大臣", "外務大臣　山田　花子　様"),
        ("person", "", "山田　花子　様"),
    ],
)
def test_a_person_has_one_honorific_after_the_name(role, title, envelope, gender):
    assert lines(role, title, gender=gender) == [envelope]


@pytest.mark.parametrize(
    ("role", "place_kind", "city", "country", "line"),
    [
        ("town_head", "town", "日野町", "JP", "日野町長"),
        ("deputy_mayor", "town", "日野町", "JP", "日野町副町長"),
        ("village_head", "village", "泊村", "JP", "泊村長"),
        ("district_head", "district", "千代田区", "JP", "千代田区長"),
        ("district_head", "district", "江南区", "KR", "江南区庁長"),
        ("county_head", "county", "楊平郡", "KR", "楊平郡守"),
        ("county_head", "county", "ダッハウ", "DE", "ダッハウ郡長"),
        ("governor", "prefecture", "滋賀県", "JP", "滋賀県知事"),
        ("governor", "prefecture", "北海道", "JP", "北海道知事"),
        ("governor", "state", "オハイオ", "US", "オハイオ州知事"),
        ("governor", "province", "京畿道", "KR", "京畿道知事"),
        ("deputy_governor", "prefecture", "滋賀県", "JP", "滋賀県副知事"),
        ("council_president", "prefecture", "滋賀県", "JP", "滋賀県議会議長"),
        ("mayor", "city", "グアダラハラ", "MX", "グアダラハラ市長"),
        ("committee_chair", "city", "フエ市", "VN", "フエ市人民委員会委員長"),
    ],
)
def test_the_usual_title_fits_the_kind_of_place(role, place_kind, city, country, line):
    assert lines(role, place_kind=place_kind, city=city, country=country) == [f"{line}　山田　花子　様"]


@pytest.mark.parametrize(
    ("role", "title", "place_kind", "country"),
    [
        ("mayor", "", "prefecture", "JP"),  # no 滋賀県市長
        ("mayor", "", "", ""),
        ("governor", "", "province", "CA"),
        ("governor", "", "state", "DE"),
        ("county_head", "", "county", "US"),
        ("rector", "", "city", "JP"),
        ("association_head", "", "city", "JP"),
        ("official", "", "city", "JP"),
        ("mayor", "エグゼクティブ", "city", "JP"),
        ("minister", "大統領", "", ""),
        ("minister", "文化庁長官", "", "JP"),
    ],
)
def test_no_title_is_made_up_and_an_unknown_one_is_asked_for(role, title, place_kind, country):
    with pytest.raises(FormRequired):
        lines(role, title, place_kind=place_kind, country=country, city="滋賀県" if place_kind else "")


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("栗東市長", "mayor"),
        ("ソウル特別市長", "mayor"),
        ("栗東市長職務代理者", "mayor"),
        ("市長（2期目）", "mayor"),
        ("栗東市副市長", "deputy_mayor"),
        ("日野町副町長", "deputy_mayor"),
        ("副市長兼政策監", "deputy_mayor"),
        ("滋賀県知事", "governor"),
        ("オンタリオ州首相", "governor"),
        ("キーウ州国家行政庁長官", "governor"),
        ("滋賀県副知事", "deputy_governor"),
        ("楊平郡守", "county_head"),
        ("ダッハウ郡長", "county_head"),
        ("千代田区長", "district_head"),
        ("江南区庁長", "district_head"),
        ("日野町長", "town_head"),
        ("泊村長", "village_head"),
        ("オワーズ県地方長官", "prefect"),
        ("栗東市議会議長", "council_president"),
        ("外務大臣", "minister"),
        ("駐日スペイン特命全権大使", "ambassador"),
        ("観光大使", "official"),
        ("在中国日本国大使館公使", "official"),
        ("在上海日本国総領事", "consul_general"),
        ("副総領事", "consul"),
        ("在上海日本国総領事館領事", "consul"),
        ("臨時代理大使", "charge_d_affaires"),
        ("金沢大学学長", "rector"),
        ("東京大学総長", "rector"),
        ("事務総長", "official"),
        ("名古屋教区司教", "bishop"),
        ("○○宮殿下", "royal"),
        ("大津地方裁判所長", "judge"),
        ("大津地方検察庁検事正", "prosecutor"),
        ("フエ市人民委員会委員長", "committee_chair"),
        ("フエ市党委員会書記", "party_secretary"),
        ("二等書記官", "official"),
        ("市長公室長", "director"),
        ("国際課長補佐", "director"),
        ("ゼネラル・ディレクター", "director"),
        ("国際課長", "director"),
        ("金沢市立病院院長", "director"),
        ("日中友好協会会長", "association_head"),
        ("日中友好協会副会長", "official"),
        ("代表取締役社長", "official"),
        ("国際交流担当", "official"),
    ],
)
def test_a_title_tells_its_rank(title, rank):
    assert JAPANESE.rank_told(title) == rank


@pytest.mark.parametrize(
    ("role", "title", "facts", "line"),
    [
        ("mayor", "", {}, "栗東市長職務代理者　山田　花子　様"),
        ("mayor", "栗東市長", {}, "栗東市長職務代理者　山田　花子　様"),
        ("mayor", "栗東市長職務代理者", {}, "栗東市長職務代理者　山田　花子　様"),
        ("mayor", "栗東市副市長", {}, "栗東市長職務代理者　栗東市副市長　山田　花子　様"),
        ("governor", "", {"city": "滋賀県", "place_kind": "prefecture"}, "滋賀県知事職務代理者　山田　花子　様"),
        ("ambassador", "", {}, "臨時代理大使　山田　花子　様"),
        ("consul_general", "", {}, "総領事代理　山田　花子　様"),
        ("rector", "金沢大学学長", {}, "金沢大学学長職務代行者　山田　花子　様"),
    ],
)
def test_an_acting_post_is_said_to_be_one(role, title, facts, line):
    assert lines(role, title, acting=True, **facts) == [line]


def test_the_organization_stands_above_a_title_that_does_not_name_the_place():
    assert lines("mayor", organization="栗東市役所") == ["栗東市長　山田　花子　様"]
    assert lines("director", "国際課長", organization="栗東市役所") == ["栗東市役所", "国際課長　山田　花子　様"]
    assert lines("rector", "金沢大学学長", organization="金沢大学", city="") == ["金沢大学学長　山田　花子　様"]


def test_what_stands_before_a_name_stands_after_the_post():
    assert lines("mayor", prefix="医学博士") == ["栗東市長　医学博士　山田　花子　様"]


@pytest.mark.parametrize(
    ("role", "prefix", "line"),
    [
        ("person", "Dr", "博士　山田　花子　様"),
        ("person", "Prof.", "教授　山田　花子　様"),
        ("mayor", "Dr.", "栗東市長　山田　花子　様"),
        ("mayor", "Sir", "栗東市長　サー・山田　花子　様"),
    ],
)
def test_a_degree_in_latin_letters_is_put_into_japanese_or_left_to_the_post(role, prefix, line):
    assert lines(role, prefix=prefix) == [line]


@pytest.mark.parametrize(
    ("title", "organization", "block"),
    [
        ("国際交流課長", "栗東市国際交流課", ["栗東市国際交流課長　山田　花子　様"]),
        ("院長", "済生会滋賀県病院", ["済生会滋賀県病院長　山田　花子　様"]),
        ("学長", "金沢大学", ["金沢大学長　山田　花子　様"]),
        ("会長", "滋賀県日中友好協会", ["滋賀県日中友好協会", "会長　山田　花子　様"]),
        ("代表取締役社長", "株式会社加賀", ["株式会社加賀", "代表取締役社長　山田　花子　様"]),
    ],
)
def test_an_office_and_its_head_are_one_line_and_a_house_and_its_head_two(title, organization, block):
    assert lines("official", title, organization=organization) == block


@pytest.mark.parametrize("title", ["栗東市長様", "栗東市長殿"])
def test_no_honorific_stands_twice(title):
    assert lines("mayor", title) == ["栗東市長　山田　花子　様"]


def test_money_after_a_disaster_and_two_givers_of_one_place_are_said_once():
    assert JAPANESE.smooth("義援金寄附金100万円") == "義援金100万円"
    assert JAPANESE.smooth("貴市の加賀様及び貴市の青木氏様より") == "貴市の加賀様及び青木様より"
    assert JAPANESE.smooth("貴市のアン ホワイト様") == "貴市のアン・ホワイト様"


def test_a_foreign_name_has_its_dots():
    name = {"name": "アン ホワイト", "given": "アン", "family": "ホワイト"}
    assert lines("mayor", **name, city="パリ", country="FR") == ["パリ市長　アン・ホワイト　様"]


def test_an_organization_has_onchu():
    assert JAPANESE.envelope(Addressee("organization", organization="栗東市役所")) == ["栗東市役所　御中"]


# Opening and closing words --------------------------------------------------------------------------


def opening(role: str, kind: str = "thanks", **facts) -> tuple[str, str]:
    said = {**HANAKO, "city": "栗東市", "place_kind": "city", "country": "JP", "on": date(2020, 4, 20), **facts}
    reader = Addressee(role, kind=kind, condolence=kind == "condolence", **said)
    return JAPANESE.salutation(reader), JAPANESE.closing(reader)


@pytest.mark.parametrize(
    ("role", "facts", "words", "ending"),
    [
        ("mayor", {}, "謹啓　陽春の候、貴市におかれましてはますますご清栄の", "謹白"),
        ("deputy_mayor", {}, "拝啓　陽春の候、貴市におかれましてはますますご清栄の", "敬具"),
        (
            "governor",
            {"city": "北海道", "place_kind": "prefecture"},
            "謹啓　陽春の候、北海道におかれましてはますますご清栄の",
            "謹白",
        ),
        ("council_president", {}, "拝啓　陽春の候、貴議会におかれましてはますますご清栄の", "敬具"),
        ("ambassador", {"body_kind": "embassy"}, "謹啓　陽春の候、閣下におかれましてはますますご清祥の", "謹白"),
        ("consul", {"body_kind": "embassy"}, "拝啓　陽春の候、貴館におかれましてはますますご清栄の", "敬具"),
        (
            "rector",
            {"title": "学長", "body_kind": "school", "organization": "金沢大学"},
            "拝啓　陽春の候、貴学におかれましてはますますご清栄の",
            "敬具",
        ),
        (
            "minister",
            {"title": "厚生労働大臣", "body_kind": "other", "organization": "厚生労働省"},
            "謹啓　陽春の候、貴省におかれましてはますますご清栄の",
            "謹白",
        ),
        (
            "judge",
            {"title": "大津地方裁判所長", "body_kind": "other", "organization": "大津地方裁判所"},
            "拝啓　陽春の候、貴所におかれましてはますますご清栄の",
            "敬具",
        ),
        ("organization", {"body_kind": "company"}, "拝啓　陽春の候、貴社におかれましてはますますご清栄の", "敬具"),
        ("person", {"city": ""}, "拝啓　陽春の候、ますますご健勝の", "敬具"),
    ],
)
def test_a_letter_of_thanks_opens_and_closes_with_words_that_belong_together(role, facts, words, ending):
    assert opening(role, **facts) == (f"{words}こととお慶び申し上げます。", ending)
    assert opening(role, "letter", **facts) == opening(role, **facts)


@pytest.mark.parametrize("kind", ["condolence", "reciprocal_support", "notification", "kind-of-the-office", ""])
@pytest.mark.parametrize("role", ["mayor", "organization", "person"])
def test_no_opening_word_where_a_letter_is_grave_or_plain_business(role, kind):
    assert opening(role, kind) == ("", "")


@pytest.mark.parametrize(
    ("day", "season"),
    [
        ((1, 4), "新春"),
        ((1, 10), "厳寒"),
        ((2, 3), "厳寒"),
        ((2, 4), "余寒"),
        ((3, 15), "早春"),
        ((4, 20), "陽春"),
        ((5, 1), "新緑"),
        ((6, 30), "向暑"),
        ((7, 7), "向暑"),
        ((7, 15), "盛夏"),
        ((8, 7), "盛夏"),
        ((8, 8), "残暑"),
        ((9, 20), "初秋"),
        ((10, 5), "秋冷"),
        ((11, 15), "晩秋"),
        ((11, 25), "向寒"),
        ((12, 31), "師走"),
    ],
)
def test_the_season_is_that_of_the_letters_day(day, season):
    assert f"{season}の候、" in opening("mayor", on=date(2020, *day))[0]


def test_a_reader_outside_japan_is_told_no_season():
    said, _ending = opening("mayor", city="シドニー", country="AU")
    assert said.startswith("謹啓　時下、貴市におかれましては")


def test_the_sender_stands_above_the_heading_and_the_text_title_first():
    signatory = Signatory("衡陽市人民政府", "李華", "李", "華", "市長")
    assert JAPANESE.signature(signatory) == ["衡陽市人民政府", "市長　李　華"]
    assert JAPANESE.signature(Signatory("衡陽市人民政府")) == ["衡陽市人民政府"]
    order = [
        JAPANESE.parts.index(part) for part in ("addressee", "signature", "heading", "salutation", "body", "closing")
    ]
    assert order == sorted(order)


def test_the_date_stands_without_a_place():
    assert JAPANESE.place_and_date("衡陽市", date(2020, 3, 5)) == "2020年3月5日"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        *(
            (title, ("謹啓", "謹白"))
            for title in ("栗東市長", "滋賀県知事", "楊平郡守", "千代田区長", "日野町長", "泊村長")
        ),
        *((title, ("謹啓", "謹白")) for title in ("オワーズ県地方長官", "外務大臣", "特命全権大使", "名古屋教区司教")),
        *((title, ("謹啓", "謹白")) for title in ("○○宮殿下", "フエ市人民委員会委員長", "フエ市党委員会書記")),
        *((title, ("謹啓", "謹白")) for title in ("栗東市長職務代理者",)),
        *((title, ("拝啓", "敬具")) for title in ("栗東市副市長", "滋賀県副知事", "栗東市議会議長", "総領事", "領事")),
        *((title, ("拝啓", "敬具")) for title in ("臨時代理大使", "金沢大学学長", "大津地方裁判所長", "検事正")),
        *((title, ("拝啓", "敬具")) for title in ("国際課長", "日中友好協会会長", "顧問")),
    ],
)
def test_the_title_on_record_decides_opening_and_closing(title, words):
    said, ending = opening("official", title=title, body_kind="city_government")
    assert (said.split("　")[0], ending) == words
