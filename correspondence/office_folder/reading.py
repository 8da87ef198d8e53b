"""Reads the files of an office's folder (docs/office-folder.md)."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from correspondence.office_folder.table import Mistake, Table

# The lists and tables that a file has; the others are one table, or a table for each record.
FILES = {
    "office": None,
    "cities": None,
    "organizations": None,
    "people": ("person",),
    "courtesies": ("occasion", "item", "gift", "experience", "letter"),
}
NEEDED = ("cities", "organizations")


class OfficeFolder:
    """The files of a folder as plain tables; raises Mistake for one that is missing, misnamed or no TOML."""

    def __init__(self, folder: Path, on: date):
        self.folder, self.on = folder, on
        self.notices: list[str] = []  # what was left out, in a sentence each
        if not folder.is_dir():
            raise Mistake(f"{folder} is no folder; name the one that holds cities.toml and organizations.toml.")
        self.refuse_strangers()
        self.files = {name: self.read(name) for name in FILES}

    def refuse_strangers(self) -> None:
        """Raise Mistake for a file that nobody would read."""
        for path in sorted(self.folder.glob("*.toml")):
            if path.stem not in FILES:
                known = ", ".join(f"{name}.toml" for name in FILES)
                raise Mistake(
                    f"{path.name}: no file of this name is read; known are: {known}. Rename it or take it out."
                )

    def read(self, name: str) -> dict:
        """One file as plain data; an empty one where it may be missing."""
        path = self.folder / f"{name}.toml"
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError as error:
            if name in NEEDED:
                raise Mistake(
                    f"{path.name} is missing in {self.folder}; write it as docs/office-folder.md says."
                ) from error
            return {}
        except UnicodeDecodeError as error:
            raise Mistake(f"{path.name} is not in UTF-8; save it in this encoding.") from error
        except tomllib.TOMLDecodeError as error:
            raise Mistake(f"{path.name} is no TOML: {error}. Texts stand in quotation marks, each key once.") from error
        except OSError as error:
            raise Mistake(f"{path.name} cannot be read: {error.strerror}.") from error
        return self.known_only(name, data)

    def known_only(self, name: str, data: dict) -> dict:
        """A file's data; raises Mistake for a list or table that its file does not have."""
        for key in data:
            if FILES[name] and key not in FILES[name]:
                raise Mistake(f"{name}.toml: {key}: this is not known here; known are: {', '.join(FILES[name])}.")
        return data

    def table(self, file: str, name: str, data) -> Table:
        """A table of a file."""
        return Table(f"{file}.toml", name, data, self.on)

    def named(self, file: str) -> Iterator[tuple[str, Table]]:
        """(name, table) of each table of a file."""
        for name, data in self.files[file].items():
            yield name, self.table(file, f"[{name}]", data)

    def named_or_listed(self, file: str, key: str, *called: str) -> list[tuple[str, Table]]:
        """(name, table) of [occasion.NAME], or of [[occasion]] with its name under one of the keys ``called``."""
        rows = self.files[file].get(key, {})
        if isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values()):
            return [(name, self.table(file, f"[{key}.{name}]", data)) for name, data in rows.items()]
        found = {}
        for table in self.listed(file, key):
            name = table.text(*called)
            if not name or name in found:
                remedy = "two have this name; give each its own." if name else f"give it a name: {called[0]} = “…”."
                raise table.wrong(called[0], remedy)
            found[name] = table
        return list(found.items())

    def listed(self, file: str, key: str) -> list[Table]:
        """Each table of a list, [[gift]]; a single table, [gift], counts as a list of one."""
        rows = self.files[file].get(key, [])
        rows = rows if isinstance(rows, list) else [rows]
        return [self.table(file, title(key, place, row), row) for place, row in enumerate(rows, 1)]

    def whole(self, file: str) -> Table:
        """A whole file as one table, which may also stand below its own name: [office]."""
        data = self.files[file]
        inner = data.get(file)
        return self.table(
            file, "", {**inner, **{k: v for k, v in data.items() if k != file}} if isinstance(inner, dict) else data
        )


def title(key: str, place: int, row) -> str:
    """What a table of a list is called: [[gift]] 3 (received-ritto)."""
    own = row.get("key") if isinstance(row, dict) else None
    return f"[[{key}]] {place}" + (f" ({own})" if own else "")
