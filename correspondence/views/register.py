"""The two registers: 发文登记簿 of letters that went out, 收文登记簿 of letters that came in, a year at a time."""

from django.utils.translation import gettext_lazy

from correspondence.filters import IncomingFilter, OutgoingFilter
from correspondence.models import Letter, LetterDirection, RegisterSeries
from correspondence.tables import IncomingTable, OutgoingTable
from crm.views.base import RecordList


class Register(RecordList):
    """A register: its latest year, unless another or all are asked for. Subclasses set ``direction``."""

    template_name = "correspondence/letter_list.html"
    direction = ""

    def get_filterset_kwargs(self, filterset_class):
        kwargs = super().get_filterset_kwargs(filterset_class)
        asked = self.request.GET.copy()
        if "year" not in asked and not asked.get("number") and (year := latest_year(self.direction)):
            asked["year"] = str(year)
        return {**kwargs, "data": asked}

    def get_printed_title(self):
        year = self.filterset.form.cleaned_data.get("year") if self.filterset.is_valid() else ""
        return f"{self.title} {year}".strip()


def latest_year(direction: str) -> int | None:
    """The last year of a register that has letters."""
    years = RegisterSeries.objects.filter(direction=direction)
    return years.order_by("-year").values_list("year", flat=True).first()


class OutgoingRegister(Register):
    """发文登记簿."""

    direction = LetterDirection.OUT
    table_class = OutgoingTable
    filterset_class = OutgoingFilter
    title = gettext_lazy("Register of letters sent")
    add_url, add_label = "letter-write", gettext_lazy("Write a letter")
    empty_text = gettext_lazy("A letter stands here once it is issued. Widen the filters.")

    def get_queryset(self):
        return Letter.objects.outgoing().registered().for_register_of_ours()


class IncomingRegister(Register):
    """收文登记簿."""

    direction = LetterDirection.IN
    table_class = IncomingTable
    filterset_class = IncomingFilter
    title = gettext_lazy("Register of letters received")
    add_url, add_label = "letter-receive", gettext_lazy("Enter a received letter")
    empty_text = gettext_lazy("Widen the filters, or enter a received letter.")

    def get_queryset(self):
        return Letter.objects.incoming().registered().for_register_of_theirs()
