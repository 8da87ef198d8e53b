"""Writing a letter: what it is asked to say, proposed from the record, and asked anew."""

from base64 import b64encode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.generic import FormView

from correspondence.actions.drafting import draft_letter
from correspondence.actions.redrafting import redraft_letter
from correspondence.actions.wanted import letters_for
from correspondence.errors import LetterRefused
from correspondence.forms.writing import ReuseForm, WriteManyForm
from correspondence.models import Letter
from correspondence.paper.letter import DRAFT, print_letters
from correspondence.paper.page_images import page_image
from correspondence.recipients import partner_of, query_of, read_recipient, write_url
from correspondence.texts.composing import compose_pair
from correspondence.texts.kept_forms import outdated_for
from correspondence.texts.proposing import MOST_NAMED, PROPOSED, propose_brief
from correspondence.texts.rest_on import brief_of, hand_written
from correspondence.texts.reused import reuse
from correspondence.texts.something import propose_kind
from correspondence.views.briefing import Briefing, kind_asked
from correspondence.views.several import draft_and_review
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.languages import CHINESE
from crm.models import Gift, Occasion, Person
from crm.phrases import link_addresses, names_of
from crm.views.base import WritersOnly

MORE_WAIT = gettext_noop(
    "The letter names the %(number)s gifts that have waited longest for thanks. Others of theirs wait too: choose them "
    "below, or thank for them in letters of their own."
)


class LetterWrite(WritersOnly, Briefing, FormView):
    """Proposes a letter to a partner (?city=, ?organization= or ?person=) and drafts it.

    ?kind=, ?occasion=, ?gift=, ?letter= (the one it answers) and ?from= (the one it is written from) are proposed
    instead of what the record would.

    A kind or recipient chosen in the form asks the page again (?recipient=), and what the record proposes follows.
    """

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.partner, self.refusal, self.brief = partner_of(request.GET), "", None
        earlier = Letter.objects.written_here().filter(pk__in=read_keys(request.GET.getlist("from")))
        self.earlier = earlier.first()

    def get(self, request, *args, **kwargs):
        if self.partner is None:
            messages.info(request, _("Choose a city first, then “Write a letter”."))
            return redirect("city-list")
        return super().get(request, *args, **kwargs)

    @cached_property
    def kind(self) -> str:
        """The code of the kind asked for, else what the record gives reason for."""
        asked = self.request.POST or self.request.GET
        if "kind" in asked or self.partner is None:
            return kind_asked(asked)
        return propose_kind(on=timezone.localdate(), **self.scope)

    def proposal(self):
        """The LetterBrief proposed from the record, or None with ``refusal`` saying why."""
        query = self.request.GET
        gifts = Gift.objects.filter(pk__in=read_keys(query.getlist("gift")))
        occasion = Occasion.objects.filter(slug=query.get("occasion", "")).first()
        letters = Letter.objects.incoming().filter(pk__in=read_keys(query.getlist("letter")))
        chosen = query.get("recipient", "")
        whom = read_recipient(chosen) if chosen in self.recipients.labels([chosen]) else self.scope
        try:
            brief = propose_brief(
                kind=self.kind,
                on=timezone.localdate(),
                received=[gift for gift in gifts if gift.direction == "received"] or None,
                given=[gift for gift in gifts if gift.direction == "given"] or None,
                occasion=occasion or PROPOSED,
                replies_to=letters.first() or PROPOSED,
                **whom,
            )
        except LetterRefused as refusal:
            self.refusal = str(refusal)
            return None
        if brief.more_wait:
            messages.info(self.request, _(MORE_WAIT) % {"number": MOST_NAMED})
        return brief

    def get_initial(self):
        brief = self.brief = self.proposal() if self.request.method == "GET" else None
        return self.initial_of(brief) if brief else {"day": timezone.localdate(), "kind": self.kind}

    def draft(self, form, brief):
        try:
            letter = draft_letter(
                by=self.request.user,
                brief=brief,
                copies=form.cleaned_data.get("copies", ()),  # not asked where nobody could get one
                reused=reuse(self.earlier) if self.earlier else None,
            )
        except WrongState as refusal:
            form.add_error(None, link_addresses(refusal))
            return self.form_invalid(form)
        return redirect("letter-edit", letter.pk)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(title=_("Write a letter"), earlier=self.earlier, **kwargs)
        outdated = outdated_for(self.brief, timezone.localdate()) if self.brief else []
        return {**context, "refusal": self.refusal, "outdated": outdated}  # the form has asked the record by now


