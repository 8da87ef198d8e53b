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
        "On February 5, 2020, we received 5,000 masks donated by Acme Corporation of your city."
    )
    assert said(letter, "thanks").endswith(
        "I would like, through you, to express our heartfelt thanks for this generous gift."
    )


def test_gifts_of_two_on_two_days_are_not_a_joint_one(world, columbus, mayor):
    firm, shop = (world.organization(name, "公司", "company", columbus) for name in ("Acme Corporation", "Ajax Inc."))
    gifts = [world.gift(firm, mask=50), world.gift(shop, day="2020-03-09", gloves=6)]
    letter = world.write("thanks", mayor, received=gifts).foreign
    assert said(letter, "thanks").startswith(
        "On February 5 and March 9, 2020, we received 50 masks and six gloves donated by Acme Corporation "
        "and Ajax Inc. of your city."
    )
    assert said(letter, "thanks").endswith("for these generous gifts.")


def test_kindness_of_others_is_not_the_mayors(world, columbus, mayor, ours):
    PartnershipFactory(partner=columbus)
    firm = world.organization("Acme Corporation", "阿克姆公司", "company", columbus)
    quake = world.occasion("earthquake", cities=[ours])
    plainly = world.write("thanks", mayor, received=[world.gift(firm, mask=50)], occasion=None).foreign
    in_need = world.write("thanks", mayor, received=[world.gift(columbus, mask=50, occasion=quake)]).foreign
    assert said(plainly, "tie").endswith("grown ever deeper. Such kindness brings us closer still.")
    assert said(in_need, "tie").endswith("grown ever deeper. It is in hard times that friendship proves its worth.")


def test_a_number_is_of_no_more_than_was_counted(world, columbus, mayor):
    counted = world.gift(columbus, mask=4000, book=1, gloves=None)
    masks, books = {"item": "mask", "qualifier": "large"}, {"item": "book", "quantity": None}
    many = world.gift(columbus, lines=[masks, books])
    told = [said(world.write("thanks", mayor, received=[gift]).foreign, "thanks") for gift in (counted, many)]
    assert "your gift of gloves, 4,000 masks, and one book." in told[0]
    assert "your gift of books and a large number of masks." in told[1]


def test_several_gifts_are_thanked_for_as_one_is(world, columbus, mayor):
    gifts = [world.gift(columbus, mask=50), world.gift(columbus, day="2020-03", gloves=None)]
    assert said(world.write("thanks", mayor, received=gifts).foreign, "thanks") == (
        f"{BEHALF} I would like to express our heartfelt thanks to you and, through you, to the people of your city "
        "for the gifts that you have so generously sent us. We have received the following:"
    )


def test_a_gift_of_an_embassy_or_a_body_is_its_colleagues_too(world, columbus):
    embassy = world.organization("Embassy of Ruritania in China", "卢里坦尼亚驻华大使馆", "embassy")
    school = world.organization("Riverside University", "河滨大学", "school", columbus)
    for body, rank, people in (
        (embassy, "ambassador", "all your colleagues"),
        (school, "rector", "your staff and students"),
    ):
        title = "" if rank == "ambassador" else "President"
        holder = world.holder(body, rank, title, **{**WOOD, "chinese_title": "校长"})
        for to in (body, holder):
            letter = world.write("thanks", to, received=[world.gift(body, mask=20)], occasion=None).foreign
            assert said(letter, "thanks").endswith(f"our heartfelt thanks to you and {people}.")


def test_money_goes_to_hospitals_and_not_into_the_hands_of_nurses(world, columbus, mayor, ours):
    quake = world.occasion("earthquake", cities=[ours])
    used = {"disposals": [{"beneficiary": "hospitals"}]}
    euros = [{"item": "money", "value": 500, "currency": "EUR"}]
    gifts = (
        world.gift(columbus, lines=euros, **used),
        world.gift(columbus, mask=20, occasion=quake, **used),
        world.gift(columbus, mask=20, **used),
    )
    letters = [world.write("thanks", mayor, received=[gift], occasion=None).foreign for gift in gifts]
    assert [said(letter, "use") for letter in letters] == [
        "This gift has gone to our hospitals.",
        "This gift has reached our hospitals and the doctors and nurses who care for the sick day and night.",
        "This gift has reached our hospitals and the doctors and nurses who work there.",
    ]


