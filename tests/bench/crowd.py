"""Very many participants with journals, made by the database itself."""

from sqlalchemy import func, select, text

from award.programme import Programme
from storage.database import Database
from storage.tables import Entry
from tests.award.many import END

PER_MENTOR = 25
WEEKS = 26  # of entries, on average
DIRECTIONS = ("sport", "talent", "heritage", "volunteering")
CHOSEN = '{"answers": {"heritage": "months_3"}, "extra": ["sport", "talent", "volunteering"]}'
STATES = "CASE x % 12 WHEN 0 THEN 'returned' WHEN 1 THEN 'submitted' ELSE 'approved' END"


async def crowd(database: Database, programme: Programme, size: int) -> int:
    """Active participants in all regions on SQLite, some with excused weeks; how many entries."""
    codes = [region.code for region in programme.regions]
    region = " ".join(f"WHEN {n} THEN '{code}'" for n, code in enumerate(codes))
    direction = " ".join(f"WHEN {n} THEN '{code}'" for n, code in enumerate(DIRECTIONS))
    mentors = size // PER_MENTOR
    end = END.strftime("%Y-%m-%d %H:%M:%S.%f")
    series = "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < {} - 1)"
    moment = "strftime('%Y-%m-%d %H:%M:%S.000000', '{}', {})"
    began = f"'-' || (7 * (2 + (x * 7) % {2 * WEEKS})) || ' days'"
    statements = (
        f"{series.format(size + mentors)} INSERT INTO person (id, telegram_id, full_name, region,"
        f" joined_at) SELECT x + 1, x + 1, 'Аты ' || x, CASE x % {len(codes)} {region} END,"
        f" '{end}' FROM n",
        f"{series.format(mentors)} INSERT INTO role (person_id, kind, reports_to, since)"
        f" SELECT {size} + x + 1, 'mentor', {size} + 1, '{end}' FROM n",
        f"{series.format(size)} INSERT INTO enrolment (id, person_id, state, level, choices,"
        " overrides, mentor_id, begun_at, submitted_at, activated_at, started_on)"
        " SELECT x + 1, x + 1, 'active', 'bronze',"
        f" '{CHOSEN}', '{{}}', {size} + 1 + x % {mentors}, {moment.format(end, began)},"
        f" {moment.format(end, began)}, {moment.format(end, began)}, date('{end}', {began}) FROM n",
        f"{series.format(size // 7)} INSERT INTO excuse (enrolment_id, state, first_day, last_day,"
        f" reason, made_by, made_at) SELECT 7 * x + 1, 'accepted', date('{end}', '-40 days'),"
        f" date('{end}', '-30 days'), 'illness', 7 * x + 1, '{end}' FROM n",
    )
    one = (
        "INSERT INTO entry (enrolment_id, state, version, direction, happened_on, sent_at,"
        " received_at, minutes, note, is_final, submitted_at, decided_at)"
        f" SELECT e.id, {STATES}, 1, CASE x % 4 {direction} END, date(started_on, days), sent,"
        " sent,"
        f" 40 + x % 40, 'жүгірдім', 0, sent, CASE WHEN x % 12 = 1 THEN NULL ELSE"
        " strftime('%Y-%m-%d %H:%M:%S.000000', sent, '+30 hours') END FROM"
        " (SELECT id, started_on, (id * 31 + :week * 17 + :way) AS x,"
        " '+' || (7 * :week + id % 7) || ' days' AS days,"
        " strftime('%Y-%m-%d %H:%M:%S.000000', started_on, '+' || (7 * :week + id % 7) || ' days',"
        " '+12 hours') AS sent FROM enrolment) AS e"
        f" WHERE e.sent < '{end}' AND (e.id + :week) % 5 > 0"
    )
    async with database.transaction() as session:
        for statement in statements:
            await session.execute(text(statement))
        for week in range(2 * WEEKS + 2):
            for way in range(3):
                await session.execute(text(one), {"week": week, "way": way})
    async with database.transaction() as session:
        await session.execute(text("ANALYZE"))
        return await session.scalar(select(func.count(Entry.id))) or 0
