"""What every page shares: who may, lists that answer and export, forms with their inlines in place."""

from io import BytesIO

from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectTemplateResponseMixin
from django.views.generic.edit import ModelFormMixin, ProcessFormView
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin
from django_tables2.export.export import TableExport
from django_tables2.export.views import ExportMixin
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

XLSX = "xlsx"
MAX_SAVED_FORMS = 30


def read_keys(texts) -> list[int]:
    """The whole numbers among what an address or a form names, as keys of records; all else is passed over."""
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]


class WritersOnly(UserPassesTestMixin):
    """Clerks and heads; a reader is refused with 403."""

    raise_exception = True

    def test_func(self):
        return self.request.user.may_write


class HeadOnly(UserPassesTestMixin):
    """The head; everybody else is refused with 403."""

    raise_exception = True

    def test_func(self):
        return self.request.user.may_approve


class XlsxExport(TableExport):
    """An Excel file whose cells are what the list shows, never formulas."""

    def export(self):
        self.dataset.add_formatter(None, without_control_characters)
        file = self.dataset.export(XLSX)
        begins = any(str(cell).startswith("=") for row in self.dataset for cell in row)
        return without_formulas(file) if begins else file

    def response(self, filename=None):
        response = HttpResponse(self.export(), content_type=self.FORMATS[XLSX])
        response["Content-Disposition"] = content_disposition_header(True, filename)
        return response


def without_control_characters(value):
    """A cell's value without what no Excel file can hold, such as Word's line breaks."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def without_formulas(file: bytes) -> bytes:
    """The same file with each formula as the text it was."""
    book, changed = load_workbook(BytesIO(file)), BytesIO()
    for row in book.active.iter_rows():
        for cell in row:
            cell.data_type = "s" if cell.data_type == "f" else cell.data_type
    book.save(changed)
    return changed.getvalue()


class RecordList(ExportMixin, SingleTableMixin, FilterView):
    """A list: a set of questions answered as one asks, sorted, paged, exported as XLSX.

    Subclasses set ``model`` or ``get_queryset``, ``table_class``, ``filterset_class``, ``title``;
    ``add_url`` (a URL name) shows the button to writers, ``empty_text`` says what to do.
    """

    template_name = "generic/list.html"
    paginate_by = 50
    export_class = XlsxExport
    export_formats = (XLSX,)
    title = ""
    add_url = None
    add_label = ""
    empty_text = ""

    def get_template_names(self):
        return (
            ["generic/_results.html"] if self.request.htmx and not self.request.htmx.boosted else [self.template_name]
        )

    def get_export_filename(self, export_format):
        return f"{self.title} {timezone.localdate().isoformat()}.{export_format}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title, add_url=self.add_url, add_label=self.add_label, empty_text=self.empty_text, **kwargs
        )


class IdempotentFormMixin:
    """A form that was saved is not saved again when it is sent again: by Back, by F5, by a second window.

    The page carries a token (``{% form_token %}``); the session keeps where the saved form led to.
    """

    def dispatch(self, request, *args, **kwargs):
        token, saved = request.POST.get("form_token"), request.session.get("saved_forms", {})
        if token in saved:
            messages.info(request, _("This form was saved already; here is what became of it."))
            return redirect(saved[token])
        response = super().dispatch(request, *args, **kwargs)
        if token and response.status_code == 302:
            newest = dict([*saved.items()][-MAX_SAVED_FORMS:])
            request.session["saved_forms"] = {**newest, token: response.url}
        return response


class RecordForm(IdempotentFormMixin, WritersOnly, SingleObjectTemplateResponseMixin, ModelFormMixin, ProcessFormView):
    """Adds or changes a record together with its inlines (``inline_classes``: inline formset classes).

    It edits when the URL names a record and adds otherwise; nothing typed is lost when something is wrong.
    """

    template_name = "generic/form.html"
    inline_classes = ()
    title_add = ""
    title_edit = ""

    def get_object_or_none(self):
        """The record the URL names, or None on a page that adds one."""
        return self.get_object() if self.kwargs.keys() & {self.pk_url_kwarg, self.slug_url_kwarg} else None

    def dispatch(self, request, *args, **kwargs):
        self.object = None
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        self.object = self.get_object_or_none()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object_or_none()
        form, inlines = self.get_form(), self.get_inlines()
        checks = [form.is_valid(), *(rows.is_valid() for rows in inlines)]  # all of them, so that all notes show
        if all(checks):
            return self.save(form, inlines)
        messages.error(request, _("Not saved yet: see the notes beside the fields."))
        return self.render_to_response(self.get_context_data(form=form, inlines=inlines))

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if form.instance.pk is None:
            form.fields.pop("archived", None)  # nothing is archived before it is recorded
        return form

    def get_inlines(self):
        """The bound or fresh formsets of the inlines."""
        data = (self.request.POST, self.request.FILES) if self.request.method == "POST" else (None, None)
        return [rows(*data, instance=self.object, prefix=rows.get_default_prefix()) for rows in self.inline_classes]

    @transaction.atomic
    def save(self, form, inlines):
        """Saves the record, then its inlines, then what ``after_save`` adds."""
        self.object = form.save()
        for rows in inlines:
            rows.instance = self.object
            rows.save()
        self.after_save()
        messages.success(self.request, _("Saved: %(record)s") % {"record": self.object})
        return redirect(self.get_success_url())

    def after_save(self):
        """For what follows from a saved record, in the same transaction."""

    def get_context_data(self, **kwargs):
        kwargs.setdefault("inlines", self.get_inlines())
        return super().get_context_data(title=self.title_edit if self.object else self.title_add, **kwargs)
