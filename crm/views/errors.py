"""The page of what went wrong: Django's own, but a full disk is told as what it is, and what was typed is kept."""

import sys

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error as unknown_error

from crm.files import is_disk_full

INSUFFICIENT_STORAGE = 507


@requires_csrf_token
def server_error(request):
    """507 and the form to send again where the disk is full, else 500. Asks no database."""
    return disk_full(request) if is_disk_full(sys.exc_info()[1]) else unknown_error(request)


def disk_full(request) -> HttpResponse:
    """A sentence, and all that was typed in a form that can be sent again; files are chosen anew, passwords typed."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    secret = any(name.startswith("password") for name, _value in typed)
    shown = {
        "typed": [] if secret else [row for row in typed if row[0] != "csrfmiddlewaretoken"],
        "address": request.get_full_path(),
        "files": bool(request.FILES),
        "posted": request.method == "POST",
        "csrf_token": get_token(request),
    }
    return HttpResponse(loader.get_template("507.html").render(shown), status=INSUFFICIENT_STORAGE)
