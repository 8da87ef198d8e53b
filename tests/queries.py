"""How many queries a page asks: for tests that a list asks as many for three rows as for one."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries(browser: Client, address: str) -> int:
    """How many queries a page asks; the page must answer."""
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
