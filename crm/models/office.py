"""Our own office: one an installation, with the identities it issues letters under."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.languages import CHINESE
from crm.models.city import latin_slug
from crm.models.common import NUMBERED, Name

DEFAULT_IDLE, SHORTEST_IDLE, LONGEST_IDLE = 120, 10, 720  # minutes
NO_SECRETS_ZH = "本系统为非涉密系统，不得存储、处理、传输国家秘密和工作秘密，不得接入涉密网。"
NO_SECRETS_EN = (
    "This system is not for classified material: state secrets and work secrets must not be stored, processed or sent "
    "in it, and it must not be connected to a classified network."
)
READ_ONCE: ContextVar[list | None] = ContextVar("office", default=None)  # what reading_once has read
MOST_DAYS = 366  # that an issue day may lie off: what lies further back was sent before, and is entered as such


@contextmanager
def reading_once() -> Iterator[None]:
    """Read the office once until the end of what changes nothing."""
    token = READ_ONCE.set([])
    try:
        yield
    finally:
        READ_ONCE.reset(token)


class Office(models.Model):
    """The one office of this installation and its rules."""

    name = models.CharField(_("name"), max_length=120)
    city = models.ForeignKey("crm.City", models.PROTECT, verbose_name=_("our city"), related_name="+")
    own_approval = models.BooleanField(
        _("the head may approve his own draft"), default=False, help_text=_("Each such approval is on record.")
    )
    scan_required = models.BooleanField(
        _("an approval on paper needs the scan of the signed slip"),
        default=True,
        help_text=_("Unticked, a letter may be issued without it, and then says so for good."),
    )
    issue_days_back = models.PositiveSmallIntegerField(
        _("days a letter may be dated back"),
        default=60,
        validators=[MaxValueValidator(MOST_DAYS)],
        help_text=_("When it is issued; the slip then says so. A letter that went out long ago is entered as sent."),
    )
    issue_days_ahead = models.PositiveSmallIntegerField(
        _("days a letter may be dated ahead"),
        default=60,
        validators=[MaxValueValidator(MOST_DAYS)],
        help_text=_("Congratulations, and kinds that are marked so under Letter texts; condolences never."),
    )
    is_demo = models.BooleanField(
        _("demonstration data"), default=False, help_text=_("Every page of every PDF is marked 样例 SPECIMEN.")
    )
    idle_minutes = models.PositiveSmallIntegerField(
        _("minutes after which an idle session ends"),
        default=DEFAULT_IDLE,
        validators=[MinValueValidator(SHORTEST_IDLE), MaxValueValidator(LONGEST_IDLE)],
        help_text=_("Whoever opens no page for so long signs in again; what was typed is offered afterwards."),
    )
    no_secrets_zh = models.CharField(
        _("sentence on secrets, in Chinese"),
        max_length=300,
        default=NO_SECRETS_ZH,
        help_text=_("It stands where one signs in and where a file is uploaded."),
    )
    no_secrets_en = models.CharField(_("sentence on secrets, in English"), max_length=300, default=NO_SECRETS_EN)
    only_one = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        verbose_name = _("office")
        constraints = [models.CheckConstraint(condition=models.Q(only_one=True), name="office_only_one")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("office")

    @classmethod
    def get(cls) -> "Office | None":
        """The office, or None in an installation that has none yet; while a page only reads, it is read once."""
        known = READ_ONCE.get()
        if known is None:
            return cls.read()
        if not known:
            known.append(cls.read())
        return known[0]

    @classmethod
    def read(cls) -> "Office | None":
        """The office as it is on record now."""
        return cls.objects.select_related("city__country").prefetch_related("city__names").first()

    @classmethod
    def warning_in(cls, language: str) -> str:
        """The sentence on secrets; the usual one where there is no office yet."""
        office = cls.objects.first() or cls()
        return office.no_secrets_zh if language == CHINESE else office.no_secrets_en


class Numbering(models.TextChoices):
    """Who gives the numbers of an identity's letters."""

    OURS = "ours", _("Counted here")
    GIVEN = "given", _("Given elsewhere, typed when the letter is issued")
    NONE = "none", _("Letters bear no number")


class IdentityQuerySet(models.QuerySet):
    """Identities that letters may be issued under."""

    def in_use(self):
        """Those not archived, with their names."""
        return self.filter(archived=False).prefetch_related("organization__names")


class IssuingIdentity(models.Model):
    """A name the office issues letters under: city government, foreign-affairs office, friendship association."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="identities")
    code = models.SlugField(_("code"), unique=True)
    organization = models.ForeignKey(
        "crm.Organization",
        models.PROTECT,
        verbose_name=_("organization"),
        related_name="issuing_identities",
        help_text=_("The organization of ours that it is; its names are the identity's names per language."),
    )
    numbering = models.CharField(_("numbering"), max_length=5, choices=Numbering, default=Numbering.OURS)
    number_prefix = models.CharField(
        _("number series"),
        max_length=20,
        help_text=_("The word before the year: 衡外函 in 衡外函〔2020〕12号."),
        validators=[RegexValidator(r"^[^〔〕\s]+$", _("No spaces or brackets."))],
        unique=True,
        null=True,  # not "": several identities that count nothing have none
        blank=True,
    )
    seal_name = models.CharField(_("name on the seal"), max_length=120, blank=True)
    contact_line = models.CharField(
        _("contact"), max_length=200, blank=True, help_text=_("Telephone and e-mail for the letterhead.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    archived = models.BooleanField(_("archived"), default=False)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("issuing identity")
        verbose_name_plural = _("issuing identities")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(numbering=Numbering.OURS) | models.Q(number_prefix__isnull=False),
                name="identity_counts_by_its_prefix",
            )
        ]

    def __str__(self):
        return str(self.organization)

    def get_absolute_url(self):
        return reverse("identity-edit", args=[self.code])

    def contact_in(self, language: str) -> str:
        """Telephone and e-mail as a letter in that language gives them, or ""."""
        own = next((head.contact for head in self.letterheads.all() if head.language == language), "")
        return own or self.contact_line

    def propose_code(self) -> str:
        """hengwaihan, by the number series; numbered where taken."""
        stem = latin_slug(self.number_prefix or str(self.organization))[:40] or "identity"
        others = IssuingIdentity.objects.exclude(pk=self.pk)
        codes = (f"{stem}{number}" for number in NUMBERED)
        return next(code for code in codes if not others.filter(code=code).exists())


class Letterhead(Name):
    """The letterhead in one language, where it differs from the organization's name and the identity's contact."""

    identity = models.ForeignKey(IssuingIdentity, models.CASCADE, related_name="letterheads")
    text = models.CharField(_("letterhead"), max_length=200, blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("letterhead")
        constraints = [models.UniqueConstraint(fields=["identity", "language"], name="letterhead_once_a_language")]
