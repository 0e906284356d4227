"""What was owed to somebody whose role has ended by the time that it goes out."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers import centre_cards  # registers how its notices are shown
from handlers.notices import word
from storage.tables import Outbox, Role
from tests.award.scope_world import NOW, build


async def test_who_is_no_operator_any_more_hears_of_no_application(session: AsyncSession) -> None:
    programme = load(SHIPPED_PROGRAMME)
    world = await build(session, programme)
    owed = Outbox(
        person_id=world.people["operator"],
        kind="centres-due",
        details={"items": [[world.applications["submitted"], "half", None]]},
    )
    assert centre_cards.router.name == "centre_cards"
    _, shown = await word(session, [owed], programme, NOW)
    assert shown is not None
    theirs = update(Role).where(Role.person_id == world.people["operator"])
    await session.execute(theirs.values(until=NOW))
    _, shown = await word(session, [owed], programme, NOW)
    assert shown is None
