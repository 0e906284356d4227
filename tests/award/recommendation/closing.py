"""A complete level and everybody around it, for tests of the note and the recommendation."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.dossiers.moving import open_dossier
from award.programme import Programme
from award.progress.asked import asked_of
from award.recommendation.notes import DIRECTION, GROWTH, STRENGTHS, say_part, send_note
from award.recommendation.recommendations import not_recommend
from storage.tables import (
    Agreement,
    Dossier,
    DossierState,
    Enrolment,
    EnrolmentState,
    Mark,
    MarkKind,
    Outbox,
    Person,
    Role,
    RoleKind,
    SignerKind,
)
from tests.acting import acting
from tests.award.reminders.term_people import NOW, People, enrolled, people


@dataclass
class Closing:
    """The participant's level, marked and signed for; `dossier` waits for the mentor's note."""

    session: AsyncSession
    programme: Programme
    them: People
    enrolment: Enrolment
    dossier: Dossier

    async def at(self, who: str, now: dt.datetime = NOW) -> Acting:
        return acting(self.session, await self.them.actor(who, now), now, self.programme)

    async def joins(self, who: str, kind: RoleKind, **scope: object) -> int:
        """Somebody more on the staff."""
        person = Person(telegram_id=100 + len(self.them.ids), joined_at=NOW, full_name=f"{who} Аты")
        self.session.add(person)
        await self.session.flush()
        self.them.ids[who] = person.id
        self.session.add(Role(person_id=person.id, kind=kind, since=NOW, **scope))
        await self.session.flush()
        return person.id

    async def says_all(self, who: str = "mentor") -> None:
        at = await self.at(who)
        for part in (STRENGTHS, GROWTH):
            await say_part(at, self.dossier.id, part, words="Табанды, уақытында келеді.")
        for each in asked_of(self.programme, self.enrolment):
            await say_part(at, self.dossier.id, DIRECTION + each.direction, voice="voice-1")

    async def notes(self, who: str = "mentor") -> None:
        """The whole note, sent."""
        await self.says_all(who)
        await send_note(await self.at(who), self.dossier.id, recommends=True)

    async def refuses(self, who: str = "head") -> None:
        await not_recommend(await self.at(who), self.dossier.id, "Әлі ерте.")

    async def told(self, kind: str) -> set[str]:
        rows = set(await self.session.scalars(select(Outbox.person_id).where(Outbox.kind == kind)))
        return {who for who, number in self.them.ids.items() if number in rows}

    @property
    def state(self) -> DossierState:
        return self.dossier.state


async def a_closing(session: AsyncSession, programme: Programme) -> Closing:
    them = await people(session)
    enrolment = await enrolled(session, them, EnrolmentState.COMPLETE)
    person = await session.get_one(Person, enrolment.person_id)
    person.birth_date = dt.date(2005, 3, 1)
    enrolment.completed_at, enrolment.started_on = NOW, NOW.date()
    for each in asked_of(programme, enrolment):
        for kind in MarkKind if each.norm else (MarkKind.COMPLETE,):
            session.add(
                Mark(
                    enrolment_id=enrolment.id,
                    direction=each.direction,
                    kind=kind,
                    by=them["mentor"],
                    at=NOW,
                )
            )
    session.add(
        Agreement(
            enrolment_id=enrolment.id,
            kind=SignerKind.PARTICIPANT,
            signer_id=person.id,
            signer_name="participant Аты",
            language="kk",
            version=programme.agreement.version,
            text_hash="0" * 64,
            signed_at=NOW,
        )
    )
    mentor = acting(session, await them.actor("mentor"), NOW, programme)
    return Closing(session, programme, them, enrolment, await open_dossier(mentor, enrolment))
