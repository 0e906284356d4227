"""What is owed to people: which rows of the outbox go next, and what became of them.

Within one chat the order is kept. Across chats the most urgent goes first: a chat in which a
decision waits behind a digest is served as urgently as the decision.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.messages.reachability import lost
from award.outbox import UNREACHABLE
from scheduler.metrics import SENDS
from scheduler.skew import SKEW
from storage.tables import Broadcast, Outbox, Person, Urgency

# For so long a process that took rows has them to itself; it asks for more time while it lives.
LEASE = timedelta(seconds=60)
CHAT_PAUSE = timedelta(seconds=1)
# So far ahead is owed at most what is to be told on a day: that an absence which begins in half a
# year, and lasts one, is over.
FARTHEST = timedelta(days=550)
WINDOW = 30  # rows looked at first
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of rows that were taken: settled with an outcome, or to be tried again.

    Several rows that went as one message: the first is `outcome`, the others are merged.
    `again_at` None and no outcome: left as they were found.
    """

    rows: tuple[Outbox, ...]
    outcome: str | None = None
    message_id: int | None = None
    again_at: datetime | None = None
    refused_by_person: bool = False

    @property
    def person_id(self) -> int:
        return self.rows[0].person_id


@dataclass(frozen=True, slots=True)
class Besides:
    """Whom to leave alone: persons being sent something, and those for whom something is gathered.

    Of the latter, rows of `kinds` do not count: anything else ends the gathering.
    """

    busy: Collection[int] = ()
    gathering: Collection[int] = ()
    kinds: Collection[str] = ()


# Built once: one is asked for at every look. A claim that ran out is `lost`, or still respected.
_now, _lost = (
    bindparam("now", type_=Outbox.due_at.type),
    bindparam("lost", type_=Outbox.due_at.type),
)
_most: BindParameter[int] = bindparam("most", type_=Integer)
_gathers = Outbox.person_id.in_(bindparam("gathering", expanding=True)) & Outbox.kind.in_(
    bindparam("kinds", expanding=True)
)


def _over(until: Any, by: Any) -> ColumnElement[bool]:
    return or_(until.is_(None), until <= by)


# Of which urgencies anything is due at all: mostly of none.
_due = select(
    *(
        exists()
        .where(Outbox.settled_at.is_(None), Outbox.urgency == urgency, Outbox.due_at <= _now)
        .label(urgency.name)
        for urgency in Urgency
    )
)
# Who is owed something so urgent, in the order in which it came due.
_line = (
    select(Outbox.person_id, Outbox.due_at, Outbox.id)
    .where(
        Outbox.settled_at.is_(None),
        Outbox.urgency == bindparam("urgency"),
        Outbox.due_at <= _now,
        _over(Outbox.again_at, _now),
        _over(Outbox.claimed_until, _lost),
        Outbox.person_id.not_in(bindparam("busy", expanding=True)),
        ~_gathers,
    )
    .order_by(Outbox.due_at, Outbox.id)
    .limit(_most)
)
_farther = _line.where(
    tuple_(Outbox.due_at, Outbox.id)
    > tuple_(bindparam("due", type_=Outbox.due_at.type), bindparam("id", type_=Outbox.id.type))
)


def _first() -> Select[Outbox]:
    """Of each person the row that was due first, whatever its urgency; of none who has to wait."""
    other, sent = aliased(Outbox), aliased(Outbox)
    theirs = (other.person_id == Outbox.person_id) & other.settled_at.is_(None)
    first = (
        select(other.id)
        .where(theirs, other.due_at <= _now)
        .order_by(other.due_at, other.id)
        .limit(1)
        .scalar_subquery()
    )
    again, claimed = (
        select(func.max(until)).where(theirs).scalar_subquery()
        for until in (other.again_at, other.claimed_until)
    )
    just_now = (
        select(func.max(sent.settled_at))
        .where(sent.person_id == Outbox.person_id, sent.outcome == "sent", sent.settled_at <= _now)
        .scalar_subquery()
    )
    return (
        select(Outbox)
        .where(
            Outbox.person_id.in_(bindparam("persons", expanding=True)),
            Outbox.settled_at.is_(None),
            Outbox.id == first,
            _over(again, _now),
            # What another process took in this very moment is looked at again, as it is then.
            _over(Outbox.claimed_until, _lost),
            _over(claimed, _lost),
            _over(just_now, bindparam("rested")),
        )
        .order_by(Outbox.due_at, Outbox.id)
        .limit(_most)
        .with_for_update(skip_locked=True)
    )


_firsts = _first()


async def first_for_each(
    session: AsyncSession, now: datetime, besides: Besides, limit: int, *, takes_over: bool
) -> list[Outbox]:
    """Of up to so many persons the row that goes next, the most urgent persons first.

    The rows are claimed: no other process takes them, nor others of those chats. `takes_over`:
    also what a process had that died.
    """
    several = session.get_bind().dialect.name == "postgresql"
    asked = {
        "now": now,
        "lost": now if takes_over else NEVER,
        "rested": now - CHAT_PAUSE if several else now,
        "busy": list(besides.busy),
        "gathering": list(besides.gathering),
        "kinds": list(besides.kinds),
    }
    found: dict[int, Outbox] = {}
    due = (await session.execute(_due, {"now": now})).one()
    for urgency, any_due in zip(Urgency, due, strict=True):
        if any_due:
            await _add_urgent(session, found, asked | {"urgency": urgency}, limit)
    if found:
        await claim(session, found.values(), now)
    return list(found.values())


