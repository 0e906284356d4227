"""From the programme of the files and all that was set since to the programme in force.

A piece set in the chat stands until the file has another value for it than when it was set
(programme.md §7.9). What would break a check beside everything else is set aside, so that what is
in force passes all of them, whatever was set and undone and whatever became of the files.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from award.programme import Programme, ProgrammeError
from award.programme.pieces import (
    BOUND,
    PieceKind,
    Pieces,
    Plain,
    amended,
    kind_of,
    pieces_of,
    with_pieces,
)
from storage.tables import Amendment, AmendmentSource

# Of what the files said when a service began to remember: it was so for everybody before.
EVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Composed:
    """The programme in force, and the parts set in the chat that break a check beside the rest."""

    programme: Programme
    set_aside: frozenset[str]


@dataclass(frozen=True)
class Overtaken:
    """What was set in the chat, whose piece the file has changed since: which one is meant?"""

    set_: Amendment
    filed: Plain | None


def composed(filed: Programme, versions: Sequence[Amendment]) -> Composed:
    """`versions` are all there are, in their order."""
    if not versions:
        return Composed(filed, frozenset())
    pieces = pieces_of(filed)
    programme, set_aside = at_present(filed, versions)
    earlier = _earlier(programme, pieces, versions)
    books = _books(versions)
    off = [plain for part, plain in books.items() if part not in pieces_of(programme)]
    return Composed(amended(programme, filed, earlier, off), set_aside)


def at_present(filed: Programme, versions: Sequence[Amendment]) -> tuple[Programme, frozenset[str]]:
    """The same without a memory of earlier: what holds for whoever begins now."""
    stand = {part: each.value for part, each in standing(pieces_of(filed), versions).items()}
    return _as_far_as_it_goes(filed, stand)


def standing(pieces: Pieces, versions: Sequence[Amendment]) -> Mapping[str, Amendment]:
    """By part, what was set in the chat and is in force; `pieces` are the files'."""
    latest = {each.part: each for each in versions}
    said = {each.part: each.value for each in versions if each.source is AmendmentSource.FILE}
    return {
        part: each
        for part, each in latest.items()
        if each.source is AmendmentSource.CHAT and said.get(part) == pieces.get(part)
    }


def overtaken(filed: Programme, versions: Sequence[Amendment]) -> tuple[Overtaken, ...]:
    """What has to be decided, since a file changed what had been set in the chat."""
    pieces = pieces_of(filed)
    stand = standing(pieces, versions)
    by_part: dict[str, list[Amendment]] = {}
    for each in versions:
        by_part.setdefault(each.part, []).append(each)
    found = []
    for part, theirs in by_part.items():
        while len(theirs) > 1 and theirs[-1].made_by is None:  # the file was followed
            theirs.pop()
        last = theirs[-1]
        lost = last.source is AmendmentSource.CHAT and part not in stand
        if lost and last.value != pieces.get(part):
            found.append(Overtaken(last, pieces.get(part)))
    return tuple(found)


def _as_far_as_it_goes(
    programme: Programme, pieces: Mapping[str, Plain | None]
) -> tuple[Programme, frozenset[str]]:
    """With all of these pieces, or with as many as pass the checks; the parts of the others."""
    try:
        return with_pieces(programme, pieces), frozenset()
    except ProgrammeError:
        left = dict(pieces)
    going = True
    while going:
        going = False
        for part, plain in [*left.items()]:
            try:
                programme = with_pieces(programme, {part: plain})
            except ProgrammeError:
                continue
            del left[part]
            going = True
    return programme, frozenset(left)


def _earlier(
    programme: Programme, pieces: Pieces, versions: Sequence[Amendment]
) -> tuple[tuple[dt.datetime, Programme], ...]:
    """Until when a programme was that bound those who began, each time that it changed."""
    bound = [each for each in versions if kind_of(each.part) in BOUND]
    parts = {each.part for each in bound} | {p for p in pieces if kind_of(p) in BOUND}
    was = {each.part: each.value for each in bound if each.made_at == EVER}
    earlier: list[tuple[dt.datetime, Programme]] = []
    for each in bound:
        if each.made_at > EVER and was.get(each.part) != each.value:
            before, _ = _as_far_as_it_goes(programme, {part: was.get(part) for part in parts})
            earlier.append((each.made_at, before))
        if each.made_at > EVER:
            was[each.part] = each.value
    return tuple(earlier)


def _books(versions: Sequence[Amendment]) -> Mapping[str, Plain]:
    """The latest that is known of every book that was ever amended."""
    return {
        each.part: each.value
        for each in versions
        if each.value is not None and kind_of(each.part) is PieceKind.BOOKS
    }
