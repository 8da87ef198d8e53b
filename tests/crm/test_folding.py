"""What is written differently and is one to whoever searches: names and document numbers."""

import pytest

from crm.folding import fold, fold_number, han_variants, nfc
from crm.tokens import name_tokens


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
