"""A participant's journal as others read it: what was sent, by pages; every look on record (§7)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.scope import reached_as
from award.audit import record
from award.errors import NotFound
from award.journal.entries import EntrySeen
from award.paging import page_of
from award.progress.participation import participation_of
from storage.tables import (
    DECIDED_STATES,
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Media,
    Partner,
    Person,
    Review,
    RoleKind,
)

ENTRIES = 5  # on a page
READERS = (RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.COORDINATOR, RoleKind.OPERATOR)


class Sent(StrEnum):
    """Which of the entries that were sent, and not taken back."""

    ALL = "all"
    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"


_STATES = {
    Sent.ALL: (EntryState.SUBMITTED, *DECIDED_STATES),
    Sent.WAITING: (EntryState.SUBMITTED,),
    Sent.APPROVED: (EntryState.APPROVED,),
    Sent.RETURNED: (EntryState.RETURNED, EntryState.REJECTED),
}


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A page, from 0, of entries, the latest first, each with how many files it has."""

    rows: tuple[tuple[Entry, int], ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class JournalRead:
    """A page of somebody's journal; `today`: the date where they live."""

    enrolment_id: int
    name: str
    today: dt.date
    page: JournalPage


async def journal_read(
    at: Acting, enrolment_id: int, which: Sent = Sent.ALL, page: int = 0
) -> JournalRead:
    """A page of a journal within the scope of a reader of journals; raises NotFound."""
    enrolment = await at.session.get(Enrolment, enrolment_id)
    person = await _person_within(at, enrolment)
    assert enrolment is not None
    await record(at.session, at.actor.id, "journal.read", "enrolment", enrolment.id, at.now)
    return JournalRead(
        enrolment.id,
        person.full_name or "",
        participation_of(at, enrolment, person.region).today,
        await page_of_journal(at.session, enrolment.id, _STATES[which], page),
    )


async def entry_read(at: Acting, entry_id: int) -> tuple[EntrySeen, str]:
    """One entry that was sent with all that it holds, and whose it is; raises as `journal_read`."""
    entry = await at.session.get(Entry, entry_id)
    if entry is None or entry.state not in _STATES[Sent.ALL]:
        raise NotFound
    enrolment = await at.session.get(Enrolment, entry.enrolment_id)
    person = await _person_within(at, enrolment)
    assert enrolment is not None
    await record(at.session, at.actor.id, "entry.read", "entry", entry.id, at.now)
    seen = EntrySeen(
        entry=entry,
        media=await files_of(at.session, entry),
        review=await at.session.scalar(select(Review).where(Review.entry_id == entry.id)),
        partner=await at.session.get(Partner, entry.partner_id) if entry.partner_id else None,
        journal=participation_of(at, enrolment, person.region),
        versions=entry.version,
        lacking=(),
    )
    return seen, person.full_name or ""


async def page_of_journal(
    session: AsyncSession, enrolment_id: int, states: Collection[EntryState], page: int
) -> JournalPage:
    """A page of the entries in these states, of each its newest version in one of them.

    The caller has read the enrolment within the actor's scope, and notes the look.
    """
    newer = aliased(Entry)
    which = (
        Entry.enrolment_id == enrolment_id,
        Entry.state.in_(states),
        ~exists().where(newer.replaces_id == Entry.id, newer.state.in_(states)),
    )
    total = await session.scalar(select(func.count(Entry.id)).where(*which)) or 0
    page, pages = page_of(total, ENTRIES, page)
    files = (
        select(func.count(Media.id))
        .where(Media.entry_id == Entry.id)
        .correlate(Entry)
        .scalar_subquery()
    )
    found = await session.execute(
        select(Entry, files)
        .where(*which)
        .order_by(Entry.happened_on.desc(), Entry.id.desc())
        .offset(page * ENTRIES)
        .limit(ENTRIES)
    )
    return JournalPage(tuple((entry, count) for entry, count in found), page, pages, total)


async def files_of(session: AsyncSession, entry: Entry) -> tuple[Media, ...]:
    """The files of an entry in the order in which they were sent."""
    found = await session.scalars(
        select(Media).where(Media.entry_id == entry.id).order_by(Media.message_id, Media.id)
    )
    return tuple(found)


async def _person_within(at: Acting, enrolment: Enrolment | None) -> Person:
    """Whose enrolment it is, if it is another's and one of the actor's roles reads its journal."""
    if (
        enrolment is None
        or enrolment.person_id == at.actor.id
        or enrolment.state not in SIGNED_STATES
        or not await reached_as(at, enrolment, READERS)
    ):
        raise NotFound
    return await at.session.get_one(Person, enrolment.person_id)
