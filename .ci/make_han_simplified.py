"""Write crm/han_simplified.txt anew: the Han characters that Simplified Chinese writes otherwise, and how.

    .ci/make_han_simplified.py UNIHAN OPENCC_DICTIONARIES

The first is the folder of the Unicode Han Database (Debian: unicode-data), the second that of OpenCC's text
dictionaries. What the law's table 通用规范汉字表 has (Unihan: kTGH) is written as it is, and so is what has no form in
that table, such as the Japanese 辻 and 畑. A line is a form of the table and those that it stands for.
"""

import bz2
import sys
from collections.abc import Iterator
from pathlib import Path

from make_han_variants import IN_NAMES, SOURCES, character

# Where the dictionaries name none, or one that people are not called by.
DECIDED = {"渕": "渊", "圀": "国", "穐": "秋", "髙": "高", "﨑": "崎", "碕": "碕", "糸": "糸"}


def rows_of(file: Path, kinds: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield a character and what a file of Unihan says of it, for some kinds of properties."""
    for line in bz2.decompress(file.read_bytes()).decode().splitlines():
        parts = line.split("\t")
        if len(parts) == 3 and parts[1] in kinds:
            yield character(parts[0]), parts[2].split()


def rows_of_opencc(folder: Path, name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a character and those that a dictionary of OpenCC writes for it."""
    for line in (folder / f"{name}.txt").read_text("utf-8").splitlines():
        one, _tab, others = line.partition("\t")
        if len(one) == 1:
            yield one, [other for other in others.split() if len(other) == 1]


def ways(unihan: Path, opencc: Path) -> list[dict[str, list[str]]]:
    """Where a character leads to, the surest way first: simplified, back from Japanese, another form of the same."""
    variants = unihan / "Unihan_Variants.txt.bz2"
    found = [
        dict(rows_of_opencc(opencc, "TSCharacters")),
        named(rows_of(variants, {"kSimplifiedVariant"})),
        turned(rows_of_opencc(opencc, "JPVariants")),
        turned((group[-1], list(group[:-1])) for group in IN_NAMES),
        named(rows_of(variants, {"kTraditionalVariant"})),
        named(rows_of(variants, {"kZVariant"})),
    ]
    return [dict(table) for table in found]


def named(rows) -> dict[str, list[str]]:
    """Unihan's rows with characters for code points."""
    return {one: [character(code.split("<")[0]) for code in codes] for one, codes in rows}


def turned(rows) -> dict[str, list[str]]:
    """The rows of a dictionary from right to left."""
    found: dict[str, list[str]] = {}
    for one, others in rows:
        for other in others:
            found.setdefault(other, []).append(one)
    return found


def simplified(one: str, tables: list[dict[str, list[str]]], standard: set[str], steps: int = 3) -> str:
    """The form in the law's table that a character leads to in a few steps; "" where there is none."""
    if one in DECIDED:
        return DECIDED[one] if DECIDED[one] != one else ""
    if one in standard:
        return one
    if not steps:
        return ""
    for table in tables:
        for other in table.get(one, ()):
            if other != one and (found := simplified(other, tables, standard, steps - 1)):
                return found
    return ""


def main(unihan: str, opencc: str) -> None:
    """Write the table."""
    mappings = Path(unihan) / "Unihan_OtherMappings.txt.bz2"
    standard = {one for one, _rest in rows_of(mappings, {"kTGH"})}
    tables = ways(Path(unihan), Path(opencc))
    lines: dict[str, list[str]] = {}
    for one in sorted({one for table in (*tables, DECIDED) for one in table} - standard):
        if found := simplified(one, tables, standard):
            lines.setdefault(found, []).append(one)
    file = Path(__file__).resolve().parent.parent / "crm" / "han_simplified.txt"
    source = SOURCES.replace("make_han_variants", Path(__file__).stem)
    file.write_text(source + "".join(f"{to}{''.join(forms)}\n" for to, forms in sorted(lines.items())), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
