"""Template text + recipient + facts → words. Pure: nothing is stored, nothing rendered."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from correspondence.errors import GenderMissing, LetterRefused
from correspondence.languages import language_rules
from correspondence.languages.base import Addressee, GenderRequired, Signatory
from correspondence.models import LetterKind, LetterTemplateText
from correspondence.texts.addressing import letter_lines
from correspondence.texts.brief import LetterBrief
from correspondence.texts.conditions import condition_holds
from correspondence.texts.naming import name_in, name_of_person, title_of
from correspondence.texts.placeholders import PLACEHOLDERS
from correspondence.texts.source import FIELD, Block, read_source
from crm.languages import language_name
from crm.models import FormOfAddress, Gender


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's words and the key that ties it to its twin in the other language."""

    key: str
    body: str


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

    def part(self, name: str) -> str:
        """One part's words by name; ``body`` is the paragraphs, an empty line between them."""
        return "\n\n".join(p.body for p in self.paragraphs) if name == "body" else getattr(self, name)

    @property
    def words(self) -> str:
        """All words in the language's reading order, parts separated by an empty line, without emphasis marks."""
        parts = (self.part(name) for name in language_rules(self.language).parts)
        return "\n\n".join(part for part in parts if part).replace("**", "")


def compose_pair(brief: LetterBrief) -> list[ComposedLetter]:
    """The letter in Chinese and, for a foreign reader, in his language; raises LetterRefused with the reason."""
    return [compose(brief, language) for language in brief.languages]


def compose(brief: LetterBrief, language: str) -> ComposedLetter:
    """The letter in one language; raises LetterRefused (missing word, missing gender, no text of the kind)."""
    rules = language_rules(language)
    text = letter_text(brief.kind, language)
    source = read_source(text.source)
    addressee, kept = addressee_of(brief, language), kept_form(brief, language)
    try:
        salutation = kept.salutation or rules.salutation(addressee)
        envelope = kept.envelope or "\n".join(letter_lines(brief, language, rules.envelope(addressee)))
        closing = kept.closing or rules.closing(addressee)
    except GenderRequired as error:
        raise gender_missing(brief, language) from error
    if rules.requires_gender(addressee) and addressee.gender == Gender.UNKNOWN and not kept.salutation:
        raise gender_missing(brief, language)
    return ComposedLetter(
        language=language,
        place_and_date=rules.place_and_date(name_in(brief.office.city, language), brief.on),
        addressee=envelope,
        heading=fill(Block("heading", (), source.heading), brief, language) if source.heading else "",
        salutation=salutation,
        paragraphs=tuple(
            Paragraph(block.key, fill(block, brief, language))
            for block in source.blocks
            if all(condition_holds(condition, brief) for condition in block.conditions)
        ),
        closing=closing,
        signature="\n".join(rules.signature(signatory_in(brief, language))),
        reviewed_by=text.reviewed_by,
    )


def letter_text(kind: str, language: str) -> LetterTemplateText:
    """The office's text of a kind in a language; raises LetterRefused where there is none."""
    text = LetterTemplateText.objects.filter(template__kind=kind, language=language).first()
    if text is None:
        raise LetterRefused(
            _("There is no text for “%(kind)s” in %(language)s. Add it under Office, Letter texts.")
            % {"kind": LetterKind.objects.filter(pk=kind).first() or kind, "language": language_name(language)}
        )
    return text


def fill(block: Block, brief: LetterBrief, language: str) -> str:
    """A standing paragraph with its placeholders filled; raises LetterRefused by name where one is empty."""

    def say(match):
        words = PLACEHOLDERS[match[1]].say(brief, language)
        if not words:
            raise LetterRefused(
                _("The paragraph “%(key)s” needs {%(name)s}, and nothing is on record for it.")
                % {"key": block.key, "name": match[1]}
            )
        return words

    filled = language_rules(language).smooth(FIELD.sub(say, block.body))
    return filled[:1].upper() + filled[1:]


def addressee_of(brief: LetterBrief, language: str) -> Addressee:
    """The recipient in the words of one language."""
    organization = brief.post.organization if brief.post else brief.organization
    city = name_in(brief.city, language) if brief.city else ""
    organization_name = name_in(organization, language) if organization else ""
    letter = {"own_mission": brief.to_own_mission, "condolence": brief.kind == LetterKind.CONDOLENCE}
    if brief.person is None:
        return Addressee(role="organization", organization=organization_name, city=city, **letter)
    name = name_of_person(brief.person, language)
    return Addressee(
        role=brief.post.rank if brief.post else "person",
        name=name.full,
        family=name.family,
        given=name.given,
        gender=brief.person.gender,
        title=brief.post.title_in(language) if brief.post else "",
        organization=organization_name,
        city=city,
        **letter,
    )


def kept_form(brief: LetterBrief, language: str) -> FormOfAddress:
    """The form of address kept for this recipient, post and language, else an empty one."""
    kept = [form for form in brief.correspondent.forms_of_address.all() if form.language == language]
    fitting = [form for form in kept if form.post_id in (None, brief.post.pk if brief.post else None)]
    return max(fitting, key=lambda form: form.post_id is not None, default=FormOfAddress())


def signatory_in(brief: LetterBrief, language: str) -> Signatory:
    """Who signs, in the words of one language; the identity alone where nobody signs by name."""
    identity = name_in(brief.identity.organization, language)
    if brief.signatory is None:
        return Signatory(identity=identity)
    name = name_of_person(brief.signatory.person, language)
    title = title_of(brief.signatory, language)
    return Signatory(identity=identity, name=name.full, family=name.family, given=name.given, title=title)


def gender_missing(brief: LetterBrief, language: str) -> GenderMissing:
    """The refusal that says whom to complete."""
    return GenderMissing(
        _("A letter in %(language)s needs to know whether %(person)s is a woman or a man. Complete it at %(where)s.")
        % {
            "language": language_name(language),
            "person": brief.person,
            "where": f"{brief.person.get_absolute_url()}edit/",
        }
    )
