"""Whole Chinese letters, as a foreign-affairs office signs them (docs/domain.md §3, §13.1, §14)."""

from datetime import date

import pytest

from correspondence.errors import FormMissing, GenderMissing, MissingWord
from correspondence.models import Commitment
from crm.dates import parse_partial_date
from crm.models import City, Country, Person
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

FOR_ALL = "我谨代表衡阳市人民政府和全市人民，并以我个人的名义，"
BIWA = {"family": "琵琶", "given": "一郎", "chinese": ("琵琶", "一郎"), "gender": "m", "family_first": True}
MUNOZ = {"family": "Muñoz", "given": "Javier", "chinese": ("穆尼奥斯", "哈维尔"), "gender": "m"}
OFFICE = "foreign-affairs-office"


@pytest.fixture
def japan(texts):
    world = World("ja", "JP")
    world.ritto = world.city("草津市", "草津市", government=("草津市役所", "草津市政府"))
    world.mayor = world.holder(world.ritto, "mayor", "草津市長", chinese_title="市长", **BIWA)
    return world


@pytest.fixture
def ours(texts):
    return City.objects.get(slug="hengyang-cn")


def said(pair) -> dict[str, str]:
    """The Chinese paragraphs by key."""
    return {paragraph.key: paragraph.body for paragraph in pair.chinese.paragraphs}


# Condolence ---------------------------------------------------------------------------------------


def test_a_named_storm_is_suffered_and_did_not_happen_in_the_city(japan):
    names = {"zh-hans": "台风“雷伊”", "ja": "台風22号"}
    storm = japan.occasion("storm", names, cities=[japan.ritto], deaths=True, injured=True)
    PartnershipFactory(partner=japan.ritto)
    letter = japan.write("condolence", japan.mayor, occasion=storm, commitments=[Commitment.OFFERS_HELP])
    assert letter.chinese.words == "\n\n".join(
        [
            "尊敬的琵琶一郎市长：",
            "惊悉日本国草津市遭受台风“雷伊”，我深感痛心。",
            "谨对遇难者表示沉痛哀悼，向遇难者家属和亲友致以深切慰问。",
            f"{FOR_ALL}向您并通过您向受伤人员、受灾民众、救援人员和贵市人民致以诚挚的慰问。",
            "自1992年结为友好城市以来，衡阳市与贵市情谊日深。贵市人民的悲痛，我们感同身受；在这艰难时刻，我们与贵市人民站在一起。",
            "我相信，在贵市政府和人民的共同努力下，一定能够战胜灾害，早日恢复正常生活。",
            "如有需要，请随时告知，我们愿尽力提供帮助。",
            "谨致诚挚的慰问。",
            "衡阳市人民政府市长\n陈明远",
            "2020年4月20日",
        ]
    )


def test_an_accident_elsewhere_is_news_and_one_there_happened(japan):
    names = {"zh-hans": "济州航空客机事故", "ja": "済州航空機事故"}
    far = japan.occasion("accident", names, countries=["JP"], cities=[japan.ritto], deaths=True)
    near = japan.occasion("accident", in_cities=[japan.ritto], injured=True)
    far, near = (said(japan.write("condolence", japan.mayor, occasion=occasion)) for occasion in (far, near))
    assert far["concern"] == "惊悉济州航空客机事故的消息，我深感痛心。"
    assert near["concern"] == "惊悉日本国草津市发生事故，我深感痛心。"
    assert near["sympathy"].endswith("向您并通过您向受伤人员、救援人员和贵市人民致以诚挚的慰问。")
    assert near["confidence"].endswith("一定能够渡过难关。")


def test_an_epidemic_is_being_suffered_and_does_not_spread_in_their_face(japan):
    epidemic = japan.occasion("epidemic", countries=["JP"], deaths=True)
    letter = said(japan.write("condolence", japan.mayor, occasion=epidemic))
    assert letter["concern"] == "获悉日本国草津市正遭受疫情，我深感痛心和忧虑。"
    assert letter["deaths"] == "谨对不幸逝世者表示沉痛哀悼，向逝者家属和亲友致以深切慰问。"
    assert letter["sympathy"] == f"{FOR_ALL}向您并通过您向患者、医护人员和贵市人民致以诚挚的慰问。"
    assert letter["confidence"] == "我相信，在贵市政府和人民的共同努力下，一定能够早日战胜疫情。"


