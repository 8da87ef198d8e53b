"""Whole English letters beside their Chinese twins."""

import pytest

from correspondence.models import Commitment, LetterKind
from crm.models import City
from tests.correspondence.worlds import World
from tests.factories import PartnershipFactory

OFFICE = "the Hengyang Municipal People's Government"
BEHALF = f"On behalf of {OFFICE} and the people of Hengyang, and in my own name,"
WOOD = {"family": "Wood", "given": "Mary", "chinese": ("伍德", "玛丽"), "chinese_title": "市长"}


@pytest.fixture
def world(texts):
    return World("en", "US")


@pytest.fixture
def columbus(world):
    return world.city("Columbus", "哥伦布市", government=("City of Columbus", "哥伦布市政府"))


@pytest.fixture
def mayor(world, columbus):
    return world.holder(columbus, "mayor", **WOOD)


@pytest.fixture
def ours():
    return City.objects.get(slug="hengyang-cn")


def said(letter, key: str) -> str:
    """A paragraph's words, with plain spaces."""
    return next((p.body for p in letter.paragraphs if p.key == key), "").replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["condolence", "notification", "thanks", "reciprocal_support", "letter"])
def test_both_languages_say_the_same(world, columbus, mayor, ours, kind):
    quake = world.occasion("earthquake", in_cities=[columbus], cities=[ours], deaths=True)
    given = [world.gift(columbus, direction="given", day="2020-04-10", state="sent", mask=30)]
    pair = world.write(
        kind,
        mayor,
        occasion=quake,
        received=[world.gift(columbus, mask=2), world.gift(columbus, day="2020-03", book=1)],
        given=given,
        commitments=Commitment.values,
        facts={"en": "X.", "zh-hans": "X。"},
    )
    assert [p.key for p in pair.foreign.paragraphs] == [p.key for p in pair.chinese.paragraphs]


def test_one_who_signs_speaks_in_the_first_person_and_an_office_for_itself(world, columbus, mayor):
    storm = world.occasion("storm", {"en": ("Typhoon Rai", "Typhoon Rai"), "zh-hans": "台风雷伊"}, cities=[columbus])
    own = world.write("condolence", mayor, occasion=storm).foreign
    office = world.write("condolence", mayor, occasion=storm, identity="foreign-affairs-office").foreign
    assert said(own, "concern") == (
        "It is with profound sorrow that I have learned of the loss and damage caused by Typhoon Rai in Columbus."
    )
    assert said(own, "sympathy").startswith(f"{BEHALF} I extend our heartfelt sympathy to you and, through you, to all")
    assert said(office, "sympathy").startswith(
        "On behalf of the Foreign Affairs Office of the Hengyang Municipal People's Government, we extend our heartfelt"
    )
    assert (own.salutation, own.closing) == ("Dear Mayor Wood:", "With deepest sympathy,")


def test_a_disaster_is_placed_only_where_it_is_on_record(world, columbus, mayor):
    there = world.occasion("earthquake", in_cities=[columbus], injured=True, deaths=True)
    elsewhere = world.occasion("accident", countries=["US"])
    near, far = (world.write("condolence", mayor, occasion=occasion).foreign for occasion in (there, elsewhere))
    assert said(near, "concern") == "It is with profound sorrow that I have learned of the earthquake in Columbus."
    assert said(near, "deaths") == (
        "I mourn those who have lost their lives, and I offer my deepest condolences to their families and friends."
    )
    assert said(near, "sympathy").endswith(
        "to you and, through you, to the injured, to all who have been affected, to those who are coming to their aid, "
        "and to the people of your city."
    )
    assert said(far, "concern") == "It is with profound sorrow that I have learned of the accident."
    assert said(far, "deaths") == ""


def test_sister_cities_share_the_sorrow(world, columbus, mayor):
    PartnershipFactory(partner=columbus)
    storm = world.occasion("storm", cities=[columbus])
    letter = world.write("condolence", mayor, occasion=storm).foreign
    assert said(letter, "tie") == (
        "Hengyang and Columbus have been sister cities since 1992, and the friendship between us has grown ever "
        "deeper. At this difficult time, the people of Hengyang stand with the people of your city."
    )
    assert said(letter, "confidence") == (
        "I am confident that, standing by one another, all those affected will come through this together."
    )


def test_an_embassy_is_told_of_its_country(world):
    embassy = world.organization("Embassy of Ruritania in China", "卢里坦尼亚驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", **{**WOOD, "chinese_title": "大使"})
    epidemic = world.occasion("epidemic", countries=["US"])
    letter = world.write("condolence", to, occasion=epidemic).foreign
    assert said(letter, "concern").endswith("following the news of the epidemic in your country.")
    assert said(letter, "sympathy").endswith("and to the government and people of your country.")
    assert letter.salutation == "Excellency:"


