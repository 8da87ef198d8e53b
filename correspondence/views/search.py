"""Search: what a question finds on the whole record, and what can be opened or begun by its name."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from correspondence.shortcuts import shortcuts
from crm.search.asking import FEW, hits_of, search
from crm.search.kind import Hit, all_kinds
from crm.tokens import LONGEST_QUESTION

IN_LIST = 4  # of each kind, below the box
OF_ONE_KIND = 100
MOST_OPENED = 8


@dataclass(frozen=True)
class Line:
    """A line of what was found: what it is called, its address, and what is said of it."""

    name: str
    url: str
    what: str = ""


@dataclass(frozen=True)
class Lines:
    """The lines of a kind; ``more_url``: where the rest of them is, if there is more."""

    label: str
    lines: list[Line]
    more: bool = False
    more_url: str = ""


class Search(TemplateView):
    """What ?q= finds, of ?kind= alone or of all kinds; without ?q= the records that were ?opened= last.

    htmx gets the list below the box, anybody else a page.
    """

    def get_template_names(self):
        return ["correspondence/_found.html" if self.request.htmx else "correspondence/search.html"]

    def get_context_data(self, **kwargs):
        question = self.request.GET.get("q", "").strip()[:LONGEST_QUESTION]
        opened = self.request.GET.getlist("opened")[:MOST_OPENED]
        groups, note = self.found(question) if question else (opened_last(opened), "")
        if not groups:
            note = _("Nothing is found.") if question else ""
        return super().get_context_data(
            title=_("Search: %(question)s") % {"question": question} if question else _("Search"),
            question=question,
            groups=groups,
            note=note,
            said=said_of(groups),
            all_url=f"{reverse('search')}?{urlencode({'q': question})}",
            **kwargs,
        )

    def found(self, question: str) -> tuple[list[Lines], str]:
        """What a question finds, by kind, and a note where a letter of it was taken for another."""
        kind, today = self.request.GET.get("kind", ""), timezone.localdate()
        kind = kind if kind in all_kinds() else ""
        limit = OF_ONE_KIND if kind else IN_LIST if self.request.htmx else FEW
        answer = search(question, on=today, kinds=[kind] if kind else (), limit=limit)
        begun = [] if kind else shortcuts(question, by=self.request.user, on=today)
        groups = [Lines(_("Begin or open"), begun)] if begun else []
        groups += [lines_of(group, question, kind) for group in answer.groups]
        return groups, _("Nothing is called just that; this is spelt alike.") if answer.forgiven else ""


def lines_of(group, question: str, kind: str) -> Lines:
    """The lines of a group that was found."""
    more_url = "" if kind else f"?{urlencode({'q': question, 'kind': group.kind.code})}"
    return Lines(str(group.kind.label), [line_of(hit) for hit in group.hits], group.more, more_url)


def said_of(groups: list[Lines]) -> str:
    """How many lines there are, for who does not see them."""
    lines = sum(len(group.lines) for group in groups)
    return ngettext("%(lines)d line", "%(lines)d lines", lines) % {"lines": lines}


def line_of(hit: Hit) -> Line:
    """The line of a record: its country and what it is tell namesakes apart."""
    told = [hit.country, hit.what, _("archived") if hit.archived else ""]
    return Line(hit.name, hit.url, " · ".join(filter(None, told)))


def opened_last(marks: list[str]) -> list[Lines]:
    """The records that a browser says it opened last (city-12), in that order; none for what is no record."""
    keys = defaultdict(list)
    for mark in marks:
        code, _dash, key = mark.rpartition("-")
        if code in all_kinds() and key.isascii() and key.isdigit() and len(key) < 19:
            keys[code].append(int(key))
    hits = [hit for code, of_kind in keys.items() for hit in hits_of(all_kinds()[code], of_kind, timezone.localdate())]
    places = {mark: place for place, mark in enumerate(marks)}
    hits.sort(key=lambda hit: places.get(f"{hit.kind}-{hit.record.pk}", len(places)))
    return [Lines(_("Opened last"), [line_of(hit) for hit in hits])] if hits else []
