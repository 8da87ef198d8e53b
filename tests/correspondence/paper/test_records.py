"""Lists on paper."""

import pypdfium2
import pytest
from django.utils.translation import override

from correspondence.paper.records import print_records
from crm.actions.errors import WrongState
from crm.exchange.printed import PrintedList

HEADINGS = ("City", "Country or region", "Our liaison")


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, without line breaks."""
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf)]


def printed(number: int, name: str = "瓜达拉哈拉市", **facts) -> PrintedList:
    """A list of so many rows."""
    told = {"office": "衡阳市外事办", "asked": ("国家/地区：西班牙",), "by": "李娟", "at": "2026-11-27 10:00", **facts}
    return PrintedList("Cities", HEADINGS, [(name, "西班牙", str(row)) for row in range(number)], **told)


def test_each_page_has_the_head_of_the_table_who_when_and_which_page_of_how_many():
    with override("en"):
        pages = pages_of(print_records(printed(90)))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert all(heading in page for heading in HEADINGS)
        for words in (f"Page {number} of {len(pages)}", "李娟 · 2026-11-27 10:00", "Cities", "衡阳市外事办"):
            assert words in page
    assert ["西班牙 89" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert ["国家/地区：西班牙" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_paper_lies_across():
    assert pypdfium2.PdfDocument(print_records(printed(1)))[0].get_size() == pytest.approx((842, 595), abs=1)


def test_names_of_every_language_can_be_printed_and_marks_are_words():
    with override("zh-hans"):
        (page,) = pages_of(print_records(printed(1, "대구 栗東市 Вінниця <b>Ș</b> & {{ x }}")))
    for words in ("대구", "栗東市", "Вінниця", "<b>Ș</b> & {{ x }}", "第1页"):
        assert words in page


def test_demonstrations_list_is_a_specimen():
    assert "SPECIMEN" in pages_of(print_records(printed(1, specimen=True)))[0]
    assert "SPECIMEN" not in pages_of(print_records(printed(1)))[0]


def test_a_character_without_a_font_is_named():
    with pytest.raises(WrongState, match="U\\+12000"):
        print_records(printed(1, "\U00012000"))