def test_a_private_person_is_nobodys_messenger(world):
    to = world.person("Hill", "John", chinese=("希尔", "约翰"), gender="m")
    epidemic = world.occasion("epidemic", countries=["US", "CN"])
    given = [world.gift(to, direction="given", day="2020-04-10", state="planned", mask=30)]
    gift = world.gift(to, mask=2)
    condolence = world.write("condolence", to, occasion=epidemic).foreign
    thanks = world.write("thanks", to, received=[gift]).foreign
    support = world.write("reciprocal_support", to, occasion=epidemic, received=[gift], given=given).foreign
    assert "through you" not in condolence.words + thanks.words + support.words
    assert (condolence.addressee, condolence.salutation) == ("Mr. John Hill", "Dear Mr. Hill:")
    assert said(condolence, "sympathy").endswith("and to your family and friends.")
    assert said(thanks, "thanks").endswith("I would like to express our heartfelt thanks to you.")
    assert said(support, "wish").endswith(
        "the epidemic will soon be overcome, and I wish you and your family and friends safety and good health."
    )


def test_a_body_is_told_of_its_staff(world, columbus):
    hospital = world.organization("Riverside Hospital", "河滨医院", "hospital", columbus)
    letter = world.write("thanks", hospital, received=[world.gift(hospital, mask=20)], occasion=None).foreign
    assert said(letter, "thanks").endswith("our heartfelt thanks to you and all your colleagues.")
    assert (letter.salutation, letter.closing) == ("Dear Sir or Madam:", "Very truly yours,")


@pytest.mark.parametrize(
    ("country", "received", "date_line"),
    [
        ("US", "On February 5, 2020, we received", "Hengyang, April 20, 2020"),
        ("PH", "On February 5, 2020, we received", "Hengyang, April 20, 2020"),
        ("GB", "On 5 February 2020, we received", "Hengyang, 20 April 2020"),
    ],
)
def test_the_readers_country_writes_its_days_throughout(texts, country, received, date_line):
    world = World("en", country)
    city = world.city("Newport", "纽波特市", "municipality")
    mayor = world.holder(city, "mayor", "Mayor of Newport", **WOOD)
    letter = world.write("thanks", mayor, received=[world.gift(city, mask=3, book=1, gloves=20)]).foreign
    assert letter.place_and_date.replace("\u00a0", " ") == date_line
    last = "one book, and 20 gloves" if country != "GB" else "one book and 20 gloves"
    assert said(letter, "thanks").startswith(f"{received} your gift of three masks, {last}.")


def test_a_gift_of_a_firm_is_not_the_mayors(world, columbus, mayor):
    firm = world.organization("Acme Corporation", "阿克姆公司", "company", columbus)
    letter = world.write("thanks", mayor, received=[world.gift(firm, mask=5000)]).foreign
    assert said(letter, "thanks").startswith(
        "On February 5, 2020, we received 5,000 masks as a gift from Acme Corporation of your city."
    )
    assert said(letter, "thanks").endswith("our heartfelt thanks, through you, to everyone who contributed.")


def test_a_joint_gift_names_the_others(world, columbus, mayor):
    dublin = world.city("Dublin", "都柏林市")
    joint = world.gift(columbus, dublin, mask=20, ventilator=1)
    letter = world.write("thanks", mayor, received=[joint]).foreign
    assert said(letter, "thanks").startswith(
        "On February 5, 2020, we received 20 masks and one ventilator, a joint gift from your city and Dublin."
    )
    several = world.write("thanks", mayor, received=[joint, world.gift(columbus, day="2020-03", gloves=None)]).foreign
    assert said(several, "list") == (
        "- February 5, 2020: 20 masks and one ventilator (jointly with Dublin)\n- March 2020: gloves"
    )


def test_a_gift_thanks_those_through_whom_it_came(world, columbus, mayor):
    cross = world.organization("the Red Cross Society of China", "中国红十字会")
    gift = world.gift(columbus, mask=20, via_organization=cross)
    letter = world.write("thanks", mayor, received=[gift]).foreign
    assert said(letter, "through") == (
        "Our thanks go also to the Red Cross Society of China for passing this gift on to us."
    )


