"""What a letter's words rest on: the values of the record that each paragraph and part used, as they are now.

A paragraph keeps what its placeholders said and which of its conditions held when it was composed; a part keeps its
composed words. Where the record says otherwise now, the letter does not go on until somebody redrafts the paragraph
or stands by its words with a reason.
"""

from dataclasses import dataclass, field

from correspondence.errors import LetterRefused
from correspondence.models import Letter, LetterParagraph, LetterText
from correspondence.texts.brief import LetterBrief
from correspondence.texts.composing import TEXT_PARTS, ComposedLetter, compose, condition_facts
from correspondence.texts.placeholders import PLACEHOLDERS, split_field
from correspondence.texts.proposing import our_office, with_words
from crm.models import Gift

RECIPIENT = "recipient"  # the deviation of a post that is not held on the letter's day


@dataclass(frozen=True)
class Deviation:
    """What a letter says and the record does not: ``was`` as it was composed, ``now`` as it would be, "" for nothing.

    ``key`` is the paragraph's, or the part's name; ``said`` the values that changed, (was, now) each, ``values`` all
    that are other now by name, which whoever stands by the words has seen.
    """

    text: LetterText | None
    key: str
    was: str
    now: str
    said: tuple[tuple[str, str], ...] = ()
    values: dict = field(default_factory=dict)
    paragraph: LetterParagraph | None = None
    refusal: str = ""


def brief_of(letter: Letter) -> LetterBrief:
    """The facts that a stored letter was asked to say, as the record has them now; corrected gifts as corrected."""
    brief = LetterBrief(
        kind=letter.kind_id,
        language=letter.language,
        on=letter.day.first,
        identity=letter.identity,
        office=our_office(),
        person=letter.person,
        post=letter.post,
        organization=letter.organization,
        city=letter.city,
        occasion=letter.occasion,
        received=tuple(as_corrected(letter.thanks_for.all())),
        given=tuple(as_corrected(letter.announces.all())),
        needs=tuple(letter.needs.all()),
        show_quantities=letter.show_quantities,
        courtesies=tuple(letter.courtesies.all()),
        letter_received=letter.replies_to,
        signatory=letter.signatory,
        commitments=frozenset(letter.commitments),
        facts={text.language: hand_written(text) for text in letter.texts.all()},
    )
    return with_words(brief)


def hand_written(text: LetterText) -> str:
    """What the drafter wrote into the paragraphs that are his to fill."""
    return "\n\n".join(p.body for p in text.paragraphs.all() if "facts" in p.facts or p.key == "facts")


def as_corrected(gifts) -> list[Gift]:
    """Each gift, or the last in the chain of those that correct it."""
    found = []
    for gift in gifts:
        while (later := Gift.objects.filter(corrects=gift).first()) is not None:
            gift = later
        found.append(gift)
    return found


def deviations_of(letter: Letter) -> list[Deviation]:
    """Return what the letter says and the record does not say any more; none of one that was issued or not composed."""
    if letter.is_frozen or not letter.is_written_here:
        return []
    brief, found = brief_of(letter), []
    if letter.post and not letter.post.is_held(letter.day.first) and letter.recipient_confirmed != str(letter.post_id):
        found.append(Deviation(None, RECIPIENT, str(letter.post), ""))
    for text in letter.texts.all():
        if text.composed:
            found += deviations_in(text, brief)
    return found


def deviations_in(text: LetterText, brief: LetterBrief) -> list[Deviation]:
    """The deviations of one text: parts whose words would be others, paragraphs whose facts are."""
    fresh, refusal = compose_anew(brief, text.language)
    found = []
    for part in TEXT_PARTS:
        now = fresh.part(part) if fresh else text.composed.get(part, "")
        if now != text.composed.get(part, "") and text.composed.get(f"{part} confirmed") != now:
            found.append(Deviation(text, part, text.composed.get(part, ""), now))
    bodies = {p.key: p.body for p in fresh.paragraphs} if fresh else {}
    for paragraph in text.paragraphs.all():
        said = changed_facts(paragraph, brief, text.language)
        if said and paragraph.confirmed != now_of(said):
            pairs = tuple((was, now) for was, now in said.values() if isinstance(was, str))
            now = bodies.get(paragraph.key, "")
            values = now_of(said)
            found.append(Deviation(text, paragraph.key, paragraph.composed, now, pairs, values, paragraph, refusal))
    return found


def compose_anew(brief: LetterBrief, language: str) -> tuple[ComposedLetter | None, str]:
    """The text as it would be composed now, or the reason why it cannot be."""
    try:
        return compose(brief, language), ""
    except LetterRefused as refusal:
        return None, str(refusal)


def changed_facts(paragraph: LetterParagraph, brief: LetterBrief, language: str) -> dict[str, tuple]:
    """The facts a paragraph rests on that are others now, (was, now) by name; conditions are told by a leading "?"."""
    changed = {}
    for name, was in paragraph.facts.items():
        now = condition_facts((name[1:],), brief)[name] if name.startswith("?") else words_now(name, brief, language)
        if now != was:
            changed[name] = (was, now)
    return changed


def words_now(placeholder: str, brief: LetterBrief, language: str) -> str:
    """What a placeholder says now; "" where it cannot be said any more."""
    name, case = split_field(placeholder)
    try:
        return PLACEHOLDERS[name].words(brief, language, case) or ""
    except LetterRefused:
        return ""


def now_of(said: dict[str, tuple]) -> dict:
    """The present values of changed facts, which whoever stands by the words has seen."""
    return {name: now for name, (_was, now) in said.items()}
