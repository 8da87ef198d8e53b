"""Writes over several rows. Each is atomic, keyword-only, names its actor and raises when the state is wrong."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from crm.dates import PartialDate
from crm.models.city import City, CityName
from crm.models.gift import Gift, GiftState, home_city
from crm.models.ledger import CourtesyKind, LedgerEntry, LedgerLink, LedgerPartner, LinkKind, group_of
from crm.models.office import IssuingIdentity, Office
from crm.models.organization import Organization, OrganizationKind, OrganizationName
from crm.models.person import Post
from crm.models.user import Role, User


class WrongState(Exception):
    """What was asked for is not possible now; the message says why, in the user's language."""


@transaction.atomic
def record_courtesy(
    *, by, direction, kind, day: PartialDate, partners, occasion=None, summary="", gift=None
) -> LedgerEntry:
    """Writes one courtesy that has left its giver, naming all its partners (cities, organizations, people)."""
    if not partners:
        raise WrongState(_("A courtesy names at least one partner."))
    entry = LedgerEntry.objects.create(
        direction=direction, kind=kind, day=day, occasion=occasion, summary=summary, gift=gift, recorded_by=by
    )
    for partner in partners:
        field = type(partner).__name__.lower()
        LedgerPartner.objects.create(
            entry=entry, home_city=home_city(partner, day.first), group=group_of(partner, day.first), **{field: partner}
        )
    return entry


@transaction.atomic
def reverse_entry(*, by, entry: LedgerEntry, reason: str) -> LedgerEntry:
    """Takes a courtesy back by a second row that says why; raises WrongState where that was done already."""
    entry = LedgerEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.reverses_id or hasattr(entry, "reversed_by"):
        raise WrongState(_("This courtesy has been reversed already, or is itself a reversal."))
    if not reason.strip():
        raise WrongState(_("Say why the courtesy is reversed."))
    reversal = LedgerEntry.objects.create(
        direction=entry.direction,
        kind=entry.kind,
        day=entry.day,
        occasion=entry.occasion,
        gift=entry.gift,
        summary=entry.summary,
        reverses=entry,
        reason=reason.strip(),
        recorded_by=by,
    )
    for row in entry.partners.all():
        LedgerPartner.objects.create(
            entry=reversal,
            city=row.city,
            organization=row.organization,
            person=row.person,
            home_city=row.home_city,
            group=row.group,
        )
    return reversal


def link_entries(*, by, source: LedgerEntry, target: LedgerEntry, kind: LinkKind) -> LedgerLink:
    """Says that one courtesy answers, thanks for, replies to or accompanies another; help answers help only.

    A pair is linked once; asking again gives the link there is.
    """
    if kind == LinkKind.ANSWERS and not (source.is_help and target.is_help):
        raise WrongState(_("Only help answers help; a letter never closes a debt of help."))
    if kind == LinkKind.ANSWERS and source.direction == target.direction:
        raise WrongState(_("Help is answered by the other side: what they gave by what we give."))
    link, _created = LedgerLink.objects.get_or_create(
        source=source, target=target, kind=kind, defaults={"recorded_by": by}
    )
    return link


def check_answers(partners, answers) -> None:
    """Raises WrongState where help ticked as answered came from none of the ``partners`` (rows that name them).

    A browser that goes back may restore ticks beside other rows than they were set at.
    """
    theirs = set(LedgerEntry.objects.of_partners(partners).values_list("pk", flat=True))
    for entry in answers:
        if entry.pk not in theirs:
            raise WrongState(_("“%(help)s” came from others than this goes to; untick it.") % {"help": entry})


@transaction.atomic
def enter_gift(*, by, gift: Gift, answers=()) -> LedgerEntry | None:
    """Gives a gift that has left its giver its ledger entry; a planned or announced one owns none.

    ``answers`` are the ledger entries of help that this gift answers.
    """
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if gift.state not in (GiftState.SENT, GiftState.RECEIVED) or gift.entries.in_force(date.max).exists():
        return None
    only_money = gift.lines.exists() and not gift.lines.filter(item__is_money=False).exists()
    entry = record_courtesy(
        by=by,
        direction=gift.direction,
        kind=CourtesyKind.MONEY if only_money else CourtesyKind.GOODS,
        day=gift.day,
        partners=gift.partner_list,
        occasion=gift.occasion,
        gift=gift,
    )
    for earlier in answers:
        link_entries(by=by, source=entry, target=earlier, kind=LinkKind.ANSWERS)
    for link in LedgerLink.objects.filter(target__gift=gift.corrects_id) if gift.corrects_id else ():
        link_entries(by=by, source=link.source, target=entry, kind=link.kind)  # thanked stays thanked
    return entry


NEXT_STATES = {
    GiftState.PLANNED: (GiftState.ANNOUNCED, GiftState.SENT, GiftState.RECEIVED),
    GiftState.ANNOUNCED: (GiftState.SENT, GiftState.RECEIVED),
    GiftState.SENT: (GiftState.RECEIVED,),
}


