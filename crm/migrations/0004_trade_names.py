"""Body becomes Organization, Relation becomes Partnership, a post's kind its rank; the history goes along."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

MODELS = (
    ("Body", "Organization"),
    ("BodyName", "OrganizationName"),
    ("Relation", "Partnership"),
    ("RelationStep", "PartnershipStep"),
)
FIELDS = (
    *((model, "body", "organization") for model in ("organizationname", "channel", "postaladdress", "formofaddress")),
    *((model, "body", "organization") for model in ("post", "giftpartner", "ledgerpartner", "issuingidentity")),
    ("partnershipstep", "relation", "partnership"),
    ("post", "kind", "rank"),
)
OLD_CONSTRAINTS = (
    ("body", "body_one_government_a_city"),
    ("body", "body_government_has_city"),
    ("bodyname", "body_name_once_a_language"),
    ("relation", "relation_once_a_pair"),
    ("relation", "relation_two_cities"),
    ("relation", "relation_unconfirmed_has_source"),
    ("channel", "channel_one_owner"),
    ("postaladdress", "postal_address_one_owner"),
    ("formofaddress", "form_of_address_one_owner"),
    ("formofaddress", "form_of_address_once_a_body"),
    ("giftpartner", "gift_partner_exactly_one"),
    ("ledgerpartner", "ledger_partner_exactly_one"),
)


def exactly_one(*fields):
    either = Q()
    for field in fields:
        either |= Q(**{f"{other}__isnull": other != field for other in fields})
    return either


def check(name, condition):
    return models.CheckConstraint(condition=condition, name=name)


def unique(name, *fields, **kwargs):
    return models.UniqueConstraint(fields=fields, name=name, **kwargs)


OWNER, PARTNER = exactly_one("person", "organization"), exactly_one("city", "organization", "person")
NEW_CONSTRAINTS = (
    ("organization", unique("organization_one_government_a_city", "city", condition=Q(kind="city_government"))),
    ("organization", check("organization_government_has_city", ~Q(kind="city_government") | Q(city__isnull=False))),
    ("organizationname", unique("organization_name_once_a_language", "organization", "language")),
    ("partnership", unique("partnership_once_a_pair", "city", "partner")),
    ("partnership", check("partnership_two_cities", ~Q(city=F("partner")))),
    ("partnership", check("partnership_unconfirmed_has_source", Q(confirmed=True) | ~Q(source=""))),
    ("channel", check("channel_one_owner", OWNER)),
    ("postaladdress", check("postal_address_one_owner", OWNER)),
    ("formofaddress", check("form_of_address_one_owner", OWNER)),
    ("formofaddress", unique("form_of_address_once_an_organization", "organization", "language")),
    ("giftpartner", check("gift_partner_exactly_one", PARTNER)),
    ("ledgerpartner", check("ledger_partner_exactly_one", PARTNER)),
)


def rename_content_types(apps, schema_editor):
    """Renames the content types by which the history knows its records.

    The migrate command does it too, by a signal; restore runs the executor, which sends none.
    """
    content_types = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="crm")
    for old, new in MODELS:
        if not content_types.filter(model=new.lower()).exists():
            content_types.filter(model=old.lower()).update(model=new.lower())


def rename_content_types_back(apps, schema_editor):
    """Gives the content types their former names."""
    content_types = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="crm")
    for old, new in MODELS:
        content_types.filter(model=new.lower()).update(model=old.lower())


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
        ("crm", "0003_names_per_language"),
    ]

    operations = [
        # Conditions do not follow a renamed field: they go before it and come back after it.
        *(migrations.RemoveConstraint(model, name) for model, name in OLD_CONSTRAINTS),
        *(migrations.RenameModel(old, new) for old, new in MODELS),
        *(migrations.RenameField(model, old, new) for model, old, new in FIELDS),
        *(migrations.AddConstraint(model, constraint) for model, constraint in NEW_CONSTRAINTS),
        migrations.RunPython(rename_content_types, rename_content_types_back),
    ]
