"""A city is any place: what kind of place, and of what it is a part."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

KINDS = ("city", "municipality", "borough", "district", "county", "town", "village")
WIDER_KINDS = ("prefecture", "province", "state", "region", "department")


class Migration(migrations.Migration):
    dependencies = [("crm", "0010_gift_parts")]

    operations = [
        migrations.AddField(
            "city",
            "place_kind",
            models.CharField(
                "kind of place",
                max_length=12,
                choices=[(kind, kind.title()) for kind in (*KINDS, *WIDER_KINDS)],
                default="city",
            ),
        ),
        migrations.AddField(
            "city",
            "part_of",
            models.ForeignKey(
                "crm.city",
                django.db.models.deletion.PROTECT,
                null=True,
                blank=True,
                verbose_name="part of",
                related_name="parts",
            ),
        ),
        migrations.AddConstraint(
            "city", models.CheckConstraint(condition=~Q(part_of=F("pk")), name="city_not_part_of_itself")
        ),
    ]
