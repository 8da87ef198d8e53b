"""The same words as .docx, each language on a page of its own."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from correspondence.composing import ComposedLetter
from correspondence.languages import get_language
from correspondence.letter_markup import split_bold, split_paragraphs
from correspondence.rendering import Head, font_stack

RIGHT = ("place_and_date", "signature")


def write_docx(letters: list[ComposedLetter], heads: dict[str, Head], title: str) -> bytes:
    """The letter as a Word file, the recipient's language first."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(28),
        Mm(26),
        Mm(37),
        Mm(24),
    )
    document.core_properties.title, document.core_properties.author = title, ""
    for number, letter in enumerate(reversed(letters)):
        if number:
            document.add_page_break()
        write_letter(document, letter, heads[letter.language])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write_letter(document, letter: ComposedLetter, head: Head) -> None:
    """One language's words, part by part in its reading order."""
    name = write_paragraph(document, head.name, letter.language, size=17)
    name.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in get_language(letter.language).parts:
        for block in split_paragraphs(letter.part(part)):
            paragraph = write_paragraph(document, block, letter.language)
            if part in RIGHT:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def write_paragraph(document, text: str, language: str, size: float = 11.5):
    """A paragraph with bold runs, in the language's faces and marked with its language."""
    paragraph = document.add_paragraph()
    for words, bold in split_bold(text):
        run = paragraph.add_run(words)
        run.bold, run.font.size, run.font.name = bold, Pt(size), font_stack(language)[0]
        fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), next((f for f in font_stack(language) if "CJK" in f), font_stack(language)[0]))
    return paragraph
