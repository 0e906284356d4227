"""Stories of what a commission does begin here: recommended candidates, and those who decide.

An award has a certificate printed beside it: a story that needs none ends with another decision.

What came before is written by the operations themselves, or as rows where a story of its own tells
it (`test_recommendation.py`, `test_commission.py`).
"""

import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.commission import deciding, marks, putting, seats, sittings
from award.interviews.offering import offer
from award.interviews.series import Series
from storage.tables import (
    Agreement,
    Candidacy,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
    Seat,
    SignerKind,
)
from tests.acting import acting
from tests.journeys.people import Phone
from tests.journeys.world import World

S = DossierState
PLACE = "https://meet.example/abc"
GROWN_UP, MINOR = dt.date(2004, 5, 1), dt.date(2009, 5, 1)
_SEATS = ((Seat.CHAIR, False), (Seat.SECRETARY, False), (Seat.MEMBER, True), (Seat.MEMBER, False))


@dataclass(frozen=True)
class Candidate:
    """Whom a head recommended for bronze, with those around; `mother` of a minor alone."""

    phone: Phone
    mentor: Phone
    head: Phone
    mother: Phone | None
    dossier: int


@asynccontextmanager
async def acts(world: World, phone: Phone) -> AsyncIterator[Acting]:
    """Somebody acts without a tap, in a transaction."""
    who = await world.person_id(phone)
    async with world.bot.database.transaction() as session:
        actor = await find_actor(session, world.clock.now(), person_id=who)
        assert actor is not None
        yield acting(session, actor, world.clock.now(), world.bot.programme)


async def somebody(world: World, name: str, born: dt.date | None = None) -> Phone:
    """Who has started the bot and given their name, and holds no role."""
    phone = await world.phone(name)
    await phone.start()
    await phone.sees("Қазақша")
    who = await world.person_id(phone)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, who)
        person.language, person.full_name = "kk", f"Сынақ {name}"
        person.birth_date, person.region = born, "KZ-75"
    return phone


async def a_candidate(world: World, name: str = "Аружан", *, minor: bool = False) -> Candidate:
    """A participant whom the mentor noted and the head recommended; a minor has a mother here."""
    centre = await world.centre("Достық мектебі")
    mentor = await world.staff(f"Тәлімгер {name}", RoleKind.MENTOR, centre_id=centre)
    head = await world.staff(f"Жетекші {name}", RoleKind.CENTRE_HEAD, centre_id=centre)
    phone = await somebody(world, name, MINOR if minor else GROWN_UP)
    mother = await somebody(world, "Анасы") if minor else None
    person, noted, recommended = [await world.person_id(each) for each in (phone, mentor, head)]
    mother_id = await world.person_id(mother) if mother is not None else None
    now = world.clock.now()
    async with world.bot.database.transaction() as session:
        enrolment = Enrolment(
            person_id=person, mentor_id=noted, centre_id=centre, state=EnrolmentState.COMPLETE,
            level="bronze", choices={"answers": {"heritage": "months_3"}}, begun_at=now,
            started_on=now.date() - dt.timedelta(weeks=30), completed_at=now,
        )  # fmt: skip
        session.add(enrolment)
        await session.flush()
        due = now.date() + dt.timedelta(days=40)
        dossier = Dossier(enrolment_id=enrolment.id, state=S.RECOMMENDED, since=now, due=due)
        session.add(dossier)
        await session.flush()
        for state, by in ((S.COMPLETE, noted), (S.NOTED, noted), (S.RECOMMENDED, recommended)):
            session.add(DossierStep(dossier_id=dossier.id, state=state, by=by, at=now))
        if mother_id is not None:
            session.add_all(_signed(world, mother_id, enrolment))
        return Candidate(phone, mentor, head, mother, dossier.id)


def _signed(world: World, mother: int, enrolment: Enrolment) -> tuple[Role, Agreement]:
    """She represents the child, and signed the application."""
    now, agreement = world.clock.now(), world.bot.programme.agreement
    role = Role(
        person_id=mother, kind=RoleKind.REPRESENTATIVE, ward_id=enrolment.person_id, since=now
    )
    signed = Agreement(
        enrolment_id=enrolment.id, kind=SignerKind.REPRESENTATIVE, signer_id=mother,
        signer_name="Анасы Сынақ", language="kk", version=agreement.version, text_hash="0" * 64,
        signed_at=now,
    )  # fmt: skip
    return role, signed


@dataclass
class Board:
    """A commission at work, and its members: chair, secretary, of the authority, others."""

    world: World
    operator: Phone
    commission: int
    members: list[Phone]

    async def put(self) -> None:
        """All who wait are put to it."""
        async with acts(self.world, self.operator) as at:
            assert await putting.put(at, self.commission)

    async def offers(self, first: dt.time, count: int, *, days: int = 1) -> None:
        """The secretary offers interviews of half an hour, so many days from now."""
        day = self.world.clock.now().date() + dt.timedelta(days=days)
        async with acts(self.world, self.members[1]) as at:
            await offer(at, self.commission, Series(day, first, 30, 0, count), PLACE)

    async def sits(self, *who: Phone) -> None:
        """It sits, with these or all; the first of them opens it."""
        for number, phone in enumerate(who or self.members):
            async with acts(self.world, phone) as at:
                if number == 0:
                    await sittings.open_sitting(at, self.commission)
                else:
                    await sittings.arrive(at, self.commission)

    async def votes(self, who: Candidate, outcome: DossierState, *by: Phone) -> None:
        """These, or all, mark and vote alike."""
        number = await self.candidacy(who)
        voters = by or self.members
        for phone in voters:
            async with acts(self.world, phone) as at:
                for criterion in at.programme.award.criteria:
                    if not criterion.of_interview:
                        await marks.mark(at, number, criterion.code, 7)
        for phone in voters:
            async with acts(self.world, phone) as at:
                await deciding.vote(at, number, outcome)

    async def signs(self, who: Candidate, reason: str) -> None:
        """The chair signs what was voted."""
        number = await self.candidacy(who)
        async with acts(self.world, self.members[0]) as at:
            await deciding.decide(at, number, reason=reason)

    async def decides(self, who: Candidate, outcome: DossierState, reason: str) -> None:
        """It sits, all vote alike, the chair signs, it rises."""
        await self.sits()
        await self.votes(who, outcome)
        await self.signs(who, reason)
        async with acts(self.world, self.members[0]) as at:
            await sittings.close_sitting(at, self.commission)

    async def candidacy(self, who: Candidate) -> int:
        """The id of the one before this commission."""
        async with self.world.bot.database.transaction() as session:
            found = await session.scalars(
                select(Candidacy.id).where(
                    Candidacy.dossier_id == who.dossier,
                    Candidacy.commission_id == self.commission,
                )
            )
            return found.one()


async def a_board(
    world: World, operator: Phone, names: Sequence[str], *, season: int = 2026
) -> Board:
    """An open commission of these people, in the order of their seats."""
    async with acts(world, operator) as at:
        commission = (await seats.make_commission(at, season)).id
    members = []
    for name, (seat, of_authority) in zip(names, _SEATS, strict=False):
        phone = await somebody(world, name)
        async with acts(world, operator) as at:
            member = await seats.add_seat(at, commission, seat, of_authority=of_authority)
            link = await seats.seat_link(at, member.id)
        async with acts(world, phone) as at:
            await seats.take_seat(at, link)
        members.append(phone)
    async with acts(world, operator) as at:
        await seats.open_commission(at, commission)
    return Board(world, operator, commission, members)
