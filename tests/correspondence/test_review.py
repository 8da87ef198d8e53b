"""Letters drafted together: where each stands, and which is read next."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from correspondence.actions.several import NotDrafted, Wanted
from correspondence.errors import LetterRefused
from correspondence.review import Left, Place, begin_review, review_in
from tests.factories import CityFactory, LetterFactory


def page(letter) -> str:
    """The address of a letter."""
    return letter.get_absolute_url()


@pytest.fixture
def letters(db):
    """Three drafts."""
    return [LetterFactory() for _turn in range(3)]


def test_each_has_its_number_and_neighbours(letters):
    session = {}
    begin_review(session, letters, [])
    first, second, third = letters
    assert [review_in(session).place_of(letter) for letter in letters] == [
        Place(1, 3, "", page(second)),
        Place(2, 3, page(first), page(third)),
        Place(3, 3, page(second), ""),
    ]


def test_others_and_what_has_gone_further_have_no_place(letters):
    session = {}
    begin_review(session, letters[:2], [])
    assert review_in(session).place_of(letters[2]) is None
    letters[0].state = "issued"
    assert review_in(session).place_of(letters[0]) is None
    assert review_in({}).place_of(letters[1]) is None


def test_the_next_is_the_draft_behind_then_the_first_then_the_list(letters):
    session, (first, second, third) = {}, letters
    begin_review(session, letters, [])
    type(second).objects.filter(pk=second.pk).update(state="submitted")
    review = review_in(session)
    assert [review.after(letter) for letter in (first, second)] == [page(third)] * 2
    assert review.after(third) == page(first)
    type(second).objects.update(state="submitted")
    assert review.after(third) == reverse("letter-review")


def test_what_was_not_made_is_kept_with_its_reason_and_address(db):
    session, city = {}, CityFactory(slug="ritto-jp")
    begin_review(session, [], [NotDrafted(Wanted(city, "condolence", {}), LetterRefused("No name."))])
    assert review_in(session).left == (Left(str(city), "No name.", "/letters/write/?city=ritto-jp&kind=condolence"),)
    begin_review(session, [SimpleNamespace(pk=7)], [])
    assert (review_in(session).letters, review_in(session).left) == ((7,), ())
