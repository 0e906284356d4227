"""A name in public tables: who gives it, until when it stands, and who is a leader (§8.12)."""

import datetime as dt

import pytest
from sqlalchemy import select

from award.errors import NotAllowed, Refusal
from award.ratings.leaders import leaders
from award.ratings.names import agree, ask_representative, lapsed_name, naming, take_back
from storage.tables import EnrolmentState, Outbox
from tests.award.ratings.places import NOW, Level

REGION = "KZ-75"


async def named(level: Level, reader: int, now: dt.datetime = NOW) -> list[str]:
    found = await leaders(await level.acting(reader, now), "bronze", REGION)
    return [each.name for each in found.leaders]


async def test_nobody_is_named_unasked_and_taken_back_it_is_gone_at_once(level: Level) -> None:
    one = await level.participant(50)
    other = await level.participant(80)
    assert await named(level, one.person_id) == []
    await agree(await level.acting(one.person_id), one.id, "Айгерім  С.")
    await agree(await level.acting(other.person_id), other.id, "Болат")
    assert await named(level, one.person_id) == ["Болат", "Айгерім С."]
    await take_back(await level.acting(other.person_id), other.id)
    assert await named(level, one.person_id) == ["Айгерім С."]
    one.state = EnrolmentState.WITHDRAWN
    await level.session.flush()
    assert await named(level, other.person_id) == []


async def test_of_a_minor_the_representative_decides_until_the_birthday(level: Level) -> None:
    child = await level.person(age=17)
    mine = await level.participant(50, child)
    parent = await level.person(age=40)
    role = await level.represents(parent, mine)
    with pytest.raises(Refusal) as refused:
        await agree(await level.acting(child.id), mine.id, "Айгерім")
    assert refused.value.key == "refused-public-name-minor"
    await agree(await level.acting(parent.id), mine.id, "Айгерім")
    assert await named(level, child.id) == ["Айгерім"]
    grown = NOW + dt.timedelta(days=366)
    assert await named(level, child.id, grown) == []
    assert await lapsed_name(await level.acting(child.id, grown)) == mine.id
    asked = await naming(await level.acting(child.id, grown), mine.id)
    assert asked.lapsed
    assert asked.decides
    with pytest.raises(NotAllowed):
        await agree(await level.acting(parent.id, grown), mine.id, "Айгерім")
    await agree(await level.acting(child.id, grown), mine.id, "Айгерім")
    assert await named(level, child.id, grown) == ["Айгерім"]
    role.until = NOW
    await level.session.flush()
    assert await named(level, child.id) == []


async def test_a_representative_who_ends_takes_the_consent_along(level: Level) -> None:
    child = await level.person(age=16)
    mine = await level.participant(50, child)
    parent = await level.person(age=40)
    role = await level.represents(parent, mine)
    await agree(await level.acting(parent.id), mine.id, "Айгерім")
    role.until = NOW
    await level.session.flush()
    assert await named(level, child.id) == []


async def test_a_minor_may_take_it_back_and_ask_once_a_month(level: Level) -> None:
    child = await level.person(age=16)
    mine = await level.participant(50, child)
    parent = await level.person(age=40)
    await level.represents(parent, mine)
    at = await level.acting(child.id)
    assert await ask_representative(at, mine.id)
    assert not await ask_representative(at, mine.id)
    [owed] = (await level.session.scalars(select(Outbox))).all()
    assert (owed.person_id, owed.kind) == (parent.id, "public-name-asked")
    await agree(await level.acting(parent.id), mine.id, "Айгерім")
    await take_back(at, mine.id)
    assert await named(level, child.id) == []


@pytest.mark.parametrize("name", ["", "А", "Айгерім 2", "@aigerim", "а" * 25, "=1+1", "<b>а</b>"])
async def test_a_name_is_letters_alone(level: Level, name: str) -> None:
    mine = await level.participant(50)
    with pytest.raises(Refusal) as refused:
        await agree(await level.acting(mine.person_id), mine.id, name)
    assert refused.value.key == "refused-public-name"


async def test_strangers_see_no_table(level: Level) -> None:
    stranger = await level.person()
    with pytest.raises(NotAllowed):
        await leaders(await level.acting(stranger.id), "bronze")
