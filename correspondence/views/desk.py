"""The desk: what is to be done today, and the whole queue of it."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from correspondence.desk.first_steps import first_steps
from correspondence.desk.queue import (
    ANSWER,
    COMING,
    DAYS,
    DECIDE,
    GROUPS,
    HELP,
    MINE,
    OLD,
    REPLY,
    SEND,
    SHOWN,
    THANK,
    TODAY,
    WAITING,
    Queue,
    queue_of,
)
from correspondence.desk.showing import mark_first, show
from correspondence.models import NumberSeries
from crm.backup.checking import has_files, last_check
from crm.backup.restored import restore_mark
from crm.dates import a_year_before
from crm.out_of_touch import out_of_touch
from crm.paging import PER_PAGE, page_of

CHECKED_WITHIN = timedelta(days=31)
ROWS = {TODAY: 10, WAITING: 5, COMING: 10}  # of a group that the desk shows
NAMES = {
    DECIDE: gettext_lazy("To approve"),
    MINE: gettext_lazy("Mine, under way"),
    REPLY: gettext_lazy("Letters to reply to"),
    THANK: gettext_lazy("Help to thank for"),
    ANSWER: gettext_lazy("Help to answer"),
    SEND: gettext_lazy("Gifts to send"),
    DAYS: gettext_lazy("Coming days"),
    TODAY: gettext_lazy("Today"),
    WAITING: gettext_lazy("Waiting for others"),
    COMING: gettext_lazy("To begin within 60 days"),
    OLD: gettext_lazy("Old and open"),
}


class ToDo(TemplateView):
    """What the desk and the page of the whole queue share."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.today = timezone.localdate()

    def get_context_data(self, **kwargs):
        return super().get_context_data(today=self.today, **kwargs)

    def tiles(self, queue: Queue, chosen: str = "") -> list[dict]:
        """The filters by duty with their counts; who approves nothing has the coming days instead, a reader no own."""
        user, counts = self.request.user, queue.counts()
        left_out = {DAYS} if user.may_approve else {DECIDE} if user.may_write else {DECIDE, MINE}
        shown = sorted((name for name in SHOWN if name not in left_out), key=lambda name: name != DAYS)
        return [{"show": name, "name": NAMES[name], "count": counts[name], "chosen": name == chosen} for name in shown]


class Desk(ToDo):
    """The first rows of each group, by the day to begin; an office that has written nothing yet has first steps."""

    template_name = "correspondence/desk.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        queue = queue_of(user, self.today)
        groups = {name: queue.of_group(name) for name in GROUPS}
        rows = show([row for name, most in ROWS.items() for row in groups[name][:most]], user, self.today)
        heads = watched(self.today) if user.may_approve else {}
        if not heads.get("restored"):  # whose own button comes first
            mark_first(rows)
        return super().get_context_data(
            title=_("Desk"),
            tiles=self.tiles(queue),
            groups=[{**group, **counted(groups[group["group"]], group["rows"])} for group in in_groups(rows)],
            old=len(groups[OLD]),
            quiet=out_of_touch(self.today).count(),
            steps=[] if len(groups[TODAY]) else first_steps(user),
            **heads,
            **kwargs,
        )


class WholeQueue(ToDo):
    """All that is to be done (?show= asks for one duty or group), a page at a time."""

    template_name = "correspondence/queue.html"

    def get_context_data(self, **kwargs):
        user, asked = self.request.user, self.request.GET.get("show", "")
        queue, asked = queue_of(user, self.today), asked if asked in NAMES else ""
        page = page_of(queue.showing(asked), self.request.GET, "page", PER_PAGE)
        page.object_list = show(page.object_list, user, self.today)
        mark_first(page.object_list)
        return super().get_context_data(
            title=NAMES.get(asked, _("All that is to be done")),
            show=asked,
            tiles=self.tiles(queue, asked),
            page=page,
            groups=in_groups(page.object_list),
            **(self.ticking(queue) if asked == OLD and user.may_write else {}),
            **kwargs,
        )

    def ticking(self, queue: Queue) -> dict:
        """What the page of old rows has for closing help: how much there is, and from before which day."""
        old_help = sum(run.count for run in queue.of_group(OLD).runs if run.duty == HELP)
        return {"ticks": old_help > 0, "old_help": old_help, "before": a_year_before(self.today).isoformat()}


def in_groups(rows: list) -> list[dict]:
    """Rows by their group, in order."""
    groups = (
        {"group": name, "name": NAMES[name], "rows": [row for row in rows if row.group == name]} for name in GROUPS
    )
    return [group for group in groups if group["rows"]]


def counted(queue: Queue, rows: list) -> dict:
    """How many rows a group has, and how many are not shown."""
    return {"count": len(queue), "more": len(queue) - len(rows)}


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
