"""The walk of the README: from the desk to a sent letter, in both interface languages, wide and narrow."""

from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.demo import load_demo
from correspondence.models import Letter
from correspondence.texts.proposing import propose_brief
from crm.models import City, User
from tests.addresses import fill_addresses
from tests.browser.windows import Window

PASSWORD = "a-demo-password"
SCAN = {"name": "slip.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF"}
WORDS = {
    "en": {
        "sign_in": "Sign in",
        "write": "Write a letter",
        "draft": "Draft the letter",
        "finish": "Keep and go to the letter",
        "submit": "Submit for approval",
        "paper": "Record the approval on paper",
        "issue": "Issue: give number and date",
        "seal": "Record the use of the seal",
        "send": "Record a sending",
    },
    "zh-CN": {
        "sign_in": "登录",
        "write": "拟写函件",
        "draft": "生成初稿",
        "finish": "保存并返回",
        "submit": "送审",
        "paper": "登记书面签发",
        "issue": "编号定稿",
        "seal": "登记用印",
        "send": "登记发出",
    },
}


@pytest.fixture
def site(transactional_db, live_server):
    """The demonstration, served."""
    call_command("load_letter_templates", verbosity=0)
    load_demo(PASSWORD, timezone.localdate())
    return live_server.url


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
def test_letter_of_support_from_desk_to_ledger(chromium, site, locale, width):
    words, window = WORDS[locale], Window(chromium, site, locale, width)
    page = window.page
    window.sign_in("clerk", PASSWORD, words["sign_in"])
    page.goto(f"{site}/cities/?country=ES")
    page.locator("#results a[href='/cities/guadalajara-es/']").first.click()
    page.get_by_role("link", name=words["write"]).click()
    page.get_by_role("button", name=words["draft"]).click()
    assert "trajes de protección" in page.content()
    page.get_by_role("button", name=words["finish"]).click()
    page.get_by_role("button", name=words["submit"]).click()
    page.fill("[name=paper-name]", "陈明远")
    page.fill("[name=paper-post]", "市长")
    page.set_input_files("[name=paper-scan]", SCAN)
    page.get_by_role("button", name=words["paper"]).click()
    page.fill("[name=read_by]", "王译")
    page.get_by_role("button", name=words["issue"]).click()
    page.get_by_role("button", name=words["seal"]).click()
    page.get_by_role("button", name=words["send"]).click()
    letter = Letter.objects.get(direction="out")
    assert (letter.state, letter.number_serial) == ("sent", 1)
    page.locator("a.sheet img").nth(1).wait_for()
    assert window.violations() == []
    assert window.faults == []
    window.context.close()


NO_PAGES = {"logout", "interface-language", "welcome", "session-end", "numbers-confirm"}
NO_PAGES |= {
    "job-result",
    "job-cancel",
    "job-again",
    "letter-print",
    "letter-pages",
    "letter-preview",
    "saved-question-add",
    "saved-question-remove",
    "occasion-condole",
    "place-list",
    "choices",
    "letter-choices",
}
PAPERS = {
    "paper",
    "letter-pdf",
    "letter-page",
    "letter-typed-page",
    "letter-docx",
    "letter-slip",
    "letter-enclosure",
    "hand-over-pdf",
}
ASKING = [
    "/people/?country=ES&city=guadalajara-es&in_office=yes",
    "/gifts/?country=XX",
    "/letters/write/?city=ritto-jp",
    "/letters/write-many/?person=2",
]


def pages_of_the_site() -> dict[str, str]:
    """Every address that shows a page, a letter in each of its states, and pages as the lists' questions make them."""
    known = {name: path for name, path in fill_addresses().items() if name not in NO_PAGES | PAPERS}
    posted = {name for name, path in known.items() if path.startswith("/letters/") and name in STEPS}
    shown = {name: path for name, path in known.items() if name not in posted}
    shown |= {
        "letter-write": "/letters/write/?city=guadalajara-es",
        "letter-write-many": "/letters/write-many/?person=2",
    }
    shown |= {path: path for path in ASKING}
    return shown | {f"letter {letter.state}": letter.get_absolute_url() for letter in letters_of_all_states()}


STEPS = {
    *("letter-submit", "letter-approve", "letter-approve-paper", "letter-slip-scan", "letter-return"),
    *("letter-issue", "letter-seal"),
    *("letter-send", "letter-close", "letter-cancel", "letter-assign", "letter-no-answer", "letter-reopen"),
    *("letter-settle", "letter-typed"),
}


def letters_of_all_states() -> list[Letter]:
    """One of our letters in each state, and the received ones."""
    clerk, head = (User.objects.get(username=name) for name in ("clerk", "head"))
    on, made = date(2020, 4, 20), []
    steps = (
        lambda letter: lifecycle.submit_letter(by=clerk, letter=letter),
        lambda letter: lifecycle.approve_letter(by=head, letter=letter, on=on),
        lambda letter: outgoing.issue_letter(by=clerk, letter=letter, on=on, read_by="王译"),
        lambda letter: outgoing.send_letter(by=clerk, letter=letter, means="letter", on=on, without_seal=True),
        lambda letter: lifecycle.close_letter(by=clerk, letter=letter),
    )
    for far in range(len(steps) + 1):
        brief = propose_brief(kind="condolence", on=on, city=City.objects.get(slug="fuengirola-es"))
        letter = drafting.draft_letter(by=clerk, brief=brief)
        for step in steps[:far]:
            step(letter)
        made.append(letter)
    lifecycle.cancel_letter(by=clerk, letter=made[1], reason="重复")
    return [*Letter.objects.filter(pk__in=[letter.pk for letter in made]), Letter.objects.incoming().first()]


