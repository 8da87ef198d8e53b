"""Japanese letters as they are composed, read beside the record (docs/domain.md §1.4, §3, §13.3)."""

from datetime import date

import pytest

from correspondence.models import Commitment
from correspondence.paper.html import mark_up
from crm.models import City, IssuingIdentity, ItemKind
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

KINDS = ("condolence", "notification", "thanks", "reciprocal_support", "letter")
FOR_ALL = "衡陽市人民政府及び衡陽市民を代表し、また私個人としても、"

EPIDEMIC = {"ja": "新型コロナウイルス感染症", "zh-hans": "新冠肺炎疫情"}
TYPHOON = {"ja": "令和2年台風第3号", "zh-hans": "台风“森拉克”"}
CRASH = {"ja": "航空機事故", "zh-hans": "航空事故"}
BY_HAND = {"ja": "さて、……", "zh-hans": "……"}


@pytest.fixture
def world(demo):
    return World("ja", "JP")


@pytest.fixture
def kanazawa(world):
    return world.city("金沢市", "金泽市", government=("金沢市役所", "金泽市政府"))


@pytest.fixture
def mayor(world, kanazawa):
    return world.holder(kanazawa, "mayor", family="村山", given="卓", chinese=("村山", "卓"), gender="m")


@pytest.fixture
def university(world, kanazawa):
    return world.organization("金沢大学", "金泽大学", "school", kanazawa)


@pytest.fixture
def firm(world, kanazawa):
    return world.organization("株式会社加賀", "加贺株式会社", "company", kanazawa)


@pytest.fixture
def citizen(world, kanazawa):
    person = world.person("青木", "春子", chinese=("青木", "春子"))
    person.city = kanazawa
    person.save()
    return person


def body(letters) -> str:
    return letters.foreign.part("body")


# Condolences --------------------------------------------------------------------------------------


def test_a_named_typhoon_brings_harm_and_arises_nowhere(world, kanazawa, mayor):
    typhoon = world.occasion("storm", TYPHOON, countries=["JP"], cities=[kanazawa])
    said = body(world.write("condolence", mayor, occasion=typhoon))
    assert said.startswith("このたびの令和2年台風第3号により金沢市に被害が及んだとの報に接し、深く心を痛めております。")
    assert "発生" not in said


def test_a_quake_in_the_city_is_told_as_there_with_the_dead_and_the_injured(world, kanazawa, mayor):
    quake = world.occasion(
        "earthquake", countries=["JP"], cities=[kanazawa], in_cities=[kanazawa], deaths=True, injured=True
    )
    said = body(world.write("condolence", mayor, occasion=quake))
    assert said.startswith("このたび金沢市を襲った地震の報に接し、深く心を痛めております。")
    assert "犠牲となられた方々に謹んで哀悼の意を表しますとともに、ご遺族の皆様に心よりお悔やみ申し上げます。" in said
    assert "、負傷された方々、被災された方々、救援と復旧に当たっておられる方々をはじめ、貴市民の皆様に、" in said
    assert said.endswith("略儀ながら、書中をもって謹んでお悔やみとお見舞いを申し上げます。")


def test_an_accident_elsewhere_is_not_said_to_have_happened_in_the_readers_city(world, mayor):
    said = body(world.write("condolence", mayor, occasion=world.occasion("accident", CRASH, countries=["JP"])))
    assert said.startswith("このたびの航空機事故の報に接し、")
    assert "貴市に" not in said
    assert "事故に遭われた方々、救助に当たっておられる方々" in said


def test_a_condolence_begins_at_once_and_ends_with_no_closing_word(world, mayor):
    covid = world.occasion("epidemic", EPIDEMIC, start="2020-01", countries=["JP"])
    for commitments, end in (((), "この困難を必ずや乗り越えられるものと信じております。"), (["offers_help"], "")):
        letter = world.write("condolence", mayor, occasion=covid, commitments=commitments).foreign
        assert (letter.heading, letter.salutation, letter.closing) == ("", "", "")
        assert letter.part("body").startswith("金沢市において新型コロナウイルス感染症が拡大しているとの報に接し、")
        assert "深く心を痛めますとともに" in letter.part("body")
        end = end or "どうぞご遠慮なくお申し付けください。"
        assert letter.part("body").endswith(f"{end}\n\n略儀ながら、書中をもって謹んでお見舞い申し上げます。")


