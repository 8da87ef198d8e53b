"""What the rows of a folder may name, and the key by which a row is known again."""

from datetime import date

import pytest

from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Mistake, Table
from crm.models import Occasion
from tests.factories import CityFactory, OccasionFactory, OfficeFactory

ON = date(2026, 3, 16)


@pytest.fixture
def records(db, tmp_path):
    """The records of an empty folder of an office."""
    for name in ("cities", "organizations"):
        (tmp_path / f"{name}.toml").touch()
    made = Records(OfficeFolder(tmp_path, ON))
    made.office = OfficeFactory(city=CityFactory(slug="wuxi-cn", country_id="CN"))
    return made


def table(**data) -> Table:
    return Table("courtesies.toml", "[[gift]] 1", data, ON)


def test_a_row_has_the_same_key_whenever_it_is_loaded_and_another_than_its_like(records):
    first, again = Records(records.folder, office=records.office), Records(records.folder, office=records.office)
    row, moved = table(day="today-40", lines=["mask"]), table(lines=["mask"], day="today-40")
    keys = [first.record_key("gift", row), first.record_key("gift", row)]
    assert keys == [again.record_key("gift", moved), again.record_key("gift", row)]
    assert len({*keys, first.record_key("letter", row), first.record_key("gift", table(day="2020"))}) == 4


def test_a_row_with_a_key_is_known_by_it_alone(records):
    one, other = Records(records.folder, office=records.office), Records(records.folder, office=records.office)
    assert one.record_key("gift", table(key="a", day="2020")) == other.record_key("gift", table(key="a", day="2021"))


def test_two_offices_have_keys_of_their_own(records):
    key = records.record_key("gift", table(key="a"))
    records.office.city.slug = "yuxi-cn"
    assert Records(records.folder, office=records.office).record_key("gift", table(key="a")) != key


@pytest.mark.parametrize("written", ["NO", "no", "Norway", "norway", "挪威"])
def test_a_country_is_read_by_its_code_or_a_name(records, written):
    assert records.country(table(), "country", written).pk == "NO"


def test_a_country_that_is_not_said_is_asked_for(records):
    with pytest.raises(Mistake, match=r"\.country: the country is not said; write JP, KR, NO …$"):
        records.country(table(), "country", "")


def test_an_occasion_on_record_may_be_named(records):
    occasion = OccasionFactory(slug="flood")
    assert records.occasion(table(occasion="flood")) == occasion
    assert records.occasion(table()) is None


def test_at_most_a_dozen_names_are_told(records):
    records.people = dict.fromkeys(f"person-{number:02}" for number in range(20))
    with pytest.raises(Mistake) as mistake:
        records.person(table(), "person", "x")
    assert str(mistake.value).endswith("person-10, person-11 ….")


@pytest.mark.parametrize(
    ("day", "occasion", "read"),
    [
        ("2020-02-05", "2019-03-04", "2020-02-05"),
        (None, "2019-03-04", "2019-03"),
        (None, "2019", "2019"),
        (None, None, "2026"),
    ],
)
def test_a_row_without_a_day_has_its_occasions_month_else_the_year_of_loading(records, day, occasion, read):
    happened = Occasion(start=occasion) if occasion else None
    row = table(day=day) if day else table()
    assert str(records.day_of(row, happened)) == read
