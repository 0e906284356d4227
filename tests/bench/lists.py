"""How long the lists of whoever has most take: each opened as a person opens it, page by page.

An expert of 5,000, a region of 20,000, a mentor with 500 entries waiting, a participant with 3,000.
"""

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import URL, select, text, update

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.directory.lists import Listing, listed
from award.directory.places import Place, PlaceKind, root
from award.directory.seeking import Sought
from award.journal.entries import own_entries
from award.journal.reading import journal_read
from award.mentoring.participants import participants
from award.programme import Programme, load
from award.review.queue import next_pending, pending
from bot.settings import SHIPPED_PROGRAMME
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Centre, Enrolment, Person, Role, RoleKind
from tests.award.digests.many import END
from tests.bench.crowd import PER_MENTOR, people
from tests.bench.databases import on_postgresql, on_sqlite, without_checks

SIZE = 40_000
REGION, OF_REGION = "KZ-75", 20_000
OF_EXPERT = 5_000
WAITING, LONG = 500, 3_000  # entries of one mentor's participants, and of one participant
SAMPLES = 40
HIGHEST = 200.0  # ms, the p95
STAFF = {
    "expert": RoleKind.EXPERT,
    "coordinator": RoleKind.COORDINATOR,
    "operator": RoleKind.OPERATOR,
}
_ENTRY = """
INSERT INTO entry (enrolment_id, state, version, direction, happened_on, sent_at, received_at,
                   submitted_at, minutes, note, is_final)
SELECT :of, :state, 1, 'sport', started_on, begun_at, begun_at, begun_at, 30, 'жүгірдім', false
FROM enrolment WHERE id <= :many
"""

Look = Callable[[Acting, int], Awaitable[Any]]


async def measure(folder: Path) -> None:
    """Print the p95 of each list on both databases."""
    programme = load(SHIPPED_PROGRAMME)
    for name, made in (("SQLite", on_sqlite(folder)), ("PostgreSQL", on_postgresql())):
        async with made as url:
            if url is not None:
                await _measure(url, name, programme)


async def _measure(url: URL, name: str, programme: Programme) -> None:
    database = Database(url.render_as_string(hide_password=False))
    try:
        await upgrade(database)
        async with database.engine.connect() as connection:
            await connection.run_sync(without_checks)
            await connection.run_sync(people, programme, SIZE)
            await connection.commit()
        staff = await _fill(database)
        for who, what, look in _looks(staff["long"]):
            took = [await _time(database, programme, staff[who], look, n) for n in range(SAMPLES)]
            p50, p95 = (quantiles(took, n=100, method="inclusive")[at - 1] for at in (50, 95))
            bound = f"(≤ {HIGHEST:.0f} ms)"
            print(f"{what}, {name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms {bound}", flush=True)
    finally:
        await database.close()


async def _fill(database: Database) -> dict[str, int]:
    """Centres of the region, its staff, a full queue, a full journal; ids by what they are."""
    of_expert = OF_EXPERT // PER_MENTOR
    first = SIZE + 1
    async with database.transaction() as session:
        centres = [Centre(name=f"Орталық {n}", region=REGION, place="–") for n in range(40)]
        session.add_all(centres)
        await session.flush()
        await session.execute(
            update(Enrolment)
            .where(Enrolment.id <= OF_REGION)
            .values(centre_id=centres[0].id + Enrolment.id % len(centres))
        )
        await session.execute(
            update(Role)
            .where(Role.kind == RoleKind.MENTOR)
            .values(centre_id=centres[0].id + Role.person_id % len(centres))
        )
        found = {"mentor": first, "participant": 1, "long": 1}
        for number, (who, kind) in enumerate(STAFF.items()):
            found[who] = first + SIZE // PER_MENTOR + number
            person = Person(id=found[who], telegram_id=found[who], joined_at=END)
            session.add(person)
            await session.flush()
            region = REGION if kind is RoleKind.COORDINATOR else None
            session.add(Role(person_id=person.id, kind=kind, region=region, since=END))
        await session.execute(
            update(Role)
            .where(Role.kind == RoleKind.MENTOR, Role.person_id < first + of_expert)
            .values(reports_to=found["expert"])
        )
        mine = await session.scalars(
            select(Enrolment.id).where(Enrolment.mentor_id == first).order_by(Enrolment.id)
        )
        for enrolment in (theirs := mine.all()):
            many = WAITING // len(theirs)
            row = {"of": enrolment, "state": "submitted", "many": many}
            await session.execute(text(_ENTRY), row)
        await session.execute(text(_ENTRY), {"of": 1, "state": "approved", "many": LONG})
    async with database.transaction() as session:
        await session.execute(text("ANALYZE"))
    return found


def _looks(long: int) -> tuple[tuple[str, str, Look], ...]:
    def lists(place: Place | None, listing: Listing) -> Look:
        return lambda at, page: listed(at, place or root(at.actor), listing, page * 17)

    def seek(at: Acting, n: int) -> Awaitable[Any]:
        return listed(at, Place(), None, 0, Sought(f"Аты {n}7"))

    region = Place(PlaceKind.REGION, region=REGION)
    return (
        ("expert", "an expert's 5,000 participants", lists(None, Listing.PARTICIPANTS)),
        ("expert", "an expert's mentors", lists(None, Listing.MENTORS)),
        ("coordinator", "a region's 20,000 participants", lists(None, Listing.PARTICIPANTS)),
        ("coordinator", "a region's mentors", lists(None, Listing.MENTORS)),
        ("coordinator", "a region's centres", lists(None, Listing.CENTRES)),
        ("coordinator", "looked for by name in a region of 20,000", seek),
        ("operator", "all regions of 40,000", lists(Place(), Listing.REGIONS)),
        ("operator", "a region within them", lists(region, Listing.PARTICIPANTS)),
        ("operator", "looked for by name among 40,000", seek),
        ("mentor", "a mentor's participants, 500 entries waiting", participants),
        ("mentor", "a mentor's queue of 500", lambda at, n: pending(at)),
        ("mentor", "the next of 500", lambda at, n: next_pending(at)),
        ("operator", "a journal of 3,000 read", lambda at, n: journal_read(at, long, page=n * 15)),
        ("participant", "an own journal of 3,000", lambda at, n: own_entries(at, page=n * 10)),
    )


async def _time(
    database: Database, programme: Programme, person: int, look: Look, number: int
) -> float:
    """Milliseconds of one look, with whoever looks found first, as an update does."""
    begun = time.perf_counter()
    async with database.transaction() as session:
        actor = await find_actor(session, END, person_id=person)
        assert actor is not None
        await look(Acting(session, actor, programme, END), number)
    return 1000 * (time.perf_counter() - begun)
