"""At the start, and after each erasure: the list of erasures and the database are made to agree.

What the database knows to be erased and the list does not is put on the list. What is on the list
and the database does not know is from before a back-up was restored: it is looked for among all
people and enrolments, and who is found is erased again.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.retention.enrolments import (
    forget_enrolments,
    forget_journals,
    locked_with_journals,
)
from award.retention.people import concerned, forget_account, forget_groundless
from award.retention.record import (
    ENROLMENT,
    PERSON,
    Row,
    all_rows,
    erased_rows,
    record_erased,
)
from storage.erasures import Erasures
from storage.tables import Enrolment


async def unlisted(session: AsyncSession, erasures: Erasures) -> list[str]:
    """Marks of erasures on record that the list lacks."""
    known = erasures.marks()
    marks = [row.mark(erasures) async for row in erased_rows(session)]
    return [mark for mark in marks if mark not in known]


async def come_back(session: AsyncSession, erasures: Erasures) -> list[Row]:
    """People and enrolments on the list that are here again, as a restored back-up has them."""
    missing = set(erasures.marks())
    if missing:
        missing -= {row.mark(erasures) async for row in erased_rows(session)}
    if not missing:
        return []
    return [row async for row in all_rows(session) if row.mark(erasures) in missing]


async def erase_again(session: AsyncSession, row: Row, now: datetime) -> None:
    """Erase a person or an enrolment as it was erased before, with all that follows."""
    of = Enrolment.person_id if row.subject == PERSON else Enrolment.id
    enrolments = await locked_with_journals(session, select(Enrolment.id).where(of == row.id))
    people = await concerned(session, enrolments)
    await forget_enrolments(session, enrolments, now)
    await forget_journals(session, [enrolment.id for enrolment in enrolments], now)
    if row.subject == PERSON:
        await forget_account(session, row.id, now)
    elif row.subject == ENROLMENT:
        await forget_groundless(session, people, now)
    await record_erased(session, None, row.subject, row.id, now)
