"""Whole Romanian letters beside their Chinese twins."""

import pytest

from correspondence.models import Commitment, LetterKind
from crm.models import City
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

BEHALF = (
    "În numele Guvernului Popular al Municipiului Hengyang și al locuitorilor municipiului Hengyang, "
    "precum și în nume personal,"
)
MONEY = [{"item": "money", "value": 500, "currency": "EUR"}]
POPA = {"family": "Popa", "given": "Ana", "chinese": ("波帕", "安娜")}


@pytest.fixture
def world(texts):
    return World("ro", "RO")


@pytest.fixture
def calarasi(world):
    hall = ("Primăria Municipiului Călărași", "克勒拉什市政府")
    return world.city("Călărași", "克勒拉什市", "municipality", government=hall)


@pytest.fixture
def mayor(world, calarasi):
    return world.holder(calarasi, "mayor", chinese_title="市长", **POPA)


def said(letter, key: str) -> str:
    """A paragraph's words, with plain spaces."""
    return next((p.body for p in letter.paragraphs if p.key == key), "").replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["condolence", "notification", "thanks", "reciprocal_support", "letter"])
def test_both_languages_say_the_same(world, calarasi, mayor, kind):
    ours = City.objects.get(slug="hengyang-cn")
    quake = world.occasion("earthquake", in_cities=[calarasi], cities=[ours], deaths=True)
    given = [world.gift(calarasi, direction="given", day="2020-04-10", state="sent", mask=30)]
    pair = world.write(
        kind,
        mayor,
        occasion=quake,
        received=[world.gift(calarasi, mask=2), world.gift(calarasi, day="2020-03", book=1)],
        given=given,
        commitments=Commitment.values,
        facts={"ro": "X.", "zh-hans": "X。"},
    )
    assert [p.key for p in pair.foreign.paragraphs] == [p.key for p in pair.chinese.paragraphs]


def test_one_who_signs_speaks_in_the_first_person_and_an_office_for_itself(world, calarasi, mayor):
    storm = world.occasion("storm", {"ro": ("Taifunul Rai", "taifunul Rai"), "zh-hans": "台风雷伊"}, cities=[calarasi])
    own = world.write("condolence", mayor, occasion=storm).foreign
    office = world.write("condolence", mayor, occasion=storm, identity="foreign-affairs-office").foreign
    assert said(own, "concern") == (
        "Cu profundă tristețe am aflat despre suferința și pagubele provocate de taifunul Rai în municipiul "
        "dumneavoastră."
    )
    assert said(own, "sympathy") == (
        f"{BEHALF} transmit întreaga mea solidaritate tuturor celor afectați, celor care le vin în ajutor, "
        "precum și dumneavoastră și locuitorilor municipiului dumneavoastră."
    )
    assert said(office, "sympathy").startswith(
        "În numele Biroului de Afaceri Externe al Guvernului Popular al Municipiului Hengyang, transmitem întreaga "
        "noastră solidaritate"
    )
    assert own.closing == "Cu profundă compasiune,"


def test_a_disaster_is_placed_only_where_it_is_on_record(world, calarasi, mayor):
    there = world.occasion("earthquake", in_cities=[calarasi], injured=True, deaths=True)
    elsewhere = world.occasion("accident", countries=["RO"])
    near, far = (world.write("condolence", mayor, occasion=occasion).foreign for occasion in (there, elsewhere))
    assert said(near, "concern") == "Cu profundă tristețe am aflat despre cutremurul din municipiul dumneavoastră."
    assert "solidaritate celor răniți, tuturor celor afectați, celor care le vin în ajutor" in said(near, "sympathy")
    assert said(far, "concern") == "Cu profundă tristețe am primit vestea despre accident."


def test_an_embassy_is_told_of_its_country(world):
    embassy = world.organization("Ambasada României la Beijing", "罗马尼亚驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", chinese_title="大使", **POPA)
    letter = world.write("condolence", to, occasion=world.occasion("epidemic", countries=["RO"])).foreign
    assert said(letter, "concern").endswith("am aflat că țara dumneavoastră se confruntă cu epidemia.")
    assert said(letter, "sympathy").endswith(
        "precum și, prin dumneavoastră, autorităților și poporului țării dumneavoastră."
    )
    assert letter.salutation == "Excelență,"


