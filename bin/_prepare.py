"""For bin/run: static files, database, letter texts and the first data, in one process so that a start is quick.

Prints what the reader of the terminal should know once the server answers: how to sign in.
For bin/manage, with a command and its arguments: the same for the commands that read or fill the record, which are of
use in a fresh clone too.
"""

import contextlib
import fcntl
import hashlib
import io
import os
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
NEED_RECORDS = ("show_phrases", "write_letter")
BEFORE_UPGRADE, KEPT = "before-upgrade", 3


def main() -> str:
    """Brings the data folder up to date and returns the words about signing in."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    demo = wants_demo()  # first, for a wrong word there should cost nobody a minute
    call_command("check", stdout=io.StringIO())
    remove_halves()
    collect_static(Path(settings.STATIC_ROOT))
    fill_database(demo)
    call_command("clearsessions")
    if get_user_model().objects.exists():
        return demo_words(settings.DATA_DIR / "demo_password")
    words = io.StringIO()
    call_command("welcome", stdout=words)
    return words.getvalue().rstrip()


def wants_demo() -> bool:
    """Whether an empty house begins with the demonstration; raises where WANGLAI_DEMO is neither yes nor no."""
    from crm.environment import env_bool

    return env_bool("WANGLAI_DEMO", True)


def fill_database(demo: bool) -> None:
    """Makes the tables, loads the letter texts and, where ``demo`` and the house is empty, the demonstration."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from crm.models import Office

    migrate()
    call_command("check_triggers")
    refuse_lost_database()
    call_command("load_letter_templates", stdout=io.StringIO(), stderr=io.StringIO())
    if demo and not get_user_model().objects.exists() and not Office.objects.exists():
        print("Loading the demonstration (WANGLAI_DEMO=no begins without).", file=sys.stderr)
        call_command("load_demo", stdout=io.StringIO())
    say_filled()


def migrate() -> None:
    """Brings the tables up to date, after a backup where there is something to change and something to lose.

    The backup of a migration that was cut short or failed stands for the next try: a server that is started again and
    again would else throw away the last good one. Raises CommandError where there is no room for it.
    """
    from django.conf import settings
    from django.core.management import CommandError, call_command

    from crm.backup.errors import ArchiveError
    from crm.files import write_whole

    going_on = settings.DATA_DIR / ".migrating"
    if not has_tables() and not (going_on.exists() and Path(going_on.read_text()).is_file()):
        try:
            if made := back_up():
                write_whole(going_on, str(made).encode())
        except ArchiveError as error:
            raise CommandError(f"{error} Nothing was changed: a backup comes before the upgrade.") from error
    call_command("migrate", verbosity=0, interactive=False)
    going_on.unlink(missing_ok=True)


def back_up() -> Path | None:
    """Writes the backup that comes before an upgrade and keeps the last three; None where there is no office yet."""
    from django.conf import settings
    from django.utils import timezone

    from crm.backup.data_folder import BACKUPS
    from crm.backup.series import write_next
    from crm.backup.writing import has_office
    from crm.files import make_folder

    if not has_office():
        return None
    folder = settings.DATA_DIR / BACKUPS
    make_folder(folder)
    path, _manifest = write_next(folder, BEFORE_UPGRADE, KEPT, timezone.now())
    print(f"Before the upgrade everything was written to {path}.", file=sys.stderr)
    return path


def remove_halves() -> None:
    """Takes away what killed processes left half written in the data folder."""
    from django.conf import settings

    from crm.backup.data_folder import BACKUPS
    from crm.files import remove_parts

    for folder in (settings.DATA_DIR, settings.DATA_DIR / BACKUPS):
        remove_parts(folder)
    remove_parts(Path(settings.MEDIA_ROOT), "**/*.part")


def say_filled() -> None:
    """Leaves word that this very database has all that a start brings; a start cut short leaves none."""
    from django.conf import settings

    from crm.files import write_whole

    write_whole(settings.DATA_DIR / ".filled", when_migrated().encode())


def is_filled() -> bool:
    """Whether every migration has been applied and the start that did it came to its end."""
    from django.conf import settings

    said = settings.DATA_DIR / ".filled"
    return has_tables() and said.exists() and said.read_text() == when_migrated()


def when_migrated() -> str:
    """The moment of the last migration, to the microsecond: no two databases have the same."""
    from django.db.migrations.recorder import MigrationRecorder
    from django.db.models import Max

    return str(MigrationRecorder.Migration.objects.aggregate(Max("applied"))["applied__max"])


def refuse_lost_database() -> None:
    """Raises CommandError where letters' files are kept and the database knows nobody: it is not their database."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import CommandError

    kept = any(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))
    if kept and not get_user_model().objects.exists():
        raise CommandError(
            f"{settings.MEDIA_ROOT} holds the files of letters, and the database is empty: name theirs in "
            "DATABASE_URL, or restore a backup with bin/manage restore FILE --replace."
        )


def before(command: str) -> None:
    """Makes the tables that a command of bin/manage needs, with records for those that only read them."""
    if command in NEED_RECORDS:
        if not is_filled():
            fill_database(wants_demo())
    elif not has_tables():
        migrate()


def has_tables() -> bool:
    """Whether every migration has been applied."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


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


def prepare(arguments: list[str]) -> None:
    """What run() does before a command of bin/manage, or all that bin/run wants."""
    import django

    django.setup()
    with alone():
        if arguments:
            before(arguments[0])
        else:
            print(main())


@contextlib.contextmanager
def alone():
    """Waits until no other command prepares the same data folder, for two would make the same tables.

    Raises FolderInUse while a restore goes on.
    """
    from django.conf import settings

    from crm.backup.data_folder import lock_data_folder

    used = lock_data_folder()
    turn = os.open(settings.DATA_DIR / ".preparing", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with contextlib.suppress(OSError):  # some network file systems know no such lock
            fcntl.flock(turn, fcntl.LOCK_EX)
        yield
    finally:
        os.close(turn)
        os.close(used)


def run(arguments: list[str]) -> int:
    """The command's status; 2 after one sentence about what is wrong with this machine."""
    import manage

    status = manage.in_a_sentence(prepare, arguments, manage.HOUSE_TROUBLE)
    return status or (manage.run(arguments) if arguments else 0)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a traceback
    sys.exit(run(sys.argv[1:]))
