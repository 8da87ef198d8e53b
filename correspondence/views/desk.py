"""The desk: what waits today, and for whom."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from correspondence.models import Letter, NumberSeries
from correspondence.views.under_way import MOST_READ, name_drafts, tell_deviations
from crm.backup.checking import has_files, last_check
from crm.backup.restored import restore_mark
from crm.models import Gift, HandOver, LedgerEntry, Occasion, Office
from crm.models.occasion import OccasionKind
from crm.paging import page_of

COMING = timedelta(days=60)
CHECKED_WITHIN = timedelta(days=31)
PARTS = (
    "partners__city__names",
    "partners__organization__names",
    "partners__person__names",
    "gift__lines__item__words",
)


class Desk(TemplateView):
    """Help not thanked, help we owe an answer, letters awaiting ours, my drafts and approvals, occasions coming."""

    template_name = "correspondence/desk.html"

    def get_context_data(self, **kwargs):
        today, user = timezone.localdate(), self.request.user
        letters, whole = Letter.objects.all(), Letter.objects.for_page()
        office = Office.get()
        others = letters if office and office.own_approval else letters.exclude(drafter=user)
        unthanked = self.page(oldest(LedgerEntry.objects.unthanked(today)), "unthanked", waiting(today))
        unanswered = self.page(oldest(LedgerEntry.objects.unanswered(today)), "unanswered", waiting(today))
        awaiting = self.page(letters.awaiting_our_answer(), "awaiting", Letter.objects.for_list())
        not_sent = self.page(oldest(Gift.objects.open()), "not_sent", Gift.objects.with_details())
        mine = self.page(letters.under_way().filter(drafter=user), "mine", whole, MOST_READ)
        approvals = others.awaiting_approval() if user.may_approve else others.none()
        approvals = self.page(approvals, "approvals", whole, MOST_READ)
        name_drafts(unthanked, unanswered, awaiting, not_sent)
        tell_deviations(mine, approvals)
        return super().get_context_data(
            title=_("Desk"),
            today=today,
            mine=mine,
            unthanked=unthanked,
            unanswered=unanswered,
            awaiting=awaiting,
            approvals=approvals,
            not_sent=not_sent,
            coming=coming(today),
            to_close=HandOver.objects.asking_to_close().select_related("giver", "taker") if user.may_approve else [],
            **(watched(today) if user.may_approve else {}),
            **kwargs,
        )

    def page(self, rows, name: str, read, per_page: int | None = None):
        """The page of one of the desk's lists, whose rows are read as said."""
        return page_of(rows, self.request.GET, name, per_page, read)


def watched(today) -> dict:
    """What a head looks after: kept files that are lost or changed, and the numbers after a restore."""
    check = last_check()
    never = check is None and has_files()
    return {
        "file_check": check,
        "files_unchecked": never or (check is not None and today - timezone.localdate(check.at) > CHECKED_WITHIN),
        "restored": restore_mark(),
        "series": NumberSeries.objects.select_related("identity").order_by("identity__order", "-year"),
    }


def oldest(rows):
    """Rows oldest first."""
    return rows.order_by("day", "pk")


def waiting(today):
    """Entries as of a day, with what the desk says of them."""
    return LedgerEntry.objects.as_of(today).select_related("gift", "occasion").prefetch_related(*PARTS)


def coming(today):
    """Occasions that begin soon: anniversaries, visits, national days."""
    dated = Occasion.objects.active().filter(start__gte=today.isoformat(), start__lte=(today + COMING).isoformat())
    kinds = (OccasionKind.ANNIVERSARY, OccasionKind.NATIONAL_DAY, OccasionKind.VISIT, OccasionKind.OTHER)
    return dated.filter(kind__in=kinds).prefetch_related("names").order_by("start")
