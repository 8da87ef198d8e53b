"""The words of a letter side by side: kept while one types, printed as they stand, never left unasked."""

import pytest

from correspondence.models import UnfinishedWords
from tests.browser.windows import Window
from tests.factories import IdentityFactory, LetterFactory, OfficeFactory, UserFactory

PASSWORD = "taihu-2026-lake"


@pytest.fixture
def letter(transactional_db):
    """A draft of somebody else's."""
    IdentityFactory(office=OfficeFactory())
    return LetterFactory()


@pytest.fixture
def window(letter, live_server, chromium):
    """The window of a clerk who has the letter's words open."""
    UserFactory(username="zhang", password=PASSWORD)
    window = Window(chromium, live_server.url, "en", 1280)
    window.sign_in("zhang", PASSWORD, "Sign in")
    open_words(window, letter)
    yield window
    assert window.faults == []
    window.context.close()


def open_words(window, letter) -> None:
    """The editor, with its printed pages."""
    window.page.goto(f"{window.site}/letters/{letter.pk}/edit/")
    window.page.locator("a.sheet img").first.wait_for()


def state(page) -> str:
    """What the line beside the buttons says."""
    return page.locator("[data-unsaved]").inner_text()


def test_what_is_typed_is_kept_printed_and_offered_again(window, letter):
    page, asked = window.page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill("[name=zh-hans-closing]", "此致敬礼！")
    assert state(page) == "Not saved"
    page.locator("#printed [data-kept]").wait_for(state="attached")
    assert "not saved" in page.locator(".as-of").inner_text()
    assert "/typed/page/1.png" in page.locator("a.sheet").first.get_attribute("href")
    page.wait_for_function("document.querySelector('[data-unsaved]').textContent.includes('kept for you')")
    open_words(window, letter)
    assert asked == ["beforeunload"]
    assert letter.chinese_text.closing == "C"
    page.get_by_text("without saving").wait_for()
    assert window.violations() == []
    page.get_by_role("link", name="Put it back").click()
    page.locator("#printed [data-kept]").wait_for(state="attached")
    assert page.input_value("[name=zh-hans-closing]") == "此致敬礼！"
    page.focus("#row-wish textarea")
    page.keyboard.press("Control+s")
    page.wait_for_url("**/edit/#row-wish")
    page.get_by_text("Words kept.").wait_for()
    assert page.evaluate("document.activeElement.closest('.pair').id") == "row-wish"
    assert (letter.chinese_text.closing, UnfinishedWords.objects.count()) == ("此致敬礼！", 0)


def test_twins_grow_together_and_a_page_is_shown_large(window):
    page = window.page
    twins = page.locator("#row-thanks textarea")
    before = twins.first.bounding_box()["height"]
    twins.last.fill("\n".join("Gracias." for _line in range(9)))
    heights = {round(twins.nth(one).bounding_box()["height"]) for one in (0, 1)}
    assert len(heights) == 1
    assert heights.pop() > before
    page.locator("a.sheet").first.click()
    page.locator("dialog.large img").first.wait_for()
    assert window.violations() == []
    page.keyboard.press("Escape")
    assert page.locator("dialog.large").is_hidden()


def test_whoever_was_signed_out_stays_with_the_words_and_is_told(window):
    page = window.page
    window.context.clear_cookies(name="sessionid")
    page.fill("[name=zh-hans-closing]", "此致敬礼！")
    page.get_by_text("sign in again in another window").wait_for()
    assert page.input_value("[name=zh-hans-closing]") == "此致敬礼！"
