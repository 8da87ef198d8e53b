"""What changed in a letter's words since an earlier version of them, row by row and word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from correspondence.models import Letter, LetterState, Version
from correspondence.texts.pairing import Pair, Side

PIECES = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af]+|\d+|\s+|.", re.DOTALL)  # words, numbers; Han one by one
ALIKE = 0.4  # below that two paragraphs are two, not one that was changed


@dataclass(frozen=True)
class Piece:
    """Some words: "same", "ins" or "del"."""

    kind: str
    words: str


def version_before(letter: Letter) -> Version | None:
    """The words as they were submitted the last time before this one; None where they were not."""
    now = letter.words_hash()
    submitted = [version for version in letter.versions.all() if version.step == LetterState.SUBMITTED]
    return next((version for version in reversed(submitted) if version.words_hash != now), None)


def compare(was: str, now: str) -> list[Piece]:
    """The words of both, in the order of reading."""
    old, new = PIECES.findall(was), PIECES.findall(now)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(new[c:d])))
            continue
        found += [
            Piece(name, words) for name, words in (("del", "".join(old[a:b])), ("ins", "".join(new[c:d]))) if words
        ]
    return found


@dataclass(frozen=True)
class Reading:
    """A row as it is read: each side with its pieces, and whether anything in it was changed."""

    pair: Pair
    sides: list[tuple[Side, list[Piece]]]

    @property
    def changed(self) -> bool:
        """Whether any side differs from what it was."""
        return any(piece.kind != "same" for _side, pieces in self.sides for piece in pieces)


def read_rows(pairs: list[Pair], before: Version | None) -> list[Reading]:
    """The rows with what changed since a version; without one nothing is marked."""
    earlier = {text["language"]: text for text in before.words} if before else {}
    partners = {language: matched(text["paragraphs"], pairs, language) for language, text in earlier.items()}
    readings = []
    for pair in pairs:
        sides = []
        for side in pair.sides:
            was = words_before(side, earlier.get(side.text.language), partners.get(side.text.language, {}))
            sides.append((side, compare(was, side.words) if was is not None else compare(side.words, side.words)))
        readings.append(Reading(pair, sides))
    return readings


def read_typed(pairs: list[Pair], typed: dict[str, str]) -> list[Reading]:
    """The rows with what somebody typed into some boxes marked against the words as they are."""
    return [
        Reading(pair, [(side, compare(side.words, typed.get(side.box, side.words))) for side in pair.sides])
        for pair in pairs
    ]


def words_before(side: Side, text: dict | None, partners: dict[int, str]) -> str | None:
    """What a side said; "" where it was not there, None where there is nothing to compare with."""
    if text is None:
        return None
    return partners.get(side.paragraph.pk, "") if side.paragraph else text.get(side.part, "")


def matched(old: list[str], pairs: list[Pair], language: str) -> dict[int, str]:
    """Which of the earlier paragraphs each present one is, by its key: the same one, else the next that is alike."""
    rows = [
        side.paragraph for pair in pairs for side in pair.sides if side.paragraph and side.text.language == language
    ]
    found, at = {}, 0
    for row in rows:
        for place in range(at, len(old)):
            if old[place] == row.body or SequenceMatcher(None, old[place], row.body).ratio() >= ALIKE:
                found[row.pk], at = old[place], place + 1
                break
    return found


def dropped(before: Version | None, pairs: list[Pair]) -> list[str]:
    """The paragraphs of an earlier version that are no more."""
    gone = []
    for text in before.words if before else ():
        kept = list(matched(text["paragraphs"], pairs, text["language"]).values())
        gone += [words for words in text["paragraphs"] if words not in kept]
    return gone
