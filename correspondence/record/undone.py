"""What is open with a partner, each with its next steps: one row a gift, with both its duties."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.models import Letter, LetterKind
from correspondence.recipients import write_url
from correspondence.record.items import Item
from correspondence.record.refs import COURTESY, GIFT, LETTER, Ref
from crm.dates import parse_partial_date
from crm.dealings import AS_TEXT, Courtesy, Dealings
from crm.models import Gift
from crm.phrases import span


@dataclass(frozen=True)
class Undone:
    """A row of what is open: its item, how long it waits, and (label, address) of each step that may follow."""

    item: Item
    waiting: str
    steps: tuple[tuple[str, str], ...]


def open_refs(dealings: Dealings, letters) -> list[Ref]:
    """Refs of all that is open, oldest first: help that we owe something for, gifts not sent, letters under way."""
    rows = letters.open().order_by().annotate(text=AS_TEXT).values_list("text", "pk")
    refs = [Ref(day, LETTER, pk) for day, pk in rows]
    refs += [Ref(row.day, COURTESY, row.pk) for row in dealings.owed]
    return sorted([*refs, *(Ref(gift.day, GIFT, gift.pk) for gift in dealings.planned)])


def undone(ref: Ref, item: Item, row, owing: dict[int, Courtesy], to: str, on: date) -> Undone:
    """The row of a ref; ``to`` is how an address names the partner."""
    waited = span(parse_partial_date(ref.day).first, on) if ref.day <= on.isoformat() else ""
    if ref.kind == COURTESY:
        return Undone(item, waited, steps_of_help(row, owing[ref.pk], to))
    return Undone(item, waited, step_of_gift(row) if ref.kind == GIFT else step_of_letter(row))


def steps_of_help(entry, owing: Courtesy, to: str) -> tuple[tuple[str, str], ...]:
    """Thank for help, answer it, or say that nothing is due."""
    facts = {"gift": entry.gift_id, "occasion": entry.occasion.slug if entry.occasion else ""}
    steps = []
    if owing.owes_thanks:
        steps.append((_("Draft the thanks"), write_url(to, kind=LetterKind.THANKS, **facts)))
    if owing.owes_answer:
        steps.append((_("Draft a letter of support"), write_url(to, kind=LetterKind.RECIPROCAL_SUPPORT, **facts)))
    return (*steps, (_("Nothing is due…"), f"{reverse('help-close')}?entry={entry.pk}"))


def step_of_gift(gift: Gift) -> tuple[tuple[str, str], ...]:
    """Record that a gift of ours has left; a correction is taken on from its own page."""
    if gift.corrects_id or gift.direction == "received":
        return ((_("Open it"), gift.get_absolute_url()),)
    return ((_("Record its departure"), reverse("gift-advance", args=[gift.pk])),)


def step_of_letter(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Answer a letter of theirs, or go on with one of ours."""
    if "answer" not in letter.next_steps:
        return ((_("Go on with it"), letter.get_absolute_url()),)
    whom = f"organization={letter.organization.slug}" if letter.organization_id else f"person={letter.person_id}"
    return ((_("Write the answer"), write_url(whom, letter=letter.pk, kind=LetterKind.THANKS)),)
