"""Looking a place up in the form of a record: its name is asked, one of that name chosen, the form filled from it.

Each is a step that sends the whole form and shows it again, with all that was typed: nothing is saved, nothing checked.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from crm.gazetteer.table import Place, find_places, get_place, squeeze
from crm.models import Country
from crm.picking import FIND

MOST = 12  # places offered
COMMA = re.compile("[,，、،]")
LOOK_UP, TAKE = "look_up", "take"  # what the buttons of the steps send as ``step``


@dataclass(frozen=True)
class Found:
    """The places of a name, each with its label; ``more`` says that there are others."""

    labels: dict[str, str]
    more: bool


def look_up(text: str) -> Found:
    """Find the places of a name, "Guadalajara", or of a name in a country or region, "Guadalajara, Spain"."""
    name, where = (*map(str.strip, COMMA.split(text, 1)), "")[:2]
    places = find_places(name)
    if where:
        within = set(Country.objects.search(where).values_list("pk", flat=True))
        places = [place for place in places if place.country in within or place.lies_in(squeeze(where))]
    countries = Country.objects.in_bulk({place.country for place in places[:MOST]})
    labels = {place.key: label_of(place, countries.get(place.country), name) for place in places[:MOST]}
    return Found(labels, more=len(places) > MOST)


def label_of(place: Place, country: Country | None, asked: str = "") -> str:
    """A place with what tells it from others of its name, as the office's table of countries has it.

    Rittō 栗東市 · Shiga · Japan · 70,312 inhabitants.
    """
    regions = {} if country and country.filed_apart else place.regions
    parts = [
        " ".join(dict.fromkeys(filter(None, (place.name, place.own_name, name_asked(place, asked))))),
        regions.get(get_language() or "en") or regions.get("en", ""),
        describe_country(country),
    ]
    if place.population:
        number = number_format(place.population, use_l10n=True, force_grouping=True)
        parts.append(_("%(number)s inhabitants") % {"number": number})
    return " · ".join(filter(None, parts))


def name_asked(place: Place, asked: str) -> str:
    """The name of a place that was asked for, where it is neither the usual one nor its own: 丰希罗拉."""
    wanted = squeeze(asked)
    if any(squeeze(name).startswith(wanted) for name in place.names[:2] if name):
        return ""
    return next((name for name in place.names[2:] if squeeze(name).startswith(wanted)), "")


def describe_country(country: Country | None) -> str:
    """The country or region as the office names it; a place that the table of countries has none for is asked about."""
    if country is None:
        return _("country or region for you to choose")
    return _("%(region)s (filed apart, no partnerships)") % {"region": country} if country.filed_apart else str(country)


class PlaceLookup(forms.Form):
    """The questions of the steps, and what each does with the data that a form sent.

    ``step`` is what is to be done: LOOK_UP, TAKE, or "" where the form is to be saved. ``answer`` is the data as the
    form goes on with it. ``in_place`` has a step renew only the part of the page that its attributes name, where
    scripts run.
    """

    steps = (LOOK_UP, TAKE)
    in_place = False

    look_up = forms.CharField(
        label=gettext_lazy("Name of the place"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("In any script: Hengyang, 衡阳, 헝양. One of many: Guadalajara, Spain."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict | None = None):
        super().__init__(data)
        self.answer = data.copy() if data is not None else QueryDict(mutable=True)
        self.asked, self.chosen = (self.answer.get(name, "").strip() for name in ("look_up", "place"))
        self.step = self.choose_step()

    def choose_step(self) -> str:
        """What the data asks for; a name not yet looked up, or a place not yet taken, goes before saving."""
        if self.answer.get("step") in self.steps:
            return self.answer["step"]
        if self.chosen:
            return TAKE
        return LOOK_UP if self.asked and self.asked != self.looked_up else ""

    def carry_out(self) -> QueryDict:
        """Return the data as the form goes on with it."""
        if self.step == TAKE and (place := get_place(self.chosen)):
            self.fill(place)
        elif self.step in (LOOK_UP, TAKE):
            self.answer["looked_up"] = self.asked
        self.answer.pop("step", None)
        self.data = self.answer
        return self.answer

    def fill(self, place: Place) -> None:
        """Fill the form from a place; its country only where the office's table has it."""
        country = Country.objects.filter(pk=place.country).first()
        facts = {"country": country.pk if country else "", "latitude": place.latitude, "longitude": place.longitude}
        for name, value in {**facts, "time_zone": place.time_zone, "taken": place.key}.items():
            self.answer[name] = str(value)
        for name in ("look_up", "looked_up", "place", f"country-{FIND}"):
            self.answer.pop(name, None)
        self.asked = self.chosen = ""

    @cached_property
    def found(self) -> Found:
        """The places of the name asked for."""
        return look_up(self.asked)

    @property
    def looked_up(self) -> str:
        """The name whose places the page shows, or ""."""
        return self.answer.get("looked_up", "")

    @property
    def taken(self) -> Place | None:
        """The place that the form was filled from."""
        return get_place(self.answer.get("taken", ""))

    @property
    def taken_label(self) -> str:
        """The place that the form was filled from, as it was offered."""
        return label_of(self.taken, Country.objects.filter(pk=self.taken.country).first())

    @property
    def country_asked(self) -> bool:
        """Whether the place taken leaves its country or region to whoever fills in the form."""
        return not self.answer.get("country")
