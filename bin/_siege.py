"""For bin/bench --attack: requests that are half sent, idle, endless or many at once, and what others notice of them.

Each attack stands between two calm stretches of the same run, and p95 of the others is told against theirs.
Ends with 1 where it is more than twice that, anything failed, or /healthz did not answer.
"""

import argparse
import contextlib
import multiprocessing
import socket
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from _served import PAGES, House, Visitor, p95, raise_files, walk_together

GIGABYTE = 1024**3
BODY = b"POST /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
HALF = b"GET /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "
SLOW = BODY + b"Content-Length: 100000\r\n\r\nusername="
FINISHED = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
ATTACKS = {
    "10 slow bodies, 40 half headers": [(10, SLOW), (40, HALF)],
    "120 idle connections": [(60, b""), (60, FINISHED)],
    "450 idle connections": [(225, b""), (225, FINISHED)],
    "2,300 half headers": [(2300, HALF)],
}
FLOODS = {  # headers of a body of 3 GB
    "with its length": BODY + b"Content-Length: %d\r\n\r\n" % (3 * GIGABYTE),
    "in chunks": BODY + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % (3 * GIGABYTE),
    "asking first": BODY + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % (3 * GIGABYTE),
    "with a forged cookie": BODY + b"Cookie: sessionid=a\r\nContent-Length: %d\r\n\r\n" % (3 * GIGABYTE),
}


class Siege:
    """Connections of a process of its own that send what they are to send, and go on in the middle of it."""

    def __init__(self, house: House, parts: list[tuple[int, bytes]]):
        self.house, self.parts = house, parts
        self.begun, self.over = multiprocessing.Event(), multiprocessing.Event()

    def __enter__(self):
        self.process = multiprocessing.Process(target=self.besiege)
        self.process.start()
        self.begun.wait()
        return self

    def besiege(self) -> None:
        """Connects, and keeps the unfinished ones from being idle: a byte a second each, at all times one of them."""
        made = [self.connect(sent) for count, sent in self.parts for _number in range(count)]
        self.begun.set()
        unfinished = [one for one, sent in made if sent in (SLOW, HALF)]
        while not self.over.is_set():
            for one in unfinished or [None]:
                self.over.wait(1 / max(1, len(unfinished)))
                with contextlib.suppress(OSError):
                    one and one.send(b"a")

    def connect(self, sent: bytes) -> tuple[socket.socket | None, bytes]:
        """A connection that has sent so much, none where the server takes no more."""
        with contextlib.suppress(OSError):
            made = socket.create_connection(("127.0.0.1", self.house.port), timeout=10)
            made.sendall(sent)
            return made, sent
        return None, b""

    def __exit__(self, *_fault):
        self.over.set()
        self.process.join()


class HealthWatch:
    """Asks /healthz four times a second by connections of its own."""

    def __init__(self, house: House):
        self.house, self.seconds, self.failed, self.over = house, [], 0, threading.Event()

    def __enter__(self):
        self.watching = threading.Thread(target=self.watch)
        self.watching.start()
        return self

    def watch(self) -> None:
        """Notes how long each answer took, and how many did not come."""
        while not self.over.wait(0.25):
            start = time.perf_counter()
            if self.house.is_well(5):
                self.seconds.append(time.perf_counter() - start)
            else:
                self.failed += 1

    def __exit__(self, *_fault):
        self.over.set()
        self.watching.join()


@dataclass
class Stretch:
    """What five people who ask a page every half second met: p95, faults, and how /healthz and the server did."""

    p95: float
    faults: int
    health: HealthWatch
    processor: float  # seconds it worked
    lines: int  # it logged


def measure(visitors: list[Visitor], seconds: float) -> Stretch:
    """Lets the visitors walk for so many seconds."""
    house = visitors[0].house
    used, lines = house.seconds(), house.lines()
    for visitor in visitors:
        visitor.start_anew()
    with HealthWatch(house) as health:
        walk_together(visitors, list(PAGES), 0.5, seconds)
    took = [second for visitor in visitors for second in visitor.seconds]
    faults = sum(len(visitor.faults) for visitor in visitors)
    return Stretch(p95(took), faults, health, house.seconds() - used, house.lines() - lines)


def lay_siege(house: House, rounds: int, seconds: float, only: str) -> bool:
    """Prints what each attack did to the others; whether all held."""
    print(f"{'median of rounds':34} {'p95':>7} {'calm':>7} {'ratio':>6} {'healthz':>8} {'failed':>7} {'log lines':>10}")
    visitors = [Visitor(house).sign_in() for _number in range(5)]
    before, held = measure(visitors, seconds), True
    for name, parts in ATTACKS.items():
        if only not in name:
            continue
        under, calm = [], [before]
        for _round in range(rounds):
            with Siege(house, parts):
                under.append(measure(visitors, seconds))
            calm.append(measure(visitors, seconds))
        before = calm[-1]
        held = tell(name, under, calm) and held
    return held


