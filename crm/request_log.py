"""What every request passes so that the security log has its refusal, or the file it leaves with."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters

from crm.actions.security_log import record_event, record_refusal
from crm.guessing import client_address
from crm.models.security_event import EventKind
from crm.models.user import User
from crm.origin import coming_from

EXPORT = "_export"  # django-tables2's own question, which says only that a file is wanted
UNKNOWN = "unknown"  # a socket of the machine, say
SPREADSHEET = "spreadsheet"  # in the content type of Excel's files


def log_requests(get_response):
    """Note where a request comes from, each refusal, and each file before its bytes go out.

    A response that has a name to be saved under (Content-Disposition) is a file. Where its row cannot be written, the
    answer is an error and nothing goes out.
    """

    def middleware(request):
        with coming_from(client_address(request) or UNKNOWN):
            response = get_response(request)
            if response.status_code == 403:
                log_refusal(request)
            elif response.has_header("Content-Disposition") and request.method != "HEAD":
                log_file(request, response)
            return response

    return middleware


def log_refusal(request: HttpRequest) -> None:
    """Write that somebody may not, or that a form came without its key."""
    form_key = getattr(request, "csrf_processing_done", False)  # Django sets it where the key was right
    record_refusal(
        EventKind.REFUSED,
        by=signed_in(request),
        page=request.resolver_match.url_name if request.resolver_match else "",
        path=request.path,
        method=request.method,
        why="" if form_key else "form without its key",
    )


def log_file(request: HttpRequest, response: HttpResponse) -> None:
    """Write which file leaves: its name, its size and hash, and the question that a list was asked."""
    content = b"" if response.streaming else response.content
    sheet = SPREADSHEET in response.get("Content-Type", "")
    record_event(
        EventKind.EXPORT if sheet else EventKind.DOWNLOAD,
        by=signed_in(request),
        path=request.path,
        query=question_of(request),
        file=file_name_of(response),
        bytes=len(content) or "",
        sha256=hashlib.sha256(content).hexdigest() if content else "",
        **getattr(response, "event_facts", {}),
    )


def file_name_of(response: HttpResponse) -> str:
    """The name a response is saved under, "" where it has none."""
    return parse_header_parameters(response["Content-Disposition"])[1].get("filename", "")


def question_of(request: HttpRequest) -> str:
    """What a list was asked, as its address says it, without what was left empty."""
    asked = ((name, value) for name, values in request.GET.lists() for value in values if name != EXPORT)
    return "&".join(f"{name}={value}" for name, value in asked if value)


def signed_in(request: HttpRequest) -> User | None:
    """Who asks, or None for a stranger."""
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None
