"""One entry as its mentor sees it: everything needed to decide, in one look (programme.md §5)."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.namesakes import Apart, told_apart
from award.access.scope import reached_as
from award.audit import record_all
from award.calendar import week_of
from award.calendar.zones import today_in, zone_in
from award.errors import NotFound
from award.programme import Measure, Programme
from award.programme.requirements import Requirement
from award.progress.asked import asked_by_direction
from award.progress.current import DirectionWeek, week_minutes
from award.review.warnings import EntryWarning, Subject, subjects_of, warnings_about
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

_Named = TypeVar("_Named", Partner, Task)
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
    return (await looks(at, [entry_id]))[0]


async def looks(at: Acting, entry_ids: Sequence[int]) -> tuple[EntryCard, ...]:
    """The same of several entries of one participant, in this order.

    As many queries for many as for one. Raises NotFound if one of them is another's.
    """
    if not entry_ids:
        return ()
    entries, enrolment, person = await _all_in_scope(at, entry_ids)
    asked = asked_by_direction(at.programme, enrolment)
    zone = zone_in(at.programme, person.region)
    subjects = await subjects_of(at.session, entries, asked, zone)
    await record_all(at.session, at.actor.id, "entry.seen", "entry", entry_ids, at.now)
    apart = await told_apart(at, {person.id}, Enrolment.mentor_id == enrolment.mentor_id)
    reviews = await _reviews(at.session, subjects)
    warned = await warnings_about(at.session, subjects, at.programme)
    weeks = await _weeks(at.session, subjects, asked)
    partners = await _by_id(at.session, Partner, [entry.partner_id for entry in entries])
    tasks = await _by_id(at.session, Task, [entry.task_id for entry in entries])
    return tuple(
        EntryCard(
            entry=entry,
            name=person.full_name or "",
            enrolment=enrolment,
            measure=subject.measure,
            media=tuple(subject.media),
            partner=partners.get(entry.partner_id),
            task=tasks.get(entry.task_id),
            earlier=tuple(Version(each, reviews.get(each.id)) for each in subject.earlier),
            review=reviews.get(entry.id),
            warnings=warned[entry.id],
            week=weeks.get(entry.id),
            confirmed=_confirmed(at.programme, entry),
            zone=zone,
            today=today_in(at.programme, person.region, at.now),
            apart=apart.get(person.id),
        )
        for entry, subject in zip(entries, subjects, strict=True)
    )


async def in_scope(at: Acting, entry_id: int) -> tuple[Entry, Enrolment, Person]:
    """An entry that was sent, of whom the actor may read the journal; raises NotFound."""
    (entry,), enrolment, person = await _all_in_scope(at, [entry_id])
    return entry, enrolment, person


async def _all_in_scope(
    at: Acting, entry_ids: Sequence[int]
) -> tuple[list[Entry], Enrolment, Person]:
    at.actor.require(*READERS)
    rows = await at.session.execute(
        select(Entry, Enrolment, Person)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Entry.id.in_(entry_ids),
            Entry.state != EntryState.DRAFT,
        )
        .execution_options(populate_existing=True)
    )
    found = {row.Entry.id: row for row in rows}
    enrolments = {row.Enrolment.id for row in found.values()}
    if len(found) < len(entry_ids) or len(enrolments) != 1:
        raise NotFound
    _, enrolment, person = found[entry_ids[0]]
    if not await may_read(at, enrolment):
        raise NotFound
    return [found[each].Entry for each in entry_ids], enrolment, person


async def may_read(at: Acting, enrolment: Enrolment) -> bool:
    """The journal of this enrolment is within the scope of one of the actor's roles (§7)."""
    if enrolment.state not in SIGNED_STATES or enrolment.person_id == at.actor.id:
        return False
    return await reached_as(at, enrolment, READERS)


def _confirmed(programme: Programme, entry: Entry) -> bool | None:
    direction = programme.find_direction(entry.direction)
    if direction is None or not direction.needs_employer:
        return None
    return entry.employer_confirmed_at is not None


async def _reviews(session: AsyncSession, subjects: Sequence[Subject]) -> Mapping[int, Review]:
    """The decisions on these entries and their earlier versions, by the entry's id."""
    of = Review.entry_id.in_([each for subject in subjects for each in subject.line])
    return {each.entry_id: each for each in await session.scalars(select(Review).where(of))}


async def _by_id(
    session: AsyncSession, table: type[_Named], ids: Collection[int | None]
) -> Mapping[int | None, _Named]:
    wanted = {each for each in ids if each is not None}
    if not wanted:
        return {}
    return {
        each.id: each for each in await session.scalars(select(table).where(table.id.in_(wanted)))
    }


async def _weeks(
    session: AsyncSession, subjects: Sequence[Subject], asked: Mapping[str | None, Requirement]
) -> Mapping[int, WeekSoFar]:
    """The week of each entry in a weekly direction, by the entry's id."""
    weekly = [each for each in subjects if each.measure is Measure.weeks]
    if not weekly:
        return {}
    week = {each.entry.id: _week_of(each.entry) for each in weekly}
    minutes = await week_minutes(session, weekly[0].entry.enrolment_id, set(week.values()))
    weeks = {}
    for subject in weekly:
        entry = subject.entry
        approved, _ = minutes[week[entry.id]]
        with_this = approved
        if entry.state is not EntryState.APPROVED:
            with_this += (entry.minutes or 0) - _replaced(entry, subject.earlier)
        needed = asked[entry.direction].minutes_per_week
        weeks[entry.id] = WeekSoFar(week[entry.id][1], approved, with_this, needed)
    return weeks


def _week_of(entry: Entry) -> DirectionWeek:
    return entry.direction or "", week_of(entry.happened_on)


def _replaced(entry: Entry, earlier: Sequence[Entry]) -> int:
    """Minutes that this version takes the place of in the same direction and week."""
    counted = next((each for each in earlier if each.state is EntryState.APPROVED), None)
    if counted is None or counted.direction != entry.direction:
        return 0
    same_week = week_of(counted.happened_on) == week_of(entry.happened_on)
    return (counted.minutes or 0) if same_week else 0
