"""Fills the table of countries and regions as shipped for the first office; rows already there stay."""

import csv
from pathlib import Path

from django.db import migrations

FROZEN = Path(__file__).with_suffix(".csv")  # a copy: the file in fixtures/ may gain a column that this step lacks


def load_countries(apps, schema_editor):
    country = apps.get_model("crm", "Country")
    with FROZEN.open(encoding="utf-8") as file:
        rows = [country(**{**row, "filed_apart": bool(row["filed_apart"])}) for row in csv.DictReader(file)]
    country.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("crm", "0001_initial")]
    operations = [migrations.RunPython(load_countries, migrations.RunPython.noop)]
