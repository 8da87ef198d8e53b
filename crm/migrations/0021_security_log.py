import uuid

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0020_official_country_names")]

    operations = [
        migrations.CreateModel(
            name="SecurityEvent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="time")),
                ("kind", models.CharField(max_length=20, verbose_name="event")),
                ("account", models.CharField(blank=True, max_length=150, verbose_name="account")),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("address", models.CharField(max_length=64, verbose_name="came from")),
                ("facts", models.JSONField(blank=True, default=dict, verbose_name="details")),
            ],
            options={
                "verbose_name": "security event",
                "verbose_name_plural": "security log",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["at"], name="security_event_at"),
                    models.Index(fields=["kind", "at"], name="security_event_kind_at"),
                    models.Index(fields=["account", "at"], name="security_event_account_at"),
                    models.Index(fields=["address", "at"], name="security_event_address_at"),
                ],
            },
        )
    ]
