"""A ceremony: made by the operator or a region's coordinator, changed, called off (§8.13)."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.dossiers.endings import OVER_AFTER, expected
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell_all_once, tell_each
from award.paging import PAGE, page_of
from award.typed import fitting, tidied
from storage.locking import locked
from storage.tables import (
    Ceremony,
    CeremonyAnswer,
    CeremonyGuest,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    Role,
    RoleKind,
)

MAKERS = (RoleKind.OPERATOR, RoleKind.COORDINATOR)
MOST_GUESTS = 10
LONGEST = (120, 200, 500)  # characters of place, address, what to bring


@dataclass(frozen=True)
class Plan:
    """When (aware) and where; what to bring; how many guests a winner may bring."""

    starts_at: dt.datetime
    place: str
    address: str
    guests: int
    bring: str = ""


@dataclass(frozen=True)
class Counts:
    """Of a ceremony's guests: invited, those who come and with how many, cannot, came, has it."""

    invited: int = 0
    come: int = 0
    companions: int = 0
    cannot: int = 0
    came: int = 0
    handed_over: int = 0


@dataclass(frozen=True)
class CeremonyCard:
    ceremony: Ceremony
    counts: Counts


async def make(at: Acting, plan: Plan) -> Ceremony:
    """Make a ceremony: of the whole country by an operator, of their region by a coordinator."""
    region = _region_of(at)
    ceremony = Ceremony(region=region, made_by=at.actor.id, made_at=at.now, **_fitting(at, plan))
    at.session.add(ceremony)
    await at.session.flush()
    await record(at.session, at.actor.id, "ceremony.made", "ceremony", ceremony.id, at.now)
    return ceremony


async def change(at: Acting, ceremony_id: int, plan: Plan) -> Ceremony:
    """Another day or place: everybody invited is told once, those who said that they come are asked
    again, and all are reminded of the new day alone. Where nothing changes, nobody is told.
    """
    ceremony = await run_by(at, ceremony_id, change=True)
    fit = _fitting(at, plan)
    changed = {name for name, value in fit.items() if getattr(ceremony, name) != value}
    if not changed:
        return ceremony
    for name, value in fit.items():
        setattr(ceremony, name, value)
    ceremony.version += 1
    await record(at.session, at.actor.id, "ceremony.changed", "ceremony", ceremony.id, at.now)
    moved = changed & {"starts_at", "place", "address"}
    await _ask_again(at, ceremony) if moved else await _fewer_guests(at, ceremony)
    await _tell(at, ceremony, NoticeKind.CEREMONY_CHANGED)
    await remind(at, ceremony)
    return ceremony


async def _ask_again(at: Acting, ceremony: Ceremony) -> None:
    guest = CeremonyGuest
    comes = (guest.answer == CeremonyAnswer.COMES) & guest.came_at.is_(None)
    await at.session.execute(
        update(guest)
        .where(guest.ceremony_id == ceremony.id, comes)
        .values(answer=CeremonyAnswer.ASKED, guests=0, answered_at=None)
    )


async def _fewer_guests(at: Acting, ceremony: Ceremony) -> None:
    """Whoever was to bring more than may come now brings as many as may."""
    guest = CeremonyGuest
    await at.session.execute(
        update(guest)
        .where(guest.ceremony_id == ceremony.id, guest.guests > ceremony.guests)
        .values(guests=ceremony.guests)
    )


async def call_off(at: Acting, ceremony_id: int) -> Ceremony:
    """There will be none: who is invited is told, and waits for another as a winner."""
    ceremony = await run_by(at, ceremony_id, change=True)
    ceremony.called_off_at = at.now
    await record(at.session, at.actor.id, "ceremony.called_off", "ceremony", ceremony.id, at.now)
    await _tell(at, ceremony, NoticeKind.CEREMONY_OFF)
    invited = select(CeremonyGuest.dossier_id).where(CeremonyGuest.ceremony_id == ceremony.id)
    await at.session.flush()
    waits = (Dossier.state == DossierState.INVITED) & Dossier.id.not_in(expected(at.now))
    await step_all(at, Dossier.id.in_(invited) & waits, DossierState.AWARDED)
    return ceremony


async def ceremonies(at: Acting, page: int = 0) -> tuple[Sequence[Ceremony], int, int]:
    """A page (from 0) of those that the person runs, the latest day first; its number, of how
    many."""
    at.actor.require(*MAKERS)
    mine = _run_by(at)
    total = await at.session.scalar(select(func.count(Ceremony.id)).where(mine)) or 0
    page, pages = page_of(total, PAGE, page)
    query = select(Ceremony).where(mine).order_by(Ceremony.starts_at.desc(), Ceremony.id)
    found = await at.session.scalars(query.limit(PAGE).offset(page * PAGE))
    return found.all(), page, pages


async def card(at: Acting, ceremony_id: int) -> CeremonyCard:
    """A ceremony with its counts, for whoever runs it; raises NotFound."""
    ceremony = await run_by(at, ceremony_id)
    guest = CeremonyGuest
    found = await at.session.execute(
        select(guest.answer, func.count(), func.sum(guest.guests), func.count(guest.came_at))
        .where(guest.ceremony_id == ceremony.id)
        .group_by(guest.answer)
    )
    rows = {answer: (count, int(more or 0), came) for answer, count, more, came in found}
    comes = rows.get(CeremonyAnswer.COMES, (0, 0, 0))
    handed = await at.session.scalar(
        select(func.count())
        .select_from(guest)
        .join(Dossier, Dossier.id == guest.dossier_id)
        .where(guest.ceremony_id == ceremony.id, Dossier.state == DossierState.HANDED_OVER)
    )
    counts = Counts(
        invited=sum(count for count, _, _ in rows.values()),
        come=comes[0],
        companions=comes[1],
        cannot=rows.get(CeremonyAnswer.CANNOT, (0, 0, 0))[0],
        came=sum(came for _, _, came in rows.values()),
        handed_over=handed or 0,
    )
    return CeremonyCard(ceremony, counts)


