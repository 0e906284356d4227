"""Pieces of a programme that are set one by one, and a programme with others: checked as files are.

A piece is called by its part, such as `mandatory.2027`, `norms.sport.bronze` or `books.abai`, and
is plain data, as JSON keeps it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from award.programme.checking import problems_of
from award.programme.model import Book, Norm, Programme, ProgrammeError
from award.programme.values import Closed, Count, Some

Plain: TypeAlias = dict[str, Any]
Pieces: TypeAlias = Mapping[str, Plain]


class PieceKind(StrEnum):
    """What is set piece by piece; the first word of a part."""

    MANDATORY = "mandatory"
    NORMS = "norms"
    BOOKS = "books"


# What somebody who began keeps, whatever is set afterwards (programme.md §1.2).
BOUND = frozenset({PieceKind.MANDATORY, PieceKind.NORMS})


@dataclass(frozen=True)
class Mandatory(Closed):
    """The directions that are mandatory in a year."""

    year: Count
    directions: Some[str]


@dataclass(frozen=True)
class _Handling:
    """How pieces of a kind are read out of a programme, called, and put back."""

    reads: TypeAdapter[Any]
    of: Callable[[Programme], Iterable[Any]]
    name: Callable[[Any], str]
    put: Callable[[Programme, list[Any]], Programme]


def _years(programme: Programme) -> Iterable[Mandatory]:
    return (Mandatory(year, codes) for year, codes in programme.mandatory.items())


_HANDLED: dict[PieceKind, _Handling] = {
    PieceKind.MANDATORY: _Handling(
        TypeAdapter(Mandatory),
        _years,
        lambda piece: str(piece.year),
        lambda p, all_: replace(p, mandatory={each.year: each.directions for each in all_}),
    ),
    PieceKind.NORMS: _Handling(
        TypeAdapter(Norm),
        lambda programme: programme.norms,
        lambda piece: f"{piece.direction}.{piece.level}",
        lambda p, all_: replace(p, norms=tuple(all_)),
    ),
    PieceKind.BOOKS: _Handling(
        TypeAdapter(Book),
        lambda programme: programme.books,
        lambda piece: str(piece.code),
        lambda p, all_: replace(p, books=tuple(all_)),
    ),
}


def part(kind: PieceKind, *names: object) -> str:
    """The part of a piece: `part(PieceKind.NORMS, "sport", "bronze")`."""
    return ".".join((kind, *map(str, names)))


def kind_of(named: str) -> PieceKind:
    """Of which kind a part is; raises ValueError for none."""
    return PieceKind(named.partition(".")[0])


def pieces_of(programme: Programme) -> Pieces:
    """All pieces of a programme by their part."""
    return {
        part(kind, how.name(piece)): how.reads.dump_python(piece, mode="json")
        for kind, how in _HANDLED.items()
        for piece in how.of(programme)
    }


def with_pieces(programme: Programme, pieces: Mapping[str, Plain | None]) -> Programme:
    """The programme with these pieces instead of its own; None takes one away.

    Raises ProgrammeError for whatever a file with them would be refused for.
    """
    for kind, how in _HANDLED.items():
        mine = {named: piece for named, piece in pieces.items() if kind_of(named) is kind}
        if mine:
            found = {part(kind, how.name(piece)): piece for piece in how.of(programme)}
            for named, plain in mine.items():
                found.pop(named, None) if plain is None else found.update(
                    {named: _read(kind, named, plain)}
                )
            programme = how.put(programme, [*found.values()])
    problems = [f"{'.'.join(map(str, each.where))}: {each.what}" for each in problems_of(programme)]
    if problems:
        raise ProgrammeError(tuple(problems))
    return programme


def _read(kind: PieceKind, named: str, plain: Plain) -> Any:
    how = _HANDLED[kind]
    try:
        piece = how.reads.validate_python(plain)
    except ValidationError as errors:
        raise ProgrammeError((f"{named}: {errors.error_count()} values do not fit",)) from None
    if part(kind, how.name(piece)) != named:
        raise ProgrammeError((f"{named}: it calls itself {how.name(piece)}",))
    return piece


@dataclass(frozen=True, repr=False)
class Amended(Programme):
    """A programme with pieces set since, which remembers what they were before.

    `filed` is that of the files. `earlier`: what those keep who began before a moment, the
    earliest first. `taken_off`: books that were on the list.
    """

    filed: Programme | None = None
    earlier: tuple[tuple[dt.datetime, Programme], ...] = ()
    taken_off: tuple[Book, ...] = ()

    def as_of(self, begun: dt.datetime) -> Programme:
        """That of the moment: its mandatory directions and norms."""
        return next((before for until, before in self.earlier if begun < until), self)

    @cached_property
    def known_books(self) -> Mapping[str, Book]:
        """By code, the books of the list and those that were taken off it."""
        return {book.code: book for book in (*self.taken_off, *self.books)}


def amended(
    programme: Programme,
    filed: Programme,
    earlier: tuple[tuple[dt.datetime, Programme], ...],
    taken_off: Iterable[Plain],
) -> Amended:
    """A programme that remembers; `taken_off` are pieces of books."""
    same = {each.name: getattr(programme, each.name) for each in fields(Programme)}
    off = tuple(_HANDLED[PieceKind.BOOKS].reads.validate_python(each) for each in taken_off)
    return Amended(**same, filed=filed, earlier=earlier, taken_off=off)


def filed_of(programme: Programme) -> Programme:
    """The programme as its files have it."""
    return (programme.filed or programme) if isinstance(programme, Amended) else programme
