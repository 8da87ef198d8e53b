"""A language's direction, size and faces reach its pages and its Word file."""

import zipfile
from io import BytesIO

import pytest

from correspondence.languages import CODES, LANGUAGES
from correspondence.paper.docx import write_docx
from correspondence.paper.html import Head, Marks, font_stack, render_letters
from correspondence.texts.composing import ComposedLetter, Paragraph

LETTER = ComposedLetter("en", "Hengyang", "Ana Ruiz", "", "Dear Ana,", (Paragraph("a", "Words."),), "Yours,", "X")
PAPER = [LETTER], {"en": Head("Office")}, Marks()


@pytest.mark.parametrize(("direction", "pages", "paragraphs"), [("ltr", 0, 0), ("rtl", 1, 7)])
def test_a_language_runs_in_its_direction(monkeypatch, direction, pages, paragraphs):
    monkeypatch.setattr(LANGUAGES["en"], "direction", direction, raising=False)
    html = render_letters(*PAPER, title="t")
    word = zipfile.ZipFile(BytesIO(write_docx(*PAPER, "t"))).read("word/document.xml").decode()
    assert (html.count('dir="rtl"'), word.count("<w:bidi/>")) == (pages, paragraphs)


def test_size_line_height_and_indent_are_the_languages_own(monkeypatch):
    for name, value in {"font_size": 13, "line_height": 1.6, "indent": 3}.items():
        monkeypatch.setattr(LANGUAGES["en"], name, value, raising=False)
    html = render_letters(*PAPER, title="t")
    assert "font-size: 13pt; line-height: 1.6;" in html
    assert "article.en .body p { text-indent: 3em; }" in html


@pytest.mark.parametrize("code", CODES)
def test_a_page_may_fall_back_on_the_faces_of_every_language(code):
    faces = font_stack(code)
    assert faces[: len(LANGUAGES[code].office_fonts)] == LANGUAGES[code].office_fonts
    assert {face for rules in LANGUAGES.values() for face in rules.fonts} <= set(faces)
    assert len(faces) == len(set(faces))