def test_the_city_government_and_its_people_condole_and_others_for_themselves(world, mayor):
    covid = world.occasion("epidemic", EPIDEMIC, start="2020-01", countries=["JP"])
    assert "衡陽市人民政府及び衡陽市民を代表し、また私個人としても、" in body(
        world.write("condolence", mayor, occasion=covid)
    )
    office = world.write("condolence", mayor, occasion=covid, identity="foreign-affairs-office")
    assert "衡陽市人民政府外事弁公室として、罹患された方々、" in body(office)
    assert "衡陽市民" not in body(office)


def test_friends_of_the_city_share_its_grief(demo):
    from correspondence.texts.composing import compose_pair
    from correspondence.texts.proposing import propose_brief
    from tests.correspondence.texts.letters import ON, city

    _chinese, letter = compose_pair(propose_brief(kind="condolence", on=ON, city=city("ritto-jp")))
    assert "貴市と本市は、友好都市として親しい交流を育んでまいりました。" in letter.words
    assert "お悲しみは私どもの悲しみでもあり、私どもの思いは皆様とともにあります。" in letter.words


def test_a_private_person_is_condoled_with_the_family_and_an_ambassador_with_the_country(world, citizen):
    embassy = world.organization("在中国日本国大使館", "日本国驻华大使馆", "embassy")
    ambassador = world.holder(embassy, "ambassador", family="横井", given="裕", chinese=("横井", "裕"), gender="m")
    flood = world.occasion("flood", countries=["JP"])
    assert "救援と復旧に当たっておられる方々及びご家族の皆様に、心よりお見舞い" in body(
        world.write("condolence", citizen, occasion=flood)
    )
    letter = world.write("condolence", ambassador, occasion=flood).foreign
    assert letter.addressee == "在中国日本国大使館\n特命全権大使　横井　裕　閣下"
    assert "方々をはじめ、貴国政府及び国民の皆様に、心よりお見舞い申し上げます。" in letter.words


# Thanks -------------------------------------------------------------------------------------------


def test_thanks_open_with_the_season_and_close_with_their_pair(world, kanazawa, mayor):
    gift = world.gift(kanazawa, mask=30000, lines=[{"item": "gloves", "quantity": 5, "unit": "pair"}])
    letter = world.write("thanks", mayor, received=[gift], occasion=None).foreign
    assert letter.heading == "ご寄贈に対する御礼"
    assert letter.salutation == "謹啓　陽春の候、貴市におかれましてはますますご清栄のこととお慶び申し上げます。"
    assert letter.part("body").startswith(
        "さて、このたびは、貴市よりご恵贈いただきましたマスク3万枚及び手袋5双を、2020年2月5日に謹んで拝受いたしました。"
        "衡陽市人民政府及び衡陽市民を代表し、また私個人としても、貴職をはじめ貴市民の皆様に厚く御礼申し上げます。"
    )
    assert letter.part("body").endswith("略儀ながら、書中をもって御礼申し上げます。")
    assert letter.closing == "謹白"


def test_money_is_never_a_bare_sum(world, kanazawa, mayor):
    quake = world.occasion("earthquake", start="2020-03", countries=["CN"])
    yen = [{"item": "money", "value": 1000000, "currency": "JPY"}]
    gift = world.gift(kanazawa, lines=yen)
    plain = world.write("thanks", mayor, received=[gift], occasion=None).foreign
    assert plain.heading == "ご寄附に対する御礼"
    assert "お寄せいただきました寄附金100万円を、" in plain.words
    assert "お寄せいただきました義援金100万円を、" in body(
        world.write("thanks", mayor, received=[gift], occasion=quake)
    )
    mixed = world.gift(kanazawa, mask=10, lines=yen)
    said = body(world.write("thanks", mayor, received=[mixed], occasion=quake))
    assert "マスク10枚及び寄附金100万円を、" in said


