"""The places, people, titles and occasions that trial letters in a language are about: fixtures/trial/<code>.toml.

Each name stands in the letter's language, in Chinese for the twin, and as ``other`` in a language that neither letter
is in, so that a name that is borrowed is noticed.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from django.conf import settings

from correspondence.errors import UnreadableText


@dataclass(frozen=True)
class Places:
    """What one language's file says.

    ``places`` by kind, the ``neighbour`` of the usual one, ``home``, and ``bodies`` by a key that is their kind unless
    they have another; each with ``name``, ``other`` and ``chinese``, and a place with its ``government`` in the same
    three; ``in_letter`` and ``cases`` as a record keeps them. ``people`` are a woman ``f``, a man ``m`` and our
    ``envoy``, with ``latin`` where the language has other letters. ``ranks`` have a ``title`` and its ``chinese``, for
    all or by gender, and stand ``at`` a place or body, else at home. ``occasions`` go by kind.

    ``untitled`` are the ranks that its letters address without a title on record, ``unknown_title`` one that no letter
    knows. ``formal`` is a regular expression of what only a partnership that stands is called, ``said_twice`` the
    words that may stand twice in a row, ``number_words`` the words of small numbers that mean nothing else.
    """

    code: str
    country: str
    other_language: str
    formal: str
    home: str = ""
    needs_gender: bool = False
    untitled: tuple[str, ...] = ()
    unknown_title: str = ""
    number_words: Mapping[str, str] = field(default_factory=dict)
    said_twice: str = ""
    places: Mapping[str, dict] = field(default_factory=dict)
    neighbour: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, dict] = field(default_factory=dict)
    people: Mapping[str, dict] = field(default_factory=dict)
    ranks: Mapping[str, dict] = field(default_factory=dict)
    occasions: Mapping[str, dict] = field(default_factory=dict)

    def title(self, rank: str, gender: str, chinese: bool = False) -> str:
        """The title of a rank's holder on record, that of a man while the gender is not."""
        title = self.ranks[rank]["chinese" if chinese else "title"]
        return title if isinstance(title, str) else title[gender or "m"]


def read_places(code: str) -> Places:
    """What the trial letters of a language are about; raises UnreadableText with what is wrong."""
    path = settings.FIXTURES_DIR / "trial" / f"{code}.toml"
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UnreadableText(f"fixtures/trial/{path.name} is missing; write it like ro.toml beside it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableText(f"fixtures/trial/{path.name} cannot be read: {error}.") from error
    if unknown := said.keys() - {known.name for known in fields(Places)}:
        raise UnreadableText(f"fixtures/trial/{path.name} has “{min(unknown)}”, which is not asked for.")
    try:
        return Places(code=code, **said)
    except TypeError as error:
        raise UnreadableText(f"fixtures/trial/{path.name} lacks country, other_language or formal.") from error
