"""Records that a question offers: those in the page, and those found as one types."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Model, QuerySet

from crm.choosing.labels import in_name_order, mark_archived
from crm.folding import fold
from crm.picking import FEW, MOST, Found, Offered, Option, found_among


@dataclass(frozen=True)
class Kind:
    """A kind of records to choose from. ``records(asked, on)`` are those offered, ``shown`` is what a line reads.

    ``find`` gives the keys of those that a text asks for, so many at most; a kind without it has so few records that
    they are found in memory.
    """

    records: Callable[[Mapping[str, list], date | None], QuerySet]
    line: Callable[[Model], str] = str
    shown: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    find: Callable[[QuerySet, str, int], list[int]] | None = None
    names: Callable[[Model], tuple[str, ...]] = lambda record: ()
    newest: tuple[str, ...] = ("-pk",)
    by: str = "pk"  # the field that a form sends
    page: str = "choices"  # where it is found as one types
    by_name: bool = True  # how a plain list stands; else as ``newest`` says
    often_few: Callable[[Mapping[str, list]], bool] = lambda asked: (
        False
    )  # whether they are read before they are counted

    def read(self, records: QuerySet) -> QuerySet:
        """Records with what their lines read."""
        records = records.select_related(*self.joined) if self.joined else records
        return records.prefetch_related(*self.shown)


def read_keys(texts: Iterable) -> list[int]:
    """The whole numbers among what an address or a form names, as keys of records; all else is passed over."""
    return [int(text) for text in map(str, texts) if text.isdecimal() and len(text) < 19]


class Records(Offered):
    """Records that a question offers; lines in one form share it, so that nothing is read twice.

    ``also`` gives the values that the other lines of the page have.
    """

    def __init__(self, code: str, kind: Kind, asked: dict[str, list] | None = None, on: date | None = None):
        super().__init__(code, asked, kind.page)
        self.kind, self.on, self.by = kind, on, kind.by
        self.also, self.known = lambda: (), {}

    def __deepcopy__(self, memo):
        return self  # a form's copy of a field offers the same

    @cached_property
    def records(self) -> QuerySet:
        """All of them; a field of a filter may never be asked for them."""
        return self.kind.records(self.asked, self.on)

    def option(self, record) -> Option:
        """A record as it is offered."""
        line = mark_archived(record, self.kind.line(record))
        return Option(str(getattr(record, self.by)), line, tuple(map(str, (record, *self.kind.names(record)))))

    def read(self, records: QuerySet) -> list[Option]:
        """Records as they are offered."""
        return [self.option(record) for record in self.kind.read(records)]

    @cached_property
    def few(self):
        found = self.records.order_by(*self.kind.newest)
        if not self.kind.often_few(self.asked):
            keys = list(self.records.order_by().values_list("pk", flat=True)[: FEW + 1])
            if len(keys) > FEW:
                return None
            found = self.named(keys, by="pk").order_by(*self.kind.newest)
        found = list(self.kind.read(found)[: FEW + 1])
        if len(found) > FEW:
            return None
        offered = [self.option(record) for record in found]
        return in_name_order(offered) if self.kind.by_name else offered

    @cached_property
    def all(self) -> list[Option]:
        """All of them by name, of a kind that is found in memory."""
        return in_name_order(self.read(self.records))

    def labels(self, values):
        wanted = set(map(str, values)) - self.known.keys()
        if wanted:
            self.known |= dict.fromkeys(wanted, "")
            wanted |= {str(value) for value in self.also() if value not in (None, "")} - self.known.keys()
            self.known |= {option.value: option.line for option in self.read(self.named(wanted))}
        return {value: line for value in map(str, values) if (line := self.known.get(value))}

    def named(self, values, by: str = "") -> QuerySet:
        """The records that values name, offered or not."""
        model, by = self.records.model, by or self.by
        numbers = by == "pk" and model._meta.pk.get_internal_type() in ("AutoField", "BigAutoField")
        keys = read_keys(values) if numbers else [value for value in values if "\0" not in value]
        return model._base_manager.filter(**{f"{by}__in": keys})

    def find(self, text):
        if self.kind.find is None:
            return found_among(self.all, text)
        records = self.records.order_by(*self.kind.newest)
        if not fold(text).strip():
            found = self.read(records[: MOST + 1])
        else:
            keys = self.kind.find(records, text, MOST + 1)
            known = {record.pk: record for record in self.kind.read(self.named(keys, by="pk"))}
            found = [self.option(known[key]) for key in keys]
        return Found(found[:MOST], len(found) > MOST)

    def recent(self, values):
        offered = self.records.filter(pk__in=self.named(list(values)[:MOST]).values("pk"))
        known = {option.value: option for option in self.read(offered)}
        return [known[value] for value in values if value in known]
