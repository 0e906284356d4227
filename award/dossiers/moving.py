"""The only way in which a dossier comes from one state into the next (§8.1)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record_all
from award.calendar.days_off import term_ends
from award.calendar.zones import in_zone
from award.dossiers.endings import goes_on
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
    await _set_terms(at.session, at.programme, [dossier], at.now)
    at.session.add(dossier)
    await at.session.flush()
    at.session.add(
        DossierStep(dossier_id=dossier.id, state=dossier.state, by=at.actor.id, at=at.now)
    )
    return dossier


async def dossier_locked(at: Acting, dossier_id: int) -> Dossier:
    """The dossier, locked for a change; whether it is in scope is the caller's to check."""
    return await locked_one(at.session, Dossier, dossier_id)


async def move(at: Acting, dossier: Dossier, to: DossierState, reason: str | None = None) -> None:
    """Bring a locked dossier on, with the term of whoever has to act now, and note the step.

    `reason`: what was asked, or why. Raises TooLate where it stands elsewhere by now.
    """
    await move_all(at, [dossier], to, reason)


async def move_all(
    at: Acting, dossiers: Sequence[Dossier], to: DossierState, reason: str | None = None
) -> None:
    """The same of several, all or none; as many statements for many as for one."""
    if any(to not in NEXT[each.state] for each in dossiers):
        raise TooLate("refused-dossier-moved")
    with at.session.no_autoflush:  # the row is written once, with its term
        for each in dossiers:
            each.state, each.since = to, at.now
        await _set_terms(at.session, at.programme, dossiers, at.now)
    step = {"state": to, "by": at.actor.id, "at": at.now, "reason": reason}
    steps = [step | {"dossier_id": each.id} for each in dossiers]
    await at.session.execute(insert(DossierStep.__table__), steps)
    ids = [each.id for each in dossiers]
    await record_all(at.session, at.actor.id, f"dossier.{to.value}", "dossier", ids, at.now)


async def give_terms(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """Give a term, from now on, to dossiers of a zone on which somebody has to act and that have
    none: levels completed before there was one. How many there were.
    """
    owed = [state for state in DossierState if term_days(programme, state) is not None]
    found = await session.scalars(
        select(Dossier)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Dossier.due.is_(None),
            Dossier.state.in_(owed),
            goes_on(),
            in_zone(programme, zone, Person.region),
        )
        .with_for_update(of=Dossier)
    )
    dossiers = found.all()
    for dossier in dossiers:
        dossier.since = now
    await _set_terms(session, programme, dossiers, now)
    return len(dossiers)


async def _set_terms(
    session: AsyncSession, programme: Programme, dossiers: Sequence[Dossier], now: dt.datetime
) -> None:
    """Candidates keep the term that began when they were recommended."""
    by_days: dict[int, list[Dossier]] = defaultdict(list)
    for each in dossiers:
        if each.state in (_S.CANDIDATE, _S.INTERVIEWED) and each.due is not None:
            continue
        days = term_days(programme, each.state)
        if days is None:
            each.due = None
        else:
            by_days[days].append(each)
    if not by_days:
        return
    owed = {each.enrolment_id for theirs in by_days.values() for each in theirs}
    found = await session.execute(
        select(Enrolment.id, Person.region)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.id.in_(owed))
    )
    regions = dict(found.tuples().all())
    for days, theirs in by_days.items():
        ends = await term_ends(session, programme, regions.values(), days, now)
        for each in theirs:
            each.due = ends[regions[each.enrolment_id]]


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
