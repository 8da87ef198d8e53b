"""The first steps of an office that has written no letter yet, each ticked once it is done."""

from dataclasses import dataclass

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.models import LetterText
from crm.models import Gift, IssuingIdentity, LedgerEntry, Office, Partnership, Post, User


@dataclass(frozen=True)
class FirstStep:
    """A step, why it is taken, where, and whether it has been."""

    name: str
    why: str
    url: str
    done: bool


def first_steps(user: User) -> list[FirstStep]:
    """What an office does first, in order; nothing once it has written, and nothing for who only reads."""
    if not user.may_write or LetterText.objects.exists():
        return []
    identity, signs, partner, holder, help_known = what_is_done()
    return [
        FirstStep(
            _("Our city, and the name letters go out under"),
            _("With its number prefix and letterheads: Office."),
            reverse("office"),
            identity,
        ),
        FirstStep(
            _("Who signs"),
            _("A person in office at our own government; named with the identity."),
            reverse("person-add"),
            signs,
        ),
        FirstStep(
            _("A partner city"),
            _("Looked up by its name; then the partnership, planned or signed."),
            reverse("city-add"),
            partner,
        ),
        FirstStep(
            _("Somebody in office there"),
            _("The mayor, say, and how he or she is addressed."),
            reverse("person-add"),
            holder,
        ),
        FirstStep(
            _("What passed between you"),
            _("Gifts and help, both ways: letters speak of it."),
            reverse("gift-add"),
            help_known,
        ),
        FirstStep(
            _("The first letter"),
            _("Drafted in Chinese and in their language at once."),
            reverse("letter-write"),
            False,
        ),
    ]


def what_is_done() -> tuple[bool, ...]:
    """Whether an identity, who signs, a partner, somebody in office there and help are on record."""
    at_home = Q(organization__city__in=Office.objects.values("city"))
    done = Office.objects.values_list(
        Exists(IssuingIdentity.objects.all()),
        Exists(Post.objects.filter(at_home)),
        Exists(Partnership.objects.ours()),
        Exists(Post.objects.exclude(at_home)),
        Exists(Gift.objects.all()) | Exists(LedgerEntry.objects.all()),
    )
    return done.first() or (False,) * 5
