"""Which day a letter may bear when it is issued, and from which on it may leave."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from crm.models.office import Office


class IssueDay(models.Model):
    """A letter, as far as its day goes; letters entered afterwards have their own true days and ask none of this."""

    class Meta:
        abstract = True

    def issue_days(self, on: date, office: Office) -> tuple[date, date]:
        """Return the first and the last day it may bear when it is issued on a day, as the office sets."""
        ahead = office.issue_days_ahead if self.kind.may_be_dated_ahead else 0
        return on - timedelta(days=office.issue_days_back), on + timedelta(days=ahead)

    def why_not_dated(self, day: date, on: date, office: Office) -> str:
        """Say in a sentence why it may not bear a day when it is issued on another; "" where it may."""
        first, last = self.issue_days(on, office)
        if first <= day <= last:
            return ""
        said = {"day": day, "first": first, "last": last, "kind": self.kind}
        words = _("Issued now, a letter may bear a day from %(first)s to %(last)s (set by the office): not %(day)s.")
        if not self.kind.may_be_dated_ahead and day > on:
            words = _("“%(kind)s” is never dated ahead: it may bear a day from %(first)s to %(last)s.")
        return words % said

    @property
    def done_on(self) -> date:
        """The day on which it was issued here, or drafted while it is not."""
        return timezone.localtime(self.issued_at or self.created_at).date()

    @property
    def is_backdated(self) -> bool:
        """Whether it bears a day before that of its issue, or of its draft while it is not issued."""
        return self.day.last < self.done_on

    @property
    def may_leave_from(self) -> date:
        """The first day it can be sealed or sent: that which it bears, or of its issue where it is dated ahead."""
        return min(self.day.first, self.done_on)
