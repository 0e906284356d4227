"""A transfer: asked for, agreed to, pulled by the receiver; or ended in another way (§7.8).

Nothing of a participant changes hands before the receiver pulls. The enrolment is locked then: of
two who pull at once, one does. All that there is stays with the enrolment, and so is the new
mentor's to see, and the old one's no more.
"""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.responsible import heads_of
from award.access.scope import represents
from award.audit import record
from award.calendar import local_date
from award.calendar.days_off import term_end
from award.calendar.zones import in_zone
from award.dossiers.turns import recommenders
from award.errors import NotFound, Refusal, TooLate
from award.evidence.comparison import tell_of_open
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.transfers.parties import (
    asker,
    family,
    heads,
    offered_there,
    open_transfer,
    receivers,
    require_movable,
)
from award.typed import tidied
from storage.locking import locked_one
from storage.tables import (
    OPEN_TRANSFERS,
    SIGNED_STATES,
    Centre,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    RoleKind,
    Transfer,
    TransferBy,
    TransferState,
    Urgency,
)

LONGEST_WORDS = 500  # characters
# Usual reasons of a receiver; each has its words, `transfer-reason-<code>`.
REFUSALS = ("full", "far", "talk")


async def ask_transfer(
    at: Acting, enrolment_id: int, to_centre: int, to_mentor: int | None, words: str
) -> Transfer:
    """Ask that a participant go to a mentor, or to a centre that chooses one, saying why.

    Where mentor or head ask, the participant (and who signed for a minor) is asked first. Raises
    NotFound for who may not ask and for no such place, TooLate while another is open, Refusal for
    words none or too many.
    """
    enrolment, asked_as = await asker(at, enrolment_id)
    words = _fit(words)
    if await open_transfer(at.session, enrolment.id) is not None:
        raise TooLate("refused-transfer-open")
    await _require_place(at, enrolment, to_centre, to_mentor)
    await within_budget(at, "transfer.asked")
    person = await at.session.get_one(Person, enrolment.person_id)
    own = asked_as is TransferBy.PARTICIPANT
    transfer = Transfer(
        enrolment_id=enrolment.id,
        state=TransferState.OFFERED if own else TransferState.AGREEING,
        asked_as=asked_as,
        asked_by=at.actor.id,
        asked_at=at.now,
        words=words,
        to_centre_id=to_centre,
        to_mentor_id=to_mentor,
        agreed_at=at.now if own else None,
        due=await term_end(
            at.session, at.programme, person.region, at.programme.terms.transfer, at.now
        ),
    )
    at.session.add(transfer)
    await at.session.flush()
    await _note(at, "asked", transfer)
    if own:
        await _offer(at, transfer, enrolment)
    else:
        for each in (person.id, *await family(at.session, at.programme, enrolment, at.now)):
            tell(at.session, each, NoticeKind.TRANSFER_ASKED, at.now, transfer=transfer.id)
    return transfer


async def answer_transfer(at: Acting, transfer_id: int, *, agree: bool) -> Transfer:
    """The participant, or who signed for a minor, agrees to what mentor or head asked, or not.

    It is offered to the receiver once all whose word is needed have agreed.
    """
    transfer, enrolment = await _locked(at.session, transfer_id)
    own = enrolment.person_id == at.actor.id
    if not own and not await represents(at, enrolment):
        raise NotFound
    relatives = await family(at.session, at.programme, enrolment, at.now)
    if transfer.state is not TransferState.AGREEING or not (own or at.actor.id in relatives):
        raise TooLate("refused-transfer-moved")
    if not agree:
        await _end(at, transfer, enrolment, TransferState.DECLINED)
        return transfer
    if own:
        transfer.agreed_at = at.now
    else:
        transfer.family_agreed_at = at.now
    await _note(at, "agreed", transfer)
    if transfer.agreed_at is not None and (transfer.family_agreed_at is not None or not relatives):
        transfer.state = TransferState.OFFERED
        await _offer(at, transfer, enrolment)
    return transfer


