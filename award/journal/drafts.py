"""Drafts of the journal: answers put into them until they can be sent (programme.md §5)."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import own_entry
from award.audit import record
from award.errors import NotFound, Refusal, TooLate
from award.evidence.comparison import forget_evidence
from award.journal.completeness import MOST_DAYS, MOST_MINUTES, Need, fitting_book, needs
from award.programme import Measure, Programme
from award.progress.participation import Participation, open_journal
from award.typed import tidied, titled
from storage.tables import (
    Entry,
    EntryState,
    Invitation,
    Media,
    Partner,
    Plan,
    PlanItem,
    PlanState,
    Task,
    TaskState,
)

_TITLES = ("action", "employer")
LONGEST = {"action": 200, "employer": 160, "result": 2000, "late_reason": 500}
_TAPPED_TWICE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Change:
    """Answers to be put into a draft; None leaves a thing as it is."""

    direction: str | None = None
    minutes: int | None = None
    days: int | None = None
    happened_on: dt.date | None = None
    late_reason: str | None = None
    book: str | None = None
    partner_id: int | None = None
    action: str | None = None
    result: str | None = None
    employer: str | None = None
    note: str | None = None
    is_final: bool | None = None
    task_id: int | None = None

    def given(self) -> dict[str, Any]:
        """What is to be changed."""
        every = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in every.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry in the making, with what it still lacks."""

    entry: Entry
    media: tuple[Media, ...]
    journal: Participation
    lacking: tuple[Need, ...]
    partner: Partner | None = None


async def draft(at: Acting, entry_id: int) -> Draft:
    """An own draft and what it lacks; raises TooLate for an entry that was sent already."""
    entry, journal = await _open_draft(at, entry_id)
    return await look(at.session, entry, journal)


async def look(
    session: AsyncSession,
    entry: Entry,
    journal: Participation,
    media: tuple[Media, ...] | None = None,
) -> Draft:
    """What the entry lacks, and what a card shows of it; `media` where its files are at hand."""
    if media is None:
        found = select(Media).where(Media.entry_id == entry.id).order_by(Media.message_id, Media.id)
        media = tuple(await session.scalars(found))
    lacking = needs(
        entry,
        media,
        journal.programme,
        journal.asked,
        today=journal.today,
        sent=journal.day_of(entry.sent_at),
        started=journal.started,
    )
    partner = await session.get(Partner, entry.partner_id) if entry.partner_id else None
    return Draft(entry, media, journal, lacking, partner)


async def start_draft(at: Acting, change: Change) -> Entry:
    """A draft that begins with answers instead of a message: a direction, or a task.

    A button that is tapped twice begins one draft.
    """
    journal = await open_journal(at)
    if again := await _just_begun(at.session, journal, change, at.now):
        return again
    entry = Entry(
        enrolment_id=journal.enrolment.id,
        state=EntryState.DRAFT,
        happened_on=journal.today,
        sent_at=at.now,
        received_at=at.now,
        note="",
    )
    at.session.add(entry)
    await at.session.flush()
    await check_drafts(at.session, journal.enrolment.id, at.programme)
    try:
        return await change_draft(at, entry.id, change)
    except Refusal:
        await at.session.delete(entry)  # what is refused leaves no empty draft behind
        await at.session.flush()
        raise


async def check_drafts(session: AsyncSession, enrolment_id: int, programme: Programme) -> None:
    """Raises Refusal where more drafts wait to be sent than may, the newest among them."""
    most = programme.journal.drafts
    drafts = select(func.count(Entry.id)).where(
        Entry.enrolment_id == enrolment_id, Entry.state == EntryState.DRAFT
    )
    if (await session.scalar(drafts) or 0) > most:
        raise Refusal("journal-drafts-full", most=most)


async def _just_begun(
    session: AsyncSession, journal: Participation, change: Change, now: dt.datetime
) -> Entry | None:
    """The draft that the same tap began a moment ago, as empty as it was then."""
    if len(change.given()) > 1:
        return None
    same = (
        Entry.direction == change.direction
        if change.task_id is None
        else Entry.task_id == change.task_id
    )
    return await session.scalar(
        select(Entry)
        .where(
            Entry.enrolment_id == journal.enrolment.id,
            Entry.state == EntryState.DRAFT,
            same,
            Entry.received_at > now - _TAPPED_TWICE,
            Entry.message_id.is_(None),
            Entry.replaces_id.is_(None),
            Entry.minutes.is_(None),
            Entry.book.is_(None),
            Entry.note == "",
            ~exists().where(Media.entry_id == Entry.id),
        )
        .order_by(Entry.id.desc())
        .limit(1)
    )


async def change_draft(at: Acting, entry_id: int, change: Change) -> Entry:
    """Put answers into an own draft, each checked; raises TooLate if sent, Refusal out of range."""
    entry, journal = await _open_draft(at, entry_id)
    given = change.given()
    if change.task_id is not None:
        given["direction"] = (await _open_task(at.session, journal, change.task_id)).direction
    if "direction" in given:
        if journal.requirement(given["direction"]) is None:
            raise NotFound
        if given["direction"] != entry.direction:
            entry.action = entry.partner_id = None
            entry.is_final = False
        entry.direction = given["direction"]
    _check_day(given.get("happened_on"), journal)
    _check_amount(given)
    _check_words(given, journal.programme.journal.characters)
    asked = journal.requirement(entry.direction)
    book = given.get("book")
    if book is not None and (asked is None or not fitting_book(at.programme, asked, book)):
        raise Refusal("journal-book-unknown")
    if change.partner_id is not None:
        await _check_partner(at.session, journal, entry.direction, change.partner_id)
    for name, value in given.items():
        setattr(entry, name, value)
    if given.keys() & {"employer", "happened_on", "days", "note"}:
        unconfirm(entry)
    await settle(at.session, entry, journal)
    await record(
        at.session, at.actor.id, "entry.changed", "entry", entry.id, at.now, fields=sorted(given)
    )
    return entry


