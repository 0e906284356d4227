"""A commission with its people, and candidates before it, for tests of what it may do."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.commission import deciding, marks, putting, seats, sittings
from award.commission.scope import sits
from award.programme import Programme
from storage.tables import (
    Candidacy,
    Centre,
    Commission,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Outbox,
    Person,
    Role,
    RoleKind,
    Seat,
)
from tests.acting import acting

# A Wednesday, 14:00 in Almaty.
NOW = dt.datetime(2026, 6, 3, 9, tzinfo=dt.UTC)
BORN = dt.date(2009, 5, 1)
S = DossierState
_SEATS = {
    "chair": (Seat.CHAIR, False),
    "secretary": (Seat.SECRETARY, False),
    "ministry": (Seat.MEMBER, True),
}


@dataclass
class Chamber:
    """Ids of people by name; `now` moves."""

    session: AsyncSession
    programme: Programme
    them: dict[str, int] = field(default_factory=dict)
    now: dt.datetime = NOW

    async def person(self, name: str, **more: Any) -> int:
        number = len(self.them) + 1
        person = Person(
            telegram_id=number, full_name=f"Аты {name}", birth_date=dt.date(1980, 1, 1),
            region="KZ-75", joined_at=self.now, **more,
        )  # fmt: skip
        self.session.add(person)
        await self.session.flush()
        self.them[name] = person.id
        return person.id

    async def as_(self, name: str) -> Acting:
        actor = await find_actor(self.session, self.now, person_id=self.them[name])
        assert actor is not None
        return acting(self.session, actor, self.now, self.programme)

    async def commission(
        self, *extra: str, season: int = 2026, prefix: str = "", **scope: str
    ) -> Commission:
        """One that is open, of a chair, a secretary, of the authority, and more members."""
        operator = await self.as_("operator")
        made = await seats.make_commission(operator, season, **scope)
        people = {prefix + key: seat for key, seat in _SEATS.items()}
        people |= {prefix + key: (Seat.MEMBER, False) for key in extra}
        for name, (seat, of_authority) in people.items():
            member = await seats.add_seat(operator, made.id, seat, of_authority=of_authority)
            payload = await seats.seat_link(operator, member.id)
            if name not in self.them:
                await self.person(name)
            await seats.take_seat(await self.as_(name), payload)
        await seats.open_commission(operator, made.id)
        return made

    async def recommended(self, name: str, *, level: str = "bronze") -> Dossier:
        """A participant of 17 whom the mentor noted and the head recommended."""
        person = await self.person(name)
        (await self.session.get_one(Person, person)).birth_date = BORN
        enrolment = Enrolment(
            person_id=person, mentor_id=self.them["mentor"], centre_id=self.them["centre"],
            state=EnrolmentState.COMPLETE, level=level,
            choices={"answers": {"heritage": "months_3"}},
            started_on=dt.date(2025, 6, 2), begun_at=self.now, completed_at=self.now,
        )  # fmt: skip
        self.session.add(enrolment)
        await self.session.flush()
        dossier = Dossier(
            enrolment_id=enrolment.id, state=S.RECOMMENDED, since=self.now,
            due=dt.date(2026, 7, 15),
        )  # fmt: skip
        self.session.add(dossier)
        await self.session.flush()
        for state, by in ((S.COMPLETE, "mentor"), (S.NOTED, "mentor"), (S.RECOMMENDED, "head")):
            self.session.add(
                DossierStep(dossier_id=dossier.id, state=state, by=self.them[by], at=self.now)
            )
        await self.session.flush()
        return dossier

    async def candidate(self, commission: Commission, name: str) -> Candidacy:
        """Recommended, and put to the commission."""
        dossier = await self.recommended(name)
        await putting.put(await self.as_("operator"), commission.id)
        return await self.candidacy(dossier)

    async def candidacy(self, dossier: Dossier) -> Candidacy:
        found = select(Candidacy).where(Candidacy.dossier_id == dossier.id)
        return (await self.session.scalars(found.order_by(Candidacy.id.desc()).limit(1))).one()

    async def sits(self, commission: Commission, *present: str) -> None:
        """It sits, with these; the first opens it."""
        for number, name in enumerate(present):
            at = await self.as_(name)
            assert await sits(at)
            if number == 0:
                await sittings.open_sitting(at, commission.id)
            else:
                await sittings.arrive(at, commission.id)

    async def marks(self, candidacy: Candidacy, *by: str, points: int = 7) -> None:
        for name in by:
            at = await self.as_(name)
            for criterion in at.programme.award.criteria:
                if not criterion.of_interview:
                    await marks.mark(at, candidacy.id, criterion.code, points)

    async def votes(self, candidacy: Candidacy, **by: DossierState) -> None:
        for name, outcome in by.items():
            await deciding.vote(await self.as_(name), candidacy.id, outcome)

    async def decided(self, candidacy: Candidacy, outcome: DossierState, *all_: str) -> None:
        """Marked and voted on by all of these alike, signed by the first."""
        await self.marks(candidacy, *all_)
        await self.votes(candidacy, **dict.fromkeys(all_, outcome))
        why = deciding.REASONS[outcome][0]
        await deciding.decide(await self.as_(all_[0]), candidacy.id, reason=why)

    async def state(self, dossier: Dossier) -> DossierState:
        await self.session.refresh(dossier)
        return dossier.state

    async def told(self, kind: str) -> set[str]:
        found = await self.session.scalars(select(Outbox.person_id).where(Outbox.kind == kind))
        names = {number: name for name, number in self.them.items() if name != "centre"}
        return {names[person] for person in found}


async def a_chamber(session: AsyncSession, programme: Programme, now: dt.datetime = NOW) -> Chamber:
    """An operator, a mentor and a head of a centre; nobody sits yet."""
    made = Chamber(session, programme, now=now)
    centre = Centre(name="Жас", region="KZ-75", place="Алматы")
    session.add(centre)
    await session.flush()
    roles = {
        "operator": (RoleKind.OPERATOR, None),
        "mentor": (RoleKind.MENTOR, centre.id),
        "head": (RoleKind.CENTRE_HEAD, centre.id),
    }
    for name, (kind, of) in roles.items():
        person = await made.person(name)
        session.add(Role(person_id=person, kind=kind, centre_id=of, since=now))
    made.them["centre"] = centre.id
    await session.flush()
    return made
