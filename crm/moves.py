"""What becomes of the rows that point at a record when it is merged into another, or at one of ours who hands over.

Every relation to a city, an organization, a person or a user stands in one of these tables, as "app.Model.field";
``correspondence/moves.py`` has those of letters. A test holds both complete, so that a new relation says here what
becomes of it.
"""

from enum import StrEnum


class Move(StrEnum):
    """What becomes of a row that points at the old record.

    MOVES: it points at the new one from then on.
    KEEPS: it stays. It says what was true on its day, and is never rewritten; a merged record is an alias through which
    the row is still found (``Mergeable.identities``).
    JOINS: it moves unless the new record has an equal one already: equal in what a constraint holds unique, or in all
    its fields where none does. An equal one stays at the old record.
    MOVES_OPEN: it moves while its work is open (``open()`` of its QuerySet); afterwards it says who did it, and stays.
    """

    MOVES = "moves"
    KEEPS = "keeps"
    JOINS = "joins"
    MOVES_OPEN = "moves open"


MERGE = {
    "crm.City.merged_into": Move.MOVES,
    "crm.City.part_of": Move.MOVES,
    "crm.CityName.city": Move.JOINS,
    "crm.Organization.city": Move.MOVES,
    "crm.Person.city": Move.MOVES,
    "crm.Partnership.city": Move.JOINS,
    "crm.Partnership.partner": Move.JOINS,
    "crm.Occasion.cities": Move.JOINS,
    "crm.Occasion.in_cities": Move.JOINS,
    "crm.Office.city": Move.MOVES,
    "crm.Organization.merged_into": Move.MOVES,
    "crm.OrganizationName.organization": Move.JOINS,
    "crm.Post.organization": Move.JOINS,
    "crm.Channel.organization": Move.JOINS,
    "crm.PostalAddress.organization": Move.JOINS,
    "crm.FormOfAddress.organization": Move.JOINS,
    "crm.IssuingIdentity.organization": Move.MOVES,
    "crm.Person.merged_into": Move.MOVES,
    "crm.PersonName.person": Move.JOINS,
    "crm.Post.person": Move.JOINS,
    "crm.Channel.person": Move.JOINS,
    "crm.PostalAddress.person": Move.JOINS,
    "crm.FormOfAddress.person": Move.JOINS,
    "crm.Paper.person": Move.MOVES,
    # what passed between us names whom it named on its day
    "crm.GiftPartner.city": Move.KEEPS,
    "crm.GiftPartner.organization": Move.KEEPS,
    "crm.GiftPartner.person": Move.KEEPS,
    "crm.GiftPartner.home_city": Move.KEEPS,
    "crm.Gift.via_organization": Move.KEEPS,
    "crm.Gift.via_person": Move.KEEPS,
    "crm.Disposal.organization": Move.KEEPS,
    "crm.LedgerPartner.city": Move.KEEPS,
    "crm.LedgerPartner.organization": Move.KEEPS,
    "crm.LedgerPartner.person": Move.KEEPS,
    "crm.LedgerPartner.home_city": Move.KEEPS,
}

HAND_OVER = {
    "crm.City.liaison": Move.MOVES,
    "crm.Organization.liaison": Move.MOVES,
    "crm.Person.liaison": Move.MOVES,
    # who did something did it
    "crm.HandOver.giver": Move.KEEPS,
    "crm.HandOver.taker": Move.KEEPS,
    "crm.HandOver.recorded_by": Move.KEEPS,
    "crm.LedgerEntry.recorded_by": Move.KEEPS,
    "crm.LedgerLink.recorded_by": Move.KEEPS,
    "crm.Closing.recorded_by": Move.KEEPS,
    "crm.Paper.added_by": Move.KEEPS,
    "crm.FormToken.user": Move.KEEPS,
    "crm.SavedQuestion.kept_by": Move.KEEPS,
    # what somebody keeps for their own eyes
    "crm.SavedQuestion.owner": Move.KEEPS,
    "auditlog.LogEntry.actor": Move.KEEPS,
}
