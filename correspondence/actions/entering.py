"""Writes the facts of a letter that was not drafted here, with its files and its courtesy."""

from correspondence.actions.lifecycle import enclose, enter_letter
from correspondence.models import Letter
from crm.actions.ledger import link_entries, reverse_entry
from crm.dates import PartialDate
from crm.models.partner import place


def write_facts(letter: Letter, on: PartialDate, *, kind: str, thanks_for=(), announces=(), courtesies=(), **facts):
    """Writes a letter's fields and what it speaks of; city and country follow from its correspondent on a day."""
    letter.kind_id = kind
    for name, value in facts.items():
        setattr(letter, name, value)
    letter.freeze_place(place(letter.post or letter.correspondent, on.first))
    letter.save()
    letter.thanks_for.set(thanks_for)
    letter.announces.set(announces)
    letter.courtesies.set(courtesies)


def keep_files(*, by, letter: Letter, files) -> None:
    """Keeps checked uploads with a letter."""
    for file in files:
        enclose(by=by, letter=letter, file=file)


def enter_courtesy(*, by, letter: Letter, day: PartialDate) -> None:
    """Writes a letter's ledger entry, with its links."""
    letter.entry = enter_letter(by=by, letter=letter, day=day)
    letter.save(update_fields=["entry"])


def enter_courtesy_anew(*, by, letter: Letter, day: PartialDate, reason: str) -> None:
    """Reverses a letter's ledger entry and writes it anew; what refers to the old one then refers to the new one."""
    old = letter.entry
    reverse_entry(by=by, entry=old, reason=reason)
    enter_courtesy(by=by, letter=letter, day=day)
    for link in old.linked_by.all():
        link_entries(by=by, source=link.source, target=letter.entry, kind=link.kind)
