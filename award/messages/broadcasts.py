"""An operator's message to many: to whom it goes, writing it to each, how far it is (§7).

Its rows of the outbox are written in parts, each in a transaction with the mark how far it is: a
crash loses nothing and writes nothing twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import ColumnElement, Select, and_, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from award.access.acting import Acting
from award.access.actor import STAFF, in_force
from award.audit import record
from award.errors import NotFound, Refusal, TooLate
from award.outbox import WOKEN, NoticeKind, tell
from award.typed import tidied
from storage.locking import locked
from storage.tables import (
    SIGNED_STATES,
    Broadcast,
    Centre,
    Enrolment,
    Outbox,
    Person,
    Role,
    RoleKind,
    Urgency,
)

CHANGED = "broadcast_changed"  # in a session's info: whoever goes on with them is to look
PARTICIPANT = "participant"
ROLES = (PARTICIPANT, *(kind.value for kind in RoleKind))
LONGEST = 3000  # characters; Telegram takes 4096, the heading included
PART = 500  # rows written at a time
# Who comes back to the bot later than that is not told any more.
USEFUL = timedelta(days=7)
WRITTEN = 2**31 - 1  # `written_to` when there is a row for everyone


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a message is for; what is empty leaves all.

    Levels are of participants and of their representatives, so a level leaves no staff.
    """

    roles: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    centres: tuple[int, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        return cls(**{name: tuple(values) for name, values in stored.items()})

    def has(self, role: str) -> bool:
        return not self.roles or role in self.roles


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a broadcast is, in people."""

    count: int
    sent: int = 0
    unreachable: int = 0
    stopped: int = 0
    failed: int = 0  # refused by Telegram, given up, or late

    @property
    def done(self) -> int:
        return self.sent + self.unreachable + self.stopped + self.failed


async def reached(at: Acting, audience: Audience) -> int:
    """How many people an audience is; for the operator."""
    at.actor.require(RoleKind.OPERATOR)
    people = select(func.count(Person.id)).where(_meant(audience, at.now))
    return await at.session.scalar(people) or 0


async def begin(at: Acting, words: Mapping[str, str], audience: Audience) -> Broadcast:
    """Send words, by language, to all of an audience; who reads none of them gets the first.

    Raises NotAllowed, Refusal without words, with too many, or for nobody.
    """
    at.actor.require(RoleKind.OPERATOR)
    given = {language: fit_words(text) for language, text in words.items()}
    if not given:
        raise Refusal("refused-broadcast-empty")
    count = await reached(at, audience)
    if not count:
        raise Refusal("refused-broadcast-nobody")
    broadcast = Broadcast(
        made_by=at.actor.id,
        made_at=at.now,
        words=given,
        first=next(iter(given)),
        audience=asdict(audience),
        count=count,
        confirmed_at=at.now,
    )
    at.session.add(broadcast)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "broadcast.begun", "broadcast", broadcast.id, at.now, people=count
    )
    at.session.info[CHANGED] = True
    return broadcast


def fit_words(words: str) -> str:
    """What was typed, ready to be kept; raises Refusal where it is empty or too long."""
    words = tidied(words)
    if not words:
        raise Refusal("refused-broadcast-empty")
    if len(words.encode("utf-16-le")) // 2 > LONGEST:  # as Telegram counts
        raise Refusal("refused-broadcast-long", most=LONGEST, length=len(words))
    return words


async def stop(at: Acting, broadcast_id: int) -> Broadcast:
    """Send it to nobody more; raises TooLate where it is over, NotFound."""
    at.actor.require(RoleKind.OPERATOR)
    broadcast = await locked(at.session, Broadcast, broadcast_id)
    if broadcast is None:
        raise NotFound
    if broadcast.reported_at is not None or broadcast.stopped_at is not None:
        raise TooLate
    broadcast.stopped_at = at.now
    await record(at.session, at.actor.id, "broadcast.stopped", "broadcast", broadcast.id, at.now)
    at.session.info[CHANGED] = True
    return broadcast


async def look(at: Acting, broadcast_id: int) -> Broadcast:
    """A broadcast, for an operator; raises NotFound."""
    at.actor.require(RoleKind.OPERATOR)
    broadcast = await at.session.get(Broadcast, broadcast_id)
    if broadcast is None:
        raise NotFound
    return broadcast


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as it was written: its words by language, and the language of the first."""

    words: Mapping[str, str]
    first: str


async def words_of(at: Acting, broadcast_id: int) -> Sent:
    """What a broadcast says, for whoever it was sent to: it is about nobody."""
    broadcast = await at.session.get_one(Broadcast, broadcast_id)
    return Sent(broadcast.words, broadcast.first)


# --- what goes on by itself


async def under_way(session: AsyncSession) -> list[Broadcast]:
    """Those that are confirmed and not reported yet."""
    waiting = _under_way().order_by(Broadcast.id)
    return list((await session.scalars(waiting)).all())


async def write_part(session: AsyncSession, now: datetime) -> bool:
    """Write the next rows of a broadcast; whether there were any to write."""
    broadcast = await session.scalar(
        _under_way()
        .where(
            Broadcast.stopped_at.is_(None),
            func.coalesce(Broadcast.written_to, 0) < WRITTEN,
        )
        .order_by(Broadcast.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if broadcast is None:
        return False
    people = (
        select(Person.id)
        .where(
            Person.id > (broadcast.written_to or 0),
            _meant(Audience.of(broadcast.audience), now),
        )
        .order_by(Person.id)
        .limit(PART)
    )
    persons = (await session.scalars(people)).all()
    if persons:
        rows = [_row(broadcast, person, now) for person in persons]
        await session.execute(insert(Outbox.__table__), rows)
        session.info[WOKEN] = True
    broadcast.written_to = persons[-1] if len(persons) == PART else WRITTEN
    return True


def _row(broadcast: Broadcast, person_id: int, now: datetime) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "kind": NoticeKind.BROADCAST,
        "details": {"broadcast": broadcast.id},
        "written_at": now,
        "due_at": now,
        "urgency": Urgency.MASS,
        "once": f"{NoticeKind.BROADCAST}:{broadcast.id}",
        "useful_until": now + USEFUL,
        "broadcast_id": broadcast.id,
    }


async def how_far(session: AsyncSession, broadcast: Broadcast) -> HowFar:
    """Counted from the index of its rows alone."""
    counted = await session.execute(
        select(Outbox.outcome, func.count())
        .where(Outbox.broadcast_id == broadcast.id)
        .group_by(Outbox.outcome)
    )
    by: dict[str | None, int] = dict(counted.tuples().all())
    known = {"sent": "sent", "unreachable": "unreachable", "stopped": "stopped"}
    totals = dict.fromkeys((*known.values(), "failed"), 0)
    for outcome, number in by.items():
        if outcome is not None:
            totals[known.get(outcome, "failed")] += number
    count = broadcast.count or 0
    if broadcast.stopped_at is not None:
        # Those for whom no row had been written yet are not sent it either.
        totals["stopped"] += max(0, count - sum(by.values()))
    elif broadcast.written_to == WRITTEN:
        count = sum(by.values())  # as many as there were when the rows were written
    return HowFar(count=count, **totals)


async def end(session: AsyncSession, broadcast_id: int, now: datetime) -> bool:
    """Settle some rows of a stopped one, or report one of which nothing is left; whether over."""
    broadcast = await session.scalar(
        _under_way()
        .where(Broadcast.id == broadcast_id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if broadcast is None:
        return True
    left = select(Outbox.id).where(Outbox.broadcast_id == broadcast.id, Outbox.outcome.is_(None))
    if broadcast.stopped_at is not None:
        some = (await session.scalars(left.order_by(Outbox.id).limit(PART))).all()
        await session.execute(
            update(Outbox)
            .where(Outbox.id.in_(some), Outbox.settled_at.is_(None))
            .values(settled_at=now, outcome="stopped", claimed_until=None)
            .execution_options(synchronize_session=False)
        )
    elif broadcast.written_to != WRITTEN:
        return False
    if await session.scalar(left.limit(1)) is not None:
        return False
    broadcast.reported_at = now
    tell(session, broadcast.made_by, NoticeKind.BROADCAST_REPORT, now, broadcast=broadcast.id)
    return True


def _under_way() -> Select[Broadcast]:
    return select(Broadcast).where(
        Broadcast.confirmed_at.is_not(None), Broadcast.reported_at.is_(None)
    )


# --- the audience


def _meant(audience: Audience, now: datetime) -> ColumnElement[bool]:
    """The condition that a person belongs to it: looked up for each, along the tables' indexes."""
    ways = []
    if audience.has(PARTICIPANT):
        ways.append(_takes_part(Person.id, audience))
    if audience.has(RoleKind.REPRESENTATIVE):
        of = and_(Role.person_id == Person.id, Role.kind == RoleKind.REPRESENTATIVE, in_force(now))
        ways.append(exists().where(of, _takes_part(Role.ward_id, audience)))
    kinds = [kind for kind in STAFF if audience.has(kind)]
    if kinds and not audience.levels:
        ways.append(_works(kinds, audience, now))
    return and_(Person.telegram_id > 0, or_(*ways)) if ways else Person.id.is_(None)


def _takes_part(person_id: InstrumentedAttribute[Any], audience: Audience) -> ColumnElement[bool]:
    """Signed for by all who must, and not withdrawn; in these levels, regions, centres."""
    theirs = [Enrolment.person_id == person_id, Enrolment.state.in_(SIGNED_STATES)]
    if audience.levels:
        theirs.append(Enrolment.level.in_(audience.levels))
    if audience.centres:
        theirs.append(Enrolment.centre_id.in_(audience.centres))
    if audience.regions:
        of_centre = select(Centre.region).where(Centre.id == Enrolment.centre_id).scalar_subquery()
        who = Person.__table__.alias()
        home = select(who.c.region).where(who.c.id == Enrolment.person_id).scalar_subquery()
        theirs.append(func.coalesce(of_centre, home).in_(audience.regions))
    return exists().where(*theirs)


def _works(kinds: Sequence[RoleKind], audience: Audience, now: datetime) -> ColumnElement[bool]:
    """Holds one of these roles in these regions, at these centres."""
    held = [Role.person_id == Person.id, Role.kind.in_(kinds), in_force(now)]
    if audience.centres:
        held.append(Role.centre_id.in_(audience.centres))
    if audience.regions:
        of_centre = select(Centre.region).where(Centre.id == Role.centre_id).scalar_subquery()
        held.append(func.coalesce(Role.region, of_centre).in_(audience.regions))
    return exists().where(*held)
