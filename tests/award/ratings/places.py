"""A level full of participants with given ratings, and whoever looks at them."""

import datetime as dt
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.programme import Programme
from storage.tables import (
    Agreement,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    Rating,
    Role,
    RoleKind,
    SignerKind,
)

NOW = dt.datetime(2026, 3, 18, 9, tzinfo=dt.UTC)
SPORT = {"answers": {"heritage": "book"}, "extra": []}


class Level:
    """Bronze; everybody lives in one region unless another is given."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.programme = programme
        self.count = 0

    async def person(self, name: str = "", age: int = 20, **other: Any) -> Person:
        self.count += 1
        person = Person(
            telegram_id=self.count,
            joined_at=NOW,
            full_name=name or f"Аты {self.count}",
            birth_date=NOW.date().replace(year=NOW.year - age),
            **{"region": "KZ-75", **other},
        )
        self.session.add(person)
        await self.session.flush()
        return person

    async def participant(
        self, rating: float | None, person: Person | None = None, **other: Any
    ) -> Enrolment:
        """As it was counted last; None: not counted yet."""
        person = person or await self.person()
        enrolment = Enrolment(
            **{
                "person_id": person.id,
                "state": EnrolmentState.ACTIVE,
                "level": "bronze",
                "choices": SPORT,
                "overrides": {},
                "begun_at": NOW,
                "submitted_at": NOW,
                "started_on": NOW.date() - dt.timedelta(days=30),
                **other,
            }
        )
        self.session.add(enrolment)
        await self.session.flush()
        if rating is not None:
            self.session.add(
                Rating(
                    enrolment_id=enrolment.id,
                    level="bronze",
                    region=person.region,
                    rating=rating,
                    gained=rating / 2,
                    percents={"sport": int(rating)},
                )
            )
            await self.session.flush()
        return enrolment

    async def read(self, enrolment: Enrolment, books: int) -> None:
        """So many books of the reading list, each of another section: 33 percent each."""
        for section in range(1, books + 1):
            self.session.add(
                Entry(
                    enrolment_id=enrolment.id,
                    state=EntryState.APPROVED,
                    direction="reading",
                    book=self.programme.books_of(section)[0].code,
                    happened_on=NOW.date(),
                    sent_at=NOW,
                    received_at=NOW,
                )
            )
        await self.session.flush()

    async def represents(self, parent: Person, enrolment: Enrolment) -> Role:
        role = Role(
            person_id=parent.id,
            kind=RoleKind.REPRESENTATIVE,
            ward_id=enrolment.person_id,
            since=NOW,
        )
        signed = Agreement(
            enrolment_id=enrolment.id,
            kind=SignerKind.REPRESENTATIVE,
            signer_id=parent.id,
            signer_name="–",
            language="kk",
            version="1",
            text_hash="–",
            signed_at=NOW,
        )
        self.session.add_all([role, signed])
        await self.session.flush()
        return role

    async def role(self, kind: RoleKind, **scope: Any) -> Person:
        person = await self.person(f"{kind}")
        self.session.add(Role(person_id=person.id, kind=kind, since=NOW, **scope))
        await self.session.flush()
        return person

    async def acting(self, person_id: int, now: dt.datetime = NOW) -> Acting:
        actor = await find_actor(self.session, now, person_id=person_id)
        assert actor is not None
        return Acting(self.session, actor, self.programme, now)