async def discard(at: Acting, entry_id: int) -> None:
    """Remove an own draft with what was sent for it."""
    entry, _ = await own_entry(at, entry_id)
    if entry.state is not EntryState.DRAFT:
        raise TooLate
    await forget_evidence(at.session, select(Entry.id).where(Entry.id == entry.id))
    await at.session.execute(delete(Media).where(Media.entry_id == entry.id))
    await at.session.execute(delete(Invitation).where(Invitation.entry_id == entry.id))
    await at.session.delete(entry)
    await record(at.session, at.actor.id, "entry.discarded", "entry", entry_id, at.now)


async def partners_to_name(
    session: AsyncSession, journal: Participation, direction: str
) -> list[Partner]:
    """Partners of a direction open to the participant, those of the region first."""
    found = await session.scalars(
        select(Partner).where(Partner.closed_at.is_(None)).order_by(Partner.name)
    )
    fitting = [each for each in found if _serves(each, journal, direction)]
    return sorted(fitting, key=lambda each: each.region is None)


async def settle(session: AsyncSession, entry: Entry, journal: Participation) -> None:
    """Let a draft agree with its direction: nothing of another kind, what the plan knows filled."""
    direction, measure = journal.data(entry.direction), journal.measure(entry.direction)
    if direction is None:
        return
    if measure is not Measure.books:
        entry.book = None
    entry.days = (entry.days or 1) if measure is Measure.days else None
    if measure is Measure.books:
        entry.minutes = None
    simple = measure is Measure.weeks and not direction.needs_action
    if simple and entry.note:
        entry.action = None  # their own words say what was done
    wanted = direction.needs_partner and entry.partner_id is None
    if wanted or (simple and not entry.note and entry.action is None):
        planned = await _planned(session, entry)
        if wanted:
            applied = journal.enrolment.choices.get("partners", {}).get(entry.direction)
            entry.partner_id = (planned.partner_id if planned else None) or applied
        if planned is not None and simple and not entry.note:
            entry.action = planned.activity


def unconfirm(entry: Entry) -> None:
    """What an employer confirmed was something else."""
    entry.employer_signer = entry.employer_confirmed_at = None


async def _open_draft(at: Acting, entry_id: int) -> tuple[Entry, Participation]:
    entry, enrolment = await own_entry(at, entry_id)
    if entry.state is not EntryState.DRAFT:
        raise TooLate
    journal = await open_journal(at)
    if journal.enrolment.id != enrolment.id:
        raise TooLate
    return entry, journal


async def _planned(session: AsyncSession, entry: Entry) -> PlanItem | None:
    found: PlanItem | None = await session.scalar(
        select(PlanItem)
        .join(Plan, Plan.id == PlanItem.plan_id)
        .where(
            Plan.enrolment_id == entry.enrolment_id,
            Plan.state == PlanState.AGREED,
            PlanItem.direction == entry.direction,
        )
    )
    return found


async def _open_task(session: AsyncSession, journal: Participation, task_id: int) -> Task:
    task = await session.get(Task, task_id)
    if task is None or task.enrolment_id != journal.enrolment.id:
        raise NotFound
    if task.state is not TaskState.OPEN:
        raise TooLate
    return task


async def _check_partner(
    session: AsyncSession, journal: Participation, direction: str | None, partner_id: int
) -> None:
    partner = await session.get(Partner, partner_id)
    if partner is None or partner.closed_at or not _serves(partner, journal, direction):
        raise NotFound


def _serves(partner: Partner, journal: Participation, direction: str | None) -> bool:
    return direction in partner.directions and partner.region in (None, journal.region)


def _check_day(day: dt.date | None, journal: Participation) -> None:
    if day is None:
        return
    if day > journal.today:
        raise Refusal("journal-day-ahead", today=journal.today)
    if day < journal.started:
        raise Refusal("journal-day-before-start", start=journal.started)


def _check_amount(given: dict[str, Any]) -> None:
    if not 1 <= given.get("minutes", 1) <= MOST_MINUTES:
        raise Refusal("journal-minutes-range", most=MOST_MINUTES)
    if not 1 <= given.get("days", 1) <= MOST_DAYS:
        raise Refusal("journal-days-range", most=MOST_DAYS)


def _check_words(given: dict[str, Any], longest_note: int) -> None:
    for name, most in {**LONGEST, "note": longest_note}.items():
        words = given.get(name)
        if words is None:
            continue
        given[name] = titled(words) if name in _TITLES else tidied(words)
        if not given[name]:
            raise Refusal("journal-words-empty")
        if len(given[name]) > most:
            raise Refusal("journal-words-long", most=most, length=len(given[name]))
