"""The words of a letter: typed, joined with what others type, held against the record."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from correspondence.actions import drafting, lifecycle, outgoing, words
from correspondence.forms.words import SlipForm
from correspondence.models import Letter
from correspondence.paper import vault
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import FormOfAddress

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))


def typed(browser, letter, **changes) -> dict:
    """What the page of a letter's words sends, with changes."""
    page = browser.get(reverse("letter-edit", args=[letter.pk]))
    forms = (page.context["words_form"], page.context["slip_form"])
    values = {name: form[name].value() for form in forms for name in form.fields}
    return {name: value for name, value in values.items() if value is not None} | changes


def test_words_are_kept_and_the_twin_is_marked(browser, letter):
    address = reverse("letter-edit", args=[letter.pk])
    paragraph = letter.chinese_text.paragraphs.get(key="support")
    sent = typed(browser, letter, **{f"paragraph-{paragraph.pk}": "新的一段。\r\n\r\n又一段。", "urgency": "urgent"})
    assert browser.post(address, sent).url == address
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.chinese_text.paragraphs.get(key="support").body == "新的一段。\n\n又一段。"
    assert [p.text.language for p in letter.pending_paragraphs()] == ["es"]
    assert letter.urgency == "urgent"


@pytest.mark.parametrize(
    ("typed_in", "kept"),
    [("one\x0btwo\x0cthree", "one\ntwo\nthree"), ("a\x1bb\ufffec\u202e", "abc"), ("tab\tstays", "tab\tstays")],
)
def test_words_lose_what_no_page_can_hold(browser, letter, typed_in, kept):
    browser.post(reverse("letter-edit", args=[letter.pk]), typed(browser, letter, **{"es-closing": typed_in}))
    assert Letter.objects.get(pk=letter.pk).foreign_text.closing == kept


def test_clearing_a_mark_keeps_what_was_typed_beside_it(browser, letter):
    paragraph = letter.chinese_text.paragraphs.get(key="support")
    twin = letter.foreign_text.paragraphs.get(key="support")
    address = reverse("letter-edit", args=[letter.pk])
    browser.post(address, typed(browser, letter, **{f"paragraph-{paragraph.pk}": "新的一段。"}))
    browser.post(address, typed(browser, letter, clear=twin.pk, **{"es-closing": "Atentamente,"}))
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.pending_paragraphs(), letter.foreign_text.closing) == ([], "Atentamente,")
    assert letter.foreign_text.paragraphs.get(key="support").cleared_by == "演示承办人"


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(browser, letter):
    sent = typed(browser, letter, **{"es-closing": "Con afecto,", "copies_printed": "-1"})
    page = browser.post(reverse("letter-edit", args=[letter.pk]), sent)
    assert list(page.context["slip_form"].errors) == ["copies_printed"]
    assert "Con afecto," in page.content.decode()
    assert Letter.objects.get(pk=letter.pk).foreign_text.closing == "Reciba un atento y respetuoso saludo,"


def test_words_that_two_write_in_different_boxes_are_joined(browser, letter, head):
    sent = typed(browser, letter, **{"es-closing": "Con afecto,"})
    words.edit_words(by=head, letter=letter, parts={("es", "heading"): "Ayuda"}, paragraphs={})
    page = browser.post(reverse("letter-edit", args=[letter.pk]), sent, follow=True).content.decode()
    kept = Letter.objects.get(pk=letter.pk).foreign_text
    assert (kept.heading, kept.closing) == ("Ayuda", "Con afecto,")
    assert "changed this while the page was open, and it stays: Heading" in page


def test_words_that_two_write_in_one_box_are_shown_beside_each_other(browser, letter, head):
    paragraph = letter.foreign_text.paragraphs.first()
    box = f"paragraph-{paragraph.pk}"
    sent = typed(browser, letter, **{box: "Mío."})
    words.edit_words(by=head, letter=letter, parts={}, paragraphs={paragraph.pk: "Suyo."})
    address = reverse("letter-edit", args=[letter.pk])
    form = browser.post(address, sent).context["words_form"]
    assert [label for _key, label in form.fields[f"choice-{box}"].choices] == [
        '<b>On record now</b> <span class="value">Suyo.</span>',
        '<b>Typed here</b> <span class="value">Mío.</span>',
    ]
    again = {**sent, "opened-words": form["opened-words"].value(), f"choice-{box}": "mine"}
    assert browser.post(address, again).url == address
    assert letter.foreign_text.paragraphs.get(pk=paragraph.pk).body == "Mío."


def test_words_typed_into_a_paragraph_that_somebody_dropped_are_not_lost(browser, letter, head):
    paragraph = letter.foreign_text.paragraphs.first()
    sent = typed(browser, letter, **{f"paragraph-{paragraph.pk}": "Mucho trabajo."})
    words.edit_words(by=head, letter=letter, parts={}, paragraphs={paragraph.pk: ""})
    page = browser.post(reverse("letter-edit", args=[letter.pk]), sent)
    said = page.context["words_form"].non_field_errors()
    assert said == ["Somebody else dropped a paragraph that you were changing. You wrote: Mucho trabajo."]


def test_an_issued_letter_takes_no_words_and_no_slip(browser, letter, clerk, head):
    sent = typed(browser, letter, urgency="urgent")
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    page = browser.post(reverse("letter-edit", args=[letter.pk]), sent)
    assert "“Issued”" in page.context["words_form"].non_field_errors()[0]
    assert Letter.objects.get(pk=letter.pk).urgency == "ordinary"


