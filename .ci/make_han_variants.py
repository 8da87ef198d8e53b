"""Write crm/han_variants.txt anew: the Han characters that are written differently and are one to whoever searches.

    .ci/make_han_variants.py UNIHAN_VARIANTS OPENCC_DICTIONARIES

The first is Unihan_Variants.txt of the Unicode Character Database (Debian: unicode-data), the second the folder of
OpenCC's text dictionaries. Simplified, traditional, Japanese, Hong Kong and Taiwan forms, and those that Unihan calls
variants of one meaning, make one line, the lowest code point first; a line may join what Chinese simplified into one.
"""

import bz2
import sys
from pathlib import Path

KINDS = {"kSimplifiedVariant", "kTraditionalVariant", "kZVariant", "kSemanticVariant"}
DICTIONARIES = ("STCharacters", "TSCharacters", "JPVariants", "HKVariants", "TWVariants")
IN_NAMES = (
    "𠮷吉",
    "冨富",
    "姫姬",
    "槙槇",
    "嶌嶋島",
    "邉邊",
    "槗橋",
    "栁柳",
    "桒桑",
    "鄰邻隣",
    "濵濱",
    "舘館",
    "囯国",
    "瀨瀬",
)
SOURCES = "# Made by .ci/make_han_variants.py from Unihan (Unicode 15.0, Unicode License) and OpenCC (Apache-2.0).\n"


def pairs_of_unihan(file: Path):
    """Yield two characters of each variant that Unihan names."""
    text = bz2.decompress(file.read_bytes()).decode() if file.suffix == ".bz2" else file.read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("U+"))
    for code, kind, variants in rows:
        if kind in KINDS:
            yield from ((character(code), character(variant.split("<")[0])) for variant in variants.split())


def character(code: str) -> str:
    """The character of U+9AD9."""
    return chr(int(code.removeprefix("U+"), 16))


def pairs_of_opencc(folder: Path):
    """Yield two characters of each line of OpenCC's dictionaries."""
    for name in DICTIONARIES:
        for line in (folder / f"{name}.txt").read_text("utf-8").splitlines():
            one, _tab, others = line.partition("\t")
            yield from ((one, other) for other in others.split() if len(one) == len(other) == 1)


def join(pairs) -> list[str]:
    """The characters that pairs tie to each other, each group a text, sorted."""
    groups = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return sorted({"".join(sorted(group)) for group in groups.values() if len(group) > 1})


def main(unihan: str, opencc: str) -> None:
    """Write the table."""
    names = ((group[0], other) for group in IN_NAMES for other in group[1:])
    lines = join([*pairs_of_unihan(Path(unihan)), *pairs_of_opencc(Path(opencc)), *names])
    table = Path(__file__).resolve().parent.parent / "crm" / "han_variants.txt"
    table.write_text(SOURCES + "".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
