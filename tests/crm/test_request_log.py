"""What the security log has of requests: refusals, and every file before its bytes go out."""

import hashlib

import pytest
from django.http import FileResponse, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from correspondence.models import Enclosure
from crm.models import SecurityEvent
from crm.request_log import log_requests
from tests.addresses import fill_addresses
from tests.factories import CityFactory, EnclosureFactory

# Pages, the letter's own pages on them, and what is found as one types.
LOOKED_AT = {"text/html; charset=utf-8", "image/png", "application/json"}


def told(*names, **which) -> list[tuple]:
    """What the log has, oldest first."""
    return list(SecurityEvent.objects.filter(**which).order_by("at").values_list(*names))


def questions(addresses: dict, client) -> list[str]:
    """Every address as it is, and each list's Excel file."""
    pages = {path: client.get(path) for path in addresses.values()}
    lists = [path for path, page in pages.items() if b"_export=xlsx" in getattr(page, "content", b"")]
    assert len(lists) > 8
    return [*pages, *(f"{path}?_export=xlsx" for path in lists)]


def test_no_file_leaves_without_its_row(demo, head, client_of):
    """A new address that gives a file comes in here by itself."""
    client = client_of(head)
    asked = [path for path in questions(fill_addresses(), client) if path != reverse("logout")]
    begun, left = timezone.now(), []
    for path in asked:
        response = client.get(path)
        if response.status_code == 200 and response["Content-Type"] not in LOOKED_AT:
            left.append((path.partition("?")[0], hashlib.sha256(response.content).hexdigest()))
    files = told("facts__path", "facts__sha256", at__gte=begun, kind__in=("export", "download"))
    assert len(left) > 12
    assert files == left


def test_an_export_says_who_what_was_asked_and_how_many_rows(client_of, clerk):
    CityFactory(names={"en": "Ritto"}, country_id="JP")
    CityFactory(country_id="ES")
    client = client_of(clerk)
    client.get(reverse("city-list"), {"country": "JP", "name": "", "_export": "xlsx"}, REMOTE_ADDR="192.0.2.9")
    (row,) = told("kind", "account", "address", "facts")
    assert row[:3] == ("export", "clerk", "192.0.2.9")
    facts = row[3]
    assert (facts["path"], facts["query"], facts["rows"]) == ("/cities/", "country=JP", 1)
    assert facts["file"].startswith("Cities ")


def test_a_scan_leaves_with_its_hash(client_of, reader):
    content = b"%PDF-1.4\n%%EOF"
    scan = EnclosureFactory(name="签批单.pdf", sha256=hashlib.sha256(content).hexdigest())
    client_of(reader).get(reverse("letter-enclosure", args=[scan.letter_id, scan.pk]))
    ((kind, account, facts),) = told("kind", "account", "facts")
    assert (kind, account, facts["file"], facts["bytes"]) == ("download", "reader", "签批单.pdf", len(content))
    assert facts["sha256"] == Enclosure.objects.get().sha256


def test_a_file_whose_row_cannot_be_written_does_not_go_out(client_of, reader, monkeypatch):
    client = client_of(reader)
    client.raise_request_exception = False
    monkeypatch.setattr(SecurityEvent.objects, "create", lambda **_: 1 / 0)
    response = client.get(reverse("city-list"), {"_export": "xlsx"})
    assert (response.status_code, response.has_header("Content-Disposition")) == (500, False)


def test_a_page_and_its_head_leave_no_row(client_of, reader):
    client = client_of(reader)
    client.get(reverse("city-list"))
    client.head(reverse("city-list"), {"_export": "xlsx"})
    assert told("kind") == []


def test_a_refused_page_is_on_the_log_once_a_minute(client_of, reader):
    client = client_of(reader)
    for _again in range(3):
        assert client.get(reverse("city-add"), REMOTE_ADDR="192.0.2.9").status_code == 403
    facts = {"page": "city-add", "path": "/cities/add/", "method": "GET"}
    assert told("kind", "account", "address", "facts") == [("refused", "reader", "192.0.2.9", facts)]


@pytest.mark.django_db
def test_a_form_without_its_key_is_told_from_somebody_who_may_not():
    Client(enforce_csrf_checks=True).post(reverse("login"), {"username": "reader"})
    facts = {"page": "login", "path": "/login/", "method": "POST", "why": "form without its key"}
    assert told("kind", "account", "address", "facts") == [("refused", "", "127.0.0.1", facts)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "file"), [("plain.pdf", "plain.pdf"), ("签 批.pdf", "签 批.pdf"), ('"a".pdf', '"a".pdf')]
)
def test_a_file_that_flows_is_on_the_log_by_its_name(name, file, tmp_path):
    (tmp_path / "x").write_bytes(b"x")

    def view(request) -> HttpResponse:
        return FileResponse((tmp_path / "x").open("rb"), as_attachment=True, filename=name)

    response = log_requests(view)(RequestFactory().get("/x/"))
    assert (response.streaming, told("kind", "account", "facts")) == (
        True,
        [("download", "", {"path": "/x/", "file": name})],
    )
    response.close()
