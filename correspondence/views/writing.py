"""Writing a letter: what it is asked to say, its words in two languages beside the printed page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from correspondence.actions import WordsChanged, clear_paragraph, draft_letter, edit_words
from correspondence.drafting import PROPOSED, propose_draft
from correspondence.errors import LetterRefused
from correspondence.forms import SlipForm, WriteForm
from correspondence.models import Letter, LetterKind, LetterParagraph, LetterText
from correspondence.recipients import partner_of, read_recipient, recipient_key, recipients_of
from correspondence.views.letter import page_numbers
from crm.actions import WrongState
from crm.models import Gift, Occasion, Person
from crm.search import is_key
from crm.views.base import WritersOnly

PARTS = ("addressee", "heading", "salutation", "closing", "signature")


class LetterWrite(WritersOnly, FormView):
    """Proposes a letter to a partner (?city=, ?body= or ?person=, ?gift=, ?kind=, ?occasion=) and drafts it."""

    form_class = WriteForm
    template_name = "correspondence/letter_write.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.partner, self.refusal = partner_of(request.GET), ""

    def get(self, request, *args, **kwargs):
        if self.partner is None:
            messages.info(request, _("Choose a city first, then “Write a letter”."))
            return redirect("city-list")
        return super().get(request, *args, **kwargs)

    @property
    def kind(self) -> str:
        """The kind asked for; a gift received suggests thanks."""
        kind = self.request.GET.get("kind")
        return kind if kind in LetterKind.values else LetterKind.RECIPROCAL_SUPPORT

    def proposal(self):
        """The Draft proposed from the record, or None with ``refusal`` saying why."""
        gifts = Gift.objects.filter(pk__in=[pk for pk in self.request.GET.getlist("gift") if is_key(pk)])
        received = [gift for gift in gifts if gift.direction == "received"]
        given = [gift for gift in gifts if gift.direction == "given"]
        occasion = Occasion.objects.filter(slug=self.request.GET.get("occasion", "")).first()
        try:
            return propose_draft(
                kind=self.kind,
                on=timezone.localdate(),
                received=received or None,
                given=given or None,
                occasion=occasion or PROPOSED,
                **{type(self.partner).__name__.lower(): self.partner},
            )
        except LetterRefused as refusal:
            self.refusal = str(refusal)
            return None

    def get_initial(self):
        draft = self.proposal() if self.request.method == "GET" else None
        if draft is None:
            return {"day": timezone.localdate(), "kind": self.kind}
        return {
            "identity": draft.identity,
            "recipient": recipient_key(draft.person, draft.post, draft.body),
            "kind": draft.kind,
            "language": draft.language,
            "occasion": draft.occasion,
            "day": draft.on,
            "received": [gift.pk for gift in draft.received],
            "given": [gift.pk for gift in draft.given],
        }

    def get_form_kwargs(self):
        if self.partner is None:
            raise Http404
        scope = {type(self.partner).__name__.lower(): self.partner}
        return {
            **super().get_form_kwargs(),
            "recipients": recipients_of(self.partner, timezone.localdate()),
            "gifts": Gift.objects.standing().of(**scope).latest_first(),
        }

    def form_valid(self, form):
        data = form.cleaned_data
        try:
            draft = propose_draft(
                kind=data["kind"],
                on=data["day"],
                language=data["language"],
                identity=data["identity"],
                occasion=data["occasion"],
                received=list(data["received"]),
                given=list(data["given"]),
                needs=tuple(data["needs"]),
                show_quantities=data["show_quantities"],
                **read_recipient(data["recipient"]),
            )
            letter = draft_letter(by=self.request.user, draft=draft, copies=data["copies"])
        except (LetterRefused, WrongState) as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        return redirect("letter-edit", letter.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=_("Write a letter"), partner=self.partner, refusal=self.refusal, **kwargs)


class LetterWriteMany(WritersOnly, TemplateView):
    """One draft each to several people (?person=1&person=2), and a list of those it cannot make, with the reason."""

    template_name = "correspondence/letter_write_many.html"

    def get_context_data(self, **kwargs):
        keys = [key for key in (self.request.GET or self.request.POST).getlist("person") if is_key(key)]
        people = Person.objects.filter(pk__in=keys).prefetch_related("names", "posts__body__names", "posts__titles")
        return super().get_context_data(title=_("Write to several"), people=people, kinds=LetterKind.choices, **kwargs)

    def post(self, request, *args, **kwargs):
        context = self.get_context_data()
        written, refused = [], []
        for person in context["people"]:
            try:
                draft = propose_draft(kind=request.POST.get("kind", ""), on=timezone.localdate(), person=person)
                written.append(draft_letter(by=request.user, draft=draft))
            except (LetterRefused, WrongState) as refusal:
                refused.append((person, str(refusal)))
        return self.render_to_response({**context, "written": written, "refused": refused, "done": True})


class LetterEdit(WritersOnly, TemplateView):
    """Both texts, paragraph by paragraph, beside images of the printed page and the facts."""

    template_name = "correspondence/letter_edit.html"

    def get_letter(self):
        """The outgoing letter, with all its words."""
        letters = Letter.objects.outgoing().prefetch_related(
            "texts__paragraphs", "thanks_for__lines", "announces__lines"
        )
        return get_object_or_404(letters, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        letter = kwargs.pop("letter", None) or self.get_letter()
        texts = sorted(letter.texts.all(), key=lambda text: text.language != "zh-hans")
        kwargs.setdefault("seen", letter.words_hash())
        kwargs.setdefault("slip_form", SlipForm(instance=letter))
        kwargs.setdefault("pages", page_numbers(letter, self.request))
        return super().get_context_data(title=_("Words of the letter"), letter=letter, texts=texts, **kwargs)

    def get(self, request, *args, **kwargs):
        letter = self.get_letter()
        return self.render_to_response(self.get_context_data(letter=letter)) if letter.is_editable else redirect(letter)

    def post(self, request, *args, **kwargs):
        letter = self.get_letter()
        try:
            return self.clear(letter) if "clear" in request.POST else self.keep(letter)
        except WrongState as wrong:
            messages.error(request, str(wrong))
            return redirect(letter)

    def clear(self, letter):
        """Says that a paragraph still fits its twin."""
        key = self.request.POST["clear"]
        paragraphs = LetterParagraph.objects.filter(text__letter=letter)
        clear_paragraph(by=self.request.user, paragraph=get_object_or_404(paragraphs, pk=key if is_key(key) else 0))
        return redirect("letter-edit", letter.pk)

    def keep(self, letter):
        """Keeps what was typed, or shows it again with what is wrong."""
        request, seen = self.request, self.request.POST.get("seen", "")
        slip = SlipForm(request.POST, instance=letter)
        typed = {"parts": self.typed_parts(letter), "paragraphs": self.typed_paragraphs(letter)}
        fits = slip.is_valid() and not self.too_long(typed["parts"])
        if letter.is_editable and not fits:
            return self.show_typed(letter, typed, slip, seen)
        try:
            edit_words(by=request.user, letter=letter, slip=slip.cleaned_data, seen=seen, **typed)
        except WordsChanged as changed:
            messages.error(request, str(changed))
            return self.show_typed(letter, typed, slip, self.get_letter().words_hash())
        messages.success(request, _("Words kept."))
        return redirect(letter) if "finish" in request.POST else redirect("letter-edit", letter.pk)

    def too_long(self, parts: dict) -> bool:
        """Whether a part is longer than its field; says so."""
        limits = {(code, part): LetterText._meta.get_field(part).max_length for code, part in parts}
        over = {key[1]: limit for key, limit in limits.items() if limit and len(parts[key]) > limit}
        for part, limit in over.items():
            label = LetterText._meta.get_field(part).verbose_name
            messages.error(
                self.request, _("“%(part)s” has at most %(limit)d characters.") % {"part": label, "limit": limit}
            )
        return bool(over)

    def show_typed(self, letter, typed: dict, slip, seen: str):
        """The page with the words as they were typed, for nothing typed is lost."""
        for text in letter.texts.all():
            for part in PARTS:
                setattr(text, part, typed["parts"].get((text.language, part), getattr(text, part)))
            for paragraph in text.paragraphs.all():
                paragraph.body = typed["paragraphs"].get(paragraph.pk, paragraph.body)
        return self.render_to_response(self.get_context_data(letter=letter, slip_form=slip, seen=seen))

    def typed_parts(self, letter) -> dict:
        """{(language, part): text} as typed."""
        names = {(text.language, part): f"{text.language}-{part}" for text in letter.texts.all() for part in PARTS}
        return {key: clean(self.request.POST[name]) for key, name in names.items() if name in self.request.POST}

    def typed_paragraphs(self, letter) -> dict:
        """{paragraph pk: text} as typed."""
        typed = {}
        for paragraph in LetterParagraph.objects.filter(text__letter=letter):
            name = f"paragraph-{paragraph.pk}"
            if name in self.request.POST:
                typed[paragraph.pk] = clean(self.request.POST[name])
        return typed


def clean(text: str) -> str:
    """Typed text with plain line ends, no blanks around it, and no NUL, which PostgreSQL would not take."""
    return text.replace("\r\n", "\n").replace("\0", "").strip()
