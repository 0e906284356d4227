"""Who acts: the person with the roles in force, and what each reaches (programme.md §7)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, or_

from award.errors import NotAllowed
from storage.tables import (
    Role,
    RoleKind,
)

STAFF = tuple(kind for kind in RoleKind if kind is not RoleKind.REPRESENTATIVE)
_NO_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scope:
    """One role in force: its kind and what it reaches.

    `instead_of`: the absent person in whose place it is held, until they return (programme.md §6);
    of a mentor's participants then all but the enrolments `apart`, or `only` these. `shared`: the
    representative's child, of age by now, lets them read on.
    """

    kind: RoleKind
    region: str | None = None
    centre_id: int | None = None
    ward_id: int | None = None
    instead_of: int | None = None
    apart: frozenset[int] = frozenset()
    only: frozenset[int] | None = None
    shared: bool = False


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


def in_force(now: datetime | BindParameter[Any]) -> ColumnElement[bool]:
    """The condition that a role has begun and not ended; `now` may be a query's parameter."""
    return and_(Role.since <= now, or_(Role.until.is_(None), Role.until > now))
