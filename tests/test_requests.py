"""No address and no form is broken by what it is sent: whatever comes is read, or refused in a sentence."""

import re
from functools import cache
from urllib.parse import quote_from_bytes

import pytest
from django.db import transaction
from django.forms import ModelMultipleChoiceField
from django.urls import reverse
from django_filters import FilterSet
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from crm.checks import below
from crm.forms.choices import PickerMultipleField
from tests.addresses import fill_addresses
from tests.factories import CityFactory
from tests.pages import Filled

NO_PAGES = {"logout", "interface-language", "welcome", "login"}
NAMES = ["page", "per_page", "sort", "_export", "city", "organization", "person", "gift", "letter", "occasion"]
NAMES += ["direction", "kind", "recipient", "state", "download", "form_token", "next"]
ODD = ["", "\x00", "a\x00b", "9" * 23, "-1", "-" + "9" * 23, "1e9", "nan", "٣", "²", "0", "on", "=1+1", ".."]
ODD += ["2020-13", "2020-02-30", "0000", "99999-01-01", "2020-03-05", "\u202e", "e\u0301", "𠮷", "x" * 5000, "<b>"]
RAW = st.binary(max_size=6).map(quote_from_bytes)
VALUES = st.one_of(st.sampled_from(ODD), st.integers().map(str), st.text(max_size=12), st.floats().map(str))


@cache
def filters() -> list[str]:
    """The names of all filters."""
    return sorted({name for filterset in below(FilterSet) for name in filterset.base_filters})


class Site:
    """The whole site as the head sees it, with what each page's form would send."""

    def __init__(self, client):
        self.client, self.forms = client, {}
        self.addresses = sorted(address for name, address in fill_addresses().items() if name not in NO_PAGES)

    def form(self, address: str) -> dict:
        """What the form of a page would send; {} where it has none."""
        if address not in self.forms:
            page = self.client.get(address)
            html = page.headers.get("Content-Type", "").startswith("text/html")
            self.forms[address] = Filled(page.content.decode()).data if html and not page.streaming else {}
        return self.forms[address]

    def ask(self, send) -> None:
        """Send a request, and take back what it has written; it must not end in a traceback."""
        with transaction.atomic():
            response = send()
            transaction.set_rollback(True)
        assert response.status_code < 500


@pytest.fixture
def site(demo, client_of, head):
    return Site(client_of(head))


@pytest.fixture
def inputs(pytestconfig):
    """How many inputs a test tries."""
    return pytestconfig.getoption("fuzz") // 4


def often(count: int):
    """hypothesis' settings for ``count`` inputs, the same each time unless many are asked for."""
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=count < 1000,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_no_query_breaks_a_page(site, inputs, half):
    @often(inputs)
    @given(
        st.sampled_from(site.addresses[half::2]),
        st.lists(st.tuples(st.sampled_from(NAMES + filters()), VALUES | RAW), max_size=3),
        st.booleans(),
    )
    def ask(address, query, is_raw):
        if is_raw:
            raw = "&".join(f"{name}={value if value.isascii() else 'x'}" for name, value in query)
            site.ask(lambda: site.client.get(address, QUERY_STRING=raw))
        else:
            site.ask(lambda: site.client.get(address, query_params=query_dict(query)))

    ask()


def query_dict(pairs) -> dict:
    """Pairs of names and values with all values of a name."""
    sent = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    return sent


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_no_form_is_broken_by_what_it_is_sent(site, inputs, half):
    @often(inputs)
    @given(st.sampled_from(site.addresses[half::2]), st.data())
    def send(address, data):
        form = site.form(address)
        names = sorted(form) or NAMES
        odd = data.draw(st.dictionaries(st.sampled_from(names), st.lists(VALUES, max_size=2), max_size=3))
        site.ask(lambda: site.client.post(address, {**form, **odd}))

    send()


# The kinds of which one was found, each by itself -------------------------------------------------------


@pytest.mark.parametrize("asked", ["per_page=-1", "per_page=0", "per_page=x", "page=-1", f"page={'9' * 23}"])
def test_a_page_that_is_not_there_is_the_nearest_one(asked, browser):
    CityFactory()
    assert len(browser.get(f"{reverse('city-list')}?{asked}").context["table"].page.object_list) == 1


def test_a_page_holds_two_hundred_rows_at_most(browser):
    for _ in range(3):
        CityFactory()
    table = browser.get(reverse("city-list"), {"per_page": "1000000"}).context["table"]
    assert table.paginator.per_page == 200


@pytest.mark.parametrize("address", ["/cities/?name=%00", "/letters/write/?city=%00", "/gifts/?occasion=a%00", "/%00/"])
def test_a_character_that_no_address_holds_is_refused_in_a_sentence(address, browser):
    page = browser.get(address)
    assert page.status_code in (400, 404)
    assert "traceback" not in page.content.decode().lower()


def test_a_tick_of_a_number_too_large_is_refused_beside_its_field(site):
    address = reverse("occasion-add")
    page = site.client.post(
        address, {"cities": ["9" * 23], "note": "kept", "names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
    )
    assert "cities" in page.context["form"].errors
    assert ">\nkept</textarea>" in page.content.decode() or ">kept</textarea>" in page.content.decode()


def test_a_part_takes_two_hundred_lines_and_says_so(browser):
    rows = {"names-TOTAL_FORMS": 100_000, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "x"}
    page = browser.post(reverse("city-add"), {"country": "ES", **rows})
    (rows,) = page.context["inlines"]
    assert len(rows.forms) <= 300
    assert re.search("at most 200", str(rows.non_form_errors()))


def test_every_field_of_several_records_reads_keys_through_the_one_door():
    strangers = [field for field in below(ModelMultipleChoiceField) if not issubclass(field, PickerMultipleField)]
    assert [field.__qualname__ for field in strangers if field.__module__.startswith(("crm", "correspondence"))] == []
