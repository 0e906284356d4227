"""Very many participants with journals; the entries are made by the database itself."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    func,
    insert,
    select,
    text,
)
from sqlalchemy import Table as Plain

from award.calendar import DAY
from award.programme import Programme
from storage.database import Database
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    Excuse,
    ExcuseState,
    Person,
    Role,
    RoleKind,
    Table,
)
from tests.award.digests.many import END
from tests.bench.databases import without_checks

PER_MENTOR = 25
WEEKS = 26  # of entries, on average
DIRECTIONS = ("sport", "talent", "heritage", "volunteering")
CHOICES = {"answers": {"heritage": "months_3"}, "extra": ["sport", "talent", "volunteering"]}

_day = Plain(
    "bench_day",
    MetaData(),
    Column("ago", Integer, primary_key=True),  # days before the end
    Column("day", Date),
    Column("sent", DateTime(timezone=True)),
    Column("decided", DateTime(timezone=True)),
)
# In each week of a journal three ways to have done something, in four of five of them.
_ENTRIES = f"""
INSERT INTO entry (enrolment_id, state, version, direction, happened_on, sent_at, received_at,
                   submitted_at, minutes, note, is_final, decided_at)
SELECT e.id, CASE x % 12 WHEN 0 THEN 'returned' WHEN 1 THEN 'submitted' ELSE 'approved' END, 1,
       CASE x % 4 {" ".join(f"WHEN {n} THEN '{code}'" for n, code in enumerate(DIRECTIONS))} END,
       d.day, d.sent, d.sent, d.sent, 40 + x % 40, 'жүгірдім', false,
       CASE WHEN x % 12 = 1 THEN NULL ELSE d.decided END
FROM (SELECT id, id * 31 + {{week}} * 17 + {{way}} AS x,
             7 * (2 + (id - 1) * 7 % {2 * WEEKS} - {{week}}) - id % 7 AS ago FROM enrolment) AS e
JOIN bench_day d ON d.ago = e.ago WHERE (e.id + {{week}}) % 5 > 0
"""


async def crowd(database: Database, programme: Programme, size: int) -> int:
    """Active participants in all regions, some with excused weeks; how many entries."""
    async with database.engine.connect() as connection:
        await connection.run_sync(without_checks)
        await connection.run_sync(people, programme, size)
        await connection.run_sync(_entries)
        await connection.commit()
    async with database.transaction() as session:
        await session.execute(text("ANALYZE"))
        return await session.scalar(select(func.count(Entry.id))) or 0


def people(connection: Connection, programme: Programme, size: int) -> None:
    """Numbers 1 to `size` take part, those after them are mentors of the first of these."""
    regions = [region.code for region in programme.regions]
    mentors = range(size + 1, size + 1 + size // PER_MENTOR)
    rows: dict[type[Table], list[dict[str, Any]]] = {
        Person: [
            {
                "id": n,
                "telegram_id": n,
                "full_name": f"Аты {n}",
                "region": regions[n % len(regions)],
                "joined_at": END,
            }
            for n in (*range(1, size + 1), *mentors)
        ],
        Role: [
            {"person_id": n, "kind": RoleKind.MENTOR, "reports_to": size + 1, "since": END}
            for n in mentors
        ],
        Enrolment: [_enrolment(n, mentors[n % len(mentors)]) for n in range(1, size + 1)],
        Excuse: [
            {
                "enrolment_id": n,
                "state": ExcuseState.ACCEPTED,
                "first_day": END.date() - DAY * 40,
                "last_day": END.date() - DAY * 30,
                "reason": "illness",
                "made_by": n,
                "made_at": END,
            }
            for n in range(1, size + 1, 7)
        ],
    }
    for table, values in rows.items():
        connection.execute(insert(table.__table__), values)


def _enrolment(n: int, mentor: int) -> dict[str, Any]:
    began = END - DAY * 7 * (2 + (n - 1) * 7 % (2 * WEEKS))
    return {
        "id": n,
        "person_id": n,
        "state": EnrolmentState.ACTIVE,
        "level": "bronze",
        "choices": CHOICES,
        "overrides": {},
        "mentor_id": mentor,
        "begun_at": began,
        "submitted_at": began,
        "activated_at": began,
        "started_on": began.date(),
    }


def _entries(connection: Connection) -> None:
    _day.create(connection)
    noon = dt.datetime.combine(END.date(), dt.time(12), dt.UTC)
    days = [
        {
            "ago": ago,
            "day": (noon - DAY * ago).date(),
            "sent": noon - DAY * ago,
            "decided": noon - DAY * ago + dt.timedelta(hours=30),
        }
        for ago in range(7 * 2 * (WEEKS + 1))
    ]
    connection.execute(insert(_day), days)
    for week in range(2 * WEEKS + 2):
        for way in range(3):
            connection.execute(text(_ENTRIES.format(week=week, way=way)))
    _day.drop(connection)
