"""The list of organizations, an organization's page and its form."""

from django.urls import reverse

from crm.models import Organization, OrganizationKind
from tests.factories import (
    ChannelFactory,
    CityFactory,
    OrganizationFactory,
    PersonFactory,
    PostalAddressFactory,
    PostFactory,
)
from tests.queries import queries

LIST = reverse("organization-list")


def found(browser, **asked):
    """The names that the list answers with."""
    return [row.record.display_name for row in browser.get(LIST, asked).context["table"].rows]


def typed(name="City Hall", **more):
    """An organization's form with one name."""
    parts = {f"{part}-TOTAL_FORMS": 0 for part in ("names", "channels", "addresses", "forms_of_address")}
    lines = {key.replace("TOTAL", "INITIAL"): 0 for key in parts}
    name = {"names-TOTAL_FORMS": 1, "names-0-language": "en", "names-0-text": name}
    return {**parts, **lines, **name, "country": "ES", "kind": OrganizationKind.COMPANY, **more}


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    OrganizationFactory()
    browser.get(LIST)
    one = queries(browser, LIST)
    OrganizationFactory()
    OrganizationFactory()
    assert queries(browser, LIST) == one


def test_list_answers_by_country_city_kind_and_name(browser):
    ritto = CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"})
    OrganizationFactory(city=ritto, names={"en": "Ritto City Hall", "zh-hans": "栗东市政府"})
    OrganizationFactory(kind=OrganizationKind.HOSPITAL, names={"en": "Hospital"})
    assert found(browser, country="JP") == found(browser, city="ritto-jp") == ["Ritto City Hall"]
    assert found(browser, kind="hospital") == ["Hospital"]
    assert found(browser, name="lidong") == ["Ritto City Hall"]
    assert found(browser, country="ES", name="hall") == []


def test_page_shows_who_is_in_office_by_precedence_and_how_to_reach_it(browser):
    organization = OrganizationFactory(names={"en": "City Hall"})
    second = PostFactory(organization=organization, rank="deputy_mayor", precedence=2)
    first = PostFactory(organization=organization, precedence=1)
    former = PostFactory(organization=organization, end="2019")
    ChannelFactory(organization=organization, value="hall@example.org")
    PostalAddressFactory(organization=organization)
    answer = browser.get(organization.get_absolute_url())
    assert [holder.post for holder in answer.context["holders"]] == [first, second]
    assert list(answer.context["former"]) == [former]
    for words in (str(former.person), "hall@example.org", "Plaza Mayor 1", "Write a letter"):
        assert words in answer.content.decode()


def test_page_asks_as_many_queries_for_three_in_office_as_for_one(browser):
    organization = OrganizationFactory()
    PostFactory(organization=organization)
    browser.get(organization.get_absolute_url())
    one = queries(browser, organization.get_absolute_url())
    PostFactory(organization=organization, person=PersonFactory())
    PostFactory(organization=organization, person=PersonFactory())
    assert queries(browser, organization.get_absolute_url()) == one


def test_new_organization_gets_its_address_from_its_name(browser):
    answer = browser.post(reverse("organization-add"), typed(name="Acme Masks"))
    assert answer.url == "/organizations/acme-masks-es/"
    assert str(Organization.objects.get()) == "Acme Masks"


def test_name_is_changed_and_found_anew(browser):
    organization = OrganizationFactory(kind=OrganizationKind.COMPANY, names={"en": "Old"})
    line = {"names-INITIAL_FORMS": 1, "names-0-id": organization.names.get().pk, "names-0-in_letter": "the New Company"}
    browser.post(reverse("organization-edit", args=[organization.slug]), typed(name="New", **line))
    page = browser.get(organization.get_absolute_url(), {"changes": "on"})
    organization.refresh_from_db()
    assert (organization.sort_key, organization.names.get().in_letter) == ("new", "the New Company")
    assert "<del>Old</del>" in page.content.decode()


def test_government_needs_a_city_that_has_none_yet(browser):
    government = OrganizationFactory(city=CityFactory(names={"en": "Alba"}))
    without = browser.post(reverse("organization-add"), typed(kind=OrganizationKind.CITY_GOVERNMENT)).content.decode()
    second = browser.post(
        reverse("organization-add"), typed(kind=OrganizationKind.CITY_GOVERNMENT, city=government.city_id)
    )
    assert "Say which city it governs." in without
    assert "The government of Alba is on record already." in second.content.decode()


def test_reader_sees_but_changes_nothing(client_of, reader):
    organization, browser = OrganizationFactory(), client_of(reader)
    assert "Write a letter" not in browser.get(organization.get_absolute_url()).content.decode()
    assert browser.get(reverse("organization-edit", args=[organization.slug])).status_code == 403
