"""What a name that is missing may be: same spelling in Latin languages, the usual name of a city's government.

A proposal is shown to be seen and ticked as right; it is never printed before.
"""

from correspondence.languages import LANGUAGES, language_rules
from crm.han_forms import simplify, simplify_japanese_name
from crm.languages import CHINESE
from crm.models import City, NameForm, Organization, OrganizationKind, Person
from crm.scripts import is_written_in

# The usual name of a city's government in the city's own language, by country; docs/domain.md §2.
GOVERNMENTS = {
    "ES": ("es", "Ayuntamiento de {name}"),
    "MX": ("es", "Ayuntamiento de {name}"),
    "CL": ("es", "Municipalidad de {name}"),
    "PE": ("es", "Municipalidad de {name}"),
    "AR": ("es", "Municipalidad de {name}"),
    "CO": ("es", "Alcaldía de {name}"),
    "RO": ("ro", "Primăria {name}"),
    "MD": ("ro", "Primăria {name}"),
    "NO": ("nb", "{name} kommune"),
    "JP": ("ja", "{name}役所"),
    "KR": ("ko", "{name}청"),
    "UA": ("uk", "{name} міська рада"),
    "DE": ("de", "Stadt {name}"),
    "AT": ("de", "Stadt {name}"),
    "FR": ("fr", "Mairie de {name}"),
    "PH": ("fil", "Pamahalaang Lungsod ng {name}"),
}
IN_ENGLISH, IN_CHINESE = "City Government of {name}", "{name}政府"


def propose_name(record, language: str) -> str:
    """A name that a record may have in a language, or ""."""
    if isinstance(record, Person):
        return propose_person_name(record, language)
    known = {name.language: name.text for name in record.names.all()}
    if isinstance(record, Organization) and record.kind == OrganizationKind.CITY_GOVERNMENT:
        return propose_government(record, language) or same_spelling(known, language)
    return same_spelling(known, language)


def same_spelling(known: dict[str, str], language: str) -> str:
    """The name in the first of the other languages whose letters this one reads, its own country's first, or ""."""
    rules = language_rules(language)
    if rules.scripts:
        return ""
    latin = [text for code, text in known.items() if code in LANGUAGES and not LANGUAGES[code].scripts]
    others = [text for text in known.values() if is_written_in(text, ())]
    return next(iter((*latin, *others)), "")


def propose_government(government: Organization, language: str) -> str:
    """The usual name of a city's government in a language, where the city has a name in it."""
    city: City = government.city
    own = GOVERNMENTS.get(city.country_id)
    frames = {CHINESE: IN_CHINESE, "en": IN_ENGLISH, **({own[0]: own[1]} if own else {})}
    names = {name.language: name.text for name in city.names.all()}
    name = names.get(language) or same_spelling(names, language)
    return frames[language].format(name=name) if name and language in frames else ""


def propose_person_name(person: Person, language: str) -> str:
    """The name in Simplified Chinese, where it is written in Han characters; sounds are for a person to write."""
    found = propose_person_parts(person, language)
    return "".join(found) if found else ""


def propose_person_parts(person: Person, language: str) -> tuple[str, str] | None:
    """Family and given name in Simplified Chinese: 铃木, 一郎 of 鈴木 一郎; None where its own script is another."""
    names = {name.form: name for name in person.names.all()}
    own = names.get(NameForm.OWN)
    if language != CHINESE or own is None or NameForm.CHINESE in names:
        return None
    write = simplify_japanese_name if own.language == "ja" else simplify
    parts = write(own.family), write(own.given)
    return parts if language_rules(language).can_read("".join(parts)) else None
