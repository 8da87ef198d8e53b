"""Rows that are written once: the ledger's, and the parts of a gift that owns an entry.

Here they are kept from our own hands, with an error that names the row. What goes past the models (SQL, a base manager)
the database itself refuses: crm/triggers.py.
"""

from django.db import models

from crm.models.common import compose_texts


class AppendOnlyError(Exception):
    """A row that is written once is never edited or deleted; one of the ledger is reversed and written anew."""


class AppendOnly(models.Model):
    """Rows that are written once; triggers of the database guard every table of a subclass."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            raise AppendOnlyError(self)
        compose_texts(self)
        super().save(*args, **kwargs | {"force_insert": True})  # a new row with a known key must not overwrite

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(self)


class AppendOnlyQuerySet(models.QuerySet):
    """Blocks update(), delete() and upserts."""

    def update(self, **kwargs):
        raise AppendOnlyError(self.model)

    def delete(self):
        raise AppendOnlyError(self.model)

    def bulk_create(self, objs, *args, **kwargs):
        if kwargs.get("update_conflicts"):
            raise AppendOnlyError(self.model)
        return super().bulk_create(objs, *args, **kwargs)


class FixedOnceEnteredQuerySet(models.QuerySet):
    """Blocks update(), delete() and bulk_create() for rows that FixedOnceEntered protects."""

    def update(self, **kwargs):
        self.refuse_if_entered()
        return super().update(**kwargs)

    def delete(self):
        self.refuse_if_entered()
        return super().delete()

    def bulk_create(self, objs, *args, **kwargs):
        for row in objs:
            row.refuse_if_entered()
        return super().bulk_create(objs, *args, **kwargs)

    def refuse_if_entered(self):
        """Raises AppendOnlyError where one of the rows' gifts owns an entry."""
        if self.filter(gift__entries__isnull=False).exists():
            raise AppendOnlyError(self.model)


class FixedOnceEntered(models.Model):
    """A part of a gift; once the gift owns a ledger entry it is never changed: a mistake is corrected (actions)."""

    objects = FixedOnceEnteredQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.refuse_if_entered()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        self.refuse_if_entered()
        return super().delete(*args, **kwargs)

    def refuse_if_entered(self):
        """Raises AppendOnlyError where the gift owns an entry, reversed or not."""
        if self.gift.entries.exists():
            raise AppendOnlyError(self)
