"""What stands above the ledger's list: how often help passed, the picture of the partners, what may be added."""

from datetime import date

from django.http import QueryDict

from crm.balances import ORDERS, balance_per_partner, in_order, name_balances
from crm.filters.ledger import LedgerFilter
from crm.paging import page_of
from crm.pictures import rhythm
from crm.sums import add_alike, count_times
from crm.tables.rhythm import write_rows

PARTNERS, MOST_PARTNERS = 20, 200  # rows of the picture; and where all are asked for
THINGS = 6  # that are told at once; the others are folded


def tell_balances(asked: LedgerFilter, address: QueryDict, on: date) -> dict:
    """What the page says of the partners and courtesies that are asked for: ?order= and ?partners=all of its table."""
    rows, courtesies = asked.partner_rows(), asked.courtesies_told()
    counted = balance_per_partner(rows, on)
    order = address.get("order") if address.get("order") in ORDERS else ORDERS[0]
    most = MOST_PARTNERS if address.get("partners") == "all" else PARTNERS
    page = page_of(in_order(counted, order), address, "balances", most)
    page.object_list = name_balances(page, rows, on)
    things = add_alike(courtesies, on)
    picture = rhythm(page.object_list, *span_of(counted, on))
    occasion = asked.answers.get("occasion")
    return {
        "balances": page,
        "order": order,
        "all_partners": most == MOST_PARTNERS,
        "picture": picture,
        "picture_rows": write_rows(picture, f"&occasion={occasion.pk}" if occasion else ""),
        "times": count_times(courtesies, on),
        "things": things[:THINGS],
        "more_things": things[THINGS:],
    }


def span_of(counted: list[dict], on: date) -> tuple[int, int]:
    """The first and last year in which anything passed with some partners."""
    first = min((row["first"] for row in counted), default=str(on))
    return int(first[:4]), int(max((row["latest"] for row in counted), default=str(on))[:4])
