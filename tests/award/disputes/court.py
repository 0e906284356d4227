"""A dispute and everybody around it, for tests of what becomes of it and of who sees it."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.disputes.arbiters import arbiters
from award.disputes.disputes import answer_dispute, appeal, dispute_entry
from award.programme import Programme
from award.review.decisions import approve, reject, return_
from storage.tables import Dispute, Enrolment, EnrolmentState, Entry, EntryState, Outbox
from tests.acting import acting
from tests.award.reminders.term_people import NOW, People, enrolled, people

WORDS = "Бәрін өзім істедім, фотосы бар."


class Court:
    """A participant whose entry was rejected, and everybody around."""

    def __init__(
        self, session: AsyncSession, programme: Programme, them: People, enrolment: Enrolment
    ) -> None:
        self.session, self.programme = session, programme
        self.them, self.enrolment = them, enrolment

    async def entry(self, *, by: str = "mentor", verdict: str = "rejected") -> Entry:
        entry = Entry(
            enrolment_id=self.enrolment.id,
            state=EntryState.SUBMITTED,
            direction="sport",
            minutes=40,
            note="жүгірдім",
            happened_on=NOW.date(),
            sent_at=NOW,
            received_at=NOW,
            submitted_at=NOW,
        )
        self.session.add(entry)
        await self.session.flush()
        actor = await self.them.actor(by)
        at = acting(self.session, actor, NOW, self.programme)
        if verdict == "approved":
            await approve(at, entry.id)
        else:
            decide = {"rejected": reject, "returned": return_}[verdict]
            await decide(at, entry.id, comment="Көрінбейді")
        return entry

    async def disputes(self, entry: Entry, words: str = WORDS) -> Dispute:
        who = await self.them.actor("participant")
        return await dispute_entry(acting(self.session, who, NOW, self.programme), entry.id, words)

    async def answers(self, who: str, dispute: Dispute, *, annul: bool) -> Dispute:
        actor = await self.them.actor(who)
        return await answer_dispute(
            acting(self.session, actor, NOW + DAY), dispute.id, "Екі жақты да оқыдым.", annul=annul
        )

    async def appeals(self, dispute: Dispute) -> Dispute:
        who = await self.them.actor("participant")
        return await appeal(
            acting(self.session, who, NOW + DAY, self.programme), dispute.id, "Келіспеймін."
        )

    async def judges(self, dispute: Dispute) -> set[str]:
        found = await arbiters(self.session, dispute, self.enrolment, NOW)
        return {who for who, number in self.them.ids.items() if number in found}

    async def told(self, kind: str) -> set[str]:
        rows = await self.session.scalars(select(Outbox.person_id).where(Outbox.kind == kind))
        ids = set(rows)
        return {who for who, number in self.them.ids.items() if number in ids}


async def a_court(session: AsyncSession, programme: Programme) -> Court:
    """One in the participant's level, with nothing disputed yet."""
    them = await people(session)
    enrolment = await enrolled(session, them, EnrolmentState.ACTIVE)
    return Court(session, programme, them, enrolment)
