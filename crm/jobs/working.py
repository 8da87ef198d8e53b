"""The worker's side: what waits is done in turn, what a dead worker left is broken off, what has had its time goes."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from crm.jobs.asking import BROKEN_OFF
from crm.jobs.folder import JobFolder, folders_there
from crm.jobs.turn import taking_turn

INTERVAL = 1  # seconds between two looks whether something waits
PRUNING = timedelta(minutes=5)


def work_on(wanted: Callable[[], bool]) -> None:
    """Does what waits and what will be asked for, as long as it is wanted."""
    with taking_turn():
        break_off_abandoned(timezone.now())
        pruned = None
        while wanted():
            if pruned is None or timezone.now() - pruned > PRUNING:
                pruned = timezone.now()
                prune(pruned)
            close_old_connections()
            if DBTaskResult.objects.ready().exists():  # django-tasks asks with SQLite's one writer in its hand
                do_waiting()
            time.sleep(INTERVAL)


def do_waiting() -> None:
    """Does what waits, one after the other, by django-tasks' own worker."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=INTERVAL,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id="wanglai",
    ).run()


def break_off_abandoned(now: datetime) -> None:
    """Ends what a worker left when it died; whoever calls it is the only worker."""
    left = DBTaskResult.objects.running()
    for key in left.values_list("pk", flat=True):
        JobFolder(key).result.unlink(missing_ok=True)
    left.update(status=TaskResultStatus.FAILED, finished_at=now, exception_class_path=BROKEN_OFF)


def prune(now: datetime) -> None:
    """Throws away jobs that ended long enough ago, and folders whose job is not on record."""
    DBTaskResult.objects.finished().filter(finished_at__lt=now - timedelta(hours=settings.JOB_HOURS)).delete()
    there = set(folders_there())
    for key in there - set(DBTaskResult.objects.filter(pk__in=there).values_list("pk", flat=True)):
        JobFolder(key).remove()
