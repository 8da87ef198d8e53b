"""Lists that are printed."""

import pytest
from django.urls import reverse

from crm.exchange.printed import PrintedList
from crm.models import SecurityEvent
from tests.factories import CityFactory, OfficeFactory

pytestmark = pytest.mark.django_db
PRINTED = []


def printer(printed: PrintedList) -> bytes:
    """Keeps what would be printed."""
    PRINTED.append(printed)
    return b"%PDF"


@pytest.fixture
def browser(client_of, clerk, settings):
    settings.LISTS_PRINTED_BY = f"{__name__}.printer"
    PRINTED.clear()
    return client_of(clerk)


def test_what_is_asked_is_printed_with_who_asked(browser, clerk):
    office = OfficeFactory(name="Foreign Affairs Office")
    CityFactory(names={"en": "Ritto"}, country_id="JP")
    CityFactory(names={"en": "Guadalajara"}, country_id="ES")
    answer = browser.get(reverse("city-list"), {"country": "JP", "_export": "pdf"})
    (printed,) = PRINTED
    assert (answer["Content-Type"], answer.content) == ("application/pdf", b"%PDF")
    assert printed.headings[:3] == ["City", "Country or region", "Partnership"]
    assert [row[0] for row in printed.rows] == ["Ritto"]
    assert printed.asked == ["Country or region: Japan"]
    assert (printed.office, printed.by, printed.title) == (office.name, str(clerk), "Cities")


def test_a_printed_list_is_on_the_security_log(browser):
    CityFactory()
    browser.get(reverse("city-list"), {"_export": "pdf"})
    assert SecurityEvent.objects.latest("pk").facts["rows"] == 1


def test_a_list_that_is_too_long_is_shown_with_why_it_is_not_printed(browser, monkeypatch):
    monkeypatch.setattr("crm.exchange.printed.MOST_PRINTED", 1)
    CityFactory.create_batch(2, country_id="JP")
    answer = browser.get(reverse("city-list"), {"country": "JP", "_export": "pdf"}, follow=True)
    assert answer.redirect_chain == [(f"{reverse('city-list')}?country=JP", 302)]
    assert "A paper takes 1 rows" in answer.content.decode()
    assert PRINTED == []


def test_an_empty_list_offers_no_file(browser):
    assert "_export" not in browser.get(reverse("city-list"), {"name": "nowhere"}).content.decode()
