"""What a letter in one language calls cities, organizations, people and occasions."""

import unicodedata

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused, MissingWord
from correspondence.languages import language_rules
from correspondence.texts.brief import CHINESE, LetterBrief
from crm.models import PersonName

LATIN = ("en", "es", "nb", "ro", "fil")


def name_in(record, language: str) -> str:
    """A record's name in the letter's language; Latin languages share names; raises MissingWord elsewhere."""
    candidates = (language, *LATIN) if language in LATIN else (language,)
    known = {name.language: name.text for name in record.names.all()}
    for candidate in candidates:
        if candidate in known:
            return known[candidate]
    raise missing(record, language, record.get_absolute_url() + "edit/")


def missing(record, language: str, where: str) -> MissingWord:
    """The refusal that names the record, the language and the page where the word is added."""
    return MissingWord(
        _("“%(record)s” has no name in %(language)s. Add it at %(where)s.")
        % {"record": record, "language": language_name(language), "where": where}
    )


def language_name(code: str) -> str:
    """A letter language's name in the interface language."""
    return str(dict(settings.LETTER_LANGUAGES).get(code, code))


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
    name = brief.occasion.letter_name_in(language, bare=not rules.changes_names) or rules.occasions.get(
        brief.occasion.kind, ""
    )
    if not name:
        raise missing(brief.occasion, language, brief.occasion.get_absolute_url() + "edit/")
    return name


EVERYWHERE = ("LATIN", "MODIFIER", "FEMININE", "MASCULINE")  # letters as Unicode names them: Å, ʼ, ª, º


# The scripts, besides those, that readers of a language read a name in; Chinese takes any.
SCRIPTS = {"ja": ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"), "ko": ("HANGUL",), "uk": ("CYRILLIC",)}


def name_of_person(person, language: str) -> PersonName:
    """The name a letter in a language prints; raises MissingWord where its readers could not read any on record."""
    name = person.name_for(language)
    if name is None:
        raise LetterRefused(_("This person has no name on record."))
    scripts = (*SCRIPTS.get(language, ()), *EVERYWHERE)
    if language == CHINESE or all(script_of(letter) in scripts for letter in name.full if letter.isalpha()):
        return name
    raise MissingWord(
        _("“%(person)s” has no name that a letter in %(language)s can print. Add one in Latin letters at %(where)s.")
        % {"person": person, "language": language_name(language), "where": f"{person.get_absolute_url()}edit/"}
    )


def script_of(letter: str) -> str:
    """The script of a letter, as the first word of its Unicode name: LATIN, CYRILLIC, CJK."""
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]


def title_of(post, language: str) -> str:
    """A signatory's title; Latin languages may borrow the English one, others raise MissingWord."""
    title = post.title_in(language) or (post.title_in("en") if language in LATIN else "")
    if title:
        return title
    raise MissingWord(
        _("The post of %(person)s has no title in %(language)s. Add it at %(where)s.")
        % {"person": post.person, "language": language_name(language), "where": reverse("post-edit", args=[post.pk])}
    )
