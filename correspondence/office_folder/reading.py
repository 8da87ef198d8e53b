"""Reads the files of an office's folder (docs/office-folder.md): every mistake names file, key and remedy."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.utils import timezone

from crm.dates import PartialDate, UnreadableDay, parse_partial_date
from crm.languages import name_languages

FILES = ("office", "cities", "organizations", "people", "courtesies")
NEEDED = ("cities", "organizations")
COUNTED_FROM_TODAY = re.compile(r"^today(?:([+-]\d{1,4}))?$")


class Mistake(Exception):
    """Something in a file cannot be loaded; the message names the file, the key and what to write."""


@dataclass
class Table:
    """A table of a file: it gives what was written under a key, and knows afterwards which keys nobody asked for."""

    file: str
    name: str
    data: dict
    asked: set[str] = field(default_factory=set)

    def __post_init__(self):
        if not isinstance(self.data, dict):
            raise Mistake(f"{self.file}: {self.name} is no table; write keys with values below it.")

    def wrong(self, key: str, remedy: str) -> Mistake:
        """The refusal of what stands under a key."""
        return Mistake(f"{self.file}: {self.name}.{key}: {remedy}")

    def get(self, key: str, default=None):
        """What stands under a key, else ``default``."""
        self.asked.add(key)
        return self.data.get(key, default)

    def first_of(self, *keys: str, default=None):
        """What stands under the first of some keys, which mean the same."""
        return next((found for key in keys if (found := self.get(key)) is not None), default)

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        value = self.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, f"“{value}” is no text; put it in quotation marks.")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, f"“{value}” is neither true nor false.")
        return value

    def number(self, key: str) -> Decimal | None:
        """A number, as text or as a number; None where there is none."""
        value = self.get(key)
        if value is None or isinstance(value, bool):
            return None
        try:
            return Decimal(str(value))
        except InvalidOperation as error:
            raise self.wrong(key, f'“{value}” is no number; write 20 or "2.5".') from error

    def day(self, key: str, default: str | None = None) -> PartialDate | None:
        """A day as precise as it is known, or counted from today: "today-40"."""
        value = self.get(key, default)
        if value in (None, ""):
            return None
        if counted := COUNTED_FROM_TODAY.match(str(value)):
            return PartialDate(timezone.localdate() + timedelta(days=int(counted[1] or 0)))
        try:
            return parse_partial_date(str(value))
        except UnreadableDay as error:
            raise self.wrong(key, f"“{value}” is no day; write 2020-03-05, 2020-03, 2020 or today-40.") from error

    def one_of(self, key: str, choices, default: str = "") -> str:
        """One of some codes."""
        value, known = self.text(key, default), [code for code in choices if code]
        if value and value not in known:
            raise self.wrong(key, f"“{value}” is not known; write one of: {', '.join(known)}.")
        return value

    def tables(self, *keys: str) -> list["Table"]:
        """The tables under a key, one or several; none where there is none."""
        value = self.first_of(*keys, default=[])
        rows = value if isinstance(value, list) else [value]
        return [Table(self.file, f"{self.name}.{keys[0]}[{place}]", row) for place, row in enumerate(rows, 1)]

    def by_language(self, key: str) -> dict[str, object]:
        """What stands under a key by language."""
        value = self.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, 'write what it is per language: { zh-hans = "…", en = "…" }.')
        known = {code for code, _name in name_languages()}
        for code in value:
            if code not in known:
                raise self.wrong(f"{key}.{code}", "this is no language's code; write zh-hans, en, ja, ko, es, uk …")
        return value

    def refuse_unknown(self) -> None:
        """Raise Mistake for a key that nothing was read from, which is one written wrongly."""
        for key in self.data:
            if key not in self.asked:
                known = ", ".join(sorted(self.asked))
                raise self.wrong(key, f"this key is not known here; known are: {known}.")


class OfficeFolder:
    """The files of a folder, read as plain tables; raises Mistake for one that is missing or no TOML."""

    def __init__(self, folder: Path):
        self.folder = folder
        if not folder.is_dir():
            raise Mistake(f"{folder} is no folder; name the one that holds cities.toml and organizations.toml.")
        self.files = {name: self.read(name) for name in FILES}

    def read(self, name: str) -> dict:
        """One file as plain data; an empty one where it may be missing."""
        path = self.folder / f"{name}.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            if name in NEEDED:
                raise Mistake(
                    f"{path.name} is missing in {self.folder}; write it as docs/office-folder.md says."
                ) from error
            return {}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise Mistake(f"{path.name} is no TOML: {error}.") from error

    def named(self, file: str, key: str | None = None) -> Iterator[tuple[str, Table]]:
        """(name, table) of each table of a file, or of those below one of its keys."""
        tables = self.files[file] if key is None else self.files[file].get(key, {})
        for name, data in tables.items():
            yield name, Table(f"{file}.toml", f"[{f'{key}.' if key else ''}{name}]", data)

    def listed(self, file: str, key: str) -> list[Table]:
        """Each table of a list, [[person]]; a single table counts as a list of one."""
        rows = self.files[file].get(key, [])
        rows = rows if isinstance(rows, list) else [rows]
        return [Table(f"{file}.toml", f"[[{key}]] {place}", row) for place, row in enumerate(rows, 1)]

    def whole(self, file: str) -> Table:
        """A whole file as one table."""
        return Table(f"{file}.toml", file, self.files[file])
