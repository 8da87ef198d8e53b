"""Korean letters as composed: what a Korean official reads (docs/domain.md §1.5, §3.1, §13.4)."""

from datetime import date

import pytest

from correspondence.paper.html import mark_up
from crm.models import IssuingIdentity, ItemKind, Occasion
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

KINDS = ("notification", "condolence", "thanks", "reciprocal_support", "letter")
NAME = {"family": "김", "given": "민준", "chinese": ("金", "敏俊"), "family_first": True}
FOR_ALL = "헝양시 인민정부와 헝양시민을 대표하여, 또한 저 개인적으로도, "


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
        "meaning": "코로나19에 맞서 힘겨운 나날을 보내던 헝양시민은 베풀어 주신 온정 덕분에 혼자가 아님을 느낄 수 "
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
    assert letter["use"] == (
        "보내 주신 성금은 저희 시의 병원에 전달되어, 밤낮으로 환자를 돌보는 의료진에게 큰 힘이 되었습니다."
    )
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
        "귀하께서 저희의 감사 인사를 함께 전해 주시면 감사하겠습니다."
    )
    letter = said(korea.write("thanks", korea.mayor, received=[theirs], occasion=None))
    assert letter["thanks"].startswith("2020년 3월, 귀 시의 가가 주식회사와 이서연 님으로부터 마스크 15장을 감사히")
    several = said(korea.write("thanks", korea.mayor, received=[own, korea.gift(korea.suwon, book=1)], occasion=None))
    assert several["list"] == "- 2020년 2월 5일: 마스크 10장(오산시와 함께)\n- 2020년 2월 5일: 도서 1권"


def test_what_came_through_somebody_is_said_and_one_thing_stays_one(korea):
    red_cross = korea.organization("대한적십자사", "大韩红十字会")
    gift = korea.gift(korea.suwon, book=1, via_organization=red_cross)
    letter = said(korea.write("thanks", korea.mayor, received=[gift], occasion=None))
    assert letter["through"] == "물품 전달에 힘써 주신 대한적십자사의 노고에도 깊이 감사드립니다."
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
        f"{FOR_ALL}귀하께, 아울러 귀하를 통하여 피해를 입으신 모든 분과 구호에 애쓰시는 분들, 그리고 수원시민 여러분께 "
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
    assert letter["concern"] == "지진으로 수원시에서 큰 피해를 입으셨다는 소식에 깊은 안타까움을 금할 수 없습니다."
    assert "부상을 입으신 분들을 비롯하여 피해를 입으신 모든 분과 구호에" in letter["sympathy"]


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
        "association": "귀 단체 임직원 여러분께",
        "embassy": "귀국 정부 및 국민 여러분께",
        "person": "가족 친지 여러분께",
    }
    letter = said(korea.write("condolence", to, occasion=covid()))
    assert people[kind] in letter["sympathy"]
    assert ("귀하를 통하여" in letter["sympathy"]) == (kind == "county")


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
        "중이며, 꼭 필요한 분들께 도움이 되기를 바랍니다."
    )
    assert letter["shipping"] == "운송은 SF International에서 맡고 있으며, 2020년 7월 12일에 도착할 예정입니다."


