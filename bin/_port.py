"""For bin/run: whether the port is free, and the address one serves at. Needs no package."""

import errno
import os
import socket
import sys

BIND = os.environ["WANGLAI_BIND"]
PORT = os.environ["PORT"]
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def free() -> str:
    """Why nothing can be served at the address, in a sentence; empty when it can."""
    if not PORT.isascii() or not PORT.isdigit() or not 0 < int(PORT) < 65536:
        return f"PORT must be a number from 1 to 65535, not {PORT!r}."
    try:
        with bound_socket() as trial:
            trial.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = int(PORT) % 65535 + 1
            return f"Port {PORT} on {BIND} is taken by another program; choose another: PORT={other} bin/run"
        return f"Nothing can be served on {BIND}, port {PORT}: {error.strerror or error}."
    return ""


def bound_socket() -> socket.socket:
    """A socket at the address, not listening yet; raises OSError. One for :: takes IPv4 too, as Linux does."""
    family, kind, protocol, _name, address = socket.getaddrinfo(BIND, int(PORT), type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError:
        made.close()
        raise
    return made


def address() -> str:
    """What to type into a browser on this machine."""
    host = EVERYWHERE.get(BIND, BIND)
    return f"http://[{host}]:{PORT}/" if ":" in host else f"http://{host}:{PORT}/"


if __name__ == "__main__":
    reason = free()
    if reason:
        sys.exit(print(reason, file=sys.stderr) or 2)
