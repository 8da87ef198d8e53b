"""The time line of help: what came above it, what went below it, what waits for an answer marked."""

from datetime import date
from itertools import combinations

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from crm.actions.ledger import link_entries, record_courtesy
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind
from crm.pictures import timeline
from crm.pictures.text import WIDTH, Box, fit, text_width
from crm.pictures.timeline import OWED
from crm.reciprocity import latest_help
from tests.factories import CityFactory, ClosingFactory

pytestmark = pytest.mark.django_db
TODAY = date(2020, 6, 1)


def courtesy(day, direction="received", partners=None, summary="five doctors"):
    """A service on a day."""
    facts = {"direction": direction, "kind": "service", "day": parse_partial_date(day), "summary": summary}
    return record_courtesy(by=None, partners=partners or [CityFactory()], **facts)


def pictured():
    """The time line of all help."""
    return timeline(latest_help(LedgerEntry.objects.all(), TODAY))


def words(flag):
    """What a flag says, line by line."""
    return [line.text for line in flag.lines]


def test_nothing_passed_makes_no_picture():
    assert pictured() is None


def test_received_stands_above_the_line_and_given_below():
    courtesy("2020-02-05")
    courtesy("2020-03", "given")
    picture = pictured()
    [above], [below] = picture.received, picture.given
    assert above.y + above.height < picture.line_y < below.y


@pytest.mark.parametrize(("day", "days"), [("2020", 366), ("2020-02", 29), ("2020-02-05", 0)])
def test_a_day_is_drawn_as_long_as_it_is_uncertain(day, days):
    courtesy("2019-01-01")
    courtesy(day)
    picture = pictured()
    year = next(tick.x for tick in picture.ticks if tick.label == "2020") - picture.received[0].bar_x
    assert picture.received[1].bar_width == pytest.approx(max(year / 365 * days, 6), rel=0.1, abs=1)
    assert words(picture.received[1])[0] == day


def test_unanswered_help_is_vermilion_and_says_so_until_answered():
    received, given = courtesy("2020-02"), courtesy("2020-03", "given")
    [flag] = pictured().received
    assert (flag.color, words(flag)) == (OWED, ["2020-02", "five doctors", "not thanked yet", "not answered yet"])
    link_entries(by=None, source=given, target=received, kind=LinkKind.ANSWERS)
    [flag] = pictured().received
    assert (flag.color == OWED, words(flag)) == (False, ["2020-02", "five doctors", "not thanked yet"])


def test_that_others_owe_us_is_never_said():
    courtesy("2020-02", "given")
    [flag] = pictured().given
    assert (words(flag), flag.words) == (["2020-02", "five doctors"], "2020-02 Given: five doctors")


def test_a_courtesy_to_several_is_marked_as_shared():
    courtesy("2020-02", "given", partners=[CityFactory(), CityFactory()])
    [flag] = pictured().given
    assert words(flag) == ["2020-02", "five doctors", "shared with others"]


def test_flags_do_not_overlap_and_stay_in_the_picture():
    for day in ("2019", "2019-12-31", "2020-02", "2020-02", "2020-02-05", "2020-05-30"):
        courtesy(day, summary="a rather long description of what the doctors did for us here")
        courtesy(day, "given")
    picture = pictured()
    sheets = [Box(flag.x, flag.y, flag.width, flag.height) for flag in (*picture.received, *picture.given)]
    assert [pair for pair in combinations(sheets, 2) if pair[0].meets(pair[1], 0)] == []
    assert [sheet for sheet in sheets if not sheet.within(WIDTH, picture.height, 0)] == []


def test_words_stay_on_their_flag():
    courtesy("2020-02", summary="向我市捐赠了大量的防疫物资并派出医疗队前来支援我市抗击疫情工作")
    [flag] = pictured().received
    assert [line.text for line in flag.lines if text_width(line.text) > flag.width - 10] == []
    assert fit("短", 100) == "短"
    assert fit("a" * 100, 100).endswith("a…")


def test_the_latest_twelve_are_drawn_and_the_rest_is_counted():
    for day in range(1, 16):
        courtesy(f"2020-02-{day:02d}")
    picture = pictured()
    assert (words(picture.received[0])[0], len(picture.received)) == ("2020-02-04", 12)
    assert "3 earlier courtesies are not drawn" in render_to_string("crm/_timeline.html", {"picture": picture})


@pytest.mark.parametrize(
    ("first", "labels"), [("2020-03", ["2020-03", "2020-04", "2020-05"]), ("1990", ["1990", "2000", "2010", "2020"])]
)
def test_the_line_is_marked_in_months_or_years(first, labels):
    courtesy(first)
    courtesy("2020-05-30")
    assert [tick.label for tick in pictured().ticks] == labels


def test_the_page_says_it_in_words_too():
    courtesy("2020-02")
    page = render_to_string("crm/_timeline.html", {"picture": pictured()})
    assert "2020-02 Received: five doctors, not thanked yet, not answered yet" in page
    assert (page.count('role="img"'), page.count("style=")) == (1, 0)
    with translation.override("zh-hans"):
        page = render_to_string("crm/_timeline.html", {"picture": pictured()})
        assert "2020-02 收到：five doctors，待致谢、待回应" in page


def test_closed_help_is_no_longer_marked_as_owed():
    closing = ClosingFactory(on=TODAY)
    assert OWED in colors()
    ClosingFactory(entry=closing.entry, duty="thanks", on=TODAY)
    assert OWED not in colors()


def colors():
    """The colours of all lines of the help received."""
    return {line.color for flag in pictured().received for line in flag.lines}
