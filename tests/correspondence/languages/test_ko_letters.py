"""Korean letters as composed: what a Korean official reads (docs/domain.md §1.5, §3.1, §13.4)."""

from datetime import date

import pytest

from correspondence.paper.html import mark_up
from crm.models import IssuingIdentity, ItemKind, Occasion
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

KINDS = ("notification", "condolence", "thanks", "reciprocal_support", "letter")
NAME = {"family": "김", "given": "민준", "chinese": ("金", "敏俊"), "family_first": True}
FOR_ALL = "헝양시 인민정부와 헝양시민을 대표하여, 또한 저 개인적으로도 "


@pytest.fixture
def korea(texts):
    world = World("ko", "KR")
    world.suwon = world.city("수원시", "水原市", government=("수원시청", "水原市政府"))
    world.mayor = world.holder(world.suwon, "mayor", **NAME)
    return world


def said(pair) -> dict[str, str]:
    """A Korean letter's paragraphs by key, the spaces that hold numbers like others."""
    return {paragraph.key: paragraph.body.replace("\u00a0", " ") for paragraph in pair.foreign.paragraphs}


def storm(world, *cities, **facts):
    return world.occasion(
        "storm", {"ko": "태풍 라이", "zh-hans": "台风“雷伊”"}, countries=["KR"], cities=cities, **facts
    )


def covid():
    return Occasion.objects.get(slug__startswith="covid")


def test_a_letter_of_thanks_names_the_gift_their_city_and_its_people(korea):
    gift = korea.gift(korea.suwon, mask=20000, gloves=None)
    pair = korea.write("thanks", korea.mayor, received=[gift], occasion=covid())
    assert said(pair) == {
        "thanks": "2020년 2월 5일, 귀 시에서 보내 주신 마스크 2만 장과 장갑을 감사히 받았습니다. "
        f"{FOR_ALL}귀하와 수원시민 여러분께 진심으로 감사의 말씀을 드립니다.",
        "meaning": "코로나19에 맞서 힘겨운 나날을 보내던 헝양시민은 보내 주신 따뜻한 마음 덕분에 혼자가 아님을 느낄 수 "
        "있었습니다. 저희는 이를 결코 잊지 않겠습니다.",
        "wish": "귀하와 수원시민 여러분의 건강과 평안, 행복을 기원합니다.",
    }
    assert pair.foreign.addressee == "수원시장 김민준 귀하"
    assert (pair.foreign.salutation, pair.foreign.closing) == ("존경하는 김민준 시장님께", "감사합니다.")
    assert pair.foreign.signature == "헝양시 인민정부\n헝양시장 천밍위안"


def test_money_is_a_donation_and_is_delivered_as_one(korea):
    yen = {"item": "money", "value": 1000000, "currency": "JPY"}
    gift = korea.gift(korea.suwon, lines=[yen], disposals=[{"beneficiary": "hospitals"}])
    letter = said(korea.write("thanks", korea.mayor, received=[gift], occasion=None))
    assert letter["thanks"].startswith("2020년 2월 5일, 귀 시에서 보내 주신 성금 100만 엔을 감사히 받았습니다.")
    assert letter["use"] == "보내 주신 성금은 저희 시의 병원을 위하여 쓰였습니다."
    support = korea.gift(korea.suwon, direction="given", state="planned", lines=[{**yen, "currency": "CNY"}])
    letter = said(korea.write("reciprocal_support", korea.mayor, received=[gift], given=[support], occasion=None))
    assert letter["memory"].startswith("2020년 2월에 귀 시에서 보내 주신 성금, 그 따뜻한 도움을")
    assert letter["support"].startswith(
        "작은 정성이지만, 성금 100만 위안에 저희의 우정을 담아 귀 시로 보내 드리고자 합니다."
    )


def test_what_others_gave_is_thanked_by_their_names(korea):
    firm = korea.organization("가가 주식회사", "加贺株式会社", kind="company", city=korea.suwon)
    friend = korea.person("이", "서연", chinese=("李", "瑞妍"), family_first=True)
    osan = korea.city("오산시", "乌山市")
    own = korea.gift(korea.suwon, osan, mask=10)
    theirs = korea.gift(firm, friend, day="2020-03", mask=15)
    letter = said(korea.write("thanks", korea.mayor, received=[own, theirs], occasion=None))
    assert letter["thanks"].startswith("2020년 2월 5일, 귀 시에서 오산시와 함께 보내 주신 마스크 10장을")
    assert letter["others"] == (
        "아울러 2020년 3월에는 귀 시의 가가 주식회사와 이서연 님으로부터 마스크 15장도 감사히 받았습니다. "
        "귀하께서 저희의 감사 인사를 함께 전해 주시면 고맙겠습니다."
    )
    letter = said(korea.write("thanks", korea.mayor, received=[theirs], occasion=None))
    assert letter["thanks"].startswith("2020년 3월, 귀 시의 가가 주식회사와 이서연 님으로부터 마스크 15장을 감사히")
    several = said(korea.write("thanks", korea.mayor, received=[own, korea.gift(korea.suwon, book=1)], occasion=None))
    assert several["list"] == "- 2020년 2월 5일: 마스크 10장(오산시와 함께)\n- 2020년 2월 5일: 도서 1권"


