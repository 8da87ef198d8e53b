"""Writing a letter: what it is asked to say, its words in two languages beside the printed page."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from correspondence.actions.outgoing import draft_letter
from correspondence.actions.words import edit_letter
from correspondence.errors import LetterRefused
from correspondence.forms.words import SlipForm, WordsForm
from correspondence.forms.writing import WriteForm, WriteManyForm
from correspondence.models import Letter, LetterKind
from correspondence.recipients import partner_of, read_recipient, recipient_key, recipients_of
from correspondence.texts.kept_forms import outdated_for, outdated_in
from correspondence.texts.proposing import PROPOSED, propose_brief
from correspondence.views.base import page_numbers, standing_of
from crm.actions.errors import WrongState
from crm.forms.choices import read_keys
from crm.models import Gift, LedgerEntry, Occasion, Person
from crm.models.ledger import WITHOUT_GIFT
from crm.phrases import link_addresses, names_of
from crm.views.base import WritersOnly, tell_others


class LetterWrite(WritersOnly, FormView):
    """Proposes a letter to a partner (?city=, ?organization= or ?person=) and drafts it.

    ?kind=, ?occasion=, ?gift= and ?letter= (the one it answers) are proposed instead of what the record would.

    A kind or recipient chosen in the form asks the page again (?recipient=), and what the record proposes follows.
    """

    form_class = WriteForm
    template_name = "correspondence/letter_write.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.partner, self.refusal, self.brief = partner_of(request.GET), "", None

    def get(self, request, *args, **kwargs):
        if self.partner is None:
            messages.info(request, _("Choose a city first, then “Write a letter”."))
            return redirect("city-list")
        return super().get(request, *args, **kwargs)

    @cached_property
    def kind(self) -> str:
        """The code of the kind asked for, else reciprocal support."""
        kind = (self.request.POST or self.request.GET).get("kind")
        return kind if kind in dict(LetterKind.objects.active().as_choices()) else LetterKind.RECIPROCAL_SUPPORT

    @cached_property
    def scope(self) -> dict:
        """The partner by kind: city, organization or person."""
        return {type(self.partner).__name__.lower(): self.partner}

    @cached_property
    def recipients(self) -> list[tuple[str, str]]:
        """Whom a letter to the partner may go to."""
        return recipients_of(self.partner, timezone.localdate())

    def proposal(self):
        """The LetterBrief proposed from the record, or None with ``refusal`` saying why."""
        query = self.request.GET
        gifts = Gift.objects.filter(pk__in=read_keys(query.getlist("gift")))
        occasion = Occasion.objects.filter(slug=query.get("occasion", "")).first()
        letters = Letter.objects.incoming().filter(pk__in=read_keys(query.getlist("letter")))
        chosen = query.get("recipient", "")
        whom = read_recipient(chosen) if chosen in dict(self.recipients) else self.scope
        try:
            return propose_brief(
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

    def get_initial(self):
        brief = self.brief = self.proposal() if self.request.method == "GET" else None
        if brief is None:
            return {"day": timezone.localdate(), "kind": self.kind}
        return {
            "identity": brief.identity,
            "recipient": recipient_key(brief.person, brief.post, brief.organization),
            "kind": brief.kind,
            "language": brief.language,
            "occasion": brief.occasion,
            "day": brief.on,
            "received": [gift.pk for gift in brief.received],
            "given": [gift.pk for gift in brief.given],
            "courtesies": [entry.pk for entry in brief.courtesies],
            "replies_to": brief.letter_received,
        }

    def get_form_kwargs(self):
        if self.partner is None:
            raise Http404
        today = timezone.localdate()
        told = LedgerEntry.objects.in_force(today).of(**self.scope).filter(kind__in=WITHOUT_GIFT)
        return {
            **super().get_form_kwargs(),
            "kind": self.kind,
            "recipients": self.recipients,
            "gifts": Gift.objects.current().of(**self.scope).latest_first(),
            "courtesies": told.with_details(),
            "letters": Letter.objects.for_list().incoming().to_or_from(**self.scope),
            "ask_again": self.request.get_full_path(),
        }

    def form_valid(self, form):
        data = form.cleaned_data
        try:
            brief = propose_brief(
                kind=data["kind"],
                on=data["day"],
                language=data["language"],
                identity=data["identity"],
                occasion=data["occasion"],
                received=list(data.get("received", ())),
                given=list(data.get("given", ())),
                courtesies=list(data.get("courtesies", ())),
                replies_to=data.get("replies_to"),
                needs=tuple(data.get("needs", ())),
                show_quantities=data.get("show_quantities", False),
                **read_recipient(data["recipient"]),
            )
            letter = draft_letter(by=self.request.user, brief=brief, copies=data["copies"])
        except (LetterRefused, WrongState) as refusal:
            form.add_error(None, link_addresses(refusal))
            return self.form_invalid(form)
        return redirect("letter-edit", letter.pk)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(title=_("Write a letter"), partner=self.partner, **kwargs)
        outdated = outdated_for(self.brief, timezone.localdate()) if self.brief else []
        return {**context, "refusal": self.refusal, "outdated": outdated}  # the form has asked the record by now


class LetterWriteMany(WritersOnly, FormView):
    """One brief each to several people (?person=1&person=2); those it cannot make are named with the reason."""

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
        said, written = form.cleaned_data, 0
        for person in self.people:
            try:
                brief = propose_brief(
                    kind=said["kind"], on=said["day"], person=person, occasion=said["occasion"] or PROPOSED
                )
                draft_letter(by=self.request.user, brief=brief)
                written += 1
            except (LetterRefused, WrongState) as refusal:
                messages.warning(self.request, f"{person}: {refusal}")
        if written:
            messages.success(self.request, _("Letters drafted: %(count)d.") % {"count": written})
        return redirect("desk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=_("Write to several"), lead=names_of(self.people), **kwargs)


class LetterEdit(WritersOnly, TemplateView):
    """Both texts, paragraph by paragraph, beside images of the printed page and the facts."""

    template_name = "correspondence/letter_edit.html"

    def get_letter(self):
        """The outgoing letter, with all its words."""
        words = ("texts__paragraphs", "thanks_for__lines__item__words", "announces__lines__item__words")
        return get_object_or_404(Letter.objects.for_list().outgoing().prefetch_related(*words), pk=self.kwargs["pk"])

    def get_context_data(self, *, letter, **kwargs):
        kwargs.setdefault("words_form", WordsForm(letter=letter))
        kwargs.setdefault("slip_form", SlipForm(instance=letter))
        kwargs |= {"pages": page_numbers(letter, self.request), "standing": standing_of(letter)}
        kwargs["outdated"] = outdated_in(letter, timezone.localdate())
        return super().get_context_data(title=_("Words of the letter"), letter=letter, **kwargs)

    def get(self, request, *args, **kwargs):
        letter = self.get_letter()
        return self.render_to_response(self.get_context_data(letter=letter)) if letter.is_editable else redirect(letter)

    @method_decorator(transaction.atomic)
    def post(self, request, *args, **kwargs):
        get_object_or_404(Letter.objects.select_for_update(), pk=self.kwargs["pk"])  # nobody else writes meanwhile
        letter = self.get_letter()
        words, slip = WordsForm(request.POST, letter=letter), SlipForm(request.POST, instance=letter)
        valid = all([words.is_valid(), slip.is_valid()])
        tell_others(request, letter, words, slip)
        if valid:
            try:
                self.save(letter, words, slip)
            except WrongState as wrong:
                words.add_error(None, str(wrong))
            else:
                messages.success(request, _("Words kept."))
                return redirect(letter) if "finish" in request.POST else redirect("letter-edit", letter.pk)
        messages.error(request, _("Not saved yet: see the notes beside the fields."))
        letter = self.get_letter()  # as stored: what the slip's form has read is not to be printed
        return self.render_to_response(self.get_context_data(letter=letter, words_form=words, slip_form=slip))

    def save(self, letter, words, slip):
        """Write what the page says: words, slip, kept forms of address, cleared marks."""
        edit_letter(
            by=self.request.user,
            letter=letter,
            parts=words.parts,
            paragraphs=words.paragraphs,
            slip=slip.cleaned_data,
            kept=words.cleaned_data["keep_address"],
            cleared=read_keys(self.request.POST.getlist("clear")),
        )
