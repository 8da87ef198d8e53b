"""Hands what one of ours holds to another of ours. ``correspondence/actions/staff.py`` does it with letters too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from crm.actions.door import door
from crm.actions.errors import NotAllowed, WrongState
from crm.languages import CHINESE
from crm.models.city import City
from crm.models.hand_over import HandOver, HandOverItem
from crm.models.organization import Organization
from crm.models.person import Person
from crm.models.user import User


@dataclass(frozen=True)
class Holding:
    """A relation by which ours hold records, such as "crm.City.liaison", and how a list tells of them.

    ``describe(record, on)`` gives (what it is, its details) in the language that is active. ``while_open``: only what
    ``open()`` of the records' QuerySet still has is in somebody's hands.
    """

    relation: str
    title: str
    records: QuerySet
    describe: Callable[[Model, date], tuple[str, str]]
    while_open: bool = False

    @property
    def field(self) -> str:
        """The name of the field that names the holder."""
        return self.relation.rpartition(".")[2]

    def of(self, user: User) -> QuerySet:
        """The records in somebody's hands."""
        return (self.records.open() if self.while_open else self.records).filter(**{self.field: user})


@dataclass(frozen=True)
class HandedOver:
    """What a hand-over moved: its record on file, and (holding, records) in the order of the list."""

    hand_over: HandOver
    moved: tuple[tuple[Holding, tuple[Model, ...]], ...]


def describe_place(record: City | Organization, on: date) -> tuple[str, str]:
    """A city or an organization, and the country it is in."""
    return str(record), str(record.country)


def describe_person(person: Person, on: date) -> tuple[str, str]:
    """A person, and the post held on a day."""
    return str(person), str(person.post_on(on) or "")


HOLDINGS = (
    Holding(
        "crm.City.liaison",
        gettext_lazy("Cities, as liaison"),
        City.objects.select_related("country").prefetch_related("names").order_by("sort_key"),
        describe_place,
    ),
    Holding(
        "crm.Organization.liaison",
        gettext_lazy("Organizations, as liaison"),
        Organization.objects.select_related("country").prefetch_related("names").order_by("sort_key"),
        describe_place,
    ),
    Holding(
        "crm.Person.liaison",
        gettext_lazy("People, as liaison"),
        Person.objects.prefetch_related("names", "posts__titles", "posts__organization__names"),
        describe_person,
    ),
)


@door
def hand_over(
    *,
    by: User,
    giver: User,
    taker: User,
    on: date,
    note: str = "",
    asks_to_close: bool = True,
    holdings: tuple[Holding, ...] = HOLDINGS,
) -> HandedOver:
    """Move all that ``giver`` holds by ``holdings`` to ``taker``, and keep the list of it.

    The giver's account stays open; ``asks_to_close`` reminds the heads of it. Raises WrongState where ``by`` may not,
    where the taker cannot work on it, and where there is nothing to hand over.
    """
    accounts = {user.pk: user for user in User.objects.select_for_update().filter(pk__in=[giver.pk, taker.pk])}
    refuse_hand_over(by, accounts[giver.pk], accounts[taker.pk])
    moved = tuple((holding, tuple(holding.of(giver))) for holding in holdings)
    if not any(records for _holding, records in moved):
        raise WrongState(_("%(giver)s holds nothing that could be handed over.") % {"giver": giver})
    kept = HandOver.objects.create(
        giver=giver, taker=taker, day=on, note=note.strip(), asks_to_close=asks_to_close, recorded_by=by
    )
    for holding, records in moved:
        HandOverItem.objects.bulk_create(list_lines(kept, holding, records))
        for record in records:
            setattr(record, holding.field, taker)
            record.save(update_fields=[holding.field])
    return HandedOver(kept, tuple(part for part in moved if part[1]))


def refuse_hand_over(by: User, giver: User, taker: User) -> None:
    """Raise WrongState unless a head, or the giver, hands to another who can sign in and write."""
    if not by.may_approve and not (by.may_write and by.pk == giver.pk):
        raise NotAllowed(_("Only a head hands over what somebody else holds."))
    if giver.pk == taker.pk:
        raise WrongState(_("Name somebody else who takes it over."))
    if not (taker.is_active and taker.may_write):
        raise WrongState(
            _("%(taker)s cannot take it over: the account may not sign in, or not write.") % {"taker": taker}
        )


def list_lines(kept: HandOver, holding: Holding, records) -> list[HandOverItem]:
    """The lines of the list, not saved yet; the list is a Chinese paper whatever the interface language."""
    with override(CHINESE):
        told = [(record, *holding.describe(record, kept.day)) for record in records]
    return [
        HandOverItem(hand_over=kept, relation=holding.relation, key=record.pk, text=text[:400], detail=detail[:400])
        for record, text, detail in told
    ]
