"""Records that a question offers: the few, those found, their lines, and how many queries they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crm.choosing.kinds import KINDS, offered
from crm.models import City, Person
from tests.factories import CityFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


def queries_of(ask) -> int:
    """How many queries something asks."""
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def lines(found) -> list[str]:
    """The lines of options."""
    return [option.line for option in found]


def test_few_stand_in_the_order_of_their_names_and_many_do_not():
    for name in ("Bergen", "Ålesund", "Zug"):
        CityFactory(names={"en": name})
    assert lines(offered("city").few) == ["Ålesund · Spain", "Bergen · Spain", "Zug · Spain"]
    for _number in range(12):
        CityFactory()
    assert offered("city").few is None


def test_namesakes_differ_by_country_and_post():
    one, other = PersonFactory(), PersonFactory()
    PostFactory(person=one)
    assert len(set(lines(offered("person").few))) == 2
    assert str(other) in lines(offered("person").few)[0] + lines(offered("person").few)[1]


def test_what_is_left_out_is_neither_found_nor_recent():
    city, other = CityFactory(), CityFactory()
    records = offered("city", without=[city.pk])
    assert [option.value for option in records.few] == [str(other.pk)]
    assert [option.value for option in records.recent([str(city.pk), str(other.pk)])] == [str(other.pk)]


def test_an_archived_record_is_called_by_its_name_and_marked():
    city = CityFactory(names={"en": "Bergen"}, archived=True)
    assert offered("city").labels([str(city.pk)]) == {str(city.pk): "Bergen · Spain (archived)"}


def test_before_anything_is_typed_the_newest_are_shown():
    cities = [CityFactory() for _number in range(14)]
    found = offered("city").find("")
    assert (found.options[0].value, found.more) == (str(cities[-1].pk), True)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"help", "courtesy"}))
def test_a_key_that_no_table_holds_names_nothing(kind):
    records = offered(kind)
    assert records.labels(["9" * 30, "x", "\0"]) == {}
    assert records.recent(["9" * 30, "x"]) == []


@pytest.mark.parametrize("model", [City, Person])
def test_many_are_found_by_as_many_queries_as_one(model):
    factory, kind = (CityFactory, "city") if model is City else (PersonFactory, "person")
    factory()
    one = queries_of(lambda: offered(kind).find(""))
    for _number in range(20):
        factory()
    assert queries_of(lambda: offered(kind).find("")) == one
