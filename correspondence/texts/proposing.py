"""Proposes from the record what a letter to a partner says."""

from dataclasses import replace
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from correspondence.errors import LetterRefused
from correspondence.models import Letter, LetterKind
from correspondence.texts.brief import NAME_RECEIVED, SAD, LetterBrief
from correspondence.texts.occasions import LOOKS_AT_THE_DAY, refuse_impossible
from correspondence.texts.something import check_something_to_say
from crm.languages import CHINESE
from crm.models import Gift, GiftPartner, IssuingIdentity, LedgerEntry, Occasion, Office, Organization, Post, Signatory
from crm.models.gift import GiftState
from crm.models.ledger import WITHOUT_GIFT
from crm.models.partner import place

SOON = 183  # days within which our gift is to leave that a letter announces
# How far a gift of ours has come, which decides its wording.
HOW_FAR = dict.fromkeys((GiftState.PLANNED, GiftState.ANNOUNCED), "ahead") | {
    state: state for state in (GiftState.SENT, GiftState.RECEIVED, GiftState.CORRECTED)
}
STRUCK = ("countries", "cities", "in_cities")


def default_correspondent(*, city=None, organization=None, person=None, on: date):
    """(person, post, organization) written to: the holder on that day of the city's head post, else its government.

    Raises LetterRefused where the city has neither on record.
    """
    if person:
        post = person.post_on(on)
        return person, post, None
    if city:
        organization = Organization.objects.active().governments().filter(city=city).first()
        if organization is None:
            raise LetterRefused(
                _("%(city)s has no city government and no head of it on record; add one first.") % {"city": city}
            )
    post = organization.posts.head_on(on)
    return (post.person, post, None) if post else (None, None, organization)


MOST_NAMED = 20  # gifts that thanks name by themselves, those that have waited longest
PROPOSED = object()  # "as the record proposes", where None means "none"


def propose_brief(
    *,
    kind,
    on: date,
    city=None,
    organization=None,
    person=None,
    post=None,
    organization_itself=False,
    language=None,
    occasion=PROPOSED,
    received=None,
    given=None,
    courtesies=None,
    replies_to=PROPOSED,
    needs=(),
    show_quantities=False,
    identity=None,
    facts=None,
    commitments=(),
) -> LetterBrief:
    """A LetterBrief with everything not said filled in from the record.

    ``facts`` are the drafter's own words by language, ``commitments`` what he ticked.

    The recipient follows from ``city``, ``organization`` or ``person``, or is the ``post``'s holder.
    ``received`` and ``given`` are lists of gifts and ``courtesies`` of ledger entries without a gift, None meaning
    "as the kind of letter wants". Raises LetterRefused.
    """
    brief = address_brief(
        kind=kind,
        on=on,
        city=city,
        organization=organization,
        person=person,
        post=post,
        organization_itself=organization_itself,
        language=language,
        identity=identity,
    )
    said = {"show_quantities": show_quantities, "facts": facts or {}, "commitments": frozenset(commitments)}
    brief = replace(brief, needs=tuple(needs), **said)
    where = scope_of(brief)
    received = check_received(kind, received, where, on)
    given = check_given(kind, given, where, on)
    if received is None and kind == LetterKind.THANKS:
        received = received_for(brief, where, None)  # in whatever occasion
        brief = replace(brief, more_wait=len(received) > MOST_NAMED)
        received = received[:MOST_NAMED]
    if occasion is PROPOSED:
        occasion = propose_occasion(brief, where, received)
    elif occasion:
        refuse_impossible(brief, occasion)
    received = received_for(brief, where, occasion) if received is None else received
    given = given_for(kind, where, on) if given is None else given
    courtesies = courtesies_for(kind, where, occasion, on) if courtesies is None else courtesies
    brief = replace(
        brief,
        occasion=occasion,
        received=tuple(received),
        given=tuple(given),
        courtesies=tuple(courtesies),
        letter_received=letter_to_answer(kind, where, on) if replies_to is PROPOSED else replies_to,
    )
    check_something_to_say(brief)
    return with_words(brief)


def address_brief(
    *, kind, on: date, city, organization, person, post, organization_itself, language, identity
) -> LetterBrief:
    """A LetterBrief with its recipient, language, identity and signatory, and nothing yet that it speaks of.

    Raises LetterRefused.
    """
    identity = identity or IssuingIdentity.objects.filter(archived=False).first()
    if identity is None:
        raise LetterRefused(_("The office has no issuing identity yet; add one under Office."))
    if post or organization_itself:
        to_person, to_organization = (post.person, None) if post else (None, organization)
    else:
        to_person, post, to_organization = default_correspondent(
            city=city, organization=organization, person=person, on=on
        )
    placement = place(post or to_organization or to_person, on)
    brief = LetterBrief(
        kind=kind,
        language=language or placement.language,
        on=on,
        identity=identity,
        office=our_office(),
        person=to_person,
        post=post,
        organization=to_organization,
        city=city or placement.city,
        signatory=signatory_of(identity, on),
    )
    if brief.to_own_mission and brief.language != CHINESE:
        raise LetterRefused(_("Our own missions abroad are written to in Chinese only."))
    if brief.to_city and brief.city == brief.office.city:
        raise LetterRefused(_("%(city)s is our own city; letters go to others.") % {"city": brief.city})
    return brief


