"""The one thing to do next with a letter of ours, said on its page after each step."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.models import Letter, LetterState
from crm.models import Gift, LedgerEntry
from crm.models.gift import GiftState

PRINT, SEAL, POST, DEPART, CLOSE = "print", "seal", "post", "depart", "close"


@dataclass(frozen=True)
class NextStep:
    """What comes next, by its name, in a sentence, and where it is done if not on the letter's page."""

    name: str
    words: str
    address: str = ""


def next_step_of(letter: Letter, on: date) -> NextStep | None:
    """What to do with an issued or sent letter; None before that, and once nothing is left."""
    if letter.state == LetterState.ISSUED:
        return before_it_leaves(letter)
    if letter.state != LetterState.SENT:
        return None
    for gift in letter.announces.and_corrections().exclude(state=GiftState.CORRECTED):
        if not gift.has_left:
            return departure_of(gift, letter, on)
    return NextStep(CLOSE, _("It is sent. Close it once nothing more is expected."))


def before_it_leaves(letter: Letter) -> NextStep:
    """Printed and signed, sealed, posted: whichever of it is next."""
    if letter.seal_uses.exists():
        return NextStep(POST, _("It is sealed. Post it, then record the sending."))
    words = _("Print it (%(copies)s), have it signed and sealed, and record the use of the seal; then post it.")
    return NextStep(PRINT, words % {"copies": letter.copies_printed}, reverse("letter-pdf", args=[letter.pk]))


def departure_of(gift: Gift, letter: Letter, on: date) -> NextStep:
    """The gift that the letter announced and that has not left, with the help it answers ticked."""
    answered = LedgerEntry.objects.unanswered(on).filter(gift__in=letter.thanks_for.and_corrections())
    asked = {"state": GiftState.SENT, "answers": list(answered.values_list("pk", flat=True))}
    address = f"{reverse('gift-advance', args=[gift.pk])}?{urlencode(asked, doseq=True)}"
    return NextStep(DEPART, _("The letter is sent, the gift is not: %(gift)s.") % {"gift": gift}, address)
