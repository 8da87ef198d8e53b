"""The line by which a choice differs from its namesakes: name, country or region, what it is."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from crm.folding import name_order
from crm.models import City, Country, Gift, LedgerEntry, Occasion, Person, Post, User
from crm.phrases import in_post, names_of
from crm.picking import Option


def mark_archived(record, line: str) -> str:
    """The line of a choice, which says so where nobody would choose it any more."""
    if getattr(record, "archived", False):
        return _("%(choice)s (archived)") % {"choice": line}
    if isinstance(record, User) and not record.is_active:
        return _("%(choice)s (may not sign in any more)") % {"choice": line}
    return line


def in_name_order(options: list[Option]) -> list[Option]:
    """Options in the order of their lines: Latin letters, Chinese by pinyin."""
    return sorted(options, key=lambda option: name_order(option.line))


def label_with_place(record) -> str:
    """A city with its region and country; an organization with its city and country."""
    if isinstance(record, City):
        place = (record.region_in(get_language() or "en"), record.country)
    else:
        place = (record.city, record.country)
    return joined_with(record, *place)


def label_of_person(person: Person) -> str:
    """A person with the country or region and the post held, by which namesakes differ."""
    post = person.open_post
    where = person.country or (post.organization.country if post else None) or (person.city and person.city.country)
    return joined_with(person, where, post or person.city)


def label_of_occasion(occasion: Occasion) -> str:
    """An occasion with the year it began in, where its name does not say so."""
    year = str(occasion.start)[:4]
    return str(occasion) if year in str(occasion) else joined_with(occasion, year)


def label_of_gift(gift: Gift) -> str:
    """A gift with its day, contents and partners."""
    return joined_with(gift, names_of(gift.partner_list))


def label_of_courtesy(entry: LedgerEntry) -> str:
    """A courtesy with its day, partners and what it was."""
    return joined_with(entry.day, names_of(row.partner for row in entry.partners.all()), entry.what)


def label_of_post(post: Post) -> str:
    """A post with its holder."""
    return in_post(post.person, post)


def joined_with(*parts) -> str:
    """What is known of some parts, in one line."""
    return " · ".join(str(part) for part in parts if part)


def names_of_country(country: Country) -> tuple[str, ...]:
    """What a country or region is found by: its names in Chinese and English, and its code."""
    return (country.name_zh, country.name_en, country.official_name, country.code)
