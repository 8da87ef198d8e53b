"""To whom a letter to a partner may go."""

from datetime import date

import pytest
from django.http import QueryDict

from correspondence.recipients import partner_of, read_recipient, recipient_key, recipients_of, write_url
from tests.factories import CityFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def test_post_holders_come_first_by_precedence_then_organizations_then_people():
    government = OrganizationFactory()
    city = government.city
    deputy = PostFactory(organization=government, precedence=5, start="2019")
    mayor = PostFactory(organization=government, precedence=1, start="2019")
    PostFactory(organization=government, precedence=0, start="2010", end="2018")
    neighbour = PersonFactory(city=city)
    keys = [key for key, _label in recipients_of(city, ON)]
    assert keys == [f"post:{mayor.pk}", f"post:{deputy.pk}", f"organization:{government.pk}", f"person:{neighbour.pk}"]


def test_an_archived_organization_is_not_written_to():
    organization = OrganizationFactory(archived=True)
    assert recipients_of(organization.city, ON) == []


def test_a_key_means_whom_it_was_made_of():
    post, organization, person = PostFactory(), OrganizationFactory(), PersonFactory()
    assert read_recipient(recipient_key(post.person, post, None)) == {"post": post}
    assert read_recipient(recipient_key(None, None, organization)) == {
        "organization": organization,
        "organization_itself": True,
    }
    assert read_recipient(recipient_key(person, None, None)) == {"person": person}


def test_a_merged_record_is_written_to_as_what_it_has_become():
    kept = CityFactory()
    double = CityFactory(merged_into=kept)
    assert partner_of(QueryDict(f"city={double.slug}")) == kept
    assert partner_of(QueryDict("city=nowhere")) is None
    assert partner_of(QueryDict("person=x")) is None


@pytest.mark.parametrize(
    ("query", "facts", "address"),
    [
        ("city=ritto-jp", {"gift": 3, "occasion": None, "kind": "thanks"}, "city=ritto-jp&gift=3&kind=thanks"),
        ("", {"organization": "", "person": 12, "letter": 5}, "person=12&letter=5"),
    ],
)
def test_a_letter_is_begun_with_what_is_known(query, facts, address):
    assert write_url(query, **facts) == f"/letters/write/?{address}"
