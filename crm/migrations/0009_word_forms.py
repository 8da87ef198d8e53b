"""A word's forms, columns until now, become texts under the names that its language gives them."""

from django.db import migrations

import crm.fields

COLUMNS = ("bare", "measure", "one", "few", "many", "other", "gender")


def gather_forms(apps, schema_editor):
    """Writes the filled columns of every word into ``forms``."""
    for word in apps.get_model("crm", "ItemWord").objects.all():
        word.forms = {name: text for name in COLUMNS if (text := getattr(word, name))}
        word.save(update_fields=["forms"])


def spread_forms(apps, schema_editor):
    """Writes the forms into their columns; a form that has none (zero, two) is dropped."""
    for word in apps.get_model("crm", "ItemWord").objects.all():
        for name in COLUMNS:
            setattr(word, name, word.forms.get(name, ""))
        word.save(update_fields=COLUMNS)


class Migration(migrations.Migration):
    dependencies = [("crm", "0008_languages_and_ranks")]

    operations = [
        migrations.AddField("itemword", "forms", crm.fields.TextsField(blank=True, default=dict, verbose_name="forms")),
        migrations.RunPython(gather_forms, spread_forms),
        *(migrations.RemoveField("itemword", name) for name in COLUMNS),
    ]
