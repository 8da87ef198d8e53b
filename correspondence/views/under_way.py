"""What the desk says of letters under way: for which of its rows they are, and of which the record says otherwise."""

from collections.abc import Iterable

from auditlog.models import LogEntry
from django.core.cache import cache

from correspondence.models import Letter
from correspondence.texts.rest_on import deviations_of
from crm.models import Gift

MOST_READ = 20  # letters of a list that are held against the record, for each is composed anew
SHOWN = 3


def told_of_deviations(letters) -> list[Letter]:
    """Letters, each with ``says_otherwise``: whether the record says otherwise now than its words do."""
    rows = list(letters)
    last = LogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() if rows else None
    for letter in rows[:MOST_READ]:
        key = f"deviations-{letter.record_key}-{last}"  # reckoned anew when anything on record has changed
        letter.says_otherwise = cache.get_or_set(key, lambda letter=letter: bool(deviations_of(letter)))
    return rows


def name_drafts(*lists: Iterable) -> None:
    """Give each gift, courtesy or letter of theirs on the desk ``drafts``: the letters under way that are for it.

    Those that name it or answer it come first, then those to the same partner of the same occasion.
    """
    letters = Letter.objects.under_way().for_list().prefetch_related("thanks_for", "announces", "courtesies")
    found = list(letters.select_related("replies_to"))
    for rows in lists:
        for row in rows:
            named = [letter for letter in found if row in named_in(letter, row)]
            same = [letter for letter in found if letter not in named and is_to_partner_of(letter, row)]
            row.drafts = [*named, *same][:SHOWN]


def named_in(letter: Letter, row) -> list:
    """The records of a row's kind that a letter names: gifts, courtesies by their gift, the letter it answers."""
    if isinstance(row, Letter):
        return [letter.replies_to]
    gifts = [*letter.thanks_for.all(), *letter.announces.all()]
    if isinstance(row, Gift):
        return gifts
    return [*letter.courtesies.all(), *([row] if row.gift_id and row.gift in gifts else [])]


def is_to_partner_of(letter: Letter, row) -> bool:
    """Whether a letter goes to a partner of a row and speaks of the same occasion."""
    partners = [row] if isinstance(row, Letter) else row.partners.all()
    same_partner = any(partners_of(letter) & partners_of(one) for one in partners)
    return letter.occasion_id == row.occasion_id and same_partner


def partners_of(row) -> set[tuple[str, int]]:
    """The city, organization and person that a row names, as (kind, key)."""
    keys = {kind: getattr(row, f"{kind}_id") for kind in ("city", "organization", "person")}
    return {(kind, key) for kind, key in keys.items() if key}
