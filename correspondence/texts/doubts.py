"""What a drafter should look at before a letter goes on, though it can be written."""

from django.utils.translation import gettext as _

from correspondence.models import LetterKind
from correspondence.texts.brief import LetterBrief
from correspondence.texts.occasions import doubts_about
from crm.models import Gift, OrganizationKind
from crm.models.ledger import LedgerEntry
from crm.models.post import HEAD_RANKS
from crm.phrases import names_of


def warnings_about(brief: LetterBrief) -> list[str]:
    """Return a sentence for each thing that may be wrong with what a letter says, by whom and to whom."""
    found = [*doubts_about(brief), gift_of_another_occasion(brief), too_low(brief), unnamed_help(brief)]
    return [sentence for sentence in found if sentence]


def gift_of_another_occasion(brief: LetterBrief) -> str:
    """Whether thanks name an occasion that a gift was not given in."""
    others = [gift for gift in brief.received if gift.occasion and brief.occasion and gift.occasion != brief.occasion]
    if brief.kind != LetterKind.THANKS or not others:
        return ""
    said = {"gift": others[0], "was": others[0].occasion, "occasion": brief.occasion}
    return _("“%(gift)s” was given in “%(was)s”, and the letter speaks of “%(occasion)s”.") % said


def too_low(brief: LetterBrief) -> str:
    """Whether an office of ours writes to a city's head, to whom the city's government writes."""
    to_head = brief.post is not None and brief.to_city and brief.post.rank in HEAD_RANKS
    if not to_head or brief.identity.organization.kind == OrganizationKind.CITY_GOVERNMENT:
        return ""
    return _(
        "%(identity)s writes to a head of government; who signs fits whom it is to: the city's government writes."
    ) % {"identity": brief.identity}


def unnamed_help(brief: LetterBrief) -> str:
    """Whether others of their city gave too, and are not thanked in the letter."""
    if brief.kind != LetterKind.THANKS or not brief.to_city:
        return ""
    owed = LedgerEntry.objects.unthanked(brief.on).of(city=brief.city).values("gift")
    gifts = Gift.objects.in_hand(brief.on).filter(pk__in=owed).exclude(pk__in=[gift.pk for gift in brief.received])
    others = [gift for gift in gifts.prefetch_related("partners__organization") if not brief.is_own(gift)]
    if not others:
        return ""
    givers = dict.fromkeys(giver for gift in others for giver in brief.other_givers(gift))
    return _("Not thanked in it, though of their city: %(givers)s.") % {"givers": names_of(givers)}
