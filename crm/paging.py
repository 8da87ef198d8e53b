"""Pages of what may be long: counted up to MOST_COUNTED, and each says how many there are and how many it shows."""

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property

MOST_COUNTED = 10_000  # counting more costs more than the page itself
PER_PAGE, PER_PART = 25, 10  # rows of a list that has its page for itself; of one that shares it with others
LAST_PAGE = 10**9 // PER_PAGE  # beyond it no database counts rows


class ShownPage(Page):
    """A page of Pages; ``name`` is what the address calls its number."""

    name = "page"

    def has_next(self):
        return super().has_next() or self.paginator.has_row(self.number * self.paginator.per_page)


class Pages(Paginator):
    """Pages of a QuerySet, a table's rows or a list; what lies behind the rows that are counted has pages too.

    Where ``read`` says how a page's rows are read, only their keys are found in the whole: databases compute what is
    annotated, and join what is beside it, for all rows that they sort. A table may give rows that lead, which are
    found quicker.
    """

    def __init__(self, object_list, per_page, *args, read: QuerySet | None = None, **kwargs):
        super().__init__(object_list, per_page, *args, **kwargs)
        self.read, self.table = read, getattr(object_list, "table", None)

    def page(self, number):
        if self.read is None or not isinstance(self.rows, QuerySet):
            return super().page(number)
        number = self.validate_number(number)
        keys = self.keys_of(number)
        known = self.read.in_bulk(keys)
        return self._get_page(self.as_given([known[key] for key in keys if key in known]), number, self)

    def keys_of(self, number: int) -> list:
        """The keys of a page's rows; of all of them where those that lead do not fill it."""
        last = number * self.per_page
        leading = getattr(self.table, "leading", None)
        for rows in (*([leading(last)] if leading else []), self.rows):
            keys = list(rows.values_list("pk", flat=True)[last - self.per_page : last])
            if len(keys) == self.per_page:
                break
        return keys

    def as_given(self, found: list):
        """Rows that were read, as rows of the table where it was given."""
        return found if self.table is None else type(self.object_list)(data=found, table=self.table)

    @cached_property
    def rows(self):
        """The QuerySet or list itself, also where a table wraps it."""
        data = getattr(self.object_list, "data", self.object_list)
        return getattr(data, "data", data)

    @cached_property
    def count(self) -> int:
        """How many rows there are, at most one more than MOST_COUNTED."""
        if not isinstance(self.rows, QuerySet):
            return len(self.rows)
        rows = self.rows.order_by()
        keys = rows if rows.query.group_by else rows.values("pk")  # else what is annotated would be computed for all
        return keys[: MOST_COUNTED + 1].count()

    @property
    def is_beyond_count(self) -> bool:
        """Whether there are more rows than are counted."""
        return isinstance(self.rows, QuerySet) and self.count > MOST_COUNTED

    def has_row(self, at: int) -> bool:
        """Whether there is a row at a place behind those counted."""
        return self.is_beyond_count and at >= MOST_COUNTED and self.rows[at : at + 1].exists()

    def validate_number(self, number):
        try:
            return super().validate_number(number)
        except EmptyPage:
            if 1 <= int(number) <= LAST_PAGE and self.has_row((int(number) - 1) * self.per_page):
                return int(number)
            raise

    def _get_page(self, *args, **kwargs):
        return ShownPage(*args, **kwargs)


def page_of(rows, asked: QueryDict, name: str, per_page: int | None = None, read: QuerySet | None = None) -> ShownPage:
    """The page of ordered rows that an address asks for by ``name``, else the first; the nearest where it has none."""
    page = Pages(rows, per_page or PER_PART, read=read).get_page(asked.get(name))
    page.name = name
    return page
