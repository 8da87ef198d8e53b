"""What passed in an occasion with each partner it struck: who wrote, helped and thanked, and who is still to be."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from correspondence.models import Letter, LetterDirection, LetterKind, LetterState
from correspondence.texts.brief import is_sad_news
from crm.models import City, LedgerEntry, LinkKind, Occasion, Office
from crm.models.ledger import is_linked
from crm.reciprocity import counts_by_city


@dataclass(frozen=True)
class Struck:
    """A partner with its standing, and what was written, helped and thanked, by us and by them.

    ``letter`` is ours to them: the condolence, else the latest. ``we_thanked`` is None where they have not helped,
    ``they_thanked`` where we have not. ``ticked`` proposes a condolence.
    """

    city: City
    standing: str
    letter: Letter | None
    we_helped: bool
    they_thanked: bool | None
    they_wrote: bool
    they_helped: bool
    we_thanked: bool | None
    ticked: bool

    @property
    def condoled(self) -> bool:
        """Whether a condolence is drafted or sent."""
        return is_condolence(self.letter)

    @property
    def tick_label(self) -> str:
        """What its tick box says."""
        words = _("Another letter of condolence to %(city)s: one is on record")
        return (words if self.condoled else _("Condolences to %(city)s")) % {"city": self.city}

    @property
    def has_gone(self) -> bool:
        """Whether our letter has gone out."""
        return self.letter is not None and self.letter.entry_id is not None


def partners_struck(occasion: Occasion, cities: Iterable[City], on: date) -> list[Struck]:
    """Tell of each of some cities what passed with it in an occasion by a day."""
    cities, office, news = list(cities), Office.get(), is_sad_news(occasion, on)
    entries = LedgerEntry.objects.filter(occasion=occasion)
    passed = counts_by_city(entries, cities, on)
    unthanked = counts_by_city(entries.unthanked(on), cities, on)
    thanked = counts_by_city(entries.help().given().filter(is_linked(on, LinkKind.THANKS)), cities, on)
    letters = letters_by_city(occasion, cities)
    rows = []
    for city in cities:
        tie = city.partnership_with(office.city) if office else None
        counts, (ours, theirs) = passed[city.pk], letters[city.pk]
        letter = next(filter(is_condolence, ours), ours[0] if ours else None)
        said_thanks = bool(thanked[city.pk]) or any(one.kind_id == LetterKind.THANKS for one in theirs)
        rows.append(
            Struck(
                city=city,
                standing=tie.standing(on).label if tie else "",
                letter=letter,
                we_helped=bool(counts["help_given"]),
                they_thanked=said_thanks if said_thanks or counts["help_given"] else None,
                they_wrote=bool(counts["letter_received"]),
                they_helped=bool(counts["help_received"]),
                we_thanked=not unthanked[city.pk] if counts["help_received"] else None,
                ticked=news and not is_condolence(letter) and occasion.struck(city),
            )
        )
    return rows


def is_condolence(letter: Letter | None) -> bool:
    """Whether a letter is one of condolence."""
    return letter is not None and letter.kind_id == LetterKind.CONDOLENCE


def letters_by_city(occasion: Occasion, cities: list[City]) -> dict[int, tuple[list, list]]:
    """Our letters and theirs in an occasion, the latest first, by the city's key; none that was cancelled."""
    found = defaultdict(lambda: ([], []))
    letters = Letter.objects.filter(occasion=occasion, city__in=cities).exclude(state=LetterState.CANCELLED)
    for letter in letters.select_related("kind").order_by("-day", "-pk"):
        found[letter.city_id][letter.direction == LetterDirection.IN].append(letter)
    return found
