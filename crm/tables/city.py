"""The list of cities, column by column."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.balances import Dealings
from crm.models import City
from crm.phrases import number
from crm.pictures.compass import SIGNS, Sign
from crm.tables.base import RecordTable, ShortColumn


class OpenColumn(ShortColumn):
    """How much is open with a city: what we owe, and so no column of a file or of paper."""

    internal = True
    attrs = {"td": {"class": "number screen-only"}}


class CityTable(RecordTable):
    """Cities with their standing, since when, when anything last passed, what is open, and where they are from us.

    The view sets ``on``, ``ours`` and the ``dealings`` with those it shows.
    """

    name = tables.Column(verbose_name=gettext_lazy("City"), accessor="display_name", linkify=True, order_by="sort_key")
    country = tables.Column(verbose_name=gettext_lazy("Country or region"), order_by=("country_rank", "sort_key", "pk"))
    standing = tables.Column(verbose_name=gettext_lazy("Partnership"), empty_values=(), orderable=False)
    since = ShortColumn(verbose_name=gettext_lazy("Agreed"), empty_values=(), orderable=False)
    latest = ShortColumn(verbose_name=gettext_lazy("Last contact"), empty_values=(), orderable=False)
    open = OpenColumn(verbose_name=gettext_lazy("To do"), empty_values=(), orderable=False)
    liaison = tables.Column(verbose_name=gettext_lazy("Our liaison"))
    where = ShortColumn(verbose_name=gettext_lazy("From us"), empty_values=(), orderable=False)

    class Meta(RecordTable.Meta):
        model = City
        fields = ("name", "country", "standing", "since", "latest", "open", "liaison", "where")
        order_by = "country"

    def render_standing(self, record):
        standing = self.standing_of(record)
        return format_html("{} {}", drawn(SIGNS[standing]), standing.label) if standing else "—"

    def value_standing(self, record):
        standing = self.standing_of(record)
        return str(standing.label) if standing else "—"

    def render_since(self, record):
        partnership = self.partnership_with(record)
        return (partnership and partnership.since(self.on)) or "—"

    def render_latest(self, record):
        return self.dealings_with(record).latest or "—"

    def render_open(self, record):
        open_ones = self.dealings_with(record).open
        if not open_ones:
            return "—"
        words = _("%(city)s: %(number)s open") % {"city": record, "number": number(open_ones)}
        page = f"{reverse('ledger')}?whose=city-{record.pk}#courtesies"
        return format_html('<a class="owed" href="{}" aria-label="{}">{}</a>', page, words, number(open_ones))

    def value_open(self, record):
        return self.dealings_with(record).open

    def render_where(self, record):
        distance = record.distance_from(self.ours) if self.ours else None
        if distance is None:
            return "—"
        return f"{number(round(distance))} km · {round(record.bearing_from(self.ours)) % 360}°"

    def dealings_with(self, city) -> Dealings:
        """The dealings with a city that the list shows."""
        return self.dealings.get(city.pk, Dealings())

    def partnership_with(self, city):
        """Our partnership with a city, or None."""
        return city.partnership_with(self.ours) if self.ours else None

    def standing_of(self, city):
        """The standing today of our partnership with a city, or None."""
        partnership = self.partnership_with(city)
        return partnership.standing(self.on) if partnership else None


def drawn(sign: Sign):
    """A sign of the picture of partners, for the line of one."""
    return format_html(
        '<svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">'
        '<path d="{}" fill="{}" stroke="{}" stroke-width="1.8"/></svg>',
        sign.path,
        sign.fill,
        sign.stroke,
    )
