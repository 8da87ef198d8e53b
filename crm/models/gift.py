"""Gifts in both directions and their lines."""

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from crm.fields import PartialDateField
from crm.models.append_only import FixedOnceEntered
from crm.models.common import Keyed
from crm.models.item import COUNTED, ItemKind, Qualifier, Unit
from crm.models.ledger import CourtesyKind, LedgerEntry
from crm.models.partner import Direction, PartnersQuerySet, PlacedPartner, one_partner
from crm.phrases import describe_line


class GiftState(models.TextChoices):
    """Where a gift is. Only from ``sent`` on has it left its giver and counts in the ledger."""

    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    SENT = "sent", _("Under way")
    RECEIVED = "received", pgettext_lazy("state of a gift", "Received")
    CORRECTED = "corrected", _("Corrected by a later entry")


class GiftSource(models.TextChoices):
    """Where the giver had it from."""

    UNKNOWN = "", _("Not on record")
    STOCK = "stock", _("From stock")
    BOUGHT = "bought", _("Bought")
    DONATED = "donated", _("Donated by our people and firms")


LEFT_ITS_GIVER = (GiftState.SENT, GiftState.RECEIVED)


class GiftQuerySet(PartnersQuerySet):
    """Gifts by direction, partner and what was said of them."""

    def received(self):
        """What others gave us and we have in hand."""
        return self.filter(direction=Direction.RECEIVED, state=GiftState.RECEIVED)

    def in_hand(self, on):
        """What others gave us and we had in hand on a day; what was taken back in the ledger was never given."""
        day = on.isoformat()
        arrived = Q(received_on__isnull=True) | Q(received_on__lte=day)
        return self.received().filter(arrived, self._entered(on), day__lte=day)

    def given(self):
        """What we give, planned or sent, and have not taken back."""
        ours = self.filter(direction=Direction.GIVEN).exclude(state=GiftState.CORRECTED)
        return ours.exclude(~self._entered(date.max), entries__isnull=False)

    @staticmethod
    def _entered(on):
        """Whether the gift's courtesy stands on a day."""
        return Exists(LedgerEntry.objects.in_force(on).filter(gift=OuterRef("pk")))

    def and_corrections(self):
        """These, and those that have corrected them since, one after the other; see ``lineage``."""
        known, latest = set(), set(self.values_list("pk", flat=True))
        while latest - known:
            known |= latest
            latest = set(Gift.objects.filter(corrects__in=latest).values_list("pk", flat=True))
        return Gift.objects.filter(pk__in=known)

    def open(self):
        """Gifts of ours that have not left yet, and corrections, either way, that nobody has entered yet."""
        ours = Q(direction=Direction.GIVEN) | Q(corrects__isnull=False)
        return self.filter(ours, state__in=[GiftState.PLANNED, GiftState.ANNOUNCED])

    def current(self):
        """Without those that a later entry corrects."""
        return self.exclude(state=GiftState.CORRECTED)

    def with_details(self):
        """With what a list or page says of a gift, in as few queries for one as for many."""
        partners = ("partners__city__names", "partners__organization__names", "partners__person__names")
        return self.select_related("occasion").prefetch_related(*partners, "lines__item__words", "occasion__names")

    def with_standing(self, on):
        """Each with ``standing``: its courtesies in force on a day, ``with_status``."""
        entries = LedgerEntry.objects.in_force(on).with_status(on)
        return self.prefetch_related(Prefetch("entries", entries, to_attr="standing"))

    def latest_first(self):
        """By the day it counts from, newest first."""
        return self.order_by(F("day").desc(), "-pk")


