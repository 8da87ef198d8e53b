"""Whose the gifts of a letter are: the one written to gave them, or others of the same city, or both together."""

from functools import cached_property

from django.db.models import Q

from crm.models import Gift, OrganizationKind

OF_THE_CITY = (OrganizationKind.CITY_GOVERNMENT, OrganizationKind.COUNCIL, OrganizationKind.DEPARTMENT)


class Giving:
    """The part of a LetterBrief that tells the addressee's own gifts from those of others, who are named."""

    @cached_property
    def received_from_them(self) -> tuple[Gift, ...]:
        """The gifts named that the one written to gave, alone or with others."""
        return tuple(gift for gift in self.received if self.is_own(gift))

    @cached_property
    def received_from_others(self) -> tuple[Gift, ...]:
        """The gifts named that others gave."""
        return tuple(gift for gift in self.received if not self.is_own(gift))

    @cached_property
    def gave_personally(self) -> bool:
        """Whether all of the addressee's own help was given as a person, and none by a city or body."""
        own = [row for gift in self.received_from_them for row in gift.partners.all() if self.is_theirs(row)]
        return bool(own) and all(row.person_id for row in own)

    @cached_property
    def joint_givers(self) -> tuple:
        """Who gave all of it together with the one written to, each once; not who shared one gift of several."""
        shared = [dict.fromkeys(self.other_givers(gift)) for gift in self.received_from_them]
        return tuple(giver for giver in next(iter(shared), ()) if all(giver in givers for givers in shared))

    @cached_property
    def carriers_of_goodwill(self) -> tuple:
        """Through whom the gifts came, each once; never the one written to."""
        through = dict.fromkeys(gift.via for gift in self.received if gift.via)
        return tuple(who for who in through if who not in (self.person, self.addressed_organization))

    def is_own(self, gift: Gift) -> bool:
        """Whether the one written to is among a gift's givers."""
        return any(self.is_theirs(row) for row in gift.partners.all())

    @property
    def is_giver(self) -> Q:
        """True for a row that names the one written to, as ``is_theirs``."""
        organization, found = self.addressed_organization, Q(pk__in=[])
        if self.person is not None:
            found |= Q(person__in=self.keys_of(self.person))
        if organization is not None:
            found |= Q(organization__in=self.keys_of(organization))
        if self.to_city:
            here = self.keys_of(self.city)
            found |= Q(city__in=here) | Q(organization__kind__in=OF_THE_CITY, home_city__in=here)
        return found

    def other_givers(self, gift: Gift) -> list:
        """The givers of a gift other than the one written to."""
        return [row.partner for row in gift.partners.all() if not self.is_theirs(row)]

    def is_theirs(self, row) -> bool:
        """Whether the partner that a row names is the one written to: a city is its government, council and offices."""
        if row.person_id:
            return self.person is not None and row.person_id in self.keys_of(self.person)
        if row.city_id:
            return self.to_city and row.city_id in self.keys_of(self.city)
        organization = self.addressed_organization
        if organization is not None and row.organization_id in self.keys_of(organization):
            return True
        return self.to_city and row.organization.kind in OF_THE_CITY and row.home_city_id in self.keys_of(self.city)

    def keys_of(self, record) -> frozenset[int]:
        """The keys of a record and of those merged into it, read once."""
        known = self.__dict__.setdefault("known_keys", {})
        if record not in known:
            known[record] = frozenset(record.identities())
        return known[record]
