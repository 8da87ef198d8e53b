"""What the page of a partner shows of all that passed."""

from datetime import date

import pytest
from django.http import QueryDict

from correspondence.models import Letter
from correspondence.record.page import PartnerRecord
from crm.models import LedgerEntry
from tests.factories import CityFactory, CourtesyFactory
from tests.queries import CaptureQueriesContext, connection

pytestmark = pytest.mark.django_db


def context_of(city, asked=""):
    """What the page of a city draws of what passed."""
    letters = Letter.objects.to_or_from(city=city)
    facts = {"to": "", "whose": {"city": city}, "letters": letters, "posts": []}
    return PartnerRecord(QueryDict(asked), date(2020, 6, 1), **facts).context()


def test_a_courtesy_in_feed_picture_and_among_what_is_open_is_read_once():
    city = CityFactory()
    CourtesyFactory(partner=city, summary="five doctors")
    with CaptureQueriesContext(connection) as asked:
        context = context_of(city)
    table = LedgerEntry._meta.db_table
    assert len([query for query in asked if f'"{table}"."summary"' in query["sql"]]) == 1
    [item], [row], [column] = context["items"], context["open_rows"], context["picture"].columns
    assert (item.text, row.item.text, column.received.visible) == ("five doctors",) * 3
    assert column.received.said == "2020-02-05 They gave: five doctors, not thanked yet, not answered yet"


def test_what_is_asked_for_is_shown_as_chosen():
    city = CityFactory()
    CourtesyFactory(partner=city, kind="visit")
    CourtesyFactory(partner=city)
    context = context_of(city, "show=visits&year=2020")
    assert (context["show"], context["year"], len(context["items"])) == ("visits", "2020", 1)
