"""Telling of trophies: one message, and what is won within a week of it is one too (§8.4)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import WEEK
from award.outbox import NoticeKind, tell_once
from storage.tables import Enrolment, OlzhaOwner, OlzhaRow, Outbox, Person

AT_ONCE = 100
# What the clock sends an active participant within a week, besides this (programme.md §10).
BUDGET = 3


_week_ago = bindparam("week_ago", type_=Outbox.written_at.type)
_sent = (
    select(func.count(Outbox.id))
    .where(
        Outbox.person_id == OlzhaOwner.person_id,
        Outbox.once.is_not(None),
        Outbox.written_at > _week_ago,
    )
    .scalar_subquery()
)
_to_be_told = (
    select(OlzhaOwner.person_id)
    .join(Person, Person.id == OlzhaOwner.person_id)
    .where(
        OlzhaOwner.person_id.in_(select(Enrolment.person_id).join(OlzhaRow).where(OlzhaRow.untold)),
        or_(OlzhaOwner.told_at.is_(None), OlzhaOwner.told_at <= _week_ago),
        Person.unreachable_since.is_(None),
        _sent < BUDGET,
    )
    .order_by(OlzhaOwner.person_id)
    .limit(AT_ONCE)
)


async def to_be_told(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Some of those who won a trophy and were told of none for a week.

    None to whom the clock has sent as much as it may: it waits until their week is over.
    """
    people = await session.scalars(_to_be_told, {"week_ago": now - WEEK})
    return people.all()


async def tell_of_trophies(session: AsyncSession, now: datetime) -> int:
    """Owe a message to some of those who are to be told; how many."""
    ids = await to_be_told(session, now)
    if not ids:
        return 0
    theirs = select(Enrolment.id).where(Enrolment.person_id.in_(ids))
    told = await session.execute(
        update(OlzhaRow)
        .where(OlzhaRow.enrolment_id.in_(theirs), OlzhaRow.untold)
        .values(untold=False)
        .returning(OlzhaRow.enrolment_id, OlzhaRow.reward)
    )
    whose = dict(
        (
            await session.execute(
                select(Enrolment.id, Enrolment.person_id).where(Enrolment.person_id.in_(ids))
            )
        )
        .tuples()
        .all()
    )
    codes: dict[int, set[str]] = defaultdict(set)
    for enrolment, reward in told:
        codes[whose[enrolment]].add(reward)
    await session.execute(
        update(OlzhaOwner).where(OlzhaOwner.person_id.in_(ids)).values(told_at=now)
    )
    for person, rewards in sorted(codes.items()):
        await tell_once(
            session,
            person,
            NoticeKind.TROPHIES,
            f"{NoticeKind.TROPHIES}:{now:%Y-%m-%d}",
            now,
            rewards=sorted(rewards),
        )
    return len(codes)
