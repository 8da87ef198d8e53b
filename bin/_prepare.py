"""For bin/run: static files, database, letter texts and the first data, in one process so that a start is quick.

Prints what the reader of the terminal should know once the server answers: how to sign in.
"""

import hashlib
import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")


def main() -> str:
    """Brings the data folder up to date and returns the words about signing in."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from crm.data_folder import use

    use()
    collect_static(Path(settings.STATIC_ROOT))
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_letter_templates", stdout=io.StringIO(), stderr=io.StringIO())
    words = io.StringIO()
    if not get_user_model().objects.exists():
        if os.environ.get("WANGLAI_DEMO", "").strip().lower() in ("no", "0", "false", "off"):
            call_command("welcome", stdout=words)
        else:
            print("Loading the demonstration (WANGLAI_DEMO=no begins without).", file=sys.stderr)
            call_command("load_demo", stdout=io.StringIO())
    return words.getvalue().rstrip() or demo_words(settings.DATA_DIR / "demo_password")


def demo_words(kept: Path) -> str:
    """The demonstration's sign-ins while its password is kept, else nothing."""
    if not kept.exists():
        return ""
    return f"Demo sign-ins: clerk, head, reader; password: {kept.read_text().strip()}"


def collect_static(into: Path) -> None:
    """Gathers the static files when they or the pinned packages have changed since the last time."""
    from django.core.management import call_command

    stamp, sources = into / ".sources", hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted([*ROOT.glob("crm/static/**/*"), *ROOT.glob("correspondence/static/**/*")]):
        if path.is_file():
            sources.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    if stamp.exists() and stamp.read_text() == sources.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    into.mkdir(parents=True, exist_ok=True)
    stamp.write_text(sources.hexdigest())


def run() -> int:
    """Status 0, or 2 after one sentence about what is wrong with this machine."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management.base import CommandError
    from django.db.utils import DatabaseError, InterfaceError

    try:
        print(main())
    except (ImproperlyConfigured, CommandError, OSError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except (DatabaseError, InterfaceError) as error:
        print(f"The database does not answer: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run())
