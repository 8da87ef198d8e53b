"""What a page may cost, and how a row of the table says that it costs more."""

from dataclasses import replace

import pytest

from correspondence.bench.pages import BARE, Cost, Page, Row

LIST, SUM = Page("gifts", str), Page("ledger", str, sums=True)


def row(page=LIST, small=0.030, large=0.030, queries=20, large_queries=20, kilobytes=5.0):
    """A page where a bare one takes 10 ms."""
    quick, slow = Cost(small, queries, kilobytes), Cost(large, large_queries, kilobytes)
    return Row(page=page, small=quick, large=slow, office=replace(quick), bare=0.010)


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({}, []),
        ({"large": 0.079, "small": 0.070}, []),
        ({"large": 0.081, "small": 0.070}, ["over 8 bares"]),
        ({"large": 0.049}, []),  # half as slow again, and not two bares more
        ({"large": 0.051}, ["over 1.3 times the small one"]),
        ({"large": 0.090}, ["over 8 bares", "over 1.3 times the small one"]),
        ({"page": SUM, "large": 0.199}, []),
        ({"page": SUM, "large": 0.201}, ["over 20 bares"]),
        ({"large_queries": 21}, ["20 queries on the small one"]),
        ({"kilobytes": 15.1}, ["over 15 kB"]),
        ({"page": Page(BARE, str), "queries": 6, "large_queries": 6}, ["over 5 queries"]),
    ],
)
def test_a_row_names_what_costs_too_much(facts, faults):
    assert row(**facts).faults() == faults


def test_a_row_has_name_small_large_ratio_bares_queries_and_kilobytes():
    assert str(row(large=0.036)).split() == ["gifts", "30.0", "36.0", "1.20", "3.6", "20", "5.0"]
    assert str(row(large_queries=21)).endswith("21  5.0  20 queries on the small one")
