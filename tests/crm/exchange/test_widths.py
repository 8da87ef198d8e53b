"""How wide columns are."""

from crm.exchange.widths import NARROWEST, WIDEST, column_widths, text_width


def test_chinese_characters_take_the_room_of_two_latin_ones():
    assert [text_width(text) for text in ("", "Ritto", "栗东市", "栗东 Ritto", "one\nthree")] == [0, 5, 6, 10, 5]


def test_a_column_is_as_wide_as_its_widest_cell_within_bounds():
    assert column_widths([["日", "对方"], ["2", "瓜达拉哈拉市"], ["3", "很长" * 30]]) == [NARROWEST, WIDEST]
    assert column_widths([["No.", "City"], ["12", "瓜达拉哈拉市"]]) == [NARROWEST, 13]
