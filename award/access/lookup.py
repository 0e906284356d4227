"""Finding the person behind a Telegram account or an id of ours, with the roles in force."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.access.substitutes import scopes_instead
from storage.tables import (
    Person,
    Role,
    RoleKind,
)


async def meet(session: AsyncSession, telegram_id: int, now: datetime) -> Actor:
    """The person behind a Telegram account, with the roles in force; made known if new."""
    actor = await find_actor(session, now, telegram_id=telegram_id)
    if actor is None:
        person = Person(telegram_id=telegram_id, joined_at=now)
        session.add(person)
        await session.flush()
        actor = Actor(person.id, telegram_id, None, None, at=now)
    return actor


async def language_of(session: AsyncSession, telegram_id: int) -> str | None:
    """The language that the person behind a Telegram account chose, if they did."""
    found: str | None = await session.scalar(
        select(Person.language).where(Person.telegram_id == telegram_id)
    )
    return found


# Built once: building a statement takes longer than to run it.
_person = Person.__table__
_role = Role.__table__
_persons = select(
    *_person.c["id", "telegram_id", "language", "full_name"],
    *_role.c["kind", "region", "centre_id", "ward_id", "shared_since"],
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
    roles = tuple(
        Scope(row.kind, row.region, row.centre_id, row.ward_id, shared=row.shared_since is not None)
        for row in rows
        if row.kind is not None
    )
    actor = Actor(person.id, person.telegram_id, person.language, person.full_name, roles, now)
    held = {role.kind for role in roles} - {RoleKind.REPRESENTATIVE}
    return await _with_those_absent(session, actor, held, now) if held else actor


async def _with_those_absent(
    session: AsyncSession, actor: Actor, held: set[RoleKind], now: datetime
) -> Actor:
    return replace(actor, roles=(*actor.roles, *await scopes_instead(session, actor.id, held, now)))
