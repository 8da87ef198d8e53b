"""Korean letters: numbers, counters, particles, forms of address, dates (docs/domain.md §1.5, §2, §4, §13.4)."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from correspondence.languages import language_rules
from correspondence.languages.base import FEMALE, MALE, UNKNOWN, Addressee, FormRequired, Signatory, Word
from crm.dates import parse_partial_date

KOREAN = language_rules("ko")
WORDS = {
    name: Word(**forms) for name, forms in tomllib.loads(Path("fixtures/item_words/ko.toml").read_text("utf-8")).items()
}
GENDERS = (UNKNOWN, FEMALE, MALE)


def held(phrase: str) -> str:
    """A phrase in which _ is the space that holds a number to its counter."""
    return phrase.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("quantity", "phrase"),
    [
        ("0", "마스크 0장"),
        ("1", "마스크 1장"),
        ("1.000", "마스크 1장"),
        ("21", "마스크 21장"),
        ("4000", "마스크 4,000장"),
        ("20000", "마스크 2만_장"),
        ("26000.000", "마스크 2만_6000장"),
        ("260000", "마스크 26만_장"),
        ("1000000", "마스크 100만_장"),
        ("1234567898", "마스크 12억_3456만_7898장"),
        ("2000000000000", "마스크 2조_장"),
    ],
)
def test_a_number_is_grouped_by_ten_thousands_and_stands_before_its_counter(quantity, phrase):
    assert KOREAN.count(WORDS["mask"], Decimal(quantity)) == held(phrase)


@pytest.mark.parametrize(
    ("item", "quantity", "qualifier", "unit", "phrase"),
    [
        ("mask", None, "exact", "piece", "마스크"),
        ("mask", None, "large", "piece", "다량의 마스크"),
        ("book", None, "some", "piece", "도서 여러 권"),
        ("protective_supplies", "500", "exact", "piece", "방역 물품 500점"),
        ("mask", "20", "about", "piece", "마스크 약_20장"),
        ("mask", "20000", "about", "piece", "마스크 약_2만_장"),
        ("mask", "20", "over", "piece", "마스크 20여_장"),
        ("mask", "4000", "over", "piece", "마스크 4000여_장"),
        ("mask", "260000", "over", "piece", "마스크 26만여_장"),
        ("mask", "1000000", "over", "piece", "마스크 100만여_장"),
        ("mask", "265000", "over", "piece", "마스크 26만_5000여_장"),
        ("mask", "15", "over", "piece", "마스크 15장 남짓"),
        ("mask", "9", "over", "piece", "마스크 9장 남짓"),
        ("protective_suit", "2", "exact", "piece", "방호복 2벌"),
        ("protective_suit", "2", "exact", "set", "방호복 2벌"),
        ("goggles", "50", "exact", "piece", "고글 50개"),
        ("goggles", "50", "exact", "pair", "고글 50개"),
        ("gloves", "200", "exact", "piece", "장갑 200장"),
        ("gloves", "200", "exact", "pair", "장갑 200켤레"),
        ("thermometer", "5", "exact", "piece", "체온계 5개"),
        ("ventilator", "3", "exact", "piece", "인공호흡기 3대"),
        ("disinfectant", "11", "exact", "piece", "소독제 11병"),
        ("disinfectant", "11", "exact", "bottle", "소독제 11병"),
        ("book", "101", "exact", "piece", "도서 101권"),
        ("mask", "1", "exact", "carton", "마스크 1상자"),
        ("mask", "30", "about", "box", "마스크 약_30상자"),
        ("mask", "3", "exact", "pack", "마스크 3팩"),
        ("protective_supplies", "2", "exact", "set", "방역 물품 2세트"),
        ("protective_supplies", "2", "exact", "batch", "방역 물품 2건"),
        ("disinfectant", "20.000", "exact", "kilogram", "소독제 20킬로그램"),
        ("disinfectant", "1.5", "exact", "tonne", "소독제 1.5톤"),
        ("disinfectant", "200", "over", "litre", "소독제 200여_리터"),
    ],
)
def test_a_quantity_has_its_qualifier_and_counter(item, quantity, qualifier, unit, phrase):
    amount = None if quantity is None else Decimal(quantity)
    assert KOREAN.count(WORDS[item], amount, qualifier, unit) == held(phrase)


def test_a_single_thing_whose_number_is_not_told_is_one():
    assert (KOREAN.name_one(WORDS["book"]), KOREAN.name_goods(WORDS["book"])) == ("도서 한 권", "도서")


@pytest.mark.parametrize(
    ("value", "currency", "qualifier", "phrase"),
    [
        ("30000", "CNY", "exact", "성금 3만_위안"),
        ("1000000", "JPY", "exact", "성금 100만_엔"),
        ("500000", "JPY", "over", "성금 50만여_엔"),
        ("4000.50", "EUR", "about", "성금 약_4,000.5유로"),
        ("1000000", "KRW", "exact", "성금 100만_원"),
        ("10000", "USD", "exact", "성금 미화 1만_달러"),
        ("10000", "USD", "about", "성금 미화 약_1만_달러"),
        ("300", "GBP", "exact", "성금 300파운드"),
        ("7", "AUD", "exact", "성금 7_호주 달러"),
    ],
)
def test_money_is_a_donation_that_names_its_currency(value, currency, qualifier, phrase):
    assert KOREAN.money(Decimal(value), currency, qualifier) == held(phrase)


@pytest.mark.parametrize(
    ("written", "phrase"), [("2020-03-05", "2020년 3월 5일"), ("2020-03", "2020년 3월"), ("2020", "2020년")]
)
def test_a_time_is_no_finer_than_it_is_known(written, phrase):
    assert KOREAN.when(parse_partial_date(written)) == phrase


@pytest.mark.parametrize(
    ("phrases", "joined"),
    [
        (["마스크"], "마스크"),
        (["마스크", "장갑"], "마스크와 장갑"),
        (["방호복", "장갑"], "방호복과 장갑"),
        (["마스크 20장", "방호복 2벌", "도서 1권"], "마스크 20장, 방호복 2벌과 도서 1권"),
        (["Robert", "수원시"], "Robert 및 수원시"),
    ],
)
def test_a_list_is_joined_by_the_particle_that_its_words_ask_for(phrases, joined):
    assert KOREAN.join(phrases) == joined


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("마스크을(를)", "마스크를"),
        ("장갑을(를)", "장갑을"),
        ("헝양시민은(는)", "헝양시민은"),
        ("수원시이(가)", "수원시가"),
        ("인민정부과(와)", "인민정부와"),
        ("태풍 라이으로(로)", "태풍 라이로"),
        ("지진으로(로)", "지진으로"),
        ("폭설으로(로) 인한", "폭설로 인한"),
        ("서울과(와)의 교류", "서울과의 교류"),
        ("가가 주식회사으로(로)부터", "가가 주식회사로부터"),
        ("코로나19을(를)", "코로나19를"),
        ("제21을(를)", "제21을"),
        ("3만을(를) 100을(를)", "3만을 100을"),
        ("SNS을(를)", "SNS를"),
        ("KCL으로(로)", "KCL로"),
        ("IBM이(가)", "IBM이"),
        ("SF International이(가)", "SF International이"),
        ("Hengyang과(와)", "Hengyang과"),
        ("FedEx을(를)", "FedEx를"),
        ("“라이”으로(로)", "“라이”로"),
        ("세계보건기구(WHO)은(는)", "세계보건기구(WHO)는"),
        ("삼성(주)을(를)", "삼성(주)를"),
        ("10장(오산시과(와) 함께)", "10장(오산시와 함께)"),
        ("Robert을(를)", "Robert을(를)"),
        ("헝양시  시민 ", "헝양시 시민"),
    ],
)
def test_a_marked_particle_fits_the_last_sound_or_stays_in_both_forms(marked, words):
    assert KOREAN.smooth(marked) == words


def test_several_times_say_the_year_once():
    times = [parse_partial_date(written) for written in ("2020-02", "2020-03", "2021-01")]
    assert KOREAN.when_several(times[:1]) == "2020년 2월"
    assert KOREAN.when_several(times[:2]) == "2020년 2월과 3월"
    assert KOREAN.when_several(times) == "2020년 2월, 3월과 2021년 1월"
    assert KOREAN.when_several([parse_partial_date("2020"), *times[:2]]) == "2020년 2월과 3월"


def test_a_place_is_the_city_or_where_the_reader_is():
    assert (KOREAN.where("수원시"), KOREAN.where("")) == ("수원시에서", "계신 곳에서")


@pytest.mark.parametrize(
    ("kind", "name", "country", "your", "people"),
    [
        ("city", "수원시", "KR", "귀 시", "수원시민 여러분"),
        ("city", "수원특례시", "KR", "귀 시", "수원시민 여러분"),
        ("city", "광주광역시", "KR", "귀 시", "광주시민 여러분"),
        ("province", "제주특별자치도", "KR", "귀 도", "제주도민 여러분"),
        ("county", "양평군", "KR", "귀 군", "양평군민 여러분"),
        ("city", "양평군", "KR", "귀 군", "양평군민 여러분"),
        ("district", "강남구", "KR", "귀 구", "강남구민 여러분"),
        ("province", "경기도", "KR", "귀 도", "경기도민 여러분"),
        ("town", "홍천읍", "KR", "귀 읍", "홍천읍민 여러분"),
        ("prefecture", "시가현", "JP", "귀 현", "시가현민 여러분"),
        ("town", "류오정", "JP", "귀 지역", "류오정 주민 여러분"),
        ("state", "오하이오주", "US", "귀 주", "오하이오주 주민 여러분"),
        ("county", "오렌지 카운티", "US", "귀 카운티", "오렌지 카운티 주민 여러분"),
        ("province", "후난성", "CN", "귀 성", "후난성 주민 여러분"),
        ("city", "과달라하라", "ES", "귀 시", "과달라하라 시민 여러분"),
        ("city", "톨레도", "ES", "귀 시", "톨레도 시민 여러분"),
        ("city", "광주", "", "귀 시", "광주 시민 여러분"),
        ("village", "알펜바흐", "AT", "귀 지역", "알펜바흐 주민 여러분"),
        ("country", "", "NO", "귀국", "귀국 정부 및 국민 여러분"),
        ("hospital", "", "KR", "귀 병원", "귀 병원 임직원 여러분"),
        ("school", "", "KR", "귀교", "귀교 교직원 및 학생 여러분"),
        ("company", "", "KR", "귀사", "귀사 임직원 여러분"),
        ("association", "", "KR", "귀 단체", "귀 단체 임직원 여러분"),
        ("other", "", "KR", "귀 기관", "귀 기관 구성원 여러분"),
        ("person", "", "KR", "귀하", "가족 친지 여러분"),
    ],
)
def test_your_place_and_your_people_follow_from_the_kind_and_the_name(kind, name, country, your, people):
    assert (KOREAN.your_place(kind, name, country), KOREAN.your_people(kind, name, country)) == (your, people)


@pytest.mark.parametrize(
    ("kind", "name", "your"),
    [
        ("association", "춘천한중우호협회", "귀 협회"),
        ("association", "대한적십자사", "귀 단체"),
        ("hospital", "대한병원협회", "귀 병원"),
    ],
)
def test_only_what_is_called_a_society_is_one(kind, name, your):
    assert KOREAN.your_place(KOREAN.body_kind(kind, name)) == your


def test_our_people_are_named_once_with_their_city():
    assert KOREAN.people_of("city", "헝양시", "CN") == "헝양시민"
    assert KOREAN.full_place("헝양시", "후난성") == "중화인민공화국 후난성 헝양시"
    assert KOREAN.full_place("헝양시", "") == "중화인민공화국 헝양시"


@pytest.mark.parametrize("gender", GENDERS)
@pytest.mark.parametrize(
    ("role", "title", "salutation", "envelope"),
    [
        ("mayor", "", "존경하는 김민준 시장님께", "수원시장 김민준 귀하"),
        ("mayor", "수원시장 권한대행", "존경하는 김민준 시장 권한대행님께", "수원시장 권한대행 김민준 귀하"),
        (
            "mayor",
            "수원시장 권한대행(부시장)",
            "존경하는 김민준 시장 권한대행님께",
            "수원시장 권한대행(부시장) 김민준 귀하",
        ),
        ("mayor", "수원특례시장", "존경하는 김민준 시장님께", "수원특례시장 김민준 귀하"),
        ("deputy_mayor", "", "존경하는 김민준 부시장님께", "수원시 부시장 김민준 귀하"),
        ("deputy_mayor", "수원시 제1부시장", "존경하는 김민준 부시장님께", "수원시 제1부시장 김민준 귀하"),
        ("official", "수원시 행정부시장 직무대리", "존경하는 김민준 부시장 직무대리님께", None),
        ("council_president", "", "존경하는 김민준 의장님께", "수원시의회 의장 김민준 귀하"),
        ("director", "", "존경하는 김민준 님께", "김민준 귀하"),
        ("director", "국제협력과장", "김민준 과장님께", "국제협력과장 김민준 귀하"),
        ("official", "국제협력과장 직무대리", "김민준 과장 직무대리님께", "국제협력과장 직무대리 김민준 귀하"),
        ("official", "국장 겸 대변인", "김민준 국장님께", "국장 겸 대변인 김민준 귀하"),
        ("official", "사무총장", "김민준 사무총장님께", "사무총장 김민준 귀하"),
        ("official", "시장 비서실장", "김민준 실장님께", "시장 비서실장 김민준 귀하"),
        ("ambassador", "", "존경하는 김민준 대사님께", "대사 김민준 귀하"),
        ("ambassador", "주한 노르웨이 대사", "존경하는 김민준 대사님께", "주한 노르웨이 대사 김민준 귀하"),
        ("consul_general", "총영사", "존경하는 김민준 총영사님께", "총영사 김민준 귀하"),
        ("consul", "부총영사", "존경하는 김민준 부총영사님께", "부총영사 김민준 귀하"),
        ("charge_d_affaires", "대사대리", "존경하는 김민준 대사대리님께", "대사대리 김민준 귀하"),
        ("official", "외교부 장관", "존경하는 김민준 장관님께", "외교부 장관 김민준 귀하"),
        ("rector", "아주대학교 총장", "존경하는 김민준 총장님께", "아주대학교 총장 김민준 귀하"),
        ("bishop", "천주교 수원교구장", "존경하는 김민준 주교님께", "천주교 수원교구장 김민준 주교 귀하"),
        ("judge", "수원지방법원장", "존경하는 김민준 법원장님께", "수원지방법원장 김민준 귀하"),
        ("prosecutor", "수원지방검찰청 검사장", "존경하는 김민준 검사장님께", "수원지방검찰청 검사장 김민준 귀하"),
        ("committee_chair", "다낭시 인민위원회 위원장", "존경하는 김민준 위원장님께", None),
        ("party_secretary", "다낭시 당서기", "존경하는 김민준 서기님께", None),
        ("association_head", "한중우호협회 회장", "존경하는 김민준 회장님께", "한중우호협회 회장 김민준 귀하"),
        ("official", "수원중앙병원장", "존경하는 김민준 병원장님께", "수원중앙병원장 김민준 귀하"),
        ("person", "", "존경하는 김민준 님께", "김민준 귀하"),
    ],
)
def test_a_person_has_one_honorific(role, title, salutation, envelope, gender):
    reader = Addressee(role, "김민준", "김", "민준", gender=gender, title=title, city="수원시", place_kind="city")
    assert not KOREAN.requires_gender(reader)
    assert (KOREAN.salutation(reader), KOREAN.envelope(reader)) == (salutation, [envelope or f"{title} 김민준 귀하"])


@pytest.mark.parametrize(
    ("title", "rank", "called"),
    [
        ("경기도지사", "governor", "지사"),
        ("제주특별자치도지사", "governor", "지사"),
        ("경기도지사 권한대행", "governor", "지사 권한대행"),
        ("오하이오 주지사", "governor", "주지사"),
        ("시가현 지사", "governor", "지사"),
        ("오사카부지사", "governor", "지사"),
        ("온타리오주 수상", "governor", "수상"),
        ("경기도 행정부지사", "deputy_governor", "부지사"),
        ("양평군 부군수", "deputy_mayor", "부군수"),
        ("강남구 부구청장", "deputy_mayor", "부구청장"),
        ("양평군수", "county_head", "군수"),
        ("강남구청장", "district_head", "구청장"),
        ("홍천읍장", "town_head", "읍장"),
        ("류오정장", "town_head", "정장"),
        ("오가타촌장", "village_head", "촌장"),
        ("수원시의회 부의장", "council_president", "부의장"),
    ],
)
def test_the_title_on_record_decides_the_rank_and_what_the_holder_is_called(title, rank, called):
    reader = Addressee("mayor", "김민준", title=title)
    assert (KOREAN.rank_of(reader), KOREAN.salutation(reader)) == (rank, f"존경하는 김민준 {called}님께")
    assert KOREAN.envelope(reader) == [f"{title} 김민준 귀하"]


@pytest.mark.parametrize(
    ("role", "city", "kind", "country", "post"),
    [
        ("mayor", "양평군", "county", "KR", "양평군수"),
        ("county_head", "양평군", "county", "KR", "양평군수"),
        ("mayor", "강남구", "district", "KR", "강남구청장"),
        ("mayor", "서울특별시", "city", "KR", "서울특별시장"),
        ("mayor", "경기도", "province", "KR", "경기도지사"),
        ("governor", "경기도", "province", "KR", "경기도지사"),
        ("governor", "시가현", "prefecture", "JP", "시가현지사"),
        ("governor", "오하이오주", "state", "US", "오하이오 주지사"),
        ("town_head", "류오정", "town", "JP", "류오정장"),
        ("deputy_governor", "경기도", "province", "KR", "경기도 부지사"),
        ("deputy_mayor", "양평군", "county", "KR", "양평군 부군수"),
        ("council_president", "양평군", "county", "KR", "양평군의회 의장"),
        ("council_president", "과달라하라", "city", "ES", "과달라하라 시의회 의장"),
        ("mayor", "과달라하라", "city", "ES", "과달라하라 시장"),
        ("mayor", "톨레도", "city", "ES", "톨레도 시장"),
        ("mayor", "", "", "", "시장"),
    ],
)
def test_the_usual_title_fits_the_kind_of_place(role, city, kind, country, post):
    reader = Addressee(role, "N", city=city, place_kind=kind, country=country)
    assert KOREAN.envelope(reader) == [f"{post} N 귀하"]
    assert post.endswith(KOREAN.salutation(reader).removeprefix("존경하는 N ").removesuffix("님께"))


@pytest.mark.parametrize(
    ("role", "title", "city", "kind", "country"),
    [
        ("official", "", "수원시", "city", "KR"),
        ("official", "수원시 홍보물", "수원시", "city", "KR"),
        ("governor", "", "수원시", "city", "KR"),
        ("governor", "", "온타리오주", "province", "CA"),
        ("mayor", "", "오렌지 카운티", "county", "US"),
        ("prefect", "", "코르시카", "prefecture", "FR"),
        ("minister", "", "", "", "KR"),
        ("royal", "왕세자", "", "", "NO"),
    ],
)
def test_no_title_is_made_up_and_none_guessed(role, title, city, kind, country):
    reader = Addressee(role, "N", title=title, city=city, place_kind=kind, country=country)
    for propose in (KOREAN.salutation, KOREAN.envelope):
        with pytest.raises(FormRequired):
            propose(reader)
    assert KOREAN.closing(reader)


@pytest.mark.parametrize(
    ("role", "title", "post", "called"),
    [
        ("mayor", "", "수원시장 권한대행", "시장 권한대행"),
        ("mayor", "수원시장", "수원시장 권한대행", "시장 권한대행"),
        ("mayor", "수원시장 직무대리", "수원시장 직무대리", "시장 직무대리"),
        ("association_head", "협회 회장", "협회 회장 직무대행", "회장 직무대행"),
        ("ambassador", "대사", "대사대리", "대사대리"),
    ],
)
def test_who_only_acts_is_said_to(role, title, post, called):
    reader = Addressee(role, "김민준", title=title, acting=True, city="수원시", place_kind="city")
    assert KOREAN.envelope(reader) == [f"{post} 김민준 귀하"]
    assert KOREAN.salutation(reader) == f"존경하는 김민준 {called}님께"


def test_a_doctor_without_a_post_is_called_so_after_the_name():
    doctor = Addressee("person", "이서연", prefix="Dr.")
    assert (KOREAN.salutation(doctor), KOREAN.envelope(doctor)) == ("존경하는 이서연 박사님께", ["이서연 박사 귀하"])


def test_the_organization_stands_above_a_title_that_does_not_name_the_city():
    section = Addressee("director", "김민준", title="국제협력과장", organization="수원시청", city="수원시")
    assert KOREAN.envelope(section) == ["수원시청", "국제협력과장 김민준 귀하"]
    assert KOREAN.envelope(section.of_record(title="")) == ["수원시청", "김민준 귀하"]
    assert KOREAN.envelope(Addressee("mayor", "김민준", organization="수원시청", city="수원시")) == [
        "수원시장 김민준 귀하"
    ]


@pytest.mark.parametrize(
    ("title", "organization", "lines"),
    [
        ("소양대학교 총장", "소양대학교", ["소양대학교 총장 김민준 귀하"]),
        ("주중국 대한민국 대사", "주중국 대한민국 대사관", ["주중국 대한민국 대사 김민준 귀하"]),
        ("주우한 총영사", "주우한 대한민국 총영사관", ["주우한 대한민국 총영사관", "주우한 총영사 김민준 귀하"]),
        ("총장", "소양대학교", ["소양대학교", "총장 김민준 귀하"]),
    ],
)
def test_an_organization_that_the_title_names_is_not_written_twice(title, organization, lines):
    assert KOREAN.envelope(Addressee("other", "김민준", title=title, organization=organization)) == lines


def test_an_organization_has_gwijung():
    organization = Addressee("organization", organization="수원시청")
    assert (KOREAN.salutation(organization), KOREAN.envelope(organization)) == (
        "수원시청 관계자 여러분께",
        ["수원시청 귀중"],
    )


@pytest.mark.parametrize(
    ("role", "condolence", "closing"),
    [
        ("mayor", False, "감사합니다."),
        ("director", False, "감사합니다."),
        ("organization", False, "감사합니다."),
        ("person", False, "감사합니다."),
        ("ambassador", False, "깊은 경의를 표하며, 감사합니다."),
        ("minister", False, "깊은 경의를 표하며, 감사합니다."),
        ("mayor", True, "다시 한번 삼가 위로의 말씀을 드립니다."),
        ("ambassador", True, "다시 한번 삼가 위로의 말씀을 드립니다."),
    ],
)
def test_the_closing_thanks_but_in_a_condolence(role, condolence, closing):
    assert KOREAN.closing(Addressee(role, "김민준", condolence=condolence)) == closing


def test_the_signature_is_the_identity_then_title_and_name():
    signatory = Signatory("헝양시 인민정부", "Li Hua", title="시장")
    assert KOREAN.signature(signatory) == ["헝양시 인민정부", "시장 Li Hua"]
    assert KOREAN.signature(Signatory("헝양시 인민정부")) == ["헝양시 인민정부"]


def test_the_date_stands_without_a_place():
    assert KOREAN.place_and_date("헝양시", date(2020, 3, 5)) == "2020년 3월 5일"
