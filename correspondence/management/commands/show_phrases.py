"""Prints how each letter language counts a thing, so that native readers can check."""

import re
from decimal import Decimal, InvalidOperation

from django.core.management.base import BaseCommand, CommandError

from correspondence.errors import LetterRefused
from correspondence.languages import CODES
from correspondence.texts.things import amount_of, format_amount
from crm.models import GiftLine, ItemKind, Qualifier, Unit

THOUSANDS = re.compile(r"(?<=\d),(?=(?:\d{3},)*\d{3}(?:\.|$))")  # 1,000 but not 1,5
TOO_MUCH = Decimal(10) ** 11


class Command(BaseCommand):
    """A line a language: its code, a tab, the phrase as letters print it."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--item", required=True, help="code of the item kind: mask, protective_suit, money …")
        parser.add_argument("--quantity", help="a number; left out: the quantity is not known")
        parser.add_argument("--qualifier", choices=Qualifier.values, default=Qualifier.EXACT)
        parser.add_argument("--unit", choices=Unit.values, default=Unit.PIECE)
        parser.add_argument("--currency", default="CNY", help="for money: CNY, JPY, EUR …")
        parser.add_argument("--language", choices=CODES, help="one language only")

    def handle(self, *, item, quantity, qualifier, unit, currency, language, **options):
        kind = ItemKind.objects.prefetch_related("words").filter(code=item).first()
        if kind is None:
            known = ", ".join(ItemKind.objects.values_list("code", flat=True))
            raise CommandError(f"There is no item kind “{item}”. Known: {known}.")
        amount = read_quantity(quantity)
        if kind.is_money and amount is None:
            raise CommandError("Money needs --quantity.")
        line = GiftLine(item=kind, quantity=amount, qualifier=qualifier, unit=unit)
        if kind.is_money:
            line.quantity, line.value, line.currency = None, amount, currency.upper()
        for code in [language] if language else CODES:
            try:
                self.stdout.write(f"{code}\t{format_amount(amount_of(line), code)}")
            except LetterRefused as refusal:
                raise CommandError(str(refusal)) from refusal


def read_quantity(text: str | None) -> Decimal | None:
    """The number typed, None for none; raises CommandError for what no gift can have as its quantity."""
    if text is None:
        return None
    try:
        amount = Decimal(THOUSANDS.sub("", text))
    except InvalidOperation as error:
        raise CommandError(f"“{text}” is no number; write 20, 1,000 or 2.5.") from error
    if not amount.is_finite() or amount <= 0:
        raise CommandError("The quantity must be more than nothing.")
    if amount >= TOO_MUCH or amount != round(amount, 3):
        raise CommandError("A quantity has at most eleven digits before the point and three after it.")
    return amount