@pytest.mark.parametrize(("locale", "width"), [("en", 1280), ("zh-CN", 390)])
def test_every_page_is_free_of_violations_errors_and_outside_requests(chromium, site, locale, width):
    window = Window(chromium, site, locale, width)
    page, found = window.page, {}
    page.goto(site)
    found["login"] = window.violations()
    window.sign_in("head", PASSWORD, WORDS[locale]["sign_in"])
    for name, path in pages_of_the_site().items():
        assert page.goto(site + path).status == 200, path
        found[name] = window.violations()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1, f"{path} is too wide"
    assert len(found) > 60
    assert {name: seen for name, seen in found.items() if seen} == {}
    assert window.faults == []
    window.context.close()


def test_a_double_click_saves_once(chromium, site):
    window = Window(chromium, site, "en", 1280)
    page = window.page
    window.sign_in("clerk", PASSWORD, "Sign in")
    page.goto(f"{site}/letters/write/?city=guadalajara-es")
    page.get_by_role("button", name="Draft the letter").dblclick()
    page.wait_for_url("**/edit/")
    assert Letter.objects.outgoing().count() == 1
    assert window.faults == []
    window.context.close()


def test_what_was_typed_outlives_a_lost_session(chromium, site):
    window = Window(chromium, site, "en", 1280)
    page = window.page
    window.sign_in("clerk", PASSWORD, "Sign in")
    page.goto(f"{site}/people/add/")
    page.fill("[name=note]", "likes green tea")
    window.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save").click()
    page.fill("[name=username]", "clerk")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Put it back").click()
    assert page.input_value("[name=note]") == "likes green tea"
    window.context.close()


def test_another_kind_asks_the_record_again_in_place(chromium, site):
    window = Window(chromium, site, "en", 1280)
    page = window.page
    window.sign_in("clerk", PASSWORD, "Sign in")
    page.goto(f"{site}/letters/write/?city=guadalajara-es")
    assert page.locator("[name=given]").count() > 0
    page.select_option("[name=kind]", "notification")
    page.wait_for_selector("[name=needs]")
    assert page.locator("[name=given]").count() == 0
    assert window.faults == []
    window.context.close()


def test_list_answers_while_one_types(chromium, site):
    window = Window(chromium, site, "en", 1280)
    page = window.page
    window.sign_in("clerk", PASSWORD, "Sign in")
    page.goto(f"{site}/cities/")
    with page.expect_response(lambda response: "name=calara" in response.url):
        page.locator("#id_name").press_sequentially("calara")
    page.wait_for_function("document.querySelectorAll('#results tbody tr').length == 1")
    assert "Călărași" in page.locator("#results tbody").inner_text()
    assert "name=calara" in page.url
    assert window.faults == []
    window.context.close()


def test_lists_work_without_scripts(chromium, site):
    context = chromium.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.fill("[name=username]", "clerk")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{site}/people/")
    page.select_option("[name=country]", "UA")
    page.get_by_role("button", name="Show").click()
    assert "country=UA" in page.url
    assert page.locator("#results tbody tr").count() == 1
    context.close()


def test_a_line_of_words_shows_the_forms_of_its_language(chromium, site):
    window = Window(chromium, site, "en", 1280)
    page = window.page
    window.sign_in("clerk", PASSWORD, WORDS["en"]["sign_in"])
    page.goto(f"{site}/office/items/add/")

    def shown(line: int) -> list[str]:
        """The forms that can be typed in a line."""
        boxes = page.locator(f"input[name^='words-{line}-']:visible")
        return [name.split("-")[-1] for name in boxes.evaluate_all("all => all.map((one) => one.name)")]

    page.locator("#id_words-0-language-ts-control").wait_for()
    assert shown(0) == ["bulk", "reviewed_by"]
    window.choose("words-0-language", "es")
    assert shown(0) == ["bulk", "one", "other", "gender", "reviewed_by"]
    page.fill("[name=words-0-gender]", "f")
    window.choose("words-0-language", "ja")
    assert shown(0) == ["bulk", "measure", "pair", "set", "gender", "reviewed_by"]  # what was typed stays in sight
    page.get_by_role("button", name="Add a line").click()
    window.choose("words-1-language", "en")
    assert (shown(1), window.faults) == (["bulk", "one", "other", "reviewed_by"], [])


def test_an_address_asks_for_what_its_country_uses(chromium, site):
    window = Window(chromium, site, "en", 390)
    page = window.page
    window.sign_in("clerk", PASSWORD, WORDS["en"]["sign_in"])
    page.goto(f"{site}/organizations/add/")

    def shown(line: int) -> list[str]:
        """The parts that can be typed in a line, by the names they have there."""
        boxes = page.locator(f"[data-inline=addresses] [name^='addresses-{line}-']:is(input, textarea):visible")
        return boxes.evaluate_all("all => all.map((one) => one.labels[0].textContent)")

    page.locator("details.more-asked > summary").first.click()
    page.locator("#id_addresses-0-country-ts-control").wait_for()
    assert len(shown(0)) == 7
    window.choose("addresses-0-country", "JP")
    japan = ["Street", "City, ward, town or village", "Prefecture (todōfuken)", "Postcode", "As written"]
    assert [text.strip() for text in shown(0)] == japan
    page.fill("[name=addresses-0-region]", "滋賀県")
    page.locator("[data-inline=addresses] [data-add-row]").click()
    for line in (0, 1):
        window.choose(f"addresses-{line}-country", "NO")
    assert [text.strip() for text in shown(1)] == ["Street", "Post town", "Postcode", "As written"]
    assert "Province or state" in shown(0)  # what was typed stays in sight
    assert window.faults == []