def test_a_joint_gift_names_the_others(world, columbus, mayor):
    dublin, lima = world.city("Dublin", "都柏林市"), world.city("Lima", "莱马市")
    joint = world.gift(columbus, dublin, mask=20, ventilator=1)
    letter = world.write("thanks", mayor, received=[joint]).foreign
    assert said(letter, "thanks").startswith(
        "On February 5, 2020, we received 20 masks and one ventilator, a gift that you made jointly with Dublin."
    )
    of_three = world.write("thanks", mayor, received=[world.gift(columbus, dublin, lima, mask=20)]).foreign
    assert "20 masks, a gift that you made jointly with Dublin and Lima." in said(of_three, "thanks")
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
        "We have not forgotten that you sent us a book and masks in February 2020, when we needed help most. Your "
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
        "I am writing to inform you of the situation in Hengyang with regard to the epidemic. Set out below is the "
        f"official information provided by {OFFICE} as of April 20, 2020."
    )
    assert said(letter, "facts") == "X."
    assert "including foreign residents and visitors" in said(letter, "measures")


def test_a_notification_asks_once_for_understanding_and_keeps_to_who_signs(world, mayor):
    facts = {"en": "X.", "zh-hans": "X。"}
    own = world.write("notification", mayor, occasion=None, facts=facts).foreign
    postponing = world.write(
        "notification", mayor, occasion=None, facts=facts, commitments=[Commitment.POSTPONES_VISITS]
    ).foreign
    office = world.write("notification", mayor, occasion=None, facts=facts, identity="foreign-affairs-office").foreign
    assert said(own, "thanks").startswith("I thank you for your continued understanding and concern. We will inform")
    assert said(office, "thanks").startswith("We thank you for your continued understanding and concern. We will")
    assert said(office, "purpose").endswith("in Hengyang. The information below is as of April 20, 2020.")
    assert postponing.words.count("understanding") == 1


def test_support_in_grief_is_not_mere_concern(world, columbus, mayor):
    given = [world.gift(columbus, direction="given", day="2020-04-25", state="planned", mask=3000)]
    for dead, feeling in ((True, "profound sorrow"), (False, "deep concern")):
        fire = world.occasion("fire", in_cities=[columbus], deaths=dead)
        letter = world.write("reciprocal_support", mayor, occasion=fire, received=[], given=given).foreign
        assert said(letter, "concern") == (
            f"It is with {feeling} that I have learned of the fire in Columbus. {BEHALF} I extend our heartfelt "
            "sympathy to you and, through you, to all who have been affected."
        )


def test_money_is_not_on_its_way(world, columbus, mayor):
    lines = [{"item": "money", "value": 30000, "currency": "CNY"}]
    given = [world.gift(columbus, direction="given", day="2020-04-10", state="sent", lines=lines)]
    letter = world.write("reciprocal_support", mayor, occasion=None, received=[], given=given).foreign
    assert said(letter, "support") == (
        "As a small token of our friendship, we sent you a donation of RMB 30,000 on April 10, 2020."
    )


def test_an_office_assures_an_ambassador_of_our_consideration(world):
    embassy = world.organization("Embassy of Ruritania in China", "卢里坦尼亚驻华大使馆", "embassy")
    to = world.holder(embassy, "ambassador", **{**WOOD, "chinese_title": "大使"})
    own, office = (
        world.write("letter", to, identity=identity).foreign for identity in ("government", "foreign-affairs-office")
    )
    assert own.closing == "Accept, Excellency, the assurances of my highest consideration."
    assert office.closing == "Accept, Excellency, the assurances of our highest consideration."


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


@pytest.mark.parametrize(("kind", "tie"), [("county", "been partners since"), ("city", "been sister cities since")])
def test_only_two_cities_are_sister_cities(texts, kind, tie):
    world = World("en", "GB")
    place = world.city("Kent", "肯特郡", kind, government=("Kent County Council", "肯特郡政府"))
    PartnershipFactory(partner=place)
    leader = world.holder(place, "county_head", "Leader of the Council", family="Fenn", chinese_title="郡议会主席")
    thanks = world.write("thanks", leader, received=[world.gift(place, mask=30)])
    assert tie in next(paragraph.body for paragraph in thanks.foreign.paragraphs if paragraph.key == "tie")