def test_what_came_through_somebody_is_said_and_one_thing_stays_one(korea):
    red_cross = korea.organization("대한적십자사", "大韩红十字会")
    gift = korea.gift(korea.suwon, book=1, via_organization=red_cross)
    letter = said(korea.write("thanks", korea.mayor, received=[gift], occasion=None))
    assert letter["through"] == (
        "보내 주신 물품은 대한적십자사를 통하여 저희에게 전달되었으며, 그 노고에도 깊이 감사드립니다."
    )
    support = korea.gift(korea.suwon, direction="given", state="planned", mask=30000)
    letter = said(korea.write("reciprocal_support", korea.mayor, received=[gift], given=[support], occasion=None))
    assert letter["memory"].startswith("2020년 2월에 귀 시에서 보내 주신 도서 한 권, 그 따뜻한 도움을")


def test_help_for_several_is_told_once(korea):
    uses = [{"beneficiary": place} for place in ("hospitals", "frontline", "schools", "communities")]
    gift = korea.gift(korea.suwon, mask=10, disposals=uses)
    letter = said(korea.write("thanks", korea.mayor, received=[gift], occasion=None))
    assert letter["use"] == ("보내 주신 물품은 저희 시의 병원, 최일선 현장, 학교와 지역사회에 각각 전달되었습니다.")


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        ("condolence", "letter", "위로의 서한"),
        ("condolence", "telegram", "위로의 전문"),
        ("congratulation", "letter", "축하의 서한"),
        ("invitation", "letter", "서한"),
    ],
)
def test_their_letter_is_thanked_for_as_what_it_was(korea, kind, means, words):
    theirs = korea.letter(kind, korea.mayor, means=means)
    letter = said(korea.write("thanks", korea.mayor, received=[], replies_to=theirs, occasion=None))
    assert letter["thanks"] == (f"{FOR_ALL}2020년 3월 5일에 보내 주신 {words}에 진심으로 감사의 말씀을 드립니다.")


def test_a_storm_is_told_by_the_harm_it_did_there(korea):
    letter = said(korea.write("condolence", korea.mayor, occasion=storm(korea, korea.suwon)))
    assert letter["concern"] == "태풍 라이로 수원시에서 큰 피해를 입으셨다는 소식에 깊은 안타까움을 금할 수 없습니다."
    assert letter["sympathy"] == (
        f"{FOR_ALL}귀하께, 아울러 귀하를 통하여 피해를 입으신 분들과 구호에 애쓰시는 분들, 그리고 수원시민 여러분께 "
        "진심 어린 위로의 뜻을 전합니다."
    )
    assert "deaths" not in letter


def test_what_happened_elsewhere_is_not_put_into_their_city(korea):
    crash = korea.occasion(
        "accident", {"ko": "제주항공 여객기 참사", "zh-hans": "济州航空客机事故"}, countries=["KR"], deaths=True
    )
    letter = said(korea.write("condolence", korea.mayor, occasion=crash))
    assert letter["concern"] == "제주항공 여객기 참사 소식에 깊은 슬픔과 안타까움을 금할 수 없습니다."
    assert letter["deaths"] == (
        "희생되신 분들께 삼가 깊은 애도의 뜻을 표하며, 유가족과 지인 여러분께 깊은 위로의 말씀을 드립니다."
    )


def test_a_quake_in_their_city_with_injured(korea):
    quake = korea.occasion("earthquake", countries=["KR"], in_cities=[korea.suwon], injured=True)
    letter = said(korea.write("condolence", korea.mayor, occasion=quake))
    assert letter["concern"] == "수원시에서 발생한 지진 소식에 깊은 안타까움을 금할 수 없습니다."
    assert "부상을 입으신 분들, 피해를 입으신 분들과" in letter["sympathy"]


