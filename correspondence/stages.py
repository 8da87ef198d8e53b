"""How far a letter of ours has come, stage by stage, with who and when."""

from dataclasses import dataclass

from django.utils import timezone

from correspondence.models import Letter, LetterState
from correspondence.models.states import OUTGOING, label_of

ORDER = tuple(LetterState(state) for state in OUTGOING if state not in ("cancelled", "entered"))


@dataclass(frozen=True)
class Stage:
    """One stage: its name, who or what number, the day, and whether the letter has reached it or stands there."""

    label: str
    who: str = ""
    day: object = ""
    reached: bool = True
    current: bool = True


def stages_of(letter: Letter) -> list[Stage]:
    """The stages of an outgoing letter; a cancelled one shows those it had reached, then that it was cancelled."""
    if letter.direction == "in":
        return []
    facts = facts_of(letter)
    if letter.state == LetterState.ENTERED:
        return [
            Stage(LetterState.SENT.label, *facts[LetterState.SENT], current=False),
            Stage(LetterState.ENTERED.label),
        ]
    cancelled = letter.state == LetterState.CANCELLED
    reached = reached_by(letter)
    numbered = bool(letter.number or letter.issued_at is None)
    stages = [
        Stage(
            label_of(state, numbered=numbered),
            *(facts[state] if place <= reached else ("", "")),
            place <= reached,
            state == letter.state,
        )
        for place, state in enumerate(ORDER)
        if not cancelled or place <= reached
    ]
    return [*stages, Stage(LetterState.CANCELLED.label, letter.cancelled_because)] if cancelled else stages


def reached_by(letter: Letter) -> int:
    """The place in ORDER of the furthest stage; of a cancelled letter, issue where it was issued."""
    if letter.state in ORDER:
        return ORDER.index(letter.state)
    return ORDER.index(LetterState.ISSUED) if letter.issued_at else 0


def facts_of(letter: Letter) -> dict[str, tuple[str, object]]:
    """Who and when, by stage."""
    submitted = [version for version in letter.versions.all() if version.step == LetterState.SUBMITTED]
    approval = max(letter.approvals.all(), key=lambda approval: approval.pk, default=None)
    dispatch = next(iter(letter.dispatches.all()), None)
    return {
        LetterState.DRAFT: (str(letter.drafter or ""), day_of(letter.created_at)),
        LetterState.SUBMITTED: (
            str(submitted[-1].made_by or "") if submitted else "",
            day_of(submitted[-1].made_at) if submitted else "",
        ),
        LetterState.APPROVED: (approval.approver, approval.day.isoformat()) if approval else ("", ""),
        LetterState.ISSUED: (letter.number, letter.day),
        LetterState.SENT: (dispatch.get_means_display(), dispatch.day) if dispatch else ("", ""),
        LetterState.CLOSED: ("", ""),
    }


def day_of(moment) -> str:
    """A moment's day here, as 2020-04-20."""
    return timezone.localtime(moment).date().isoformat()
