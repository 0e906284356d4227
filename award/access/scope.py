"""Whose things a person may see or change (programme.md §7).

Every operation asks here or in `Actor`; what a button carries is never a permission.
"""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, false, func, or_, select, true

from award.access.acting import Acting
from award.access.actor import Actor, Scope, in_force
from award.access.birth_dates import who_need_representative
from award.audit import record
from award.errors import NotFound
from storage.locking import locked
from storage.tables import (
    SIGNED_STATES,
    Agreement,
    Centre,
    Enrolment,
    Entry,
    Person,
    Role,
    RoleKind,
    SignerKind,
)


async def own_enrolment(at: Acting, enrolment_id: int) -> Enrolment:
    """The participant's own enrolment, locked for a change; raises NotFound for anyone else."""
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    if enrolment is None or enrolment.person_id != at.actor.id:
        raise NotFound
    return enrolment


async def mentored(at: Acting, enrolment_id: int) -> Enrolment:
    """An enrolment assigned to this mentor and signed by all, locked for a change.

    Whoever stands in for the mentor is let in too; the record says for whom. Nobody is their own
    mentor, whatever the tables say.
    """
    at.actor.require(RoleKind.MENTOR)
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    if (
        enrolment is None
        or not mentors(at.actor, enrolment)
        or enrolment.state not in SIGNED_STATES
    ):
        raise NotFound
    absent = enrolment.mentor_id
    if absent != at.actor.id:
        await record(
            at.session,
            at.actor.id,
            "mentor.stood_in",
            "enrolment",
            enrolment_id,
            at.actor.at,
            mentor=absent,
        )
    return enrolment


def mentors(actor: Actor, enrolment: Enrolment) -> bool:
    """Whether the person is the mentor of an enrolment, or stands in for the mentor now."""
    if enrolment.person_id == actor.id:
        return False
    mentor, number = enrolment.mentor_id, enrolment.id
    return mentor is not None and any(
        (role.instead_of or actor.id) == mentor
        and number not in role.apart
        and (role.only is None or number in role.only)
        for role in actor.roles
        if role.kind is RoleKind.MENTOR
    )


def mentored_by(actor: Actor) -> ColumnElement[bool]:
    """The same as a condition on many enrolments."""
    whole, apart, only = set[int](), set[int](), set[int]()
    for role in actor.roles:
        if role.kind is RoleKind.MENTOR:
            if role.only is None:
                whole.add(role.instead_of or actor.id)
            apart |= role.apart
            only |= role.only or frozenset()
    theirs: ColumnElement[bool] = Enrolment.mentor_id.in_(whole)
    if apart:
        theirs &= Enrolment.id.not_in(apart)
    if only:
        theirs |= Enrolment.id.in_(only)
    return theirs & (Enrolment.person_id != actor.id)


async def visible(at: Acting, enrolment_id: int) -> Enrolment:
    """An enrolment that the person may read: own, their child's, or within a staff role's scope.

    Staff see nothing of it before all have signed (programme.md §4.6).
    """
    enrolment = await at.session.get(Enrolment, enrolment_id)
    if enrolment is None:
        raise NotFound
    if enrolment.person_id == at.actor.id:
        return enrolment
    for role in at.actor.roles:
        if role.kind is RoleKind.REPRESENTATIVE:
            if role.ward_id == enrolment.person_id and await represents(at, enrolment):
                return enrolment
        elif enrolment.state in SIGNED_STATES and await reaches(at, role, enrolment):
            return enrolment
    raise NotFound


async def represents(at: Acting, enrolment: Enrolment) -> bool:
    """Whether the person signed for the participant, who takes part and is a minor still.

    Computed whenever it is asked: a birthday, a withdrawal or another's signature ends it at once.
    Who came of age may let a representative read on.
    """
    return enrolment.id in await represented(at, [enrolment])


async def represented(at: Acting, enrolments: Collection[Enrolment]) -> set[int]:
    """The ids of those of these enrolments; as many queries for many as for one."""
    shared = {role.ward_id: role.shared for role in reversed(at.actor.roles)}
    wards = [
        each for each in enrolments if each.person_id in shared and each.state in SIGNED_STATES
    ]
    if not wards:
        return set()
    children = await at.session.scalars(
        select(Person).where(Person.id.in_({each.person_id for each in wards}))
    )
    minors = await who_need_representative(at.session, at.programme, children.all(), at.now)
    signed = await _signed_by(at, [each.id for each in wards])
    return {
        each.id
        for each in wards
        if (each.id in signed if each.person_id in minors else shared[each.person_id])
    }


async def signed_for(at: Acting, enrolment: Enrolment) -> bool:
    """Whether the person's is the representative's signature under an application."""
    return enrolment.id in await _signed_by(at, [enrolment.id])


