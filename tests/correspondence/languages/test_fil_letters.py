"""Letters in Filipino as they are composed from the record."""

import re

import pytest

from correspondence.errors import FormMissing, NothingToSay
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import IssuingIdentity, ItemKind
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

pytestmark = pytest.mark.usefixtures("texts")

PHILIPPINES = ("PH",)
PROVINCIAL = ("Pamahalaang Panlalawigan ng Albay", "阿尔拜省政府")
MUNICIPAL = ("Pamahalaang Bayan ng Daraga", "达拉加市政府")


@pytest.fixture
def world():
    return World("fil", "PH")


@pytest.fixture
def naga(world):
    return world.city("Naga", "那牙市", government=("Pamahalaang Lungsod ng Naga", "那牙市政府"))


@pytest.fixture
def mayor(world, naga):
    return world.holder(naga, "mayor", family="Santos", given="Maria", chinese=("桑托斯", "玛丽亚"))


def body_of(letter) -> str:
    return letter.foreign.part("body").replace("\u00a0", " ")


def paragraph(letter, key: str) -> str:
    """The words of one paragraph, "" where it does not stand."""
    found = [paragraph.body for paragraph in letter.foreign.paragraphs if paragraph.key == key]
    return found[0].replace("\u00a0", " ") if found else ""


# Who is written to ------------------------------------------------------------------------------


def test_the_governor_is_no_mayor(world):
    albay = world.city(
        "Albay", "阿尔拜省", "province", government=("Pamahalaang Panlalawigan ng Albay", "阿尔拜省政府")
    )
    quake = world.occasion("earthquake", countries=PHILIPPINES)
    governor = world.holder(albay, "mayor", "Gobernador ng Albay", family="Lagman", given="Ana", chinese_title="省长")
    letter = world.write("condolence", governor, occasion=quake).foreign
    assert letter.salutation == "Kagalang-galang na Gobernador Lagman:"
    assert letter.addressee == "Kgg. Ana Lagman\nGobernador ng Albay\nPamahalaang Panlalawigan ng Albay"
    assert "mga mamamayan ng inyong lalawigan" in letter.words
    assert "lungsod" not in letter.part("body").replace("Lungsod ng Hengyang", "").lower()


def test_the_head_of_a_municipality_is_punong_bayan(world):
    daraga = world.city(
        "Daraga", "达拉加市", "municipality", government=("Pamahalaang Bayan ng Daraga", "达拉加市政府")
    )
    head = world.holder(daraga, "mayor", family="Perete", given="Victor", gender="m")
    letter = world.write("condolence", head, occasion=world.occasion("earthquake", countries=PHILIPPINES)).foreign
    assert letter.addressee.splitlines()[:2] == ["Kgg. Victor Perete", "Punong Bayan"]
    assert letter.salutation == "Kagalang-galang na Punong Bayan Perete:"
    assert "mga mamamayan ng inyong bayan" in letter.words


def test_an_acting_mayor_is_said_to_act(world, naga):
    acting = world.holder(naga, "mayor", family="Roco", given="Sonia", acting=True, prefix="Atty.")
    letter = world.write("condolence", acting, occasion=world.occasion("earthquake", countries=PHILIPPINES)).foreign
    assert letter.addressee.splitlines()[:2] == ["Kgg. Atty. Sonia Roco", "Gumaganap na Punong Lungsod"]
    assert letter.salutation == "Kagalang-galang na Punong Lungsod Roco:"


def test_a_title_that_nobody_knows_stops_the_letter(world, naga):
    datu = world.holder(naga, "official", "Datu ng Naga", family="Santos", given="Maria", chinese_title="官员")
    with pytest.raises(FormMissing, match="Datu ng Naga"):
        world.write("condolence", datu, occasion=world.occasion("earthquake", countries=PHILIPPINES))


# Condolence -------------------------------------------------------------------------------------


def test_a_typhoon_has_brought_harm_and_did_not_happen_in_the_city(world, naga, mayor):
    typhoon = world.occasion("storm", {"zh-hans": "台风“天鹅”", "fil": "Bagyong Rolly"}, cities=[naga])
    concern = paragraph(world.write("condolence", mayor, occasion=typhoon), "concern")
    assert concern == "Labis kong ikinalungkot ang balita tungkol sa pinsalang idinulot ng Bagyong Rolly sa Naga."