def test_the_gift_of_old_is_remembered_without_numbers(world, columbus, mayor, ours):
    quake = world.occasion("earthquake", cities=[ours])
    received = [world.gift(columbus, book=1, mask=None, occasion=quake)]
    given = [world.gift(columbus, direction="given", day="2020-04-10", state="sent", mask=3000)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=received, given=given).foreign
    assert said(letter, "memory") == (
        "We have not forgotten that in February 2020, when we needed help most, you sent us a book and masks. Your "
        "kindness gave the people of Hengyang courage and confidence, and it remains in our hearts."
    )
    assert said(letter, "support") == (
        "As a small token of our friendship, we sent you 3,000 masks on April 10, 2020. The gift is now on its way."
    )
    assert "hard times" not in letter.words
    assert said(letter, "wish") == "I wish you and the people of your city good health and every happiness."


def test_those_in_need_are_named_only_where_something_struck(world, columbus, mayor):
    storm = world.occasion("storm", cities=[columbus])
    given = [world.gift(columbus, direction="given", day="2020-04-25", state="planned", mask=3000)]
    letter = world.write("reciprocal_support", mayor, occasion=storm, received=[], given=given).foreign
    assert said(letter, "support") == (
        "As a small token of our friendship, we would like to send you 3,000 masks. We hope that this gift will be of "
        "some help to those who need it most."
    )


@pytest.mark.parametrize(
    ("consignment", "words"),
    [
        (
            {"carrier": "顺丰国际 / SF International", "expected": "2020-05-12"},
            "The consignment is being shipped by SF International and is expected to arrive on May 12, 2020.",
        ),
        ({"carrier": "顺丰国际 / SF International"}, "The consignment is being shipped by SF International."),
        ({"expected": "2020-05-12"}, "The consignment is expected to arrive on May 12, 2020."),
    ],
)
def test_a_consignment_is_told_in_one_sentence(world, columbus, mayor, consignment, words):
    gift = world.gift(columbus, direction="given", day="2020-04-10", state="sent", mask=30, consignments=[consignment])
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[], given=[gift]).foreign
    assert said(letter, "shipping") == words


@pytest.mark.parametrize(
    ("kind", "means", "words"),
    [
        (
            LetterKind.CONDOLENCE,
            "telegram",
            "for the sympathy expressed in the telegram that you sent us on March 5, 2020.",
        ),
        (
            LetterKind.CONGRATULATION,
            "letter",
            "for the good wishes expressed in the letter that you sent us on March 5, 2020.",
        ),
        (LetterKind.LETTER, "letter", "for the letter that you sent us on March 5, 2020."),
    ],
)
def test_thanks_for_a_letter_say_what_it_was(world, mayor, kind, means, words):
    theirs = world.letter(kind, mayor, means=means)
    letter = world.write("thanks", mayor, received=[], occasion=None, replies_to=theirs).foreign
    assert said(letter, "thanks").endswith(words)


def test_several_uses_are_told_in_one_sentence(world, columbus, mayor):
    disposals = [{"beneficiary": kind} for kind in ("hospitals", "frontline", "communities")]
    gift = world.gift(columbus, mask=20, disposals=disposals)
    letter = world.write("thanks", mayor, received=[gift], occasion=None).foreign
    assert said(letter, "use") == (
        "This gift has reached our hospitals, our front-line workers, and our local communities."
    )


def test_a_notification_gives_its_information(world, mayor, ours):
    epidemic = world.occasion("epidemic", cities=[ours])
    letter = world.write(
        "notification", mayor, occasion=epidemic, commitments=Commitment.values, facts={"en": "X.", "zh-hans": "X。"}
    ).foreign
    assert said(letter, "purpose") == (
        "I am writing to inform you of the situation in Hengyang with regard to the epidemic. What follows is the "
        f"official information provided by {OFFICE} as of April 20, 2020."
    )
    assert said(letter, "facts") == "X."
    assert "including foreign residents and visitors" in said(letter, "measures")


def test_a_promise_stands_only_where_it_was_made(world, columbus, mayor):
    epidemic = world.occasion("epidemic", countries=["US"])
    assert said(world.write("condolence", mayor, occasion=epidemic).foreign, "readiness") == ""
    offering = world.write("condolence", mayor, occasion=epidemic, commitments=[Commitment.OFFERS_HELP]).foreign
    assert said(offering, "readiness").startswith("Should there be any way in which we can help, please let us know.")


def test_an_acting_mayor_is_mr(world, columbus):
    acting = world.holder(columbus, "mayor", **{**WOOD, "chinese_title": "代理市长"}, gender="m", acting=True)
    letter = world.write("condolence", acting, occasion=world.occasion("epidemic", countries=["US"])).foreign
    assert letter.salutation == "Dear Mr. Wood:"
    assert letter.addressee == "Mr. Mary Wood\nActing Mayor of Columbus\nCity of Columbus"
