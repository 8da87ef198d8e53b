"""What can be opened or begun by its name in the search box: "ledger", "add a person", "write to Guadalajara"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy, override

from crm.folding import fold
from crm.models import Office, User
from crm.search.asking import search
from crm.tokens import answers, ask_names, name_tokens

PARTNERS = ("city", "person", "organization")
OF_EACH = 3

PAGES = {
    "desk": gettext_lazy("Desk"),
    "city-list": gettext_lazy("Cities"),
    "person-list": gettext_lazy("People"),
    "organization-list": gettext_lazy("Organizations"),
    "letter-list": gettext_lazy("Letters"),
    "register-out": gettext_lazy("Register of letters sent"),
    "register-in": gettext_lazy("Register of letters received"),
    "gift-list": gettext_lazy("Gifts"),
    "ledger": gettext_lazy("Ledger"),
    "occasion-list": gettext_lazy("Occasions"),
    "office": gettext_lazy("Office"),
    "letter-texts": gettext_lazy("Letter texts"),
    "job-list": gettext_lazy("My jobs"),
}
FORMS = {  # for those who may write
    "city-add": gettext_lazy("Add a city"),
    "person-add": gettext_lazy("Add a person"),
    "organization-add": gettext_lazy("Add an organization"),
    "letter-receive": gettext_lazy("Enter a received letter"),
    "letter-enter-sent": gettext_lazy("Enter a letter sent earlier"),
    "gift-add": gettext_lazy("Record a gift"),
    "courtesy-add": gettext_lazy("Record a courtesy"),
    "occasion-add": gettext_lazy("Open an occasion"),
}


@dataclass(frozen=True)
class Shortcut:
    """A page or form that is offered: its name, its address and, where a partner is meant, who that is."""

    name: str
    url: str
    what: str = ""


@dataclass(frozen=True)
class Deed:
    """What is begun for a partner; ``asked`` are the ways of asking for it, parted by |, in each language."""

    name: str
    asked: str
    view: str
    known: tuple[tuple[str, str], ...] = ()


DEEDS = (
    Deed(
        gettext_lazy("Write to %(name)s"),
        # Translators: whatever one may type for it, parted by |.
        gettext_lazy("write a letter to %(name)s|write to %(name)s|letter to %(name)s|write %(name)s"),
        "letter-write",
    ),
    Deed(
        gettext_lazy("Enter a letter from %(name)s"),
        # Translators: whatever one may type for it, parted by |.
        gettext_lazy("enter a letter from %(name)s|received letter from %(name)s|letter from %(name)s"),
        "letter-receive",
    ),
    Deed(
        gettext_lazy("Record a gift from %(name)s"),
        # Translators: whatever one may type for it, parted by |.
        gettext_lazy("record a gift from %(name)s|gift from %(name)s"),
        "gift-add",
        (("direction", "received"),),
    ),
    Deed(
        gettext_lazy("Record a gift to %(name)s"),
        # Translators: whatever one may type for it, parted by |.
        gettext_lazy("record a gift to %(name)s|record a gift for %(name)s|gift to %(name)s|gift for %(name)s"),
        "gift-add",
        (("direction", "given"),),
    ),
)


def shortcuts(question: str, *, by: User, on: date) -> list[Shortcut]:
    """What a question names that ``by`` may open or begin: first what is begun for a partner, then pages and forms."""
    deeds = DEEDS if by.may_write else ()
    begun = [shortcut for deed in deeds for shortcut in begin(deed, question, on)]
    return [*begun, *pages_named(question, PAGES | FORMS if by.may_write else PAGES)]


def pages_named(question: str, pages: dict) -> list[Shortcut]:
    """Pages whose name, in the language of the interface or in English, has every word that is asked, or begins so."""
    asked = ask_names(question)
    found = [view for view, name in pages.items() if answers(asked, name_tokens(said_as(name)))]
    return [Shortcut(str(pages[view]), reverse(view)) for view in found]


def begin(deed: Deed, question: str, on: date) -> Iterator[Shortcut]:
    """Yield what is begun by a question such as "write to Guadalajara": a line for each partner of that name."""
    name = named_in(question, deed)
    if not name:
        return
    office = Office.get()
    for hit in search(name, on=on, kinds=PARTNERS, limit=OF_EACH, archived=False).hits:
        if hit.kind == "city" and office and hit.record.pk == office.city_id:
            continue
        known = {hit.kind: getattr(hit.record, "slug", hit.record.pk), **dict(deed.known)}
        what = " · ".join(filter(None, (hit.country, hit.what)))
        yield Shortcut(str(deed.name) % {"name": hit.name}, f"{reverse(deed.view)}?{urlencode(known)}", what)


def named_in(question: str, deed: Deed) -> str:
    """The name in a question that asks for a deed; "" where it does not."""
    asked = fold(question)
    for way in (one for said in said_as(deed.asked) for one in said.split("|")):
        before, after = (fold(part).strip() for part in way.split("%(name)s"))
        before += " " if before.isascii() and before else ""
        if asked.startswith(before) and asked.endswith(after) and len(asked) > len(before + after):
            return asked[len(before) : len(asked) - len(after)].strip()
    return ""


def said_as(lazy) -> list[str]:
    """Words in the language of the interface and in English, for both are typed."""
    said = str(lazy)
    with override("en"):
        return list(dict.fromkeys([said, str(lazy)]))
