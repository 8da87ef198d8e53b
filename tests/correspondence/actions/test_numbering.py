"""Eight processes that issue at once get eight different numbers; after a restore nobody gets one unseen."""

import re
from datetime import date

import pytest

from correspondence.actions.numbering import confirm_numbers, set_last_number
from correspondence.actions.outgoing import issue_letter
from correspondence.models import NumberSeries
from crm.actions.errors import WrongState
from crm.backup.restored import mark_restore
from tests.factories import LetterFactory
from tests.installation import HERE, PATIENCE, Installation, Server

PREPARE = """
from datetime import date
from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.paper import stored
from correspondence.texts.proposing import propose_brief
from crm.models import City, User
clerk, head = User.objects.get(username="clerk"), User.objects.get(username="head")
for _ in range(8):
    brief = propose_brief(kind="thanks", on=date(2020, 4, 20), city=City.objects.get(slug="guadalajara-es"))
    letter = drafting.draft_letter(by=clerk, brief=brief)
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=date(2020, 4, 20))
"""
ISSUE = """
import django; django.setup()
from datetime import date
from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.paper import stored
from correspondence.models import Letter, LetterState
from crm.models import User
letter = list(Letter.objects.filter(state=LetterState.APPROVED).order_by("pk"))[{place}]
clerk = User.objects.get(username="clerk")
stored.print_stored(letter, "")
print("ready", flush=True)
input()
print(outgoing.issue_letter(by=clerk, letter=letter, on=date(2020, 4, 20), read_by="王译").number)
"""


@pytest.mark.slow
def test_eight_processes_issue_at_once_under_different_numbers(tmp_path):
    server = Server()
    office = Installation(tmp_path / "var", server.new() if HERE == "postgresql" else "")
    office.must("migrate", "-v0")
    office.must("load_demo")
    office.must("shell", "-v0", "-c", PREPARE)
    office.environment["DJANGO_SETTINGS_MODULE"] = "crm.settings"
    issuing = [office.python("-c", ISSUE.format(place=place)) for place in range(8)]
    ready = [process.stdout.readline() for process in issuing]
    for process in issuing:
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=PATIENCE) for process in issuing]
    server.drop_all()
    assert ready == ["ready\n"] * 8, told
    numbers = [re.fullmatch(r"衡政函〔2020〕(\d)号\n", number) for number, _errors in told]
    assert all(numbers), told
    assert sorted(int(number[1]) for number in numbers) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(list(office.folder.glob("files/issued/*/*.pdf"))) == 8


@pytest.fixture
def approved(db, settings, tmp_path):
    """An approved letter of an identity whose tenth letter of the year was the last."""
    settings.DATA_DIR = tmp_path
    letter = LetterFactory(state="approved")
    NumberSeries.objects.create(identity=letter.identity, year=2020, last=10)
    return letter


def issue(letter, by):
    return issue_letter(by=by, letter=letter, on=date(2020, 4, 21), read_by="王译")


def test_no_letter_is_numbered_before_a_head_has_looked(approved, clerk, head, django_capture_on_commit_callbacks):
    mark_restore("2020-04-01T00:00:00+00:00", {})
    with pytest.raises(WrongState, match="First a head says on the desk"):
        issue(approved, clerk)
    set_last_number(by=head, identity=approved.identity, year=2020, last=58)
    with pytest.raises(WrongState, match="Only the head"):
        confirm_numbers(by=clerk)
    with django_capture_on_commit_callbacks(execute=True):
        confirm_numbers(by=head)
    assert issue(approved, clerk).number.endswith("〔2020〕59号")


def test_a_mark_that_cannot_be_read_still_stops(tmp_path, approved, clerk):
    (tmp_path / ".restored.json").write_text("{")
    with pytest.raises(WrongState, match="A backup was restored"):
        issue(approved, clerk)
