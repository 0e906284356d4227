"""An operator's message to many: whom it reaches, its rows in parts, stopping, its end."""

from collections.abc import Iterable

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import Refusal, TooLate
from award.messages import broadcasts
from award.messages.broadcasts import (
    LONGEST,
    PARTICIPANT,
    WRITTEN,
    Audience,
    HowFar,
    begin,
    end,
    fit_words,
    how_far,
    reached,
    stop,
    write_part,
)
from award.outbox import NoticeKind
from award.programme import Programme
from storage.database import Database
from storage.tables import Broadcast, Outbox, Person, RoleKind, Urgency
from tests.acting import acting
from tests.award.access.table.world import NOW, SIGNED, World, build

WORDS = {"kk": "Сәлем!", "ru": "Привет!"}


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> World:
    """With the broadcast of that world over, so that the test's own is alone."""
    world = await build(session, tosbelgi)
    await session.execute(update(Broadcast).values(reported_at=NOW))
    await session.commit()
    return world


async def _reached(session: AsyncSession, world: World, **audience: Iterable[object]) -> int:
    chosen = Audience.of({part: tuple(values) for part, values in audience.items()})
    return await reached(acting(session, world.actors["operator"], NOW), chosen)


async def test_an_audience_is_narrowed_by_each_part(session: AsyncSession, world: World) -> None:
    staff = 11  # of scope_world; two representatives besides
    participants = len(SIGNED)
    assert await _reached(session, world) == staff + participants + 2
    assert await _reached(session, world, roles=[PARTICIPANT]) == participants
    assert await _reached(session, world, roles=[RoleKind.MENTOR]) == 3
    assert await _reached(session, world, roles=[RoleKind.MENTOR, RoleKind.OPERATOR]) == 5
    assert await _reached(session, world, roles=[RoleKind.REPRESENTATIVE]) == 2
    assert await _reached(session, world, levels=["bronze"]) == participants + 2
    assert await _reached(session, world, levels=["gold"]) == 0
    assert await _reached(session, world, roles=[RoleKind.MENTOR], levels=["bronze"]) == 0
    assert await _reached(session, world, regions=["KZ-71"]) == 1  # a coordinator
    assert await _reached(session, world, roles=[PARTICIPANT], regions=["KZ-75"]) == participants
    centre = {"centres": [world.centre]}
    assert await _reached(session, world, roles=[RoleKind.CENTRE_HEAD], **centre) == 1
    assert await _reached(session, world, **centre) == 6 + participants + 2


async def test_who_is_not_signed_for_or_erased_is_not_written_to(
    session: AsyncSession, world: World
) -> None:
    for key in ("active", "unsigned"):
        person = await session.get_one(Person, world.people[key])
        person.telegram_id = -person.id if key == "active" else person.telegram_id
    await session.commit()
    await _begin(session, world, roles=[PARTICIPANT])
    await _write_all(session)
    written = set(await session.scalars(select(Outbox.person_id)))
    assert written.isdisjoint({world.people["active"], world.people["unsigned"]})
    assert len(written) == len(SIGNED) - 1


async def _begin(session: AsyncSession, world: World, **audience: Iterable[object]) -> Broadcast:
    chosen = Audience.of({part: tuple(values) for part, values in audience.items()})
    made = await begin(acting(session, world.actors["operator"], NOW), WORDS, chosen)
    await session.commit()
    return made


async def _write_all(session: AsyncSession) -> int:
    parts = 0
    while await write_part(session, NOW):
        await session.commit()
        parts += 1
    return parts


@pytest.mark.parametrize("part", [1, 2, 7, 500])
async def test_rows_are_written_in_parts_once_for_each(
    session: AsyncSession, world: World, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcasts, "PART", part)
    made = await _begin(session, world)
    # A crash in the middle of a part: nothing of it is there, and it is written anew.
    await write_part(session, NOW)
    await session.rollback()
    assert await session.scalar(select(func.count(Outbox.id))) == 0
    await _write_all(session)
    await session.refresh(made)
    rows = (await session.scalars(select(Outbox))).all()
    assert len({row.person_id for row in rows}) == len(rows) == made.count
    assert {row.urgency for row in rows} == {Urgency.MASS}
    assert made.written_to == WRITTEN
    assert not await write_part(session, NOW)


async def test_two_processes_write_no_row_twice(
    database: Database, session: AsyncSession, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcasts, "PART", 3)
    await _begin(session, world)
    writing = True
    while writing:
        if not database.is_sqlite:
            await write_part(session, NOW)  # not committed yet: the other leaves it alone
            async with database.transaction() as other:
                assert not await write_part(other, NOW)
            await session.commit()
        writing = await write_part(session, NOW)
        await session.commit()
    written = (await session.scalars(select(Outbox.person_id))).all()
    assert len(written) == len(set(written))


async def _settle(session: AsyncSession, *outcomes: str) -> None:
    rows = await session.scalars(
        select(Outbox).where(Outbox.settled_at.is_(None)).order_by(Outbox.id)
    )
    for row, outcome in zip(rows, outcomes, strict=False):
        row.settled_at, row.outcome = NOW, outcome
    await session.commit()


async def test_its_end_is_reported_once_with_numbers(session: AsyncSession, world: World) -> None:
    made = await _begin(session, world, roles=[RoleKind.MENTOR, RoleKind.OPERATOR])
    assert not await end(session, made.id, NOW), "before all is written"
    await _write_all(session)
    await _settle(session, "sent", "unreachable", "late")
    assert await how_far(session, made) == HowFar(5, sent=1, unreachable=1, failed=1)
    assert not await end(session, made.id, NOW)
    await _settle(session, "sent", "sent")
    assert await end(session, made.id, NOW)
    assert await end(session, made.id, NOW)
    await session.commit()
    told = (
        await session.scalars(select(Outbox).where(Outbox.kind == NoticeKind.BROADCAST_REPORT))
    ).all()
    assert [(row.person_id, row.details) for row in told] == [
        (world.people["operator"], {"broadcast": made.id})
    ]


async def test_a_stopped_one_is_sent_to_nobody_more(
    session: AsyncSession, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcasts, "PART", 5)
    made = await _begin(session, world)
    await write_part(session, NOW)
    await write_part(session, NOW)
    await _settle(session, "sent", "sent")
    await stop(acting(session, world.actors["operator"], NOW), made.id)
    await session.commit()
    assert not await write_part(session, NOW)
    while not await end(session, made.id, NOW):
        await session.commit()
    await session.commit()
    far = await how_far(session, made)
    assert (far.sent, far.stopped, far.done) == (2, far.count - 2, far.count)
    with pytest.raises(TooLate):
        await stop(acting(session, world.actors["operator"], NOW), made.id)


async def test_words_must_fit(session: AsyncSession, world: World) -> None:
    for words in ("", "  \0 ", "\u202e\u2060", "ә" * (LONGEST + 1), "🏅" * (LONGEST // 2 + 1)):
        with pytest.raises(Refusal):
            fit_words(words)
    assert fit_words("  ә\0 ") == "ә"
    operator = world.actors["operator"]
    with pytest.raises(Refusal, match="broadcast-empty"):
        await begin(acting(session, operator, NOW), {}, Audience())
    with pytest.raises(Refusal, match="broadcast-nobody"):
        await begin(acting(session, operator, NOW), WORDS, Audience(levels=("gold",)))
