"""The same words as .docx, each language on a page of its own, with the marks that the PDF bears."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from correspondence.languages import language_rules
from correspondence.languages.base import RIGHT_TO_LEFT
from correspondence.paper.html import Head, Marks, font_stack
from correspondence.texts.composing import ComposedLetter
from correspondence.texts.markup import list_items, split_bold, split_paragraphs, split_raised
from crm.languages import CHINESE

RIGHT = ("place_and_date", "signature")
MARGINS = {"left_margin": Mm(28), "right_margin": Mm(26), "top_margin": Mm(37), "bottom_margin": Mm(24)}
LIST = "List Bullet"  # a style of python-docx's own template
RED, GREY = RGBColor(0xA3, 0x32, 0x1F), RGBColor(0x55, 0x55, 0x55)


def write_docx(letters: list[ComposedLetter], heads: dict[str, Head], marks: Marks, title: str) -> bytes:
    """The letter as a Word file, the recipient's language first."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in MARGINS.items():
        setattr(section, name, width)
    core = document.core_properties
    core.title, core.author, core.comments = title, "", ""
    core.language = language_rules(letters[-1].language).word_code
    write_marks(section.header, marks)
    for number, letter in enumerate(reversed(letters)):
        if number:
            document.add_page_break()
        write_letter(document, letter, heads[letter.language])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write_marks(header, marks: Marks) -> None:
    """送审稿 and 样例 SPECIMEN at the head of every page."""
    words = [text for text, set_ in ((marks.stage, marks.stage), ("样例 SPECIMEN", marks.specimen)) if set_]
    if words:
        run = header.paragraphs[0].add_run("　".join(words))
        header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        set_face(run, CHINESE, size=10, color=GREY)


def write_letter(document, letter: ComposedLetter, head: Head) -> None:
    """One language's words, part by part in its reading order."""
    language, rules = letter.language, language_rules(letter.language)
    write_paragraph(document, head.name, language, size=18, color=RED).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in filter(None, (head.place, head.contact, head.number if language == CHINESE else "")):
        write_paragraph(document, words, language, size=10).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if letter.translation:
        write_paragraph(document, rules.unofficial, language, size=9, color=GREY)
    for part in rules.parts:
        for block in split_paragraphs(letter.part(part)):
            if items := (list_items(block) if part == "body" else []):
                for item in items:
                    write_paragraph(document, item, language).style = LIST
                continue
            paragraph = write_paragraph(document, block, language)
            if part in RIGHT:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if part == "signature":
                paragraph.paragraph_format.space_before = Mm(20)  # for the hand that signs and the seal
            if part == "body" and rules.indent:
                paragraph.paragraph_format.first_line_indent = Pt(rules.indent * rules.word_font_size)


def write_paragraph(document, text: str, language: str, size: float = 0, color=None):
    """A paragraph with bold and raised runs, in the language's faces and marked with its language.

    In one that runs from right to left Word takes its alignments as sides of reading: RIGHT is where a line ends.
    """
    rules, paragraph = language_rules(language), document.add_paragraph()
    if rules.direction == RIGHT_TO_LEFT:
        paragraph._element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for words, bold in split_bold(text):
        for part, raised in split_raised(words):
            run = paragraph.add_run(part)
            run.bold, run.font.superscript = bold, raised or None
            set_face(run, language, size or rules.word_font_size, color)
    return paragraph


def set_face(run, language: str, size: float, color=None) -> None:
    """Size, colour, faces and proofing language of a run."""
    rules = language_rules(language)
    run.font.size, run.font.name = Pt(size), font_stack(language)[0]
    if color is not None:
        run.font.color.rgb = color
    properties = run._element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), rules.east_asian_font)
    if rules.direction == RIGHT_TO_LEFT:
        set_complex_script(run)
    proofing = OxmlElement("w:lang")
    joining = ("w:bidi",) if rules.direction == RIGHT_TO_LEFT else ()
    for attribute in ("w:val", "w:eastAsia", *joining):
        proofing.set(qn(attribute), rules.word_code)
    properties.append(proofing)


def set_complex_script(run) -> None:
    """The same face, size and weight for letters that join, for which Word keeps others; the run from right to left."""
    properties = run._element.rPr
    properties.rFonts.set(qn("w:cs"), run.font.name)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), properties.sz.get(qn("w:val")))
    properties.sz.addnext(size)
    run.font.cs_bold, run.font.rtl = run.bold, True
