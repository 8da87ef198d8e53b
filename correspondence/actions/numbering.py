"""Gives letters of ours their numbers, and keeps the series."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from correspondence.models import Letter, NumberSeries
from crm.actions.door import door
from crm.actions.errors import NotAllowed, WrongState
from crm.backup.restored import remove_mark, restore_mark
from crm.models.office import IssuingIdentity, Numbering


def give_number(letter: Letter, on: date, given: str = "") -> None:
    """Numbers a letter as its identity does: counted here, ``given`` elsewhere, or not at all.

    Call inside the transaction that saves it. Raises WrongState for a number that is missing or borne already, and
    after a restore while no head has looked at the last numbers.
    """
    if letter.identity.numbering == Numbering.OURS:
        refuse_after_restore()
        letter.number_year = on.year
        letter.number_serial, number = NumberSeries.take(letter.identity, on)
        letter.bear(number)
    elif letter.identity.numbering == Numbering.GIVEN:
        if not given.strip():
            raise WrongState(_("Type the number that the letter was given."))
        bear_free_number(letter, given)


def refuse_after_restore() -> None:
    """Raises WrongState where a backup was put in place and no head has said that the last numbers are right."""
    if restore_mark():
        raise WrongState(
            _(
                "A backup was restored, which may know fewer numbers than were given. First a head says on the desk "
                "that the last numbers are right."
            )
        )


@door
def confirm_numbers(*, by) -> None:
    """Says after a restore that the last numbers are right, so that letters are numbered again."""
    if not by.may_approve:
        raise WrongState(_("Only the head sets the last number of a series."))
    transaction.on_commit(remove_mark)


def bear_free_number(letter: Letter, number: str) -> None:
    """Takes a number as it was given; raises WrongState where another letter of ours bears it, however written."""
    other = Letter.objects.bearing(number).exclude(pk=letter.pk).first()
    if other:
        raise WrongState(_("“%(letter)s” bears the number %(number)s already.") % {"letter": other, "number": number})
    letter.bear(number)


@door
def set_last_number(*, by, identity: IssuingIdentity, year: int, last: int) -> NumberSeries:
    """Says which number of a year was the last, so that counting goes on above it.

    Raises WrongState for whoever is no head, and for a number below one that a letter was given.
    """
    if not by.may_approve:
        raise NotAllowed(_("Only the head sets the last number of a series."))
    series, _created = NumberSeries.objects.select_for_update().get_or_create(identity=identity, year=year)
    if last < series.highest_given:
        raise WrongState(
            _("Letters were given numbers up to %(highest)d in %(year)d; the last number is at least that.")
            % {"highest": series.highest_given, "year": year}
        )
    series.last = last
    series.save(update_fields=["last"])
    return series
