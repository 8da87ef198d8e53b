"""What the page of a partner shows of all that passed, each table read once: what is open, the picture, the feed."""

from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property

from correspondence.record.feed import ALL, CHIPS, Parts
from correspondence.record.items import Item, item_of
from correspondence.record.refs import COURTESY, GIFT, Ref, read_rows, table_of
from correspondence.record.undone import Undone, open_refs, undone
from crm.dealings import Courtesy, dealings_with
from crm.paging import ShownPage, page_of
from crm.pictures import exchange
from crm.pictures.exchange import gifts_to_come, shown_one_by_one

MOST_OPEN = 5  # rows of what is open that a page shows at once


class PartnerRecord:
    """All that passed with a city, an organization or a person, as one address asks for it."""

    def __init__(
        self, asked: QueryDict, on: date, *, to: str, whose: dict, letters: QuerySet, posts: list[Ref], steps=()
    ):
        self.asked, self.on, self.to = asked, on, to
        self.dealings, self.letters = dealings_with(on, **whose), letters
        show, year = asked.get("show", ""), asked.get("year", "")
        self.show = show if show in CHIPS else ALL
        self.year = year if year.isascii() and year.isdecimal() and len(year) == 4 else ""
        self.parts = Parts(self.dealings, letters, posts, list(steps), self.year)

    def context(self) -> dict:
        """What the templates draw."""
        return {
            "to": self.to,
            "feed": self.feed_page,
            "items": [self.item(ref) for ref in self.feed_page],
            "chips": self.parts.chips(self.show),
            "show": self.show,
            "year": self.year,
            "open_page": self.open_page,
            "open_rows": [self.undone(ref) for ref in self.open_page],
            "picture": exchange(self.dealings, self.words(), self.year_url),
        }

    @cached_property
    def feed_page(self) -> ShownPage:
        """The refs of the page of the feed that was asked for."""
        return page_of(self.parts.feed(self.show), self.asked, "feed")

    @cached_property
    def open_page(self) -> ShownPage:
        """The refs of what is open."""
        return page_of(open_refs(self.dealings, self.letters), self.asked, "open", MOST_OPEN)

    @cached_property
    def pictured(self) -> dict:
        """What the picture shows one by one, each with its ref."""
        if not shown_one_by_one(self.dealings):
            return {}
        refs = {row: Ref(row.day, COURTESY, row.pk) for row in self.dealings.help}
        return refs | {gift: Ref(gift.day, GIFT, gift.pk) for gift in gifts_to_come(self.dealings)}

    @cached_property
    def rows(self) -> dict:
        """The rows of all that is shown, each read once."""
        return read_rows([*self.feed_page, *self.open_page, *self.pictured.values()])

    @cached_property
    def owing(self) -> dict[int, Courtesy]:
        """The courtesies that we owe something for, by key."""
        return {row.pk: row for row in self.dealings.owed}

    def item(self, ref: Ref) -> Item:
        """What is said of a ref's row."""
        return item_of(ref, self.rows, self.owing)

    def undone(self, ref: Ref) -> Undone:
        """What is said of a ref's row among what is open."""
        return undone(ref, self.item(ref), self.rows[table_of(ref.kind), ref.pk], self.owing, self.to, self.on)

    def words(self) -> dict:
        """What the picture says of each thing it shows alone: beside it, as a sentence, and where it leads."""
        items = {row: self.item(ref) for row, ref in self.pictured.items()}
        return {row: (item.text, item.sentence, item.url) for row, item in items.items()}

    def year_url(self, year: int) -> str:
        """Where the help of a year is listed."""
        return f"?show=gifts&year={year}#feed"
