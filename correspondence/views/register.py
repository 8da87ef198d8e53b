"""The two registers: 发文登记簿 of letters that went out, 收文登记簿 of letters that came in, a year at a time."""

from dataclasses import replace

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from correspondence.filters import RegisterFilter
from correspondence.models import Letter, LetterDirection, RegisterSeries
from correspondence.tables import IncomingTable, OutgoingTable
from crm.views.base import RecordList


class Register(RecordList):
    """A register: its latest year, unless another or all are asked for. Subclasses set ``direction``."""

    template_name = "correspondence/letter_list.html"
    filterset_class = RegisterFilter
    as_shown = True
    direction = ""

    def get_filterset_kwargs(self, filterset_class):
        kwargs = super().get_filterset_kwargs(filterset_class)
        asked = self.request.GET.copy()
        if "year" not in asked and not asked.get("number") and self.years:
            asked["year"] = self.years[0]
        return {**kwargs, "data": asked}

    def get_filterset(self, filterset_class):
        filterset = super().get_filterset(filterset_class)
        filterset.filters["year"].extra["choices"] = [(year, year) for year in self.years]
        return filterset

    @cached_property
    def years(self) -> list[str]:
        """The years of the register, the latest first."""
        years = RegisterSeries.objects.filter(direction=self.direction).order_by("-year")
        return [str(year) for year in years.values_list("year", flat=True)]

    def get_shown(self, table):
        """The lines for paper and file: from the first serial on, unless another order is asked for."""
        shown = super().get_shown(table)
        return shown if self.request.GET.get("sort") else replace(shown, rows=shown.rows[::-1])

    def get_printed_title(self):
        year = self.filterset.form.cleaned_data.get("year") if self.filterset.is_valid() else ""
        return f"{self.title} {year}".strip()


class OutgoingRegister(Register):
    """发文登记簿."""

    direction = LetterDirection.OUT
    table_class = OutgoingTable
    title = gettext_lazy("Register of letters sent")
    add_url, add_label = "letter-write", gettext_lazy("Write a letter")
    empty_text = gettext_lazy("A letter stands here once it is issued. Widen the filters.")

    def get_queryset(self):
        return Letter.objects.outgoing().registered().for_register_of_ours()


class IncomingRegister(Register):
    """收文登记簿."""

    direction = LetterDirection.IN
    table_class = IncomingTable
    title = gettext_lazy("Register of letters received")
    add_url, add_label = "letter-receive", gettext_lazy("Enter a received letter")
    empty_text = gettext_lazy("Widen the filters, or enter a received letter.")

    def get_queryset(self):
        return Letter.objects.incoming().registered().for_register_of_theirs()
