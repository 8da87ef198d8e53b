"""The ledger: its list with the balance per partner, a courtesy's page, adding one and reversing one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView, TemplateView

from crm.actions.errors import WrongState
from crm.actions.ledger import answer_help, record_courtesy, reverse_entry
from crm.choosing.kinds import offered
from crm.exchange.workbook import Sheet
from crm.filters.ledger import LedgerFilter
from crm.forms.gift import ReasonForm
from crm.forms.ledger import AnswersForm, CourtesyForm
from crm.forms.partner import CourtesyPartners
from crm.models import Duty, LedgerEntry, Occasion
from crm.paging import PER_PART
from crm.tables.ledger import LedgerTable
from crm.views.balances import balance_rows, tell_alike, tell_balances
from crm.views.base import RecordList, WritersOnly
from crm.views.partner import keys_of, partner_asked_for


class Ledger(RecordList):
    """Courtesies, and above them what passed with each partner under the same country, occasion, year and name."""

    template_name = "crm/ledger.html"
    results_template_name = "crm/_ledger_results.html"
    table_class = LedgerTable
    filterset_class = LedgerFilter
    title = gettext_lazy("Ledger")
    paginate_by = PER_PART
    add_url, add_label = "courtesy-add", gettext_lazy("Record a courtesy")
    empty_text = gettext_lazy("Nothing matches. Widen the filters, record a courtesy, or record a gift.")
    internal_questions = ("owed", "unthanked")

    def get_template_names(self):
        whole = super().get_template_names() == [self.template_name]
        return [self.template_name if whole else self.results_template_name]

    def get_queryset(self):
        return LedgerEntry.objects.courtesies().with_details().with_status(timezone.localdate())

    def get_table_kwargs(self):
        return {**super().get_table_kwargs(), "exclude": () if self.request.user.may_write else ("tick",)}

    def ready_questions(self):
        owed = [(_("Not thanked"), {"unthanked": "on"}), (_("Not answered"), {"owed": "on"})]
        return [*owed, *self.of_this_year()]

    def internal_sheets(self, mark):
        if not mark:
            return []
        head, *rows = balance_rows(self.filterset, timezone.localdate())
        return [Sheet(_("Partners"), head, rows)]

    def get_context_data(self, **kwargs):
        told = tell_balances(self.filterset, self.request.GET, timezone.localdate())
        return super().get_context_data(**told, **kwargs)


class LedgerAlike(TemplateView):
    """What may be added up of the courtesies that the ledger's filter asks for; its page asks for it once it stands."""

    def get_template_names(self):
        return ["crm/_alike.html" if self.request.htmx else "crm/ledger_alike.html"]

    def get_context_data(self, **kwargs):
        asked = LedgerFilter(self.request.GET, queryset=LedgerEntry.objects.none(), request=self.request)
        told = tell_alike(asked, timezone.localdate())
        return super().get_context_data(title=_("Added up, for it is alike"), **told, **kwargs)


class LedgerEntryDetail(DetailView):
    """One courtesy: its facts, what it refers to and what refers to it, and its reversal."""

    template_name = "crm/ledger_entry.html"
    context_object_name = "entry"

    def get_queryset(self):
        return LedgerEntry.objects.with_details().with_links().with_closers().select_related("recorded_by", "reverses")

    def get_context_data(self, **kwargs):
        entry, today = self.object, timezone.localdate()
        ours = LedgerEntry.objects.filter(pk=entry.pk).in_force(today).help().given().exists()
        return super().get_context_data(
            title=str(entry),
            links=entry.links_in_force(),
            owing=[duty for duty in Duty if LedgerEntry.objects.filter(pk=entry.pk).owing(duty, today).exists()],
            answering=entry if ours and LedgerEntry.objects.to_answer(today, entry.partners.all()).exists() else None,
            **kwargs,
        )


class CourtesyAdd(WritersOnly, FormView):
    """Records a service, experience shared or a visit; gifts and letters enter the ledger by themselves."""

    template_name = "crm/courtesy_add.html"
    form_class = CourtesyForm

    def get_initial(self):
        slug = self.request.GET.get("occasion", "")
        return {
            "direction": self.request.GET.get("direction", ""),
            "kind": self.request.GET.get("kind", ""),
            "occasion": Occasion.objects.filter(slug=slug).first(),
        }

    def get_form_kwargs(self):
        unanswered = offered("help", timezone.localdate(), **keys_of(partner_asked_for(self.request)))
        return {**super().get_form_kwargs(), "unanswered": unanswered, "today": timezone.localdate()}

    def get_partners(self):
        """The lines of partners, bound or opened with the one the URL names."""
        if self.request.method == "POST":
            return CourtesyPartners(self.request.POST, prefix="partners")
        whose = partner_asked_for(self.request)
        initial = [{kind: record.pk for kind, record in whose.items()}] if whose else None
        return CourtesyPartners(prefix="partners", initial=initial)

    def post(self, request, *args, **kwargs):
        form, partners = self.get_form(), self.get_partners()
        if all([form.is_valid(), partners.is_valid()]):
            try:
                entry = record_courtesy(by=request.user, partners=partners.partners, **form.cleaned_data)
                messages.success(request, _("Saved: %(record)s") % {"record": entry})
                return redirect(entry.own_url)
            except WrongState as wrong:
                messages.error(request, str(wrong))
        else:
            messages.error(request, _("Not saved yet: see the notes beside the fields."))
        return self.render_to_response(self.get_context_data(form=form, inlines=[partners]))

    def get_context_data(self, **kwargs):
        kwargs.setdefault("inlines", [self.get_partners()])
        return super().get_context_data(title=_("Record a courtesy"), **kwargs)


class LedgerEntryAnswers(WritersOnly, FormView):
    """Says later what help of theirs a courtesy of ours answers."""

    template_name = "generic/confirm.html"
    form_class = AnswersForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        given = LedgerEntry.objects.with_details().in_force(timezone.localdate()).help().given()
        self.entry = get_object_or_404(given, pk=kwargs["pk"])

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "unanswered": offered("help", timezone.localdate(), entry=[self.entry.pk])}

    def form_valid(self, form):
        try:
            answer_help(by=self.request.user, entry=self.entry, answers=form.cleaned_data["answers"])
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved: %(record)s") % {"record": self.entry})
        return redirect(self.entry)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("It answers this help"),
            question=str(self.entry),
            action=_("Save"),
            cancel_url=self.entry.get_absolute_url(),
            **kwargs,
        )


class LedgerEntryReverse(WritersOnly, FormView):
    """Takes a courtesy back by a second row that says why."""

    template_name = "generic/confirm.html"
    form_class = ReasonForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.entry = get_object_or_404(LedgerEntry.objects.with_details(), pk=kwargs["pk"])

    def form_valid(self, form):
        try:
            reverse_entry(by=self.request.user, entry=self.entry, reason=form.cleaned_data["reason"])
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)
        messages.success(self.request, _("Reversed. The courtesy stays in the ledger, struck through."))
        return redirect(self.entry.own_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Reverse the courtesy"),
            question=_("“%(entry)s” will no longer count. It stays in the ledger, struck through, with your reason.")
            % {"entry": self.entry},
            action=_("Reverse"),
            cancel_url=self.entry.own_url,
            **kwargs,
        )
