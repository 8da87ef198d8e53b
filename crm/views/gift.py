"""Gifts in both directions: the list, the page of one, its form, its next step and its correction."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView

from crm.actions.errors import GiftFixed, WrongState
from crm.actions.gifts import advance_gift, build_gifts, change_gift, correct_gift, insert_gifts
from crm.choosing.kinds import offered
from crm.filters.gift import GiftFilter
from crm.forms.choices import read_keys
from crm.forms.gift import AdvanceForm, GiftDetailsForm, GiftForm, ReasonForm
from crm.forms.gift_parts import GiftConsignments, GiftDisposals, GiftLines, GiftPartners
from crm.history import changes_asked
from crm.models import Direction, Gift, GiftState, LedgerEntry, Occasion
from crm.phrases import title_of_gift
from crm.tables.gift import GiftTable
from crm.views.base import RecordForm, RecordList, WritersOnly
from crm.views.partner import keys_of, partner_asked_for


class GiftList(RecordList):
    """Gifts by country, direction, state, occasion, kind of item, year and partner."""

    table_class = GiftTable
    filterset_class = GiftFilter
    title = gettext_lazy("Gifts")
    add_url, add_label = "gift-add", gettext_lazy("Record a gift")
    empty_text = gettext_lazy("Nothing matches. Widen the filters, or record the gift.")

    def get_queryset(self):
        return Gift.objects.with_details().with_standing(timezone.localdate()).latest_first()

    def ready_questions(self):
        return self.of_this_year()


class GiftDetail(DetailView):
    """One gift: its facts, contents, letters, and what it answers or is answered by."""

    template_name = "crm/gift.html"

    def get_queryset(self):
        parts = ("consignments", "disposals__organization__names", "disposals__line__item__words")
        return Gift.objects.with_details().select_related("corrects", "corrected_by").prefetch_related(*parts)

    def get_context_data(self, **kwargs):
        gift, today = self.object, timezone.localdate()
        entries = list(gift.entries.courtesies().with_details().with_links().with_closers())
        own = gift.entries.all()
        given = own.in_force(today).given().first()
        unthanked, unanswered = own.unthanked(today).first(), own.unanswered(today).first()
        return super().get_context_data(
            title=title_of_gift(gift),
            entries=entries,
            links=[link for entry in entries for link in entry.links_in_force()],
            unthanked=bool(unthanked) and gift.state == GiftState.RECEIVED,
            unanswered=bool(unanswered),
            owing=unthanked or unanswered,
            answering=given if given and LedgerEntry.objects.to_answer(today, given.partners.all()).exists() else None,
            changes=changes_asked(self.request, gift),
            **kwargs,
        )


class GiftEdit(RecordForm):
    """Adds or changes a gift. One that has left its giver is not changed here: the page says how it is corrected."""

    model = Gift
    form_class = GiftForm
    inline_classes = (GiftPartners, GiftLines, GiftConsignments, GiftDisposals)
    doors = (build_gifts, insert_gifts)
    title_add, title_edit = gettext_lazy("Record a gift"), gettext_lazy("Change the gift")

    def guard(self):
        return self.refuse_fixed() if self.object and self.object.has_left else None

    def refuse_fixed(self):
        """The page that explains why a gift that has left its giver is not changed."""
        status = 200 if self.request.method == "GET" else 409
        context = {"gift": self.object, "title": title_of_gift(self.object)}
        return render(self.request, "crm/gift_fixed.html", context, status=status)

    def refuse(self, refusal, form, inlines):
        if not isinstance(refusal, GiftFixed):
            return super().refuse(refusal, form, inlines)
        self.object = self.get_object()  # as somebody left it who moved it on while this page was open
        return self.refuse_fixed()

    def change(self, form, parts):
        answers = form.cleaned_data.get("answers", ())
        return change_gift(by=self.request.user, gift=form.instance, parts=parts, answers=answers)

    def get_initial(self):
        if self.object:
            return corrected_initial(self.object)
        direction, slug = self.request.GET.get("direction"), self.request.GET.get("occasion", "")
        occasion = Occasion.objects.filter(slug=slug).first()
        initial = {"direction": direction if direction in Direction.values else "", "occasion": occasion}
        return initial | ({"state": GiftState.PLANNED} if direction == Direction.GIVEN else {})

    def get_form_kwargs(self):
        received = (self.request.GET.get("direction") or getattr(self.object, "direction", "")) == Direction.RECEIVED
        whose = {"gift": self.object} if self.object else partner_asked_for(self.request)
        today = timezone.localdate()
        unanswered = None if received else offered("help", today, **keys_of(whose))
        return {**super().get_form_kwargs(), "unanswered": unanswered, "today": today}

    def get_inlines(self):
        inlines = super().get_inlines()
        whose = partner_asked_for(self.request)
        if self.request.method == "GET" and whose and not self.object:
            initial = [{kind: record.pk for kind, record in whose.items()}]
            inlines[0] = GiftPartners(instance=None, prefix=GiftPartners.get_default_prefix(), initial=initial)
        return inlines


def corrected_initial(gift: Gift) -> dict:
    """A correction opens with the state, arrival and answers of the gift it corrects."""
    original = gift.corrects
    if original is None:
        return {}
    arrived = original.received_on or gift.direction == Direction.RECEIVED  # of old, the state was not kept
    state = original.state_before_correction or (GiftState.RECEIVED if arrived else GiftState.SENT)
    answered = LedgerEntry.objects.filter(linked_by__source__gift=original, linked_by__kind="answers")
    return {"state": state, "received_on": original.received_on, "answers": [entry.pk for entry in answered]}


class GiftDetails(RecordForm):
    """Changes note, consignments and disposals of a gift, also once it has left: they are no facts of the ledger."""

    model = Gift
    form_class = GiftDetailsForm
    inline_classes = (GiftConsignments, GiftDisposals)
    title_edit = gettext_lazy("Carrier, use and note")


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
        asked = self.request.GET
        answers = read_keys(asked.getlist("answers"))
        return {"state": asked.get("state", ""), "day": timezone.localdate().isoformat(), "answers": answers}

    def get_form_kwargs(self):
        today, asks = timezone.localdate(), self.gift.direction == Direction.GIVEN and not self.gift.has_left
        unanswered = offered("help", today, gift=[self.gift.pk]) if asks else None
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
