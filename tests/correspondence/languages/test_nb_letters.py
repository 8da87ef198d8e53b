"""Whole Norwegian letters beside their Chinese twins."""

import pytest

from correspondence.models import Commitment, LetterKind
from crm.models import City, CityName
from tests.correspondence.worlds import World

BEHALF = "På vegne av folkeregjeringen i Hengyang og innbyggerne i Hengyang, og på egne vegne,"
DAHL = {"family": "Dahl", "given": "Kari", "chinese": ("达尔", "卡丽")}


@pytest.fixture
def world(texts):
    return World("nb", "NO")


@pytest.fixture
def bergen(world):
    return world.city("Bergen", "卑尔根市", "municipality", government=("Bergen kommune", "卑尔根市政府"))


@pytest.fixture
def mayor(world, bergen):
    return world.holder(bergen, "mayor", chinese_title="市长", **DAHL)


def said(letter, key: str) -> str:
    """A paragraph's words, with plain spaces."""
    return next((p.body for p in letter.paragraphs if p.key == key), "").replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["condolence", "notification", "thanks", "reciprocal_support", "letter"])
def test_both_languages_say_the_same(world, bergen, mayor, kind):
    quake = world.occasion("earthquake", in_cities=[bergen], cities=[City.objects.get(slug="hengyang-cn")], deaths=True)
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=30)]
    pair = world.write(
        kind,
        mayor,
        occasion=quake,
        received=[world.gift(bergen, mask=2), world.gift(bergen, day="2020-03", book=1)],
        given=given,
        commitments=Commitment.values,
        facts={"nb": "X.", "zh-hans": "X。"},
    )
    assert [p.key for p in pair.foreign.paragraphs] == [p.key for p in pair.chinese.paragraphs]


def test_one_who_signs_speaks_in_the_first_person_and_an_office_for_itself(world, bergen, mayor):
    storm = world.occasion("storm", {"nb": ("Tyfonen Rai", "tyfonen Rai"), "zh-hans": "台风雷伊"}, cities=[bergen])
    own = world.write("condolence", mayor, occasion=storm).foreign
    office = world.write("condolence", mayor, occasion=storm, identity="foreign-affairs-office").foreign
    assert said(own, "concern") == "Det er med dyp sorg jeg har fått vite at kommunen deres er rammet av tyfonen Rai."
    assert said(own, "sympathy").startswith(f"{BEHALF} vil jeg uttrykke min oppriktige medfølelse med")
    assert said(office, "sympathy").startswith(
        "På vegne av utenrikskontoret i folkeregjeringen i Hengyang vil vi uttrykke vår oppriktige medfølelse med"
    )
    assert (own.closing, own.heading) == ("Med dyp medfølelse", "Medfølelse i forbindelse med tyfonen Rai")


def test_a_disaster_is_placed_only_where_it_is_on_record(world, bergen, mayor):
    there = world.occasion("earthquake", in_cities=[bergen], injured=True, deaths=True)
    elsewhere = world.occasion("accident", countries=["NO"])
    near, far = (world.write("condolence", mayor, occasion=occasion).foreign for occasion in (there, elsewhere))
    assert said(near, "concern") == "Det er med dyp sorg jeg har mottatt nyheten om jordskjelvet i kommunen deres."
    assert "med de skadde, med alle som er rammet, med hjelpemannskapene og med deg og" in said(near, "sympathy")
    assert near.heading == "Kondolanse i forbindelse med jordskjelvet"
    assert said(far, "concern") == "Det er med dyp sorg jeg har mottatt nyheten om ulykken."


def test_an_embassy_is_told_of_its_country(world):
    embassy = world.organization("Norges ambassade i Beijing", "挪威驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", chinese_title="大使", **DAHL)
    epidemic = world.occasion("epidemic", countries=["NO"])
    letter = world.write("condolence", to, occasion=epidemic).foreign
    assert said(letter, "concern").endswith("følger nyhetene om at landet deres er rammet av epidemien.")
    assert said(letter, "sympathy").endswith("og med myndighetene og befolkningen i landet deres.")
    assert letter.salutation == "Deres Eksellense,"


def test_a_private_person_is_du_throughout(world):
    to = world.person("Dahl", "Kari", chinese=("达尔", "卡丽"))
    epidemic = world.occasion("epidemic", countries=["NO", "CN"])
    given = [world.gift(to, direction="given", day="2020-04-10", state="planned", mask=30)]
    gift = world.gift(to, mask=2)
    letters = [
        world.write("condolence", to, occasion=epidemic, commitments=Commitment.values),
        world.write("thanks", to, received=[gift]),
        world.write("reciprocal_support", to, occasion=epidemic, received=[gift], given=given),
    ]
    assert [word for letter in letters for word in ("dere ", "deres", "dere.") if word in letter.foreign.words] == []
    assert said(letters[0].foreign, "concern").endswith("epidemien der du bor.")