def test_an_earthquake_happened_in_the_city(world, naga, mayor):
    quake = world.occasion("earthquake", in_cities=[naga])
    concern = paragraph(world.write("condolence", mayor, occasion=quake), "concern")
    said = "Labis kong ikinalungkot ang balita tungkol sa lindol sa Naga at sa pinsalang idinulot nito."
    assert concern == said


def test_an_accident_elsewhere_is_not_placed_in_the_readers_city(world, mayor):
    accident = world.occasion("accident", countries=PHILIPPINES)
    concern = paragraph(world.write("condolence", mayor, occasion=accident), "concern")
    assert concern == "Labis kong ikinalungkot ang balita tungkol sa aksidente."


def test_only_deaths_are_mourned(world, naga, mayor):
    without = world.write("condolence", mayor, occasion=world.occasion("storm", cities=[naga], injured=True))
    assert "pakikiramay" not in without.foreign.words.lower().replace("nakikiramay", "pakikiramay")
    assert "sa mga nasugatan, sa lahat ng naapektuhan" in paragraph(without, "sympathy")
    assert "taos-pusong pagdamay at pakikiisa" in paragraph(without, "sympathy")
    assert without.foreign.closing == "Taos-pusong nakikiisa,"
    mourned = world.write("condolence", mayor, occasion=world.occasion("storm", cities=[naga], deaths=True))
    assert "taimtim akong nakikiramay sa kanilang mga pamilya" in paragraph(mourned, "deaths")
    assert "mga nasugatan" not in mourned.foreign.words
    assert mourned.foreign.closing == "Nakikiramay,"


def test_the_whole_condolence_to_a_mayor(world, naga, mayor):
    pandemic = {"zh-hans": "新冠肺炎疫情", "fil": ("Pandemya ng COVID-19", "pandemya ng COVID-19")}
    occasion = world.occasion("epidemic", pandemic, start="2020-01", countries=["PH", "CN"])
    letter = world.write("condolence", mayor, occasion=occasion, commitments=["offers_help"])
    assert [paragraph.key for paragraph in letter.foreign.paragraphs] == [p.key for p in letter.chinese.paragraphs]
    government = IssuingIdentity.objects.get(code="government").organization.names.get(language="fil").text
    assert body_of(letter).split("\n\n") == [
        "Lubos akong nalungkot at nabahala nang mabatid ko ang hirap na dulot ng pandemya ng COVID-19 sa Naga.",
        f"Sa ngalan ng {government} at ng mga mamamayan ng Hengyang, gayundin sa sarili kong ngalan, ipinaaabot ko po "
        "sa inyo, at sa pamamagitan ninyo ay sa lahat ng nagkasakit, sa mga nag-aalaga sa kanila, at sa mga mamamayan "
        "ng inyong lungsod, ang aking taos-pusong pagdamay at pakikiisa.",
        "Nananalig akong malalampasan ninyo ang pagsubok na ito sa lakas ng pagdadamayan. Nasa puso’t isipan namin "
        "kayo.",
        "Kung may maitutulong kami, ipaalam lamang po ninyo sa amin.",
    ]


def test_only_the_city_speaks_for_its_people_and_one_who_signs_for_himself(world, naga, mayor):
    quake = world.occasion("earthquake", in_cities=[naga])
    office = IssuingIdentity.objects.exclude(code="government").first().code
    said = paragraph(world.write("condolence", mayor, occasion=quake, identity=office), "sympathy")
    assert "mga mamamayan ng Hengyang, " not in said
    assert "sarili kong" not in said
    assert "ipinaaabot po namin" in said


def test_nobody_in_private_life_passes_sympathy_on_or_overcomes_what_struck_others(world, pandemic):
    person = world.person("Cruz", "Juan", gender="m", chinese=("克鲁斯", "胡安"))
    letter = world.write("condolence", person, occasion=pandemic)
    said = "ipinaaabot ko po sa inyo, sa lahat ng nagkasakit, sa mga nag-aalaga sa kanila, at sa inyong mga mahal sa"
    assert said in paragraph(letter, "sympathy")
    assert "sa pamamagitan" not in body_of(letter)
    assert "malalampasan ng lahat ng naapektuhan ang pagsubok" in paragraph(letter, "confidence")


