"""Says which browser and system a request came from, roughly: enough to know one's own again."""

import re

# The first that is found: a browser names those it descends from too.
BROWSERS = (
    ("Edge", r"Edg\w*/(\d+)"),
    ("360", r"(?:QihooBrowser|360SE|360EE)/?(\d*)"),
    ("QQ", r"M?QQBrowser/(\d+)"),
    ("WeChat", r"MicroMessenger/(\d+)"),
    ("Firefox", r"Firefox/(\d+)"),
    ("Chromium", r"(?:Chrome|Chromium|CriOS)/(\d+)"),
    ("Safari", r"Version/(\d+).* Safari/"),
)
SYSTEMS = (
    ("Windows", r"Windows"),
    ("Android", r"Android"),
    ("HarmonyOS", r"HarmonyOS|OpenHarmony"),
    ("iOS", r"iPhone|iPad"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("Linux", r"Linux|X11"),
)


def name_browser(agent: str) -> str:
    """Return "Chromium 109 · Windows" for a User-Agent; its beginning where neither is known, "" for none."""
    browser = next((f"{name} {found[1]}".strip() for name, rule in BROWSERS if (found := re.search(rule, agent))), "")
    system = next((name for name, rule in SYSTEMS if re.search(rule, agent)), "")
    return " · ".join(filter(None, (browser, system))) or agent[:60]
