"""What texts are found by: they and the questions are cut into tokens here, for SQLite and PostgreSQL alike.

A token is a word, a number, or two characters of a script that has no spaces (瓜达 达拉 拉哈 哈拉 拉), so that
what is asked is found inside a sentence. Marks before a token say that it is of a longer text (§), of the last digits
of a telephone (☎), or of a Latin word that lacks a letter (≈).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crm.folding import fold, nfc, syllables

TEXT, PHONE, SPELT = "§", "☎", "≈"
MOST = 16_000  # tokens of one record: PostgreSQL knows no places of words beyond
LONGEST = 60  # letters of a token
LONGEST_QUESTION = 200  # characters
FEWEST_DIGITS, FEWEST_LETTERS = 4, 4  # that are taken for a telephone's last ones; that may be misspelt

HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
UNSPACED = (
    rf"{HAN}\u3005-\u3007\u3041-\u309f\u30fc-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # kana, Thai, Khmer …
)
LETTER = rf"(?:(?![{UNSPACED}])[^\W\d_]|[\u0900-\u0dff])"  # with the vowel signs of Indian scripts
RUNS = re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|(?P<digits>\d+)|(?P<word>{LETTER}+)")
HAN_RUNS = re.compile(rf"[{HAN}]+")
HANGUL_RUNS = re.compile("[가-힣]+")
PARTS_OF_NAMES = re.compile("[-·・‧•'’‘ʼ`]")  # Young-hee, 哈维尔·穆尼奥斯, L'Aquila: found with them and without


# What is stored ----------------------------------------------------------------------------------


def cut(text: str) -> Iterator[str]:
    """Yield the tokens of a text in their order."""
    for run in RUNS.finditer(fold(text)):
        yield from pairs(run[0]) if run.lastgroup == "unspaced" else (run[0][:LONGEST],)


def pairs(run: str) -> Iterator[str]:
    """Yield each character of a run with the next, and the last alone."""
    return (run[at : at + 2] for at in range(len(run)))


def name_tokens(names: Iterable[str]) -> list[str]:
    """The tokens of names: their words in order, then pinyin whole and by initials, from each of its syllables on."""
    words, readings = [], []
    for name in filter(None, names):
        said, typed = words_and_readings(name)
        words += said
        readings += typed
    return [*words, *dict.fromkeys(readings)]


@lru_cache(maxsize=10_000)
def words_and_readings(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of one name and what it is typed as; kept, for a city's name is part of every letter to it."""
    joined = PARTS_OF_NAMES.sub("", name)
    words = (*cut(PARTS_OF_NAMES.sub(" ", name)), *(cut(joined) if joined != name else ()))
    return words, tuple(readings_of(unicodedata.normalize("NFKC", joined)))


def readings_of(name: str) -> Iterator[str]:
    """Yield what a Chinese name is typed as (guadalahala, dalahala …; gdlhl, dlhl …) and a Korean one by syllables."""
    for run in HAN_RUNS.findall(name):
        read = [fold(syllable) for syllable in syllables(run)]
        for start in range(len(read)):
            whole = "".join(read[start:])[:LONGEST]
            yield whole
            yield "".join(syllable[:1] for syllable in read[start:])[:LONGEST]
            if "v" in whole:
                yield whole.replace("v", "u")  # lü, which keyboards type lv
    for run in HANGUL_RUNS.findall(nfc(name)):
        yield from (fold(run[start:])[:LONGEST] for start in range(1, len(run)))


def spelling_tokens(names: Iterable[str]) -> list[str]:
    """The Latin words of names, each with one letter left out, for questions with a letter wrong."""
    words = dict.fromkeys(word for name in names for word in cut(name) if may_be_misspelt(word))
    return list(dict.fromkeys(SPELT + shorter for word in words for shorter in without_a_letter(word)))


def may_be_misspelt(word: str) -> bool:
    """Whether a word is Latin and long enough that one wrong letter tells it from no other."""
    return word.isascii() and word.isalpha() and FEWEST_LETTERS <= len(word) < LONGEST


def without_a_letter(word: str) -> list[str]:
    """A word without each of its letters."""
    return list(dict.fromkeys(word[:at] + word[at + 1 :] for at in range(len(word))))


def phone_tokens(numbers: Iterable[str]) -> list[str]:
    """The digits of telephone numbers from the last to the first."""
    return [PHONE + digits[::-1][:LONGEST] for number in numbers if (digits := digits_of(number))]


