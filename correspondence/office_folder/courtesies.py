"""What passed between us: a folder's courtesies.toml, in the order in which its parts need each other."""

from correspondence.office_folder.experience import experience_of
from correspondence.office_folder.gifts import gifts_of
from correspondence.office_folder.help import record_all
from correspondence.office_folder.items import load_items
from correspondence.office_folder.letters import load_letters
from correspondence.office_folder.occasions import load_occasions
from correspondence.office_folder.records import Records


def load_courtesies(records: Records) -> None:
    """Put occasions, things, gifts, experience and letters on record; what is there already is left alone."""
    load_occasions(records)
    load_items(records)
    record_all([*gifts_of(records), *experience_of(records)])
    load_letters(records)
