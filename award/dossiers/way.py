"""The way from a complete level to the badge in steps: what is done, who acts now, until when."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from award.access.acting import Acting
from award.access.scope import represents, visible
from award.audit import record
from award.calendar.zones import today_in
from award.dossiers.endings import Ending, endings
from award.dossiers.turns import whose_turn
from award.errors import NotFound
from storage.tables import (
    AWARDED_STATES,
    SIGNED_STATES,
    Candidacy,
    Certificate,
    CertificateState,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Person,
)

_S = DossierState


class WayStep(StrEnum):
    """The steps that everybody sees; each has its words, `way-step-<step>`."""

    NOTE = "note"
    RECOMMENDATION = "recommendation"
    COMMISSION = "commission"
    DECISION = "decision"
    INVITATION = "invitation"
    HANDING_OVER = "handing-over"


# Which step is under way in a state.
_UNDER_WAY: dict[DossierState, WayStep | None] = {
    _S.COMPLETE: WayStep.NOTE,
    _S.RETURNED: WayStep.NOTE,
    _S.NOTED: WayStep.RECOMMENDATION,
    _S.NOT_RECOMMENDED: WayStep.RECOMMENDATION,
    _S.RECOMMENDED: WayStep.COMMISSION,
    _S.CANDIDATE: WayStep.COMMISSION,
    _S.INTERVIEWED: WayStep.DECISION,
    _S.DECLINED: WayStep.DECISION,
    _S.DEFERRED: WayStep.DECISION,
    _S.APPEALED: WayStep.DECISION,
    _S.AWARDED: WayStep.INVITATION,
    _S.INVITED: WayStep.HANDING_OVER,
    _S.HANDED_OVER: None,
}
# After which the participant reads the mentor's note.
DECIDED_STATES = (
    _S.AWARDED,
    _S.DECLINED,
    _S.DEFERRED,
    _S.APPEALED,
    _S.INVITED,
    _S.HANDED_OVER,
)


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """Where a dossier stands, for a reader.

    `step` is under way, the `number`th of `total`; `done`: the day on which each earlier one was
    done. `state` since `since`, for those of `who` (names of staff; none of a commission's) to
    `due`, which of a declined one is the last day of the appeal, None once there is none any more.
    `ending`: what holds whatever the state says. Why it was not recommended, not awarded, or
    revoked: a commission's usual reason by its `code`, or else `reason`. `own`: the reader's own
    level; `family`: that, or whom the reader represents.
    """

    dossier_id: int
    enrolment_id: int
    name: str
    level: str | None
    state: DossierState
    step: WayStep | None
    done: dict[WayStep, dt.date]
    since: dt.date
    who: tuple[str, ...]
    due: dt.date | None
    ending: Ending | None
    reason: str | None
    code: str | None
    own: bool
    family: bool

    @property
    def holds(self) -> bool:
        """The level is awarded, and that was not taken back."""
        return self.state in AWARDED_STATES and self.ending is not Ending.REVOKED

    @property
    def number(self) -> int:
        """Of the step under way, from 1; the last once all is done."""
        return _number(self.state)

    @property
    def total(self) -> int:
        return len(WayStep)

    @property
    def note_is_open(self) -> bool:
        """The participant reads the mentor's note: it has been decided."""
        return self.state in DECIDED_STATES


@dataclass(frozen=True, slots=True)
class WayLine:
    """Where an own complete level stands, in a line: `number` of `total` steps, until `due`."""

    state: DossierState
    number: int
    total: int
    due: dt.date | None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class PastLevel:
    """A level of the acting person: `dossier` where it is complete, `state` of that way."""

    enrolment_id: int
    level: str | None
    state: EnrolmentState
    began: dt.date
    completed: dt.date | None
    dossier: DossierState | None
    ending: Ending | None


async def way_of(at: Acting, enrolment_id: int) -> OnTheWay:
    """The way of a complete level, for who may see the enrolment; a look by staff is on record.

    Raises NotFound outside the scope, and while the level is not complete.
    """
    enrolment = await visible(at, enrolment_id)
    if enrolment.state is not EnrolmentState.COMPLETE:
        raise NotFound
    found = await at.session.execute(
        select(Dossier, Person)
        .join(Person, Person.id == enrolment.person_id)
        .where(Dossier.enrolment_id == enrolment.id)
    )
    row = found.tuples().one_or_none()
    if row is None:
        raise NotFound
    dossier, person = row
    own = person.id == at.actor.id
    if not own:
        await record(at.session, at.actor.id, "dossier.way_seen", "dossier", dossier.id, at.now)
    steps = await at.session.scalars(
        select(DossierStep).where(DossierStep.dossier_id == dossier.id).order_by(DossierStep.id)
    )
    line = steps.all()
    family = own or await represents(at, enrolment)
    turns = await whose_turn(at.session, [dossier], at.now)
    ending = (await endings(at.session, [dossier.id], at.now)).get(dossier.id)
    since, (code, reason) = dossier.since, await _why(at, line, dossier)
    if ending is Ending.REVOKED:
        since, reason = await _revoked(at, enrolment.id)
    return OnTheWay(
        dossier_id=dossier.id,
        enrolment_id=enrolment.id,
        name=person.full_name or "",
        level=enrolment.level,
        state=dossier.state,
        step=None if ending is Ending.REVOKED else _UNDER_WAY[dossier.state],
        done=_done(at, line, person.region),
        since=today_in(at.programme, person.region, since),
        who=await _names(at, turns[dossier.id]) if _is_named(dossier) else (),
        due=_term(dossier, line, today_in(at.programme, person.region, at.now)),
        ending=ending,
        reason=reason,
        code=code,
        own=own,
        family=family,
    )


async def _revoked(at: Acting, enrolment_id: int) -> tuple[dt.datetime, str | None]:
    """When the last certificate of a level was revoked, and why."""
    found = await at.session.scalars(
        select(Certificate)
        .where(
            Certificate.enrolment_id == enrolment_id,
            Certificate.state == CertificateState.REVOKED,
        )
        .order_by(Certificate.id.desc())
        .limit(1)
    )
    certificate = found.one()
    return certificate.ended_at or certificate.issued_at, certificate.reason


async def own_way(at: Acting) -> OnTheWay | None:
    """That of the acting person's latest complete level; None before there is one."""
    latest = await at.session.scalar(
        select(Dossier.enrolment_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Enrolment.person_id == at.actor.id, Enrolment.state == EnrolmentState.COMPLETE)
        .order_by(Dossier.id.desc())
        .limit(1)
    )
    return None if latest is None else await way_of(at, latest)


async def own_dossier(at: Acting, dossier_id: int) -> Dossier:
    """A dossier of the acting person's own level; raises NotFound for anybody else's."""
    dossier = await at.session.scalar(
        select(Dossier)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Dossier.id == dossier_id, Enrolment.person_id == at.actor.id)
    )
    if dossier is None:
        raise NotFound
    return dossier