@transaction.atomic
def advance_gift(*, by, gift: Gift, state: GiftState, day: PartialDate | None = None, answers=()) -> Gift:
    """Moves a gift on: announced, sent (``day`` is when it left), received (``day`` is when it arrived)."""
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if state not in NEXT_STATES.get(gift.state, ()):
        raise WrongState(
            _("A gift that is “%(now)s” cannot become “%(then)s”.")
            % {"now": gift.get_state_display(), "then": GiftState(state).label}
        )
    if day and state == GiftState.RECEIVED:
        gift.received_on = day
        if not gift.has_left and day.first < gift.day.first:
            gift.day = day
    elif day:
        gift.day = day
    gift.state = state
    gift.save()
    enter_gift(by=by, gift=gift, answers=answers)
    return gift


@transaction.atomic
def correct_gift(*, by, gift: Gift, reason: str) -> Gift:
    """Reverses a gift's entry and opens a planned copy of it to be corrected and entered anew."""
    gift = Gift.objects.select_for_update().get(pk=gift.pk)
    if gift.state not in (GiftState.SENT, GiftState.RECEIVED):
        if gift.state == GiftState.CORRECTED:
            raise WrongState(_("This gift was corrected already; go on with the later one."))
        raise WrongState(_("Only a gift that has left its giver is corrected this way; this one can simply be edited."))
    for entry in gift.entries.in_force(date.max):
        reverse_entry(by=by, entry=entry, reason=reason)
    lines, partners, original = list(gift.lines.all()), list(gift.partners.all()), gift.pk
    gift.state = GiftState.CORRECTED
    gift.save(update_fields=["state"])
    gift.pk, gift._state.adding = None, True
    gift.state, gift.received_on, gift.corrects_id = GiftState.PLANNED, None, original
    gift.save()
    for row in (*lines, *partners):
        row.pk, row._state.adding, row.gift = None, True, gift
        row.save()
    return gift


@transaction.atomic
def end_post(*, by, post: Post, end: PartialDate) -> Post:
    """Ends a post and keeps it in the history; raises WrongState where it has ended or would end before it began."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.end:
        raise WrongState(_("This post ended on %(day)s.") % {"day": post.end})
    if post.start and end.last < post.start.first:
        raise WrongState(_("A post cannot end before it began."))
    post.end = end
    post.save(update_fields=["end"])
    return post


@transaction.atomic
def add_government(*, city: City) -> Organization:
    """Gives a city its government, with names proposed from the city's; one there already is given back."""
    if government := Organization.objects.governments().filter(city=city).first():
        return government
    government = Organization.objects.create(
        kind=OrganizationKind.CITY_GOVERNMENT, city=city, country_id=city.country_id
    )
    for language, (text, in_letter) in government_names(city).items():
        OrganizationName.objects.create(organization=government, language=language, text=text, in_letter=in_letter)
    government = Organization.objects.get(pk=government.pk)  # anew, for the names it was asked for before it had them
    government.slug = government.propose_slug()
    government.save(update_fields=["slug"])
    return government


def government_names(city: City) -> dict[str, tuple[str, str]]:
    """What a city's government is called by proposal, and in running text; at home it is the people's."""
    home = city.country_id == "CN"
    chinese, latin = city.name_in("zh-hans"), city.name_in("en")
    names = {}
    if chinese:
        names["zh-hans"] = (f"{chinese}人民政府" if home else f"{chinese}政府", "")
    if latin or not chinese:
        name = latin or city.display_name
        text = f"{name} Municipal People's Government" if home else f"City Government of {name}"
        names["en"] = (text, f"the {text}")
    return names


@transaction.atomic
def open_office(
    *,
    name: str,
    country,
    city_zh: str,
    city_latin: str,
    number_prefix: str,
    head: User,
    password: str,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Office:
    """Makes an empty installation an office: our city, its government, the first identity and the first head.

    ``head`` is an account not saved yet; he or she is the actor. Raises WrongState where somebody was first.
    """
    if User.objects.exists() or Office.objects.exists():
        raise WrongState(_("This office is open already: please sign in."))
    city = City.objects.create(country=country, latitude=latitude, longitude=longitude)
    for language, text in (("zh-hans", city_zh), ("en", city_latin)):
        CityName.objects.create(city=city, language=language, text=text)
    city = City.objects.get(pk=city.pk)
    city.slug = city.propose_slug()
    city.save(update_fields=["slug"])
    office = Office.objects.create(name=name, city=city)
    seal_name = government_names(city)["zh-hans"][0]
    IssuingIdentity.objects.create(
        office=office,
        code="government",
        organization=add_government(city=city),
        number_prefix=number_prefix,
        seal_name=seal_name,
    )
    head.role = Role.HEAD
    save_account(by=head, account=head, password=password)
    return office


@transaction.atomic
def save_account(*, by: User, account: User, password: str = "") -> User:
    """Saves an account, with a new password where one is given; a head who can sign in always remains."""
    remains = account.role == Role.HEAD and account.is_active
    if account.pk and account.pk == by.pk and not remains:
        raise WrongState(_("You cannot lock yourself out: ask another head to change your account."))
    heads = User.objects.select_for_update().heads()
    if not remains and not any(head.pk != account.pk for head in heads):
        raise WrongState(_("The office needs a head who can sign in: name another one first."))
    if password:
        account.set_password(password)
    account.save()
    return account
