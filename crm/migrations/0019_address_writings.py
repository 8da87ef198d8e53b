from django.db import migrations, models


class Migration(migrations.Migration):
    """Addresses have a sorting code and may say how they are written; those on record are told from their letters."""

    dependencies = [("crm", "0018_issue_days")]

    operations = [
        migrations.AddField(
            model_name="postaladdress",
            name="sorting_code",
            field=models.CharField(blank=True, max_length=20, verbose_name="sorting code"),
        ),
        migrations.AddField(
            model_name="postaladdress",
            name="writing",
            field=models.CharField(
                blank=True,
                choices=[(None, "By its letters"), ("local", "As written there"), ("latin", "In Latin letters")],
                max_length=5,
                verbose_name="writing",
            ),
        ),
    ]
