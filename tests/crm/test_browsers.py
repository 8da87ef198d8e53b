"""Which browser and system a User-Agent means."""

import pytest

from crm.browsers import name_browser

CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36{}"
AGENTS = {
    CHROME.format("X11; Linux x86_64", 90, ""): "Chromium 90 · Linux",
    CHROME.format("Windows NT 6.1; Win64; x64", 109, ""): "Chromium 109 · Windows",
    CHROME.format("Windows NT 10.0; Win64; x64", 120, " Edg/120.0.0.0"): "Edge 120 · Windows",
    CHROME.format("Windows NT 10.0; WOW64", 86, " QIHU 360SE"): "360 · Windows",
    CHROME.format("Linux; Android 13; Pixel 7", 119, ""): "Chromium 119 · Android",
    "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0": "Firefox 115 · Linux",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/17.0 "
    "Mobile/15E148 Safari/604.1": "Safari 17 · iOS",
    "curl/8.1.0": "curl/8.1.0",
    "": "",
}


@pytest.mark.parametrize("agent", AGENTS)
def test_a_browser_is_known_again(agent):
    assert name_browser(agent) == AGENTS[agent]
