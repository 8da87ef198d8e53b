"""What reaches what: every action is asked for by a page or a command, every larger source file by its own tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.test_house_rules import ROOT, SOURCES, name_of

LARGE = 60  # lines

# Rooms whose files are asked through the page of the same name: tests/crm/views/test_gift.py asks crm/forms/gift.py.
ASKED_THROUGH_PAGES = ("forms", "tables", "filters", "views")

# Larger files without tests of their own, to be worked down. What asks them now stands beside each.
NOT_YET = {
    "correspondence/errors.py": "texts/test_something.py, test_naming.py, views/test_briefing.py",
    "correspondence/filters.py": "views/test_register.py, test_pages.py",
    "correspondence/forms/lacks.py": "views/test_briefing.py",
    "correspondence/languages/base/counting.py": "test_<code>.py of every language",
    "correspondence/languages/base/language.py": "test_<code>.py of every language",
    "correspondence/languages/base/places.py": "test_<code>.py of every language",
    "correspondence/languages/base/politeness.py": "test_<code>.py of every language",
    "correspondence/languages/base/times.py": "test_<code>.py of every language",
    "correspondence/languages/base/words.py": "test_<code>.py of every language",
    "correspondence/management/commands/bench.py": "management/test_commands.py",
    "correspondence/management/commands/bench_served.py": "bench/test_filling.py asks for its pages",
    "correspondence/management/commands/write_letter.py": "management/test_commands.py",
    "correspondence/models/template.py": "texts/test_composing.py",
    "correspondence/models/text.py": "views/test_words.py, actions/test_redrafting.py",
    "correspondence/paper/docx.py": "paper/test_docx.py, through the page",
    "correspondence/paper/letter.py": "paper/test_pdf.py",
    "correspondence/texts/conditions.py": "trial/test_check_texts.py",
    "correspondence/texts/recipient.py": "texts/test_kept_forms.py, every language's composed letters",
    "correspondence/texts/rest_on.py": "actions/test_redrafting.py",
    "correspondence/views/letter.py": "views/test_pages.py, test_steps.py",
    "correspondence/views/letter_text.py": "test_history_pages.py",
    "correspondence/tables.py": "views/test_register.py, test_pages.py",
    "correspondence/urls.py": "test_roles.py",
    "crm/actions/batch.py": "actions/test_batch.py, through the doors",
    "crm/actions/records.py": "actions/test_places.py, test_batch.py",
    "crm/actions/staff.py": "correspondence/actions/test_staff.py",
    "crm/backup/restoring.py": "backup/test_backup.py, as a process",
    "crm/exchange/nouns.py": "exchange/test_columns.py, views/test_leaving.py",
    "crm/forms/partner.py": "views/test_gift.py, test_ledger.py",
    "crm/models/__init__.py": "names only",
    "crm/models/hand_over.py": "correspondence/actions/test_staff.py",
    "crm/models/saved_question.py": "views/test_saved_question.py, actions/test_questions.py",
    "crm/moves.py": "models/test_merging.py",
    "crm/pictures/text.py": "pictures/test_compass.py, test_discs.py",
    "crm/sequences.py": "backup/test_backup.py",
    "crm/settings.py": "test_environment.py, test_checks.py",
    "crm/templatetags/history.py": "test_history.py",
    "crm/urls.py": "test_roles.py",
}


def words_of(path: Path) -> set[str]:
    """Every name that a file's code speaks of."""
    return set(spoken_in(ast.parse(path.read_text(encoding="utf-8"))))


def spoken_in(tree: ast.AST) -> Iterator[str]:
    """The names, attributes and imported names below a node."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name


def public(path: Path) -> set[str]:
    """The functions, classes, methods and tables of a file that others may ask."""
    found, nodes = set(), ast.parse(path.read_text(encoding="utf-8")).body
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            found.add(node.name)
            nodes.extend(node.body if isinstance(node, ast.ClassDef) else [])
    return found


def files_beside(path: Path) -> list[Path]:
    """The files of tests that stand where a source file's do: test_gift.py, test_gift_details.py."""
    room = ROOT / "tests" / path.relative_to(ROOT).parent
    rooms = [room, room.parent / "views"] if room.name in ASKED_THROUGH_PAGES else [room]
    return [
        test for room in rooms for test in (*room.glob(f"test_{path.stem}.py"), *room.glob(f"test_{path.stem}_*.py"))
    ]


def is_tested(path: Path) -> bool:
    """Whether a test beside the file calls something of it, or asks its page."""
    tests = files_beside(path)
    if path.parent.name in ASKED_THROUGH_PAGES and tests:
        return True
    return any(words_of(test) & public(path) for test in tests)


def test_every_larger_file_is_called_by_tests_of_its_own_path():
    large = [path for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > LARGE]
    assert len(large) > 80
    assert {name_of(path) for path in large if not is_tested(path)} == set(NOT_YET)


def called_in(path: Path) -> dict[str, set[str]]:
    """What each function of a file calls, by its name; under "" what the file's other lines speak of."""
    calls = {"": set()}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        name = node.name if isinstance(node, ast.FunctionDef) else ""
        if not isinstance(node, ast.ImportFrom):
            calls.setdefault(name, set()).update(spoken_in(node))
    return calls


# Functions of the rooms of actions that only tests ask.
ONLY_TESTS_ASK = {"current_actor": "crm/actions/test_door.py looks whom the door writes for"}


def test_every_action_is_asked_for_by_a_page_a_command_or_another_action():
    """An action is reached by its name from outside the rooms of actions, or from an action that is reached."""
    rooms = [path for path in SOURCES if path.parent.name == "actions"]
    calls, reached = {}, set()
    for path in rooms:
        for name, called in called_in(path).items():
            calls.setdefault(name, set()).update(called)
    waiting = {"", *set().union(*(words_of(path) for path in SOURCES if path not in rooms))} & set(calls)
    while waiting:
        reached |= waiting
        waiting = set().union(*(calls[name] for name in waiting)) & set(calls) - reached
    assert len(calls) > 80
    assert set(calls) - reached == set(ONLY_TESTS_ASK)
