"""The page that compares a kept form of address with a fresh proposal, and the letters that bear its words."""

from datetime import date

import pytest
from django.urls import reverse

from correspondence.actions import drafting, lifecycle
from correspondence.texts.proposing import propose_brief
from crm.models import FormOfAddress, Person
from tests.factories import FormOfAddressFactory

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    FormOfAddress.objects.all().delete()
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))


@pytest.fixture
def kept(letter):
    """The addressee lines of a letter to a mayor, kept; the mayor's name was put right since."""
    text = letter.texts.get(language="es")
    form = FormOfAddressFactory(person=letter.person, post=letter.post, language="es", envelope=text.addressee)
    letter.person.names.update(family="Gloaguen")
    return form


@pytest.mark.parametrize("page", ["letter", "letter-edit"])
def test_a_letters_pages_show_the_kept_words_beside_the_fresh_ones(browser, letter, kept, page):
    words = browser.get(reverse(page, args=[letter.pk])).content.decode()
    for said in ("may no longer fit the record", kept.envelope.split("\n")[0], "Take the fresh proposal", "Gloaguen"):
        assert said in words


def test_the_writing_page_warns_before_the_draft(browser, letter, kept):
    words = browser.get(reverse("letter-write"), {"person": kept.person_id}).content.decode()
    assert "Take the fresh proposal" in words


def test_one_click_takes_the_fresh_words_into_the_form_and_the_letter(browser, letter, kept):
    page = browser.post(kept.get_absolute_url(), {"take": "1", "letter": letter.pk}, follow=True)
    assert page.redirect_chain[-1][0] == letter.get_absolute_url()
    fresh = FormOfAddress.objects.get()
    assert ("Gloaguen" in fresh.envelope, fresh.fits, fresh.closing) == (True, True, "")
    assert letter.texts.get(language="es").addressee == fresh.envelope
    assert "may no longer fit" not in page.content.decode()


def test_words_that_still_fit_stay_and_are_doubted_no_more(browser, letter, kept):
    page = browser.post(kept.get_absolute_url(), {"keep": "1"}, follow=True).content.decode()
    assert f"Kept as it is: “{kept}”" in page
    form = FormOfAddress.objects.get()
    assert (form.envelope, form.fits) == (kept.envelope, True)
    assert "Take the fresh proposal" not in browser.get(letter.get_absolute_url()).content.decode()


def test_a_letter_that_went_on_keeps_its_words_and_so_does_the_form(browser, letter, kept, clerk):
    lifecycle.cancel_letter(by=clerk, letter=letter, reason="not needed")
    page = browser.post(kept.get_absolute_url(), {"take": "1", "letter": letter.pk})
    assert page.status_code == 200
    assert FormOfAddress.objects.get().envelope == kept.envelope


def test_what_cannot_be_proposed_is_said_with_the_remedy_and_nothing_is_taken(browser, letter, kept):
    Person.objects.filter(pk=letter.person_id).update(gender="")
    page = browser.get(kept.get_absolute_url()).content.decode()
    assert "woman or a man" in page
    assert "Take the fresh proposal" not in page
    browser.post(kept.get_absolute_url(), {"take": "1"})
    assert FormOfAddress.objects.get().envelope == kept.envelope


def test_the_page_says_what_changed(browser, kept):
    page = browser.get(kept.get_absolute_url()).content.decode()
    assert "Gloaguen" in page
    kept.confirm()
    assert "Nothing it rests on has changed." in browser.get(kept.get_absolute_url()).content.decode()
