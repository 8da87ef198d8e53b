"""A letter keeps the group its correspondent stood in; our own missions stand in no country."""

from django.db import migrations, models
from django.db.models import F, Q

OUR_MISSIONS, NOWHERE = "missions", "ZZ"


def fill_groups(apps, schema_editor):
    """Write each letter's group and, where only the city is on record, its country."""
    letters = apps.get_model("correspondence", "Letter").objects
    posts = apps.get_model("crm", "Post").objects.filter(organization__kind="own_mission")
    ours = Q(post__in=posts) | Q(post__isnull=True, organization__kind="own_mission")
    letters.filter(ours).update(group=OUR_MISSIONS, country=None, city=None)
    for letter in letters.filter(country__isnull=True, group=NOWHERE, city__isnull=False).select_related("city"):
        letters.filter(pk=letter.pk).update(country=letter.city.country_id)
    letters.filter(country__isnull=False, group=NOWHERE).update(group=F("country"))


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0006_related_names"), ("crm", "0006_frozen_place")]

    operations = [
        migrations.AddField(
            "letter", "group", models.CharField(max_length=8, default=NOWHERE, editable=False, db_index=True)
        ),
        migrations.RunPython(fill_groups, migrations.RunPython.noop),
    ]
