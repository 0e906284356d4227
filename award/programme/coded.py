"""Things with a code, and finding one among others."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Coded(Protocol):
    """What has a code of its own among others of its kind."""

    @property
    def code(self) -> str: ...


_C = TypeVar("_C", bound=Coded)


def find(things: Iterable[_C], code: str | None) -> _C | None:
    """The one with this code, or None."""
    return next((thing for thing in things if thing.code == code), None)


def by_code(things: Iterable[_C], code: str) -> _C:
    """The one with this code; raises KeyError."""
    found = find(things, code)
    if found is None:
        raise KeyError(code)
    return found
