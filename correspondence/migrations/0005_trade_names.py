"""A letter's body becomes its organization, as in the crm app."""

from django.db import migrations, models
from django.db.models import Q


def exactly_one(*fields):
    either = Q()
    for field in fields:
        either |= Q(**{f"{other}__isnull": other != field for other in fields})
    return either


CONSTRAINTS = (
    ("letter", "letter_one_correspondent", exactly_one("person", "organization")),
    ("lettercopy", "letter_copy_exactly_one", exactly_one("city", "organization", "person")),
)


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0004_cancelled_because"), ("crm", "0004_trade_names")]

    operations = [
        *(migrations.RemoveConstraint(model, name) for model, name, _condition in CONSTRAINTS),
        *(migrations.RenameField(model, "body", "organization") for model in ("letter", "lettercopy")),
        *(
            migrations.AddConstraint(model, models.CheckConstraint(condition=condition, name=name))
            for model, name, condition in CONSTRAINTS
        ),
    ]
