"""The security log: who came in, was refused, took something away, or decided, when and from where."""

import json
import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from crm.models.append_only import AppendOnly, AppendOnlyQuerySet
from crm.models.user import User

COMMAND = "command"  # stands for the address where no request was answered: a command of bin/


class EventKind(models.TextChoices):
    """What happened. A row keeps the code as text, so that an older program shows what a newer one wrote."""

    SIGN_IN = "sign_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("Sign-in failed")
    LOCKED_OUT = "locked_out", _("Sign-in locked")
    SIGN_OUT = "sign_out", _("Signed out")
    SESSION_ENDED = "session_ended", _("Session ended")
    REFUSED = "refused", _("Refused")
    EXPORT = "export", _("Exported")
    DOWNLOAD = "download", _("Downloaded")
    BACKUP = "backup", _("Backed up")
    RESTORE = "restore", _("Restored")
    APPROVED = "approved", _("Letter approved")
    RETURNED = "returned", _("Letter returned")
    ISSUED = "issued", _("Letter issued")
    ACCOUNT_ADDED = "account_added", _("Account added")
    ACCOUNT_CHANGED = "account_changed", _("Account changed")
    PASSWORD_SET = "password_set", _("Password set")
    RULES_CHANGED = "rules_changed", _("Office's rules changed")


PAGE = "page"  # the name by which refusals of one page are counted; the address says the same to a reader
YES_NO = {True: _("Yes"), False: _("No")}
# What the facts of an event are called on a page, in the order of telling; others follow, called by their keys.
FACTS = {
    "letter": _("letter no."),
    "number": _("letter's number"),
    "approved_by": _("approved by"),
    "account": _("account"),
    "role": _("role"),
    "active": _("may sign in"),
    "was": _("before"),
    "path": _("address of the page"),
    "page": _("page"),
    "method": _("asked by"),
    "query": _("question"),
    "file": _("file"),
    "rows": _("rows"),
    "internal": _("internal"),
    "bytes": _("bytes"),
    "scan": _("scan"),
    "sha256": _("SHA-256"),
    "sessions": _("sessions"),
    "where": _("signed in from"),
    "began": _("signed in at"),
    "own_approval": _("own approval"),
    "scan_required": _("scan required"),
    "issue_days_back": _("days back"),
    "issue_days_ahead": _("days ahead"),
    "idle_minutes": _("idle minutes"),
    "made": _("made"),
    "kept": _("rows kept of the log that was here"),
    "why": _("why"),
    "system_user": _("user of the machine"),
}


class SecurityEventQuerySet(AppendOnlyQuerySet):
    """Events by what is asked of a log."""

    def between(self, since: datetime | None, until: datetime | None):
        """From a moment on, and before another; None leaves that side open."""
        bounds = {name: moment for name, moment in (("at__gte", since), ("at__lt", until)) if moment}
        return self.filter(**bounds)

    def of(self, who: str):
        """Of the accounts that are found by a part of their name, and of one that is no more, by all of its name."""
        return self.filter(account__in=[who.strip(), *User.objects.search(who).values_list("username", flat=True)])


class SecurityEvent(AppendOnly):
    """One row of the security log. It names people as text and points at no other row, so that it outlives them.

    ``account`` is who did it, of a failed sign-in whose account was tried; "" for a stranger and for commands.
    ``facts`` are short plain values, never words of a letter.
    """

    in_history = False  # a log of its own

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("time"), default=timezone.now)
    kind = models.CharField(_("event"), max_length=20)
    account = models.CharField(_("account"), max_length=150, blank=True)
    name = models.CharField(_("name"), max_length=80, blank=True)
    address = models.CharField(_("came from"), max_length=64)
    facts = models.JSONField(_("details"), default=dict, blank=True)

    objects = SecurityEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("security event")
        verbose_name_plural = _("security log")
        indexes = [
            models.Index(fields=["at"], name="security_event_at"),
            models.Index(fields=["kind", "at"], name="security_event_kind_at"),
            models.Index(fields=["account", "at"], name="security_event_account_at"),
            models.Index(fields=["address", "at"], name="security_event_address_at"),
        ]

    def __str__(self):
        return f"{self.at.isoformat()} {self.kind} {self.account or '-'} {self.address}"

    @property
    def kind_name(self) -> str:
        """What happened, in the reader's language; the code itself where this program does not know it."""
        return str(EventKind(self.kind).label) if self.kind in EventKind.values else self.kind

    @property
    def told_facts(self) -> dict:
        """The facts in the order of telling; PostgreSQL keeps them in one of its own."""
        places = {name: place for place, name in enumerate(FACTS)}
        return dict(sorted(self.facts.items(), key=lambda fact: (places.get(fact[0], len(places)), fact[0])))

    @property
    def details(self) -> str:
        """The facts as a line for a reader: ``letter no.: 12 · letter's number: …``."""
        return " · ".join(
            _("%(what)s: %(value)s")
            % {"what": FACTS.get(key, key), "value": YES_NO[value] if isinstance(value, bool) else value}
            for key, value in self.told_facts.items()
            if key != PAGE or "path" not in self.facts
        )

    def as_json(self) -> str:
        """One line of JSON, with the time in this office's zone."""
        row = {
            "time": timezone.localtime(self.at).isoformat(),
            "event": self.kind,
            "account": self.account,
            "name": self.name,
            "address": self.address,
            "facts": self.told_facts,
            "id": str(self.pk),
        }
        return json.dumps(row, ensure_ascii=False)
