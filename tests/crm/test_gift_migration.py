"""Migrations on data of the day before: nothing that was on record is lost, there and back."""

import pytest

from tests.installation import HERE, Installation, Server

pytestmark = pytest.mark.slow

STATE = """
from django.db import connection
from django.db.migrations.loader import MigrationLoader
Gift = MigrationLoader(connection).project_state(("crm", "{migration}")).apps.get_model("crm", "Gift")
"""
OF_OLD = """
for number, said in enumerate((dict(use="schools"), dict(carrier="SF", expected_on="2020-04"), dict(tracking="1"),
                               dict(use="hospitals", carrier="DHL", tracking="2"), dict())):
    Gift.objects.create(direction="given", state="sent", day=f"2020-0{number + 1}", **said)
"""
READ_OLD = "print([(g.use, g.carrier, g.tracking, str(g.expected_on or '')) for g in Gift.objects.order_by('pk')])"
READ_NEW = """
def sent(gift):
    return [(row.carrier, row.tracking, str(row.expected or "")) for row in gift.consignments.all()]
print([([row.beneficiary for row in g.disposals.all()], sent(g)) for g in Gift.objects.order_by("pk")])
"""
SAID = [
    ("schools", "", "", ""),
    ("", "SF", "", "2020-04"),
    ("", "", "1", ""),
    ("hospitals", "DHL", "2", ""),
    ("", "", "", ""),
]
PARTS = [
    (["schools"], []),
    ([], [("SF", "", "2020-04")]),
    ([], [("", "1", "")]),
    (["hospitals"], [("DHL", "2", "")]),
    ([], []),
]


@pytest.fixture
def office(tmp_path):
    """A data folder with a database of its own on the database in use."""
    if HERE == "sqlite":
        yield Installation(tmp_path / "var")
        return
    server = Server()
    yield Installation(tmp_path / "var", server.new())
    server.drop_all()


def run(office, migration: str, script: str) -> str:
    """What a script prints that knows ``Gift`` as it was at a migration."""
    return office.must("shell", "-v0", "-c", STATE.format(migration=migration) + script).strip()


def test_a_gifts_carrier_and_use_become_rows_and_come_back(office):
    before, after = "0009_word_forms", "0010_gift_parts"
    office.must("migrate", "-v0", "crm", before)
    run(office, before, OF_OLD)
    office.must("migrate", "-v0", "crm", after)
    assert run(office, after, READ_NEW) == str(PARTS)
    office.must("migrate", "-v0", "crm", before)
    assert run(office, before, READ_OLD) == str(SAID)
