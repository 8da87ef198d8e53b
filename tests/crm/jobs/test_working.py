"""The worker: one at a time, nothing left running by a dead one, nothing kept for ever."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from crm.jobs import working
from crm.jobs.asking import State, ask, jobs_of
from crm.jobs.folder import JobFolder
from crm.jobs.turn import is_somebody_working, taking_turn
from crm.jobs.working import break_off_abandoned, do_waiting, prune, work_on
from tests.crm.jobs.works import count, fail

pytestmark = pytest.mark.usefixtures("data_folder")


def test_one_worker_works_at_a_time():
    began = threading.Event()

    def work():
        with taking_turn():
            began.set()

    with taking_turn():
        assert is_somebody_working()
        second = threading.Thread(target=work)
        second.start()
        assert not began.wait(0.2)
    assert began.wait(60)
    second.join()
    assert not is_somebody_working()


def test_a_worker_breaks_off_what_a_dead_one_left_does_what_waits_and_stops_when_unwanted(clerk, monkeypatch):
    monkeypatch.setattr(working, "INTERVAL", 0)
    left = ask(count, by=clerk, to=1)
    DBTaskResult.objects.get().claim("dead")
    ask(count, by=clerk, to=2)
    turns = iter([True, True, False])
    work_on(lambda: next(turns))
    states = {job.key == left: job.state for job in jobs_of(clerk)}
    assert states == {True: State.BROKEN_OFF, False: State.DONE}


def test_half_a_result_is_no_result(clerk):
    key = ask(count, by=clerk, to=1)
    DBTaskResult.objects.get().claim("dead")
    folder = JobFolder(key)
    folder.make()
    folder.result.write_text("half")
    break_off_abandoned(timezone.now())
    assert not folder.result.exists()
    assert not jobs_of(clerk)[0].may_be_had(clerk, timezone.now())


def test_a_failure_keeps_no_other_job_from_being_done(clerk):
    ask(fail, by=clerk)
    ask(count, by=clerk, to=1)
    do_waiting()
    assert [job.state for job in jobs_of(clerk)] == [State.DONE, State.FAILED]


def test_what_has_had_its_time_goes_with_its_folder_and_the_rest_stays(clerk, settings):
    old = ask(count, by=clerk, to=1)
    do_waiting()
    ended = DBTaskResult.objects.get().finished_at
    waiting = ask(count, by=clerk, to=2)
    orphan = uuid4()
    JobFolder(orphan).make()
    prune(ended + timedelta(hours=settings.JOB_HOURS, minutes=-1))
    assert [JobFolder(key).path.exists() for key in (old, orphan)] == [True, False]
    prune(ended + timedelta(hours=settings.JOB_HOURS, minutes=1))
    assert [job.key for job in jobs_of(clerk)] == [waiting]
    assert not JobFolder(old).path.exists()
