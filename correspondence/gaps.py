"""What a letter language still lacks: on its class, in the shipped words and texts, on this machine."""

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

from babel import Locale, UnknownLocaleError

from correspondence.errors import UnreadableText
from correspondence.languages import language_rules
from correspondence.languages.base import (
    FEMALE,
    LEFT_TO_RIGHT,
    MALE,
    MET_EVERYWHERE,
    RIGHT_TO_LEFT,
    Addressee,
    FormRequired,
    GenderRequired,
    Word,
)
from correspondence.languages.base import Language as Rules
from correspondence.paper.press import has_family
from correspondence.texts.checking import check_source
from correspondence.texts.shipped import item_kinds, read_words, text_files
from crm.models import OccasionKind, Rank, Standing, Unit
from crm.models.occasion import DISASTERS

REQUIRED = ("babel", "word_code", "fonts", "parts", "word_forms", "money_unsaid", "where_in_country", "where_else")
PARTNERSHIPS = (Standing.SISTER, Standing.FRIENDLY, Standing.PROSPECTIVE)


def missing_in(code: str) -> Iterator[str]:
    """A sentence for each thing that a letter language lacks."""
    rules = language_rules(code)
    for look in (missing_attributes, missing_counting, missing_ranks, missing_words, missing_texts, missing_fonts):
        yield from look(rules)


def missing_attributes(rules: Rules) -> Iterator[str]:
    """What its class does not say, or says wrongly."""
    file = type(rules).__module__.rsplit(".", 1)[-1]
    if rules.code.replace("-", "_") != file:
        yield f"code is “{rules.code}”, and the file is {file}.py."
    yield from (f"{name} is empty." for name in REQUIRED if not getattr(rules, name))
    if rules.direction not in (LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        yield f"direction is “{rules.direction}”; write {LEFT_TO_RIGHT} or {RIGHT_TO_LEFT}."
    for kind in (OccasionKind.EPIDEMIC, *DISASTERS):
        if not rules.occasions.get(kind):
            yield f"occasions has no word for {kind.value}."
    for standing in PARTNERSHIPS:
        if not rules.partnership_nouns.get(standing):
            yield f"partnership_nouns has no word for {standing.value}."


def missing_counting(rules: Rules) -> Iterator[str]:
    """What its counting cannot say: a plural form that CLDR does not know, a unit."""
    try:
        known = {*Locale.parse(rules.babel or "", sep="_").plural_form.tags, "other"}
    except (UnknownLocaleError, ValueError):
        yield f"babel is “{rules.babel}”, which is no locale of CLDR."
        return
    yield from (f"word_forms has {form}, which CLDR does not count with." for form in {*rules.plural_forms} - known)
    if "other" not in rules.word_forms and "measure" not in rules.word_forms:
        yield "word_forms has neither other nor measure."
    word = Word(**dict.fromkeys(rules.word_forms, "x"))
    for unit in Unit.values:
        try:
            rules.count(word, Decimal(2), "about", unit)
        except (KeyError, NotImplementedError):
            yield f"units or measures has nothing for the unit {unit}."


def missing_ranks(rules: Rules) -> Iterator[str]:
    """The ranks that every language knows and this one does not, and the words of politeness that are not written."""
    for rank in MET_EVERYWHERE:
        if rank not in rules.ranks or not rules.ranks[rank].title:
            yield f"ranks has no title for {rank}."
    yield from (f"ranks has “{rank}”, which is no rank." for rank in rules.ranks if rank not in Rank.values)
    for name in ("salutation", "envelope", "closing"):
        try:
            for role in (*Rank.values, "person", "organization"):
                for gender in (MALE, FEMALE):
                    propose(rules, name, role, gender)
        except NotImplementedError:
            yield f"{name}() is not written."


def propose(rules: Rules, name: str, role: str, gender: str) -> None:
    """Propose a word of politeness; that a title or form is asked for is an answer too."""
    named = {"name": "Ana Ruiz", "family": "Ruiz", "given": "Ana", "gender": gender, "organization": "X"}
    with suppress(FormRequired, GenderRequired):
        getattr(rules, name)(Addressee(role, **named, place_kind="city", declined=named))


def missing_words(rules: Rules) -> Iterator[str]:
    """The forms of things' words that its file does not have."""
    file = f"fixtures/item_words/{rules.code}.toml"
    try:
        kinds, shipped = item_kinds(), read_words(rules.code)
    except UnreadableText as error:
        yield str(error)
        return
    yield from (f"{file} has [{kind}], which the Chinese file has not." for kind in shipped if kind not in kinds)
    for kind in kinds:
        if kind not in shipped:
            yield f"{file} has no [{kind}]."
        else:
            yield from (f"{file}: [{kind}] has no {f}." for f in rules.word_forms if not shipped[kind].get(f))


def missing_texts(rules: Rules) -> Iterator[str]:
    """The kinds of letter that others have a text for and it has none, and texts that are wrongly written."""
    kinds = {path.parent for path in text_files()}
    for folder in sorted(kinds):
        path, name = folder / f"{rules.code}.md", f"fixtures/letter_templates/{folder.name}/{rules.code}.md"
        if not path.exists():
            yield f"{name} is missing."
            continue
        try:
            check_source(path.read_text(encoding="utf-8"), path.stem)
        except (UnreadableText, UnicodeDecodeError) as error:
            yield f"{name}: {error}"


def missing_fonts(rules: Rules) -> Iterator[str]:
    """The faces its letters are set with that are not installed here."""
    for family in dict.fromkeys((*rules.fonts, rules.east_asian_font)):
        if not has_family(family):
            yield f"The font “{family}” is not installed; name its Debian package in PAPER_PACKAGES, bin/_setup.sh."
