"""Drafts the letter of a situation from records made for it, and looks for faults in both of its texts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random

from auditlog.context import disable_auditlog
from django.db import transaction

from correspondence.errors import LetterRefused
from correspondence.models import Letter
from correspondence.trial import situations as table
from correspondence.trial.faults import faults_in, unlike_twins
from correspondence.trial.recorded import ANSWERED_ON, Recorded
from correspondence.trial.records import Records
from correspondence.trial.situations import KINDS, Situation, situations
from correspondence.trial.world import CHINESE, Pair
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import City, ItemKind, Occasion, Office, Organization, Partnership, Person, Post

BY_HAND = "—"  # what the drafter writes
GIFT_FIELDS = ("day", "state", "lines")


@dataclass(frozen=True)
class Drafted:
    """What became of a situation: the letters, or the refusal; and every fault, in sentences."""

    pair: Pair | None
    refusal: str
    faults: tuple[str, ...]


def try_texts(code: str, kinds: Sequence[str] = KINDS, sample: int = 0) -> Iterator[tuple[Situation, Drafted]]:
    """Draft a language's letters of some kinds in every situation, or the same ``sample`` of each kind every time.

    Needs an office that writes, and keeps nothing. Raises UnreadableText.
    """
    with rolled_back():
        trial = Trial(code)
        for kind in kinds:
            rows = list(situations(kind, trial.places))
            for situation in Random(f"{code} {kind}").sample(rows, min(sample or len(rows), len(rows))):
                yield situation, trial.draft(situation)


@contextmanager
def rolled_back() -> Iterator[None]:
    """Takes back what is written inside, of which no history is kept."""
    with disable_auditlog(), transaction.atomic():
        yield
        transaction.set_rollback(True)


class Trial:
    """The trial letters of one language, on top of an office that writes."""

    def __init__(self, code: str):
        self.records = Records(code)
        self.places, self.world = self.records.places, self.records.world
        self.recorded = Recorded(self.places)

    def draft(self, situation: Situation) -> Drafted:
        """Draft a situation's letter and look for faults; what was made for it alone is not kept."""
        to = self.records.reader(situation.reader)
        partners = {key: self.records.partner(key) for key in table.partners_of(situation)} | {"reader": giver(to)}
        occasion = self.records.occasion(situation.occasion, city_of(to))
        try:
            with rolled_back():
                pair = self.write(situation, to, partners, occasion)
        except LetterRefused as refusal:
            why = " ".join(str(refusal).split())
            return Drafted(None, why, () if situation.is_refused else (f"refused: {why}",))
        except Exception as error:  # what one text or rule has broken shall not hide what others have
            return Drafted(None, "", (f"broken off: {type(error).__name__}: {error}",))
        if situation.is_refused:
            return Drafted(pair, "", ("a letter was written that should have been refused",))
        return Drafted(pair, "", tuple(self.faults_of(situation, pair, organization_of(to))))

    def faults_of(self, situation: Situation, pair: Pair, organization: Organization | None) -> Iterator[str]:
        """The faults of both texts."""
        yield from unlike_twins(*pair)
        for letter in dict.fromkeys(pair):
            name = organization.name_in(letter.language) if organization else ""
            whose = "" if letter is pair.foreign else "in the Chinese text, "
            for fault in faults_in(letter, self.recorded.of(situation, letter.language, name)):
                yield whose + fault

    def write(self, situation: Situation, to: Post | Organization | Person, partners: dict, occasion) -> Pair:
        """The letter of a situation, from rows that are made for it; raises LetterRefused."""
        besides = table.BESIDES[situation.besides]
        self.put_standing(situation, city_of(to))
        received = [self.give(gift, partners, "received", occasion) for gift in table.RECEIVED[situation.received]]
        given = [self.give(gift, partners, "given", occasion) for gift in table.GIVEN[situation.given]]
        return self.world.write(
            situation.kind,
            to,
            identity=table.WRITERS[situation.writer],
            occasion=occasion,
            received=received,
            given=given,
            courtesies=[self.share(direction, giver(to)) for direction in besides.get("experience", ())],
            replies_to=self.their_letter(to, *besides["answers"]) if "answers" in besides else None,
            needs=list(ItemKind.objects.filter(code__in=besides.get("needs", ()))),
            show_quantities=besides.get("show_quantities", False),
            commitments=besides.get("ticked", ()),
            facts={CHINESE: BY_HAND, self.places.code: BY_HAND},
        )

    def put_standing(self, situation: Situation, city: City | None) -> None:
        """Makes the partnership with the reader's city what the situation says."""
        if standing := table.STANDINGS[situation.standing]:
            kind, step, day = standing
            tie = Partnership.objects.create(city=Office.get().city, partner=city, kind=kind, confirmed=True)
            tie.steps.create(kind=step, day=day)

    def give(self, gift: table.Gift, partners: dict, direction: str, occasion: Occasion | None):
        """A gift of a situation, in its occasion where that had begun."""
        said = {name: getattr(gift, name) for name in GIFT_FIELDS}
        if gift.through:
            through = partners[gift.through]
            said[f"via_{type(through).__name__.lower()}"] = through
        if gift.carrier or gift.expected:
            expected = parse_partial_date(gift.expected) if gift.expected else None
            said["consignments"] = [{"carrier": gift.carrier, "expected": expected}]
        said["disposals"] = [{"beneficiary": use} for use in gift.used]
        said["occasion"] = occasion if occasion and occasion.has_begun(parse_partial_date(gift.day).first) else None
        return self.world.gift(*(partners[key] for key in gift.partners), direction=direction, **said)

    def share(self, direction: str, partner):
        """Experience shared, by them (received) or by us (given)."""
        day = parse_partial_date("2020-03")
        return record_courtesy(by=None, direction=direction, kind="experience", day=day, partners=[partner])

    def their_letter(self, to: Post | Organization | Person, kind: str, means: str) -> Letter:
        """A letter of the reader's that ours answers."""
        letter = Letter(direction="in", kind_id=kind, state="received", day=ANSWERED_ON, received_on=ANSWERED_ON)
        letter.means, letter.language, letter.city = means, self.places.code, city_of(to)
        if isinstance(to, Post):
            letter.person, letter.post = to.person, to
        else:
            setattr(letter, type(to).__name__.lower(), to)
        letter.save()
        return letter


def organization_of(to: Post | Organization | Person) -> Organization | None:
    """The organization that a letter goes to or whose office its reader holds."""
    if isinstance(to, Person):
        return None
    return to.organization if isinstance(to, Post) else to


def city_of(to: Post | Organization | Person) -> City | None:
    """The place that the reader is of."""
    organization = organization_of(to)
    return organization.city if organization else None


def giver(to: Post | Organization | Person) -> City | Organization | Person:
    """As whom the reader gives and receives: a government for its place."""
    organization = organization_of(to)
    if organization is None:
        return to
    return organization.city if organization.kind == "city_government" else organization
