"""How a thing, a line or a list of names is said on a page, in the interface language."""

from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def interface_locale() -> str:
    """Babel's name of the interface language."""
    return "zh_Hans_CN" if (get_language() or "").startswith("zh") else "en_GB"


def number(value) -> str:
    """A number grouped for the reader, without trailing zeros."""
    return "" if value is None else format_decimal(value, locale=interface_locale())


def describe_line(line) -> str:
    """A gift line in a few words: "masks: about 20 cartons (500 EUR)", "masks (quantity not known)"."""
    value = f"{number(line.value)} {line.currency}" if line.value is not None else ""
    if line.item.is_money:
        return _("%(item)s: %(amount)s") % {"item": line.item, "amount": qualified(line, value)}
    if line.quantity is None:
        things = _("%(item)s (quantity not known)") % {"item": line.item}
    else:
        counted = _("%(number)s %(unit)s") % {"number": number(line.quantity), "unit": unit_of(line)}
        things = _("%(item)s: %(amount)s") % {"item": line.item, "amount": qualified(line, counted)}
    return _("%(things)s (%(value)s)") % {"things": things, "value": value} if value else things


def unit_of(line) -> str:
    """What a quantity counts: pieces by the thing's own measure word where the interface language has one."""
    word = line.item.word_in(get_language() or "") if line.unit == "piece" else None
    return (word and word.form("measure")) or line.get_unit_display()


def qualified(line, amount: str) -> str:
    """An amount with how sure it is, where it is not exact."""
    if line.qualifier == "exact":
        return amount
    return _("%(qualifier)s %(amount)s") % {"qualifier": line.get_qualifier_display(), "amount": amount}


def describe_step(step) -> str:
    """A step of a partnership: "1992-08-15: Agreement signed (by exchange of letters), A and B — the source"."""
    said = f"{step.day or _('date not on record')}: {step}"
    if step.by_letters:
        said += f" ({_('by exchange of letters')})"
    if step.signatories:
        said += f", {step.signatories}"
    return f"{said} — {step.source}" if step.source else said


def names_of(partners) -> str:
    """Partners' names as a list in the reader's language."""
    return _(", ").join(str(partner) for partner in partners) or "—"
