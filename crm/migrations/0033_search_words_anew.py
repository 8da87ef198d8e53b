"""The table of words keeps longer beginnings on SQLite and has an index a kind on PostgreSQL; migrate fills it anew."""

from django.db import migrations

WORDS = "crm_search_words"
MAKE = {
    "sqlite": [f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(words, tokenize="ascii", columnsize=0, prefix='1 2 3')"""],
    "postgresql": [
        f"CREATE TABLE {WORDS} (place bigint PRIMARY KEY, words tsvector NOT NULL)",
        # one for each kind: what every letter says, no person need be looked through for
        *(
            f"CREATE INDEX {WORDS}_{kind} ON {WORDS} USING gin (words) "
            f"WHERE place BETWEEN {kind << 53} AND {(kind + 1 << 53) - 1}"
            for kind in range(1, 7)
        ),
    ],
}


def make_words(apps, schema_editor):
    """Make the table of words in the place of the earlier one, and leave no row that says a record were in it."""
    schema_editor.execute(f"DROP TABLE IF EXISTS {WORDS}")
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
    apps.get_model("crm", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("crm", "0032_search_index")]

    operations = [migrations.RunPython(make_words, migrations.RunPython.noop)]
