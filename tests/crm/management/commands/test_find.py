"""What is found on the command line."""

import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.factories import CityFactory, OrganizationFactory


def find(*arguments) -> tuple[list[str], str]:
    out, errors = StringIO(), StringIO()
    call_command("find", *arguments, stdout=out, stderr=errors)
    return out.getvalue().splitlines(), errors.getvalue()


@pytest.fixture
def city(db):
    return CityFactory(names={"zh-hans": "瓜达拉哈拉市", "en": "Guadalajara"})


def test_a_line_has_kind_key_and_title_the_latin_name_first(city):
    council = OrganizationFactory(city=city, names={"es": "Ayuntamiento de Guadalajara"})
    assert find("gdlhl", "--kind", "city") == ([f"city {city.pk} Guadalajara 瓜达拉哈拉市"], "")
    lines, _errors = find("guadalajara")
    assert [line.split()[:2] for line in lines] == [["city", str(city.pk)], ["organization", str(council.pk)]]


def test_a_letter_forgiven_is_said_beside_the_lines(city):
    lines, errors = find("guadalaxara")
    assert (len(lines), "spelt alike" in errors) == (1, True)


def test_nothing_found_ends_one(city):
    with pytest.raises(CommandError, match="Nothing is found"):
        find("nobody")


def test_who_reads_may_stop_before_the_end():
    program = """
import sys
from crm.management.commands import find
from types import SimpleNamespace as Row
find.find_entries = lambda *asked: ([Row(kind="city", record=n, title="x" * 500) for n in range(2000)], False)
command = find.Command()
command.handle(text=["x"], kind=["city"], limit=1)
"""
    program = f"import django; django.setup()\n{program}"
    environment = {"DJANGO_SETTINGS_MODULE": "crm.settings", "WANGLAI_DATA_DIR": str(settings.DATA_DIR), "PATH": ""}
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    assert (process.wait(), errors) == (0, b"")
