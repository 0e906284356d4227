"""Transfers as they are read, and where a participant may be transferred to (§7.8)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.scope import mentored_by, represents, visible
from award.audit import record
from award.calendar.zones import today_in
from award.centres.offers import CentreOffer, MentorOffer, mentors_of, suggest_centres
from award.errors import NotFound
from award.paging import PAGE, page_of
from award.programme.eligibility import age_on
from award.transfers.parties import asker, family, heads, open_transfer, receivers
from award.transfers.transfers import may_withdraw
from storage.tables import (
    OPEN_TRANSFERS,
    SIGNED_STATES,
    Centre,
    Enrolment,
    Entry,
    EntryState,
    Person,
    Role,
    RoleKind,
    Transfer,
    TransferBy,
    TransferState,
)

# Who may have to pull one.
RECEIVERS = (RoleKind.MENTOR, RoleKind.CENTRE_HEAD, RoleKind.OPERATOR)


@dataclass(frozen=True, slots=True)
class TransferSeen:
    """A transfer for a reader, with what they can do: answer it, pull, give it to a mentor,
    refuse, take it back.

    `left`: the participant has gone from the reader, to whom only where they went is told: no
    words, age, place. `mine`: the reader is the mentor by now. `waiting`: entries to review.
    """

    id: int
    enrolment_id: int
    state: TransferState
    asked_as: TransferBy
    name: str
    level: str
    words: str
    age: int | None
    place: str | None
    from_mentor: str
    from_centre: str
    to_mentor: str
    to_centre: str
    due: dt.date
    reason: str | None
    waiting: int
    own: bool
    represents: bool
    left: bool
    mine: bool
    may_answer: bool
    may_pull: bool
    may_give: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class OpenTransfer:
    """One in a list: who goes, and whether the reader is to pull."""

    id: int
    name: str
    mine: bool


@dataclass(frozen=True, slots=True)
class OpenTransfers:
    """A page of them, those that end first before others; `number` from 0 of `pages`."""

    rows: tuple[OpenTransfer, ...]
    total: int
    number: int
    pages: int


async def begin_transfer(at: Acting, enrolment_id: int) -> int | None:
    """For who may ask for one: the id of what is open already, if any. Raises as `asker`."""
    await asker(at, enrolment_id)
    already = await open_transfer(at.session, enrolment_id)
    return already.id if already is not None else None


async def centres_for(at: Acting, enrolment_id: int, words: str = "") -> tuple[CentreOffer, ...]:
    """Centres that a participant may go to: the own one first, then the nearest ones.

    With `words` only those that have all of them in their name or place. Raises as `asker`.
    """
    enrolment, _ = await asker(at, enrolment_id)
    found = await suggest_centres(at, words, of=enrolment.person_id)
    return tuple(sorted(found, key=lambda each: each.id != enrolment.centre_id))


async def mentors_for(at: Acting, enrolment_id: int, centre_id: int) -> tuple[MentorOffer, ...]:
    """Mentors of a centre that a participant may go to, the least loaded first."""
    enrolment, _ = await asker(at, enrolment_id)
    offers = await mentors_of(at.session, centre_id, at.now, participant=enrolment.person_id)
    return tuple(each for each in offers if each.id != enrolment.mentor_id)


async def mentors_to_give(at: Acting, transfer_id: int) -> tuple[MentorOffer, ...]:
    """Mentors of whom a receiving head chooses one; raises NotFound for who does not receive."""
    transfer = await at.session.get(Transfer, transfer_id)
    if transfer is None or not await _gives(at, transfer):
        raise NotFound
    enrolment = await at.session.get_one(Enrolment, transfer.enrolment_id)
    offers = await mentors_of(
        at.session, transfer.to_centre_id, at.now, participant=enrolment.person_id
    )
    return tuple(each for each in offers if each.id != enrolment.mentor_id)


async def transfer_seen(at: Acting, transfer_id: int) -> TransferSeen:
    """A transfer for all whom it concerns; a look by staff is on the record.

    The participant, the family, who may see the participant, who receives once it is offered; and
    from whom the participant has gone, of where alone. Raises NotFound for all others.
    """
    transfer = await at.session.get(Transfer, transfer_id)
    if transfer is None:
        raise NotFound
    enrolment = await at.session.get_one(Enrolment, transfer.enrolment_id)
    offered = transfer.state is TransferState.OFFERED and enrolment.state in SIGNED_STATES
    receives = offered and at.actor.id in await receivers(at.session, transfer, enrolment, at.now)
    own = enrolment.person_id == at.actor.id
    relative = not own and await represents(at, enrolment)
    reads = own or relative or receives or await _within(at, enrolment)
    if not reads and not _left(at, transfer, enrolment):
        raise NotFound
    if not own and not relative:
        await record(at.session, at.actor.id, "transfer.seen", "enrolment", enrolment.id, at.now)
    named = transfer.to_mentor_id == at.actor.id
    unanswered = transfer.agreed_at if own else transfer.family_agreed_at
    asked = own or (relative and at.actor.id in await _family(at, enrolment))
    person = await at.session.get_one(Person, enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    gone = transfer.state is TransferState.PULLED
    return TransferSeen(
        id=transfer.id,
        enrolment_id=enrolment.id,
        state=transfer.state,
        asked_as=transfer.asked_as,
        name=person.full_name or "",
        level=enrolment.level or "",
        words=transfer.words if reads else "",
        age=age_on(person.birth_date, today) if reads and person.birth_date else None,
        place=person.place if reads else None,
        from_mentor=await _name(
            at.session, transfer.from_mentor_id if gone else enrolment.mentor_id
        ),
        from_centre=await _centre(
            at.session, transfer.from_centre_id if gone else enrolment.centre_id
        ),
        to_mentor=await _name(at.session, transfer.to_mentor_id),
        to_centre=await _centre(at.session, transfer.to_centre_id),
        due=transfer.due,
        reason=transfer.reason,
        waiting=await _waiting(at.session, enrolment.id) if reads else 0,
        own=own,
        represents=relative,
        left=not reads,
        mine=enrolment.mentor_id == at.actor.id,
        may_answer=transfer.state is TransferState.AGREEING and asked and unanswered is None,
        may_pull=receives and named,
        may_give=receives and not named,
        may_withdraw=transfer.state in OPEN_TRANSFERS and may_withdraw(at, transfer, enrolment),
    )


async def open_transfers(at: Acting, page: int = 0) -> OpenTransfers:
    """Those that wait for the person, and those of their participants; on the record as a look."""
    at.actor.require(*RECEIVERS)
    theirs = _listed(at)
    which = (Transfer.state.in_(OPEN_TRANSFERS), Enrolment.state.in_(SIGNED_STATES), theirs)
    joined = select(Transfer, Enrolment, Person.full_name)
    query = (
        joined.join(Enrolment, Enrolment.id == Transfer.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(*which)
    )
    total = await at.session.scalar(
        query.with_only_columns(func.count(Transfer.id), maintain_column_froms=True)
    )
    number, pages = page_of(total or 0, PAGE, page)
    found = await at.session.execute(
        query.order_by(Transfer.due, Transfer.id).offset(number * PAGE).limit(PAGE)
    )
    await record(at.session, at.actor.id, "transfers.listed", "enrolment", None, at.now)
    rows = [
        OpenTransfer(
            transfer.id,
            name or "",
            transfer.state is TransferState.OFFERED
            and at.actor.id in await receivers(at.session, transfer, enrolment, at.now),
        )
        for transfer, enrolment, name in found.tuples().all()
    ]
    return OpenTransfers(tuple(rows), total or 0, number, pages)


# --- parts


async def _gives(at: Acting, transfer: Transfer) -> bool:
    """Whether the person is to give the participant to a mentor: not themself the one asked for."""
    enrolment = await at.session.get_one(Enrolment, transfer.enrolment_id)
    if transfer.state is not TransferState.OFFERED or enrolment.state not in SIGNED_STATES:
        return False
    to = await receivers(at.session, transfer, enrolment, at.now)
    return at.actor.id in to and transfer.to_mentor_id != at.actor.id


def _listed(at: Acting) -> ColumnElement[bool]:
    """Offered to the person, or of their participants."""
    led = [role.centre_id for role in at.actor.roles if role.kind is RoleKind.CENTRE_HEAD]
    to_any = or_(Transfer.to_mentor_id.is_(None), ~_still_there(at))
    to_me = and_(Transfer.to_mentor_id == at.actor.id, _still_there(at))
    to_led = and_(Transfer.to_centre_id.in_(led), to_any)
    theirs = [to_me, to_led]
    if at.actor.has(RoleKind.OPERATOR):
        headed = exists().where(
            Role.kind == RoleKind.CENTRE_HEAD,
            Role.centre_id == Transfer.to_centre_id,
            in_force(at.now),
        )
        theirs.append(and_(to_any, ~headed))
    offered = and_(Transfer.state == TransferState.OFFERED, or_(*theirs))
    return or_(offered, mentored_by(at.actor), Enrolment.centre_id.in_(led))


def _still_there(at: Acting) -> ColumnElement[bool]:
    """The mentor asked for is one of that centre still."""
    return exists().where(
        Role.kind == RoleKind.MENTOR,
        Role.person_id == Transfer.to_mentor_id,
        Role.centre_id == Transfer.to_centre_id,
        in_force(at.now),
    )


def _left(at: Acting, transfer: Transfer, enrolment: Enrolment) -> bool:
    """Whether the participant was the reader's, or of the reader's centre, and was pulled away."""
    mentor = transfer.from_mentor_id == at.actor.id and at.actor.has(RoleKind.MENTOR)
    return (
        transfer.state is TransferState.PULLED
        and enrolment.state in SIGNED_STATES
        and (mentor or heads(at, transfer.from_centre_id))
    )


async def _within(at: Acting, enrolment: Enrolment) -> bool:
    try:
        await visible(at, enrolment.id)
    except NotFound:
        return False
    return True


async def _family(at: Acting, enrolment: Enrolment) -> tuple[int, ...]:
    return await family(at.session, at.programme, enrolment, at.now)


async def _name(session: AsyncSession, person_id: int | None) -> str:
    person = await session.get(Person, person_id) if person_id is not None else None
    return (person.full_name if person is not None else None) or ""


async def _centre(session: AsyncSession, centre_id: int | None) -> str:
    centre = await session.get(Centre, centre_id) if centre_id is not None else None
    return centre.name if centre is not None else ""


async def _waiting(session: AsyncSession, enrolment_id: int) -> int:
    waits = (Entry.enrolment_id == enrolment_id) & (Entry.state == EntryState.SUBMITTED)
    return int(await session.scalar(select(func.count()).select_from(Entry).where(waits)) or 0)
