"""Pages go out compressed, with a length that tells nothing; what is compressed already does not."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from crm.middleware import CompressedPages
from tests.factories import OccasionFactory

GZIP = {"accept-encoding": "gzip, deflate, br"}
WORDS = "<p>Hengyang and Ritto</p>" * 100


def answer(response, **headers):
    """What the middleware makes of a response."""
    request = RequestFactory().get("/", headers={**GZIP, **headers})
    return CompressedPages(lambda _request: response)(request)


@pytest.mark.parametrize("name", ["desk", "ledger", "city-add"])
def test_a_page_comes_compressed_to_a_browser_that_reads_it(browser, name):
    plain = browser.get(reverse(name))
    page = browser.get(reverse(name), headers=GZIP)
    assert ("Content-Encoding" in plain, page["Content-Encoding"]) == (False, "gzip")
    assert b"</html>" in gzip.decompress(page.content)
    assert len(page.content) < len(plain.content) / 2


def test_what_htmx_puts_into_a_page_comes_compressed_too(browser):
    for _number in range(10):
        OccasionFactory()
    page = browser.get(reverse("occasion-list"), headers={**GZIP, "hx-request": "true"})
    assert page["Content-Encoding"] == "gzip"


def test_one_page_has_many_lengths():
    assert len({len(answer(HttpResponse(WORDS)).content) for _turn in range(30)}) > 5


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/vnd.ms-excel", "text/css"])
def test_what_is_no_page_goes_out_as_it_is(kind):
    response = answer(HttpResponse(WORDS, content_type=kind, headers={"ETag": '"a"'}))
    assert ("Content-Encoding" in response, response.content.decode(), response["ETag"]) == (False, WORDS, '"a"')
    assert "Content-Encoding" not in answer(FileResponse([b"a" * 1000], content_type=kind))