def test_an_embassy_is_told_of_its_country_and_a_private_person_is_nobodys_messenger(japan):
    embassy = japan.organization("在中華人民共和国日本国大使館", "日本驻华大使馆", "embassy")
    ambassador = japan.holder(embassy, "ambassador", "特命全権大使", chinese_title="特命全权大使", **BIWA)
    epidemic = japan.occasion("epidemic", countries=["JP"])
    to_him = japan.write("condolence", ambassador, occasion=epidemic)
    assert to_him.chinese.salutation == "尊敬的琵琶一郎大使阁下："
    assert said(to_him)["concern"] == "获悉贵国正遭受疫情，我深感痛心和忧虑。"
    assert said(to_him)["sympathy"] == f"{FOR_ALL}向您并通过您向贵国政府和人民致以诚挚的慰问，衷心祝愿患者早日康复。"
    private = japan.person("琵琶", "一郎", chinese=("琵琶", "一郎"), gender="m", family_first=True)
    letter = japan.write("condolence", private, occasion=epidemic)
    assert said(letter)["concern"].startswith("获悉当地正遭受疫情")
    assert said(letter)["sympathy"].endswith("向您和您的亲友致以诚挚的慰问。")
    assert letter.chinese.salutation == "尊敬的琵琶一郎先生："


def test_an_office_speaks_for_itself_and_not_as_one_person(japan):
    storm = japan.occasion("storm", cities=[japan.ritto])
    letter = said(japan.write("condolence", japan.mayor, occasion=storm, identity=OFFICE))
    assert letter["concern"] == "惊悉日本国草津市遭受风暴灾害，我们深感痛心。"
    assert letter["sympathy"].startswith("衡阳市人民政府外事办公室谨向您并通过您向受灾民众、")


# Thanks -------------------------------------------------------------------------------------------


def test_thanks_name_gift_day_use_and_the_tie(japan, ours):
    epidemic = japan.occasion("epidemic", {"zh-hans": "新冠肺炎疫情", "ja": "感染症"}, start="2020-01", cities=[ours])
    PartnershipFactory(partner=japan.ritto)
    facts = {"mask": 26000, "occasion": epidemic, "disposals": [{"beneficiary": "hospitals"}]}
    gift = japan.gift(japan.ritto, **facts)
    letter = japan.write("thanks", japan.mayor, occasion=epidemic, received=[gift])
    assert letter.chinese.part("body") == "\n\n".join(
        [
            f"2020年2月5日，我们收到了日本国草津市捐赠的口罩2.6万只。{FOR_ALL}向您并通过您向贵市人民致以衷心的感谢。",
            "上述捐赠已送达我市医院，交到日夜救治患者的医护人员手中。",
            "在抗击新冠肺炎疫情的艰难时刻，这份情谊给予衡阳市人民莫大的温暖和鼓舞，我们将永远铭记在心。",
            "自1992年结为友好城市以来，衡阳市与贵市情谊日深。患难之际，更见真情。",
            "衷心祝愿您和贵市人民健康平安、幸福安宁。",
        ]
    )
    assert letter.chinese.closing == "顺致崇高的敬意！"


def test_a_firms_gift_is_the_firms_and_a_joint_one_both(japan):
    firm = japan.organization("株式会社加賀", "加贺株式会社", "company", japan.ritto)
    other = japan.city("大津市", "大津市")
    theirs = japan.gift(firm, mask=5000)
    joint = japan.gift(japan.ritto, other, mask=300)
    by_firm = said(japan.write("thanks", japan.mayor, received=[theirs], occasion=None))
    assert by_firm["thanks"] == (
        f"2020年2月5日，我们收到了贵市加贺株式会社捐赠的口罩5000只。{FOR_ALL}通过您向捐赠者致以衷心的感谢。"
    )
    together = said(japan.write("thanks", japan.mayor, received=[joint], occasion=None))
    assert together["thanks"].startswith("2020年2月5日，我们收到了日本国草津市与大津市共同捐赠的口罩300只。")
    both = said(japan.write("thanks", japan.mayor, received=[joint, theirs], occasion=None))
    assert both["others"] == "2020年2月5日，我们还收到了贵市加贺株式会社捐赠的口罩5000只，谨请您一并转达我们的谢意。"