@pytest.mark.parametrize(
    ("kind", "people"),
    [
        ("person", "tuturor celor dragi dumneavoastră sănătate, liniște și bunăstare."),
        ("hospital", "întregului colectiv al spitalului dumneavoastră sănătate și deplin succes în activitate."),
        ("association", "întregului colectiv al organizației dumneavoastră sănătate și deplin succes în activitate."),
    ],
)
def test_the_readers_own_people_are_named_whole(world, kind, people):
    to = world.person("Popa", "Ana") if kind == "person" else world.organization("X", "某机构", kind)
    letter = world.write("thanks", to, received=[world.gift(to, mask=2)]).foreign
    assert said(letter, "wish") == f"Vă doresc dumneavoastră și {people}"


def test_a_gift_of_a_firm_is_not_the_mayors(world, calarasi, mayor):
    firm = world.organization("Compania Dunărea", "多瑙河公司", "company", calarasi)
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5000)]).foreign
    assert said(letter, "thanks") == (
        "La 5 februarie 2020 am primit donația oferită de Compania Dunărea din municipiul dumneavoastră, constând în "
        f"5.000 de măști. {BEHALF} adresez, prin dumneavoastră, cele mai sincere mulțumiri celor care au contribuit."
    )


def test_a_joint_gift_names_the_others(world, calarasi, mayor):
    sinaia = world.city("Sinaia", "锡纳亚市", "town")
    joint = world.gift(calarasi, sinaia, mask=20, ventilator=1)
    letter = world.write("thanks", mayor, received=[joint]).foreign
    assert said(letter, "thanks").startswith(
        "La 5 februarie 2020 am primit donația făcută de municipiul dumneavoastră împreună cu Sinaia, constând în 20 "
        "de măști și un ventilator mecanic."
    )
    several = world.write("thanks", mayor, received=[joint, world.gift(calarasi, day="2020-03", gloves=None)]).foreign
    assert said(several, "list") == (
        "- 5 februarie 2020: 20 de măști și un ventilator mecanic (împreună cu Sinaia)\n- martie 2020: mănuși"
    )


def test_the_gift_of_old_is_remembered_without_numbers(world, calarasi, mayor):
    quake = world.occasion("earthquake", cities=[City.objects.get(slug="hengyang-cn")])
    received = [world.gift(calarasi, book=1, mask=None, occasion=quake)]
    given = [world.gift(calarasi, direction="given", day="2020-04-10", state="sent", mask=3000)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=received, given=given).foreign
    assert said(letter, "memory") == (
        "Nu am uitat că, în februarie 2020, când aveam cea mai mare nevoie de ajutor, ne-ați donat o carte și măști. "
        "Acest gest le-a dat curaj și încredere locuitorilor municipiului Hengyang, iar amintirea lui rămâne vie în "
        "inimile noastre."
    )
    assert said(letter, "support").startswith("În semn de prietenie, la 10 aprilie 2020 v-am trimis 3.000 de măști.")


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        (LetterKind.CONDOLENCE, "telegram", "pentru compasiunea exprimată în telegrama pe care ne-ați trimis-o"),
        (LetterKind.CONGRATULATION, "letter", "pentru bunele urări exprimate în scrisoarea pe care ne-ați trimis-o"),
        (LetterKind.LETTER, "letter", "pentru scrisoarea pe care ne-ați trimis-o"),
    ],
)
def test_thanks_for_a_letter_say_what_it_was(world, mayor, kind, means, words):
    theirs = world.letter(kind, mayor, means=means)
    letter = world.write("thanks", mayor, received=[], occasion=None, replies_to=theirs).foreign
    assert said(letter, "thanks").endswith(f"{words} la 5 martie 2020.")


def test_help_is_offered_and_asked_for_in_the_language_of_offices(world, calarasi, mayor):
    flood = world.occasion("flood", cities=[calarasi])
    condolence = world.write("condolence", mayor, occasion=flood, commitments=["offers_help"]).foreign
    assert said(condolence, "readiness").startswith("Vă rugăm să ne comunicați dacă este nevoie de ajutor")


def test_a_notification_gives_its_information(world, mayor):
    flood = world.occasion("flood", cities=[City.objects.get(slug="hengyang-cn")])
    pair = world.write("notification", mayor, occasion=flood, facts={"ro": "X.", "zh-hans": "X。"})
    assert said(pair.foreign, "purpose") == (
        "Vă scriu pentru a vă informa despre situația creată de inundații în municipiul Hengyang. Informațiile de mai "
        "jos sunt comunicate oficial de Guvernul Popular al Municipiului Hengyang la data de 20 aprilie 2020."
    )
    assert said(pair.foreign, "facts") == "X."


