"""The server reads no more than it must of what strangers send, and nobody's slow request holds up another's."""

import contextlib
import socket
import subprocess
import sys
import threading

import pytest
from django.conf import settings as installed
from waitress import wasyncore

from crm import server as served
from crm.server import IN_MEMORY, MEGABYTE, SPOOLED, THREADS, make_server

COOKIE = f"Cookie: {installed.SESSION_COOKIE_NAME}=abc\r\n"
PATIENCE = 60  # seconds a socket may wait before its server counts as hung
asked_of_the_app = []


def application(environ, start_response):
    """Says how much it was sent and by whom."""
    asked_of_the_app.append(environ["PATH_INFO"])
    seen = (len(environ["wsgi.input"].read()), environ["REMOTE_ADDR"], environ["wsgi.url_scheme"])
    answer = " ".join(map(str, seen)).encode()
    start_response("200 OK", [("Content-Length", str(len(answer)))])
    return [answer]


@contextlib.contextmanager
def serving(listening: socket.socket | None = None):
    """The address of a server that serves ``application`` meanwhile."""
    asked_of_the_app.clear()
    listening = listening or socket.create_server(("127.0.0.1", 0))
    made, over = make_server(application, listening), threading.Event()

    def loop():
        while not over.is_set():
            made.connections.look()

    looping = threading.Thread(target=loop)
    looping.start()
    yield listening.getsockname()
    over.set()
    made.pull_trigger()
    looping.join()
    made.task_dispatcher.shutdown()
    wasyncore.close_all(made.connections)


@pytest.fixture
def address(settings):
    settings.REQUEST_MEGABYTES = 1
    with serving() as address:
        yield address


def connect(address, sent: str = "") -> socket.socket:
    """A connection that has sent so much."""
    made = socket.create_connection(address, timeout=PATIENCE)
    made.sendall(sent.encode())
    return made


def post(length: int, headers: str = "", path: str = "/") -> str:
    """The head of a form of so many bytes."""
    return f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n{headers}\r\n"


def answer_on(connection: socket.socket) -> tuple[int, str]:
    """Status and body of the answer."""
    with connection.makefile("rb") as read:
        status = int(read.readline().split()[1])
        length = [int(line.split()[1]) for line in iter(read.readline, b"\r\n") if line.startswith(b"Content-Length")]
        return status, read.read(*length).decode()


def answer(address, sent: str) -> tuple[int, str]:
    with connect(address, sent) as connection:
        return answer_on(connection)


def test_half_sent_requests_occupy_nobody(address):
    with contextlib.ExitStack() as half:
        for sent in ("", "GET / HTTP/1.1\r\nHost:", post(1000) + "a", post(MEGABYTE, COOKIE) + "a"):
            for _number in range(THREADS // 2):
                half.enter_context(connect(address, sent))
        assert answer(address, "GET / HTTP/1.1\r\n\r\n") == (200, "0 127.0.0.1 http")


def test_what_fits_is_read_whole(address):
    assert answer(address, post(IN_MEMORY - 1) + "a" * (IN_MEMORY - 1)) == (200, f"{IN_MEMORY - 1} 127.0.0.1 http")
    assert answer(address, post(MEGABYTE, COOKIE) + "a" * MEGABYTE) == (200, f"{MEGABYTE} 127.0.0.1 http")


TOO_LARGE = (
    "所发送的内容超过1 MB，未予读取。请返回并选择较小的文件。\n"
    "What was sent is larger than 1 MB and was not read. Go back and choose a smaller file.\n"
)


@pytest.mark.parametrize("headers", ["", COOKIE, "Expect: 100-continue\r\n"])
def test_what_is_too_large_is_refused_unread_in_both_languages(address, headers):
    assert answer(address, post(3 * 1024 * MEGABYTE, headers)) == (413, TOO_LARGE)
    assert asked_of_the_app == []


def test_who_still_sends_gets_the_refusal_to_read(address):
    with connect(address, post(MEGABYTE + 1, COOKIE)) as connection:
        for _piece in range(16):
            connection.sendall(b"a" * (MEGABYTE // 16))
        assert answer_on(connection) == (413, TOO_LARGE)
        assert connection.recv(1) == b""


def test_who_sends_on_for_ever_is_cut_off(address):
    with connect(address, post(3 * 1024 * MEGABYTE)) as connection, pytest.raises(ConnectionError):
        connection.sendall(bytes(1024 * MEGABYTE))
    assert asked_of_the_app == []


def test_a_file_is_read_of_nobody_without_a_session(address):
    status, said = answer(address, post(IN_MEMORY))
    assert (status, said.splitlines()[1]) == (413, str(served.SIGNED_OUT))


def test_a_body_of_unknown_length_is_refused(address):
    head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
    assert answer(address, head + "1\r\na\r\n0\r\n\r\n")[0] == 411
    assert asked_of_the_app == []


def test_so_many_files_are_read_at_a_time_and_no_more(address):
    with contextlib.ExitStack() as sending:
        for _number in range(SPOOLED):
            sending.enter_context(connect(address, post(MEGABYTE, COOKIE)))
        whole = post(MEGABYTE, COOKIE) + "a" * MEGABYTE
        status, said = answer(address, whole)
        assert (status, said.splitlines()[1]) == (503, str(served.TOO_MANY))
        assert answer(address, post(5) + "small")[0] == 200
    while answer(address, whole)[0] == 503:
        pass  # until the server has seen that the others are gone
    assert answer(address, whole)[0] == 200


FORWARDED = "GET / HTTP/1.1\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n"


@pytest.mark.parametrize(
    ("proxy", "https", "seen"),
    [
        ("", False, "0 127.0.0.1 http"),
        ("", True, "0 127.0.0.1 http"),
        ("192.0.2.9", True, "0 127.0.0.1 http"),
        ("127.0.0.1", False, "0 203.0.113.7 http"),
        ("127.0.0.1", True, "0 203.0.113.7 https"),
        ("*", True, "0 203.0.113.7 https"),
    ],
)
def test_only_the_proxys_word_about_the_client_is_taken(settings, proxy, https, seen):
    settings.PROXY, settings.HTTPS = proxy, https
    with serving() as address:
        assert answer(address, FORWARDED) == (200, seen)


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="no IPv6 here")
def test_who_comes_by_ipv4_has_an_address_of_ipv4():
    both = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    with serving(both) as (_host, port, *_rest):
        assert answer(("127.0.0.1", port), "GET / HTTP/1.1\r\n\r\n") == (200, "0 127.0.0.1 http")


ASK_LIMITS = """
from resource import RLIMIT_NOFILE, getrlimit
from crm.server import raise_connection_limit
print(raise_connection_limit(), *getrlimit(RLIMIT_NOFILE))
"""


def test_the_limit_of_open_files_is_raised_as_far_as_it_may():
    limits = 'ulimit -n 1024; ulimit -S -n 512; exec "$@"'
    command = ["sh", "-c", limits, "sh", sys.executable, "-c", ASK_LIMITS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "384 1024 1024\n"
