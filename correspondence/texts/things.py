"""What was given, in a letter's language: lines of gifts, added where they are alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from correspondence.errors import Lack, MissingWord
from correspondence.languages import language_rules
from correspondence.languages.base import Word
from crm.languages import language_name
from crm.models import Gift, GiftLine, ItemKind, Qualifier


@dataclass(frozen=True)
class Amount:
    """So much of a thing, however many lines said it; ``quantity`` or ``value`` None where it is not on record."""

    item: ItemKind
    quantity: Decimal | None
    qualifier: str
    unit: str
    value: Decimal | None
    currency: str

    @property
    def is_known(self) -> bool:
        """Whether it says how much."""
        return (self.value if self.item.is_money else self.quantity) is not None

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands before the thing: no number, nor a large quantity or some."""
        return not self.is_known and (self.item.is_money or self.qualifier not in (Qualifier.LARGE, Qualifier.SOME))

    @property
    def kind(self) -> tuple:
        """What two amounts have in common that are one when they are added."""
        return self.item.pk, self.qualifier, self.unit, self.currency, self.is_known

    def plus(self, other: "Amount") -> "Amount":
        """Both together; of what nobody counted there is no more than before."""
        if not self.is_known:
            return self
        quantity = None if self.item.is_money else self.quantity + other.quantity
        value = self.value + other.value if self.item.is_money else self.value
        return Amount(self.item, quantity, self.qualifier, self.unit, value, self.currency)


def amount_of(line: GiftLine) -> Amount:
    """What a line of a gift says; of goods the value is no matter of a letter."""
    if line.item.is_money:
        return Amount(line.item, None, line.qualifier, "", line.value, line.currency)
    return Amount(line.item, line.quantity, line.qualifier, line.unit, None, "")


def amounts_of(gifts: Iterable[Gift]) -> list[Amount]:
    """All that some gifts hold, like added to like, what nobody counted last; a gift without lines is supplies."""
    found: dict[tuple, Amount] = {}
    for gift in gifts:
        for amount in [amount_of(line) for line in gift.lines.all()] or [supplies()]:
            found[amount.kind] = found[amount.kind].plus(amount) if amount.kind in found else amount
    return sorted(found.values(), key=lambda amount: not amount.is_known)


def supplies() -> Amount:
    """What is said of a gift whose contents nobody wrote down."""
    item = ItemKind.objects.prefetch_related("words").get(code="protective_supplies")
    return Amount(item, None, "exact", "piece", None, "")


def word_of(item: ItemKind, language: str) -> Word:
    """An item kind's words in a language; raises MissingWord, which says which is missing and where to add it."""
    word = item.word_in(language)
    if word is None or word.missing_forms():
        where = reverse("item-kind-edit", args=[item.code])
        raise MissingWord(
            _("The kind of item “%(item)s” lacks its words in %(language)s. Add them at %(where)s.")
            % {"item": item, "language": language_name(language), "where": where},
            Lack("item_word", item, language, where),
        )
    return Word(bulk=word.bulk, **word.forms)


def format_amount(amount: Amount, language: str, quantities: bool = True, country: str = "") -> str:
    """An amount as the language counts it; without ``quantities`` its number is left out, and one stays one."""
    rules = language_rules(language, country)
    if amount.item.is_money:
        known = quantities and amount.is_known
        return rules.money(amount.value, amount.currency, amount.qualifier) if known else rules.money_unsaid
    word = word_of(amount.item, language)
    if amount.is_known and not quantities:
        single = amount.quantity == 1 and amount.qualifier == "exact" and amount.unit == "piece"
        return rules.name_one(word) if single else rules.name_goods(word)
    return rules.count(word, amount.quantity, amount.qualifier, amount.unit)


def format_gifts(gifts: Iterable[Gift], language: str, quantities: bool = True, country: str = "") -> str:
    """All that some gifts hold as one list; a thing said twice without numbers is said once.

    ``country`` is the reader's.
    """
    rules, amounts = language_rules(language, country), amounts_of(gifts)
    if quantities and rules.bare_first:
        amounts.sort(key=lambda amount: not amount.is_bare)
    phrases = [format_amount(amount, language, quantities, country) for amount in amounts]
    return rules.join(list(dict.fromkeys(phrases))) if phrases else ""
