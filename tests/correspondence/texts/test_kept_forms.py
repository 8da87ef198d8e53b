"""Kept forms of address beside what would be proposed today, in every letter language."""

from datetime import date

import pytest

from correspondence.actions import drafting
from correspondence.models import Letter
from correspondence.texts.composing import compose_pair
from correspondence.texts.kept_forms import outdated_for, outdated_in, propose_anew
from correspondence.texts.proposing import propose_brief
from crm.models import FormOfAddress, Person
from crm.scripts import script_of
from tests.correspondence.texts.letters import ON, PARTNERS, city
from tests.factories import FormOfAddressFactory, PersonFactory, PostFactory


def letter_to(language: str, **facts):
    """The brief and the words of a plain letter to the partner that reads a language."""
    brief = propose_brief(kind="letter", on=ON, city=city(PARTNERS[language]), **facts)
    return brief, compose_pair(brief)[-1]


def keep(brief, words) -> FormOfAddress:
    """Keep the salutation and addressee lines of a letter."""
    whose = {"person": brief.person, "post": brief.post, "organization": brief.organization}
    return FormOfAddress.objects.create(
        **whose, language=words.language, salutation=words.salutation, envelope=words.addressee
    )


@pytest.mark.parametrize("language", PARTNERS)
def test_a_letter_with_a_new_name_is_said_to_bear_the_old_one_and_the_fresh_words_have_the_new(demo, language):
    FormOfAddress.objects.all().delete()
    brief, words = letter_to(language)
    keep(brief, words)
    assert outdated_for(brief, ON) == []
    for name in brief.person.names.all():
        name.family += {"CJK": "木", "HANGUL": "목", "CYRILLIC": "ко"}.get(script_of(name.family[-1]), "ov")
        name.save()
    brief, words = letter_to(language)
    (fresh,) = outdated_for(brief, ON)
    kept = fresh.kept
    assert (words.salutation, words.addressee) == (kept.salutation or words.salutation, kept.envelope)
    family = brief.person.name_for(language).family
    family = {"Їжакевичко": "Їжакевичку"}.get(family, family)  # the dative of the address block
    assert family.casefold() in fresh.envelope.casefold()
    assert family.casefold() not in kept.envelope.casefold()


@pytest.fixture
def letter(guadalajara, clerk):
    FormOfAddress.objects.all().delete()
    return drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))


def test_a_gender_that_the_language_needs_is_asked_for(demo):
    FormOfAddress.objects.all().delete()
    brief, words = letter_to("es")
    kept = keep(brief, words)
    Person.objects.filter(pk=brief.person.pk).update(gender="")
    fresh = propose_anew(FormOfAddress.objects.get(pk=kept.pk), ON)
    assert "woman or a man" in fresh.refusal
    assert [(kept, proposed) for _label, kept, proposed in fresh.rows] == [(kept.salutation, ""), (kept.envelope, "")]


def test_only_a_letter_under_way_that_bears_the_words_is_told_of(letter):
    person = letter.person
    text = letter.texts.get(language="es")
    kept = FormOfAddressFactory(person=person, language="es", envelope=text.addressee)
    assert outdated_in(letter, ON) == []
    person.names.update(family="Otra")
    letter = Letter.objects.get(pk=letter.pk)
    assert [fresh.kept for fresh in outdated_in(letter, ON)] == [kept]
    letter.texts.filter(language="es").update(addressee="Otra")
    assert outdated_in(letter, ON) == []


def test_words_that_would_be_proposed_again_are_not_told_of(letter):
    text = letter.texts.get(language="es")
    kept = FormOfAddressFactory(person=letter.person, language="es", salutation=text.salutation)
    letter.person.names.update(family="Otra")
    assert (FormOfAddress.objects.get(pk=kept.pk).fits, outdated_in(letter, ON)) == (False, [])


def test_a_form_for_another_post_is_not_the_letters(letter):
    other = PostFactory(person=letter.person, rank="official", start="2019")
    text = letter.texts.get(language="es")
    FormOfAddressFactory(person=letter.person, post=other, language="es", envelope=text.addressee)
    letter.person.names.update(family="Otra")
    assert outdated_in(letter, ON) == []


def test_somebody_without_a_post_is_addressed_by_name(db):
    person = PersonFactory(names={"latin": ("Ana", "Gloag")})
    kept = FormOfAddressFactory(person=person, language="en", salutation="Dear Ana,", closing="Yours,")
    fresh = propose_anew(kept, date(2020, 1, 1))
    assert fresh.rows == [("salutation", "Dear Ana,", "Dear Ana Gloag,"), ("closing", "Yours,", "Yours sincerely,")]