@pytest.mark.parametrize("kind", ["condolence", "reciprocal_support"])
def test_the_dead_are_mourned_and_not_commemorated(world, naga, mayor, kind):
    quake = world.occasion("earthquake", in_cities=[naga], deaths=True)
    said = {"given": [given(world, naga)]} if kind == "reciprocal_support" else {}
    deaths = paragraph(world.write(kind, mayor, occasion=quake, **said), "deaths")
    assert deaths.startswith("Ipinagluluksa ko ang mga nasawi, at taimtim akong nakikiramay sa kanilang mga pamilya")


# Thanks -----------------------------------------------------------------------------------------


def thanks(world, to, *gifts, **said):
    return world.write("thanks", to, occasion=None, received=list(gifts), **said)


@pytest.mark.parametrize(
    ("lines", "things"),
    [
        ({"mask": 3000}, "3,000 piraso ng face mask"),
        ({"mask": 1}, "isang piraso ng face mask"),
        ({"mask": None}, "mga face mask"),
        ({"mask": None, "goggles": None}, "mga face mask at goggles"),
        ({"mask": 3000, "goggles": None, "gloves": None}, "3,000 piraso ng face mask, mga goggles, at guwantes"),
        ({"lines": [{"item": "gloves", "quantity": 20, "unit": "pair"}]}, "20 pares ng guwantes"),
        ({"lines": [{"item": "mask", "qualifier": "large"}]}, "maraming face mask"),
        ({"lines": [{"item": "money", "value": 100000, "currency": "CNY"}]}, "100,000 yuan"),
        ({"lines": [{"item": "money"}, {"item": "mask"}]}, "tulong pinansiyal at mga face mask"),
    ],
)
def test_the_citys_own_gift(world, naga, mayor, lines, things):
    letter = thanks(world, mayor, world.gift(naga, **lines))
    begin = "Buong lugod at pasasalamat naming tinanggap noong Pebrero 5, 2020 ang kaloob ng inyong lungsod na"
    assert paragraph(letter, "thanks").startswith(f"{begin} {things}. Sa ngalan ng ")


def test_another_who_gave_with_them_is_named(world, naga, mayor):
    iriga = world.city("Iriga", "伊里加市")
    juan = world.person("Cruz", "Juan", gender="m", chinese=("克鲁斯", "胡安"))
    together = thanks(world, mayor, world.gift(naga, iriga, juan, mask=3000))
    assert "ang kaloob ng inyong lungsod, katuwang ang Iriga at si Juan Cruz, na 3,000" in paragraph(together, "thanks")
    with_one = thanks(world, mayor, world.gift(naga, juan, mask=3000))
    assert "ang kaloob ng inyong lungsod, katuwang si Juan Cruz, na 3,000" in paragraph(with_one, "thanks")
    listed = paragraph(thanks(world, mayor, world.gift(naga, juan, mask=3000), world.gift(naga, book=2)), "list")
    assert "3,000 piraso ng face mask (katuwang si Juan Cruz)" in listed


def test_a_gift_of_others_is_theirs(world, naga, mayor):
    firm = world.organization("Kompanyang Mayon", "马荣公司", "company", naga)
    said = paragraph(thanks(world, mayor, world.gift(firm, mask=5000)), "thanks")
    assert "kaloob na 5,000 piraso ng face mask; ang Kompanyang Mayon ng inyong lungsod ang nagpadala nito." in said
    assert "ipinaaabot ko po, sa pamamagitan ninyo, sa nagkaloob ang aking taos-pusong pasasalamat." in said
    assert "kaloob ng inyong lungsod" not in said


def test_a_gift_of_a_person_takes_the_article_of_persons(world, naga, mayor):
    juan = world.person("Cruz", "Juan", gender="m", chinese=("克鲁斯", "胡安"))
    juan.city = naga
    juan.save()
    letter = thanks(world, mayor, world.gift(naga, mask=3000), world.gift(juan, book=10))
    assert "; si Juan Cruz ng inyong lungsod ang nagpadala nito." in paragraph(letter, "others")


def test_two_persons_share_their_article_and_a_firm_after_one_has_its_own(world, naga, mayor):
    firm = world.organization("Kompanyang Mayon", "马荣公司", "company", naga)
    givers = [world.person("Cruz", "Juan", gender="m", chinese=("克鲁斯", "胡安")), world.person("Reyes", "Ana")]
    persons = thanks(world, mayor, world.gift(naga, mask=3000), world.gift(*givers, firm, book=10))
    assert "; si Juan Cruz, si Ana Reyes, at ang Kompanyang Mayon ng" in paragraph(persons, "others")
    together = thanks(world, mayor, world.gift(naga, *givers, mask=3000))
    assert "ang kaloob ng inyong lungsod, katuwang sina Juan Cruz at Ana Reyes, na" in paragraph(together, "thanks")


