"""What is to be looked at after a restore: an older record may have given fewer numbers than are out in the world.

The mark lies in the data folder, in no backup. It is set before anything is put in place, so that a restore that is
killed on the way leaves it rather than not.
"""

import json
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from crm.files import write_whole


def last_numbers() -> dict[str, int]:
    """The last number of each series of letters; settings name who knows them, for the floor above counts."""
    return import_string(settings.LAST_NUMBERS_FROM)()


def mark_file() -> Path:
    """Where the mark lies."""
    return Path(settings.DATA_DIR) / ".restored.json"


def mark_restore(made: str, before: dict[str, int]) -> None:
    """Says that a backup of a moment is put in place, and how far each series had come before."""
    write_whole(mark_file(), json.dumps({"made": made, "before": before}, ensure_ascii=False).encode())


def restore_mark() -> dict | None:
    """The mark, with ``made`` and ``before``, while nobody has said that the numbers are right."""
    try:
        return json.loads(mark_file().read_text())
    except FileNotFoundError:
        return None
    except ValueError:
        return {"made": "", "before": {}}


def remove_mark() -> None:
    """Lets letters be numbered again."""
    mark_file().unlink(missing_ok=True)
