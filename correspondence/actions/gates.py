"""What keeps a letter from going on: words still to be written, the record that says otherwise, a missing clearance."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from correspondence.models import Letter, LetterTemplateText
from correspondence.texts.pairing import pairs_of
from correspondence.texts.rest_on import deviations_of
from correspondence.texts.reused import open_leftovers
from crm.actions.errors import WrongState
from crm.languages import CHINESE, language_name
from crm.models import OrganizationKind


class HeldBack(WrongState):
    """What keeps a letter from going on stands in the editor: ``places`` are (after the #, what it is called) each."""

    def __init__(self, sentence: str, letter: Letter, places: list[tuple[str, str]]):
        super().__init__(sentence)
        self.letter, self.places = letter, list(dict.fromkeys(places))


def rows_of(letter: Letter, paragraphs: list) -> list[tuple[str, str]]:
    """The rows in which some paragraphs stand, in reading order."""
    keys = {paragraph.pk for paragraph in paragraphs}
    rows = [row for row in pairs_of(letter) if any(side.paragraph and side.paragraph.pk in keys for side in row.sides)]
    return [(row.place, row.name) for row in rows]


def check_written(letter: Letter) -> None:
    """Raise WrongState while a paragraph is to be filled in, changed in one language only or taken from elsewhere."""
    if empty := letter.paragraphs_to_fill():
        sentence = _("A paragraph is still to be filled in, in both languages.")
        raise HeldBack(sentence, letter, rows_of(letter, empty))
    if pending := letter.pending_paragraphs():
        sentence = _("Paragraphs changed in one language only: %(count)d. Clear them first.") % {"count": len(pending)}
        raise HeldBack(sentence, letter, rows_of(letter, pending))
    if letter.pen_changes.filter(confirmed_by=None).exists():
        raise WrongState(_("Changes by pen wait for confirmation."))
    if left := open_leftovers(letter):
        words = _(", ").join(dict.fromkeys(words for _text, _paragraph, words in left))
        sentence = _("These words come from the letter that it was written from: %(words)s. Change or clear each.")
        raise HeldBack(sentence % {"words": words}, letter, rows_of(letter, [paragraph for _t, paragraph, _w in left]))


def check_facts(letter: Letter) -> None:
    """Raise WrongState while the record says otherwise than the letter and nobody stands by its words."""
    found = deviations_of(letter)
    if found:
        sentence = ngettext(
            "The record says otherwise now in %(count)d place: redraft the paragraph, or say why its words stand.",
            "The record says otherwise now in %(count)d places: redraft the paragraphs, or say why their words stand.",
            len(found),
        )
        keys = {deviation.key for deviation in found}
        rows = [(row.place, row.name) for row in pairs_of(letter) if row.key in keys]
        raise HeldBack(sentence % {"count": len(found)}, letter, rows)


def needs_clearance(letter: Letter) -> bool:
    """Whether the city government writes to a country that needs a superior's answer, which is not on record."""
    country = letter.country
    ours = letter.identity.organization.kind == OrganizationKind.CITY_GOVERNMENT
    asked = bool(country and ours and country.needs_clearance(letter.day.first))
    return asked and not (letter.clearance_number and letter.clearance_day)


def check_clearance(letter: Letter) -> None:
    """Raise WrongState where a clearance is needed and its number or day is missing."""
    if needs_clearance(letter):
        sentence = _(
            "Letters of the city government to %(country)s need a clearance (%(reason)s): give its number and day."
        )
        said = {"country": letter.country, "reason": letter.country.clearance_reason}
        label = capfirst(letter._meta.get_field("clearance_number").verbose_name)
        raise HeldBack(sentence % said, letter, [("div_id_clearance_number", label)])


def locked_languages(letter: Letter) -> list[str]:
    """The languages of a letter whose text of its kind the office has locked until a native reader has read it."""
    texts = LetterTemplateText.objects.filter(template__kind=letter.kind_id, language=letter.language)
    return [text.language for text in texts if text.language != CHINESE and text.is_locked]


def check_unlocked(letter: Letter) -> None:
    """Raise WrongState where the text of the letter's kind is locked until somebody has read it."""
    for language in locked_languages(letter):
        raise WrongState(
            _("“%(kind)s” in %(language)s is locked until a native reader has read the office's text of it.")
            % {"kind": letter.kind, "language": language_name(language)}
        )
