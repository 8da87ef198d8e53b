"""The form of a kind of item, with its words per language."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.forms.base import inline
from crm.models import ItemKind, ItemWord


class ItemKindForm(forms.ModelForm):
    """A kind's code; its words are a part. The code stays once given: letters and fixtures know it."""

    class Meta:
        model = ItemKind
        fields = ["code", "is_money", "archived"]
        help_texts = {"code": gettext_lazy("Lower-case English letters: face_shield. It stays once given.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("code", "is_money") if self.instance.pk else ():
            self.fields[name].disabled = True


class ItemWordForm(forms.ModelForm):
    """The words of one language, in every form its counting needs."""

    def clean(self):
        cleaned = super().clean()
        known = {name: value for name, value in cleaned.items() if name != "DELETE"}
        missing = ItemWord(**known).missing_forms() if known.get("language") and not cleaned.get("DELETE") else []
        if missing:
            language = dict(self.fields["language"].choices)[known["language"]]
            sentence = _("%(language)s also needs this form: %(forms)s.")
            raise forms.ValidationError(sentence % {"language": language, "forms": _(", ").join(missing)})
        return cleaned


ItemWords = inline(
    ItemKind,
    ItemWord,
    ["language", "bulk", "bare", "measure", "one", "few", "many", "other", "gender", "reviewed_by"],
    form=ItemWordForm,
    title=gettext_lazy("Words per language"),
    help_text=gettext_lazy(
        "Chinese, Japanese and Korean need a measure word; English, Spanish, Norwegian and Romanian the forms after 1 "
        "and after other numbers (Spanish the gender too); Ukrainian every form; Filipino the word alone and a measure."
    ),
)
