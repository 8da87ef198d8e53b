"""One feed of all that passed with a partner."""

import pytest

from correspondence.models import Letter
from correspondence.record.feed import Parts, refs_of_steps
from correspondence.record.refs import Ref
from crm.dealings import Courtesy, Dealings, OpenGift
from crm.models import Partnership
from tests.factories import PartnershipFactory, ReceivedLetterFactory
from tests.queries import CaptureQueriesContext, connection

pytestmark = pytest.mark.django_db
PASSED = Dealings(
    [Courtesy(2, "2020-05", "given", "visit", False, False), Courtesy(1, "2020-02", "received", "goods", True, True)],
    [OpenGift(1, "2021", "given")],
)


def parts(year="", letters=None) -> Parts:
    """What some help, a visit, a planned gift, a post and a step make, with letters."""
    posts, steps = [Ref("2019", "post", 1)], [Ref("2018-01-01", "step", 1)]
    return Parts(PASSED, Letter.objects.none() if letters is None else letters, posts, steps, year)


def of_feed(made: Parts, show: str, first=0, last=10) -> list[str]:
    """Day and kind of what a feed has."""
    return [f"{ref.day} {ref.kind}" for ref in made.feed(show)[first:last]]


def test_all_of_it_stands_newest_first_and_letters_among_the_rest():
    ReceivedLetterFactory(day="2020-03-01")
    ReceivedLetterFactory(day="2017")
    made = parts(letters=Letter.objects.all())
    assert of_feed(made, "all") == [
        "2021 gift",
        "2020-05 courtesy",
        "2020-03-01 letter",
        "2020-02 courtesy",
        "2019 post",
        "2018-01-01 step",
        "2017 letter",
    ]
    assert of_feed(made, "all", 2, 4) == ["2020-03-01 letter", "2020-02 courtesy"]
    assert len(made.feed("all")) == 7


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("gifts", ["2021 gift", "2020-02 courtesy"]),
        ("visits", ["2020-05 courtesy"]),
        ("posts", ["2019 post"]),
        ("steps", ["2018-01-01 step"]),
        ("letters", []),
    ],
)
def test_a_chip_leaves_one_kind(show, found):
    assert of_feed(parts(), show) == found


def test_chips_count_what_they_leave_and_what_would_leave_nothing_is_not_offered():
    assert [(chip.name, chip.number, chip.chosen) for chip in parts().chips("gifts")] == [
        ("all", 5, False),
        ("gifts", 2, True),
        ("visits", 1, False),
        ("posts", 1, False),
        ("steps", 1, False),
    ]
    assert Parts(Dealings(), Letter.objects.none(), [Ref("2019", "post", 1)], []).chips("all") == []


def test_of_a_year_stands_what_passed_in_it():
    ReceivedLetterFactory(day="2020-03-01")
    ReceivedLetterFactory(day="2017")
    made = parts("2020", Letter.objects.all())
    assert of_feed(made, "all") == ["2020-05 courtesy", "2020-03-01 letter", "2020-02 courtesy"]
    assert made.chips("all")[0].number == 3


def test_the_letters_of_a_page_are_asked_for_once_by_their_keys():
    for day in range(1, 10):
        ReceivedLetterFactory(day=f"2016-01-0{day}")
    feed = parts(letters=Letter.objects.all()).feed("all")
    with CaptureQueriesContext(connection) as asked:
        assert len(feed[0:10]) == 10
    assert len(asked) == 1
    assert "LIMIT 10" in asked[0]["sql"]


def test_only_dated_steps_are_told():
    partnership = Partnership.objects.get(pk=PartnershipFactory(steps=(("contact", None), ("signed", "1992"))).pk)
    assert [ref.day for ref in refs_of_steps(partnership)] == ["1992"]
    assert refs_of_steps(None) == []
