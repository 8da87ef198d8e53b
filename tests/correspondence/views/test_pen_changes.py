"""The page of a leader's changes by pen."""

import pytest
from django.urls import reverse

from correspondence.models import Letter
from tests.factories import LetterFactory, PenChangesFactory

pytestmark = pytest.mark.django_db


def test_one_types_another_confirms(browser, client_of, head):
    letter = LetterFactory(state="approved")
    address = reverse("letter-pen-changes", args=[letter.pk])
    assert address in browser.get(letter.get_absolute_url()).content.decode()
    page = browser.post(address, {"es-closing": "Con afecto,"}, follow=True).content.decode()
    assert "You typed these changes." in page
    assert ("<del>C</del>" in page, 'name="confirm"' in page) == (True, False)
    other = client_of(head)
    assert 'name="confirm"' in other.get(address).content.decode()
    page = other.post(address, {"confirm": "1"}, follow=True).content.decode()
    assert "the approval holds for them" in page
    assert Letter.objects.get(pk=letter.pk).foreign_text.closing == "Con afecto,"


def test_what_was_typed_is_taken_back(browser):
    letter = PenChangesFactory().letter
    browser.post(reverse("letter-pen-changes", args=[letter.pk]), {"withdraw": "1"})
    assert not letter.pen_changes.exists()


@pytest.mark.parametrize("state", ["draft", "issued"])
def test_only_a_letter_approved_on_paper_has_the_page(browser, state):
    letter = LetterFactory(state=state)
    assert browser.get(reverse("letter-pen-changes", args=[letter.pk])).url == letter.get_absolute_url()
