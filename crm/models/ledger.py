"""The ledger of courtesies: append-only, both directions, never added up across unlike things."""

from datetime import date
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.fields import PartialDateField
from crm.models.append_only import AppendOnly, AppendOnlyQuerySet
from crm.models.closing import Closing, Duty
from crm.models.partner import OURS, Direction, PartnersQuerySet, PlacedPartner, one_partner
from crm.models.status import Status
from crm.phrases import span


class CourtesyKind(models.TextChoices):
    """What passed between us; the first four are help."""

    GOODS = "goods", _("Goods")
    MONEY = "money", _("Money")
    SERVICE = "service", _("Service")
    EXPERIENCE = "experience", _("Experience shared")
    LETTER = "letter", _("Letter")
    VISIT = "visit", _("Visit")


WITHOUT_GIFT = (CourtesyKind.SERVICE, CourtesyKind.EXPERIENCE)


HELP = (CourtesyKind.GOODS, CourtesyKind.MONEY, *WITHOUT_GIFT)


class LinkKind(models.TextChoices):
    """How one courtesy refers to an earlier one."""

    ANSWERS = "answers", _("answers")
    THANKS = "thanks", _("thanks for")
    REPLIES = "replies", _("replies to")
    ACCOMPANIES = "accompanies", _("accompanies")


FULFILS = {Duty.THANKS: LinkKind.THANKS, Duty.ANSWER: LinkKind.ANSWERS}


class LedgerQuerySet(AppendOnlyQuerySet, PartnersQuerySet):
    """Courtesies as of a day."""

    def in_force(self, on: date):
        """Begun by the day, not reversed, and no reversal itself."""
        return self.filter(is_in_force(on))

    def help(self):
        """Goods, money, service and experience; never a letter."""
        return self.filter(kind__in=HELP)

    def received(self):
        """What others did for us."""
        return self.filter(direction=Direction.RECEIVED)

    def given(self):
        """What we did for others."""
        return self.filter(direction=Direction.GIVEN)

    def courtesies(self):
        """Without the rows that only reverse others; those reversed stay, to be shown struck through."""
        return self.filter(~Q(reverses__isnull=False))  # as in is_in_force

    def with_details(self):
        """With what a list or page says of a courtesy, in as few queries for one as for many."""
        partners = ("city__names", "organization__names", "person__names")
        return self.select_related("gift", "occasion", "reversed_by").prefetch_related(
            "closings__reopened_by",
            *(f"partners__{name}" for name in partners),
            "gift__lines__item__words",
            "occasion__names",
        )

    def as_of(self, on: date):
        """Each with the day it is read for, ``status_on``: how long it has waited by then."""
        return self.annotate(status_on=Value(on, DateField()))

    def with_status(self, on: date):
        """Each ``as_of`` a day, with what its ``counts`` to ``owes_answer`` are read from."""
        facts = {"counts": is_in_force(on)}
        for duty in Duty:
            facts |= {f"{duty}_linked": is_linked(on, FULFILS[duty]), f"{duty}_closed": is_closed(on, duty)}
        return self.as_of(on).annotate(
            **{name: ExpressionWrapper(Q(fact), models.BooleanField()) for name, fact in facts.items()}
        )

    def with_links(self):
        """With the courtesies that each refers to and is referred to by."""
        ends = ("links__target", "linked_by__source")
        details = ("reversed_by", "gift__lines__item__words", "partners__city__names", "partners__organization__names")
        return self.prefetch_related(
            *(f"{end}__{detail}" for end in ends for detail in details),
            *(f"{end}__partners__person__names" for end in ends),
        )

    def with_closers(self):
        """With who closed and reopened what."""
        return self.prefetch_related("closings__recorded_by")

    def unthanked(self, on: date):
        """Help received by a day that no letter of ours has thanked by then, unless no thanks are due."""
        return self._waiting(Duty.THANKS, on).filter(~is_closed(on, Duty.THANKS))

    def unanswered(self, on: date):
        """Help received by a day that no help of ours has answered by then, unless no answer is due.

        No letter answers; and to our own missions and people abroad alone nothing is owed but thanks.
        """
        return self._waiting(Duty.ANSWER, on).filter(~is_closed(on, Duty.ANSWER))

    def owing(self, duty: Duty, on: date):
        """Help received by a day that we owe thanks or an answer."""
        return self.unthanked(on) if duty == Duty.THANKS else self.unanswered(on)

    def to_answer(self, on: date, partners=(), **whose):
        """Help received and not answered by a day, oldest first: of a gift's partners, of one, or everybody's."""
        entries = self.of(**whose) if whose else self
        entries = entries.of_partners(partners) if partners else entries
        return entries.unanswered(on).with_details().order_by("day", "pk")

    def awaiting_reply(self, on: date):
        """Letters received by a day that no letter of ours has replied to by then."""
        letters = self.in_force(on).filter(kind=CourtesyKind.LETTER, direction=Direction.RECEIVED)
        return letters.filter(~is_linked(on, LinkKind.REPLIES))

    def with_closings(self, on: date):
        """Help of which it is said by a day that no thanks or no answer is due."""
        return self.in_force(on).filter(Exists(Closing.objects.in_force(on).filter(entry=OuterRef("pk"))))

    def _waiting(self, duty: Duty, on: date):
        """Help received by a day that nothing of ours has thanked or answered by then."""
        return self.in_force(on).help().received().filter(~is_linked(on, FULFILS[duty]))


