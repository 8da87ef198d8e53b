"""An office's backup from before Body became Organization: it restores into today's tables, history and all.

``tests/archives/2026-11-25.zip`` was written by the program of that day (see ``build_2026_11_25.py`` beside it): the
demonstration, letters issued, sent and cancelled, a corrected gift, a changed body, a deleted tie. A data folder is
brought up to date by the same steps, the migrations.
"""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from tests.installation import HERE, Installation, Server, rows_and_numbers

pytestmark = pytest.mark.slow

ARCHIVE = Path(__file__).resolve().parent.parent.parent / "archives" / "2026-11-25.zip"
RENAMED = {
    "crm.Body": "crm.Organization",
    "crm.BodyName": "crm.OrganizationName",
    "crm.Relation": "crm.Partnership",
    "crm.RelationStep": "crm.PartnershipStep",
}
GROWN = {"auth.Permission", "contenttypes.ContentType", "django.ContentType"}  # Django's own, by model
DROPPED = {"crm.ItemWord": 2 * 9}  # of two items in nine languages, edited by nobody: the next start loads today's
OF_THE_MOMENT = {"sessions.Session"}  # which archives of that day held
LETTER, CANCELLED, GIFT, CORRECTED, ORGANIZATION, CITY, PARTNERSHIP_GONE = (
    4,
    6,
    13,
    12,
    14,
    "alcala-de-henares-es",
    "11",
)

LOOK = """
import json
from django.contrib.auth import get_user_model
from django.test import Client, override_settings
from django.utils import translation
from correspondence.models import Letter
from crm.models import City, Gift, Organization, Partnership
from crm.history import changes_of
from crm.templatetags.history import readable_changes

def told(*records):
    changes = readable_changes(changes_of(*records))
    return [[c.what, c.who, [[d.label, d.old, d.new] for d in c.differences]] for c in changes]

from django.conf import settings
PLAIN = {{"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STORAGES = {{**settings.STORAGES, "staticfiles": PLAIN}}
with translation.override("en"), override_settings(STORAGES=STORAGES):
    letter, cancelled = Letter.objects.get(pk={letter}), Letter.objects.get(pk={cancelled})
    gone = sorted(changes_of(Partnership(pk={gone})), key=lambda entry: entry.pk)
    user = get_user_model().objects.filter(role="head").first()
    client = Client(headers={{"host": "127.0.0.1", "Accept-Language": "en"}})
    client.force_login(user)
    records = [letter, cancelled, City.objects.get(slug="{city}"), Organization.objects.get(pk={organization})]
    records += Gift.objects.filter(pk__in=[{gift}, {corrected}])
    pages = ["/", "/letters/", "/gifts/", "/ledger/", "/organizations/", *(r.get_absolute_url() for r in records)]
    print(json.dumps({{
        "letter": [letter.number, letter.state, letter.pdf_sha256, letter.group],
        "cancelled": [cancelled.number, cancelled.state, cancelled.group],
        "organization": told(Organization.objects.get(pk={organization})),
        "gone": [[e.action, e.actor and e.actor.username, sorted(e.changes)] for e in gone],
        "entries": [[e.reverses_id, e.reason] for e in Gift.objects.get(pk={corrected}).entries.order_by("pk")],
        "pages": [client.get(page).status_code for page in pages],
    }}))
"""


@pytest.fixture
def office(tmp_path):
    """A data folder, on the database in use, into which the archive was restored."""
    server = Server() if HERE == "postgresql" else None
    office = Installation(tmp_path / "var", server.new() if server else "")
    office.folder.mkdir()
    office.must("restore", ARCHIVE, "--replace")
    yield office
    if server:
        server.drop_all()


def look(office) -> dict:
    """What the office of today shows of the records of that day."""
    names = {"letter": LETTER, "cancelled": CANCELLED, "gift": GIFT, "corrected": CORRECTED}
    names |= {"organization": ORGANIZATION, "city": CITY, "gone": PARTNERSHIP_GONE}
    return json.loads(office.must("shell", "-v0", "-c", LOOK.format(**names)).splitlines()[-1])


def manifest() -> dict:
    """What the archive says it holds."""
    with zipfile.ZipFile(ARCHIVE) as opened:
        return json.loads(opened.read("manifest.json"))


def test_an_archive_of_that_day_restores_with_all_its_rows_files_and_history(office):
    old, new = manifest(), rows_and_numbers_of(office)
    for label, count in old["rows"].items():
        label = RENAMED.get(label, label)
        count -= DROPPED.get(label, 0)
        assert label in GROWN | OF_THE_MOMENT or len(new["rows"][f"rows/{label}.jsonl"]) >= count, label
    assert len(new["rows"]["rows/auditlog.LogEntry.jsonl"]) == old["rows"]["auditlog.LogEntry"]
    for label, last in old["sequences"].items():  # the history names no rows of join tables
        label = RENAMED.get(label, label)
        assert label in GROWN or "_" in label or new["numbers"].get(label, 0) >= last, label
    kept = {name.removeprefix("data/"): digest for name, digest in old["sha256"].items() if name.startswith("data/")}
    assert {name: hashlib.sha256((office.folder / name).read_bytes()).hexdigest() for name in kept} == kept


def rows_and_numbers_of(office) -> dict:
    """The rows and last numbers of a fresh backup of the office."""
    archive = office.folder.parent / "again.zip"
    office.must("backup", archive)
    return rows_and_numbers(archive)


def test_letters_gifts_and_history_read_as_they_did(office):
    seen = look(office)
    assert seen["letter"][:2] == ["衡外函〔2020〕1号", "sent"]
    assert seen["letter"][2].startswith("bec5b687")
    assert seen["cancelled"] == ["衡外函〔2020〕2号", "cancelled", "missions"]
    assert [bool(reason) for _reverses, reason in seen["entries"]] == [False, True]
    assert set(seen["pages"]) == {200}
    what = {change[0] for change in seen["organization"]}
    assert {"Organization changed", "Name changed", "Name removed", "Channel removed"} <= what
    assert {"Organization added", "Name added"} <= what
    labels = {difference[0] for change in seen["organization"] for difference in change[2]}
    assert not labels & {"body", "Body", "bodies", "Bodies", "relation", "Relations"}
    removed = [entry for entry in seen["gone"] if entry[0] == 2]
    assert [(entry[1], "partner" in entry[2] or "relation" in entry[2]) for entry in removed] == [("clerk", True)] * 3
