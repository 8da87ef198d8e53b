"""Fails when a string of the interface has no finished Chinese: missing, untranslated or fuzzy."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/zh_Hans/LC_MESSAGES/django.po")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "tests", "__pycache__")


def fresh_catalogue(copy: Path):
    """The catalogue as makemessages brings it up to date, in a copy of the tree."""
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    (copy / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "zh_Hans", "--no-obsolete", "--verbosity", "0"]
    subprocess.run(command, cwd=copy, check=True)
    if not (copy / CATALOGUE).exists():  # not one string is marked
        return []
    with (copy / CATALOGUE).open("rb") as file:
        return read_po(file, locale="zh_Hans", domain="django")


def unfinished(message) -> str:
    """What is wrong with a message, or nothing."""
    texts = message.string if isinstance(message.string, tuple | list) else [message.string]
    if not all(texts):
        return "untranslated"
    return "fuzzy" if message.fuzzy else ""


def main() -> int:
    """Prints each unfinished string with its place; the status says whether there were any."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = fresh_catalogue(Path(folder) / "copy")
    found = [(unfinished(message), message) for message in catalogue if message.id]
    wrong = [(what, message) for what, message in found if what]
    for what, message in wrong:
        places = ", ".join(f"{path}:{line}" for path, line in message.locations[:2])
        sys.stdout.write(f"{what}: {message.id!r} ({places})\n")
    sys.stdout.write(f"{CATALOGUE}: {len(found)} strings, {len(wrong)} unfinished\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
