"""The journal (күнделік): an entry is sent, taken back, mended, looked at (programme.md §5)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.responsible import tell_mentor
from award.access.scope import of_person, own_entry
from award.audit import record
from award.calendar import week_of
from award.errors import Refusal, TooLate
from award.evidence.comparison import compare_sent
from award.evidence.pieces import lines_of
from award.journal.completeness import Need
from award.journal.drafts import check_drafts, draft, look
from award.journal.effects import give_book_too, set_tasks
from award.journal.withdrawal import take_back
from award.outbox import NoticeKind
from award.paging import PAGE, page_of
from award.programme import Measure
from award.progress.current import week_minutes
from award.progress.participation import Participation, participation
from award.progress.versions import versions_before
from storage.tables import (
    COUNTED_STATES,
    DECIDED_STATES,
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Media,
    Partner,
    Review,
    TaskState,
)

DAY_MINUTES = 1440
WITHDRAWN_A_DAY = 20  # entries taken back: of each the mentor was told


_NEEDS = {need: f"journal-needs-{need.value.replace('_', '-')}" for need in Need}


class Incomplete(Refusal):
    """An entry that still lacks something; `needs` in the order to be asked."""

    def __init__(self, lacking: Sequence[Need]) -> None:
        super().__init__(_NEEDS[lacking[0]])
        self.needs = tuple(lacking)


@dataclass(frozen=True, slots=True)
class Saved:
    """An entry that was sent. In a weekly direction: minutes of its week, with those waiting."""

    entry: Entry
    measure: Measure
    monday: dt.date
    this_week: bool
    minutes: int = 0
    needed: int = 0


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """One entry as its owner sees it."""

    entry: Entry
    media: tuple[Media, ...]
    review: Review | None
    partner: Partner | None
    journal: Participation
    versions: int
    lacking: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of own entries, newest first; `pages` of `PAGE` entries, at least one."""

    entries: tuple[Entry, ...]
    number: int
    pages: int
    total: int
    journal: Participation


async def submit(at: Acting, entry_id: int) -> Saved:
    """Send an own draft to the mentor.

    Raises Incomplete, TooLate for an entry not a draft any more, Refusal for a day with more than
    24 hours or a book given already.
    """
    made = await draft(at, entry_id)
    entry, journal = made.entry, made.journal
    if made.lacking:
        raise Incomplete(made.lacking)
    before = await versions_before(at.session, [entry])
    line = {entry.id, *(each.id for each in before[entry.id])}
    await _check_hours(at.session, entry, line)
    await _check_waiting(at, entry)
    if await give_book_too(at.session, {entry: line}, COUNTED_STATES):
        raise Refusal("journal-book-taken")
    entry.state = EntryState.SUBMITTED
    entry.submitted_at = at.now
    await set_tasks(at.session, [entry], TaskState.DONE)
    await record(
        at.session, at.actor.id, "entry.submitted", "entry", entry.id, at.now, version=entry.version
    )
    await tell_mentor(
        at.session, journal.enrolment, NoticeKind.ENTRY_SUBMITTED, at.now, entry=entry.id
    )
    await at.session.flush()
    await compare_sent(at.session, entry, made.media, journal.measure(entry.direction), at.now)
    return await saved(at.session, entry, journal)


async def saved(session: AsyncSession, entry: Entry, journal: Participation) -> Saved:
    """What a sent entry makes of its week."""
    monday = week_of(entry.happened_on)
    asked = journal.requirement(entry.direction)
    measure = asked.measure if asked else Measure.days
    sent = Saved(entry, measure, monday, this_week=monday == week_of(journal.today))
    if asked is None or measure is not Measure.weeks:
        return sent
    week = asked.direction, monday
    approved, waiting = (await week_minutes(session, entry.enrolment_id, [week]))[week]
    return Saved(entry, measure, monday, sent.this_week, approved + waiting, asked.minutes_per_week)


async def withdraw(at: Acting, entry_id: int) -> Entry:
    """Take back a sent entry that is not decided yet; raises TooLate for any other."""
    entry, _ = await own_entry(at, entry_id)
    if entry.state is not EntryState.SUBMITTED:
        raise TooLate
    await within_budget(at, "entry.withdrawn", WITHDRAWN_A_DAY)
    await take_back(at.session, [entry], at.now)
    await record(at.session, at.actor.id, "entry.withdrawn", "entry", entry.id, at.now)
    return entry


