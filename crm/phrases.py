"""How a thing, a line or a list of names is said on a page, in the interface language."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel.numbers import format_decimal
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from crm.paging import MOST_COUNTED


def interface_locale() -> str:
    """Babel's name of the interface language."""
    return "zh_Hans_CN" if (get_language() or "").startswith("zh") else "en_GB"


def number(value) -> str:
    """A number grouped for the reader, without trailing zeros."""
    return "" if value is None else grouped(value, interface_locale())


@lru_cache(maxsize=2048)
def grouped(value, locale: str) -> str:
    """A number as a locale writes it; kept, for Babel takes a hundred steps for each."""
    return format_decimal(value, locale=locale)


def how_many(page, counted: str = "") -> str:
    """How many rows there are, ``counted`` in words, and how many of them a page shows: "253; these are 25"."""
    said = counted or number_of_rows(page)
    if not page.has_other_pages():
        return said
    return _("%(number)s; these are %(shown)s") % {"number": said, "shown": number(len(page))}


def number_of_rows(page) -> str:
    """How many rows there are, in figures: "253", "10,000+"."""
    return f"{number(MOST_COUNTED)}+" if page.paginator.is_beyond_count else number(page.paginator.count)


def number_of_pages(page) -> str:
    """How many pages there are, in figures: "6", "200+"."""
    pages = page.paginator
    return f"{number(MOST_COUNTED // pages.per_page)}+" if pages.is_beyond_count else number(pages.num_pages)


def how_many_records(page) -> str:
    """How many records a list found and how many it shows: "253 records; these are 25"."""
    records = ngettext("%(number)s record", "%(number)s records", page.paginator.count)
    return how_many(page, records % {"number": number_of_rows(page)})


LONGEST_IN_DAYS = 90


def span(start: date, end: date) -> str:
    """How long it is from one day to a later one: "90 days", and beyond that "6 years 9 months"."""
    days = max(0, (end - start).days)
    if days <= LONGEST_IN_DAYS:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    years, months = divmod(whole_months(start, end), 12)
    said_years = ngettext("%(number)s year", "%(number)s years", years) % {"number": years}
    said_months = ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    if not years or not months:
        return said_years if years else said_months
    return _("%(years)s %(months)s") % {"years": said_years, "months": said_months}


def whole_months(start: date, end: date) -> int:
    """The months that have passed; one that begins on the 31st ends with the last day of a shorter month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    falls_on = min(start.day, monthrange(end.year, end.month)[1])
    return months - (end.day < falls_on)


def describe_line(line) -> str:
    """A gift line in a few words: "masks: about 20 cartons (500 EUR)", "masks (quantity not known)"."""
    value = value_of(line)
    if line.item.is_money:
        amount = qualified(line, value) if value else _("sum not stated")
        return _("%(item)s: %(amount)s") % {"item": line.item, "amount": amount}
    if line.quantity is None and line.qualifier in ("large", "some"):
        things = _("%(item)s: %(unknown)s") % {"item": line.item, "unknown": line.get_qualifier_display()}
    elif line.quantity is None:
        things = _("%(item)s (quantity not known)") % {"item": line.item}
    else:
        counted = _("%(number)s %(unit)s") % {"number": number(line.quantity), "unit": unit_of(line)}
        things = _("%(item)s: %(amount)s") % {"item": line.item, "amount": qualified(line, counted)}
    return _("%(things)s (%(value)s)") % {"things": things, "value": value} if value else things


def describe_packing(line) -> str:
    """How a gift line is packed: "20 packages of 50 each, lot 2020-A"; "" where nothing is told."""
    packages, each = line.packages, line.pieces_per_package
    if packages and each:
        packed = _("%(packages)s packages of %(each)s each") % {"packages": number(packages), "each": number(each)}
    elif packages:
        packed = ngettext("%(number)s package", "%(number)s packages", packages) % {"number": number(packages)}
    else:
        packed = _("%(each)s in a package") % {"each": number(each)} if each else ""
    return _(", ").join(filter(None, (packed, _("lot %(lot)s") % {"lot": line.lot} if line.lot else "")))


def title_of_gift(gift) -> str:
    """From or to whom a gift is, and what: "Gift from Ritto: protective supplies (quantity not known)"."""
    things = gift.title or _(", ").join(map(describe_line, gift.lines.all())) or _("contents not on record")
    said = (
        _("Gift to %(partners)s: %(things)s") if gift.direction == "given" else _("Gift from %(partners)s: %(things)s")
    )
    return said % {"partners": names_of(row.partner for row in gift.partners.all()), "things": things}


def value_of(line) -> str:
    """What a line is worth, in both currencies where the source gave both: "about 500 EUR, 4,000 CNY"."""
    if line.value is None:
        return ""
    said = f"{number(line.value)} {line.currency}"
    if line.value_qualifier != "exact":
        said = _("%(qualifier)s %(amount)s") % {"qualifier": line.get_value_qualifier_display(), "amount": said}
    other = f"{number(line.other_value)} {line.other_currency}" if line.other_value is not None else ""
    return _(", ").join(filter(None, (said, other)))


MEASURES = {"piece": "measure", "pair": "pair", "set": "set"}


def unit_of(line) -> str:
    """What a quantity counts: by the thing's own measure word where the interface language has one."""
    word = line.item.word_in(get_language() or "") if line.unit in MEASURES else None
    return (word and word.form(MEASURES[line.unit])) or line.get_unit_display()