def test_what_the_mayor_gave_as_a_person_is_no_gift_of_the_city(world, naga, mayor):
    gifts = [world.gift(mayor.person, mask=3000), world.gift(mayor.person, book=2)]
    assert "ang inyong kaloob na 3,000 piraso" in paragraph(thanks(world, mayor, gifts[0]), "thanks")
    said = paragraph(thanks(world, mayor, *gifts), "thanks")
    assert said.endswith("Buong lugod naming tinanggap ang mga sumusunod ninyong kaloob:")
    support = world.write("reciprocal_support", mayor, occasion=None, received=gifts[:1], given=[given(world, naga)])
    assert "nagpadala kayo sa amin ng" in paragraph(support, "memory")


def test_several_gifts_are_thanked_for_as_one_is(world, naga, mayor):
    said = paragraph(thanks(world, mayor, world.gift(naga, mask=3000), world.gift(naga, book=2)), "thanks")
    begin = "ipinaaabot ko po sa inyo, at sa pamamagitan ninyo ay sa mga mamamayan ng inyong lungsod, ang aking"
    end = "taos-pusong pasasalamat. Buong lugod naming tinanggap ang sumusunod na mga kaloob ng inyong lungsod:"
    assert f"{begin} {end}" in said


def test_an_embassys_gift_is_its_own_and_a_hospitals_head_is_thanked_with_the_staff(world, naga):
    embassy = world.organization("Embahada ng Pilipinas sa Tsina", "菲律宾驻华大使馆", "embassy")
    title = {"title": "Embahador ng Pilipinas sa Tsina", "chinese_title": "大使"}
    envoy = world.holder(embassy, "ambassador", **title, family="Romana", given="Jose", gender="m")
    body, person = (paragraph(thanks(world, to, world.gift(embassy, mask=3000)), "thanks") for to in (embassy, envoy))
    assert "ipinaaabot ko po sa lahat ng inyong kawani ang aking" in body
    assert "ipinaaabot ko po sa inyo at sa lahat ng inyong kawani ang aking" in person
    hospital = world.organization("Bicol Medical Center", "比科尔医疗中心", "hospital", naga)
    head = world.holder(hospital, "director", "Direktor", family="Reyes", given="Ana", chinese_title="院长")
    said = paragraph(thanks(world, head, world.gift(hospital, mask=3000)), "thanks")
    assert "ipinaaabot ko po sa inyo at sa lahat ng inyong kawani ang aking" in said


def test_the_government_is_thanked_and_not_only_its_people(world, naga):
    said = paragraph(thanks(world, naga.organizations.get(), world.gift(naga, mask=3000)), "thanks")
    assert "ipinaaabot ko po sa inyo at sa mga mamamayan ng inyong lungsod ang aking" in said


def test_no_city_is_praised_for_what_its_firm_gave_and_need_is_named_only_where_there_was_any(world, naga, mayor):
    PartnershipFactory(partner=naga)
    firm = world.organization("Kompanyang Mayon", "马荣公司", "company", naga)
    said = paragraph(thanks(world, mayor, world.gift(firm, mask=5000)), "tie")
    assert said.endswith(". Lalong pinaglalapit ng ganitong kabutihan ang ating mga mamamayan.")
    flood = world.occasion("flood", start="2020-01", countries=["CN"])
    needed = paragraph(thanks(world, mayor, world.gift(naga, mask=3000, occasion=flood)), "tie")
    assert needed.endswith(". Sa panahon ng kagipitan, lalong nadarama ang ating pagkakaibigan.")


@pytest.mark.parametrize(
    ("went_to", "money", "goods"),
    [
        ("hospitals", "para sa aming mga ospital.", "sa aming mga ospital, sa mga doktor at nars."),
        ("schools", "para sa aming mga paaralan, at", "sa aming mga paaralan, at"),
        ("communities", "para sa mga residente ng aming", "sa mga residente ng aming"),
        ("frontline", "para sa mga nasa unang hanay, at", "sa mga nasa unang hanay, at"),
    ],
)
def test_money_is_used_and_goods_arrive_and_nobody_treats_the_sick_unless_somebody_is(
    world, naga, mayor, went_to, money, goods
):
    spent = {"lines": [{"item": "money", "value": 100000, "currency": "CNY"}]}
    for things, said in (
        (spent, f"Nagamit na ang tulong na ito {money}"),
        ({"mask": 9}, f"Nakarating na ang tulong na ito {goods}"),
    ):
        letter = thanks(world, mayor, world.gift(naga, **things, disposals=[{"beneficiary": went_to}]))
        assert paragraph(letter, "use").startswith(said)


