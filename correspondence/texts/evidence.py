"""What of the record a paragraph rests on: each fact it says, whether it has changed, and the records it is from."""

from dataclasses import dataclass

from correspondence.models import Letter
from correspondence.texts.pairing import Pair
from correspondence.texts.placeholders import BY_HAND, PLACEHOLDERS, split_field

OF_GIFTS = {
    "thanks_for": ("gifts_received", "gifts_of_others", "givers", "joint_givers", "through", "uses", "received_"),
    "announces": ("gifts_given", "given_", "carrier", "arrival_"),
    "needs": ("needs",),
}
OF_RECORDS = {
    "occasion": ("occasion", "where"),
    "replies_to": ("their_letter",),
    "city": ("their_", "your_", "tie_"),
    "identity": ("our_identity", "contact"),
}


@dataclass(frozen=True)
class Evidence:
    """A fact: what it is called, its words in each language, those that are other now, and its records."""

    name: str
    said: list[str]
    now: list[str]
    records: list


def evidence_for(pair: Pair, letter: Letter, changed: dict) -> list[Evidence]:
    """The facts of a row's paragraphs, in their order; ``changed`` is {(language, key): {placeholder: now}}."""
    said: dict[str, list[str]] = {}
    now: dict[str, list[str]] = {}
    for side in pair.sides:
        for placeholder, words in (side.paragraph.facts if side.paragraph else {}).items():
            name = split_field(placeholder)[0]
            if name not in PLACEHOLDERS or name == BY_HAND or not words:
                continue
            said.setdefault(name, []).append(words)
            other = changed.get((side.text.language, side.paragraph.key), {})
            if placeholder in other:
                now.setdefault(name, []).append(other[placeholder] or "—")
    return [
        Evidence(PLACEHOLDERS[name].explanation, list(dict.fromkeys(words)), now.get(name, []), records(name, letter))
        for name, words in said.items()
    ]


def records(name: str, letter: Letter) -> list:
    """The records that a placeholder's words are taken from, as a letter names them."""
    for many, starts in OF_GIFTS.items():
        if name.startswith(starts):
            return list(getattr(letter, many).all())
    for one, starts in OF_RECORDS.items():
        if name.startswith(starts):
            record = getattr(letter, one)
            return [record] if record else []
    return []


def changed_now(deviations: list) -> dict:
    """What the record says otherwise now, by language and paragraph."""
    return {(found.text.language, found.key): found.values for found in deviations if found.paragraph}
