"""Whole Norwegian letters beside their Chinese twins."""

import pytest

from correspondence.models import Commitment, LetterKind
from crm.models import City, CityName, ItemKind
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

BEHALF = "På vegne av folkeregjeringen og innbyggerne i Hengyang, og på egne vegne,"
DAHL = {"family": "Dahl", "given": "Kari", "chinese": ("达尔", "卡丽")}

MONEY = {"lines": [{"item": "money", "value": 500, "currency": "EUR"}]}
FIRMS = [("Hydro AS", "海德鲁公司"), ("Vest AS", "韦斯特公司")]


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
    assert said(own, "concern") == (
        "Det er med dyp bekymring jeg har fått vite at kommunen deres er rammet av tyfonen Rai."
    )
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
    assert said(far, "concern") == "Det er med dyp bekymring jeg har mottatt nyheten om ulykken."


def test_an_embassy_is_told_of_its_country(world):
    embassy = world.organization("Norges ambassade i Beijing", "挪威驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", chinese_title="大使", **DAHL)
    epidemic = world.occasion("epidemic", countries=["NO"])
    letter = world.write("condolence", to, occasion=epidemic).foreign
    assert said(letter, "concern").endswith("bekymring jeg ser at landet deres er rammet av epidemien.")
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


def test_sorrow_is_for_the_dead_and_worry_for_what_cost_no_lives(world, bergen, mayor):
    mild, grave = (world.occasion("flood", cities=[bergen], deaths=deaths) for deaths in (False, True))
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=30)]
    for kind, said_of in (("condolence", {}), ("reciprocal_support", {"received": [], "given": given})):
        worried, sad = (world.write(kind, mayor, occasion=what, **said_of).foreign for what in (mild, grave))
        assert said(worried, "concern").startswith("Det er med dyp bekymring jeg har fått vite at kommunen deres")
        assert said(sad, "concern").startswith("Det er med dyp sorg jeg har fått vite at kommunen deres")


def test_the_sorrow_is_shared_only_where_there_are_dead(world, bergen, mayor):
    PartnershipFactory(partner=bergen)
    mild, grave = (world.occasion("flood", cities=[bergen], deaths=deaths) for deaths in (False, True))
    worried, sad = (said(world.write("condolence", mayor, occasion=what).foreign, "tie") for what in (mild, grave))
    end = "står sammen med dere i denne tunge tiden."
    assert worried.endswith(f"stadig sterkere. Tankene våre går til dere, og vi {end}")
    assert sad.endswith(f"stadig sterkere. Vi deler sorgen deres og {end}")


def test_thanks_call_their_kindness_theirs_and_that_of_others_not(world, bergen, mayor):
    PartnershipFactory(partner=bergen)
    firm = world.organization("Hydro AS", "海德鲁公司", "company", bergen)
    epidemic = world.occasion("epidemic", countries=["CN"], start="2020-01")
    own, others = (world.write("thanks", mayor, received=[world.gift(who, mask=2)]).foreign for who in (bergen, firm))
    gift = world.gift(bergen, mask=20, occasion=epidemic)
    in_need = world.write("thanks", mayor, received=[gift], occasion=epidemic).foreign
    assert said(own, "tie").endswith("sterkere. Omtanken deres har brakt oss enda nærmere hverandre.")
    assert said(others, "tie").endswith("sterkere. Omtanken har brakt oss enda nærmere hverandre.")
    assert said(in_need, "tie").endswith("sterkere. Det er i vanskelige tider vennskapet viser sin verdi.")


def test_an_accident_is_heard_of_and_strikes_no_place(world, bergen, mayor):
    accident = world.occasion("accident", cities=[bergen, City.objects.get(slug="hengyang-cn")])
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=30)]
    support = world.write("reciprocal_support", mayor, occasion=accident, received=[], given=given).foreign
    notice = world.write("notification", mayor, occasion=accident, facts={"nb": "X.", "zh-hans": "X。"}).foreign
    assert "jeg har mottatt nyheten om ulykken. På vegne" in said(support, "concern")
    assert "om situasjonen i Hengyang etter ulykken." in said(notice, "purpose")


