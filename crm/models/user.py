"""Who signs in: clerk, head or reader."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a user may do; each role may all that stands after it."""

    HEAD = "head", _("Head")
    CLERK = "clerk", _("Clerk")
    READER = "reader", _("Reader")


class User(AbstractUser):
    """A member of the office; ``language`` is the interface's, empty while never chosen."""

    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.READER)
    language = models.CharField(_("interface language"), max_length=10, blank=True, choices=settings.LANGUAGES)
    full_name = models.CharField(_("full name"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self):
        return self.full_name or self.username

    @property
    def may_write(self) -> bool:
        """Records, drafts, issues and sends."""
        return self.role in (Role.CLERK, Role.HEAD)

    @property
    def may_approve(self) -> bool:
        """Approves letters; keeps the office's settings and accounts."""
        return self.role == Role.HEAD
