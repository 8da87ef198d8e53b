"""Whether the record has anything that a letter of a kind could tell."""

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import NothingToSay
from correspondence.models import LetterKind
from correspondence.texts.brief import LetterBrief
from crm.models import Gift, LedgerEntry


def check_something_to_say(brief: LetterBrief) -> None:
    """Raise NothingToSay with what is missing and where it is recorded, and offer a plain letter."""
    missing = CHECKS.get(brief.kind, lambda brief: "")(brief)
    if missing:
        raise NothingToSay(f"{missing} {plain_letter(brief)}")


def no_thanks(brief: LetterBrief) -> str:
    """Why there is nothing to thank for, or ""."""
    wrote = brief.letter_received and brief.letter_received.kind_id != LetterKind.NOTIFICATION
    if brief.received or wrote or any(entry.direction == "received" for entry in brief.courtesies):
        return ""
    return _(
        "Nothing of theirs is on record to thank for; record their gift at %(where)s or their letter at %(and)s."
    ) % {"where": reverse("gift-add"), "and": reverse("letter-receive")}


def no_support(brief: LetterBrief) -> str:
    """Why there is no support to speak of, or ""."""
    if brief.given or any(entry.direction == "given" for entry in brief.courtesies):
        return ""
    return _("Nothing is on record that we give them; plan our gift at %(where)s first.") % {
        "where": reverse("gift-add")
    }


def no_occasion(brief: LetterBrief) -> str:
    """Why there is nothing to condole on, or ""."""
    if brief.occasion:
        return ""
    return _("No occasion is on record for condolences; record what happened at %(where)s, or choose it.") % {
        "where": reverse("occasion-add")
    }


def plain_letter(brief: LetterBrief) -> str:
    """The way to a plain letter to the same partner."""
    city = brief.city if brief.to_city else None
    organization = brief.addressed_organization
    partner = (
        f"city={city.slug}"
        if city
        else f"organization={organization.slug}"
        if organization
        else f"person={brief.person.pk}"
    )
    return _("Or write a plain letter: %(where)s.") % {
        "where": f"{reverse('letter-write')}?{partner}&kind={LetterKind.LETTER}"
    }


CHECKS = {LetterKind.THANKS: no_thanks, LetterKind.RECIPROCAL_SUPPORT: no_support, LetterKind.CONDOLENCE: no_occasion}


def propose_kind(*, on, **whom) -> str:
    """Return the kind of letter that the record gives reason for: our gift about to leave, help not thanked for yet;
    else a plain letter. ``whom`` is city, organization or person.
    """
    if Gift.objects.open().given().of(**whom).exists():
        return LetterKind.RECIPROCAL_SUPPORT
    if LedgerEntry.objects.unthanked(on).of(**whom).exists():
        return LetterKind.THANKS
    return LetterKind.LETTER
