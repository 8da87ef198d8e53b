"""What the browser tests share: Debian's Chromium, driven by Playwright; every test in this folder is marked."""

import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()


def pytest_collection_modifyitems(items):
    """Marks the tests of this folder, so that ``-m "not browser"`` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def find_chromium() -> str:
    """The path of Chromium; skips where there is none, or fails in continuous integration."""
    path = os.environ.get("WANGLAI_CHROMIUM") or shutil.which("chromium")
    reason = os.environ.get("WANGLAI_NO_CHROMIUM")
    if path and not reason:
        return path
    reason = reason or "Debian's chromium is not installed; bin/test installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium():
    """A running browser; ``chromium.new_context(locale=…, viewport=…)`` is a user's window."""
    path = find_chromium()
    from playwright.sync_api import sync_playwright

    # Playwright's synchronous side runs an event loop, inside which Django would refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
