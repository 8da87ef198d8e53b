"""The currencies that a value may be in, as CLDR knows them."""

from functools import cache

from babel import Locale
from babel.core import get_global
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from crm.folding import name_order
from crm.picking import Picker, TypedChoice, Words

USUAL = ("CNY", "JPY", "EUR", "USD", "GBP", "KRW", "RUB")  # stand first


@cache
def tender() -> frozenset[str]:
    """The codes that are, or once were, money of some territory: no gold (XAU), no unit of account, no test."""
    told = get_global("territory_currencies").values()
    return frozenset(code for rows in told for code, _since, _until, is_tender in rows if is_tender)


@cache
def currencies_in(interface: str) -> list[tuple[str, str]]:
    """Code and "code name" of every currency in an interface language, the usual ones first, then by name."""
    names = dict(Locale.parse("en").currencies) | dict(Locale.parse(interface, sep="-").currencies)
    known = {code: names[code] for code in tender() if code in names}
    others = sorted(known.keys() - set(USUAL), key=lambda code: name_order(known[code]))
    return [(code, f"{code} {known[code]}") for code in (*USUAL, *others)]


def currencies() -> list[tuple[str, str]]:
    """Code and name of every currency, for choices."""
    return currencies_in(get_language() or "en")


CURRENCIES = Words("currency", currencies)


class CurrencySelect(Picker):
    """A question for a currency, found as it is typed by code or name."""

    offered = CURRENCIES


class CurrencyField(TypedChoice, forms.ChoiceField):
    """A currency by its code, in whatever case; without scripts by its name too."""

    widget = CurrencySelect
    default_error_messages = {"invalid_choice": _("“%(value)s” is no currency. Choose CNY, JPY, EUR …")}

    def __init__(self, **kwargs):
        super().__init__(choices=currencies, **kwargs)

    def to_python(self, value):
        return super().to_python(value).strip().upper()
