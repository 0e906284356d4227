"""A dossier as those are told of it who have to act on it, or for whom it has moved on (§8.1)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.access.actor import STAFF
from award.access.scope import reached_as
from award.audit import record
from award.dossiers.endings import still_goes_on
from award.dossiers.turns import COMMISSION_OWES, NOTE_OWED, whose_turn, writers
from award.dossiers.way import OnTheWay, way_of
from award.errors import NotFound
from award.recommendation.views import OVERSEERS
from storage.tables import Dossier, DossierState, Enrolment, Person


@dataclass(frozen=True, slots=True)
class DossierDue:
    """A dossier on which somebody has to act. `acts`: the reader; else `who` (names); `note`: it is
    the closing note that is owed."""

    name: str
    state: DossierState
    due: dt.date
    note: bool
    acts: bool
    who: tuple[str, ...]


async def dossier_due(at: Acting, dossier_id: int) -> DossierDue | None:
    """One that is waited for, for who has to act or reaches it as staff; None once it has moved."""
    dossier = await at.session.get(Dossier, dossier_id)
    if dossier is None or dossier.due is None:
        return None
    if dossier.state not in (*NOTE_OWED, DossierState.NOTED, *COMMISSION_OWES):
        return None
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    if not still_goes_on(enrolment):
        return None
    people = (await whose_turn(at.session, [dossier], at.now))[dossier.id]
    acts = at.actor.id in people and any(at.actor.has(kind) for kind in STAFF)
    if not acts and not await reached_as(at, enrolment, OVERSEERS):
        return None
    person = await at.session.get_one(Person, enrolment.person_id)
    names = await at.session.scalars(
        select(Person.full_name).where(Person.id.in_(people)).order_by(Person.id)
    )
    await record(at.session, at.actor.id, "dossier.due_seen", "dossier", dossier.id, at.now)
    return DossierDue(
        name=person.full_name or "",
        state=dossier.state,
        due=dossier.due,
        note=dossier.state in NOTE_OWED,
        acts=acts,
        who=tuple(name or "" for name in names),
    )


async def told_way(at: Acting, dossier_id: int) -> OnTheWay | None:
    """The way of a dossier by its id, for who may see it; None for anybody else."""
    dossier = await at.session.get(Dossier, dossier_id)
    if dossier is None:
        return None
    try:
        return await way_of(at, dossier.enrolment_id)
    except NotFound:
        return None


async def owed_note_of(at: Acting, enrolment_id: int) -> int | None:
    """The dossier of an enrolment whose closing note the acting person owes now; else None."""
    dossier = await at.session.scalar(
        select(Dossier).where(Dossier.enrolment_id == enrolment_id, Dossier.state.in_(NOTE_OWED))
    )
    if dossier is None:
        return None
    turns = await writers(at.session, [dossier], at.now)
    return dossier.id if at.actor.id in turns[dossier.id] else None
