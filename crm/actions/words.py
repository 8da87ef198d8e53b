"""Adds the single words that a letter lacks: a name, a title, a form in a case, a gender, a form of address."""

from crm.actions.door import door
from crm.actions.records import PartChanges, change_record
from crm.folding import nfc
from crm.languages import CHINESE, letter_rules
from crm.models import FormOfAddress, NameForm, Person, PersonName, Post, PostTitle
from crm.search.writing import index


@door
def add_name(*, by, record, language: str, text: str, in_letter: str = ""):
    """Add a city's, organization's or occasion's name in a language; returns the record."""
    facts = {record.names.field.name: record, "language": language, "text": text.strip()}
    if in_letter:
        facts["in_letter"] = in_letter.strip()
    return change_record(by=by, record=record, parts=[PartChanges(saved=(record.names.model(**facts),))])


@door
def add_title(*, by, post: Post, language: str, text: str) -> PostTitle:
    """Add a post's title in a language."""
    title = PostTitle(post=post, language=language, text=text.strip())
    title.save()
    index(post)
    return title


@door
def add_person_name(*, by, person: Person, language: str, family: str, given: str) -> Person:
    """Add how a language writes a person's name: the Chinese form, that in Latin letters, or the language's own."""
    form = writing_for(person, language)
    facts = {"language": "" if form == NameForm.LATIN else language, "family": family.strip(), "given": given.strip()}
    name = PersonName(person=person, form=form, **facts)
    return change_record(by=by, record=person, parts=[PartChanges(saved=(name,))])


def writing_for(person: Person, language: str) -> str:
    """Return which writing of a name a letter language's readers need."""
    if language == CHINESE:
        return NameForm.CHINESE
    has_latin = any(name.form == NameForm.LATIN for name in person.names.all())
    return NameForm.OTHER if letter_rules()[language].scripts or has_latin else NameForm.LATIN


@door
def set_gender(*, by, person: Person, gender: str) -> Person:
    """Set a person's grammatical gender."""
    person.gender = gender
    return change_record(by=by, record=person)


@door
def keep_case(*, by, row, case: str, text: str):
    """Keep the form that a name or title takes in a case, as somebody who knows the language wrote it."""
    row.cases = {**row.cases, case: nfc(text.strip())}
    row.cases_seen = True
    row.save()
    return row


@door
def keep_address(*, by, whom: Post | Person, language: str, salutation: str, envelope: str) -> FormOfAddress:
    """Keep how somebody is addressed in a language, in a post where there is one."""
    person, post = (whom.person, whom) if isinstance(whom, Post) else (whom, None)
    words = {"salutation": salutation.strip(), "envelope": envelope.strip()}
    kept, _new = FormOfAddress.objects.update_or_create(person=person, post=post, language=language, defaults=words)
    return kept
