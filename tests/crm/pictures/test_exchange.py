"""The picture of help: theirs above the line, ours below it, in columns of one courtesy or of a year."""

import re

import pytest
from django.template.loader import render_to_string

from crm.dealings import Courtesy, Dealings, OpenGift
from crm.pictures import exchange
from crm.pictures.exchange import MOST_MARKS, MOST_YEARS


def help_of(pk, day, direction="received", owed=False):
    """A courtesy of help."""
    return Courtesy(pk, day, direction, "goods", False, owed)


def pictured(*rows, planned=(), answers=()):
    """The picture of some help."""
    dealings = Dealings(list(rows), list(planned), list(answers))
    words = {row: (f"thing {row.pk}", f"{row.day}: thing {row.pk}", f"/{row.pk}/") for row in (*rows, *planned)}
    return exchange(dealings, words, lambda year: f"?year={year}")


def drawn(picture) -> str:
    """The picture as the page has it."""
    page = " ".join(render_to_string("crm/_exchange.html", {"picture": picture}).split())
    return page.replace(" >", ">")


def many(number, year=2000):
    """So much help, one a year."""
    return [help_of(n, str(year + n)) for n in range(number)]


def test_nothing_passed_makes_no_picture():
    assert pictured() is None


def test_each_stands_in_a_column_of_its_own_oldest_first_theirs_above_ours_below():
    picture = pictured(help_of(2, "2020-03", "given"), help_of(1, "2020-02"))
    first, second = picture.columns
    assert (first.label, first.received.visible, first.given) == ("2020-02", "thing 1", None)
    assert (second.label, second.received, second.given.url) == ("2020-03", None, "/2/")


def test_an_arc_leads_from_help_to_what_answered_it_and_an_open_one_hangs_where_nothing_did():
    picture = pictured(
        help_of(1, "2020-01"), help_of(2, "2020-02", owed=True), help_of(3, "2020-03", "given"), answers=[(3, 1)]
    )
    assert [(arc.left, arc.width, arc.path[:5]) for arc in picture.arcs] == [(16.67, 66.66, "M0 0C")]
    assert picture.open_arcs == [50.0]
    assert [cell.open for cell in picture.cells if cell.side == "we"] == [False, True, False]
    page = drawn(picture)
    assert len(re.findall('class="answers"', page)) == 1
    assert "not answered yet" in page


def test_what_we_owe_is_never_printed():
    page = drawn(pictured(help_of(1, "2020-01", owed=True)))
    assert re.findall(r'<svg[^>]*class="owing"', page) != []
    assert '<span class="unanswered owing">' in page
    assert '<span class="sentence">they gave 1, we gave 0<span class="owing">, 1 not answered yet</span></span>' in page


def test_a_planned_gift_is_hollow_and_what_has_left_is_not():
    picture = pictured(help_of(1, "2020-01", "given"), planned=[OpenGift(1, "2020-04", "given")])
    assert [column.given.look for column in picture.columns] == ["size-1", "size-1 planned"]
    assert picture.sentence == "they gave 0, we gave 1, 1 planned"


@pytest.mark.parametrize(("number", "by_year"), [(MOST_MARKS, False), (MOST_MARKS + 1, True)])
def test_above_so_many_years_become_columns(number, by_year):
    assert pictured(*many(number)).by_year == by_year


def test_a_year_tells_how_many_and_leads_to_them():
    rows = [help_of(n, f"2020-0{n}", owed=n < 3) for n in range(1, 9)]
    picture = pictured(*rows, help_of(9, "2022", "given"), planned=[OpenGift(1, "2022-05", "given")], answers=[(9, 8)])
    first, between, last = picture.columns
    assert (first.received.said, first.received.url) == ("2020: they gave 8 times, 2 not answered yet", "?year=2020")
    assert (between.received, between.given) == (None, None)
    assert (last.given.said, last.given.look) == ("2022: we gave 2 times, 1 planned", "size-2")
    assert [(arc.left, arc.width) for arc in picture.arcs] == [(16.67, 66.66)]
    assert picture.open_arcs == [16.67]


def test_years_before_the_last_thirty_are_left_out_with_a_word():
    picture = pictured(*many(MOST_YEARS + 2, 1980))
    assert (len(picture.columns), picture.columns[0].label, picture.left_out) == (MOST_YEARS, "1982", 2)
    assert "2 earlier courtesies are not drawn; they stand below." in drawn(picture)


def test_no_more_columns_are_labelled_than_there_is_room_for():
    assert len([column for column in pictured(*many(30)).columns if column.label]) == 8


def test_every_mark_is_a_link_with_a_sentence():
    page = drawn(pictured(help_of(1, "2020-01"), help_of(2, "2020-02", "given")))
    assert re.findall(r'<a href="(\S+)" title="([^"]+)" aria-label="\2">', page) == [
        ("/1/", "2020-01: thing 1"),
        ("/2/", "2020-02: thing 2"),
    ]
