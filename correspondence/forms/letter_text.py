"""The form of a letter text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from correspondence.errors import UnreadableText
from correspondence.forms.base import DateInput
from correspondence.models import LetterKind, LetterTemplateText
from correspondence.texts.checking import check_source
from crm.fields import DayFormField
from crm.forms.base import RecordModelForm


class LetterTextForm(RecordModelForm):
    """A letter text; its conditions and placeholders are checked against the closed lists."""

    class Meta:
        model = LetterTemplateText
        fields = ["source", "locked", "reviewed_by", "reviewed_on"]
        field_classes = {"reviewed_on": DayFormField}
        widgets = {"source": forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}), "reviewed_on": DateInput()}

    def clean_source(self):
        source = self.cleaned_data["source"].replace("\r\n", "\n")
        try:
            check_source(source, self.instance.language)
        except UnreadableText as error:
            raise forms.ValidationError(str(error)) from error
        return source

    def clean(self):
        data = super().clean()
        if bool(data.get("reviewed_by")) != bool(data.get("reviewed_on")):
            self.add_error("reviewed_by", _("Name the reader and the day together."))
        if "source" in self.changed_data and not {"reviewed_by", "reviewed_on"} & set(self.changed_data):
            data["reviewed_by"], data["reviewed_on"] = "", None  # changed words were read by nobody
        return data


class LetterKindForm(RecordModelForm):
    """A kind of letter and its names."""

    class Meta:
        model = LetterKind
        fields = ["name_zh", "name_en", "order", "dated_ahead", "archived"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            del self.fields["archived"]
        if self.instance.pk == LetterKind.CONDOLENCE:
            del self.fields["dated_ahead"]