@pytest.mark.parametrize(
    ("gifts", "occasion", "words"),
    [
        ([{"mask": 30}], "", "Gaven er nå underveis, og vi håper at den kan komme til nytte."),
        ([{"mask": 30}, {"book": 2}], "", "Gavene er nå underveis, og vi håper at de kan komme til nytte."),
        (
            [{"mask": 30}],
            "flood",
            "Gaven er nå underveis, og vi håper at den kan være til hjelp der behovet er størst.",
        ),
        ([MONEY], "", "sendte vi dere 500 euro den 10. april 2020. Vi håper at gaven kan komme til nytte."),
    ],
)
def test_gifts_under_way_are_as_many_as_they_are_and_money_does_not_travel(
    world, bergen, mayor, gifts, occasion, words
):
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", **gift) for gift in gifts]
    struck = world.occasion(occasion, cities=[bergen]) if occasion else None
    letter = world.write("reciprocal_support", mayor, occasion=struck, received=[], given=given).foreign
    assert said(letter, "support").endswith(words)


def test_the_wish_after_a_disaster_is_for_those_whom_it_struck(world, bergen, mayor):
    flood = world.occasion("flood", cities=[bergen])
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=30)]
    letter = world.write("reciprocal_support", mayor, occasion=flood, received=[], given=given).foreign
    assert said(letter, "wish") == (
        "Jeg håper at alle som er rammet, snart kan vende tilbake til hverdagen, og ønsker deg og innbyggerne i "
        "kommunen deres trygghet og god helse."
    )


def test_the_place_of_givers_and_the_year_of_their_gifts_are_said_once(world, bergen, mayor):
    firm, bank = (world.organization(name, chinese, "company", bergen) for name, chinese in FIRMS)
    gifts = [world.gift(firm, thermometer=8), world.gift(bank, day="2020-03-09", goggles=6)]
    letter = world.write("thanks", mayor, received=gifts).foreign
    assert said(letter, "thanks").startswith(
        "Den 5. februar og den 9. mars 2020 mottok vi gavene fra Hydro AS og Vest AS i kommunen deres: "
        "åtte termometre og seks vernebriller."
    )
    hamar = world.city("Hamar", "哈马尔市", "municipality")
    gifts.append(world.gift(firm, hamar, mask=2))
    mixed = world.write("thanks", mayor, received=gifts).foreign
    assert "gavene fra Hydro AS i kommunen deres, Vest AS i kommunen deres og Hamar: " in said(mixed, "thanks")


def test_the_memory_of_what_others_gave_ends_with_its_day(world, bergen, mayor):
    firm = world.organization("Hydro AS", "海德鲁公司", "company", bergen)
    given = [world.gift(bergen, direction="given", day="2020-04-10", state="sent", mask=30)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[world.gift(firm, mask=2)], given=given)
    assert said(letter.foreign, "memory") == (
        "Vi har ikke glemt at Hydro AS i kommunen deres sendte oss munnbind i februar 2020. Omtanken varmer oss "
        "fremdeles."
    )


def test_an_embassy_is_thanked_for_its_gift_and_its_people_are_wished_well(world):
    embassy = world.organization("Norges ambassade i Beijing", "挪威驻华大使馆", "embassy")
    letter = world.write("thanks", embassy, received=[world.gift(embassy, mask=2)]).foreign
    assert said(letter, "thanks").endswith("vil jeg rette en varm takk til dere alle.")
    assert said(letter, "wish") == "Jeg ønsker dere og befolkningen i landet deres trygghet, god helse og alt godt."


def test_a_gift_that_a_mayor_made_as_a_person_is_her_own(world, bergen, mayor):
    letter = world.write("thanks", mayor, received=[world.gift(mayor.person, book=2)]).foreign
    assert said(letter, "thanks").startswith("Den 5. februar 2020 mottok vi gaven fra deg: to bøker.")


