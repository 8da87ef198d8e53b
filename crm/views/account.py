"""Signing in, one's own account with its password and sessions, and the interface language."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView as DjangoLoginView
from django.contrib.auth.views import LogoutView as DjangoLogoutView
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from crm.actions.accounts import change_password, end_other_sessions, end_session
from crm.actions.errors import WrongState
from crm.actions.office import choose_language
from crm.actions.security_log import record_event, record_refusal
from crm.browsers import name_browser
from crm.forms.account import OwnPasswordForm, SignInForm, is_locked
from crm.guessing import remember_browser, turn_of
from crm.languages import CHINESE
from crm.models import EventKind, Office, User
from crm.sessions import note_origin, sessions_of

PASSWORDS = "django.contrib.auth.backends.ModelBackend"


class LoginView(DjangoLoginView):
    """Signs in and brings back the interface language the user chose last; too many wrong passwords answer 429."""

    form_class = SignInForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        with turn_of(request.POST.get("username", "")):
            return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        warnings = {"warning_zh": Office.warning_in(CHINESE), "warning_en": Office.warning_in("en")}
        return super().get_context_data(**warnings, **kwargs)

    def form_valid(self, form):
        response = HttpResponseRedirect(self.get_success_url())
        sign_in(self.request, response, form.get_user())
        return response

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 429 if is_locked(self.request) else 200
        name = form.cleaned_data.get("username")
        if name and form.cleaned_data.get("password"):
            log_failure(self.request, User.objects.filter(username=name).first(), "login")
        return response


def log_failure(request, account: User | None, page: str) -> None:
    """Put a wrong password on the security log; a name that is no account's is left out, for it may be a password."""
    kind = EventKind.LOCKED_OUT if is_locked(request) else EventKind.SIGN_IN_FAILED
    record_refusal(kind, by=account, page=page, why="" if account else "no such account")


class LogoutView(DjangoLogoutView):
    """Signs out."""

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            if request.user.is_authenticated:
                record_event(EventKind.SIGN_OUT, by=request.user)
            return super().post(request, *args, **kwargs)


def sign_in(request, response, user: User) -> None:
    """Begin a session of the user's in this browser, which is known to the account from now on."""
    with transaction.atomic():
        login(request, user, backend=PASSWORDS)
        note_origin(request)
        request.session.save()  # here, so that there is no session without its row on the log, nor a row without
        record_event(EventKind.SIGN_IN, by=user)
    remember_browser(response, user.get_username())
    if user.language:
        remember_language(response, user.language)


class AccountDetail(TemplateView):
    """One's own account: the way to a new password, and where one is signed in."""

    template_name = "crm/account.html"

    def get_context_data(self, **kwargs):
        sessions = sessions_of(self.request.user)
        rows = [(session, name_browser(session.browser)) for session in sessions]
        here = self.request.session.session_key
        return super().get_context_data(title=_("My account"), rows=rows, here=here, **kwargs)


@method_decorator(sensitive_post_parameters(), name="dispatch")
class PasswordChange(FormView):
    """A new password of one's own; whoever has a first one from a head comes nowhere else before."""

    form_class = OwnPasswordForm
    template_name = "crm/password.html"
    success_url = reverse_lazy("account")
    extra_context = {"title": gettext_lazy("Change my password")}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form):
        user, first = self.request.user, self.request.user.must_change_password
        password = form.cleaned_data["new_password1"]
        change_password(by=user, password=password, keep=self.request.session.session_key)
        update_session_auth_hash(self.request, user)
        messages.success(self.request, _("Your password is changed. Your other sessions have ended."))
        return redirect("desk") if first else super().form_valid(form)

    def form_invalid(self, form):
        if any(form.has_error("old_password", code) for code in ("password_incorrect", "too_many")):
            log_failure(self.request, self.request.user, "password-change")
        return super().form_invalid(form)


@require_POST
def session_end(request):
    """Ends one of one's own sessions, or all but this one."""
    if "others" in request.POST:
        ended = end_other_sessions(by=request.user, keep=request.session.session_key)
        said = ngettext("%(count)d other session has ended.", "%(count)d other sessions have ended.", ended)
        messages.success(request, said % {"count": ended})
    elif name := request.POST.get("session"):
        try:
            end_session(by=request.user, name=name)
            messages.success(request, _("The session has ended."))
        except WrongState as refusal:
            messages.error(request, str(refusal))
    return redirect("account")


@login_not_required
@require_POST
def interface_language(request):
    """Switches between Chinese and English and remembers it; an unknown language changes nothing."""
    target = request.POST.get("next", "/")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    if not ours or not target.startswith("/"):
        target = "/"
    response = HttpResponseRedirect(target)
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        remember_language(response, language)
        if request.user.is_authenticated:
            choose_language(by=request.user, language=language)
    return response


def remember_language(response, language: str) -> None:
    """Keeps the interface language in the browser for a year."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
