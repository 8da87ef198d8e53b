"""Whom trial letters go to: every rank, woman and man, every kind of place and body, private people."""

from collections.abc import Iterator
from dataclasses import dataclass

from correspondence.trial.places import Places
from crm.models import OrganizationKind

OF_THE_CITY = (OrganizationKind.COUNCIL, OrganizationKind.DEPARTMENT)  # bodies whose letters are the city's
# The bodies that stand in the usual place; the others stand only in the country.
IN_THE_PLACE = ("company", "hospital", "school", "association", "council", "department")
# Those that texts tell apart: they meet every row that their kind of letter is about.
CORE = ("mayor f", "government", "ambassador m", "embassy", "hospital", "private person f", "own mission")


@dataclass(frozen=True)
class Reader:
    """One reader by a short name: a rank's holder, a body or place itself (no rank), or a private person.

    ``at`` is the key of a body or place of the language's file. ``refused`` says that no letter can be written.
    """

    name: str
    at: str = ""
    rank: str = ""
    gender: str = ""
    title: bool | str = True  # as in the language's file, none, or another
    acting: bool = False
    refused: bool = False

    @property
    def is_private(self) -> bool:
        """Whether it is somebody without a post."""
        return not self.at

    @property
    def is_core(self) -> bool:
        """Whether texts tell this reader from others, and so every occasion and gift is tried."""
        return self.name in CORE

    def __str__(self):
        return self.name


def readers(places: Places) -> list[Reader]:
    """Every reader that a language's file knows."""
    return [*holders(places), *unusual_holders(places), *themselves(places), *private_people(places)]


def place_of(rank: str, places: Places) -> str:
    """The body or place that a rank's holder is in office at."""
    return places.ranks[rank].get("at", places.home)


def holders(places: Places) -> Iterator[Reader]:
    """Every rank with the title on record."""
    for rank in places.ranks:
        for gender in "fm":
            yield Reader(f"{said(rank)} {gender}", place_of(rank, places), rank, gender)


def unusual_holders(places: Places) -> Iterator[Reader]:
    """Without a title, with one that nobody knows, acting, of a gender that nobody wrote down."""
    for rank in places.untitled:
        yield Reader(f"{said(rank)} f without a title", place_of(rank, places), rank, "f", title="")
    for rank in ("mayor", "governor", "director"):
        if rank in places.ranks:
            yield Reader(f"acting {rank} f", place_of(rank, places), rank, "f", acting=True)
            yield Reader(f"acting {rank} m", place_of(rank, places), rank, "m", acting=True)
    if "mayor" in places.ranks:
        yield Reader("mayor, gender not on record", places.home, "mayor", refused=places.needs_gender)
        if places.unknown_title:
            unknown = places.unknown_title
            yield Reader("mayor f with an unknown title", places.home, "mayor", "f", title=unknown, refused=True)


def themselves(places: Places) -> Iterator[Reader]:
    """The bodies, and the governments of each kind of place."""
    for key in places.bodies:
        if key != "red_cross":
            yield Reader(said(key), key)
    for kind in places.places:
        yield Reader("government" if kind == places.home else f"government of a {said(kind)}", kind)


def private_people(places: Places) -> Iterator[Reader]:
    """A woman, a man, and somebody of whom it is not known, whom Chinese cannot address."""
    if places.home:
        yield Reader("private person f", gender="f")
        yield Reader("private person m", gender="m")
        yield Reader("private person, gender not on record", refused=True)


def said(key: str) -> str:
    """A key as words."""
    return key.replace("_", " ").replace(" d ", " d’")


def is_of_the_city(reader: Reader, places: Places) -> bool:
    """Whether the reader is a place itself or somebody in office there, and not another body."""
    body = places.bodies.get(reader.at, {})
    return reader.at in places.places or body.get("kind", reader.at) in OF_THE_CITY


def is_at_home(reader: Reader, places: Places) -> bool:
    """Whether the reader is of the usual place's government, so that letters speak of its firms and citizens too."""
    return is_of_the_city(reader, places) and (reader.at == places.home or reader.at in IN_THE_PLACE)