def digits_of(text: str) -> str:
    """The digits of a telephone number, without the zeros before it."""
    return re.sub(r"\D", "", fold(text)).lstrip("0")


def text_tokens(texts: Iterable[str]) -> list[str]:
    """The tokens of longer texts, marked so that a name is told from what only mentions it."""
    return [TEXT + token for text in texts for token in cut(text)]


# What is asked -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Phrase:
    """Tokens that follow one another; ``begun``: the last may go on."""

    tokens: tuple[str, ...]
    begun: bool = False


Question = list[list[Phrase]]  # all of the terms, each by one of its phrases


def runs_of(text: str) -> list[re.Match]:
    """The words, numbers and runs of characters of a question."""
    return list(RUNS.finditer(fold(text[:LONGEST_QUESTION])))


def ask_names(text: str, *, begun: bool = True) -> Question:
    """Ask for records whose own names, numbers or telephones have all that is asked, as words begun or whole."""
    return [[phrase_of(run, begun=begun), *phones_of(run)] for run in runs_of(text)]


def ask_phone(text: str) -> Question:
    """Ask for a telephone that is written in groups: 949 88 70 11; nothing where there are words too."""
    runs = runs_of(text)
    digits = "".join(run[0] for run in runs).lstrip("0")
    grouped = len(runs) > 1 and all(run.lastgroup == "digits" for run in runs)
    return [[ends_in(digits)]] if grouped and len(digits) > FEWEST_DIGITS else []


def ask_anywhere(text: str, *, begun: bool = True) -> Question:
    """Ask for records that have all that is asked in their names or texts, as words begun or whole."""
    named = ask_names(text, begun=begun)
    return [[*phrases, *(in_texts(phrase) for phrase in phrases if phrase.tokens[0][0] != PHONE)] for phrases in named]


def ask_misspelt(text: str) -> Question:
    """Ask with one wrong letter in any Latin word forgiven; nothing where no word is such."""
    words = [run[0] for run in runs_of(text)]
    if not any(map(may_be_misspelt, words)):
        return []
    asked = zip(words, ask_anywhere(text), strict=True)
    return [[*phrases, *misspelt(word)] if may_be_misspelt(word) else phrases for word, phrases in asked]


def phrase_of(run: re.Match, *, begun: bool) -> Phrase:
    """A run of a question as a phrase; a single letter of an alphabet begins too many words."""
    if run.lastgroup != "unspaced":
        return Phrase((run[0][:LONGEST],), begun=begun and (run.lastgroup == "digits" or len(run[0]) > 1))
    if len(run[0]) == 1:
        return Phrase((run[0],), begun=True)
    return Phrase(tuple(pairs(run[0]))[:-1])


def phones_of(run: re.Match) -> list[Phrase]:
    """A number of a question as the last digits of a telephone."""
    return [ends_in(run[0])] if run.lastgroup == "digits" and len(run[0]) >= FEWEST_DIGITS else []


def ends_in(digits: str) -> Phrase:
    """The phrase for telephones that end in some digits."""
    return Phrase((PHONE + digits[::-1][:LONGEST],), begun=True)


def in_texts(phrase: Phrase) -> Phrase:
    """The same phrase in a longer text."""
    return Phrase(tuple(TEXT + token for token in phrase.tokens), phrase.begun)


def misspelt(word: str) -> list[Phrase]:
    """The words that a Latin word may have been: a letter missing, too many, another, or elsewhere."""
    shorter = without_a_letter(word)
    return [Phrase((token,)) for token in (SPELT + word, *shorter, *(SPELT + one for one in shorter))]


def answers(question: Question, tokens: list[str]) -> bool:
    """Whether tokens answer a question, as they would in the index: each of its terms by one of its phrases."""
    return bool(question) and all(any(has_phrase(tokens, phrase) for phrase in phrases) for phrases in question)


def has_phrase(tokens: list[str], phrase: Phrase) -> bool:
    """Whether the tokens of a phrase stand in a row somewhere."""
    length, last = len(phrase.tokens), phrase.tokens[-1]
    rows = (tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1))
    return any(
        row[:-1] == phrase.tokens[:-1] and (row[-1].startswith(last) if phrase.begun else row[-1] == last)
        for row in rows
    )
