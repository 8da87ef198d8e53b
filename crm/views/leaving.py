"""How a list leaves the house: as an Excel file, and on paper as a PDF; what we owe only in a head's internal file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tables2.export.views import ExportMixin

from crm.actions.errors import WrongState
from crm.exchange.printed import PrintedList, print_list, refuse_too_many
from crm.models import Office
from crm.paging import Pages
from crm.views.workbook import PDF, XLSX, XlsxExport, file_of


class LeavesInFiles(ExportMixin):
    """A list that is saved as Excel or printed, as it was asked, in its order; all its rows, not those of a page.

    ``internal_questions`` are filters that find only what we owe. What they find, and the columns and sheets that say
    what we owe, are in files that a head asks for as internal.
    """

    export_class = XlsxExport
    export_formats = (XLSX, PDF)
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

    def get_export_filename(self, export_format):
        return f"{self.get_printed_title()} {timezone.localdate().isoformat()}.{export_format}"

    def create_export(self, export_format):
        if (self.is_internal or self.asks_what_we_owe) and not (self.is_internal and self.request.user.may_approve):
            raise PermissionDenied
        self.exclude_columns = () if self.is_internal else self.table_class.internal_columns()
        return self.print_paper() if export_format == PDF else super().create_export(export_format)

    def get_dataset_kwargs(self):
        return {"internal": self.internal_sheets()} if self.is_internal else None

    def internal_sheets(self) -> list:
        """More sheets of an internal file, each (title, rows)."""
        return []

    def print_paper(self):
        """The list as a PDF; back to the list, with the reason, where it cannot be printed."""
        try:
            printed = self.get_printed(self.get_table(**self.get_table_kwargs()))
            paper = print_list(printed)
        except WrongState as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_shown_url())
        internal = {"internal": True} if self.is_internal else {}
        name = self.get_export_filename(PDF)
        return file_of(paper, XlsxExport.FORMATS[PDF], name, rows=len(printed.rows), **internal)

    def get_printed(self, table) -> PrintedList:
        """What goes on paper of a table; raises WrongState for more rows than it takes."""
        refuse_too_many(Pages(table.rows, 1).count)
        headings, *rows = ([str(cell) for cell in row] for row in table.as_values(self.exclude_columns))
        office, user = Office.get(), self.request.user
        return PrintedList(
            title=self.get_printed_title(),
            headings=headings,
            rows=rows,
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
