"""After signing out, going back shows nothing: with the browser's page cache on, which test drivers switch off."""

import pytest
from django.urls import reverse

from tests.browser.conftest import FLAGS, find_chromium
from tests.factories import UserFactory


@pytest.fixture
def caching(chromium):
    """Chromium as people have it: it keeps pages for going back."""
    kept = {"executable_path": find_chromium(), "args": FLAGS}
    browser = chromium.browser_type.launch(**kept, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


@pytest.fixture
def page(caching, transactional_db, live_server):
    """A window in which a clerk named in the list of accounts has signed in and looked at two pages."""
    UserFactory(username="li", full_name="Li Ming")
    page = caching.new_context(locale="en").new_page()
    page.goto(live_server.url + reverse("login"))
    page.fill("[name=username]", "li")
    page.fill("[name=password]", "secret")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(live_server.url + reverse("account"))
    assert "Where I am signed in" in page.content()
    page.goto(live_server.url + reverse("person-list"))
    return page


def test_going_back_after_signing_out_shows_nothing(page):
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login/")
    for _turn in range(3):
        page.go_back(wait_until="commit")  # a page out of the cache is never loaded
        page.locator("h1").first.wait_for()
        assert "Li Ming" not in page.content()
        assert "Where I am signed in" not in page.content()
        assert page.locator("form[data-sign-in]").count() == 1


def test_going_back_while_signed_in_shows_the_page(page):
    page.go_back(wait_until="commit")
    page.locator("h1").first.wait_for()
    assert "Where I am signed in" in page.content()
