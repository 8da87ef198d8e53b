"""What every request passes: health, caches, compression, session, sign-in, language, forms that are saved once."""

import re
from collections.abc import Callable
from contextlib import nullcontext, suppress
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sessions import middleware as sessions
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import BadRequest
from django.db import Error, connection, transaction
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from crm.files import taking_back_files
from crm.models import FormToken
from crm.models.office import reading_once
from crm.sessions import waiting_briefly

READS = ("GET", "HEAD", "OPTIONS")
BEFORE_A_NEW_PASSWORD = ("password-change", "logout", "interface-language")
TOKEN = re.compile("[A-Za-z0-9_-]{1,40}")


def health(get_response):
    """Answers /healthz before sessions and sign-in: 200 when the database answers, 503 when not."""

    def middleware(request):
        if request.path != "/healthz":
            return get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Exception:  # whatever a database driver raises, the answer is "not well"
            return HttpResponse("database does not answer\n", status=503, content_type="text/plain")
        return HttpResponse("ok\n", content_type="text/plain")

    return middleware


def readable_address(get_response):
    """Refuses an address that names a character which no record holds and PostgreSQL takes in no text."""

    def middleware(request):
        if "\0" in request.path or any("\0" in text for texts in request.GET.lists() for text in texts[1]):
            raise BadRequest("NUL in the address")
        return get_response(request)

    return middleware


def keep_out_of_caches(get_response):
    """Lets no cache keep an answer, the browser's for going back included, but where a page says otherwise itself.

    Static files and /healthz are answered before.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def read_office_once(get_response):
    """Reads the office once for a page that only reads; a dozen places of a letter's page ask for it."""

    def middleware(request):
        with reading_once() if request.method in READS else nullcontext():
            return get_response(request)

    return middleware


class CompressedPages(GZipMiddleware):
    """Django's own, for pages alone: PDFs, pictures and Excel files are compressed, static files lie ready so.

    How long a compressed page is tells what two parts of it have in common (BREACH), where a stranger may have one of
    them sent again and again. Django's answer is kept: padding of a random length. Besides, secrets on a page (the
    form's tokens) are others each time, and a browser sends no session with what another site asks for inside a page.
    """

    def process_response(self, request, response):
        is_page = response.get("Content-Type", "").startswith("text/html")
        return super().process_response(request, response) if is_page else response


class SessionMiddleware(sessions.SessionMiddleware):
    """Django's own; whoever only reads renews the session at most, and waits for nobody to do so.

    What a page asks for by itself (``hx-headers`` says Unattended) is no use of the session.
    """

    def process_response(self, request, response):
        session, attended = request.session, "Unattended" not in request.headers
        if not session.modified and attended and session.is_due():
            with suppress(Error):  # the next page tries again
                session.renew()
        elif session.modified and request.method in READS:
            with suppress(Error, SessionInterrupted), waiting_briefly():
                return super().process_response(request, response)
            return response
        return super().process_response(request, response)


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Django's own; besides, a first password opens nothing but the page to change it, whatever is asked for how.

    What htmx asks for is not put into the page, but opens as a page of its own.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused or not request.user.is_authenticated or not request.user.must_change_password:
            return refused
        if request.resolver_match.url_name in BEFORE_A_NEW_PASSWORD:
            return None
        page = reverse("password-change")
        return HttpResponseClientRedirect(page) if request.htmx else redirect(page)

    def handle_no_permission(self, request, view_func):
        if not request.htmx:
            return super().handle_no_permission(request, view_func)
        back = urlencode({"next": request.htmx.current_url_abs_path or "/"})
        return HttpResponseClientRedirect(f"{reverse('login')}?{back}")


class PreferredLocaleMiddleware(LocaleMiddleware):
    """Django's own, except that Chinese is the default where the browser asks for neither language."""

    def process_request(self, request):
        super().process_request(request)
        if settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
            return
        wanted = request.headers.get("Accept-Language", "").lower()
        first = wanted.split(",")[0].strip()
        translation.activate("en" if first.startswith("en") else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()


class SaveOnce:
    """Saves a form once, however often it is sent: by a double click, by Back, by F5, by a second window.

    The page carries a token (``{% form_token %}``), and its row is written in the transaction of what the form saves.
    A form was saved where its view redirects; all else, and so the token too, is taken back.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Answer in place of the view where the request sends a form with a token."""
        token = request.POST.get("form_token", "") if request.method == "POST" else ""
        if not TOKEN.fullmatch(token) or not request.user.is_authenticated:
            return None
        return answer_once(request, token, lambda: view(request, *args, **kwargs))


def answer_once(request, token: str, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the answer to a form, or the way to what became of it when it was saved before."""
    with taking_back_files() as take_back_files, transaction.atomic():
        claimed = FormToken.objects.claim(request.user, token)
        if claimed.led_to:
            messages.info(request, _("This form was saved already; here is what became of it."))
            return redirect(claimed.led_to)
        response = answer()
        if response.status_code == 302:
            claimed.led_to = response.url
            claimed.save(update_fields=["led_to"])
        else:
            transaction.set_rollback(True)
            take_back_files()
    return response
