"""Telling of trophies: one message, and what is won within a week of it is one too (§8.4)."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import WEEK
from award.outbox import NoticeKind, tell_once
from storage.tables import Enrolment, OlzhaOwner, OlzhaRow, Outbox, Person

AT_ONCE = 100
# What the clock sends an active participant within a week, besides this (programme.md §10).
BUDGET = 3


async def tell_of_trophies(session: AsyncSession, now: datetime) -> int:
    """Owe a message to some of those who won a trophy and were told of none for a week; how many.

    Not to whom the clock has sent as much as it may: it waits until their week is over.
    """
    untold = select(Enrolment.person_id).join(OlzhaRow).where(OlzhaRow.untold)
    sent = (
        select(func.count(Outbox.id))
        .where(
            Outbox.person_id == OlzhaOwner.person_id,
            Outbox.once.is_not(None),
            Outbox.written_at > now - WEEK,
        )
        .scalar_subquery()
    )
    people = await session.scalars(
        select(OlzhaOwner.person_id)
        .join(Person, Person.id == OlzhaOwner.person_id)
        .where(
            OlzhaOwner.person_id.in_(untold),
            or_(OlzhaOwner.told_at.is_(None), OlzhaOwner.told_at <= now - WEEK),
            Person.unreachable_since.is_(None),
            sent < BUDGET,
        )
        .order_by(OlzhaOwner.person_id)
        .limit(AT_ONCE)
    )
    ids = people.all()
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
