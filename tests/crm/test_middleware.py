"""What every request passes: caches, a first password, and what htmx asks for after the session has ended."""

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpResponse
from django.urls import reverse

from crm.middleware import SessionMiddleware
from crm.sessions import SessionStore, end_sessions
from tests.addresses import ALL, fill_addresses
from tests.factories import LetterFactory, UserFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/people/?name=li"}
OPEN = {"password-change": 200, "logout": 405, "interface-language": 405}


def test_no_answer_to_somebody_signed_in_is_kept_by_a_cache(demo, client_of, head):
    addresses = fill_addresses()
    del addresses["logout"]
    browser = client_of(head)
    loose = {
        name: response.headers.get("Cache-Control")
        for name, address in {**addresses, "nowhere": "/nowhere/", "moved": "/bodies/"}.items()
        if "no-store" not in (response := browser.get(address)).headers.get("Cache-Control", "")
    }
    assert len(addresses) > 70
    assert loose == {}


def test_lists_as_files_and_answers_to_htmx_are_kept_by_no_cache(browser):
    files = [browser.get("/cities/?_export=xlsx"), browser.get("/cities/", headers=HTMX), browser.post("/people/add/")]
    assert [file.headers["Cache-Control"] for file in files] == ["private, no-store"] * 3


@pytest.mark.parametrize("role", ["head", "clerk", "reader"])
def test_a_first_password_opens_nothing_but_its_change(role, demo, client_of):
    addresses, browser = fill_addresses(), client_of(UserFactory(role=role, must_change_password=True))
    asked = {name: browser.get(address) for name, address in addresses.items() if name not in OPEN}
    asked |= {f"post {name}": browser.post(address) for name, address in addresses.items() if name not in OPEN}
    assert len(asked) == 2 * (len(ALL) - len(OPEN))
    assert {(response.status_code, response.url) for response in asked.values()} == {(302, reverse("password-change"))}
    assert {name: browser.get(addresses[name]).status_code for name in OPEN} == OPEN


def test_a_first_password_opens_nothing_to_htmx(client_of):
    browser = client_of(UserFactory(must_change_password=True))
    for ask in (browser.get, browser.post):
        response = ask("/people/", headers=HTMX)
        assert (response.headers["HX-Redirect"], response.content) == (reverse("password-change"), b"")


def test_what_htmx_asks_for_after_the_session_has_ended_opens_the_sign_in_page(client_of):
    response = client_of(None).get("/people/", headers=HTMX)
    assert response.headers["HX-Redirect"] == f"{reverse('login')}?next=%2Fpeople%2F%3Fname%3Dli"
    assert client_of(None).get("/people/").status_code == 302


def test_a_frozen_page_is_asked_about_by_its_hash_and_kept_by_the_reader_alone(browser, client_of, demo):
    letter = LetterFactory(state="issued")
    address = reverse("letter-page", args=[letter.pk, 1])
    page = browser.get(address)
    assert page.headers["Cache-Control"] == "private, no-cache"
    again = {"If-None-Match": page.headers["ETag"]}
    assert browser.get(address, headers=again).status_code == 304
    assert browser.get(reverse("letter-page", args=[letter.pk, 2]), headers=again).status_code != 304
    assert client_of(None).get(address, headers=again).status_code == 302


def test_a_page_that_may_change_is_not_kept(browser, demo):
    page = browser.get(reverse("letter-page", args=[LetterFactory().pk, 1]))
    assert (page.headers["Cache-Control"], "ETag" in page.headers) == ("private, no-store", False)


def test_a_session_that_ended_meanwhile_spoils_no_page_that_only_reads(client_of, clerk, rf):
    client = client_of(clerk)
    requests = [rf.get("/"), rf.post("/")]
    for request in requests:
        request.session = SessionStore(client.session.session_key)
        request.session["changed"] = True
    end_sessions(clerk)
    answer, middleware = HttpResponse("read"), SessionMiddleware(lambda request: None)
    assert middleware.process_response(requests[0], answer) is answer
    with pytest.raises(SessionInterrupted):
        middleware.process_response(requests[1], answer)
