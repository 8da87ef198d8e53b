"""Writes letters that were not drafted here, one or many, with their files and their courtesies."""

from dataclasses import dataclass, field

from correspondence.actions.lifecycle import courtesy_facts, enclose, enter_letter, link_letter
from correspondence.actions.registering import register
from correspondence.models import Letter
from crm.actions.ledger import link_entries, reverse_entry
from crm.actions.records import Built
from crm.dates import PartialDate
from crm.models.ledger import LedgerEntry, LedgerPartner
from crm.models.partner import place
from crm.search.writing import index

SPOKEN_OF = ("thanks_for", "announces", "courtesies")


@dataclass
class BuiltLetters(Built):
    """Letters ready to be inserted, and for each what can only be written once it has a key."""

    spoken_of: list[dict] = field(default_factory=list)
    files: list = field(default_factory=list)


def add_letter(built: BuiltLetters, letter: Letter, day: PartialDate, facts: dict, files=()) -> None:
    """Add a new letter to a batch, with its ledger entry on a day."""
    spoken_of = {name: facts.pop(name, ()) for name in SPOKEN_OF}
    set_facts(letter, day, **facts)
    entry = built.batch.add(LedgerEntry(day=day, **courtesy_facts(letter)), actor="recorded_by")
    partner = LedgerPartner(person=letter.person, organization=letter.organization)
    partner.freeze_place(day.first)
    built.batch.add(partner, entry=entry)
    built.records.append(built.batch.add(letter, entry=entry))
    letter._prefetched_objects_cache["texts"] = []  # its words are not ours, so there is none to ask for
    built.spoken_of.append(spoken_of)
    built.files.append(files)


def insert_letters(*, by, built: BuiltLetters) -> list[Letter]:
    """Insert letters built before, in their registers, with entries, files and what they speak of; in a door."""
    built.batch.insert(by=by, settle=lambda: register(built.records))
    for letter, spoken_of, files in zip(built.records, built.spoken_of, built.files, strict=True):
        for name, rows in spoken_of.items():
            if rows:
                getattr(letter, name).set(rows)
        keep_files(by=by, letter=letter, files=files)
        if letter.replies_to or any(spoken_of.values()):
            link_letter(by=by, letter=letter, entry=letter.entry)
    return built.records


def set_facts(letter: Letter, on: PartialDate, *, kind: str, **facts) -> None:
    """Set a letter's fields; city and country follow from its correspondent on a day."""
    letter.kind_id = kind
    for name, value in facts.items():
        setattr(letter, name, value)
    letter.freeze_place(place(letter.post or letter.correspondent, on.first))


def write_facts(letter: Letter, on: PartialDate, **facts) -> None:
    """Write the fields of a letter on record anew, and what it speaks of."""
    spoken_of = {name: facts.pop(name, ()) for name in SPOKEN_OF}
    set_facts(letter, on, **facts)
    letter.save()
    for name, rows in spoken_of.items():
        getattr(letter, name).set(rows)
    index(letter)


def keep_files(*, by, letter: Letter, files) -> None:
    """Keep checked uploads with a letter."""
    for file in files:
        enclose(by=by, letter=letter, file=file)


def enter_courtesy_anew(*, by, letter: Letter, day: PartialDate, reason: str) -> None:
    """Reverse a letter's ledger entry and write it anew; what refers to the old one then refers to the new one."""
    old = letter.entry
    reverse_entry(by=by, entry=old, reason=reason)
    letter.entry = enter_letter(by=by, letter=letter, day=day)
    letter.save(update_fields=["entry"])
    for link in old.linked_by.all():
        link_entries(by=by, source=link.source, target=letter.entry, kind=link.kind)
