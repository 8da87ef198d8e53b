"""The steps of a partnership as a ladder: those taken, and those still ahead of one that is planned."""

from dataclasses import dataclass
from datetime import date

from crm.models.partnership import Partnership, PartnershipKind, PartnershipStep, Standing, StepKind

# The way to an agreement (docs/domain.md §5.1); what an office did not note on the way is not shown as missing.
RUNGS = (
    StepKind.CONTACT,
    StepKind.INTENT,
    StepKind.MUNICIPAL,
    StepKind.PROVINCIAL,
    StepKind.APPROVED,
    StepKind.SIGNED,
    StepKind.FILED,
)


LEFT_OUT = {PartnershipKind.FRIENDLY: {StepKind.APPROVED}}  # the national association approves of sister cities alone


@dataclass(frozen=True)
class Rung:
    """A step taken, or with ``step`` None one that is still ahead."""

    label: str
    step: PartnershipStep | None = None
    is_last_taken: bool = False


def ladder_of(partnership: Partnership, on: date) -> list[Rung]:
    """The steps taken by a day, oldest first, then those ahead; none are ahead of what is dormant or has ended."""
    taken = partnership.steps_by(on)
    rungs = [Rung(step.get_kind_display(), step, step is taken[-1]) for step in taken]
    if partnership.standing(on) in (Standing.DORMANT, Standing.ENDED):
        return rungs
    reached = max((RUNGS.index(step.kind) for step in taken if step.kind in RUNGS), default=-1)
    ahead = [kind for kind in RUNGS[reached + 1 :] if kind not in LEFT_OUT.get(partnership.kind, ())]
    return rungs + [Rung(StepKind(kind).label) for kind in ahead]
