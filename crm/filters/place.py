"""Country, then its cities, then their organizations: what is chosen in one filter limits what the next one offers."""

from crm.filters.base import NamedFilter
from crm.models import City, Organization


class PlacedFilter(NamedFilter):
    """Filters of records that stand somewhere: ``country``, ``city`` and perhaps ``organization``; ``of`` whom.

    ``city`` and ``organization`` offer only what the chosen country and city have. A chosen city that is not in the
    chosen country is dropped, and the page shows it.
    """

    dependent, of = ("city",), "organization"

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(drop_contradictions(data), *args, **kwargs)
        where = {name: [self.data[name]] for name in ("country", "city") if (self.data or {}).get(name)}
        for name in self.dependent:
            asked = {key: where[key] for key in ("country", "city") if key in where and key != name}
            self.filters[name].asked = {"of": [self.of], **asked}

    def swap_dependent(self) -> None:
        """Mark the dependent filters, so that htmx renews them together with the list."""
        for name in self.dependent:
            self.form.fields[name].widget.renewed = True


def drop_contradictions(data):
    """Drop a city of another country, and an organization of another country or city, from what was asked.

    A record that was merged into another is asked for by the other.
    """
    if not data:
        return data
    data = data.copy()
    for name, model in (("city", City), ("organization", Organization)):
        chosen = model.objects.select_related("country").filter(slug=data[name]).first() if data.get(name) else None
        if chosen is None:
            continue
        chosen = chosen.current
        data[name] = chosen.slug
        elsewhere = data.get("country") not in (None, "", chosen.country_id)
        if name == "organization" and data.get("city"):
            elsewhere = elsewhere or chosen.city is None or chosen.city.slug != data["city"]
        if elsewhere:
            data.pop(name)
    return data
