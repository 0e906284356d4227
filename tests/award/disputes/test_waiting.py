"""The list of disputes that wait for an answer: whose it is, in what order, how long they wait."""

import datetime as dt

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.disputes.disputes import withdraw_dispute
from award.disputes.views import dispute_seen
from award.disputes.waiting import OpenDisputes, open_disputes
from award.errors import NotAllowed
from award.paging import PAGE
from award.programme import Programme
from storage.tables import (
    Centre,
    EnrolmentState,
    Role,
    RoleKind,
    Substitution,
)
from tests.acting import acting
from tests.award.disputes.court import Court, a_court
from tests.award.reminders.term_people import NOW


@pytest.fixture
async def court(session: AsyncSession, tosbelgi: Programme) -> Court:
    return await a_court(session, tosbelgi)


async def _listed(court: Court, who: str, now: dt.datetime = NOW, page: int = 0) -> OpenDisputes:
    actor = await court.them.actor(who, now)
    found = await open_disputes(acting(court.session, actor, now, court.programme), page)
    for row in found.rows:  # whatever is listed can be opened
        seen = await dispute_seen(acting(court.session, actor, now), row.id)
        assert seen.may_answer is row.mine
    return found


async def _sees(court: Court, who: str) -> list[tuple[int, bool]]:
    return [(row.id, row.mine) for row in (await _listed(court, who)).rows]


@pytest.mark.parametrize("who", ["mentor", "other", "head", "participant"])
async def test_only_for_arbiters(court: Court, who: str) -> None:
    await court.disputes(await court.entry())
    with pytest.raises(NotAllowed):
        await _listed(court, who)


async def test_the_expert_answers_and_those_above_look_on(court: Court) -> None:
    dispute = await court.disputes(await court.entry())
    assert await _sees(court, "expert") == [(dispute.id, True)]
    assert await _sees(court, "coordinator") == [(dispute.id, False)]
    assert await _sees(court, "operator") == [(dispute.id, False)]
    await court.answers("expert", dispute, annul=False)
    for who in ("expert", "coordinator", "operator"):
        assert await _sees(court, who) == []
    await court.appeals(dispute)
    assert await _sees(court, "expert") == []
    assert await _sees(court, "coordinator") == [(dispute.id, True)]


async def test_nobody_sees_those_of_other_regions_and_experts(court: Court) -> None:
    await court.disputes(await court.entry())
    elsewhere = Centre(name="Алыс", region="KZ-71", place="Астана")
    court.session.add(elsewhere)
    await court.session.flush()
    for who, kind, scope in (
        ("other", RoleKind.EXPERT, {"centre_id": court.them.centre}),
        ("head", RoleKind.COORDINATOR, {"region": "KZ-71"}),
    ):
        role = Role(person_id=court.them[who], kind=kind, since=NOW, **scope)
        court.session.add(role)
        await court.session.flush()
        assert await _sees(court, who) == []


async def test_a_party_is_not_asked(court: Court) -> None:
    """The expert decided in the mentor's place; the coordinator is the participant's parent."""
    dispute = await court.disputes(await court.entry())
    dispute.against_id = court.them["expert"]
    parent = Role(
        person_id=court.them["coordinator"],
        kind=RoleKind.REPRESENTATIVE,
        ward_id=court.them["participant"],
        since=NOW,
    )
    court.session.add(parent)
    await court.session.flush()
    assert await _sees(court, "expert") == []
    assert await _sees(court, "coordinator") == []
    assert await _sees(court, "operator") == [(dispute.id, True)]


async def test_whoever_stands_in_for_the_expert(court: Court) -> None:
    dispute = await court.disputes(await court.entry())
    away = Substitution(
        kind=RoleKind.EXPERT,
        absent_id=court.them["expert"],
        first_day=NOW.date(),
        reason="leave",
        since=NOW,
        made_by=court.them["expert"],
        made_at=NOW,
    )
    court.session.add(away)
    await court.session.flush()
    assert await _sees(court, "coordinator") == [(dispute.id, True)]
    away.substitute_id = court.them["other"]
    await court.session.flush()
    assert await _sees(court, "other") == [(dispute.id, True)]
    assert await _sees(court, "coordinator") == [(dispute.id, False)]
    assert await _sees(court, "expert") == []


async def test_the_longest_waiting_first_with_its_days(court: Court) -> None:
    """An appeal waits since it was made; a day is a day of the calendar in Almaty."""
    appealed = await court.disputes(await court.entry())
    await court.answers("expert", appealed, annul=False)
    await court.appeals(appealed)  # on Tuesday
    older = await court.disputes(await court.entry())  # on Monday
    found = await _listed(court, "operator", NOW + DAY * 3)
    assert [(row.id, row.days, row.late) for row in found.rows] == [
        (older.id, 3, False),
        (appealed.id, 2, False),
    ]
    assert (found.rows[0].name, found.rows[0].against) == ("participant Аты", "mentor Аты")
    before_midnight = dt.datetime(2025, 3, 17, 18, 59, tzinfo=dt.UTC)
    days = [
        (await _listed(court, "expert", before_midnight + dt.timedelta(minutes=more))).rows[0].days
        for more in (0, 1)
    ]
    assert days == [0, 1]
    found = await _listed(court, "expert", NOW + DAY * 11)  # due on the 27th, which is over
    assert found.rows[0].late


async def test_page_by_page(court: Court) -> None:
    made = [await court.disputes(await court.entry()) for _ in range(PAGE + 2)]
    first, last = await _listed(court, "expert"), await _listed(court, "expert", page=9)
    assert (first.total, first.number, first.pages) == (PAGE + 2, 0, 2)
    assert (last.number, last.pages) == (1, 2)
    assert [row.id for row in (*first.rows, *last.rows)] == [dispute.id for dispute in made]


async def test_nothing_of_who_left_or_took_it_back(court: Court) -> None:
    withdrawn = await court.disputes(await court.entry())
    who = await court.them.actor("participant")
    await withdraw_dispute(acting(court.session, who, NOW), withdrawn.id)
    assert (await _listed(court, "expert")).total == 0
    await court.disputes(await court.entry())
    court.enrolment.state = EnrolmentState.WITHDRAWN
    await court.session.flush()
    for arbiter in ("expert", "coordinator", "operator"):
        assert (await _listed(court, arbiter)).total == 0