def test_a_gift_of_others_is_named_as_theirs(world, mayor, firm, citizen):
    gifts = [world.gift(firm, mask=5000), world.gift(citizen, book=3)]
    said = body(world.write("thanks", mayor, received=gifts, occasion=None))
    assert (
        "2020年2月5日に、貴市の株式会社加賀様及び青木春子様よりご恵贈いただきましたマスク5,000枚及び図書3冊を" in said
    )
    assert "ご寄贈くださいました皆様に、私どもの感謝の意をお伝えいただければ幸いに存じます。" in said


def test_a_joint_gift_a_gift_through_others_and_several_gifts_are_told_apart(world, kanazawa, mayor, firm):
    suwon = world.city("水原市", "水原市")
    joint = world.gift(kanazawa, suwon, mask=3000)
    said = body(world.write("thanks", mayor, received=[joint], occasion=None))
    assert "貴市より水原市と共同でご恵贈いただきましたマスク3,000枚を、" in said
    through = world.gift(
        kanazawa, mask=20, day="2020-03", via_organization=world.organization("中国紅十字会", "中国红十字会")
    )
    said = body(world.write("thanks", mayor, received=[joint, through, world.gift(firm, mask=7)], occasion=None))
    assert "- 2020年2月5日：マスク3,000枚（水原市と共同でのご寄贈）\n- 2020年3月：マスク20枚" in said
    assert "また、2020年2月5日には、貴市の株式会社加賀様からもマスク7枚をお贈りいただきました。" in said
    assert "なお、ご支援は中国紅十字会を通じてお届けいただきました。" in said


@pytest.mark.parametrize(
    ("kind", "means", "heading", "said"),
    [
        ("condolence", "telegram", "お見舞いに対する御礼", "ご丁重なご電報により温かいお見舞いのお言葉を賜り、"),
        ("congratulation", "letter", "ご祝意に対する御礼", "ご丁重なお手紙によりご祝意を賜り、"),
        ("message", "letter", "お手紙に対する御礼", "ご丁重なお手紙を賜り、"),
    ],
)
def test_their_letter_is_thanked_for_as_what_it_was(world, mayor, kind, means, heading, said):
    answered = world.letter(kind, mayor, means=means)
    letter = world.write("thanks", mayor, received=[], replies_to=answered, occasion=None).foreign
    assert letter.heading == heading
    assert f"2020年3月5日には、{said}" in letter.words


def test_a_letter_known_to_the_month_bears_no_day(world, kanazawa, mayor):
    answered = world.letter("condolence", mayor, day="2020-02")
    letters = world.write("thanks", mayor, received=[world.gift(kanazawa, mask=1)], replies_to=answered, occasion=None)
    assert "また、2020年2月にお寄せいただきましたお手紙に、私どもは深く心を打たれ、大いに勇気づけられました。" in body(
        letters
    )


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (["hospitals"], "本市の病院に届けられ、"),
        (["frontline"], "最前線の現場に届けられ、"),
        (["schools"], "本市の学校に届けられ、児童・生徒や教職員も、遠方の皆様の温かいお気持ちに触れ、"),
        (["communities"], "市内の各地域に届けられ、"),
        (["schools", "hospitals"], "ご支援は、本市の病院及び学校にそれぞれ届けられ、役立てられております。"),
    ],
)
def test_the_use_of_help_is_told_once(world, kanazawa, mayor, uses, said):
    gift = world.gift(kanazawa, mask=9, disposals=[{"beneficiary": use} for use in uses])
    letter = world.write("thanks", mayor, received=[gift], occasion=None)
    assert said in body(letter)
    assert body(letter).count("届けられ") == 1


