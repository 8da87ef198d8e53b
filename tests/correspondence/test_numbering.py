"""Eight processes that issue at once get eight different numbers; a failed issue takes none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TAKE = """
import django; django.setup()
from datetime import date
from django.db import transaction
from correspondence.models import NumberSeries
from crm.models import IssuingIdentity
for _ in range(5):
    with transaction.atomic():
        print(NumberSeries.take(IssuingIdentity.objects.first(), date(2020, 4, 20)))
"""


@pytest.mark.slow
def test_eight_processes_get_different_numbers(tmp_path):
    environment = {**os.environ, "WANGLAI_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "crm.settings"}
    environment.pop("DATABASE_URL", None)
    for command in ("migrate", "load_demo"):
        subprocess.run(
            [sys.executable, "manage.py", command, "-v0"], cwd=ROOT, env=environment, check=True, capture_output=True
        )
    running = [
        subprocess.Popen([sys.executable, "-c", TAKE], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    taken = [int(number) for process in running for number in process.communicate(timeout=120)[0].split()]
    assert sorted(taken) == list(range(1, 41))
