"""Every record that can leave in a file has a random key that never changes."""

from uuid import uuid4

from django.db import migrations, models

MODELS = (
    "city",
    "cityname",
    "organization",
    "organizationname",
    "person",
    "personname",
    "post",
    "posttitle",
    "channel",
    "postaladdress",
    "formofaddress",
    "partnership",
    "partnershipstep",
    "occasion",
    "occasionname",
    "letterhead",
    "gift",
    "giftpartner",
    "giftline",
)
CHUNK = 1000


def give_keys(apps, schema_editor):
    """Write a key of its own into every row: the default gave all rows that were there one and the same."""
    for name in MODELS:
        rows = apps.get_model("crm", name)._base_manager
        keyed = list(rows.order_by("pk"))
        for row in keyed:
            row.record_key = uuid4()
        rows.bulk_update(keyed, ["record_key"], batch_size=CHUNK)


def record_key(**options):
    """The column, verbose name and all, with what differs between the steps."""
    return models.UUIDField(editable=False, verbose_name="record key", **options)


class Migration(migrations.Migration):
    dependencies = [("crm", "0006_frozen_place")]

    operations = [
        # Without a default: it would be asked once, and give all rows of a table the same key.
        *(migrations.AddField(name, "record_key", record_key(null=True)) for name in MODELS),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        *(migrations.AlterField(name, "record_key", record_key(default=uuid4, unique=True)) for name in MODELS),
    ]
