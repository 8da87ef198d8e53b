"""Who a letter is to, in the words of one language, and how he, she or it is addressed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import FormMissing, GenderMissing, Lack
from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, FormRequired, GenderRequired
from correspondence.models import LetterKind
from correspondence.texts.addressing import letter_lines
from correspondence.texts.brief import country_of
from correspondence.texts.gathering import Gathering
from correspondence.texts.naming import declined, edit_page, name_in, name_of_person, parts_in_case
from crm.languages import language_name
from crm.models import FormOfAddress, Gender


@dataclass(frozen=True)
class Politeness:
    """The words of politeness of a letter, kept ones before proposed ones."""

    salutation: str
    envelope: str
    closing: str


def proposed(brief, language: str, attempt: Callable) -> Politeness:
    """The politeness of a letter; what lacks a word is left empty and noted by ``attempt``."""
    rules, kept = language_rules(language), kept_form(brief, language)
    addressee = attempt(lambda: addressee_of(brief, language))
    if not addressee:
        return Politeness("", "", "")
    if rules.requires_gender(addressee) and addressee.gender == Gender.UNKNOWN and not kept.salutation:
        attempt(lambda: refuse(gender_missing(brief, language)))
        return Politeness("", "", "")

    def say(words: str, propose: Callable[[Addressee], str]) -> str:
        return words or attempt(lambda: asked(propose, addressee, brief, language))

    return Politeness(
        salutation=say(kept.salutation, rules.salutation),
        envelope=say(kept.envelope, lambda to: "\n".join(letter_lines(brief, language, rules.envelope(to)))),
        closing=say(kept.closing, lambda to: closing_for(rules, to, known=bool(kept.salutation))),
    )


def closing_for(rules, addressee: Addressee, *, known: bool) -> str:
    """The closing; as to any person where the title is not known and somebody has kept how it is addressed."""
    try:
        return rules.closing(addressee)
    except FormRequired:
        if not known:
            raise
        return rules.closing(addressee.of_record(role="person", title=""))


def refuse(refusal: Exception) -> None:
    """Raise a refusal, where a statement cannot stand."""
    raise refusal


def asked(propose: Callable[[Addressee], str], addressee: Addressee, brief, language: str) -> str:
    """What a language proposes; raises GenderMissing or FormMissing where it cannot."""
    try:
        return propose(addressee)
    except GenderRequired as error:
        raise gender_missing(brief, language) from error
    except FormRequired as error:
        raise form_missing(brief, language, str(error)) from error


def addressee_of(brief, language: str) -> Addressee:
    """The recipient in the words of one language; raises MissingWord or WordsMissing for all that is lacking."""
    organization, gathering = brief.addressed_organization, Gathering()
    city, rules = brief.city, language_rules(language)
    named = [gathering.attempt(lambda r=record: name_in(r, language) if r else "") for record in (organization, city)]
    facts = {
        "organization": named[0],
        "body_kind": organization.kind if organization else "",
        "city": named[1],
        "place_kind": city.place_kind if city else "",
        "country": country_of(brief),
        "great_city": bool(city and city.great_city),
        "own_mission": brief.to_own_mission,
        "condolence": brief.kind == LetterKind.CONDOLENCE,
        "lives_lost": bool(brief.occasion and brief.occasion.deaths),
        "kind": brief.kind,
        "on": brief.on,
        "one_signs": brief.one_signs,
    }
    if brief.person is None:
        gathering.settle()
        return Addressee(role="organization", **facts)
    name = gathering.attempt(lambda: name_of_person(brief.person, language))
    gathering.settle()
    facts |= {
        "role": brief.post.rank if brief.post else "person",
        "name": name.full,
        "family": name.family,
        "given": name.given,
        "middle": name.middle,
        "middle_part": str(name.middle_part.value) if name.middle else "",
        "prefix": name.prefix,
        "gender": brief.person.gender,
        "title": brief.post.title_in(language) if brief.post else "",
        "acting": bool(brief.post and brief.post.acting),
    }
    addressee, case = Addressee(**facts), rules.address_case
    if not case or rules.requires_gender(addressee):  # whom to call he or she is asked before any form of the name
        return addressee
    return addressee.of_record(declined=declined_parts(brief, name, language, case))


def declined_parts(brief, name, language: str, case: str) -> dict[str, str]:
    """The parts of an address block in a language's own case, and every form on record; raises MissingWord."""
    gender, parts = brief.person.gender, {**name.cases, **parts_in_case(name, case, language)}
    title = (
        next((title for title in brief.post.titles.all() if title.language == language), None) if brief.post else None
    )
    if title:
        parts |= {f"title_{kept}": text for kept, text in title.cases.items()}
        parts["title"] = declined(title, title.text, case, language, what="title", record=brief.post, gender=gender)
    return parts


def kept_form(brief, language: str) -> FormOfAddress:
    """The form of address kept for this recipient, post and language, else an empty one."""
    kept = [form for form in brief.correspondent.forms_of_address.all() if form.language == language]
    fitting = [form for form in kept if form.post_id in (None, brief.post.pk if brief.post else None)]
    return max(fitting, key=lambda form: form.post_id is not None, default=FormOfAddress())


def gender_missing(brief, language: str) -> GenderMissing:
    """The refusal that says whom to complete."""
    where = edit_page(brief.person)
    return GenderMissing(
        _("A letter in %(language)s needs to know whether %(person)s is a woman or a man. Complete it at %(where)s.")
        % {"language": language_name(language), "person": brief.person, "where": where},
        Lack("gender", brief.person, language, where),
    )


def form_missing(brief, language: str, title: str) -> FormMissing:
    """The refusal that asks how somebody is addressed whose title the language does not know."""
    where = edit_page(brief.person)
    said = {"language": language_name(language), "person": brief.person, "title": title, "where": where}
    lack = Lack("form_of_address", brief.post or brief.person, language, where)
    if title:
        return FormMissing(
            _(
                "How is “%(title)s” addressed in %(language)s? Keep a form of address for %(person)s at %(where)s; "
                "no title is made up."
            )
            % said,
            lack,
        )
    said["where"] = reverse("post-edit", args=[brief.post.pk]) if brief.post else where
    return FormMissing(
        _(
            "The post of %(person)s has no title in %(language)s, and none is made up. Add it at %(where)s, or keep a "
            "form of address."
        )
        % said,
        Lack("title", brief.post or brief.person, language, said["where"]),
    )
