"""The nouns of the ground floor."""

from crm.models.city import City, CityName
from crm.models.contact import Channel, ChannelKind, PostalAddress
from crm.models.country import Country
from crm.models.gift import Direction, Gift, GiftLine, GiftPartner, GiftState, ItemKind, ItemWord, Qualifier, Unit, Use
from crm.models.ledger import CourtesyKind, LedgerEntry, LedgerLink, LedgerPartner, LinkKind
from crm.models.occasion import Occasion, OccasionKind, OccasionName
from crm.models.office import IssuingIdentity, Letterhead, Office
from crm.models.organization import Organization, OrganizationKind, OrganizationName
from crm.models.partnership import Partnership, PartnershipKind, PartnershipStep, Standing, StepKind
from crm.models.person import FormOfAddress, Gender, NameForm, Person, PersonName, Post, PostTitle, Rank
from crm.models.user import Role, User

__all__ = [
    "Channel",
    "ChannelKind",
    "City",
    "CityName",
    "Country",
    "CourtesyKind",
    "Direction",
    "FormOfAddress",
    "Gender",
    "Gift",
    "GiftLine",
    "GiftPartner",
    "GiftState",
    "IssuingIdentity",
    "ItemKind",
    "ItemWord",
    "LedgerEntry",
    "LedgerLink",
    "LedgerPartner",
    "Letterhead",
    "LinkKind",
    "NameForm",
    "Occasion",
    "OccasionKind",
    "OccasionName",
    "Office",
    "Organization",
    "OrganizationKind",
    "OrganizationName",
    "Partnership",
    "PartnershipKind",
    "PartnershipStep",
    "Person",
    "PersonName",
    "Post",
    "PostTitle",
    "PostalAddress",
    "Qualifier",
    "Rank",
    "Role",
    "Standing",
    "StepKind",
    "Unit",
    "Use",
    "User",
]
