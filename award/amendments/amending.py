"""The operator sets a piece of the programme, takes that back, or decides between file and chat.

Each looks at the newest of what was set, whatever process set it: the checks are those of the
files (award/programme/checking.py), made on what would be in force.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.amendments.composing import EVER, at_present, overtaken, standing
from award.amendments.in_force import SETS, versions_of
from award.audit import record
from award.errors import NotFound, Refusal, TooLate
from award.programme import Programme, ProgrammeError
from award.programme.pieces import (
    BOUND,
    PieceKind,
    Plain,
    filed_of,
    kind_of,
    pieces_of,
    with_pieces,
)
from storage.tables import (
    OPEN_STATES,
    Amendment,
    AmendmentSource,
    Enrolment,
    RoleKind,
)

MOST_BOOKS = 500
# What the checks refuse, in the words of the kind: the operator sees no file and no line.
_REFUSED = {
    PieceKind.MANDATORY: "refused-amendment-mandatory",
    PieceKind.NORMS: "refused-amendment-norms",
    PieceKind.BOOKS: "refused-amendment-books",
}


@dataclass(frozen=True)
class Look:
    """What setting a piece would do: None for a piece that is not there.

    `seen` is the part's newest version by then. `keeping`: how many who are under way go on with
    what they began with, where the piece binds.
    """

    part: str
    before: Plain | None
    after: Plain | None
    seen: int
    keeping: int


async def look(at: Acting, part: str, value: Plain | None) -> Look:
    """What it would be to set it; raises Refusal where it may not be, or changes nothing."""
    at.actor.require(RoleKind.OPERATOR)
    versions = await versions_of(at.session)
    programme, _ = at_present(filed_of(at.programme), versions)
    _examine(programme, part, value)
    before = pieces_of(programme).get(part)
    if before == value:
        raise Refusal("refused-amendment-same")
    keeping = await _under_way(at) if kind_of(part) in BOUND else 0
    return Look(part, before, value, _newest(versions, part), keeping)


async def amend(at: Acting, part: str, value: Plain | None, *, seen: int) -> int:
    """Set a piece, or take it away with None; its version.

    Raises Refusal as `look` does, TooLate where somebody set the part since version `seen`.
    """
    at.actor.require(RoleKind.OPERATOR)
    versions = await _locked(at)
    if _newest(versions, part) != seen:
        raise TooLate("refused-amended-meanwhile")
    programme, _ = at_present(filed_of(at.programme), versions)
    _examine(programme, part, value)
    if pieces_of(programme).get(part) == value:
        raise Refusal("refused-amendment-same")
    return await _set(at, versions, part, AmendmentSource.CHAT, value)


async def undo(at: Acting, version: int) -> int:
    """Let the piece be what it was before a version that is in force; the new version.

    Raises NotFound, TooLate where it is in force no more, Refusal where a check would fail.
    """
    at.actor.require(RoleKind.OPERATOR)
    versions = await _locked(at)
    undone = next((each for each in versions if each.id == version), None)
    if undone is None:
        raise NotFound
    filed = filed_of(at.programme)
    pieces = pieces_of(filed)
    if standing(pieces, versions).get(undone.part) is not undone:
        raise TooLate("refused-amendment-not-in-force")
    *_, before = (each for each in versions if each.part == undone.part and each.id < version)
    source = before.source
    value = before.value if source is AmendmentSource.CHAT else pieces.get(undone.part)
    _examine(at_present(filed, versions)[0], undone.part, value)
    return await _set(at, versions, undone.part, source, value, undoes=version)


async def settle(at: Acting, version: int, *, keep: bool) -> int:
    """Decide of what a file overtook: set it again, or keep the file's; the new version.

    Raises TooLate where it was decided, Refusal where a check would fail.
    """
    at.actor.require(RoleKind.OPERATOR)
    versions = await _locked(at)
    filed = filed_of(at.programme)
    asked = next((q for q in overtaken(filed, versions) if q.set_.id == version), None)
    if asked is None:
        raise TooLate("refused-amendment-decided")
    part = asked.set_.part
    if not keep:
        return await _set(at, versions, part, AmendmentSource.FILE, asked.filed)
    _examine(at_present(filed, versions)[0], part, asked.set_.value)
    return await _set(at, versions, part, AmendmentSource.CHAT, asked.set_.value)


def _examine(programme: Programme, part: str, value: Plain | None) -> None:
    kind = kind_of(part)
    try:
        with_pieces(programme, {part: value})
    except ProgrammeError:
        raise Refusal(_REFUSED[kind]) from None
    added = value is not None and part not in pieces_of(programme)
    if kind is PieceKind.BOOKS and added and len(programme.books) >= MOST_BOOKS:
        raise Refusal("refused-amendment-many-books", most=MOST_BOOKS)


async def _locked(at: Acting) -> Sequence[Amendment]:
    """All versions; whoever sets another waits until this transaction ends."""
    first = select(Amendment.id).order_by(Amendment.id).limit(1).with_for_update()
    await at.session.execute(first)
    return await versions_of(at.session)


def _newest(versions: Sequence[Amendment], part: str) -> int:
    return max((each.id for each in versions if each.part == part), default=0)


async def _set(
    at: Acting,
    versions: Sequence[Amendment],
    part: str,
    source: AmendmentSource,
    value: Plain | None,
    undoes: int | None = None,
) -> int:
    filed = pieces_of(filed_of(at.programme)).get(part)
    theirs = [each for each in versions if each.part == part]
    said = [each.value for each in theirs if each.source is AmendmentSource.FILE]
    if not theirs or (said[-1] if said else None) != filed:
        # What the file says by now: a change of it is known by that, and it is gone back to.
        since = at.now if theirs else EVER
        at.session.add(
            Amendment(part=part, source=AmendmentSource.FILE, value=filed, made_at=since)
        )
        await at.session.flush()
    new = Amendment(
        part=part,
        source=source,
        value=value,
        made_by=at.actor.id,
        made_at=at.now,
        undoes=undoes,
    )
    at.session.add(new)
    await at.session.flush()
    at.session.info[SETS] = True
    await record(
        at.session, at.actor.id, "programme.amended", "amendment", new.id, at.now, part=part
    )
    return new.id


async def _under_way(at: Acting) -> int:
    open_ = select(func.count()).select_from(Enrolment).where(Enrolment.state.in_(OPEN_STATES))
    return await at.session.scalar(open_) or 0
