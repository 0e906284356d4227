"""Everyone who is reminded of terms or told of a missed one, for tests of both."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.calendar import local_date
from award.programme import Programme
from award.reminders.told_once import Owed, tell_each_new
from storage.tables import Centre, Enrolment, EnrolmentState, Outbox, Person, Role, RoleKind

ZONE = "Asia/Almaty"
# A Monday, 12:00 in Almaty, before Nauryz.
NOW = dt.datetime(2025, 3, 17, 7, tzinfo=dt.UTC)


@dataclass
class People:
    """Ids by role: participant, mentor, expert, head, coordinator, operator, other (a mentor)."""

    session: AsyncSession
    ids: dict[str, int]
    centre: int

    def __getitem__(self, who: str) -> int:
        return self.ids[who]

    async def actor(self, who: str, now: dt.datetime = NOW) -> Actor:
        found = await find_actor(self.session, now, person_id=self.ids[who])
        assert found is not None
        return found

    async def told(self, kind: str) -> dict[str, list[list[Any]]]:
        """Who was told with this kind, and of what in each message."""
        names = {number: who for who, number in self.ids.items()}
        rows = await self.session.scalars(
            select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id)
        )
        found: dict[str, list[list[Any]]] = {}
        for row in rows:
            found.setdefault(names[row.person_id], []).append(row.details.get("items", []))
        return found


async def remind(
    of: Callable[[AsyncSession, Programme, str, dt.datetime], Awaitable[Owed]],
    session: AsyncSession,
    programme: Programme,
    zone: str,
    now: dt.datetime,
) -> int:
    """Tell everyone in a zone what is new of what they are owed; how many messages that are."""
    owed = await of(session, programme, zone, now)
    return await tell_each_new(session, owed, local_date(now, zone), now)


async def people(session: AsyncSession) -> People:
    """One of each in Almaty, at one centre; only the operator has no place."""
    centre = Centre(name="Жас", region="KZ-75", place="Алматы")
    session.add(centre)
    await session.flush()
    here = {"centre_id": centre.id}
    kinds: dict[str, tuple[RoleKind, dict[str, Any]]] = {
        "operator": (RoleKind.OPERATOR, {}),
        "coordinator": (RoleKind.COORDINATOR, {"region": "KZ-75"}),
        "head": (RoleKind.CENTRE_HEAD, here),
        "expert": (RoleKind.EXPERT, here),
        "mentor": (RoleKind.MENTOR, here),
        "other": (RoleKind.MENTOR, here),
    }
    ids: dict[str, int] = {}
    for number, who in enumerate((*kinds, "participant"), 1):
        person = Person(telegram_id=number, joined_at=NOW, full_name=f"{who} Аты", region="KZ-75")
        session.add(person)
        await session.flush()
        ids[who] = person.id
    for who, (kind, scope) in kinds.items():
        expert = ids["expert"] if kind is RoleKind.MENTOR else None
        session.add(Role(person_id=ids[who], kind=kind, reports_to=expert, since=NOW, **scope))
    await session.flush()
    return People(session, ids, centre.id)


async def enrolled(
    session: AsyncSession,
    them: People,
    state: EnrolmentState,
    *,
    mentor: str | None = "mentor",
    due: dt.date | None = None,
) -> Enrolment:
    """The participant's way, submitted now."""
    enrolment = Enrolment(
        person_id=them["participant"],
        state=state,
        level="bronze",
        choices={"answers": {"heritage": "months_3"}},
        centre_id=them.centre,
        mentor_id=them[mentor] if mentor else None,
        begun_at=NOW,
        submitted_at=NOW,
        answer_due=due,
        activated_at=NOW if state is EnrolmentState.ACTIVE else None,
        started_on=NOW.date() if state is EnrolmentState.ACTIVE else None,
    )
    session.add(enrolment)
    await session.flush()
    return enrolment
