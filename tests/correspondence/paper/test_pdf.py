import contextlib
import ctypes
import re
import zlib
from dataclasses import replace

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdfium2 import PdfDocument
from pypdfium2 import raw as pdfium_c

from correspondence.errors import PageRefused
from correspondence.languages import CODES
from correspondence.paper.html import LAYOUTS, mark_up
from correspondence.paper.letter import file_name, print_letters
from correspondence.paper.page_images import page_texts
from correspondence.paper.pdf import write_pdf
from correspondence.paper.press import print_html, sheet_of
from correspondence.paper.process import ForbiddenAddress, StrangeCharacter
from correspondence.texts.composing import ComposedLetter, Paragraph

HARD = "镕堃祎 栗東 헝양 Їжакевич Ґалаґан Țepeș Ærøskjøbing Muñoz ₱ 〔2020〕"


def letter(language="zh-hans", *bodies: str) -> ComposedLetter:
    return ComposedLetter(
        language=language,
        place_and_date="2020年4月20日",
        addressee="",
        heading="",
        salutation="尊敬的市长：",
        paragraphs=tuple(Paragraph("concern", body) for body in bodies),
        closing="此致",
        signature="衡阳市人民政府",
    )


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture
def identity(demo):
    return demo.identities.get(code="government")


@pytest.mark.parametrize("language", CODES)
def test_text_of_the_page_equals_the_composed_words(identity, language):
    composed = letter(language, HARD, "Second paragraph")
    page = squeeze("".join(page_texts(print_letters([composed], identity, ""))))
    for words in (HARD, "Second paragraph", composed.salutation, composed.signature):
        assert squeeze(words) in page


def test_missing_glyph_is_refused_by_character_and_paragraph(identity):
    with pytest.raises(PageRefused, match=r"U\+1F984.*unicorn here"):
        print_letters([letter("en", "A unicorn here: \U0001f984")], identity)


@pytest.mark.parametrize("rare", ["𬭚", "㛃"])
def test_a_rare_character_of_gb_18030_2022_is_printed_or_refused_by_name(identity, rare):
    try:
        told = "".join(page_texts(print_letters([letter("zh-hans", f"我市{rare}山区")], identity, "")))
    except PageRefused as refusal:
        told = str(refusal).replace(f"U+{ord(rare):X}", rare)
    assert f"我市{rare}山区" in squeeze(told)


@pytest.mark.parametrize("source", ["file:///etc/hostname", "http://127.0.0.1:1/x.png", "https://example.org/x.png"])
def test_layout_that_asks_for_something_outside_is_refused(source):
    with pytest.raises(PageRefused, match="outside itself"):
        print_html(f'<html lang="en"><body><img src="{source}" alt="x"></body></html>', frozenset({"Noto Serif"}))


def test_what_stops_a_sheet_is_named_without_a_sentence():
    with pytest.raises(StrangeCharacter, match="\U0001f984"):
        write_pdf(sheet_of('<html lang="en"><body>A unicorn: \U0001f984</body></html>', frozenset({"Noto Serif"})))
    with pytest.raises(ForbiddenAddress, match="/etc/hostname"):
        write_pdf(sheet_of('<html><body><img src="file:///etc/hostname" alt="x"></body></html>', frozenset()))


def test_layout_may_use_its_own_files():
    assert (LAYOUTS / "plain" / "letter.css").exists()
    assert print_html('<html lang="en"><body style="font-family:Noto Serif">x</body></html>', frozenset({"Noto Serif"}))


def test_marks_of_a_draft_and_of_an_issued_page(identity):
    draft = "".join(page_texts(print_letters([letter("zh-hans", "正文。")], identity)))
    issued = "".join(page_texts(print_letters([letter("zh-hans", "正文。")], identity, "")))
    assert ("送审稿" in squeeze(draft), "印章位置" in squeeze(draft)) == (True, True)
    assert ("送审稿" in squeeze(issued), "印章位置" in squeeze(issued)) == (False, False)
    assert "SPECIMEN" in issued


def test_specimen_is_on_every_page(identity):
    pages = page_texts(print_letters([letter("en", *["Long words follow. " * 40] * 9)], identity))
    assert len(pages) > 1
    assert all("SPECIMEN" in page for page in pages)


def test_body_markup_is_bold_and_lists_and_all_else_literal():
    assert mark_up("a **b** <i>{{ c }}</i>") == "<p>a <b>b</b> &lt;i&gt;{{ c }}&lt;/i&gt;</p>"
    assert mark_up("- one\n- two") == "<ul><li>one</li><li>two</li></ul>"


def test_file_name_carries_city_and_date():
    from datetime import date

    assert file_name("衡阳/市", date(2020, 4, 20), "Thanks", "pdf") == "衡阳-市 2020-04-20 Thanks.pdf"