async def _add_urgent(
    session: AsyncSession, found: dict[int, Outbox], asked: dict[str, Any], limit: int
) -> None:
    """Add the first rows of persons who are owed something so urgent, oldest first.

    A few rows are looked at, and more only where those are of chats that have to wait: however
    long the outbox is, it is read along its index no farther than needed.
    """
    line, window = _line, WINDOW
    after: dict[str, Any] = {}
    while len(found) < limit:
        rows = (await session.execute(line, asked | after | {"most": window})).all()
        persons = {row.person_id for row in rows} - found.keys()
        if persons:
            which = {"persons": list(persons), "most": limit - len(found)}
            found |= {row.person_id: row for row in await session.scalars(_firsts, asked | which)}
        if len(rows) < window:
            return
        line, window, after = _farther, window * 4, {"due": rows[-1].due_at, "id": rows[-1].id}


async def claim(session: AsyncSession, rows: Collection[Outbox], now: datetime) -> None:
    """Have rows to oneself for a while, or for a while longer."""
    await session.execute(
        update(Outbox)
        .where(Outbox.id.in_([row.id for row in rows]), Outbox.settled_at.is_(None))
        .values(claimed_until=now + LEASE)
        .execution_options(synchronize_session=False)
    )


async def put_right(session: AsyncSession, now: datetime, longest_pause: timedelta) -> None:
    """Let nothing wait for a time that only a clock that was wrong has shown.

    A claim, a pause, or a moment at which something is due that lies farther ahead than any can.
    What was written later than now is owed now.
    """
    ahead = now + SKEW
    for wrong, right in (
        (Outbox.claimed_until > ahead + LEASE, {"claimed_until": None}),
        (Outbox.again_at > ahead + longest_pause, {"again_at": None}),
        (
            (Outbox.written_at > ahead) | (Outbox.due_at > now + FARTHEST),
            {"written_at": now, "due_at": now},
        ),
    ):
        rows = (
            select(Outbox.id)
            .where(Outbox.settled_at.is_(None), wrong)
            .order_by(Outbox.id)
            .with_for_update(skip_locked=True)
        )
        await session.execute(
            update(Outbox)
            .where(Outbox.id.in_(rows))
            .values(right)
            .execution_options(synchronize_session=False)
        )


async def release(session: AsyncSession, rows: Collection[Outbox]) -> None:
    """Let others have rows that were taken and not sent."""
    await session.execute(
        update(Outbox)
        .where(Outbox.id.in_([row.id for row in rows]))
        .values(claimed_until=None)
        .execution_options(synchronize_session=False)
    )


async def pointless(
    session: AsyncSession, rows: Collection[Outbox], now: datetime
) -> dict[int, str]:
    """Outcomes, by row id, of those that need not be sent at all any more.

    `late`: it would tell of the past. `stopped`: its broadcast was. `unreachable`: a message to
    many, for someone who is known to have blocked the bot; it is owed again when they come back.
    """
    found = {
        row.id: "late" for row in rows if row.useful_until is not None and row.useful_until <= now
    }
    mass = [row for row in rows if row.urgency == Urgency.MASS]
    if mass:
        persons = {row.person_id for row in mass}
        blocked = set(
            await session.scalars(
                select(Person.id).where(
                    Person.id.in_(persons), Person.unreachable_since.is_not(None)
                )
            )
        )
        found |= {row.id: UNREACHABLE for row in mass if row.person_id in blocked}
    broadcasts = {row.broadcast_id for row in rows if row.broadcast_id is not None}
    if broadcasts:
        stopped = set(
            await session.scalars(
                select(Broadcast.id).where(
                    Broadcast.id.in_(broadcasts), Broadcast.stopped_at.is_not(None)
                )
            )
        )
        found |= {row.id: "stopped" for row in rows if row.broadcast_id in stopped}
    return found


# One statement for many rows.
_table = Outbox.__table__
_settled = (
    update(_table)
    .where(_table.c.id == bindparam("row"))
    .values(
        settled_at=bindparam("at"),
        outcome=bindparam("what"),
        message_id=bindparam("message"),
        claimed_until=None,
    )
)
_again = (
    update(_table)
    .where(_table.c.id == bindparam("row"))
    .values(again_at=bindparam("at"), attempts=_table.c.attempts + 1, claimed_until=None)
)


async def note(session: AsyncSession, results: Sequence[Result], now: datetime) -> None:
    """Write down what became of rows: one statement for all that are settled.

    In the order of their ids, as everybody who changes several rows does it.
    """
    settled = [
        {
            "row": row.id,
            "at": now,
            "what": result.outcome if number == 0 or result.outcome != "sent" else "merged",
            "message": result.message_id if number == 0 else None,
        }
        for result in results
        if result.outcome is not None
        for number, row in enumerate(result.rows)
    ]
    later = [
        {"row": result.rows[0].id, "at": result.again_at}
        for result in results
        if result.again_at is not None
    ]
    if settled:
        await session.execute(_settled, sorted(settled, key=itemgetter("row")))
    if later:
        await session.execute(_again, sorted(later, key=itemgetter("row")))
    if claimed := [row for result in results if result.outcome is None for row in result.rows]:
        await release(session, claimed)
    for each in settled:
        SENDS.labels(each["what"]).inc()
    for result in results:
        if result.refused_by_person:
            await lost(session, result.person_id, now)
