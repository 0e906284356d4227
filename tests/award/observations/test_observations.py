"""Who reads which notes on a participant, and in whose copy they are (§7.10)."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import NotFound, Refusal
from award.observations.observations import LONGEST, notes_on, observe
from award.profile.export import CopyAsked, held_about
from award.programme import Programme
from storage.tables import Enrolment, Observation
from tests.acting import acting
from tests.award.access.table.world import NOW, build

KEEPERS = ("mentor", "expert", "coordinator")


async def test_each_is_read_by_its_author_and_those_above(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    world = await build(session, tosbelgi)
    at = {key: acting(session, actor, NOW) for key, actor in world.actors.items()}
    number = world.things["paused"].enrolment
    for who in KEEPERS:
        await observe(at[who], number, f"{who} байқады")
    for who, read in (("mentor", 1), ("expert", 2), ("coordinator", 3), ("operator", 3)):
        rows = (await notes_on(at[who], number)).rows
        assert {each.words for each in rows} == {f"{key} байқады" for key in KEEPERS[:read]}
        own = {each.words for each in rows if each.mine}
        assert own == ({f"{who} байқады"} if who in KEEPERS else set())
    # Another mentor takes over, and reads none of those of before.
    enrolment = await session.get_one(Enrolment, number)
    enrolment.mentor_id = world.people["mentor2"]
    await session.flush()
    assert (await notes_on(at["mentor2"], number)).rows == ()
    for gone in ("mentor", "expert", "head", "paused", "rep"):
        with pytest.raises(NotFound):
            await notes_on(at[gone], number)
    for words in ("  ", "х" * (LONGEST + 1)):
        with pytest.raises(Refusal, match="refused-observation"):
            await observe(at["mentor2"], number, words)

    # The participant's own copy has them, without names; the family's has none.
    which = Enrolment.person_id == world.people["paused"]
    held = await held_about(session, CopyAsked(world.people["paused"], which, own=True))
    [way] = held["enrolments"]
    assert {note["words"] for note in way["observations"]} == {f"{key} байқады" for key in KEEPERS}
    assert all("by" not in note for note in way["observations"])
    asked = await held_about(session, CopyAsked(world.people["paused"], which, own=False))
    assert "observations" not in asked["enrolments"][0]
    assert len((await session.scalars(select(Observation))).all()) == len(KEEPERS) + 1
