"""What those around an absence of staff are told, as it stands by then (programme.md §6)."""

import datetime as dt
from dataclasses import dataclass

from award.access.acting import Acting
from award.access.actor import STAFF
from storage.tables import Person, RoleKind, Substitution


@dataclass(frozen=True, slots=True)
class StoodIn:
    """An absence as its substitute is told of it: the name of who is away, in which role, when."""

    name: str | None
    kind: RoleKind
    first_day: dt.date
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class Substitute:
    """Who stands in: the name, if it is known."""

    name: str | None


@dataclass(frozen=True, slots=True)
class End:
    """The end of an absence as it was known when the news of it was owed.

    `early`: somebody ended it. `until`: else the moment at which it was to end.
    """

    early: bool
    until: dt.datetime | None

    def holds(self, row: Substitution) -> bool:
        """Whether it ended so, and not earlier or later."""
        return self.early or (self.until is not None and row.until == self.until)


async def stands_in(at: Acting, absence_id: int) -> StoodIn | None:
    """An absence in which the person stands in now; None where they do not."""
    row = await at.session.get_one(Substitution, absence_id)
    roles = ((role.instead_of, role.kind) for role in at.actor.roles)
    return await _stood_in(at, row) if (row.absent_id, row.kind) in roles else None


async def stood_in(at: Acting, absence_id: int, end: End) -> StoodIn | None:
    """An absence that is over, for who stood in; None where it goes on, or another stood in.

    Raises NotAllowed for who is none of the staff any more.
    """
    at.actor.require(*STAFF)
    row = await at.session.get_one(Substitution, absence_id)
    theirs = end.early or row.substitute_id in (None, at.actor.id)
    return await _stood_in(at, row) if theirs and end.holds(row) else None


async def stood_in_before(at: Acting, absence_id: int) -> StoodIn:
    """An absence for who stood in until another did; raises as above."""
    at.actor.require(*STAFF)
    return await _stood_in(at, await at.session.get_one(Substitution, absence_id))


async def own_substitute(at: Acting, absence_id: int) -> Substitute | None:
    """Who was chosen for an own absence; None where nobody is, or it or the role has ended."""
    row = await at.session.get_one(Substitution, absence_id)
    own = row.absent_id == at.actor.id and at.actor.has(row.kind)
    if not own or row.substitute_id is None or row.ended_at is not None:
        return None
    return Substitute((await at.session.get_one(Person, row.substitute_id)).full_name)


async def own_absence_over(at: Acting, absence_id: int, end: End) -> bool:
    """Whether an own absence ended as was known."""
    row = await at.session.get_one(Substitution, absence_id)
    return row.absent_id == at.actor.id and end.holds(row)


async def _stood_in(at: Acting, row: Substitution) -> StoodIn:
    absent = await at.session.get_one(Person, row.absent_id)
    return StoodIn(absent.full_name, row.kind, row.first_day, row.last_day)
