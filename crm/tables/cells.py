"""How a list's cells are written: as django-tables2 does, but a column is asked once, not for each of its cells."""

from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django_tables2.utils import Accessor, signature


class CellWriter:
    """Writes the cells of one column: its value for a record, in the column's words, with its link."""

    def __init__(self, table, column):
        self.column, self.path = column, column.accessor.split(Accessor.SEPARATOR)
        self.begin, self.default, self.empty = begin_cell(column), column.default, column.column.empty_values
        self.in_words = in_words(table._meta.model, self.path)
        self.known = {"table": table, "column": column.column, "bound_column": column}
        self.render = Caller(column.render)
        self.is_linked = column.link is not None
        self.address = Caller(column.link.url) if self.is_linked and column.link.url else self.address_of

    def write(self, row) -> str:
        """A row's cell as HTML."""
        return f"{self.begin}{conditional_escape(localize(self.say(row)))}</td>"

    def say(self, row):
        """What the cell says, with its link where the column has one."""
        value = self.read(row.record)
        if value in self.empty:
            return self.default
        facts = {**self.known, "bound_row": row, "record": row.record, "value": value}
        said = self.render(facts)
        return format_html('<a href="{}">{}</a>', self.address(facts), said) if self.is_linked else said

    def read(self, record):
        """The value that the column names; None where the record has none."""
        if self.in_words:
            return getattr(record, self.in_words)()
        value = record
        for name in self.path:
            value = getattr(value, name, None)
        return value

    def address_of(self, facts: dict) -> str:
        """Where the column's own value has its page, else where the record has."""
        value = getattr(facts["record"], self.column.name, None)
        return (value if hasattr(value, "get_absolute_url") else facts["record"]).get_absolute_url()


class Caller:
    """Calls a function with those of some facts that it asks for by name."""

    def __init__(self, function):
        self.function, (self.names, self.takes_all) = function, signature(function)

    def __call__(self, facts: dict):
        wanted = facts if self.takes_all else {name: facts[name] for name in self.names}
        return self.function(**wanted)


def in_words(model, path: list[str]) -> str:
    """The method that gives the words of a model's field that is one of a closed list; "" for every other."""
    chosen = any([field.name] == path and field.choices for field in model._meta.fields)
    return f"get_{path[0]}_display" if chosen else ""


def begin_cell(column) -> SafeString:
    """How each cell of a column begins."""
    looks = column.attrs["td"].get("class", "")
    looks = format_html(' class="{}"', looks) if looks else ""
    return format_html('<td data-label="{}"{}>', column.header, looks)