def test_only_the_city_speaks_for_its_people(korea):
    office = "foreign-affairs-office"
    letter = korea.write(
        "notification", korea.mayor, identity=office, occasion=covid(), facts={"ko": "가", "zh-hans": "甲"}
    )
    assert said(letter)["purpose"] == (
        "헝양시의 코로나19 관련 상황을 다음과 같이 알려 드립니다. 아래 내용은 2020년 4월 20일 현재의 상황입니다."
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


def test_an_accident_is_put_where_it_happened_and_a_storm_never_arises_in_a_city(korea):
    names = {"ko": "열차 사고", "zh-hans": "列车事故"}
    here = korea.occasion("accident", names, countries=["KR"], in_cities=[korea.suwon])
    assert said(korea.write("condolence", korea.mayor, occasion=here))["concern"] == (
        "수원시에서 발생한 열차 사고 소식에 깊은 안타까움을 금할 수 없습니다."
    )
    elsewhere = korea.occasion("accident", names, countries=["KR"], cities=[korea.suwon], deaths=True)
    assert said(korea.write("condolence", korea.mayor, occasion=elsewhere))["concern"] == (
        "열차 사고 소식에 깊은 슬픔과 안타까움을 금할 수 없습니다."
    )
    landed = storm(korea, in_cities=[korea.suwon])
    for kind, given in (("condolence", []), ("reciprocal_support", [planned(korea)])):
        letter = said(korea.write(kind, korea.mayor, received=[], given=given, occasion=landed))
        assert letter["concern"].startswith("태풍 라이로 수원시에서 큰 피해를 입으셨다는 소식")


def planned(world, **lines):
    return world.gift(world.suwon, direction="given", state="planned", **(lines or {"mask": 30000}))


def test_grief_is_shared_for_the_dead_and_pain_where_nobody_died(korea):
    PartnershipFactory(partner=korea.suwon)
    for deaths, shared in ((True, "슬픔은 곧 저희의 슬픔이며"), (False, "아픔은 곧 저희의 아픔이며")):
        occasion = storm(korea, korea.suwon, deaths=deaths)
        letter = said(korea.write("condolence", korea.mayor, occasion=occasion))
        assert f"수원시민 여러분의 {shared}" in letter["tie"]
        letter = said(
            korea.write("reciprocal_support", korea.mayor, received=[], given=[planned(korea)], occasion=occasion)
        )
        assert ("깊은 슬픔과 안타까움을" in letter["concern"]) == deaths


def test_an_office_that_signs_itself_does_not_write_on_its_own_behalf(korea):
    gift = korea.gift(korea.suwon, mask=10)
    office = korea.write("thanks", korea.mayor, identity="foreign-affairs-office", received=[gift])
    assert "헝양시 인민정부 외사판공실은 귀하와 수원시민 여러분께 진심으로" in said(office)["thanks"]
    IssuingIdentity.objects.get(code="government").organization.posts.update(rank="official")
    city = korea.write("thanks", korea.mayor, received=[gift])
    assert "헝양시 인민정부는 헝양시민을 대표하여 귀하와 수원시민 여러분께 진심으로" in said(city)["thanks"]


def test_what_an_embassy_gave_is_not_credited_to_its_country_nor_a_persons_gift_to_a_city(korea):
    embassy = korea.organization("주중국 대한민국 대사관", "韩国驻华大使馆", kind="embassy")
    letter = said(korea.write("thanks", embassy, received=[korea.gift(embassy, mask=10)], occasion=None))
    assert letter["thanks"] == (
        f"2020년 2월 5일, 귀 공관에서 보내 주신 마스크 10장을 감사히 받았습니다. {FOR_ALL}귀 공관 직원 여러분께 "
        "진심으로 감사의 말씀을 드립니다."
    )
    assert letter["wish"] == "귀국 국민 여러분의 건강과 평안, 행복을 기원합니다."
    own = korea.gift(korea.mayor.person, mask=10)
    letter = said(korea.write("thanks", korea.mayor, received=[own], occasion=None))
    assert letter["thanks"].startswith("2020년 2월 5일, 보내 주신 마스크 10장을 감사히")


def test_the_government_is_thanked_beside_its_people(korea):
    gift = korea.gift(korea.suwon, mask=10)
    city_hall = korea.suwon.organizations.get(kind="city_government")
    letter = said(korea.write("thanks", city_hall, received=[gift], occasion=None))
    assert f"{FOR_ALL}귀 시와 수원시민 여러분께 진심으로" in letter["thanks"]


def test_money_is_not_on_the_road_and_is_wished_to_be_useful(korea):
    yuan = {"item": "money", "value": 30000, "currency": "CNY"}
    gift = korea.gift(korea.suwon, direction="given", day="2020-04-10", state="sent", lines=[yuan])
    letter = said(korea.write("reciprocal_support", korea.mayor, received=[], given=[gift], occasion=None))
    assert letter["support"] == (
        "2020년 4월 10일, 작은 정성이지만 성금 3만 위안에 저희의 우정을 담아 귀 시로 보내 드렸습니다. 요긴하게 "
        "쓰이기를 바랍니다."
    )


def test_help_remembered_is_kept_in_one_heart(korea):
    gift = korea.gift(korea.suwon, mask=10)
    letter = said(
        korea.write("reciprocal_support", korea.mayor, received=[gift], given=[planned(korea)], occasion=None)
    )
    assert letter["memory"] == (
        "2020년 2월에 귀 시에서 보내 주신 마스크, 그 따뜻한 도움을 저희는 늘 기억하고 있습니다. 그 온정은 지금도 "
        "저희 가슴에 깊이 남아 있습니다."
    )


def test_a_person_is_not_said_to_suffer_what_has_reached_their_place(korea):
    friend = korea.person("이", "서연", chinese=("李", "瑞妍"), family_first=True)
    letter = said(korea.write("condolence", friend, occasion=covid()))
    assert letter["concern"] == (
        "계신 곳에서 코로나19가 확산되고 있다는 소식에 깊은 안타까움과 염려를 금할 수 없습니다."
    )
    assert letter["sympathy"] == f"{FOR_ALL}귀하와 가족 친지 여러분께 진심 어린 위로의 뜻을 전합니다."


def test_a_tie_with_a_county_makes_no_city_of_it(korea):
    county = korea.city("양평군", "杨平郡", kind="county", government=("양평군청", "杨平郡政府"))
    PartnershipFactory(partner=county)
    head = korea.holder(county, "county_head", **NAME)
    letter = said(korea.write("thanks", head, received=[korea.gift(county, mask=10)], occasion=None))
    assert "헝양시와 양평군은" in letter["tie"]
    assert "도시" not in letter["tie"]


def test_an_accident_is_told_as_such_in_a_notification(korea):
    crash = korea.occasion(
        "accident", {"ko": "열차 사고", "zh-hans": "列车事故"}, in_cities=[IssuingIdentity.objects.first().office.city]
    )
    facts = {"ko": "가", "zh-hans": "甲"}
    letter = said(korea.write("notification", korea.mayor, occasion=crash, facts=facts))
    assert letter["purpose"].startswith("헝양시의 열차 사고 관련 상황을")


def test_words_stay_whole_on_the_page():
    held = '<span class="counted">{}</span>'
    assert mark_up("시민을 26만\u00a0장") == f"<p>{held} {held}</p>".format("시민을", "26만\u00a0장")
