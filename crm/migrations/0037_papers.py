import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0036_people_by_post")]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "record_key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="record key"),
                ),
                ("what", models.CharField(blank=True, max_length=120, verbose_name="what it is")),
                ("file", models.FileField(upload_to="papers/%Y/%m/", verbose_name="file")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("content_type", models.CharField(editable=False, max_length=60)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gift",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="crm.gift",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="crm.person",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="crm.partnershipstep",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper",
                "verbose_name_plural": "papers",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gift__isnull", True), ("person__isnull", True), ("step__isnull", False)),
                            models.Q(("gift__isnull", False), ("person__isnull", True), ("step__isnull", True)),
                            models.Q(("gift__isnull", True), ("person__isnull", False), ("step__isnull", True)),
                            _connector="OR",
                        ),
                        name="paper_one_owner",
                    )
                ],
            },
        )
    ]
