"""Forms of names and titles by case, proposed from pymorphy3's dictionary of a language."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from correspondence.languages.base.words import CaseUnknown

GRAMMEMES = {
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "locative": "loct",
    "vocative": "voct",
}
OTHER_CASES = frozenset(GRAMMEMES.values())
AGREEMENT = frozenset({"masc", "femn", "neut", "plur"})
SUBSTANDARD = frozenset({"Dist", "Arch", "Infr", "Slng"})
NAMES = frozenset({"Surn", "Name", "Patr"})  # Полтавський is a family name too
APOSTROPHES = re.compile("[’ʼ]")  # the dictionary has the typewriter's
Fits = Callable[[frozenset[str]], bool]


def plain(word: str) -> str:
    """A word as the dictionary writes it."""
    return APOSTROPHES.sub("'", word.lower())


def agreement(parse) -> frozenset[str]:
    """The gender of a parsed word, or its plural."""
    return parse.tag.grammemes & AGREEMENT


class Forms:
    """What a language's dictionary knows; every form is a proposal, and what it does not know raises CaseUnknown.

    ``joining`` are the words for "and" between the adjectives of a title; ``adjectives`` are endings by which one may
    be told that the dictionary has not, such as that of a place.
    """

    def __init__(self, code: str, joining: tuple[str, ...], adjectives: str):
        self.code, self.joining, self.adjectives = code, joining, re.compile(adjectives)

    @cached_property
    def analyzer(self):
        """The dictionary, read for the first form that is asked for."""
        from pymorphy3 import MorphAnalyzer  # a dictionary of 30 MB, which no start of the product reads

        return MorphAnalyzer(lang=self.code)

    def parses(self, word: str, part: str) -> list:
        """What a word may be as a listed noun or adjective: in the nominative, and no other word's form."""
        found = [parse for parse in self.analyzer.parse(plain(word)) if part in parse.tag.grammemes]
        listed = [parse for parse in found if not parse.tag.grammemes & (OTHER_CASES | SUBSTANDARD)]
        return [parse for parse in listed if self.is_listed(parse, part)]

    def is_listed(self, parse, part: str) -> bool:
        """Whether it is known, and a noun its own lemma: «вус» is no form of Вусі."""
        if part == "ADJF":
            return parse.is_known or bool(self.adjectives.search(parse.word))
        return parse.is_known and parse.normal_form == parse.word

    def noun(self, word: str, case: str, fits: Fits) -> str:
        """A noun in a case; ``fits`` looks at the grammemes of what it may be."""
        nouns = [parse for parse in self.parses(word, "NOUN") if fits(parse.tag.grammemes)]
        return self.inflected(word, nouns[:1], case, animate=True)

    def adjective(self, word: str, case: str, gender: frozenset[str], *, animate: bool) -> str:
        """An adjective in a case, in its own gender: «міська голова» keeps its feminine beside a common noun."""
        parses = self.parses(word, "ADJF")
        agreeing = [parse for parse in parses if agreement(parse) == gender]
        return self.inflected(word, (agreeing or parses)[:1], case, animate=animate)

    def person(self, part: str, case: str, tags: frozenset[str], gender: str) -> str:
        """A part of a person's name in a case, of one that the dictionary tags so for the gender (masc, femn)."""
        return self.noun(part, case, lambda grammemes: bool(grammemes & tags) and gender in grammemes)

    def head(self, text: str) -> tuple[list[str], str]:
        """The adjectives and the head noun of a title; raises CaseUnknown."""
        words = text.split(" ")
        place_of_head, _parses = self.head_of(words, animate=True, place=False)
        return words[:place_of_head], words[place_of_head]

    def phrase(self, text: str, case: str, *, animate: bool, place: bool = False) -> str:
        """A head noun in a case with its adjectives; what else follows the head stays: complements, places, names.

        CaseUnknown where no head is found, and for several heads.
        """
        words = text.split(" ")
        place_of_head, parses = self.head_of(words, animate=animate, place=place)
        gender, rest = agreement(parses[0]), words[place_of_head + 1 :]
        if rest and (rest[0] in self.joining or rest[0][:1] in (*",;—–-",)):
            raise CaseUnknown(f"{text} ({case})")
        behind = self.adjectives_behind(rest, gender)
        for number in (*range(place_of_head), *range(place_of_head + 1, place_of_head + 1 + behind)):
            if words[number] not in self.joining:
                words[number] = self.adjective(words[number], case, gender, animate=animate)
        words[place_of_head] = self.inflected(words[place_of_head], parses, case, animate=animate, place=place)
        return " ".join(words)

    def adjectives_behind(self, words: Sequence[str], gender: frozenset[str]) -> int:
        """How many adjectives of a head stand behind it: Єпископ Київський."""
        for number, word in enumerate(words):
            if not any(agreement(parse) == gender for parse in self.parses(word, "ADJF")):
                return number
        return len(words)

    def head_of(self, words: Sequence[str], *, animate: bool, place: bool) -> tuple[int, list]:
        """The place of the head and what it may be: the first noun behind adjectives, else the last adjective."""
        last = None
        for number, word in enumerate(words):
            if word in self.joining and last:
                continue
            adjectives = self.parses(word, "ADJF")
            nouns = self.heads(word, animate=animate, place=place)
            following = self.heads(words[number + 1], animate=animate, place=place) if number + 1 < len(words) else []
            genders = {agreement(noun) for noun in following}
            if nouns and not any(agreement(adjective) in genders for adjective in adjectives):
                agreeing = [noun for noun in nouns if last and agreement(noun) == agreement(last[1][0])]
                return number, agreeing or [noun for noun in nouns if agreement(noun) == agreement(nouns[0])]
            if not adjectives:
                break
            last = number, adjectives[:1]
        if last is None or last[0] + 1 < len(words):
            raise CaseUnknown(" ".join(words))
        return last

    def heads(self, word: str, *, animate: bool, place: bool) -> list:
        """The nouns that a word may be, persons or things; of a place those without a plural, if there are any."""
        common = [parse for parse in self.parses(word, "NOUN") if not parse.tag.grammemes & NAMES]
        nouns = [noun for noun in common if ("anim" in noun.tag.grammemes) == animate]
        single = [noun for noun in nouns if "plur" not in self.others(noun)]
        return single if place and single else nouns

    def others(self, noun) -> set[str]:
        """The genders and numbers of a noun's forms that are not its own."""
        return set().union(*(agreement(form) for form in noun.lexeme)) - agreement(noun)

    def inflected(self, word: str, parses: Sequence, case: str, *, animate: bool, place: bool = False) -> str:
        """The parsed word in a case, written as ``word`` is; CaseUnknown where the dictionary has no such form."""
        forms = [
            form.word
            for parse in parses
            for form in parse.lexeme
            if GRAMMEMES[case] in form.tag.grammemes
            and agreement(form) == agreement(parse)
            and not form.tag.grammemes & SUBSTANDARD
        ]
        if not forms:
            raise CaseUnknown(f"{word} ({case})")
        return restored(word, chosen(list(dict.fromkeys(forms)), plain(word), case, animate=animate, place=place))


def chosen(forms: list[str], word: str, case: str, *, animate: bool, place: bool) -> str:
    """The form that letters use where the dictionary has several: Харкову, not Харковові; міському, not міськім."""
    if case == "accusative":
        forms = [form for form in forms if (form == word) != animate] or forms
    if case == "locative":
        forms = [form for form in forms if form.endswith("ому")] or forms
    shortest = [form for form in forms if len(form) == min(map(len, forms))]
    wanted = {"locative": "іїи", "genitive": "ая" if place else ""}.get(case, "")
    return next((form for form in shortest if form[-1] in wanted), shortest[0])


def restored(word: str, form: str) -> str:
    """A form with the capitals and apostrophes of the word that it is of, part by part between hyphens."""
    apostrophe = next(iter(APOSTROPHES.findall(word)), "ʼ")
    parts, forms = word.split("-"), form.replace("'", apostrophe).split("-")
    return "-".join(map(with_capitals, parts, forms)) if len(parts) == len(forms) else with_capitals(word, form)


def with_capitals(word: str, form: str) -> str:
    """A form that begins with a capital where its word does."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
