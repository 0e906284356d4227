"""Centres and their staff, for tests of who invites whom and whose role ends."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor, meet
from award.programme import Programme
from award.staff.places import add_centre
from storage.tables import Enrolment, EnrolmentState, Outbox, Role, RoleKind
from tests.acting import acting

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class Place:
    """An operator, two centres with heads, and whoever a test adds."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.programme = programme
        self._accounts = 100

    async def person(self, kind: RoleKind | None = None, **scope: int | str | None) -> Actor:
        self._accounts += 1
        actor = await meet(self.session, self._accounts, NOW)
        if kind is not None:
            self.session.add(Role(person_id=actor.id, kind=kind, since=NOW, **scope))
            await self.session.flush()
        return await self.again(actor)

    async def again(self, actor: Actor) -> Actor:
        await self.session.flush()
        found = await find_actor(self.session, NOW, person_id=actor.id)
        assert found is not None
        return found

    async def role(self, actor: Actor) -> int:
        found = await self.session.scalar(select(Role.id).where(Role.person_id == actor.id))
        assert found is not None
        return found

    async def enrolled(
        self, mentor: Actor | None, centre: int | None, **other: object
    ) -> Enrolment:
        participant = await self.person()
        enrolment = Enrolment(
            person_id=participant.id,
            state=EnrolmentState.ACTIVE,
            mentor_id=mentor.id if mentor else None,
            centre_id=centre,
            begun_at=NOW,
            choices={},
        )
        for name, value in other.items():
            setattr(enrolment, name, value)
        self.session.add(enrolment)
        await self.session.flush()
        return enrolment

    async def told(self, actor_id: int) -> list[str]:
        await self.session.flush()
        kinds = select(Outbox.kind).where(Outbox.person_id == actor_id).order_by(Outbox.id)
        return list(await self.session.scalars(kinds))


async def a_centre(place: Place, operator: Actor, name: str = "Қазына орталығы") -> int:
    centre = await add_centre(
        acting(place.session, operator, NOW, place.programme), name, "KZ-75", "Алматы"
    )
    return centre.id