def test_money_is_used_and_not_delivered_and_healers_are_busy_only_in_need(world, kanazawa, mayor):
    ours = City.objects.get(slug="hengyang-cn")
    used, yuan = {"disposals": [{"beneficiary": "hospitals"}]}, {"item": "money", "value": 500, "currency": "CNY"}
    quake = world.occasion("earthquake", {"ja": "地震", "zh-hans": "地震"}, cities=[ours])
    gifts = (
        world.gift(kanazawa, lines=[yuan], **used),
        world.gift(kanazawa, mask=9, **used),
        world.gift(kanazawa, mask=9, occasion=quake, **used),
    )
    letters = [body(world.write("thanks", mayor, received=[gift], occasion=None)) for gift in gifts]
    words = ("病院のために役立て", "病院に届けられ、医療従事者", "病院に届けられ、昼夜を問わず")
    assert [f"ご支援は本市の{said}" in letter for said, letter in zip(words, letters, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("name", "chinese", "kind", "yours"),
    [
        ("金沢市立病院", "金泽市立医院", "hospital", "貴院"),
        ("金沢日中友好協会", "金泽日中友好协会", "association", "貴会"),
    ],
)
def test_a_body_is_called_by_what_it_is(world, kanazawa, name, chinese, kind, yours):
    house = world.organization(name, chinese, kind, kanazawa)
    letter = world.write("thanks", house, received=[world.gift(house, mask=9)], occasion=None).foreign
    assert letter.addressee == f"{name}　御中"
    assert (f"、{yours}におかれましては" in letter.salutation, letter.closing) == (True, "敬具")
    assert f"、{yours}よりご恵贈いただきましたマスク9枚を、" in letter.words
    assert f"末筆ながら、{yours}の皆様のご健勝とご多幸を" in letter.words


def test_a_university_and_its_head_are_no_school(world, university):
    rector = world.holder(
        university,
        "rector",
        "金沢大学学長",
        family="和田",
        given="隆志",
        chinese=("和田", "隆志"),
        chinese_title="校长",
    )
    for reader in (university, rector):
        letter = world.write("thanks", reader, received=[world.gift(university, book=1)], occasion=None).foreign
        assert "貴学におかれましては" in letter.salutation
        assert "貴学の皆様のご健勝とご多幸" in letter.words
        assert "貴校" not in letter.words


def test_a_private_person_is_thanked_without_a_place(world, citizen):
    letter = world.write("thanks", citizen, received=[world.gift(citizen, book=1)], occasion=None).foreign
    assert letter.salutation == "拝啓　陽春の候、ますますご健勝のこととお慶び申し上げます。"
    assert letter.part("body").startswith("さて、このたびは、ご恵贈いただきました図書1冊を、2020年2月5日に謹んで拝受")
    assert "貴市" not in letter.words


def test_an_embassy_gives_as_a_house_and_its_country_is_wished_well(world):
    embassy = world.organization("在中国日本国大使館", "日本国驻华大使馆", "embassy")
    letter = world.write("thanks", embassy, received=[world.gift(embassy, book=2)], occasion=None).foreign
    assert "、貴館におかれましては" in letter.salutation
    assert "さて、このたびは、貴館よりご恵贈いただきました図書2冊を、" in letter.words
    assert "末筆ながら、貴国のますますのご発展と皆様のご健勝とご多幸を" in letter.words


# Support, notification, plain letters -----------------------------------------------------------------


def test_support_remembers_says_what_is_given_and_ends_as_it_should(world, kanazawa, mayor):
    covid = world.occasion("epidemic", EPIDEMIC, start="2020-01", countries=["JP", "CN"])
    theirs = world.gift(kanazawa, mask=3000, occasion=covid)
    ours = world.gift(
        kanazawa,
        direction="given",
        day="2020-04-10",
        state="planned",
        mask=12500,
        lines=[{"item": "money", "value": 100000, "currency": "CNY"}],
        consignments=[{"carrier": "顺丰国际 / SF International", "expected": "2020-05-12"}],
    )
    letter = world.write("reciprocal_support", mayor, received=[theirs], given=[ours], occasion=covid).foreign
    said = letter.part("body")
    assert (letter.salutation, letter.closing) == ("", "")
    assert "皆様とともに、この困難を乗り越えてまいりたいと存じます。" in said
    assert "2020年2月には、本市が最も困難な状況にありました折に、貴市よりマスクをお贈りいただきました。" in said
    assert "今も私どもの胸に深く刻まれております。" in said
    assert "貴市にマスク1万2,500枚及び寄附金10万元をお贈りいたしたく存じます。" in said
    assert "輸送はSF Internationalが担当し、2020年5月12日に到着の見込みでございます。" in said
    assert "貴市における感染が一日も早く収束し、貴職をはじめ貴市民の皆様が健やかにお過ごしになりますことを、" in said
    assert said.endswith("略儀ながら、書中をもってお見舞い申し上げます。")


def test_support_after_a_quake_mourns_the_dead_and_its_money_is_relief(world, kanazawa, mayor):
    quake = world.occasion("earthquake", countries=["JP"], cities=[kanazawa], in_cities=[kanazawa], deaths=True)
    yuan = [{"item": "money", "value": 100000, "currency": "CNY"}]
    ours = world.gift(kanazawa, direction="given", day="2020-04-10", state="sent", lines=yuan)
    said = body(world.write("reciprocal_support", mayor, received=[], given=[ours], occasion=quake))
    assert "犠牲となられた方々に謹んで哀悼の意を表しますとともに、ご遺族の皆様に心よりお悔やみ申し上げます。" in said
    assert "貴市に義援金10万元をお贈りすることとし、2020年4月10日に送金の手続をいたしました。" in said


def test_a_notification_has_its_heading_and_promises_only_what_was_ticked(world, mayor):
    bare = world.write("notification", mayor, facts=BY_HAND, occasion=None).foreign
    assert (bare.heading, bare.salutation, bare.closing) == ("本市の現状について（お知らせ）", "", "")
    assert "以下は、2020年4月20日現在の衡陽市人民政府による公式の情報でございます。" in bare.words
    assert not any(word in bare.words for word in ("措置", "延期"))
    ticked = world.write(
        "notification", mayor, facts=BY_HAND, occasion=None, commitments=["postpones_visits", "takes_measures"]
    ).foreign
    assert "外国籍の方々を含む" in ticked.words
    assert "延期とさせていただきたく" in ticked.words


def test_a_plain_letter_stands_between_its_two_words(world, mayor):
    letter = world.write("letter", mayor, facts=BY_HAND).foreign
    assert [letter.salutation[:3], letter.part("body"), letter.closing] == ["謹啓　", "さて、……", "謹白"]


@pytest.mark.parametrize(
    ("name", "chinese", "kind", "rank", "addressee", "yours"),
    [
        ("日野町", "日野町", "town", "town_head", "日野町長", "貴町"),
        ("滋賀県", "滋贺县", "prefecture", "governor", "滋賀県知事", "貴県"),
        ("北海道", "北海道", "prefecture", "governor", "北海道知事", "北海道"),
    ],
)
def test_the_head_of_every_kind_of_place_is_called_by_the_right_title(
    world, name, chinese, kind, rank, addressee, yours
):
    place = world.city(name, chinese, kind=kind)
    head = world.holder(place, rank, family="山田", given="花子", chinese=("山田", "花子"), chinese_title="首长")
    letter = world.write("thanks", head, received=[world.gift(place, mask=9)], occasion=None).foreign
    assert letter.addressee == f"{addressee}　山田　花子　様"
    assert f"、{yours}におかれましては" in letter.salutation
    assert f"、{yours}よりご恵贈いただきました" in letter.words


def test_a_governor_abroad_is_greeted_without_the_season_of_japan(demo):
    world = World("ja", "US")
    ohio = world.city("オハイオ州", "俄亥俄州", kind="state")
    governor = world.holder(
        ohio,
        "governor",
        family="ホワイト",
        given="アン",
        chinese=("怀特", "安"),
        chinese_title="州长",
        family_first=False,
    )
    letter = world.write("letter", governor, facts=BY_HAND).foreign
    assert letter.addressee == "オハイオ州知事　アン・ホワイト　様"
    assert letter.salutation.startswith("謹啓　時下、オハイオ州におかれましては")


# What holds for every kind ------------------------------------------------------------------------


@pytest.fixture
def ours():
    return City.objects.get(slug="hengyang-cn")


def paragraph(letters, key: str) -> str:
    return next((paragraph.body for paragraph in letters.foreign.paragraphs if paragraph.key == key), "")


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_the_same(world, kanazawa, mayor, ours, kind):
    PartnershipFactory(partner=kanazawa)
    pair = world.write(
        kind,
        mayor,
        occasion=world.occasion("earthquake", in_cities=[kanazawa], cities=[ours], deaths=True),
        received=[world.gift(kanazawa, mask=2), world.gift(kanazawa, day="2020-03", book=1)],
        given=[world.gift(kanazawa, direction="given", day="2020-04-10", state="sent", mask=30)],
        commitments=Commitment.values,
        facts=BY_HAND,
    )
    assert [p.key for p in pair.foreign.paragraphs] == [p.key for p in pair.chinese.paragraphs]
    assert pair.foreign.part("body").count("金沢市") <= 1  # in full once, then 貴市
    assert "並びに" not in pair.foreign.words


@pytest.mark.parametrize(
    ("kind", "people"),
    [
        ("city", "をはじめ、貴市民の皆様に、"),
        ("town", "をはじめ、貴町民の皆様に、"),
        ("prefecture", "をはじめ、貴県民の皆様に、"),
        ("embassy", "をはじめ、貴国政府及び国民の皆様に、"),
        ("hospital", "及び貴院の皆様に、"),
        ("school", "及び貴校の皆様に、"),
        ("company", "及び貴社の皆様に、"),
        ("association", "及び貴会の皆様に、"),
        ("person", "及びご家族の皆様に、"),
    ],
)
def test_every_reader_is_condoled_with_as_what_they_are(world, kanazawa, citizen, kind, people):
    places = {"town": ("内灘町", "内滩町"), "prefecture": ("石川県", "石川县")}
    if kind in places:
        to = world.city(*places[kind], kind=kind).organizations.get(kind="city_government")
    elif kind == "city":
        to = kanazawa.organizations.get(kind="city_government")
    elif kind == "person":
        to = citizen
    else:
        name = ("金沢の友の会", "金泽之友会") if kind == "association" else ("みなの家", "大家之所")
        to = world.organization(*name, kind=kind, city=None if kind == "embassy" else kanazawa)
    said = world.write("condolence", to, occasion=world.occasion("epidemic", countries=["JP"]))
    assert f"治療と看護に当たっておられる方々{people}心よりお見舞い申し上げます。" in paragraph(said, "sympathy")
    assert "身近" not in said.foreign.words


@pytest.mark.parametrize(
    ("placed", "of"), [("there", "このたびの金沢市における事故の報に接し、"), ("struck", "このたびの事故の報に接し、")]
)
def test_an_accident_lays_nothing_waste(world, kanazawa, mayor, placed, of):
    where = {"in_cities": [kanazawa]} if placed == "there" else {"cities": [kanazawa]}
    accident = world.occasion("accident", deaths=True, **where)
    given = [world.gift(kanazawa, direction="given", day="2020-05", state="planned", mask=30)]
    condolence = world.write("condolence", mayor, occasion=accident)
    support = world.write("reciprocal_support", mayor, occasion=accident, received=[], given=given)
    assert paragraph(condolence, "concern") == f"{of}深く心を痛めております。"
    assert paragraph(support, "concern") == (
        f"{of}深く案じております。{FOR_ALL}事故に遭われたすべての方々に、心よりお見舞い申し上げます。"
    )
    assert "復旧" not in body(condolence) + body(support)


@pytest.mark.parametrize(("deaths", "shared"), [(True, "皆様のお悲しみは私どもの悲しみでもあり、"), (False, "")])
def test_grief_is_shared_where_there_are_dead(world, kanazawa, mayor, deaths, shared):
    PartnershipFactory(partner=kanazawa)
    typhoon = world.occasion("storm", TYPHOON, cities=[kanazawa], deaths=deaths)
    assert paragraph(world.write("condolence", mayor, occasion=typhoon), "tie") == (
        "貴市と本市は、1992年に友好都市となって以来、親しい交流を育んでまいりました。"
        f"{shared}私どもの思いは皆様とともにあります。"
    )


def test_help_in_hard_days_is_told_as_a_support_to_our_people(world, kanazawa, mayor, ours):
    flood = world.occasion("flood", cities=[ours], start="2020-01")
    letter = world.write("thanks", mayor, received=[world.gift(kanazawa, mask=2)], occasion=flood)
    assert paragraph(letter, "meaning") == (
        "水害に見舞われた困難な日々の中で、このお心遣いは、衡陽市民の大きな心の支えとなりました。"
        "私どもは、このご厚情を決して忘れません。"
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            [{"item": "mask", "quantity": None, "qualifier": "large"}, {"item": "book", "quantity": None}],
            "ご恵贈いただきました図書及び大量のマスクを、",
        ),
        ([{"item": "mask", "quantity": 9, "qualifier": "over"}], "ご恵贈いただきました9枚を超えるマスクを、"),
        (
            [{"item": "mask", "quantity": 3000}, {"item": "mask", "quantity": 2000}],
            "ご恵贈いただきましたマスク5,000枚を、",
        ),
        (
            [
                {"item": "money", "value": 1000000, "currency": "JPY"},
                {"item": "money", "value": 5000, "currency": "CNY"},
            ],
            "お寄せいただきました寄附金100万円及び5,000元を、",
        ),
    ],
)
def test_what_is_told_of_one_thing_is_not_told_of_another(world, kanazawa, mayor, lines, words):
    letter = world.write("thanks", mayor, received=[world.gift(kanazawa, lines=lines)], occasion=None)
    assert paragraph(letter, "thanks").startswith(f"さて、このたびは、貴市より{words}2020年2月5日に謹んで")


