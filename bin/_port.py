"""For bin/run: whether the port is free, and the address once the server answers there. Needs no package."""

import contextlib
import errno
import os
import socket
import sys
import time
import urllib.request

BIND = os.environ["WANGLAI_BIND"]
PORT = os.environ["PORT"]
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "*": "127.0.0.1"}


def free() -> str:
    """Why nothing can be served at the address, in a sentence; empty when it can."""
    if not PORT.isascii() or not PORT.isdigit() or not 0 < int(PORT) < 65536:
        return f"PORT must be a number from 1 to 65535, not {PORT!r}."
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(BIND, int(PORT), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
            trial.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = int(PORT) % 65535 + 1
            return f"Port {PORT} on {BIND} is taken by another program; choose another: PORT={other} bin/run"
        return f"Nothing can be served on {BIND}, port {PORT}: {error.strerror or error}."
    return ""


def address() -> str:
    """What to type into a browser on this machine."""
    host = EVERYWHERE.get(BIND, BIND)
    return f"http://[{host}]:{PORT}/" if ":" in host else f"http://{host}:{PORT}/"


def announce(server: int, words: str) -> None:
    """Prints the address and the words once /healthz answers; gives up when the server's process has ended."""
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while alive(server):
        with contextlib.suppress(OSError), ask.open(address() + "healthz", timeout=2):
            if words.startswith("/"):  # the one-time page of an empty installation
                words = f"Make the first account at {address().rstrip('/')}{words}"
            print(f"Wanglai serves at {address()}  (Ctrl-C stops it)\n{words}".rstrip(), flush=True)
            return
        time.sleep(0.05)


def alive(process: int) -> bool:
    """Whether a process of ours is running."""
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    if sys.argv[1] == "announce":
        announce(int(sys.argv[2]), sys.argv[3])
    else:
        reason = free()
        if reason:
            sys.exit(print(reason, file=sys.stderr) or 2)
