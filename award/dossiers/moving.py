"""The only way in which a dossier comes from one state into the next (§8.1)."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.calendar.days_off import term_end
from award.calendar.zones import in_zone
from award.errors import TooLate
from award.programme import Programme
from storage.locking import locked_one
from storage.tables import Dossier, DossierState, DossierStep, Enrolment, Person

_S = DossierState
_DECIDED = frozenset({_S.AWARDED, _S.DECLINED, _S.DEFERRED})

# From where to where: whatever is not here has happened already, or not come yet.
NEXT: dict[DossierState, frozenset[DossierState]] = {
    _S.COMPLETE: frozenset({_S.NOTED}),
    _S.RETURNED: frozenset({_S.NOTED}),
    _S.NOTED: frozenset({_S.RETURNED, _S.RECOMMENDED, _S.NOT_RECOMMENDED}),
    # Its dispute was answered in the participant's favour: it is recommended anew, by another.
    _S.NOT_RECOMMENDED: frozenset({_S.NOTED}),
    _S.RECOMMENDED: frozenset({_S.CANDIDATE}),
    # The interview may be done without, and a commission may give up a candidate.
    _S.CANDIDATE: frozenset({_S.INTERVIEWED, _S.RECOMMENDED}) | _DECIDED,
    _S.INTERVIEWED: frozenset({_S.RECOMMENDED}) | _DECIDED,
    _S.DEFERRED: frozenset({_S.CANDIDATE}),
    _S.DECLINED: frozenset({_S.APPEALED}),
    _S.APPEALED: _DECIDED,
    # A winner who cannot come gets the badge through the centre; a ceremony may be called off.
    _S.AWARDED: frozenset({_S.INVITED, _S.HANDED_OVER}),
    _S.INVITED: frozenset({_S.AWARDED, _S.HANDED_OVER}),
    _S.HANDED_OVER: frozenset(),
}


async def open_dossier(at: Acting, enrolment: Enrolment) -> Dossier:
    """A level was completed just now: the mentor owes its closing note. Adds and flushes."""
    dossier = Dossier(enrolment_id=enrolment.id, state=_S.COMPLETE, since=at.now)
    dossier.due = await _due(at.session, at.programme, enrolment, dossier, at.now)
    at.session.add(dossier)
    await at.session.flush()
    _note(at.session, dossier, at.actor.id, at.now, None)
    return dossier


async def dossier_locked(at: Acting, dossier_id: int) -> Dossier:
    """The dossier, locked for a change; whether it is in scope is the caller's to check."""
    return await locked_one(at.session, Dossier, dossier_id)


async def move(at: Acting, dossier: Dossier, to: DossierState, reason: str | None = None) -> None:
    """Bring a locked dossier on, with the term of whoever has to act now, and note the step.

    `reason`: what was asked, or why. Raises TooLate where it stands elsewhere by now.
    """
    if to not in NEXT[dossier.state]:
        raise TooLate("refused-dossier-moved")
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    dossier.state, dossier.since = to, at.now
    dossier.due = await _due(at.session, at.programme, enrolment, dossier, at.now)
    _note(at.session, dossier, at.actor.id, at.now, reason)
    await record(at.session, at.actor.id, f"dossier.{to.value}", "dossier", dossier.id, at.now)


async def give_terms(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """Give a term, from now on, to dossiers of a zone on which somebody has to act and that have
    none: levels completed before there was one. How many there were.
    """
    owed = [state for state in DossierState if term_days(programme, state) is not None]
    found = await session.execute(
        select(Dossier, Enrolment)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Dossier.due.is_(None),
            Dossier.state.in_(owed),
            Enrolment.erased_at.is_(None),
            in_zone(programme, zone, Person.region),
        )
        .with_for_update(of=Dossier)
    )
    rows = found.tuples().all()
    for dossier, enrolment in rows:
        dossier.since = now
        dossier.due = await _due(session, programme, enrolment, dossier, now)
    return len(rows)


def _note(
    session: AsyncSession, dossier: Dossier, by: int, now: dt.datetime, reason: str | None
) -> None:
    session.add(
        DossierStep(dossier_id=dossier.id, state=dossier.state, by=by, at=now, reason=reason)
    )


async def _due(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    dossier: Dossier,
    now: dt.datetime,
) -> dt.date | None:
    """Candidates keep the term that began when they were recommended."""
    if dossier.state in (_S.CANDIDATE, _S.INTERVIEWED) and dossier.due is not None:
        return dossier.due
    days = term_days(programme, dossier.state)
    if days is None:
        return None
    person = await session.get_one(Person, enrolment.person_id)
    return await term_end(session, programme, person.region, days, now)


def term_days(programme: Programme, state: DossierState) -> int | None:
    """How many working days whoever has to act has in a state; None: nobody has to."""
    terms = programme.award
    return {
        _S.COMPLETE: terms.note_days,
        _S.RETURNED: terms.note_days,
        _S.NOTED: terms.recommendation_days,
        _S.RECOMMENDED: terms.decision_days,
        _S.CANDIDATE: terms.decision_days,
        _S.INTERVIEWED: terms.decision_days,
        _S.DECLINED: terms.appeal_days,
        _S.APPEALED: terms.appeal_answer_days,
    }.get(state)