def test_one_of_our_own_is_not_honoured_before_the_reader(world, kanazawa, mayor):
    envoy = world.person("張", "文斌", chinese=("张", "文斌"), gender="m", family_first=True)
    letter = world.write("thanks", mayor, received=[world.gift(kanazawa, mask=2, via_person=envoy)], occasion=None)
    assert paragraph(letter, "through") == (
        "なお、ご支援は張文斌氏を通じてお届けいただきました。ここに併せて謝意を表します。"
    )


def test_a_private_person_is_greeted_and_not_the_family_alone(world, citizen):
    given = [world.gift(citizen, direction="given", day="2020-05", state="planned", mask=30)]
    letter = world.write(
        "reciprocal_support", citizen, occasion=None, received=[world.gift(citizen, mask=2)], given=given
    )
    assert paragraph(letter, "concern") == f"{FOR_ALL}謹んでご挨拶申し上げます。"
    assert paragraph(letter, "memory").startswith("2020年2月には、マスクをお贈りいただきました。")
    assert not any(word in letter.foreign.words for word in ("貴職", "貴殿", "貴市"))


@pytest.mark.parametrize(
    ("consignment", "words"),
    [
        ({"carrier": "顺丰国际 / SF International"}, "なお、輸送はSF Internationalが担当いたします。"),
        ({"expected": "2020-07"}, "なお、到着は2020年7月の見込みでございます。"),
    ],
)
def test_a_consignment_is_told_in_one_sentence(world, kanazawa, mayor, consignment, words):
    way = {"direction": "given", "day": "2020-04-10", "state": "sent", "mask": 30, "consignments": [consignment]}
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[], given=[world.gift(kanazawa, **way)])
    assert paragraph(letter, "shipping") == words


