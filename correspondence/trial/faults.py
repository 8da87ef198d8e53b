"""What no letter may have: each check takes a letter and what is on record for it, and returns a sentence a fault."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache

from correspondence.languages import language_rules
from correspondence.texts.composing import ComposedLetter
from correspondence.trial.numerals import NUMERAL, readings
from crm.languages import CHINESE
from crm.scripts import READ_EVERYWHERE, WITHOUT_SPACES, script_of

# What stands alike in every language, whatever its script.
EVERYWHERE = ("COVID-19", "covid-19", "SF International")
# Letters that a language's alphabet has not and its neighbours' have: Russian ones in Ukrainian, cedillas in Romanian.
FOREIGN_LETTERS = {"uk": "ыэёъ", "ro": "şţ", "nb": "äöü", "en": "ñåøäößșțăî", "fil": "åøäößșțăî", "es": "åøäößșțăîçã"}
# The characters that a language writes: a traditional or Japanese form in Chinese, a simplified one in Japanese.
CHARSETS = {CHINESE: "gb2312", "ja": "shift_jis"}
# Words of grammar that stand in every other sentence of a language and mean nothing in the others.
GRAMMAR = {
    "en": "the of and with your our which",
    "es": "los las nuestra nuestro que",
    "nb": "og vår våre dere som med",
    "ro": "și pentru dumneavoastră noastre",
    "fil": "mga ang ng inyong aming namin",
}
# Single characters of grammar, which nothing doubles where words are written without spaces.
PARTICLES = "的和与及向为对是由从将于我您をにはがの"
# What a salutation's short word tells, and the ranks that an address tells at length: domnule președinte.
SHORTENED = {
    "en": {"association_head": ("council_president", "rector", "committee_chair")},
    "es": {"association_head": ("governor", "county_head", "council_president", "judge", "committee_chair")},
    "ro": {"association_head": ("council_president", "judge", "committee_chair")},
}
# Words of office where titles are not told apart by rank, with what makes a deputy's of them.
OFFICES = {
    CHINESE: r"副?(?:总领事|领事|大使|代办|知事|郡守|大臣|长官|主席|主任|书记|主教|法官|检察官|专员|参赞|顾问"
    r"|(?:市|州|省|县|郡|区|镇|町|村|部|校|院|处|课|局|会|厅|议|委员|检察)长)(?!馆)",
    "ja": r"副?(?:市長|町長|村長|区長|知事|議長|大臣|大使|総領事|領事|学長|会長|委員長|書記|課長|所長|司教)(?!館)",
    "ko": r"부?(?:시장|군수|구청장|지사|읍장|의장|장관|대사대리|대사|총영사|영사|총장|회장|위원장"
    r"|과장)(?!관)",
}
# What makes a longer word of a name that begins or ends in a script.
EDGES = {"LATIN": r"[A-Za-zÀ-ɏ\d]", "DIGIT": r"[A-Za-zÀ-ɏ\d]", "CYRILLIC": "[\u0400-\u04ff]"}
MARKS = ",.;:!?，。；：！？、…"
# Marks that may stand side by side: the point of an abbreviation before another mark.
ABBREVIATION = re.compile(r"(?:\b[^\W\d_]{1,4}|\b\d{1,2}|[^\W\d_]\.[^\W\d_])\.$")


@dataclass(frozen=True)
class OnRecord:
    """What is on record for one text of a letter: names in its language and in others, numbers, the partnership."""

    language: str
    names: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()
    numbers: frozenset[Decimal] = frozenset()
    number_words: Mapping[str, str] = field(default_factory=dict)
    said_twice: str = ""
    organization: str = ""
    formal: str = ""
    tie_stands: bool = False


Check = Callable[[ComposedLetter, OnRecord], list[str]]


def lines_of(letter: ComposedLetter) -> list[str]:
    """Every line of a letter's text, part by part."""
    return [line for line in letter.words.split("\n") if line.strip()]


