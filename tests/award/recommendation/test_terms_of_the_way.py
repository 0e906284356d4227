"""Terms of note, recommendation and decision: given, reminded of, told up, moved by a day off."""

import datetime as dt

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.dossiers.moving import give_terms
from award.dossiers.way import WayStep, way_line
from award.outbox import NoticeKind
from award.programme import Programme
from award.recommendation.recommendations import ask_mentor, recommend
from award.reminders.terms import near_ends
from award.staff.days_off import add_day_off
from storage.tables import DossierState
from tests.award.recommendation.closing import Closing, a_closing
from tests.award.reminders.term_people import NOW, ZONE, remind

HALF = NOW + 3 * DAY  # of the note's five working days, before Nauryz


@pytest.fixture
async def closing(session: AsyncSession, tosbelgi: Programme) -> Closing:
    return await a_closing(session, tosbelgi)


async def _told(closing: Closing, now: dt.datetime) -> dict[str, int]:
    await remind(near_ends, closing.session, closing.programme, ZONE, now)
    told = await closing.them.told(NoticeKind.DOSSIERS_DUE)
    return {who: len(messages) for who, messages in told.items()}


async def test_the_mentor_is_reminded_twice_and_those_above_told_of_a_note_missed(
    closing: Closing,
) -> None:
    due = closing.dossier.due
    assert due is not None
    assert await _told(closing, NOW + DAY) == {}
    before = dt.datetime.combine(due, NOW.timetz())
    assert await _told(closing, HALF) == {"mentor": 1}
    assert await _told(closing, before) == {"mentor": 2}
    assert await _told(closing, before) == {"mentor": 2}, "once each"
    for days in range(1, 6):  # on the first working day after it, and then no more
        after = await _told(closing, before + days * DAY)
    assert after == {"mentor": 3, "expert": 1, "head": 1}


async def test_a_note_given_back_has_reminders_of_its_own(closing: Closing) -> None:
    await _told(closing, HALF)
    await closing.notes()
    await ask_mentor(await closing.at("head", HALF), closing.dossier.id, "Мысалы?")
    days = 1
    while await _told(closing, HALF + days * DAY) == {"mentor": 1}:
        days += 1
    told = await closing.them.told(NoticeKind.DOSSIERS_DUE)
    assert [stage for ((_, stage, _),) in told["mentor"]] == ["half", "half"]


async def test_levels_that_were_complete_before_get_a_term_the_first_night(
    closing: Closing,
) -> None:
    closing.dossier.due = None
    await closing.session.flush()
    assert await give_terms(closing.session, closing.programme, ZONE, NOW) == 1
    assert closing.dossier.due is not None
    assert await give_terms(closing.session, closing.programme, ZONE, NOW) == 0
    assert await give_terms(closing.session, closing.programme, "Asia/Aqtau", NOW) == 0


@pytest.mark.parametrize("state", ["note", "decision"])
async def test_a_day_off_moves_the_end(closing: Closing, state: str) -> None:
    if state == "decision":
        await closing.notes()
        await recommend(await closing.at("head"), closing.dossier.id)
    due = closing.dossier.due
    assert due is not None
    await add_day_off(await closing.at("operator"), NOW.date() + DAY)
    moved = closing.dossier.due
    assert moved is not None
    assert moved > due


async def test_every_state_is_somewhere_on_the_way(closing: Closing) -> None:
    at = await closing.at("participant")
    numbers = {}
    for state in DossierState:
        closing.dossier.state = state
        await closing.session.flush()
        line = await way_line(at, closing.enrolment.id)
        assert line is not None
        assert 1 <= line.number <= line.total == len(WayStep)
        numbers[state] = line.number
    assert numbers[DossierState.CANDIDATE] == 3
    assert numbers[DossierState.HANDED_OVER] == len(WayStep)
