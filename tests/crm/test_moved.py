"""Bookmarks made before the house was renamed."""

import pytest
from django.http import QueryDict

from crm.moved import address_of_today


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("/bodies/", "/organizations/"),
        ("/bodies/?country=ES&page=2", "/organizations/?country=ES&page=2"),
        ("/bodies/ayuntamiento-guadalajara-es/edit/", "/organizations/ayuntamiento-guadalajara-es/edit/"),
        ("/cities/ritto-jp/tie/", "/cities/ritto-jp/partnership/"),
        ("/cities/?country=JP&relation=sister", "/cities/?country=JP&partnership=sister"),
        ("/people/?kind=mayor&body=a&country=ES", "/people/?country=ES&organization=a&rank=mayor"),
        ("/letters/write/?body=a&kind=thanks", "/letters/write/?kind=thanks&organization=a"),
        ("/letters/?kind=thanks", None),
        ("/people/?organization=a&body=b", "/people/?organization=a"),
        ("/organizations/?body=1", None),
    ],
)
def test_former_addresses_lead_to_those_of_today(old, today):
    path, _mark, query = old.partition("?")
    found = address_of_today(path, QueryDict(query))
    assert parts(found) == parts(today)


def parts(address: str | None) -> tuple[str, dict[str, list[str]]] | None:
    """An address as its path and what it asks, whatever the order."""
    if address is None:
        return None
    path, _mark, query = address.partition("?")
    return path, dict(sorted(QueryDict(query).lists()))


def test_a_bookmark_is_redirected_for_good(client_of, clerk):
    response = client_of(clerk).get("/bodies/?country=ES")
    assert (response.status_code, response.url) == (301, "/organizations/?country=ES")


def test_what_is_sent_is_never_redirected(client_of, clerk):
    assert client_of(clerk).post("/bodies/add/", {"kind": "school"}).status_code == 404
