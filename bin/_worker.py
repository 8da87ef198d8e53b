"""For bin/run: keeps the worker going that does long work, until the server has ended.

_worker.py SERVER    the process whose end is the worker's too
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, str(Path(__file__).resolve().parent.parent / "manage.py"), "work_jobs"]
PAUSES = (1, 2, 5, 15, 60)  # seconds before it is started again, the longer the oftener it has died at once
SETTLED = 60  # seconds after which a worker's death is no sign of something that lasts


def keep_working(server: int) -> None:
    """Starts the worker, and starts it again when it dies; ends it with the server."""
    deaths = 0
    while True:
        worker = subprocess.Popen(COMMAND)
        own = os.pidfd_open(worker.pid)
        if not ended(own, SETTLED, server):
            deaths = 0
            ended(own, None, server)
        os.close(own)
        if ended(server, 0):
            return stop(worker)
        worker.wait()
        if ended(server, PAUSES[min(deaths, len(PAUSES) - 1)]):
            return None
        deaths += 1


def ended(process: int, seconds: float | None, other: int | None = None) -> bool:
    """Whether a process ends in so many seconds, or another one does; None waits for ever."""
    waiting = [process] if other is None else [process, other]
    return bool(select.select(waiting, [], [], seconds)[0])


def stop(worker: subprocess.Popen) -> None:
    """Ends the worker; what it was doing is broken off."""
    worker.terminate()
    worker.wait()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, and the server's end ends this
    with contextlib.suppress(ProcessLookupError):  # it has ended already
        keep_working(os.pidfd_open(int(sys.argv[1])))
