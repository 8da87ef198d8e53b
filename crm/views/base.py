"""What every page shares: who may, lists that answer and export, forms with their inlines in place."""

from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.generic.detail import SingleObjectTemplateResponseMixin
from django.views.generic.edit import ModelFormMixin, ProcessFormView
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from crm.actions.errors import WrongState
from crm.actions.records import PartChanges, change_record
from crm.history import last_actor
from crm.models import Gift
from crm.models.partner import place
from crm.paging import PER_PAGE, Pages
from crm.phrases import names_of
from crm.views.leaving import LeavesInFiles
from crm.views.saved_question import questions_of

MOST_ROWS = 200
EXCHANGED = gettext_noop(
    "Two lines exchange what only one of them may have. Change one and save, then change the other and save again."
)


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


class RecordList(LeavesInFiles, SingleTableMixin, FilterView):
    """A list with its filters, answered as one asks, sorted, paged, saved as XLSX, printed.

    Subclasses set ``model`` or ``get_queryset``, ``table_class``, ``filterset_class``, ``title``;
    ``add_url`` (a URL name) shows the button to writers, ``empty_text`` says what to do, ``print_url`` prints what
    is found. What we owe (the table's internal columns, and what ``internal_questions`` find) goes into a file only
    where a head asks for it as internal (?internal), which the security log tells.
    """

    template_name = "generic/list.html"
    paginate_by = PER_PAGE
    add_url = None
    add_label = ""
    empty_text = ""
    print_url = None

    def get_template_names(self):
        return (
            ["generic/_results.html"] if self.request.htmx and not self.request.htmx.boosted else [self.template_name]
        )

    def get_paginate_by(self, queryset):
        """Leave paging to the table: Django's own would read the rows once more, and know no nearest page."""
        return

    def get_table_pagination(self, table):
        """Pages of 25, or as many as the address asks for, up to 200."""
        asked = self.request.GET.get(table.prefixed_per_page_field, "")
        size = min(int(asked), MOST_ROWS) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        table.per_page_field = ""  # read here: django-tables2 would take any number
        return {"per_page": size or self.paginate_by, "paginator_class": Pages, "read": self.filterset.queryset}

    def ready_questions(self) -> list[tuple]:
        """The questions that are offered above the list: the name of each, and {filter: answer}."""
        return []

    def of_this_year(self) -> list[tuple]:
        """A ready question for the records of this year, where there are any."""
        year = str(timezone.localdate().year)
        offered = dict(self.filterset.form.fields["year"].choices)
        return [(_("This year"), {"year": year})] if year in offered else []

    def get_context_data(self, **kwargs):
        own = ("title", "add_url", "add_label", "empty_text", "print_url", "asks_what_we_owe")
        told = {name: getattr(self, name) for name in own}
        told["questions"] = questions_of(self.request, self.ready_questions())
        told["has_internal"] = bool(self.internal_questions or self.table_class.internal_columns())
        return super().get_context_data(**told, **kwargs)


class Doubles(Exception):
    """Records that a new one may be a second of; ``key`` names them to the form that is sent again."""

    def __init__(self, records):
        self.records = list(dict.fromkeys(getattr(record, "current", record) for record in records))
        self.key = " ".join(sorted(str(record.pk) for record in self.records))
        super().__init__(self.key)

    def describe(self, on) -> None:
        """Set ``described``, the records with what tells each from others of its name on a day."""
        self.described = [(record, words_of_double(record, on)) for record in self.records]


def words_of_double(record, on) -> str:
    """A gift with its partners; all else with its place."""
    if isinstance(record, Gift):
        return f"{record} · {names_of(record.partner_list)}"
    placed = place(record, on)
    parts = (part for part in (placed.city, placed.country) if part and part != record)
    return " · ".join(map(str, (record, *parts)))


