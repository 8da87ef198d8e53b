"""The web server: Waitress, with a bound on all that may be read of a request before anybody has looked at it.

Its main thread reads every request to its end before a thread of the pool takes it, so that a slow one holds up nobody.
"""

import contextlib
import resource
import socket
from weakref import WeakSet

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import Error

from crm.connections import Connections

THREADS = 32  # and as many connections to the database
CONNECTIONS = 5000
SPOOLED = 32  # bodies in temporary files at a time, whoever sends them: what strangers can fill of the disk
MEGABYTE = 1024 * 1024
IN_MEMORY = 128 * 1024  # bytes of a body; a longer one is a file's, and goes to a temporary file
OWN_FILES = 256  # open files that are no connection's; a connection has two, its socket and what it is sent or sends

TOO_LARGE = _("What was sent is larger than %(limit)d MB and was not read. Go back and choose a smaller file.")
SIGNED_OUT = _("Nobody is signed in here any more, so the file was not read. Sign in, go back and send it again.")
TOO_MANY = _("Too many files are being sent at this moment. Go back and send it again in a minute.")
NO_LENGTH = _("What was sent does not say how long it is, and was not read.")


class Refusal(Error):
    """The answer to a request that is not read, in both languages, for nobody knows yet who asks."""

    def __init__(self, code: int, reason: str, sentence):
        super().__init__(sentence)
        self.code, self.reason = code, reason

    def to_response(self, ident=None) -> tuple[str, list, bytes]:
        """Status line, headers and body."""
        lines = []
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                lines.append(f"{self.body % {'limit': settings.REQUEST_MEGABYTES}}\n")
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")]
        return f"{self.code} {self.reason}", headers, "".join(lines).encode()


class Request(HTTPRequestParser):
    """A request that is refused at its headers where its body may not be read."""

    spooled = WeakSet()
    judged = False

    def received(self, data: bytes) -> int:
        """Takes what has come and returns how much of it was used; a refusal ends the request, with an answer."""
        used = super().received(data)
        if self.headers_finished and not self.judged:
            self.judged = True
            self.error = self.refusal() or self.error
            if self.error:
                self.completed, self.expect_continue = True, False  # or Waitress would ask for the body all the same
        return used

    def refusal(self) -> Refusal | None:
        """Why the body is not read, None where it is."""
        if self.chunked:
            return Refusal(411, "Length Required", NO_LENGTH)  # no browser sends a form so
        if self.content_length >= self.adj.max_request_body_size:
            return Refusal(413, "Request Entity Too Large", TOO_LARGE)
        if self.content_length < self.adj.inbuf_overflow:
            return None
        if f"{settings.SESSION_COOKIE_NAME}=" not in self.headers.get("COOKIE", ""):
            return Refusal(413, "Request Entity Too Large", SIGNED_OUT)
        if len(self.spooled) >= SPOOLED:
            return Refusal(503, "Service Unavailable", TOO_MANY)
        self.spooled.add(self)
        return None


class Channel(HTTPChannel):
    """A connection. After a refusal it throws away what still comes, for a reset would take the answer with it."""

    parser_class = Request
    refused = False
    thrown_away = None  # bytes, once the answer is out

    def __init__(self, server, sock, addr, adj, map=None):
        addr = (addr[0].removeprefix("::ffff:"), *addr[1:])  # IPv4 on a socket of IPv6
        super().__init__(server, sock, addr, adj, map=map)

    def service(self) -> None:
        """Answers a request, in a thread of the pool."""
        self.refused = isinstance(self.requests[0].error, Refusal)
        super().service()

    def handle_close(self) -> None:
        """Closes; after a refusal first only our side."""
        if not self.refused:
            super().handle_close()
            return
        self.refused = self.will_close = False
        self.thrown_away = 0
        with contextlib.suppress(OSError):  # gone already; the next look at it closes
            self.socket.shutdown(socket.SHUT_WR)

    def received(self, data: bytes) -> bool:
        """Takes what has come."""
        if self.thrown_away is None:
            return super().received(data)
        self.thrown_away += len(data)
        if self.thrown_away > self.adj.max_request_body_size:
            self.handle_close()
        return False


def make_server(application, listening: socket.socket):
    """A server of a WSGI application on a bound socket, listening."""
    connections = Connections()
    server = create_server(
        application,
        map=connections,
        sockets=[listening],
        threads=THREADS,
        connection_limit=raise_connection_limit(),
        recv_bytes=64 * 1024,
        inbuf_overflow=IN_MEMORY,
        max_request_header_size=32 * 1024,
        max_request_body_size=settings.REQUEST_MEGABYTES * MEGABYTE + 1,  # the first size that is refused
        ident=None,
        **proxy_trust(),
    )
    server.channel_class, server.connections = Channel, connections
    return server


def run(server) -> None:
    """Serves until SystemExit is raised in it; what has been asked may be answered for five seconds yet."""
    try:
        while True:
            server.connections.look()
    except SystemExit:
        server.task_dispatcher.shutdown()


def raise_connection_limit() -> int:
    """How many connections there may be; the process' limit of open files is raised for them as far as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OWN_FILES + 2 * CONNECTIONS
    files = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < files:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return max(SPOOLED, (files - OWN_FILES) // 2)


def proxy_trust() -> dict:
    """Whose word about the client's address, and with WANGLAI_HTTPS about https, is taken; nobody else's is."""
    if not settings.PROXY:
        return {}
    headers = {"x-forwarded-for", "x-forwarded-proto"} if settings.HTTPS else {"x-forwarded-for"}
    return {"trusted_proxy": settings.PROXY, "trusted_proxy_count": 1, "trusted_proxy_headers": headers}
