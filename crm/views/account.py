"""Signing in, and the interface language."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView as DjangoLoginView
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from crm.actions.office import choose_language


class LoginView(DjangoLoginView):
    """Signs in and brings back the interface language the user chose last."""

    redirect_authenticated_user = True

    def form_valid(self, form):
        response = super().form_valid(form)
        if self.request.user.language:
            remember_language(response, self.request.user.language)
        return response


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
