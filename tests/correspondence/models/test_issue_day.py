"""Which day a letter may bear when it is issued: the form says it, the action refuses."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from correspondence.actions import lifecycle, outgoing
from correspondence.models import Letter, LetterKind, NumberSeries
from correspondence.paper.slip import slip_of
from crm.actions.errors import WrongState
from crm.models import Office
from tests.factories import LetterFactory, signed_slip

pytestmark = pytest.mark.django_db
ON = date(2020, 4, 20)
LONG_AGO = date(2019, 1, 1)
KINDS = ("notification", "condolence", "thanks", "reciprocal_support", "congratulation")


def approved(kind: str = "thanks") -> Letter:
    """A letter whose words a leader approved on paper long ago."""
    letter = LetterFactory(kind_id=kind, state="submitted")
    signed = {"name": "陈明远", "post": "市长", "on": LONG_AGO, "file": signed_slip()}
    return lifecycle.approve_on_paper(by=letter.drafter, letter=letter, **signed)


def issue(letter: Letter, day: date | None, on: date = ON) -> Letter:
    return outgoing.issue_letter(by=letter.drafter, letter=letter, on=on, day=day, read_by="王译")


def refusal(letter: Letter, day: date) -> str:
    with pytest.raises(WrongState) as refused:
        issue(letter, day)
    return str(refused.value)


@pytest.mark.parametrize("kind", KINDS)
def test_sixty_days_back_and_for_congratulations_sixty_ahead(kind):
    letter = approved(kind)
    ahead = 60 if kind == "congratulation" else 0
    assert letter.issue_days(ON, Office.get()) == (date(2020, 2, 20), ON + timedelta(days=ahead))
    for day in (date(2020, 2, 19), ON + timedelta(days=ahead + 1), date(9999, 12, 31)):
        said = refusal(letter, day)
        assert ("2020-02-20" in said, str(ON + timedelta(days=ahead)) in said) == (True, True)
    assert not NumberSeries.objects.filter(last__gt=0).exists()


@pytest.mark.parametrize("day", [date(2020, 2, 20), ON, None])
def test_the_days_at_the_edge_are_borne(day):
    assert issue(approved(), day).day.first == (day or ON)


def test_the_last_day_ahead_is_borne_and_its_letter_leaves_before_it():
    today, letter = timezone.localdate(), approved("congratulation")
    issue(letter, today + timedelta(days=60), on=today)
    sealed = {"seal": "衡阳市人民政府", "allowed_by": "陈明远", "copies": 2}
    with pytest.raises(WrongState, match=str(today)):
        outgoing.record_seal_use(by=letter.drafter, letter=letter, on=today - timedelta(days=1), **sealed)
    outgoing.record_seal_use(by=letter.drafter, letter=letter, on=today, **sealed)
    sent = outgoing.send_letter(by=letter.drafter, letter=letter, means="letter", on=today)
    assert (sent.state, sent.entry.day.first) == ("sent", today)


def test_the_office_sets_the_bounds_and_marks_its_kinds():
    letter = approved()
    Office.objects.update(issue_days_back=3, issue_days_ahead=5)
    LetterKind.objects.update(dated_ahead=True)
    letter = Letter.objects.get(pk=letter.pk)
    assert letter.issue_days(ON, Office.get()) == (date(2020, 4, 17), date(2020, 4, 25))


def test_a_condolence_is_never_dated_ahead_whatever_is_marked():
    letter = approved("condolence")
    LetterKind.objects.update(dated_ahead=True)
    letter = Letter.objects.get(pk=letter.pk)
    assert "never dated ahead" in refusal(letter, ON + timedelta(days=1))


def test_the_page_names_the_bounds_keeps_what_was_typed_and_burns_no_number(client_of):
    letter, today = approved(), timezone.localdate()
    typed = {"day": "9999-12-31", "read_by": "王译"}
    page = client_of(letter.drafter).post(reverse("letter-issue", args=[letter.pk]), typed)
    form = page.context["issue_form"]
    first = today - timedelta(days=60)
    assert form.errors == {"day": [f"“Thanks” is never dated ahead: it may bear a day from {first} to {today}."]}
    assert (form["day"].value(), form["read_by"].value()) == ("9999-12-31", "王译")
    assert (Letter.objects.get(pk=letter.pk).state, NumberSeries.objects.count()) == ("approved", 0)
    assert (f'min="{first}"' in page.content.decode(), f'max="{today}"' in page.content.decode()) == (True, True)


def test_the_page_issues_a_letter_that_bears_an_earlier_day(client_of):
    letter, yesterday = approved(), timezone.localdate() - timedelta(days=1)
    typed = {"day": str(yesterday), "read_by": "王译"}
    client_of(letter.drafter).post(reverse("letter-issue", args=[letter.pk]), typed)
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.state, letter.day.first) == ("issued", yesterday)


def test_a_backdated_letter_says_so_on_the_slip():
    letter, today = approved(), timezone.localdate()
    day = today - timedelta(days=2)
    issued = issue(letter, day, on=today)
    chinese = [f"{each.year}年{each.month}月{each.day}日" for each in (day, today)]
    assert slip_of(issued)["dated"] == f"{chinese[0]}（早于实际编号定稿日期{chinese[1]}）"


def test_the_slip_of_a_draft_dated_back_says_so_to_whoever_signs_it():
    assert "（早于实际拟稿日期" in slip_of(LetterFactory())["dated"]


def test_the_slip_of_any_other_says_its_day_alone():
    today = timezone.localdate()
    assert slip_of(issue(approved(), today, on=today))["dated"] == f"{today.year}年{today.month}月{today.day}日"