def test_a_storm_that_struck_us_is_told_by_its_harm(world, mayor, ours):
    typhoon = world.occasion("storm", TYPHOON, cities=[ours])
    letter = world.write("notification", mayor, occasion=typhoon, facts=BY_HAND)
    assert paragraph(letter, "purpose").startswith("衡陽市における令和2年台風第3号による被害の状況につきまして、")


def test_what_is_lacking_and_where_to_ask_stand_on_a_line_of_their_own(world, mayor):
    government = IssuingIdentity.objects.get(code="government")
    government.letterheads.create(language="ja", contact="電話 +86 734 1")
    government.letterheads.create(language="zh-hans", contact="电话 0734-1")
    needs = ItemKind.objects.filter(code__in=("mask", "goggles"))
    letter = world.write("notification", mayor, occasion=None, needs=needs, facts=BY_HAND)
    assert paragraph(letter, "needs").startswith("現在、本市ではマスク及びゴーグルが不足しております。")
    assert paragraph(letter, "contact").endswith("下記までご連絡ください。\n連絡先　電話 +86 734 1")


@pytest.mark.parametrize(
    ("rank", "title", "acting", "addressee", "words"),
    [
        ("mayor", "", False, "金沢市長　山田　花子　様", ("謹啓", "謹白")),
        ("mayor", "", True, "金沢市長職務代理者　山田　花子　様", ("謹啓", "謹白")),
        ("deputy_mayor", "", False, "金沢市副市長　山田　花子　様", ("拝啓", "敬具")),
        ("council_president", "", False, "金沢市議会議長　山田　花子　様", ("拝啓", "敬具")),
        ("director", "国際交流課長", False, "金沢市役所\n国際交流課長　山田　花子　様", ("拝啓", "敬具")),
    ],
)
def test_a_plain_letter_opens_and_closes_as_the_rank_asks(world, kanazawa, rank, title, acting, addressee, words):
    name = {"family": "山田", "given": "花子", "chinese": ("山田", "花子")}
    to = world.holder(kanazawa, rank, title, chinese_title="市长", acting=acting, **name)
    letter = world.write("letter", to, facts=BY_HAND, on=date(2020, 7, 10)).foreign
    house = "貴議会" if rank == "council_president" else "貴市"
    assert letter.addressee == addressee
    assert letter.salutation == (
        f"{words[0]}　盛夏の候、{house}におかれましてはますますご清栄のこととお慶び申し上げます。"
    )
    assert letter.closing == words[1]


