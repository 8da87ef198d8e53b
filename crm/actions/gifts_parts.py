"""Keeps what is learned of a gift after it has left: consignments and disposals, no facts of the ledger."""

from django.db import transaction

from crm.dates import PartialDate
from crm.models.gift import Gift


@transaction.atomic
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