def qualified(line, amount: str) -> str:
    """An amount with how sure it is, where it is not exact."""
    if line.qualifier == "exact":
        return amount
    return _("%(qualifier)s %(amount)s") % {"qualifier": line.get_qualifier_display(), "amount": amount}


def describe_things(things) -> str:
    """What was added of several things, in one line."""
    return _("; ").join(map(describe_alike, things))


def describe_alike(thing) -> str:
    """What was added of things that are alike: "masks: received quantity not known, given 126,000 pieces"."""
    ways = (("received", _("received %(amount)s")), ("given", _("given %(amount)s")))
    said = [words % {"amount": added(thing, thing.amounts[way])} for way, words in ways if way in thing.amounts]
    both = _("%(said)s, %(more)s") % {"said": said[0], "more": said[1]} if len(said) > 1 else said[0]
    return _("%(item)s: %(said)s") % {"item": thing.item, "said": both}


def added(thing, amount) -> str:
    """How much was added of things that are alike, and whether there was more that nobody counted."""
    if amount.total is None:
        return _("sum not stated") if thing.item.is_money else _("quantity not known")
    unit = thing.currency or unit_of(thing)
    figures = {"number": number(amount.total), "unit": unit}
    said = f"{figures['number']} {unit}" if thing.currency else _("%(number)s %(unit)s") % figures
    if not amount.exact:
        said = _("%(qualifier)s %(amount)s") % {"qualifier": _("about"), "amount": said}
    return _("%(amount)s and some not counted") % {"amount": said} if amount.unknown else said


def describe_step(step) -> str:
    """A step of a partnership: "1992-08-15: Agreement signed (by exchange of letters), A and B — the source"."""
    day = step.day or _("date not on record")  # outside the f-string, or makemessages does not see it
    said = f"{day}{_(': ')}{step}"
    if step.by_letters:
        said = _("%(things)s (%(value)s)") % {"things": said, "value": _("by exchange of letters")}
    if step.signatories:
        said = _("%(said)s, %(more)s") % {"said": said, "more": step.signatories}
    return f"{said} — {step.source}" if step.source else said


def in_post(person, post) -> str:
    """Somebody with the post that they hold: "Ana Ruiz, Alcaldesa"; in Chinese the post comes first."""
    return _("%(person)s, %(post)s") % {"person": person, "post": post}


def names_of(partners) -> str:
    """Partners' names as a list in the reader's language."""
    return _(", ").join(str(partner) for partner in partners) or "—"


def describe_disposal(disposal) -> str:
    """For whom a gift was and how much of it: "Hospitals, Nanhua Hospital (masks: 200 boxes)"."""
    whom = (disposal.get_beneficiary_display() if disposal.beneficiary else "", disposal.recipient)
    organization = (str(disposal.organization),) if disposal.organization_id else ()
    text = _(", ").join(filter(None, (*whom, *organization))) or _("for whom is not on record")
    amount = amount_of(disposal)
    return _("%(things)s (%(value)s)") % {"things": text, "value": amount} if amount else text


def amount_of(disposal) -> str:
    """How much of a gift, and of which thing: "masks: 200 boxes", "200 boxes", "masks" or ""."""
    item = str(disposal.line.item) if disposal.line_id else ""
    if disposal.quantity is None:
        return item
    counted = _("%(number)s %(unit)s") % {"number": number(disposal.quantity), "unit": disposal.get_unit_display()}
    return _("%(item)s: %(amount)s") % {"item": item, "amount": counted} if item else counted


def said_of_thanks(owed: bool, closed: bool) -> str:
    """Whether help received was thanked, or need not be."""
    return _("not thanked yet") if owed else _("no thanks due") if closed else _("thanked")


def said_of_answer(owed: bool, closed: bool) -> str:
    """Whether help received was answered, or need not be."""
    return _("not answered yet") if owed else _("no answer due") if closed else _("answered")


PAGE = re.compile(r"(?<!\w)(/(?:[\w.-]+/)+)", re.ASCII)  # Chinese writes its next word without a space


def link_addresses(sentence) -> SafeString:
    """A sentence of ours as HTML, in which the pages it names (/people/3/edit/) are links; all else is literal.

    One that is HTML already stays as it is.
    """
    if isinstance(words := str(sentence), SafeString):
        return words
    parts = PAGE.split(words)
    linked = (format_html('<a href="{0}">{0}</a>', part) if at % 2 else escape(part) for at, part in enumerate(parts))
    return mark_safe("".join(linked))
