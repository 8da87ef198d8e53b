"""What a gift says of its carrier and use becomes consignments and disposals; through whom, from where, packing."""

from functools import reduce
from operator import and_
from uuid import uuid4

import django.db.models.deletion
from django.core.validators import MinValueValidator
from django.db import migrations, models
from django.db.models import Q

from crm.fields import PartialDateField

UNITS = [
    ("piece", "pieces"),
    ("carton", "cartons"),
    ("box", "boxes"),
    ("kilogram", "kilograms"),
    ("tonne", "tonnes"),
    ("litre", "litres"),
]
BENEFICIARIES = [
    ("", "Not on record"),
    ("hospitals", "Hospitals"),
    ("schools", "Schools"),
    ("communities", "Communities"),
    ("frontline", "People in the front line"),
]
SOURCES = [
    ("", "Not on record"),
    ("stock", "From stock"),
    ("bought", "Bought"),
    ("donated", "Donated by our people and firms"),
]


RECORD_KEY = models.UUIDField(default=uuid4, editable=False, unique=True, verbose_name="record key")


def move_to_parts(apps, schema_editor):
    """Gives each gift that has them a consignment for its carrier and a disposal for its use."""
    gifts = apps.get_model("crm", "Gift").objects.order_by("pk")
    consignments, disposals = apps.get_model("crm", "Consignment").objects, apps.get_model("crm", "Disposal").objects
    sent = gifts.exclude(carrier="", tracking="", expected_on=None)
    for pk, carrier, tracking, expected in sent.values_list("pk", "carrier", "tracking", "expected_on"):
        consignments.create(gift_id=pk, carrier=carrier, tracking=tracking, expected=expected)
    for pk, use in gifts.exclude(use="").values_list("pk", "use"):
        disposals.create(gift_id=pk, beneficiary=use)


def move_back(apps, schema_editor):
    """Gives each gift the carrier of its first consignment and the use of its first disposal; it has room for one."""
    gifts = apps.get_model("crm", "Gift").objects
    for row in apps.get_model("crm", "Consignment").objects.order_by("-pk"):
        said = {"carrier": row.carrier, "tracking": row.tracking, "expected_on": row.expected}
        gifts.filter(pk=row.gift_id).update(**said)
    for row in apps.get_model("crm", "Disposal").objects.exclude(beneficiary="").order_by("-pk"):
        gifts.filter(pk=row.gift_id).update(use=row.beneficiary)


def count(name):
    """A number of packages or pieces, from 1 on, or unknown."""
    return models.PositiveIntegerField(name, null=True, blank=True, validators=[MinValueValidator(1)])


def partial_date(name):
    return PartialDateField(name, null=True, blank=True)


def reference(to, name, on_delete=django.db.models.deletion.PROTECT, **kwargs):
    return models.ForeignKey(to, on_delete, null=True, blank=True, verbose_name=name, **{"related_name": "+", **kwargs})


def positive(*fields):
    """True where each field is unknown or above 0."""
    return reduce(and_, (Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": 0}) for field in fields))


PK = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
QUANTITY = models.DecimalField(
    "quantity",
    max_digits=14,
    decimal_places=3,
    null=True,
    blank=True,
    validators=[MinValueValidator(0.001)],
    help_text="Empty: not known.",
)


class Migration(migrations.Migration):
    dependencies = [("crm", "0009_word_forms")]

    operations = [
        migrations.CreateModel(
            name="Consignment",
            fields=[
                ("id", PK),
                ("record_key", RECORD_KEY),
                ("gift", models.ForeignKey("crm.gift", models.CASCADE, related_name="consignments")),
                (
                    "carrier",
                    models.CharField(
                        "carrier",
                        max_length=80,
                        blank=True,
                        help_text="In Chinese and, for letters abroad, in Latin letters: 顺丰国际 / SF International.",
                    ),
                ),
                ("tracking", models.CharField("tracking number", max_length=80, blank=True)),
                ("packages", count("number of packages")),
                ("departed", partial_date("departed on")),
                ("expected", partial_date("expected arrival")),
                ("arrived", partial_date("arrived on")),
            ],
            options={
                "ordering": ["pk"],
                "verbose_name": "consignment",
                "verbose_name_plural": "consignments",
                "constraints": [
                    models.CheckConstraint(condition=positive("packages"), name="consignment_packages_positive")
                ],
            },
        ),
        migrations.CreateModel(
            name="Disposal",
            fields=[
                ("id", PK),
                ("record_key", RECORD_KEY),
                ("gift", models.ForeignKey("crm.gift", models.CASCADE, related_name="disposals")),
                (
                    "beneficiary",
                    models.CharField("went to", max_length=12, choices=BENEFICIARIES, blank=True, default=""),
                ),
                ("recipient", models.CharField("for whom", max_length=200, blank=True)),
                ("organization", reference("crm.organization", "organization")),
                (
                    "line",
                    reference(
                        "crm.giftline",
                        "of which line",
                        django.db.models.deletion.RESTRICT,
                        related_name="disposals",
                        help_text="Empty: of the whole gift.",
                    ),
                ),
                ("quantity", QUANTITY),
                ("unit", models.CharField("unit", max_length=8, choices=UNITS, default="piece")),
                ("note", models.TextField("note", blank=True)),
            ],
            options={
                "ordering": ["pk"],
                "verbose_name": "disposal",
                "verbose_name_plural": "disposals",
                "constraints": [
                    models.CheckConstraint(condition=positive("quantity"), name="disposal_quantity_positive")
                ],
            },
        ),
        migrations.RunPython(move_to_parts, move_back),
        *(migrations.RemoveField("gift", name) for name in ("use", "carrier", "tracking", "expected_on")),
        migrations.AddField("gift", "via_organization", reference("crm.organization", "through which organization")),
        migrations.AddField("gift", "via_person", reference("crm.person", "through whom")),
        migrations.AddField(
            "gift",
            "source",
            models.CharField("where it comes from", max_length=8, choices=SOURCES, blank=True, default=""),
        ),
        migrations.AddConstraint(
            "gift",
            models.CheckConstraint(
                condition=Q(via_organization__isnull=True) | Q(via_person__isnull=True), name="gift_via_one_at_most"
            ),
        ),
        migrations.AddField("giftline", "packages", count("number of packages")),
        migrations.AddField("giftline", "pieces_per_package", count("pieces in a package")),
        migrations.AddField(
            "giftline", "lot", models.CharField("lot", max_length=60, blank=True, help_text="The maker's batch number.")
        ),
        migrations.AddConstraint(
            "giftline",
            models.CheckConstraint(
                condition=positive("packages", "pieces_per_package"), name="gift_line_packing_positive"
            ),
        ),
    ]
