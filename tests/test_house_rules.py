"""The rules of the house (docs/architecture.md), as tests that read the source."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SOURCES = [
    path
    for app in ("crm", "correspondence")
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def imports(path: Path) -> set[str]:
    """The modules a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_ground_floor_never_imports_the_study():
    upward = [name_of(path) for path in SOURCES if name_of(path).startswith("crm/")]
    offenders = [
        name for name in upward if any(module.split(".")[0] == "correspondence" for module in imports(ROOT / name))
    ]
    assert len(upward) > 50
    assert offenders == []


def test_only_pdf_knows_weasyprint():
    users = [name_of(path) for path in SOURCES if any(m.split(".")[0] == "weasyprint" for m in imports(path))]
    assert users == ["correspondence/paper/pdf.py"]


def test_no_signals_of_our_own():
    users = [name_of(path) for path in SOURCES if any("signals" in module for module in imports(path))]
    assert users == []


def test_languages_are_pure():
    allowed = (
        "babel",
        "crm.dates",
        "crm.han_forms",
        "crm.scripts",
        "correspondence.languages",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
    )
    allowed += ("importlib", "pkgutil", "itertools", "re", "functools", "unicodedata")
    for path in (ROOT / "correspondence" / "languages").glob("*.py"):
        strange = [module for module in imports(path) if not module.startswith(allowed)]
        assert strange == [], name_of(path)


def test_only_views_and_commands_ask_the_clock():
    asking = [
        name_of(path)
        for path in SOURCES
        if "localdate(" in path.read_text(encoding="utf-8") and not {"views", "commands"} & set(path.parts)
    ]
    assert [name for name in asking if not name.startswith("crm/filters/")] == []


def test_no_line_of_a_template_is_longer_than_120_characters():
    layouts = ROOT / "correspondence" / "paper" / "layouts"
    files = [*TEMPLATES, *sorted(layouts.rglob("*.html"))]
    long = [
        f"{name_of(path)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > 120
    ]
    assert len(files) > 60
    assert long == []


MARK_ALONE = re.compile(
    r"""^\s*(?:\{%[^%]*%\})*[,.;:，、。；：]  # a line begins with a mark
    |^\s*\{%\ translate\ "[,:]\ "         # or with a translated one
    |\{%\ translate\ "[,:]\ "\ %\}\s*$    # or ends with a translated one""",
    re.MULTILINE | re.VERBOSE,
)


def test_no_mark_is_parted_from_its_words_by_the_end_of_a_line():
    """The formatter breaks lines beside a block, and the end of a line is a blank: Chinese shows it."""
    assert [name_of(path) for path in TEMPLATES if MARK_ALONE.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "source", ["{{ a }}\n{% if b %}, {{ b }}{% endif %}", '{{ a }}{% translate ": " %}\n<ins>', "<b>a</b>\n  ，"]
)
def test_a_mark_alone_is_found(source):
    assert MARK_ALONE.search(source)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_pages_have_nothing_inline_and_nothing_from_outside(path):
    source = path.read_text(encoding="utf-8")
    for forbidden in (" style=", " onclick=", " onchange=", "javascript:", 'src="http', 'href="http', "<style"):
        assert forbidden not in source, (name_of(path), forbidden)


def test_an_import_inside_a_function_has_its_reason_beside_it():
    found = [(path, node) for path in SOURCES for node in inner_imports(path)]
    bare = [
        f"{name_of(path)}:{node.lineno}"
        for path, node in found
        if "#" not in path.read_text(encoding="utf-8").splitlines()[node.lineno - 1]
    ]
    assert len(found) > 3
    assert bare == []


def inner_imports(path: Path) -> list[ast.stmt]:
    """The imports inside functions of a file."""
    functions = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, FUNCTIONS)]
    inside = [node for function in functions for node in ast.walk(function)]
    return [node for node in inside if isinstance(node, ast.Import | ast.ImportFrom)]


def test_every_form_that_saves_carries_a_token():
    may_be_sent_twice = {"_language.html", "_sidebar.html", "crm/welcome.html", "registration/login.html"}
    may_be_sent_twice |= {"crm/account.html", "crm/password.html"}  # what is refused there is counted, not taken back
    may_be_sent_twice |= {"507.html"}  # it carries the token of the form that it repeats
    tokenless = {
        str(path.relative_to(ROOT / "templates"))
        for path in TEMPLATES
        for form in re.findall(r'<form[^>]*method="post".*?</form>', path.read_text(encoding="utf-8"), re.DOTALL)
        if "{% form_token %}" not in form
    }
    assert tokenless == may_be_sent_twice
