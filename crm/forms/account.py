"""The forms of one's own account: signing in, and a new password."""

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def is_locked(request) -> bool:
    """Whether an attempt of this request was refused, or was the last but too many, by ``crm.guessing``."""
    return getattr(request, "axes_locked_out", False)


def too_many() -> ValidationError:
    """What is said to whoever has typed too many wrong passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    sentence = _(
        "Too many wrong sign-ins. Please wait %(minutes)d minutes and try again. If the password is forgotten, a head "
        "of the office gives you a new first one."
    )
    return ValidationError(sentence % {"minutes": minutes}, code="too_many")


class SignInForm(AuthenticationForm):
    """Account name and password."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": gettext_lazy("Account or password is wrong. Both tell capitals from small letters."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Account name")

    def get_invalid_login_error(self):
        return too_many() if is_locked(self.request) else super().get_invalid_login_error()


class OwnPasswordForm(PasswordChangeForm):
    """One's own new password; the present one is asked for, and wrong ones are counted like wrong sign-ins."""

    error_messages = {
        **PasswordChangeForm.error_messages,
        "same": gettext_lazy("This is the present password: please choose another, which nobody else knows."),
    }

    def __init__(self, request, *args, **kwargs):
        self.request = request
        super().__init__(request.user, *args, **kwargs)
        self.fields["old_password"].label = _("Present password")

    def clean_old_password(self):
        typed = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.get_username(), password=typed):
            return typed
        if is_locked(self.request):
            raise too_many()
        raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")

    def clean(self):
        cleaned = super().clean()
        new = cleaned.get("new_password1")
        if new and new == cleaned.get("old_password"):
            self.add_error("new_password1", forms.ValidationError(self.error_messages["same"], code="same"))
        return cleaned
