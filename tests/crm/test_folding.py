"""How document numbers are compared."""

import pytest

from crm.folding import fold_number


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
