"""Drafts one letter each to several partners: one that cannot be made stops no other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from correspondence.actions.drafting import draft_letter
from correspondence.errors import DraftedAlready, LetterRefused, OccasionDoubted
from correspondence.models import Letter
from correspondence.recipients import query_of, write_url
from correspondence.texts.occasions import doubts_about
from correspondence.texts.proposing import propose_brief
from crm.actions.errors import WrongState
from crm.models import City, Organization, Person

MOST_DRAFTED = 25  # a tenth of a second each, for which somebody waits


@dataclass(frozen=True)
class Wanted:
    """A letter to one of several partners: its kind and what it is asked to say, as ``propose_brief`` takes it.

    ``same`` are the letters of which one would make it a second; ``told`` what its page is asked, where somebody
    writes it alone.
    """

    partner: City | Organization | Person
    kind: str
    facts: dict
    same: QuerySet | None = None
    told: dict = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page on which it is written alone, with the boxes of what it lacks."""
        return write_url(query_of(self.partner), kind=self.kind, **self.told)


@dataclass(frozen=True)
class NotDrafted:
    """A letter that could not be made, and why."""

    wanted: Wanted
    reason: LetterRefused | WrongState


def draft_several(*, by, wanted: Iterable[Wanted], on: date) -> tuple[list[Letter], list[NotDrafted]]:
    """Draft each letter on its own; returns those made and those that were not. Raises WrongState for too many."""
    wanted, made, left = list(wanted), [], []
    if len(wanted) > MOST_DRAFTED:
        raise WrongState(
            _("These are %(number)d letters, and %(most)d are drafted at once. Choose fewer.")
            % {"number": len(wanted), "most": MOST_DRAFTED}
        )
    for one in wanted:
        try:
            made.append(draft_one(by=by, wanted=one, on=on))
        except (LetterRefused, WrongState) as reason:
            left.append(NotDrafted(one, reason))
    return made, left


def draft_one(*, by, wanted: Wanted, on: date) -> Letter:
    """Draft one of several letters, or nothing of it; raises LetterRefused or WrongState."""
    whom = {type(wanted.partner).__name__.lower(): wanted.partner}
    with transaction.atomic():
        check_first(wanted)
        brief = propose_brief(kind=wanted.kind, on=on, **whom, **wanted.facts)
        if doubts := doubts_about(brief):
            raise OccasionDoubted(" ".join(doubts))
        return draft_letter(by=by, brief=brief)


def check_first(wanted: Wanted) -> None:
    """Raise DraftedAlready where somebody else was quicker; nobody else drafts for the partner meanwhile."""
    if wanted.same is None:
        return
    type(wanted.partner).objects.order_by().select_for_update().values_list("pk").get(pk=wanted.partner.pk)
    if letter := wanted.same.first():
        raise DraftedAlready(
            _("“%(letter)s” is on record already: %(where)s") % {"letter": letter, "where": letter.get_absolute_url()}
        )
