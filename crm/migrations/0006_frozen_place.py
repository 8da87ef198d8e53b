"""A gift's partners keep the group they stood in, as the ledger's do."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

OUR_MISSIONS, NOWHERE = "missions", "ZZ"


def fill_groups(apps, schema_editor):
    """Write each partner's group: its entry's where there is one, else where the partner stands by its own record."""
    partners = apps.get_model("crm", "GiftPartner").objects
    ledger = apps.get_model("crm", "LedgerPartner").objects
    posts = apps.get_model("crm", "Post").objects.select_related("organization")
    for row in partners.select_related("gift", "home_city", "city", "organization", "person__city"):
        same = {"city": row.city, "organization": row.organization, "person": row.person}
        known = ledger.filter(entry__gift=row.gift, entry__reverses__isnull=True, **same).first()
        group = known.group if known else group_of(row, posts)
        partners.filter(pk=row.pk).update(group=group)


def group_of(row, posts) -> str:
    """The group of a partner by its own record; ``day`` of the gift is text: 2020, 2020-02 or 2020-02-05."""
    if row.home_city:
        return row.home_city.country_id
    if row.organization:
        return OUR_MISSIONS if row.organization.kind == "own_mission" else row.organization.country_id
    day = str(row.gift.day)
    held = posts.filter(Q(start__isnull=True) | Q(start__lte=day), Q(end__isnull=True) | Q(end__gte=day))
    post = held.filter(person=row.person).order_by("precedence", "pk").first()
    if post:
        return OUR_MISSIONS if post.organization.kind == "own_mission" else post.organization.country_id
    return row.person.country_id or (row.person.city.country_id if row.person.city else NOWHERE)


class Migration(migrations.Migration):
    dependencies = [("crm", "0005_related_names")]

    operations = [
        migrations.AddField("giftpartner", "group", models.CharField(max_length=8, default=NOWHERE, editable=False)),
        migrations.RunPython(fill_groups, migrations.RunPython.noop),
        *(
            migrations.AlterField(model, "group", models.CharField(max_length=8, editable=False, db_index=True))
            for model in ("giftpartner", "ledgerpartner")
        ),
        *(
            migrations.AlterField(
                model,
                "home_city",
                models.ForeignKey(
                    "crm.City",
                    django.db.models.deletion.PROTECT,
                    null=True,
                    blank=True,
                    editable=False,
                    related_name="%(class)ss",
                ),
            )
            for model in ("giftpartner", "ledgerpartner")
        ),
    ]
