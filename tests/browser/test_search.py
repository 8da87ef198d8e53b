"""The search box: by keyboard alone, by pinyin initials, those opened last, on a phone, and without scripts."""

import pytest

from tests.browser.windows import Window
from tests.factories import (
    CityFactory,
    IdentityFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    ReceivedLetterFactory,
    UserFactory,
)

PASSWORD = "taihu-2026-lake"


@pytest.fixture
def record(transactional_db):
    IdentityFactory(office=OfficeFactory())
    names = {"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}
    spain = CityFactory(names=names)
    council = OrganizationFactory(city=spain, names={"es": "Ayuntamiento"})
    UserFactory(username="zhang", password=PASSWORD)
    return {
        "spain": spain,
        "mexico": CityFactory(names=names, country_id="MX"),
        "person": PersonFactory(names={"own": ("Javier", "Muñoz"), "chinese": ("哈维尔", "穆尼奥斯")}),
        "letter": ReceivedLetterFactory(organization=council, their_number="衡政函〔2020〕12号", title="Masks"),
    }


@pytest.fixture(params=[1280, 390])
def window(record, live_server, chromium, request):
    window = Window(chromium, live_server.url, "en", request.param)
    window.sign_in("zhang", PASSWORD, "Sign in")
    window.page.get_by_role("heading", name="Desk").wait_for()
    yield window
    assert window.faults == []
    window.context.close()


def open_found(window, text: str, option: str) -> None:
    """Types into the box, waits until an option is the one that Enter opens, and presses Enter."""
    page = window.page
    page.keyboard.type(text)
    page.locator("#found [aria-selected=true]", has_text=option).wait_for()
    page.keyboard.press("Enter")


def test_a_record_is_opened_from_anywhere_by_keyboard_alone(window, record):
    page = window.page
    page.keyboard.press("Control+k")
    page.keyboard.type("gdlhl")
    page.get_by_role("option", name="Guadalajara Spain").wait_for()
    assert window.violations() == []
    assert page.evaluate("document.activeElement.getAttribute('aria-activedescendant')") == "found-1-1"
    page.keyboard.press("ArrowDown")
    page.locator("#found [aria-selected=true]", has_text="Guadalajara Spain").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{record['spain'].get_absolute_url()}")
    page.keyboard.press("/")
    open_found(window, "mnas", "Javier Muñoz")
    page.wait_for_url(f"**{record['person'].get_absolute_url()}")
    page.keyboard.press("/")
    open_found(window, "衡政函12", "Masks")
    page.wait_for_url(f"**{record['letter'].get_absolute_url()}")


def test_a_letter_to_a_partner_is_begun_from_the_box(window, record):
    window.page.keyboard.press("Control+k")
    open_found(window, "write to guada", "Write to Guadalajara Mexico")
    window.page.wait_for_url(f"**/letters/write/?city={record['mexico'].slug}")


def test_those_opened_last_come_first_until_sign_out(window, record):
    page = window.page
    for name in ("spain", "person"):
        page.goto(f"{window.site}{record[name].get_absolute_url()}")
    page.keyboard.press("Control+k")
    page.get_by_text("Opened last").wait_for()
    options = page.get_by_role("option")
    assert [text.split()[0] for text in options.all_inner_texts()] == ["Javier", "Guadalajara"]
    page.keyboard.press("Enter")  # chooses nothing that was not pointed at
    page.get_by_role("heading", name="Search").wait_for()
    stored = "Object.entries(localStorage).flat().join()"
    assert "person-" in page.evaluate(stored)
    assert "Javier" not in page.evaluate(stored)
    if page.viewport_size["width"] < 768:
        page.get_by_text("Menu").click()
    window.press("Sign out")
    page.locator("[name=username]").wait_for()
    assert page.evaluate(stored) == ""


def test_escape_and_a_click_elsewhere_close_the_list(window, record):
    page = window.page
    page.keyboard.press("Control+k")
    page.keyboard.type("guada")
    page.get_by_role("option", name="Guadalajara Spain").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#found").is_hidden()
    assert page.locator("[name=q]").input_value() == "guada"
    page.keyboard.press("ArrowDown")
    assert page.locator("#found").is_visible()
    page.mouse.click(page.viewport_size["width"] - 5, 840)  # beside the list, at the end of the window
    assert page.locator("#found").is_hidden()


def test_a_slash_typed_into_a_form_is_a_slash(window, record):
    page = window.page
    page.goto(f"{window.site}/people/add/")
    box = page.locator("[name='names-0-family']")
    box.focus()
    page.keyboard.type("a/b")
    assert box.input_value() == "a/b"


def test_without_scripts_the_box_leads_to_a_page(record, live_server, chromium):
    context = chromium.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    page.fill("[name=username]", "zhang")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.fill("[name=q]", "gdlhl")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Search: gdlhl").wait_for()
    assert page.locator(".found-lines a").all_inner_texts()[:2] == ["Guadalajara", "Guadalajara"]
    assert page.locator("[name=q]").input_value() == "gdlhl"
    page.locator(".found-lines li", has_text="Guadalajara Spain").get_by_role("link").click()
    page.wait_for_url(f"**{record['spain'].get_absolute_url()}")
    context.close()
