"""For bin/run: what gunicorn is told beyond its command line."""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while the pages are loaded ends it without a traceback


def post_worker_init(worker):
    """Leaves Ctrl-C to gunicorn's parent process, which ends its workers by SIGQUIT.

    A terminal sends SIGINT to the workers too. A worker whose handler is entered twice waits for a lock of its own,
    and Ctrl-C then takes half a minute.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
