"""Kinds of letters that may bear a day to come: congratulations, and what the office marks of its own."""

from django.db import migrations, models


def mark_congratulations(apps, schema_editor):
    """Congratulations are written for a day to come."""
    apps.get_model("correspondence", "LetterKind").objects.filter(code="congratulation").update(dated_ahead=True)


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0014_numbers_once")]

    operations = [
        migrations.AddField(
            model_name="letterkind",
            name="dated_ahead",
            field=models.BooleanField(
                default=False,
                help_text="Congratulations and greetings for a day to come; the office sets how many days.",
                verbose_name="may be dated ahead",
            ),
        ),
        migrations.RunPython(mark_congratulations, migrations.RunPython.noop),
    ]