async def pull(at: Acting, transfer_id: int, mentor_id: int | None = None) -> Transfer:
    """The receiver takes the participant: a mentor, or a head who gives them to a mentor there.

    Raises NotFound for who does not receive and for no mentor there, TooLate where another was
    quicker, it ended, or nobody may be transferred now.
    """
    transfer, enrolment = await _locked(at.session, transfer_id)
    await _require_receiver(at, transfer, enrolment)
    await require_movable(at.session, enrolment)
    to = at.actor.id if transfer.to_mentor_id == at.actor.id else mentor_id
    if to is None or to not in await offered_there(
        at.session, enrolment, transfer.to_centre_id, at.now
    ):
        raise NotFound
    old, old_centre = enrolment.mentor_id, enrolment.centre_id
    transfer.from_mentor_id, transfer.from_centre_id = old, old_centre
    transfer.to_mentor_id = enrolment.mentor_id = to
    enrolment.centre_id = transfer.to_centre_id
    await _end(at, transfer, enrolment, TransferState.PULLED, mentor=to)
    await tell_of_open(at.session, [enrolment.id], at.now)
    dossier = await at.session.scalar(
        select(Dossier).where(
            Dossier.enrolment_id == enrolment.id, Dossier.state == DossierState.NOTED
        )
    )
    if dossier is not None:  # whose turn it is may be another's now
        for each in (await recommenders(at.session, [dossier], at.now))[dossier.id]:
            tell(at.session, each, NoticeKind.NOTE_WRITTEN, at.now, dossier=dossier.id)
    return transfer


async def refuse_transfer(at: Acting, transfer_id: int, reason: str) -> Transfer:
    """The receiver does not take the participant, by a usual reason's code."""
    transfer, enrolment = await _locked(at.session, transfer_id)
    await _require_receiver(at, transfer, enrolment)
    if reason not in REFUSALS:
        raise NotFound
    transfer.reason = reason
    await _end(at, transfer, enrolment, TransferState.REFUSED)
    return transfer


async def withdraw_transfer(at: Acting, transfer_id: int) -> Transfer:
    """Whoever asked takes it back; of a mentor's or a head's any head of the centre may, too."""
    transfer, enrolment = await _locked(at.session, transfer_id)
    if not may_withdraw(at, transfer, enrolment):
        raise NotFound
    if transfer.state not in OPEN_TRANSFERS:
        raise TooLate("refused-transfer-moved")
    await _end(at, transfer, enrolment, TransferState.WITHDRAWN)
    return transfer


def may_withdraw(at: Acting, transfer: Transfer, enrolment: Enrolment) -> bool:
    """Whether it is the person's to take back, whatever its state is."""
    if transfer.asked_as is TransferBy.PARTICIPANT:
        return enrolment.person_id == at.actor.id
    mentor = enrolment.mentor_id == at.actor.id and at.actor.has(RoleKind.MENTOR)
    return (mentor and transfer.asked_by == at.actor.id) or heads(at, enrolment.centre_id)