class RecordForm(WritersOnly, SingleObjectTemplateResponseMixin, ModelFormMixin, ProcessFormView):
    """Adds or changes a record together with its inlines (``inline_classes``: inline formset classes).

    It edits when the URL names a record and adds otherwise; nothing typed is lost when something is wrong. What is
    written comes through a door. New records: ``doors`` are the two halves of one that knows doubles, which are asked
    about before anything is saved; ``record`` is one in one piece.
    """

    template_name = "generic/form.html"
    inline_classes = ()
    doors = ()
    record = None
    title_add = ""
    title_edit = ""

    def get_object_or_none(self):
        """The record the URL names, or None on a page that adds one."""
        return self.get_object() if self.kwargs.keys() & {self.pk_url_kwarg, self.slug_url_kwarg} else None

    def guard(self):
        """A response instead of the page, where the record is not to be added or changed here; else None."""
        return

    def dispatch(self, request, *args, **kwargs):
        self.object = None
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        self.object = self.get_object_or_none()
        return self.guard() or super().get(request, *args, **kwargs)

    @method_decorator(transaction.atomic)
    def post(self, request, *args, **kwargs):
        self.object = self.get_locked()
        return self.guard() or self.answer(self.get_form(), self.get_inlines())

    def get_locked(self):
        """The record the URL names, which nobody else changes until this form is saved; None on a page that adds."""
        found = self.get_object_or_none()
        if found is None or found.pk is None:
            return found
        get_object_or_404(type(found)._base_manager.select_for_update(), pk=found.pk)
        return self.get_object_or_none()  # as whoever held it has left it

    def answer(self, form, inlines):
        """Save what was sent and go to the record; show the page again, with what was typed, where it is refused."""
        checks = [form.is_valid(), *(rows.is_valid() for rows in inlines)]  # all of them, so that all notes show
        tell_others(self.request, self.object, form, *inlines)
        if not all(checks):
            messages.error(self.request, _("Not saved yet: see the notes beside the fields."))
            return self.render_to_response(self.get_context_data(form=form, inlines=inlines))
        try:
            self.object = self.save(form, inlines)
        except (WrongState, ValidationError) as refusal:
            return self.refuse(refusal, form, inlines)
        except IntegrityError:  # each line is right in itself, and what the other has is free only once that is saved
            return self.refuse(WrongState(_(EXCHANGED)), form, inlines)
        except Doubles as found:
            found.describe(timezone.localdate())
            return self.render_to_response(self.get_context_data(form=form, inlines=inlines, doubles=found))
        messages.success(self.request, _("Saved: %(record)s") % {"record": self.object})
        return redirect(self.get_success_url())

    def refuse(self, refusal, form, inlines):
        """Show the page again with why a door refused what was sent."""
        for sentence in getattr(refusal, "messages", [str(refusal)]):
            messages.error(self.request, sentence)
        return self.render_to_response(self.get_context_data(form=form, inlines=inlines))

    def save(self, form, inlines):
        """Write the record and its inlines through the door for new records, or that for changed ones."""
        if self.doors and form.instance.pk is None:
            return self.add(*self.doors, self.get_facts(form, inlines))
        if self.record and form.instance.pk is None:
            return self.record(by=self.request.user, **self.get_facts(form, inlines))
        return self.change(form, [changes_of_rows(rows, form.instance) for rows in inlines])

    def add(self, build, insert, facts):
        """Write a new record and return it; raises Doubles where one like it is on record and nobody said so."""
        built = build([facts])
        doubles = Doubles(double.record for double in built.doubles)
        if doubles.records and self.request.POST.get("not_double") != doubles.key:
            raise doubles
        return insert(by=self.request.user, built=built)[0]

    def change(self, form, parts):
        """Write a changed record and what changed among its parts, and return it."""
        names = {field.name for field in form.instance._meta.many_to_many} & form.cleaned_data.keys()
        related = {name: form.cleaned_data[name] for name in names}
        return change_record(by=self.request.user, record=form.instance, parts=parts, related=related)

    def get_facts(self, form, inlines) -> dict:
        """The facts of a new record as its door takes them: the form's, and the inlines' by their prefix."""
        return {**form.cleaned_data, **{rows.prefix: facts_of_rows(rows) for rows in inlines}}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if form.instance.pk is None:
            form.fields.pop("archived", None)  # nothing is archived before it is recorded
        return form

    def get_inlines(self):
        """The bound or fresh formsets of the inlines."""
        data = (self.request.POST, self.request.FILES) if self.request.method == "POST" else (None, None)
        return [rows(*data, instance=self.object, prefix=rows.get_default_prefix()) for rows in self.inline_classes]

    def get_context_data(self, **kwargs):
        kwargs.setdefault("inlines", self.get_inlines())
        known = self.object is not None and self.object.pk
        return super().get_context_data(title=self.title_edit if known else self.title_add, **kwargs)


def tell_others(request, record, *parts) -> None:
    """Say on the next page what others changed of a record while the page with these forms was open."""
    told = [words for part in parts for words in part.told()]
    if told and record and record.pk:
        words = {"who": last_actor(record) or _("Somebody else"), "what": _("; ").join(told)}
        messages.info(request, _("%(who)s changed this while the page was open, and it stays: %(what)s") % words)


def changes_of_rows(formset, owner) -> PartChanges:
    """What changes among the rows of a checked inline formset; new ones hang on ``owner``."""
    formset.instance = owner
    return PartChanges(saved=tuple(formset.save(commit=False)), deleted=tuple(formset.deleted_objects))


def facts_of_rows(formset) -> list[dict]:
    """The facts of the new rows of a checked inline formset, as a door takes them."""
    left_out = {formset.fk.name, formset.model._meta.pk.name, "DELETE"}
    return [
        {name: value for name, value in form.cleaned_data.items() if name not in left_out}
        for form in formset.extra_forms
        if form.has_changed() and not form.cleaned_data.get("DELETE")
    ]
