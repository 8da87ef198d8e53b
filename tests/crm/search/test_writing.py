"""What the doors write of each record is found at once, and the index is always as the record is."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import transaction

from correspondence.actions import afterwards, incoming, lifecycle, redrafting
from correspondence.actions.words import edit_words
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from correspondence.texts.rest_on import brief_of
from crm.actions.gifts import advance_gift, change_gift, correct_gift, record_gift
from crm.actions.people import record_person
from crm.actions.places import build_organizations, change_city, insert_organizations, open_occasion, record_city
from crm.actions.records import PartChanges, change_record
from crm.actions.words import add_name, add_person_name, add_title
from crm.dates import parse_partial_date
from crm.models import Channel, City, Gift, ItemKind, Occasion, Organization, Person, Post, User
from crm.models.search_entry import SearchEntry
from crm.search.asking import search
from crm.search.rebuilding import check
from crm.search.writing import index
from tests.factories import CityFactory, PersonFactory, PostFactory

TODAY = date(2026, 11, 26)
BY = {}


@pytest.fixture(autouse=True)
def clerk(demo):
    BY["by"] = User.objects.get(username="clerk")


def guadalajara() -> City:
    return City.objects.get(slug="guadalajara-es")


def mayor() -> Post:
    return Post.objects.filter(organization__city=guadalajara(), rank="mayor").first()


def draft() -> Letter:
    return lifecycle.Letter.objects.under_way().first() or written()


def written() -> Letter:
    from correspondence.actions.drafting import draft_letter

    brief = propose_brief(kind="condolence", on=date(2020, 4, 20), city=City.objects.get(slug="fuengirola-es"))
    return draft_letter(**BY, brief=brief)


def renamed(record, text: str):
    name = record.names.first()
    name.text = text
    return change_record(**BY, record=record, parts=[PartChanges(saved=(name,))])


def a_word_of_theirs(text: str) -> Letter:
    paragraph = written().texts.get(language="zh-hans").paragraphs.first()
    return edit_words(**BY, letter=paragraph.text.letter, parts={}, paragraphs={paragraph.pk: text})


def received(**facts) -> Letter:
    who = {"organization": mayor().organization, "language": "es", "kind": "thanks", "means": "email"}
    day = parse_partial_date("2020-05-02")
    return incoming.receive_letter(**BY, day=day, received_on=day, **who, **facts)


def corrected(letter: Letter, **facts) -> Letter:
    day = parse_partial_date("2020-05-02")
    known = {"kind": letter.kind_id, "organization": letter.organization, "language": "es", "means": "email"}
    return incoming.correct_received_letter(**BY, letter=letter, reason="x", day=day, received_on=day, **known | facts)


def sent(**facts) -> Letter:
    day = parse_partial_date("2012-05-02")
    who = {"organization": mayor().organization, "language": "es", "kind": "thanks", "means": "email"}
    identity = lifecycle.Letter.objects.outgoing().first() or written()
    return afterwards.enter_sent_letter(
        **BY, day=day, sent_on=day, identity=identity.identity, words="Gracias.", **who, **facts
    )


def another_phone(number: str) -> Person:
    person = mayor().person
    channel = Channel(person=person, kind="phone", value=number)
    return change_record(**BY, record=person, parts=[PartChanges(saved=(channel,))])


def another_word_for_masks(text: str) -> Gift:
    kind = ItemKind.objects.get(code="mask")
    word = kind.words.get(language="es")
    word.bulk = text
    change_record(**BY, record=kind, parts=[PartChanges(saved=(word,))])
    return Gift.objects.filter(lines__item=kind).first()


def noted(record, text: str):
    record.note = text
    return change_record(**BY, record=record)


def gift_noted(text: str) -> Gift:
    gift = gift_given()
    gift.note = text
    return change_gift(**BY, gift=gift)


def gift_given() -> Gift:
    gift = {"direction": "given", "state": "planned", "title": "Xylophones", "day": parse_partial_date("2027")}
    lines = [{"item": ItemKind.objects.get(code="mask"), "quantity": 3, "unit": "piece"}]
    return record_gift(**BY, partners=[{"city": guadalajara()}], lines=lines, **gift)


NAME = {"language": "en", "text": "Xanthippe"}
DEEDS: dict[str, Callable] = {
    "a new city": lambda: record_city(**BY, country_id="GR", names=[NAME]),
    "the government made with it": lambda: Organization.objects.get(
        city=record_city(**BY, country_id="GR", names=[NAME])
    ),
    "a city's new name": lambda: add_name(**BY, record=guadalajara(), language="fr", text="Xanthippe"),
    "a city's changed name": lambda: renamed(guadalajara(), "Xanthippe"),
    "somebody in office in a renamed city": lambda: renamed(guadalajara(), "Xanthippe") and mayor().organization,
    "a gift of a renamed city": lambda: (
        renamed(guadalajara(), "Xanthippe") and Gift.objects.filter(partners__home_city=guadalajara()).first()
    ),
    "a letter to a renamed city": lambda: (
        renamed(guadalajara(), "Xanthippe") and Letter.objects.filter(city=guadalajara()).first()
    ),
    "a city's region": lambda: change_city(
        **BY, city=guadalajara(), parts=[PartChanges(saved=(with_region(guadalajara()),))]
    ),
    "a city's note": lambda: noted(guadalajara(), "Xanthippe"),
    "a new organization": lambda: insert_organizations(
        **BY, built=build_organizations([{"kind": "company", "country_id": "GR", "names": [NAME]}])
    )[0],
    "a renamed organization": lambda: renamed(mayor().organization, "Xanthippe"),
    "somebody in a renamed organization": lambda: renamed(mayor().organization, "Xanthippe") and mayor().person,
    "a new person": lambda: record_person(
        **BY, country_id="GR", names=[{"form": "latin", "family": "Xanthippe", "given": "Ana"}]
    ),
    "a person's name for a letter": lambda: add_person_name(
        **BY, person=mayor().person, language="uk", family="Xanthippe", given="А"
    ),
    "a title for a letter": lambda: add_title(**BY, post=mayor(), language="fr", text="Xanthippe").post.person,
    "a telephone": lambda: another_phone("+30 21 0555 7788"),
    "an occasion": lambda: open_occasion(
        **BY, kind="flood", start=parse_partial_date("2026"), names=[NAME], countries=()
    ),
    "an occasion's note": lambda: noted(Occasion.objects.first(), "Xanthippe"),
    "a planned gift": lambda: gift_given(),
    "a gift's note": lambda: gift_noted("Xanthippe"),
    "the word for an item": lambda: another_word_for_masks("Xanthippe"),
    "a corrected gift": lambda: correct_gift(**BY, gift=Gift.objects.filter(state="received").first(), reason="x"),
    "a draft": written,
    "a letter's words": lambda: a_word_of_theirs("Xanthippe"),
    "a received letter": lambda: received(their_number="Xanthippe/7"),
    "a received letter's title": lambda: received(title="Xanthippe"),
    "a corrected letter": lambda: corrected(received(title="Old"), title="Xanthippe"),
    "a letter entered afterwards": lambda: sent(number="Xanthippe-3"),
}


def with_region(city: City):
    name = city.names.first()
    name.region = "Xanthippe"
    return name


ASKED = {
    "a telephone": "7788",
    "a corrected gift": "disinfectant",
    "a planned gift": "xylophones",
    "a draft": "fuengirola",
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_is_found_at_once_and_the_index_is_right(name):
    asked = ASKED.get(name, "xanthippe")
    record = DEEDS[name]()
    found = search(asked, on=TODAY, kinds=[type(record)._meta.model_name], limit=1000).hits
    assert record in [hit.record for hit in found]
    assert [str(wrong) for wrong in check()] == []


@pytest.mark.parametrize(
    "step",
    [
        lambda: advance_gift(**BY, gift=gift_given(), state="sent", day=parse_partial_date("2026-11-20")),
        lambda: lifecycle.cancel_letter(**BY, letter=written(), reason="x"),
        lambda: (lambda letter: redrafting.redraft_letter(**BY, letter=letter, brief=brief_of(letter)))(written()),
        lambda: archived(guadalajara()),
        lambda: merged(guadalajara(), CityFactory()),
    ],
)
def test_the_index_is_right_after_a_step(step):
    before = set(SearchEntry.objects.values_list("place", "digest"))
    step()
    assert [str(wrong) for wrong in check()] == []
    assert set(SearchEntry.objects.values_list("place", "digest")) != before


def archived(record):
    record.archived = True
    return change_record(**BY, record=record)


def merged(record, into):
    record.merged_into = into
    return change_record(**BY, record=record)


def test_a_telephone_that_was_deleted_is_found_no_more():
    channel = another_phone("+30 21 0555 7788").channels.get(value__endswith="7788")
    change_record(**BY, record=channel.person, parts=[PartChanges(deleted=(channel,))])
    assert search("7788", on=TODAY).hits == []
    assert [str(wrong) for wrong in check()] == []


def test_what_a_door_takes_back_is_not_found():
    with transaction.atomic():
        record_city(**BY, country_id="GR", names=[NAME])
        transaction.set_rollback(True)
    assert search("xanthippe", on=TODAY).hits == []


def test_a_record_that_says_the_same_is_not_written_again(django_assert_num_queries):
    person = PersonFactory()
    index(person)
    with django_assert_num_queries(8):  # what is read of a person, and the digest
        index(Person.objects.get(pk=person.pk))


def test_a_post_has_no_row_and_whoever_holds_it_is_found_by_its_title():
    post = PostFactory(titles={"es": "Xanthippe"})
    assert [hit.record for hit in search("xanthippe", on=TODAY).hits] == [post.person]
