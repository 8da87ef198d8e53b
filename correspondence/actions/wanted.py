"""Which letters are wanted when several partners are written to at once: condolences, thanks, any kind to people."""

from collections.abc import Iterable

from django.db.models import Q

from correspondence.actions.several import Wanted
from correspondence.models import Letter, LetterKind, LetterState
from correspondence.texts.proposing import PROPOSED
from crm.models import City, LedgerEntry, Occasion, Person


def condolences_on(occasion: Occasion):
    """Our letters of condolence on an occasion, drafted or sent; what was cancelled says nothing."""
    ours = Letter.objects.outgoing().filter(kind=LetterKind.CONDOLENCE, occasion=occasion)
    return ours.exclude(state=LetterState.CANCELLED)


def condolences_for(occasion: Occasion, cities: Iterable[City], again: Iterable[int] = ()) -> list[Wanted]:
    """Condolences to cities; ``again`` are the keys of those that are written to though one is on record."""
    again = set(again)
    return [
        Wanted(
            city,
            LetterKind.CONDOLENCE,
            {"occasion": occasion},
            None if city.pk in again else condolences_on(occasion).filter(city=city),
            {"occasion": occasion.slug},
        )
        for city in cities
    ]


def letters_for(people: Iterable[Person], kind: str, occasion: Occasion | None) -> list[Wanted]:
    """A letter of a kind to each of some people, on the occasion named or as the record proposes."""
    facts, told = {"occasion": occasion or PROPOSED}, {"occasion": occasion and occasion.slug}
    return [Wanted(person, kind, facts, told=told) for person in people]


def thanks_for(entries: Iterable[LedgerEntry]) -> list[Wanted]:
    """Thanks to each partner for all of the help that is theirs, in one letter."""
    helped = {}
    for entry in entries:
        for row in entry.partners.all():
            helped.setdefault(row.partner.current, []).append(entry)
    return [thanks_to(partner, theirs) for partner, theirs in helped.items()]


def thanks_to(partner, entries: list[LedgerEntry]) -> Wanted:
    """Thanks to a partner for some of its help."""
    gifts = list(dict.fromkeys(entry.gift for entry in entries if entry.gift))
    others = [entry for entry in entries if not entry.gift]
    occasions = {entry.occasion for entry in entries}
    told_in = occasions.pop() if len(occasions) == 1 else None
    return Wanted(
        partner,
        LetterKind.THANKS,
        {"received": gifts, "courtesies": others, "occasion": PROPOSED if gifts else told_in},
        thanks_under_way(partner, gifts, others),
        {"gift": [gift.pk for gift in gifts]},
    )


def thanks_under_way(partner, gifts, courtesies):
    """Our letters to a partner that are not sent yet and thank for any of this help."""
    of_gifts = Letter.thanks_for.through.objects.filter(gift__in=gifts).values("letter")
    of_others = Letter.courtesies.through.objects.filter(ledgerentry__in=courtesies).values("letter")
    letters = Letter.objects.under_way().to_or_from(**{type(partner).__name__.lower(): partner})
    return letters.filter(Q(pk__in=of_gifts) | Q(pk__in=of_others), kind=LetterKind.THANKS)


def drafted_before(wanted: Iterable[Wanted]) -> list[Letter | None]:
    """For thanks to each of several partners, the letter under way that thanks for some of it, else None."""
    wanted = list(wanted)
    gifts = {gift for one in wanted for gift in one.facts["received"]}
    others = {entry for one in wanted for entry in one.facts["courtesies"]}
    letters = Letter.objects.under_way().filter(kind=LetterKind.THANKS)
    naming = letters.filter(Q(thanks_for__in=gifts) | Q(courtesies__in=others)).distinct()
    found = list(naming.for_list().prefetch_related("thanks_for", "courtesies"))
    return [next((letter for letter in found if says_the_same(letter, one)), None) for one in wanted]


def says_the_same(letter: Letter, wanted: Wanted) -> bool:
    """Whether a letter of thanks goes to the partner wanted and thanks for some of what is."""
    partner = wanted.partner
    if isinstance(partner, City):
        theirs = letter.city_id == partner.pk
    elif isinstance(partner, Person):
        theirs = letter.person_id == partner.pk
    else:
        theirs = partner.pk in (letter.organization_id, letter.post and letter.post.organization_id)
    named = {*letter.thanks_for.all(), *letter.courtesies.all()}
    return theirs and not named.isdisjoint([*wanted.facts["received"], *wanted.facts["courtesies"]])
