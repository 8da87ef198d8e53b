"""The lines of a folder's gifts: a thing and how much of it, or a sum of money."""

from decimal import Decimal

from babel.numbers import is_currency

from correspondence.office_folder.checking import check_fields
from correspondence.office_folder.records import Records
from correspondence.office_folder.table import Table
from crm.models import GiftLine, ItemKind, Qualifier, Unit
from crm.models.item import UNCOUNTED

WEIGHED = (Unit.KILOGRAM, Unit.TONNE, Unit.LITRE)  # all else is counted in whole numbers
NO_CURRENCY = ("XXX", "XTS")  # "none" and "for tests" of ISO 4217
A_SUM = 'money has a sum: value = 5000, currency = "EUR"; one that is not to be said has qualifier = "some" instead.'


def lines_of(records: Records, table: Table) -> list[dict]:
    """A gift's lines as the door takes them; its own qualifier is that of the lines that it fits."""
    usual = table.one_of(Qualifier.values, "qualifier")
    lines = [line_facts(records, row, usual) for row in table.tables("lines", "line", text_as="item")]
    if usual and not any(line["qualifier"] == usual for line in lines):
        why = "it says how much of its lines, and none is such a one" if lines else "there is no line that it speaks of"
        raise table.wrong("qualifier", f'{why}; write lines = [{{ item = "mask", qualifier = "{usual}" }}].')
    return lines


def line_facts(records: Records, table: Table, usual: str) -> dict:
    """A line of a gift; ``usual`` is the gift's own qualifier."""
    item = item_of(records, table)
    facts = {
        "item": item,
        **(sum_of(table, usual) if item.is_money else amount_of(table, usual)),
        "lot": table.text("lot"),
    }
    facts |= {name: table.whole(name) for name in ("packages", "pieces_per_package")}
    table.refuse_unknown()
    return check_fields(table, GiftLine, facts)


def item_of(records: Records, table: Table) -> ItemKind:
    """The kind of thing that a line names; raises Mistake."""
    code = table.text("item")
    if item := records.items.get(code):
        return item
    known = ", ".join(sorted(records.items))
    said = f"“{code}” is not known" if code else "the thing is not said"
    raise table.wrong("item", f"{said}; write one of: {known}, or add an [[item]] for it.")


def amount_of(table: Table, usual: str) -> dict:
    """How much of a thing, and what it is worth; raises Mistake where this does not fit together."""
    quantity, unit = table.number("quantity"), table.one_of(Unit.values, "unit", default=Unit.PIECE)
    said = table.one_of(Qualifier.values, "qualifier")
    if quantity is not None and said in UNCOUNTED:
        raise table.wrong("qualifier", "where there is a number, it is exact, about or over; leave one of them out.")
    if quantity is None and said and said not in (*UNCOUNTED, Qualifier.EXACT):
        raise table.wrong("qualifier", f'“{said}” wants a number: quantity = 20; without one write "large" or "some".')
    if quantity is not None and unit not in WEIGHED and quantity % 1:
        raise table.wrong("quantity", f"“{quantity}” is no whole number; only {', '.join(WEIGHED)} have parts.")
    fits = bool(usual) and (usual in UNCOUNTED) == (quantity is None)
    qualifier = said or (usual if fits else Qualifier.EXACT)
    return {"quantity": quantity, "qualifier": qualifier, "unit": unit, **worth_of(table)}


def sum_of(table: Table, usual: str) -> dict:
    """A sum of money; what is written as its quantity is its value, and “about” is said of the value."""
    worth = worth_of(table, value=table.number("quantity"))
    said = table.one_of(Qualifier.values, "qualifier")
    table.get("unit")
    if worth["value"] is None:
        if said not in UNCOUNTED:
            raise table.wrong("value", A_SUM)
        return {**worth, "qualifier": Qualifier.SOME}
    if said in UNCOUNTED:
        raise table.wrong("qualifier", "where there is a sum, it is exact, about or over; leave one of them out.")
    sure = said or (usual if usual not in UNCOUNTED else "") or worth["value_qualifier"]
    return {**worth, "qualifier": sure, "value_qualifier": sure}


def worth_of(table: Table, value: Decimal | None = None) -> dict:
    """A value in a currency, and the same in another one; a value and its currency come together."""
    facts = {"value_qualifier": table.one_of(Qualifier.values, "value_qualifier", default=Qualifier.EXACT)}
    for name, currency in (("value", "currency"), ("other_value", "other_currency")):
        facts[name], facts[currency] = table.number(name), currency_of(table, currency)
        if name == "value" and facts[name] is None:
            facts[name] = value
        if (facts[name] is None) != (not facts[currency]):
            lacking = name if facts[name] is None else currency
            raise table.wrong(
                lacking, f'a value has a currency, and a currency a value: {name} = 500, {currency} = "EUR".'
            )
    if facts["other_value"] is not None and facts["value"] is None:
        raise table.wrong(
            "value", "the same in another currency wants the value itself; write it as value and currency."
        )
    if facts["value_qualifier"] in UNCOUNTED:
        raise table.wrong("value_qualifier", "a value is exact, about or over.")
    return facts


def currency_of(table: Table, key: str) -> str:
    """A currency's code in capitals, "" where there is none; raises Mistake for what is no code."""
    code = table.text(key).upper()
    if code and (code in NO_CURRENCY or not is_currency(code)):
        raise table.wrong(key, f"“{code}” is no currency's code; write CNY, JPY, EUR …")
    return code
