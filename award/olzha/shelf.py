"""A participant's own shelf: points, trophies, what is near; to turn all of it off and on (§8.4).

Nobody else is shown any of it: no mentor, no representative, no staff.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.calendar.zones import today_in
from award.errors import Refusal
from award.olzha.earning import Deeds, Way
from award.olzha.history import Histories
from award.olzha.ledger import person_changed, settle
from award.programme import Cause, Olzha, Programme, Reward
from storage.tables import Enrolment, OlzhaOwner, OlzhaRow, Person

# What somebody else decides or offers: there is no going some of the way.
_WHEN_DECIDED = (Cause.direction, Cause.level, Cause.event, Cause.mended)
AHEAD = 3  # of what is near, so many are shown


@dataclass(frozen=True, slots=True)
class Won:
    """A trophy on the shelf: how often it was given, and when first."""

    reward: Reward
    times: int
    on: dt.date


@dataclass(frozen=True, slots=True)
class Near:
    """What a trophy asks, and how much of it there is: weeks, books, hours; less than `needed`."""

    reward: Reward
    there: int
    needed: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Points, trophies with the newest first, what is near; `off`: the person wants none of it."""

    points: int
    won: tuple[Won, ...]
    near: tuple[Near, ...]
    off: bool = False


async def own_shelf(at: Acting) -> Shelf:
    """The acting person's shelf as their history stands now; what is not counted yet is, here.

    Raises Refusal where the programme has no olzha or the person has begun no level.
    """
    olzha, ways = await _begun(at)
    owner = await at.session.get(OlzhaOwner, at.actor.id, populate_existing=True)
    if owner is not None and owner.changes != owner.counted:
        await settle(at.session, at.programme, [at.actor.id])
    return await _stands(at, olzha, ways, off=owner is not None and owner.off_since is not None)


async def turn(at: Acting, *, on: bool) -> Shelf:
    """Turn the whole off, which empties the ledger, or on again: it is counted from the history.

    Nobody is told of the trophies that come back. Raises Refusal like `own_shelf`.
    """
    await _begun(at)
    # Enrolments before their owner, in the order in which whoever changes a history locks them.
    locking = _own(at).order_by(Enrolment.id).with_for_update(read=True, key_share=True)
    await at.session.execute(locking)
    await person_changed(at.session, at.actor.id)
    owner = await at.session.get_one(OlzhaOwner, at.actor.id, populate_existing=True)
    if on != (owner.off_since is not None):
        return await own_shelf(at)
    owner.off_since = None if on else at.now
    await record(
        at.session, at.actor.id, "olzha.on" if on else "olzha.off", "person", at.actor.id, at.now
    )
    await at.session.flush()
    if on:
        await settle(at.session, at.programme, [at.actor.id], quietly=True)
    else:
        await at.session.execute(delete(OlzhaRow).where(OlzhaRow.enrolment_id.in_(_own(at))))
    return await own_shelf(at)


async def told_of(at: Acting, codes: Collection[str]) -> Shelf:
    """The shelf of somebody who is told of these trophies, without others and those gone again."""
    olzha, ways = at.programme.olzha, await _ways(at)
    shelf = Shelf(0, (), ()) if olzha is None else await _stands(at, olzha, ways)
    return replace(shelf, won=tuple(each for each in shelf.won if each.reward.code in codes))


async def _stands(at: Acting, olzha: Olzha, ways: Sequence[Way], *, off: bool = False) -> Shelf:
    """As the ledger is; what is near as of today."""
    if off:
        return Shelf(0, (), (), off=True)
    rows = await _rows(at)
    region = await at.session.scalar(select(Person.region).where(Person.id == at.actor.id))
    won = _won(olzha, rows)
    today = today_in(at.programme, region, at.now)
    near = _near(olzha, ways, {each.reward.code for each in won}, today)
    return Shelf(sum(row.points for row in rows), won, near)


async def _begun(at: Acting) -> tuple[Olzha, Sequence[Way]]:
    olzha, ways = at.programme.olzha, await _ways(at)
    if olzha is None or not ways:
        raise Refusal("olzha-not-begun")
    return olzha, ways


async def _ways(at: Acting) -> Sequence[Way]:
    return (await Histories(at.session, at.programme).of([at.actor.id]))[at.actor.id]


def _own(at: Acting) -> Select[int]:
    return select(Enrolment.id).where(Enrolment.person_id == at.actor.id)


async def _rows(at: Acting) -> Sequence[OlzhaRow]:
    found = await at.session.scalars(
        select(OlzhaRow)
        .where(OlzhaRow.enrolment_id.in_(_own(at)))
        .execution_options(populate_existing=True)
    )
    return found.all()


async def trophies_won(
    session: AsyncSession, programme: Programme, enrolment_id: int
) -> tuple[Won, ...]:
    """The trophies of one level, for the portfolio that its participant asks for themself.

    None where they want none of it, or the programme has no olzha.
    """
    if programme.olzha is None:
        return ()
    off = (
        select(OlzhaOwner.person_id)
        .join(Enrolment, Enrolment.person_id == OlzhaOwner.person_id)
        .where(Enrolment.id == enrolment_id, OlzhaOwner.off_since.is_not(None))
    )
    if await session.scalar(off) is not None:
        return ()
    rows = await session.scalars(select(OlzhaRow).where(OlzhaRow.enrolment_id == enrolment_id))
    return _won(programme.olzha, rows.all())


def _won(olzha: Olzha, rows: Sequence[OlzhaRow]) -> tuple[Won, ...]:
    """The trophies, that won last first; of a day the one that the programme names later."""
    found = []
    for reward in reversed([each for each in olzha.rewards if each.trophy is not None]):
        days = sorted(row.earned_on for row in rows if row.reward == reward.code)
        if days:
            found.append(Won(reward, len(days), days[0]))
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _near(
    olzha: Olzha, ways: Sequence[Way], won: Collection[str], today: dt.date
) -> tuple[Near, ...]:
    """What is left least of, one for each kind of thing: not five streaks one behind another."""
    deeds = Deeds(ways, olzha.outages)
    asked = {direction for way in ways for direction in way.asked}
    nearest: dict[tuple[Cause, str | None], Near] = {}
    for reward in olzha.rewards:
        if reward.trophy is None or reward.at is None or reward.code in won:
            continue
        if reward.cause in _WHEN_DECIDED or (reward.of is not None and reward.of not in asked):
            continue
        there = deeds.amount(reward, today)
        kind = (reward.cause, reward.of)
        if there < reward.at and (kind not in nearest or reward.at < nearest[kind].needed):
            nearest[kind] = Near(reward, there, reward.at)
    by_share = sorted(nearest.values(), key=lambda each: -each.there / each.needed)
    return tuple(by_share[:AHEAD])
