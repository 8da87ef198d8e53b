"""Slows whoever guesses passwords, and never shuts the office out; django-axes counts, this says what.

Three counts stand over a quarter of an hour: of one account from one address, of one account from everywhere, and of
one address over all accounts. The last two are larger, for a whole office often sits behind one address. A browser in
which the account has signed in before is known by a cookie and counts for itself alone: whatever is guessed elsewhere,
the desk at which somebody works stays open (OWASP's "device cookies").
"""

from contextlib import suppress
from ipaddress import ip_address
from threading import Lock

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db.models import Sum
from django.utils.crypto import get_random_string, salted_hmac

STRANGE = ""  # what axes keeps in place of the user agent for a browser that is not known
MOST_PER_ACCOUNT, MOST_PER_ADDRESS = 20, 50
KNOWN_FOR = 180 * 24 * 3600  # seconds
TURNS = tuple(Lock() for _turn in range(64))


def client_address(request) -> str | None:
    """Return the client's address as the server gives it, None where it is none (a socket's, say)."""
    with suppress(ValueError):
        return str(ip_address(request.META.get("REMOTE_ADDR", "").partition("%")[0]))
    return None


def turn_of(name: str) -> Lock:
    """Return the lock under which passwords for an account are tried, one after the other.

    Guesses sent at the same instant would else all be checked before the first of them is counted.
    """
    return TURNS[hash(name) % len(TURNS)]


def cookie_of(name: str) -> str:
    """Return the name of the cookie by which a browser is known to an account; it does not tell whose."""
    return f"browser_{salted_hmac(__name__, name).hexdigest()[:16]}"


def known_browser(request, name: str) -> str:
    """Return the browser's own sign where the account has signed in in it before, else STRANGE."""
    return request.get_signed_cookie(cookie_of(name), default=STRANGE, max_age=KNOWN_FOR)


def remember_browser(response, name: str) -> None:
    """Let the browser be known to the account from now on."""
    response.set_signed_cookie(
        cookie_of(name),
        get_random_string(32),
        max_age=KNOWN_FOR,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_failures(name: str) -> None:
    """Let whoever has typed too many wrong passwords for an account try again at once."""
    reset(username=name)


def counted_by(request, credentials=None) -> list[list[str]]:
    """Return by what axes counts: a known browser by itself, wherever it is; a strange one with its address."""
    known = request.axes_user_agent != STRANGE
    return [["username", "user_agent"] if known else ["username", "ip_address", "user_agent"]]


class GuessingHandler(AxesDatabaseHandler):
    """axes' own handler, which also counts an account's failures everywhere and an address's over all accounts."""

    def is_allowed(self, request, credentials=None):
        request.axes_user_agent = known_browser(request, get_client_username(request, credentials) or "")
        return super().is_allowed(request, credentials)

    def get_failures(self, request, credentials=None):
        failures = super().get_failures(request, credentials)
        if request.axes_user_agent != STRANGE:
            return failures
        recent = AccessAttempt.objects.filter(user_agent=STRANGE, attempt_time__gte=get_cool_off_threshold(request))
        account = total(recent.filter(username=get_client_username(request, credentials)))
        address = total(recent.filter(ip_address=request.axes_ip_address))
        full = account >= MOST_PER_ACCOUNT or address >= MOST_PER_ADDRESS
        return max(failures, settings.AXES_FAILURE_LIMIT) if full else failures


def total(attempts) -> int:
    """Return how many failures some attempts stand for."""
    return attempts.aggregate(failures=Sum("failures_since_start", default=0))["failures"]
