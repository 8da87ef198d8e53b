"""Says at saving which kept forms of address rest on what the record no longer says."""

from django.contrib import messages
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crm.languages import language_name
from crm.models import FormOfAddress, Organization

SHOWN = 5


class SaysOutdatedForms:
    """A form page of a record that kept forms of address rest on; ``addressed`` is who is written to."""

    def addressed(self, record):
        """The person or organization whose facts the page changes."""
        return record

    def save(self, form, inlines):
        record = super().save(form, inlines)
        say_outdated_forms(self.request, self.addressed(record))
        return record


def say_outdated_forms(request, owner) -> None:
    """Warn of each form of address kept for a person, or an organization and its people, that may no longer fit."""
    whose = Q(person=owner.pk)
    if isinstance(owner, Organization):
        whose = Q(organization=owner.pk) | Q(post__organization=owner.pk) | Q(person__posts__organization=owner.pk)
    kept = FormOfAddress.objects.filter(whose).distinct().order_by("pk")
    outdated = [form for form in kept if not form.fits]
    for form in outdated[:SHOWN]:
        messages.warning(request, sentence_of(form))
    if (more := len(outdated) - SHOWN) > 0:
        said = ngettext("And %(count)d more form of address.", "And %(count)d more forms of address.", more)
        messages.warning(request, said % {"count": more})


def sentence_of(form: FormOfAddress) -> str:
    """What no longer fits in a kept form, and where it is compared with a fresh proposal."""
    words = {
        "words": form,
        "language": language_name(form.language),
        "changes": _("; ").join(map(str, form.changed_facts)) or _("the family name on record is not in it"),
        "where": form.get_absolute_url(),
    }
    return (
        _("“%(words)s”, kept for letters in %(language)s, may no longer fit (%(changes)s). Compare it at %(where)s.")
        % words
    )
