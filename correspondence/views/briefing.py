"""What the pages that ask what a letter is to say have in common: missing words, doubts, drafts there are already."""

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from correspondence.choosing import offered_recipients
from correspondence.errors import LetterRefused, MissingWord, WordsMissing
from correspondence.forms.lacks import LacksForm, keep_words
from correspondence.forms.writing import WriteForm
from correspondence.models import Letter, LetterKind
from correspondence.recipients import read_recipient, recipient_key
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import compose_pair
from correspondence.texts.occasions import doubts_about
from correspondence.texts.proposing import propose_brief
from crm.phrases import link_addresses
from crm.picking import Listed

ALL_THE_SAME = "occasion_all_the_same"


def lacks_of(refusal: LetterRefused) -> list:
    """The words that a refusal says are missing."""
    if isinstance(refusal, WordsMissing):
        return refusal.lacks
    return [refusal.lack] if isinstance(refusal, MissingWord) and refusal.lack else []


class Briefing:
    """Mixin for a FormView of WriteForm. Subclasses set ``partner`` and say what ``draft`` does with a brief."""

    form_class = WriteForm
    template_name = "correspondence/letter_write.html"
    partner = brief = None

    def proposal(self) -> LetterBrief | None:
        """What the record proposes, where the page proposes anything."""

    @cached_property
    def scope(self) -> dict:
        """The partner by kind: city, organization or person."""
        return {type(self.partner).__name__.lower(): self.partner}

    @cached_property
    def recipients(self) -> Listed:
        """Whom a letter to the partner may go to."""
        return offered_recipients(self.partner, timezone.localdate())

    def initial_of(self, brief: LetterBrief) -> dict:
        """A brief as the form shows it."""
        return {
            "identity": brief.identity,
            "recipient": recipient_key(brief.person, brief.post, brief.organization),
            "kind": brief.kind,
            "language": brief.language,
            "occasion": brief.occasion,
            "day": brief.on,
            "received": [gift.pk for gift in brief.received],
            "received_from_others": [gift.pk for gift in brief.received],
            "given": [gift.pk for gift in brief.given],
            "courtesies": [entry.pk for entry in brief.courtesies],
            "replies_to": brief.letter_received,
            "commitments": sorted(brief.commitments),
            "needs": [item.pk for item in brief.needs],
            "show_quantities": brief.show_quantities,
        }

    def get_form_kwargs(self):
        if self.partner is None:
            raise Http404
        return {
            **super().get_form_kwargs(),
            "kind": self.kind,
            "partner": self.partner,
            "recipients": self.recipients,
            "today": timezone.localdate(),
            "ask_again": self.request.get_full_path(),
        }

    def brief_asked(self, form) -> LetterBrief:
        """The brief that the form asks for; raises LetterRefused."""
        data = form.cleaned_data
        received = [*data.get("received", ()), *data.get("received_from_others", ())]
        return propose_brief(
            kind=data["kind"],
            on=data["day"],
            language=data["language"],
            identity=data["identity"],
            occasion=data.get("occasion"),
            received=received,
            given=list(data.get("given", ())),
            courtesies=list(data.get("courtesies", ())),
            replies_to=data.get("replies_to"),
            needs=tuple(data.get("needs", ())),
            show_quantities=data.get("show_quantities", False),
            commitments=data.get("commitments", ()),
            facts=form.facts(data["language"]),
            **read_recipient(data["recipient"]),
        )

    def form_valid(self, form):
        try:
            self.brief = self.brief_asked(form)
            if (doubts := doubts_about(self.brief)) and ALL_THE_SAME not in self.request.POST:
                return self.ask_about(form, doubts)
            return self.draft(form, self.complete(form))
        except LetterRefused as refusal:
            self.lacks_form = getattr(self, "lacks_form", None) or self.boxes_for(lacks_of(refusal))
            form.add_error(None, link_addresses(refusal))
            return self.form_invalid(form)

    def complete(self, form) -> LetterBrief:
        """The brief, after the missing words that were typed have been put on record; raises LetterRefused.

        One word may give rise to the next, a city's name to the proposal for its government's. A page that asks again
        shows all of them with what was typed, for what it has put on record is taken back with it.
        """
        asked, kept = {}, set()
        while True:
            try:
                compose_pair(self.brief)
            except (MissingWord, WordsMissing) as refusal:
                lacks = lacks_of(refusal)
                asked |= {lack.key: lack for lack in lacks}
                self.lacks_form = self.boxes_for(asked.values())
                filled = self.boxes_for([lack for lack in lacks if lack.key not in kept])
                if not filled.is_valid() or not keep_words(by=self.request.user, form=filled):
                    raise
                kept |= {lack.key for lack, _words in filled.filled()}
                self.brief = self.brief_asked(form)
            else:
                return self.brief

    def boxes_for(self, lacks) -> LacksForm:
        """The boxes of missing words, with what was typed."""
        return LacksForm(self.request.POST or None, lacks=lacks, prefix="lack")

    def ask_about(self, form, doubts: list[str]):
        """The page again with what speaks against the occasion, and a box to tick all the same."""
        form.add_error("occasion", doubts)
        form.fields[ALL_THE_SAME] = forms.BooleanField(
            label=_("Write of it all the same"), required=False, initial=False
        )
        return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(partner=self.partner, **kwargs)
        if "lacks_form" not in self.__dict__ and (brief := self.brief or self.proposal()):
            self.lacks_form = self.boxes_for(lacks_before(brief))
        return {**context, "lacks_form": getattr(self, "lacks_form", None), "drafts": self.drafts_there_are()}

    def drafts_there_are(self):
        """Letters under way to the same partner."""
        drafts = Letter.objects.under_way().to_or_from(**self.scope).for_list()
        return drafts.select_related("drafter").order_by("-pk")[:10]


def lacks_before(brief: LetterBrief) -> list:
    """The words that a proposed letter lacks."""
    try:
        compose_pair(brief)
    except LetterRefused as refusal:
        return lacks_of(refusal)
    return []


def kind_asked(data) -> str:
    """The code of the kind that a request names, else of the plain letter."""
    kind = data.get("kind")
    known = dict(LetterKind.objects.active().as_choices())
    return kind if kind in known else LetterKind.LETTER
