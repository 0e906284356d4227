"""How notices look by the time that they go out: to whose role has ended, and of very much."""

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.outbox import NoticeKind
from award.programme import load
from award.review.decisions import approve_all
from award.review.queue import AT_ONCE
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from handlers.centres import applications  # register how their notices are shown
from handlers.review import outcome  # register how their notices are shown
from handlers.ui import notices
from handlers.ui.notices import word
from handlers.ui.shown import TEXT_LIMIT
from locales import LANGUAGES
from storage.tables import Outbox, Person, Role, RoleKind
from tests.acting import acting
from tests.award.access.table.world import NOW, build
from tests.award.journal.diary import a_diary


def test_each_kind_has_words_and_nothing_else_has() -> None:
    conversations()  # importing a journey registers its words
    worded = {
        kind
        for kind, wording in notices._wordings.items()
        if not wording.__module__.startswith("tests.")  # a test's own, for its own messages
    }
    assert worded == set(NoticeKind)
    assert notices.gathered() <= worded


async def test_who_is_no_operator_any_more_hears_of_no_application(session: AsyncSession) -> None:
    programme = load(SHIPPED_PROGRAMME)
    world = await build(session, programme)
    owed = Outbox(
        person_id=world.people["operator"],
        kind="centres-due",
        details={"items": [[world.applications["submitted"], "half", None]]},
    )
    assert applications.router.name == "centre_cards"
    _, shown = await word(session, [owed], programme, NOW)
    assert shown is not None
    theirs = update(Role).where(Role.person_id == world.people["operator"])
    await session.execute(theirs.values(until=NOW))
    _, shown = await word(session, [owed], programme, NOW)
    assert shown is None


async def test_however_many_are_approved_at_once_it_is_a_message(session: AsyncSession) -> None:
    """As of a mentor who comes back after months."""
    programme = load(SHIPPED_PROGRAMME)
    diary = await a_diary(session, programme)
    for _ in range(26):
        for direction in ("sport", "talent", "heritage"):
            entry = await diary.sport(60, direction=direction)
            await diary.submits(entry)
        diary.now += dt.timedelta(weeks=1)
    mentor = Actor(diary.mentor.id, 2, "kk", None, (Scope(RoleKind.MENTOR),))
    await approve_all(
        acting(session, mentor, diary.now, programme), diary.enrolment.id, up_to=entry.id
    )
    owed = (await session.scalars(select(Outbox).where(Outbox.kind == "entries-approved"))).one()
    assert outcome.SHOWN == 20
    assert len(owed.details["entries"]) == AT_ONCE
    reader = await session.get_one(Person, diary.actor.id)
    for language in LANGUAGES:
        reader.language = language
        await session.flush()
        _, shown = await word(session, [owed], programme, diary.now)
        assert shown is not None
        first, *_, last = shown.text.splitlines()
        assert str(AT_ONCE) in first, language
        assert str(AT_ONCE - outcome.SHOWN) in last, language
        assert len(shown.text.striptags()) <= TEXT_LIMIT, language
