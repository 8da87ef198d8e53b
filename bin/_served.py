"""For bin/bench: a house with the demonstration that is served, and visitors who ask it for pages."""

import contextlib
import http.client
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "bench-password-1"
PATIENCE = 600  # seconds for a start, which may load the demonstration on a busy machine
PAGES = ("", "cities/", "cities/guadalajara-es/", "people/", "organizations/", "letters/", "gifts/", "ledger/")


class House:
    """Wanglai served on a port of its own, from a start with 1,024 files; ``log`` is what it said."""

    def __init__(self, command: str):
        self.command = command
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        folder = Path(os.environ["WANGLAI_DATA_DIR"])
        folder.mkdir(exist_ok=True)
        self.log = folder / "bench.log"

    def __enter__(self):
        environment = {**os.environ, "PORT": str(self.port), "WANGLAI_BIND": "127.0.0.1", "WANGLAI_DEMO": "yes"}
        environment["WANGLAI_DEMO_PASSWORD"] = PASSWORD
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", f"ulimit -S -n 1024; exec {self.command}"],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
                process_group=0,
            )
        until = time.monotonic() + PATIENCE
        while not self.is_well(5) and time.monotonic() < until and self.process.poll() is None:
            time.sleep(0.2)
        if self.process.poll() is not None:
            sys.exit(self.log.read_text())
        return self

    def __exit__(self, *_fault):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(PATIENCE)

    def is_well(self, seconds: float) -> bool:
        """Whether /healthz answers within so many seconds."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(asked):
            asked.request("GET", "/healthz")
            return asked.getresponse().status == 200
        return False

    def processes(self) -> list[str]:
        """The numbers of all its processes, as /proc names them."""
        group = str(self.process.pid)
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                if path.read_text().rpartition(")")[2].split()[2] == group:
                    found.append(path.parent.name)
        return found

    def memory(self) -> int:
        """Megabytes of all its processes, what they share counted once."""
        return sum(self.number_in(process, "smaps_rollup", "Pss:") for process in self.processes()) // 1024

    def lines(self) -> int:
        """How many it has logged."""
        return self.log.read_text().count("\n")

    def seconds(self) -> float:
        """Seconds of the processor that its processes have used, which hold on a busy machine too."""
        used = 0
        for process in self.processes():
            with contextlib.suppress(OSError):
                used += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]))
        return used / os.sysconf("SC_CLK_TCK")

    def number_in(self, process: str, file: str, name: str) -> int:
        """A number of a process in /proc, 0 where it has ended."""
        with contextlib.suppress(OSError):
            return int(re.search(rf"^{name}\s+(\d+)", Path(f"/proc/{process}/{file}").read_text(), re.M)[1])
        return 0

    def spooled(self) -> int:
        """Bytes of the files without a name that its processes hold: bodies under way, on the disk."""
        total = 0
        for process in self.processes():
            for handle in Path(f"/proc/{process}/fd").glob("*"):
                with contextlib.suppress(OSError):
                    if "(deleted)" in os.readlink(handle):
                        total += handle.stat().st_size
        return total


class Visitor:
    """Somebody at a browser: one connection that is kept, cookies, the seconds each page took and what went wrong."""

    def __init__(self, house: House):
        self.house, self.cookies = house, {}
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
        self.start_anew()

    def start_anew(self) -> None:
        """Forgets what was measured, and the connection: no browser uses one that has waited for minutes."""
        self.seconds, self.faults = [], []
        self.connection.close()

    def ask(self, path: str, form: dict | None = None) -> bytes:
        """The page's bytes; what is not answered by a page is a fault."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = urlencode(form) if form else None
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("POST" if form else "GET", f"/{path}", body, headers)
        answer = self.connection.getresponse()
        for header in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        page = answer.read()
        if answer.status != (302 if form else 200):
            raise http.client.HTTPException(f"{answer.status} for /{path}")
        return page

    def sign_in(self, name: str = "clerk"):
        """Signs in with the demonstration's password."""
        self.ask("login/")
        form = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        self.ask("login/", form)
        self.start_anew()
        return self

    def time(self, path: str) -> None:
        """Asks for a page and keeps its seconds, or the fault."""
        start = time.perf_counter()
        try:
            self.ask(path)
            self.seconds.append(time.perf_counter() - start)
        except (OSError, http.client.HTTPException) as fault:
            self.faults.append(f"{type(fault).__name__}: {fault}")
            self.connection.close()

    def walk(self, pages: list[str], every: float, until: float, first: float = 0) -> None:
        """Asks for page after page, one ``every`` so many seconds, the first after ``first``."""
        due, number = time.monotonic() + first, 0
        while due < until:
            time.sleep(max(0, due - time.monotonic()))
            self.time(pages[number % len(pages)])
            due, number = max(due + every, time.monotonic()), number + 1


def walk_together(visitors: list[Visitor], pages: list[str], every: float, seconds: float) -> None:
    """Lets all walk for so many seconds, spread over the time between two pages, each from a page of its own."""
    until = time.monotonic() + seconds
    walks = []
    for number, visitor in enumerate(visitors):
        own = pages[number % len(pages) :] + pages[: number % len(pages)]
        walks.append(threading.Thread(target=visitor.walk, args=(own, every, until, every * number / len(visitors))))
    for walk in walks:
        walk.start()
    for walk in walks:
        walk.join()


def p95(seconds: list[float]) -> float:
    """The seconds within which 95 of 100 came."""
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else float("nan")


def raise_files() -> None:
    """Lets this process hold as many connections as the attack has."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
