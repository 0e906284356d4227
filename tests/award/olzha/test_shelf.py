"""The shelf is one's own, can be turned off and on, and its trophies are told of once."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK
from award.errors import Refusal
from award.olzha.ledger import due, settle
from award.olzha.shelf import own_shelf, told_of, turn
from award.olzha.telling import BUDGET, tell_of_trophies
from award.outbox import NoticeKind, tell_once
from award.programme import Programme
from storage.tables import Audit, OlzhaRow, Outbox
from tests.award.olzha.played import Play, a_play


@pytest.fixture
async def play(session: AsyncSession, tosbelgi: Programme) -> Play:
    return await a_play(session, tosbelgi)


async def _wins(play: Play, *numbers: int) -> None:
    """Each number is an approved entry; of a direction a first one wins a trophy."""
    for number in numbers:
        await play.step("sends", number)
        await play.step("approves", 0)
    await settle(play.session, play.programme, await due(play.session))


async def _told(play: Play) -> list[list[str]]:
    found = await play.session.scalars(
        select(Outbox).where(Outbox.kind == NoticeKind.TROPHIES).order_by(Outbox.id)
    )
    return [row.details["rewards"] for row in found]


async def test_it_shows_what_is_won_and_what_is_near(play: Play) -> None:
    await _wins(play, 40, 43)  # an hour of sport, a book
    await play.step("sends", 46)  # a day of a trip: not counted yet when the shelf is opened
    await play.step("approves", 0)
    shelf = await own_shelf(play.by(play.diary.actor))
    assert [each.reward.code for each in shelf.won] == ["first_trip", "books_1", "first_entry"]
    assert shelf.points == sum(points for _, _, points in await play.rows()) > 0
    nearest = shelf.near[0]
    assert (nearest.reward.code, nearest.there, nearest.needed) == ("books_3", 1, 3)
    assert len({(each.reward.cause, each.reward.of) for each in shelf.near}) == len(shelf.near)


async def test_off_it_is_empty_and_on_again_it_is_as_it_was(play: Play) -> None:
    await _wins(play, 40, 43)
    participant = play.by(play.diary.actor)
    before, rows = await own_shelf(participant), await play.rows()
    off = await turn(participant, on=False)
    assert off.off
    assert (off.points, off.won, await play.rows()) == (0, (), set())
    await _wins(play, 44)
    assert await play.rows() == set()
    await play.step("finds reused", 2)
    assert await turn(participant, on=True) == before
    assert await play.rows() == rows
    assert await tell_of_trophies(play.session, play.now) == 0
    said = await play.session.scalars(select(Audit.action).where(Audit.action.startswith("olzha")))
    assert said.all() == ["olzha.off", "olzha.on"]


async def test_who_has_begun_nothing_has_none(play: Play, tiny: Programme) -> None:
    mentor = play.by(play.diary.mentor)
    for refused in (own_shelf(mentor), turn(mentor, on=False)):
        with pytest.raises(Refusal):
            await refused


async def test_several_within_a_week_are_told_as_one(play: Play) -> None:
    await _wins(play, 40)
    now = play.now
    assert await tell_of_trophies(play.session, now) == 1
    await _wins(play, 43)
    await _wins(play, 46)
    assert await tell_of_trophies(play.session, now + DAY * 6) == 0
    assert await tell_of_trophies(play.session, now + WEEK) == 1
    assert await tell_of_trophies(play.session, now + WEEK * 3) == 0
    assert await _told(play) == [["first_entry"], ["books_1", "first_trip"]]


async def test_it_waits_while_the_clock_has_sent_enough(play: Play) -> None:
    await _wins(play, 40)
    for number in range(BUDGET):
        once = f"weekly-hour:{number}"
        await tell_once(
            play.session, play.diary.actor.id, NoticeKind.WEEKLY_HOUR, once, play.now - DAY * 2
        )
    assert await tell_of_trophies(play.session, play.now) == 0
    assert await tell_of_trophies(play.session, play.now + DAY * 5) == 1


async def test_what_is_gone_by_then_is_not_told(play: Play) -> None:
    await _wins(play, 40, 43)
    codes = ["books_1", "first_entry"]
    participant = play.by(play.diary.actor)
    assert [w.reward.code for w in (await told_of(participant, codes)).won] == codes
    await play.step("finds reused", 1)
    await settle(play.session, play.programme, await due(play.session))
    assert [w.reward.code for w in (await told_of(participant, codes)).won] == codes[1:]


async def test_a_trophy_with_another_cause_by_now_is_not_told_again(play: Play) -> None:
    await _wins(play, 40)
    assert await tell_of_trophies(play.session, play.now) == 1
    await _wins(play, 36)  # of an earlier week
    first = await play.session.scalar(
        select(OlzhaRow.cause).where(OlzhaRow.reward == "first_entry")
    )
    assert first == "2"
    assert await tell_of_trophies(play.session, play.now + WEEK) == 0
