"""Writes the security log: a row in the deed's own transaction, and a line of JSON once that is committed."""

import getpass
import logging
import re
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from crm.models.security_event import COMMAND, EventKind, SecurityEvent
from crm.models.user import User
from crm.origin import current_address, do_afterwards

LINES = logging.getLogger("wanglai.security")
LONGEST = 300  # characters of a fact; a syslog's line is short
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")  # no database, or no line, takes them all

# Whoever is refused can ask again a thousand times a second: so many rows a minute of one account, address and page.
MOST_REFUSALS = {EventKind.REFUSED: 1, EventKind.SIGN_IN_FAILED: 10, EventKind.LOCKED_OUT: 1}
MOST_OF_STRANGERS = 100  # and so many a minute of all who have not signed in
A_MINUTE = timedelta(minutes=1)


def record_event(kind: EventKind, *, by: User | None = None, **facts) -> SecurityEvent:
    """Write an event in the transaction that is open, and its line when that is committed; returns the row.

    ``by`` is who did it, None for a stranger or a command. Facts are text, numbers and truth values; a letter is
    named by key and number, never by its words.
    """
    event = write_event(kind, by=by, **facts)
    transaction.on_commit(partial(announce, event), robust=True)
    return event


def write_event(kind: EventKind, *, by: User | None = None, **facts) -> SecurityEvent:
    """Write an event without its line, for a database that may yet be thrown away."""
    address = current_address()
    if not address:
        facts["system_user"] = system_user()
    return SecurityEvent.objects.create(
        kind=kind,
        account=by.username if by else "",
        name=by.full_name if by else "",
        address=(address or COMMAND)[:64],
        facts={name: plain(value) for name, value in facts.items() if value not in ("", None)},
    )


def announce(event: SecurityEvent) -> None:
    """Give an event's line to the logger, which settings send to a file or to syslog."""
    LINES.info(event.as_json())


def plain(value):
    """A fact as a row and a line can hold it: short, without control characters."""
    return value if isinstance(value, bool | int) else CONTROL.sub("\ufffd", str(value))[:LONGEST]


def system_user() -> str:
    """Who runs a command, as the machine knows them; "" where it does not."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return ""


def record_refusal(kind: EventKind, *, by: User | None = None, page: str, **facts) -> None:
    """Write a refusal in a transaction of its own: when the request is answered, for what it began is taken back."""
    do_afterwards(partial(write_refusal, kind, by=by, page=page, **facts))


def write_refusal(kind: EventKind, *, by: User | None, page: str, **facts) -> SecurityEvent | None:
    """Write a refusal now; None, and nothing is written, where there are enough of its like within a minute."""
    lately = SecurityEvent.objects.between(timezone.now() - A_MINUTE, None)
    whose = {"account": by.username if by else "", "address": (current_address() or COMMAND)[:64]}
    alike = lately.filter(kind=kind, facts__page=page, **whose)
    of_strangers = lately.filter(kind__in=MOST_REFUSALS, account="")
    if has(alike, MOST_REFUSALS[kind]) or (by is None and has(of_strangers, MOST_OF_STRANGERS)):
        return None
    return record_event(kind, by=by, page=page, **facts)


def has(events, most: int) -> bool:
    """Whether there are so many events; counts no further."""
    return events[:most].count() == most
