"""Keeps what is learned of a gift after it has left: consignments and disposals, no facts of the ledger."""

from crm.actions.door import door
from crm.actions.records import change_record
from crm.dates import PartialDate
from crm.models.gift import Gift


@door
def keep_details(
    *, by, gift: Gift, beneficiary: str = "", carrier: str = "", tracking: str = "", expected: PartialDate | None = None
) -> None:
    """Keep for whom a gift was, who carries it and when it is expected.

    Today's pages ask for one disposal and one consignment: the gift's first ones. Others stay as they are.
    """
    keep_first(gift.disposals, beneficiary=beneficiary)
    keep_first(gift.consignments, carrier=carrier, tracking=tracking, expected=expected)


def keep_first(parts, **said) -> None:
    """Write facts to the first of a gift's consignments or disposals, or to a new one; delete it if nothing is said.

    ``parts`` is the gift's related manager.
    """
    part = parts.first() or parts.model(gift=parts.instance)
    before = {name: getattr(part, name) for name in said}
    for name, value in said.items():
        setattr(part, name, value)
    if part.is_empty and part.pk:
        part.delete()
    elif not part.is_empty and before != said:
        part.save()


@door
def change_details(*, by, gift: Gift, **details) -> Gift:
    """Save a gift's note and its details (see ``keep_details``), also once it has left its giver."""
    change_record(by=by, record=gift)
    keep_details(by=by, gift=gift, **details)
    return gift


def parts_of_details(
    beneficiary: str = "", carrier: str = "", tracking: str = "", expected: PartialDate | None = None
) -> dict[str, list[dict]]:
    """Return details as a new gift's disposals and consignments, as ``record_gift`` takes them."""
    sent = {"carrier": carrier, "tracking": tracking, "expected": expected}
    return {
        "disposals": [{"beneficiary": beneficiary}] if beneficiary else [],
        "consignments": [sent] if any(sent.values()) else [],
    }
