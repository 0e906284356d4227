"""Interviews that are missed, and reminders that a service which was down sends late."""

import datetime as dt
from typing import Any

from storage.tables import DossierState, RoleKind
from tests.journeys.candidates import PLACE, Board, Candidate, a_board, a_candidate
from tests.journeys.chamber import SAY, WORDS, from_menu, press, to_desk
from tests.journeys.people import Phone
from tests.journeys.steps import said
from tests.journeys.world import World

S = DossierState
LATE = "Сұқбат жақындап қалды"
IN_TIME = ("Сұқбатқа бір күн қалды", "Сұқбатқа жарты сағат қалды")


async def _chooses(girl: Candidate, time: str) -> None:
    """From the way, which leads to the interview as long as there is one to come."""
    await from_menu(girl.phone, "way")
    way = await girl.phone.sees(WORDS("way-step-handing-over"), new=True)
    await girl.phone.tap(WORDS("interview-button-show"), on=way)
    await press(girl.phone, WORDS("interview-button-choose"))
    days = await girl.phone.sees(said(SAY, "interview-choose-day", more=0))
    await girl.phone.tap(days["buttons"][0][0]["text"], on=days)
    await girl.phone.tap(time, on=await girl.phone.sees(time, WORDS("button-back")))
    await girl.phone.sees(PLACE, WORDS("interview-button-calendar"))


async def _not_come(board: Board, time: str) -> None:
    """A member says so, once it has begun."""
    member = board.members[2]
    await to_desk(member)
    await press(member, WORDS("desk-button-interviews"))
    days = await member.sees(WORDS("interview-button-offer"))
    await member.tap(days["buttons"][0][0]["text"], on=days)
    await member.tap(time, on=await member.sees(time, WORDS("button-back")))
    await press(member, WORDS("interview-button-not-come"))
    await member.sees("Келмеді")


async def test_not_come_twice_is_decided_without(world: World) -> None:
    girl = await a_candidate(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.offers(dt.time(14), 4, days=0)
    await _chooses(girl, "14:00")
    await world.move(hours=2, minutes=5)
    await _not_come(board, "14:00")
    missed = await girl.phone.sees(said(SAY, "notice-interview-missed", again="yes"))
    assert WORDS("interview-button-choose") in str(missed["buttons"])
    await _chooses(girl, "15:00")
    await world.move(hours=1)
    await _not_come(board, "15:00")
    await girl.phone.sees(said(SAY, "notice-interview-missed", again="no"))
    await from_menu(girl.phone, "way")
    await press(girl.phone, WORDS("interview-button-show"))
    shown = await girl.phone.sees(said(SAY, "interview-without", "level"))
    assert WORDS("interview-button-choose") not in str(shown["buttons"])

    # Nobody is asked to mark an interview that was none: with the other marks they can vote.
    await board.decides(girl, S.DEFERRED, "absent")
    await girl.phone.sees(
        said(SAY, "decision-own-deferred", "level"), WORDS("decision-reason-absent")
    )


async def test_after_the_service_was_down_what_is_late_is_still_true(world: World) -> None:
    """Down over one's reminder of a day, and over another's half-hour and interview."""
    girl = await a_candidate(world)
    early = await a_candidate(world, "Нұрлан")
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.offers(dt.time(14), 4, days=2)
    await _chooses(girl, "15:30")
    await _chooses(early, "14:00")
    secretary = board.members[1]

    await world.stop_bot()
    await world.move(days=1, hours=8)  # 20:00 of the day before
    await world.start_bot()
    for phone in (girl.phone, early.phone):
        await phone.sees(LATE, PLACE)
    await secretary.sees(LATE, "Аружан", "15:30")
    await world.stop_bot()
    await world.move(hours=19, minutes=15)  # 15:15: one is over, of the other a quarter is left
    await world.start_bot()
    await girl.phone.sees(LATE, "15:30", new=True)
    await secretary.sees(LATE, "Аружан", "15:30", new=True)
    await world.stop_bot()
    await world.move(minutes=30)
    await world.start_bot()
    await world.move(minutes=5)
    assert await _reminders(girl.phone) == 2
    assert await _reminders(early.phone) == 1, "nothing after it began"
    assert await _reminders(secretary) == 3


async def _reminders(phone: Phone) -> int:
    """How many there are; none says how long it is until then."""
    messages: list[dict[str, Any]] = await phone.messages()
    for words in IN_TIME:
        await phone.does_not_see(words)
    return sum(LATE in (each["text"] or "") for each in messages)
