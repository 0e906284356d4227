"""Whoever is away: one person is let in, and it is the one who is told."""

from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import find_actor
from award.access.responsible import mentor_of
from award.access.scope import mentors
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
    Substitution,
)
from tests.award.access.table.world import NOW, TODAY

MENTORS, EXPERTS = range(8), range(8, 11)
COORDINATORS, HEADS, OPERATORS = range(11, 14), range(14, 16), range(16, 18)
STAFF = range(18)
PARTICIPANTS = range(18, 34)


async def a_staff(session: AsyncSession, chance: Random) -> list[Enrolment]:
    """Staff of two regions, any away, some mentors no more, some parents of participants."""
    people = [Person(telegram_id=n + 1, joined_at=NOW) for n in range(34)]
    centres = [Centre(name=f"{n}", region=f"KZ-7{n}", place="") for n in range(2)]
    session.add_all([*people, *centres])
    await session.flush()
    ids = [person.id for person in people]

    def role(number: int, kind: RoleKind, **scope: object) -> Role:
        return Role(person_id=ids[number], kind=kind, since=NOW, **scope)

    roles = [
        *(
            role(
                n, RoleKind.MENTOR, centre_id=chance.choice(centres).id,
                reports_to=chance.choice([None, *(ids[e] for e in EXPERTS)]),
                until=chance.choice((None, None, None, None, NOW)),
            )
            for n in MENTORS for _ in range(chance.choice((1, 1, 2)))
        ),
        *(role(n, RoleKind.EXPERT, centre_id=chance.choice(centres).id) for n in EXPERTS),
        *(role(n, RoleKind.COORDINATOR, region=chance.choice(centres).region)
          for n in COORDINATORS),
        *(role(n, RoleKind.CENTRE_HEAD, centre_id=chance.choice(centres).id) for n in HEADS),
        *(role(n, RoleKind.OPERATOR) for n in OPERATORS[: chance.choice((0, 1, 2))]),
        *(role(chance.choice(STAFF), RoleKind.REPRESENTATIVE, ward_id=ids[n])
          for n in PARTICIPANTS for _ in range(chance.choice((0, 0, 1, 2)))),
    ]  # fmt: skip
    kinds = {RoleKind.MENTOR: MENTORS, RoleKind.EXPERT: EXPERTS, RoleKind.COORDINATOR: COORDINATORS}
    away = [
        Substitution(
            kind=kind, absent_id=ids[n],
            substitute_id=chance.choice([None, *(ids[s] for s in STAFF if s != n)]),
            first_day=TODAY, reason="leave", since=NOW, made_by=ids[n], made_at=NOW,
        )
        for kind, numbers in kinds.items() for n in numbers if chance.random() < 0.6
    ]  # fmt: skip
    # Some of the staff take part themselves, with another mentor.
    taking_part = [*PARTICIPANTS, *chance.sample(STAFF, 4)]
    enrolments = [
        Enrolment(
            person_id=ids[n], state=EnrolmentState.ACTIVE, begun_at=NOW,
            mentor_id=ids[chance.choice([m for m in MENTORS if m != n])],
        )
        for n in taking_part
    ]  # fmt: skip
    session.add_all([*roles, *away, *enrolments])
    await session.flush()
    return enrolments


@pytest.mark.parametrize("seed", range(12))
async def test_one_is_let_in_and_it_is_who_is_told(session: AsyncSession, seed: int) -> None:
    enrolments = await a_staff(session, Random(seed))
    people = (await session.scalars(select(Person.id))).all()
    actors = [await find_actor(session, NOW, person_id=person) for person in people]
    for enrolment in enrolments:
        told = await mentor_of(session, enrolment, NOW)
        let_in = {a.id for a in actors if a and mentors(a, enrolment)} - {enrolment.mentor_id}
        assert told is not None
        assert told != enrolment.person_id
        assert let_in == {told} - {enrolment.mentor_id}