@pytest.mark.parametrize(
    ("language", "sentence"), [("es", "Palabras de prueba. "), ("zh-hans", "衷心感谢贵市。"), ("ko", "감사드립니다. ")]
)
def test_closing_signature_and_date_are_never_alone_on_a_page(identity, language, sentence):
    for count in (11, 14):
        pages = page_texts(print_letters([letter(language, *[sentence * 8] * count)], identity, ""))
        assert sentence.strip() in pages[-1], (language, count)


def test_word_longer_than_the_line_stays_on_the_page(identity):
    word = "Donaudampfschifffahrt" * 12
    page = squeeze("".join(page_texts(print_letters([letter("en", f"See {word}.")], identity))))
    assert word in page


def test_title_and_language_are_the_recipients(identity):
    pair = [
        letter("zh-hans", "正文。"),
        replace(letter("es", "Texto."), place_and_date="Hengyang, 20 de abril de 2020"),
    ]
    pdf = PdfDocument(print_letters(pair, identity, ""))
    title = "Gobierno Popular Municipal de Hengyang – Hengyang, 20 de abril de 2020"
    assert pdf.get_metadata_dict()["Title"] == title
    assert language_of(pdf) == "es"


def language_of(pdf: PdfDocument) -> str:
    """The language the document says it is in."""
    size = pdfium_c.FPDFCatalog_GetLanguage(pdf, None, 0)
    text = ctypes.create_string_buffer(size)
    pdfium_c.FPDFCatalog_GetLanguage(pdf, ctypes.cast(text, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), size)
    return text.raw.decode("utf-16-le").rstrip("\0")


def fonts_in(pdf: bytes) -> str:
    """What the PDF says of its fonts, its packed objects unpacked."""
    plain = b""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            plain += zlib.decompress(packed)
    return " ".join(re.findall(r"/BaseFont\s*/([^/\s>]+)", plain.decode(errors="replace")))


@pytest.fixture
def office_font(settings, tmp_path):
    """Puts a font file into the data folder's fonts/, with a box for each of some characters."""

    def put(characters: str, family: str = "仿宋_GB2312") -> None:
        names = [f"glyph{number}" for number in range(len(characters))]
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder([".notdef", *names])
        builder.setupCharacterMap(dict(zip(map(ord, characters), names, strict=True)))
        pen = TTGlyphPen(None)
        for x, y in ((100, 0), (100, 800), (900, 800), (900, 0)):
            pen.lineTo((x, y)) if pen.points else pen.moveTo((x, y))
        pen.closePath()
        box = pen.glyph()
        builder.setupGlyf(dict.fromkeys((".notdef", *names), box))
        builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (1000, 0)))
        builder.setupHorizontalHeader(ascent=880, descent=-120)
        builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": "OfficeFangSong"})
        builder.setupOS2()
        builder.setupPost()
        settings.FONTS_DIR.mkdir(exist_ok=True)
        builder.save(settings.FONTS_DIR / "office.ttf")

    settings.FONTS_DIR = tmp_path / "fonts"
    return put


def test_font_of_the_office_is_used_first_and_what_it_lacks_is_set_in_ours(identity, office_font):
    office_font(" 尊敬的市长：")
    pdf = print_letters([letter("zh-hans", "尊敬的镕堃祎市长")], identity, "")
    assert "仿宋_GB2312" in fonts_in(pdf)
    assert "Noto-Serif-CJK" in fonts_in(pdf)
    assert "尊敬的镕堃祎市长" in squeeze("".join(page_texts(pdf)))


def test_font_without_a_blank_and_a_damaged_one_are_passed_over(identity, office_font, settings):
    office_font("尊敬的市长：")
    (settings.FONTS_DIR / "damaged.otf").write_bytes(b"OTTO no font")
    assert "仿宋_GB2312" not in fonts_in(print_letters([letter("zh-hans", "尊敬的市长")], identity, ""))


def test_a_font_that_was_put_in_or_taken_away_counts_at_once(identity, office_font, settings):
    words = [letter("zh-hans", "尊敬的市长")]
    before = print_letters(words, identity, "")
    office_font(" 尊敬的市长：")
    assert "仿宋_GB2312" in fonts_in(print_letters(words, identity, ""))
    (settings.FONTS_DIR / "office.ttf").unlink()
    assert "仿宋_GB2312" not in fonts_in(print_letters(words, identity, ""))
    assert "仿宋_GB2312" not in fonts_in(before)


def test_what_the_refusal_quotes_is_as_it_was_typed(identity):
    with pytest.raises(PageRefused, match='Tom & "Co" \U0001f600'):
        print_letters([letter("en", 'Tom & "Co" \U0001f600')], identity, "")
