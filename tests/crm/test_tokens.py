"""How texts and questions are cut, for SQLite and PostgreSQL alike."""

import pytest

from crm.folding import fold
from crm.tokens import (
    MOST,
    Phrase,
    answers,
    ask_anywhere,
    ask_misspelt,
    ask_names,
    ask_phone,
    cut,
    name_tokens,
    phone_tokens,
    spelling_tokens,
    text_tokens,
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Ayuntamiento de Guadalajara", "ayuntamiento de guadalajara"),
        ("瓜达拉哈拉市", "瓜达 达拉 拉哈 哈拉 拉市 市"),
        ("衡政函〔2020〕12号", "衡政 政函 函 2020 12 号"),
        ("高橋", "高桥 桥"),
        ("りっとう", "りっ っと とう う"),
        ("ﾘｯﾄｳ", "りっ っと とう う"),
        ("+34 949-88", "34 949 88"),
        ("O’Higgins", "ohiggins"),
        ("Ελλάδα", "ελλαδα"),
        ("नई दिल्ली", "नई दिल्ली"),
        ("", ""),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_pairs_of_characters(text, tokens):
    assert list(cut(text)) == [fold(token) for token in tokens.split()]


def test_a_chinese_name_is_found_by_its_pinyin_and_initials_from_each_syllable_on():
    tokens = name_tokens(["衡阳市"])
    assert set(tokens) >= {"hengyangshi", "yangshi", "hys", "ys"}


@pytest.mark.parametrize(("name", "typed"), [("吕梁", "lvliang"), ("吕梁", "luliang"), ("重庆", "chongqing")])
def test_pinyin_is_found_as_keyboards_type_it(name, typed):
    assert typed in name_tokens([name])


@pytest.mark.parametrize("typed", ["younghee", "young", "hee"])
def test_parts_of_a_name_are_found_together_and_apart(typed):
    assert typed in name_tokens(["Young-hee"])


def test_a_telephone_is_kept_from_its_end_and_asked_by_it():
    assert phone_tokens(["+34 949 88 70 11", "", "x"]) == ["☎11078894943"]
    assert ask_phone("88 70 11") == [[Phrase(("☎110788",), begun=True)]]
    assert [ask_phone(asked) for asked in ("887011", "88 x 11", "")] == [[], [], []]


def test_a_text_is_marked_so_that_a_name_is_told_from_what_mentions_it():
    assert text_tokens(["a b"]) == ["§a", "§b"]
    assert ask_names("ab") == [[Phrase(("ab",), begun=True)]]
    assert ask_anywhere("ab") == [[Phrase(("ab",), begun=True), Phrase(("§ab",), begun=True)]]


def test_a_single_letter_is_asked_as_a_word_and_a_single_character_as_a_beginning():
    assert [ask_names("a")[0][0].begun, ask_names("衡")[0][0].begun] == [False, True]


@pytest.mark.parametrize("wrong", ["guadalajra", "guadalajarra", "guadelajara", "gaudalajara"])
def test_a_letter_missing_too_many_another_or_elsewhere_is_forgiven(wrong):
    stored = {*name_tokens(["Guadalajara"]), *spelling_tokens(["Guadalajara"])}
    assert any(phrase.tokens[0] in stored for phrase in ask_misspelt(wrong)[0])


@pytest.mark.parametrize("other", ["guadalupe", "madrid", "guadxlajxra"])
def test_two_wrong_letters_are_not(other):
    stored = {*name_tokens(["Guadalajara"]), *spelling_tokens(["Guadalajara"])}
    assert not any(phrase.tokens[0] in stored for phrase in ask_misspelt(other)[0])


@pytest.mark.parametrize("asked", ["衡阳", "abc", "1234", ""])
def test_nothing_is_forgiven_in_what_is_no_latin_word(asked):
    assert ask_misspelt(asked) == []


def test_a_question_of_any_length_is_answered():
    assert len(ask_names("ab " * 10_000)) < 100
    assert MOST == 16_000


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("guada", True),
        ("ayuntamiento guada", True),
        ("guada alcalde", False),
        ("g", False),
        ("瓜达", True),
        ("瓜拉", False),
        ("gdlhl", True),
        ("达", True),
        ("", False),
        ("。", False),
    ],
)
def test_tokens_answer_a_question_as_the_index_does(question, answered):
    tokens = name_tokens(["Ayuntamiento de Guadalajara", "瓜达拉哈拉市"])
    assert answers(ask_names(question), tokens) is answered
