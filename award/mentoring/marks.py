"""The mentor's marks: a norm is met, a direction is complete, and with the last one the level."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import heads_of
from award.access.scope import mentored
from award.audit import record
from award.calendar.zones import today_in
from award.dossiers.moving import open_dossier
from award.errors import NotFound, Refusal, TooLate
from award.olzha.ledger import history_changed
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from award.progress.current import progress_on
from award.progress.rules import Progress
from storage.tables import Enrolment, EnrolmentState, Mark, MarkKind, Person


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """A participant's directions as the mentor marks them, with the marks given."""

    enrolment: Enrolment
    name: str
    progress: Progress
    asked: tuple[Requirement, ...]
    norms: frozenset[str]
    marked: frozenset[str]
    today: dt.date

    @property
    def open(self) -> bool:
        """Marks can be given and taken back."""
        return self.enrolment.state is EnrolmentState.ACTIVE

    def is_last(self, direction: str) -> bool:
        """Marking this direction completes the level."""
        return all(
            each.complete or (each.direction == direction and each.awaits_mark)
            for each in self.progress.directions
        )


async def mark_sheet(at: Acting, enrolment_id: int) -> MarkSheet:
    """Where one of the mentor's participants stands; the look is on the record (§7)."""
    enrolment = await mentored(at, enrolment_id)
    if enrolment.started_on is None:
        raise Refusal("marks-not-active")
    await record(at.session, at.actor.id, "progress.seen", "enrolment", enrolment.id, at.now)
    return await _sheet(at.session, enrolment, at.programme, at.now)


async def mark_norm(at: Acting, enrolment_id: int, direction: str) -> MarkSheet:
    """The norm of a direction is met (programme.md §3); raises TooLate if marked already."""
    sheet = await _open_sheet(at, enrolment_id)
    if not any(each.direction == direction and each.norm for each in sheet.asked):
        raise NotFound
    if direction in sheet.norms:
        raise TooLate("marks-already")
    await _mark(at, sheet.enrolment, direction, MarkKind.NORM)
    tell(
        at.session,
        sheet.enrolment.person_id,
        NoticeKind.NORM_MARKED,
        at.now,
        enrolment=enrolment_id,
        direction=direction,
    )
    return await _sheet(at.session, sheet.enrolment, at.programme, at.now)


async def mark_direction(at: Acting, enrolment_id: int, direction: str) -> MarkSheet:
    """A direction is complete (§8); the last of them completes the level.

    Raises Refusal while anything but the mark is missing: weeks, books, days, the norm, the
    approved final video; TooLate if it is marked already.
    """
    sheet = await _open_sheet(at, enrolment_id)
    if direction not in {each.direction for each in sheet.progress.directions}:
        raise NotFound
    if direction in sheet.marked:
        raise TooLate("marks-already")
    if not sheet.progress.direction(direction).awaits_mark:
        raise Refusal("marks-not-yet")
    enrolment = sheet.enrolment
    await _mark(at, enrolment, direction, MarkKind.COMPLETE)
    sheet = await _sheet(at.session, enrolment, at.programme, at.now)
    if sheet.progress.complete:
        await _complete(at, enrolment)
    else:
        tell(
            at.session,
            enrolment.person_id,
            NoticeKind.DIRECTION_MARKED,
            at.now,
            enrolment=enrolment_id,
            direction=direction,
        )
    return sheet


async def unmark(at: Acting, enrolment_id: int, direction: str, kind: MarkKind) -> MarkSheet:
    """Take a mark back, while the level is not complete.

    Raises TooLate if there is none, Refusal for the norm of a direction that is marked complete.
    """
    sheet = await _open_sheet(at, enrolment_id)
    if direction not in (sheet.norms if kind is MarkKind.NORM else sheet.marked):
        raise TooLate("marks-none")
    if kind is MarkKind.NORM and direction in sheet.marked:
        raise Refusal("marks-norm-bound")
    await at.session.execute(
        delete(Mark).where(
            Mark.enrolment_id == enrolment_id, Mark.direction == direction, Mark.kind == kind
        )
    )
    await history_changed(at.session, enrolment_id)
    code = f"mark.{kind.value}_taken_back"
    await record(
        at.session, at.actor.id, code, "enrolment", enrolment_id, at.now, direction=direction
    )
    return await _sheet(at.session, sheet.enrolment, at.programme, at.now)


async def _open_sheet(at: Acting, enrolment_id: int) -> MarkSheet:
    enrolment = await mentored(at, enrolment_id)
    await at.session.refresh(enrolment)  # locked above, but maybe read before that
    if enrolment.state is EnrolmentState.COMPLETE:
        raise TooLate("marks-level-complete")
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise Refusal("marks-not-active")
    return await _sheet(at.session, enrolment, at.programme, at.now)


async def _sheet(
    session: AsyncSession, enrolment: Enrolment, programme: Programme, now: dt.datetime
) -> MarkSheet:
    found = await session.execute(
        select(Person.full_name, Person.region).where(Person.id == enrolment.person_id)
    )
    name, region = found.one()
    today = today_in(programme, region, now)
    given = await session.execute(
        select(Mark.kind, Mark.direction).where(Mark.enrolment_id == enrolment.id)
    )
    marks = given.all()
    return MarkSheet(
        enrolment=enrolment,
        name=name or "",
        progress=await progress_on(session, programme, enrolment, today),
        asked=asked_of(programme, enrolment),
        norms=frozenset(code for kind, code in marks if kind is MarkKind.NORM),
        marked=frozenset(code for kind, code in marks if kind is MarkKind.COMPLETE),
        today=today,
    )


async def _mark(at: Acting, enrolment: Enrolment, direction: str, kind: MarkKind) -> None:
    at.session.add(
        Mark(enrolment_id=enrolment.id, direction=direction, kind=kind, by=at.actor.id, at=at.now)
    )
    await history_changed(at.session, enrolment.id)
    code = f"mark.{kind.value}"
    await record(
        at.session, at.actor.id, code, "enrolment", enrolment.id, at.now, direction=direction
    )


async def _complete(at: Acting, enrolment: Enrolment) -> None:
    """All directions are marked: the level is done, and everyone who led there is told."""
    enrolment.state = EnrolmentState.COMPLETE
    enrolment.completed_at = at.now
    await record(at.session, at.actor.id, "enrolment.completed", "enrolment", enrolment.id, at.now)
    await open_dossier(at, enrolment)
    tell(at.session, enrolment.person_id, NoticeKind.LEVEL_COMPLETE, at.now, enrolment=enrolment.id)
    centre = enrolment.centre_id
    heads = () if centre is None else await heads_of(at.session, centre, at.now)
    for person_id in dict.fromkeys([at.actor.id, *heads]):
        tell(at.session, person_id, NoticeKind.LEVEL_COMPLETE_STAFF, at.now, enrolment=enrolment.id)
    await at.session.flush()
