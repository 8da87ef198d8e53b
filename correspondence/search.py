"""Letters as the index holds them."""

from datetime import date

from django.utils.translation import gettext_lazy

from correspondence.models import Letter, LetterState
from crm.search.kind import Hit, SearchKind, day_weight, in_order, latin_first
from crm.search.kinds import joined_with, names_of_record

PARTS = ("addressee", "heading", "salutation", "closing", "signature")


class LetterKind(SearchKind):
    """Letters, found by their numbers and title, by whom they are to or from, and by their words."""

    model, label = Letter, gettext_lazy("Letters")
    joined = ("kind", "person", "organization", "city", "country")
    shown = ("person__names", "organization__names")
    read = (*shown, "city__names", "texts__paragraphs")
    hangs_on = {"crm.City": ("city",), "crm.Organization": ("organization",), "crm.Person": ("person",)}

    def names(self, record) -> list[str]:
        return [record.number, record.their_number, record.title]

    def others(self, record) -> list[str]:
        return [*names_of_record(record.correspondent), *names_of_record(record.city)]

    def texts(self, record) -> list[str]:
        texts = in_order(record.texts)
        parts = [getattr(text, part) for text in texts for part in PARTS]
        return [record.words, *parts, *(paragraph.body for text in texts for paragraph in in_order(text.paragraphs))]

    def title(self, record) -> str:
        whom = latin_first(names_of_record(record.correspondent))
        told = (record.number or record.their_number, record.title, str(record.day), whom)
        return " · ".join(filter(None, told))

    def weight(self, record) -> int:
        return 0 if record.state == LetterState.CANCELLED else day_weight(record.day)

    def describe(self, record, on: date) -> Hit:
        number = record.number or record.their_number
        what = joined_with(record.get_direction_display(), number, record.day, record.get_state_display())
        return Hit(self.code, record, str(record), record.group_name, what)


KINDS = (LetterKind(),)
