"""The office's letter texts: the list, and one text in one language."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from correspondence.actions.words import save_letter_text
from correspondence.forms.letter_text import LetterTextForm
from correspondence.models import LetterKind, LetterTemplate, LetterTemplateText
from correspondence.texts.conditions import CONDITIONS
from correspondence.texts.placeholders import PLACEHOLDERS
from crm.history import changes_of
from crm.languages import letter_languages, letter_rules
from crm.views.base import WritersOnly


class LetterTexts(TemplateView):
    """A row a kind, a cell a language: read by whom, or unreviewed."""

    template_name = "correspondence/letter_texts.html"

    def get_context_data(self, **kwargs):
        texts = {
            (text.template.kind, text.language): text for text in LetterTemplateText.objects.select_related("template")
        }
        rows = [
            (kind, [(code, label, texts.get((kind.value, code))) for code, label in letter_languages()])
            for kind in LetterKind
        ]
        return super().get_context_data(title=_("Letter texts"), rows=rows, languages=letter_languages(), **kwargs)


class LetterTextEdit(WritersOnly, FormView):
    """Changes or adds a text; what is wrong with it is said, and nothing typed is lost."""

    form_class = LetterTextForm
    template_name = "correspondence/letter_text_edit.html"

    def get_text(self) -> LetterTemplateText:
        """The text of the kind and language in the address, or a new one."""
        kind, language = self.kwargs["kind"], self.kwargs["language"]
        if kind not in LetterKind.values or language not in letter_rules():
            raise Http404
        template, _new = LetterTemplate.objects.get_or_create(kind=kind)
        found = LetterTemplateText.objects.filter(template=template, language=language).first()
        return found or LetterTemplateText(template=template, language=language)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.get_text()}

    def form_valid(self, form):
        save_letter_text(by=self.request.user, text=form.instance)
        messages.success(self.request, _("Saved: %(record)s") % {"record": form.instance})
        return redirect("letter-texts")

    def get_context_data(self, **kwargs):
        text = self.get_text()
        return super().get_context_data(
            title=_("Letter text: %(text)s") % {"text": text},
            text=text,
            changes=changes_of(text) if text.pk else [],
            conditions=CONDITIONS,
            placeholders=PLACEHOLDERS,
            **kwargs,
        )
