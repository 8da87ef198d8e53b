"""Every form's change stands on the record's page: who, and what it was and became."""

import re
from datetime import date

import pytest

from tests.pages import CITY, FORMS, Filled

ON = date(2020, 4, 20)


def told(client, address: str) -> str:
    """The history on a page, as running text."""
    page = client.get(address, {"changes": "on"}).content.decode()
    history = page[page.index('<details id="changes"') :]
    return " ".join(re.sub(r"<[^>]+>", " ", history).split())


def change(client, address: str, **typed):
    """Opens a form, changes some fields and sends it."""
    page = client.get(address).content.decode()
    data = Filled(page).data
    assert [name for name in typed if f'name="{name}"' not in page] == []
    response = client.post(address, data | typed)
    assert response.status_code == 302, re.findall(r'invalid-feedback"?>.*?<', response.content.decode())


@pytest.mark.parametrize("name", FORMS)
def test_a_change_stands_on_the_records_page(name, filled, head, client_of):
    form, typed, page, words = FORMS[name]
    client = client_of(head)
    change(client, form.format(**filled), **{key.format(**filled): value for key, value in typed.items()})
    assert re.findall(f"· {head} · {words}", told(client, page.format(**filled))) != []


def test_what_was_said_before_a_part_was_taken_away_stays(filled, head, client_of):
    client = client_of(head)
    change(client, f"{CITY}edit/", **{"names-1-text": "Wrong name"})
    change(client, f"{CITY}edit/", **{"names-1-DELETE": "on"})
    history = told(client, CITY)
    assert re.findall(f"· {head} · Name removed", history) != []
    assert re.findall(f"· {head} · Name changed Name: .+ → became Wrong name", history) != []


def test_a_new_letter_is_told_in_words_only(filled, head, client_of):
    history = told(client_of(head, "zh-hans"), f"/letters/{filled['letter']}/")
    assert re.findall("[Pp]osition|[Kk]ey:|[Nn]umber|draft|[Ss]tep|hash|[Mm]ade by", history) == []
    assert re.findall("新增段落|段落", history) != []


@pytest.mark.parametrize("page", ["/letters/{letter}/", "/gifts/{gift}/", "/occasions/{occasion}/"])
def test_a_record_reads_its_history_when_it_is_asked_for(page, filled, head, client_of):
    response = client_of(head).get(page.format(**filled))
    assert response.context["changes"] is None
    assert 'href="?changes=on#changes"' in response.content.decode()
