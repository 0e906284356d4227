"""Portfolios that were asked for: a row each, owed until it is made and sent (programme.md §8.10).

To fetch and to print sixty pictures takes a while. So the tap that asks writes a row; a worker
beside makes it (scheduler/portfolio), and goes on after a restart from the row alone.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import done_lately, within_budget
from award.access.scope import visible
from award.audit import record
from award.errors import NotFound, Refusal
from storage.tables import Enrolment, Person, PortfolioOrder, PortfolioOutcome

A_DAY = 60  # portfolios that one person asks for: a commission's member reads many
LEASE = dt.timedelta(minutes=3)  # a process that makes one says in between that it is still there
FIRST_WAIT, LONGEST_WAIT = dt.timedelta(seconds=20), dt.timedelta(minutes=30)
GIVE_UP = 12  # tries: with these waits some five hours
WOKEN = "portfolio_asked"
_ASKED, _HOURS = "portfolio.asked", "portfolio.hours_asked"


@dataclass(frozen=True)
class Owed:
    """A portfolio that is being made, for whom. `message_id`: of what shows how far it is."""

    id: int
    enrolment_id: int
    person_id: int
    message_id: int | None
    tries: int


@dataclass(frozen=True)
class WhosePortfolio:
    """Of whom it is: their name; whether it is the reader's own, who may choose its photos."""

    enrolment_id: int
    name: str
    is_own: bool


async def whose_portfolio(at: Acting, enrolment_id: int) -> WhosePortfolio:
    """Of whom the portfolio is that the person may have; raises NotFound, and Refusal before the
    journal has begun. A look at another's is on the record (§7)."""
    enrolment = await _readable(at, enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    own = person.id == at.actor.id
    if not own:
        await record(at.session, at.actor.id, "portfolio.seen", "enrolment", enrolment.id, at.now)
    return WhosePortfolio(enrolment.id, person.full_name or "", own)


async def own_begun(at: Acting) -> int:
    """The person's own latest enrolment whose journal has begun; raises Refusal where none has."""
    found: int | None = await at.session.scalar(
        select(Enrolment.id)
        .where(
            Enrolment.person_id == at.actor.id,
            Enrolment.started_on.is_not(None),
            Enrolment.erased_at.is_(None),
        )
        .order_by(Enrolment.id.desc())
        .limit(1)
    )
    if found is None:
        raise Refusal("portfolio-not-begun")
    return found


async def ask(at: Acting, enrolment_id: int) -> PortfolioOrder:
    """Ask for a portfolio: one's own, a child's, or of somebody whose journal one may read.

    Raises NotFound; Refusal before the journal has begun, while one is being made, and for a second
    one within the hour.
    """
    return await order(at, await _readable(at, enrolment_id))


async def order(at: Acting, enrolment: Enrolment) -> PortfolioOrder:
    """The same of an enrolment that the caller found within the scope."""
    if enrolment.started_on is None:
        raise Refusal("portfolio-not-begun")
    waiting = await at.session.scalar(
        select(PortfolioOrder.id).where(
            PortfolioOrder.enrolment_id == enrolment.id,
            PortfolioOrder.person_id == at.actor.id,
            PortfolioOrder.settled_at.is_(None),
        )
    )
    if waiting is not None:
        raise Refusal("portfolio-being-made")
    if await done_lately(at, _ASKED, "enrolment", enrolment.id):
        raise Refusal("portfolio-lately")
    await within_budget(at, _ASKED, A_DAY)
    await record(at.session, at.actor.id, _ASKED, "enrolment", enrolment.id, at.now)
    ordered = PortfolioOrder(enrolment_id=enrolment.id, person_id=at.actor.id, asked_at=at.now)
    at.session.add(ordered)
    await at.session.flush()
    at.session.info[WOKEN] = True
    return ordered


async def ask_for_hours(at: Acting, enrolment_id: int) -> int:
    """Ask for the record of hours of somebody whose portfolio one may have; the enrolment's id.

    Raises as `ask`.
    """
    enrolment = await _readable(at, enrolment_id)
    if await done_lately(at, _HOURS, "enrolment", enrolment.id):
        raise Refusal("portfolio-lately")
    await within_budget(at, _HOURS, A_DAY)
    await record(at.session, at.actor.id, _HOURS, "enrolment", enrolment.id, at.now)
    return enrolment.id


async def _readable(at: Acting, enrolment_id: int) -> Enrolment:
    enrolment = await visible(at, enrolment_id)
    if enrolment.erased_at is not None:
        raise NotFound
    if enrolment.started_on is None:
        raise Refusal("portfolio-not-begun")
    return enrolment


# --- what the worker does


async def claim(session: AsyncSession, now: dt.datetime) -> Owed | None:
    """Take the one that waits for longest; None where none is due. It is this process's for a
    LEASE."""
    free = or_(PortfolioOrder.claimed_until.is_(None), PortfolioOrder.claimed_until <= now)
    due = or_(PortfolioOrder.again_at.is_(None), PortfolioOrder.again_at <= now)
    order = await session.scalar(
        select(PortfolioOrder)
        .where(PortfolioOrder.settled_at.is_(None), free, due)
        .order_by(PortfolioOrder.asked_at, PortfolioOrder.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if order is None:
        return None
    order.claimed_until = now + LEASE
    return Owed(order.id, order.enrolment_id, order.person_id, order.message_id, order.tries)


async def keep(
    session: AsyncSession, order_id: int, now: dt.datetime, message_id: int | None
) -> None:
    """It is still being made, and this message shows how far it is."""
    await _change(session, order_id, claimed_until=now + LEASE, message_id=message_id)


async def may_read(at: Acting, enrolment_id: int) -> bool:
    """Whether the person may have it by now: a role, a consent may have ended since they asked."""
    try:
        await _readable(at, enrolment_id)
    except Refusal:
        return False
    return True


async def put_off(session: AsyncSession, order: Owed, now: dt.datetime) -> bool:
    """Try it again later, after pauses that double; False where it is given up instead."""
    if order.tries + 1 >= GIVE_UP:
        await settle(session, order.id, PortfolioOutcome.FAILED, now)
        return False
    wait = min(FIRST_WAIT * 2**order.tries, LONGEST_WAIT)
    await _change(session, order.id, tries=order.tries + 1, again_at=now + wait, claimed_until=None)
    return True


async def let_go(session: AsyncSession, order_id: int) -> None:
    """An orderly stop: the next process need not wait for the claim to end."""
    await _change(session, order_id, claimed_until=None)


async def settle(
    session: AsyncSession, order_id: int, outcome: PortfolioOutcome, now: dt.datetime
) -> None:
    """Nothing is owed any more."""
    await _change(session, order_id, settled_at=now, outcome=outcome, claimed_until=None)


async def _change(session: AsyncSession, order_id: int, **values: object) -> None:
    await session.execute(
        update(PortfolioOrder)
        .where(PortfolioOrder.id == order_id, PortfolioOrder.settled_at.is_(None))
        .values(**values)
    )
