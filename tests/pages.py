"""What a browser would send of a page, and every form that edits a record."""

from html.parser import HTMLParser

from django.http import QueryDict
from django.urls import get_resolver

from crm.views.base import RecordForm


class Filled(HTMLParser):
    """What a browser would send of a page's main form if nobody typed anything."""

    def __init__(self, page: str):
        super().__init__()
        self.data, self.inside, self.select, self.textarea, self.spare = {}, False, None, None, 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.inside = self.inside or (tag == "form" and found.get("class") in ("record-form", "words"))
        self.spare += tag == "template"
        if not self.inside or self.spare:
            return
        name, kind = found.get("name"), found.get("type", "text")
        if tag == "input" and name and (kind not in ("checkbox", "radio", "file") or "checked" in found):
            self.data.setdefault(name, []).append(found.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in found:
            self.data.setdefault(self.select, []).append(found["value"])
        elif tag == "textarea":
            self.textarea, self.data[name] = name, [""]

    def handle_endtag(self, tag):
        self.spare -= tag == "template"
        self.inside = self.inside and tag != "form"
        self.select = None if tag == "select" else self.select
        self.textarea = None if tag == "textarea" else self.textarea

    def handle_data(self, data):
        if self.textarea and self.inside:
            self.data[self.textarea][0] += data if self.data[self.textarea][0] else data.removeprefix("\n")


CITY, TIE = "/cities/guadalajara-es/", "/cities/guadalajara-es/partnership/"
ORGANIZATION, PERSON, OCCASION = "/organizations/{organization}/", "/people/{person}/", "/occasions/{occasion}/"
GIFT, LETTER, ACCOUNT = "/gifts/{gift}/", "/letters/{letter}/", "/office/accounts/{reader}/"
IDENTITY, MASKS, NORWAY, TEXT = (
    f"/office/{name}/" for name in ("identities/{identity}", "items/mask", "countries/NO", "texts/thanks/es")
)
# What is changed: the form's address, what is typed, the page that tells, what it says.
FORMS = {
    "city": (f"{CITY}edit/", {"note": "x"}, CITY, "City changed Note: — → became x"),
    "city's kind": (f"{CITY}edit/", {"place_kind": "town"}, CITY, "City changed Kind of place: City → became Town"),
    "city's name": (f"{CITY}edit/", {"names-0-text": "x"}, CITY, "Name changed Name: .+ → became x"),
    "partnership": (TIE, {"note": "x"}, CITY, "Partnership changed Note: .+ → became x"),
    "partnership's step": (
        TIE,
        {"steps-0-kind": "signed", "steps-0-day": "2020"},
        CITY,
        "Step changed Step: .+ Day: — → became 2020",
    ),
    "organization": (f"{ORGANIZATION}edit/", {"note": "x"}, ORGANIZATION, "Organization changed Note: — → became x"),
    "organization's channel": (
        f"{ORGANIZATION}edit/",
        {"channels-0-kind": "fax", "channels-0-value": "x"},
        ORGANIZATION,
        "Channel added Kind: Fax Number or address: x",
    ),
    "person": (f"{PERSON}edit/", {"note": "x"}, PERSON, "Person changed Note: .+ → became x"),
    "person's address": (
        f"{PERSON}edit/",
        {"addresses-0-country": "ES", "addresses-0-town": "x"},
        PERSON,
        "Postal address added Country or region: Spain Town: x",
    ),
    "person's form of address": (
        f"{PERSON}edit/",
        {"forms_of_address-0-language": "es", "forms_of_address-0-salutation": "x"},
        PERSON,
        "Form of address added Language: Spanish Salutation: x",
    ),
    "post": ("/posts/{post}/", {"precedence": "7"}, PERSON, "Post changed Precedence: 1 → became 7"),
    "post's title": ("/posts/{post}/", {"titles-0-text": "x"}, PERSON, "Title changed Title: .+ → became x"),
    "post's end": ("/posts/{post}/end/", {"end": "2020-05"}, PERSON, "Post changed To: — → became 2020-05"),
    "occasion": (f"{OCCASION}edit/", {"note": "x"}, OCCASION, "Occasion changed Note: .+ → became x"),
    "occasion's countries": (
        f"{OCCASION}edit/",
        {"countries": ["PT"]},
        OCCASION,
        r"Occasion changed Countries struck: \+ Portugal",
    ),
    "gift": (f"{GIFT}edit/", {"note": "x"}, GIFT, "Gift changed Note: — → became x"),
    "gift's carrier": (f"{GIFT}edit/", {"consignments-0-carrier": "x"}, GIFT, "Consignment added Carrier: x"),
    "gift's use": (f"{GIFT}edit/", {"disposals-0-beneficiary": "schools"}, GIFT, "Disposal added Went to: Schools"),
    "gift's line": (f"{GIFT}edit/", {"lines-0-quantity": "77"}, GIFT, "Line changed Quantity: 4000.* → became 77"),
    "gift's state": (f"{GIFT}advance/", {"state": "sent", "day": "2020-05-02"}, GIFT, "Gift changed State: Planned"),
    "kind of item": (MASKS, {"words-0-reviewed_by": "x"}, MASKS, "Word changed Read by: — → became x"),
    "office": ("/office/edit/", {"own_approval": "on"}, "/office/", "Office changed The head may .+: No → became Yes"),
    "identity": (IDENTITY, {"contact_line": "x"}, "/office/", "Issuing identity changed Contact: — → became x"),
    "letterhead": (
        IDENTITY,
        {"letterheads-0-language": "es", "letterheads-0-text": "x"},
        "/office/",
        "Letterhead added Language: Spanish Letterhead: x",
    ),
    "account": (ACCOUNT, {"role": "clerk"}, ACCOUNT, "Account changed Role: Reader → became Clerk"),
    "account's password": (
        ACCOUNT,
        {"password1": "quiet-harbour-9", "password2": "quiet-harbour-9"},
        ACCOUNT,
        "Account changed Password: ••• → became •••",
    ),
    "country": (NORWAY, {"name_zh": "x"}, NORWAY, "Country or region changed Chinese name: 挪威 → became x"),
    "letter's slip": (f"{LETTER}edit/", {"checked_by": "x"}, LETTER, "Letter changed Checked by: — → became x"),
    "letter's part": (f"{LETTER}edit/", {"es-closing": "x"}, LETTER, "Text changed Closing: .+ → became x"),
    "letter's paragraph": (
        f"{LETTER}edit/",
        {"paragraph-{paragraph}": "x"},
        LETTER,
        "Paragraph changed Paragraph: .+ → became x",
    ),
    "letter text": (
        TEXT,
        {"reviewed_by": "x", "reviewed_on": "2020-05-01"},
        TEXT,
        r"Text in one language changed Read by \(native reader\): — → became x Read on: — → became 2020-05-01",
    ),
}


def values(client, address: str) -> dict:
    """What the form at an address would send untouched; without what passes."""
    sent = Filled(client.get(address).content.decode()).data
    return {name: value for name, value in sent.items() if not name.startswith(("csrf", "form_token"))}


def record_views() -> list:
    """The view of every page that edits a record."""
    views = [getattr(pattern.callback, "view_class", None) for pattern in patterns(get_resolver())]
    return [view for view in views if view and issubclass(view, RecordForm)]


def edit_forms() -> list:
    """The form of every page that edits a record, and those of its lines."""
    views = record_views()
    return [view.form_class for view in views] + [rows.form for view in views for rows in view.inline_classes]


def patterns(resolver):
    """Every address below a resolver."""
    for pattern in resolver.url_patterns:
        yield from patterns(pattern) if hasattr(pattern, "url_patterns") else [pattern]


def sent(*rows: tuple[str, str], **typed) -> QueryDict:
    """What the form of a city sends: rows of names, and what else was typed."""
    data = QueryDict(mutable=True)
    data.update({"names-TOTAL_FORMS": str(len(rows)), "names-INITIAL_FORMS": "0"})
    for number, (language, text) in enumerate(rows):
        data.update({f"names-{number}-language": language, f"names-{number}-text": text})
    for name, value in typed.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data
