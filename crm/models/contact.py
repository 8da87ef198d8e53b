"""How a person or organization is reached: channels and postal addresses."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _

from crm.models.common import Keyed, exactly_one
from crm.postal import LETTERS, names_come_last, write_address, writes_latin
from crm.scripts import READ_EVERYWHERE, is_written_in


class ChannelKind(models.TextChoices):
    """Ways to reach somebody."""

    PHONE = "phone", _("Telephone")
    MOBILE = "mobile", _("Mobile")
    EMAIL = "email", _("E-mail")
    WECHAT = "wechat", _("WeChat")
    FAX = "fax", _("Fax")
    WEB = "web", _("Website")


class Channel(Keyed):
    """A telephone number, an e-mail or WeChat address; two people may share an office's."""

    person = models.ForeignKey("crm.Person", models.CASCADE, null=True, blank=True, related_name="channels")
    organization = models.ForeignKey("crm.Organization", models.CASCADE, null=True, blank=True, related_name="channels")
    kind = models.CharField(_("kind"), max_length=8, choices=ChannelKind)
    value = models.CharField(_("number or address"), max_length=200)
    note = models.CharField(_("note"), max_length=120, blank=True)

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organization"), name="channel_one_owner")
        ]

    def __str__(self):
        return self.value

    def clean(self):
        """Check that the value of an e-mail channel is a valid address."""
        if self.kind == ChannelKind.EMAIL:
            try:
                validate_email(self.value)
            except ValidationError as error:
                raise ValidationError({"value": error.messages}) from error


class Writing(models.TextChoices):
    """How an address is written; what is not said is told from its letters."""

    LOCAL = "local", _("As written there")
    LATIN = "latin", _("In Latin letters")

    __empty__ = _("By its letters")


class PostalAddress(Keyed):
    """A postal address as written there or in Latin letters, in its country's order or as typed (docs/domain.md §8).

    A person or organization may have the same address in both writings, a row each.
    """

    person = models.ForeignKey("crm.Person", models.CASCADE, null=True, blank=True, related_name="addresses")
    organization = models.ForeignKey(
        "crm.Organization", models.CASCADE, null=True, blank=True, related_name="addresses"
    )
    country = models.ForeignKey("crm.Country", models.PROTECT, verbose_name=_("country or region"), related_name="+")
    writing = models.CharField(_("writing"), max_length=5, choices=Writing, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=100, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    region = models.CharField(_("province or state"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    sorting_code = models.CharField(_("sorting code"), max_length=20, blank=True)
    as_written = models.TextField(
        _("as written"), blank=True, help_text=_("Printed as it stands, instead of the parts.")
    )

    class Meta:
        verbose_name = _("postal address")
        verbose_name_plural = _("postal addresses")
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organization"), name="postal_address_one_owner")
        ]

    def __str__(self):
        return ", ".join(self.lines())

    def clean(self):
        """Check that an address called Latin has no other letters."""
        if self.writing == Writing.LATIN and not self.has_latin_letters:
            sentence = _("Not all letters of this address are Latin ones: “%(text)s”.") % {"text": self.text}
            raise ValidationError({"writing": sentence})

    @property
    def parts(self) -> dict[str, str]:
        """The parts by name, filled or not."""
        return {name: getattr(self, name) for name in LETTERS}

    @property
    def text(self) -> str:
        """All that is typed in it."""
        return self.as_written.strip() or " ".join(self.parts.values()).strip()

    @property
    def has_latin_letters(self) -> bool:
        """Whether all its letters are Latin ones."""
        return is_written_in(self.text, READ_EVERYWHERE)

    @property
    def is_latin(self) -> bool:
        """Whether its lines go in the order that the country has for Latin letters."""
        return self.writing == Writing.LATIN or (not self.writing and self.has_latin_letters)

    def distance(self, *, latin: bool) -> int:
        """How far it is from the writing asked for: 0 said to be in it, 1 its letters are, 2 in the other one.

        Where the country itself writes Latin letters, an address of which nothing is said is in both.
        """
        if self.writing:
            return 0 if (self.writing == Writing.LATIN) == latin else 2
        return 1 if writes_latin(self.country_id) or self.has_latin_letters == latin else 2

    def lines(self, names=()) -> list[str]:
        """The lines for the inside of a letter: the addressee's and the address's, no country, no letter changed."""
        return self._write(names)

    def mail_lines(self, names=(), *, sent_from: str = "") -> list[str]:
        """The lines for an envelope: capitals where the country has them, and the country last, in two languages.

        ``sent_from`` is the code of the country it is posted in, at home in which no country is said.
        """
        lines = self._write(names, capitals=True)
        return lines if sent_from == self.country_id else [*lines, self.country.mail_name]

    def _write(self, names, *, capitals=False) -> list[str]:
        if not self.as_written.strip():
            return write_address(self.country_id, self.parts, names=names, latin=self.is_latin, capitals=capitals)
        typed = [line.strip() for line in self.as_written.splitlines() if line.strip()]
        return [*typed, *names] if names_come_last(self.country_id, latin=self.is_latin) else [*names, *typed]