def test_an_address_is_kept_for_the_next_letter(browser, letter, guadalajara):
    changes = {"es-salutation": "Querido alcalde:", "keep_address": ["es"]}
    browser.post(reverse("letter-edit", args=[letter.pk]), typed(browser, letter, **changes))
    kept = FormOfAddress.objects.get(person=letter.person, language="es")
    assert (kept.post, kept.salutation) == (letter.post, "Querido alcalde:")
    brief = propose_brief(kind="condolence", on=timezone.localdate(), city=guadalajara)
    assert compose_pair(brief)[-1].salutation == "Querido alcalde:"


def test_a_part_that_is_too_long_is_shown_again(browser, letter):
    page = browser.post(
        reverse("letter-edit", args=[letter.pk]), typed(browser, letter, **{"es-salutation": "x" * 201})
    )
    assert list(page.context["words_form"].errors) == ["es-salutation"]
    assert "x" * 201 in page.content.decode()
    assert letter.texts.get(language="es").salutation != "x" * 201


def test_a_form_read_before_the_issue_takes_nothing_back(browser, letter, clerk, head, monkeypatch):
    """The letter is issued between the moment the page reads it and the moment it writes."""
    sent = typed(browser, letter, urgency="urgent", **{"es-closing": "Suyo,"})
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    real = SlipForm.is_valid

    def issued_meanwhile(form):
        monkeypatch.setattr(SlipForm, "is_valid", real)
        outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
        return real(form)

    monkeypatch.setattr(SlipForm, "is_valid", issued_meanwhile)
    browser.post(reverse("letter-edit", args=[letter.pk]), sent)
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.state, letter.number, letter.urgency) == ("issued", "衡政函〔2020〕1号", "ordinary")


def test_a_letter_whose_pdf_is_lost_says_so_once(browser, letter, clerk, head):
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    vault.pdf_path(issued.pdf_sha256).unlink()
    page = browser.get(reverse("letter-pdf", args=[letter.pk]), follow=True).content.decode()
    assert page.count("is not on disk. Bring it back from a backup.") == 1
    assert browser.get(reverse("letter-page", args=[letter.pk, 1])).status_code == 404


@pytest.fixture
def corrected(letter, clerk):
    """The letter of a gift that was corrected after it was drafted."""
    gift = letter.announces.get()
    gift.lines.filter(item__code="mask").update(quantity=25000)
    return letter


def settle(browser, letter, **said):
    page = browser.post(reverse("letter-settle", args=[letter.pk]), {"key": "support", **said}, follow=True)
    return page.content.decode()


def test_a_paragraph_of_which_the_record_says_otherwise_shows_both_and_is_written_anew(browser, corrected):
    address = reverse("letter-edit", args=[corrected.pk])
    page = browser.get(address).content.decode()
    assert "The record says otherwise now." in page
    assert ("30.000" in page, "25.000" in page) == (True, True)
    assert "Written anew from the record." in settle(browser, corrected, redraft="")
    bodies = [text.paragraphs.get(key="support").body for text in corrected.texts.order_by("language")]
    assert ["25.000" in bodies[0], "2.5万" in bodies[1]] == [True, True]
    assert "The record says otherwise now." not in browser.get(address).content.decode()


def test_words_that_stand_need_a_reason(browser, corrected):
    assert "The words stand." not in settle(browser, corrected, reason="")
    assert "The words stand." in settle(browser, corrected, reason="They were promised 30,000.")
    kept = corrected.foreign_text.paragraphs.get(key="support")
    assert (kept.confirmed_because, "30.000" in kept.body) == ("They were promised 30,000.", True)


def test_a_reader_settles_nothing(client_of, reader, corrected):
    answer = client_of(reader).post(reverse("letter-settle", args=[corrected.pk]), {"key": "support", "redraft": ""})
    assert answer.status_code == 403


def test_a_row_is_written_anew_with_what_was_typed_in_others_and_the_page_leads_back_to_it(browser, corrected):
    address = reverse("letter-edit", args=[corrected.pk])
    answer = browser.post(address, typed(browser, corrected, redraft="support", **{"es-closing": "Con afecto,"}))
    assert answer.url == f"{address}#row-support"
    text = Letter.objects.get(pk=corrected.pk).foreign_text
    assert (text.closing, "25.000" in text.paragraphs.get(key="support").body) == ("Con afecto,", True)


def test_words_of_a_row_stand_for_a_reason_only(browser, corrected):
    address = reverse("letter-edit", args=[corrected.pk])
    refused = browser.post(address, typed(browser, corrected, stand="support"))
    assert refused.context["words_form"].non_field_errors() == ["Say why the words stand."]
    browser.post(address, typed(browser, corrected, stand="support", **{"reason-support": "Promised."}))
    assert "The words stand, says 演示承办人: Promised." in browser.get(address).content.decode()


def test_a_fault_leads_to_its_row(browser, letter):
    page = browser.post(
        reverse("letter-edit", args=[letter.pk]), typed(browser, letter, **{"es-salutation": "x" * 201})
    )
    assert [place for place, _label, _error in page.context["faults"]] == ["row-salutation"]


def test_a_row_shows_the_records_that_its_words_rest_on(browser, letter):
    page = browser.get(reverse("letter-edit", args=[letter.pk]))
    row = next(row for row in page.context["rows"] if row.pair.key == "support")
    assert letter.announces.get() in [record for fact in row.evidence for record in fact.records]
    assert row.deviations == []
