"""Asking for long work, finding it again, cancelling it, asking once more.

A job is a row of django-tasks and a folder. The row has whom it is for and the keys of what it is about, no words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from crm.actions.errors import WrongState
from crm.jobs.folder import Cancelled, JobFolder, Progress
from crm.jobs.turn import is_somebody_working

BROKEN_OFF = "crm.jobs.BrokenOff"  # what such a row has for its exception
MOST_OPEN = 5  # jobs that one account may have waiting


class State(models.TextChoices):
    """What has become of a job."""

    WAITING = "waiting", gettext_lazy("Waiting")
    RUNNING = "running", gettext_lazy("Running")
    DONE = "done", gettext_lazy("Done")
    CANCELLED = "cancelled", gettext_lazy("Cancelled by you")
    REFUSED = "refused", gettext_lazy("Refused")
    FAILED = "failed", gettext_lazy("Failed")
    BROKEN_OFF = "broken_off", gettext_lazy("Broken off")


OPEN = (State.WAITING, State.RUNNING)


@dataclass(frozen=True)
class Job:
    """A job as its asker sees it."""

    row: DBTaskResult
    state: State
    progress: Progress

    @property
    def key(self) -> UUID:
        return self.row.pk

    @property
    def title(self) -> str:
        """What the work is."""
        return self.row.task.func.title

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in OPEN

    @property
    def name(self) -> str:
        """The name its result is saved under; "" where it has none."""
        return (self.row.return_value or {}).get("name", "")

    @property
    def until(self) -> datetime | None:
        """When its result and its row go; None while it is open."""
        return self.row.finished_at and self.row.finished_at + timedelta(hours=settings.JOB_HOURS)

    @property
    def file(self) -> Path:
        """Where its result lies."""
        return JobFolder(self.key).result

    def may_be_had(self, user, now: datetime) -> bool:
        """Whether a user may still have the result: who asked, with the right that the work needs, in time."""
        return bool(self.name) and may(user, self.row.task.func.right) and now < self.until


def long_work(title: str, right: str = "is_active") -> Callable:
    """Makes a job of ``function(work, **keys) -> name``, which tells ``work.step`` how far it is.

    It writes its result to ``work.result`` and returns the name to save it under, or "" where there is no result.
    ``right`` is the property of an account that is needed to ask, to be worked for and to have the result.
    """

    def decorate(function: Callable) -> Task:
        def run(context, asker, language, keys):
            folder = JobFolder(context.task_result.id)
            with override(language):
                return carry_out(function, folder, get_user_model().objects.filter(pk=asker).first(), right, keys)

        run.__module__, run.__qualname__ = function.__module__, function.__qualname__
        run.__name__, run.__doc__ = function.__name__, function.__doc__
        run.title, run.right = title, right
        return task(takes_context=True)(run)

    return decorate


class Work:
    """A job from inside: where its result goes, and how far it is."""

    def __init__(self, folder: JobFolder):
        folder.make()
        self.folder, self.progress, self.result = folder, Progress(), folder.result

    def step(self, done: int, of: int, note: str = "") -> None:
        """Says how far it is and what was passed over; raises Cancelled where nobody wants it any more."""
        notes = [*self.progress.notes, note] if note else self.progress.notes
        self.progress = Progress(done, of, notes)
        self.folder.write(self.progress)


def carry_out(function: Callable, folder: JobFolder, asker, right: str, keys: dict) -> dict:
    """What the row keeps of a job that ended: how, and the name of its result."""
    if not asker or not may(asker, right):
        return {"ended": State.REFUSED}
    try:
        return {"ended": State.DONE, "name": function(Work(folder), **keys)}
    except Cancelled:
        folder.remove()
        return {"ended": State.CANCELLED}


def may(user, right: str) -> bool:
    """Whether an account is open and has a right."""
    return bool(user.is_active and getattr(user, right))


def ask(work: Task, *, by, **keys) -> UUID:
    """Asks the worker for long work; the same asked twice while it waits is one job. Raises WrongState."""
    asked = {"asker": by.pk, "language": get_language(), "keys": keys}
    waiting = rows_of(by).filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING))
    same = next((row for row in waiting if row.task_path == work.module_path and kwargs_of(row) == asked), None)
    if same:
        return same.pk
    if len(waiting) >= MOST_OPEN:
        raise WrongState(_("%(number)s of your jobs wait already. Wait for one, or cancel it.") % {"number": MOST_OPEN})
    return UUID(work.enqueue(**asked).id)


def ask_again(job: Job, *, by) -> UUID:
    """Asks once more for a job that came to nothing; raises WrongState."""
    if job.is_open:
        raise WrongState(_("This job has not ended yet."))
    return ask(job.row.task, by=by, **kwargs_of(job.row)["keys"])


def cancel(job: Job, *, now: datetime) -> None:
    """Cancels a job: at once where it waits, at its next step where it runs, not at all where it has ended."""
    waiting = DBTaskResult.objects.filter(pk=job.key, status=TaskResultStatus.READY)
    ended = {"ended": State.CANCELLED}
    if not waiting.update(status=TaskResultStatus.SUCCESSFUL, finished_at=now, return_value=ended) and job.is_open:
        JobFolder(job.key).cancel()


def rows_of(user) -> models.QuerySet[DBTaskResult]:
    """The jobs a user asked for, the newest first."""
    return DBTaskResult.objects.filter(args_kwargs__kwargs__asker=user.pk).order_by("-enqueued_at")


def kwargs_of(row: DBTaskResult) -> dict:
    """What a job was asked with: asker, language, keys."""
    return row.args_kwargs["kwargs"]


def jobs_of(user) -> list[Job]:
    """The jobs a user asked for that have not gone yet, the newest first."""
    jobs, now = [job_of(row) for row in rows_of(user)], timezone.now()
    return [job for job in jobs if not job.until or job.until > now]


def job_of(row: DBTaskResult) -> Job:
    """A row with its progress and what has become of it."""
    return Job(row, state_of(row), JobFolder(row.pk).read())


def state_of(row: DBTaskResult) -> State:
    """What has become of a job; one that runs while nobody works has been broken off."""
    if row.status == TaskResultStatus.READY:
        return State.WAITING
    if row.status == TaskResultStatus.RUNNING:
        return State.RUNNING if is_somebody_working() else State.BROKEN_OFF
    if row.status == TaskResultStatus.FAILED:
        return State.BROKEN_OFF if row.exception_class_path == BROKEN_OFF else State.FAILED
    return State(row.return_value["ended"])
