"""What a web process loads: no WeasyPrint, whatever page is asked for."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from django.db import connection

from tests.installation import PATIENCE, ROOT


def run(*arguments, **environment) -> str:
    """What a Python process prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "crm.settings", **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_application_and_all_its_addresses_load_no_weasyprint(tmp_path):
    script = "import sys, crm.wsgi, crm.urls; print(*sys.modules)"
    loaded = run("-c", script, WANGLAI_DATA_DIR=str(tmp_path)).split()
    assert "correspondence.paper.press" in loaded
    assert [name for name in loaded if "weasyprint" in name or name == "correspondence.paper.pdf"] == []


@pytest.mark.slow
def test_no_page_loads_weasyprint_not_even_one_that_prints(tmp_path, db):
    if connection.vendor != "sqlite":
        pytest.skip("pages are the same on every database, and this one copies SQLite's file")
    database = shutil.copy(connection.settings_dict["TEST"]["NAME"], tmp_path / "walked.sqlite3")
    url = f"sqlite:///{database}"
    found = json.loads(run("-m", "tests.walk_pages", WANGLAI_DATA_DIR=str(tmp_path), DATABASE_URL=url))
    assert found["pages"] > 50
    assert {"django", "pypdfium2"} <= set(found["loaded"])
    assert "weasyprint" not in found["loaded"]
