"""Kept forms of address remember the facts that they rest on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0024_closings")]

    operations = [migrations.AddField("formofaddress", "rests_on", models.JSONField(default=dict, editable=False))]
