"""What a letter calls cities, people and posts: never a word its reader cannot read, never an invented one."""

import pytest

from correspondence.errors import LetterRefused, MissingWord
from correspondence.texts.naming import identity_in_text, name_in, name_of_person, title_of
from tests.factories import CityFactory, IdentityFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db


def test_a_name_that_is_not_on_record_in_the_language_is_missing_and_its_proposal_is_told():
    city = CityFactory(names={"en": "Brovary", "uk": "Бровари"})
    assert [name_in(city, language) for language in ("uk", "en")] == ["Бровари", "Brovary"]
    for language, proposal in (("es", "Brovary"), ("ja", "")):
        with pytest.raises(MissingWord, match=rf"Add it at {city.get_absolute_url()}edit/") as missing:
            name_in(city, language)
        assert (missing.value.lack.language, missing.value.lack.proposal) == (language, proposal)


def test_a_sentence_takes_the_identity_with_its_article():
    names = {"en": "City Hall", "es": "Gobierno", "nb": "Rådhuset"}
    identity = IdentityFactory(organization__names=names)
    identity.organization.names.filter(language="en").update(in_letter="our City Hall")
    named = [identity_in_text(identity, language) for language in names]
    assert named == ["our City Hall", "el Gobierno", "Rådhuset"]


def test_a_person_is_named_in_letters_that_the_reader_knows():
    person = PersonFactory(names={"own": ("昌大", "野村")})
    assert name_of_person(person, "zh-hans").full == "昌大 野村"
    with pytest.raises(MissingWord, match="no name that a letter in Spanish can print"):
        name_of_person(person, "es")
    with pytest.raises(LetterRefused, match="no name on record"):
        name_of_person(PersonFactory(names={}), "es")


def test_a_title_is_never_borrowed_or_invented():
    post = PostFactory(titles={"en": "Mayor"})
    assert title_of(post, "en") == "Mayor"
    for language in ("es", "ja"):
        with pytest.raises(MissingWord, match=r"has no title in (Spanish|Japanese)"):
            title_of(post, language)
