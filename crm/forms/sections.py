"""The order in which a record's form asks: what comes first, its rows, the rest, and what is folded."""

from dataclasses import dataclass, field
from functools import cached_property

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from crm.forms.joining import CHOICE


@dataclass
class Section:
    """Some of a form's fields in their order, with what a folded one says of itself."""

    fields: list[BoundField] = field(default_factory=list)

    @property
    def has_faults(self) -> bool:
        """Whether something in it was refused or is asked, so that it must stand open."""
        return any(box.errors or box.name.startswith(CHOICE) for box in self.fields)

    @property
    def labels(self) -> list[str]:
        """What it asks."""
        return [str(box.label) for box in self.fields if not box.is_hidden and not box.name.startswith(CHOICE)]


class Sectioned:
    """Mixin of forms with an order of their own.

    ``first`` are the fields asked before the record's rows, None where all stand there that are not folded; ``folded``
    are those few ask for, and the rows, by their prefix, that stand with them.
    """

    first: tuple[str, ...] | None = None
    folded: tuple[str, ...] = ()

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections ``first``, ``rest`` and ``folded``; the question about a field stands beside it."""
        parts = {name: Section() for name in ("first", "rest", "folded")}
        for box in self:
            parts[self.section_of(box.name.removeprefix(CHOICE))].fields.append(box)
        return parts

    def section_of(self, name: str) -> str:
        """The section that a field stands in."""
        if name in self.folded:
            return "folded"
        return "first" if self.first is None or name in self.first else "rest"


@dataclass(frozen=True)
class Fold:
    """What stands folded on a form's page: what it asks, in words, and whether it must stand open."""

    labels: str
    is_open: bool


def fold(form, inlines=()) -> Fold | None:
    """What is folded of a form and its rows; None where nothing is."""
    parts = [form.sections["folded"], *(rows for rows in inlines or () if rows.prefix in form.folded)]
    labels = [label for part in parts for label in part.labels]
    return Fold(_(", ").join(labels), any(part.has_faults for part in parts)) if labels else None
