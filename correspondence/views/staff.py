"""Handing over what one of ours holds: the form with what will move, the record of it, and the list to sign."""

from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, View
from django.views.generic.detail import SingleObjectMixin

from correspondence.actions.staff import HOLDINGS, hand_over
from correspondence.errors import PageRefused
from correspondence.forms.staff import HandOverForm
from correspondence.paper.hand_over import print_list
from correspondence.paper.letter import file_name
from correspondence.views.base import send_file
from crm.actions.errors import WrongState
from crm.history import changes_of
from crm.models import HandOver, Office, User
from crm.views.base import WritersOnly


class HandOverAdd(UserPassesTestMixin, FormView):
    """What an account holds, and to whom it goes; for heads, and for whose account it is."""

    template_name = "correspondence/hand_over_add.html"
    form_class = HandOverForm
    raise_exception = True

    def test_func(self):
        user = self.request.user
        return user.may_approve or (user.may_write and user.pk == self.kwargs["pk"])

    @cached_property
    def giver(self) -> User:
        """Who hands over."""
        return get_object_or_404(User, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        kwargs = {**super().get_form_kwargs(), "giver": self.giver, "today": timezone.localdate()}
        return {**kwargs, "initial": {"day": timezone.localdate()}}

    def form_valid(self, form):
        said = form.cleaned_data
        said["on"] = said.pop("day")
        try:
            done = hand_over(by=self.request.user, giver=self.giver, **said)
        except WrongState as wrong:
            messages.error(self.request, str(wrong))
            return self.form_invalid(form)
        messages.success(self.request, _("Handed over. Print the list and have it signed."))
        return redirect(done.hand_over)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Hand over"),
            giver=self.giver,
            cancel_url=reverse("user-edit", args=[self.giver.pk])
            if self.request.user.may_approve
            else reverse("office"),
            held=held_by(self.giver),
            earlier=HandOver.objects.of(self.giver).select_related("giver", "taker"),
            **kwargs,
        )


class HandOverDetail(WritersOnly, DetailView):
    """What was handed over, with the records as they are called today."""

    template_name = "correspondence/hand_over.html"
    queryset = HandOver.objects.select_related("giver", "taker", "recorded_by")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Hand-over"), parts=parts_of(self.object), changes=changes_of(self.object), **kwargs
        )


def held_by(user: User) -> list[dict]:
    """What an account holds, for the page: a part a relation, each line with its record."""
    today = timezone.localdate()
    told = (
        (holding, [(record, *holding.describe(record, today)) for record in holding.of(user)]) for holding in HOLDINGS
    )
    return [{"title": holding.title, "lines": lines} for holding, lines in told if lines]


def parts_of(done: HandOver) -> list[dict]:
    """What was handed over, for the page: the lines as printed, each with its record."""
    items, parts = list(done.items.all()), []
    for holding in HOLDINGS:
        mine = [item for item in items if item.relation == holding.relation]
        records = holding.records.in_bulk([item.key for item in mine]) if mine else {}
        parts.append({"title": holding.title, "lines": [(records.get(i.key), i.text, i.detail) for i in mine]})
    return [part for part in parts if part["lines"]]


class HandOverPdf(WritersOnly, SingleObjectMixin, View):
    """The list 移交清单 as PDF; ?download to save it."""

    queryset = HandOverDetail.queryset

    def get(self, request, *args, **kwargs):
        done = self.get_object()
        try:
            pdf = print_list(done, Office.get())
        except PageRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(done)
        name = file_name(str(done.giver), done.day, "移交清单", "pdf")
        return send_file(pdf, "application/pdf", name, "download" in request.GET)
