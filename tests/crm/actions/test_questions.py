"""Keeping the questions of a list."""

import pytest
from django.core.exceptions import ValidationError

from crm.actions.errors import NotAllowed
from crm.actions.questions import keep_questions, remove_questions
from crm.models import SavedQuestion

pytestmark = pytest.mark.django_db
JAPAN = {"page": "city-list", "query": "country=JP", "name": " Japan "}


def test_a_name_is_taken_once_by_each_and_once_by_all(clerk, head):
    mine = keep_questions(by=clerk, **JAPAN)
    assert (mine.name, mine.owner) == ("Japan", clerk)
    for more in ({"by": head}, {"by": clerk, "everybodys": True}, {"by": clerk, "page": "person-list"}):
        keep_questions(**{**JAPAN, **more})
    for again in ({"by": clerk}, {"by": head, "everybodys": True}):
        with pytest.raises(ValidationError, match="questions of this name already"):
            keep_questions(**JAPAN, **again)


def test_questions_without_a_name_are_refused(clerk):
    with pytest.raises(ValidationError):
        keep_questions(by=clerk, page="city-list", query="", name=" ")


def test_a_reader_keeps_his_own_and_none_for_everybody(reader):
    keep_questions(by=reader, **JAPAN)
    with pytest.raises(NotAllowed):
        keep_questions(by=reader, **JAPAN, everybodys=True)


def test_each_sees_his_own_and_everybodys(clerk, head):
    mine, alls = keep_questions(by=clerk, **JAPAN), keep_questions(by=head, **JAPAN, everybodys=True)
    assert set(SavedQuestion.objects.of(clerk)) == {mine, alls}
    assert set(SavedQuestion.objects.of(head)) == {alls}


def test_everybodys_are_removed_by_whoever_kept_them_and_by_heads(clerk, head, reader):
    alls = keep_questions(by=clerk, **JAPAN, everybodys=True)
    with pytest.raises(NotAllowed):
        remove_questions(by=reader, kept=alls)
    remove_questions(by=head, kept=alls)
    mine = keep_questions(by=clerk, **JAPAN, everybodys=True)
    remove_questions(by=clerk, kept=mine)
    assert not SavedQuestion.objects.exists()
