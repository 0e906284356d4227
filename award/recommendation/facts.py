"""What a note or a recommendation goes by: counted from the journal, and what is missing (§8.7)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.calendar.zones import today_in
from award.programme import Programme
from award.programme.eligibility import is_minor
from award.programme.requirements import ChoiceError
from award.progress.asked import asked_of
from award.progress.current import progress_on
from award.progress.rules import DirectionProgress
from storage.tables import (
    Agreement,
    BirthDate,
    Dispute,
    Enrolment,
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Mark,
    MarkKind,
    Person,
    Role,
    RoleKind,
    SignerKind,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was done: by direction (weeks kept, books, days), `minutes` of all approved entries,
    and how many of them were mended; pieces confirmed as sent before, decisions disputed.
    """

    directions: tuple[DirectionProgress, ...]
    entries: int
    minutes: int
    mended: int
    reused: int
    disputes: int


async def facts_of(at: Acting, enrolment: Enrolment, region: str | None) -> Facts:
    """Those of one enrolment: six statements. Without directions if the programme changed since."""
    session, number = at.session, enrolment.id
    approved = (Entry.enrolment_id == number, Entry.state == EntryState.APPROVED)
    found = await session.execute(
        select(
            func.count(Entry.id),
            func.coalesce(func.sum(Entry.minutes), 0),
            func.count(Entry.replaces_id),
        ).where(*approved)
    )
    entries, minutes, mended = found.tuples().one()
    reused = (
        select(func.count(Finding.id))
        .join(Entry, Entry.id == Finding.entry_id)
        .where(Entry.enrolment_id == number, Finding.verdict == FindingVerdict.REUSED)
    )
    disputes = select(func.count(Dispute.id)).where(Dispute.enrolment_id == number)
    return Facts(
        directions=await _directions(at, enrolment, region),
        entries=entries,
        minutes=int(minutes or 0),
        mended=mended,
        reused=await _count(session, reused),
        disputes=await _count(session, disputes),
    )


async def missing_of(
    session: AsyncSession,
    programme: Programme,
    rows: Sequence[tuple[Enrolment, Person]],
    now: dt.datetime,
) -> dict[int, tuple[str, ...]]:
    """By enrolment, what keeps it from being recommended; four statements, however many there are.

    Codes: `mark:<direction>`, `norm:<direction>`, `agreement`, and `representative` under 18.
    """
    ids = [enrolment.id for enrolment, _ in rows]
    found = await session.execute(
        select(Mark.enrolment_id, Mark.kind, Mark.direction).where(Mark.enrolment_id.in_(ids))
    )
    given: dict[int, set[tuple[MarkKind, str]]] = defaultdict(set)
    for enrolment_id, kind, direction in found.tuples():
        given[enrolment_id].add((kind, direction))
    signed = await _signed(session, ids)
    standing = await _represented(session, ids, now)
    minors = await _minors(session, programme, [person for _, person in rows], now)
    return {
        each.id: (
            *_unmarked(programme, each, given[each.id]),
            *(() if each.id in signed else ("agreement",)),
            *(("representative",) if person.id in minors and each.id not in standing else ()),
        )
        for each, person in rows
    }


def _unmarked(
    programme: Programme, enrolment: Enrolment, given: set[tuple[MarkKind, str]]
) -> Iterable[str]:
    try:
        asked = asked_of(programme, enrolment)
    except (ChoiceError, KeyError):  # of a level that the programme has no more: as it was marked
        return
    for each in asked:
        if each.norm and (MarkKind.NORM, each.direction) not in given:
            yield f"norm:{each.direction}"
        if (MarkKind.COMPLETE, each.direction) not in given:
            yield f"mark:{each.direction}"


async def _signed(session: AsyncSession, ids: Sequence[int]) -> set[int]:
    return set(
        await session.scalars(
            select(Agreement.enrolment_id).where(
                Agreement.enrolment_id.in_(ids), Agreement.kind == SignerKind.PARTICIPANT
            )
        )
    )


async def _represented(session: AsyncSession, ids: Sequence[int], now: dt.datetime) -> set[int]:
    """Enrolments under which the signature stands of one who represents the participant now."""
    return set(
        await session.scalars(
            select(Agreement.enrolment_id)
            .join(Enrolment, Enrolment.id == Agreement.enrolment_id)
            .join(
                Role,
                (Role.person_id == Agreement.signer_id) & (Role.ward_id == Enrolment.person_id),
            )
            .where(
                Agreement.enrolment_id.in_(ids),
                Agreement.kind == SignerKind.REPRESENTATIVE,
                Role.kind == RoleKind.REPRESENTATIVE,
                in_force(now),
            )
        )
    )


async def _minors(
    session: AsyncSession, programme: Programme, people: Sequence[Person], now: dt.datetime
) -> set[int]:
    """Who needs a representative, as `needs_representative` says of one."""
    binding = await session.scalars(
        select(BirthDate).where(
            BirthDate.person_id.in_([person.id for person in people]),
            BirthDate.binding_since.is_not(None),
        )
    )
    dates: dict[int, list[dt.date]] = defaultdict(list)
    for bound in binding:
        dates[bound.person_id].append(bound.birth_date)
    minors = set()
    for person in people:
        today = today_in(programme, person.region, now)
        own = [person.birth_date] if person.birth_date is not None else []
        if any(is_minor(born, today) for born in (*own, *dates[person.id])):
            minors.add(person.id)
    return minors


async def _directions(
    at: Acting, enrolment: Enrolment, region: str | None
) -> tuple[DirectionProgress, ...]:
    today = today_in(at.programme, region, at.now)
    try:
        return (await progress_on(at.session, at.programme, enrolment, today)).directions
    except (ChoiceError, KeyError):
        return ()


async def _count(session: AsyncSession, query: Select[int]) -> int:
    return int(await session.scalar(query) or 0)
