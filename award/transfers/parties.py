"""Who asks for a transfer, who agrees to it, who receives; and when none may be (§7.8)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.access.responsible import heads_of, operators
from award.access.scope import mentors
from award.centres.offers import mentors_of
from award.dossiers.turns import NOTE_OWED
from award.errors import NotFound, TooLate
from award.programme import Programme
from storage.locking import locked
from storage.tables import (
    OPEN_TRANSFERS,
    PLANNED_STATES,
    SIGNED_STATES,
    Agreement,
    Dossier,
    DossierState,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
    SignerKind,
    Transfer,
    TransferBy,
)

# Of a complete level: until a commission may have it before it.
_BEFORE_COMMISSION = (*NOTE_OWED, DossierState.NOTED)


async def asker(at: Acting, enrolment_id: int) -> tuple[Enrolment, TransferBy]:
    """The enrolment, locked, for whoever may ask for its transfer, and as what they do.

    The participant, the mentor (not who stands in), the head of the centre. Raises NotFound for
    all others, TooLate where it is at a point of its way at which nobody is transferred.
    """
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    if enrolment is None:
        raise NotFound
    asked_as = _as_what(at, enrolment)
    await require_movable(at.session, enrolment)
    return enrolment, asked_as


async def may_ask(at: Acting, enrolment: Enrolment) -> bool:
    """The same of an enrolment that the person has read, which is not locked."""
    try:
        _as_what(at, enrolment)
        await require_movable(at.session, enrolment, lock=False)
    except (NotFound, TooLate):
        return False
    return True


def _as_what(at: Acting, enrolment: Enrolment) -> TransferBy:
    if enrolment.person_id == at.actor.id:
        return TransferBy.PARTICIPANT
    if enrolment.state in SIGNED_STATES:
        if enrolment.mentor_id == at.actor.id and mentors(at.actor, enrolment):
            return TransferBy.MENTOR
        if heads(at, enrolment.centre_id):
            return TransferBy.HEAD
    raise NotFound


def heads(at: Acting, centre_id: int | None) -> bool:
    """Whether the person is a head of this centre."""
    return centre_id is not None and any(
        role.kind is RoleKind.CENTRE_HEAD and role.centre_id == centre_id for role in at.actor.roles
    )


async def require_movable(
    session: AsyncSession, enrolment: Enrolment, *, lock: bool = True
) -> None:
    """Raises TooLate unless a mentor has taken it up, and no commission may have it before it.

    With the `lock` its dossier stays where it is until the transaction ends.
    """
    if enrolment.state in PLANNED_STATES:
        return
    if enrolment.state is not EnrolmentState.COMPLETE:
        raise TooLate("refused-transfer-state")
    query = select(Dossier).where(Dossier.enrolment_id == enrolment.id)
    dossier = await session.scalar(query.with_for_update() if lock else query)
    if dossier is None or dossier.state not in _BEFORE_COMMISSION:
        raise TooLate("refused-transfer-commission")


async def open_transfer(session: AsyncSession, enrolment_id: int) -> Transfer | None:
    """The one open transfer of an enrolment, if there is one."""
    found: Transfer | None = await session.scalar(
        select(Transfer).where(
            Transfer.enrolment_id == enrolment_id, Transfer.state.in_(OPEN_TRANSFERS)
        )
    )
    return found


async def family(
    session: AsyncSession, programme: Programme, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who signed for a minor and represent them; of an adult nobody."""
    person = await session.get_one(Person, enrolment.person_id)
    if not await needs_representative(session, programme, person, now):
        return ()
    signers = select(Agreement.signer_id).where(
        Agreement.enrolment_id == enrolment.id, Agreement.kind == SignerKind.REPRESENTATIVE
    )
    found = await session.scalars(
        select(Role.person_id)
        .where(
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == person.id,
            Role.person_id.in_(signers),
            in_force(now),
        )
        .distinct()
    )
    return tuple(found)


async def offered_there(
    session: AsyncSession, enrolment: Enrolment, centre_id: int, now: datetime
) -> dict[int, str | None]:
    """Mentors of a centre to whom this participant may go: their names, the least loaded first."""
    offers = await mentors_of(session, centre_id, now, participant=enrolment.person_id)
    return {each.id: each.name for each in offers if each.id != enrolment.mentor_id}


async def receivers(
    session: AsyncSession, transfer: Transfer, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who may pull it: the mentor asked for, or who gives it to one there.

    The heads of the receiving centre, or else the operators.
    """
    named = transfer.to_mentor_id
    if named is not None and named in await offered_there(
        session, enrolment, transfer.to_centre_id, now
    ):
        return (named,)
    return await heads_of(session, transfer.to_centre_id, now) or await operators(session, now)
