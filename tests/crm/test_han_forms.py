"""Han characters as Simplified Chinese writes them."""

import pytest

from crm.han_forms import is_simplified, simplified_forms, simplify, simplify_japanese_name


@pytest.mark.parametrize(
    ("written", "simplified"),
    [
        ("鈴木", "铃木"),
        ("高橋", "高桥"),
        ("髙橋", "高桥"),
        ("渡辺", "渡边"),
        ("渡邉", "渡边"),
        ("佐々木", "佐佐木"),
        ("長谷川", "长谷川"),
        ("斎藤", "斋藤"),
        ("斉藤", "齐藤"),
        ("広瀬", "广濑"),
        ("黒沢", "黑泽"),
        ("関", "关"),
        ("嶋田", "岛田"),
        ("山﨑", "山崎"),
        ("浜崎", "滨崎"),
        ("後藤", "后藤"),
        ("桜井", "樱井"),
        ("𠮷田", "吉田"),
        ("渕上", "渊上"),
        ("丘", "丘"),
        ("辻", "辻"),
        ("畑中", "畑中"),
        ("糸井", "糸井"),
        ("田中", "田中"),
    ],
)
def test_a_japanese_name_is_written_in_simplified_characters(written, simplified):
    assert simplify_japanese_name(written) == simplified
    assert is_simplified(simplified)


@pytest.mark.parametrize("name", ["朱镕基", "毕昇", "吴祎", "李堃", "陶喆", "于浜", "芸", "沈", "范", "乾", "徵"])
def test_what_the_law_has_or_has_no_form_of_stays(name):
    assert is_simplified(name)
    assert simplify(name) == name


def test_a_form_leads_to_one_that_leads_no_further():
    forms = simplified_forms()
    assert len(forms) > 3000
    assert not {ord(form) for form in forms.values()} & forms.keys()
