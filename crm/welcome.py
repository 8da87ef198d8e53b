"""The key to the page that opens an empty installation: whoever can read the server's data folder may."""

import secrets
from pathlib import Path

from django.conf import settings

from crm.environment import secret_key
from crm.models import User


def key_file() -> Path:
    """The file, of mode 600, that keeps the key while there is no account."""
    return settings.DATA_DIR / "welcome_key"


def make_key() -> str:
    """The key, made when first asked for."""
    return secret_key(key_file())


def is_key(text: str) -> bool:
    """True for the key that was made, while there is no account yet."""
    if User.objects.exists() or not key_file().exists():
        return False
    return secrets.compare_digest(text.encode(), key_file().read_text().strip().encode())


def forget_key() -> None:
    """Takes the key away once it has served."""
    key_file().unlink(missing_ok=True)
