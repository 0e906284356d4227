"""What a new sandbox begins with: a small living programme, or only its operator.

Everything happens by the operations that the bot itself uses, at times before the present, in one
transaction: a seed that was interrupted has left nothing in the database, and is begun anew.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.outbox import NoticeKind
from award.programme import Programme
from demo.graduates import CHAIR, COMMISSION, COMPLETE, GRADUATES, SECRETARY
from demo.people import AISHA, AISHAS_MOTHER, GULNARA, HEAD, MAIRA, OPERATOR, STAFF, Someone
from demo.plot import demo, empty
from demo.shots import Camera
from demo.stage import Stage
from demo.youth import YOUTH
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import Entry, EntryState, Outbox, Person

# Of each person's notices only the newest is delivered, and only if it is one of these.
AFTER_THE_MENU = dt.timedelta(seconds=5)
SHOWN = (
    NoticeKind.ENTRY_SUBMITTED,
    NoticeKind.ENTRY_DECIDED,
    NoticeKind.PLAN_PROPOSED,
    NoticeKind.TASK_SET,
    NoticeKind.INTERVIEW_OFFERED,
    NoticeKind.CEREMONY_INVITED,
)
# Who plays the way from a complete level to a certificate, in the order of the README.
THE_WAY = (COMPLETE, MAIRA, HEAD, OPERATOR, CHAIR, SECRETARY, AISHA)


async def seed(database: Database, programme: Programme, sandbox: Sandbox, kind: str) -> None:
    """Fill a new sandbox (`demo` or `empty`) before the bot runs; a used one stays as it is."""
    async with database.transaction() as session:
        is_new = await session.scalar(select(Person.id).limit(1)) is None
    if is_new:
        for someone in everyone() if kind == "demo" else [OPERATOR]:
            sandbox.person(
                {
                    "id": someone.telegram_id,
                    "first_name": someone.first_name,
                    "last_name": someone.last_name,
                    "language_code": someone.language,
                }
            )
        now = sandbox.clock.now()
        async with Camera(sandbox) as camera, database.transaction() as session:
            stage = Stage(session, programme, camera, now)
            await (demo if kind == "demo" else empty)(stage)
            await _settle(session, sandbox.clock.now())
    await _greet(database, sandbox)


def everyone() -> list[Someone]:
    """All people of the demo, in the order in which their phones are listed."""
    people: list[Someone] = [AISHA, AISHAS_MOTHER, *STAFF]
    people += COMMISSION
    for youth in (*YOUTH, *GRADUATES):
        people += [youth, youth.parent] if youth.parent else [youth]
    return sorted(people, key=lambda someone: someone.number)


def try_it(sandbox: Sandbox) -> str | None:
    """The address of the phones that play the newcomer's story; None where they are not."""
    return _address(sandbox, (AISHA, AISHAS_MOTHER, GULNARA))


def to_the_badge(sandbox: Sandbox) -> str | None:
    """The same of the story from a complete level to a certificate that a stranger verifies."""
    return _address(sandbox, THE_WAY)


def _address(sandbox: Sandbox, story: Sequence[Someone]) -> str | None:
    phones = [someone.telegram_id for someone in story]
    if not sandbox.telegram.people.keys() >= set(phones):
        return None
    return f"{sandbox.url}/?phones={','.join(map(str, phones))}"


async def _settle(session: AsyncSession, now: dt.datetime) -> None:
    """Nobody is told at once of all that happened: of each only the newest that still matters.

    What is due later, such as a reminder of a ceremony, comes at its time.
    """
    await session.flush()
    owed = (
        await session.scalars(
            select(Outbox)
            .where(Outbox.settled_at.is_(None), Outbox.due_at <= now)
            .order_by(Outbox.due_at.desc(), Outbox.id.desc())
        )
    ).all()
    waiting = set(
        await session.scalars(select(Entry.id).where(Entry.state == EntryState.SUBMITTED))
    )
    told = set()
    for notice in owed:
        over = notice.kind == NoticeKind.ENTRY_SUBMITTED and notice.details["entry"] not in waiting
        if notice.kind in SHOWN and not over and notice.person_id not in told:
            told.add(notice.person_id)
            notice.due_at = now + AFTER_THE_MENU
            notice.once = None  # what is owed with a key would wait for the morning
        else:
            notice.settled_at, notice.outcome = now, "obsolete"


async def _greet(database: Database, sandbox: Sandbox) -> None:
    """Whoever the bot knows presses Start, if they have not: it answers when it runs.

    First those who are owed something, so that the menu comes before it.
    """
    owed = and_(Outbox.person_id == Person.id, Outbox.settled_at.is_(None), Outbox.kind.in_(SHOWN))
    query = select(Person.telegram_id).outerjoin(Outbox, owed)
    has_phone = Person.unreachable_since.is_(None)
    async with database.transaction() as session:
        known = await session.scalars(
            query.where(has_phone).order_by(Outbox.id.is_(None), Person.id)
        )
    for telegram_id in known:
        sandbox.press_start(telegram_id)
