"""Who signs in: clerk, head or reader."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a user may do; each role may all that stands after it."""

    HEAD = "head", _("Head")
    CLERK = "clerk", _("Clerk")
    READER = "reader", _("Reader")


class UserQuerySet(models.QuerySet):
    """Accounts by who they are."""

    def heads(self):
        """Heads who can sign in."""
        return self.filter(role=Role.HEAD, is_active=True)

    def writers(self):
        """Clerks and heads who can sign in."""
        return self.filter(role__in=[Role.CLERK, Role.HEAD], is_active=True)

    def search(self, text: str):
        """Every word of ``text`` occurs in the account's or the person's name."""
        found = self
        for word in text.split():
            found = found.filter(Q(username__icontains=word) | Q(full_name__icontains=word))
        return found


class AccountManager(UserManager.from_queryset(UserQuerySet)):
    """Django's own manager with the questions of UserQuerySet."""

    use_in_migrations = False


class User(AbstractUser):
    """A member of the office; ``language`` is the interface's, empty while never chosen.

    ``must_change_password``: the password is a first one, which a head set and knows; it opens one page only.
    """

    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.READER)
    language = models.CharField(_("interface language"), max_length=10, blank=True, choices=settings.LANGUAGES)
    full_name = models.CharField(_("full name"), max_length=80, blank=True)
    must_change_password = models.BooleanField(
        _("password to be changed at the next sign-in"), default=False, editable=False
    )

    objects = AccountManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self):
        return self.full_name or self.username

    def get_absolute_url(self):
        return reverse("user-edit", args=[self.pk])

    @property
    def may_write(self) -> bool:
        """Records, drafts, issues and sends."""
        return self.role in (Role.CLERK, Role.HEAD)

    @property
    def may_approve(self) -> bool:
        """Approves letters; keeps the office's settings and accounts."""
        return self.role == Role.HEAD
