"""A row a user and letter for words that were typed and not saved."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0021_registers"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="UnfinishedWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent", models.JSONField()),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "letter",
                    models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="+", to="correspondence.letter"),
                ),
                (
                    "user",
                    models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=["letter", "user"], name="unfinished_words_once")]},
        )
    ]