def test_a_county_is_no_town(world):
    county = world.city("Călărași", "克勒拉什县", "county", government=("Instituția Prefectului", "县政府"))
    to = world.holder(county, "prefect", "Prefect al Județului Călărași", chinese_title="省督", **POPA)
    letter = world.write("condolence", to, occasion=world.occasion("epidemic", countries=["RO"])).foreign
    assert said(letter, "concern").endswith("am aflat că județul dumneavoastră se confruntă cu epidemia.")
    assert letter.salutation == "Stimată doamnă prefect,"


@pytest.mark.parametrize(
    ("kind", "whose", "thanked"),
    [
        ("person", "donația dumneavoastră, constând într-o mască.", "mulțumiri."),
        ("hospital", "donația spitalului dumneavoastră, constând într-o mască.", "spitalului dumneavoastră."),
        ("embassy", "donația dumneavoastră, constând într-o mască.", "mulțumiri."),
    ],
)
def test_a_gift_is_thanked_for_as_the_givers_own(world, kind, whose, thanked):
    to = world.person("Popa", "Ana") if kind == "person" else world.organization("X", "某机构", kind)
    letter = world.write("thanks", to, received=[world.gift(to, mask=1)], occasion=None).foreign
    assert said(letter, "thanks").startswith(f"La 5 februarie 2020 am primit {whose}")
    assert said(letter, "thanks").endswith(thanked)


def test_a_mayor_is_asked_to_pass_the_thanks_on(world, calarasi, mayor):
    letter = world.write("thanks", mayor, received=[world.gift(calarasi, mask=None)]).foreign
    assert said(letter, "thanks") == (
        "La 5 februarie 2020 am primit donația municipiului dumneavoastră, constând în măști. "
        f"{BEHALF} vă adresez cele mai sincere mulțumiri, pe care vă rog să le transmiteți și locuitorilor "
        "municipiului dumneavoastră."
    )


def test_an_embassy_s_people_are_wished_well_without_its_authorities(world):
    embassy = world.organization("Ambasada României la Beijing", "罗马尼亚驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", chinese_title="大使", **POPA)
    letter = world.write("thanks", to, received=[world.gift(embassy, mask=20)], occasion=None).foreign
    assert said(letter, "thanks").endswith("mulțumiri, dumneavoastră și colaboratorilor dumneavoastră.")
    assert said(letter, "wish") == (
        "Vă doresc dumneavoastră și poporului țării dumneavoastră sănătate, liniște și bunăstare."
    )


@pytest.mark.parametrize(
    ("things", "uses", "told"),
    [
        ({"mask": 20}, ["hospitals"], "Donația a ajuns în spitalele noastre, la personalul medical."),
        ({"lines": MONEY}, ["hospitals"], "Donația a fost folosită pentru spitalele noastre."),
        (
            {"lines": MONEY},
            ["communities"],
            "Donația a fost folosită în cartierele noastre, pentru locuitorii care aveau cea mai mare nevoie de "
            "ajutor.",
        ),
        (
            {"mask": 20},
            ["hospitals", "frontline", "schools"],
            "Donația a fost împărțită între spitale, echipe din prima linie și școli din municipiul Hengyang.",
        ),
    ],
)
def test_money_is_used_and_things_are_handed_over(world, calarasi, mayor, things, uses, told):
    gift = world.gift(calarasi, disposals=[{"beneficiary": use} for use in uses], **things)
    assert said(world.write("thanks", mayor, received=[gift], occasion=None).foreign, "use") == told


def test_only_those_who_care_for_the_sick_in_need_do_so_day_and_night(world, calarasi, mayor):
    epidemic = world.occasion("epidemic", cities=[City.objects.get(slug="hengyang-cn")])
    gift = world.gift(calarasi, mask=20, occasion=epidemic, disposals=[{"beneficiary": "hospitals"}])
    letter = world.write("thanks", mayor, received=[gift], occasion=epidemic).foreign
    assert said(letter, "use").endswith("la personalul medical care îi îngrijește zi și noapte pe cei bolnavi.")


def test_a_firms_gift_is_no_gesture_of_the_mayors(world, calarasi, mayor):
    PartnershipFactory(partner=calarasi)
    firm = world.organization("Compania Dunărea", "多瑙河公司", "company", calarasi)
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5000)]).foreign
    assert said(letter, "tie").endswith("tot mai strânse. Gesturi ca acesta ne apropie și mai mult.")


