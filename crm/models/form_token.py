"""Forms that were sent and saved, so that none is saved twice."""

from datetime import timedelta

from django.conf import settings
from django.db import models

KEPT = timedelta(days=7)


class FormTokenQuerySet(models.QuerySet):
    """Tokens of forms that were sent."""

    def claim(self, user, token: str) -> "FormToken":
        """Return the token's row, made now or by whoever sent the form before; call it inside a transaction.

        Two who claim one token at the same moment follow each other: the second waits until the first has saved, and
        then finds where that led, or has failed, and then owns the token.
        """
        self.bulk_create([self.model(user=user, token=token)], ignore_conflicts=True)
        return self.get(user=user, token=token)

    def outdated(self, now):
        """Those of forms that nobody will send again."""
        return self.filter(claimed_at__lt=now - KEPT)


class FormToken(models.Model):
    """A form's token; once the form is saved, ``led_to`` is the address of what became of it."""

    in_backup = False

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.CharField(max_length=40)
    led_to = models.TextField(blank=True)
    claimed_at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = FormTokenQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "token"], name="form_token_once")]

    def __str__(self):
        return self.token