class Gift(Keyed):
    """One gift, from or to one or several partners, with its lines."""

    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    title = models.CharField(
        pgettext_lazy("of a gift", "title"),
        max_length=120,
        blank=True,
        help_text=_("What it is called, if it has a name: “Spring at Nanyue”, a scroll."),
    )
    state = models.CharField(_("state"), max_length=10, choices=GiftState, default=GiftState.RECEIVED)
    day = PartialDateField(
        _("day"), help_text=_("When it left its giver, or is planned to: 2020-02-05, 2020-02 or 2020.")
    )
    received_on = PartialDateField(_("received on"), null=True, blank=True)
    state_before_correction = models.CharField(
        _("state before it was corrected"), max_length=10, choices=GiftState, blank=True, editable=False
    )
    occasion = models.ForeignKey(
        "crm.Occasion", models.PROTECT, null=True, blank=True, verbose_name=_("occasion"), related_name="gifts"
    )
    via_organization = models.ForeignKey(
        "crm.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("through which organization"),
        related_name="+",
    )
    via_person = models.ForeignKey(
        "crm.Person", models.PROTECT, null=True, blank=True, verbose_name=_("through whom"), related_name="+"
    )
    source = models.CharField(
        _("where it comes from"), max_length=8, choices=GiftSource, blank=True, default=GiftSource.UNKNOWN
    )
    note = models.TextField(_("note"), blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("corrects")
    )

    objects = GiftQuerySet.as_manager()
    indexed_as = 5

    class Meta:
        ordering = [F("day").desc(), "-pk"]
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        indexes = [  # a page of a list reads no more
            models.Index(fields=["-day", "-id"], name="gift_latest_first"),
            models.Index(fields=["occasion", "-day", "-id"], name="gift_of_occasion"),
            models.Index(fields=["state", "day"], name="gift_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="received") | Q(received_on__isnull=True) | Q(state="corrected"),
                name="gift_received_on_only_if_received",
            ),
            models.CheckConstraint(
                condition=Q(via_organization__isnull=True) | Q(via_person__isnull=True), name="gift_via_one_at_most"
            ),
        ]

    def __str__(self):
        if self.title:
            return f"{self.day} " + _("“%(title)s”") % {"title": self.title}
        lines = _(", ").join(str(line) for line in self.lines.all()) or _("contents not on record")
        return f"{self.day} {lines}"

    def get_absolute_url(self):
        return reverse("gift", args=[self.pk])

    def get_state_display(self) -> str:
        """Where it is, seen from us: what we gave has been received by them."""
        if (self.direction, self.state) == (Direction.GIVEN, GiftState.RECEIVED):
            return str(_("Received by them"))
        return str(dict(GiftState.choices).get(self.state, self.state))

    @property
    def has_left(self) -> bool:
        """Whether it has left its giver, and so owns ledger entries and is never edited."""
        return self.state in LEFT_ITS_GIVER or self.state == GiftState.CORRECTED

    @property
    def courtesy_kind(self) -> CourtesyKind:
        """What it is in the ledger: money where it holds nothing else."""
        lines = self.lines.all()
        return CourtesyKind.MONEY if lines and all(line.item.is_money for line in lines) else CourtesyKind.GOODS

    @property
    def lineage(self) -> list["Gift"]:
        """Itself, and the gifts it corrects one after the other: letters that named them speak of it too."""
        return [self, *(self.corrects.lineage if self.corrects else [])]

    @property
    def partner_list(self) -> list:
        """The cities, organizations and people it is from or to."""
        return [row.partner for row in self.partners.all()]

    @property
    def via(self):
        """The organization or person through whom it came or went, such as our ambassador; None if not on record."""
        return self.via_organization or self.via_person

    @property
    def in_hand_since(self):
        """When it reached its receiver, as precisely as known; else the month in which it left its giver."""
        return self.received_on or self.day.to_month()


class GiftPartner(Keyed, FixedOnceEntered, PlacedPartner):
    """One giver or receiver of a gift."""

    gift = models.ForeignKey(Gift, models.CASCADE, related_name="partners")

    class Meta:
        verbose_name = _("partner")
        constraints = [one_partner("gift_partner_exactly_one")]

    def prepare(self) -> None:
        """Keep where the partner stands on the gift's day."""
        self.freeze_place(self.gift.day.first)

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)


class GiftLine(Keyed, FixedOnceEntered):
    """A thing and its quantity, or that the quantity is unknown; or an amount of money."""

    gift = models.ForeignKey(Gift, models.CASCADE, related_name="lines")
    item = models.ForeignKey(ItemKind, models.PROTECT, verbose_name=_("item"), related_name="lines")
    quantity = models.DecimalField(
        _("quantity"),
        max_digits=14,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0.001)],
        help_text=_("Empty: not known."),
    )
    qualifier = models.CharField(_("how sure"), max_length=5, choices=Qualifier, default=Qualifier.EXACT)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit, default=Unit.PIECE)
    value = models.DecimalField(
        _("value"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0.01)]
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("CNY, JPY, EUR …"))
    value_qualifier = models.CharField(
        _("how sure the value is"), max_length=5, choices=COUNTED, default=Qualifier.EXACT
    )
    other_value = models.DecimalField(
        _("the same in another currency"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0.01)],
        help_text=_("Where the source gives both."),
    )
    other_currency = models.CharField(_("other currency"), max_length=3, blank=True)
    packages = models.PositiveIntegerField(
        _("number of packages"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    pieces_per_package = models.PositiveIntegerField(
        _("pieces in a package"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    lot = models.CharField(_("lot"), max_length=60, blank=True, help_text=_("The maker's batch number."))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0), name="gift_line_quantity_positive"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True, currency="") | (Q(value__gt=0) & ~Q(currency="")),
                name="gift_line_value_with_currency",
            ),
            models.CheckConstraint(
                condition=Q(other_value__isnull=True, other_currency="")
                | (Q(other_value__gt=0, value__isnull=False) & ~Q(other_currency="")),
                name="gift_line_other_value_with_currency",
            ),
            models.CheckConstraint(
                condition=(Q(packages__isnull=True) | Q(packages__gt=0))
                & (Q(pieces_per_package__isnull=True) | Q(pieces_per_package__gt=0)),
                name="gift_line_packing_positive",
            ),
        ]

    def __str__(self):
        return describe_line(self)
