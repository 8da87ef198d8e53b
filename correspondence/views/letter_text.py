"""The office's letter texts: the list, and one text in one language."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from correspondence.actions.words import save_letter_kind, save_letter_text
from correspondence.forms.letter_text import LetterKindForm, LetterTextForm
from correspondence.models import LetterKind, LetterTemplate, LetterTemplateText
from correspondence.texts.conditions import CONDITIONS
from correspondence.texts.placeholders import PLACEHOLDERS
from crm.history import changes_of
from crm.languages import letter_languages, letter_rules
from crm.views.base import RecordForm


class LetterTexts(TemplateView):
    """A row a kind, a cell a language: read by whom, or unreviewed."""

    template_name = "correspondence/letter_texts.html"

    def get_context_data(self, **kwargs):
        texts = {
            (text.template.kind_id, text.language): text
            for text in LetterTemplateText.objects.select_related("template")
        }
        rows = [
            (kind, [(code, label, texts.get((kind.code, code))) for code, label in letter_languages()])
            for kind in LetterKind.objects.all()
        ]
        return super().get_context_data(title=_("Letter texts"), rows=rows, languages=letter_languages(), **kwargs)


class LetterTextEdit(RecordForm):
    """Changes or adds a text; what is wrong with it is said, and nothing typed is lost."""

    model = LetterTemplateText
    form_class = LetterTextForm
    template_name = "correspondence/letter_text_edit.html"
    success_url = reverse_lazy("letter-texts")
    extra_context = {"cancel_url": success_url, "conditions": CONDITIONS, "placeholders": PLACEHOLDERS}

    def get_object_or_none(self):
        """The text of the kind and language in the address, or a new one."""
        kind, language = get_object_or_404(LetterKind, pk=self.kwargs["kind"]), self.kwargs["language"]
        if language not in letter_rules():
            raise Http404
        known = LetterTemplateText.objects.filter(template__kind=kind, language=language).first()
        template = LetterTemplate.objects.filter(kind=kind).first() or LetterTemplate(kind=kind)
        return known or LetterTemplateText(template=template, language=language)

    def save(self, form, inlines):
        return save_letter_text(by=self.request.user, text=form.instance)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(changes=changes_of(self.object) if self.object.pk else [], **kwargs)
        return context | {"title": _("Letter text: %(text)s") % {"text": self.object}, "text": self.object}


class LetterKindEdit(RecordForm):
    """Adds or changes a kind of letter; the code of a new one follows from its English name."""

    model = LetterKind
    form_class = LetterKindForm
    pk_url_kwarg = "code"
    template_name = "crm/form_with_changes.html"
    title_add, title_edit = gettext_lazy("Add a kind of letter"), gettext_lazy("Change the kind of letter")
    success_url = reverse_lazy("letter-texts")
    extra_context = {"cancel_url": success_url}

    def save(self, form, inlines):
        return save_letter_kind(by=self.request.user, kind=form.instance)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            changes=changes_of(self.object) if self.object and self.object.pk else [], **kwargs
        )
