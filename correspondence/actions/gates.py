"""What keeps a letter from going on: words still to be written, the record that says otherwise, a missing clearance."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from correspondence.models import Letter, LetterTemplateText
from correspondence.texts.rest_on import deviations_of
from correspondence.texts.reused import open_leftovers
from crm.actions.errors import WrongState
from crm.languages import CHINESE, language_name
from crm.models import OrganizationKind


def check_written(letter: Letter) -> None:
    """Raise WrongState while a paragraph is to be filled in, changed in one language only or taken from elsewhere."""
    if letter.paragraphs_to_fill():
        raise WrongState(_("A paragraph is still to be filled in, in both languages."))
    if pending := letter.pending_paragraphs():
        raise WrongState(
            _("Paragraphs changed in one language only: %(count)d. Clear them first.") % {"count": len(pending)}
        )
    if left := open_leftovers(letter):
        words = _(", ").join(dict.fromkeys(words for _text, _paragraph, words in left))
        raise WrongState(
            _("These words come from the letter that it was written from: %(words)s. Change or clear each.")
            % {"words": words}
        )


def check_facts(letter: Letter) -> None:
    """Raise WrongState while the record says otherwise than the letter and nobody stands by its words."""
    found = deviations_of(letter)
    if found:
        raise WrongState(
            ngettext(
                "The record says otherwise now in %(count)d place: redraft the paragraph, or say why its words stand.",
                "The record says otherwise now in %(count)d places: redraft the paragraphs, or say why their words "
                "stand.",
                len(found),
            )
            % {"count": len(found)}
        )


def needs_clearance(letter: Letter) -> bool:
    """Whether the city government writes to a country that needs a superior's answer, which is not on record."""
    country = letter.country
    ours = letter.identity.organization.kind == OrganizationKind.CITY_GOVERNMENT
    asked = bool(country and ours and country.needs_clearance(letter.day.first))
    return asked and not (letter.clearance_number and letter.clearance_day)


def check_clearance(letter: Letter) -> None:
    """Raise WrongState where a clearance is needed and its number or day is missing."""
    if needs_clearance(letter):
        raise WrongState(
            _("Letters of the city government to %(country)s need a clearance (%(reason)s): give its number and day.")
            % {"country": letter.country, "reason": letter.country.clearance_reason}
        )


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
