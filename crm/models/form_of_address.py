"""The words of politeness kept for a person or an organization."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.languages import letter_languages
from crm.models.common import Keyed, exactly_one
from crm.models.person import Person
from crm.models.post import Post


class FormOfAddress(Keyed):
    """Salutation, addressee lines and closing, kept whole per person or organization, post and language."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="forms_of_address")
    organization = models.ForeignKey(
        "crm.Organization", models.CASCADE, null=True, blank=True, related_name="forms_of_address"
    )
    post = models.ForeignKey(
        Post,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="forms_of_address",
        verbose_name=_("while in this post"),
    )
    language = LanguageField(_("language"), choices=letter_languages)
    salutation = models.CharField(_("salutation"), max_length=200, blank=True)
    envelope = models.TextField(_("addressee lines"), blank=True)
    closing = models.CharField(_("closing"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("form of address")
        verbose_name_plural = _("forms of address")
        constraints = [
            models.CheckConstraint(condition=exactly_one("person", "organization"), name="form_of_address_one_owner"),
            models.UniqueConstraint(fields=["person", "post", "language"], name="form_of_address_once_a_post"),
            models.UniqueConstraint(
                fields=["person", "language"], condition=Q(post__isnull=True), name="form_of_address_once_a_person"
            ),
            models.UniqueConstraint(fields=["organization", "language"], name="form_of_address_once_an_organization"),
        ]

    def __str__(self):
        return self.salutation or self.envelope.split("\n")[0]
