from django.db import migrations, models

OF = {
    "letter_by_state": ["state"],
    "letter_of_drafter": ["drafter", "state"],
    "letter_of_group": ["group"],
    "letter_of_city": ["city"],
    "letter_of_occasion": ["occasion"],
}


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0018_letters_latest_first"), ("crm", "0034_indexes_that_lists_read")]

    operations = [
        migrations.RemoveIndex("letter", "corresponde_state_0bc5c8_idx"),
        *(
            migrations.AddIndex("letter", models.Index(fields=[*fields, "-day", "-id"], name=name))
            for name, fields in OF.items()
        ),
    ]
