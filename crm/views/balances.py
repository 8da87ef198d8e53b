"""What stands above the ledger's list: how often help passed, the picture of the partners, what may be added."""

from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from crm.balances import ORDERS, Balance, balance_per_partner, in_order, name_balances
from crm.filters.ledger import LedgerFilter
from crm.paging import page_of
from crm.pictures import rhythm
from crm.sums import add_alike, count_times
from crm.tables.rhythm import write_rows

PARTNERS, MOST_PARTNERS = 20, 200  # rows of the picture; and where all are asked for
THINGS = 6  # that are told at once; the others are folded


def tell_balances(asked: LedgerFilter, address: QueryDict, on: date) -> dict:
    """What the page says of the partners and courtesies that are asked for: ?order= and ?partners=all of its table."""
    rows = asked.partner_rows()
    counted = balance_per_partner(rows, on)
    order = address.get("order") if address.get("order") in ORDERS else ORDERS[0]
    most = MOST_PARTNERS if address.get("partners") == "all" else PARTNERS
    page = page_of(in_order(counted, order), address, "balances", most)
    page.object_list = name_balances(page, rows, on)
    picture = rhythm(page.object_list, *span_of(counted, on))
    occasion = asked.answers.get("occasion")
    return {
        "balances": page,
        "order": order,
        "all_partners": most == MOST_PARTNERS,
        "picture": picture,
        "picture_rows": write_rows(picture, f"&occasion={occasion.pk}" if occasion else ""),
        "times": count_times(asked.courtesies_told(), on),
    }


def tell_alike(asked: LedgerFilter, on: date) -> dict:
    """What may be added up of the courtesies that are asked for."""
    things = add_alike(asked.courtesies_told(), on)
    return {"things": things[:THINGS], "more_things": things[THINGS:]}


def balance_rows(asked: LedgerFilter, on: date) -> list[tuple]:
    """The partners that are asked for with their counts and what we owe longest, for a head's own file."""
    rows = asked.partner_rows()
    head = (_("Partner"), _("Country or region"), _("Received"), _("Given"), _("What we owe"), _("Oldest"), _("Since"))
    return [head, *map(balance_row, name_balances(in_order(balance_per_partner(rows, on), ORDERS[0]), rows, on))]


def balance_row(row: Balance) -> tuple:
    """A partner's row of the file."""
    oldest = (row.oldest.what, str(row.oldest.day)) if row.oldest else ("", "")
    total = row.total
    return (str(row.partner), str(row.partner.country or ""), total.received, total.given, total.owed, *oldest)


def span_of(counted: list[dict], on: date) -> tuple[int, int]:
    """The first and last year in which anything passed with some partners."""
    first = min((row["first"] for row in counted), default=str(on))
    return int(first[:4]), int(max((row["latest"] for row in counted), default=str(on))[:4])
