"""What the pages for readers and contributors name is there: files, commands, and the siblings that recipes copy."""

import re
from pathlib import Path

import pytest

from tests.test_house_rules import ROOT, SOURCES

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
QUOTED = re.compile(r"`([^`\n]+)`")
LINKED = re.compile(r"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")
A_PATH = re.compile(r"(?<![\w./])(?:crm|correspondence|templates|fixtures|tests|docs|locale|bin|\.ci)/[\w./<>*-]*")
A_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*_\w+|[A-Z][a-z]+[A-Z]\w+")


def missing_paths(text: str, folder: Path) -> list[str]:
    """The files and folders that a text names and that are not there; <code> and * stand for any."""
    named = {path.rstrip("/.") for quoted in QUOTED.findall(text) for path in A_PATH.findall(quoted)}
    linked = [path for path in LINKED.findall(text) if not (folder / path).exists()]
    return sorted(path for path in named if not any(ROOT.glob(re.sub(r"<\w+>", "*", path)))) + linked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_that_a_page_names_is_there(page):
    assert missing_paths(page.read_text(encoding="utf-8"), page.parent) == []


def test_a_path_that_is_not_there_is_found():
    there = "`crm/models/city.py`, `crm/models/<noun>.py`, `.venv/bin/pip`, [this](docs/domain.md)"
    assert missing_paths(there, ROOT) == []
    gone = "`bin/test -n 0 tests/nowhere/`, `crm/<noun>/lost.py`, [this](docs/gone.md#here)"
    assert missing_paths(gone, ROOT) == ["crm/<noun>/lost.py", "tests/nowhere", "docs/gone.md"]


def test_every_sibling_that_a_recipe_names_is_in_the_source():
    recipes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {name for quoted in QUOTED.findall(recipes) for name in A_NAME.findall(A_PATH.sub("", quoted))}
    tests = [*(ROOT / "tests").rglob("*.py"), ROOT / "bin" / "_setup.sh"]
    sources = "".join(path.read_text(encoding="utf-8") for path in [*SOURCES, *tests] if path != Path(__file__))
    migrations = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("*/migrations/*.py"))
    words = set(re.findall(r"\w+", sources + migrations))
    assert len(named) > 50
    assert sorted(named - words) == []
