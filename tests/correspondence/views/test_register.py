"""The two registers."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from correspondence.actions.incoming import assign_letter, receive_letter
from correspondence.actions.outgoing import record_seal_use, send_letter
from crm.dates import parse_partial_date
from crm.exchange.printed import PrintedList
from tests.factories import LETTER_DAY, EnclosureFactory, LetterFactory, OrganizationFactory
from tests.queries import queries

pytestmark = pytest.mark.django_db
OUT, IN = reverse("register-out"), reverse("register-in")
PRINTED = []


def printer(printed: PrintedList) -> bytes:
    """Keeps what would be printed."""
    PRINTED.append(printed)
    return b"%PDF"


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def received(by, day: str, **more):
    """A letter of theirs."""
    day = parse_partial_date(day)
    told = {"kind": "thanks", "day": day, "received_on": day, "means": "letter", "language": "es", **more}
    return receive_letter(by=by, organization=OrganizationFactory(names={"en": "City of Ritto"}), **told)


def rows_of(browser, address: str, **asked) -> list[tuple]:
    """The rows of the Excel file, its headings first."""
    file = browser.get(address, {**asked, "_export": "xlsx"}).content
    lines = load_workbook(BytesIO(file)).active.values
    return [tuple("" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in line) for line in lines]


def titles(browser, address: str, **asked) -> list[str]:
    """The titles that a register shows."""
    return [row.record.title for row in browser.get(address, asked).context["table"].page.object_list]


def test_register_of_letters_sent_tells_the_life_of_each(browser, clerk):
    body = OrganizationFactory(names={"en": "City of Guadalajara"})
    letter = LetterFactory(state="issued", organization=body, title="关于口罩的函", drafter=clerk)
    EnclosureFactory(letter=letter, name="list.pdf")
    record_seal_use(by=clerk, letter=letter, seal="Seal", allowed_by="Chen", copies=2, on=LETTER_DAY)
    send_letter(by=clerk, letter=letter, means="letter", on=LETTER_DAY, reference="EMS 1")
    LetterFactory(state="approved")
    headings, line = rows_of(browser, OUT)
    approver = letter.valid_approval().approver
    assert headings[:4] == ("No.", "Day", "Number", "Title")
    assert line == (
        "1",
        str(letter.day),
        letter.number,
        "关于口罩的函",
        "1",
        "2",
        "City of Guadalajara",
        str(clerk),
        approver,
        f"{LETTER_DAY} × 2",
        f"Letter {LETTER_DAY} EMS 1",
        "Sent",
        "",
    )


def test_register_of_letters_received_tells_what_became_of_each(browser, clerk):
    letter = received(clerk, "2026-03-05", their_number="GDL/7", pages=3, title="About masks")
    assign_letter(by=clerk, letter=letter, to=clerk)
    LetterFactory(state="sent", replies_to=letter)
    (answer,) = letter.replies.all()
    assert rows_of(browser, IN)[1] == (
        "收〔2026〕1号",
        "2026-03-05",
        "City of Ritto",
        "GDL/7",
        "About masks",
        "3",
        str(clerk),
        "Answered",
        answer.number,
        "",
    )


def test_a_register_opens_with_its_latest_year(browser, clerk):
    for day, title in (("2024-01-01", "a"), ("2026-01-01", "b"), ("2026-01-02", "c")):
        received(clerk, day, title=title)
    assert titles(browser, IN) == ["c", "b"]
    assert titles(browser, IN, year="2024") == ["a"]
    assert titles(browser, IN, year="") == ["c", "b", "a"]


@pytest.mark.parametrize("number", ["GDL/7", "gdl/7", "收〔2024〕1号", "[2024]1"])
def test_a_letter_is_found_by_either_number_in_all_years(browser, clerk, number):
    received(clerk, "2024-01-01", their_number="GDL/7", title="a")
    received(clerk, "2026-01-01", title="b")
    assert titles(browser, IN, number=number) == ["a"]


def test_a_letter_of_ours_is_found_by_its_number_however_written(browser):
    first, second = LetterFactory(state="issued", title="a"), LetterFactory(state="issued", title="b")
    assert first.number != second.number
    assert titles(browser, OUT, number=second.number.replace("〔", "(").replace("〕", ")")) == ["b"]


def test_a_register_is_printed_with_its_year_above(browser, clerk, settings):
    settings.LISTS_PRINTED_BY = f"{__name__}.printer"
    received(clerk, "2026-03-05")
    browser.get(IN, {"_export": "pdf"})
    assert (PRINTED[-1].title, PRINTED[-1].headings[-1]) == ("Register of letters received 2026", "Filed")


def test_registers_are_tabs_beside_all_letters(browser):
    for address in (reverse("letter-list"), OUT, IN):
        page = browser.get(address).content.decode()
        assert all(f'href="{tab}"' in page for tab in (reverse("letter-list"), OUT, IN))
        assert page.count("btn-primary") == 1


@pytest.mark.parametrize("address", [OUT, IN])
def test_a_register_asks_as_many_queries_for_three_as_for_one(browser, clerk, address):
    def add():
        letter = received(clerk, "2020-01-05")
        assign_letter(by=clerk, letter=letter, to=clerk)
        EnclosureFactory(letter=LetterFactory(state="sent", replies_to=letter))

    add()
    one = queries(browser, address)
    add()
    add()
    assert queries(browser, address) == one