def test_like_is_added_to_like_and_several_uses_make_one_sentence(japan):
    gift = japan.gift(
        japan.ritto,
        lines=[{"item": "mask", "quantity": 3000}, {"item": "mask", "quantity": 2000}, {"item": "ventilator"}],
        disposals=[{"beneficiary": use} for use in ("hospitals", "schools", "frontline", "communities")],
    )
    letter = said(japan.write("thanks", japan.mayor, received=[gift], occasion=None))
    assert "捐赠的口罩5000只和呼吸机。" in letter["thanks"]
    assert letter["use"] == "上述捐赠已分别送达我市医院、一线单位、学校和社区。"


def test_money_is_used_and_not_delivered(japan):
    lines = [{"item": "money", "value": 1000000, "currency": "JPY"}]
    gift = japan.gift(japan.ritto, lines=lines, disposals=[{"beneficiary": "communities"}])
    letter = said(japan.write("thanks", japan.mayor, received=[gift], occasion=None))
    assert "捐赠的善款100万日元。" in letter["thanks"]
    assert letter["use"] == "上述善款已用于我市社区，帮助最需要帮助的居民。"


def test_a_body_gives_and_is_thanked_with_its_staff_and_a_person_alone(japan):
    firm = japan.organization("株式会社加賀", "加贺株式会社", "company", japan.ritto)
    head = japan.holder(firm, "association_head", "社長", chinese_title="社长", **BIWA)
    by_firm = japan.write("thanks", head, received=[japan.gift(firm, mask=20)], occasion=None)
    assert by_firm.chinese.salutation == "尊敬的琵琶一郎社长："
    assert said(by_firm)["thanks"] == (
        f"2020年2月5日，我们收到了贵公司捐赠的口罩20只。{FOR_ALL}向您和贵公司全体同仁致以衷心的感谢。"
    )
    own = said(japan.write("thanks", head, received=[japan.gift(head.person, mask=20)], occasion=None))
    assert own["thanks"] == f"2020年2月5日，我们收到了您捐赠的口罩20只。{FOR_ALL}向您致以衷心的感谢。"
    itself = said(japan.write("thanks", firm, received=[japan.gift(firm, mask=20)], occasion=None))
    assert itself["wish"] == "衷心祝愿贵公司全体同仁健康平安、工作顺利。"


def test_our_own_ambassadors_gift_is_his_and_his_message_a_telegram(demo):
    ambassador = Person.objects.get(names__family="易", names__form="chinese")
    world = World("zh-hans", "NO")
    letter = world.write("thanks", ambassador.post_on(date(2020, 4, 20)))
    assert letter.chinese.salutation == "尊敬的易大使："
    assert said(letter)["thanks"].startswith("2020年2月，我们收到了您捐赠的大量防疫物资。")
    assert said(letter)["letter"] == "2020年2月的来电情真意切，令我们深受感动，备受鼓舞。"
    assert letter.chinese.closing == "此致\n敬礼！"
    assert not set("贵国贵市阁下") <= set(letter.chinese.words)


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        ("condolence", "letter", "承蒙2020年3月5日来函慰问，"),
        ("condolence", "telegram", "承蒙2020年3月5日来电慰问，"),
        ("congratulation", "letter", "承蒙2020年3月5日来函祝贺，"),
        ("letter", "letter", "承蒙2020年3月5日来函，"),
    ],
)
def test_thanks_for_a_letter_say_what_it_was(japan, kind, means, words):
    theirs = japan.letter(kind, japan.mayor, means=means)
    letter = said(japan.write("thanks", japan.mayor, replies_to=theirs, received=[], occasion=None))
    assert letter["thanks"] == f"{words}{FOR_ALL}向您致以衷心的感谢。"


# Support ------------------------------------------------------------------------------------------


COVID = {"zh-hans": "新冠肺炎疫情", "ja": "新型コロナウイルス感染症"}