def test_an_epidemic_names_patients_and_those_who_heal_them(korea):
    pair = korea.write("condolence", korea.mayor, occasion=covid())
    letter = said(pair)
    assert letter["concern"] == (
        "수원시에서 코로나19 확산으로 큰 어려움을 겪고 계신다는 소식에 깊은 안타까움과 염려를 금할 수 없습니다."
    )
    assert "투병 중이신 환자분들과 의료진 여러분, 그리고 수원시민 여러분께" in letter["sympathy"]
    assert pair.foreign.closing == "다시 한번 삼가 위로의 말씀을 드립니다."
    assert "감사" not in pair.foreign.words


@pytest.mark.parametrize("kind", ["city", "county", "hospital", "company", "association", "embassy", "person"])
def test_every_reader_is_spoken_to_as_what_they_are(korea, kind):
    county = korea.city("양평군", "杨平郡", kind="county", government=("양평군청", "杨平郡政府"))
    body = "city" if kind in ("city", "county", "person") else kind
    made = None if body == "city" else korea.organization("모두의 곳", "大家之所", kind=kind, city=korea.suwon)
    to = {
        "city": korea.suwon.organizations.get(kind="city_government"),
        "county": korea.holder(county, "county_head", **NAME),
        "person": korea.person("이", "서연", chinese=("李", "瑞妍"), family_first=True),
    }.get(kind, made)
    people = {
        "city": "수원시민 여러분께",
        "county": "양평군민 여러분께",
        "hospital": "귀 병원 임직원 여러분께",
        "company": "귀사 임직원 여러분께",
        "association": "귀 협회 임직원 여러분께",
        "embassy": "귀국 정부 및 국민 여러분께",
        "person": "가족 친지 여러분께",
    }
    letter = said(korea.write("condolence", to, occasion=covid()))
    assert people[kind] in letter["sympathy"]
    assert ("귀하를 통하여" in letter["sympathy"]) == (kind in ("county", "person"))


def test_who_acts_for_the_mayor_is_written_to_as_that(korea):
    acting = korea.holder(korea.suwon, "mayor", acting=True, **NAME)
    letter = korea.write("letter", acting, facts={"ko": "가", "zh-hans": "甲"}).foreign
    assert (letter.addressee, letter.salutation) == (
        "수원시장 권한대행 김민준 귀하",
        "존경하는 김민준 시장 권한대행님께",
    )


def test_support_on_its_way_is_told_with_who_carries_it(korea):
    way = [{"carrier": "顺丰国际 / SF International", "expected": "2020-07-12"}]
    gift = korea.gift(korea.suwon, direction="given", day="2020-04-10", state="sent", mask=30000, consignments=way)
    pair = korea.write("reciprocal_support", korea.mayor, received=[], given=[gift], occasion=storm(korea, korea.suwon))
    letter = said(pair)
    assert letter["concern"].startswith("태풍 라이로 수원시에서 큰 피해를 입으셨다는 소식을 듣고 깊이 염려하고")
    assert letter["support"] == (
        "2020년 4월 10일, 작은 정성이지만 마스크 3만 장에 저희의 우정을 담아 귀 시로 보내 드렸습니다. 현재 운송 "
        "중입니다. 꼭 필요한 분들께 도움이 되기를 바랍니다."
    )
    assert letter["shipping"] == "운송은 SF International에서 맡고 있으며, 2020년 7월 12일에 도착할 예정입니다."


def test_only_the_city_speaks_for_its_people(korea):
    office = "foreign-affairs-office"
    letter = korea.write(
        "notification", korea.mayor, identity=office, occasion=covid(), facts={"ko": "가", "zh-hans": "甲"}
    )
    assert said(letter)["purpose"] == (
        "헝양시의 코로나19 관련 상황을 다음과 같이 알려 드립니다. 아래 내용은 2020년 4월 20일 기준입니다."
    )
    thanks = korea.write("thanks", korea.mayor, identity=office, received=[korea.gift(korea.suwon, mask=1)])
    assert "헝양시민을 대표하여" not in said(thanks)["thanks"]


def test_a_notification_names_what_is_lacking_and_where_to_ask(korea):
    IssuingIdentity.objects.get(code="government").letterheads.create(language="ko", contact="전화 +86 734 1")
    IssuingIdentity.objects.get(code="government").letterheads.create(language="zh-hans", contact="电话 0734-1")
    needs = ItemKind.objects.filter(code__in=("mask", "gloves"))
    pair = korea.write("notification", korea.mayor, on=date(2020, 4, 20), occasion=covid(), needs=needs)
    letter = said(pair)
    assert letter["needs"].startswith("현재 저희 시에는 마스크와 장갑이 부족한 실정입니다.")
    assert letter["contact"].endswith("아래로 연락해 주시기 바랍니다.\n연락처: 전화 +86 734 1")


