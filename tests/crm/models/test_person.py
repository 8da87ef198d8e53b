"""People by place, by the post they hold on a day, and by the language their letters are in."""

from datetime import date
from itertools import product

import pytest

from crm.models import BodyKind, City, Country, Person, Post
from tests.factories import BodyFactory, CityFactory, PersonFactory, PostFactory

ON = date(2020, 4, 20)
LANGUAGES = ("zh-hans", "en", "es", "nb", "ja")


def names(people):
    return sorted(person.names.get().family for person in people)


def person(family, **facts):
    return PersonFactory(names={"latin": ("Ana", family)}, **facts)


@pytest.fixture
def spain(db):
    return Country.objects.get(pk="ES")


def test_one_post_answers_all_questions_about_posts(spain):
    here, there = BodyFactory(), BodyFactory(city__country_id="PT", city__slug="faro-pt")
    moved = person("Moved")
    PostFactory(person=moved, body=here, kind="mayor", end="2018")
    PostFactory(person=moved, body=there, kind="official")
    PostFactory(person=person("Mayor"), body=here, kind="mayor")
    assert names(Person.objects.placed(country=spain)) == ["Mayor", "Moved"]
    assert names(Person.objects.placed(country=spain, on=ON)) == ["Mayor"]
    assert names(Person.objects.placed(country=spain, kind="official")) == []
    assert names(Person.objects.placed(body=there, kind="official", on=ON)) == ["Moved"]
    assert names(Person.objects.placed(city=here.city)) == ["Mayor", "Moved"]
    assert names(Person.objects.placed(on=ON)) == ["Mayor", "Moved"]


def test_who_holds_no_post_is_found_where_he_lives(spain):
    city = CityFactory()
    person("InCity", city=city)
    person("InCountry", country=spain)
    person("Nowhere")
    assert names(Person.objects.placed(country=spain)) == ["InCity", "InCountry"]
    assert names(Person.objects.placed(city=city)) == ["InCity"]
    assert names(Person.objects.placed(city=city, country=Country.objects.get(pk="PT"))) == []
    assert names(Person.objects.placed(country=spain, on=ON)) == []
    assert names(Person.objects.out_of_office(ON)) == ["InCity", "InCountry", "Nowhere"]


def test_the_leading_post_is_the_one_of_highest_precedence():
    someone = person("Two")
    PostFactory(person=someone, precedence=3)
    first = PostFactory(person=someone, precedence=1)
    PostFactory(person=someone, precedence=0, end="2019")
    assert list(Post.objects.leading(ON)) == [first]
    assert Person.objects.get(pk=someone.pk).post_on(ON) == first


@pytest.fixture
def everybody(db):
    """A person for every mixture of own language, home and posts."""
    homes = [
        {},
        {"country_id": "NO"},
        {"city": CityFactory(country_id="JP", slug="ritto-jp")},
        {"city": CityFactory(country_id="JP", slug="kyoto-jp", letter_language="en")},
    ]
    bodies = [
        BodyFactory(),
        BodyFactory(letter_language="en"),
        BodyFactory(kind=BodyKind.COMPANY, country_id="NO"),
        BodyFactory(kind=BodyKind.OWN_MISSION, country_id="NO"),
    ]
    posts = [(), *((body,) for body in bodies), (bodies[0], bodies[3]), (bodies[3], bodies[0])]
    for own, home, held in product(("", "ja"), homes, posts):
        someone = PersonFactory(letter_language=own, **home)
        for precedence, body in enumerate(held):
            PostFactory(person=someone, body=body, precedence=precedence)
        PostFactory(person=someone, body=bodies[2], precedence=0, end="2019")
    return Person.objects.all()


def test_the_list_by_language_is_what_each_person_is_written_in(everybody):
    expected = {language: {p.pk for p in everybody if p.language_on(ON) == language} for language in LANGUAGES}
    assert {language: {p.pk for p in everybody.reading(language, ON)} for language in LANGUAGES} == expected
    assert sum(map(len, expected.values())) == len(everybody)


def test_a_person_is_where_the_post_is_else_at_home(spain):
    lives = CityFactory(country_id="PT", slug="faro-pt")
    someone = person("Far", city=lives)
    assert (someone.city_on(ON), someone.country_on(ON)) == (lives, Country.objects.get(pk="PT"))
    body = PostFactory(person=someone).body
    assert (someone.city_on(ON), someone.country_on(ON)) == (City.objects.get(pk=body.city_id), spain)
