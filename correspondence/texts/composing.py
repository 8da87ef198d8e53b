"""Template text + recipient + facts → words. Pure: nothing is stored, nothing rendered."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused
from correspondence.languages import language_rules
from correspondence.languages.base import Signatory
from correspondence.models import LetterKind, LetterTemplateText
from correspondence.texts.brief import LetterBrief, country_of
from correspondence.texts.conditions import condition_holds
from correspondence.texts.gathering import Gathering
from correspondence.texts.markup import unmarked
from correspondence.texts.naming import name_in, name_of_person, title_of
from correspondence.texts.placeholders import BY_HAND, PLACEHOLDERS, split_field
from correspondence.texts.recipient import proposed
from correspondence.texts.source import FIELD, Block, LetterSource, choose, inner_conditions, read_source
from crm.languages import language_name

TEXT_PARTS = ("addressee", "heading", "salutation", "closing", "signature")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's words and the key that ties it to its twin in the other language.

    ``facts`` are what the record gave it: words by placeholder, and which conditions held, with "?" before their names;
    ``to_fill`` says that the drafter writes it.
    """

    key: str
    body: str
    facts: dict[str, str | bool] = field(default_factory=dict, compare=False)
    to_fill: bool = False
    by_hand: bool = False


@dataclass(frozen=True)
class ComposedLetter:
    """A letter's words in one language, in parts; line breaks inside a part are its own."""

    language: str
    place_and_date: str
    addressee: str
    heading: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    closing: str
    signature: str
    reviewed_by: str = ""
    number: str = field(default="", compare=False)
    translation: bool = False  # whether it is marked as an unofficial translation

    def part(self, name: str) -> str:
        """One part's words by name; ``body`` is the paragraphs, an empty line between them."""
        return "\n\n".join(p.body for p in self.paragraphs) if name == "body" else getattr(self, name)

    @property
    def words(self) -> str:
        """All words in the language's reading order, parts separated by an empty line, without its mark-up."""
        parts = (self.part(name) for name in language_rules(self.language).parts)
        return unmarked("\n\n".join(part for part in parts if part))


def compose_pair(brief: LetterBrief) -> list[ComposedLetter]:
    """The letter in Chinese and, for a foreign reader, in his language; raises LetterRefused with every reason."""
    gathering, letters = Gathering(), []
    for language in brief.languages:
        gathering.attempt(lambda language=language: letters.append(compose(brief, language)))
    gathering.settle()
    return letters


def compose(brief: LetterBrief, language: str) -> ComposedLetter:
    """The letter in one language; raises LetterRefused: no text of the kind, or all the words that are missing."""
    rules, text = language_rules(language, country_of(brief)), letter_text(brief.kind, language)
    source, gathering = read_source(text.source), Gathering()
    say = proposed(brief, language, gathering.attempt)
    heading = choose(source.heading, lambda condition: condition_holds(condition, brief))
    letter = ComposedLetter(
        language=language,
        place_and_date=gathering.attempt(lambda: rules.place_and_date(name_in(brief.office.city, language), brief.on)),
        addressee=say.envelope,
        heading=gathering.attempt(lambda: fill(Block("heading", (), heading), brief, language)[0]) if heading else "",
        salutation=say.salutation,
        paragraphs=paragraphs_of(source, brief, language, gathering, small=goes_on(language, say.salutation)),
        closing=say.closing,
        signature=gathering.attempt(lambda: "\n".join(rules.signature(signatory_in(brief, language)))),
        reviewed_by=text.reviewed_by,
        translation=language != brief.languages[0],
    )
    gathering.settle()
    return letter


def goes_on(language: str, salutation: str) -> bool:
    """Whether the text goes on the sentence that the salutation began: after its comma, in languages that write so."""
    return language_rules(language).begins_small and salutation.endswith(",")


def paragraphs_of(source: LetterSource, brief: LetterBrief, language: str, gathering: Gathering, *, small=False):
    """The paragraphs whose conditions hold, filled; where ``small``, the first one's first letter as it is written."""
    standing = [block for block in source.blocks if all(condition_holds(c, brief) for c in block.conditions)]
    written = [
        gathering.attempt(lambda block=block, small=small and not place: write(block, brief, language, small=small))
        for place, block in enumerate(standing)
    ]
    return tuple(paragraph for paragraph in written if paragraph and (paragraph.body or paragraph.to_fill))


def write(block: Block, brief: LetterBrief, language: str, *, small=False) -> Paragraph:
    """A standing block as a paragraph; one whose words the drafter still owes is empty and to be filled in."""
    if BY_HAND in block.fields and not brief.facts.get(language, "").strip():
        return Paragraph(block.key, "", to_fill=True)
    body, facts = fill(block, brief, language, small=small)
    facts |= condition_facts((*block.conditions, *inner_conditions(block.body)), brief)
    return Paragraph(block.key, body, facts)


def condition_facts(conditions, brief: LetterBrief) -> dict[str, bool]:
    """Which of some conditions hold, by their names without ``not_`` and with "?" before them."""
    names = {condition.removeprefix("not_") for condition in conditions}
    return {f"?{name}": condition_holds(name, brief) for name in sorted(names)}


def letter_text(kind: str, language: str) -> LetterTemplateText:
    """The office's text of a kind in a language; raises LetterRefused where there is none."""
    text = LetterTemplateText.objects.filter(template__kind=kind, language=language).first()
    if text is None:
        raise LetterRefused(
            _("There is no text for “%(kind)s” in %(language)s. Add it under Office, Letter texts.")
            % {"kind": LetterKind.objects.filter(pk=kind).first() or kind, "language": language_name(language)}
        )
    return text


def fill(block: Block, brief: LetterBrief, language: str, *, small=False) -> tuple[str, dict[str, str]]:
    """A standing paragraph with its choices settled and its placeholders filled, and what each of these said.

    It begins with a capital, unless ``small``. Raises LetterRefused by name where one is empty, and MissingWord or
    WordsMissing for all the words it lacks.
    """
    facts, gathering, rules = {}, Gathering(), language_rules(language)

    def say(match):
        name, case = split_field(match[1])
        words = gathering.attempt(lambda: PLACEHOLDERS[name].words(brief, language, case))
        if not words and not gathering.missing:
            raise LetterRefused(
                _("The paragraph “%(key)s” needs {%(name)s}, and nothing is on record for it.")
                % {"key": block.key, "name": match[1]}
            )
        facts[match[1]] = words
        return words

    chosen = choose(block.body, lambda condition: condition_holds(condition, brief))
    filled = FIELD.sub(say, chosen)
    gathering.settle()
    words = rules.smooth(filled)
    return (words if small else rules.begin(words)), facts


def signatory_in(brief: LetterBrief, language: str) -> Signatory:
    """Who signs, in the words of one language; the identity alone where nobody signs by name."""
    gathering = Gathering()
    identity = gathering.attempt(lambda: name_in(brief.identity.organization, language))
    if brief.signatory is None:
        gathering.settle()
        return Signatory(identity=identity)
    name = gathering.attempt(lambda: name_of_person(brief.signatory.person, language))
    title = gathering.attempt(lambda: title_of(brief.signatory, language))
    gathering.settle()
    return Signatory(identity=identity, name=name.full, family=name.family, given=name.given, title=title)
