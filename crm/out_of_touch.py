"""Partners with whom nothing has passed for a year."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from crm.dates import a_year_before
from crm.models.ledger import LedgerPartner, is_in_force
from crm.models.partnership import Partnership, PartnershipStep


def out_of_touch(on: date) -> QuerySet:
    """Our partnerships, planned or standing, with whose city no courtesy passed and no step was taken in the year."""
    since = {"day__gte": a_year_before(on).isoformat()}
    met = PartnershipStep.objects.taken(on).filter(**since).order_by().values("partnership")
    return Partnership.objects.ours().alive(on).exclude(partner__in=cities_met(on, since)).exclude(pk__in=met)


def cities_met(on: date, since: dict) -> QuerySet:
    """The keys of the cities with which something has passed by a day; what was merged counts for what it became."""
    passed = {f"entry__{name}": day for name, day in since.items()}
    rows = LedgerPartner.objects.filter(is_in_force(on, "entry__"), home_city__isnull=False, **passed)
    return rows.values(met=Coalesce("home_city__merged_into", "home_city"))
