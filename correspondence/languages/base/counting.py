"""Counting things and money (docs/domain.md §4)."""

from collections.abc import Sequence
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from correspondence.languages.base.words import NO_BREAK, PLURAL_CATEGORIES, Word

LARGE, SOME = "large", "some"


def tidy(quantity: Decimal) -> Decimal:
    """The quantity without trailing zeros: 20.000, as a database column gives it, is another plural than 20."""
    whole = quantity.to_integral_value()
    return whole if whole == quantity else quantity.normalize()


class Counting:
    """Quantities are Decimal, results plain text. A number and its noun are held together by a no-break space."""

    babel = ""  # CLDR's locale
    # The forms that its counting needs of a thing's word, ``bulk`` first; the plural ones are CLDR's categories.
    word_forms: tuple[str, ...] = ("bulk", "one", "other")
    optional_forms: tuple[str, ...] = ()  # those it uses where they are kept: the counters of a pair, of a set
    qualifiers = {"about": "{}", "over": "{}"}
    large_quantity = "{bulk}"  # only where the record says so
    some_quantity = "{bulk}"
    words_up_to = 0  # the largest whole number that running text writes as a word
    contained = "{container} {bulk}"
    units: dict[str, Word] = {}  # pair, set, bottle, pack, batch, carton, box, and weights where CLDR does not do
    measures = {"kilogram": "mass-kilogram", "tonne": "mass-tonne", "litre": "volume-liter"}
    money_unsaid = ""
    list_style = "standard"

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

    def in_words(self, quantity: Decimal, word: Word) -> str:
        """A whole number up to ``words_up_to`` as running text writes it before a noun; "" where figures stand."""
        return ""

    def written(self, quantity: Decimal, word: Word) -> str:
        """The number as running text writes it: a word where it is small and whole, else figures."""
        small = tidy(quantity) == quantity.to_integral_value() and 0 < quantity <= self.words_up_to
        return (small and self.in_words(quantity, word)) or self.number(quantity)

    def counted(self, word: Word, quantity: Decimal) -> str:
        """Number and noun, agreeing: one mask, 20 masks. Falls back to ``other`` where a form is not kept."""
        form = getattr(word, self.plural(quantity)) or word.other
        return f"{self.written(quantity, word)}{NO_BREAK}{form}"

    def qualify(self, counted: str, word: Word, qualifier: str) -> str:
        """Puts about or over around a counted noun; ``word`` is there for languages that agree."""
        return self.qualifiers[qualifier].format(counted) if qualifier in self.qualifiers else counted

    def count(self, word: Word, quantity: Decimal | None, qualifier: str = "exact", unit: str = "piece") -> str:
        """A quantity of a thing, ready for the sentence: "about 20 masks", "two pairs of gloves", "gloves".

        ``quantity`` None means unknown: then the thing is named without a number, as a large quantity or as some
        where ``qualifier`` is large or some. ``qualifier`` is exact, about or over else; ``unit`` one of crm's list
        (docs/domain.md §4.1).
        """
        if quantity is None:
            return self.uncounted(word, qualifier)
        if unit == "piece":
            return self.qualify(self.counted(word, quantity), word, qualifier)
        if unit in self.units:
            container = self.units[unit]
            phrase = self.contained.format(container=self.counted(container, quantity), bulk=word.bulk)
            return self.qualify(phrase, container, qualifier)
        measured = format_unit(tidy(quantity), self.measures[unit], length="long", locale=self.babel)
        measured = measured.replace(" ", NO_BREAK, 1)
        return self.qualify(self.contained.format(container=measured, bulk=word.bulk), word, qualifier)

    def uncounted(self, word: Word, qualifier: str) -> str:
        """A thing whose quantity is not on record; large or some only where the record says so."""
        frames = {LARGE: self.large_quantity, SOME: self.some_quantity}
        return frames[qualifier].format(bulk=word.bulk) if qualifier in frames else self.name_goods(word)

    def name_goods(self, word: Word) -> str:
        """The thing without a number, as the object of "you sent us …"."""
        return word.bare or word.bulk

    def name_one(self, word: Word) -> str:
        """A single thing whose number is not to be told, as the object of "you sent us …": "a book"."""
        return self.counted(word, Decimal(1))

    def money(self, value: Decimal, currency: str, qualifier: str = "exact") -> str:
        """An amount with the currency's name, never a sign that two currencies share (docs/domain.md §4.3)."""
        pattern = "#,##0.00" if value % 1 else "#,##0"
        options = {"locale": self.babel, "format_type": "name", "currency_digits": False}
        amount = format_currency(tidy(value), currency, pattern, **options).replace(" ", NO_BREAK, 1)
        return self.qualify(amount, Word(), qualifier)

    def join(self, phrases: Sequence[str]) -> str:
        """A list in running text: "A, B and C"."""
        return format_list(list(phrases), style=self.list_style, locale=self.babel)
