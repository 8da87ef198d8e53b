"""bin/manage load_office: what it says, and what it says of a mistake."""

import re
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from crm.models import City, Office
from tests.factories import UserFactory
from tests.installation import Installation

OFFICES = Path(__file__).resolve().parents[3] / "offices"


def test_the_command_says_what_is_new_and_the_second_time_that_nothing_is(db, capsys):
    call_command("load_office", OFFICES / "yuxi")
    out, err = capsys.readouterr()
    new = "4 cities, 5 organizations, 3 people, 1 occasions, 4 gifts, 6 courtesies, 1 letters"
    assert out == f"玉溪市人民政府 is on record. New: {new}.\n"
    assert err == "Nobody has an account here yet: bin/run prints the address where the first one is made.\n"
    UserFactory()
    call_command("load_office", OFFICES / "yuxi")
    out, err = capsys.readouterr()
    assert (out, err) == ("玉溪市人民政府 is on record. New: nothing.\n", "")


def test_a_mistake_is_one_sentence_and_nothing_is_loaded(db, tmp_path):
    folder = shutil.copytree(OFFICES / "yuxi", tmp_path / "yuxi")
    with (folder / "courtesies.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[letter]]\nperson = "nobody"\n')
    with pytest.raises(CommandError) as refusal:
        call_command("load_office", folder)
    said = "courtesies.toml: [[letter]] 2.person: there is no person “nobody”; write one that people.toml has: "
    assert str(refusal.value) == f"{said}mayor-hamar, mayor-iloilo, mayor-sibiu."
    assert not City.objects.exists()


def test_what_is_left_out_is_said(db, tmp_path, capsys):
    folder = shutil.copytree(OFFICES / "yuxi", tmp_path / "yuxi")
    with (folder / "courtesies.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[item]]\ncode = "tent"\nnames = { ru = "палатки", zh-hans = "帐篷" }\n')
    call_command("load_office", folder)
    assert "[[item]] 1.words.ru: left out, for no letter is written in it.\n" in capsys.readouterr().err


@pytest.mark.slow
def test_a_fresh_folder_is_made_ready_and_no_demonstration_joins_the_office(tmp_path):
    office = Installation(tmp_path / "data")
    for command in (
        ["load_office", OFFICES / "yuxi"],
        ["write_letter", "--city", "hamar-no", "--kind", "condolence", "--on", "2020-04-20"],
    ):
        process = office.python("bin/_prepare.py", *command)
        out, err = process.communicate(timeout=900)
        assert process.returncode == 0, err
    assert "Einar Nordby" in out
    assert re.search(r"^/welcome/\S+/$", office.must("welcome"), re.MULTILINE)
    said = office.refused("load_office", OFFICES / "wuxi")
    assert said.startswith("office.toml: city: this installation is the office of ")


def test_the_demonstration_is_such_a_folder(demo, settings, capsys):
    call_command("load_office", settings.FIXTURES_DIR / "demo")
    assert capsys.readouterr().out == f"{Office.get()} is on record. New: nothing.\n"
