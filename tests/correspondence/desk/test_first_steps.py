"""The first steps of an empty office, ticked as they are done."""

import pytest

from correspondence.desk.first_steps import first_steps
from tests.factories import GiftFactory, IdentityFactory, LetterFactory, PartnershipFactory, PostFactory

pytestmark = pytest.mark.django_db


def done(user) -> list[bool]:
    """Which steps are done."""
    return [step.done for step in first_steps(user)]


def test_each_is_ticked_once_it_is_done_and_all_go_with_the_first_letter(clerk):
    assert done(clerk) == [False] * 6
    identity = IdentityFactory()
    assert done(clerk) == [True, False, False, False, False, False]
    PostFactory(organization=identity.organization)
    PartnershipFactory()
    assert done(clerk) == [True, True, True, False, False, False]
    PostFactory()
    GiftFactory()
    assert done(clerk) == [True] * 5 + [False]
    LetterFactory()
    assert done(clerk) == []


def test_who_only_reads_has_none(reader):
    assert first_steps(reader) == []


def test_they_are_on_the_desk_until_something_is_to_be_done(browser):
    page = browser.get("/").content.decode()
    assert ("First steps" in page, 'class="tiles screen-only"' in page) == (True, False)
    LetterFactory()
    page = browser.get("/").content.decode()
    assert ("First steps" in page, 'class="tiles screen-only"' in page) == (False, True)