async def way_line(at: Acting, enrolment_id: int) -> WayLine | None:
    """The same of an own enrolment in a line; None where it has no dossier."""
    dossier = await at.session.scalar(
        select(Dossier)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Enrolment.id == enrolment_id, Enrolment.person_id == at.actor.id)
    )
    if dossier is None:
        return None
    ending = (await endings(at.session, [dossier.id], at.now)).get(dossier.id)
    line = await at.session.scalars(select(DossierStep).where(DossierStep.dossier_id == dossier.id))
    person = await at.session.get_one(Person, at.actor.id)
    due = _term(dossier, line.all(), today_in(at.programme, person.region, at.now))
    return WayLine(dossier.state, _number(dossier.state), len(WayStep), due, ending)


async def has_completed(at: Acting) -> bool:
    """Whether the acting person has ever completed a level."""
    complete = select(Enrolment.id).where(
        Enrolment.person_id == at.actor.id, Enrolment.state == EnrolmentState.COMPLETE
    )
    return await at.session.scalar(complete.limit(1)) is not None


async def own_levels(at: Acting) -> tuple[PastLevel, ...]:
    """All levels of the acting person that were signed for, the newest first."""
    found = await at.session.execute(
        select(Enrolment, Dossier, Person.region)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Dossier, Dossier.enrolment_id == Enrolment.id)
        .where(
            Enrolment.person_id == at.actor.id,
            Enrolment.state.in_((*SIGNED_STATES, EnrolmentState.WITHDRAWN)),
            Enrolment.level.is_not(None),
        )
        .order_by(Enrolment.id.desc())
    )
    rows = found.tuples().all()
    known = [dossier.id for _, dossier, _ in rows if dossier is not None]
    ends = await endings(at.session, known, at.now)
    return tuple(
        PastLevel(
            enrolment_id=each.id,
            level=each.level,
            state=each.state,
            began=today_in(at.programme, region, each.begun_at),
            completed=today_in(at.programme, region, each.completed_at)
            if each.completed_at
            else None,
            dossier=dossier.state if dossier is not None and _holds_true(each, dossier) else None,
            ending=ends.get(dossier.id) if dossier is not None else None,
        )
        for each, dossier, region in rows
    )


