"""The choices of languages become callables, so that a new language makes no migration."""

from django.db import migrations

import crm.fields
import crm.languages


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0008_record_keys")]

    operations = [
        migrations.AlterField(
            "letter",
            "language",
            crm.fields.LanguageField(choices=crm.languages.name_languages, verbose_name="language"),
        ),
        *(
            migrations.AlterField(
                model,
                "language",
                crm.fields.LanguageField(choices=crm.languages.letter_languages, verbose_name="language"),
            )
            for model in ("lettertemplatetext", "lettertext")
        ),
    ]
