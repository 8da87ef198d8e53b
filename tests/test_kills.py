"""Work is killed at any moment: nothing that was acknowledged is lost, and nothing is half done.

Each case does one deed in a process of its own, which is killed (SIGKILL, with whatever it has started) when it has
used some share of the processor time that the deed takes; then somebody comes next, as a start does. A slow test kills
at twenty moments, ``bin/test --thorough`` at a hundred.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.installation import HERE, PATIENCE, ROOT, Installation, Server, rows_and_numbers

pytestmark = pytest.mark.slow

DEEDS = ("issue", "send", "upload", "backup", "restore", "first start", "migration")
LETTERS = 6  # that wait for each of the first three
PREPARE = f"""
from tests.factories import LetterFactory
for state in ("approved", "issued", "submitted"):
    for _ in range({LETTERS}):
        LetterFactory(state=state)
"""
SETUP = """
import os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
import django
django.setup()
from datetime import date
from django.core.management import call_command
from correspondence.models import Letter
ON = date(2020, 4, 20)
def done(*facts):
    print(*facts, flush=True)
"""
ISSUE = """
from correspondence.actions.outgoing import issue_letter
for letter in Letter.objects.filter(state="approved").order_by("pk"):
    issued = issue_letter(by=letter.drafter, letter=letter, on=ON, read_by="王译")
    done(issued.pk, issued.number, issued.pdf_sha256)
"""
SEND = """
from correspondence.actions.outgoing import send_letter
for letter in Letter.objects.filter(state="issued").order_by("pk"):
    sent = send_letter(by=letter.drafter, letter=letter, means="letter", on=ON, without_seal=True)
    done(sent.pk, sent.entry_id)
"""
UPLOAD = """
from django.core.files.uploadedfile import SimpleUploadedFile
from correspondence.actions.lifecycle import approve_on_paper
from correspondence.uploads import check_upload
for letter in Letter.objects.filter(state="submitted").order_by("pk"):
    scan = check_upload(SimpleUploadedFile("发文稿纸.pdf", b"%PDF-1.4 " + os.urandom(3 << 20)))
    approve_on_paper(by=letter.drafter, letter=letter, name="陈明远", post="市长", on=ON, file=scan)
    done(letter.pk, letter.enclosures.get().sha256)
"""
BACKUP = "call_command('backup', sys.argv[1]); done('kept')"
RESTORE = "call_command('restore', sys.argv[1], replace=True); done('restored')"
MIGRATE = "call_command('migrate', verbosity=0); done('migrated')"
START = """
import sys
sys.path.insert(0, "bin")
import _prepare
print("ready", flush=True)
sys.exit(_prepare.run([]))
"""
READY = "print('ready', flush=True)\n"
SCRIPTS = {
    "issue": SETUP + READY + ISSUE,
    "send": SETUP + READY + SEND,
    "upload": SETUP + READY + UPLOAD,
    "backup": SETUP + READY + BACKUP,
    "restore": SETUP + READY + RESTORE,
    "migration": SETUP + READY + MIGRATE,
    "first start": START,
}

# What a later Wanglai changes: on SQLite each of these makes a table anew, and its triggers go with it.
LATER = {
    "crm": [
        'migrations.AlterField("LedgerEntry", "summary", models.CharField(max_length=400, blank=True))',
        'migrations.AlterField("LedgerLink", "kind", models.CharField(max_length=20))',
        'migrations.AlterField("LedgerPartner", "group", models.CharField(max_length=9, editable=False))',
    ],
    "correspondence": [
        'migrations.AlterField("Letter", "title", models.CharField(max_length=300, blank=True))',
        'migrations.AlterField("Version", "words_hash", models.CharField(max_length=80))',
    ],
}
MIGRATION = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [({app!r}, {before!r})]
    operations = [{operation}]
"""
LOOK = """
import json
from crm.models import LedgerEntry, User
from crm.triggers import missing_triggers
from correspondence.models import Enclosure, Letter, NumberSeries
def of(letter):
    return {
        "state": letter.state, "number": letter.number, "serial": letter.number_serial, "sha256": letter.pdf_sha256,
        "entry": letter.entry_id, "sent": letter.dispatches.count(), "approved": letter.approvals.count(),
        "enclosed": [enclosure.sha256 for enclosure in letter.enclosures.all()],
        "partners": letter.entry.partners.count() if letter.entry else 0,
        "kept": [version.step for version in letter.versions.all()],
    }
done(json.dumps({
    "letters": {letter.pk: of(letter) for letter in Letter.objects.written_here()},
    "series": [series.last for series in NumberSeries.objects.all()],
    "files": [[enclosure.file.name, enclosure.sha256] for enclosure in Enclosure.objects.all()],
    "users": sorted(User.objects.values_list("username", flat=True)),
    "entries": LedgerEntry.objects.count(),
    "missing": [trigger.name for trigger in missing_triggers()],
}))
"""


# Killing ---------------------------------------------------------------------------------------------------------


