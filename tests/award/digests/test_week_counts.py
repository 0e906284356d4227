"""A week's numbers are those of plain statements over the tables, and of the participants' own
progress, however late they are counted (programme.md §10).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields
from statistics import median
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.calendar import DAY, WEEK, week_of
from award.digests.numbers import weekly_digest
from award.digests.pace import Course, Kept, is_at_risk
from award.digests.week_counts import count_weeks
from award.programme import Measure, Programme
from award.progress.asked import asked_of
from award.progress.rules import Done, progress
from storage.tables import (
    Enrolment,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Plan,
    PlanItem,
    PlanState,
)
from tests.award.digests.many import END, MONDAY, many

SEEDS = (1, 2)

# Where participants belong, for whoever reads: the same words on both kinds of database.
SCOPES = {
    "operator": "1 = 1",
    "coordinator": "COALESCE(centre.region, person.region) = 'KZ-75'",
    "head": "enrolment.centre_id = (SELECT MIN(id) FROM centre)",
    "expert": "enrolment.mentor_id IN (SELECT person_id FROM role WHERE reports_to = :reader)",
    "mentor": "enrolment.mentor_id = :reader",
}
FROM = """
    FROM enrolment JOIN person ON person.id = enrolment.person_id
    LEFT JOIN centre ON centre.id = enrolment.centre_id
