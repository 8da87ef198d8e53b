"""Letters get their serials in the registers 发文登记簿 and 收文登记簿; those on record in the order of their days."""

from collections import Counter

from django.db import connection, migrations, models
from django.db.models import F, Q

CHUNK = 5000


def number_letters(apps, schema_editor):
    """Number letters received by their day of receipt, and letters of ours that were issued by the day they bear."""
    Letter = apps.get_model("correspondence", "Letter")
    received = Letter.objects.filter(direction="in").order_by("received_on", "pk")
    ours = Letter.objects.filter(Q(issued_at__isnull=False) | Q(state="entered"), direction="out")
    ours = ours.order_by("day", F("number_serial").asc(nulls_last=True), "pk")
    last = Counter()
    for direction, letters, field in (("in", received, "received_on"), ("out", ours, "day")):
        rows = [(direction, key, int(str(day)[:4])) for key, day in letters.values_list("pk", field)]
        for start in range(0, len(rows), CHUNK):
            write(number_in_order(rows[start : start + CHUNK], last))
    RegisterSeries = apps.get_model("correspondence", "RegisterSeries")
    for (direction, year), serial in last.items():
        RegisterSeries.objects.create(direction=direction, year=year, last=serial)


def number_in_order(rows, last: Counter):
    """Yield (year, serial, key) of each letter, going on after the last serial of its year."""
    for direction, key, year in rows:
        last[direction, year] += 1
        yield year, last[direction, year], key


def write(numbered):
    """Write serials as SQL: a new column of letters that may be issued, whose other columns stay as they are."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE correspondence_letter SET register_year = %s, register_serial = %s WHERE id = %s", list(numbered)
        )


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0020_kinds_as_offices_say")]

    operations = [
        migrations.CreateModel(
            name="RegisterSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direction",
                    models.CharField(
                        choices=[("out", "Outgoing"), ("in", "Incoming")], max_length=3, verbose_name="direction"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="last number")),
            ],
            options={
                "verbose_name": "register",
                "verbose_name_plural": "registers",
                "ordering": ["direction", "-year"],
                "constraints": [models.UniqueConstraint(fields=("direction", "year"), name="register_once_a_year")],
            },
        ),
        migrations.AddField(
            "letter", "pages", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="pages")
        ),
        migrations.AddField("letter", "register_year", models.PositiveSmallIntegerField(editable=False, null=True)),
        migrations.AddField(
            "letter",
            "register_serial",
            models.PositiveIntegerField(editable=False, null=True, verbose_name="serial of the register"),
        ),
        migrations.RunPython(number_letters, migrations.RunPython.noop),
        migrations.AddConstraint(
            "letter",
            models.UniqueConstraint(
                fields=("direction", "register_year", "register_serial"), name="letter_in_register_once"
            ),
        ),
    ]
