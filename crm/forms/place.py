"""Looking a place up in the form of a record: its name is asked, one of that name chosen, the form filled from it.

Each is a step that sends the whole form and shows it again, with all that was typed: nothing is saved, nothing checked.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.urls import reverse_lazy
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from crm.gazetteer.naming import ProposedName, propose_names
from crm.gazetteer.table import Place, find_places, get_place, squeeze
from crm.languages import html_language, language_name
from crm.models import Country, PlaceKind
from crm.place_kinds import propose_place_kind

MOST, MOST_NAMES = 12, 200  # places offered; lines of names
COMMA = re.compile("[,，、،]")
LOOK_UP, TAKE, NAMES = "look_up", "take", "names"  # what the buttons of the steps send as ``step``


TYPE_AHEAD = {
    "hx-get": reverse_lazy("place-list"),
    "hx-trigger": "input changed delay:250ms",
    "hx-target": "#places",
    "hx-sync": "this:replace",
}


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
    regions = place.regions
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


def number_in(text: str) -> int:
    """A number that a form sent, or 0."""
    return int(text) if text.isdecimal() and len(text) < 9 else 0


class PlaceLookup(forms.Form):
    """The questions of the steps, and what each does with the data that a form sent (``data``).

    ``step`` is what is to be done: LOOK_UP, TAKE, NAMES, or "" where the form is to be saved. ``names`` is the prefix
    of the record's names, which the right ones are put among.
    """

    look_up = forms.CharField(
        label=gettext_lazy("Name of the place"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("In any script: Hengyang, 衡阳, 헝양. One of many: Guadalajara, Spain."),
        widget=forms.TextInput({"autocomplete": "off", **TYPE_AHEAD}),
    )

    def __init__(self, data: QueryDict | None = None, names: str = "names"):
        super().__init__(data)
        self.prefix_of_names = names
        self.answer = data.copy() if data is not None else QueryDict(mutable=True)
        self.asked, self.chosen = (self.answer.get(name, "").strip() for name in ("look_up", "place"))
        self.step = self.choose_step() if data is not None else ""

    def choose_step(self) -> str:
        """What the data asks for; a name not yet looked up, or a place not yet taken, goes before saving."""
        if self.answer.get("step") in (LOOK_UP, TAKE, NAMES):
            return self.answer["step"]
        if self.chosen:
            return TAKE
        return LOOK_UP if self.asked and self.asked != self.answer.get("looked_up") else ""

    def carry_out(self) -> QueryDict:
        """Return the data as the form goes on with it."""
        self.put_right_names()
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
        for name in ("look_up", "looked_up", "place"):
            self.answer.pop(name, None)
        self.asked = self.chosen = ""

    # What is offered --------------------------------------------------------------------------------

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

    @property
    def names(self) -> list[tuple[str, ProposedName]]:
        """The names that may be right, each with what its box sends, without those that are in the form."""
        there = {(row["language"], row["text"]) for row in self.rows()}
        proposed = [name for name in propose_names(self.taken) if (name.language, name.text) not in there]
        return [(f"{name.language} {name.text}", name) for name in proposed]

    @property
    def ticks(self) -> list[dict]:
        """The boxes for names: what each sends, the name, its region and language."""
        return [
            {
                "value": value,
                "text": name.text,
                "region": name.region,
                "lang": html_language(name.language),
                "language": language_name(name.language),
            }
            for value, name in self.names
        ]

    @property
    def kind(self) -> tuple[str, str, str] | None:
        """The kind of place that a name tells, how it is called and the name; None where it is chosen or untold."""
        for name in propose_names(self.taken):
            kind = propose_place_kind([(name.language, name.text)], self.taken.country)
            if kind:
                return None if self.answer.get("place_kind") == kind else (kind, PlaceKind(kind).label, name.text)
        return None

    # What was ticked --------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many lines of names the form has."""
        return min(number_in(self.answer.get(f"{self.prefix_of_names}-TOTAL_FORMS", "")), MOST_NAMES)

    def rows(self) -> list[dict]:
        """The names in the form, as language and text."""
        box = f"{self.prefix_of_names}-{{}}-{{}}".format
        kinds = ("language", "text")
        return [{name: self.answer.get(box(row, name), "").strip() for name in kinds} for row in range(self.count)]

    def put_right_names(self) -> None:
        """Put the names ticked as right into the form, in new lines that are empty and then in more, and the kind."""
        ticked = self.answer.getlist("right_name")
        right = [name for value, name in self.names if value in ticked] if self.taken else []
        recorded = number_in(self.answer.get(f"{self.prefix_of_names}-INITIAL_FORMS", ""))
        empty = [number for number, row in enumerate(self.rows()) if not any(row.values()) and number >= recorded]
        for name in right:
            self.put_name(empty.pop(0) if empty else self.count, name)
        if self.answer.get("right_kind"):
            self.answer["place_kind"] = self.answer["right_kind"]
        for name in ("right_name", "right_kind"):
            self.answer.pop(name, None)

    def put_name(self, row: int, name: ProposedName) -> None:
        """Put a name into a line of the form."""
        for what in ("language", "text", "region"):
            self.answer[f"{self.prefix_of_names}-{row}-{what}"] = getattr(name, what)
        self.answer[f"{self.prefix_of_names}-TOTAL_FORMS"] = str(max(row + 1, self.count))