@pytest.mark.parametrize("counted", ["2台", "26万5,000枚", "10万元", "1.5トン"])
def test_a_number_keeps_its_counter_on_the_line(counted):
    assert f'<span class="counted">{counted}' in mark_up(f"図書及びマスク{counted}を")


def test_the_gift_of_a_mayor_is_not_the_citys_and_that_of_an_embassy_not_its_ambassadors(world, mayor):
    own = world.gift(mayor.person, book=1)
    said = paragraph(world.write("thanks", mayor, received=[own], occasion=None), "thanks")
    assert said == (
        "さて、このたびは、ご恵贈いただきました図書1冊を、2020年2月5日に謹んで拝受いたしました。"
        f"{FOR_ALL}厚く御礼申し上げます。"
    )
    embassy = world.organization("在中国日本国大使館", "日本国驻华大使馆", "embassy")
    ambassador = world.holder(embassy, "ambassador", family="横井", given="裕", chinese=("横井", "裕"), gender="m")
    said = paragraph(world.write("thanks", ambassador, received=[world.gift(embassy, book=1)], occasion=None), "thanks")
    assert said.startswith("さて、このたびは、貴館よりご恵贈いただきました図書1冊を、")
    assert said.endswith("、貴館の皆様に厚く御礼申し上げます。")


def test_the_government_speaks_as_itself_where_nobody_signs(world, kanazawa, mayor):
    government = IssuingIdentity.objects.get(code="government")
    government.organization.posts.update(end="2020-01")
    letter = world.write("condolence", mayor, occasion=world.occasion("epidemic", countries=["JP"]))
    assert letter.foreign.signature == "衡陽市人民政府"
    assert paragraph(letter, "sympathy").startswith("衡陽市人民政府として、また衡陽市民を代表し、罹患された方々、")
