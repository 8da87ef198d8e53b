"""What a name that is missing may be: same spelling in Latin languages, the usual name of a city's government.

A proposal is shown to be seen and ticked as right; it is never printed before.
"""

from correspondence.languages import LANGUAGES, language_rules
from correspondence.languages.base.words import CaseUnknown
from crm.han_forms import simplify, simplify_japanese_name
from crm.languages import CHINESE
from crm.models import City, NameForm, Organization, OrganizationKind, Person
from crm.place_kinds import PlaceKind
from crm.scripts import is_written_in

# The usual name of a city's government by country and language; docs/domain.md §2. A Ukrainian council's begins with
# an adjective that no rule makes of a name.
GOVERNMENTS = {
    "CN": {
        CHINESE: "{name}人民政府",
        "en": "{name} Municipal People's Government",
        "ja": "{name}人民政府",
        "ko": "{name} 인민정부",
        "es": "Gobierno Popular Municipal de {name}",
        "uk": "Народний уряд міста {genitive}",
        "nb": "Folkeregjeringen i {name}",
        "ro": "Guvernul Popular al Municipiului {name}",
        "fil": "Pamahalaan ng Mamamayan ng Lungsod ng {name}",
    },
    "ES": {"es": "Ayuntamiento de {name}"},
    "MX": {"es": "Ayuntamiento de {name}"},
    "CL": {"es": "Municipalidad de {name}"},
    "PE": {"es": "Municipalidad de {name}"},
    "AR": {"es": "Municipalidad de {name}"},
    "CO": {"es": "Alcaldía de {name}"},
    "RO": {"ro": "Primăria {name}"},
    "MD": {"ro": "Primăria {name}"},
    "NO": {"nb": "{name} kommune"},
    "JP": {"ja": "{name}役所"},
    "KR": {"ko": "{name}청"},
    "DE": {"de": "Stadt {name}"},
    "AT": {"de": "Stadt {name}"},
    "FR": {"fr": "Mairie de {name}"},
    "PH": {"fil": "Pamahalaang Lungsod ng {name}"},
}
IN_ENGLISH, IN_CHINESE = "City Government of {name}", "{name}政府"
# Where another kind of place has another name for it; of what is not named here nothing is proposed.
OF_KIND = {
    ("JP", "ja", PlaceKind.TOWN): "{name}役場",
    ("JP", "ja", PlaceKind.VILLAGE): "{name}役場",
    ("RO", "ro", PlaceKind.MUNICIPALITY): "Primăria Municipiului {name}",
    ("RO", "ro", PlaceKind.TOWN): "Primăria Orașului {name}",
    ("RO", "ro", PlaceKind.VILLAGE): "Primăria Comunei {name}",
}
MUNICIPAL = (PlaceKind.CITY, PlaceKind.MUNICIPALITY)
ANYWHERE = (CHINESE, "ko")  # 县政府, 군청: the frame holds for a place of any kind


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
    rows = {name.language: name for name in city.names.all()}
    known = {code: row.text for code, row in rows.items()}
    name = known.get(language) or same_spelling(known, language)
    frame = frame_of_government(city, language)
    if not name or "{genitive}" not in frame:
        return name and frame.format(name=name)
    try:
        return frame.format(genitive=genitive_of(rows.get(language), name, language))
    except CaseUnknown:
        return ""


def frame_of_government(city: City, language: str) -> str:
    """The usual name of the government of a place of its kind, with a gap for the place's name; "" is unknown."""
    if frame := OF_KIND.get((city.country_id, language, city.place_kind)):
        return frame
    if city.place_kind not in MUNICIPAL and language not in ANYWHERE:
        return ""
    return ({CHINESE: IN_CHINESE, "en": IN_ENGLISH} | GOVERNMENTS.get(city.country_id, {})).get(language, "")


def genitive_of(row, name: str, language: str) -> str:
    """A city's name in the genitive, as kept with it, else as the language forms it; raises CaseUnknown."""
    kept = row.cases.get("genitive") if row else ""
    return kept or language_rules(language).decline(name, "genitive", what="city")


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
