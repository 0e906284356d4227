"""Random participants with journals in which each rule of a percent can be met."""

import datetime as dt
from random import Random

from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.programme import Programme
from award.programme.requirements import Choices, Override
from award.progress.asked import store_choices, store_overrides
from award.ratings.counts import count_ratings
from award.ratings.participant import Rated
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Person,
)

NOW = dt.datetime(2026, 4, 22, 9, tzinfo=dt.UTC)
START = dt.date(2026, 3, 9)  # a Monday; the month begins amid the journals, on a Wednesday
EXTRA = frozenset({"sport", "talent", "reading", "heritage", "volunteering", "trips", "work"})
WEEKLY = ("sport", "talent", "volunteering", "heritage")
OTHERS = ("reading", "reading", "heritage", "trips", "work")
STATES = [EntryState.APPROVED] * 8 + [*EntryState]
BEGUN = [EnrolmentState.ACTIVE] * 4 + [EnrolmentState.PAUSED, EnrolmentState.COMPLETE]


async def all_counted(session: AsyncSession, programme: Programme) -> dict[int, Rated]:
    """As of now, by enrolment."""
    parts = count_ratings(session, programme, NOW)
    return {number: each async for _, part in parts for number, each in part.items()}


async def crowded(
    session: AsyncSession, programme: Programme, chance: Random, people: int
) -> list[Enrolment]:
    """So many participants; of each the enrolment."""
    centre = Centre(name="Орталық", region="KZ-71", place="–")
    session.add(centre)
    await session.flush()
    return [await _someone(session, programme, chance, centre.id) for _ in range(people)]


async def _someone(
    session: AsyncSession, programme: Programme, chance: Random, centre_id: int
) -> Enrolment:
    person = Person(
        telegram_id=chance.getrandbits(50), joined_at=NOW, region=chance.choice(["KZ-75", None])
    )
    session.add(person)
    await session.flush()
    started = START + DAY * chance.randrange(10)
    state = chance.choice([*BEGUN, EnrolmentState.WITHDRAWN])
    enrolment = Enrolment(
        person_id=person.id,
        state=state,
        level="bronze",
        choices=store_choices(
            Choices({"heritage": chance.choice(["months_3", "book"])}, _taken(chance))
        ),
        overrides=store_overrides(_overrides(chance)),
        centre_id=chance.choice([None, centre_id]),
        begun_at=NOW,
        submitted_at=NOW,
        started_on=started,
        completed_at=NOW if state is EnrolmentState.COMPLETE else None,
    )
    session.add(enrolment)
    await session.flush()
    _excuses(session, chance, enrolment)
    await _journal(session, programme, chance, enrolment)
    return enrolment


def _taken(chance: Random) -> frozenset[str]:
    few = chance.sample(sorted(EXTRA), chance.randrange(len(EXTRA) + 1))
    return EXTRA if chance.random() < 0.7 else frozenset(few)


def _overrides(chance: Random) -> list[Override]:
    return chance.choice(
        [
            [],
            [],
            [Override("sport", "себеп", minutes_per_week=30)],
            [Override("sport", "себеп", amount=3)],
        ]
    )


def _excuses(session: AsyncSession, chance: Random, enrolment: Enrolment) -> None:
    for _ in range(chance.choice([0, 0, 1, 2])):
        first = START + DAY * chance.randrange(-3, 50)
        session.add(
            Excuse(
                enrolment_id=enrolment.id,
                state=chance.choice([ExcuseState.ACCEPTED, *ExcuseState]),
                first_day=first,
                last_day=chance.choice([None, first + DAY * chance.randrange(12)]),
                reason="illness",
                made_by=enrolment.person_id,
                made_at=NOW,
            )
        )


async def _journal(
    session: AsyncSession, programme: Programme, chance: Random, enrolment: Enrolment
) -> None:
    books = [book.code for book in programme.books_of(1)[:3]]
    books += [book.code for book in programme.books_of(2)[:1]] + ["taken-off"]
    free: list[Entry] = []
    for _ in range(chance.choice([0, 4, 12, 24])):
        entry = _entry(chance, books, enrolment)
        if free and chance.random() < 0.2:
            older = free.pop(chance.randrange(len(free)))
            entry.replaces_id, entry.direction = older.id, older.direction
        session.add(entry)
        await session.flush()
        free.append(entry)


def _entry(chance: Random, books: list[str], enrolment: Enrolment) -> Entry:
    direction = chance.choice([*WEEKLY, *WEEKLY, *OTHERS, *OTHERS])
    # Every fifth in the week in which the month begins.
    happened = START + DAY * chance.choice(
        [*[chance.randrange(-8, 50)] * 4, chance.randrange(21, 28)]
    )
    book = chance.choice(books) if direction in ("reading", "heritage") else None
    return Entry(
        enrolment_id=enrolment.id,
        state=chance.choice(STATES),
        direction=direction,
        happened_on=happened,
        sent_at=NOW,
        received_at=NOW,
        minutes=chance.choice([None, 20, 30, 59, 60, 90]),
        days=chance.choice([None, 1, 1, 2, 3]) if direction in ("trips", "work") else None,
        book=book,
        submitted_at=NOW,
    )
