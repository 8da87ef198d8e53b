"""A look at the connections asks those on which something has come, not all that there are."""

import socket

import pytest
from waitress import wasyncore

from crm.connections import Connections


class Listener(wasyncore.dispatcher):
    """One end of a connection, which notes what it was asked and what came."""

    def __init__(self, end, connections):
        self.asked, self.came, self.says = 0, b"", b""
        super().__init__(end, map=connections)

    def readable(self):
        self.asked += 1
        return True

    def writable(self):
        return bool(self.says)

    def handle_read(self):
        self.came += self.recv(100)

    def handle_write(self):
        self.says = self.says[self.send(self.says) :]


@pytest.fixture
def pairs():
    """A map of connections, and twenty of them: who listens, and the other end."""
    connections, made = Connections(), []
    for _number in range(20):
        ours, theirs = socket.socketpair()
        theirs.settimeout(60)
        made.append((Listener(ours, connections), theirs))
    made[0][1].send(b"-")
    connections.look()  # all are new
    connections.look()
    connections.next_round = float("inf")
    yield connections, made
    for _listener, theirs in made:
        theirs.close()
    wasyncore.close_all(connections)
    connections.epoll.close()


def test_only_those_are_asked_on_which_something_came(pairs):
    connections, made = pairs
    before = [listener.asked for listener, _theirs in made]
    for _turn in range(5):
        made[3][1].send(b"a")
        connections.look()
    assert made[3][0].came == b"aaaaa"
    assert [listener.asked - asked for (listener, _theirs), asked in zip(made, before, strict=True)] == [
        4 if number == 3 else 0 for number in range(20)
    ]


def test_who_wants_to_write_is_asked_in_the_next_round(pairs):
    connections, made = pairs
    made[5][0].says = b"later"
    connections.next_round = 0
    connections.look()
    assert made[5][1].recv(100) == b"later"


def test_a_closed_connection_is_forgotten_and_its_number_used_again(pairs):
    connections, made = pairs
    listener, theirs = made.pop(7)
    file = listener.socket.fileno()
    theirs.close()
    connections.look()
    assert file not in connections
    assert file not in connections.told
    ours, theirs = socket.socketpair()
    made.append((Listener(ours, connections), theirs))
    theirs.send(b"new")
    connections.look()
    assert made[-1][0].came == b"new"