class LetterPreview(LetterWrite):
    """The first page of the letter that the form asks for, as it stands; nothing is kept."""

    http_method_names = ["post"]

    def form_valid(self, form):
        brief = self.brief_asked(form)
        pdf = print_letters(compose_pair(brief), brief.identity, DRAFT)
        return self.show(image=b64encode(page_image(pdf, 1)).decode())

    def form_invalid(self, form):
        return self.show()

    def post(self, request, *args, **kwargs):
        if self.partner is None:
            return self.show()
        try:
            return super().post(request, *args, **kwargs)
        except LetterRefused as refusal:
            return self.show(refusal=refusal)

    def show(self, **said):
        """The fragment beside the form."""
        return render(self.request, "correspondence/_first_page.html", {"now": timezone.localtime(), **said})


class LetterRedraft(WritersOnly, Briefing, FormView):
    """Asks a draft to say something else: recipient, kind, day, language, gifts; untouched paragraphs follow."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.letter = get_object_or_404(Letter.objects.outgoing(), pk=kwargs["pk"])
        self.partner = self.letter.city or self.letter.organization or self.letter.person
        self.brief = brief_of(self.letter) if self.letter.is_editable else None

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs) if self.letter.is_editable else redirect(self.letter)

    @cached_property
    def kind(self) -> str:
        """The code of the kind asked for, else the letter's own."""
        asked = self.request.POST or self.request.GET
        return kind_asked(asked) if "kind" in asked else self.letter.kind_id

    def get_initial(self):
        copies = [row.organization_id for row in self.letter.copies.all()]
        texts = {text.language: hand_written(text) for text in self.letter.texts.all()}
        words = {"facts_chinese": texts.get(CHINESE, ""), "facts_foreign": texts.get(self.letter.language, "")}
        return {**self.initial_of(self.brief), "copies": copies, **words, "kind": self.kind}

    def draft(self, form, brief):
        try:
            redraft_letter(by=self.request.user, letter=self.letter, brief=brief)
        except WrongState as refusal:
            form.add_error(None, link_addresses(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The letter follows what it is asked to say; what you wrote by hand stays."))
        return redirect("letter-edit", self.letter.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=_("What the letter is asked to say"), letter=self.letter, **kwargs)

    def drafts_there_are(self):
        return super().drafts_there_are().none()


class LetterReuse(WritersOnly, FormView):
    """套用旧函: asks to whom a letter is written from an earlier one."""

    form_class = ReuseForm
    template_name = "generic/form.html"

    @cached_property
    def letter(self) -> Letter:
        """The earlier letter."""
        return get_object_or_404(Letter.objects.written_here(), pk=self.kwargs["pk"])

    def get_initial(self):
        if self.letter.city:
            return {"city": self.letter.city, "kind": self.letter.kind_id}
        return {"organization": self.letter.organization, "person": self.letter.person, "kind": self.letter.kind_id}

    def form_valid(self, form):
        facts = {"kind": form.cleaned_data["kind"], "from": self.letter.pk}
        return redirect(write_url(query_of(form.partner), **facts))

    def get_context_data(self, **kwargs):
        lead = _("What was written by hand in “%(letter)s” goes into the new letter, in both languages.")
        words = {"title": _("Write from this letter"), "lead": lead % {"letter": self.letter}}
        return super().get_context_data(cancel_url=self.letter.get_absolute_url(), **words, **kwargs)


class LetterWriteMany(WritersOnly, FormView):
    """One letter each to several people (?person=1&person=2); those it cannot make are named with the reason."""

    form_class = WriteManyForm
    template_name = "generic/form.html"
    extra_context = {"cancel_url": reverse_lazy("person-list")}

    @cached_property
    def people(self) -> list[Person]:
        """Those who were ticked."""
        ticked = Person.objects.filter(pk__in=read_keys(self.request.GET.getlist("person")))
        people = Person.objects.filter(pk__in=[person.current.pk for person in ticked])
        return list(people.prefetch_related("names", "posts__organization__names", "posts__titles"))

    def get(self, request, *args, **kwargs):
        if not self.people:
            messages.info(request, _("Nobody was ticked. Tick people in the list first."))
            return redirect("person-list")
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        return {"day": timezone.localdate()}

    def form_valid(self, form):
        said = form.cleaned_data
        wanted = letters_for(self.people, said["kind"], said["occasion"])
        return draft_and_review(self.request, wanted, said["day"], self.request.get_full_path())

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=_("Write to several"), lead=names_of(self.people), **kwargs)
