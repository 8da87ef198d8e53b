"""One table of a file: values as people write them, and the sentences where they cannot be read."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from correspondence.office_folder.table import Mistake, Table

ON = date(2026, 3, 16)


def table(**data) -> Table:
    return Table("courtesies.toml", "[[gift]] 1", data, ON)


def refusal(read, **data) -> str:
    with pytest.raises(Mistake) as mistake:
        read(table(**data))
    return str(mistake.value)


@pytest.mark.parametrize(
    ("written", "number"),
    [(20, "20"), ("20", "20"), (2.5, "2.5"), ("2.5", "2.5"), ("30,000", "30000"), ("30 000", "30000"), ("", None)],
)
def test_a_number_is_read_from_a_number_or_a_text(written, number):
    assert table(quantity=written).number("quantity") == (number and Decimal(number))


@pytest.mark.parametrize("written", [True, "many", "30,5", float("nan"), float("inf"), [20]])
def test_what_is_no_number_is_refused(written):
    said = refusal(lambda row: row.number("quantity"), quantity=written)
    assert said == f'courtesies.toml: [[gift]] 1.quantity: “{written}” is no number; write 20 or "2.5".'


def test_a_part_of_a_package_is_refused():
    assert "“2.5” is no whole number" in refusal(lambda row: row.whole("packages"), packages=2.5)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (date(2020, 2, 5), "2020-02-05"),
        (datetime(2020, 2, 5, 9, 30), "2020-02-05"),
        ("2020-02-05", "2020-02-05"),
        ("2020-02", "2020-02"),
        (2020, "2020"),
        ("2020年2月5日", "2020-02-05"),
        ("today", "2026-03-16"),
        ("today-40", "2026-02-04"),
        ("today + 5", "2026-03-21"),
        ("", None),
    ],
)
def test_a_day_is_read_as_toml_has_it_or_as_text(written, day):
    read = table(day=written).day("day")
    assert (read and str(read)) == day


@pytest.mark.parametrize("written", ["soon", "2020-02-30", "05/02/2020", 2020.1, True, time(9, 30), "todaysoon"])
def test_what_is_no_day_is_refused(written):
    said = refusal(lambda row: row.day("day"), day=written)
    assert said.startswith(f"courtesies.toml: [[gift]] 1.day: “{written}” is no day; write ")


@pytest.mark.parametrize(
    ("written", "flag"), [(True, True), (False, False), ("yes", True), ("No", False), ("是", True)]
)
def test_a_flag_is_read_in_words_too(written, flag):
    assert table(acting=written).flag("acting") is flag


@pytest.mark.parametrize("written", [3, "perhaps", "", []])
def test_what_is_neither_true_nor_false_is_refused(written):
    assert "is neither true nor false" in refusal(lambda row: row.flag("deaths"), deaths=written)


def test_a_text_may_be_a_number_or_a_day():
    written = table(postcode=8006, note=date(2020, 2, 5), title=" Books ")
    assert [written.text(key) for key in ("postcode", "note", "title", "none")] == ["8006", "2020-02-05", "Books", ""]
    assert refusal(lambda row: row.text("title"), title=True).endswith("is no text; put it in quotation marks.")


@pytest.mark.parametrize("written", ["own_mission", "Own-Mission", "own mission"])
def test_a_code_is_read_with_any_dash_in_small_letters_or_capitals(written):
    assert table(kind=written).one_of(["embassy", "own_mission"], "kind") == "own_mission"


def test_a_code_that_there_is_not_is_refused_with_those_there_are():
    said = refusal(lambda row: row.one_of(["", "piece", "pair"], "unit"), unit="dozen")
    assert said == "courtesies.toml: [[gift]] 1.unit: “dozen” is not known; write one of: piece, pair."


def test_an_old_and_a_new_name_may_say_the_same_and_nothing_else():
    assert table(body="x", organization="x").text("organization", "body") == "x"
    assert table(body="x").text("organization", "body") == "x"
    said = refusal(lambda row: row.text("organization", "body"), body="x", organization="y")
    assert said.startswith("courtesies.toml: [[gift]] 1.body: it says the same as organization, and something else")


@pytest.mark.parametrize(("written", "texts"), [("NO", ["NO"]), (["NO", "RO"], ["NO", "RO"]), ([], [])])
def test_a_list_of_texts_may_be_one_text(written, texts):
    assert table(countries=written).texts("countries") == texts


def test_tables_are_one_or_several_under_each_of_their_keys():
    written = table(partner={"city": "a"}, partners=[{"city": "b"}, "c"])
    rows = written.tables("partner", "partners", text_as="name")
    assert [row.data for row in rows] == [{"city": "a"}, {"city": "b"}, {"name": "c"}]
    assert [row.name for row in rows] == ["[[gift]] 1.partner", "[[gift]] 1.partners[1]", "[[gift]] 1.partners[2]"]


def test_what_should_be_a_table_and_is_none_is_refused():
    said = refusal(lambda row: row.tables("lines"), lines=[3])
    assert said == "courtesies.toml: [[gift]] 1.lines[1]: “3” is no table; write keys with values: { … = … }."


def test_languages_are_read_by_their_usual_codes():
    written = table(names={"zh": "甲", "no": "b", "tl": "c", "zh_Hant": "d", "EN": "e"})
    assert list(written.by_language("names")) == ["zh-hans", "nb", "fil", "zh-hant", "en"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Wuxi", "names: write it per language"),
        ({"xx": "Wuxi"}, "names.xx: “xx” is no language's code"),
        ({"zh": "a", "zh-hans": "b"}, "names.zh-hans: this language is written twice"),
    ],
)
def test_what_is_not_said_per_language_is_refused(written, sentence):
    assert sentence in refusal(lambda row: row.by_language("names"), names=written)


def test_a_key_that_nobody_asked_for_is_refused_with_the_known_ones():
    written = table(lines=[], colour="red")
    written.get("lines"), written.get("day")
    with pytest.raises(Mistake) as mistake:
        written.refuse_unknown()
    said = "courtesies.toml: [[gift]] 1.colour: this key is not known here; known are: day, lines."
    assert str(mistake.value) == said
