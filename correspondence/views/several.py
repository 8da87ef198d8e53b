"""Writing to several: condolences from an occasion, thanks from the ledger, and the list of what was drafted."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from correspondence.actions.several import MOST_DRAFTED, Wanted, draft_several
from correspondence.actions.wanted import condolences_for, drafted_before, thanks_for
from correspondence.models import Letter
from correspondence.review import begin_review, review_in
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.models import City, LedgerEntry, Occasion
from crm.views.base import WritersOnly


def draft_and_review(request, wanted, on, whence):
    """Draft one letter each and go on to their list; back to ``whence`` where they are too many."""
    try:
        made, left = draft_several(by=request.user, wanted=wanted, on=on)
    except WrongState as refusal:
        messages.error(request, str(refusal))
        return redirect(whence)
    begin_review(request.session, made, left)
    return redirect("letter-review")


class OccasionCondole(WritersOnly, View):
    """Drafts condolences to the cities ticked on an occasion's page (city=, and again= where one is on record)."""

    http_method_names = ["post"]

    def post(self, request, slug):
        occasion = get_object_or_404(Occasion.objects.active(), slug=slug)
        again = read_keys(request.POST.getlist("again"))
        keys = [*read_keys(request.POST.getlist("city")), *again]
        cities = City.objects.active().concerned_by(occasion).filter(pk__in=keys).order_by("country", "slug")
        page = f"{occasion.get_absolute_url()}#partners"
        if not cities:
            messages.info(request, _("No partner was ticked. Tick those to whom a letter is to go."))
            return redirect(page)
        return draft_and_review(request, condolences_for(occasion, cities, again), timezone.localdate(), page)


class ThanksWrite(WritersOnly, TemplateView):
    """Says which letters thank for the help that was ticked in the ledger (?entry=1&entry=2), and drafts them."""

    template_name = "correspondence/thanks_write.html"

    @cached_property
    def ticked(self) -> list[LedgerEntry]:
        """The help received that was ticked, oldest first."""
        ticked = LedgerEntry.objects.filter(pk__in=read_keys(self.request.GET.getlist("entry")))
        found = ticked.in_force(timezone.localdate()).help().received().with_details().with_status(timezone.localdate())
        return list(found.order_by("day", "pk"))

    def wanted(self) -> list[Wanted]:
        """A letter to each partner of the help that is still to be thanked for."""
        return thanks_for(entry for entry in self.ticked if entry.owes_thanks)

    def told(self, one: Wanted) -> tuple:
        """To whom a letter goes, and the help that it thanks for."""
        named = {*one.facts["received"], *one.facts["courtesies"]}
        return one.partner, [entry for entry in self.ticked if named & {entry, entry.gift}]

    def get(self, request, *args, **kwargs):
        if not self.ticked:
            messages.info(request, _("No help received was ticked. Tick it in the ledger first."))
            return redirect("ledger")
        return super().get(request, *args, **kwargs)

    def post(self, request):
        wanted = self.wanted()
        wanted = [one for one, letter in zip(wanted, drafted_before(wanted), strict=True) if letter is None]
        return draft_and_review(request, wanted, timezone.localdate(), request.get_full_path())

    def get_context_data(self, **kwargs):
        wanted = self.wanted()
        drafted = drafted_before(wanted)
        return super().get_context_data(
            title=_("Thank for several"),
            letters=[(*self.told(one), letter) for one, letter in zip(wanted, drafted, strict=True)],
            thanked=[entry for entry in self.ticked if not entry.owes_thanks],
            number=drafted.count(None),
            most=MOST_DRAFTED,
            cancel_url=reverse("ledger"),
            **kwargs,
        )


class LetterReview(WritersOnly, TemplateView):
    """The letters drafted together last, to be read one after another, and those that could not be made."""

    template_name = "correspondence/letter_review.html"

    def get(self, request, *args, **kwargs):
        self.review = review_in(request.session)
        if not (self.review.letters or self.review.left):
            messages.info(request, _("Nothing was drafted together yet."))
            return redirect("desk")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        read = Letter.objects.for_list().in_bulk(self.review.letters)
        letters = [read[key] for key in self.review.letters if key in read]
        drafts = [letter for letter in letters if letter.state == "draft"]
        return super().get_context_data(
            title=_("Letters drafted together"),
            letters=letters,
            first=next(iter(drafts), None),
            waiting=len(drafts),
            left=self.review.left,
            **kwargs,
        )
