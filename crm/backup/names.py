"""What an archive's entries are called, and which names are never written or taken."""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

FORMAT = 1
MANIFEST, ROWS, FILES = "manifest.json", "rows/", "data/"
LONGEST_PART, LONGEST = 255, 1000  # bytes of UTF-8: what file systems take, and far more than any path of ours has
DRIVE = re.compile(r"[A-Za-z]:")


def trouble_with(name: str) -> str:
    """Why no entry may have a name, as the end of a sentence; empty where it may."""
    parts = name.split("/")
    if any(category(sign) in ("Cc", "Cs") for sign in name):
        return "it has a character that no name may have"
    if "\\" in name or any(DRIVE.match(part) for part in parts):
        return "it is a path of another system"
    if not name.startswith((ROWS, FILES)) or {"", ".", ".."} & set(parts):
        return "it leads out of its folder or to none"
    if len(name.encode()) > LONGEST or any(len(part.encode()) > LONGEST_PART for part in parts):
        return "it is too long"
    return ""


def shown(name: str) -> str:
    """A name as a terminal may show it: foreign archives bring any."""
    name = name if name.isprintable() else ascii(name)[1:-1]
    return name if len(name) < 100 else f"{name[:96]} …"


def find_twins(names: Iterable[str]) -> tuple[str, str] | None:
    """Two paths that some disk takes for one, by case or by how accents are written; or a file that is a folder too."""
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            path, is_file = "/".join(parts[:end]), end == len(parts)
            known = seen.setdefault(folded(path), (path, is_file))
            if known != (path, is_file):
                return known[0], name
    return None


def folded(path: str) -> str:
    """A path as a disk compares it that knows neither case nor how accents are written."""
    return normalize("NFC", normalize("NFD", path).casefold())