async def lapse_transfers(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """End a zone's transfers whose term is over; those concerned are told. How many did.

    With them those of participants who have left meanwhile: of these nobody is told.
    """
    late = await session.scalars(
        select(Transfer.id)
        .join(Enrolment, Enrolment.id == Transfer.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Transfer.state.in_(OPEN_TRANSFERS),
            Transfer.due < local_date(now, zone),
            in_zone(programme, zone, func.coalesce(Centre.region, Person.region)),
        )
        .order_by(Transfer.id)
    )
    count = 0
    for number in late.all():
        transfer, enrolment = await _locked(session, number)
        if transfer.state in OPEN_TRANSFERS:
            count += 1
            transfer.state, transfer.closed_at = TransferState.LAPSED, now
            await record(
                session, None, "transfer.lapsed", "enrolment", enrolment.id, now, transfer=number
            )
            await _tell_all(session, programme, transfer, enrolment, now, None)
    return count


# --- parts


async def _locked(session: AsyncSession, transfer_id: int) -> tuple[Transfer, Enrolment]:
    """A transfer and its enrolment, which is locked first, as everything of it locks it."""
    transfer = await session.get(Transfer, transfer_id)
    if transfer is None:
        raise NotFound
    enrolment = await locked_one(session, Enrolment, transfer.enrolment_id)
    await session.refresh(transfer, with_for_update=True)
    return transfer, enrolment


async def _require_place(
    at: Acting, enrolment: Enrolment, centre_id: int, mentor_id: int | None
) -> None:
    centre = await at.session.get(Centre, centre_id)
    if centre is None or centre.closed_at is not None:
        raise NotFound
    there = await offered_there(at.session, enrolment, centre_id, at.now)
    if mentor_id is not None and mentor_id not in there:
        raise NotFound


async def _require_receiver(at: Acting, transfer: Transfer, enrolment: Enrolment) -> None:
    theirs = await receivers(at.session, transfer, enrolment, at.now)
    if at.actor.id not in theirs or enrolment.state not in SIGNED_STATES:
        raise NotFound
    if transfer.state is not TransferState.OFFERED:
        # Not agreed to yet: the receiver knows nothing of it.
        raise (
            NotFound
            if transfer.state is TransferState.AGREEING
            else TooLate("refused-transfer-moved")
        )


async def _offer(at: Acting, transfer: Transfer, enrolment: Enrolment) -> None:
    await _tell_all(at.session, at.programme, transfer, enrolment, at.now, at.actor.id)
    for each in await receivers(at.session, transfer, enrolment, at.now):
        tell(at.session, each, NoticeKind.TRANSFER_OFFERED, at.now, transfer=transfer.id)


async def _end(
    at: Acting, transfer: Transfer, enrolment: Enrolment, state: TransferState, **details: int
) -> None:
    transfer.state, transfer.closed_at, transfer.closed_by = state, at.now, at.actor.id
    await _note(at, state.value, transfer, **details)
    await _tell_all(at.session, at.programme, transfer, enrolment, at.now, at.actor.id)


async def _tell_all(
    session: AsyncSession,
    programme: Programme,
    transfer: Transfer,
    enrolment: Enrolment,
    now: dt.datetime,
    but: int | None,
) -> None:
    """How it stands, to all whom it concerns but who brought it there.

    The participant and a minor's family, who asked, the mentor before and by now, the heads of the
    centre before and by now.
    """
    if enrolment.state not in SIGNED_STATES:
        return
    told = {enrolment.person_id, *await family(session, programme, enrolment, now)}
    at_once = {enrolment.person_id}
    told |= {transfer.asked_by, transfer.from_mentor_id or 0, enrolment.mentor_id or 0}
    for centre in {transfer.from_centre_id, enrolment.centre_id} - {None}:
        assert centre is not None
        told |= {*await heads_of(session, centre, now)}
    for person in sorted(told - {but, 0, None}):
        urgency = Urgency.NOW if person in at_once else Urgency.SOON
        tell(
            session,
            person,
            NoticeKind.TRANSFER_STANDS,
            now,
            urgency=urgency,
            transfer=transfer.id,
            state=transfer.state.value,
        )


def _fit(words: str) -> str:
    words = tidied(words)
    if not words:
        raise Refusal("refused-transfer-words")
    if len(words) > LONGEST_WORDS:
        raise Refusal("refused-transfer-long", most=LONGEST_WORDS, length=len(words))
    return words


async def _note(at: Acting, what: str, transfer: Transfer, **details: int) -> None:
    await record(
        at.session,
        at.actor.id,
        f"transfer.{what}",
        "enrolment",
        transfer.enrolment_id,
        at.now,
        transfer=transfer.id,
        **details,
    )
