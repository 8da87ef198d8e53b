"""A record found as one types: by pinyin initials, by keyboard, in an added line, as chips, and without scripts."""

import pytest

from crm.models import Gift, Occasion
from tests.browser.windows import Window
from tests.factories import CityFactory, GiftFactory, OccasionFactory, OrganizationFactory, PersonFactory, UserFactory

PASSWORD = "taihu-2026-lake"


@pytest.fixture
def clerk(transactional_db):
    """Who records gifts, in an office with more cities, organizations, people and occasions than a list shows."""
    CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"})
    CityFactory(names={"en": "Ritto", "zh-hans": "栗东市"}, country_id="JP")
    for number in range(15):
        city = CityFactory(names={"en": f"Town {number}"})
        OrganizationFactory(city=city, names={"en": f"Hall {number}"})
        PersonFactory(city=city)
        OccasionFactory(names={"en": f"Flood {number}"})
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


def choose(page, box, text: str, line: str) -> None:
    """Types into a question and chooses by keyboard what it finds."""
    box.focus()
    page.keyboard.type(text)
    page.get_by_role("option", name=line).first.wait_for()
    page.keyboard.press("Enter")


def city_of(page, line: int):
    """The question for the city in a line of partners."""
    return page.locator(f"#id_partners-{line}-city-ts-control")


def chosen(page, name: str) -> list[str]:
    """The lines of what is chosen."""
    return page.locator(f"[name='{name}'] option:checked").all_inner_texts()


def test_a_gift_is_recorded_by_pinyin_initials_and_keyboard_alone(window):
    page = window.page
    page.goto(f"{window.site}/gifts/add/")
    page.locator("#id_occasion-ts-control").wait_for()
    assert window.violations() == []
    window.fill(direction="given", state="planned", title="Masks", day="2020-04")
    choose(page, city_of(page, 0), "gdlhl", "Guadalajara · Spain")
    assert chosen(page, "partners-0-city") == ["Guadalajara · Spain"]
    page.locator("#id_occasion-ts-control").focus()
    page.keyboard.type("flood")
    page.get_by_role("option", name="Flood 14").wait_for()
    assert window.violations() == []
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    window.press("Save")
    page.get_by_text("Saved:").wait_for()
    gift = Gift.objects.get()
    assert (str(gift.partner_list[0]), str(gift.occasion)) == ("Guadalajara", "Flood 12")


def test_enter_chooses_nothing_that_was_found_for_another_text(window):
    page = window.page
    page.goto(f"{window.site}/gifts/add/")
    city_of(page, 0).focus()
    page.get_by_role("option", name="Town 14").wait_for()  # the newest, before anything is typed
    page.keyboard.type("Ritt")
    page.keyboard.press("Enter")
    page.get_by_role("option", name="Ritto · Japan").wait_for()
    assert chosen(page, "partners-0-city") == ["---------"]
    page.keyboard.press("Enter")
    assert chosen(page, "partners-0-city") == ["Ritto · Japan"]


def test_a_line_added_later_finds_too_and_what_was_chosen_comes_first(window):
    page = window.page
    page.goto(f"{window.site}/gifts/add/")
    choose(page, city_of(page, 0), "ritto", "Ritto · Japan")
    page.locator("[data-inline=partners] [data-add-row]").click()
    page.wait_for_function("document.activeElement.id === 'id_partners-1-city-ts-control'")
    page.get_by_role("option", name="Town 14").wait_for()
    assert page.locator(".ts-dropdown [role=option]:visible").first.inner_text() == "Ritto · Japan"
    assert window.violations() == []
    choose(page, city_of(page, 1), "guada", "Guadalajara · Spain")
    assert chosen(page, "partners-1-city") == ["Guadalajara · Spain"]


