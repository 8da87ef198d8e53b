"""What the desk says of letters under way: for which of its rows they are, and of which the record says otherwise."""

from collections import defaultdict
from collections.abc import Iterable

from auditlog.models import LogEntry
from django.core.cache import cache
from django.db.models import F, Q

from correspondence.models import Letter
from correspondence.texts.rest_on import deviations_of
from crm.models import Gift

MOST_READ = 10  # letters of a page that are held against the record, for each is composed anew
SHOWN = 3
PARTNERS = ("city", "organization", "person")


def tell_deviations(*lists: Iterable[Letter]) -> None:
    """Give letters ``says_otherwise``: whether the record says otherwise now than their words do."""
    rows = [letter for letters in lists for letter in letters]
    last = LogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() if rows else None
    for letter in rows:
        key = f"deviations-{letter.record_key}-{last}"  # reckoned anew when anything on record has changed
        letter.says_otherwise = cache.get_or_set(key, lambda letter=letter: bool(deviations_of(letter)))


def name_drafts(*lists: Iterable) -> None:
    """Give each gift, courtesy or letter of theirs on the desk ``drafts``: the letters under way that are for it.

    Those that name it or answer it come first, then those to the same partner of the same occasion.
    """
    rows = [row for rows in lists for row in rows]
    named, beside = letters_naming(rows), letters_beside(rows)
    for row in rows:
        same = (letter for key in keys_beside(row) for letter in sorted(beside[key], reverse=True))
        row.drafts = [*dict.fromkeys((*named_in(row, named), *same))][:SHOWN]
    keys = {pk for row in rows for _day, pk in row.drafts}
    titled = Letter.objects.select_related("kind", "person", "organization")
    letters = titled.prefetch_related("person__names", "organization__names").in_bulk(keys)
    for row in rows:
        row.drafts = [letters[pk] for _day, pk in row.drafts]


def letters_naming(rows: list) -> dict[tuple, list]:
    """The letters under way, as (day, key), by the (relation, key) of the gifts, courtesies and letters they name."""
    gifts = {key for row in rows for key in gift_keys(row)}
    wanted = {"thanks_for": gifts, "announces": gifts}
    wanted["courtesies"] = {row.pk for row in rows if not isinstance(row, Gift | Letter)}
    wanted["replies_to"] = {row.pk for row in rows if isinstance(row, Letter)}
    found = defaultdict(list)
    for relation, keys in wanted.items():
        letters = Letter.objects.under_way().filter(**{f"{relation}__in": keys})
        for of, day, pk in letters.order_by(F("day").desc(), "-pk").values_list(relation, "day", "pk"):
            if of in keys:
                found[relation, of].append((str(day), pk))
    return found


def gift_keys(row) -> list[int]:
    """The key of the gift that a row is or tells of."""
    return [] if isinstance(row, Letter) else [row.pk] if isinstance(row, Gift) else filter(None, [row.gift_id])


def named_in(row, named: dict[tuple, list]) -> list:
    """The letters that name a row: its gift, itself, or the letter that they answer."""
    if isinstance(row, Letter):
        return named["replies_to", row.pk]
    own = [] if isinstance(row, Gift) else named["courtesies", row.pk]
    gifts = [letter for key in gift_keys(row) for name in ("thanks_for", "announces") for letter in named[name, key]]
    return sorted({*gifts, *own}, reverse=True)


def letters_beside(rows: list) -> dict[tuple, set]:
    """The letters under way, as (day, key), by the partner and occasion of rows: (kind, key, occasion)."""
    wanted = {key for row in rows for key in keys_beside(row)}
    whose = Q(pk__in=[])
    for kind in PARTNERS:
        whose |= Q(**{f"{kind}__in": {key for name, key, _occasion in wanted if name == kind}})
    occasions = {occasion for _name, _key, occasion in wanted}
    whose &= Q(occasion__in=occasions - {None}) | (Q(occasion=None) if None in occasions else Q(pk__in=[]))
    found = defaultdict(set)
    columns = ("day", "pk", "occasion", *PARTNERS)
    for day, pk, occasion, *partners in Letter.objects.under_way().filter(whose).values_list(*columns):
        for kind, key in zip(PARTNERS, partners, strict=True):
            found[kind, key, occasion].add((str(day), pk))
    return found


def keys_beside(row) -> list[tuple]:
    """The partners of a row, each with its occasion: (kind, key, occasion)."""
    partners = [row] if isinstance(row, Letter) else row.partners.all()
    keys = [(kind, getattr(one, f"{kind}_id"), row.occasion_id) for one in partners for kind in PARTNERS]
    return [key for key in keys if key[1]]
