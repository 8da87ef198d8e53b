"""Kept forms of address remember what they rest on and say when the record says otherwise."""

import pytest

from crm.actions.people import record_person
from crm.actions.records import PartChanges, change_record
from crm.models import FormOfAddress, Gender, NameForm, Person, PersonName, PostTitle, Rank
from crm.models.form_of_address import has_name
from tests.factories import (
    FormOfAddressFactory,
    OrganizationFactory,
    PersonFactory,
    PostalAddressFactory,
    PostFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["zh-hans", "en", "ja", "ko", "es", "uk", "nb", "ro", "fil"]


def mayor(**names):
    """Ana Gloag, a mayor with a title in every letter language."""
    person = PersonFactory(names=names or {NameForm.LATIN: ("Ana", "Gloag")})
    PostFactory(person=person, titles=dict.fromkeys(LANGUAGES, "Mayor"))
    return person


def changed(kept) -> list[str]:
    """The facts that a kept form rests on and that are others now."""
    return [str(fact) for fact in FormOfAddress.objects.get(pk=kept.pk).changed_facts]


def rename(person):
    PersonName.objects.filter(person=person).update(family="Gloaguen")


def marry(person):
    Person.objects.filter(pk=person.pk).update(gender=Gender.FEMALE)


def retitle(person):
    PostTitle.objects.filter(post__person=person).update(text="Lord Mayor")


def promote(person):
    person.posts.update(rank=Rank.GOVERNOR)


def end(person):
    post = person.posts.get()
    post.end = "2024"
    post.save()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (rename, ["Name: Ana Gloag → Ana Gloaguen"]),
        (marry, ["Gender: Not known → Female"]),
        (retitle, ["Title: Mayor → Lord Mayor"]),
        (promote, ["Rank: Mayor → Governor"]),
        (end, ["Title: Mayor → —", "Rank: Mayor → —"]),
    ],
)
def test_each_fact_that_changed_is_said_in_every_language(language, change, said):
    person = mayor()
    kept = FormOfAddressFactory(person=person, language=language, salutation="Dear Mayor Gloag,")
    assert FormOfAddress.objects.get().fits
    change(person)
    assert [words.casefold() for words in changed(kept)] == [words.casefold() for words in said]
    assert not FormOfAddress.objects.get().fits


def test_what_words_do_not_rest_on_changes_nothing():
    person = mayor()
    kept = FormOfAddressFactory(person=person, language="en", salutation="Dear Mayor Gloag,")
    Person.objects.update(note="met in Oslo")
    PersonName.objects.create(person=person, form="own", language="ja", family="栗東", given="太郎")
    PostalAddressFactory(person=person)
    assert changed(kept) == []


def test_addressee_lines_rest_on_organization_and_address_too():
    person = mayor()
    kept = FormOfAddressFactory(person=person, language="en", envelope="Ana Gloag\nCity Hall", salutation="Dear Ana,")
    organization = person.posts.get().organization
    organization.names.update(text="Town Hall")
    PostalAddressFactory(organization=organization)
    assert [words.partition(":")[0].lower() for words in changed(kept)] == ["organization", "postal address"]


def test_an_organizations_form_rests_on_its_name():
    organization = OrganizationFactory(names={"en": "City Hall"})
    kept = FormOfAddressFactory(organization=organization, language="en", salutation="Dear City Hall,")
    organization.names.update(text="Town Hall")
    assert changed(kept) == ["name: City Hall → Town Hall"]


def test_a_form_for_one_post_rests_on_that_post_only():
    person = mayor()
    kept = FormOfAddressFactory(person=person, post=person.posts.get(), language="en", salutation="Dear Mayor Gloag,")
    PostFactory(person=person, rank="royal", precedence=0)
    assert changed(kept) == []


def test_new_words_rest_on_the_facts_of_their_day_and_the_other_words_keep_theirs():
    person = mayor()
    kept = FormOfAddressFactory(person=person, language="en", salutation="Dear Mayor Gloag,", envelope="Ana Gloag")
    rename(person)
    kept = FormOfAddress.objects.get()
    kept.envelope = "Ana Gloaguen"
    kept.save()
    assert changed(kept) == ["name: Ana Gloag → Ana Gloaguen"]
    kept.salutation = "Dear Mayor Gloaguen,"
    kept.save()
    assert FormOfAddress.objects.get().fits


def test_whoever_confirms_is_asked_no_more_until_the_next_change():
    person = mayor()
    kept = FormOfAddressFactory(person=person, language="en", salutation="Dear Ana,")
    rename(person)
    FormOfAddress.objects.get().confirm()
    assert changed(kept) == []
    marry(person)
    assert changed(kept) == ["gender: Not known → Female"]


def test_name_and_words_put_right_together_fit():
    person = mayor()
    kept = FormOfAddressFactory(person=person, language="en", salutation="Dear Mayor Gloag,")
    name = person.names.get()
    name.family, kept.salutation = "Gloaguen", "Dear Mayor Gloaguen,"
    change_record(by=UserFactory(), record=person, parts=[PartChanges((name,)), PartChanges((kept,))])
    assert FormOfAddress.objects.get().fits


def test_forms_recorded_with_a_new_person_rest_on_their_facts():
    names = [{"form": "latin", "family": "Gloag", "given": "Ana"}]
    form = {"language": "en", "salutation": "Dear Mayor Gloag,"}
    post = {"organization": OrganizationFactory(), "rank": "mayor", "forms_of_address": [form | {"envelope": "Ana"}]}
    person = record_person(by=UserFactory(), names=names, posts=[post], forms_of_address=[form])
    assert [kept.fits for kept in FormOfAddress.objects.all()] == [True, True]
    rename(person)
    assert [changed(kept) for kept in FormOfAddress.objects.all()] == [["name: Ana Gloag → Ana Gloaguen"]] * 2


@pytest.mark.parametrize(
    ("words", "unsure"), [("Dear Mayor Gloag,", True), ("Dear Mayor Gloaguen,", False), ("Dear GLOAGUEN,", False)]
)
def test_a_form_kept_before_its_facts_were_remembered_is_doubted_where_the_name_is_not_in_it(words, unsure):
    person = mayor(latin=("Ana", "Gloaguen"))
    FormOfAddressFactory(person=person, language="en", salutation=words)
    FormOfAddress.objects.update(rests_on={})
    kept = FormOfAddress.objects.get()
    assert (kept.is_unsure, kept.fits) == (unsure, not unsure)
    kept.confirm()
    assert FormOfAddress.objects.get().fits


@pytest.mark.parametrize(
    ("words", "family", "there"),
    [("Dear Mayor Gloaguen,", "Gloag", False), ("尊敬的张市长：", "张", True), ("栗東　太郎　様", "栗東", True)],
)
def test_a_name_is_looked_for_as_a_whole(words, family, there):
    assert has_name(words, family) is there
