"""docs/office-folder.md names every key that is read, and its examples are TOML."""

import re
import tomllib
from pathlib import Path

import pytest

from correspondence.office_folder import OfficeFolder, load_folder
from correspondence.office_folder.table import Table
from crm.languages import letter_languages
from crm.models.common import CASES
from crm.models.item import FORM_LABELS
from tests.correspondence.office_folder.conftest import ON

ROOT = Path(__file__).resolve().parents[3]
DESCRIPTION = (ROOT / "docs" / "office-folder.md").read_text(encoding="utf-8")
# Read too, for whoever writes the other number, and named nowhere.
OTHER_NUMBER = {"step", "line", "disposal", "consignment", "addresses", "in_cities", "from"}


@pytest.fixture
def asked(monkeypatch) -> set[str]:
    """Every key that the tables of a folder are asked for while it is loaded."""
    keys, refuse_unknown = set(), Table.refuse_unknown

    def note(table: Table) -> None:
        keys.update(table.asked)
        refuse_unknown(table)

    monkeypatch.setattr(Table, "refuse_unknown", note)
    return keys


@pytest.mark.parametrize("name", ["wuxi", "yuxi"])
def test_every_key_is_described(db, asked, name):
    load_folder(OfficeFolder(ROOT / "tests" / "offices" / name, ON))
    described = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", DESCRIPTION))))
    languages = {code for code, _name in letter_languages()}
    of_grammar = {*CASES, *FORM_LABELS, *(f"{part}_{case}" for part in ("family", "given", "middle") for case in CASES)}
    assert {"partnership", "patronymic", "disposals", "in_city", "contact_line"} < asked
    assert asked - described - of_grammar - languages - OTHER_NUMBER == set()


def test_its_examples_are_toml():
    examples = re.findall(r"```\n(.*?)```", DESCRIPTION, re.DOTALL)
    assert len(examples) == 3
    assert all(tomllib.loads(example) for example in examples)
