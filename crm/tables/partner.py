"""Columns that lists of gifts and courtesies share."""

import django_tables2 as tables
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import LedgerEntry
from crm.phrases import names_of, said_of_answer, said_of_thanks


class PartnersColumn(tables.Column):
    """The partners of a row, in their order."""

    def __init__(self, **kwargs):
        looks = {"empty_values": (), "orderable": False, "attrs": {"td": {"class": "partners"}}}
        super().__init__(verbose_name=gettext_lazy("Partners"), **looks, **kwargs)

    def render(self, record):
        return names_of(row.partner for row in record.partners.all())


class ContentsColumn(tables.Column):
    """The lines of a gift in a few words."""

    def __init__(self, **kwargs):
        super().__init__(verbose_name=gettext_lazy("Contents"), empty_values=(), orderable=False, **kwargs)

    def render(self, record):
        return _(", ").join(str(line) for line in record.lines.all()) or _("contents not on record")


class RepliesColumn(tables.Column):
    """Whether help received was thanked and answered; ``courtesies`` names those of a record, read ``with_status``.

    It says what we owe, and so is for the screen only (``internal``), unless a head exports it.
    """

    internal = True

    def __init__(self, courtesies=lambda record: [record], **kwargs):
        looks = {"empty_values": (), "orderable": False, "attrs": {"td": {"class": "replies screen-only"}}}
        looks["attrs"]["th"] = {"class": "screen-only"}
        super().__init__(verbose_name=gettext_lazy("Thanked, answered"), **looks, **kwargs)
        self.courtesies = courtesies

    def render(self, record):
        words = ((("owed" if owed else ""), text) for owed, text in self.said_of(record))
        return format_html_join(_(", "), '<span class="{}">{}</span>', words) or "—"

    def value(self, record):
        return _(", ").join(text for _owed, text in self.said_of(record))

    def said_of(self, record) -> list[tuple[bool, str]]:
        """What is said, and whether it is owed; of what others owe us nothing is said."""
        asking = (entry for entry in self.courtesies(record) if entry.asks)
        return [said for entry in asking for said in replies_to(entry)]


def replies_to(entry: LedgerEntry) -> tuple[tuple[bool, str], tuple[bool, str]]:
    """Whether help received was thanked, and answered, or need not be, each with whether it is owed."""
    return (
        (entry.owes_thanks, said_of_thanks(entry.owes_thanks, entry.no_thanks_due)),
        (entry.owes_answer, said_of_answer(entry.owes_answer, entry.no_answer_due)),
    )
