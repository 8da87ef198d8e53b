"""Pages by keyboard alone: how many Tabs lead to the first record, where focus goes after saving and refusing."""

import pytest

from crm.models import City
from tests.browser.windows import Window
from tests.factories import (
    CityFactory,
    CourtesyFactory,
    GiftFactory,
    IdentityFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    ReceivedLetterFactory,
    UserFactory,
)

PASSWORD = "taihu-2026-lake"
MOST_TABS = 12
FOCUSED = "document.activeElement"


@pytest.fixture
def window(transactional_db, live_server, chromium):
    """The window of a clerk whose office has one record of each kind."""
    IdentityFactory(office=OfficeFactory())
    city = CityFactory(names={"en": "Guadalajara"})
    council = OrganizationFactory(city=city, names={"en": "Council"})
    PersonFactory(city=city)
    ReceivedLetterFactory(organization=council)
    GiftFactory(direction="received", state="received", partner=city)
    CourtesyFactory(partner=city)
    UserFactory(username="zhang", password=PASSWORD)
    window = Window(chromium, live_server.url, "en", 1280)
    window.sign_in("zhang", PASSWORD, "Sign in")
    window.page.get_by_role("heading", name="Desk").wait_for()
    yield window
    assert window.faults == []
    window.context.close()


@pytest.mark.parametrize(
    "address", ["/people/", "/letters/", "/gifts/", "/cities/", "/organizations/", "/ledger/", "/to-do/"]
)
def test_the_first_record_of_a_list_is_a_few_tabs_away(window, address):
    page = window.page
    page.goto(f"{window.site}{address}")
    for _tab in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.textContent") == "To the list"
    page.keyboard.press("Enter")
    tabs = 2
    while not page.evaluate(f"{FOCUSED}.matches('td a, td input, .to-do a')"):
        page.keyboard.press("Tab")
        tabs += 1
        assert tabs <= MOST_TABS, page.evaluate(f"{FOCUSED}.outerHTML")


def test_after_a_refusal_focus_is_on_the_message_and_each_fault_leads_to_its_box(window):
    page = window.page
    page.goto(f"{window.site}/people/add/")
    page.fill("[name='names-0-family']", "")
    window.press("Save")
    page.get_by_text("Not saved yet").wait_for()
    assert "Not saved yet" in page.evaluate(f"{FOCUSED}.textContent")
    assert window.violations() == []
    page.keyboard.press("Tab")
    fault = page.evaluate(f"{FOCUSED}.getAttribute('href')")
    assert page.locator(".faults a").first.get_attribute("href") == fault
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('{fault}').contains({FOCUSED})")


def test_after_saving_focus_is_on_the_message(window):
    page = window.page
    city = City.objects.get(names__text="Guadalajara")
    page.goto(f"{window.site}{city.get_absolute_url()}edit/")
    window.fill(note="Partner since 2015")
    window.press("Save")
    page.get_by_text("Saved").first.wait_for()
    assert page.evaluate(f"{FOCUSED}.matches('.alert-success')")


def test_a_filter_says_aloud_how_many_there_are_and_no_more(window):
    page = window.page
    page.goto(f"{window.site}/people/")
    assert page.locator("#results").get_attribute("aria-live") is None
    page.fill("#id_name", "nobody")
    said = page.locator("#said[role=status]")
    said.get_by_text("No record").or_(said.get_by_text("0 records")).wait_for(state="attached")
    assert len(said.inner_text()) < 40