async def _signed_by(at: Acting, enrolments: Collection[int]) -> set[int]:
    found = await at.session.scalars(
        select(Agreement.enrolment_id).where(
            Agreement.enrolment_id.in_(enrolments),
            Agreement.kind == SignerKind.REPRESENTATIVE,
            Agreement.signer_id == at.actor.id,
        )
    )
    return set(found)


async def reaches(at: Acting, role: Scope, enrolment: Enrolment) -> bool:
    match role.kind:
        case RoleKind.OPERATOR:
            return True
        case RoleKind.MENTOR:
            return mentors(replace(at.actor, roles=(role,)), enrolment)
        case RoleKind.CENTRE_HEAD:
            return enrolment.centre_id is not None and enrolment.centre_id == role.centre_id
        case RoleKind.COORDINATOR:
            region = await at.session.scalar(
                select(func.coalesce(Centre.region, Person.region))
                .select_from(Person)
                .outerjoin(Centre, Centre.id == enrolment.centre_id)
                .where(Person.id == enrolment.person_id)
            )
            return region is not None and region == role.region
        case RoleKind.EXPERT:
            found = await at.session.scalar(
                select(Role.id).where(
                    Role.kind == RoleKind.MENTOR,
                    Role.person_id == enrolment.mentor_id,
                    Role.reports_to == (role.instead_of or at.actor.id),
                    in_force(at.actor.at),
                )
            )
            return found is not None
        case _:
            return False


def reached_by(actor: Actor, *kinds: RoleKind) -> ColumnElement[bool]:
    """The same as a condition on many enrolments, of roles of these kinds.

    The query joins each one's Person, and the Centre if there is one (an outer join).
    """
    theirs: list[ColumnElement[bool]] = [false()]
    for role in actor.roles:
        if role.kind not in kinds:
            continue
        match role.kind:
            case RoleKind.OPERATOR:
                theirs.append(true())
            case RoleKind.CENTRE_HEAD:
                theirs.append(Enrolment.centre_id == role.centre_id)
            case RoleKind.COORDINATOR:
                theirs.append(func.coalesce(Centre.region, Person.region) == role.region)
            case RoleKind.EXPERT:
                under = select(Role.person_id).where(
                    Role.kind == RoleKind.MENTOR,
                    Role.reports_to == (role.instead_of or actor.id),
                    in_force(actor.at),
                )
                theirs.append(Enrolment.mentor_id.in_(under))
            case RoleKind.MENTOR:
                theirs.append(mentored_by(actor))
    return or_(*theirs)


def staff_reached_by(actor: Actor, *kinds: RoleKind) -> ColumnElement[bool]:
    """The same of roles of staff: those in the scope of the actor's roles of these kinds.

    The query joins each role's Centre, if there is one (an outer join).
    """
    theirs: list[ColumnElement[bool]] = [false()]
    led = Role.kind.in_((RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.CENTRE_HEAD))
    for role in actor.roles:
        if role.kind not in kinds:
            continue
        match role.kind:
            case RoleKind.OPERATOR:
                theirs.append(Role.kind != RoleKind.REPRESENTATIVE)
            case RoleKind.CENTRE_HEAD:
                theirs.append(led & (Role.centre_id == role.centre_id))
            case RoleKind.COORDINATOR:
                there = func.coalesce(Centre.region, Role.region) == role.region
                theirs.append(led & there)
            case RoleKind.EXPERT:
                expert = role.instead_of or actor.id
                theirs.append((Role.kind == RoleKind.MENTOR) & (Role.reports_to == expert))
    return or_(*theirs)


async def reached_as(at: Acting, enrolment: Enrolment, kinds: Collection[RoleKind]) -> bool:
    """Whether one of the person's roles of these kinds reaches the enrolment."""
    for role in at.actor.roles:
        if role.kind in kinds and await reaches(at, role, enrolment):
            return True
    return False


async def own_entry(at: Acting, entry_id: int) -> tuple[Entry, Enrolment]:
    """The participant's own entry and its enrolment, locked for a change."""
    entry = await locked(at.session, Entry, entry_id, key_share=True)
    if entry is None:
        raise NotFound
    return entry, await own_enrolment(at, entry.enrolment_id)


async def mentored_entry(at: Acting, entry_id: int) -> tuple[Entry, Enrolment]:
    """An entry of one of this mentor's participants and its enrolment, locked for a change."""
    at.actor.require(RoleKind.MENTOR)
    entry = await locked(at.session, Entry, entry_id, key_share=True)
    if entry is None:
        raise NotFound
    return entry, await mentored(at, entry.enrolment_id)


def of_person(person_id: int) -> ColumnElement[bool]:
    """A condition: the entry is this person's own."""
    return Entry.enrolment_id.in_(select(Enrolment.id).where(Enrolment.person_id == person_id))
