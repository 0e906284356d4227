"""What those invited answer, who came, who has the badge (§8.13)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.birth_dates import who_need_representative
from award.access.scope import represented
from award.audit import record
from award.ceremonies.ceremonies import run_by, runs
from award.ceremonies.inviting import named
from award.dossiers.endings import OVER_AFTER, at_centre, goes_on, revoked
from award.dossiers.moving import dossier_locked, move
from award.errors import NotFound, Refusal, TooLate
from award.paging import PAGE, page_of
from storage.locking import locked, locked_one
from storage.tables import (
    Ceremony,
    CeremonyAnswer,
    CeremonyGuest,
    Certificate,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    RoleKind,
)

# Of those who were forgotten, or whose consent was withdrawn, nothing is shown, whatever else
# keeps their name.
_NAME = case((goes_on(), Person.full_name))
QR_PREFIX = "door-"


@dataclass(frozen=True)
class Line:
    """A guest in the door's list."""

    guest_id: int
    ceremony_id: int
    name: str
    level: str
    answer: CeremonyAnswer
    guests: int
    came_at: dt.datetime | None
    handed_over: bool


@dataclass(frozen=True)
class Door:
    """A page of the list at the door, from 0; of `pages`."""

    ceremony_id: int
    lines: tuple[Line, ...]
    page: int
    pages: int


@dataclass(frozen=True)
class Invitation:
    """An invitation as the winner, or a minor's representative, reads it."""

    ceremony: Ceremony
    guest_id: int
    answer: CeremonyAnswer
    guests: int
    winner: str
    level: str
    is_own: bool
    may_answer: bool


# --- answering


async def invitations(at: Acting) -> tuple[Invitation, ...]:
    """Those of the person and of whom they represent, to ceremonies that are not over; the next
    first."""
    ahead = Ceremony.starts_at >= at.now - OVER_AFTER
    return await _invitations(at, ahead)


async def invitations_to(at: Acting, ceremony_id: int) -> tuple[Invitation, ...]:
    """The same to one ceremony: the person's own first; raises NotFound where there is none."""
    found = await _invitations(at, Ceremony.id == ceremony_id)
    if not found:
        raise NotFound
    return tuple(sorted(found, key=lambda each: not each.is_own))


async def invitation(at: Acting, guest_id: int) -> Invitation:
    """The person's own invitation, or that of somebody whom they represent; raises NotFound."""
    found = await _invitations(at, CeremonyGuest.id == guest_id)
    if not found:
        raise NotFound
    return found[0]


