"""What leaves in a file and can come back: one table of sheets a noun, each with the columns that are kept of it.

In column A stands the record's key, by which alone a row that comes back finds its record; in a part's sheet the key
of the record that it hangs on follows. What the list shows besides stands in the first sheet and is read by nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from crm.exchange.workbook import Sheet
from crm.fields import LanguageField
from crm.languages import language_name
from crm.models import ItemKind
from crm.models.common import Keyed, Named


@dataclass(frozen=True)
class Columns:
    """A sheet's columns: fields of a model, after the record's key and, of a part, that of its ``owner``.

    ``path`` leads from a part to the noun's record, where that is not its owner. ``kept`` are fields of which the list
    says something else under the same heading, such as the city of somebody's post.
    """

    title: str
    model: type
    fields: tuple[str, ...]
    owner: str = ""
    path: str = ""
    kept: tuple[str, ...] = ()

    def read(self, rows: models.QuerySet) -> models.QuerySet:
        """Rows with all that their cells read."""
        related = [field for field in map(self.model._meta.get_field, self.fields) if field.is_relation]
        single = [field.name for field in related if not field.many_to_many]
        words = ((field, "names" if issubclass(field.related_model, Named) else "words") for field in related)
        worded = [
            f"{field.name}__{name}" for field, name in words if name == "names" or field.related_model is ItemKind
        ]
        named = [*worded, *(field.name for field in related if field.many_to_many)]
        return rows.select_related(*single, *filter(None, [self.owner])).prefetch_related(*named)

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        keys = [_("Record key"), *([_("Belongs to record key")] if self.owner else [])]
        return [*keys, *(heading for name in self.fields for heading in self.headings_of(name))]

    def headings_of(self, name: str) -> list[str]:
        """The headings of a field."""
        first, *more = headings_of(self.model, name)
        return [_("%(what)s, as kept") % {"what": first} if name in self.kept else first, *more]

    def cells(self, row) -> list:
        """A row's values."""
        owner = [getattr(row, self.owner).record_key] if self.owner else []
        return [row.record_key, *owner, *(value for name in self.fields for value in values_of(row, name))]


@dataclass(frozen=True)
class Noun:
    """A noun's sheets: its records first, then their parts."""

    records: Columns
    parts: tuple[Columns, ...] = ()

    def sheets(self, found: models.QuerySet, shown: Sheet) -> Iterator[Sheet]:
        """The sheets of the records found; ``shown`` is what a list shows of them, in its order, after their keys."""
        yield self.first_sheet(found, shown)
        keys = found.order_by().values("pk")
        for part in self.parts:
            of_them = part.model.objects.filter(**{f"{part.path or part.owner}__in": keys})
            rows = part.read(of_them.order_by(part.path or part.owner, "pk"))
            yield Sheet(str(part.title), part.headings, [part.cells(row) for row in rows], keys=2)

    def first_sheet(self, found: models.QuerySet, shown: Sheet) -> Sheet:
        """The records: key, what the list shows, and the fields that it does not show."""
        own = self.records
        headings, rows = own.headings, own.read(own.model.objects.filter(pk__in=found.order_by().values("pk")))
        left = [place for place, heading in enumerate(headings) if place and heading not in shown.headings]
        known = {row.pk: own.cells(row) for row in rows}
        lines = [
            [known[key][0], *told, *(known[key][place] for place in left)] for key, *told in shown.rows if key in known
        ]
        return Sheet(shown.title, [headings[0], *shown.headings, *(headings[place] for place in left)], lines, keys=1)


def headings_of(model, name: str) -> list[str]:
    """The headings of a field; one that names a record of ours has a second column for that record's key."""
    field = model._meta.get_field(name)
    label = str(field.verbose_name)
    label = label[:1].upper() + label[1:]
    return [label, _("%(what)s: record key") % {"what": label}] if names_record(field) else [label]


def names_record(field) -> bool:
    """Whether a field names one record that leaves in a file itself."""
    return bool(field.many_to_one) and issubclass(field.related_model, Keyed)


def values_of(row, name: str) -> list:
    """The values of a field of a row, for as many columns as it has headings."""
    field, value = row._meta.get_field(name), getattr(row, name)
    if field.many_to_many:
        return [_(", ").join(map(str, value.all()))]
    if names_record(field):
        return [value and str(value), value and value.record_key]
    if isinstance(field, LanguageField):
        return [language_name(value) if value else ""]
    return [getattr(row, f"get_{name}_display")() if field.choices else value]


def noun_of(model) -> Noun | None:
    """The sheets of a model's records; None where they leave in no file but as their list shows them."""
    nouns = [noun for name in settings.NOUNS_EXCHANGED_FROM for noun in import_string(name)]
    return next((noun for noun in nouns if noun.records.model is model), None)
