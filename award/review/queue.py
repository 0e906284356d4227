"""Entries that wait for a mentor: whose they are, which is next, which need no closer look."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select, tuple_

from award.access.acting import Acting
from award.access.actor import Actor
from award.access.namesakes import Apart, told_apart
from award.access.scope import mentored, mentored_by
from award.calendar.zones import zone_in
from award.outbox import NoticeKind
from award.paging import PAGE
from award.progress.asked import asked_by_direction
from award.review.warnings import subjects_of, warnings_about
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Outbox,
    Person,
    RoleKind,
)

# Entries that one tap decides: all others wait for what a tap takes.
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class WaitingOf:
    """How many entries of one participant wait, and since when.

    `apart`: what tells them from another participant of the name.
    """

    enrolment_id: int
    name: str
    count: int
    since: dt.datetime | None
    apart: Apart | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for a mentor: how many entries, whose, the longest waiting first.

    `more`: participants beyond the page listed.
    """

    total: int
    by_participant: tuple[WaitingOf, ...]
    more: int = 0


async def how_many_wait(at: Acting) -> int:
    """How many entries wait for this mentor."""
    at.actor.require(RoleKind.MENTOR)
    waiting = _waiting(at.actor).with_only_columns(func.count(Entry.id))
    return int(await at.session.scalar(waiting) or 0)


async def pending(at: Acting) -> Pending:
    """What waits for this mentor, by participant, oldest first; a page of them."""
    at.actor.require(RoleKind.MENTOR)
    found = await at.session.execute(
        _waiting(at.actor)
        .with_only_columns(
            Enrolment.id,
            Person.full_name,
            func.count(Entry.id),
            func.min(Entry.submitted_at),
            Person.id,
        )
        .group_by(Enrolment.id, Person.full_name, Person.id)
        .order_by(func.min(Entry.submitted_at), Enrolment.id)
    )
    every = found.all()
    rows = every[:PAGE]
    apart = await told_apart(at, {row[-1] for row in rows}, mentored_by(at.actor))
    waiting = tuple(
        WaitingOf(id_, name or "", count, since, apart.get(person))
        for id_, name, count, since, person in rows
    )
    return Pending(sum(row[2] for row in every), waiting, len(every) - len(rows))


async def next_pending(at: Acting, *, after: int | None = None) -> int | None:
    """The id of the entry that waits longest; with `after`, of the one waiting next after it."""
    at.actor.require(RoleKind.MENTOR)
    oldest_first = _waiting(at.actor).order_by(Entry.submitted_at, Entry.id).limit(1)
    if after is not None:
        passed = await at.session.get(Entry, after)
        if passed is not None and passed.submitted_at is not None:
            later = tuple_(Entry.submitted_at, Entry.id) > (passed.submitted_at, after)
            found: int | None = await at.session.scalar(oldest_first.where(later))
            if found is not None:
                return found
    first: int | None = await at.session.scalar(oldest_first)
    return first


async def clean_entries(at: Acting, enrolment_id: int) -> tuple[tuple[int, ...], int]:
    """Ids of a participant's waiting entries without a warning, and how many were looked at.

    Those are the AT_ONCE that wait longest. Nothing of them is shown, so it is no look that the
    record keeps.
    """
    enrolment = await mentored(at, enrolment_id)
    waiting = await waiting_entries(at, enrolment_id)
    clean = await clean_of(at, enrolment, waiting)
    return tuple(each.id for each in clean), len(waiting)


async def waiting_entries(at: Acting, enrolment_id: int) -> Sequence[Entry]:
    """A participant's entries that wait for this mentor, the oldest first, at most AT_ONCE."""
    at.actor.require(RoleKind.MENTOR)
    found = await at.session.scalars(
        select(Entry)
        .where(Entry.id.in_(_waiting(at.actor).where(Enrolment.id == enrolment_id)))
        .order_by(Entry.submitted_at, Entry.id)
        .limit(AT_ONCE)
    )
    return found.all()


async def clean_of(at: Acting, enrolment: Enrolment, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those of an enrolment's entries about which nothing makes a mentor look twice.

    Of several about one book the first; the caller has the scope.
    """
    person = await at.session.get_one(Person, enrolment.person_id)
    asked = asked_by_direction(at.programme, enrolment)
    zone = zone_in(at.programme, person.region)
    subjects = await subjects_of(at.session, entries, asked, zone)
    warned = await warnings_about(at.session, subjects, at.programme)
    clean, books = list[Entry](), set[str]()
    for entry in entries:
        if not warned[entry.id] and entry.book not in books:
            clean.append(entry)
            books |= {entry.book} if entry.book is not None else set()
    return tuple(clean)


async def still_waiting(at: Acting, entries: Collection[int]) -> tuple[int, ...]:
    """Those of these entries that wait for this mentor now."""
    at.actor.require(RoleKind.MENTOR)
    waiting = _waiting(at.actor).where(Entry.id.in_(entries)).order_by(Entry.id)
    return tuple((await at.session.scalars(waiting)).all())


async def told_in(at: Acting, entries: Collection[int]) -> Sequence[tuple[int, int]]:
    """The messages in which this mentor was told of one of these entries: message and entry."""
    of = Outbox.details["entry"].as_integer()
    found = await at.session.execute(
        select(Outbox.message_id, of)
        .where(
            Outbox.person_id == at.actor.id,
            Outbox.kind == NoticeKind.ENTRY_SUBMITTED,
            Outbox.message_id.is_not(None),
            of.in_(entries),
        )
        .order_by(Outbox.id)
    )
    return [(message, entry) for message, entry in found if message is not None]


def _waiting(actor: Actor) -> Select[int]:
    """Ids of the entries that wait for this mentor."""
    return (
        select(Entry.id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(*_waits_for(actor))
    )


def _waits_for(actor: Actor) -> Sequence[ColumnElement[bool]]:
    return (
        Entry.state == EntryState.SUBMITTED,
        mentored_by(actor),
        Enrolment.state.in_(SIGNED_STATES),
    )
