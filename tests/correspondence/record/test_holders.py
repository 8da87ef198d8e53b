"""Who holds office: the post, how to reach and to address them, and when we last wrote."""

from datetime import date

import pytest

from correspondence.record.holders import days_of, held_keys, holders_of, refs_of_posts
from crm.models import City, Post
from tests.factories import (
    ChannelFactory,
    CityFactory,
    FormOfAddressFactory,
    LetterFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)
from tests.queries import CaptureQueriesContext, connection

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


@pytest.fixture
def hall():
    """The government of a Spanish city."""
    city = CityFactory(names={"en": "Guadalajara", "es": "Guadalajara"})
    return OrganizationFactory(city=city, names={"en": "City Hall", "es": "Ayuntamiento de Guadalajara"})


def holders(hall):
    """Those in office in the city of an organization."""
    city = City.objects.select_related("country").prefetch_related("names").get(pk=hall.city_id)
    return holders_of(held_keys(days_of(Post.objects.filter(organization__city=city)), ON), ON, at=city)


def test_those_in_office_come_by_precedence_and_the_acting_after_the_regular(hall):
    deputy = PostFactory(organization=hall, rank="deputy_mayor")
    acting = PostFactory(organization=hall, acting=True)
    mayor = PostFactory(organization=hall, start="2019")
    PostFactory(organization=hall, end="2019")
    PostFactory(organization=hall, start="2021")
    assert [holder.post for holder in holders(hall)] == [mayor, acting, deputy]
    held = Post.objects.held(ON).by_precedence()
    assert held_keys(days_of(Post.objects.all()), ON) == list(held.values_list("pk", flat=True))


def test_a_kept_salutation_comes_before_a_proposed_one_and_what_cannot_be_said_is_left_empty(hall):
    names = {"own": ("Ana", "Ruiz")}
    kept, proposed, unknown = (PersonFactory(names=names, gender=gender) for gender in ("f", "f", ""))
    FormOfAddressFactory(person=kept)
    for person, precedence in ((kept, 1), (proposed, 2), (unknown, 3)):
        PostFactory(organization=hall, person=person, precedence=precedence, titles={"es": "Alcaldesa"})
    assert [holder.salutation for holder in holders(hall)] == ["Excma. Sra. Alcaldesa:", "Estimada Sra. Alcaldesa:", ""]


def test_own_channels_come_before_the_organizations(hall):
    own, other = PostFactory(organization=hall, precedence=1), PostFactory(organization=hall, precedence=2)
    phone = ChannelFactory(person=own.person, kind="phone", value="+34 949 887 000")
    ChannelFactory(person=own.person, kind="web", value="example.org")
    of_hall = ChannelFactory(organization=hall)
    assert [holder.channels for holder in holders(hall)] == [[phone], [of_hall]]
    assert other.person.channels.count() == 0


def test_the_last_letter_that_went_out_is_told(hall):
    post = PostFactory(organization=hall)
    sent = LetterFactory(person=post.person, post=post, organization=None, state="sent")
    LetterFactory(person=post.person, post=post, organization=None, day="2020-05-01")
    [holder] = holders(hall)
    assert holder.last_written == sent.day


def test_a_name_in_its_own_script_stands_beside_another(hall):
    PostFactory(organization=hall, person=PersonFactory(names={"own": ("一郎", "琵琶"), "latin": ("Ichiro", "Biwa")}))
    PostFactory(organization=hall, rank="deputy_mayor")
    assert [holder.own_name and holder.own_name.family for holder in holders(hall)] == ["琵琶", None]


def test_days_in_office_are_told_where_they_are_known(hall):
    post = PostFactory(organization=hall, start="2015-05", end="2019")
    PostFactory(organization=hall)
    assert refs_of_posts(days_of(Post.objects.all())) == [("2015-05", "post", post.pk), ("2019", "left", post.pk)]


def test_three_cost_as_many_queries_as_one(hall):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            holders(hall)
        return len(queries)

    PostFactory(organization=hall)
    one = asked()
    PostFactory(organization=hall)
    PostFactory(organization=OrganizationFactory(city=hall.city, kind="company", names={"en": "Firm"}))
    assert asked() == one
