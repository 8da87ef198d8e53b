"""Where a deed comes from: the address of the request that is being answered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Origin:
    """The address of whoever asks, "" for a command, and what is to be done once the answer is ready."""

    address: str = ""
    afterwards: list[Callable[[], object]] = field(default_factory=list)


_origin: ContextVar = ContextVar("wanglai_origin")


def current_address() -> str:
    """Return the address of whoever asks, or "" where no request is being answered."""
    return _origin.get(Origin()).address


def do_afterwards(deed: Callable[[], object]) -> None:
    """Do something when the request has been answered, outside of its transactions; at once where there is none."""
    origin = _origin.get(None)
    if origin is None:
        deed()
    else:
        origin.afterwards.append(deed)


@contextmanager
def coming_from(address: str) -> Iterator[None]:
    """Have what is done inside come from an address, and do afterwards what was put off, an error or not."""
    origin = Origin(address)
    before = _origin.set(origin)
    try:
        yield
    finally:
        try:
            for deed in origin.afterwards:
                deed()
        finally:
            _origin.reset(before)
