"""One index of all that is found, in FTS5 or a tsvector, in the place of each record's own text."""

from django.db import migrations, models

WORDS = "crm_search_words"
NAMED = ("city", "organization", "person", "occasion")
MAKE = {
    "sqlite": [f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(words, tokenize="ascii", columnsize=0, prefix='1 2')"""],
    "postgresql": [
        f"CREATE TABLE {WORDS} (place bigint PRIMARY KEY, words tsvector NOT NULL)",
        f"CREATE INDEX {WORDS}_words ON {WORDS} USING gin (words)",
    ],
}


def make_words(apps, schema_editor):
    """Make the table of words; one may be left of a database whose other tables a restore has dropped."""
    drop_words(apps, schema_editor)
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_words(apps, schema_editor):
    """Drop the table of words, which is made anew from the record whenever it is wanted."""
    schema_editor.execute(f"DROP TABLE IF EXISTS {WORDS}")


class Migration(migrations.Migration):
    dependencies = [("crm", "0031_lists_latest_first")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=12)),
                ("record", models.BigIntegerField()),
                ("weight", models.IntegerField()),
                ("title", models.TextField()),
                ("digest", models.CharField(max_length=32)),
                ("folding", models.PositiveSmallIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "record"), name="search_entry_once_a_record")]
            },
        ),
        migrations.RunPython(make_words, drop_words),
        *(
            migrations.AddField(
                model, "sort_key", models.CharField(blank=True, default="", editable=False, max_length=200)
            )
            for model in NAMED
            if model != "person"
        ),
        *(migrations.RemoveField(model, name) for model in NAMED for name in ("search_text", "folding")),
    ]
