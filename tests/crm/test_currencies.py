"""The currencies that a value may be in."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from crm.currencies import CURRENCIES, CurrencyField, currencies, tender


def test_the_usual_ones_stand_first_and_what_is_no_money_not_at_all():
    assert [code for code, _name in currencies()][:3] == ["CNY", "JPY", "EUR"]
    assert tender() >= {"CNY", "DEM", "XOF", "MNT"}
    assert not tender() & {"XAU", "XXX", "XTS", "XDR"}


@pytest.mark.parametrize("text", ["mnt", "tugrik", "图格里克", "tgl"])
def test_one_is_found_by_code_name_and_initials_in_either_language(text):
    with override("zh-hans"):
        assert [option.value for option in CURRENCIES.find(text).options][:1] == ["MNT"]


def test_codes_are_read_in_whatever_case_and_others_refused():
    field = CurrencyField(required=False)
    assert (field.clean(" cny "), field.clean("")) == ("CNY", "")
    with pytest.raises(ValidationError, match="“XAU” is no currency"):
        field.clean("xau")
