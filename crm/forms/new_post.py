"""The posts of somebody new, asked in one form with the person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from crm.forms.inline import inline
from crm.forms.person import PostForm
from crm.languages import CHINESE
from crm.models import Person, Post, PostTitle
from crm.models.partner import place_at

TITLE_LENGTH = PostTitle._meta.get_field("text").max_length


class NewPostForm(PostForm):
    """A post with its title in Chinese and in the language of letters to the organization."""

    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=TITLE_LENGTH, required=False)
    title_own = forms.CharField(
        label=_("Title in their own language"),
        max_length=TITLE_LENGTH,
        required=False,
        help_text=_("Agreeing with the holder: Alcaldesa."),
    )
    folded = ("start", "end", "acting", "precedence")

    def clean(self):
        cleaned = super().clean()
        told = {CHINESE: cleaned.pop("title_zh", "")}
        own, organization = cleaned.pop("title_own", ""), cleaned.get("organization")
        if own and organization:
            told[place_at(organization).language] = own
        cleaned["titles"] = [{"language": language, "text": text} for language, text in told.items() if text]
        return cleaned


NewPosts = inline(
    Person,
    Post,
    ["organization", "rank", "start", "end", "acting", "precedence"],
    form=NewPostForm,
    title=_("Post"),
    help_text=_("Leave it empty for somebody in no office."),
)
