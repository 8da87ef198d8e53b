"""What a question that names a record offers, while somebody types into it."""

from django.http import Http404, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from crm.choosing.kinds import offered_at
from crm.picking import MOST, Offered

LONGEST = 200


class ChoiceList(View):
    """The choices of a kind (see crm/choosing/kinds.py) that ?q= finds; without it those of ?recent= and others."""

    offered_at = staticmethod(offered_at)

    def get(self, request, kind):
        asked = {name: request.GET.getlist(name) for name in request.GET if name not in ("q", "recent")}
        offered = self.offered_at(kind, asked, timezone.localdate())
        if offered is None:
            raise Http404
        text = request.GET.get("q", "").strip()[:LONGEST]
        recent = [] if text else offered.recent(request.GET.getlist("recent")[:MOST])
        return JsonResponse(answer(offered, text, recent))


def answer(offered: Offered, text: str, recent: list) -> dict:
    """What the page's script shows: options, each with its value and line, and a note below them."""
    found = offered.find(text)
    options = list(dict.fromkeys([*recent, *found.options]))
    note = ""
    if found.more:
        note = _("There are more: type more of the name.") if text else _("There are more: type a part of the name.")
    elif not options:
        note = _("Nothing is found.")
    return {"options": [{"value": option.value, "text": option.line} for option in options], "note": note}
