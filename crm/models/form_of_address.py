"""The words of politeness kept for a person or an organization, and whether the record still says what they rest on.

No rule of grammar could tell in every language whether kept words still name somebody rightly, for names and titles are
inflected and shortened in them. So a part remembers the facts of the day it was kept, and is doubted when one of them
is another; whether it still fits is for the reader to say, who sees a fresh proposal beside it.
"""

import re
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from crm.fields import LanguageField
from crm.languages import letter_languages
from crm.models.common import Keyed, exactly_one
from crm.models.person import Gender, Person
from crm.models.post import Post, Rank
from crm.name_orders import is_east_asian

FACTS = {
    "name": _("name"),
    "gender": _("gender"),
    "title": _("title"),
    "rank": _("rank"),
    "organization": _("organization"),
    "address": _("postal address"),
}
# The facts that a kept part may rest on.
RESTS_ON = {
    "salutation": ("name", "gender", "title", "rank"),
    "envelope": ("name", "gender", "title", "rank", "organization", "address"),
    "closing": ("rank",),
}


@dataclass(frozen=True)
class ChangedFact:
    """A fact that kept words rest on, as it was when they were kept and as it is now."""

    fact: str
    was: str
    now: str

    def __str__(self):
        words = {"fact": FACTS[self.fact], "was": self.said(self.was), "now": self.said(self.now)}
        return str(_("%(fact)s: %(was)s → %(now)s") % words)

    def said(self, value: str) -> str:
        """A value as pages say it."""
        if self.fact == "gender":
            return str(Gender(value).label)
        known = dict(Rank.choices).get(value, value) if self.fact == "rank" else value
        return str(known) or "—"


def has_name(words: str, family: str) -> bool:
    """Whether a family name stands in some words as it is; Gloag does not stand in Gloaguen."""
    edge = "" if is_east_asian(family) else r"\b"
    return bool(re.search(f"{edge}{re.escape(family)}{edge}", words, re.IGNORECASE))


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
    # {part: {fact: value}} of the day each part was kept; of a part kept before this was remembered there is nothing
    rests_on = models.JSONField(default=dict, editable=False)

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

    def get_absolute_url(self):
        return reverse("form-of-address", args=[self.pk])

    def prepare(self) -> None:
        """Remember the facts that new and changed words rest on; words that stay keep theirs."""
        before = FormOfAddress.objects.filter(pk=self.pk).first() if not self._state.adding else None
        kept = [part for part in RESTS_ON if before and getattr(before, part) == getattr(self, part)]
        facts = {part: before.rests_on[part] for part in kept if part in before.rests_on}
        self.rests_on = facts | self.facts_of(part for part in RESTS_ON if part not in kept)

    def save(self, *args, **kwargs):
        self.prepare()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "rests_on"}
        super().save(*args, **kwargs)

    def confirm(self) -> None:
        """Remember today's facts for all its words: somebody has seen that they still fit."""
        self.rests_on = self.facts_of(RESTS_ON)
        FormOfAddress.objects.filter(pk=self.pk).update(rests_on=self.rests_on)

    def facts_of(self, parts) -> dict[str, dict[str, str]]:
        """The facts on record now for each of the parts that has words."""
        return {
            part: {fact: getattr(self, f"{fact}_now") for fact in RESTS_ON[part]}
            for part in parts
            if getattr(self, part)
        }

    @property
    def changed_facts(self) -> list[ChangedFact]:
        """The facts that its words rest on and that the record says otherwise now; none twice."""
        kept = {}
        for part, facts in self.rests_on.items():
            kept |= {fact: facts[fact] for fact in facts if getattr(self, part) and self.says_otherwise(facts, fact)}
        return [ChangedFact(fact, kept[fact], getattr(self, f"{fact}_now")) for fact in FACTS if fact in kept]

    def says_otherwise(self, facts: dict[str, str], fact: str) -> bool:
        """Whether the record says another fact now than was remembered."""
        return facts[fact] != getattr(self, f"{fact}_now")

    @property
    def is_unsure(self) -> bool:
        """Whether it was kept before its facts were remembered, and the family name now on record is not in it."""
        unknown = [part for part in ("salutation", "envelope") if getattr(self, part) and part not in self.rests_on]
        name = self.person and self.person.name_for(self.language)
        return bool(name) and any(not has_name(getattr(self, part), name.family) for part in unknown)

    @property
    def fits(self) -> bool:
        """Whether the record still says what its words rest on, as far as is known."""
        return not self.changed_facts and not self.is_unsure

    @property
    def addressed_post(self) -> Post | None:
        """The post it is kept for, else that which the person holds with no end on record."""
        return self.post or (self.person.open_post if self.person_id else None)

    @property
    def addressed_organization(self):
        """The organization it is kept for, or that of the post."""
        post = self.addressed_post
        return self.organization or (post.organization if post else None)

    @property
    def name_now(self) -> str:
        """The person's whole name as letters in the language write it; of an organization its own."""
        if self.organization_id:
            return self.organization_now
        name = self.person.name_for(self.language)
        return name.full if name else ""

    @property
    def gender_now(self) -> str:
        """The person's gender."""
        return self.person.gender if self.person_id else ""

    @property
    def title_now(self) -> str:
        """The post's title in the language."""
        return self.addressed_post.title_in(self.language) if self.addressed_post else ""

    @property
    def rank_now(self) -> str:
        """The post's rank."""
        return self.addressed_post.rank if self.addressed_post else ""

    @property
    def organization_now(self) -> str:
        """The organization's name in the language, else in English."""
        organization = self.addressed_organization
        return organization.name_in(self.language, organization.name_in("en")) if organization else ""

    @property
    def address_now(self) -> str:
        """The postal address that a letter takes: the person's own, else the organization's."""
        for owner in filter(None, (self.person, self.addressed_organization)):
            if addresses := list(owner.addresses.all()):
                return str(addresses[0])
        return ""