def test_doctors_care_day_and_night_where_help_came_in_need(world, naga, mayor):
    epidemic = world.occasion("epidemic", start="2020-01", countries=["CN"])
    masks = world.gift(naga, mask=3000, occasion=epidemic, disposals=[{"beneficiary": "hospitals"}])
    said = paragraph(thanks(world, mayor, masks), "use")
    assert said.endswith("ospital, sa mga doktor at nars na araw at gabing nag-aalaga sa mga maysakit.")


def test_through_whom_it_came(world, naga, mayor):
    red_cross = world.organization("Krus na Pula ng Pilipinas", "菲律宾红十字会")
    letter = thanks(world, mayor, world.gift(naga, mask=3000, via_organization=red_cross))
    passed_on = "Ang Krus na Pula ng Pilipinas ang naghatid sa amin ng kaloob na ito"
    assert paragraph(letter, "through") == f"{passed_on}, at lubos din namin itong ipinagpapasalamat."


def test_several_gifts_and_uses_are_told_once(world, naga, mayor):
    masks = world.gift(naga, mask=3000, disposals=[{"beneficiary": "hospitals"}])
    books = world.gift(naga, book=2, day="2020-03", disposals=[{"beneficiary": "schools"}])
    letter = thanks(world, mayor, masks, books)
    listed = "- Pebrero 5, 2020: 3,000 piraso ng face mask\n- Marso 2020: dalawang aklat"
    assert paragraph(letter, "list") == listed
    assert paragraph(letter, "use") == "Nakarating na ang tulong na ito sa aming mga ospital at paaralan."


@pytest.mark.parametrize(
    ("kind", "said", "moved"),
    [
        ("condolence", "liham noong Marso 5, 2020, na naghatid sa amin ng inyong pagdamay.", True),
        ("congratulation", "liham noong Marso 5, 2020, na naghatid sa amin ng inyong pagbati.", False),
        ("letter", "liham noong Marso 5, 2020.", True),
    ],
)
def test_their_letter_is_thanked_for_by_its_kind(world, naga, mayor, kind, said, moved):
    letter = world.write("thanks", mayor, occasion=None, replies_to=world.letter(kind, mayor))
    assert paragraph(letter, "thanks").endswith(f"nagpapasalamat sa inyong {said}")
    assert "pakikiramay" not in body_of(letter)
    with_gift = thanks(world, mayor, world.gift(naga, mask=3000), replies_to=world.letter(kind, mayor))
    assert ("lakas ng loob" in paragraph(with_gift, "letter")) is moved


def test_nobody_is_thanked_for_nothing(world, mayor):
    with pytest.raises(NothingToSay):
        world.write("thanks", mayor)


# Support ----------------------------------------------------------------------------------------


def given(world, to, **things):
    return world.gift(to, direction="given", state="sent", day="2020-04-10", **(things or {"mask": 30000}))


def support(world, to, occasion=None, **said):
    return world.write("reciprocal_support", to, occasion=occasion, given=[given(world, to.organization.city)], **said)


def test_money_is_a_help_that_no_one_delivers(world, naga, mayor):
    money = given(world, naga, lines=[{"item": "money", "value": 100000, "currency": "CNY"}])
    letter = world.write("reciprocal_support", mayor, occasion=None, given=[money])
    assert paragraph(letter, "support").endswith("noong Abril 10, 2020 ng tulong na 100,000 yuan.")


def test_nobody_is_called_needy_without_an_occasion(world, naga, mayor):
    assert "nangangailangan" not in paragraph(support(world, mayor), "support")
    quake = world.occasion("earthquake", in_cities=[naga])
    assert "higit na nangangailangan" in paragraph(support(world, mayor, quake), "support")