"""
ENTRIES = f"{FROM} JOIN entry ON entry.enrolment_id = enrolment.id"
SENT = "entry.state IN ('submitted', 'approved', 'returned', 'rejected')"
PLAIN = {
    "active": f"""SELECT COUNT(*) {FROM} WHERE enrolment.activated_at < :end
        AND (enrolment.completed_at IS NULL OR enrolment.completed_at >= :end)
        AND (enrolment.closed_at IS NULL OR enrolment.closed_at >= :end)
        AND NOT EXISTS (SELECT 1 FROM excuse WHERE excuse.enrolment_id = enrolment.id
            AND excuse.state = 'accepted' AND excuse.first_day <= :sunday
            AND (excuse.last_day IS NULL OR excuse.last_day >= :sunday))""",
    "new": f"""SELECT COUNT(*) {FROM}
        WHERE enrolment.activated_at >= :begin AND enrolment.activated_at < :end""",
    "entries": f"""SELECT COUNT(*) {ENTRIES}
        WHERE {SENT} AND entry.submitted_at >= :begin AND entry.submitted_at < :end""",
    "minutes": f"""SELECT COALESCE(SUM(entry.minutes), 0) {ENTRIES} WHERE entry.state = 'approved'
        AND entry.decided_at >= :begin AND entry.decided_at < :end""",
    "approved": f"""SELECT COUNT(*) {ENTRIES} WHERE entry.state = 'approved'
        AND entry.decided_at >= :begin AND entry.decided_at < :end""",
    "flags": f"""SELECT COUNT(*) {ENTRIES} JOIN finding ON finding.entry_id = entry.id
        JOIN entry other ON other.id = finding.other_entry_id
        JOIN enrolment theirs ON theirs.id = other.enrolment_id
        WHERE finding.found_at >= :begin AND finding.found_at < :end
        AND (finding.verdict IS NOT NULL OR ({SENT} AND other.state
            IN ('submitted', 'approved', 'returned', 'rejected')
        AND NOT (theirs.person_id = enrolment.person_id AND other.state = 'returned')
        AND (theirs.person_id = enrolment.person_id OR theirs.state
            IN ('submitted', 'planning', 'active', 'paused', 'complete'))))""",
}  # fmt: skip
WAITING = f"""SELECT entry.submitted_at {ENTRIES} WHERE {SENT} AND entry.submitted_at < :end
    AND (entry.decided_at IS NULL OR entry.decided_at >= :end)"""


@pytest.fixture(params=SEEDS)
async def people(request: pytest.FixtureRequest, session: AsyncSession) -> dict[str, list[int]]:
    return await many(session, request.param)


async def reader(session: AsyncSession, person_id: int) -> Actor:
    actor = await find_actor(session, END, person_id=person_id)
    assert actor is not None
    return actor


async def plain(session: AsyncSession, scope: str, reader: int, monday: dt.date) -> dict[str, int]:
    """Each number by a statement of its own."""
    end = END + (monday - MONDAY)
    sqlite = session.get_bind().dialect.name == "sqlite"

    def at(moment: dt.datetime) -> Any:
        return moment.strftime("%Y-%m-%d %H:%M:%S.%f") if sqlite else moment

    sunday = monday + DAY * 6
    values = {
        "begin": at(end - WEEK),
        "end": at(end),
        "sunday": sunday.isoformat() if sqlite else sunday,
        "reader": reader,
    }

    async def rows(statement: str) -> list[Any]:
        statement = f"{statement} AND {SCOPES[scope]}"
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        return list(await session.scalars(text(statement), used))

    found = {name: int((await rows(statement))[0]) for name, statement in PLAIN.items()}
    moments = [dt.datetime.fromisoformat(m) if sqlite else m for m in await rows(WAITING)]
    waits = [int((end - m.replace(tzinfo=dt.UTC)).total_seconds()) for m in moments]
    middle = round(median(waits)) if waits else 0
    return found | {
        "waiting": len(waits), "median": middle, "longest": max(waits, default=0)
    }  # fmt: skip


async def test_numbers_are_those_of_plain_statements(
    people: dict[str, list[int]], session: AsyncSession, tosbelgi: Programme
) -> None:
    counted = await count_weeks(session, tosbelgi, MONDAY)
    for scope in SCOPES:
        who = people[scope][0]
        digest = weekly_digest(await reader(session, who), counted)
        for numbers, monday in ((digest.week, MONDAY), (digest.before, MONDAY - WEEK)):
            shown = {each.name: getattr(numbers, each.name) for each in fields(numbers)}
            assert shown.pop("at_risk") <= numbers.active
            assert shown == await plain(session, scope, who, monday), scope
            assert numbers.active, scope


async def test_at_risk_is_what_each_ones_own_progress_says(
    people: dict[str, list[int]], session: AsyncSession, tosbelgi: Programme
) -> None:
    counted = await count_weeks(session, tosbelgi, MONDAY)
    for cells, monday in ((counted.week, MONDAY), (counted.before, MONDAY - WEEK)):
        end = END + (monday - MONDAY)
        expected = [
            enrolment.id
            for enrolment in await session.scalars(select(Enrolment))
            if await _active(session, enrolment, end)
            and await _at_risk(session, tosbelgi, enrolment, monday, end)
        ]
        assert sum(each.at_risk for each in cells.values()) == len(expected)
        assert 0 < len(expected) < sum(each.active for each in cells.values())


async def _active(session: AsyncSession, enrolment: Enrolment, end: dt.datetime) -> bool:
    ended = [at for at in (enrolment.completed_at, enrolment.closed_at) if at]
    assert enrolment.activated_at is not None
    day = end.date()
    away = [first <= day <= (last or day) for first, last in await _excuses(session, enrolment)]
    return enrolment.activated_at < end and all(at >= end for at in ended) and not any(away)


async def _excuses(session: AsyncSession, enrolment: Enrolment) -> list[tuple[dt.date, Any]]:
    found = await session.execute(
        select(Excuse.first_day, Excuse.last_day).where(
            Excuse.enrolment_id == enrolment.id, Excuse.state == ExcuseState.ACCEPTED
        )
    )
    return [(first, last) for first, last in found]


async def _at_risk(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    monday: dt.date,
    end: dt.datetime,
) -> bool:
    """From `award.progress`, entry by entry, by who was approved when."""
    found = await session.scalars(select(Entry).where(Entry.enrolment_id == enrolment.id))
    entries = {entry.id: entry for entry in found}
    approved = [
        entry
        for entry in entries.values()
        if entry.state is EntryState.APPROVED and entry.decided_at and entry.decided_at < end
    ]
    gone = {older for entry in approved for older in _older(entry, entries)}
    sunday = monday + DAY * 6
    excuses = await _excuses(session, enrolment)
    excused = {
        week_of(first) + WEEK * n
        for first, last in excuses
        for n in range((week_of(last or max(first, sunday)) - week_of(first)).days // 7 + 1)
    }
    assert enrolment.started_on is not None
    months = programme.level("bronze").months
    stands = progress(
        asked_of(programme, enrolment),
        [
            Done(e.direction or "", e.happened_on, e.minutes or 0, entry=e.id)
            for e in approved
            if e.id not in gone
        ],
        start=enrolment.started_on,
        months=months,
        today=sunday,
        excused=frozenset(excused),
    )
    begins = await session.execute(
        select(PlanItem.direction, PlanItem.starts_on)
        .join(Plan)
        .where(Plan.enrolment_id == enrolment.id, Plan.state == PlanState.AGREED)
    )
    later = {row.direction: row.starts_on for row in begins}
    course = Course(enrolment.started_on, stands.ends, monday, frozenset(excused))
    return is_at_risk(
        course,
        [
            Kept(each.required, each.done, later.get(each.direction))
            for each in stands.directions
            if each.measure is Measure.weeks
        ],
    )


def _older(entry: Entry, entries: dict[int, Entry]) -> Iterable[int]:
    older = entry.replaces_id
    while older is not None:
        yield older
        older = entries[older].replaces_id
