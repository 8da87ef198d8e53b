"""Whether a letter may speak of an occasion on its day: it has begun, goes on and struck those it speaks of."""

from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused
from correspondence.models import LetterKind
from correspondence.texts.brief import SAD, LetterBrief
from crm.models import Occasion, OccasionKind

LOOKS_AT_THE_DAY = (LetterKind.CONDOLENCE, LetterKind.NOTIFICATION, LetterKind.RECIPROCAL_SUPPORT)


def refuse_impossible(brief: LetterBrief, occasion: Occasion) -> None:
    """Raise LetterRefused for an occasion that a letter of this kind cannot speak of, whoever stands by it."""
    if brief.kind == LetterKind.CONDOLENCE and occasion.kind not in (*SAD, OccasionKind.OTHER):
        raise LetterRefused(_("“%(occasion)s” is no occasion for condolences.") % {"occasion": occasion})
    looks_back = brief.kind in LOOKS_AT_THE_DAY or brief.kind == LetterKind.THANKS
    if looks_back and not occasion.has_begun(brief.on):
        raise LetterRefused(
            _("“%(occasion)s” begins on %(start)s, after the letter's day.")
            % {"occasion": occasion, "start": occasion.start}
        )


def doubts_about(brief: LetterBrief) -> list[str]:
    """Return why the record would not propose the letter's occasion: it is over, long past or placed elsewhere."""
    occasion, said = brief.occasion, []
    if occasion is None or brief.kind not in LOOKS_AT_THE_DAY or brief.fits(occasion):
        return said
    if occasion.has_ended(brief.on):
        said.append(_("“%(occasion)s” was over by %(end)s.") % {"occasion": occasion, "end": occasion.end})
    ours = brief.kind == LetterKind.NOTIFICATION
    if not (brief.struck_us(occasion) if ours else brief.struck_them(occasion)):
        whom = brief.office.city if ours else brief.correspondent
        said.append(
            _("It is not on record that “%(occasion)s” struck %(whom)s.") % {"occasion": occasion, "whom": whom}
        )
    began = _("“%(occasion)s” began long ago, on %(start)s.") % {"occasion": occasion, "start": occasion.start}
    return said or [began]
