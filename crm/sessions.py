"""Sessions in Django's own table: how long they last, whose they are, and how they end.

A session ends after the idle time that the office sets. ``expire_date`` is the last use and that time: it is pushed
on at most every five minutes, by itself, so that two pages of one session never overwrite each other's data.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import F, Subquery
from django.utils import timezone
from django.utils.crypto import salted_hmac

from crm.guessing import client_address
from crm.models.office import DEFAULT_IDLE, Office
from crm.models.user import User

RENEWED_EVERY = timedelta(minutes=5)
PATIENCE = 100  # milliseconds a renewal waits for another writer
ORIGIN = "origin"
IDLE = Office.objects.values("idle_minutes")[:1]


class SessionStore(db.SessionStore):
    """Django's own, with the office's idle time; the class keeps its name, for it is the salt of what is stored."""

    expires, idle = None, None  # of the row that was loaded

    def load(self):
        key = self.session_key
        if not key.isalnum():  # the cookie was made up, and a database may not take what stands in it
            self._session_key = None
            return {}
        open_now = self.model.objects.filter(session_key=key, expire_date__gt=timezone.now())
        row = open_now.annotate(idle=Subquery(IDLE)).first()
        if row is None:
            self._session_key = None
            return {}
        self.expires, self.idle = row.expire_date, row.idle or DEFAULT_IDLE
        return self.decode(row.session_data)

    def get_session_cookie_age(self):
        return 60 * (self.idle or idle_minutes())

    def is_due(self) -> bool:
        """Whether the session was last renewed five minutes ago or earlier."""
        if self.expires is None:
            return False
        return self.expires - timezone.now() <= timedelta(minutes=self.idle) - RENEWED_EVERY

    def renew(self) -> None:
        """Push on the session's end and nothing else of it; raises django.db.Error where another writes too long."""
        with waiting_briefly():
            self.model.objects.filter(session_key=self.session_key).update(expire_date=self.get_expiry_date())


@contextmanager
def waiting_briefly() -> Iterator[None]:
    """Write in a transaction that waits PATIENCE for other writers, not half a minute."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE}")
            yield
        return
    usual = int(1000 * connection.settings_dict["OPTIONS"]["timeout"])
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            with transaction.atomic():
                yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def idle_minutes() -> int:
    """How long a session may be idle: as the office says, or the usual two hours."""
    return Office.objects.values_list("idle_minutes", flat=True).first() or DEFAULT_IDLE


def shift_ends(minutes: int) -> None:
    """Move the end of every session, now that the office lets them be idle so much longer (or, negative, less)."""
    Session.objects.update(expire_date=F("expire_date") + timedelta(minutes=minutes))


def note_origin(request) -> None:
    """Keep in the session when, from which address and in which browser it began."""
    browser = request.headers.get("User-Agent", "")[:300]
    began = timezone.now().isoformat()
    request.session[ORIGIN] = {"began": began, "address": client_address(request) or "", "browser": browser}


@dataclass(frozen=True)
class OpenSession:
    """A session as its owner sees it; ``name`` stands for the key, which no page shows."""

    key: str
    seen: datetime
    began: datetime | None
    address: str
    browser: str

    @property
    def name(self) -> str:
        """What a form calls it by."""
        return salted_hmac(__name__, self.key).hexdigest()[:20]


def sessions_of(user: User) -> list[OpenSession]:
    """Return somebody's open sessions, the latest used first."""
    idle, store = timedelta(minutes=idle_minutes()), SessionStore()
    found = []
    for row in Session.objects.filter(expire_date__gt=timezone.now()).order_by("-expire_date"):
        data = store.decode(row.session_data)
        if data.get(SESSION_KEY) != str(user.pk):
            continue
        origin = {"began": None, "address": "", "browser": "", **data.get(ORIGIN, {})}
        origin["began"] = origin["began"] and datetime.fromisoformat(origin["began"])
        found.append(OpenSession(key=row.session_key, seen=row.expire_date - idle, **origin))
    return found


def end_sessions(user: User, keep: str | None = None) -> int:
    """End somebody's sessions but the one with the key ``keep``; returns how many."""
    ended = [session.key for session in sessions_of(user) if session.key != keep]
    return Session.objects.filter(session_key__in=ended).delete()[0]
