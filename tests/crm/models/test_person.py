"""People: their names in every script, the post they hold, and who is found where."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from crm.models import NameForm, Person, PersonName
from tests.factories import CityFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)
NAMES = {NameForm.OWN: ("昌大", "野村"), NameForm.LATIN: ("Masahiro", "Nomura"), NameForm.CHINESE: ("昌大", "野村")}


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ({"form": "latin", "given": "Ana", "family": "Ruiz", "middle": "Gil", "language": "es"}, "Ana Ruiz Gil"),
        (
            {"form": "own", "given": "Іван", "family": "Коваль", "middle": "Ілліч", "language": "uk"},
            "Іван Ілліч Коваль",
        ),
        ({"form": "own", "given": "昌大", "family": "野村", "family_first": True}, "野村昌大"),
        ({"form": "latin", "given": "Masahiro", "family": "Nomura", "family_first": True}, "Nomura Masahiro"),
        ({"form": "chinese", "given": "安娜", "family": "鲁伊斯"}, "安娜·鲁伊斯"),
        ({"form": "latin", "family": "Suharto"}, "Suharto"),
    ],
)
def test_a_name_stands_in_its_own_order_and_spacing(name, full):
    assert PersonName(**name).full == full


@pytest.mark.parametrize(("language", "form"), [("zh-hans", "chinese"), ("es", "latin"), ("ja", "own")])
def test_a_letter_takes_the_writing_that_its_reader_knows(language, form):
    person = PersonFactory(names=NAMES)
    person.names.filter(form="own").update(language="ja")
    assert person.name_for(language).form == form


def test_a_name_kept_for_a_language_goes_before_the_others():
    person = PersonFactory(names=NAMES)
    PersonName.objects.create(person=person, form="other", language="uk", given="Масахіро", family="Номура")
    assert Person.objects.get().name_for("uk").full == "Масахіро Номура"


def test_a_name_of_another_language_says_which():
    with pytest.raises(ValidationError, match="Say which language"):
        PersonName(form="other", given="x").clean()


def test_people_are_sorted_by_family_name_and_chinese_ones_by_pinyin():
    zhang, ruiz, abe = (
        PersonFactory(names={form: name})
        for form, name in (("chinese", ("伟", "张")), ("latin", ("Ana", "Ruiz")), ("latin", ("Zoe", "Abe")))
    )
    assert list(Person.objects.all()) == [abe, ruiz, zhang]


def test_of_two_posts_the_one_of_higher_precedence_counts():
    person = PersonFactory()
    second, first = (PostFactory(person=person, precedence=place, start="2019") for place in (5, 1))
    PostFactory(person=person, precedence=0, start="2015", end="2018")
    assert person.post_on(ON) == first
    assert person.post_on(date(2017, 1, 1)).precedence == 0
    assert person.post_on(date(2014, 1, 1)) is None
    assert second in person.posts.all()


def test_by_posts_everybody_in_office_comes_once_by_the_first_of_their_posts():
    first, second, former, _postless = PersonFactory.create_batch(4)
    for precedence in (2, 2, 5):
        PostFactory(person=second, precedence=precedence)
    PostFactory(person=first, precedence=1)
    PostFactory(person=first, precedence=0, end="2019")
    PostFactory(person=former, precedence=1, end="2019")
    people = Person.objects.by_posts(ON).order_by("posts__precedence")
    assert list(people.values_list("pk", "posts__precedence")) == [(first.pk, 1), (second.pk, 2)]
    assert [list(Person.objects.first_by_posts(ON, number)) for number in (1, 2, 9)] == [[first], [first, second], []]
    assert list(Person.objects.first_by_posts(ON, 2, descending=True)) == [second]


def test_country_rank_and_day_are_asked_of_one_post():
    was = PostFactory(start="2015", end="2018", rank="mayor").person
    now = PostFactory(start="2019", rank="mayor").person
    found = {on: set(Person.objects.in_place(country="ES", rank="mayor", on=on)) for on in (None, ON)}
    assert found == {None: {was, now}, ON: {now}}
    assert set(Person.objects.in_place(country="JP", rank="mayor")) == set()


def test_who_lives_somewhere_is_found_there_without_a_post():
    neighbour = PersonFactory(city=CityFactory(country_id="JP"))
    assert set(Person.objects.in_place(country="JP")) == {neighbour}
    assert set(Person.objects.in_place(city=neighbour.city)) == {neighbour}
    assert set(Person.objects.in_place(organization=OrganizationFactory())) == set()


def test_nobody_lives_in_a_city_of_another_country():
    with pytest.raises(ValidationError, match="another country"):
        PersonFactory(city=CityFactory(country_id="JP"), country_id="ES").clean()


@pytest.mark.parametrize(
    ("language", "part", "full"),
    [
        ("es", "Second family name", "Ana Ruiz Gil"),
        ("ca", "Second family name", "Ana Ruiz Gil"),
        ("uk", "Patronymic", "Ana Gil Ruiz"),
        ("vi", "Middle name", "Ana Gil Ruiz"),
        ("", "Middle name", "Ana Gil Ruiz"),
    ],
)
def test_a_middle_part_is_what_the_names_language_says(language, part, full):
    name = PersonName(form="own", language=language, given="Ana", family="Ruiz", middle="Gil")
    assert (name.middle_label, name.full) == (part, full)
