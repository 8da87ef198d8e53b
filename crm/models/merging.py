"""Records that turned out to be one: the one that remains, and those that have become aliases of it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from crm.models.common import Named, NamedQuerySet


class MergeableQuerySet(NamedQuerySet):
    """Records by whether they stand for themselves."""

    def current(self):
        """Those not merged into another."""
        # Asked the other way, SQLite reads all by the index of what they were merged into.
        return self.filter(~Q(merged_into__isnull=False))

    def active(self):
        """Those neither archived nor merged into another."""
        return super().active().current()

    def search(self, text: str):
        """Records not merged into another, found as NamedQuerySet finds them."""
        return super().search(text).current()


class Mergeable(Named):
    """A record that may be merged into another of its kind, and then stands for that one wherever a row names it.

    ``crm/moves.py`` says which rows move to the other record and which stay; subclasses add ``not_itself(name)`` to
    their constraints.
    """

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )

    class Meta:
        abstract = True

    def clean(self):
        """A record merged into another is changed there."""
        super().clean()
        if self.merged_into_id is not None:
            raise ValidationError(_("This was merged into %(record)s: change it there.") % {"record": self.current})

    @property
    def current(self):
        """What the record has become: the last in the chain of merges, or itself."""
        seen, record = set(), self
        while record.merged_into_id is not None and record.pk not in seen:
            seen.add(record.pk)
            record = record.merged_into
        return record

    def identities(self) -> list[int]:
        """The keys of the record and of all that were merged into it, one after the other; it reads one query a step.

        ``filter(person__in=person.identities())`` finds the rows that stayed at its aliases.
        """
        known, latest = [], {self.pk}
        while latest:
            known += sorted(latest)
            found = type(self).objects.filter(merged_into__in=latest).values_list("pk", flat=True)
            latest = set(found) - set(known)
        return known


def not_itself(name: str) -> models.CheckConstraint:
    """The constraint that a record is not merged into itself."""
    return models.CheckConstraint(condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name=name)
