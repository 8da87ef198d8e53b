"""Letters in the index: by either number, by title and words, by whom they are to or from."""

from datetime import date

import pytest

from correspondence.models import Letter
from crm.folding import fold
from crm.search.kind import kind_of
from tests.factories import LetterFactory, OrganizationFactory, ReceivedLetterFactory

TODAY = date(2026, 11, 26)


@pytest.fixture
def council(db):
    return OrganizationFactory(names={"en": "Council"})


def words(letter: Letter):
    kind = kind_of(Letter)
    return kind.words(kind.records([letter.pk], *kind.read).get())


def test_a_letter_is_found_by_its_title_and_numbers_before_its_words(council):
    letter = LetterFactory(
        organization=council, title="Masks", texts={"zh-hans": {"a": "口罩"}, "es": {"a": "Gracias"}}
    )
    tokens = words(letter).tokens
    assert tokens[0] == "masks"
    assert {"§council", "§gracias", "§" + fold("口罩")} <= set(tokens)


def test_a_letter_that_was_cancelled_comes_last(council):
    letter = LetterFactory(organization=council)
    weight = words(letter).weight
    letter.state = "cancelled"
    letter.save()
    assert (weight > 700_000, words(letter).weight) == (True, 0)


def test_it_is_told_by_number_day_and_state(council):
    letter = ReceivedLetterFactory(organization=council, their_number="REF-7", day="2020-05-02", title="Thanks")
    hit = kind_of(Letter).describe_all([letter], TODAY)[0]
    assert (hit.kind, hit.name) == ("letter", str(letter))
    assert hit.what == ("Incoming · REF-7 · 2020-05-02 · Received")
    assert words(letter).title == "REF-7 · Thanks · 2020-05-02 · Council"