def test_somebody_in_office_at_a_body_is_thanked_with_all_who_work_there(world, bergen):
    hospital = world.organization("Haukeland sykehus", "豪克兰医院", "hospital", bergen)
    to = world.holder(hospital, "director", "Direktør", chinese_title="院长", **DAHL)
    letter = world.write("thanks", to, received=[world.gift(hospital, mask=2)]).foreign
    assert said(letter, "thanks").endswith("rette en varm takk til deg og alle hos dere.")


@pytest.mark.parametrize(
    ("what", "used", "struck", "words"),
    [
        ({"mask": 2}, ["hospitals"], True, "helsepersonellet som tar seg av de syke dag og natt."),
        ({"mask": 2}, ["hospitals"], False, "Gaven er kommet frem til sykehusene våre og til helsepersonellet der."),
        (MONEY, ["hospitals"], True, "Gaven er kommet sykehusene våre til gode."),
        (MONEY, ["communities"], True, "Gaven er kommet dem som trengte hjelpen mest i nabolagene våre, til gode."),
        ({"mask": 2}, ["schools", "hospitals"], True, "Gaven er kommet frem til sykehusene og skolene i Hengyang."),
        (MONEY, ["schools", "hospitals"], True, "Gaven er kommet sykehusene og skolene i Hengyang til gode."),
    ],
)
def test_help_is_told_as_it_was_used(world, bergen, mayor, what, used, struck, words):
    epidemic = world.occasion("epidemic", countries=["CN"], start="2020-01") if struck else None
    disposals = [{"beneficiary": kind} for kind in used]
    gift = world.gift(bergen, occasion=epidemic, disposals=disposals, **what)
    letter = world.write("thanks", mayor, received=[gift], occasion=epidemic).foreign
    assert said(letter, "use").endswith(words)


def test_who_handed_on_one_of_several_gifts_did_not_hand_on_all(world, bergen, mayor):
    red_cross = world.organization("Norges Røde Kors", "挪威红十字会")
    gifts = [world.gift(bergen, mask=2, via_organization=red_cross), world.gift(bergen, day="2020-03", book=1)]
    one, several = (world.write("thanks", mayor, received=received).foreign for received in (gifts[:1], gifts))
    assert said(one, "through") == "Vi vil også takke Norges Røde Kors, som formidlet gaven."
    assert said(several, "through") == "Vi vil også takke Norges Røde Kors for formidlingen."


def test_a_notification_says_nothing_twice(world, mayor):
    letter = world.write(
        "notification",
        mayor,
        occasion=None,
        commitments=[Commitment.POSTPONES_VISITS, Commitment.ASKS_FOR_GOODS],
        needs=[ItemKind.objects.get(code="mask")],
        facts={"nb": "X.", "zh-hans": "X。"},
    ).foreign
    assert said(letter, "exchanges").startswith(
        "Gjensidige besøk og felles arrangementer i den nærmeste tiden må utsettes til forholdene tillater det."
    )
    assert said(letter, "needs").startswith("For tiden er det knapphet på munnbind i Hengyang. Dersom dere har")
    assert said(letter, "thanks") == (
        "Vi takker for forståelsen og omtanken dere har vist oss. Dersom det skjer viktige endringer, gir vi beskjed."
    )


@pytest.mark.parametrize(
    ("kind", "tie"),
    [
        ("county", "har hatt et vennskapssamarbeid siden"),
        ("province", "har hatt et vennskapssamarbeid siden"),
        ("city", "har vært vennskapsbyer siden"),
    ],
)
def test_only_two_cities_are_vennskapsbyer(world, kind, tie):
    place = world.city("Nordland", "诺尔兰郡", kind, government=("Nordland fylkeskommune", "诺尔兰郡政府"))
    PartnershipFactory(partner=place)
    leader = world.holder(place, "governor", "Fylkesordfører", chinese_title="郡长", **DAHL)
    thanks = world.write("thanks", leader, received=[world.gift(place, mask=30)])
    assert tie in said(thanks.foreign, "tie")
