"""The inside of a printing process: it ends with its server, in time, and by nobody else."""

import os
import signal
import subprocess
import sys

import pytest

from correspondence.errors import PageRefused
from correspondence.paper import press as presses
from correspondence.paper.press import sheet_of
from correspondence.paper.process import TookTooLong, limit
from tests.correspondence.paper import accidents
from tests.correspondence.paper.test_press import SERIF, is_there, page, pid_of, wait_for_end
from tests.installation import ROOT


def test_processes_end_with_a_server_that_was_killed(tmp_path):
    script = (
        "import django, os, sys, time; django.setup()\n"
        "from tests.correspondence.paper.test_press import pid_of\n"
        "from correspondence.paper.press import LETTERS\n"
        "print(pid_of(LETTERS), flush=True); time.sleep(10000)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "crm.settings", "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=environment)
    printing = int(server.stdout.readline())
    assert is_there(printing)
    server.kill()
    server.communicate()
    wait_for_end(printing)


def test_ctrl_c_is_left_to_the_server(press):
    pid = pid_of(press)
    os.kill(pid, signal.SIGINT)
    assert pid_of(press) == pid


def test_what_takes_longer_is_given_up_and_what_does_not_is_let_be():
    with pytest.raises(TookTooLong), limit(60):
        signal.raise_signal(signal.SIGALRM)
    with limit(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.slow
def test_a_process_that_hears_of_nothing_is_ended(press, monkeypatch):
    monkeypatch.setattr(presses, "SECONDS", 1)
    monkeypatch.setattr(presses, "print_sheet", accidents.hear_nothing)
    with pytest.raises(PageRefused, match="ended twice over it"):
        press.print(sheet_of(page("x"), SERIF))
