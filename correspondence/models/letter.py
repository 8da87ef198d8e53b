"""Letters, out and in."""

import hashlib
import json
import re

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from correspondence.models.approval import Approval, Decision
from correspondence.models.dispatch import Means
from correspondence.models.issue_day import IssueDay
from correspondence.models.states import (
    GONE_OUT,
    INCOMING,
    OUTGOING,
    TRANSITIONS,
    LetterDirection,
    LetterState,
    label_of,
)
from correspondence.models.text import LetterParagraph, LetterText
from correspondence.models.title import propose_title
from crm.fields import LanguageField, PartialDateField
from crm.folding import fold_number
from crm.languages import CHINESE, name_languages
from crm.models.common import Keyed, exactly_one
from crm.models.partner import NOWHERE, OUR_MISSIONS, Placement


class Urgency(models.TextChoices):
    """缓急."""

    ORDINARY = "ordinary", _("Ordinary")
    URGENT = "urgent", _("Urgent")
    MOST_URGENT = "most_urgent", _("Most urgent")


class Openness(models.TextChoices):
    """公开属性. Never a secrecy grade."""

    OPEN = "open", _("Open")
    ON_REQUEST = "on_request", _("Open on request")
    CLOSED = "closed", _("Not open")


RECEIPT_NUMBER = re.compile(r"收?\((\d{4})\)(\d{1,6})号?")  # as fold_number leaves it


class LetterQuerySet(models.QuerySet):
    """Letters by what waits for them."""

    def registered(self):
        """Those in the registers, the latest first: ours issued or entered afterwards, theirs received."""
        return self.filter(register_serial__isnull=False).order_by("-register_year", "-register_serial")

    def outgoing(self):
        """Ours."""
        return self.filter(direction=LetterDirection.OUT)

    def incoming(self):
        """Theirs."""
        return self.filter(direction=LetterDirection.IN)

    def open(self):
        """Those that somebody of ours has still to do something with: ours not sent yet, theirs not answered yet."""
        return self.that_may("cancel", "answer")

    def that_may(self, *any_of: str):
        """Those whose next step may be one of these, by TRANSITIONS."""
        return self.filter(state__in=[state for state, steps in TRANSITIONS.items() if steps.keys() & set(any_of)])

    def under_way(self):
        """Ours that are neither sent nor cancelled."""
        return self.that_may("cancel")

    def awaiting_approval(self):
        """Ours that were submitted."""
        return self.that_may("approve")

    def awaiting_our_answer(self):
        """Received and neither answered nor set aside."""
        return self.that_may("answer")

    def held_by(self, user):
        """Ours that somebody drafts or has drafted, and theirs that are given to him or her."""
        return self.filter(Q(drafter=user) | Q(assigned_to=user))

    def sent(self):
        """Ours that have gone out, here or before they were entered."""
        return self.filter(state__in=GONE_OUT)

    def written_here(self):
        """Ours whose words and paper are kept here: not those entered afterwards."""
        return self.outgoing().exclude(state=LetterState.ENTERED)

    def to_print(self):
        """Those written here, with all that their pages say."""
        related = self.written_here().select_related("kind", "identity__organization", "city", "person", "organization")
        return related.prefetch_related("texts__paragraphs", "identity__letterheads")

    def bearing(self, number: str):
        """Ours that bear a number, however it is written."""
        return self.outgoing().filter(number_folded=fold_number(number)).exclude(number_folded="")

    def with_number(self, text: str):
        """Those with a part of a number of ours or theirs, or with one of our register: 收〔2026〕15号."""
        folded = fold_number(text)
        found = Q(number_folded__contains=folded) | Q(their_number__icontains=text.strip())
        if receipt := RECEIPT_NUMBER.fullmatch(folded):
            year, serial = map(int, receipt.groups())
            found |= Q(direction=LetterDirection.IN, register_year=year, register_serial=serial)
        return self.filter(found)

    def bearing_stem(self, stem: str):
        """Ours whose number begins with a folded stem: 衡外函(2020)."""
        return self.outgoing().filter(number_folded__startswith=stem)

    def to_or_from(self, *, city=None, organization=None, person=None):
        """Letters of a partner."""
        if city:
            return self.filter(city=city)
        return (
            self.filter(Q(organization=organization) | Q(post__organization=organization))
            if organization
            else self.filter(person=person)
        )

    def for_list(self):
        """With all that a row of a list shows."""
        related = ("kind", "country", "city", "organization", "person", "occasion")
        names = ("city__names", "organization__names", "person__names", "occasion__names")
        posts = ("post__titles", "post__organization__names")
        return self.select_related(*related).prefetch_related(*names, *posts)

    def for_register_of_ours(self):
        """With all that a line of 发文登记簿 says."""
        parts = ("enclosures", models.Prefetch("approvals", Approval.objects.select_related("user")))
        parts = (*parts, "seal_uses", "dispatches")
        told = ("day", "copies_printed", "drafter__username", "drafter__full_name")
        return self.for_register(*told).select_related("drafter").prefetch_related(*parts)

    def for_register_of_theirs(self):
        """With all that a line of 收文登记簿 says."""
        told = ("received_on", "their_number", "pages", "assigned_to__username", "assigned_to__full_name")
        replies = models.Prefetch("replies", Letter.objects.only("replies_to", "number"))
        return self.for_register(*told).select_related("assigned_to").prefetch_related(replies)

    def for_register(self, *told: str):
        """With no more than what a line's title may say, whose it is, and other fields that the line tells."""
        related = ("kind", "organization", "person", "occasion")
        names = ("organization__names", "person__names", "occasion__names", "post__titles", "post__organization__names")
        ours = ("direction", "title", "state", "number", "register_year", "register_serial", "post")
        keys = ("kind__name_zh", "kind__name_en", "organization__id", "person__id", "occasion__id")
        return self.select_related(*related).only(*ours, *keys, *told).prefetch_related(*names)

    def for_page(self):
        """With all that a letter's own page says of whom it is from and to, and of who wrote it."""
        related = ("city__country", "organization__country", "post__organization", "identity", "drafter")
        return self.for_list().select_related(*related)


