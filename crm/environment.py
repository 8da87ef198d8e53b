"""Reads typed settings from the environment and refuses a bad value in one sentence."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = ("1", "yes", "true", "on"), ("", "0", "no", "false", "off")


def env_text(name: str, default: str) -> str:
    """The variable's text, or the default where it is unset."""
    return os.environ.get(name, default)


def env_bool(name: str, default: bool) -> bool:
    """1/yes/true/on or 0/no/false/off; anything else raises ImproperlyConfigured."""
    text = os.environ.get(name, str(int(default))).strip().lower()
    if text not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {text!r}.")
    return text in TRUE


def env_int(name: str, default: int) -> int:
    """A whole number above nought; anything else raises ImproperlyConfigured."""
    text = os.environ.get(name, str(default)).strip()
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ImproperlyConfigured(f"{name} must be a whole number from 1, not {text!r}.")
    return int(text)


def env_list(name: str, default: str) -> list[str]:
    """A comma-separated list without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def secret_key(path: Path) -> str:
    """The secret key kept in a file of mode 600, made on first use."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()
