"""The printing processes: renewed, replaced when they die, given up when they take too long, gone with their parent."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from correspondence.errors import PageRefused
from correspondence.paper import press as presses
from correspondence.paper.page_images import page_texts
from correspondence.paper.press import LETTERS, LISTS, Press, print_html, sheet_of
from tests.correspondence.paper import accidents
from tests.installation import PATIENCE

SERIF = frozenset({"Noto Serif"})


def page(words: str) -> str:
    return f'<html lang="en"><body style="font-family: Noto Serif">{words}</body></html>'


def words_in(pdf: bytes) -> str:
    return " ".join("".join(page_texts(pdf)).split())


def pid_of(press: Press) -> int:
    """Which process prints."""
    press.warm_up()
    return press.pool.executor.submit(os.getpid).result(timeout=PATIENCE)


def is_there(pid: int) -> bool:
    """Whether a process runs; one that ended and was not asked for does not."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for_end(pid: int) -> None:
    """Fails where a process does not end."""
    until = time.monotonic() + PATIENCE
    while is_there(pid):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_print_processes_are_not_the_servers_and_stay(press):
    first = pid_of(press)
    assert words_in(press.print(sheet_of(page("Hengyang"), SERIF))) == "Hengyang"
    assert (pid_of(press), first == os.getpid()) == (first, False)


def test_nothing_of_django_crosses_to_a_printing_process(press, monkeypatch):
    monkeypatch.setattr(presses, "print_sheet", accidents.has_django)
    assert press.print(sheet_of(page("x"), SERIF)) == b"none"


def test_a_process_that_died_is_replaced_and_the_sheet_printed(press):
    killed = pid_of(press)
    os.kill(killed, signal.SIGKILL)
    assert words_in(press.print(sheet_of(page("Ritto"), SERIF))) == "Ritto"
    assert pid_of(press) != killed


def test_a_sheet_that_kills_its_process_twice_is_refused_and_the_next_one_printed(press, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(presses, "print_sheet", accidents.die)
        with pytest.raises(PageRefused, match="ended twice over it"):
            press.print(sheet_of(page("x"), SERIF))
    assert words_in(press.print(sheet_of(page("Cluj"), SERIF))) == "Cluj"


def test_a_sheet_that_takes_too_long_is_refused_and_its_process_stays(press, monkeypatch):
    pid = pid_of(press)
    monkeypatch.setattr(presses, "SECONDS", 1)
    with pytest.raises(PageRefused, match="longer than 1 seconds"):
        print_html(page("<p>Long words follow.</p>" * 30_000), SERIF, press)
    assert pid_of(press) == pid


def test_what_waits_too_long_for_its_turn_is_refused(press, monkeypatch):
    pid = pid_of(press)
    press.pool.executor.submit(signal.pause)
    monkeypatch.setattr(presses, "PATIENCE", 0.1)
    with pytest.raises(PageRefused, match="Too much is being printed"):
        press.print(sheet_of(page("x"), SERIF))
    os.kill(pid, signal.SIGKILL)


def test_weasyprints_own_failure_is_a_sentence(press, monkeypatch):
    monkeypatch.setattr(presses, "print_sheet", accidents.fail)
    with pytest.raises(PageRefused, match="the server's log says why"):
        print_html(page("x"), SERIF, press)


def test_a_process_is_renewed_once_its_successor_is_ready(press, monkeypatch):
    monkeypatch.setattr(presses, "RENEW_AFTER", 2)
    old = pid_of(press)
    for words in ("one", "two", "three"):
        assert words_in(press.print(sheet_of(page(words), SERIF))) == words
    press.next.ready.result(timeout=PATIENCE)
    press.print(sheet_of(page("four"), SERIF))
    assert pid_of(press) != old
    assert (press.next, press.pool.printed) == (None, 1)
    wait_for_end(old)


def test_many_at_once_get_each_its_own_while_processes_are_renewed_and_killed(press, monkeypatch):
    monkeypatch.setattr(presses, "RENEW_AFTER", 10)
    with ThreadPoolExecutor(6) as askers:
        asked = [askers.submit(press.print, sheet_of(page(f"letter {number}"), SERIF)) for number in range(40)]
        asked[5].result(timeout=PATIENCE)
        os.kill(pid_of(press), signal.SIGKILL)
        assert [words_in(future.result(timeout=PATIENCE)) for future in asked] == [f"letter {n}" for n in range(40)]


def test_a_server_begins_with_two_so_that_a_letter_that_takes_its_time_holds_up_no_other(press, monkeypatch):
    monkeypatch.setattr(presses, "LETTERS", press)
    presses.warm_up()
    waiting = press.pool.executor.submit(signal.pause)
    for words in ("Guadalajara", "Ritto"):
        assert words_in(press.print(sheet_of(page(words), SERIF))) == words
    assert not waiting.done()
    for process in press.pool.executor._processes.values():
        process.kill()


def test_a_list_that_takes_its_time_holds_up_no_letter():
    pid = pid_of(LISTS)
    waiting = LISTS.pool.executor.submit(signal.pause)
    assert words_in(print_html(page("Guadalajara"), SERIF)) == "Guadalajara"
    assert not waiting.done()
    os.kill(pid, signal.SIGKILL)
    assert waiting.exception(timeout=PATIENCE)
    assert words_in(print_html(page("A list"), SERIF, LISTS)) == "A list"


def test_a_forked_process_does_not_print_through_its_parents(press):
    pid_of(LETTERS)
    child = os.fork()
    if not child:
        os._exit(0 if LETTERS.pool is None else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert LETTERS.pool
