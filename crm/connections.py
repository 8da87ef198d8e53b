"""Waits for all connections at once, at a cost that grows with what comes on them and not with how many there are.

Waitress's own loop asks every connection what it waits for before each look: with 2,300 of which each sends a byte now
and then, it had the processor to itself. Here one is asked when it is new, when something has come on it, while a
thread answers it (whose end pulls Waitress's trigger), and all of them once a second, which also closes idle ones.
"""

import contextlib
import select
import time

from waitress import wasyncore
from waitress.channel import HTTPChannel

ROUND = 1  # seconds


class Connections(dict):
    """Waitress's dispatchers (connections, listener, trigger) by the number of their file."""

    def __init__(self):
        super().__init__()
        self.epoll = select.epoll()
        self.told = {}  # what the kernel watches each file for, if anything
        self.touched = set()  # files that may wait for something else now
        self.next_round = 0

    def __setitem__(self, file: int, dispatcher) -> None:
        super().__setitem__(file, dispatcher)
        self.touched.add(file)

    def __delitem__(self, file: int) -> None:
        super().__delitem__(file)
        self.tell(file, 0)

    def look(self) -> None:
        """Takes what has come, and waits for it a round at most."""
        now = time.monotonic()
        if now >= self.next_round:
            self.next_round = now + ROUND
            self.touched.update(self)
        touched, self.touched = self.touched, set()
        for file in touched:
            self.ask(file)
        for file, events in self.epoll.poll(ROUND):
            if file in self:
                self.touched.add(file)
                wasyncore.readwrite(self[file], events)

    def ask(self, file: int) -> None:
        """Tells the kernel what a connection waits for now."""
        dispatcher = self.get(file)
        if dispatcher is None:
            return
        if isinstance(dispatcher, HTTPChannel) and dispatcher.requests:  # first, for a thread may end meanwhile
            self.touched.add(file)
        events = select.EPOLLIN | select.EPOLLPRI if dispatcher.readable() else 0
        if dispatcher.writable() and not dispatcher.accepting:
            events |= select.EPOLLOUT
        self.tell(file, events)

    def tell(self, file: int, events: int) -> None:
        """Tells the kernel what to watch a file for."""
        told = self.told.pop(file, 0)
        if events:
            self.told[file] = events
        with contextlib.suppress(OSError):  # closed already
            if told and not events:
                self.epoll.unregister(file)
            elif told != events:
                (self.epoll.modify if told else self.epoll.register)(file, events)
