"""Reads one table of a folder's file: what was written under a key, as the kind of value that is wanted there."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from crm.dates import PartialDate, UnreadableDay, parse_partial_date
from crm.languages import name_languages

COUNTED_FROM_LOADING = re.compile(r"today(?:\s*([+-])\s*(\d{1,4}))?")
GROUPED = re.compile(r"\d{1,3}(?:[,_ \u00a0\u202f]\d{3})+(?:\.\d+)?")  # 30,000 and 30 000; 30,5 is not read
SAME_LANGUAGE = {"zh": "zh-hans", "zh-cn": "zh-hans", "no": "nb", "tl": "fil"}
YES, NO = ("true", "yes", "是"), ("false", "no", "否")


class Mistake(Exception):
    """Something in a file cannot be loaded; the message names the file, the key and what to write."""


@dataclass
class Table:
    """A table of a file. It knows afterwards which keys nobody asked for: those are written wrongly."""

    file: str
    name: str
    data: dict
    on: date  # the day of loading, from which "today-40" counts
    asked: set[str] = field(default_factory=set)

    def __post_init__(self):
        if not isinstance(self.data, dict):
            raise Mistake(f"{self.file}: {self.name}: “{self.data}” is no table; write keys with values: {{ … = … }}.")

    def path(self, key: str = "") -> str:
        """Where a key stands in the file: [[gift]] 3.lines[2].unit."""
        return ".".join(filter(None, (self.name, key)))

    def wrong(self, key: str, remedy: str) -> Mistake:
        """The refusal of what stands under a key, or of the whole table where the key is ""."""
        return Mistake(f"{self.file}: {self.path(key)}: {remedy}")

    def refuse_unknown(self) -> None:
        """Raise Mistake for a key that nothing was read from."""
        for key in self.data:
            if key not in self.asked:
                known = ", ".join(sorted(self.asked))
                raise self.wrong(key, f"this key is not known here; known are: {known}.")

    @property
    def fingerprint(self) -> str:
        """All that is written in it, whatever the order."""
        return json.dumps(self.data, sort_keys=True, ensure_ascii=False, default=str)

    # One value ----------------------------------------------------------------------------------

    def get(self, key: str, default=None):
        """What stands under a key, else ``default``."""
        self.asked.add(key)
        return self.data.get(key, default)

    def first_of(self, *keys: str, default=None):
        """What stands under one of some keys that mean the same; raises Mistake where two of them differ."""
        written = {key: found for key in keys if (found := self.get(key)) is not None}
        if len({repr(value) for value in written.values()}) > 1:
            one, other, *_rest = written
            raise self.wrong(other, f"it says the same as {one}, and something else; leave one of them out.")
        return next(iter(written.values()), default)

    def text(self, *keys: str, default: str = "") -> str:
        """A text; a number or a day is taken as it is written."""
        return self.as_text(self.first_of(*keys, default=default), keys[0])

    def as_text(self, value, key: str) -> str:
        """A value as text; raises Mistake."""
        if isinstance(value, int | date) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise self.wrong(key, f"“{value}” is no text; put it in quotation marks.")
        return value.strip()

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false, also in words."""
        value = self.get(key, default)
        if isinstance(value, bool):
            return value
        word = str(value).strip().lower()
        if word not in (*YES, *NO):
            raise self.wrong(key, f"“{value}” is neither true nor false; write one of these, without quotation marks.")
        return word in YES

    def number(self, key: str) -> Decimal | None:
        """A number, written as one or as a text; None where there is none."""
        value = self.get(key)
        text = str(value).strip() if value is not None else ""
        if not text:
            return None
        if GROUPED.fullmatch(text):
            text = re.sub(r"[^\d.]", "", text)
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if isinstance(value, bool) or not number.is_finite():
            raise self.wrong(key, f'“{value}” is no number; write 20 or "2.5".')
        return number

    def whole(self, key: str) -> int | None:
        """A whole number; None where there is none."""
        number = self.number(key)
        if number is not None and number % 1:
            raise self.wrong(key, f"“{number}” is no whole number; write 20.")
        return None if number is None else int(number)

    def day(self, key: str) -> PartialDate | None:
        """A day as precise as it is known, or counted from the day of loading; None where there is none."""
        value = self.get(key)
        text = str(value).strip() if value is not None else ""
        if isinstance(value, bool | float | time):
            raise self.wrong(key, f'“{value}” is no day; write "2020-03-05", "2020-03" or "2020" in quotation marks.')
        if isinstance(value, datetime):
            return PartialDate(value.date())
        if counted := COUNTED_FROM_LOADING.fullmatch(text):
            sign, days = counted.groups(default="0")
            return PartialDate(self.on + timedelta(days=int(days) * (-1 if sign == "-" else 1)))
        try:
            return parse_partial_date(text) if text else None
        except UnreadableDay as error:
            remedy = (
                f"“{value}” is no day; write 2020-03-05, 2020-03, 2020 or, counted from the day of loading, today-40."
            )
            raise self.wrong(key, remedy) from error

    def one_of(self, choices: Iterable[str], *keys: str, default: str = "") -> str:
        """One of some codes, in small letters or capitals, with - or _."""
        text, known = self.text(*keys, default=default), [str(code) for code in choices if code]
        if not text:
            return ""
        found = next((code for code in known if plain(code) == plain(text)), None)
        if found is None:
            raise self.wrong(keys[0], f"“{text}” is not known; write one of: {', '.join(known)}.")
        return found

    # Several values -----------------------------------------------------------------------------

    def texts(self, *keys: str) -> list[str]:
        """Some texts, written as a list or as one text."""
        value = self.first_of(*keys, default=[])
        return [self.as_text(row, keys[0]) for row in (value if isinstance(value, list) else [value])]

    def tables(self, *keys: str, text_as: str = "") -> list["Table"]:
        """The tables under some keys that mean the same, one or several; a text is the key ``text_as`` of a table."""
        found = []
        for key in keys:
            value = self.get(key, [])
            rows = value if isinstance(value, list) else [value]
            for place, row in enumerate(rows, 1):
                data = {text_as: row} if text_as and isinstance(row, str) else row
                name = self.path(f"{key}[{place}]" if isinstance(value, list) else key)
                found.append(Table(self.file, name, data, self.on))
        return found

    def by_language(self, key: str) -> dict[str, object]:
        """What stands under a key by language."""
        value = self.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, 'write it per language: { zh-hans = "…", en = "…" }.')
        found = {}
        for code, written in value.items():
            language = self.language(code, f"{key}.{code}")
            if language in found:
                raise self.wrong(f"{key}.{code}", "this language is written twice; leave one of them out.")
            found[language] = written
        return found

    def texts_by_language(self, key: str) -> dict[str, str]:
        """A text per language."""
        return {code: self.as_text(value, f"{key}.{code}") for code, value in self.by_language(key).items()}

    def language(self, code: str, key: str) -> str:
        """A language's code as it is kept: zh-hans for zh, nb for no; raises Mistake."""
        plain_code = code.strip().lower().replace("_", "-")
        found = SAME_LANGUAGE.get(plain_code, plain_code)
        if found not in dict(name_languages()):
            raise self.wrong(key, f"“{code}” is no language's code; write zh-hans, en, ja, ko, es, uk, nb, ro, fil …")
        return found


def plain(code: str) -> str:
    """A code as it is compared."""
    return code.strip().lower().replace("-", "_").replace(" ", "_")