async def _invitations(at: Acting, which: ColumnElement[bool]) -> tuple[Invitation, ...]:
    wards = [role.ward_id for role in at.actor.roles if role.kind is RoleKind.REPRESENTATIVE]
    found = await at.session.execute(
        select(CeremonyGuest, Ceremony, Enrolment, Person, Dossier.state)
        .join(Ceremony, Ceremony.id == CeremonyGuest.ceremony_id)
        .join(Dossier, Dossier.id == CeremonyGuest.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(which, Enrolment.person_id.in_([at.actor.id, *wards]))
        .order_by(Ceremony.starts_at, CeremonyGuest.id)
    )
    rows = found.tuples().all()
    shown = await represented(at, [row[2] for row in rows])
    minors = await who_need_representative(
        at.session, at.programme, [row[3] for row in rows], at.now
    )
    return tuple(
        Invitation(
            ceremony=ceremony,
            guest_id=guest.id,
            answer=guest.answer,
            guests=guest.guests,
            winner=person.full_name or "",
            level=enrolment.level or "",
            is_own=person.id == at.actor.id,
            may_answer=(person.id == at.actor.id or person.id in minors)
            and ceremony.called_off_at is None
            and ceremony.starts_at > at.now
            and state is DossierState.INVITED,
        )
        for guest, ceremony, enrolment, person, state in rows
        if person.id == at.actor.id or enrolment.id in shown
    )


async def answer(
    at: Acting, guest_id: int, *, comes: bool, guests: int | None = None
) -> Invitation:
    """The winner, or who represents a minor, says whether they come, and with how many; until it
    begins they may change it.

    Raises NotFound for anyone else, TooLate where it was called off or has begun, or the badge is
    handed over, Refusal for more guests than may come.
    """
    theirs = await invitation(at, guest_id)
    ceremony = await locked_one(at.session, Ceremony, theirs.ceremony.id)
    guest = await locked_one(at.session, CeremonyGuest, guest_id)
    if not (await invitation(at, guest_id)).may_answer:
        raise TooLate("ceremony-over")
    with_ = (guest.guests if guests is None else guests) if comes else 0
    if with_ > ceremony.guests:
        raise Refusal("ceremony-too-many", most=ceremony.guests)
    guest.answer = CeremonyAnswer.COMES if comes else CeremonyAnswer.CANNOT
    guest.guests, guest.answered_at = with_, at.now
    await record(
        at.session,
        at.actor.id,
        "ceremony.answered",
        "ceremony_guest",
        guest.id,
        at.now,
        answer=guest.answer.value,
        guests=with_,
    )
    return await invitation(at, guest_id)


# --- the door


async def door(at: Acting, ceremony_id: int, page: int = 0, words: str = "") -> Door:
    """A page of the list at the door, by name; those who cannot come last. The look is on record.

    `words`: only those in whose name they stand. Two statements and a count, whatever the number of
    guests.
    """
    ceremony = await run_by(at, ceremony_id)
    of_it = (CeremonyGuest.ceremony_id == ceremony.id) & named(words)
    total = await at.session.scalar(_lines(func.count(CeremonyGuest.id)).where(of_it)) or 0
    page, pages = page_of(total, PAGE, page)
    last = CeremonyGuest.answer == CeremonyAnswer.CANNOT
    query = _all_lines().where(of_it).order_by(last, Person.full_name, CeremonyGuest.id)
    lines = await _read(at.session, query.limit(PAGE).offset(page * PAGE))
    await record(at.session, at.actor.id, "ceremony.door_seen", "ceremony", ceremony.id, at.now)
    return Door(ceremony.id, lines, page, pages)


async def came(at: Acting, guest_id: int) -> Line:
    """The guest is at the door; a second time changes nothing. Raises NotFound for all others than
    the staff at the door: whoever scans a guest's code learns nothing."""
    guest, _ = await _at_the_door(at, guest_id)
    if guest.came_at is None:
        guest.came_at, guest.came_by = at.now, at.actor.id
        guest.answer = CeremonyAnswer.COMES
        await record(at.session, at.actor.id, "ceremony.came", "ceremony_guest", guest.id, at.now)
        await at.session.flush()
    return await _line(at.session, guest.id)


async def not_here(at: Acting, guest_id: int) -> Line:
    """The mark was a mistake: the guest is not at the door. Raises NotFound, and TooLate once the
    badge is handed over."""
    guest, _ = await _at_the_door(at, guest_id)
    if (await dossier_locked(at, guest.dossier_id)).state is DossierState.HANDED_OVER:
        raise TooLate("ceremony-has-already")
    guest.came_at, guest.came_by = None, None
    await record(at.session, at.actor.id, "ceremony.not_here", "ceremony_guest", guest.id, at.now)
    await at.session.flush()
    return await _line(at.session, guest.id)


async def hand_over(at: Acting, guest_id: int) -> Line:
    """The badge is handed over at the ceremony, to who came; raises NotFound, TooLate."""
    guest, _ = await _at_the_door(at, guest_id)
    if guest.came_at is None:
        raise TooLate("ceremony-not-come")
    dossier = await dossier_locked(at, guest.dossier_id)
    if await at.session.scalar(revoked().where(Certificate.enrolment_id == dossier.enrolment_id)):
        raise TooLate("refused-certificate-ended")
    await move(at, dossier, DossierState.HANDED_OVER)
    await at.session.flush()
    return await _line(at.session, guest.id)


async def _at_the_door(at: Acting, guest_id: int) -> tuple[CeremonyGuest, Ceremony]:
    guest = await locked(at.session, CeremonyGuest, guest_id)
    ceremony = await at.session.get(Ceremony, guest.ceremony_id) if guest is not None else None
    if guest is None or ceremony is None or not runs(at, ceremony):
        raise NotFound
    if ceremony.called_off_at is not None:
        raise TooLate("ceremony-over")
    return guest, ceremony


def _all_lines() -> Select[CeremonyGuest, str | None, str | None, DossierState]:
    return _lines(CeremonyGuest, _NAME, Enrolment.level, Dossier.state)


def _lines(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(CeremonyGuest)
        .join(Dossier, Dossier.id == CeremonyGuest.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
    )


async def _line(session: AsyncSession, guest_id: int) -> Line:
    [line] = await _read(session, _all_lines().where(CeremonyGuest.id == guest_id))
    return line


async def _read(
    session: AsyncSession, query: Select[CeremonyGuest, str | None, str | None, DossierState]
) -> tuple[Line, ...]:
    return tuple(
        Line(
            guest.id,
            guest.ceremony_id,
            name or "",
            level or "",
            guest.answer,
            guest.guests,
            guest.came_at,
            state is DossierState.HANDED_OVER,
        )
        for guest, name, level, state in await session.execute(query)
    )


# --- through the centre


async def left_to_centre(at: Acting, page: int = 0) -> tuple[Sequence[tuple[int, str]], int, int]:
    """Winners of the head's centres who could not come to a ceremony, or are invited to none by
    their decision: dossier and name, a page (from 0), its number, of how many."""
    at.actor.require(RoleKind.CENTRE_HEAD)
    which = _left(at)
    count = select(func.count()).select_from(_left_rows().where(which).subquery())
    page, pages = page_of(await at.session.scalar(count) or 0, PAGE, page)
    query = _left_rows().where(which).order_by(Person.full_name, Dossier.id)
    found = (await at.session.execute(query.limit(PAGE).offset(page * PAGE))).all()
    for dossier_id, _ in found:
        await record(at.session, at.actor.id, "dossier.seen", "dossier", dossier_id, at.now)
    return [(dossier_id, name or "") for dossier_id, name in found], page, pages


async def hand_over_at_centre(at: Acting, dossier_id: int) -> None:
    """The head hands the badge over to who has it from no ceremony; raises NotFound, TooLate."""
    at.actor.require(RoleKind.CENTRE_HEAD)
    there = _left_rows().where(_left(at), Dossier.id == dossier_id)
    if (await at.session.execute(there)).first() is None:
        raise NotFound
    await move(at, await dossier_locked(at, dossier_id), DossierState.HANDED_OVER)


def _left_rows() -> Select[int, str | None]:
    return (
        select(Dossier.id, Person.full_name)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
    )


def _left(at: Acting) -> ColumnElement[bool]:
    """Of the head's own centre, never the head's own: not come to the last ceremony that was held,
    or invited to none by the decision."""
    centres = [role.centre_id for role in at.actor.roles if role.kind is RoleKind.CENTRE_HEAD]
    return and_(
        at_centre(at.now),
        Enrolment.centre_id.in_(centres),
        Enrolment.person_id != at.actor.id,
        goes_on(),
        Enrolment.id.not_in(revoked()),
    )
