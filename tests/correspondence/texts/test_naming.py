"""What a letter calls cities, people and posts: never a word its reader cannot read, never an invented one."""

import pytest

from correspondence.errors import LetterRefused, MissingWord
from correspondence.texts.naming import identity_in_text, lenders, name_in, name_of_person, title_of
from tests.factories import CityFactory, IdentityFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


def test_latin_languages_borrow_names_from_each_other_and_others_from_none():
    city = CityFactory(names={"en": "Brovary", "uk": "Бровари"})
    assert [name_in(city, language) for language in ("uk", "en", "es")] == ["Бровари", "Brovary", "Brovary"]
    assert "en" in lenders("es")
    assert [lenders("uk"), lenders("ja"), lenders("zh-hans")] == [[], [], []]
    with pytest.raises(MissingWord, match=rf"no name in Japanese. Add it at {city.get_absolute_url()}edit/"):
        name_in(city, "ja")


def test_a_sentence_takes_the_identity_with_its_article():
    identity = IdentityFactory(organization__names={"en": "Government", "es": "Gobierno"})
    identity.organization.names.filter(language="en").update(in_letter="the Government")
    assert [identity_in_text(identity, language) for language in ("en", "es")] == ["the Government", "Gobierno"]


def test_a_person_is_named_in_letters_that_the_reader_knows():
    person = PersonFactory(names={"own": ("昌大", "野村")})
    assert name_of_person(person, "zh-hans").full == "昌大 野村"
    with pytest.raises(MissingWord, match="Add one in Latin letters"):
        name_of_person(person, "es")
    with pytest.raises(LetterRefused, match="no name on record"):
        name_of_person(PersonFactory(names={}), "es")


def test_a_title_is_borrowed_from_english_and_never_invented():
    post = PostFactory(titles={"en": "Mayor"})
    assert [title_of(post, language) for language in ("en", "es")] == ["Mayor", "Mayor"]
    with pytest.raises(MissingWord, match="has no title in Japanese"):
        title_of(post, "ja")
