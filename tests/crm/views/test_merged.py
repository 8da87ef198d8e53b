"""Pages of records that were merged into another."""

import pytest
from django.urls import reverse

from crm.models import City, Organization, Person, Post
from tests.crm.views.test_person import empty_parts
from tests.factories import CityFactory, OrganizationFactory, PersonFactory, PostFactory

PAGES = [
    ("city", CityFactory),
    ("city-edit", CityFactory),
    ("organization", OrganizationFactory),
    ("organization-edit", OrganizationFactory),
    ("person", PersonFactory),
    ("person-edit", PersonFactory),
]


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def merged(factory, into=None, **facts):
    """A record merged into another, and the other."""
    into = into or factory()
    record = factory(**facts)
    type(record).objects.filter(pk=record.pk).update(merged_into=into)
    return type(record).objects.get(pk=record.pk), into


@pytest.mark.parametrize(("name", "factory"), PAGES)
def test_page_of_a_merged_record_leads_to_what_it_has_become(browser, name, factory):
    record, into = merged(factory)
    key = record.pk if factory is PersonFactory else record.slug
    answer = browser.get(reverse(name, args=[key]), follow=True)
    assert answer.redirect_chain == [(into.get_absolute_url(), 302)]
    said = [str(message) for message in answer.context["messages"]]
    assert said == [f"“{record}” was merged into “{into}”; this is its page."]


def test_what_is_sent_to_a_form_that_was_open_meanwhile_is_refused_and_stays(browser):
    person, into = merged(PersonFactory)
    typed = empty_parts(note="Speaks Chinese", country="ES")
    page = browser.post(reverse("person-edit", args=[person.pk]), typed).content.decode()
    person.refresh_from_db()
    assert f"This was merged into {into}: change it there." in page
    assert "Speaks Chinese" in page
    assert person.note == ""


def test_a_post_is_added_to_whom_the_person_has_become(browser):
    person, into = merged(PersonFactory)
    typed = {"organization": OrganizationFactory().pk, "rank": "mayor"}
    typed |= {"titles-TOTAL_FORMS": 0, "titles-INITIAL_FORMS": 0}
    browser.post(reverse("post-add", args=[person.pk]), typed)
    assert Post.objects.get().person == into


@pytest.mark.parametrize(
    ("name", "factory"),
    [("city-list", CityFactory), ("organization-list", OrganizationFactory), ("person-list", PersonFactory)],
)
def test_lists_show_what_remains(browser, name, factory):
    record, into = merged(factory)
    shown = {row.record for row in browser.get(reverse(name)).context["table"].rows}
    assert record not in shown
    assert into in shown


def test_a_filter_by_what_was_merged_asks_for_what_it_has_become(browser):
    old, new = merged(CityFactory, slug="old-es")
    post = PostFactory(organization=OrganizationFactory(city=new))
    table = browser.get(reverse("person-list"), {"city": old.slug}).context["table"]
    assert [row.record for row in table.rows] == [post.person]


def test_forms_offer_what_remains(browser):
    city, new_city = merged(CityFactory)
    organization, new_organization = merged(OrganizationFactory)
    person, new_person = merged(PersonFactory)
    offered = browser.get(reverse("gift-add")).context["inlines"][0].forms[0].fields
    for name, old, new in (
        ("city", city, new_city),
        ("organization", organization, new_organization),
        ("person", person, new_person),
    ):
        assert old not in offered[name].queryset
        assert new in offered[name].queryset
    home = browser.get(reverse("person-add")).context["form"].fields["city"].queryset
    assert {city, new_city} & {*home} == {new_city}
    work = browser.get(reverse("post-add", args=[new_person.pk])).context["form"].fields["organization"].queryset
    assert {organization, new_organization} & {*work} == {new_organization}


@pytest.mark.parametrize("model", [City, Organization, Person])
def test_merging_is_nobodys_to_type(model):
    assert model._meta.get_field("merged_into").editable is False
