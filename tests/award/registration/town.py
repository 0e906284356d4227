"""A centre with people in it, who apply, sign, and are answered."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor, meet
from award.consent import representatives, signing
from award.programme import Programme
from award.registration import choices
from award.registration.application import Question, begin, send
from award.registration.personal import Field, correct
from storage.tables import Centre, Enrolment, Outbox, Person, Role, RoleKind
from tests.acting import acting

# A Tuesday noon in Almaty.
NOW = datetime(2026, 2, 3, 7, 0, tzinfo=UTC)
BORN_16 = date(2010, 1, 15)
BORN_20 = date(2006, 1, 15)


class Town:
    """A centre with people in it."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.programme = programme
        self._people = 0

    async def person(self, name: str | None = None) -> Actor:
        self._people += 1
        actor = await meet(self.session, 1000 + self._people, NOW)
        if name:
            (await self.session.get_one(Person, actor.id)).full_name = name
        return await self.again(actor)

    async def again(self, actor: Actor) -> Actor:
        """The same person as an update finds them now, with new roles."""
        await self.session.flush()
        known = await find_actor(self.session, NOW, person_id=actor.id)
        assert known is not None
        return known

    async def staff(
        self, kind: RoleKind, name: str = "Серікова Айгүл", **scope: int | str
    ) -> Actor:
        actor = await self.person(name)
        self.session.add(Role(person_id=actor.id, kind=kind, since=NOW, **scope))
        return await self.again(actor)

    async def centre(self, name: str, region: str = "KZ-75", place: str = "Алматы") -> int:
        centre = Centre(name=name, region=region, place=place)
        self.session.add(centre)
        await self.session.flush()
        return centre.id

    async def draft(self, born: date = BORN_16, *, centre: int | None = None) -> Actor:
        """A participant whose draft has every answer."""
        actor = await self.person()
        await begin(acting(self.session, actor, NOW))
        answers: dict[Field, str | date] = {
            Field.FULL_NAME: "Сәрсен Аружан",
            Field.BIRTH_DATE: born,
            Field.REGION: "KZ-75",
            Field.PLACE: "Алматы қаласы",
            Field.STUDY: "№ 12 мектеп",
            Field.PHOTO: "AgADphoto",
            Field.ABOUT: "Тоғызыншы сыныпта оқимын",
            Field.HOBBIES: "волейбол",
            Field.PHONE: "+77011234567",
        }
        for field, answer in answers.items():
            await correct(acting(self.session, actor, NOW, self.programme), field, answer)
        actor = await self.again(actor)
        session, programme = self.session, self.programme
        await choices.choose_level(acting(session, actor, NOW, programme), "bronze")
        await choices.choose_directions(acting(session, actor, NOW, programme), ())
        await choices.choose_option(acting(session, actor, NOW, programme), "heritage", "book")
        if centre is None:
            await choices.leave_open(acting(session, actor, NOW), Question.CENTRE)
        else:
            await choices.choose_centre(acting(session, actor, NOW), centre)
            await choices.leave_open(acting(session, actor, NOW), Question.MENTOR)
        return actor

    async def sent_again(self, actor: Actor) -> Enrolment:
        """Another application of somebody whose answers are there, sent."""
        await begin(acting(self.session, actor, NOW))
        at = acting(self.session, actor, NOW, self.programme)
        await choices.choose_level(at, "bronze")
        await choices.choose_directions(at, ())
        await choices.choose_option(at, "heritage", "book")
        await choices.leave_open(at, Question.CENTRE)
        return await self.sent(actor)

    async def sign(self, actor: Actor) -> None:
        text_hash = self.programme.agreement.text_hash("kk")
        await signing.sign(acting(self.session, actor, NOW, self.programme), "kk", text_hash)

    async def sent(self, actor: Actor) -> Enrolment:
        await self.sign(actor)
        return await send(acting(self.session, actor, NOW, self.programme))

    async def consent(
        self,
        actor: Actor,
        payload: str,
        now: datetime = NOW,
        name: str = "Сәрсенова Гүлнар",
        phone: str = "+77010000002",
    ) -> Enrolment:
        return await representatives.consent(
            acting(self.session, actor, now, self.programme),
            payload,
            name,
            phone,
            "ru",
            self.programme.agreement.text_hash("ru"),
        )

    async def told(self, actor: Actor) -> list[str]:
        await self.session.flush()
        rows = await self.session.scalars(
            select(Outbox.kind).where(Outbox.person_id == actor.id).order_by(Outbox.id)
        )
        return list(rows)
