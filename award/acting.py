"""Who acts, and whose things they may see or change (programme.md §7).

Every operation takes an `Actor` and asks here; what a button carries is never a permission.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.audit import record
from award.errors import NotAllowed, NotFound
from storage.locking import locked
from storage.tables import (
    SIGNED_STATES,
    Centre,
    Enrolment,
    Entry,
    Person,
    Role,
    RoleKind,
    Table,
)

_NO_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scope:
    """One role in force: its kind and what it reaches.

    `instead_of`: the absent person in whose place it is held, until they return (programme.md §6);
    of a mentor's participants then all but the enrolments `apart`, or `only` these.
    """

    kind: RoleKind
    region: str | None = None
    centre_id: int | None = None
    ward_id: int | None = None
    instead_of: int | None = None
    apart: frozenset[int] = frozenset()
    only: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts: `id` is ours, `telegram_id` Telegram's; roles are those in force `at`.

    Among them are those held in the place of someone absent. Others' roles that they depend on are
    looked at as of the same time; without one, only roles that have no end count.
    """

    id: int
    telegram_id: int
    language: str | None
    name: str | None
    roles: tuple[Scope, ...] = ()
    at: datetime = _NO_END

    def has(self, kind: RoleKind) -> bool:
        return any(role.kind == kind for role in self.roles)

    def require(self, *kinds: RoleKind) -> None:
        """Raises NotAllowed unless one of the roles is in force."""
        if not any(self.has(kind) for kind in kinds):
            raise NotAllowed


async def meet(session: AsyncSession, telegram_id: int, now: datetime) -> Actor:
    """The person behind a Telegram account, with the roles in force; made known if new."""
    actor = await find_actor(session, now, telegram_id=telegram_id)
    if actor is None:
        person = Person(telegram_id=telegram_id, joined_at=now)
        session.add(person)
        await session.flush()
        actor = Actor(person.id, telegram_id, None, None, at=now)
    return actor


# Built once, and on the tables: a statement on the classes takes twice as long to run.
_person = Table.metadata.tables[Person.__tablename__]
_role = Table.metadata.tables[Role.__tablename__]
_persons = select(
    *_person.c["id", "telegram_id", "language", "full_name"],
    *_role.c["kind", "region", "centre_id", "ward_id"],
).outerjoin(
    _role,
    and_(
        _role.c.person_id == _person.c.id,
        _role.c.since <= bindparam("now"),
        or_(_role.c.until.is_(None), _role.c.until > bindparam("now")),
    ),
)
_by_telegram_id = _persons.where(_person.c.telegram_id == bindparam("of"))
_by_id = _persons.where(_person.c.id == bindparam("of"))


async def find_actor(
    session: AsyncSession,
    now: datetime,
    *,
    telegram_id: int | None = None,
    person_id: int | None = None,
) -> Actor | None:
    """The person by Telegram's id or ours, in one query; staff with whose place they take."""
    found, of = (_by_telegram_id, telegram_id) if telegram_id else (_by_id, person_id)
    rows = (await session.execute(found, {"of": of, "now": now})).all()
    if not rows:
        return None
    person = rows[0]
    roles = tuple(Scope(*row[4:]) for row in rows if row.kind is not None)
    actor = Actor(person.id, person.telegram_id, person.language, person.full_name, roles, now)
    held = {role.kind for role in roles} - {RoleKind.REPRESENTATIVE}
    return await _with_those_absent(session, actor, held, now) if held else actor


async def _with_those_absent(
    session: AsyncSession, actor: Actor, held: set[RoleKind], now: datetime
) -> Actor:
    from award.standing_in import scopes_instead  # which goes by what is in force here

    return replace(actor, roles=(*actor.roles, *await scopes_instead(session, actor.id, held, now)))


def in_force(now: datetime) -> ColumnElement[bool]:
    """The condition that a role has begun and not ended."""
    return and_(Role.since <= now, or_(Role.until.is_(None), Role.until > now))


async def own_enrolment(session: AsyncSession, actor: Actor, enrolment_id: int) -> Enrolment:
    """The participant's own enrolment, locked for a change; raises NotFound for anyone else."""
    enrolment = await locked(session, Enrolment, enrolment_id)
    if enrolment is None or enrolment.person_id != actor.id:
        raise NotFound
    return enrolment


async def mentored(session: AsyncSession, actor: Actor, enrolment_id: int) -> Enrolment:
    """An enrolment assigned to this mentor and signed by all, locked for a change.

    Whoever stands in for the mentor is let in too; the record says for whom. Nobody is their own
    mentor, whatever the tables say.
    """
    actor.require(RoleKind.MENTOR)
    enrolment = await locked(session, Enrolment, enrolment_id)
    if enrolment is None or not mentors(actor, enrolment) or enrolment.state not in SIGNED_STATES:
        raise NotFound
    absent = enrolment.mentor_id
    if absent != actor.id:
        await record(
            session, actor.id, "mentor.stood_in", "enrolment", enrolment_id, actor.at, mentor=absent
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


async def visible(session: AsyncSession, actor: Actor, enrolment_id: int) -> Enrolment:
    """An enrolment that the person may read: own, ward's, or within a staff role's scope.

    Staff see nothing of it before all have signed (programme.md §4.6).
    """
    enrolment = await session.get(Enrolment, enrolment_id)
    if enrolment is None:
        raise NotFound
    if enrolment.person_id == actor.id:
        return enrolment
    for role in actor.roles:
        if role.kind == RoleKind.REPRESENTATIVE:
            if role.ward_id == enrolment.person_id:
                return enrolment
        elif enrolment.state in SIGNED_STATES and await reaches(session, actor, role, enrolment):
            return enrolment
    raise NotFound


async def reaches(session: AsyncSession, actor: Actor, role: Scope, enrolment: Enrolment) -> bool:
    match role.kind:
        case RoleKind.OPERATOR:
            return True
        case RoleKind.MENTOR:
            return mentors(replace(actor, roles=(role,)), enrolment)
        case RoleKind.CENTRE_HEAD:
            return enrolment.centre_id is not None and enrolment.centre_id == role.centre_id
        case RoleKind.COORDINATOR:
            region = await session.scalar(
                select(func.coalesce(Centre.region, Person.region))
                .select_from(Person)
                .outerjoin(Centre, Centre.id == enrolment.centre_id)
                .where(Person.id == enrolment.person_id)
            )
            return region is not None and region == role.region
        case RoleKind.EXPERT:
            found = await session.scalar(
                select(Role.id).where(
                    Role.kind == RoleKind.MENTOR,
                    Role.person_id == enrolment.mentor_id,
                    Role.reports_to == (role.instead_of or actor.id),
                    in_force(actor.at),
                )
            )
            return found is not None
        case _:
            return False


async def own_entry(session: AsyncSession, actor: Actor, entry_id: int) -> tuple[Entry, Enrolment]:
    """The participant's own entry and its enrolment, locked for a change."""
    entry = await locked(session, Entry, entry_id, key_share=True)
    if entry is None:
        raise NotFound
    return entry, await own_enrolment(session, actor, entry.enrolment_id)


async def mentored_entry(
    session: AsyncSession, actor: Actor, entry_id: int
) -> tuple[Entry, Enrolment]:
    """An entry of one of this mentor's participants and its enrolment, locked for a change."""
    actor.require(RoleKind.MENTOR)
    entry = await locked(session, Entry, entry_id, key_share=True)
    if entry is None:
        raise NotFound
    return entry, await mentored(session, actor, entry.enrolment_id)