def with_words(brief: LetterBrief) -> LetterBrief:
    """The same, its records read with all their words at once: composing then asks the database nothing of them."""
    contact = ("names", "forms_of_address", "addresses__country", "country")
    at_post = (
        "titles",
        "organization__names",
        "organization__addresses__country",
        "organization__country",
        "person__names",
    )
    wanted = {
        brief.city: ("names", "partnerships__steps", "country"),
        brief.person: contact,
        brief.organization: contact,
        brief.post: at_post,
        brief.signatory: at_post,
        brief.identity: ("organization__names", "letterheads"),
        brief.occasion: ("names", "countries", "cities", "in_cities"),
    }
    for record, words in wanted.items():
        if record:
            prefetch_related_objects([record], *words)
    parts = ("lines__item__words", "partners", "consignments", "disposals")
    gifts = [*brief.received, *brief.given]
    prefetch_related_objects(gifts, *parts, "occasion")
    # By themselves: through gifts of which some know their occasion already, Django reads on for the others only.
    prefetch_related_objects([gift.occasion for gift in gifts if gift.occasion], *STRUCK)
    prefetch_related_objects(brief.needs, "words")
    return brief


def scope_of(brief: LetterBrief) -> dict:
    """Whose courtesies the letter may speak of: the city's, the organization's and its people's, or the person's."""
    if brief.to_city:
        return {"city": brief.city}
    organization = brief.post.organization if brief.post else brief.organization
    return {"organization": organization} if organization else {"person": brief.person}


def signatory_of(identity: IssuingIdentity, on: date) -> Post | None:
    """Who signs for an identity on a day: as kept with it, else the head of its organization, or nobody by name."""
    kept = Signatory.objects.filter(identity=identity).on(on)
    return kept.post if kept else identity.organization.posts.head_on(on)


def check_received(kind: str, gifts, where: dict, on: date) -> list[Gift] | None:
    """The gifts of theirs chosen for a letter, each once; None where none were chosen.

    Only thanks and support name them. Raises LetterRefused for one that is not theirs or not in hand on the day.
    """
    if gifts is None or kind not in NAME_RECEIVED:
        return gifts and []
    in_hand = set(Gift.objects.in_hand(on).of(**where).values_list("pk", flat=True))
    for gift in gifts:
        if gift.pk not in in_hand:
            raise LetterRefused(
                _("“%(gift)s” is not on record as received from them by the letter's day.") % {"gift": gift}
            )
    return list(dict.fromkeys(gifts))


def check_given(kind: str, gifts, where: dict, on: date) -> list[Gift] | None:
    """The gifts of ours chosen for a letter, each once; None where none were chosen.

    Only support names them. Raises LetterRefused for one that is not to them, was taken back or leaves later, and
    where one is still to leave and another has left or arrived: one sentence cannot tell both.
    """
    if gifts is None or kind != LetterKind.RECIPROCAL_SUPPORT:
        return gifts and []
    theirs = set(Gift.objects.given().of(**where).values_list("pk", flat=True))
    for gift in gifts:
        if gift.pk not in theirs or (gift.has_left and gift.day.first > on):
            raise LetterRefused(_("“%(gift)s” is not on record as given to them by the letter's day.") % {"gift": gift})
    others = [gift for gift in gifts if HOW_FAR[gift.state] != HOW_FAR[gifts[0].state]]
    if others:
        raise LetterRefused(
            _("“%(gift)s” is %(state)s, “%(other)s” %(other_state)s; tell each in a letter of its own.")
            % {
                "gift": gifts[0],
                "state": gifts[0].get_state_display(),
                "other": others[0],
                "other_state": others[0].get_state_display(),
            }
        )
    return list(dict.fromkeys(gifts))


def propose_occasion(brief: LetterBrief, where: dict, received):
    """What the gifts chosen or thanked for were given in, where that is one occasion; else the latest that fits."""
    occasions = {gift.occasion for gift in received or ()}
    given_in = occasions.pop() if len(occasions) == 1 else None
    if given_in is not None and brief.fits(given_in):
        return given_in
    return None if brief.kind == LetterKind.THANKS and received else latest_occasion(brief, where)


