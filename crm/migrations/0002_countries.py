"""Fills the table of countries and regions as shipped for the first office; rows already there stay."""

import csv

from django.conf import settings
from django.db import migrations


def load_countries(apps, schema_editor):
    country = apps.get_model("crm", "Country")
    with open(settings.FIXTURES_DIR / "countries.csv", encoding="utf-8") as file:
        rows = [country(**{**row, "filed_apart": bool(row["filed_apart"])}) for row in csv.DictReader(file)]
    country.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("crm", "0001_initial")]
    operations = [migrations.RunPython(load_countries, migrations.RunPython.noop)]