@pytest.mark.parametrize(
    ("deaths", "words"),
    [
        (True, "Durerea locuitorilor municipiului dumneavoastră este și a noastră, iar"),
        (False, "Greutățile locuitorilor municipiului dumneavoastră sunt și ale noastre, iar"),
    ],
)
def test_grief_is_spoken_of_where_there_are_dead(world, calarasi, mayor, deaths, words):
    PartnershipFactory(partner=calarasi)
    quake = world.occasion("earthquake", in_cities=[calarasi], deaths=deaths)
    letter = world.write("condolence", mayor, occasion=quake).foreign
    assert f"{words} în aceste momente dificile vă suntem alături." in said(letter, "tie")


@pytest.mark.parametrize("kind", ["condolence", "reciprocal_support"])
def test_an_epidemic_of_the_country_is_not_the_readers_own(world, kind):
    given = [world.gift(to := world.person("Popa", "Ana"), direction="given", day="2020-03", mask=30)]
    letter = world.write(kind, to, occasion=world.occasion("epidemic", countries=["RO"]), given=given).foreign
    assert "am aflat despre situația din regiunea dumneavoastră, creată de epidemie." in said(letter, "concern")
    if kind == "reciprocal_support":
        assert said(letter, "wish").startswith(
            "Am convingerea că această grea încercare va fi depășită în curând și vă"
        )


@pytest.mark.parametrize(
    ("struck", "things", "words"),
    [
        (True, {"mask": 30}, "Sperăm ca acest ajutor, aflat în curs de livrare, să le fie de folos celor care au"),
        (True, {"lines": MONEY}, "Sperăm ca acest ajutor să le fie de folos celor care au"),
        (False, {"book": 30}, "Sperăm ca această donație, aflată în curs de livrare, să vă fie de folos."),
    ],
)
def test_money_is_not_on_the_road_and_need_is_spoken_of_in_need(world, calarasi, mayor, struck, things, words):
    given = [world.gift(calarasi, direction="given", day="2020-04-10", state="sent", **things)]
    occasion = world.occasion("flood", cities=[calarasi]) if struck else None
    letter = world.write("reciprocal_support", mayor, occasion=occasion, given=given, received=[]).foreign
    assert words in said(letter, "support")


def test_a_postponement_is_regretted_and_no_thanks_are_said_twice(world, mayor):
    letter = world.write("notification", mayor, occasion=None, commitments=["postpones_visits"], facts={"ro": "X."})
    assert said(letter.foreign, "exchanges").endswith(
        "Regretăm această amânare și vă vom contacta din timp pentru a stabili noi date."
    )
    thanks = said(letter.foreign, "thanks")
    assert thanks.startswith("Vă mulțumim pentru înțelegerea și grija pe care ni le-ați arătat.")


def test_what_others_gave_is_named_before_them(world, calarasi, mayor):
    firm = world.organization("Compania Dunărea", "多瑙河公司", "company", calarasi)
    gifts = [world.gift(calarasi, mask=20), world.gift(firm, day="2020-03", gloves=12)]
    thanks = world.write("thanks", mayor, received=gifts).foreign
    assert said(thanks, "others") == (
        "De asemenea, în martie 2020 am primit 12 mănuși de la Compania Dunărea din municipiul dumneavoastră. Vă rugăm "
        "să transmiteți recunoștința noastră pentru acest gest."
    )


def test_an_embassy_is_greeted_with_its_authorities_and_people(world):
    embassy = world.organization("Ambasada României la Beijing", "罗马尼亚驻华大使馆", "embassy")
    given = [world.gift(embassy, direction="given", mask=30)]
    letter = world.write("reciprocal_support", embassy, occasion=None, given=given).foreign
    assert said(letter, "concern").endswith(
        "vă adresez dumneavoastră, autorităților și poporului țării dumneavoastră un salut cordial."
    )


def test_an_office_closes_as_we_and_several_givers_of_one_place_share_it(world, calarasi, mayor):
    firms = [
        world.organization(f"Compania {name}", f"{name}公司", "company", calarasi) for name in ("Dunărea", "Bărăgan")
    ]
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5) for firm in firms]).foreign
    assert "donațiile oferite de Compania Dunărea și Compania Bărăgan din municipiul dumneavoastră," in said(
        letter, "thanks"
    )
    embassy = world.organization("Ambasada României la Beijing", "罗马尼亚驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", chinese_title="大使", **POPA)
    office = world.write("letter", to, identity="foreign-affairs-office", facts={"ro": "X.", "zh-hans": "X。"}).foreign
    assert office.closing == "Vă rugăm să primiți, Excelență, asigurarea înaltei noastre considerații."
