"""Participants of one name are told apart by what is one's alone."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import find_actor
from award.access.namesakes import Apart, By
from award.mentoring.participants import participants
from award.programme import Programme
from award.review.queue import pending
from award.review.views import look
from storage.tables import Enrolment, Entry, EntryState, Person
from tests.acting import acting
from tests.participants import participant

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
NAME = "Сәрсен Аружан"
Told = tuple[str | None, str | None, date | None]  # study, place, birth date


async def _mentor_of(
    session: AsyncSession, programme: Programme, told: list[Told]
) -> tuple[list[Enrolment], int]:
    made = []
    for number, (study, place, born) in enumerate(told):
        enrolment = await participant(
            session, programme, NOW, telegram_id=100 + number, mentor_telegram_id=1
        )
        person = await session.get_one(Person, enrolment.person_id)
        person.full_name, person.study, person.place, person.birth_date = NAME, study, place, born
        made.append(enrolment)
    await session.flush()
    mentor = made[0].mentor_id
    assert mentor is not None
    return made, mentor


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ([("№ 1", "Алматы", None)], [None]),
        (
            [("№ 1", "Алматы", None), ("№ 2", "Алматы", None)],
            [(By.STUDY, "№ 1"), (By.STUDY, "№ 2")],
        ),
        (
            [("№ 1", "Талғар", None), ("№ 1", "Алматы", None)],
            [(By.PLACE, "Талғар"), (By.PLACE, "Алматы")],
        ),
        (
            [(None, None, date(2010, 1, 1)), (None, None, date(2008, 1, 1))],
            [(By.AGE, "16"), (By.AGE, "18")],
        ),
        ([("№ 1", None, None), ("№ 1", None, None)], [None, None]),
        ([("№ 1", None, None), (None, None, None)], [(By.STUDY, "№ 1"), None]),
    ],
)
async def test_what_tells_them_apart(
    session: AsyncSession,
    tosbelgi: Programme,
    told: list[Told],
    apart: list[tuple[By, str] | None],
) -> None:
    made, mentor = await _mentor_of(session, tosbelgi, told)
    for enrolment in made:
        session.add(
            Entry(
                enrolment_id=enrolment.id,
                state=EntryState.SUBMITTED,
                version=1,
                direction="sport",
                minutes=30,
                happened_on=NOW.date(),
                sent_at=NOW,
                received_at=NOW,
                submitted_at=NOW,
                note="",
            )
        )
    await session.flush()
    actor = await find_actor(session, NOW, person_id=mentor)
    assert actor is not None
    at = acting(session, actor, NOW, tosbelgi)
    expected = [Apart(*each) if each else None for each in apart]
    listed = {row.enrolment_id: row.apart for row in (await participants(at, 0)).rows}
    assert [listed[each.id] for each in made] == expected
    waiting = {row.enrolment_id: row.apart for row in (await pending(at)).by_participant}
    assert [waiting[each.id] for each in made] == expected
    entries = (await session.scalars(select(Entry.id).order_by(Entry.id))).all()
    assert [(await look(at, entry)).apart for entry in entries] == expected
