"""A city entered from its name alone: as one types, by keyboard, and without scripts."""

import pytest

from crm.models import City
from tests.browser.windows import Window
from tests.factories import UserFactory

PASSWORD = "taihu-2026-lake"


@pytest.fixture
def clerk(transactional_db):
    """Who enters cities."""
    return UserFactory(username="zhang", password=PASSWORD)


@pytest.fixture
def window(clerk, live_server, chromium):
    """The clerk's window."""
    window = Window(chromium, live_server.url, "en", 1280)
    window.sign_in("zhang", PASSWORD, "Sign in")
    yield window
    assert window.faults == []
    window.context.close()


@pytest.fixture
def without_scripts(clerk, live_server, chromium):
    """The same window where scripts do not run, on a narrow screen."""
    context = chromium.new_context(locale="en", viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    page.fill("[name=username]", "zhang")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    yield page
    context.close()


def names() -> dict[str, tuple[str, str]]:
    """The names of the one city on record, with their regions, by language."""
    return {name.language: (name.text, name.region) for name in City.objects.get().names.all()}


def test_a_japanese_city_is_entered_by_keyboard_as_one_types(window):
    page = window.page
    page.goto(f"{window.site}/cities/add/")
    page.get_by_label("Name of the place").focus()
    page.keyboard.type("akashi", delay=20)
    page.get_by_label("Akashi 明石市 · Hyōgo · Japan").wait_for()
    assert window.violations() == []
    for key in ("Tab", "Tab", "Space", "Tab", "Enter"):  # past “Look up”, to the place and to “Fill in”
        page.keyboard.press(key)
    page.get_by_text("Filled in from: Akashi").wait_for()
    assert window.violations() == []
    for label in ("明石市 · 兵庫県 · Japanese", "明石市 · 兵库县 · Chinese", "Akashi · Hyōgo · English"):
        page.get_by_label(label, exact=True).check()
    window.press("Save")
    page.get_by_text("Saved: Akashi").wait_for()
    assert names() == {"ja": ("明石市", "兵庫県"), "zh-hans": ("明石市", "兵库县"), "en": ("Akashi", "Hyōgo")}
    city = City.objects.get()
    assert (city.country_id, city.place_kind, city.time_zone) == ("JP", "city", "Asia/Tokyo")


def test_enter_looks_up_a_name_that_was_typed_and_puts_what_is_ticked_into_lines(window):
    page = window.page
    page.goto(f"{window.site}/cities/add/")
    page.get_by_label("Note").fill("half a note")
    page.get_by_label("Name of the place").fill("Guadalajara, 西班牙")
    page.keyboard.press("Enter")
    page.get_by_label("Guadalajara · Castille-La Mancha · Spain").check()
    window.press("Fill in the form from it")
    page.get_by_label("瓜达拉哈拉 · 卡斯蒂利亚-拉曼恰 · Chinese", exact=True).check()
    window.press("Put what is ticked into the form")
    assert page.get_by_label("Note").input_value() == "half a note"
    window.fill(**{"names-0-text": "瓜达拉哈拉市"})
    window.press("Save")
    page.get_by_text("Saved:").wait_for()
    assert names() == {"zh-hans": ("瓜达拉哈拉市", "卡斯蒂利亚-拉曼恰")}


def test_a_chilean_city_is_entered_without_scripts(without_scripts, live_server):
    page = without_scripts
    page.goto(f"{live_server.url}/cities/add/")
    page.get_by_label("Name of the place").fill("瓦尔迪维亚")
    page.keyboard.press("Enter")
    page.get_by_label("Valdivia 瓦尔迪维亚 · Los Ríos Region · Chile").check()
    page.get_by_role("button", name="Fill in the form from it").click()
    page.get_by_label("Valdivia · Región de Los Ríos · Spanish").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved: Valdivia").wait_for()
    assert names() == {"es": ("Valdivia", "Región de Los Ríos")}
    city = City.objects.get()
    assert (city.country_id, city.latitude, city.longitude) == ("CL", -39.81422, -73.24589)
