"""What goes next: the most urgent chats first, in order within each; what is late or many."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import SendMessage
from sqlalchemy import URL, select, update

from scheduler.delivery import delivery as delivering
from scheduler.delivery.gathering import WITHIN
from scheduler.delivery.outbox import LEASE
from storage.database import Database
from storage.tables import Broadcast, Courier, Outbox, Person, Urgency
from tests.scheduler.delivery.posts import NOW, HandClock, Post, delivery, outcomes, owe, people

CALL = SendMessage(chat_id=1, text="Сәлем")
ON_POSTGRESQL = pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def post() -> Post:
    return Post()


async def _all(sends: delivering.Delivery, clock: HandClock) -> None:
    """Let some seconds pass: a chat is sent one message in each."""
    for _ in range(3):
        clock.move(seconds=1)
        await sends.deliver_due()


async def test_the_most_urgent_go_first_and_each_chat_in_order(
    database: Database, post: Post, clock: HandClock
) -> None:
    a, b, c, d = await people(database, 4)
    rows = await owe(
        database,
        {"person_id": a, "urgency": Urgency.MASS},
        {"person_id": b, "urgency": Urgency.MASS},
        {"person_id": c, "urgency": Urgency.SOON},
        {"person_id": b, "urgency": Urgency.NOW},
        {"person_id": d, "urgency": Urgency.NOW, "due_at": NOW + timedelta(seconds=1)},
    )
    await _all(delivery(database, post, clock), clock)
    # A decision waits behind a digest in b's chat: the digest is as urgent as the decision.
    assert post.rows == [rows[1], rows[4], rows[2], rows[0], rows[3]]


async def test_nothing_is_sent_before_it_is_due(
    database: Database, post: Post, clock: HandClock
) -> None:
    (a,) = await people(database, 1)
    (row,) = await owe(database, {"person_id": a, "due_at": NOW + timedelta(hours=1)})
    sends = delivery(database, post, clock)
    assert not await sends.deliver_due()
    clock.move(hours=1)
    assert await sends.deliver_due()
    assert post.rows == [row]


async def test_what_is_too_late_to_be_of_use_is_dropped(
    database: Database, post: Post, clock: HandClock
) -> None:
    (a,) = await people(database, 1)
    old, fresh = await owe(
        database,
        {"person_id": a, "useful_until": NOW + timedelta(hours=1)},
        {"person_id": a, "useful_until": NOW + timedelta(days=2)},
    )
    clock.move(hours=2)
    await _all(delivery(database, post, clock), clock)
    assert await outcomes(database) == {old: "late", fresh: "sent"}
    assert post.rows == [fresh]


async def test_what_a_stopped_broadcast_left_is_not_sent(
    database: Database, post: Post, clock: HandClock
) -> None:
    a, b = await people(database, 2)
    async with database.transaction() as session:
        made = Broadcast(made_by=a, made_at=NOW, words={"kk": "Сәлем"}, first="kk", stopped_at=NOW)
        session.add(made)
        await session.flush()
        number = made.id
    mass: dict[str, Any] = {"urgency": Urgency.MASS}
    one, other = await owe(
        database, mass | {"person_id": b, "broadcast_id": number}, mass | {"person_id": b}
    )
    await _all(delivery(database, post, clock), clock)
    assert await outcomes(database) == {one: "stopped", other: "sent"}


async def test_a_mass_message_is_not_tried_on_who_is_known_to_have_blocked_the_bot(
    database: Database, post: Post, clock: HandClock
) -> None:
    (a,) = await people(database, 1)
    async with database.transaction() as session:
        (await session.get_one(Person, a)).unreachable_since = NOW
    mass, own = await owe(database, {"person_id": a, "urgency": Urgency.MASS}, {"person_id": a})
    await _all(delivery(database, post, clock), clock)
    assert await outcomes(database) == {mass: "unreachable", own: "sent"}


async def test_one_wording_that_fails_keeps_no_other_from_being_sent(
    database: Database, post: Post, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "GIVE_UP", 2)
    a, b = await people(database, 2)
    bad, good = await owe(database, {"person_id": a}, {"person_id": b})

    class Faulty(Post):
        async def word(self, session: Any, rows: Any, now: Any) -> Any:
            if rows[0].id == bad:
                await session.execute(select(Outbox).where(Outbox.details["no"].as_integer() == 1))
                raise KeyError("unknown")
            return await super().word(session, rows, now)

    faulty = Faulty()
    sends = delivery(database, faulty, clock)
    await sends.deliver_due()
    assert faulty.rows == [good]
    for _ in range(2):
        clock.move(hours=1)
        await sends.deliver_due()
    assert await outcomes(database) == {bad: "failed", good: "sent"}


async def test_a_limit_of_two_chats_at_once_is_everybodys(
    database: Database, post: Post, clock: HandClock
) -> None:
    persons = await people(database, 30)
    await owe(database, *({"person_id": each} for each in persons))
    post.faults = [TelegramRetryAfter(CALL, "Too Many Requests", 30) for _ in range(2)]
    sends = delivery(database, post, clock)
    # As the request middleware tells it.
    word = post.word

    async def told(session: Any, rows: Any, now: Any) -> Any:
        letter = await word(session, rows, now)
        assert letter is not None

        async def send() -> int | None:
            try:
                return await letter.send()
            except TelegramRetryAfter as limit:
                sends.pace.refused(letter.chat_id, limit.retry_after)
                raise

        return delivering.Letter(letter.chat_id, send)

    sends.word = told
    await sends.deliver_due()
    sent = len(post.rows)
    assert sent <= delivering.BATCH, "what was on its way may go, and nothing after"
    clock.move(seconds=29)
    assert not await sends.deliver_due()
    clock.move(seconds=1)
    await sends.deliver_due()
    assert sorted(await outcomes(database)) == sorted(post.rows)


async def test_when_the_network_is_down_everything_waits_longer_each_time(
    database: Database, post: Post, clock: HandClock
) -> None:
    persons = await people(database, 40)
    await owe(database, *({"person_id": each} for each in persons))
    post.faults = [TelegramNetworkError(CALL, "cut") for _ in range(200)]
    sends = delivery(database, post, clock)
    await sends.deliver_due()
    tried = [200 - len(post.faults)]
    assert tried[0] < 40, "the rest was not even tried"
    for seconds in (0.1, 1.3, 1.3, 2.6):
        clock.move(seconds=seconds)
        await sends.deliver_due()
        tried.append(200 - len(post.faults))
    assert tried[1] == tried[0]
    assert tried[2] > tried[1]
    assert tried[3] == tried[2], "the second pause is longer than the first"
    post.faults.clear()
    for _ in range(20):
        clock.move(minutes=2)
        await sends.deliver_due()
    assert set((await outcomes(database)).values()) == {"sent"}
    assert len(post.rows) == len(set(post.rows)) == 40


async def test_pauses_grow_and_are_never_the_same() -> None:
    for attempts in range(12):
        pauses = {delivering._pause(attempts, delivering.LONGEST_PAUSE) for _ in range(20)}
        usual = min(timedelta(seconds=2**attempts), delivering.LONGEST_PAUSE)
        assert len(pauses) > 1
        assert all(0.75 * usual <= pause <= 1.25 * usual for pause in pauses)


async def test_an_orderly_stop_waits_for_what_is_on_its_way(
    database: Database, post: Post, clock: HandClock
) -> None:
    a, b = await people(database, 2)
    await owe(database, {"person_id": a}, {"person_id": b})
    post.hangs = asyncio.Event()
    sends = delivery(database, post, clock)
    running = asyncio.create_task(sends.run())
    while sum(parcel.goes for parcel in sends._on_way.values()) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.sleep(0)
    post.hangs.set()
    await asyncio.gather(running, return_exceptions=True)
    assert set((await outcomes(database)).values()) == {"sent"}
    async with database.transaction() as session:
        assert await session.scalar(select(Courier.name)) is None


# --- several in one


async def test_the_first_goes_at_once_and_the_rest_of_the_minute_together(
    database: Database, post: Post, clock: HandClock
) -> None:
    mentor, other = await people(database, 2)
    (first,) = await owe(database, {"person_id": mentor, "kind": "entry"})
    sends = delivery(database, post, clock, ["entry", "application"])
    await sends.deliver_due()
    assert post.sent == [(first,)]
    clock.move(seconds=10)
    more = await owe(
        database,
        {"person_id": mentor, "kind": "entry", "due_at": clock.at},
        {"person_id": mentor, "kind": "application", "due_at": clock.at},
        {"person_id": other, "kind": "entry", "due_at": clock.at},
    )
    await sends.deliver_due()
    assert post.sent[1:] == [(more[2],)], "another mentor's first does not wait"
    clock.move(seconds=49)
    assert not await sends.deliver_due()
    clock.move(seconds=1)
    await sends.deliver_due()
    assert post.sent[2:] == [(more[0], more[1])]
    found = await outcomes(database)
    assert [found[row] for row in more] == ["sent", "merged", "sent"]
    async with database.transaction() as session:
        row = await session.get_one(Outbox, more[0])
    assert row.message_id is None, "no later change of an entry's card may hit it"


async def test_anything_else_ends_the_gathering(
    database: Database, post: Post, clock: HandClock
) -> None:
    (mentor,) = await people(database, 1)
    await owe(database, {"person_id": mentor, "kind": "entry"})
    sends = delivery(database, post, clock, ["entry"])
    await sends.deliver_due()
    clock.move(seconds=5)
    later = {"person_id": mentor, "due_at": clock.at}
    two = await owe(database, later | {"kind": "entry"}, later | {"kind": "entry"})
    assert not await sends.deliver_due()
    (word,) = await owe(database, later | {"kind": "word", "urgency": Urgency.NOW})
    await _all(sends, clock)
    assert post.sent[1:] == [tuple(two), (word,)]


async def test_who_has_dealt_with_the_first_is_told_of_the_next_at_once(
    database: Database, post: Post, clock: HandClock
) -> None:
    (mentor,) = await people(database, 1)
    (first,) = await owe(database, {"person_id": mentor, "kind": "entry"})
    sends = delivery(database, post, clock, ["entry"])
    await sends.deliver_due()
    async with database.transaction() as session:
        (await session.get_one(Outbox, first)).details = {"dealt with": True}
    clock.move(seconds=5)
    (next_one,) = await owe(database, {"person_id": mentor, "kind": "entry", "due_at": clock.at})
    await sends.deliver_due()
    assert post.sent[1:] == [(next_one,)]


async def test_what_waited_together_goes_together(
    database: Database, post: Post, clock: HandClock
) -> None:
    (mentor,) = await people(database, 1)
    rows = await owe(database, *({"person_id": mentor, "kind": "entry"} for _ in range(5)))
    await delivery(database, post, clock, ["entry"]).deliver_due()
    assert post.sent == [tuple(rows)]


async def test_after_a_minute_the_next_goes_at_once(
    database: Database, post: Post, clock: HandClock
) -> None:
    (mentor,) = await people(database, 1)
    await owe(database, {"person_id": mentor, "kind": "entry"})
    sends = delivery(database, post, clock, ["entry"])
    await sends.deliver_due()
    clock.move(seconds=WITHIN.total_seconds())
    (next_one,) = await owe(database, {"person_id": mentor, "kind": "entry", "due_at": clock.at})
    await sends.deliver_due()
    assert post.sent[1:] == [(next_one,)]


async def test_who_blocked_the_bot_is_owed_all_that_was_gathered(
    database: Database, post: Post, clock: HandClock
) -> None:
    (mentor,) = await people(database, 1)
    rows = await owe(database, *({"person_id": mentor, "kind": "entry"} for _ in range(3)))
    post.faults = [TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user")]
    await delivery(database, post, clock, ["entry"]).deliver_due()
    assert await outcomes(database) == dict.fromkeys(rows, "unreachable")


# --- several processes


@ON_POSTGRESQL
async def test_two_processes_share_the_work_and_send_nothing_twice(
    database: Database, migrated: URL, clock: HandClock
) -> None:
    persons = await people(database, 60)
    await owe(database, *({"person_id": each} for each in persons * 5))
    posts = [Post(), Post()]
    others = Database(database.url.render_as_string(hide_password=False))
    sending = [
        delivery(base, post, clock) for base, post in zip((database, others), posts, strict=True)
    ]
    try:
        for _ in range(40):
            await asyncio.gather(*(each.deliver_due() for each in sending))
            clock.move(seconds=2)  # no chat gets two a second, whichever process sends them
    finally:
        await others.close()
    rows = [*posts[0].rows, *posts[1].rows]
    assert len(rows) == len(set(rows)) == 300
    assert set((await outcomes(database)).values()) == {"sent"}
    assert min(len(post.rows) for post in posts) > 30, "one did it all"
    assert [each.pace.shared_by for each in sending] == [2, 2]


@ON_POSTGRESQL
async def test_another_process_takes_over_what_a_dead_one_had_taken(
    database: Database, migrated: URL, post: Post, clock: HandClock
) -> None:
    persons = await people(database, 25)
    rows = await owe(database, *({"person_id": each} for each in persons))
    dying = Post(hangs=asyncio.Event())
    others = Database(database.url.render_as_string(hide_password=False))
    first = delivery(others, dying, clock)
    running = asyncio.create_task(first.deliver_due())
    while len(first._on_way) < delivering.BATCH:  # noqa: ASYNC110
        await asyncio.sleep(0)
    taken = {row.id for parcel in first._on_way.values() for row in parcel.rows}
    # Killed: it neither sends nor lets go of anything any more.
    running.cancel()
    for parcel in first._on_way.values():
        if parcel.task is not None:
            parcel.task.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await others.close()
    second = delivery(database, post, clock)
    await second.deliver_due()
    assert set(post.rows) == set(rows) - taken
    clock.move(seconds=LEASE.total_seconds() - 1)
    assert not await second.deliver_due()
    clock.move(seconds=2)
    await second.deliver_due()
    assert sorted(post.rows) == sorted(rows)


@ON_POSTGRESQL
async def test_a_chat_is_not_written_to_by_another_process_within_a_second(
    database: Database, migrated: URL, post: Post, clock: HandClock
) -> None:
    (a,) = await people(database, 1)
    one, two = await owe(database, {"person_id": a}, {"person_id": a})
    async with database.transaction() as session:
        await session.execute(
            update(Outbox).where(Outbox.id == one).values(settled_at=clock.at, outcome="sent")
        )
    sends = delivery(database, post, clock)
    assert not await sends.deliver_due()
    clock.move(seconds=1)
    await sends.deliver_due()
    assert post.rows == [two]
