"""How far a letter of ours has come, stage by stage, with who and when."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from correspondence.models import Letter, LetterState

ORDER = (
    LetterState.DRAFT,
    LetterState.SUBMITTED,
    LetterState.APPROVED,
    LetterState.ISSUED,
    LetterState.SENT,
    LetterState.CLOSED,
)


@dataclass(frozen=True)
class Stage:
    """One stage: its name, who or what number, the day, and whether the letter has reached it or stands there."""

    label: str
    who: str
    day: date | None
    reached: bool
    current: bool


def stages_of(letter: Letter) -> list[Stage]:
    """The stages of an outgoing letter; a cancelled one shows those it had reached, then that it was cancelled."""
    if letter.direction == "in":
        return []
    facts = facts_of(letter)
    cancelled = letter.state == LetterState.CANCELLED
    reached = reached_by(letter)
    stages = [
        Stage(state.label, *(facts[state] if place <= reached else ("", None)), place <= reached, state == letter.state)
        for place, state in enumerate(ORDER)
        if not cancelled or place <= reached
    ]
    if cancelled:
        stages.append(Stage(LetterState.CANCELLED.label, letter.cancelled_because, None, True, True))
    return stages


def reached_by(letter: Letter) -> int:
    """The place in ORDER of the furthest stage; of a cancelled letter, issue where it had a number."""
    if letter.state in ORDER:
        return ORDER.index(letter.state)
    return ORDER.index(LetterState.ISSUED) if letter.number_serial else 0


def facts_of(letter: Letter) -> dict[str, tuple[str, date | None]]:
    """Who and when, by stage."""
    submitted = [version for version in letter.versions.all() if version.step == LetterState.SUBMITTED]
    approval = max(letter.approvals.all(), key=lambda approval: approval.pk, default=None)
    dispatch = next(iter(letter.dispatches.all()), None)
    return {
        LetterState.DRAFT: (str(letter.drafter or ""), timezone.localtime(letter.created_at).date()),
        LetterState.SUBMITTED: (
            str(submitted[-1].made_by or "") if submitted else "",
            timezone.localtime(submitted[-1].made_at).date() if submitted else None,
        ),
        LetterState.APPROVED: (approval.approver if approval else "", approval.day if approval else None),
        LetterState.ISSUED: (letter.number, letter.day.first),
        LetterState.SENT: (dispatch.get_means_display() if dispatch else "", dispatch.day if dispatch else None),
        LetterState.CLOSED: ("", None),
    }
