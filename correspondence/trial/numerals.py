"""Reads the numbers in a text, however its language groups them: 20,000, 20 000, 20.000, 2万, 26.5万, 26만 5,000."""

import re
from decimal import Decimal

SCALES = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8}
BLANKS = " \u00a0\u202f"
GROUPED = rf"\d{{1,3}}(?:[.,{BLANKS}]\d{{3}})+(?!\d)"
FIGURES = rf"(?<![\d.,])(?:{GROUPED}|\d+)(?:[.,]\d+)?"
MARK = f"[{''.join(SCALES)}]"
NUMERAL = re.compile(
    rf"{FIGURES}(?:{MARK}(?:[{BLANKS}]?\d[\d,]*(?!{MARK}))?|[{BLANKS}](?:millones|milioane|мільйон\w+))?"
)


def readings(numeral: str) -> frozenset[Decimal]:
    """The numbers that a numeral may mean: 1.000 is a thousand, and one as a decimal."""
    scaled = re.fullmatch(rf"(?P<head>[^{''.join(SCALES)}]*)(?P<scale>{MARK})(?P<tail>.*)", numeral)
    if scaled:
        tails = plain_readings(scaled["tail"].strip()) if scaled["tail"] else {Decimal(0)}
        return frozenset(
            SCALES[scaled["scale"]] * head + tail for head in plain_readings(scaled["head"]) for tail in tails
        )
    if millions := re.fullmatch(rf"(.+)[{BLANKS}][^\W\d_]+", numeral):
        return frozenset(10**6 * head for head in plain_readings(millions[1]))
    return frozenset(plain_readings(numeral))


def plain_readings(figures: str) -> set[Decimal]:
    """The numbers that figures may mean: with marks of thousands, with a decimal mark, or with both."""
    found = set()
    if figures.isdigit() or re.fullmatch(GROUPED, figures):
        found.add(Decimal(re.sub(r"\D", "", figures)))
    if parted := re.fullmatch(r"(.+)[.,](\d+)", figures):
        whole = re.sub(r"\D", "", parted[1])
        found.add(Decimal(f"{whole}.{parted[2]}"))
    return found