def tell(name: str, under: list[Stretch], calm: list[Stretch]) -> bool:
    """Prints the stretches of an attack beside the calm ones around each; whether the others were held up."""
    around = [(one.p95 + other.p95) / 2 for one, other in pairwise(calm)]
    ratios = [one.p95 / without for one, without in zip(under, around, strict=True)]
    failed = sum(one.faults + one.health.failed for one in under)
    slowest = max(second for one in under for second in [0, *one.health.seconds])
    print(
        f"{name:34} {median(one.p95 for one in under):7.3f} {median(around):7.3f} {median(ratios):6.2f} {slowest:8.3f}"
        f" {failed:7} {sum(one.lines for one in under):10}   each round {', '.join(f'{one:.2f}' for one in ratios)};"
        f" the processor worked {median(one.processor for one in under):.1f} s, calm"
        f" {median(one.processor for one in calm):.1f} s",
        flush=True,
    )
    return median(ratios) <= 2 and not failed


def pour(house: House, headers: bytes) -> tuple[float, int, str]:
    """Megabytes taken of a body of 3 GB, most bytes spooled meanwhile, and the answer's first line."""
    sent, spooled, answer, piece = 0, 0, b"", b"a" * 65536
    with socket.create_connection(("127.0.0.1", house.port), timeout=10) as made, contextlib.suppress(OSError):
        made.sendall(headers)
        made.setblocking(False)
        until = time.monotonic() + 60
        while sent < 3 * GIGABYTE and time.monotonic() < until:
            with contextlib.suppress(BlockingIOError):
                answer += made.recv(65536)
            try:
                sent += made.send(piece)
            except BlockingIOError:
                time.sleep(0.01)
            if not sent % (64 * len(piece)):
                spooled = max(spooled, house.spooled())
    first = answer.partition(b"\r\n")[0].decode()
    return sent / 1024**2, max(spooled, house.spooled()), first or "no answer"


def pour_all(house: House) -> bool:
    """Prints what became of bodies of 3 GB; whether each was cut off and none spooled."""
    held = True
    for name, headers in FLOODS.items():
        memory = house.memory()
        taken, spooled, answer = pour(house, headers)
        grown = house.memory() - memory
        print(
            f"3 GB {name:24} taken {taken:7.1f} MB, spooled {spooled} bytes, memory {grown:+} MB: {answer}", flush=True
        )
        held = held and taken < 100 and not spooled and " 4" in answer
    return held


def crowd(house: House, size: int = 200) -> bool:
    """Prints how so many requests at one moment fare; whether none failed."""
    signed_in = Visitor(house).sign_in()
    visitors = [Visitor(house) for _number in range(size)]
    start = threading.Barrier(size)

    def come(visitor: Visitor) -> None:
        visitor.cookies = signed_in.cookies
        start.wait()
        visitor.time("cities/")

    threads = [threading.Thread(target=come, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    faults = Counter(fault for visitor in visitors for fault in visitor.faults)
    took = [second for visitor in visitors for second in visitor.seconds]
    print(
        f"{size} at once: {len(took)} answered, the slowest after {max(took, default=0):.1f} s; faults {dict(faults)}"
    )
    return not faults


def main() -> bool:
    """Whether all held."""
    words = argparse.ArgumentParser(prog="bin/bench")
    words.add_argument("--attack", action="store_true")
    words.add_argument("--crowd", action="store_true", help="only the 200 at once")
    words.add_argument("--only", default="", help="only the half-sent and idle requests whose name has this")
    words.add_argument("--rounds", type=int, default=3, help="how often each attack comes (3)")
    words.add_argument("--seconds", type=float, default=15, help="how long each stretch is (15)")
    words.add_argument("--serve", default="bin/run", help="what serves on $PORT, to compare servers")
    asked = words.parse_args()
    raise_files()
    with House(asked.serve) as house:
        print(f"{asked.serve}: memory {house.memory()} MB", flush=True)
        held = crowd(house) if asked.crowd or not asked.only else True
        if not asked.crowd:
            held = (bool(asked.only) or pour_all(house)) and held
            held = lay_siege(house, asked.rounds, asked.seconds, asked.only) and held
        print(f"memory {house.memory()} MB at the end; {house.lines()} lines in the log")
    return held


if __name__ == "__main__":
    sys.exit(not main())