@pytest.mark.parametrize(("deaths", "verb"), [(True, "ikinalungkot"), (False, "ikinabahala")])
def test_deaths_sadden_and_damage_worries(world, naga, mayor, deaths, verb):
    quake = world.occasion("earthquake", in_cities=[naga], deaths=deaths)
    concern = paragraph(support(world, mayor, quake), "concern")
    assert concern.startswith(f"Labis kong {verb} ang balita tungkol sa lindol sa Naga.")
    assert concern.endswith(
        "ipinaaabot ko po sa inyo, at sa pamamagitan ninyo ay sa lahat ng naapektuhan, ang aking taos-pusong pagdamay."
    )


def test_a_hospital_outside_the_disaster_is_wished_no_recovery(world, naga):
    hospital = world.organization("Bicol Medical Center", "比科尔医疗中心", "hospital", naga)
    quake = world.occasion("earthquake", countries=PHILIPPINES)
    letter = world.write("reciprocal_support", hospital, occasion=quake, given=[given(world, hospital)])
    assert "ang agarang pagbangon ng mga naapektuhan, at" in paragraph(letter, "wish")


def test_experience_is_also_remembered_only_beside_a_gift(world, naga, mayor):
    told = {"kind": "experience", "day": parse_partial_date("2020-03"), "partners": [naga]}
    shared = [record_courtesy(by=None, direction="received", **told)]
    alone = paragraph(support(world, mayor, courtesies=shared), "experience_received")
    assert alone.startswith("Tinatanaw naming malaking utang na loob")
    beside = support(world, mayor, courtesies=shared, received=[world.gift(naga, mask=3000)])
    assert paragraph(beside, "experience_received").startswith("Tinatanaw rin naming")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("planned", "nais naming magpadala sa inyong lungsod ng 30,000 piraso ng face mask."),
        (
            "sent",
            "nagpadala kami sa inyong lungsod noong Abril 10, 2020 ng 30,000 piraso ng face mask, na kasalukuyan nang "
            "inihahatid.",
        ),
        ("received", "nagpadala kami sa inyong lungsod noong Abril 2020 ng 30,000 piraso ng face mask."),
    ],
)
def test_our_gift_is_told_as_it_is(world, naga, mayor, state, said):
    given = world.gift(naga, direction="given", state=state, day="2020-04-10", mask=30000)
    letter = world.write("reciprocal_support", mayor, occasion=None, given=[given])
    assert paragraph(letter, "support").startswith(f"Bilang munting tanda ng ating pagkakaibigan, {said}")


@pytest.mark.parametrize(
    ("consignment", "said"),
    [
        (
            {"carrier": "顺丰国际 / SF International", "expected": "2020-05-02"},
            "Ang SF International ang naghahatid ng padala, na inaasahang darating sa Mayo 2, 2020.",
        ),
        ({"carrier": "顺丰国际 / SF International"}, "Ang SF International ang naghahatid ng padala."),
        ({"expected": "2020-05-02"}, "Inaasahang darating ang padala sa Mayo 2, 2020."),
    ],
)
def test_carrier_and_arrival_are_one_sentence(world, naga, mayor, consignment, said):
    given = world.gift(naga, direction="given", state="sent", day="2020-04-10", mask=30000, consignments=[consignment])
    letter = world.write("reciprocal_support", mayor, occasion=None, given=[given])
    assert paragraph(letter, "shipping") == said


@pytest.fixture
def pandemic(world):
    names = {"zh-hans": "新冠肺炎疫情", "fil": ("Pandemya ng COVID-19", "pandemya ng COVID-19")}
    return world.occasion("epidemic", names, start="2020-01", countries=["PH", "CN"])


def test_support_is_given_to_government_and_people_without_mourning(world, naga, mayor, pandemic):
    received = world.gift(naga, mask=3000, book=1, occasion=pandemic)
    given = world.gift(naga, direction="given", state="sent", day="2020-04-10", mask=30000)
    letter = world.write("reciprocal_support", mayor, occasion=pandemic, received=[received], given=[given])
    said = body_of(letter)
    assert "sa inyo, at sa pamahalaan at mga mamamayan ng inyong lungsod, ang aking taos-pusong pagdamay" in said
    assert not re.search("pakikiramay|paligid|epidemya", said)
    memory = "noong Pebrero 2020, sa panahon ng aming pangangailangan, nagpadala sa amin ang inyong lungsod ng"
    assert f"{memory} isang aklat at mga face mask." in paragraph(letter, "memory")
    assert "malalampasan ninyo ang pagsubok na ito" in paragraph(letter, "wish")


