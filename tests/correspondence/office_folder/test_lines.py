"""The lines of a folder's gifts."""

from decimal import Decimal

import pytest

from correspondence.office_folder.lines import WEIGHED, currency_of
from correspondence.office_folder.table import Table
from crm.models import Gift, GiftLine


def gift(lines: str, text: str = "") -> dict:
    return {"courtesies": f'[[gift]]\npartner = {{ city = "bodo-no" }}\n{text}\nlines = {lines}\n'}


def amounts() -> list[tuple]:
    """(thing, quantity, qualifier, unit) of each line."""
    rows = GiftLine.objects.select_related("item")
    return [(row.item.code, row.quantity, row.qualifier, row.unit) for row in rows]


def worth() -> tuple:
    """What the one line is worth."""
    row = GiftLine.objects.get()
    return row.value, row.currency, row.value_qualifier, row.qualifier, row.quantity


@pytest.mark.parametrize("lines", ['["mask"]', '"mask"', '{ item = "mask" }', '[{ item = "mask" }]'])
def test_a_thing_of_unknown_quantity_is_read_however_it_is_written(load, lines):
    load(**gift(lines))
    assert amounts() == [("mask", None, "exact", "piece")]


def test_a_line_has_what_is_written_of_it(load):
    load(
        **gift(
            '[{ item = "gloves", quantity = "500", qualifier = "about", unit = "Pair", packages = "5", '
            'pieces_per_package = 100, lot = "L1", value = 200, currency = "nok", value_qualifier = "over", '
            'other_value = 150, other_currency = "CNY" }]'
        )
    )
    row = GiftLine.objects.get()
    assert amounts() == [("gloves", Decimal(500), "about", "pair")]
    assert (row.packages, row.pieces_per_package, row.lot) == (5, 100, "L1")
    assert (row.value, row.currency, row.value_qualifier) == (Decimal(200), "NOK", "over")
    assert (row.other_value, row.other_currency) == (Decimal(150), "CNY")


@pytest.mark.parametrize("unit", WEIGHED)
def test_what_is_weighed_has_parts(load, unit):
    load(**gift(f'[{{ item = "mask", quantity = 2.5, unit = "{unit}" }}]'))
    assert amounts() == [("mask", Decimal("2.5"), "exact", unit)]


def test_a_gifts_own_qualifier_is_that_of_the_lines_it_fits(load):
    load(
        **gift(
            '["mask", { item = "gloves", quantity = 5 }, { item = "book", qualifier = "some" }]', 'qualifier = "large"'
        )
    )
    assert [row[2] for row in amounts()] == ["large", "exact", "some"]


def test_a_gifts_own_about_is_of_what_is_counted(load):
    load(**gift('["mask", { item = "gloves", quantity = 5 }]', 'qualifier = "about"'))
    assert [row[2] for row in amounts()] == ["exact", "about"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('value = 5000, currency = "EUR"', (Decimal(5000), "EUR", "exact", "exact", None)),
        ('quantity = "5,000", currency = "eur"', (Decimal(5000), "EUR", "exact", "exact", None)),
        ('value = 5000, currency = "EUR", qualifier = "about"', (Decimal(5000), "EUR", "about", "about", None)),
        ('value = 5000, currency = "EUR", value_qualifier = "over"', (Decimal(5000), "EUR", "over", "over", None)),
        ('qualifier = "some"', (None, "", "exact", "some", None)),
    ],
)
def test_a_sum_of_money_is_read_however_it_is_written(load, line, said):
    load(**gift(f'[{{ item = "money", {line} }}]'))
    assert worth() == said


