"""Questions to a list are kept under a name, for one or for everybody."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0037_papers")]

    operations = [
        migrations.CreateModel(
            name="SavedQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.CharField(editable=False, max_length=60, verbose_name="list")),
                ("query", models.CharField(blank=True, editable=False, max_length=1000, verbose_name="filters")),
                ("name", models.CharField(max_length=60, verbose_name="name of the questions")),
                (
                    "kept_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_questions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "saved questions",
                "verbose_name_plural": "saved questions",
                "ordering": ["name", "pk"],
                "indexes": [models.Index(fields=["page", "owner"], name="saved_question_of_page")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("owner__isnull", False)),
                        fields=("page", "owner", "name"),
                        name="saved_question_once_of_one",
                        violation_error_message="There are questions of this name already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("owner__isnull", True)),
                        fields=("page", "name"),
                        name="saved_question_once_of_all",
                        violation_error_message="There are questions of this name already.",
                    ),
                ],
            },
        )
    ]
