"""What every letter language can do. A language is one file that says where it differs from this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from crm.dates import DAY, MONTH, YEAR, PartialDate
from crm.scripts import READ_EVERYWHERE, is_written_in

UNKNOWN, FEMALE, MALE = "", "f", "m"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# The ranks that letters of a city always meet; a language knows their forms, and of any other rank if it likes.
MET_EVERYWHERE = ("mayor", "deputy_mayor", "council_president", "ambassador", "consul_general", "consul")


class GenderRequired(Exception):
    """The language cannot address this person without the grammatical gender (docs/domain.md §2.1)."""


class Word:
    """The forms of a countable thing's word in one language, each an attribute; "" for a form that is not kept.

    ``bulk`` follows "a large quantity of", a container or a weight; ``bare`` stands alone as the
    object of "you sent us …"; ``zero one two few many other`` are the CLDR plural forms, in the case that
    follows "sent"; ``measure`` is the counter of Chinese, Japanese, Korean and Filipino. A language may name more.
    """

    def __init__(self, **forms: str):
        self.__dict__.update(forms)

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return ""


Agreeing = str | tuple[str, str]  # what is said to everybody, or to a man and to a woman


def agree(words: Agreeing, gender: str) -> str:
    """The words that fit a gender; of a pair none while the gender is unknown."""
    return words if isinstance(words, str) else {MALE: words[0], FEMALE: words[1]}.get(gender, "")


@dataclass(frozen=True)
class RankForms:
    """How a language addresses one rank (docs/domain.md §2, §13); what is empty is not said, or as to any person."""

    title: Agreeing = ""  # the post, where no title is on record
    with_city: str = ""  # how an envelope without a title on record names the city: "{title} of {city}"
    called: str = ""  # what the salutation calls the holder
    also_called: tuple[str, ...] = ()  # words of a title on record that the salutation calls the holder instead
    honorific: Agreeing = ""  # before the name on the envelope
    respect: Agreeing = ""  # before what the salutation calls the holder
    salutation: str = ""  # the salutation's own frame
    closing: str = ""


@dataclass(frozen=True)
class Addressee:
    """Who a letter is to, in the words of one language.

    ``role`` is a rank of crm's closed list (mayor, consul_general, official …), person or organization;
    ``title`` the post's title as on record, ``name`` the full name in reading order;
    ``condolence`` says that the letter is one, and so has no exclamation mark (docs/domain.md §3.1).
    """

    role: str
    name: str = ""
    family: str = ""
    given: str = ""
    gender: str = UNKNOWN
    title: str = ""
    organization: str = ""
    city: str = ""
    own_mission: bool = False
    condolence: bool = False


@dataclass(frozen=True)
class Signatory:
    """Who signs: the issuing identity, and a person with a post where one signs by name."""

    identity: str
    name: str = ""
    family: str = ""
    given: str = ""
    title: str = ""


def tidy(quantity: Decimal) -> Decimal:
    """The quantity without trailing zeros: 20.000, as a database column gives it, is another plural than 20."""
    whole = quantity.to_integral_value()
    return whole if whole == quantity else quantity.normalize()


class Language:
    """One letter language: everything it is stands here. Quantities are Decimal, dates datetime.date or PartialDate,
    results plain text.
    """

    code = ""  # as the file is called, zh-hans for zh_hans.py
    babel = ""  # CLDR's locale
    agrees_in_gender = False  # whether nobody can be addressed whose gender is unknown
    order = 1000  # its place in lists; equals are sorted by code
    named_as = ""  # CLDR's code of the language that pages name it by, where that is not ``code``
    html_code = ""  # the lang attribute, where that is not ``code``
    word_code = ""  # what Word proofs its text by
    # The scripts, besides Latin, that its readers read a name in, as Unicode begins their letters' names.
    scripts: tuple[str, ...] = ()
    reads_any_script = False
    direction = LEFT_TO_RIGHT
    # What a name takes in a sentence (article, definite form, accusative): with any, a bare name is no part of one.
    name_cases: tuple[str, ...] = ()
    # The forms that its counting needs of a thing's word, ``bulk`` first; the plural ones are CLDR's categories.
    word_forms: tuple[str, ...] = ("bulk", "one", "other")
    ranks: dict[str, RankForms] = {}
    qualifiers = {"about": "{}", "over": "{}"}
    unknown_quantity = "{bulk}"
    contained = "{container} {bulk}"
    containers: dict[str, Word] = {}
    occasions: dict[str, str] = {}
    partnership_nouns: dict[str, str] = {}
    where_in_city = "{city}"
    where_in_country = ""
    where_else = ""
    money_unsaid = ""
    fonts: tuple[str, ...] = ("Noto Serif", "Noto Serif CJK SC")
    office_fonts: tuple[str, ...] = ()  # used before ``fonts`` where the office has put them into var/fonts
    east_asian_font = "Noto Serif CJK SC"  # for Han characters in Word
    font_size, word_font_size = 11, 11.5  # points: on paper, in Word
    line_height = 1.42
    indent = 0  # of a paragraph's first line, in ems
    parts = ("place_and_date", "addressee", "heading", "salutation", "body", "closing", "signature")
    list_style = "standard"
    measures = {"kilogram": "mass-kilogram", "tonne": "mass-tonne", "litre": "volume-liter"}

    # Names --------------------------------------------------------------------------------------

    @property
    def shares_names(self) -> bool:
        """Whether names of the other languages in Latin letters are its own too."""
        return not self.scripts and not self.reads_any_script

    def can_read(self, name: str) -> bool:
        """Whether its readers can read every letter of a name."""
        return self.reads_any_script or is_written_in(name, (*self.scripts, *READ_EVERYWHERE))

    # Counting -----------------------------------------------------------------------------------

    @property
    def plural_forms(self) -> tuple[str, ...]:
        """The CLDR categories among its word forms; none where things are counted with a measure word."""
        return tuple(form for form in self.word_forms if form in PLURAL_CATEGORIES)

    def plural(self, quantity: Decimal) -> str:
        """CLDR plural category of a quantity: zero, one, two, few, many or other (docs/domain.md §4.2)."""
        return Locale.parse(self.babel).plural_form(tidy(quantity))

    def number(self, quantity: Decimal) -> str:
        """A number as the language groups it, all digits, never compact (docs/domain.md §4.3)."""
        return format_decimal(tidy(quantity), locale=self.babel)

    def counted(self, word: Word, quantity: Decimal) -> str:
        """Number and noun, agreeing: 1 mask, 20 masks. Falls back to ``other`` where a form is not kept."""
        form = getattr(word, self.plural(quantity)) or word.other
        return f"{self.number(quantity)} {form}"

    def qualify(self, counted: str, word: Word, qualifier: str) -> str:
        """Puts about or over around a counted noun; ``word`` is there for languages that agree."""
        return self.qualifiers[qualifier].format(counted) if qualifier in self.qualifiers else counted

    def count(self, word: Word, quantity: Decimal | None, qualifier: str = "exact", unit: str = "piece") -> str:
        """A quantity of a thing, ready for the sentence: "about 20 masks", "a large quantity of masks".

        ``quantity`` None means unknown; ``qualifier`` is exact, about or over; ``unit`` is piece,
        carton, box, kilogram, tonne or litre (docs/domain.md §4.1).
        """
        if quantity is None:
            return self.unknown_quantity.format(bulk=word.bulk)
        if unit == "piece":
            return self.qualify(self.counted(word, quantity), word, qualifier)
        if unit in self.containers:
            container = self.containers[unit]
            phrase = self.contained.format(container=self.counted(container, quantity), bulk=word.bulk)
            return self.qualify(phrase, container, qualifier)
        measured = format_unit(tidy(quantity), self.measures[unit], length="long", locale=self.babel)
        return self.qualify(self.contained.format(container=measured, bulk=word.bulk), word, qualifier)

    def name_goods(self, word: Word) -> str:
        """The thing without a number, as the object of "you sent us …"."""
        return word.bare or word.bulk

    def money(self, value: Decimal, currency: str, qualifier: str = "exact") -> str:
        """An amount with the currency's name, never a sign that two currencies share (docs/domain.md §4.3)."""
        pattern = "#,##0.00" if value % 1 else "#,##0"
        options = {"locale": self.babel, "format_type": "name", "currency_digits": False}
        amount = format_currency(tidy(value), currency, pattern, **options)
        return self.qualify(amount, Word(), qualifier)

    def join(self, phrases: Sequence[str]) -> str:
        """A list in running text: "A, B and C"."""
        return format_list(list(phrases), style=self.list_style, locale=self.babel)

    # Dates --------------------------------------------------------------------------------------

    def day(self, day: date) -> str:
        """A day as a letter writes it: 5 March 2020."""
        return format_date(day, "long", locale=self.babel)

    def month(self, month: date) -> str:
        """Month and year. MMMM, never LLLL: the stand-alone names leak between locales (docs/domain.md §4.3)."""
        return format_date(month, "MMMM y", locale=self.babel)

    def year(self, year: date) -> str:
        """The year alone."""
        return str(year.year)

    def when(self, when: PartialDate) -> str:
        """A time as an adverb, preposition included, no finer than it is known: "in March 2020"."""
        if when.precision == DAY:
            return self.on_day(when.first)
        return self.in_year(when.first) if when.precision == YEAR else self.in_month(when.first)

    def when_several(self, times: Sequence[PartialDate]) -> str:
        """Several times, oldest first, as one adverb; months of one year name it once: "in February and March 2020"."""
        phrases = [self.when(time) for time in times]
        if len(times) < 2 or {time.precision for time in times} != {MONTH} or len({t.first.year for t in times}) > 1:
            return self.join(phrases)
        words = [phrase.split() for phrase in phrases]
        place = next(place for place, said in enumerate(zip(*words, strict=True)) if len(set(said)) > 1)
        words[0][place] = self.join([said[place] for said in words])
        return " ".join(words[0])

    def years_once(self, times: Sequence[PartialDate]) -> list[str]:
        """Each time's words, for languages whose year comes first: 2020年2月, 3月, the year not said again."""
        phrases = []
        for before, time in zip([None, *times[:-1]], times, strict=True):
            again = before and YEAR not in (before.precision, time.precision) and before.first.year == time.first.year
            phrases.append(self.when(time).removeprefix(self.year(time.first) if again else "").strip())
        return phrases

    def when_expected(self, when: PartialDate) -> str:
        """A time still to come, for languages that say it differently: "on 12 April 2020"."""
        return self.when(when)

    def on_day(self, day: date) -> str:
        """ "on 5 March 2020"."""
        return self.day(day)

    def in_month(self, month: date) -> str:
        """ "in March 2020"."""
        return self.month(month)

    def in_year(self, year: date) -> str:
        """ "in 2020"."""
        return self.year(year)

    def where(self, city: str) -> str:
        """Where it happened, as an adverb: in their city, or, without one, where the reader is."""
        return self.where_in_city.format(city=city) if city else self.where_else

    def plain_date(self, when: PartialDate) -> str:
        """A time as a noun, without preposition, no finer than it is known: "March 2020"."""
        if when.precision == DAY:
            return self.day(when.first)
        return self.year(when.first) if when.precision == YEAR else self.month(when.first)

    def list_item(self, when: str, things: str) -> str:
        """A line of a list of gifts: when they came, and what they were."""
        return f"{when}: {things}"

    def smooth(self, text: str) -> str:
        """A filled paragraph, for languages where a word's sound hangs on its neighbours."""
        return text

    # Politeness: every result is a proposal, shown and edited, then stored whole -------------------

    def forms(self, addressee: Addressee) -> RankForms:
        """The forms of the addressee's rank; empty ones for a rank that goes by the title on record."""
        return self.ranks.get(addressee.role, RankForms())

    def requires_gender(self, addressee: Addressee) -> bool:
        """Whether the letter cannot be written in this language while the gender is unknown."""
        return self.agrees_in_gender and addressee.role != "organization" and addressee.gender not in (MALE, FEMALE)

    def gender(self, addressee: Addressee) -> str:
        """The gender that the forms of address agree with, or GenderRequired."""
        if self.requires_gender(addressee):
            raise GenderRequired(addressee.name)
        return addressee.gender

    def salutation(self, addressee: Addressee) -> str:
        """The opening line with its punctuation; empty where the language has none."""
        raise NotImplementedError

    def envelope(self, addressee: Addressee) -> list[str]:
        """The addressee block's lines before the postal address."""
        raise NotImplementedError

    def closing(self, addressee: Addressee) -> str:
        """The closing formula with its punctuation; a line break where the language breaks it."""
        raise NotImplementedError

    def signature(self, signatory: Signatory) -> list[str]:
        """The lines under the room for the signature."""
        lines = [signatory.name, signatory.title] if signatory.name else []
        return [*lines, signatory.identity]

    def place_and_date(self, place: str, day: date) -> str:
        """The line of place and date, or of the date alone."""
        return f"{place}, {self.day(day)}"
