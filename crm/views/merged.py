"""Pages of records that may have been merged into another."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _


class MergedAway(Exception):
    """The record that a page was asked for has been merged into another."""

    def __init__(self, record):
        super().__init__(record)
        self.record = record


class FollowMerged:
    """A page of a record, its own or its form; it leads on from a merged record to what that has become.

    What somebody sends to a form that was open meanwhile is refused by the record itself and stays as typed.
    """

    def get_object(self, queryset=None):
        record = super().get_object(queryset)
        if record.current != record and self.request.method in ("GET", "HEAD"):
            raise MergedAway(record)
        return record

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except MergedAway as away:
            became = away.record.current
            words = {"record": away.record, "current": became}
            messages.info(request, _("“%(record)s” was merged into “%(current)s”; this is its page.") % words)
            return redirect(became)
