"""Adds letters of ours by the hundred thousand, each with its rows of the index, and with nothing else.

Through the doors 500,000 letters would take hours: history, ledger and the check of each number. What is measured on
them is the index, so that these are inserted as rows, with the words of the index made as the doors make them.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from correspondence.actions.entering import set_facts
from correspondence.bench.filling import bodies_of, chunks, day_of, words
from correspondence.models import Letter, LetterState
from crm.dates import PartialDate
from crm.models import City, IssuingIdentity, Occasion, Organization
from crm.search.kind import kind_of
from crm.search.writing import index_keys, put

PREFIX = "衡政函"
THINGS = ("口罩", "防护服", "消毒液", "药品", "图书", "帐篷", "净水设备")
RARELY, RARE = 5000, "青少年夏令营（김해시、Кременчук、L’Aquila）"  # one letter in so many is about it


def enter(number: int) -> None:
    """Add letters sent earlier to a filled office; those it has that were cancelled are indexed as that."""
    kind = kind_of(Letter)
    for keys in chunks(Letter.objects.filter(state=LetterState.CANCELLED).values_list("pk", flat=True)):
        with transaction.atomic():
            index_keys(kind, keys)
    rows = letters_entered(number, bodies_of(list(City.objects.exclude(country="CN"))), list(Occasion.objects.all()))
    for letters in chunks(rows):
        with transaction.atomic():
            Letter.objects.bulk_create(letters)
            put(kind, [(letter.pk, kind.words(letter)) for letter in letters])


def letters_entered(number: int, bodies: list[Organization], occasions: list[Occasion]) -> Iterable[Letter]:
    """Letters with number, title and words of ours, spread over a quarter of a century and all governments."""
    identity, serials = IssuingIdentity.objects.first(), Counter()
    for n in range(number):
        day = PartialDate(day_of(n, number))
        serials[day.first.year] += 1
        letter = Letter(state=LetterState.ENTERED, identity=identity, day=day, means="letter", language="es")
        body, occasion = bodies[n % len(bodies)], occasions[n % len(occasions)]
        said = "\n".join(part.body for code in ("zh-hans", "es") for part in words(code, n, body).paragraphs)
        set_facts(letter, day, kind="thanks", organization=body, occasion=occasion, title=title_of(n), words=said)
        letter.bear(f"{PREFIX}〔{day.first.year}〕{serials[day.first.year]}号")
        letter._prefetched_objects_cache = {"texts": []}
        yield letter


def title_of(n: int) -> str:
    """A letter's title."""
    return f"关于{THINGS[n % len(THINGS)] if n % RARELY else RARE}的函"
