"""What the list of letters and the two registers show; the same columns go into the Excel file and on paper."""

import django_tables2 as tables
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from correspondence.models import Decision, Letter
from crm.tables.base import RecordTable, ShortColumn


def title_column(**kwargs) -> tables.Column:
    """A letter's title."""
    return tables.Column(verbose_name=pgettext_lazy("of a letter", "Title"), empty_values=(), orderable=False, **kwargs)


def number_column(**kwargs) -> ShortColumn:
    """A letter's number; those of one identity in their order."""
    return ShortColumn(
        verbose_name=gettext_lazy("Number"), order_by=("number_year", "number_serial", "number"), **kwargs
    )


class LetterTable(RecordTable):
    """Letters of both directions, newest first."""

    day = ShortColumn(linkify=True)
    number = number_column()
    title = title_column()
    kind = tables.Column(visible=False)  # in the title, unless somebody wrote one; the Excel file has it always
    correspondent = tables.Column(verbose_name=gettext_lazy("Correspondent"), visible=False, orderable=False)
    country = tables.Column(verbose_name=gettext_lazy("Country or region"), accessor="group_name", order_by="country")
    occasion = tables.Column(linkify=True, orderable=False)

    class Meta(RecordTable.Meta):
        model = Letter
        fields = (
            "day",
            "number",
            "title",
            "direction",
            "kind",
            "correspondent",
            "city",
            "country",
            "occasion",
            "state",
        )
        order_by = ("-day",)

    def render_title(self, record):
        return str(record)


def told(label, **kwargs) -> tables.Column:
    """A column that a table says by a method of its own."""
    return tables.Column(verbose_name=label, **{"empty_values": (), "orderable": False, **kwargs})


def left_blank(label) -> tables.Column:
    """A column that is filled in by pen: on paper and in the Excel file alone."""
    return tables.Column(verbose_name=label, empty_values=(), orderable=False, visible=False, accessor="pk")


class RegisterTable(RecordTable):
    """A register, the latest serial first."""

    title = title_column(linkify=True)
    filed = left_blank(pgettext_lazy("register", "Filed"))

    class Meta(RecordTable.Meta):
        attrs = {"class": "records register"}

    def render_title(self, record):
        return str(record)

    def render_filed(self):
        return ""


BY_SERIAL = ("register_year", "register_serial")


class OutgoingTable(RegisterTable):
    """发文登记簿: letters of ours that were issued, or entered afterwards. On paper and in the file it is wider."""

    serial = ShortColumn(verbose_name=gettext_lazy("No."), accessor="register_serial", order_by=BY_SERIAL)
    day = ShortColumn(verbose_name=pgettext_lazy("register", "Day"))
    number = number_column()
    enclosures = told(pgettext_lazy("register", "Enclosures"), visible=False)
    copies = ShortColumn(verbose_name=gettext_lazy("Copies"), accessor="copies_printed", orderable=False, visible=False)
    to = told(gettext_lazy("Sent to"), accessor="correspondent_office")
    drafter = tables.Column(verbose_name=gettext_lazy("Drafted by"), orderable=False)
    approved = told(gettext_lazy("Approved by"))
    sealed = told(gettext_lazy("Sealed"), attrs={"td": {"class": "short"}})
    sent = told(gettext_lazy("Sent by, reference"))
    state = ShortColumn(visible=False, orderable=False)

    class Meta(RegisterTable.Meta):
        model = Letter
        fields = (
            "serial",
            "day",
            "number",
            "title",
            "enclosures",
            "copies",
            "to",
            "drafter",
            "approved",
            "sealed",
            "sent",
            "state",
            "filed",
        )
        order_by = ("-serial",)

    def render_enclosures(self, record):
        slips = {approval.scan_id for approval in record.approvals.all()}
        return sum(file.pk not in slips for file in record.enclosures.all()) or ""

    def render_approved(self, record):
        approvals = [row for row in record.approvals.all() if row.decision == Decision.APPROVED]
        return approvals[-1].approver if approvals else ""

    def render_sealed(self, record):
        return _("; ").join(f"{use.day} × {use.copies}" for use in record.seal_uses.all())

    def render_sent(self, record):
        sendings = ((row.get_means_display(), row.day, row.reference) for row in record.dispatches.all())
        return _("; ").join(" ".join(str(part) for part in parts if part) for parts in sendings)


class IncomingTable(RegisterTable):
    """收文登记簿: letters of theirs."""

    serial = ShortColumn(verbose_name=gettext_lazy("Receipt No."), accessor="receipt_number", order_by=BY_SERIAL)
    received_on = ShortColumn(verbose_name=pgettext_lazy("register", "Received on"))
    sender = told(pgettext_lazy("register", "From"), accessor="correspondent_office")
    their_number = tables.Column(verbose_name=pgettext_lazy("register", "Their number"), orderable=False)
    pages = ShortColumn(verbose_name=pgettext_lazy("register", "Pages"), orderable=False)
    assigned_to = tables.Column(verbose_name=gettext_lazy("In charge"), orderable=False)
    state = ShortColumn(verbose_name=gettext_lazy("Outcome"), orderable=False)
    reply = told(gettext_lazy("Number of the reply"))

    class Meta(RegisterTable.Meta):
        model = Letter
        fields = (
            "serial",
            "received_on",
            "sender",
            "their_number",
            "title",
            "pages",
            "assigned_to",
            "state",
            "reply",
            "filed",
        )
        order_by = ("-serial",)

    def render_reply(self, record):
        return _("; ").join(reply.number for reply in record.replies.all() if reply.number)
