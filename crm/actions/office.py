"""Opens the office and keeps its accounts."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.actions.door import acting, door
from crm.actions.errors import WrongState
from crm.actions.places import build_organizations, government_names, insert_organizations, record_city
from crm.actions.records import change_record
from crm.actions.security_log import record_event
from crm.folding import is_han
from crm.guessing import forget_failures
from crm.languages import CHINESE
from crm.models.city import City
from crm.models.hand_over import HandOver
from crm.models.office import IssuingIdentity, Numbering, Office
from crm.models.organization import Organization, OrganizationKind
from crm.models.security_event import EventKind
from crm.models.user import Role, User
from crm.sessions import end_sessions, shift_ends

FOREIGN_AFFAIRS = "外事"  # in the name of an office whose English name is proposed
OPEN_ALREADY = gettext_lazy("This office is open already: please sign in.")
RULES = ("own_approval", "scan_required", "issue_days_back", "issue_days_ahead", "idle_minutes")


@transaction.atomic
def make_first_account(*, head: User, password: str) -> User:
    """Make the first account, a head's: of a new office, or of one that a folder put on record without any.

    ``head`` is not saved yet. Raises WrongState where somebody was first.
    """
    if User.objects.exists():
        raise WrongState(OPEN_ALREADY)
    head.role = Role.HEAD
    return save_account(by=None, account=head, password=password)


@transaction.atomic
def open_office(
    *, head: User, password: str, name: str, number_prefix: str, city: dict, name_en: str = "", contact: str = ""
) -> Office:
    """Make an empty installation an office: the first head, our city, and the identities of its government and itself.

    ``head`` is an account not saved yet; he or she is the actor. ``city`` are the facts of ``record_city``. The
    office's letters are counted here under ``number_prefix``; the government's numbers are given elsewhere. ``contact``
    stands on the office's letterhead. Raises WrongState where somebody was first.
    """
    if Office.objects.exists():
        raise WrongState(OPEN_ALREADY)
    make_first_account(head=head, password=password)
    with acting(head):
        ours = record_city(by=head, **city)
        office = Office.objects.create(name=name, city=ours)
        government = ours.organizations.governments().get()
        office.identities.create(
            code="government",
            organization=government,
            numbering=Numbering.GIVEN,
            seal_name=government_names(ours)[CHINESE][0],
        )
        itself = record_office_itself(by=head, office=office, name_en=name_en)
        own = IssuingIdentity(office=office, organization=itself, number_prefix=number_prefix, order=1)
        own.code, own.seal_name, own.contact_line = own.propose_code(), name, contact
        own.save()
    return office


@door
def record_office_itself(*, by: User, office: Office, name_en: str = "") -> Organization:
    """Record the office as an organization of our city, by its name and its name in English."""
    names = {CHINESE if any(map(is_han, office.name)) else "en": office.name}
    government = government_names(office.city).get("en", ("", ""))[1]
    if CHINESE in names and (name_en or (government and FOREIGN_AFFAIRS in office.name)):
        names["en"] = name_en or f"Foreign Affairs Office of {government}"
    return record_our_organization(by=by, city=office.city, names=names)


@door
def record_our_organization(*, by: User, city: City, names: dict[str, str]) -> Organization:
    """Record an office at home, of our city, by its names per language."""
    facts = {"kind": OrganizationKind.DOMESTIC_OFFICE, "city": city, "country": city.country}
    told = [{"language": language, "text": text} for language, text in names.items()]
    return insert_organizations(by=by, built=build_organizations([{**facts, "names": told}]))[0]


@door
def save_office(*, by: User, office: Office, parts=()) -> Office:
    """Save the office's settings; sessions that are open end after the idle time it sets now.

    The security log has the rules that are changed.
    """
    before = Office.objects.filter(pk=office.pk).values(*RULES).first() or {}
    change_record(by=by, record=office, parts=parts)
    changed = {name: getattr(office, name) for name in RULES if before.get(name) != getattr(office, name)}
    if before and "idle_minutes" in changed:
        shift_ends(office.idle_minutes - before["idle_minutes"])
    if changed:
        record_event(EventKind.RULES_CHANGED, by=by, **changed)
    return office


@door
def save_account(*, by: User | None, account: User, password: str = "") -> User:
    """Save an account, with a new password where one is given; a head who can sign in always remains.

    What somebody else gives is a first password: it must be changed at the next sign-in. ``by`` is None for the very
    first account, whose owner chose it. A closed account's sessions end, and those that the former password opened.
    """
    remains, before = account.role == Role.HEAD and account.is_active, account_facts(account.pk)
    if account.pk and by and account.pk == by.pk and not remains:
        raise WrongState(_("You cannot lock yourself out: ask another head to change your account."))
    heads = User.objects.select_for_update().heads()
    if not remains and not any(head.pk != account.pk for head in heads):
        raise WrongState(_("The office needs a head who can sign in: name another one first."))
    if password:
        account.set_password(password)
        account.must_change_password = by is not None
    account.save()
    if password or not account.is_active:
        end_sessions(account)
        forget_failures(account.username)
    if not account.is_active:
        answer_closing(account)
    log_account(by, account, before, password_set=bool(password))
    return account


def account_facts(key: int | None) -> dict:
    """Return what the security log says of an account as it is on record, {} where there is none."""
    row = User.objects.filter(pk=key).values("username", "role", "is_active").first() if key else None
    return {"account": row["username"], "role": row["role"], "active": row["is_active"]} if row else {}


def log_account(by: User | None, account: User, before: dict, *, password_set: bool) -> None:
    """Put on the security log that an account is new or changed in what it may, and that it has a new password."""
    now = account_facts(account.pk)
    if now != before:
        was = {"was": ", ".join(f"{name} {value}" for name, value in before.items() if now[name] != value)}
        record_event(EventKind.ACCOUNT_CHANGED if before else EventKind.ACCOUNT_ADDED, by=by, **now, **was)
    if password_set:
        record_event(EventKind.PASSWORD_SET, by=by, account=account.username)


def answer_closing(account: User) -> None:
    """Take down what hand-overs asked, now that the account is closed."""
    for asked in HandOver.objects.filter(giver=account, asks_to_close=True):
        asked.asks_to_close = False
        asked.save(update_fields=["asks_to_close"])


@door
def save_identity(*, by, identity: IssuingIdentity, parts=(), names=None) -> IssuingIdentity:
    """Save an identity and what changes among its letterheads; a new one gets its code from its number series.

    ``names``, by language, are those of an organization of our city that is recorded with it.
    """
    if names:
        identity.organization = record_our_organization(by=by, city=identity.office.city, names=names)
    identity.code = identity.code or identity.propose_code()
    return change_record(by=by, record=identity, parts=parts)


@door
def choose_language(*, by: User, language: str) -> None:
    """Keep the interface language that somebody chose."""
    by.language = language
    by.save(update_fields=["language"])
