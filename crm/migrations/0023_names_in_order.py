"""Names say which part comes first when somebody says it, and are composed; every record says how it was folded."""

import unicodedata

from django.db import migrations, models

NAMES = {
    "CityName": ("text", "region"),
    "OrganizationName": ("text", "in_letter"),
    "OccasionName": ("text", "in_letter"),
    "PersonName": ("family", "given", "middle"),
    "PostTitle": ("text",),
}


def compose_names(apps, schema_editor):
    """Write names and titles that came decomposed, as macOS sends Hangul and accents, with composed letters."""
    for model, fields in NAMES.items():
        rows = apps.get_model("crm", model).objects.using(schema_editor.connection.alias)
        decomposed = [
            (key, texts)
            for key, *texts in rows.values_list("pk", *fields)
            if not all(unicodedata.is_normalized("NFC", text) for text in texts)
        ]
        for key, texts in decomposed:
            composed = [unicodedata.normalize("NFC", text) for text in texts]
            rows.filter(pk=key).update(**dict(zip(fields, composed, strict=True)))


class Migration(migrations.Migration):
    dependencies = [("crm", "0022_scan_of_the_slip")]

    operations = [
        migrations.AlterField(
            "personname", "family_first", models.BooleanField(default=None, verbose_name="family name first")
        ),
        *(
            migrations.AddField(model, "folding", models.PositiveSmallIntegerField(default=0, editable=False))
            for model in ("city", "organization", "person", "occasion")
        ),
        migrations.RunPython(compose_names, migrations.RunPython.noop),
    ]
