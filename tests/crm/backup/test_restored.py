"""After a restore no letter is numbered until a head has said that the last numbers are right."""

import json
from datetime import date

import pytest
from django.urls import reverse

from correspondence.actions.numbering import confirm_numbers, set_last_number
from correspondence.actions.outgoing import issue_letter
from correspondence.models import NumberSeries
from correspondence.models.numbering import last_numbers
from crm.actions.errors import WrongState
from crm.backup.restored import mark_restore, restore_mark
from tests.factories import LetterFactory

ON = date(2020, 4, 21)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def approved(db):
    """An approved letter of an identity whose tenth letter of the year was the last."""
    letter = LetterFactory(state="approved")
    NumberSeries.objects.create(identity=letter.identity, year=2020, last=10)
    return letter


def issue(letter, by):
    return issue_letter(by=by, letter=letter, on=ON, read_by="王译")


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


def test_the_desk_shows_a_head_both_numbers(approved, client_of, head, clerk, django_capture_on_commit_callbacks):
    stem = approved.identity.number_prefix + "〔2020〕"
    mark_restore("2020-04-01T00:00:00+00:00", {stem: 58})
    page = client_of(head).get(reverse("desk")).content.decode()
    assert (f"{stem}10号" in page, f"{stem}58号" in page, "as it was on 2020-04-01" in page) == (True, True, True)
    assert "A backup was restored" not in client_of(clerk).get(reverse("desk")).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client_of(head).post(reverse("numbers-confirm"))
    assert restore_mark() is None
    assert "A backup was restored" not in client_of(head).get(reverse("desk")).content.decode()


def test_a_mark_that_cannot_be_read_still_stops(tmp_path, approved, clerk):
    (tmp_path / ".restored.json").write_text("{")
    with pytest.raises(WrongState, match="A backup was restored"):
        issue(approved, clerk)


def test_last_numbers_are_told_by_what_stands_before_them(approved):
    assert last_numbers() == {f"{approved.identity.number_prefix}〔2020〕": 10}


def test_the_mark_keeps_what_was_known_before(tmp_path):
    mark_restore("2020-04-01T00:00:00+00:00", {"锡外函〔2020〕": 58})
    assert json.loads((tmp_path / ".restored.json").read_text()) == restore_mark()
    assert restore_mark()["before"] == {"锡外函〔2020〕": 58}
