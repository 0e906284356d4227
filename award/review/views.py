"""One entry as its mentor sees it: everything needed to decide, in one look (programme.md §5)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.namesakes import Apart, told_apart
from award.access.scope import reached_as
from award.audit import record
from award.calendar import week_of
from award.calendar.zones import today_in, zone_in
from award.errors import NotFound
from award.programme import Measure, Programme
from award.programme.requirements import ChoiceError, Requirement
from award.progress.asked import asked_of
from award.progress.current import week_minutes
from award.review.warnings import EntryWarning, subject_of, warnings_about
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Media,
    Partner,
    Person,
    Review,
    RoleKind,
    Task,
)

# Who reads journals (programme.md §7); only the mentor decides.
READERS = (RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.OPERATOR)


@dataclass(frozen=True, slots=True)
class WeekSoFar:
    """Minutes of the entry's week in its direction: approved, and what they would be with it."""

    monday: dt.date
    approved: int
    with_this: int
    needed: int


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of an entry, and the decision on it."""

    entry: Entry
    review: Review | None


@dataclass(frozen=True, slots=True)
class EntryCard:
    """An entry with its participant's name, files, earlier versions (newest first), warnings.

    `zone` is the IANA zone in which its moments are shown, `today` the date there. `week` only in
    a weekly direction. `confirmed`: by the employer; None where no employer is needed. `apart`:
    what tells the participant from another of this mentor's with the name.
    """

    entry: Entry
    name: str
    enrolment: Enrolment
    measure: Measure | None
    media: tuple[Media, ...]
    partner: Partner | None
    task: Task | None
    earlier: tuple[Version, ...]
    review: Review | None
    warnings: tuple[EntryWarning, ...]
    week: WeekSoFar | None
    confirmed: bool | None
    zone: str
    today: dt.date
    apart: Apart | None = None


async def look(at: Acting, entry_id: int) -> EntryCard:
    """An entry, for its mentor, their expert or an operator; the look is on the record (§7).

    Raises NotFound for a draft, and for all that is outside the reader's scope.
    """
    entry, enrolment, person = await in_scope(at, entry_id)
    asked = asked_for(at.programme, enrolment, entry)
    zone = zone_in(at.programme, person.region)
    subject = await subject_of(at.session, entry, asked.measure if asked else None, zone)
    needs_employer = bool(
        entry.direction and at.programme.direction(entry.direction).needs_employer
    )
    await record(at.session, at.actor.id, "entry.seen", "entry", entry.id, at.now)
    of_mentor = Enrolment.mentor_id == enrolment.mentor_id
    apart = await told_apart(at, {person.id}, of_mentor)
    return EntryCard(
        entry=entry,
        name=person.full_name or "",
        enrolment=enrolment,
        measure=subject.measure,
        media=tuple(subject.media),
        partner=await at.session.get(Partner, entry.partner_id) if entry.partner_id else None,
        task=await at.session.get(Task, entry.task_id) if entry.task_id else None,
        earlier=tuple(
            [Version(each, await _review(at.session, each.id)) for each in subject.earlier]
        ),
        review=await _review(at.session, entry.id),
        warnings=await warnings_about(at.session, subject, at.programme),
        week=await _week(at.session, entry, subject.earlier, asked),
        confirmed=entry.employer_confirmed_at is not None if needs_employer else None,
        zone=zone,
        today=today_in(at.programme, person.region, at.now),
        apart=apart.get(person.id),
    )


async def in_scope(at: Acting, entry_id: int) -> tuple[Entry, Enrolment, Person]:
    """An entry that was sent, of whom the actor may read the journal; raises NotFound."""
    at.actor.require(*READERS)
    found = (
        await at.session.execute(
            select(Entry, Enrolment, Person)
            .join(Enrolment, Enrolment.id == Entry.enrolment_id)
            .join(Person, Person.id == Enrolment.person_id)
            .where(
                Entry.id == entry_id,
                Entry.state != EntryState.DRAFT,
            )
            .execution_options(populate_existing=True)
        )
    ).one_or_none()
    if found is None:
        raise NotFound
    entry, enrolment, person = found
    if not await may_read(at, enrolment):
        raise NotFound
    return entry, enrolment, person


async def may_read(at: Acting, enrolment: Enrolment) -> bool:
    """The journal of this enrolment is within the scope of one of the actor's roles (§7)."""
    if enrolment.state not in SIGNED_STATES or enrolment.person_id == at.actor.id:
        return False
    return await reached_as(at, enrolment, READERS)


def asked_for(programme: Programme, enrolment: Enrolment, entry: Entry) -> Requirement | None:
    """What is asked of the participant in the entry's direction; None if nothing is."""
    try:
        asked = asked_of(programme, enrolment)
    except ChoiceError:
        return None
    return next((each for each in asked if each.direction == entry.direction), None)


async def _review(session: AsyncSession, entry_id: int) -> Review | None:
    found: Review | None = await session.scalar(select(Review).where(Review.entry_id == entry_id))
    return found


async def _week(
    session: AsyncSession, entry: Entry, earlier: Sequence[Entry], asked: Requirement | None
) -> WeekSoFar | None:
    if asked is None or asked.measure is not Measure.weeks:
        return None
    monday = week_of(entry.happened_on)
    approved, _ = await week_minutes(session, entry.enrolment_id, asked.direction, monday)
    with_this = approved
    if entry.state is not EntryState.APPROVED:
        with_this += (entry.minutes or 0) - _replaced(entry, earlier)
    return WeekSoFar(monday, approved, with_this, asked.minutes_per_week)


def _replaced(entry: Entry, earlier: Sequence[Entry]) -> int:
    """Minutes that this version takes the place of in the same direction and week."""
    counted = next((each for each in earlier if each.state is EntryState.APPROVED), None)
    if counted is None or counted.direction != entry.direction:
        return 0
    same_week = week_of(counted.happened_on) == week_of(entry.happened_on)
    return (counted.minutes or 0) if same_week else 0