@dataclass
class Done:
    """A deed that came to its end or was killed: whether it was, what it acknowledged, how long it took or had."""

    killed: bool
    said: list[list[str]]
    seconds: float = 0.0
    errors: str = field(default="", repr=False)


def processor_seconds(pid: int) -> float | None:
    """The processor time a process has used by now; None where it has ended."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if after_name[0] == "Z" else (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def run(office: Installation, deed: str, *arguments, kill_after: float | None = None, pause: float = 0.0) -> Done:
    """Do a deed, and kill it when it has used so many seconds of the processor, and then so many of the clock."""
    with (office.folder.parent / "errors.txt").open("w+") as errors:
        command = [sys.executable, "-c", SCRIPTS.get(deed, deed), *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": errors, "stdin": subprocess.DEVNULL}
        process = subprocess.Popen(
            command, cwd=ROOT, env=office.environment, text=True, start_new_session=True, **pipes
        )
        first = process.stdout.readline()
        begun = processor_seconds(process.pid)
        used = watch(process, begun or 0.0, kill_after, pause)
        process.wait(PATIENCE)
        said = [line.split() for line in process.stdout]  # communicate() would lose what came in one piece with "ready"
        errors.seek(0)
        done = Done(process.returncode == -signal.SIGKILL, said, used, errors.read())
    assert first == "ready\n", done.errors
    assert process.returncode in ((0,) if kill_after is None else (0, -signal.SIGKILL)), done.errors
    return done


def watch(process, begun: float, kill_after: float | None, pause: float) -> float:
    """Wait until a process ends, or kill it and all it has started; returns the processor time used since it began."""
    used, until = 0.0, time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        used = max(used, (processor_seconds(process.pid) or begun) - begun)
        if kill_after is not None and used >= kill_after:
            time.sleep(pause)
            os.killpg(process.pid, signal.SIGKILL)
            break
        time.sleep(0.002)
    return used


# Offices ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.drop_all()


class Places:
    """Where the deeds are done: copies of one demonstration with letters that wait, made when first asked for."""

    def __init__(self, folder: Path, server: Server):
        self.folder, self.server, self.made, self.takes = folder, server, 0, {}
        self.full, self.fresh = self.new(), None
        self.full.must("migrate", "-v0")
        self.full.must("load_demo")
        self.full.must("shell", "--no-imports", "--command", PREPARE)
        self.archive = folder / "full.zip"
        self.full.must("backup", self.archive)
        self.rows = rows_and_numbers(self.archive)
        self.make_later()

    def new(self, template: Installation | None = None) -> Installation:
        """An empty place, or a copy of another."""
        self.made += 1
        folder = self.folder / str(self.made) / "var"
        folder.parent.mkdir()
        on_server = HERE == "postgresql"
        if template:
            left_out = shutil.ignore_patterns("wanglai.sqlite3*") if on_server else None
            shutil.copytree(template.folder, folder, ignore=left_out)
        else:
            folder.mkdir()
        if not on_server:
            return Installation(folder)
        name = template.environment["DATABASE_URL"].rpartition("/")[2] if template else "template1"
        return Installation(folder, self.server.new(name))

    def make_later(self) -> None:
        """Write the migrations of a later Wanglai."""
        self.later = self.folder / "later"
        names = {app: f"later_{app}" for app in LATER}
        for app, operations in LATER.items():
            folder = self.later / names[app]
            shutil.copytree(ROOT / app / "migrations", folder)
            before = sorted(path.stem for path in folder.glob("0*.py"))[-1]
            for place, operation in enumerate(operations):
                file = folder / f"9{place:03}_later.py"
                file.write_text(MIGRATION.format(app=app, before=before, operation=operation))
                before = file.stem
        settings = f"from crm.settings import *\nMIGRATION_MODULES = {names}\n"
        (self.later / "later_settings.py").write_text(settings)

    def of(self, deed: str) -> Installation:
        """A place for a deed."""
        if deed == "first start":
            office = self.new()
            if self.fresh:  # gathering the static files again takes half a minute
                shutil.copytree(self.fresh.folder / "static", office.folder / "static", copy_function=os.link)
            return office
        office = self.new(self.full)
        if deed == "migration":
            office.environment |= {"PYTHONPATH": str(self.later), "DJANGO_SETTINGS_MODULE": "later_settings"}
        if deed == "restore":
            (office.folder / "files" / "later.pdf").write_text("written after the backup")
        return office

    def argument(self, deed: str, office: Installation) -> tuple:
        """The archive that a deed reads or writes."""
        return {"backup": (office.folder.parent / "backup.zip",), "restore": (self.archive,)}.get(deed, ())

    def time_of(self, deed: str) -> float:
        """How much of the processor a deed takes, measured once."""
        if deed not in self.takes:
            if deed == "first start":
                self.fresh = self.of(deed)
                run(self.fresh, deed)
                self.fresh_facts = look(self.fresh)
            office = self.of(deed)
            self.takes[deed] = run(office, deed, *self.argument(deed, office)).seconds
        return self.takes[deed]


@pytest.fixture(scope="module")
def places(tmp_path_factory, server) -> Places:
    return Places(tmp_path_factory.mktemp("kills"), server)


def look(office: Installation) -> dict:
    """What an office has, after whatever a start settles."""
    done = run(office, SETUP + READY + LOOK)
    return json.loads(" ".join(done.said[-1]))


# What has to hold ------------------------------------------------------------------------------------------------


def check_whole(office: Installation, facts: dict) -> None:
    """Nothing is half done: numbers have no gap, files are what their names and rows say, triggers stand."""
    letters = facts["letters"].values()
    serials = sorted(letter["serial"] for letter in letters if letter["serial"])
    assert serials == list(range(1, len(serials) + 1))
    assert facts["series"] in ([len(serials)], [])
    for letter in letters:
        issued = letter["state"] in ("issued", "sent", "closed")
        assert (bool(letter["number"]), bool(letter["sha256"]), "issued" in letter["kept"]) == (issued,) * 3
        assert (letter["state"] == "sent") == bool(letter["entry"]) == bool(letter["sent"]) == bool(letter["partners"])
        if letter["sha256"]:
            assert sha256(office.folder / "files" / "issued" / letter["sha256"][:2] / f"{letter['sha256']}.pdf")
    for name, digest in facts["files"]:
        assert sha256(office.folder / "files" / name) == digest
    for path in (office.folder / "files" / "issued").rglob("*.pdf"):
        assert sha256(path) == path.stem
    assert facts["missing"] == []


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def after_letters(deed: str, done: Done, office: Installation) -> dict:
    """What was acknowledged about letters is there."""
    facts = look(office)
    for key, *acknowledged in done.said:
        letter = facts["letters"][key]
        if deed == "issue":
            assert (letter["state"], letter["number"], letter["sha256"]) == ("issued", *acknowledged)
        elif deed == "send":
            assert (letter["state"], str(letter["entry"])) == ("sent", *acknowledged)
        else:
            assert (letter["state"], letter["enclosed"]) == ("approved", acknowledged)
    if deed == "upload":  # a decision and its scan stand together
        waited = [facts["letters"][str(key)] for key in sorted(map(int, facts["letters"]))[-LETTERS:]]
        with_scan = [letter for letter in waited if letter["enclosed"]]
        assert len(done.said) <= len(with_scan) <= len(done.said) + 1
        assert {(letter["state"], letter["approved"]) for letter in with_scan} <= {("approved", 1)}
    return facts


def after_backup(done: Done, office: Installation, places: Places) -> dict:
    """The archive is whole or not there, and another can be made."""
    file = office.folder.parent / "backup.zip"
    if done.said or file.exists():
        assert rows_and_numbers(file) == places.rows
    assert office.everything()["rows"] == places.rows["rows"]
    return look(office)


def after_restore(done: Done, office: Installation, places: Places) -> dict:
    """All is the old or all the new; and the new where that was acknowledged."""
    facts, later = look(office), (office.folder / "files" / "later.pdf").exists()
    assert office.everything()["rows"] == places.rows["rows"]
    assert not (done.said and later)
    assert list(office.folder.glob(".restoring-*")) == []
    return facts


def after_start(done: Done, office: Installation, places: Places) -> dict:
    """The next start finishes what the first began."""
    run(office, "first start")
    facts = look(office)
    assert (facts["users"], facts["entries"], len(facts["letters"])) == (
        places.fresh_facts["users"],
        places.fresh_facts["entries"],
        len(places.fresh_facts["letters"]),
    )
    return facts


def after_migration(done: Done, office: Installation, places: Places) -> dict:
    """The next start finishes it, no row is lost, and the triggers stand."""
    office.must("migrate", "-v0")
    office.must("check_triggers")
    with zipfile.ZipFile(places.archive) as archive:
        assert archive.testzip() is None
    found = office.everything()
    assert (found["rows"], found["numbers"]) == (places.rows["rows"], places.rows["numbers"])
    return look(office)


AFTER = {"backup": after_backup, "restore": after_restore, "first start": after_start, "migration": after_migration}


def kill(deed: str, share: float, pause: float, places: Places) -> Done:
    """Do a deed up to a share of its time, then look at what is there."""
    kill_after, office = places.time_of(deed) * share, places.of(deed)
    done = run(office, deed, *places.argument(deed, office), kill_after=kill_after, pause=pause)
    check_whole(office, AFTER[deed](done, office, places) if deed in AFTER else after_letters(deed, done, office))
    shutil.rmtree(office.folder.parent)
    return done


@pytest.mark.sampled("moment", range(100), 20)
def test_work_killed_at_any_moment_loses_nothing_it_has_acknowledged(moment, places):
    chance, deed = Random(moment), DEEDS[moment % len(DEEDS)]
    share, pause = chance.random(), chance.random() / 20
    while not kill(deed, share, pause, places).killed:  # it was quicker than when it was measured
        share *= 0.8
