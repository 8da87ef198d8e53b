"""Nonsense is refused by its named error or read; it never breaks anything."""

from random import Random

import pytest
from django.core.exceptions import ValidationError

from correspondence.errors import UnreadableText
from correspondence.texts.checking import check_source
from correspondence.texts.markup import split_bold, split_paragraphs
from crm.dates import parse_partial_date
from crm.fields import to_partial_date
from crm.folding import fold

PIECES = (
    "## ",
    "heading:",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "{partner_city}",
    "{",
    "}",
    "[not_sister]",
    "[",
    ",",
    "**",
    "*",
    "- ",
    "support",
    "2020",
    "-02",
    "-30",
    "年",
    "13月",
    "5日",
    "0",
    "٣",
    "Î",
    "ß",
    "ﬁ",
    "衡阳",
    "\u0301",
    "\u200f",
    "\x00",
    "\ud83d",
    "<b>",
    "&",
    "%s",
)


def nonsense(seed: int) -> str:
    """A text of up to twelve pieces, the same for the same seed."""
    chance = Random(seed)
    return "".join(chance.choices(PIECES, k=chance.randint(0, 12)))


def refused(text: str) -> bool:
    """Whether a form refuses a day."""
    try:
        to_partial_date(text)
    except ValidationError:
        return True
    return False


@pytest.mark.sampled("first", range(0, 100_000, 500), 4)
def test_a_day_is_read_or_refused(first):
    for text in map(nonsense, range(first, first + 500)):
        try:
            day = parse_partial_date(text)
        except ValueError:
            assert not text or refused(text), repr(text)
        else:
            assert parse_partial_date(str(day)) == day, repr(text)
            assert day.first <= day.last


@pytest.mark.sampled("first", range(0, 100_000, 500), 4)
def test_a_letter_text_is_read_or_refused(first):
    for text in map(nonsense, range(first, first + 500)):
        try:
            read = check_source(f"## support\n{text}")
        except UnreadableText:
            continue
        assert all(block.key and block.body for block in read.blocks), repr(text)


@pytest.mark.sampled("first", range(0, 100_000, 500), 4)
def test_markup_loses_no_words_but_its_own(first):
    for text in map(nonsense, range(first, first + 500)):
        runs = split_bold(text)
        assert "".join(words for words, _bold in runs).replace("*", "") == text.replace("*", ""), repr(text)
        assert all(paragraph.strip() for paragraph in split_paragraphs(text))


@pytest.mark.sampled("first", range(0, 100_000, 500), 4)
def test_what_is_folded_once_is_folded(first):
    for text in map(nonsense, range(first, first + 500)):
        assert fold(fold(text)) == fold(text), repr(text)
        assert all(fold(text[:cut]) + fold(text[cut:]) == fold(text) for cut in range(len(text))), repr(text)
