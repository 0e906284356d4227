"""Every kind of notice × everybody: whoever is owed it, it names nobody out of their scope by then.

The rows are those of `tests/upgrade/outbox.json`, which has every kind; a new one fails until it is
there. Each is owed to everybody, as things are and as they may be by the time that it goes out.
"""

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import STAFF, Actor
from award.access.lookup import find_actor
from award.access.scope import mentors, visible
from award.errors import NotFound
from award.outbox import NoticeKind
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from handlers.ui import notices
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Outbox,
    Role,
    RoleKind,
    Transfer,
    TransferState,
)
from tests.acting import acting
from tests.upgrade.installation import UPGRADED, lay_out, recorded

PROGRAMME = load(SHIPPED_PROGRAMME)
ROWS: dict[str, list[dict[str, Any]]] = defaultdict(list)
for _row in recorded("outbox.json"):
    ROWS[_row["kind"]].append(_row)
PEOPLE = {
    content["first_name"]: content["id"]
    for kind, _, content in recorded("telegram.json")
    if kind == "person"
}
# Everybody of the permission table: staff here and elsewhere, participants, representatives.
EVERYBODY = (
    *("operator", "coordinator", "coordinator2", "head", "head2", "expert", "expert2"),
    *("mentor", "mentor2", "spare", "unknown", "active", "other", "new", "rep", "rep2"),
)
# Whose words each column holds: personal ones, by a statement that finds their person.
MARKED = {
    "person": ("full_name", "phone", "place", "study", "about", "hobbies"),
    "agreement": ("signer_name", "phone"),
    "enrolment": ("closing_reason", "characterisation"),
    "entry": ("note", "result", "late_reason", "employer_signer"),
    "excuse": ("note", "question", "answer"),
    "task": ("words",),
    "mark": ("note",),
    "plan": ("wish",),
    "dispute": ("words", "comment", "appeal_words"),
    "transfer": ("words",),
    "appeal": ("words",),
}
OF_ENROLMENT = "(SELECT person_id FROM enrolment WHERE enrolment.id = enrolment_id)"
WHOSE = {
    "person": "id",
    "agreement": "signer_id",
    "enrolment": "person_id",
    "appeal": "made_by",
}
MARK = re.compile(r"mark-(\d+)-")
# A mentor in office reads who it was that left; nobody else reads it any more.
OF_WHO_LEFT = {
    NoticeKind.PARTICIPANT_ERASED,
    NoticeKind.PARTICIPANT_LEFT,
    NoticeKind.PARTICIPANT_WITHDREW,
}

# Who is to receive somebody reads who it is; from whom somebody went, where to.
OF_TRANSFERS = {NoticeKind.TRANSFER_OFFERED, NoticeKind.TRANSFER_STANDS}

# Who took a link is told to who made it, or is to confirm it.
OF_LINKS = {NoticeKind.INVITATION_TAKEN, NoticeKind.OPERATOR_WAITS, NoticeKind.SEAT_TAKEN}

