"""The rows of the ledger's picture: links with words, and what is for the screen only."""

import re
from types import SimpleNamespace

from crm.balances import Balance, Counts
from crm.pictures.rhythm import rhythm
from crm.tables.rhythm import write_rows

RITTO = SimpleNamespace(country="Japan", get_absolute_url=lambda: "/cities/ritto-jp/")
MASKS = SimpleNamespace(own_url="/ledger/7/", what="masks <20>", waiting="2 years")


def rows(*, owed=1, asked=""):
    """The row of a partner that gave twice and got once in 2020, and nothing in 2019."""
    counts = Counts(received=2, given=1, owed=owed)
    balance = Balance(RITTO, "city-1", counts, {2020: counts}, MASKS if owed else None)
    return write_rows(rhythm([balance], 2019, 2020), asked)


def test_a_cell_is_a_link_with_words_or_empty():
    years = re.findall(r'<td class="year".*?</td>', rows(asked="&occasion=3"))
    assert years[0] == '<td class="year"></td>'
    assert 'data-label="2020"><a href="?whose=city-1&amp;help=on&amp;year=2020&amp;occasion=3#courtesies"' in years[1]
    assert "received 2, given 1, not answered 1" in years[1]


def test_what_we_owe_and_how_much_passed_is_not_for_paper():
    row = rows()
    for shown in (r"<path[^>]+stroke=", r'<td[^>]+data-label="Received"', r'<td[^>]+data-label="What we owe"'):
        (tag,) = re.findall(shown, row)
        assert "screen-only" in tag, shown
    assert 'href="?whose=city-1&amp;owed=on#courtesies">1</a>' in row
    assert '<a href="/ledger/7/">masks &lt;20&gt;</a> <span>2 years</span>' in row


def test_who_is_owed_nothing_has_no_ring_and_a_dash():
    row = rows(owed=0)
    assert "stroke=" not in row
    assert 'data-label="What we owe">—</td>' in row
