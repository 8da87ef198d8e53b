"""What a letter in one language calls cities, organizations, people and occasions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused, MissingWord
from correspondence.languages import LANGUAGES, language_rules
from correspondence.texts.brief import LetterBrief
from crm.languages import language_name
from crm.models import PersonName


def name_in(record, language: str) -> str:
    """A record's name in the letter's language; Latin languages share names; raises MissingWord elsewhere."""
    known = {name.language: name.text for name in record.names.all()}
    for candidate in (language, *lenders(language)):
        if candidate in known:
            return known[candidate]
    raise missing(record, language, record.get_absolute_url() + "edit/")


def lenders(language: str) -> list[str]:
    """The languages whose names a letter in Latin letters may borrow, in order; none for one in another script."""
    if not language_rules(language).shares_names:
        return []
    return [code for code, rules in LANGUAGES.items() if rules.shares_names]


def missing(record, language: str, where: str) -> MissingWord:
    """The refusal that names the record, the language and the page where the word is added."""
    return MissingWord(
        _("“%(record)s” has no name in %(language)s. Add it at %(where)s.")
        % {"record": record, "language": language_name(language), "where": where}
    )


def identity_in_text(identity, language: str) -> str:
    """The issuing identity as a sentence takes it, with its article."""
    for name in identity.organization.names.all():
        if name.language == language and name.in_letter:
            return name.in_letter
    return name_in(identity.organization, language)


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
        raise missing(brief.occasion, language, brief.occasion.get_absolute_url() + "edit/")
    return name


def name_of_person(person, language: str) -> PersonName:
    """The name a letter in a language prints; raises MissingWord where its readers could not read any on record."""
    name = person.name_for(language)
    if name is None:
        raise LetterRefused(_("This person has no name on record."))
    if language_rules(language).can_read(name.full):
        return name
    raise MissingWord(
        _("“%(person)s” has no name that a letter in %(language)s can print. Add one in Latin letters at %(where)s.")
        % {"person": person, "language": language_name(language), "where": f"{person.get_absolute_url()}edit/"}
    )


def title_of(post, language: str) -> str:
    """A signatory's title; Latin languages may borrow the English one, others raise MissingWord."""
    title = post.title_in(language) or (post.title_in("en") if lenders(language) else "")
    if title:
        return title
    raise MissingWord(
        _("The post of %(person)s has no title in %(language)s. Add it at %(where)s.")
        % {"person": post.person, "language": language_name(language), "where": reverse("post-edit", args=[post.pk])}
    )
