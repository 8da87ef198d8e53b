"""What a letter in one language calls cities, organizations, people and occasions.

Nothing is borrowed in silence: a name that is not on record in the letter's language is missing, and the refusal says
where it is added and what it may be.
"""

from copy import copy

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import Lack, LetterRefused, MissingWord
from correspondence.languages import language_rules
from correspondence.languages.base import CaseUnknown, PlaceUnknown
from correspondence.texts.brief import LetterBrief
from correspondence.texts.name_proposals import propose_name
from crm.languages import language_name
from crm.models import City, Organization, OrganizationKind, PersonName


def name_in(record, language: str, case: str = "") -> str:
    """A city's, organization's or occasion's name in the letter's language and case; raises MissingWord."""
    for name in record.names.all():
        if name.language == language:
            return declined(name, name.text, case, language, what=type(record).__name__.lower(), record=record)
    raise missing_name(record, language)


def declined(row, text: str, case: str, language: str, *, what: str, record, gender: str = "") -> str:
    """A text in a case: as kept with its row, else as the language forms it; raises MissingWord."""
    if not case:
        return text
    if kept := row.cases.get(case):
        return kept
    try:
        return language_rules(language).decline(text, case, what=what, gender=gender)
    except CaseUnknown as error:
        where = edit_page(record)
        raise MissingWord(
            _("“%(text)s” has no %(case)s in %(language)s. Add it at %(where)s.")
            % {
                "text": text,
                "case": row._meta.get_field("cases").label_of(case),
                "language": language_name(language),
                "where": where,
            },
            Lack("case", row, language, where, text, case),
        ) from error


def missing_name(record, language: str) -> MissingWord:
    """The refusal that names the record, the language and the page where the word is added."""
    where = edit_page(record)
    return MissingWord(
        _("“%(record)s” has no name in %(language)s. Add it at %(where)s.")
        % {"record": record, "language": language_name(language), "where": where},
        Lack("name", record, language, where, propose_name(record, language)),
    )


def edit_page(record) -> str:
    """The page on which a record's words are added."""
    return reverse("post-edit", args=[record.pk]) if hasattr(record, "titles") else f"{record.get_absolute_url()}edit/"


def identity_in_text(identity, language: str, case: str = "") -> str:
    """The issuing identity as a sentence takes it, with its article."""
    return body_in_text(identity.organization, language, case)


def body_in_text(organization: Organization, language: str, case: str = "") -> str:
    """An organization as a sentence names it, in a case: as somebody wrote that, else as the language does."""
    name = name_in(organization, language, case)
    if case:
        return name
    written = next((row.in_letter for row in organization.names.all() if row.language == language), "")
    return written or language_rules(language).named_body(name)


def partner_in_text(partner, language: str, case: str = "") -> str:
    """A city, organization or person as a sentence names them, in a case."""
    if isinstance(partner, City):
        return name_in(partner, language, case)
    if isinstance(partner, Organization):
        return body_in_text(partner, language, case)
    name = name_of_person(partner, language)
    if not case:
        return language_rules(language).named_person.format(name=name.full)
    cased = copy(name)
    for part, text in parts_in_case(name, case, language).items():
        setattr(cased, part, text)
    return cased.full


def parts_in_case(name: PersonName, case: str, language: str) -> dict[str, str]:
    """The parts of a person's name in a case, those that it has; raises MissingWord."""
    parts, person = {}, name.person
    for part in ("family", "given", "middle"):
        if text := getattr(name, part):
            parts[part] = name.cases.get(f"{part}_{case}") or declined(
                name, text, case, language, what=part, record=person, gender=person.gender
            )
    return parts


def occasion_in_text(brief: LetterBrief, language: str) -> str:
    """The occasion's own name in running text, else the language's word for its kind; raises MissingWord.

    A bare name is right only where names take neither article nor case.
    """
    if brief.occasion is None:
        return ""
    rules = language_rules(language)
    name = brief.occasion.letter_name_in(language, bare=not rules.name_cases) or rules.occasions.get(
        brief.occasion.kind, ""
    )
    if not name:
        raise missing_name(brief.occasion, language)
    return name


def name_of_person(person, language: str) -> PersonName:
    """The name a letter in a language prints; raises MissingWord where its readers could not read any on record."""
    name = person.name_for(language)
    if name is None:
        raise LetterRefused(_("This person has no name on record."))
    if language_rules(language).can_read(name.full):
        return name
    where = f"{person.get_absolute_url()}edit/"
    raise MissingWord(
        _("“%(person)s” has no name that a letter in %(language)s can print. Add one at %(where)s.")
        % {"person": person, "language": language_name(language), "where": where},
        Lack("person_name", person, language, where, propose_name(person, language)),
    )


def title_of(post, language: str) -> str:
    """A signatory's title; raises MissingWord where none is on record in the language."""
    if title := post.title_in(language):
        return title
    where = reverse("post-edit", args=[post.pk])
    raise MissingWord(
        _("The post of %(person)s has no title in %(language)s. Add it at %(where)s.")
        % {"person": post.person, "language": language_name(language), "where": where},
        Lack("title", post, language, where),
    )


# Places -----------------------------------------------------------------------------------------


def place_kind_of(brief: LetterBrief) -> tuple[str, str, str]:
    """(kind, Chinese or own name, country) of the place or body that the letter calls "your …"."""
    organization = brief.addressed_organization
    if brief.to_city:
        return brief.city.place_kind, "city", brief.city.country_id
    if brief.to_embassy:
        return "country", "", organization.country_id
    if organization is None:
        return "person", "", ""
    kind = (
        "body" if organization.kind == OrganizationKind.DEPARTMENT else organization.kind
    )  # a department is a place too
    return kind, "organization", organization.country_id


def your_place(brief: LetterBrief, language: str, case: str = "") -> str:
    """Your city, 贵市; of a body 贵院, of an embassy 贵国. Raises LetterRefused where the language has no words."""
    return said_of_place(brief, language, case, "your_place")


def your_people(brief: LetterBrief, language: str, case: str = "") -> str:
    """The people of your city, 贵市人民; of a body those who work there."""
    return said_of_place(brief, language, case, "your_people")


def said_of_place(brief: LetterBrief, language: str, case: str, method: str) -> str:
    """What the language says of the reader's place; raises LetterRefused.

    The name only tells the kind, so no form of it is asked for.
    """
    kind, _of, country = place_kind_of(brief)
    rules, name = language_rules(language), name_in(brief.city, language) if brief.to_city else ""
    if brief.addressed_organization and not name:
        kind = rules.body_kind(kind, name_in(brief.addressed_organization, language))
    try:
        return getattr(rules, method)(kind, name, country, case)
    except PlaceUnknown as error:
        raise no_words_for_place(kind, language) from error


def place_in_text(city: City, language: str, method: str, case: str = "") -> str:
    """A city by its name with its kind, or its people: ``method`` is named_place or people_of."""
    try:
        rules = language_rules(language)
        name_case = rules.name_case(name_in(city, language), case, people=method == "people_of")
        say = getattr(rules, method)
        return say(city.place_kind, name_in(city, language, name_case), city.country_id, case)
    except PlaceUnknown as error:
        raise no_words_for_place(city.place_kind, language) from error


def no_words_for_place(kind: str, language: str) -> LetterRefused:
    """The refusal where a language does not know what to call a kind of place."""
    return LetterRefused(
        _("Letters in %(language)s have no words for a place or body of the kind “%(kind)s”; write a plain letter.")
        % {"language": language_name(language), "kind": kind}
    )
