"""An appeal against a decision, once; the operator gives it to others, who decide anew (§8.6)."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.access.responsible import operators
from award.access.scope import represents
from award.audit import record
from award.calendar.zones import today_in
from award.commission.putting import put_appeal, tell_of_candidates
from award.commission.scope import (
    at_work,
    members_of,
    operators_commission,
    seated,
    who_declined,
)
from award.dossiers.conflicts import DECIDING, barred
from award.dossiers.endings import goes_on, still_goes_on
from award.dossiers.moving import dossier_locked, move
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.typed import fitting
from storage.locking import locked_one
from storage.tables import (
    Appeal,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    RoleKind,
)

WORDS = (10, 1000)  # characters


@dataclass(frozen=True, slots=True)
class AppealSeen:
    """An appeal for an operator: by dossier number; commissions that could hear it."""

    appeal: Appeal
    dossier: Dossier
    commissions: tuple[Commission, ...]


async def may_appeal(at: Acting, dossier_id: int) -> bool:
    """Whether the person may appeal against the decision on a dossier now."""
    try:
        dossier, enrolment = await _theirs(at, dossier_id)
    except NotFound:
        return False
    return await _in_time(at, dossier, enrolment)


async def appeal(at: Acting, dossier_id: int, words: str) -> Appeal:
    """The participant, or a minor's representative, asks others to decide anew, in own words.

    Raises TooLate after the term, or where there was an appeal already; Refusal for words too few
    or too many.
    """
    _, enrolment = await _theirs(at, dossier_id)
    dossier = await dossier_locked(at, dossier_id)
    if not await _in_time(at, dossier, enrolment):
        raise TooLate("refused-appeal-late")
    fit = fitting(words, WORDS, lines=True)
    if fit is None:
        least, most = WORDS
        raise Refusal("refused-appeal-words", fewest=least, most=most)
    made = Appeal(dossier_id=dossier.id, made_by=at.actor.id, made_at=at.now, words=fit)
    at.session.add(made)
    await move(at, dossier, DossierState.APPEALED)
    await at.session.flush()
    for operator in await operators(at.session, at.now):
        tell(at.session, operator, NoticeKind.APPEAL_MADE, at.now, appeal=made.id)
    return made


async def appeal_seen(at: Acting, appeal_id: int) -> AppealSeen:
    """An appeal with its words and who could hear it; a look is on the record."""
    found, dossier, enrolment = await _for_operator(at, appeal_id)
    await record(at.session, at.actor.id, "appeal.seen", "appeal", found.id, at.now)
    able: tuple[Commission, ...] = ()
    if found.candidacy_id is None:
        able = await _able(at, dossier, enrolment)
    return AppealSeen(found, dossier, able)


async def waiting_appeals(at: Acting) -> tuple[int, ...]:
    """Ids of appeals that no commission has before it yet, the oldest first."""
    at.actor.require(RoleKind.OPERATOR)
    found = await at.session.scalars(
        select(Appeal.id)
        .join(Dossier, Dossier.id == Appeal.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Appeal.candidacy_id.is_(None), Dossier.state == DossierState.APPEALED, goes_on())
        .order_by(Appeal.id)
    )
    return tuple(found)


async def give_appeal(at: Acting, appeal_id: int, commission_id: int) -> None:
    """Give an appeal to an open commission with members enough who did not decline it before."""
    found, dossier, enrolment = await _for_operator(at, appeal_id)
    found = await locked_one(at.session, Appeal, found.id)
    if found.candidacy_id is not None:
        raise TooLate("refused-appeal-given")
    await operators_commission(at, commission_id)  # it is not closed meanwhile
    able = {each.id: each for each in await _able(at, dossier, enrolment)}
    if commission_id not in able:
        raise NotFound
    dossier = await dossier_locked(at, dossier.id)
    candidacy = await put_appeal(at, able[commission_id], dossier)
    found.candidacy_id = candidacy.id
    for member in await members_of(at.session, commission_id, at.now):
        tell_of_candidates(at.session, member.person_id, able[commission_id], at.now)


# --- parts


async def _theirs(at: Acting, dossier_id: int) -> tuple[Dossier, Enrolment]:
    """The dossier of the person's own way, or of a minor's whom they signed for."""
    dossier = await at.session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    theirs = enrolment.person_id == at.actor.id or await represents(at, enrolment)
    if not theirs or not still_goes_on(enrolment):
        raise NotFound
    return dossier, enrolment


async def _in_time(at: Acting, dossier: Dossier, enrolment: Enrolment) -> bool:
    if dossier.state is not DossierState.DECLINED or dossier.due is None:
        return False
    before = select(Appeal.id).where(Appeal.dossier_id == dossier.id)
    person = await at.session.get_one(Person, enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    return today <= dossier.due and await at.session.scalar(before) is None


async def _for_operator(at: Acting, appeal_id: int) -> tuple[Appeal, Dossier, Enrolment]:
    at.actor.require(RoleKind.OPERATOR)
    found = await at.session.get(Appeal, appeal_id)
    if found is None:
        raise NotFound
    dossier = await at.session.get_one(Dossier, found.dossier_id)
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    if not still_goes_on(enrolment):
        raise NotFound
    return found, dossier, enrolment


async def _able(at: Acting, dossier: Dossier, enrolment: Enrolment) -> tuple[Commission, ...]:
    """Open commissions of the level with enough members who neither declined it nor are barred."""
    found = await at.session.scalars(
        select(Commission)
        .where(at_work(), (Commission.level == enrolment.level) | Commission.level.is_(None))
        .order_by(Commission.id)
    )
    out = (await barred(at.session, [dossier], DECIDING))[dossier.id]
    out |= (await who_declined(at.session, [dossier.id]))[dossier.id]
    commissions = found.all()
    seats = await at.session.execute(
        select(CommissionMember.commission_id, CommissionMember.person_id).where(
            CommissionMember.commission_id.in_([each.id for each in commissions]), seated(at.now)
        )
    )
    left = Counter(commission for commission, person in seats if person not in out)
    least = at.programme.award.least_members
    return tuple(each for each in commissions if left[each.id] >= least)
