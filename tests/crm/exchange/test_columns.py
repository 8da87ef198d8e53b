"""What leaves in a file and could come back."""

from io import BytesIO

import pytest
from django.db import models
from django.urls import reverse
from openpyxl import load_workbook

from correspondence.exchange import NOUNS as ABOVE
from crm.exchange.columns import noun_of
from crm.exchange.nouns import NOUNS
from crm.models import Channel, Person
from crm.models.common import Keyed
from tests.factories import ChannelFactory, CityFactory, GiftFactory, OrganizationFactory, PersonFactory, PostFactory
from tests.queries import queries

pytestmark = pytest.mark.django_db
ALL = [columns for noun in (*NOUNS, *ABOVE) for columns in (noun.records, *noun.parts)]


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def book(browser, page: str, **asked) -> dict[str, list[tuple]]:
    """The rows of each sheet."""
    file = browser.get(reverse(page), {**asked, "_export": "xlsx"}).content
    return {sheet.title: list(sheet.values) for sheet in load_workbook(BytesIO(file))}


@pytest.mark.parametrize("columns", ALL, ids=lambda columns: columns.model.__name__)
def test_every_column_is_a_field_of_a_keyed_record(columns):
    assert issubclass(columns.model, Keyed)
    fields = [columns.model._meta.get_field(name) for name in columns.fields]
    assert all(isinstance(field, models.Field) for field in fields)
    assert len(set(columns.headings)) == len(columns.headings)


def test_a_part_names_its_record_by_key(browser):
    post = PostFactory(titles={"en": "Mayor"})
    ChannelFactory(person=post.person, value="ana@example.org")
    ChannelFactory(person=PersonFactory(archived=True))
    sheets = book(browser, "person-list")
    person, channel = Person.objects.get(pk=post.person.pk), Channel.objects.get(value="ana@example.org")
    assert list(sheets) == ["People", "Names", "Posts", "Titles", "Telephones and e-mail", "Addresses"]
    assert [row[0] for row in sheets["People"]] == ["Record key", str(person.record_key)]
    assert [row[:2] for row in sheets["Telephones and e-mail"]] == [
        ("Record key", "Belongs to record key"),
        (str(channel.record_key), str(person.record_key)),
    ]
    assert sheets["Posts"][1][:4] == (
        str(post.record_key),
        str(person.record_key),
        str(post.organization),
        str(post.organization.record_key),
    )
    assert sheets["Titles"][1][:2] == (str(post.titles.get().record_key), str(post.record_key))


def test_first_sheet_has_the_list_first_and_then_what_it_does_not_show(browser):
    city = CityFactory(country_id="JP", names={"en": "Ritto"}, note="by the lake")
    head, row = book(browser, "city-list")["Cities"]
    assert head[:4] == ("Record key", "City", "Country or region", "Partnership")
    assert row[:3] == (str(city.record_key), "Ritto", "Japan")
    assert dict(zip(head, row, strict=True))["Note"] == "by the lake"
    assert head.count("Country or region") == 1


def test_only_what_was_asked_for_leaves(browser):
    for country in ("JP", "ES"):
        OrganizationFactory(city=CityFactory(country_id=country))
    sheets = book(browser, "organization-list", country="JP")
    assert [len(rows) for rows in sheets.values()] == [2, 2, 1, 1]


def test_gifts_have_their_lines_and_partners(browser):
    GiftFactory()
    sheets = book(browser, "gift-list")
    assert [(title, len(rows)) for title, rows in sheets.items()] == [("Gifts", 2), ("Lines", 2), ("Partners", 2)]


@pytest.mark.parametrize("page", ["person-list", "gift-list", "organization-list"])
def test_a_file_asks_as_many_queries_for_three_as_for_one(browser, page):
    def add():
        PostFactory(titles={"en": "Mayor"})
        GiftFactory()

    add()
    one = queries(browser, f"{reverse(page)}?_export=xlsx")
    add()
    add()
    assert queries(browser, f"{reverse(page)}?_export=xlsx") == one


def test_what_has_no_noun_leaves_as_it_is_shown(browser):
    assert noun_of(Channel) is None
    assert len(book(browser, "item-kind-list")) == 1
