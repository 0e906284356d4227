"""What the operator reads of the programme's data: its versions, and what has to be decided."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.amendments.composing import overtaken, standing
from award.amendments.in_force import versions_of
from award.audit import record
from award.errors import NotFound
from award.programme.pieces import Plain, filed_of, pieces_of
from storage.tables import Person, RoleKind

SHOWN = 100  # versions, the newest first


@dataclass(frozen=True)
class Version:
    """One version of a piece, what was there before it, who made it (None: a file) and when.

    `in_force`: it was set in the chat and can be undone.
    """

    id: int
    part: str
    value: Plain | None
    before: Plain | None
    by: str | None
    by_file: bool
    at: dt.datetime
    in_force: bool


@dataclass(frozen=True)
class Question:
    """A piece set in the chat that the file has another value for since."""

    version: int
    part: str
    set_: Plain | None
    filed: Plain | None


async def versions(at: Acting) -> tuple[Version, ...]:
    """What was set lately, the newest first; without what a file said first."""
    found = await _versions(at)
    await record(at.session, at.actor.id, "programme.versions_seen", "amendment", None, at.now)
    return tuple(reversed(found[-SHOWN:]))


async def version(at: Acting, number: int) -> Version:
    """One of them; raises NotFound."""
    found = next((each for each in await _versions(at) if each.id == number), None)
    if found is None:
        raise NotFound
    await record(at.session, at.actor.id, "programme.versions_seen", "amendment", number, at.now)
    return found


async def questions(at: Acting) -> tuple[Question, ...]:
    """What has to be decided: file or chat."""
    at.actor.require(RoleKind.OPERATOR)
    asked = overtaken(filed_of(at.programme), await versions_of(at.session))
    return tuple(Question(q.set_.id, q.set_.part, q.set_.value, q.filed) for q in asked)


async def _versions(at: Acting) -> list[Version]:
    at.actor.require(RoleKind.OPERATOR)
    all_ = await versions_of(at.session)
    stand = standing(pieces_of(filed_of(at.programme)), all_)
    names = await _names(at, {each.made_by for each in all_ if each.made_by is not None})
    was: dict[str, Plain | None] = {}
    found = []
    for each in all_:
        if each.made_by is not None or each.part in was:
            found.append(
                Version(
                    id=each.id,
                    part=each.part,
                    value=each.value,
                    before=was.get(each.part),
                    by=names.get(each.made_by) if each.made_by is not None else None,
                    by_file=each.made_by is None,
                    at=each.made_at,
                    in_force=stand.get(each.part) is each,
                )
            )
        was[each.part] = each.value
    return found


async def _names(at: Acting, people: set[int]) -> dict[int, str | None]:
    found = await at.session.execute(
        select(Person.id, Person.full_name).where(Person.id.in_(people))
    )
    return {each.id: each.full_name for each in found}
