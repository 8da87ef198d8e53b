"""From composed words to the papers of a letter: the PDF with its marks, the slip, file names."""

from django.utils.translation import gettext as _

from correspondence.languages import language_rules
from correspondence.paper.fonts import office_faces, office_families
from correspondence.paper.html import Head, Marks, font_stack, render_letters
from correspondence.paper.press import print_html
from correspondence.texts.composing import ComposedLetter
from correspondence.texts.naming import name_in
from crm.models import IssuingIdentity, Office

DRAFT, FOR_APPROVAL, CANCELLED = "草稿", "送审稿", "作废"


def print_letters(letters: list[ComposedLetter], identity: IssuingIdentity, stage: str = FOR_APPROVAL) -> bytes:
    """The PDF of a letter in its languages, the recipient's first; raises PageRefused.

    Its title is who writes and when, in the recipient's language, for whoever opens it there. ``stage`` is printed
    over the words, and before the issue the dashed ring where the seal will be: an issued page has neither.
    """
    html = html_of(letters, identity, marks_of(stage))
    return print_html(html, allowed_families(letters))


def html_of(letters: list[ComposedLetter], identity: IssuingIdentity, marks: Marks) -> str:
    """The pages of a letter as one HTML document, under its title."""
    heads = {letter.language: head_of(identity, letter) for letter in letters}
    foreign = letters[-1]
    title = " – ".join(filter(None, (heads[foreign.language].name, *foreign.place_and_date.splitlines())))
    return render_letters(letters, heads, marks, title=title, faces=office_faces())


def marks_of(stage: str) -> Marks:
    """What is printed over the words of a page: not yet issued or cancelled, a specimen, room for the seal."""
    office = Office.get()
    return Marks(stage, seal_room=stage in (DRAFT, FOR_APPROVAL), specimen=bool(office and office.is_demo))


def allowed_families(letters: list[ComposedLetter]) -> frozenset[str]:
    """The font families the pages may use: the languages' stacks and the office's own fonts."""
    return frozenset(office_families()).union(*(font_stack(letter.language) for letter in letters))


def head_of(identity: IssuingIdentity, letter: ComposedLetter) -> Head:
    """The letterhead in the letter's language: its own words, else the organization's name."""
    own = next((head.text for head in identity.letterheads.all() if head.language == letter.language), "")
    name = own or name_in(identity.organization, letter.language)
    contact = identity.contact_in(letter.language)
    return Head(name=name, contact=contact, number=letter.number, place=place_of(letter.language))


def place_of(language: str) -> str:
    """Our city with province and country as a letterhead abroad names them; "" where the language does not."""
    office, rules = Office.get(), language_rules(language)
    if office is None or not rules.own_country:
        return ""
    region = next((name.region for name in office.city.names.all() if name.language == language), "")
    return rules.full_place(name_in(office.city, language), region)


def file_name(city: str, day, kind: str, ending: str) -> str:
    """City, day and kind, as a file name any system takes: 瓜达拉哈拉市 2020-04-20 Reciprocal support.pdf."""
    if not city:
        city = _("Letter")
    name = f"{city} {day.isoformat()} {kind}".replace("/", "-").replace("\\", "-")
    cleaned = "".join(c for c in name if c.isprintable() and c not in '<>:"|?*').strip(". ")
    return f"{cleaned[:120]}.{ending}"
