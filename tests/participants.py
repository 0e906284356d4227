"""A participant in the middle of a level, for tests and measures that begin there."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from storage.tables import (
    Agreement,
    Enrolment,
    EnrolmentState,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Role,
    RoleKind,
    SignerKind,
)

UNDER_WAY = timedelta(days=30)


async def participant(
    session: AsyncSession,
    programme: Programme,
    now: datetime,
    *,
    telegram_id: int,
    mentor_telegram_id: int,
    language: str = "kk",
) -> Enrolment:
    """Active for a month at the first level, with an agreed plan; the mentor is made if new."""
    begun = now - UNDER_WAY
    mentor = await _person(session, mentor_telegram_id, "Тәлімгер", language, begun)
    held = select(Role.id).where(Role.person_id == mentor.id, Role.kind == RoleKind.MENTOR)
    if await session.scalar(held) is None:
        session.add(Role(person_id=mentor.id, kind=RoleKind.MENTOR, since=begun))
    person = await _person(session, telegram_id, f"Қатысушы {telegram_id}", language, begun)
    level = programme.levels[0]
    enrolment = Enrolment(
        person_id=person.id,
        state=EnrolmentState.ACTIVE,
        level=level.code,
        choices={"answers": {choice.code: choice.one_of[0].code for choice in level.choices}},
        mentor_id=mentor.id,
        begun_at=begun,
        submitted_at=begun,
        activated_at=begun,
        started_on=begun.date(),
    )
    session.add(enrolment)
    await session.flush()
    plan = Plan(
        enrolment_id=enrolment.id,
        version=1,
        state=PlanState.AGREED,
        made_by=mentor.id,
        made_at=begun,
        agreed_at=begun,
    )
    session.add(plan)
    await session.flush()
    session.add_all(
        PlanItem(
            plan_id=plan.id,
            direction=direction.code,
            activity=direction.activities[0].code,
            weekdays=[0, 2],
            minutes=30,
            starts_on=begun.date(),
        )
        for direction in programme.directions
    )
    return enrolment


async def represented(
    session: AsyncSession, enrolment: Enrolment, parent_id: int, now: datetime
) -> None:
    """This person has signed for the participant."""
    session.add_all(
        (
            Role(
                person_id=parent_id,
                kind=RoleKind.REPRESENTATIVE,
                ward_id=enrolment.person_id,
                since=now,
            ),
            Agreement(
                enrolment_id=enrolment.id,
                kind=SignerKind.REPRESENTATIVE,
                signer_id=parent_id,
                signer_name="Сәрсенова Гүлнар",
                phone="+77010000002",
                language="kk",
                version="1",
                text_hash="0" * 64,
                signed_at=now,
            ),
        )
    )
    await session.flush()


async def _person(
    session: AsyncSession, telegram_id: int, name: str, language: str, joined: datetime
) -> Person:
    person = await session.scalar(select(Person).where(Person.telegram_id == telegram_id))
    if person is None:
        person = Person(telegram_id=telegram_id, joined_at=joined)
        session.add(person)
    person.full_name, person.language, person.region = name, language, "KZ-75"
    await session.flush()
    return person
