"""Terms under way, and who is reminded of each or told that it was missed (programme.md §10).

Whoever has to act is reminded at half of the term and on the working day before its end; as the
day of an application comes near, so are expert and centre (§4.7). When it is missed, those above
are told, and who has to act still has to.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.escalation import Above, Look, above_centre, centre_of
from award.access.responsible import operators, reviewers_of
from award.calendar import local_date
from award.calendar.days_off import days_off
from award.calendar.deadlines import Stage, stage_on
from award.calendar.zones import in_zone, regions_in
from award.centres.application_form import UNDER_WAY
from award.centres.applications import due_of
from award.centres.offers import choosers
from award.commission.terms import officers_of
from award.disputes.arbiters import appellate, arbiters
from award.dossiers.endings import goes_on
from award.dossiers.turns import COMMISSION_OWES, NOTE_OWED, whose_turn
from award.outbox import NoticeKind
from award.programme import Programme
from award.reminders.told_once import Owed
from storage.tables import (
    SIGNED_STATES,
    Appeal,
    Candidacy,
    Centre,
    CentreApplication,
    CentreApplicationState,
    Dispute,
    DisputeState,
    Dossier,
    DossierState,
    Enrolment,
    EnrolmentState,
    Person,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term under way, and who is told at each stage; `kind` is that of the notice.

    `acting` is told at every stage; `near` and `above` besides, on the eve and when it is missed.
    `turn`: what tells this term from an earlier one of the same thing.
    """

    kind: NoticeKind
    id: int
    start: dt.date
    due: dt.date
    acting: tuple[int, ...]
    near: tuple[int, ...] = ()
    above: tuple[int, ...] = field(default=())
    turn: str = ""

    def told(self, stage: Stage) -> dict[int, None]:
        """Who is told at a stage, each once."""
        others = {Stage.HALF: (), Stage.EVE: self.near, Stage.MISSED: (*self.near, *self.above)}
        return dict.fromkeys((*self.acting, *others[stage]))


