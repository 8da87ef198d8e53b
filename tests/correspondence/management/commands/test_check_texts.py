"""bin/manage check_texts: a line a fault, status 1 for any, and nothing of the office's touched."""

import re
from contextlib import nullcontext

import pytest
from django.core.management import CommandError, call_command

from correspondence.trial.places import read_places
from correspondence.trial.situations import situations
from crm.settings import SQLITE_NAME
from tests.correspondence.trial.planting import say
from tests.installation import Installation


@pytest.fixture
def in_this_office(texts, monkeypatch):
    """Lets the command work in the test's own database."""
    monkeypatch.setattr("correspondence.management.commands.check_texts.throwaway_office", nullcontext)


def test_the_command_prints_a_line_a_fault_and_ends_with_1(in_this_office, capsys):
    say("letter", "{facts}", "{facts} 77")
    with pytest.raises(CommandError, match=r"^12 letters tried.* in languages: nb. Faults: 11, each") as ended:
        call_command("check_texts", language="nb", kind="letter")
    lines = capsys.readouterr().out.splitlines()
    assert (ended.value.returncode, len(lines)) == (1, 11)
    assert all(re.fullmatch(r"nb letter [^:]+: a number that is not on record: “77”", line) for line in lines)


def test_the_command_tries_everything_by_all(in_this_office, capsys):
    call_command("check_texts", language="zh-hans", kind="letter", all=True)
    count = len(list(situations("letter", read_places("zh-hans"))))
    assert capsys.readouterr().out.startswith(f"{count} letters tried")


def test_a_language_without_a_file_for_trials_is_named(in_this_office, settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    with pytest.raises(CommandError, match=r"^fixtures/trial/nb.toml is missing; write it like ro.toml beside it.$"):
        call_command("check_texts", language="nb")


def test_the_command_works_in_no_database_that_is_in_use(texts):
    with pytest.raises(CommandError, match="in use by this very process"):
        call_command("check_texts", language="nb")


@pytest.mark.slow
def test_the_command_ends_with_0_and_touches_nothing(tmp_path):
    office = Installation(tmp_path / "data")
    office.folder.mkdir()
    (office.folder / SQLITE_NAME).write_bytes(b"no database: whoever opens it fails")
    office.must("check")  # which makes what every command makes
    before = office.file_hashes(), [path.read_bytes() for path in office.folder.glob(f"{SQLITE_NAME}*")]
    said = office.must("check_texts", "--language", "nb", "--kind", "letter", "--show")
    assert said.endswith("12 letters tried, each with its Chinese text, in languages: nb. No fault.\n")
    assert "\n== nb letter " in said
    assert "Kjære" in said
    after = office.file_hashes(), [path.read_bytes() for path in office.folder.glob(f"{SQLITE_NAME}*")]
    assert after == before
