"""Who is invited, what they answer, who came, who has the badge (§8.13)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import represents
from award.audit import record
from award.ceremonies.ceremonies import people_of, remind, run_by, runs, step_all
from award.certificates.issuing import revoked
from award.dossiers.moving import dossier_locked, move
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell_all_once
from award.paging import PAGE, page_of
from storage.locking import locked
from storage.tables import (
    Candidacy,
    Centre,
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

AT_ONCE = 200  # winners whom one tap invites
QR_PREFIX = "door-"


@dataclass(frozen=True)
class Line:
    """A guest in the door's list."""

    guest_id: int
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


# --- inviting


async def waiting_winners(at: Acting, ceremony_id: int) -> int:
    """How many winners of its scope are not invited to any ceremony yet."""
    ceremony = await run_by(at, ceremony_id)
    query = select(func.count()).select_from(_winners(ceremony).subquery())
    return await at.session.scalar(query) or 0


async def invite(at: Acting, ceremony_id: int) -> int:
    """Invite the next winners of its scope, at most AT_ONCE; how many. Each is told, and so is who
    represents a minor; both are reminded."""
    ceremony = await run_by(at, ceremony_id, change=True)
    some = (await at.session.scalars(_winners(ceremony).limit(AT_ONCE))).all()
    ids = await step_all(
        at,
        Dossier.id.in_(some) & (Dossier.state == DossierState.AWARDED),
        DossierState.INVITED,
    )
    if not ids:
        return 0
    at.session.add_all(
        CeremonyGuest(ceremony_id=ceremony.id, dossier_id=each, answer=CeremonyAnswer.ASKED)
        for each in ids
    )
    await at.session.flush()
    await record(
        at.session, at.actor.id, "ceremony.invited", "ceremony", ceremony.id, at.now, dossiers=ids
    )
    people = await people_of(at.session, ceremony.id, ids)
    once = f"{NoticeKind.CEREMONY_INVITED.value}:{ceremony.id}"
    await tell_all_once(
        at.session,
        people,
        NoticeKind.CEREMONY_INVITED,
        once,
        at.now,
        useful_until=ceremony.starts_at,
        ceremony=ceremony.id,
        version=ceremony.version,
    )
    await remind(at, ceremony, ids)
    return len(ids)


def _winners(ceremony: Ceremony) -> Select[int]:
    """Awarded, and not left out of ceremonies by the commission's decision."""
    known = select(CeremonyGuest.dossier_id).where(CeremonyGuest.ceremony_id == ceremony.id)
    query = (
        select(Dossier.id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Dossier.state == DossierState.AWARDED,
            Dossier.id.not_in(_left_out()),
            Dossier.id.not_in(known),
            Enrolment.erased_at.is_(None),
            Enrolment.id.not_in(revoked()),
        )
        .order_by(Dossier.id)
    )
    if ceremony.region is not None:
        query = query.where(func.coalesce(Centre.region, Person.region) == ceremony.region)
    return query


def _left_out() -> Select[int]:
    """Dossiers awarded without an invitation; what was decided before the award counts for none."""
    return select(Candidacy.dossier_id).where(
        Candidacy.outcome == DossierState.AWARDED, Candidacy.to_ceremony.is_(False)
    )


# --- answering


async def invitation(at: Acting, ceremony_id: int) -> Invitation:
    """The person's own invitation, or that of a minor whom they represent; raises NotFound."""
    found = await at.session.execute(
        select(CeremonyGuest, Ceremony, Enrolment, Person.full_name)
        .join(Ceremony, Ceremony.id == CeremonyGuest.ceremony_id)
        .join(Dossier, Dossier.id == CeremonyGuest.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(CeremonyGuest.ceremony_id == ceremony_id, _theirs(at))
        .order_by((Enrolment.person_id == at.actor.id).desc(), CeremonyGuest.id)
    )
    for guest, ceremony, enrolment, name in found.all():
        own = enrolment.person_id == at.actor.id
        if own or await represents(at, enrolment):
            level = enrolment.level or ""
            return Invitation(
                ceremony, guest.id, guest.answer, guest.guests, name or "", level, own
            )
    raise NotFound


def _theirs(at: Acting) -> ColumnElement[bool]:
    wards = [role.ward_id for role in at.actor.roles if role.kind is RoleKind.REPRESENTATIVE]
    return Enrolment.person_id.in_([at.actor.id, *wards])


async def answer(
    at: Acting, ceremony_id: int, *, comes: bool, guests: int | None = None
) -> Invitation:
    """The winner says whether they come, and with how many; until it begins they may change it.

    Raises NotFound for anyone else, TooLate where it was called off or has begun, Refusal for more
    guests than may come.
    """
    theirs = await invitation(at, ceremony_id)
    if not theirs.is_own:
        raise NotFound
    ceremony = theirs.ceremony
    if ceremony.called_off_at is not None or ceremony.starts_at <= at.now:
        raise TooLate("ceremony-over")
    with_ = (theirs.guests if guests is None else guests) if comes else 0
    if with_ > ceremony.guests:
        raise Refusal("ceremony-too-many", most=ceremony.guests)
    guest = await locked(at.session, CeremonyGuest, theirs.guest_id)
    assert guest is not None
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
    return await invitation(at, ceremony_id)


# --- the door


async def door(at: Acting, ceremony_id: int, page: int = 0) -> Door:
    """A page of the list at the door, by name; those who cannot come last. The look is on record.

    Two statements and a count, whatever the number of guests.
    """
    ceremony = await run_by(at, ceremony_id)
    of_it = CeremonyGuest.ceremony_id == ceremony.id
    total = await at.session.scalar(select(func.count(CeremonyGuest.id)).where(of_it)) or 0
    page, pages = page_of(total, PAGE, page)
    last = CeremonyGuest.answer == CeremonyAnswer.CANNOT
    query = _lines().where(of_it).order_by(last, Person.full_name, CeremonyGuest.id)
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


def _lines() -> Select[CeremonyGuest, str | None, str | None, DossierState]:
    name = case((Enrolment.erased_at.is_(None), Person.full_name))
    return (
        select(CeremonyGuest, name, Enrolment.level, Dossier.state)
        .join(Dossier, Dossier.id == CeremonyGuest.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
    )


async def _line(session: AsyncSession, guest_id: int) -> Line:
    [line] = await _read(session, _lines().where(CeremonyGuest.id == guest_id))
    return line


async def _read(
    session: AsyncSession, query: Select[CeremonyGuest, str | None, str | None, DossierState]
) -> tuple[Line, ...]:
    return tuple(
        Line(
            guest.id,
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
    missed = (
        select(CeremonyGuest.dossier_id)
        .join(Ceremony, Ceremony.id == CeremonyGuest.ceremony_id)
        .where(
            CeremonyGuest.came_at.is_(None),
            Ceremony.called_off_at.is_(None),
            (CeremonyGuest.answer == CeremonyAnswer.CANNOT) | (Ceremony.starts_at < at.now),
        )
    )
    waits = or_(
        and_(Dossier.state == DossierState.INVITED, Dossier.id.in_(missed)),
        and_(Dossier.state == DossierState.AWARDED, Dossier.id.in_(_left_out())),
    )
    return and_(
        waits,
        Enrolment.centre_id.in_(centres),
        Enrolment.person_id != at.actor.id,
        Enrolment.erased_at.is_(None),
        Enrolment.id.not_in(revoked()),
    )
