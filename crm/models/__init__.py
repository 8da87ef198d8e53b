"""The nouns of the ground floor."""

from crm.models.body import Body, BodyKind, BodyName
from crm.models.city import City, CityName
from crm.models.contact import Channel, ChannelKind, PostalAddress
from crm.models.country import Country
from crm.models.gift import Direction, Gift, GiftLine, GiftPartner, GiftState, ItemKind, ItemWord, Qualifier, Unit, Use
from crm.models.ledger import CourtesyKind, LedgerEntry, LedgerLink, LedgerPartner, LinkKind
from crm.models.occasion import Occasion, OccasionKind, OccasionName
from crm.models.office import IssuingIdentity, Letterhead, Office
from crm.models.person import FormOfAddress, Gender, NameForm, Person, PersonName, Post, PostKind, PostTitle
from crm.models.relation import Relation, RelationKind, RelationStep, Standing, StepKind
from crm.models.user import Role, User

__all__ = [
    "Body",
    "BodyKind",
    "BodyName",
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
    "Person",
    "PersonName",
    "Post",
    "PostKind",
    "PostTitle",
    "PostalAddress",
    "Qualifier",
    "Relation",
    "RelationKind",
    "RelationStep",
    "Role",
    "Standing",
    "StepKind",
    "Unit",
    "Use",
    "User",
]