@lru_cache(maxsize=8)
def without_names(text: str, names: frozenset[str]) -> str:
    """A text with a blank in the place of each name on record and of what stands alike in every language."""
    return names_pattern(names).sub(" ", text)


@cache
def names_pattern(names: frozenset[str]) -> re.Pattern:
    """What finds names, the longest first: whole words where the script parts words by blanks."""
    return re.compile("|".join(map(whole, sorted((*names, *EVERYWHERE), key=len, reverse=True))))


def whole(name: str) -> str:
    """A regular expression of a name that is no part of a longer word; Han and Korean words join what follows."""
    before, after = (EDGES.get(script_of(name[end]), "") for end in (0, -1))
    return f"{before and f'(?<!{before})'}{re.escape(name)}{after and f'(?!{after})'}"


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [word.casefold() for word in re.findall(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*", text)]


def find_leftovers(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Braces, brackets and bars of the text's source, words of the program, gaps where something was dropped."""
    found = re.findall(r"[{}\[\]|]|\b(?:None|True|False|not_\w+)\b|  |\(\)|（）|«»|“”|%\(|\\n", letter.words)
    empty = [f"the paragraph “{p.key}” is empty" for p in letter.paragraphs if not p.body.strip()]
    empty += [] if letter.paragraphs else ["there is no paragraph"]
    torn = [f"a line begins or ends with a blank: “{line}”" for line in lines_of(letter) if line != line.strip()]
    return [f"a leftover: “{words}”" for words in dict.fromkeys(found)] + empty + torn


def find_strange_script(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Letters of a script that the language is not written in, or of another language's alphabet."""
    rules = language_rules(record.language)
    scripts = rules.scripts or READ_EVERYWHERE
    text = without_names(letter.words, record.names)
    found = [word for word in re.findall(r"[^\W\d_]+", text) if is_strange(word, record.language, scripts)]
    return [f"not of this language's script: “{word}”" for word in dict.fromkeys(found)]


def is_strange(word: str, language: str, scripts: tuple[str, ...]) -> bool:
    """Whether a word has a letter that its language does not write."""
    if any(script_of(letter) not in (*scripts, "MODIFIER") for letter in word):
        return True
    if set(word.casefold()) & set(FOREIGN_LETTERS.get(language, "")):
        return True
    return language in CHARSETS and not is_in(word, CHARSETS[language])


def is_in(word: str, charset: str) -> bool:
    """Whether a character set has every letter of a word."""
    try:
        word.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def find_strange_words(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Words of grammar of another language in a text of this one."""
    own = set(GRAMMAR.get(record.language, "").split())
    if not own:
        return []
    others = {word: code for code, words in GRAMMAR.items() for word in words.split() if word not in own}
    found = [word for word in words_in(without_names(letter.words, record.names)) if word in others]
    return [f"a word of another language ({others[word]}): “{word}”" for word in dict.fromkeys(found)]


def find_borrowed_names(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Names that are on record in another language than the text's."""
    strange = strange_names(record.names, record.borrowed)
    found = strange.findall(letter.words) if strange else []
    return [f"a name of another language: “{name}”" for name in dict.fromkeys(found)]


@cache
def strange_names(own: frozenset[str], borrowed: frozenset[str]) -> re.Pattern | None:
    """What finds the names that are on record in another language alone; None for none."""
    strange = [name for name in borrowed if not any(name in said for said in own)]
    return re.compile("|".join(map(whole, sorted(strange, key=len, reverse=True)))) if strange else None


def find_unknown_numbers(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Numbers in figures, however grouped, that nothing on record says; small ones in words too."""
    text = without_names(letter.words, record.names)
    figures = [said[0] for said in NUMERAL.finditer(text) if not readings(said[0]) & record.numbers]
    strange = [word for number, word in record.number_words.items() if Decimal(number) not in record.numbers]
    words = [word for word in words_in(text) if word in strange]
    return [f"a number that is not on record: “{said}”" for said in dict.fromkeys([*figures, *words])]


def find_doubled_words(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """The same word twice in a row, unless the language says it so."""
    may = record.said_twice.casefold().split()
    spaced = re.findall(r"(?<![\w'’ʼ-])([^\W\d_]+(?:['’ʼ-][^\W\d_]+)*)[ \u00a0]+(?=\1(?![\w'’ʼ-]))", letter.words, re.I)
    han = "".join(letter if script_of(letter) in WITHOUT_SPACES else " " for letter in letter.words)
    joined = [match[0] for match in re.finditer(rf"(\w{{2,6}})\1|([{PARTICLES}])\2", han)]
    found = [word for word in spaced if word.casefold() not in may] + [words for words in joined if words not in may]
    return [f"a doubled word: “{word}”" for word in dict.fromkeys(found)]


def find_double_marks(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Two marks side by side, or a blank before one."""
    found = []
    for match in re.finditer(rf"(\S*)([{MARKS}])[ \u00a0]*([{MARKS}])", letter.words):
        before = match[1] + match[2]
        abbreviated = match[2] == "." and match[3] != "." and ABBREVIATION.search(before)
        if not abbreviated:
            found.append(match[0])
    blanks = re.findall(rf"\S*[ \u00a0][{MARKS}]", letter.words)
    return [f"double punctuation: “{words}”" for words in dict.fromkeys([*found, *blanks])]


def find_another_office(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """A salutation that names another office than the address."""
    address = "\n".join(line for line in letter.addressee.split("\n") if line != record.organization)
    offices = OFFICES.get(record.language)
    if offices:
        called, written = (set(re.findall(offices, text)) for text in (letter.salutation, address))
        differ = bool(called and written) and not called & written
    else:
        called, written = (ranks_told(text, record.language) for text in (letter.salutation, address))
        short = SHORTENED.get(record.language, {})
        meant = called.union(*(short.get(rank, ()) for rank in called))
        differ = bool(called and written) and not meant & written
    if not differ:
        return []
    said = {"called": ", ".join(sorted(called)), "written": ", ".join(sorted(written))}
    return ["the salutation names another office ({called}) than the address ({written})".format(**said)]


def ranks_told(text: str, language: str) -> set[str]:
    """The rank that the words of a salutation or address tell, by the first of its words that tell one."""
    tell = language_rules(language).rank_told
    for line in text.split("\n"):
        words = line.rstrip(MARKS).split(" ")
        for start in range(len(words)):
            rank = tell(" ".join(words[start:]))
            if rank and rank not in ("official", "own"):
                return {rank}
    return set()


def find_formal_noun(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """The noun of a partnership that stands, where none does."""
    if record.tie_stands or not record.formal:
        return []
    found = re.findall(rf"\w*(?:{record.formal})\w*", without_names(letter.words, record.names), re.IGNORECASE)
    return [f"the noun of a partnership that does not stand: “{word}”" for word in dict.fromkeys(found)]


CHECKS: tuple[Check, ...] = (
    find_leftovers,
    find_strange_script,
    find_strange_words,
    find_borrowed_names,
    find_unknown_numbers,
    find_doubled_words,
    find_double_marks,
    find_another_office,
    find_formal_noun,
)


def faults_in(letter: ComposedLetter, record: OnRecord) -> list[str]:
    """Every fault of one text."""
    return [fault for check in CHECKS for fault in check(letter, record)]


def unlike_twins(chinese: ComposedLetter, foreign: ComposedLetter) -> Iterator[str]:
    """The paragraphs that only one of the two texts of a letter has."""
    keys = [[paragraph.key for paragraph in letter.paragraphs] for letter in (chinese, foreign)]
    if keys[0] != keys[1]:
        yield f"the paragraphs are not those of the Chinese text: {', '.join(keys[1])} instead of {', '.join(keys[0])}"
