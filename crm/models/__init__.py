"""The models of crm, a noun a file."""

from crm.models.city import City, CityName
from crm.models.closing import Closing, Duty
from crm.models.consignment import Consignment
from crm.models.contact import Channel, ChannelKind, PostalAddress
from crm.models.country import Country
from crm.models.disposal import Beneficiary, Disposal
from crm.models.form_of_address import FormOfAddress
from crm.models.form_token import FormToken
from crm.models.gift import Gift, GiftLine, GiftPartner, GiftSource, GiftState
from crm.models.hand_over import HandOver, HandOverItem
from crm.models.item import ItemKind, ItemWord, Qualifier, Unit
from crm.models.ledger import CourtesyKind, LedgerEntry, LedgerLink, LedgerPartner, LinkKind
from crm.models.occasion import Occasion, OccasionKind, OccasionName
from crm.models.office import IssuingIdentity, Letterhead, Office
from crm.models.organization import Organization, OrganizationKind, OrganizationName
from crm.models.paper import Paper
from crm.models.partner import Direction
from crm.models.partnership import Partnership, PartnershipKind, PartnershipStep, Standing, StepKind
from crm.models.person import Gender, NameForm, Person, PersonName
from crm.models.post import Post, PostTitle, Rank, usual_precedence
from crm.models.saved_question import SavedQuestion
from crm.models.search_entry import SearchEntry
from crm.models.security_event import EventKind, SecurityEvent
from crm.models.signatory import Signatory
from crm.models.user import Role, User
from crm.place_kinds import PlaceKind

__all__ = [
    "Beneficiary",
    "Channel",
    "ChannelKind",
    "City",
    "CityName",
    "Closing",
    "Consignment",
    "Country",
    "CourtesyKind",
    "Direction",
    "Disposal",
    "Duty",
    "EventKind",
    "FormOfAddress",
    "FormToken",
    "Gender",
    "Gift",
    "GiftLine",
    "GiftPartner",
    "GiftSource",
    "GiftState",
    "HandOver",
    "HandOverItem",
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
    "Paper",
    "Partnership",
    "PartnershipKind",
    "PartnershipStep",
    "Person",
    "PersonName",
    "PlaceKind",
    "Post",
    "PostTitle",
    "PostalAddress",
    "Qualifier",
    "Rank",
    "Role",
    "SavedQuestion",
    "SearchEntry",
    "SecurityEvent",
    "Signatory",
    "Standing",
    "StepKind",
    "Unit",
    "User",
    "usual_precedence",
]