def test_support_remembers_announces_and_tells_of_the_way_in_one_sentence(japan):
    epidemic = japan.occasion("epidemic", COVID, start="2020-01", countries=["JP", "CN"])
    PartnershipFactory(partner=japan.ritto)
    consignments = [{"carrier": "顺丰国际 / SF International", "expected": parse_partial_date("2020-05-02")}]
    facts = {"direction": "given", "day": "2020-04-10", "state": "sent", "consignments": consignments}
    letter = japan.write(
        "reciprocal_support",
        japan.mayor,
        occasion=epidemic,
        received=[japan.gift(japan.ritto, mask=3000, occasion=epidemic)],
        given=[japan.gift(japan.ritto, mask=265000, **facts)],
    )
    assert letter.chinese.part("body") == "\n\n".join(
        [
            f"获悉日本国草津市正遭受新冠肺炎疫情，我深表关切。{FOR_ALL}"
            "向您并通过您向贵市政府和人民表示诚挚的慰问和坚定的支持。",
            "我们始终铭记，2020年2月，在我们最需要帮助的时候，贵市向我们捐赠了口罩。"
            "这份情谊给了衡阳市人民勇气和信心，一直温暖着我们的心。",
            "自1992年结为友好城市以来，衡阳市与贵市情谊日深。患难之际，更见真情。",
            "我们已于2020年4月10日向贵市捐赠口罩26.5万只，目前正在运送途中。谨此聊表心意，愿为抗击疫情略尽绵薄之力。",
            "上述物资由顺丰国际承运，预计2020年5月2日运抵。",
            "我坚信贵市一定能早日战胜疫情，衷心祝愿您和贵市人民平安健康。",
        ]
    )


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        ("2020-05", "planned", "我们拟向贵市捐赠善款人民币10万元，聊表心意。"),
        ("2020-04-10", "sent", "我们已于2020年4月10日向贵市捐赠善款人民币10万元。谨此聊表心意。"),
        ("2020-03", "received", "我们已于2020年3月向贵市捐赠善款人民币10万元。谨此聊表心意。"),
    ],
)
def test_what_we_give_is_to_come_under_way_or_there(japan, day, state, words):
    lines = [{"item": "money", "value": 100000, "currency": "CNY"}]
    given = [japan.gift(japan.ritto, direction="given", day=day, state=state, lines=lines)]
    letter = said(japan.write("reciprocal_support", japan.mayor, occasion=None, received=[], given=given))
    assert letter["support"] == words
    assert letter["concern"] == f"{FOR_ALL}向您并通过您向日本国草津市政府和人民致以诚挚的问候。"


def test_support_mourns_where_nobody_has_condoled_yet(japan):
    quake = japan.occasion("earthquake", in_cities=[japan.ritto], deaths=True)
    given = [japan.gift(japan.ritto, direction="given", day="2020-04-10", state="sent", mask=30)]
    letter = said(japan.write("reciprocal_support", japan.mayor, occasion=quake, received=[], given=given))
    assert letter["concern"] == (
        f"惊悉日本国草津市遭受地震，我深感痛心。{FOR_ALL}向您并通过您向受灾民众表示诚挚的慰问。"
    )
    assert letter["deaths"] == "谨对遇难者表示沉痛哀悼，向遇难者家属致以深切慰问。"
    assert letter["wish"] == "衷心祝愿贵市早日渡过难关，祝您和贵市人民平安健康。"


def test_what_is_remembered_has_the_months_of_their_own_gifts_alone(japan):
    firm = japan.organization("株式会社加賀", "加贺株式会社", "company", japan.ritto)
    received = [japan.gift(japan.ritto, mask=20), japan.gift(firm, day="2020-03-09", mask=20)]
    given = [japan.gift(japan.ritto, direction="given", day="2020-04-10", state="sent", mask=30)]
    letter = said(japan.write("reciprocal_support", japan.mayor, occasion=None, received=received, given=given))
    assert letter["memory"].startswith("我们始终铭记，2020年2月，贵市向我们捐赠了口罩。")


# Notification and plain letter --------------------------------------------------------------------


def test_a_notification_informs_with_the_drafters_facts(japan, ours):
    epidemic = japan.occasion("epidemic", COVID, cities=[ours])
    facts = {"zh-hans": "昨日新增病例两例。", "ja": "X。"}
    asked = [Commitment.TAKES_MEASURES, Commitment.POSTPONES_VISITS]
    letter = japan.write("notification", japan.mayor, occasion=epidemic, facts=facts, commitments=asked)
    assert {key: words for key, words in said(letter).items() if key != "contact"} == {
        "purpose": "现将衡阳市新冠肺炎疫情的有关情况通报如下。"
        "以下信息由衡阳市人民政府正式发布，情况截至2020年4月20日。",
        "facts": "昨日新增病例两例。",
        "measures": "有关部门正在采取必要措施，悉心救治患者，切实保护全市居民和在衡阳市外籍人士的健康。",
        "exchanges": "近期互访及有关交流活动需推迟举行，待条件允许后再行安排，具体日期另行函商，敬请谅解。",
        "thanks": "衷心感谢贵市一直以来的理解和关心。如有重要变化，我们将及时通报。",
    }
    office = said(japan.write("notification", japan.mayor, occasion=epidemic, facts=facts, identity=OFFICE))
    assert office["purpose"].endswith("以下情况截至2020年4月20日。")


