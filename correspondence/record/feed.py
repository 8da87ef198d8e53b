"""One feed of all that passed with a partner: gifts, visits, letters, posts and steps of the partnership."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from correspondence.record.refs import COURTESY, GIFT, LETTER, STEP, Ref
from crm.dealings import AS_TEXT, Dealings

ALL, GIFTS, LETTERS, VISITS, POSTS, STEPS = "all", "gifts", "letters", "visits", "posts", "steps"
CHIPS = {
    ALL: pgettext_lazy("everything that passed", "All"),
    GIFTS: _("Gifts and help"),
    LETTERS: _("Letters"),
    VISITS: _("Visits"),
    POSTS: _("Posts"),
    STEPS: _("Partnership"),
}


@dataclass(frozen=True)
class Chip:
    """A filter of the feed: what it is called in the address and on the page, and how many it leaves."""

    name: str
    label: str
    number: int
    chosen: bool


class Feed(Sequence):
    """Refs, newest first: some are known, those of letters are read as far as they are asked for."""

    def __init__(self, known: Iterable[Ref], letters: QuerySet, count: int):
        self.known = sorted(known, key=age, reverse=True)
        self.letters, self.count = letters, count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, at: slice) -> list[Ref]:
        keys = self.letters.annotate(text=AS_TEXT).values_list("text", "pk")[: at.stop]
        letters = [Ref(day, LETTER, pk) for day, pk in keys]
        return sorted([*self.known[: at.stop], *letters], key=age, reverse=True)[at]


def age(ref: Ref) -> tuple[str, int]:
    """What refs are sorted by: the day, and of one day the row that was written later."""
    return ref.day, ref.pk


@dataclass(frozen=True)
class Parts:
    """What a feed is made of: what passed, letters, dated posts and steps as refs; of one ``year``, or of all."""

    dealings: Dealings
    letters: QuerySet
    posts: list[Ref]
    steps: list[Ref]
    year: str = ""

    @cached_property
    def known(self) -> dict[str, list[Ref]]:
        """The refs of each chip but letters."""
        passed = self.dealings.courtesies
        gifts = [Ref(row.day, COURTESY, row.pk) for row in passed if row.is_help]
        gifts += [Ref(row.day, GIFT, row.pk) for row in self.dealings.planned]
        visits = [Ref(row.day, COURTESY, row.pk) for row in passed if not row.is_help]
        refs = {GIFTS: gifts, VISITS: visits, POSTS: self.posts, STEPS: self.steps}
        return {name: [ref for ref in found if ref.day.startswith(self.year)] for name, found in refs.items()}

    @cached_property
    def letters_asked(self) -> QuerySet:
        """The letters, those of the year."""
        return self.letters.filter(day__startswith=self.year) if self.year else self.letters

    @cached_property
    def number_of_letters(self) -> int:
        """How many letters there are."""
        return self.letters_asked.count()

    def feed(self, show: str) -> Feed:
        """The feed that a chip leaves."""
        known = [ref for name, refs in self.known.items() if show in (ALL, name) for ref in refs]
        if show not in (ALL, LETTERS):
            return Feed(known, self.letters.none(), len(known))
        return Feed(known, self.letters_asked, len(known) + self.number_of_letters)

    def chips(self, show: str) -> list[Chip]:
        """The filters that would leave something, with how many each leaves; none where there is but one kind."""
        numbers = {name: len(refs) for name, refs in self.known.items()} | {LETTERS: self.number_of_letters}
        numbers[ALL] = sum(numbers.values())
        chips = [Chip(name, label, numbers[name], name == show) for name, label in CHIPS.items() if numbers[name]]
        return chips if len(chips) > 2 else []


def refs_of_steps(partnership) -> list[Ref]:
    """Refs of a partnership's dated steps."""
    return [Ref(str(step.day), STEP, step.pk) for step in partnership.steps.all() if step.day] if partnership else []
