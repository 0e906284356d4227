"""Whom staff live with: declared by themselves, and seen by nobody else."""

import datetime as dt

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.dossiers.household import MOST, declare, drop, own_household
from award.errors import NotAllowed, Refusal
from tests.acting import acting
from tests.award.reminders.term_people import NOW, people

BORN = dt.date(2010, 3, 5)


@pytest.fixture
async def mentor(session: AsyncSession) -> Acting:
    them = await people(session)
    return acting(session, await them.actor("mentor"), NOW)


async def test_declared_and_dropped(mentor: Acting) -> None:
    member = await declare(mentor, "  Серік   Аружан ", BORN)
    assert member.full_name == "Серік Аружан"
    assert [each.id for each in await own_household(mentor)] == [member.id]
    await drop(mentor, member.id)
    assert await own_household(mentor) == ()
    with pytest.raises(NotAllowed):
        await drop(mentor, member.id)


@pytest.mark.parametrize(
    ("name", "born"),
    [("Аружан", BORN), ("", BORN), ("Серік Аружан", NOW.date() + dt.timedelta(days=1))],
)
async def test_what_is_no_name_or_no_date(mentor: Acting, name: str, born: dt.date) -> None:
    with pytest.raises(Refusal):
        await declare(mentor, name, born)


async def test_a_household_has_an_end(mentor: Acting) -> None:
    for _ in range(MOST):
        await declare(mentor, "Серік Аружан", BORN)
    with pytest.raises(Refusal):
        await declare(mentor, "Серік Аружан", BORN)
