"""Filters of people."""

import pytest
from django_filters import BooleanFilter

from crm.filters.person import PersonFilter
from crm.models import NameForm, Person
from tests.factories import ChannelFactory, CityFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


class WithEmail(PersonFilter):
    """The filters of people, and one more, declared as any other."""

    has_email = BooleanFilter(method="by_email")

    def by_email(self, queryset, name, value):
        having = queryset.filter(channels__kind="email").distinct()
        return having if value else queryset.exclude(channels__kind="email")


def found(filterset=PersonFilter, **asked) -> list[str]:
    """The family names of who is found."""
    people = filterset(asked, Person.objects.all()).qs
    return sorted(person.names.get().family for person in people)


def person(family, **facts):
    return PersonFactory(names={NameForm.LATIN: ("Ana", family)}, **facts)


def test_one_more_filter_declared_with_a_method_is_asked_beside_the_others():
    for family, country in (("Ruiz", "ES"), ("Sanz", "PT")):
        ChannelFactory(person=person(family, country_id=country))
    person("Vega", country_id="ES")
    assert found(WithEmail, has_email="true") == ["Ruiz", "Sanz"]
    assert found(WithEmail, has_email="false") == ["Vega"]
    assert found(WithEmail, has_email="true", country="ES") == ["Ruiz"]


def test_what_is_asked_about_a_post_is_asked_about_one_and_the_same():
    both, madrid, faro = person("Both"), CityFactory(), CityFactory(country_id="PT")
    PostFactory(person=both, organization=OrganizationFactory(city=madrid), rank="mayor", end="2019")
    PostFactory(person=both, organization=OrganizationFactory(city=faro), rank="official")
    assert found(country="ES", rank="mayor") == found(country="PT", rank="official") == ["Both"]
    assert found(country="PT", rank="mayor") == found(country="ES", rank="official") == []
    assert found(country="ES", in_office="yes") == found(rank="mayor", in_office="yes") == []
    assert found(city=faro.slug, in_office="yes") == ["Both"]


def test_people_out_of_office_are_found_in_the_country_of_their_former_post():
    PostFactory(person=person("Former"), end="2019")
    PostFactory(person=person("Present"))
    assert found(country="ES", in_office="no") == ["Former"]
    assert found(country="ES") == ["Former", "Present"]


def test_post_is_asked_about_once_however_much_is_asked():
    people = PersonFilter({"country": "ES", "rank": "mayor", "in_office": "yes"}, Person.objects.all()).qs
    assert str(people.query).count('FROM "crm_post"') == 1