def test_a_county_is_no_city_and_a_governor_an_excellency(texts):
    korea, states = World("ko", "KR"), World("en", "US")
    county = korea.city("양평군", "杨平郡", "county")
    name = {"family": "김", "given": "민준", "chinese": ("金", "敏俊"), "gender": "m", "family_first": True}
    head = korea.holder(county, "county_head", "양평군수", chinese_title="郡守", **name)
    letter = korea.write("condolence", head, occasion=korea.occasion("flood", cities=[county]))
    assert letter.chinese.salutation == "尊敬的金敏俊郡守："
    assert said(letter)["concern"].startswith("惊悉大韩民国杨平郡遭受洪涝灾害")
    assert "贵郡人民" in said(letter)["sympathy"]
    assert "市民" not in letter.chinese.words
    ohio = states.city("Ohio", "俄亥俄州", "state")
    governor = states.holder(ohio, "governor", "Governor of Ohio", chinese_title="州长", **MUNOZ)
    letter = states.write("thanks", governor, received=[states.gift(ohio, mask=20)], occasion=None)
    assert letter.chinese.salutation == "尊敬的哈维尔·穆尼奥斯州长阁下："
    assert said(letter)["thanks"].endswith("向您并通过您向俄亥俄州人民致以衷心的感谢。")
    assert "贵州" not in letter.chinese.words


# What is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "given", "language"), [("김", "민준", "ko"), ("むらかみ", "いちろう", "ja"), ("Wood", "Mary", "en")]
)
def test_a_name_that_chinese_readers_cannot_read_is_asked_for(texts, family, given, language):
    world = World(language, "KR")
    person = world.person(family, given, chinese=None, gender="f")
    with pytest.raises(MissingWord, match="has no name that a letter in Chinese"):
        world.write("letter", person)


def test_a_bare_name_is_refused_until_somebody_says_who_it_is(japan):
    nobody_knows = japan.person("琵琶", "一郎", chinese=("琵琶", "一郎"), gender="")
    with pytest.raises(GenderMissing, match="is a woman or a man"):
        japan.write("letter", nobody_knows)


def test_no_title_is_made_up_for_a_state(texts):
    world = World("en", "AT")
    state = world.city("Tyrol", "蒂罗尔州", "state")
    with pytest.raises(FormMissing, match="has no title in Chinese"):
        world.write("letter", world.holder(state, "governor", "Governor of Tyrol", **MUNOZ))


# Country names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("JP", "日本国"),
        ("KR", "大韩民国"),
        ("ES", "西班牙王国"),
        ("UA", "乌克兰"),
        ("GB", "大不列颠及北爱尔兰联合王国"),
    ],
)
def test_a_country_is_named_in_full_at_first(japan, code, name):
    japan.country = code
    city = japan.city("某市", "某市")
    mayor = japan.holder(city, "mayor", "市長", chinese_title="市长", **BIWA)
    letter = japan.write("thanks", mayor, received=[japan.gift(city, mask=1)], occasion=None)
    assert f"收到了{name}某市捐赠的口罩1只。" in said(letter)["thanks"]
    assert letter.chinese.words.count(name) == 1


def test_the_office_may_write_a_countrys_name_otherwise_and_none_stands_before_a_city_at_home(japan):
    Country.objects.filter(pk="JP").update(official_name_zh="")
    letter = japan.write("thanks", japan.mayor, received=[japan.gift(japan.ritto, mask=1)], occasion=None)
    assert "收到了日本草津市捐赠的" in said(letter)["thanks"]
    home = World("zh-hans", "CN")
    changsha = home.city("长沙市", "", government=("长沙市人民政府", ""))
    office = changsha.organizations.get()
    letter = home.write("thanks", office, received=[home.gift(changsha, mask=1)], occasion=None)
    assert "收到了长沙市捐赠的" in said(letter)["thanks"]
    assert letter.chinese.closing == "此致\n敬礼！"