def _holds_true(enrolment: Enrolment, dossier: Dossier) -> bool:
    """Whether what a dossier says holds: where the consent was withdrawn, an award alone does."""
    return enrolment.state is EnrolmentState.COMPLETE or dossier.state in AWARDED_STATES


def _number(state: DossierState) -> int:
    """Of the step under way, from 1; the last once all is done."""
    steps, step = list(WayStep), _UNDER_WAY[state]
    return steps.index(step) + 1 if step is not None else len(steps)


def _is_named(dossier: Dossier) -> bool:
    """Of the commission nobody is named to those whom it decides on."""
    return _UNDER_WAY[dossier.state] in (WayStep.NOTE, WayStep.RECOMMENDATION)


def _done(at: Acting, line: Sequence[DossierStep], region: str | None) -> dict[WayStep, dt.date]:
    """Earlier steps with the day on which the way went on to the next of them."""
    steps = list(WayStep)
    days: dict[WayStep, dt.date] = {}
    for each in line:
        under_way = _UNDER_WAY[each.state]
        before = steps[: steps.index(under_way)] if under_way is not None else steps
        day = today_in(at.programme, region, each.at)
        # Whatever lies behind; a step that was gone back to is not done any more.
        days = {step: days.get(step, day) for step in before}
    return days


async def _why(
    at: Acting, line: Sequence[DossierStep], dossier: Dossier
) -> tuple[str | None, str | None]:
    """The code of a commission's usual reason, or else words."""
    if dossier.state is _S.NOT_RECOMMENDED:
        found = (each.reason for each in reversed(line) if each.state is dossier.state)
        return None, next(found, None)
    if dossier.state not in (_S.DECLINED, _S.DEFERRED):
        return None, None
    decision = await at.session.scalar(
        select(Candidacy)
        .where(Candidacy.dossier_id == dossier.id, Candidacy.outcome == dossier.state)
        .order_by(Candidacy.id.desc())
        .limit(1)
    )
    return (decision.reason, decision.words) if decision is not None else (None, None)


def _term(dossier: Dossier, line: Sequence[DossierStep], today: dt.date) -> dt.date | None:
    """Until when somebody has to act, or may: an appeal is made once, and in time."""
    if dossier.state is not _S.DECLINED or dossier.due is None:
        return dossier.due
    appealed = any(each.state is _S.APPEALED for each in line)
    return None if appealed or dossier.due < today else dossier.due


async def _names(at: Acting, people: Sequence[int]) -> tuple[str, ...]:
    found = await at.session.execute(
        select(Person.id, Person.full_name).where(Person.id.in_(people)).order_by(Person.id)
    )
    names = {number: name or "" for number, name in found}
    return tuple(names[number] for number in people if number in names)