def latest_occasion(brief: LetterBrief, where: dict):
    """The occasion of the latest courtesy or gift shared with the partner, or None.

    Nobody condoles on a visit or with those who were not struck, and one notifies of what struck oneself.
    """
    known = {"occasion__isnull": False}
    entries = LedgerEntry.objects.in_force(brief.on).of(**where).filter(**known).select_related("occasion")
    gifts = Gift.objects.current().of(**where).filter(**known, day__lte=brief.on.isoformat())
    told = [(str(row.day), row.occasion) for row in (*entries, *gifts.select_related("occasion"))]
    struck = [(str(occasion.start), occasion) for occasion in occasions_struck(brief)]
    rows = sorted((*told, *struck), key=lambda row: row[0], reverse=True)
    occasions = dict.fromkeys(occasion for _day, occasion in rows)
    return next((occasion for occasion in occasions if brief.fits(occasion)), None)


def occasions_struck(brief: LetterBrief):
    """The occasions on record that struck those whom the letter speaks of, theirs or, in a notification, ours."""
    if brief.kind not in LOOKS_AT_THE_DAY:
        return Occasion.objects.none()
    city = brief.office.city if brief.kind == LetterKind.NOTIFICATION else brief.city if brief.to_city else None
    country = city.country if city else brief.placement.country
    here = Q(countries=country) | (Q(cities=city) | Q(in_cities=city) if city else Q(cities__country=country))
    return Occasion.objects.active().filter(here, kind__in=SAD).distinct()


def received_for(brief: LetterBrief, where: dict, occasion) -> list[Gift]:
    """Gifts of theirs a letter names by itself: thanks, all unthanked or the latest; support, the occasion's or that.

    Those of the one written to; others of their city are named only where these have given nothing. Of those that
    wait for thanks it is one more than a letter names, where there are more.
    """
    if brief.kind not in NAME_RECEIVED:
        return []
    in_hand = Gift.objects.in_hand(brief.on).of(**where).order_by("day", "pk")
    if brief.kind == LetterKind.THANKS:
        named = of_them(brief, in_hand.filter(waits_for_thanks(brief.on)), MOST_NAMED + 1)
    else:
        named = of_them(brief, in_hand.filter(occasion=occasion)) if occasion else []
    return named or of_them(brief, in_hand.reverse(), 1)


def waits_for_thanks(on: date) -> Exists:
    """True for a gift of theirs that no letter of ours has thanked by a day."""
    return Exists(LedgerEntry.objects.unthanked(on).filter(gift=OuterRef("pk")))


def of_them(brief: LetterBrief, gifts: QuerySet, most: int | None = None) -> list[Gift]:
    """The first so many of those that the one written to gave, else of all."""
    theirs = GiftPartner.objects.filter(brief.is_giver, gift=OuterRef("pk"))
    gifts = gifts.prefetch_related("partners__organization", "occasion")
    return list(gifts.filter(Exists(theirs))[:most]) or list(gifts[:most])


def given_for(kind: str, where: dict, on: date) -> list[Gift]:
    """Our gift a letter of support announces by itself: the nearest in time that has left or is to leave soon.

    One that is only planned stands back behind others, and a correction that nobody has entered yet behind all.
    """
    if kind != LetterKind.RECIPROCAL_SUPPORT:
        return []
    gifts = Gift.objects.given().of(**where).exclude(state=GiftState.PLANNED, corrects__isnull=False)
    near = [gift for gift in gifts if is_told(gift, on)]
    near.sort(key=lambda gift: (gift.state == GiftState.PLANNED, abs((gift.day.first - on).days), -gift.pk))
    return near[:1]


def is_told(gift: Gift, on: date) -> bool:
    """Whether a letter of the day may tell of a gift of ours by itself: it left before, or is to leave soon."""
    ahead = (gift.day.first - on).days
    return ahead <= 0 or (not gift.has_left and ahead <= SOON)


def courtesies_for(kind: str, where: dict, occasion, on: date) -> list[LedgerEntry]:
    """Experience and services a letter tells of by itself: thanks, the unthanked; support, the occasion's both ways."""
    entries = LedgerEntry.objects.of(**where).filter(kind__in=WITHOUT_GIFT)
    if kind == LetterKind.THANKS:
        found = entries.unthanked(on)
    elif kind == LetterKind.RECIPROCAL_SUPPORT:
        found = entries.in_force(on).filter(**({"occasion": occasion} if occasion else {}))
    else:
        return []
    return list(found.with_details().order_by("day", "pk"))


def letter_to_answer(kind: str, where: dict, on: date) -> Letter | None:
    """Their latest letter that waits for an answer, which thanks and support give."""
    if kind not in NAME_RECEIVED:
        return None
    letters = Letter.objects.to_or_from(**where).incoming().filter(received_on__lte=on.isoformat())
    return letters.awaiting_our_answer().order_by("-received_on", "-pk").first()


def our_office() -> Office:
    """The office; raises LetterRefused in an installation that has none yet."""
    office = Office.get()
    if office is None:
        raise LetterRefused(_("The office is not set up yet."))
    return office
