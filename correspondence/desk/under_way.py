"""Letters under way: for which rows of the queue they are, and of which the record says otherwise."""

from collections import defaultdict
from datetime import date, timedelta

from auditlog.models import LogEntry
from django.core.cache import cache
from django.db.models import F, Q

from correspondence.models import Letter, LetterKind, LetterState
from correspondence.texts.rest_on import deviations_of
from crm.coming_days import ComingDay
from crm.models import Gift

MOST = 3  # letters that a row names
LATELY = timedelta(days=60)
FOR_DAYS = (LetterKind.LETTER, LetterKind.CONGRATULATION, LetterKind.GREETING)
PARTNERS = ("city", "organization", "person")


def tell_deviations(rows: list[Letter]) -> None:
    """Give letters ``says_otherwise``: whether the record says otherwise now than their words do."""
    last = LogEntry.objects.order_by("-pk").values_list("pk", flat=True).first() if rows else None
    for letter in rows:
        key = f"deviations-{letter.record_key}-{last}"  # reckoned anew when anything on record has changed
        letter.says_otherwise = cache.get_or_set(key, lambda letter=letter: bool(deviations_of(letter)))


def drafts_for(rows: list, days: list[ComingDay], on: date) -> dict[object, list[Letter]]:
    """The letters that are for each gift, courtesy or letter of theirs, and for each day to come.

    Those under way that name a row or answer it come first, then those to the same partner of the same occasion.
    """
    named, beside, greetings = letters_naming(rows), letters_beside(rows), letters_to_cities(days, on)
    found = {day: [*greetings[day.city.pk]][:MOST] for day in days if day.city}
    for row in rows:
        same = (letter for key in keys_beside(row) for letter in sorted(beside[key], reverse=True))
        found[row] = [*dict.fromkeys((*named_in(row, named), *same))][:MOST]
    keys = {pk for drafts in found.values() for _day, pk in drafts}
    letters = Letter.objects.select_related("kind", "drafter").in_bulk(keys)
    return {row: [letters[pk] for _day, pk in drafts] for row, drafts in found.items()}


def letters_to_cities(days: list[ComingDay], on: date) -> dict[int, list]:
    """Our plain letters and greetings of late, as (day, key), by the city they are to, the latest first."""
    cities, since = {day.city.pk for day in days if day.city}, (on - LATELY).isoformat()
    kept = (
        Letter.objects.outgoing().filter(city__in=cities, day__gte=since, kind__in=FOR_DAYS)
        if cities
        else Letter.objects.none()
    )
    found = defaultdict(list)
    for city, day, pk in kept.exclude(state=LetterState.CANCELLED).values_list("city", "day", "pk"):
        found[city].append((str(day), pk))
    return found


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
