"""A job from asking to its result: whose it is, what becomes of it, how it is cancelled and asked again."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from crm.actions.errors import WrongState
from crm.jobs.asking import MOST_OPEN, State, ask, ask_again, cancel, job_of, jobs_of
from crm.jobs.folder import JobFolder
from crm.jobs.turn import taking_turn
from crm.jobs.working import do_waiting
from tests.crm.jobs.works import be_cancelled, count, count_for_heads, fail, find_nothing

pytestmark = pytest.mark.usefixtures("data_folder")


def the_job(user):
    (job,) = jobs_of(user)
    return job


def test_a_job_waits_is_done_and_has_its_result(clerk):
    key = ask(count, by=clerk, to=3)
    job = the_job(clerk)
    assert (job.key, job.title, job.state, job.is_open, job.name, job.until) == (
        key,
        "Counting",
        State.WAITING,
        True,
        "",
        None,
    )
    do_waiting()
    job = the_job(clerk)
    assert (job.state, job.is_open, job.name) == (State.DONE, False, "Count.txt")
    assert (job.progress.done, job.progress.of, job.progress.percent) == (3, 3, 100)
    assert job.progress.notes == ["1 is odd", "3 is odd"]
    assert job.file.read_text() == "3"


def test_a_row_has_keys_alone_and_the_work_its_askers_language(clerk):
    with translation.override("zh-hans"):
        ask(count, by=clerk, to=1)
    row = DBTaskResult.objects.get()
    assert row.args_kwargs == {"args": [], "kwargs": {"asker": clerk.pk, "language": "zh-hans", "keys": {"to": 1}}}


def test_jobs_are_their_askers_alone_the_newest_first(clerk, head):
    first, second = ask(count, by=clerk, to=1), ask(count, by=clerk, to=2)
    ask(count, by=head, to=3)
    assert [job.key for job in jobs_of(clerk)] == [second, first]


def test_the_same_asked_twice_while_it_waits_is_one_job(clerk):
    assert ask(count, by=clerk, to=3) == ask(count, by=clerk, to=3)
    do_waiting()
    ask(count, by=clerk, to=3)
    assert len(jobs_of(clerk)) == 2


def test_nobody_has_too_many_waiting(clerk, head):
    for number in range(MOST_OPEN):
        ask(count, by=clerk, to=number)
    with pytest.raises(WrongState, match="5 of your jobs wait already"):
        ask(count, by=clerk, to=MOST_OPEN)
    ask(count, by=head, to=1)


def test_a_failure_is_said_and_asked_again(clerk):
    ask(fail, by=clerk)
    do_waiting()
    job = the_job(clerk)
    assert (job.state, job.name, job.progress.done) == (State.FAILED, "", 1)
    ask_again(job, by=clerk)
    assert [job.state for job in jobs_of(clerk)] == [State.WAITING, State.FAILED]


def test_a_job_that_has_not_ended_is_not_asked_again(clerk):
    ask(count, by=clerk, to=1)
    with pytest.raises(WrongState, match="not ended yet"):
        ask_again(the_job(clerk), by=clerk)


def test_a_waiting_job_is_cancelled_at_once(clerk):
    ask(count, by=clerk, to=1)
    cancel(the_job(clerk), now=timezone.now())
    do_waiting()
    assert (the_job(clerk).state, the_job(clerk).progress.done) == (State.CANCELLED, 0)


def test_a_running_job_is_cancelled_at_its_next_step_and_leaves_nothing(clerk):
    key = ask(be_cancelled, by=clerk)
    with taking_turn():
        do_waiting()
    assert the_job(clerk).state == State.CANCELLED
    assert not JobFolder(key).path.exists()


def test_a_job_that_has_ended_is_not_cancelled(clerk):
    ask(count, by=clerk, to=1)
    do_waiting()
    cancel(the_job(clerk), now=timezone.now())
    assert the_job(clerk).state == State.DONE


def test_a_running_job_is_broken_off_once_nobody_works(clerk):
    ask(count, by=clerk, to=1)
    DBTaskResult.objects.get().claim("worker")
    with taking_turn():
        assert the_job(clerk).state == State.RUNNING
    assert the_job(clerk).state == State.BROKEN_OFF


def test_a_job_without_a_result_has_none_to_give(clerk):
    ask(find_nothing, by=clerk)
    do_waiting()
    job = the_job(clerk)
    assert (job.state, job.may_be_had(clerk, timezone.now())) == (State.DONE, False)


def test_a_result_is_had_in_time_and_with_the_right_that_the_work_needs(head, settings):
    ask(count_for_heads, by=head)
    do_waiting()
    job, now = the_job(head), timezone.now()
    assert job.may_be_had(head, now)
    assert job.may_be_had(head, now + timedelta(hours=settings.JOB_HOURS, minutes=-1))
    assert not job.may_be_had(head, now + timedelta(hours=settings.JOB_HOURS, minutes=1))
    head.role = "clerk"
    assert not job.may_be_had(head, now)


@pytest.mark.parametrize("change", [{"role": "reader"}, {"is_active": False}])
def test_nothing_is_done_for_an_account_that_may_not_any_more(head, change):
    ask(count_for_heads, by=head)
    type(head).objects.filter(pk=head.pk).update(**change)
    do_waiting()
    job = job_of(DBTaskResult.objects.get())
    assert (job.state, job.file.exists()) == (State.REFUSED, False)
