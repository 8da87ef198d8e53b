"""Which of a recipient's postal addresses a letter or its envelope bears, in which writing (docs/domain.md §8)."""

from correspondence.languages import language_rules
from correspondence.texts.brief import LetterBrief
from crm.models import PostalAddress


def letter_lines(brief: LetterBrief, language: str, names: list[str]) -> list[str]:
    """The addressee's lines with the address, as the inside of a letter in a language has them."""
    address = for_letter(addresses_of(brief), language)
    return address.lines(names) if address else names


def envelope_lines(brief: LetterBrief, names: list[str]) -> list[str]:
    """The same as the envelope has them, posted in our own country."""
    home = brief.office.city.country_id
    address = for_mail(addresses_of(brief), sent_from=home)
    return address.mail_lines(names, sent_from=home) if address else names


def addresses_of(brief: LetterBrief) -> list[PostalAddress]:
    """The person's own addresses, else the organization's; without those of which nothing but the country is known."""
    organization = brief.post.organization if brief.post else brief.organization
    for owner in filter(None, (brief.person, organization)):
        if found := [address for address in owner.addresses.all() if address.text]:
            return found
    return []


def for_letter(addresses: list[PostalAddress], language: str) -> PostalAddress | None:
    """The first that the letter's readers can read; in the local writing where their language is the country's."""
    rules = language_rules(language)

    def rank(address):
        return not rules.can_read(address.text), address.distance(latin=not address.country.speaks(language))

    return min(addresses, key=rank, default=None)


def for_mail(addresses: list[PostalAddress], *, sent_from: str) -> PostalAddress | None:
    """The first in Latin letters for mail abroad, in the local writing at home and where the post reads Chinese."""

    def rank(address):
        at_home = address.country_id == sent_from or address.country.filed_apart
        return address.distance(latin=not at_home)

    return min(addresses, key=rank, default=None)
