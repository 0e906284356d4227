"""A commission of three, candidates before it, and whoever is near them."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from storage.tables import (
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Enrolment,
    EnrolmentState,
    Person,
    Seat,
)
from tests.acting import acting

NOW = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)  # two in the afternoon of a Monday in Almaty


@dataclass
class Hearing:
    """Ids of those who meet; `at` is somebody who acts."""

    session: AsyncSession
    commission: int
    chair: int
    secretary: int
    member: int
    candidates: list[int]
    candidacies: list[int]

    async def at(self, person: int, now: dt.datetime = NOW) -> Acting:
        actor = await find_actor(self.session, now, person_id=person)
        assert actor is not None
        return acting(self.session, actor, now)


async def a_hearing(session: AsyncSession, candidates: int = 2) -> Hearing:
    """An open commission, to which so many candidates were put."""
    people = [
        Person(telegram_id=number + 1, full_name=f"Адам {number}", joined_at=NOW, region="KZ-75")
        for number in range(3 + candidates)
    ]
    for person in people[3:]:
        person.birth_date = dt.date(2005, 1, 1)
    session.add_all(people)
    await session.flush()
    chair, secretary, member, *youth = [person.id for person in people]
    commission = Commission(season=2026, made_by=chair, made_at=NOW, opened_at=NOW)
    session.add(commission)
    await session.flush()
    for seat, person_id in zip(Seat, (chair, secretary, member), strict=True):
        session.add(
            CommissionMember(
                commission_id=commission.id,
                seat=seat,
                of_authority=seat is Seat.CHAIR,
                person_id=person_id,
                made_at=NOW,
                since=NOW,
            )
        )
    candidacies = [await put(session, commission.id, person, chair) for person in youth]
    return Hearing(session, commission.id, chair, secretary, member, youth, candidacies)


async def put(session: AsyncSession, commission: int, person: int, by: int) -> int:
    """Put somebody who completed a level to a commission; the id of the candidacy."""
    enrolment = Enrolment(
        person_id=person, state=EnrolmentState.COMPLETE, level="bronze", begun_at=NOW
    )
    session.add(enrolment)
    await session.flush()
    dossier = Dossier(enrolment_id=enrolment.id, state=DossierState.CANDIDATE, since=NOW)
    session.add(dossier)
    await session.flush()
    candidacy = Candidacy(
        commission_id=commission, dossier_id=dossier.id, appeal=False, put_by=by, put_at=NOW
    )
    session.add(candidacy)
    await session.flush()
    return candidacy.id
