"""What passed in an occasion with each partner it struck."""

from datetime import date

from correspondence.struck import partners_struck
from crm.actions.ledger import link_entries, record_courtesy
from crm.dates import parse_partial_date
from crm.models import LinkKind
from tests.factories import CityFactory, OccasionFactory

ON = date(2020, 6, 1)


def passed(city, occasion, direction: str, kind: str = "service"):
    """A courtesy with a city in an occasion."""
    facts = {"direction": direction, "kind": kind, "day": parse_partial_date("2020-02")}
    return record_courtesy(by=None, partners=[city], occasion=occasion, **facts)


def told(city, occasion) -> tuple:
    """Whether we helped and they thanked, whether they wrote and helped and we thanked."""
    (row,) = partners_struck(occasion, [city], ON)
    return row.we_helped, row.they_thanked, row.they_wrote, row.they_helped, row.we_thanked


def test_help_and_thanks_are_told_of_both_sides(db):
    city, occasion = CityFactory(), OccasionFactory()
    assert told(city, occasion) == (False, None, False, False, None)
    ours, theirs = passed(city, occasion, "given"), passed(city, occasion, "received")
    assert told(city, occasion) == (True, False, False, True, False)
    letters = [passed(city, occasion, direction, "letter") for direction in ("received", "given")]
    for source, target in zip(letters, (ours, theirs), strict=True):
        link_entries(by=None, source=source, target=target, kind=LinkKind.THANKS)
    assert told(city, occasion) == (True, True, True, True, True)


def test_what_passed_in_another_occasion_says_nothing(db):
    city, occasion = CityFactory(), OccasionFactory()
    passed(city, OccasionFactory(), "given")
    assert told(city, occasion) == (False, None, False, False, None)


def test_who_was_struck_is_ticked_while_it_is_sad_news(db):
    city, other = CityFactory(country_id="JP"), CityFactory(country_id="NO")
    quake, visit = OccasionFactory(kind="earthquake", start="2020-05"), OccasionFactory(kind="visit", start="2020-05")
    for occasion in (quake, visit):
        occasion.countries.add("JP")
    assert [row.ticked for row in partners_struck(quake, [city, other], ON)] == [True, False]
    assert [row.ticked for row in partners_struck(visit, [city, other], ON)] == [False, False]
    assert [row.ticked for row in partners_struck(quake, [city], date(2022, 1, 1))] == [False]
