import datetime as dt

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.calendar.days_off import days_off, term_end
from award.errors import Refusal, TooLate
from award.programme import Programme
from award.staff.days_off import add_day_off, coming_days_off, remove_day_off
from storage.tables import EnrolmentState
from tests.acting import acting
from tests.award.reminders.term_people import NOW, enrolled, people

D = dt.date
DUE = D(2025, 4, 9)


async def test_a_new_day_off_moves_the_ends_of_terms_that_it_lies_in(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    operator = await them.actor("operator")
    assert await add_day_off(acting(session, operator, NOW), D(2025, 4, 10)) == 0
    assert sent.answer_due == DUE
    assert await add_day_off(acting(session, operator, NOW), DUE) == 1
    assert sent.answer_due == D(2025, 4, 11)
    assert await term_end(session, tosbelgi, "KZ-75", 14, NOW) == D(2025, 4, 11)


async def test_a_day_off_taken_back_brings_nobodys_day_nearer(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    operator = await them.actor("operator")
    await add_day_off(acting(session, operator, NOW), D(2025, 4, 2))
    await remove_day_off(acting(session, operator, NOW), D(2025, 4, 2))
    assert sent.answer_due == D(2025, 4, 10)
    assert await days_off(session) == frozenset()
    # Nor does another day off that the kept end has room for move it once more.
    await add_day_off(acting(session, operator, NOW), D(2025, 4, 3))
    assert sent.answer_due == D(2025, 4, 10)


async def test_answered_applications_keep_their_day(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.PLANNING, due=DUE)
    await add_day_off(acting(session, await them.actor("operator"), NOW), DUE)
    assert sent.answer_due == DUE


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (D(2025, 3, 16), "refused-day-off-far"),
        (D(2027, 3, 29), "refused-day-off-far"),
        (D(2025, 3, 22), "refused-day-off-already"),
        (D(2025, 3, 21), "refused-day-off-already"),
        (D(2025, 4, 1), "refused-day-off-already"),
    ],
)
async def test_days_that_cannot_be_added(
    session: AsyncSession, tosbelgi: Programme, day: D, key: str
) -> None:
    operator = await (await people(session)).actor("operator")
    await add_day_off(acting(session, operator, NOW), D(2025, 4, 1))
    with pytest.raises(Refusal) as refused:
        await add_day_off(acting(session, operator, NOW), day)
    assert refused.value.key == key


async def test_the_list_is_of_days_to_come(session: AsyncSession, tosbelgi: Programme) -> None:
    operator = await (await people(session)).actor("operator")
    for day in (D(2025, 4, 2), D(2025, 3, 18)):
        await add_day_off(acting(session, operator, NOW), day)
    later = NOW + DAY * 2
    assert await coming_days_off(acting(session, operator, later)) == (D(2025, 4, 2),)
    with pytest.raises(TooLate):
        await remove_day_off(acting(session, operator, later), D(2025, 3, 18))