# What is true of a courtesy on a day; kept, for Django takes longer to write it than databases to answer ---------


@lru_cache(maxsize=32)
def is_in_force(on: date, of: str = "") -> Q:
    """True for what has begun by a day, is not reversed, and is no reversal itself; ``of`` leads to the courtesy."""
    reversals = LedgerEntry.objects.filter(reverses=OuterRef(f"{of}pk"))
    # Asked the other way whether it is no reversal, SQLite reads all of the ledger by that index.
    no_reversal = ~Q(**{f"{of}reverses__isnull": False})
    return Q(~Exists(reversals)) & no_reversal & Q(**{f"{of}day__lte": on.isoformat()})


@lru_cache(maxsize=32)
def is_linked(on: date, kind: str, of: str = "") -> Exists:
    """True for what a courtesy in force on a day thanks for, answers or replies to."""
    sources = LedgerEntry.objects.in_force(on).filter(pk=OuterRef("source"))
    return Exists(LedgerLink.objects.filter(Exists(sources), target=OuterRef(f"{of}pk"), kind=kind))


@lru_cache(maxsize=32)
def is_closed(on: date, duty: Duty) -> Q:
    """True for what nobody has to thank for or answer: it was said, or it is of our own people abroad alone."""
    others = LedgerPartner.objects.filter(~OURS, entry=OuterRef("pk"))
    return said_closed(on, duty) | ~Exists(others) if duty == Duty.ANSWER else said_closed(on, duty)


@lru_cache(maxsize=32)
def said_closed(on: date, duty: Duty, of: str = "") -> Q:
    """True for what somebody said of by a day that nobody has to thank for or answer it."""
    return Q(Exists(Closing.objects.in_force(on).filter(entry=OuterRef(f"{of}pk"), duty=duty)))


class LedgerEntry(Status, AppendOnly):
    """One courtesy, counted once it has left its giver."""

    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    kind = models.CharField(_("kind"), max_length=10, choices=CourtesyKind)
    day = PartialDateField(_("day"))
    occasion = models.ForeignKey(
        "crm.Occasion", models.PROTECT, null=True, blank=True, verbose_name=_("occasion"), related_name="entries"
    )
    gift = models.ForeignKey(
        "crm.Gift", models.PROTECT, null=True, blank=True, verbose_name=_("gift"), related_name="entries"
    )
    summary = models.CharField(_("what"), max_length=300, blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name=_("reverses")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("recorded by"), related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    objects = LedgerQuerySet.as_manager()

    class Meta:
        ordering = [F("day").desc(), "-pk"]
        verbose_name = _("courtesy")
        verbose_name_plural = _("courtesies")
        indexes = [
            # A page of the list reads no more. One of direction and kind would keep SQLite from that of the gift.
            models.Index(fields=["-day", "-id"], name="ledger_latest_first")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True) | ~Q(reason=""), name="ledger_reversal_has_reason"
            )
        ]

    def __str__(self):
        words = {"day": self.day, "direction": self.get_direction_display(), "what": self.what}
        return str(_("%(day)s %(direction)s: %(what)s") % words)

    @property
    def what(self) -> str:
        """What it was, in the reader's language."""
        if self.gift_id:
            return _(" + ").join(str(line) for line in self.gift.lines.all()) or str(_("contents not on record"))
        return self.summary or str(self.get_kind_display())

    @property
    def is_help(self) -> bool:
        """Whether it is help: goods, money, service or experience."""
        return self.kind in HELP

    @property
    def may_owe(self) -> bool:
        """Whether it is help received that counts, for which thanks and an answer may be due."""
        return self.direction == Direction.RECEIVED and self.is_help and not self.is_reversed

    @property
    def waiting(self) -> str:
        """How long it is from when it may have passed to the day of ``with_status``, in words."""
        return span(self.day.first, self.status_on)

    @property
    def closings_now(self) -> list[Closing]:
        """What is said of it to be due no more, without what was reopened."""
        return [row for row in self.closings.all() if row.reopens_id is None and not row.is_reopened]

    @property
    def is_reversed(self) -> bool:
        """Whether a later row took it back."""
        return hasattr(self, "reversed_by")

    def links_in_force(self) -> list["LedgerLink"]:
        """Its links both ways whose courtesies still stand; those of a reversed courtesy say nothing any more."""
        if self.is_reversed:
            return []
        links = [link for link in self.links.all() if not link.target.is_reversed]
        return links + [link for link in self.linked_by.all() if not link.source.is_reversed]

    @property
    def own_url(self) -> str:
        """Its own page in the ledger, also where a gift tells the story."""
        return reverse("ledger-entry", args=[self.pk])

    def get_absolute_url(self):
        return self.gift.get_absolute_url() if self.gift_id else reverse("ledger-entry", args=[self.pk])


class LedgerPartner(AppendOnly, PlacedPartner):
    """A partner of an entry, with the city and group it stood in at the time."""

    entry = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="partners")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        constraints = [one_partner("ledger_partner_exactly_one")]


class LedgerLink(AppendOnly):
    """``source`` answers, thanks for, replies to or accompanies ``target``."""

    source = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="links")
    target = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="linked_by")
    kind = models.CharField(_("kind"), max_length=12, choices=LinkKind)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="ledger_link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="ledger_link_two_entries"),
        ]

    def __str__(self):
        return f"{self.source} {self.get_kind_display()} {self.target}"
