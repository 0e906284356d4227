"""Offered, taken by one tap, changed until a day before, reminded of, come or not come."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.errors import NotFound, Refusal, TooLate
from award.interviews.choosing import choose, free_days, free_times, give_back, own_interview
from award.interviews.coming import interview, note_came
from award.interviews.offering import offer, planned, take_back
from award.interviews.reminding import remind_of_interviews
from award.interviews.series import Series
from award.messages.quiet_hours import put_off
from storage.database import Database
from storage.tables import (
    Ballot,
    Candidacy,
    CommissionMember,
    Dossier,
    InterviewTime,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.award.interviews.hearing import NOW, Hearing, a_hearing

DAY = dt.date(2026, 10, 8)
TEN = dt.datetime(2026, 10, 8, 5, tzinfo=dt.UTC)  # ten in the morning in Almaty
SERIES = Series(DAY, dt.time(10), 30, 10, 3)
LINK = "https://meet.example/abc"
EARLY = TEN - dt.timedelta(days=1, minutes=1)


@pytest.fixture
async def hearing(session: AsyncSession) -> Hearing:
    made = await a_hearing(session)
    await offer(await made.at(made.secretary), made.commission, SERIES, LINK)
    return made


async def times(hearing: Hearing) -> list[InterviewTime]:
    found = await hearing.session.scalars(select(InterviewTime).order_by(InterviewTime.starts_at))
    return list(found)


async def told(hearing: Hearing, kind: str) -> list[Outbox]:
    rows = await hearing.session.scalars(
        select(Outbox).where(Outbox.kind == kind).order_by(Outbox.due_at, Outbox.person_id)
    )
    return list(rows)


async def youth(hearing: Hearing, number: int = 0, now: dt.datetime = NOW) -> Acting:
    return await hearing.at(hearing.candidates[number], now)


async def test_candidates_are_told_once_a_day_and_times_stand_once(hearing: Hearing) -> None:
    again = await offer(await hearing.at(hearing.chair), hearing.commission, SERIES, LINK)
    assert again == 0
    later = Series(DAY, dt.time(15), 30, 10, 2)
    assert await offer(await hearing.at(hearing.chair), hearing.commission, later, LINK) == 2
    offered = await told(hearing, "interview-offered")
    assert sorted(row.person_id for row in offered) == sorted(hearing.candidates)
    assert await free_days(await youth(hearing)) == {DAY: 5}


async def test_first_come_first_served(hearing: Hearing) -> None:
    first = (await free_times(await youth(hearing), DAY))[0]
    assert (await choose(await youth(hearing), first.id)).starts_at == TEN
    with pytest.raises(TooLate):
        await choose(await youth(hearing, 1), first.id)
    assert len(await free_times(await youth(hearing, 1), DAY)) == 2
    # The same tap once more is no other.
    assert (await choose(await youth(hearing), first.id)).id == first.id


async def test_it_is_changed_until_a_day_before(hearing: Hearing) -> None:
    first, second, _ = await times(hearing)
    await choose(await youth(hearing), first.id)
    await choose(await youth(hearing, 0, EARLY), second.id)
    assert (await own_interview(await youth(hearing))).taken is second
    assert first.candidacy_id is None
    soon = second.starts_at - dt.timedelta(hours=23)
    with pytest.raises(Refusal) as late:
        await choose(await youth(hearing, 0, soon), first.id)
    assert late.value.key == "interview-too-soon"
    with pytest.raises(Refusal):
        await give_back(await youth(hearing, 0, soon))
    await give_back(await youth(hearing))
    assert second.candidacy_id is None


async def test_reminders_are_due_to_the_minute_and_for_all_who_meet(hearing: Hearing) -> None:
    first = (await times(hearing))[0]
    child = await hearing.session.get_one(Person, hearing.candidates[0])
    child.birth_date = dt.date(2010, 1, 1)
    mother = Person(telegram_id=99, joined_at=NOW)
    hearing.session.add(mother)
    await hearing.session.flush()
    hearing.session.add(
        Role(person_id=mother.id, kind=RoleKind.REPRESENTATIVE, ward_id=child.id, since=NOW)
    )
    hearing.session.add(
        Ballot(candidacy_id=hearing.candidacies[0], person_id=hearing.member, stepped_back_at=NOW)
    )
    await choose(await youth(hearing), first.id)
    rows = await told(hearing, "interview-reminder")
    who = {child.id, mother.id, hearing.chair, hearing.secretary}  # not who stepped back
    day, soon = TEN - dt.timedelta(days=1), TEN - dt.timedelta(minutes=30)
    assert {(row.person_id, row.due_at) for row in rows} == {
        (person, due) for person in who for due in (day, soon)
    }
    assert {row.useful_until for row in rows} == {soon, TEN}
    # Who sits in it only since then is told as well, and nobody twice.
    late = Person(telegram_id=98, joined_at=NOW)
    hearing.session.add(late)
    await hearing.session.flush()
    hearing.session.add(
        CommissionMember(
            commission_id=hearing.commission,
            seat="member",
            of_authority=False,
            person_id=late.id,
            made_at=NOW,
            since=NOW,
        )
    )
    await hearing.session.flush()
    programme = (await youth(hearing)).programme
    morning = TEN - dt.timedelta(days=1, hours=1)
    assert await remind_of_interviews(hearing.session, programme, morning) == 2
    assert await remind_of_interviews(hearing.session, programme, morning) == 0


async def test_a_reminder_does_not_wait_for_the_morning(hearing: Hearing) -> None:
    first = (await times(hearing))[0]
    await choose(await youth(hearing), first.id)
    night = dt.datetime(2026, 10, 7, 19, tzinfo=dt.UTC)
    programme = (await youth(hearing)).programme
    await hearing.session.flush()
    due = {row.id: row.due_at for row in await told(hearing, "interview-reminder")}
    await put_off(hearing.session, programme, night)
    hearing.session.expire_all()
    assert {row.id: row.due_at for row in await told(hearing, "interview-reminder")} == due


async def test_who_did_not_come_chooses_once_more(hearing: Hearing) -> None:
    first, second, third = await times(hearing)
    await choose(await youth(hearing), first.id)
    over = TEN + dt.timedelta(minutes=5)
    with pytest.raises(Refusal):
        await note_came(await hearing.at(hearing.member), first.id, came=False)
    await note_came(await hearing.at(hearing.member, over), first.id, came=False)
    assert [row.details["again"] for row in await told(hearing, "interview-missed")] == [True]
    await choose(await youth(hearing, 0, over), second.id)
    over = second.starts_at + dt.timedelta(minutes=5)
    await note_came(await hearing.at(hearing.member, over), second.id, came=False)
    with pytest.raises(TooLate) as none:
        await choose(await youth(hearing, 0, over), third.id)
    assert none.value.key == "interview-no-more"
    assert [row.details["again"] for row in await told(hearing, "interview-missed")][1:] == [False]


async def test_who_came_has_been_interviewed(hearing: Hearing) -> None:
    first = (await times(hearing))[0]
    await choose(await youth(hearing), first.id)
    over = TEN + dt.timedelta(minutes=40)
    await note_came(await hearing.at(hearing.secretary, over), first.id, came=True)
    candidacy = await hearing.session.get_one(Candidacy, hearing.candidacies[0])
    dossier = await hearing.session.get_one(Dossier, candidacy.dossier_id)
    assert dossier.state == "interviewed"
    with pytest.raises(TooLate):
        await note_came(await hearing.at(hearing.secretary, over), first.id, came=False)
    with pytest.raises(TooLate):
        await choose(await youth(hearing, 0, over), (await times(hearing))[1].id)


async def test_a_time_taken_back_is_told_and_another_is_chosen(hearing: Hearing) -> None:
    first, second, _ = await times(hearing)
    await choose(await youth(hearing), first.id)
    await take_back(await hearing.at(hearing.secretary), first.id)
    assert [row.person_id for row in await told(hearing, "interview-taken-back")] == [
        hearing.candidates[0]
    ]
    with pytest.raises(NotFound):
        await interview(await youth(hearing), first.id, hearing.candidacies[0])
    await choose(await youth(hearing), second.id)


async def test_nobody_else_is_let_in(hearing: Hearing) -> None:
    first = (await times(hearing))[0]
    await choose(await youth(hearing), first.id)
    stranger = await youth(hearing, 1)
    for call in (
        lambda: interview(stranger, first.id, hearing.candidacies[0]),
        lambda: note_came(stranger, first.id, came=True),
        lambda: take_back(stranger, first.id),
        lambda: planned(stranger, hearing.commission),
        lambda: offer(stranger, hearing.commission, SERIES, LINK),
    ):
        with pytest.raises(NotFound):
            await call()
    hearing.session.add(
        Ballot(candidacy_id=hearing.candidacies[0], person_id=hearing.chair, stepped_back_at=NOW)
    )
    await hearing.session.flush()
    seen = await planned(await hearing.at(hearing.chair), hearing.commission)
    assert next((each.name, each.hidden) for each in seen) == (None, True)
    with pytest.raises(NotFound):
        await interview(await hearing.at(hearing.chair), first.id, hearing.candidacies[0])


async def test_two_at_once_take_no_time_together(database: Database) -> None:
    import asyncio

    async with database.transaction() as session:
        made = await a_hearing(session)
        await offer(await made.at(made.secretary), made.commission, SERIES, LINK)
        number = (await times(made))[0].id

    async def tap(which: int) -> bool:
        async with database.transaction() as session:
            made.session = session
            mine = Hearing(**{**made.__dict__, "session": session})
            try:
                await choose(await mine.at(made.candidates[which]), number)
            except TooLate:
                return False
            return True

    assert sorted(await asyncio.gather(tap(0), tap(1))) == [False, True]
