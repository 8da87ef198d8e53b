"""What every letter language can do. A language is one file that says where it differs from this."""

import re

from correspondence.languages.base.counting import Counting
from correspondence.languages.base.places import Places
from correspondence.languages.base.politeness import Politeness
from correspondence.languages.base.times import Times
from correspondence.languages.base.words import LEFT_TO_RIGHT


class Language(Counting, Times, Places, Politeness):
    """One letter language: everything it is stands here."""

    code = ""  # as the file is called, zh-hans for zh_hans.py
    order = 1000  # its place in lists; equals are sorted by code
    named_as = ""  # CLDR's code of the language that pages name it by, where that is not ``code``
    html_code = ""  # the lang attribute, where that is not ``code``
    word_code = ""  # what Word proofs its text by
    direction = LEFT_TO_RIGHT
    fonts: tuple[str, ...] = ("Noto Serif", "Noto Serif CJK SC")
    office_fonts: tuple[str, ...] = ()  # used before ``fonts`` where the office has put them into var/fonts
    east_asian_font = "Noto Serif CJK SC"  # for Han characters in Word
    font_size, word_font_size = 11, 11.5  # points: on paper, in Word
    line_height = 1.42
    indent = 0  # of a paragraph's first line, in ems
    parts = ("place_and_date", "addressee", "heading", "salutation", "body", "closing", "signature")
    own_country = ""  # China's full name for the letterhead; "" where it does not name it
    place_line = "{city}, {region}, {country}"
    unofficial = "Unofficial translation"  # over a text of which the Chinese one is the original
    begins_small = False  # whether the text goes on in small letters after the salutation's comma
    contractions: dict[str, str] = {}  # what two words become side by side, as regular expressions: r"\bde el\b": "del"
    # "{things}" that were given together with "{others}", in a list of gifts.
    together = "{things} ({others})"
    together_case = ""  # the case of {others} in it
    from_place = "{giver}, {place}"  # a giver in the reader's place: "{giver} of your city"
    place_said_once = False  # whether {place} stands once where every giver is there: "A and B of your city"
    # Whether what nobody counted stands first, for a number before it is read as its own: gloves and 20 masks.
    bare_first = False
    named_person = "{name}"  # a person whom a sentence names, where names of people take a word that others do not

    def variety(self, country: str) -> "Language":
        """The language as a country writes it: its days, lists and spelling; itself where countries do not differ."""
        return self

    def full_place(self, city: str, region: str) -> str:
        """Our city with its province, where that is on record, and country: Hengyang, Hunan, China."""
        line = self.place_line if region else self.place_line.replace("{region}, ", "").replace("{region}", "")
        return line.format(city=city, region=region, country=self.own_country)

    def list_item(self, when: str, things: str) -> str:
        """A line of a list of gifts: when they came, and what they were."""
        return f"{when}: {things}"

    def smooth(self, text: str) -> str:
        """A filled paragraph, for languages where a word hangs on its neighbours."""
        for apart, together in self.contractions.items():
            text = re.sub(apart, together, text)
        return text

    def begin(self, text: str) -> str:
        """A paragraph with a capital at its beginning; the first one after a comma stays as it is written."""
        return text[:1].upper() + text[1:]
