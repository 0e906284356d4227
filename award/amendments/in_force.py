"""The programme in force, as a process holds it: the files, and what was set in the chat."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

import structlog
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.composing import EVER, composed
from award.programme import Programme
from award.programme.pieces import BOUND, PieceKind, kind_of, pieces_of
from storage.database import Database
from storage.tables import Amendment, AmendmentSource

log = structlog.get_logger()

# Seconds between looks for what another process has set.
EVERY = 20.0
# The key in a session's `info` of a transaction that sets something.
SETS = "sets_programme"

_newest = select(func.max(Amendment.id))

P = ParamSpec("P")
T = TypeVar("T")


class InForce:
    """Asked for the programme whenever it is needed: it may be another one a moment later.

    `filed` is for what amendments do not reach: zones, levels, terms, how certificates look.
    """

    def __init__(self, filed: Programme) -> None:
        self.filed = filed
        self.programme = filed
        self._version: int | None = None

    async def renew(self, session: AsyncSession) -> bool:
        """Take up what was set since; whether there was anything."""
        version = await session.scalar(_newest)
        if version == self._version:
            return False
        found = composed(self.filed, await versions_of(session))
        for part in sorted(found.set_aside):
            log.warning("amendment_set_aside", part=part)
        self.programme, self._version = found.programme, version
        return True

    async def begin(self, database: Database, now: dt.datetime) -> None:
        """Write down what the files say anew, and take up what was set before."""
        async with database.transaction() as session:
            await follow_files(session, self.filed, now)
            await self.renew(session)

    async def keep(self, database: Database) -> None:
        """Take up what other processes set; until cancelled."""
        while True:
            try:
                async with database.transaction() as session:
                    await self.renew(session)
            except DBAPIError as error:
                log.warning("programme_not_renewed", error=type(error).__name__)
            await asyncio.sleep(EVERY)

    def by(
        self, work: Callable[Concatenate[Database, Programme, P], Awaitable[T]]
    ) -> Callable[Concatenate[Database, P], Awaitable[T]]:
        """The same work, by the programme that is in force when it begins."""

        async def then(database: Database, /, *args: P.args, **named: P.kwargs) -> T:
            return await work(database, self.programme, *args, **named)

        return then


async def programme_in_force(session: AsyncSession, filed: Programme) -> Programme:
    """The programme in force at this moment, for what is over soon."""
    return composed(filed, await versions_of(session)).programme


async def versions_of(session: AsyncSession) -> Sequence[Amendment]:
    """All that was ever set, in its order: some hundreds of rows, read when there is a new one.

    Without what another version of the service can set and this one does not know.
    """
    known = set(map(str, PieceKind))
    found = await session.scalars(select(Amendment).order_by(Amendment.id))
    return [each for each in found if each.part.partition(".")[0] in known]


async def follow_files(session: AsyncSession, filed: Programme, now: dt.datetime) -> None:
    """Write down what the files say anew of what binds people, or was set in the chat."""
    versions = await versions_of(session)
    pieces = pieces_of(filed)
    said = {each.part: each.value for each in versions if each.source is AmendmentSource.FILE}
    bound = {part for part in pieces if kind_of(part) in BOUND}
    since = now if versions else EVER
    known = {each.part for each in versions}
    changed = [part for part in sorted(bound | known) if said.get(part) != pieces.get(part)]
    if changed:
        await session.execute(
            insert(Amendment), [_filed(part, pieces.get(part), since) for part in changed]
        )


def _filed(part: str, value: object, since: dt.datetime) -> dict[str, object]:
    return {"part": part, "source": AmendmentSource.FILE, "value": value, "made_at": since}
