"""Single words that a letter lacked, put on record: each where it belongs and in the search text."""

import pytest

from crm.actions.words import add_name, add_person_name, add_title, keep_address, keep_case, set_gender, writing_for
from crm.models import City, FormOfAddress, Person
from tests.factories import CityFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


def test_a_name_is_added_and_found(clerk):
    city = CityFactory(names={"en": "Hamar"})
    add_name(by=clerk, record=city, language="zh-hans", text=" 哈马尔市 ")
    assert city.names.get(language="zh-hans").text == "哈马尔市"
    assert City.objects.search("哈马尔").get() == city


@pytest.mark.parametrize(
    ("language", "form", "kept"), [("zh-hans", "chinese", "zh-hans"), ("es", "other", "es"), ("uk", "other", "uk")]
)
def test_a_persons_name_is_written_as_the_language_wants(clerk, language, form, kept):
    person = PersonFactory()
    add_person_name(by=clerk, person=person, language=language, family="甲", given="乙")
    row = person.names.get(family="甲")
    assert (row.form, row.language, row.given) == (form, kept, "乙")


def test_the_first_writing_in_latin_letters_is_nobodys_own_language():
    assert writing_for(PersonFactory(names={"own": ("太郎", "山田")}), "es") == "latin"


def test_title_gender_and_address_are_kept(clerk):
    post = PostFactory()
    add_title(by=clerk, post=post, language="es", text="Alcaldesa")
    set_gender(by=clerk, person=post.person, gender="f")
    for salutation in ("Señora:", "Estimada señora:"):
        keep_address(by=clerk, whom=post, language="es", salutation=salutation, envelope="A\nB")
    assert (post.titles.get().text, Person.objects.get(pk=post.person_id).gender) == ("Alcaldesa", "f")
    assert FormOfAddress.objects.get(post=post, person=post.person).salutation == "Estimada señora:"


def test_a_form_in_a_case_is_marked_as_seen(clerk):
    name = CityFactory(names={"uk": "Суми"}).names.get()
    keep_case(by=clerk, row=name, case="dative", text=" Сумам ")
    name.refresh_from_db()
    assert (name.cases, name.cases_seen) == ({"dative": "Сумам"}, True)