def test_a_gift_of_a_firm_is_not_the_mayors(world, bergen, mayor):
    firm = world.organization("Hydro AS", "海德鲁公司", "company", bergen)
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5000)]).foreign
    assert said(letter, "thanks").startswith(
        "Den 5. februar 2020 mottok vi gaven fra Hydro AS i kommunen deres: 5 000 munnbind."
    )
    assert said(letter, "thanks").endswith("Vi ber dere om å bringe takken videre.")


def test_a_joint_gift_names_the_others(world, bergen, mayor):
    hamar = world.city("Hamar", "哈马尔市", "municipality")
    joint = world.gift(bergen, hamar, mask=20, ventilator=1)
    letter = world.write("thanks", mayor, received=[joint]).foreign
    assert said(letter, "thanks").startswith(
        "Den 5. februar 2020 mottok vi gaven fra dere og Hamar: 20 munnbind og én respirator."
    )
    several = world.write("thanks", mayor, received=[joint, world.gift(bergen, day="2020-03", gloves=None)]).foreign
    assert said(several, "list") == (
        "- 5. februar 2020: 20 munnbind og én respirator (sammen med Hamar)\n- mars 2020: hansker"
    )


def test_the_gift_of_old_is_remembered_without_numbers(world, bergen, mayor):
    quake = world.occasion("earthquake", cities=[City.objects.get(slug="hengyang-cn")])
    received = [world.gift(bergen, book=1, mask=None, occasion=quake)]
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=3000)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=received, given=given).foreign
    assert said(letter, "memory") == (
        "Vi har ikke glemt at dere i februar 2020, da vi trengte det som mest, sendte oss en bok og munnbind. "
        "Omtanken ga innbyggerne i Hengyang mot og håp, og den varmer oss fremdeles."
    )
    assert "sendte vi dere 3 000 munnbind den 10. april 2020. Gaven er nå underveis" in said(letter, "support")


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        (LetterKind.CONDOLENCE, "telegram", "for medfølelsen i telegrammet dere sendte oss den 5. mars 2020."),
        (LetterKind.CONGRATULATION, "letter", "for de gode ønskene i brevet dere sendte oss den 5. mars 2020."),
        (LetterKind.LETTER, "letter", "for brevet dere sendte oss den 5. mars 2020."),
    ],
)
def test_thanks_for_a_letter_say_what_it_was(world, mayor, kind, means, words):
    theirs = world.letter(kind, mayor, means=means)
    letter = world.write("thanks", mayor, received=[], occasion=None, replies_to=theirs).foreign
    assert said(letter, "thanks").endswith(words)


def test_help_is_felt_and_not_let_be_felt(world, bergen, mayor):
    epidemic = world.occasion("epidemic", countries=["CN"], start="2020-01")
    gift = world.gift(bergen, mask=20, occasion=epidemic)
    letter = world.write("thanks", mayor, received=[gift], occasion=epidemic).foreign
    assert "fikk denne omtanken innbyggerne i Hengyang til å kjenne at de ikke var alene" in said(letter, "meaning")


def test_a_notification_gives_its_information(world, mayor):
    pair = world.write("notification", mayor, occasion=None, facts={"nb": "X.", "zh-hans": "X。"})
    assert said(pair.foreign, "purpose") == (
        "Jeg vil med dette orientere dere om situasjonen i Hengyang. Opplysningene nedenfor er offisiell informasjon "
        "fra folkeregjeringen i Hengyang per 20. april 2020."
    )
    assert said(pair.foreign, "facts") == "X."
    assert pair.foreign.heading == "Orientering om situasjonen i Hengyang"


def test_a_town_that_takes_pa_keeps_it(world):
    hamar = world.city("Hamar", "哈马尔市", "municipality")
    CityName.objects.filter(city=hamar, language="nb").update(cases={"locative": "på Hamar"})
    hospital = world.organization("Sykehuset Innlandet", "内陆医院", "hospital", hamar)
    letter = world.write("condolence", hospital, occasion=world.occasion("epidemic", countries=["NO"])).foreign
    assert said(letter, "concern").endswith("følger nyhetene om epidemien på Hamar.")
