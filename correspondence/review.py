"""Letters drafted together, read one after another by who drafted them: kept in the session."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.urls import reverse

from correspondence.actions.several import NotDrafted
from correspondence.models import Letter, LetterState

KEY = "letters_to_review"


@dataclass(frozen=True)
class Left:
    """A letter that was not made: to whom, why, and the page that has the box for what it lacks."""

    partner: str
    reason: str
    address: str


@dataclass(frozen=True)
class Review:
    """The keys of the letters in order, and those that were not made."""

    letters: tuple[int, ...] = ()
    left: tuple[Left, ...] = ()

    def place_of(self, letter: Letter) -> "Place | None":
        """Where a letter stands among them; None where it does not, or nothing is to be read in it any more."""
        if letter.pk not in self.letters or letter.state not in (LetterState.DRAFT, LetterState.SUBMITTED):
            return None
        at = self.letters.index(letter.pk)
        earlier, later = self.letters[:at][-1:], self.letters[at + 1 : at + 2]
        return Place(at + 1, len(self.letters), *(address_of(keys) for keys in (earlier, later)))

    def after(self, letter: Letter) -> str:
        """The address of the next draft behind a letter, else of the first there is, else of their list."""
        at = self.letters.index(letter.pk) if letter.pk in self.letters else -1
        drafts = set(Letter.objects.filter(pk__in=self.letters, state=LetterState.DRAFT).values_list("pk", flat=True))
        waiting = [key for key in (*self.letters[at + 1 :], *self.letters[: at + 1]) if key in drafts]
        return address_of(waiting) or reverse("letter-review")


@dataclass(frozen=True)
class Place:
    """The number of a letter among those drafted together, and the addresses of its neighbours, "" where none is."""

    number: int
    count: int
    earlier: str
    later: str


def address_of(keys: Iterable[int]) -> str:
    """The address of the first of some letters, else ""."""
    return next((reverse("letter", args=[key]) for key in keys), "")


def begin_review(session, letters: Iterable[Letter], left: Iterable[NotDrafted]) -> None:
    """Keep what was drafted together, in place of what was before."""
    refused = [Left(str(one.wanted.partner), str(one.reason), one.wanted.address) for one in left]
    session[KEY] = {"letters": [letter.pk for letter in letters], "left": [asdict(one) for one in refused]}


def review_in(session) -> Review:
    """What was drafted together last."""
    kept = session.get(KEY, {})
    return Review(tuple(kept.get("letters", ())), tuple(Left(**one) for one in kept.get("left", ())))
