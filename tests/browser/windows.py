"""A user's browser window, as the tests of this folder open it."""

from pathlib import Path
from urllib.parse import quote_plus, urlparse

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

REPLACED = ("htmx:afterRequest", "htmx:sendAbort")  # what htmx tells of a request that it aborted


class Window:
    """A user's browser window that notices console errors and requests to anywhere else."""

    def __init__(self, chromium, site, locale, width):
        self.site = site
        self.context = chromium.new_context(locale=locale, viewport={"width": width, "height": 844}, bypass_csp=True)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", self.note_error)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("request", self.note_request)

    def note_error(self, message):
        """An error that a page tells is a fault, but for a question that a later one took the place of (hx-sync)."""
        if message.type == "error" and not message.text.startswith(REPLACED):
            self.faults.append(message.text)

    def note_request(self, request):
        """A request to another host is a fault."""
        if urlparse(request.url).hostname not in (urlparse(self.site).hostname, None, ""):
            self.faults.append(request.url)

    def sign_in(self, user, password, button):
        """Signs in as a user."""
        self.page.goto(self.site)
        self.page.fill("[name=username]", user)
        self.page.fill("[name=password]", password)
        self.press(button)

    def press(self, button):
        """Presses the first button of a name."""
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def fill(self, **fields):
        """Types into boxes, chooses in lists and ticks, each by the name of its field."""
        for name, value in fields.items():
            box = self.page.locator(f"[name='{name}']").first
            self.unfold(name)
            if value is True:
                box.check()
            elif box.get_attribute("data-picker"):
                self.choose(name, value)
            elif box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)

    def unfold(self, name: str) -> None:
        """Opens the fold that a box stands in, where it is one of those that few ask for."""
        for fold in self.page.locator(f"details:not([open]):has([name='{name}'])").all():
            fold.locator("> summary").click()

    def choose(self, name: str, text: str) -> None:
        """Types into a question that finds a record, and chooses the first that is found."""
        self.unfold(name)
        list_ = self.page.locator(f"[name='{name}']").first
        asked = self.page.locator(f"#{list_.get_attribute('id')}-ts-control")
        asked.focus()
        with self.page.expect_response(lambda answer: f"q={quote_plus(text)}" in answer.url):
            asked.press_sequentially(text)
        shown = "([{tomselect}, text]) => tomselect.currentResults.query === text && tomselect.activeOption"
        self.page.wait_for_function(shown, arg=[list_.element_handle(), text.lower()])
        asked.press("Enter")

    def violations(self) -> list[str]:
        """What axe-core finds on the page as it is."""
        self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run()")["violations"]
        return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]
