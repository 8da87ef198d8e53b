"""The ledger's picture: a row a partner, a column a year, two half-discs a cell."""

from crm.balances import Balance, Counts
from crm.pictures.rhythm import MOST_YEARS, columns, half_disc, radius_of, rhythm


def picture(first=2019, last=2020, **years):
    """The picture of one partner, with counts by year: ``y2019=Counts(1)``."""
    counts = {int(year[1:]): said for year, said in years.items()}
    return rhythm([Balance("Ritto", "city-1", sum(counts.values(), Counts()), counts)], first, last)


def marks(drawn):
    """The marks of the first row."""
    return [mark for _year, mark in drawn.rows[0].marks]


def test_a_mark_says_what_passed_and_opens_it_and_a_year_without_has_none():
    nothing, mark = marks(picture(y2020=Counts(received=5, given=3, owed=4)))
    assert nothing is None
    assert mark.words == "Ritto, 2020: received 5, given 3, not answered 4"
    assert mark.question == "whose=city-1&help=on&year=2020"


def test_what_they_gave_stands_above_what_we_gave_below_and_a_ring_only_around_what_is_owed():
    received, given = marks(picture(y2019=Counts(received=1), y2020=Counts(given=4)))
    assert (received.upper, received.lower, received.ring) == ("M-4.6 -1A4.6 4.6 0 0 1 4.6 -1Z", "", "")
    assert (given.upper, given.lower, given.ring) == ("", "M-6.6 1A6.6 6.6 0 0 0 6.6 1Z", "")
    (owed,) = marks(picture(2020, 2020, y2020=Counts(received=1, owed=1)))
    assert owed.ring == "M-7.1 -1A7.1 7.1 0 0 1 7.1 -1"


def test_more_is_larger_and_the_largest_stay_in_their_cell():
    assert [radius_of(times) for times in (0, 1, 2, 9, 14, 500)] == [0, 4.6, 5.4, 8.6, 10, 10]
    assert half_disc(0, 1) == ""


def test_many_years_share_the_first_column_and_nothing_is_left_out():
    drawn = picture(1990, 2026, y1990=Counts(received=1), y2015=Counts(received=1, owed=1), y2026=Counts(given=1))
    assert [str(year) for year in drawn.years] == ["–2015", *map(str, range(2016, 2027))]
    assert len(drawn.years) == MOST_YEARS
    earliest = marks(drawn)[0]
    assert earliest.words == "Ritto, 2015 and before: received 2, not answered 1"
    assert earliest.question == "whose=city-1&help=on&sort=day"
    assert [str(year) for year in columns(2015, 2026)] == [*map(str, range(2015, 2027))]
