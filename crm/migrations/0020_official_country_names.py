"""Gives countries and regions the official English name that envelopes bear, where it is not the one on pages."""

import csv
from pathlib import Path

from django.db import migrations, models

FROZEN = Path(__file__).with_suffix(".csv")


def load_official_names(apps, schema_editor):
    country = apps.get_model("crm", "Country")
    with FROZEN.open(encoding="utf-8") as file:
        names = {row["code"]: row["official_name"] for row in csv.DictReader(file)}
    known = list(country.objects.filter(pk__in=names))
    for row in known:
        row.official_name = names[row.pk]
    country.objects.bulk_update(known, ["official_name"])


class Migration(migrations.Migration):
    dependencies = [("crm", "0019_address_writings")]
    operations = [
        migrations.AddField(
            model_name="country",
            name="official_name",
            field=models.CharField(
                blank=True,
                help_text="On envelopes, in capitals: Republic of Korea. Left empty, the English name.",
                max_length=80,
                verbose_name="official English name",
            ),
        ),
        migrations.RunPython(load_official_names, migrations.RunPython.noop),
    ]
