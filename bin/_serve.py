"""For bin/run: serves Wanglai until Ctrl-C or SIGTERM; its argument is what to say besides the address."""

import logging
import os
import signal
import sys
from pathlib import Path

import _port

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")


def serve(arguments: list[str]) -> None:
    """Loads the house, says where it is, and serves."""
    import django

    django.setup()
    from correspondence.paper.press import warm_up
    from crm.server import make_server, run
    from crm.wsgi import application

    warm_up()
    server = make_server(application, _port.bound_socket())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    print(f"Wanglai serves at {_port.address()}  (Ctrl-C stops it)\n{words_for(arguments[0])}".rstrip(), flush=True)
    run(server)
    logging.shutdown()
    os._exit(0)  # at once: Python would wait for whatever a thread or a process of a pool still works at


def words_for(words: str) -> str:
    """How to sign in; for an empty house the address of its one-time page."""
    return f"Make the first account at {_port.address().rstrip('/')}{words}" if words.startswith("/") else words


def stop(_number, _frame) -> None:
    """Ends the server, once."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while the house is loaded ends it without a traceback
    import manage

    sys.exit(manage.in_a_sentence(serve, sys.argv[1:], manage.HOUSE_TROUBLE))
