"""The security log, for heads."""

from django.utils.translation import gettext_lazy as _

from crm.filters.security_event import SecurityEventFilter
from crm.models import SecurityEvent
from crm.tables.security_event import SecurityEventTable
from crm.views.base import HeadOnly, RecordList


class SecurityLog(HeadOnly, RecordList):
    """Who signed in, was refused, took files away, approved or changed accounts; read only."""

    queryset = SecurityEvent.objects.all()
    table_class = SecurityEventTable
    filterset_class = SecurityEventFilter
    title = _("Security log")
    empty_text = _("Nothing matches. Widen the filters; nothing is ever deleted from this log.")
