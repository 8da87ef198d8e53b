"""The words of a letter, as they are typed beside the printed page."""

from datetime import date

import pytest
from django.urls import reverse

from correspondence import actions
from correspondence.drafting import propose_draft
from correspondence.forms import SlipForm
from correspondence.models import Letter

ON = date(2020, 4, 20)
SLIP = {"urgency": "urgent", "openness": "open", "copies_printed": "3", "checked_by": "李核", "countersigned_by": ""}


@pytest.fixture
def letter(guadalajara, clerk):
    draft = propose_draft(kind="thanks", on=ON, city=guadalajara)
    return actions.draft_letter(by=clerk, draft=draft)


def post(client, letter, **typed):
    return client.post(reverse("letter-edit", args=[letter.pk]), {**SLIP, **typed})


def test_words_and_slip_are_kept(letter, clerk, client_of):
    response = post(client_of(clerk), letter, **{"es-closing": "Suyo,", "seen": letter.words_hash(), "finish": ""})
    assert response.url == reverse("letter", args=[letter.pk])
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.foreign_text.closing, letter.urgency, letter.copies_printed) == ("Suyo,", "urgent", 3)


def test_an_issued_letter_is_not_touched(letter, clerk, head, client_of):
    actions.submit_letter(by=clerk, letter=letter)
    actions.approve_letter(by=head, letter=letter, on=ON)
    actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    before = Letter.objects.filter(pk=letter.pk).values().get()
    response = post(client_of(clerk), letter, **{"es-closing": "Suyo,"})
    assert response.url == reverse("letter", args=[letter.pk])
    assert Letter.objects.filter(pk=letter.pk).values().get() == before


def test_a_form_read_before_the_issue_takes_nothing_back(letter, clerk, head, client_of, monkeypatch):
    """The letter is issued between the moment the page reads it and the moment it writes."""
    actions.submit_letter(by=clerk, letter=letter)
    actions.approve_letter(by=head, letter=letter, on=ON)
    real = SlipForm.is_valid

    def issued_meanwhile(form):
        actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
        return real(form)

    monkeypatch.setattr(SlipForm, "is_valid", issued_meanwhile)
    post(client_of(clerk), letter, **{"es-closing": "Suyo,"})
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.state, letter.number, letter.urgency) == ("issued", "衡政函〔2020〕1号", "ordinary")


def test_what_two_people_type_at_once_is_shown_to_the_second(letter, clerk, client_of):
    client, seen = client_of(clerk), letter.words_hash()
    paragraph = letter.foreign_text.paragraphs.first()
    post(client, letter, **{"es-closing": "Suyo,", "seen": seen})
    typed = {"es-closing": "Atentamente,", f"paragraph-{paragraph.pk}": "Mis palabras.", "seen": seen}
    page = post(client, letter, **typed).content.decode()
    assert "Somebody else changed the words meanwhile." in page
    assert ("Atentamente," in page, "Mis palabras." in page) == (True, True)
    assert letter.texts.get(language="es").closing == "Suyo,"
    now = Letter.objects.get(pk=letter.pk).words_hash()
    assert f'name="seen" value="{now}"' in page
    post(client, letter, **typed | {"seen": now})
    assert letter.texts.get(language="es").closing == "Atentamente,"


def test_a_part_that_is_too_long_is_shown_again(letter, clerk, client_of):
    page = post(client_of(clerk), letter, **{"es-salutation": "x" * 201}).content.decode()
    assert "“salutation” has at most 200 characters." in page
    assert "x" * 201 in page
    assert letter.texts.get(language="es").salutation != "x" * 201


def test_a_letter_whose_pdf_is_lost_says_so_once(letter, clerk, head, client_of):
    actions.submit_letter(by=clerk, letter=letter)
    actions.approve_letter(by=head, letter=letter, on=ON)
    issued = actions.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    actions.pdf_path(issued.pdf_sha256).unlink()
    page = client_of(clerk).get(reverse("letter-pdf", args=[letter.pk]), follow=True).content.decode()
    assert page.count("is not on disk. Bring it back from a backup.") == 1
    assert client_of(clerk).get(reverse("letter-page", args=[letter.pk, 1])).status_code == 404


@pytest.mark.parametrize("key", ["x", "0", "99999999999999999999"])
def test_clearing_what_is_no_paragraph_is_not_found(key, letter, clerk, client_of):
    assert post(client_of(clerk), letter, clear=key).status_code == 404


@pytest.mark.parametrize("number", ["²", "99999999999999999999", "-1", "x"])
def test_an_address_with_no_such_number_is_no_fault(number, guadalajara, clerk, client_of):
    client = client_of(clerk)
    assert client.get(reverse("letter-write"), {"person": number}).status_code == 302
    assert client.get(reverse("letter-write"), {"city": guadalajara.slug, "gift": number}).status_code == 200
    assert client.get(reverse("letter-write-many"), {"person": number}).status_code == 200
