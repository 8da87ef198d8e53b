"""What is written differently and is one to whoever searches: names and document numbers."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crm.folding import fold, fold_number, han_variants, nfc
from crm.tokens import name_tokens

HARD = "각ᄀ각하한e\u0301éØßİıſΐﬁЙ\u0306が\u3099ｶﾞ゛㍻㈱高髙﨑𠮷辺'’｀٣²\u200b\u0345ΑᾼςΣ"
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS | st.sampled_from(HARD) | st.characters(min_codepoint=0x1100, max_codepoint=0x11FF))
WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x24F))  # Latin letters with and without accents


@given(TEXTS, TEXTS)
@example("하", "ᆫ")
@example("e", "\u0301")
@example("Σ", "ς")
@settings(max_examples=1000, deadline=None)
def test_a_text_folds_alike_wherever_it_is_cut(before, after):
    assert fold(before + after) == fold(before) + fold(after)


def test_every_character_folds_to_what_folds_to_itself():
    codes = [code for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    assert [hex(code) for code in codes if fold(fold(chr(code))) != fold(chr(code))] == []


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_text_folds_alike_composed_and_apart(text):
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    assert len({fold(form) for form in forms}) == 1


@given(WORDS)
@settings(max_examples=300, deadline=None)
def test_case_and_width_tell_nothing_apart(word):
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in word)
    assert fold(word.upper()) == fold(word.lower()) == fold(word) == fold(wide)


@given(st.lists(st.sampled_from(sorted(han_variants().items())), min_size=1))
@settings(max_examples=100, deadline=None)
def test_a_name_folds_alike_in_whichever_form_its_characters_are_written(pairs):
    assert fold("".join(chr(variant) for variant, _standing in pairs)) == fold("".join(one for _variant, one in pairs))


@pytest.mark.parametrize(
    "written",
    [
        "衡外函〔2020〕12号",
        "衡外函[2020]12號",
        "衡外函（２０２０）12号",
        "衡外函【2020】 12 号",
        "衡外函﹝2020﹞１２号\u200b",
        " 衡外函(2020)　12号 ",
    ],
)
def test_a_number_folds_alike_however_it_is_written(written):
    assert fold_number(written) == "衡外函(2020)12号"


def test_case_does_not_tell_numbers_apart_and_digits_do():
    assert fold_number("Ref. HY-7") == fold_number("ref. hy-7") != fold_number("Ref. HY-17")


@pytest.mark.parametrize(
    "written",
    "高髙 桜樱櫻 広广廣 浜滨濱 竜龙龍 沢泽澤 辺边邊邉 斎斋齋 斉齐齊 崎﨑 吉𠮷 徳德 恵惠 瀬濑瀨 関关關 塩盐鹽 "
    "発发發 郷乡鄉 栄荣榮 県县縣 駅驿驛 豊丰豐 島嶋岛嶌 達达 図图圖 戸户戶 渋涩澀 黒黑 亜亚亞 仏佛 価价價 "
    "円圆圓 国國囯 柳栁 富冨 館舘 橋桥槗 鉄铁鐵 芸艺藝 滝泷瀧 巌岩巖 槙槇 曽曾 緑绿綠 真眞 姫姬 隣鄰邻 東东".split(),
)
def test_variants_of_one_character_fold_alike(written):
    assert len({fold(character) for character in written}) == 1


def test_different_characters_stay_different():
    assert len({fold(character) for character in "高橋田中王李山川木林東西南北市県"}) == 16
    assert max(len({*group}) for group in groups()) <= 12


def groups():
    """The characters of each group of variants."""
    found = {}
    for variant, standing in han_variants().items():
        found.setdefault(standing, {standing}).add(chr(variant))
    return found.values()


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("髙橋", "高桥"),
        ("瓜达拉哈拉", "瓜達拉哈拉"),
        ("𠮷田", "jitian"),
        ("김영희", "\u1100\u1175\u11b7\u110b\u1167\u11bc\u1112\u1174"),
        ("Jose\u0301", "JOSÉ"),
    ],
)
def test_what_is_stored_is_found_however_it_is_asked(stored, asked):
    asked_for = set(name_tokens([asked]))
    assert asked_for & set(name_tokens([stored])) == asked_for


def test_letters_are_composed_and_nothing_else_is_changed():
    assert [nfc("\u1100\u1175\u11b7"), nfc("e\u0301"), nfc("ﾃｽﾄ㍻")] == ["김", "é", "ﾃｽﾄ㍻"]