# What may have come meanwhile.
MEANWHILE = {
    "nothing": "SELECT 1",
    "roles ended": "UPDATE role SET until = '2026-03-18 09:30:00.000000'",
    "came of age": "UPDATE person SET birth_date = '2008-01-15' WHERE birth_date IS NOT NULL",
    "withdrawn": "UPDATE enrolment SET state = 'withdrawn', closing_reason = NULL",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module", name="database")
async def make_database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    """The recorded installation, in which every personal word is a mark of whose it is."""
    conversations()  # importing a journey registers its words
    folder = tmp_path_factory.mktemp("marked")
    lay_out(folder)
    database = Database(f"sqlite+aiosqlite:///{folder / 'award.db'}")
    await upgrade(database)
    async with database.transaction() as session:
        for table, columns in MARKED.items():
            whose = WHOSE.get(table, OF_ENROLMENT)
            marks = ", ".join(f"{column} = 'mark-' || {whose} || '-'" for column in columns)
            await session.execute(text(f"UPDATE {table} SET {marks}"))
    yield database
    await database.close()


def test_every_kind_is_tried() -> None:
    assert set(NoticeKind) == ROWS.keys()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("meanwhile", MEANWHILE)
@pytest.mark.parametrize("kind", NoticeKind)
async def test_nobody_is_named_out_of_scope(
    database: Database, kind: NoticeKind, meanwhile: str
) -> None:
    wrong = []
    for row in ROWS[kind]:
        async with database.sessions() as session:
            for statement in (*row.get("given", ()), MEANWHILE[meanwhile]):
                await session.execute(text(statement))
            for name in dict.fromkeys((*EVERYBODY, row["to"])):
                if meanwhile != "nothing" or name != row["to"]:
                    actor = await _actor(session, name)
                    for named in await _named(session, row, actor):
                        if not await _may_know(session, actor, named, kind):
                            wrong.append(f"{name} reads of {named}: {row['details']}")
            await session.rollback()
    assert not wrong


@pytest.mark.asyncio(loop_scope="module")
async def test_to_whom_it_is_for_the_marks_are_shown(database: Database) -> None:
    """Else nothing would be tried above."""
    naming = set()
    for kind, rows in ROWS.items():
        for row in rows:
            async with database.sessions() as session:
                for statement in row.get("given", ()):
                    await session.execute(text(statement))
                if await _named(session, row, await _actor(session, row["to"])):
                    naming.add(kind)
                await session.rollback()
    assert len(naming) > len(NoticeKind) // 3, sorted(naming)


async def _actor(session: AsyncSession, name: str) -> Actor:
    actor = await find_actor(session, UPGRADED, telegram_id=PEOPLE[name])
    assert actor is not None
    return actor


async def _named(session: AsyncSession, row: dict[str, Any], actor: Actor) -> set[int]:
    """Ids of the people of whom a notice says something: alone, and gathered with another."""
    owed = [
        Outbox(id=number, person_id=actor.id, kind=row["kind"], details=row["details"])
        for number in (1, 2)
    ]
    several = [owed] if row["kind"] in notices.gathered() else []
    return set().union(*[await _ids_in(session, together) for together in (owed[:1], *several)]) - {
        actor.id
    }


async def _ids_in(session: AsyncSession, owed: Iterable[Outbox]) -> set[int]:
    """All that is shown: words, buttons, what is drawn, what becomes of earlier messages."""
    async with session.begin_nested() as point:
        _, shown = await notices.word(session, list(owed), PROGRAMME, UPGRADED)
        await point.rollback()
    return {int(number) for number in MARK.findall(repr(shown))}


async def _may_know(session: AsyncSession, actor: Actor, person_id: int, kind: NoticeKind) -> bool:
    """Whether somebody's words are in the scope of a person by now."""
    wards = select(Role.ward_id).where(Role.person_id == person_id, Role.ward_id.is_not(None))
    people = (person_id, *await session.scalars(wards))
    enrolments = (
        await session.scalars(select(Enrolment).where(Enrolment.person_id.in_(people)))
    ).all()
    if not enrolments:
        return await _meets(session, actor, person_id, kind)
    for enrolment in enrolments:
        if kind in OF_WHO_LEFT and mentors(actor, enrolment):
            return True
        if kind in OF_TRANSFERS and await _passes_on(session, actor, enrolment):
            return True
        try:
            await visible(acting(session, actor, UPGRADED, PROGRAMME), enrolment.id)
        except NotFound:
            continue
        return True
    return False


async def _passes_on(session: AsyncSession, actor: Actor, enrolment: Enrolment) -> bool:
    """Whether a participant is offered to a person in office, or went from them by a transfer."""
    if enrolment.state not in SIGNED_STATES:
        return False
    found = await session.scalars(select(Transfer).where(Transfer.enrolment_id == enrolment.id))
    for each in found:
        gone = each.state is TransferState.PULLED
        if gone or each.state is TransferState.OFFERED:
            mentor = each.from_mentor_id if gone else each.to_mentor_id
            centre = each.from_centre_id if gone else each.to_centre_id
            led = any(
                role.kind is RoleKind.CENTRE_HEAD and role.centre_id == centre
                for role in actor.roles
            )
            if led or (actor.has(RoleKind.MENTOR) and mentor == actor.id):
                return True
    return False


async def _meets(session: AsyncSession, actor: Actor, person_id: int, kind: NoticeKind) -> bool:
    """Whether somebody of the staff is met: by colleagues, and by whom they mentor."""
    if kind in OF_LINKS:
        return actor.has(RoleKind.OPERATOR)
    if any(role.kind in STAFF for role in actor.roles):
        return True
    people = (actor.id, *(role.ward_id for role in actor.roles if role.ward_id is not None))
    own = Enrolment.person_id.in_(people)
    mentored = select(Enrolment.id).where(own, Enrolment.mentor_id == person_id)
    if kind in (*OF_TRANSFERS, NoticeKind.TRANSFER_ASKED):  # from whom, and to whom
        mentored = (
            select(Transfer.id)
            .join(Enrolment, Enrolment.id == Transfer.enrolment_id)
            .where(
                own,
                or_(
                    *(
                        c == person_id
                        for c in (
                            Transfer.from_mentor_id,
                            Transfer.to_mentor_id,
                            Enrolment.mentor_id,
                        )
                    )
                ),
            )
        )
    return await session.scalar(mentored.limit(1)) is not None
