"""What every request passes: the health answer and the interface language."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


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
