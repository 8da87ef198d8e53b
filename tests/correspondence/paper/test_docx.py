import io
from datetime import date
from hashlib import sha256

import pytest
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.models import Letter
from correspondence.paper import stored
from correspondence.paper.page_images import page_texts
from correspondence.paper.vault import pdf_path
from correspondence.texts.proposing import propose_brief

ON = date(2020, 4, 20)


@pytest.fixture
def letter(guadalajara, clerk):
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))


def downloaded(client, letter):
    return Document(io.BytesIO(client.get(reverse("letter-docx", args=[letter.pk])).content))


def words_of(document) -> str:
    return "\n\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.text.strip())


def test_the_words_are_those_of_the_page(client_of, clerk, letter):
    chinese, spanish = stored.stored_words(Letter.objects.get(pk=letter.pk))
    text = words_of(downloaded(client_of(clerk), letter))
    assert text.split("\n\n", 1)[0] == "Gobierno Popular Municipal de Hengyang"
    assert spanish.words in text
    assert chinese.words in text


def test_marks_and_languages_are_set(client_of, clerk, letter):
    document = downloaded(client_of(clerk), letter)
    assert document.sections[0].header.paragraphs[0].text == "草稿　样例 SPECIMEN"
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]
    assert {run._element.rPr.find(qn("w:lang")).get(qn("w:val")) for run in runs} == {"es-ES", "zh-CN"}
    assert (document.core_properties.language, document.core_properties.author) == ("es-ES", "")


def test_an_issued_letter_bears_its_number_and_no_draft_mark(client_of, clerk, head, letter):
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    document = downloaded(client_of(clerk), letter)
    assert document.sections[0].header.paragraphs[0].text == "样例 SPECIMEN"
    assert "衡政函〔2020〕1号" in words_of(document)


def test_a_cancelled_letter_bears_that_it_is_cancelled_and_its_issued_page_stays_kept(client_of, clerk, head, letter):
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    issued = outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    kept = stored.letter_pdf(issued)
    lifecycle.cancel_letter(by=clerk, letter=issued, reason="visit put off")
    cancelled = Letter.objects.get(pk=letter.pk)
    assert "作废" in "".join("".join(page_texts(stored.letter_pdf(cancelled))).split())
    assert downloaded(client_of(clerk), letter).sections[0].header.paragraphs[0].text == "作废　样例 SPECIMEN"
    assert sha256(kept).hexdigest() == cancelled.pdf_sha256
    assert pdf_path(cancelled.pdf_sha256).read_bytes() == kept


def test_a_list_is_a_list_of_word_without_its_marks(client_of, clerk, letter):
    paragraph = letter.foreign_text.paragraphs.first()
    paragraph.body = "- mascarillas\n- **guantes**"
    paragraph.save()
    listed = [one for one in downloaded(client_of(clerk), letter).paragraphs if one.style.name == "List Bullet"]
    assert [one.text for one in listed] == ["mascarillas", "guantes"]
    assert [run.bold for run in listed[1].runs] == [True]
