"""What stands above the ledger's list, and what of its courtesies may be added up."""

from datetime import date

from django.http import QueryDict
from django.urls import reverse

from crm.actions.gifts import record_gift
from crm.dates import parse_partial_date
from crm.filters.ledger import LedgerFilter
from crm.models import LedgerEntry
from crm.views.balances import THINGS, balance_rows, tell_alike, tell_balances
from tests.factories import CityFactory, CourtesyFactory, ItemKindFactory

LIST = reverse("ledger")
ON = date(2020, 6, 1)


def asked(address: str = "") -> LedgerFilter:
    """The ledger's filter as an address asks."""
    return LedgerFilter(QueryDict(address), queryset=LedgerEntry.objects.none())


def give(country: str, *items) -> None:
    """Give 500 of each thing to a city of a country."""
    lines = [{"item": item, "quantity": 500, "unit": "piece"} for item in items]
    facts = {"direction": "given", "state": "sent", "day": parse_partial_date("2020-03")}
    record_gift(by=None, partners=[{"city": CityFactory(country_id=country)}], lines=lines, **facts)


def test_times_and_partners_are_of_what_is_asked_for(db):
    CourtesyFactory(partner=CityFactory(country_id="JP"), direction="given")
    CourtesyFactory(partner=CityFactory(country_id="ES"))
    told = tell_balances(asked("country=JP"), QueryDict("order=name"), ON)
    assert (told["times"].given, told["times"].received, told["order"]) == (1, 0, "name")
    assert [row.total.given for row in told["balances"]] == [1]
    assert [row[2:5] for row in balance_rows(asked("country=ES"), ON)[1:]] == [(1, 0, 1)]


def test_more_kinds_of_things_than_are_told_at_once_are_told_apart(db):
    give("JP", *(ItemKindFactory() for _ in range(THINGS + 2)))
    told = tell_alike(asked(), ON)
    assert (len(told["things"]), len(told["more_things"])) == (THINGS, 2)


def test_what_may_be_added_up_follows_the_filter_as_a_part_of_the_ledger_and_as_a_page(browser):
    masks = ItemKindFactory(words={"en": "masks"})
    give("JP", masks)
    give("ES", masks)
    address = f"{reverse('ledger-alike')}?country=JP"
    assert f'hx-get="{address}"' in browser.get(LIST, {"country": "JP"}).content.decode()
    page = browser.get(address).content.decode()
    assert "given 500" in page
    assert "Back to the ledger" in page
    assert "given 1,000" in browser.get(reverse("ledger-alike")).content.decode()
    part = browser.get(address, headers={"hx-request": "true"}).content.decode()
    assert part.strip().startswith('<div class="alike')
    nothing = browser.get(reverse("ledger-alike"), {"partner": "nobody"}).content.decode()
    assert "Nothing that passed here is alike." in nothing