class Letter(IssueDay, Keyed):
    """A letter. The correspondent is a person (with the post addressed) or an organization; the city is theirs."""

    direction = models.CharField(_("direction"), max_length=3, choices=LetterDirection, default=LetterDirection.OUT)
    kind = models.ForeignKey(
        "correspondence.LetterKind", models.PROTECT, verbose_name=_("kind"), related_name="letters", db_index=False
    )
    title = models.CharField(
        pgettext_lazy("of a letter", "title"),
        max_length=200,
        blank=True,
        help_text=_("Left empty: its kind and to or from whom it is."),
    )
    state = models.CharField(_("state"), max_length=10, choices=LetterState, default=LetterState.DRAFT)
    day = PartialDateField(_("day"), help_text=_("The day the letter bears."))
    person = models.ForeignKey(
        "crm.Person", models.PROTECT, null=True, blank=True, verbose_name=_("person"), related_name="letters"
    )
    post = models.ForeignKey(
        "crm.Post", models.PROTECT, null=True, blank=True, verbose_name=_("post"), related_name="letters"
    )
    organization = models.ForeignKey(
        "crm.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("organization"),
        related_name="letters",
    )
    city = models.ForeignKey(
        "crm.City",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="letters",
        verbose_name=_("city"),
    )
    country = models.ForeignKey(
        "crm.Country", models.PROTECT, null=True, blank=True, editable=False, related_name="letters"
    )
    group = models.CharField(max_length=8, editable=False, db_index=True, default=NOWHERE)
    language = LanguageField(_("language"), choices=name_languages)  # they write in more than we have texts in
    occasion = models.ForeignKey(
        "crm.Occasion", models.PROTECT, null=True, blank=True, verbose_name=_("occasion"), related_name="letters"
    )
    thanks_for = models.ManyToManyField(
        "crm.Gift", blank=True, verbose_name=_("gifts it thanks for"), related_name="letters_thanking"
    )
    announces = models.ManyToManyField(
        "crm.Gift", blank=True, verbose_name=_("gifts it announces"), related_name="letters_announcing"
    )
    courtesies = models.ManyToManyField(
        "crm.LedgerEntry",
        blank=True,
        verbose_name=_("experience and services it tells of"),
        related_name="letters_telling",
    )
    needs = models.ManyToManyField("crm.ItemKind", blank=True, verbose_name=_("supplies we need"), related_name="+")
    show_quantities = models.BooleanField(
        _("say how much they gave"),
        default=False,
        help_text=_("Beside a larger gift of ours their quantity may look small."),
    )
    commitments = models.JSONField(_("what it commits to"), default=list, blank=True)  # of models/commitment.py
    translation_marked = models.BooleanField(
        _("mark the foreign text as an unofficial translation"),
        default=True,
        help_text=_("Untick where both texts are signed."),
    )
    clearance_number = models.CharField(
        _("number of the clearance"), max_length=80, blank=True, help_text=_("Of the superior's answer, where needed.")
    )
    clearance_day = PartialDateField(_("day of the clearance"), null=True, blank=True)
    recipient_confirmed = models.CharField(max_length=20, blank=True, default="", editable=False)
    written_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="+", db_index=False
    )
    replies_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("the letter it answers"), related_name="replies"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    register_year = models.PositiveSmallIntegerField(null=True, editable=False)
    register_serial = models.PositiveIntegerField(_("serial of the register"), null=True, editable=False)

    # Outgoing
    identity = models.ForeignKey(
        "crm.IssuingIdentity",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("issued by"),
        related_name="letters",
    )
    signatory = models.ForeignKey(
        "crm.Post", models.PROTECT, null=True, blank=True, verbose_name=_("signed by"), related_name="+"
    )
    urgency = models.CharField(_("urgency"), max_length=12, choices=Urgency, default=Urgency.ORDINARY)
    openness = models.CharField(_("openness"), max_length=12, choices=Openness, default=Openness.ON_REQUEST)
    copies_printed = models.PositiveSmallIntegerField(_("copies"), default=2)
    drafter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("drafted by"),
        related_name="letters",
    )
    checked_by = models.CharField(_("checked by"), max_length=80, blank=True)
    countersigned_by = models.CharField(_("countersigned by"), max_length=120, blank=True)
    read_by = models.CharField(_("foreign text read by"), max_length=80, blank=True)
    unread_reason = models.CharField(_("why nobody read the foreign text"), max_length=200, blank=True)
    number = models.CharField(
        _("number"), max_length=80, blank=True, help_text=_("As it was given: 衡外函〔2020〕12号.")
    )
    number_folded = models.CharField(max_length=80, blank=True, default="", editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, editable=False)
    number_serial = models.PositiveIntegerField(null=True, editable=False)
    issued_at = models.DateTimeField(null=True, editable=False)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=200, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True, editable=False, default="")
    entry = models.OneToOneField("crm.LedgerEntry", models.PROTECT, null=True, editable=False, related_name="letter")

    # Incoming, and words of ours entered afterwards
    means = models.CharField(_("came by"), max_length=10, choices=Means, blank=True)
    received_on = PartialDateField(_("received on"), null=True, blank=True)
    their_number = models.CharField(_("their number"), max_length=80, blank=True)
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    words = models.TextField(_("its words"), blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("assigned to"), related_name="+"
    )

    objects = LetterQuerySet.as_manager()
    indexed_as = 4
    given_late = ("register_year", "register_serial")  # known only in the transaction; crm/actions/batch.py
    fixed_with = ("pdf_sha256", ("pdf_sha256", "number", "number_folded", "day"))  # what is issued; crm/triggers.py

    class Meta:
        ordering = [F("day").desc(), "-pk"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes = [
            models.Index(fields=["state", "-day", "-id"], name="letter_by_state"),
            models.Index(fields=["drafter", "state", "-day", "-id"], name="letter_of_drafter"),
            models.Index(fields=["group", "-day", "-id"], name="letter_of_group"),
            models.Index(fields=["city", "-day", "-id"], name="letter_of_city"),
            models.Index(fields=["occasion", "-day", "-id"], name="letter_of_occasion"),
            models.Index(fields=["kind", "day"]),
            models.Index(fields=["-day", "-id"], name="letter_latest_first"),  # a page of the list reads no more
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["direction", "register_year", "register_serial"], name="letter_in_register_once"
            ),
            models.CheckConstraint(condition=exactly_one("person", "organization"), name="letter_one_correspondent"),
            models.UniqueConstraint(fields=["identity", "number_year", "number_serial"], name="letter_number_once"),
            models.UniqueConstraint(
                fields=["number_folded"],
                condition=Q(direction="out") & ~Q(number_folded=""),
                name="letter_of_ours_number_once",
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True, pdf_sha256="", number_serial__isnull=True)
                & (Q(number="") | Q(state="entered"))
                | (Q(issued_at__isnull=False) & ~Q(pdf_sha256="") & ~Q(state="entered")),
                name="letter_issued_with_pdf",
            ),
            models.CheckConstraint(
                condition=Q(number_year__isnull=True, number_serial__isnull=True)
                | (Q(number_year__isnull=False, number_serial__isnull=False) & ~Q(number="")),
                name="letter_counted_with_number",
            ),
            models.CheckConstraint(
                condition=(Q(direction="out", state__in=tuple(OUTGOING), identity__isnull=False))
                | (Q(direction="in", state__in=tuple(INCOMING), received_on__isnull=False) & ~Q(means="")),
                name="letter_state_fits_direction",
            ),
        ]

    def __str__(self):
        return self.title or self.proposed_title

    def get_absolute_url(self):
        return reverse("letter", args=[self.pk])

    def get_state_display(self) -> str:
        """What its state is called."""
        return label_of(self.state, numbered=bool(self.number))

    def freeze_place(self, placement: Placement) -> None:
        """Set where the correspondent stands: our own missions stand in no country."""
        self.city, self.group = placement.city, placement.group
        self.country = None if placement.group == OUR_MISSIONS else placement.country

    @property
    def group_name(self) -> str:
        """The correspondent's country or region, or our missions abroad; "" where neither is on record."""
        return str(_("Our missions abroad") if self.group == OUR_MISSIONS else self.country or "")

    @property
    def receipt_number(self) -> str:
        """收文号: 收〔2026〕15号; "" for one of ours."""
        if self.direction == LetterDirection.OUT or self.register_serial is None:
            return ""
        return f"收〔{self.register_year}〕{self.register_serial}号"

    @property
    def correspondent(self):
        """The person or organization written to, or writing."""
        return self.person or self.organization

    @property
    def correspondent_office(self):
        """The organization written to, or writing, where the person holds a post there; else the correspondent."""
        return self.post.organization if self.post else self.correspondent

    @property
    def proposed_title(self) -> str:
        """What it is called in the reader's language while nobody has given it a title."""
        return propose_title(self)

    def bear(self, number: str) -> None:
        """Takes a number as it was given, and beside it what numbers are compared by."""
        self.number, self.number_folded = number.strip(), fold_number(number)

    @property
    def next_steps(self) -> frozenset[str]:
        """The steps that may follow, by TRANSITIONS."""
        return frozenset(TRANSITIONS[self.state])

    def take(self, step: str) -> None:
        """Moves to the state that a step leads to; KeyError for a step that may not follow."""
        self.state = TRANSITIONS[self.state][step]

    @property
    def asks_for_seal(self) -> bool:
        """Whether it is about to leave for the first time and no use of the seal is on record."""
        return self.entry_id is None and not self.seal_uses.exists()

    @property
    def is_frozen(self) -> bool:
        """Whether words and PDF are what was issued."""
        return bool(self.pdf_sha256)

    @property
    def is_editable(self) -> bool:
        """Whether its words may still be changed: a change after approval cancels the approval."""
        return "edit" in self.next_steps

    @property
    def is_written_here(self) -> bool:
        """Whether its words and paper are kept here: it is ours and was not entered afterwards."""
        return self.direction == LetterDirection.OUT and self.state != LetterState.ENTERED

    @property
    def foreign_text(self) -> LetterText | None:
        """The text in the recipient's language; None where the letter is Chinese only."""
        return next((text for text in self.texts.all() if text.language != CHINESE), None)

    @property
    def chinese_text(self) -> LetterText | None:
        """The Chinese text."""
        return next((text for text in self.texts.all() if text.language == CHINESE), None)

    def words_in_order(self) -> list[dict]:
        """All words of all texts, Chinese first, as plain data."""
        return [text.as_data() for text in sorted(self.texts.all(), key=lambda t: (t.language != CHINESE, t.language))]

    def words_hash(self) -> str:
        """SHA-256 of the words alone, which an approval binds to; number and date are not in it."""
        return hashlib.sha256(
            json.dumps(self.words_in_order(), ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()

    @property
    def words_mark(self) -> str:
        """The hash's first eight digits, printed on the slip so that a signed slip tells which words were signed."""
        return self.words_hash()[:8].upper()

    def valid_approval(self) -> Approval | None:
        """The latest decision, if it approves exactly the present words."""
        latest = max(self.approvals.all(), key=lambda approval: approval.pk, default=None)
        approved = latest and latest.decision == Decision.APPROVED
        return latest if approved and latest.words_hash == self.words_hash() else None

    def paragraphs_to_fill(self) -> list[LetterParagraph]:
        """Paragraphs whose words the drafter still owes."""
        return [p for text in self.texts.all() for p in text.paragraphs.all() if p.to_fill and not p.body.strip()]

    def pending_paragraphs(self) -> list[LetterParagraph]:
        """Paragraphs whose twin was changed and that nobody has cleared."""
        return [p for text in self.texts.all() for p in text.paragraphs.all() if p.pending]
