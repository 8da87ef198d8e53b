"""How a list leaves the house: as an Excel file, and on paper as a PDF; what we owe only in a head's internal file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from crm.actions.errors import WrongState
from crm.exchange.columns import noun_of
from crm.exchange.printed import PrintedList, print_list, refuse_too_many
from crm.exchange.workbook import Sheet, write_workbook
from crm.models import Office
from crm.paging import Pages

XLSX, PDF = "xlsx", "pdf"
TYPES = {XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", PDF: "application/pdf"}


def file_of(content: bytes, name: str, **facts) -> HttpResponse:
    """A file to be saved; the security log keeps the facts, such as how many rows are in it."""
    response = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = content_disposition_header(True, name)
    response.event_facts = facts
    return response


class LeavesInFiles:
    """A list that is saved as Excel or printed, as it was asked, in its order; all its rows, not those of a page.

    An Excel file has the sheets of its noun (crm/exchange/columns.py), unless ``as_shown`` says that it has no more
    than the list. ``internal_questions`` are filters that find only what we owe. What they find, and the columns and
    sheets that say what we owe, are in files that a head asks for as internal.
    """

    export_trigger_param = "_export"  # as django-tables2's tag for the address of a file has it
    as_shown = False
    title = ""
    internal_questions = ()

    @property
    def is_internal(self) -> bool:
        """Whether the file that is asked for may say what we owe."""
        return "internal" in self.request.GET

    @property
    def asks_what_we_owe(self) -> bool:
        """Whether all that is found is what we owe."""
        answers = self.filterset.form.cleaned_data if self.filterset.form.is_valid() else {}
        return any(answers.get(name) for name in self.internal_questions)

    def render_to_response(self, context, **kwargs):
        leave = {XLSX: self.save_as_excel, PDF: self.print_paper}.get(self.request.GET.get(self.export_trigger_param))
        if not leave:
            return super().render_to_response(context, **kwargs)
        if (self.is_internal or self.asks_what_we_owe) and not (self.is_internal and self.request.user.may_approve):
            raise PermissionDenied
        return leave(context["table"])

    def save_as_excel(self, table) -> HttpResponse:
        """The Excel file."""
        shown, mark = self.get_shown(table), _("internal") if self.is_internal else ""
        noun, office = None if self.as_shown else noun_of(table._meta.model), Office.get()
        plain = Sheet(shown.title, shown.headings, [row[1:] for row in shown.rows])
        sheets = [*(noun.sheets(table.data.data, shown) if noun else [plain]), *self.internal_sheets(mark)]
        office = office.name if office else ""
        return self.file_of(write_workbook(sheets, title=str(self.title), office=office, mark=mark), XLSX, shown)

    def internal_sheets(self, mark: str) -> list[Sheet]:
        """More sheets of an internal file, which bears a mark; none where there is no mark."""
        return []

    def print_paper(self, table) -> HttpResponse:
        """The list as a PDF; back to the list, with the reason, where it cannot be printed."""
        try:
            refuse_too_many(Pages(table.rows, 1).count)
            shown = self.get_shown(table)
            return self.file_of(print_list(self.get_printed(shown)), PDF, shown)
        except WrongState as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_shown_url())

    def file_of(self, content: bytes, ending: str, shown: Sheet) -> HttpResponse:
        """What was made of the list, as a file with its name."""
        internal = {"internal": True} if self.is_internal else {}
        name = f"{self.get_printed_title()} {timezone.localdate().isoformat()}.{ending}"
        return file_of(content, name, rows=len(shown.rows), **internal)

    def get_printed(self, shown: Sheet) -> PrintedList:
        """What goes on paper of what a table shows."""
        office, user = Office.get(), self.request.user
        return PrintedList(
            title=self.get_printed_title(),
            headings=shown.headings,
            rows=[["" if cell is None else str(cell) for cell in row[1:]] for row in shown.rows],
            office=office.name if office else "",
            asked=self.filterset.asked if self.filterset else (),
            by=str(user),
            at=f"{timezone.localtime():%Y-%m-%d %H:%M}",
            specimen=bool(office and office.is_demo),
        )

    def get_printed_title(self) -> str:
        """What the list is called on paper and as a file."""
        return f"{self.title} {_('internal')}" if self.is_internal else str(self.title)

    def get_shown_url(self) -> str:
        """The address of the list as it was asked, on the screen."""
        asked = self.request.GET.copy()
        asked.pop(self.export_trigger_param, None)
        return f"{self.request.path}?{asked.urlencode()}"

    def get_shown(self, table) -> Sheet:
        """What a table shows of each record, after its primary key, which is no column; hidden columns too."""
        without = () if self.is_internal else table.internal_columns()
        columns = [
            column
            for column in table.columns.iterall()
            if not column.column.exclude_from_export and column.name not in without
        ]
        rows = [[row.record.pk, *(row.get_cell_value(column.name) for column in columns)] for row in table.rows]
        title = str(table._meta.model._meta.verbose_name_plural)
        return Sheet(title[:1].upper() + title[1:], [str(column.header) for column in columns], rows)