def test_support_names_the_dead_whom_no_condolence_of_ours_has_mourned(world, naga, mayor):
    quake = world.occasion("earthquake", in_cities=[naga], deaths=True)
    given = world.gift(naga, direction="given", state="sent", day="2020-04-10", mask=30000)
    letter = world.write("reciprocal_support", mayor, occasion=quake, given=[given])
    assert "taimtim akong nakikiramay sa kanilang mga pamilya" in paragraph(letter, "deaths")


def test_a_hospitals_people_are_its_staff(world, naga, pandemic):
    hospital = world.organization("Bicol Medical Center", "比科尔医疗中心", "hospital", naga)
    received = world.gift(hospital, mask=3000)
    letter = thanks(world, hospital, received)
    assert "ang inyong kaloob na 3,000" in paragraph(letter, "thanks")
    wish = "Hangad ko ang mabuting kalusugan, kaligtasan, at kaginhawahan ng lahat ng inyong kawani."
    assert paragraph(letter, "wish") == wish
    assert letter.foreign.salutation == "Mga Ginang at Ginoo:"


def test_an_embassy_is_told_of_its_country(world, pandemic):
    embassy = world.organization("Embahada ng Pilipinas sa Tsina", "菲律宾驻华大使馆", "embassy")
    title = {"title": "Embahador ng Pilipinas sa Tsina", "chinese_title": "大使"}
    to = world.holder(embassy, "ambassador", **title, family="Romana", given="Jose", gender="m")
    letter = world.write("condolence", to, occasion=pandemic)
    assert paragraph(letter, "concern").endswith("pandemya ng COVID-19 sa inyong bansa.")
    assert "sa pamahalaan at mga mamamayan ng inyong bansa" in paragraph(letter, "sympathy")


# Notification, and what holds in all ------------------------------------------------------------


def test_a_notification_gives_the_facts_as_of_its_day(world, naga, mayor, pandemic):
    facts = {"fil": "Walang bagong kaso.", "zh-hans": "无新增病例。"}
    letter = world.write("notification", mayor, occasion=pandemic, facts=facts)
    purpose = paragraph(letter, "purpose")
    assert purpose.startswith("Ipinababatid ko po sa inyo ang kalagayan sa Hengyang kaugnay ng pandemya ng COVID-19.")
    assert purpose.endswith(" hanggang Abril 20, 2020.")
    assert [p.key for p in letter.foreign.paragraphs] == ["purpose", "facts", "thanks"]


def test_a_notification_promises_only_what_was_ticked(world, mayor, pandemic):
    ticked = ["takes_measures", "postpones_visits"]
    facts = {"fil": "Walang bagong kaso.", "zh-hans": "无新增病例。"}
    letter = world.write("notification", mayor, occasion=pandemic, facts=facts, commitments=ticked)
    assert [p.key for p in letter.foreign.paragraphs] == ["purpose", "facts", "measures", "exchanges", "thanks"]


def test_what_we_lack_may_be_one_thing_that_cannot_be_counted(world, mayor, pandemic):
    facts = {"fil": "Walang bagong kaso.", "zh-hans": "无新增病例。"}
    needs = list(ItemKind.objects.filter(code="disinfectant"))
    said = paragraph(world.write("notification", mayor, occasion=pandemic, facts=facts, needs=needs), "needs")
    assert said == (
        "Sa kasalukuyan, kinakapos kami sa disinfectant. Malaking utang na loob namin kung matutulungan ninyo kaming "
        "makakuha nito; kung hindi naman maaari, lubos namin itong mauunawaan."
    )


@pytest.mark.parametrize("kind", ["condolence", "thanks", "reciprocal_support", "notification"])
def test_one_or_two_po_and_no_exclamation(world, naga, mayor, pandemic, kind):
    said = {
        "thanks": {"received": [world.gift(naga, mask=3000)]},
        "reciprocal_support": {"given": [world.gift(naga, direction="given", day="2020-04-10", mask=30000)]},
    }
    ticked = ["offers_help", "takes_measures", "postpones_visits"]
    letter = world.write(kind, mayor, occasion=pandemic, commitments=ticked, **said.get(kind, {}))
    assert 1 <= len(re.findall(r"\bpo\b", letter.foreign.words)) <= 2
    assert "!" not in letter.foreign.words
    assert not re.search(r"\b(iyo|mo|ikaw)\b", body_of(letter))
