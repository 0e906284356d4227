"""What was erased, on record in the audit and on the list of erasures outside of the database.

The line of the audit is the truth: it is written in the transaction that erases. The list follows
it, and stays when the database is replaced by a back-up. An entry is a keyed hash of what is kept
of a row after its erasure: its id, and the moment at which it came to be, since a database that was
restored gives ids anew.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from award.audit import record
from storage.erasures import Erasures
from storage.tables import ERASED, Audit, Enrolment, Person

PERSON = "person"
ENROLMENT = "enrolment"
# Set in a session that erases, for who keeps the list.
ERASED_NOW = "erased_now"
_SINCE: dict[str, tuple[Any, Any]] = {
    PERSON: (Person.id, Person.joined_at),
    ENROLMENT: (Enrolment.id, Enrolment.begun_at),
}


class Row(NamedTuple):
    """A person or an enrolment, by id, and when it came to be."""

    subject: str
    id: int
    since: datetime

    def mark(self, erasures: Erasures) -> str:
        """The entry of its erasure on a list."""
        return erasures.mark(f"{self.subject}:{self.id}:{self.since.astimezone(UTC).isoformat()}")


async def record_erased(
    session: AsyncSession, actor_id: int | None, subject: str, subject_id: int, now: datetime
) -> None:
    """Add the audit line of an erasure, and have the list follow it; None: nobody's tap."""
    await record(session, actor_id, f"{subject}.erased", subject, subject_id, now)
    session.info[ERASED_NOW] = True


async def all_rows(session: AsyncSession) -> AsyncIterator[Row]:
    """All people and enrolments, whatever is still known of them."""
    for subject, columns in _SINCE.items():
        async for row in _rows(session, subject, select(*columns)):
            yield row


async def erased_rows(session: AsyncSession) -> AsyncIterator[Row]:
    """Those that are erased, by the audit."""
    for subject, (key, since) in _SINCE.items():
        on_record = (
            select(key, since)
            .join(Audit, Audit.subject_id == key)
            .where(Audit.subject == subject, text(ERASED))
            .distinct()
        )
        async for row in _rows(session, subject, on_record):
            yield row


async def _rows(session: AsyncSession, subject: str, query: Select[Any]) -> AsyncIterator[Row]:
    for key, since in await session.execute(query):
        yield Row(subject, key, since)
