"""Addresses of former versions, for bookmarks: whoever asks for one is sent to the one of today."""

import re

from django.http import HttpResponsePermanentRedirect

PATHS = ((re.compile(r"^/bodies/"), "/organizations/"), (re.compile(r"^(/cities/[^/]+)/tie/$"), r"\1/partnership/"))
QUESTIONS = {
    "/cities/": {"relation": "partnership"},
    "/people/": {"body": "organization", "kind": "rank"},
    "/gifts/add/": {"body": "organization"},
    "/ledger/add/": {"body": "organization"},
    "/letters/write/": {"body": "organization"},
    "/letters/receive/": {"body": "organization"},
}


def moved_addresses(get_response):
    """Middleware that redirects a page's former address, or one that asks a question by its former name."""

    def middleware(request):
        today = address_of_today(request.path, request.GET) if request.method in ("GET", "HEAD") else None
        return HttpResponsePermanentRedirect(today) if today else get_response(request)

    return middleware


def address_of_today(path: str, query) -> str | None:
    """Return where a former address leads now, its query (a QueryDict) with it; None for one still in use."""
    moved = path
    for old, new in PATHS:
        moved = old.sub(new, moved)
    names = QUESTIONS.get(moved, {})
    if moved == path and not names.keys() & query.keys():
        return None
    asked = query.copy()
    for old in names.keys() & query.keys():
        values = asked.pop(old)
        if names[old] not in asked:
            asked.setlist(names[old], values)
    return f"{moved}?{asked.urlencode()}" if asked else moved
