import re

import pytest

from correspondence.composing import ComposedLetter, Paragraph
from correspondence.errors import PageRefused
from correspondence.page_images import page_texts
from correspondence.pdf import print_html
from correspondence.printing import file_name, print_letters
from correspondence.rendering import LAYOUTS, mark_up

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


@pytest.mark.parametrize("language", ["zh-hans", "en", "ja", "ko", "es", "uk", "nb", "ro", "fil"])
def test_text_of_the_page_equals_the_composed_words(identity, language):
    composed = letter(language, HARD, "Second paragraph")
    page = squeeze("".join(page_texts(print_letters([composed], identity, for_approval=False))))
    for words in (HARD, "Second paragraph", composed.salutation, composed.signature):
        assert squeeze(words) in page


def test_missing_glyph_is_refused_by_character_and_paragraph(identity):
    with pytest.raises(PageRefused, match=r"U\+1F984.*unicorn here"):
        print_letters([letter("en", "A unicorn here: \U0001f984")], identity)


@pytest.mark.parametrize("source", ["file:///etc/hostname", "http://127.0.0.1:1/x.png", "https://example.org/x.png"])
def test_layout_that_asks_for_something_outside_is_refused(source):
    with pytest.raises(PageRefused, match="outside itself"):
        print_html(f'<html lang="en"><body><img src="{source}" alt="x"></body></html>', frozenset({"Noto Serif"}))


def test_layout_may_use_its_own_files():
    assert (LAYOUTS / "plain" / "letter.css").exists()
    assert print_html('<html lang="en"><body style="font-family:Noto Serif">x</body></html>', frozenset({"Noto Serif"}))


def test_marks_of_a_draft_and_of_an_issued_page(identity):
    draft = "".join(page_texts(print_letters([letter("zh-hans", "正文。")], identity)))
    issued = "".join(page_texts(print_letters([letter("zh-hans", "正文。")], identity, for_approval=False)))
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
        pages = page_texts(print_letters([letter(language, *[sentence * 8] * count)], identity, for_approval=False))
        assert sentence.strip() in pages[-1], (language, count)


def test_word_longer_than_the_line_stays_on_the_page(identity):
    word = "Donaudampfschifffahrt" * 12
    page = squeeze("".join(page_texts(print_letters([letter("en", f"See {word}.")], identity))))
    assert word in page