def test_grief_is_told_only_where_there_are_dead(korea):
    PartnershipFactory(partner=korea.suwon)
    mild, grave = (storm(korea, korea.suwon, deaths=deaths) for deaths in (False, True))
    letters = [said(korea.write("condolence", korea.mayor, occasion=what)) for what in (mild, grave)]
    assert [letter["concern"].partition("소식에 ")[2] for letter in letters] == [
        "깊은 안타까움을 금할 수 없습니다.",
        "깊은 슬픔과 안타까움을 금할 수 없습니다.",
    ]
    assert ["어려움은 곧 저희의 어려움" in letter["tie"] for letter in letters] == [True, False]
    given = [korea.gift(korea.suwon, direction="given", day="2020-04-25", state="planned", mask=300)]
    said_of = {"received": [], "given": given}
    letters = [said(korea.write("reciprocal_support", korea.mayor, occasion=what, **said_of)) for what in (mild, grave)]
    assert ["깊이 염려하고 있습니다" in letter["concern"] for letter in letters] == [True, False]
    assert "귀하께, 아울러 귀하를 통하여 피해를 입으신 모든 분께" in letters[0]["concern"]


def test_an_embassy_is_thanked_for_its_own_gift_and_its_people_are_wished_well(korea):
    embassy = korea.organization("주중국 대한민국 대사관", "韩国驻华大使馆", "embassy")
    envoy = korea.holder(embassy, "ambassador", **NAME)
    gift = korea.gift(embassy, mask=300)
    letters = [said(korea.write("thanks", to, received=[gift], occasion=None)) for to in (envoy, embassy)]
    assert letters[0]["thanks"] == (
        "2020년 2월 5일, 귀 공관에서 보내 주신 마스크 300장을 감사히 받았습니다. "
        f"{FOR_ALL}귀하와 공관 직원 여러분께 진심으로 감사의 말씀을 드립니다."
    )
    assert f"{FOR_ALL}공관 직원 여러분께 진심으로" in letters[1]["thanks"]
    assert letters[0]["wish"] == "귀하와 귀국 국민 여러분의 건강과 평안, 행복을 기원합니다."


def test_a_gift_of_a_person_and_one_of_a_house_are_thanked_as_whose_they_are(korea):
    hospital = korea.organization("수원병원", "水原医院", "hospital", korea.suwon)
    head = korea.holder(hospital, "director", "원장", chinese_title="院长", **NAME)
    own, houses = korea.gift(korea.mayor.person, book=3), korea.gift(hospital, mask=300)
    personal = said(korea.write("thanks", korea.mayor, received=[own], occasion=None))["thanks"]
    assert personal.startswith("2020년 2월 5일, 귀하께서 보내 주신 도서 3권을 감사히 받았습니다.")
    assert f"{FOR_ALL}귀하께 진심으로" in personal
    of_house = said(korea.write("thanks", head, received=[houses], occasion=None))["thanks"]
    assert "귀 병원에서 보내 주신 마스크 300장" in of_house
    assert "귀하와 귀 병원 임직원 여러분께" in of_house


def test_money_is_never_on_its_way_and_need_is_told_only_where_something_struck(korea):
    yuan = [{"item": "money", "value": 5000, "currency": "CNY"}]
    money = korea.gift(korea.suwon, direction="given", day="2020-04-10", state="sent", lines=yuan)
    letter = said(korea.write("reciprocal_support", korea.mayor, occasion=None, received=[], given=[money]))
    assert letter["support"] == (
        "2020년 4월 10일, 작은 정성이지만 성금 5,000위안에 저희의 우정을 담아 귀 시로 보내 드렸습니다. "
        "유용하게 쓰인다면 더없이 기쁘겠습니다."
    )


def test_two_firms_of_their_city_are_placed_once_and_the_tie_is_not_their_gift(korea):
    PartnershipFactory(partner=korea.suwon)
    firms = [
        korea.organization(f"{name} 주식회사", f"{chinese}公司", "company", korea.suwon)
        for name, chinese in (("소양", "昭阳"), ("한빛", "韩光"))
    ]
    letter = said(korea.write("thanks", korea.mayor, received=[korea.gift(*firms, mask=300)], occasion=None))
    assert letter["thanks"].startswith(
        "2020년 2월 5일, 귀 시의 소양 주식회사와 한빛 주식회사로부터 마스크 300장을 감사히 받았습니다."
    )
    assert letter["tie"].endswith("우정을 쌓아 왔으며, 이러한 따뜻한 마음으로 더욱 가까워졌습니다.")


def test_words_stay_whole_on_the_page():
    held = '<span class="counted">{}</span>'
    assert mark_up("시민을 26만\u00a0장") == f"<p>{held} {held}</p>".format("시민을", "26만\u00a0장")
