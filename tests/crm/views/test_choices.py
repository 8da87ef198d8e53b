"""What the page's script is answered while somebody types."""

import pytest

from tests.factories import CityFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_of, reader):
    return client_of(reader)


def test_a_part_of_a_name_finds_lines_that_tell_namesakes_apart(client):
    CityFactory(names={"en": "Guadalajara"})
    mexican = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, country_id="MX")
    answer = client.get("/choices/city/", {"q": "guada"}).json()
    assert {option["text"] for option in answer["options"]} == {"Guadalajara · Spain", "Guadalajara · Mexico"}
    assert answer["note"] == ""
    assert client.get("/choices/city/", {"q": "gdlhl"}).json()["options"] == [
        {"value": str(mexican.pk), "text": "Guadalajara · Mexico"}
    ]


def test_what_was_chosen_last_comes_first_and_once(client):
    cities = [CityFactory() for _number in range(3)]
    options = client.get("/choices/city/", {"recent": [cities[0].pk, cities[1].pk, "x"]}).json()["options"]
    assert [option["value"] for option in options] == [str(cities[number].pk) for number in (0, 1, 2)]


def test_nothing_archived_or_left_out_is_offered(client):
    OrganizationFactory(archived=True)
    other = OrganizationFactory()
    answer = client.get("/choices/organization/", {"without": other.pk}).json()
    assert answer == {"options": [], "note": "Nothing is found."}


def test_there_are_more_than_are_shown(client):
    for _number in range(13):
        PersonFactory()
    answer = client.get("/choices/person/").json()
    assert (len(answer["options"]), answer["note"]) == (12, "There are more: type a part of the name.")


@pytest.mark.parametrize(
    "query", ["q=%00", "recent=%00", "without=x", "city=%00&country=%00", "person=99999999999999999999"]
)
@pytest.mark.parametrize(
    "kind", ["city", "gift", "help", "post", "placed-city", "placed-organization", "language", "group"]
)
def test_no_question_breaks_it(client, kind, query):
    assert client.get(f"/choices/{kind}/?{query}").status_code in (200, 400)


def test_a_kind_that_is_none_is_not_found(client):
    assert client.get("/choices/nothing/").status_code == 404
