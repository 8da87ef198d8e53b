"""Looking a city up: besides what a place fills in, its names and kind are offered, to be ticked as right."""

from django.urls import reverse_lazy

from crm.forms.place import PlaceLookup
from crm.gazetteer.naming import ProposedName, propose_names
from crm.languages import html_language, language_name
from crm.models import PlaceKind
from crm.place_kinds import propose_place_kind

NAMES = "names"  # the step that puts what is ticked into the form
PREFIX = "names"  # of the lines of names in the form of a city
MOST = 200  # lines of names
TYPE_AHEAD = {
    "hx-get": reverse_lazy("place-list"),
    "hx-trigger": "input changed delay:250ms",
    "hx-target": "#places",
    "hx-sync": "this:replace",
}


def number_in(text: str) -> int:
    """A number that a form sent, or 0."""
    return int(text) if text.isdecimal() and len(text) < 9 else 0


class CityLookup(PlaceLookup):
    """The steps of looking a city up, of which NAMES, or saving, puts the names ticked as right among the city's."""

    steps = (*PlaceLookup.steps, NAMES)

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["look_up"].widget.attrs.update(TYPE_AHEAD)

    def carry_out(self):
        self.put_right_names()
        return super().carry_out()

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

    @property
    def count(self) -> int:
        """How many lines of names the form has."""
        return min(number_in(self.answer.get(f"{PREFIX}-TOTAL_FORMS", "")), MOST)

    def rows(self) -> list[dict]:
        """The names in the form, as language and text."""
        box = f"{PREFIX}-{{}}-{{}}".format
        kinds = ("language", "text")
        return [{name: self.answer.get(box(row, name), "").strip() for name in kinds} for row in range(self.count)]

    def put_right_names(self) -> None:
        """Put the names ticked as right into the form, in new lines that are empty and then in more, and the kind."""
        ticked = self.answer.getlist("right_name")
        right = [name for value, name in self.names if value in ticked] if self.taken else []
        recorded = number_in(self.answer.get(f"{PREFIX}-INITIAL_FORMS", ""))
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
            self.answer[f"{PREFIX}-{row}-{what}"] = getattr(name, what)
        self.answer[f"{PREFIX}-TOTAL_FORMS"] = str(max(row + 1, self.count))
