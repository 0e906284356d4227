"""A dossier goes only where it can go, and each step is done by other people."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.dossiers.conflicts import DECIDING, NOTING, RECOMMENDING, barred
from award.dossiers.moving import NEXT, move, open_dossier
from award.errors import TooLate
from storage.tables import (
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    HouseholdMember,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting

NOW = dt.datetime(2026, 6, 3, 9, tzinfo=dt.UTC)
BORN = dt.date(2009, 5, 1)


async def a_person(session: AsyncSession, number: int, name: str = "") -> Person:
    person = Person(telegram_id=number, full_name=name, birth_date=BORN, joined_at=NOW)
    session.add(person)
    await session.flush()
    return person


@pytest.fixture
async def enrolment(session: AsyncSession) -> Enrolment:
    girl = await a_person(session, 1, "Аружан Серік")
    mentor = await a_person(session, 2)
    made = Enrolment(
        person_id=girl.id,
        mentor_id=mentor.id,
        state=EnrolmentState.COMPLETE,
        level="bronze",
        begun_at=NOW,
    )
    session.add(made)
    await session.flush()
    return made


def actor(person_id: int) -> Actor:
    return Actor(id=person_id, telegram_id=person_id, language="kk", name=None, at=NOW)


async def test_each_step_has_its_term_and_is_noted(
    session: AsyncSession, enrolment: Enrolment
) -> None:
    mentor = acting(session, actor(2), NOW)
    dossier = await open_dossier(mentor, enrolment)
    assert dossier.due == dt.date(2026, 6, 10)  # five working days after a Wednesday
    await move(mentor, dossier, DossierState.NOTED)
    await move(mentor, dossier, DossierState.RECOMMENDED)
    due = dossier.due
    later = acting(session, actor(2), NOW + dt.timedelta(days=3))
    await move(later, dossier, DossierState.CANDIDATE)
    assert dossier.due == due, "the commission's term begins with the recommendation"
    with pytest.raises(TooLate):
        await move(later, dossier, DossierState.NOTED)
    steps = await session.scalars(select(DossierStep.state).order_by(DossierStep.id))
    assert [step.value for step in steps] == ["complete", "noted", "recommended", "candidate"]


@given(st.lists(st.sampled_from(DossierState), max_size=30))
def test_nobody_is_awarded_unnoted_or_unrecommended(wishes: list[DossierState]) -> None:
    been = [DossierState.COMPLETE]
    for wish in wishes:
        if wish in NEXT[been[-1]]:
            been.append(wish)
    for at, state in enumerate(been):
        if state in (DossierState.AWARDED, DossierState.HANDED_OVER):
            assert {DossierState.NOTED, DossierState.RECOMMENDED} <= set(been[:at])


async def test_who_is_near_or_has_acted_is_barred(
    session: AsyncSession, enrolment: Enrolment
) -> None:
    mother, aunt, pupil, head, stranger = [await a_person(session, n) for n in range(3, 8)]
    ward = enrolment.person_id
    session.add_all(
        [
            Role(person_id=mother.id, kind=RoleKind.REPRESENTATIVE, ward_id=ward, since=NOW),
            HouseholdMember(
                person_id=aunt.id, full_name="СЕРІК Аружан", birth_date=BORN, declared_at=NOW
            ),
            # Of that name, but born on another day: somebody else.
            HouseholdMember(
                person_id=stranger.id,
                full_name="Аружан Серік",
                birth_date=BORN.replace(day=2),
                declared_at=NOW,
            ),
            Enrolment(
                person_id=pupil.id, mentor_id=ward, state=EnrolmentState.ACTIVE, begun_at=NOW
            ),
        ]
    )
    dossier = await open_dossier(acting(session, actor(2), NOW), enrolment)
    await move(acting(session, actor(2), NOW), dossier, DossierState.NOTED)
    await move(acting(session, actor(head.id), NOW), dossier, DossierState.RECOMMENDED)
    near = {ward, mother.id, aunt.id, pupil.id}

    async def those(stage: frozenset[DossierState]) -> frozenset[int]:
        return (await barred(session, [dossier], stage))[dossier.id]

    assert await those(NOTING) == near | {head.id}
    assert await those(RECOMMENDING) == near | {2}
    assert await those(DECIDING) == near | {2, head.id}


async def test_a_complete_level_has_no_second_dossier(
    session: AsyncSession, enrolment: Enrolment
) -> None:
    await open_dossier(acting(session, actor(2), NOW), enrolment)
    found = await session.scalars(select(Dossier.enrolment_id))
    assert found.all() == [enrolment.id]
