"""Gives countries their national day (docs/domain.md §16), and cities a day of their own."""

import csv
from pathlib import Path

from django.db import migrations, models

import crm.fields

FROZEN = Path(__file__).with_suffix(".csv")


def load_national_days(apps, schema_editor):
    country = apps.get_model("crm", "Country")
    with FROZEN.open(encoding="utf-8") as file:
        days = {row["code"]: row["national_day"] for row in csv.DictReader(file)}
    known = list(country.objects.filter(pk__in=days))
    for row in known:
        row.national_day = days[row.pk]
    country.objects.bulk_update(known, ["national_day"])


class Migration(migrations.Migration):
    dependencies = [("crm", "0034_indexes_that_lists_read")]
    operations = [
        migrations.AddField(
            model_name="country",
            name="national_day",
            field=crm.fields.MonthDayField(
                blank=True,
                help_text="Month and day: 12-01. The desk tells of it a month before.",
                verbose_name="national day",
            ),
        ),
        migrations.AddField(
            model_name="city",
            name="own_day",
            field=crm.fields.MonthDayField(
                blank=True,
                help_text="Month and day: 12-01. Its founding, its patron; the desk tells of it a month before.",
                verbose_name="the city's own day",
            ),
        ),
        migrations.AddIndex(model_name="gift", index=models.Index(fields=["state", "day"], name="gift_by_state")),
        migrations.RunPython(load_national_days, migrations.RunPython.noop),
    ]
