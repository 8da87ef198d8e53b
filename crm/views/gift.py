"""Gifts in both directions: the list, the page of one, its form, its next step and its correction."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView

from crm.actions.errors import WrongState
from crm.actions.gifts import advance_gift, correct_gift, enter_gift
from crm.actions.gifts_parts import keep_details
from crm.actions.ledger import check_answers
from crm.filters.gift import GiftFilter
from crm.forms.gift import AdvanceForm, GiftDetailsForm, GiftForm, GiftLines, GiftPartners, ReasonForm
from crm.history import changes_of
from crm.models import City, Direction, Gift, GiftState, LedgerEntry, Occasion, Organization, Person
from crm.tables.gift import GiftTable
from crm.views.base import RecordForm, RecordList, WritersOnly, read_keys


class GiftList(RecordList):
    """Gifts by country, direction, state, occasion, kind of item, year and partner."""

    table_class = GiftTable
    filterset_class = GiftFilter
    title = gettext_lazy("Gifts")
    add_url, add_label = "gift-add", gettext_lazy("Record a gift")
    empty_text = gettext_lazy("Nothing matches. Widen the filters, or record the gift.")

    def get_queryset(self):
        return Gift.objects.with_details().with_owed(timezone.localdate()).latest_first()


class GiftDetail(DetailView):
    """One gift: its facts, contents, letters, and what it answers or is answered by."""

    template_name = "crm/gift.html"

    def get_queryset(self):
        parts = ("consignments", "disposals__organization__names", "disposals__line__item__words")
        return Gift.objects.with_details().select_related("corrects", "corrected_by").prefetch_related(*parts)

    def get_context_data(self, **kwargs):
        gift, today = self.object, timezone.localdate()
        entries = list(gift.entries.courtesies().with_details().with_links())
        own = gift.entries.all()
        given = own.in_force(today).given().first()
        return super().get_context_data(
            title=str(gift),
            entries=entries,
            links=[link for entry in entries for link in entry.links_in_force()],
            unthanked=own.unthanked(today).exists() and gift.state == GiftState.RECEIVED,
            unanswered=own.unanswered(today).exists(),
            answering=given if given and help_to_answer(given.partners.all()).exists() else None,
            changes=changes_of(gift),
            **kwargs,
        )


def partner_asked_for(request) -> dict:
    """The partner that ?city=, ?organization= or ?person= names, as {kind: record}; {} where none or no such one."""
    for kind, model, key in (("city", City, "slug"), ("organization", Organization, "slug"), ("person", Person, "pk")):
        if asked := request.GET.getlist(kind):
            record = model.objects.filter(**{f"{key}__in": asked if key == "slug" else read_keys(asked)}).first()
            return {kind: record} if record else {}
    return {}


def help_to_answer(partners=(), **whose):
    """Help received and not answered by today, oldest first; that of a gift's partners, of one, or everybody's."""
    entries = LedgerEntry.objects.of(**whose) if whose else LedgerEntry.objects.all()
    entries = entries.of_partners(partners) if partners else entries
    return entries.unanswered(timezone.localdate()).with_details().order_by("day", "pk")


class GiftEdit(RecordForm):
    """Adds or changes a gift. One that has left its giver is not changed here: the page says how it is corrected."""

    model = Gift
    form_class = GiftForm
    inline_classes = (GiftPartners, GiftLines)
    title_add, title_edit = gettext_lazy("Record a gift"), gettext_lazy("Change the gift")

    def get(self, request, *args, **kwargs):
        return self.refuse_fixed() or super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.refuse_fixed() or super().post(request, *args, **kwargs)

    def refuse_fixed(self):
        """The page that explains, where the gift has left its giver; else None."""
        gift = self.get_object_or_none()
        if gift is None or not gift.has_left:
            return None
        status = 200 if self.request.method == "GET" else 409
        return render(self.request, "crm/gift_fixed.html", {"gift": gift, "title": str(gift)}, status=status)

    def get_initial(self):
        if self.object:
            return self.corrected_initial()
        direction, slug = self.request.GET.get("direction"), self.request.GET.get("occasion", "")
        occasion = Occasion.objects.filter(slug=slug).first()
        initial = {"direction": direction if direction in Direction.values else "", "occasion": occasion}
        return initial | ({"state": GiftState.PLANNED} if direction == Direction.GIVEN else {})

    def corrected_initial(self):
        """A correction opens with the state, arrival and answers of the gift it corrects."""
        original = self.object.corrects
        if original is None:
            return {}
        received = original.received_on or self.object.direction == Direction.RECEIVED
        answered = LedgerEntry.objects.filter(linked_by__source__gift=original, linked_by__kind="answers")
        return {
            "state": GiftState.RECEIVED if received else GiftState.SENT,
            "received_on": original.received_on,
            "answers": [entry.pk for entry in answered],
        }

    def get_form_kwargs(self):
        received = (self.request.GET.get("direction") or getattr(self.object, "direction", "")) == Direction.RECEIVED
        whose = {} if self.object else partner_asked_for(self.request)
        partners = self.object.partners.all() if self.object else ()
        unanswered = None if received else help_to_answer(partners, **whose)
        return {**super().get_form_kwargs(), "unanswered": unanswered, "today": timezone.localdate()}

    def get_inlines(self):
        inlines = super().get_inlines()
        whose = partner_asked_for(self.request)
        if self.request.method == "GET" and whose and not self.object:
            initial = [{kind: record.pk for kind, record in whose.items()}]
            inlines[0] = GiftPartners(instance=None, prefix=GiftPartners.get_default_prefix(), initial=initial)
        return inlines

    @transaction.atomic
    def save(self, form, inlines):
        if self.object and Gift.objects.select_for_update().get(pk=self.object.pk).has_left:
            return self.refuse_fixed()  # somebody moved it on while this page was open
        self.answers, self.details = form.cleaned_data.get("answers", ()), form.details
        try:
            return super().save(form, inlines)
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            self.object = self.get_object_or_none()
            return self.render_to_response(self.get_context_data(form=form, inlines=inlines))

    def after_save(self):
        keep_details(by=self.request.user, gift=self.object, **self.details)
        check_answers(self.object.partners.all(), self.answers)
        enter_gift(by=self.request.user, gift=self.object, answers=self.answers)
        self.object = Gift.objects.get(pk=self.object.pk)


class GiftDetails(RecordForm):
    """Changes carrier, use and note of a gift, also once it has left: they are no facts of the ledger."""

    model = Gift
    form_class = GiftDetailsForm
    title_edit = gettext_lazy("Carrier, use and note")

    @transaction.atomic
    def save(self, form, inlines):
        keep_details(by=self.request.user, gift=self.object, **form.details)
        return super().save(form, inlines)


class GiftStep(WritersOnly, FormView):
    """A question about one gift; ``act`` does what is asked and says what was done, or raises WrongState."""

    template_name = "generic/confirm.html"
    title = question = action = ""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.gift = get_object_or_404(Gift.objects.with_details(), pk=kwargs["pk"])

    def act(self, data):
        """Does it and returns where to go."""
        raise NotImplementedError

    def form_valid(self, form):
        try:
            return self.act(form.cleaned_data)
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            question=self.question % {"gift": self.gift},
            action=self.action,
            cancel_url=self.gift.get_absolute_url(),
            **kwargs,
        )


class GiftAdvance(GiftStep):
    """Moves a gift on: announced, under way, received."""

    form_class = AdvanceForm
    title = action = gettext_lazy("Move the gift on")
    question = gettext_lazy("What has happened to “%(gift)s”? Once it has left its giver it counts in the ledger.")

    def get_initial(self):
        return {"state": self.request.GET.get("state", ""), "day": timezone.localdate().isoformat()}

    def get_form_kwargs(self):
        asks = self.gift.direction == Direction.GIVEN and not self.gift.has_left
        unanswered = help_to_answer(self.gift.partners.all()) if asks else None
        today = timezone.localdate()
        return {**super().get_form_kwargs(), "gift": self.gift, "unanswered": unanswered, "today": today}

    def act(self, data):
        gift = advance_gift(
            by=self.request.user,
            gift=self.gift,
            state=GiftState(data["state"]),
            day=data["day"],
            answers=data.get("answers", ()),
        )
        messages.success(self.request, _("The gift is now: %(state)s.") % {"state": gift.get_state_display()})
        return redirect(gift)


class GiftCorrect(GiftStep):
    """Takes a gift's courtesy back, with the reason, and opens a copy of the gift to be put right."""

    form_class = ReasonForm
    title = gettext_lazy("Correct the gift")
    action = gettext_lazy("Reverse and correct")
    question = gettext_lazy(
        "“%(gift)s” stands in the ledger, which is never rewritten. It will be reversed with your reason, and a copy "
        "opens for you to put right."
    )

    def act(self, data):
        copy = correct_gift(by=self.request.user, gift=self.gift, reason=data["reason"])
        messages.success(self.request, _("The old entry is reversed. Put this copy right and save it."))
        return redirect(reverse("gift-edit", args=[copy.pk]))
