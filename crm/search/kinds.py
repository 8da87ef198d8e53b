"""The kinds of crm that the index holds: cities, people, organizations, gifts, occasions."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import City, Gift, GiftState, Occasion, Office, Organization, Person
from crm.models.contact import ChannelKind
from crm.models.partner import place
from crm.phrases import names_of
from crm.search.kind import Hit, SearchKind, day_weight, in_order, is_latin, kind_of, latin_first

DIALLED = (ChannelKind.PHONE, ChannelKind.MOBILE, ChannelKind.FAX)


def names_of_record(record) -> list[str]:
    """What a city, organization or person is called; nothing where there is none."""
    return kind_of(type(record)).called(record) if record else []


def joined_with(*parts) -> str:
    """What is known of some parts, in one line."""
    return " · ".join(str(part) for part in parts if part)


class NamedKind(SearchKind):
    """Records with names."""

    read = ("names",)

    def called(self, record) -> list[str]:
        """The record's names."""
        return [name.text for name in in_order(record.names)]

    def names(self, record) -> list[str]:
        return self.called(record)

    def texts(self, record) -> list[str]:
        return [record.note]


class ReachedKind(NamedKind):
    """Named records with channels: telephones are found by their last digits, all else as names are."""

    read = ("names", "channels", "city__names")

    def names(self, record) -> list[str]:
        return [*self.called(record), *(c.value for c in in_order(record.channels) if c.kind not in DIALLED)]

    def phones(self, record) -> list[str]:
        return [channel.value for channel in in_order(record.channels) if channel.kind in DIALLED]

    def others(self, record) -> list[str]:
        return names_of_record(record.city)

    def title(self, record) -> str:
        return latin_first(self.called(record))


class CityKind(NamedKind):
    """Cities, ours too."""

    model, label = City, gettext_lazy("Cities")
    joined, shown = ("country",), ("names", "partnerships__steps")

    def others(self, record) -> list[str]:
        return [name.region for name in in_order(record.names)]

    def describe_all(self, records, on: date) -> list[Hit]:
        office = Office.objects.first()
        return [self.describe(city, on, office) for city in records]

    def describe(self, record, on: date, office: Office | None = None) -> Hit:
        ours = office and record.pk == office.city_id
        partnership = office and record.partnership_with(office.city)
        what = _("our city") if ours else partnership.standing(on).label if partnership else None
        what = joined_with(record.display_region, what or record.get_place_kind_display())
        return Hit(self.code, record, str(record), str(record.country), what)


class PersonKind(ReachedKind):
    """People, found by their posts' titles and organizations too."""

    model, label = Person, gettext_lazy("People")
    joined = ("country", "city__country")
    read = (*ReachedKind.read, "posts__titles", "posts__organization__names")
    shown = (
        *("names", "city__names", "posts__titles", "posts__organization__names"),
        *("posts__organization__country", "posts__organization__city__country"),
    )
    hangs_on = {"crm.City": ("city",), "crm.Organization": ("posts__organization",), "crm.Post": ("posts",)}

    def called(self, record) -> list[str]:
        """Each name in its own order, given name first, and, in scripts without spaces, family name first: 高桥一郎."""
        names = in_order(record.names)
        given_first = [f"{name.given} {name.family}" for name in names if name.given]
        joined = [f"{name.family}{name.given}" for name in names if name.given and not is_latin(name.family)]
        return list(dict.fromkeys([*(name.full for name in names), *given_first, *joined]))

    def others(self, record) -> list[str]:
        posts = in_order(record.posts)
        held = [text for post in posts for text in names_of_record(post.organization)]
        return [*super().others(record), *held, *(title.text for post in posts for title in in_order(post.titles))]

    def describe(self, record, on: date) -> Hit:
        placed, post = place(record, on), record.post_on(on)
        what = str(post) if post else joined_with(placed.city, _("no post on record today"))
        return Hit(self.code, record, str(record), str(placed.country or ""), what)


class OrganizationKind(ReachedKind):
    """Organizations."""

    model, label = Organization, gettext_lazy("Organizations")
    joined, shown = ("country", "city"), ("names", "city__names")
    hangs_on = {"crm.City": ("city",)}

    def describe(self, record, on: date) -> Hit:
        what = joined_with(record.get_kind_display(), record.city)
        return Hit(self.code, record, str(record), str(record.country), what)


class GiftKind(SearchKind):
    """Gifts, found by what they are; from or to whom is what they are found by too."""

    model, label = Gift, gettext_lazy("Gifts")
    read = shown = (
        *("partners__city__names", "partners__organization__names", "partners__person__names"),
        *("partners__home_city__names", "partners__home_city__country", "lines__item__words"),
    )
    hangs_on = {
        "crm.City": ("partners__city", "partners__home_city"),
        "crm.Organization": ("partners__organization",),
        "crm.Person": ("partners__person",),
        "crm.ItemKind": ("lines__item",),
    }

    def names(self, record) -> list[str]:
        words = [word.bulk for line in in_order(record.lines) for word in in_order(line.item.words)]
        return list(dict.fromkeys([record.title, *words]))

    def others(self, record) -> list[str]:
        named = [place for row in in_order(record.partners) for place in (row.partner, row.home_city)]
        return list(dict.fromkeys(name for place in named for name in names_of_record(place)))

    def texts(self, record) -> list[str]:
        return [record.note]

    def title(self, record) -> str:
        partners = ", ".join(latin_first(names_of_record(row.partner)) for row in in_order(record.partners))
        things = record.title or ", ".join(line.item.code for line in in_order(record.lines))
        return f"{record.day} {things} – {partners}"

    def weight(self, record) -> int:
        return 0 if record.state == GiftState.CORRECTED else day_weight(record.day)

    def describe(self, record, on: date) -> Hit:
        cities = (row.home_city for row in in_order(record.partners))
        countries = _(", ").join(dict.fromkeys(str(city.country) for city in cities if city))
        what = joined_with(record.get_direction_display(), names_of(record.partner_list), record.get_state_display())
        return Hit(self.code, record, str(record), countries, what)


class OccasionKind(NamedKind):
    """Occasions."""

    model, label = Occasion, gettext_lazy("Occasions")
    shown = ("names", "countries")

    def weight(self, record) -> int:
        return super().weight(record) and day_weight(record.start)

    def describe(self, record, on: date) -> Hit:
        countries = _(", ").join(map(str, in_order(record.countries)))
        return Hit(self.code, record, str(record), countries, joined_with(record.get_kind_display(), record.start))


KINDS = (CityKind(), PersonKind(), OrganizationKind(), GiftKind(), OccasionKind())