def test_a_gift_may_have_no_lines(load):
    load(courtesies='[[gift]]\npartner = { city = "bodo-no" }\n')
    assert not Gift.objects.get().lines.exists()


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            '["spoon"]',
            "lines[1].item: “spoon” is not known; write one of: book, gloves, mask, money, or add an [[item]]",
        ),
        ("[{ quantity = 3 }]", "lines[1].item: the thing is not said; write one of: book"),
        ("[3]", "lines[1]: “3” is no table"),
        ('[{ item = "mask", quantity = "many" }]', "lines[1].quantity: “many” is no number"),
        ('[{ item = "mask", quantity = 0 }]', "lines[1].quantity: Ensure this value is greater than"),
        ('[{ item = "mask", quantity = -3 }]', "lines[1].quantity: Ensure this value is greater than"),
        (
            '[{ item = "mask", quantity = 1.5 }]',
            "lines[1].quantity: “1.5” is no whole number; only kilogram, tonne, lit",
        ),
        ('[{ item = "mask", quantity = 123456789012 }]', "lines[1].quantity: Ensure that there are no more than"),
        (
            '[{ item = "mask", quantity = 3, unit = "dozen" }]',
            "lines[1].unit: “dozen” is not known; write one of: piece, p",
        ),
        (
            '[{ item = "mask", quantity = 3, qualifier = "large" }]',
            "lines[1].qualifier: where there is a number, it is ex",
        ),
        ('[{ item = "mask", qualifier = "about" }]', "lines[1].qualifier: “about” wants a number: quantity = 20"),
        (
            '[{ item = "mask", qualifier = "few" }]',
            "lines[1].qualifier: “few” is not known; write one of: exact, about",
        ),
        ('[{ item = "mask", packages = 0 }]', "lines[1].packages: Ensure this value is greater than or equal to 1."),
        ('[{ item = "mask", packages = 1.5 }]', "lines[1].packages: “1.5” is no whole number"),
        (
            '[{ item = "mask", value = 5 }]',
            "lines[1].currency: a value has a currency, and a currency a value: value = 5",
        ),
        ('[{ item = "mask", currency = "EUR" }]', "lines[1].value: a value has a currency, and a currency a value"),
        (
            '[{ item = "mask", value = 5, currency = "RMB" }]',
            "lines[1].currency: “RMB” is no currency's code; write CNY",
        ),
        ('[{ item = "mask", value = 0, currency = "EUR" }]', "lines[1].value: Ensure this value is greater than"),
        (
            '[{ item = "mask", other_value = 5, other_currency = "EUR" }]',
            "lines[1].value: the same in another currency",
        ),
        (
            '[{ item = "mask", value = 5, currency = "EUR", other_value = 5 }]',
            "lines[1].other_currency: a value has a currency, and a currency a value: other_value = 500",
        ),
        (
            '[{ item = "mask", value = 5, currency = "EUR", value_qualifier = "large" }]',
            "lines[1].value_qualifier: a value is exact, about or over.",
        ),
        (
            '[{ item = "money" }]',
            'lines[1].value: money has a sum: value = 5000, currency = "EUR"; one that is not to be',
        ),
        ('[{ item = "money", qualifier = "about" }]', "lines[1].value: money has a sum"),
        ('[{ item = "money", value = 5 }]', "lines[1].currency: a value has a currency"),
        (
            '[{ item = "money", value = 5, currency = "EUR", qualifier = "large" }]',
            "lines[1].qualifier: where there is a sum, it is exact, about or over",
        ),
        (
            '[{ item = "mask", colour = "red" }]',
            "lines[1].colour: this key is not known here; known are: currency, item",
        ),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, lines, sentence):
    said = refused(**gift(lines))
    assert said.startswith(f"courtesies.toml: [[gift]] 1.{sentence}")
    assert not Gift.objects.exists()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("[]", "there is no line that it speaks of"),
        ('[{ item = "mask", quantity = 3 }]', "it says how much of its lines, and none is such a one"),
    ],
)
def test_a_gifts_own_qualifier_fits_a_line(refused, lines, why):
    said = refused(**gift(lines, 'qualifier = "large"'))
    assert (
        said
        == f'courtesies.toml: [[gift]] 1.qualifier: {why}; write lines = [{{ item = "mask", qualifier = "large" }}].'
    )


@pytest.mark.parametrize(("written", "code"), [("eur", "EUR"), (" CNY ", "CNY"), ("", "")])
def test_a_currency_is_its_code_in_capitals(written, code):
    assert currency_of(Table("courtesies.toml", "[[gift]] 1", {"currency": written}, None), "currency") == code
