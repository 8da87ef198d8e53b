"""Reads typed settings from the environment and refuses a bad value in one sentence."""

import os
import re
import secrets
from pathlib import Path
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from crm.files import write_once

DATABASE_ENGINES = ("django.db.backends.postgresql", "django.db.backends.sqlite3")
DATABASE_EXAMPLE = "postgres://user:password@host:5432/name or sqlite:////folder/name.sqlite3"
TRUE, FALSE = ("1", "yes", "true", "on"), ("0", "no", "false", "off")


def env_text(name: str, default: str) -> str:
    """The variable's text, or the default where it is unset."""
    return os.environ.get(name, default)


def env_bool(name: str, default: bool) -> bool:
    """1/yes/true/on or 0/no/false/off, the default where it is empty; anything else raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip().lower() or str(int(default))
    if text not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {text!r}.")
    return text in TRUE


def env_list(name: str, default: str) -> list[str]:
    """A comma-separated list without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def env_choice(name: str, default: str, *others: str) -> str:
    """One of the words, the default where it is empty; anything else raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip().lower() or default
    if text not in (default, *others):
        raise ImproperlyConfigured(
            f"{name} must be {', '.join((default, *others[:-1]))} or {others[-1]}, not {text!r}."
        )
    return text


def without_port(host: str) -> str:
    """The host of ``host:port``."""
    return re.sub(r":\d+$", "", host)


def origins_of(hosts: list[str], scheme: str) -> list[str]:
    """What browsers name as the origin of our forms; ``.example.org`` is that domain and all below."""
    return [f"{scheme}://{'*' if host.startswith('.') else ''}{host}" for host in hosts if host != "*"]


def env_number(name: str, default: int) -> int:
    """A whole number of at least 1; anything else raises ImproperlyConfigured."""
    text = (os.environ.get(name) or str(default)).strip()
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ImproperlyConfigured(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def env_time_zone(name: str, default: str) -> str:
    """The name of a time zone; one that is not known here raises ImproperlyConfigured."""
    text = (os.environ.get(name) or default).strip()
    try:
        return ZoneInfo(text).key
    except (LookupError, ValueError, OSError) as error:
        raise ImproperlyConfigured(f"{name} must be a time zone such as {default}, not {text!r}.") from error


def env_database(name: str, default: str) -> dict:
    """Django's settings of the database at the URL; the refusal does not repeat the URL, which holds a password."""
    try:
        database = dj_database_url.parse(os.environ.get(name) or default, conn_max_age=60, conn_health_checks=True)
    except ValueError:
        database = {}
    if database.get("ENGINE") not in DATABASE_ENGINES:
        raise ImproperlyConfigured(f"{name} must read like {DATABASE_EXAMPLE}.")
    return database


def secret_key(path: Path) -> str:
    """The secret key kept in a file of mode 600, made on first use."""
    try:
        key = path.read_text().strip()
    except FileNotFoundError:
        key = ""
    return key or write_once(path, secrets.token_urlsafe(50).encode()).decode()
