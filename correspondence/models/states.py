"""The states of a letter, and the one table of what may follow what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LetterDirection(models.TextChoices):
    """Seen from us."""

    OUT = "out", _("Outgoing")
    IN = "in", _("Incoming")


class LetterState(models.TextChoices):
    """The states of a letter, the first block of those going out, the second of those coming in."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    ISSUED = "issued", _("Issued")
    SENT = "sent", _("Sent")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")
    ENTERED = "entered", _("Entered afterwards")

    RECEIVED = "received", pgettext_lazy("state of a letter", "Received")
    ASSIGNED = "assigned", _("Assigned")
    ANSWERED = "answered", _("Answered")
    NO_ANSWER = "no_answer", _("No answer needed")


def label_of(state: str, *, numbered: bool) -> str:
    """What a state of a letter is called; Chinese says "numbered" for issued, and some identities give no number."""
    if state == LetterState.ISSUED and not numbered:
        return str(pgettext_lazy("without a number", "Issued"))
    return str(dict(LetterState.choices).get(state, state))


OUTGOING = {
    "draft": {"edit": "draft", "submit": "submitted", "cancel": "cancelled"},
    "submitted": {"edit": "draft", "return": "draft", "approve": "approved", "cancel": "cancelled"},
    "approved": {"edit": "draft", "scan": "approved", "amend": "approved", "issue": "issued", "cancel": "cancelled"},
    "issued": {"seal": "issued", "send": "sent", "cancel": "cancelled"},
    "sent": {"seal": "sent", "send": "sent", "close": "closed"},
    "closed": {},
    "cancelled": {},
    "entered": {"correct_sent": "entered"},
}
GONE_OUT = (LetterState.SENT, LetterState.CLOSED, LetterState.ENTERED)  # these have an entry in the ledger
INCOMING = {
    "received": {"assign": "assigned", "answer": "answered", "set_aside": "no_answer", "correct_received": "received"},
    "assigned": {"assign": "assigned", "answer": "answered", "set_aside": "no_answer", "correct_received": "assigned"},
    "answered": {"reopen": "received", "correct_received": "answered"},
    "no_answer": {"reopen": "received", "correct_received": "no_answer"},
}
NEW = "new"  # before there is a row: how a letter begins
TRANSITIONS = {NEW: {"draft": "draft", "enter": "entered", "receive": "received"}, **OUTGOING, **INCOMING}