async def near_ends(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> Owed:
    """Of which terms of a zone, and at what stage, each is to be told, whatever they were told."""
    today, extra = local_date(now, zone), await days_off(session)
    owed: dict[tuple[int, NoticeKind], list[list[Any]]] = defaultdict(list)
    for term in await terms(session, programme, zone, now):
        stage = stage_on(today, term.start, term.due, extra, country=programme.country)
        if stage is None:
            continue
        end = term.turn if stage is Stage.HALF else term.due.isoformat()
        for person in term.told(stage):
            owed[person, term.kind].append([term.id, stage.value, end])
    return owed


async def terms(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    """All terms under way in a zone, those that end first."""
    found = [
        *await _applications(session, programme, zone, now),
        *await _centres(session, programme, zone, now),
        *await _disputes(session, programme, zone, now),
        *await _dossiers(session, programme, zone, now),
        *await _decisions(session, programme, zone, now),
        *await _appeals(session, programme, zone, now),
    ]
    return sorted(found, key=lambda term: (term.due, term.kind, term.id))


async def _applications(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    submitted = await session.scalars(
        select(Enrolment).where(
            Enrolment.state == EnrolmentState.SUBMITTED,
            Enrolment.answer_due.is_not(None),
            _lies_in(programme, zone),
        )
    )
    found = []
    enrolments = submitted.all()
    reviewers = await reviewers_of(session, enrolments, now)
    above = Above(session, now)
    for enrolment in enrolments:
        mentor = reviewers[enrolment.id]
        acting = (mentor,) if mentor is not None else await above(choosers, enrolment)
        assert enrolment.answer_due is not None
        found.append(
            Term(
                NoticeKind.APPLICATIONS_DUE,
                enrolment.id,
                local_date(enrolment.submitted_at or enrolment.begun_at, zone),
                enrolment.answer_due,
                acting,
                await above(centre_of, enrolment),
                await above(above_centre, enrolment),
            )
        )
    return found


async def _centres(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    """Applications that wait for the operator, contracts that wait for the applicant."""
    rows = await session.scalars(
        select(CentreApplication).where(
            CentreApplication.state.in_(UNDER_WAY),
            CentreApplication.region.in_(regions_in(programme, zone)),
        )
    )
    all_operators = await operators(session, now)
    found = []
    for each in rows.all():
        due = await due_of(session, programme, each)
        began = each.decided_at or each.submitted_at or each.made_at
        if due is None:
            continue
        # Once the applicant said that it is signed, it is the operator's turn.
        theirs = each.state is CentreApplicationState.CONTRACT and each.signed_at is None
        kind, acting = (
            (NoticeKind.CONTRACT_DUE, (each.applicant_id,))
            if theirs
            else (NoticeKind.CENTRES_DUE, all_operators)
        )
        found.append(Term(kind, each.id, local_date(began, zone), due, acting))
    return found


async def _disputes(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    waiting = await session.execute(
        select(Dispute, Enrolment)
        .join(Enrolment, Enrolment.id == Dispute.enrolment_id)
        .where(
            Dispute.state.in_((DisputeState.OPEN, DisputeState.APPEALED)),
            Enrolment.state.in_(SIGNED_STATES),
            _lies_in(programme, zone),
        )
    )
    found = []
    for dispute, enrolment in waiting.all():
        appealed = dispute.state is DisputeState.APPEALED
        began = (dispute.appealed_at if appealed else None) or dispute.opened_at
        due = (dispute.appeal_due if appealed else None) or dispute.due
        acting = await arbiters(session, dispute, enrolment, now)
        above = () if appealed else await appellate(session, dispute, enrolment, now)
        found.append(
            Term(
                NoticeKind.DISPUTES_DUE,
                dispute.id,
                local_date(began, zone),
                due,
                acting,
                above=above,
            )
        )
    return found


async def _dossiers(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    """Notes, recommendations and decisions that are owed on complete levels (§8.1)."""
    rows = await session.execute(
        select(Dossier, Enrolment)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(
            Dossier.state.in_((*NOTE_OWED, DossierState.NOTED, *COMMISSION_OWES)),
            Dossier.due.is_not(None),
            goes_on(),
            _lies_in(programme, zone),
        )
    )
    waiting = rows.tuples().all()
    turns = await whose_turn(session, [dossier for dossier, _ in waiting], now)
    looks, everywhere = Above(session, now), await operators(session, now)
    found = []
    for dossier, enrolment in waiting:
        assert dossier.due is not None
        began = local_date(dossier.since, zone)
        above = await looks(_above_turn(dossier.state), enrolment)
        found.append(
            Term(
                NoticeKind.DOSSIERS_DUE,
                dossier.id,
                began,
                dossier.due,
                turns[dossier.id],
                above=above if turns[dossier.id] else everywhere,
                turn=dossier.state.value + began.isoformat(),
            )
        )
    return found


def _above_turn(state: DossierState) -> Look:
    """Who is told of a note, or of a recommendation or decision, that did not come in time."""
    return centre_of if state in NOTE_OWED else above_centre


async def _decisions(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    """What commissions have before them: their chairs and secretaries answer for it (§8.6)."""
    rows = await session.execute(
        select(Candidacy, Dossier.due)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(
            Candidacy.ended_at.is_(None),
            Dossier.due.is_not(None),
            goes_on(),
            _lies_in(programme, zone),
        )
    )
    waiting = rows.tuples().all()
    officers = await officers_of(session, {each.commission_id for each, _ in waiting}, now)
    return [
        Term(
            NoticeKind.DECISIONS_DUE,
            each.id,
            local_date(each.put_at, zone),
            due,
            officers[each.commission_id],
        )
        for each, due in waiting
        if due is not None
    ]


async def _appeals(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[Term]:
    """Appeals that the operators have to give to others, and those not answered in time."""
    rows = await session.execute(
        select(Appeal, Dossier.due)
        .join(Dossier, Dossier.id == Appeal.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(
            Dossier.state == DossierState.APPEALED,
            goes_on(),
            _lies_in(programme, zone),
        )
    )
    everywhere = await operators(session, now)
    return [
        Term(
            NoticeKind.APPEALS_DUE,
            appeal.id,
            local_date(appeal.made_at, zone),
            due,
            everywhere if appeal.candidacy_id is None else (),
            above=everywhere,
        )
        for appeal, due in rows.tuples()
        if due is not None
    ]


def _lies_in(programme: Programme, zone: str) -> ColumnElement[bool]:
    """The condition that an enrolment is of a zone: by its centre, or else the participant."""
    return Enrolment.id.in_(
        select(Enrolment.id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(in_zone(programme, zone, func.coalesce(Centre.region, Person.region)))
    )