async def run_by(at: Acting, ceremony_id: int, *, change: bool = False) -> Ceremony:
    """A ceremony that the person runs, locked for a `change`; raises NotFound, and TooLate for a
    change of one that was called off or is over."""
    at.actor.require(*MAKERS)
    ceremony = await locked(at.session, Ceremony, ceremony_id)
    if ceremony is None or not runs(at, ceremony):
        raise NotFound
    over = ceremony.starts_at + OVER_AFTER < at.now
    if change and (over or ceremony.called_off_at is not None):
        raise TooLate("ceremony-over")
    return ceremony


def runs(at: Acting, ceremony: Ceremony) -> bool:
    """Whether the person is of the staff at its door: an operator, or its region's coordinator."""
    return any(
        role.kind is RoleKind.OPERATOR
        or (role.kind is RoleKind.COORDINATOR and role.region == ceremony.region is not None)
        for role in at.actor.roles
    )


def _run_by(at: Acting) -> ColumnElement[bool]:
    if at.actor.has(RoleKind.OPERATOR):
        return Ceremony.id.is_not(None)
    regions = [role.region for role in at.actor.roles if role.kind is RoleKind.COORDINATOR]
    return Ceremony.region.in_([region for region in regions if region])


def _region_of(at: Acting) -> str | None:
    if at.actor.has(RoleKind.OPERATOR):
        return None
    for role in at.actor.roles:
        if role.kind is RoleKind.COORDINATOR and role.region:
            return role.region
    raise NotAllowed


def _fitting(at: Acting, plan: Plan) -> dict[str, object]:
    place, address = fitting(plan.place, (2, LONGEST[0])), fitting(plan.address, (2, LONGEST[1]))
    if place is None or address is None or not 0 <= plan.guests <= MOST_GUESTS:
        raise Refusal("ceremony-unfit")
    if plan.starts_at <= at.now:
        raise Refusal("ceremony-past")
    bring = tidied(plan.bring)[: LONGEST[2]]
    return {
        **{"starts_at": plan.starts_at, "place": place, "address": address},
        **{"guests": plan.guests, "bring": bring},
    }


# --- to all who are invited, by a few statements however many they are


async def _tell(at: Acting, ceremony: Ceremony, kind: NoticeKind) -> None:
    """Once for each version, to all who wait for their badge still, and their families."""
    people = await people_of(at.session, ceremony.id)
    once = f"{kind.value}:{ceremony.id}:{ceremony.version}"
    await tell_all_once(
        at.session, people, kind, once, at.now, ceremony=ceremony.id, version=ceremony.version
    )


async def remind(at: Acting, ceremony: Ceremony, dossiers: Sequence[int] | None = None) -> None:
    """Owe the reminders of this version: a day and two hours before. They are of an event, so they
    come at their time: what is owed with a key would wait for the morning."""
    comes = CeremonyGuest.answer != CeremonyAnswer.CANNOT
    people = await people_of(at.session, ceremony.id, dossiers, comes)
    for hours in (24, 2):
        after = ceremony.starts_at - dt.timedelta(hours=hours) - at.now
        if after > dt.timedelta(0):
            of = {"ceremony": ceremony.id, "version": ceremony.version}
            told = [(person, of) for person in people]
            kind = NoticeKind.CEREMONY_REMINDER
            await tell_each(at.session, told, kind, at.now, after=after)


async def people_of(
    session: AsyncSession,
    ceremony_id: int,
    dossiers: Sequence[int] | None = None,
    *which: ColumnElement[bool],
) -> list[int]:
    """Ids of the winners who are invited and have no badge yet, and of who represents them."""
    winners = (
        select(Enrolment.person_id)
        .join(Dossier, Dossier.enrolment_id == Enrolment.id)
        .join(CeremonyGuest, CeremonyGuest.dossier_id == Dossier.id)
        .where(
            CeremonyGuest.ceremony_id == ceremony_id,
            Dossier.state != DossierState.HANDED_OVER,
            *which,
        )
    )
    if dossiers is not None:
        winners = winners.where(Dossier.id.in_(dossiers))
    family = select(Role.person_id).where(
        Role.kind == RoleKind.REPRESENTATIVE, Role.until.is_(None), Role.ward_id.in_(winners)
    )
    people = {*await session.scalars(winners), *await session.scalars(family)}
    return sorted(people)


async def step_all(at: Acting, which: ColumnElement[bool], to: DossierState) -> list[int]:
    """Bring many dossiers on at once, with a step of each; the ids. `which` says from where.

    What `award.dossiers.moving.move` does for one: neither state has a term.
    """
    ids = list(
        await at.session.scalars(
            select(Dossier.id).where(which).order_by(Dossier.id).with_for_update()
        )
    )
    if ids:
        await at.session.execute(
            update(Dossier).where(Dossier.id.in_(ids)).values(state=to, since=at.now, due=None)
        )
        await asyncio.sleep(0)  # SQLite waits for nothing: conversations have their turn meanwhile
        step = {"state": to, "by": at.actor.id, "at": at.now, "reason": None}
        steps = [step | {"dossier_id": each} for each in ids]
        await at.session.execute(insert(DossierStep.__table__), steps)
        await asyncio.sleep(0)
    return ids
