"""The questions that a list is often asked: ready ones, those that were kept, and keeping more."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View

from crm.actions.errors import NotAllowed
from crm.actions.questions import keep_questions, remove_questions
from crm.models import SavedQuestion

NOT_KEPT = ("page", "_export", "internal")  # of an address: its place, and what a file is asked for by


@dataclass(frozen=True)
class Question:
    """Questions that are offered above a list; ``kept`` is their row, None for ready ones."""

    name: str
    query: str
    is_asked: bool
    kept: SavedQuestion | None = None


def questions_of(request, ready) -> list[Question]:
    """The ready questions of a list, (name, {filter: answer}) each, and those kept for it that one may see."""
    asked = plain(request.GET)
    offered = [(str(name), urlencode(query), None) for name, query in ready]
    saved = SavedQuestion.objects.of(request.user).filter(page=request.resolver_match.url_name)
    offered += [(kept.name, kept.query, kept) for kept in saved]
    return [Question(name, query, plain(QueryDict(query)) == asked, kept) for name, query, kept in offered]


def plain(asked: QueryDict) -> dict:
    """What is asked, whatever its order: without empty answers and places."""
    answers = {name: sorted(filter(None, answers)) for name, answers in asked.lists() if name not in NOT_KEPT}
    return {name: given for name, given in answers.items() if given}


class SavedQuestionAdd(View):
    """Keeps what a list was asked, and shows the list as it was asked."""

    def post(self, request):
        page, asked = list_named(request.POST.get("page", "")), QueryDict(request.POST.get("query", ""), mutable=True)
        for name in NOT_KEPT:
            asked.pop(name, None)
        facts = {"name": request.POST.get("name", ""), "everybodys": "everybody" in request.POST}
        try:
            kept = keep_questions(by=request.user, page=page, query=asked.urlencode(), **facts)
            messages.success(request, _("Saved: %(record)s") % {"record": kept})
        except (ValidationError, NotAllowed) as refusal:
            messages.error(request, " ".join(getattr(refusal, "messages", [str(refusal)])))
        return redirect(f"{reverse(page)}?{asked.urlencode()}")


class SavedQuestionRemove(View):
    """Removes saved questions, and shows the list that they were for."""

    def post(self, request, pk):
        kept = get_object_or_404(SavedQuestion.objects.of(request.user), pk=pk)
        try:
            remove_questions(by=request.user, kept=kept)
            messages.success(request, _("Removed: %(record)s") % {"record": kept})
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        return redirect(kept.page)


def list_named(page: str) -> str:
    """The name of a list's address; raises BadRequest for all else."""
    try:
        view = resolve(reverse(page)).func
    except NoReverseMatch as error:
        raise BadRequest(page) from error
    if not hasattr(getattr(view, "view_class", None), "ready_questions"):
        raise BadRequest(page)
    return page
