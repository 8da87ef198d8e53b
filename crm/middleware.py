"""What every request passes: the health answer, the interface language, forms that are saved once."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import connection, transaction
from django.http import HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _

from crm.models import FormToken

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
    with transaction.atomic():
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
    return response
