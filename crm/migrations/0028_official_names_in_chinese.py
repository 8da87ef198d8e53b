"""Gives countries the full Chinese name that a letter mentions first, where it is not the one on pages."""

import csv
from pathlib import Path

from django.db import migrations, models

FROZEN = Path(__file__).with_suffix(".csv")


def load_official_names(apps, schema_editor):
    country = apps.get_model("crm", "Country")
    with FROZEN.open(encoding="utf-8") as file:
        names = {row["code"]: row["official_name_zh"] for row in csv.DictReader(file)}
    known = list(country.objects.filter(pk__in=names))
    for row in known:
        row.official_name_zh = names[row.pk]
    country.objects.bulk_update(known, ["official_name_zh"])


class Migration(migrations.Migration):
    dependencies = [("crm", "0027_gloves_by_pair")]
    operations = [
        migrations.AddField(
            model_name="country",
            name="official_name_zh",
            field=models.CharField(
                blank=True,
                help_text="At its first mention in a letter: 大韩民国. Left empty, the Chinese name.",
                max_length=80,
                verbose_name="full Chinese name",
            ),
        ),
        migrations.RunPython(load_official_names, migrations.RunPython.noop),
    ]