async def mend(at: Acting, entry_id: int) -> Entry:
    """A draft of the next version of a decided or withdrawn entry, which itself stays as it is.

    Its files come along, but those that the mentor found to be used before. The draft of a version
    begun already is given again; raises TooLate if that one was sent.
    """
    old, _ = await own_entry(at, entry_id)
    begun = await at.session.scalar(select(Entry).where(Entry.replaces_id == old.id))
    if begun is not None and begun.state is EntryState.DRAFT:
        return begun
    if begun is not None or old.state not in (*DECIDED_STATES, EntryState.WITHDRAWN):
        raise TooLate
    most = at.programme.journal.versions
    if old.version >= most:
        raise Refusal("journal-versions-full", most=most)
    new = Entry(
        enrolment_id=old.enrolment_id,
        state=EntryState.DRAFT,
        version=old.version + 1,
        replaces_id=old.id,
        **{name: getattr(old, name) for name in _CARRIED},
    )
    at.session.add(new)
    await at.session.flush()
    await check_drafts(at.session, old.enrolment_id, at.programme)
    used_before = exists().where(
        Finding.media_id == Media.id, Finding.verdict == FindingVerdict.REUSED
    )
    kept = await at.session.scalars(select(Media).where(Media.entry_id == old.id, ~used_before))
    files = [{"entry_id": new.id, **{n: getattr(piece, n) for n in _FILE}} for piece in kept]
    if files:
        await at.session.execute(insert(Media), files)
    await record(at.session, at.actor.id, "entry.mended", "entry", new.id, at.now, replaces=old.id)
    return new


_CARRIED = (
    "direction",
    "happened_on",
    "late_reason",
    "taken_at",
    "sent_at",
    "received_at",
    "minutes",
    "days",
    "book",
    "action",
    "result",
    "partner_id",
    "employer",
    "employer_signer",
    "employer_confirmed_at",
    "note",
    "is_final",
    "task_id",
)
_FILE = tuple(
    column.key for column in Media.__mapper__.column_attrs if column.key not in ("id", "entry_id")
)


async def versions(at: Acting, entry_id: int) -> tuple[Entry, ...]:
    """All versions of an own entry, the first one first."""
    entry, _ = await own_entry(at, entry_id)
    line = (await lines_of(at.session, [entry.id]))[entry.id]
    found = await at.session.scalars(select(Entry).where(Entry.id.in_(line)).order_by(Entry.id))
    return tuple(found)


async def own_entries(
    at: Acting,
    *,
    page: int = 0,
    states: Sequence[EntryState] = (),
    enrolment_id: int | None = None,
) -> Page:
    """Own entries of a level, if none is named the present one: newest versions, newest first."""
    journal = await participation(at, enrolment_id)
    newer = aliased(Entry)
    chosen = [
        Entry.enrolment_id == journal.enrolment.id,
        ~exists().where(newer.replaces_id == Entry.id),
    ]
    if states:
        chosen.append(Entry.state.in_(states))
    total = await at.session.scalar(select(func.count()).select_from(Entry).where(*chosen)) or 0
    number, pages = page_of(total, PAGE, page)
    found = await at.session.scalars(
        select(Entry)
        .where(*chosen)
        .order_by(Entry.happened_on.desc(), Entry.id.desc())
        .limit(PAGE)
        .offset(number * PAGE)
    )
    return Page(tuple(found), number, pages, total, journal)


async def own_entry_seen(at: Acting, entry_id: int) -> EntrySeen:
    """An own entry with all that its owner may read about it."""
    entry, enrolment = await own_entry(at, entry_id)
    journal = await participation(at, enrolment.id)
    made = await look(at.session, entry, journal)
    return EntrySeen(
        entry=entry,
        media=made.media,
        review=await at.session.scalar(select(Review).where(Review.entry_id == entry.id)),
        partner=made.partner,
        journal=journal,
        versions=len(await versions(at, entry_id)),
        lacking=made.lacking,
    )


async def _check_hours(session: AsyncSession, entry: Entry, line: set[int]) -> None:
    """A day has 24 hours, over all entries that count or may (§5)."""
    if entry.minutes is None:
        return
    newer = aliased(Entry)
    taken = await session.scalar(
        select(func.sum(Entry.minutes)).where(
            Entry.enrolment_id == entry.enrolment_id,
            Entry.happened_on == entry.happened_on,
            Entry.state.in_(COUNTED_STATES),
            Entry.id.not_in(line),
            ~exists().where(newer.replaces_id == Entry.id, newer.state.in_(COUNTED_STATES)),
        )
    )
    if entry.minutes + (taken or 0) > DAY_MINUTES:
        raise Refusal("journal-day-full", taken=taken or 0, left=DAY_MINUTES - (taken or 0))


async def _check_waiting(at: Acting, entry: Entry) -> None:
    most = at.programme.journal.waiting
    waiting = select(func.count(Entry.id)).where(
        Entry.enrolment_id == entry.enrolment_id, Entry.state == EntryState.SUBMITTED
    )
    if (await at.session.scalar(waiting) or 0) >= most:
        raise Refusal("journal-waiting-full", most=most)


async def last_employer(at: Acting) -> str | None:
    """The employer of the person's latest entry of work, to be offered again."""
    found: str | None = await at.session.scalar(
        select(Entry.employer)
        .where(of_person(at.actor.id), Entry.employer.is_not(None))
        .order_by(Entry.id.desc())
        .limit(1)
    )
    return found