def test_several_are_chips_and_the_form_has_no_box_for_each_country(window):
    page = window.page
    page.goto(f"{window.site}/occasions/add/")
    page.locator("#id_countries-ts-control").wait_for()
    boxes = page.locator("[type=checkbox]").evaluate_all("boxes => boxes.map((box) => box.name)")
    assert boxes == ["deaths", "injured"]
    for text, line in (("xibanya", "Spain"), ("JP", "Japan"), ("ital", "Italy")):
        choose(page, page.locator("#id_countries-ts-control"), text, line)
    page.keyboard.press("Escape")
    page.locator("[data-ts-item]", has_text="Italy").locator(".remove").click()
    assert window.violations() == []
    window.fill(**{"kind": "earthquake", "start": "2020", "names-0-text": "Earthquake"})
    choose(page, page.locator("#id_names-0-language-ts-control"), "engl", "English")
    window.press("Save")
    page.get_by_text("Saved: Earthquake").wait_for()
    occasion = Occasion.objects.get(names__text="Earthquake")
    assert {country.pk for country in occasion.countries.all()} == {"ES", "JP"}


def test_what_was_chosen_outlives_a_wrong_click(window):
    page = window.page
    page.goto(f"{window.site}/gifts/add/")
    choose(page, city_of(page, 0), "ritto", "Ritto · Japan")
    page.goto(f"{window.site}/gifts/")
    page.goto(f"{window.site}/gifts/add/")
    window.press("Put it back")
    assert chosen(page, "partners-0-city") == ["Ritto · Japan"]
    assert page.locator("[data-ts-item]").inner_text() == "Ritto · Japan"


def test_a_filter_by_country_then_city_is_answered_as_one_chooses(window):
    page = window.page
    OrganizationFactory(city=CityFactory(names={"en": "Otsu"}, country_id="JP"), names={"en": "Otsu City"})
    page.goto(f"{window.site}/organizations/")
    choose(page, page.locator("#id_city-ts-control"), "town 1", "Town 1 · Spain")
    page.locator("#results td", has_text="Hall 1").first.wait_for()
    page.locator(".results-head", has_text="1 record").wait_for()
    page.get_by_label("Country or region").select_option("JP")
    page.locator("#results td", has_text="Otsu City").first.wait_for()
    assert chosen(page, "city") == ["All"]  # of another country
    assert window.violations() == []


def test_without_scripts_what_was_typed_comes_back_as_a_choice(without_scripts, live_server):
    page = without_scripts
    page.goto(f"{live_server.url}/gifts/add/")
    page.select_option("[name=direction]", "given")
    page.select_option("[name=state]", "planned")
    page.locator(".record-form > details.more-asked > summary").click()
    for name, text in {
        "day": "2020-04",
        "title": "Masks",
        "partners-0-city-find": "town 1",
        "note": "half a note",
    }.items():
        page.fill(f"[name='{name}']", text)
    page.fill("[name='occasion-find']", "flood 7")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Choose which one is meant by “town 1”.", exact=True).wait_for()
    assert Gift.objects.count() == 0
    assert page.locator("[name=note]").input_value() == "half a note"
    page.get_by_label("Town 11 · Spain").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved:").wait_for()
    gift = Gift.objects.get()
    assert (str(gift.partner_list[0]), str(gift.occasion)) == ("Town 11", "Flood 7")


def test_many_boxes_to_tick_are_framed_and_searched(window):
    page = window.page
    for number in range(9):
        GiftFactory(direction="received", state="received", title=f"Box {number}", partner=PersonFactory())
    page.goto(f"{window.site}/letters/enter-sent/")
    list_ = page.locator("#div_id_thanks_for .form-check").first.locator("..")
    assert list_.evaluate("list => [list.scrollHeight > list.clientHeight, getComputedStyle(list).overflowY]") == [
        True,
        "auto",
    ]
    search = page.locator("#div_id_thanks_for [data-search]")
    page.get_by_label("Box 3").check()
    search.fill("box 7")
    assert page.locator("#div_id_thanks_for .form-check:visible").count() == 1
    search.fill("")
    assert page.get_by_label("Box 3").is_checked()
    assert window.violations() == []
