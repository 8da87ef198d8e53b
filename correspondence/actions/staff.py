"""Hands all that one of ours holds, letters included, to another of ours."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from correspondence.models import Letter, LetterDirection
from crm.actions import staff
from crm.actions.door import door
from crm.actions.staff import HandedOver, Holding
from crm.models import User


def describe_letter(letter: Letter, on: date) -> tuple[str, str]:
    """A letter and whom it goes to or came from; its number, day and state."""
    whom = " ".join(str(part) for part in (letter.country, letter.correspondent) if part)
    out = letter.direction == LetterDirection.OUT
    words = {"kind": letter.kind, "whom": whom}
    told = _("%(kind)s to %(whom)s") % words if out else _("%(kind)s from %(whom)s") % words
    details = (letter.number or letter.their_number, letter.day, letter.get_state_display())
    return told, " · ".join(str(part) for part in details if part)


LETTERS = Letter.objects.for_page().order_by("day", "pk")
HOLDINGS = (
    Holding(
        "correspondence.Letter.drafter",
        gettext_lazy("Letters of ours under way"),
        LETTERS,
        describe_letter,
        while_open=True,
    ),
    Holding(
        "correspondence.Letter.assigned_to",
        gettext_lazy("Received letters to answer"),
        LETTERS,
        describe_letter,
        while_open=True,
    ),
    *staff.HOLDINGS,
)


@door
def hand_over(
    *, by: User, giver: User, taker: User, on: date, note: str = "", asks_to_close: bool = True
) -> HandedOver:
    """Move the letters under way, the received letters and the partners that ``giver`` holds to ``taker``.

    See ``crm.actions.staff.hand_over``, whose refusals these are.
    """
    return staff.hand_over(
        by=by, giver=giver, taker=taker, on=on, note=note, asks_to_close=asks_to_close, holdings=HOLDINGS
    )
