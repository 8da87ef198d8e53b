"""Rows of a letter: what stands beside what."""

import pytest

from correspondence.texts.pairing import pair_at, pairs_of
from tests.factories import LetterFactory

pytestmark = pytest.mark.django_db


def rows(letter) -> list[tuple]:
    """The rows as (key, number, the words of each side)."""
    return [(pair.key, pair.number, [side.words for side in pair.sides]) for pair in pairs_of(letter)]


def test_each_paragraph_stands_beside_its_twin_chinese_first():
    paragraphs = [row for row in rows(LetterFactory()) if row[1]]
    assert paragraphs == [("thanks", 1, ["感谢贵市。", "Gracias."]), ("wish", 2, ["祝好。", "Salud."])]


def test_a_paragraph_without_a_twin_stands_where_its_text_has_it():
    texts = {"zh-hans": {"a": "甲", "c": "丙"}, "es": {"a": "A", "b": "B", "c": "C", "d": "D"}}
    paragraphs = [row for row in rows(LetterFactory(texts=texts)) if row[1]]
    assert paragraphs == [("a", 1, ["甲", "A"]), ("b", 2, ["B"]), ("c", 3, ["丙", "C"]), ("d", 4, ["D"])]


def test_parts_stand_around_the_paragraphs_and_a_language_lacks_those_it_does_not_print():
    keys = [(key, len(sides)) for key, _number, sides in rows(LetterFactory(texts={"zh-hans": {"a": "甲"}, "es": {}}))]
    assert keys == [("addressee", 1), ("heading", 2), ("salutation", 2), ("a", 1), ("closing", 2), ("signature", 2)]


def test_two_paragraphs_of_one_key_are_two_rows():
    letter = LetterFactory()
    text = letter.foreign_text
    again = text.paragraphs.create(position=9, key="wish", body="Otra vez.")
    assert [row[2] for row in rows(letter) if row[0] == "wish-2"] == [["Otra vez."]]
    assert pair_at(letter, again).place == "row-wish-2"
