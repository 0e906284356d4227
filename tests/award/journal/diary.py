"""A participant with an open journal, for tests."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.journal.capture import Guess, Sent, SentFile, capture
from award.journal.drafts import Change, Draft, change_draft
from award.journal.entries import Saved, submit
from award.programme import Programme
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from award.progress.participation import open_journal
from storage.tables import Enrolment, EnrolmentState, Entry, MediaKind, Partner, Person
from tests.acting import acting

START = dt.date(2026, 3, 2)
# A Wednesday, 14:00 in Almaty.
NOW = dt.datetime(2026, 3, 18, 9, tzinfo=dt.UTC)
TODAY = dt.date(2026, 3, 18)
DIRECTIONS = ("sport", "talent", "reading", "heritage", "volunteering", "trips", "work")
_ids = count(1000)


def photo(number: int = 1, kind: MediaKind = MediaKind.PHOTO, mime: str | None = None) -> SentFile:
    return SentFile(kind, f"file-{number}", f"unique-{number}", mime, 1000)


def message(words: str = "", file: SentFile | None = None, **other: Any) -> Sent:
    """A message of its own, sent now."""
    return Sent(**{"message_id": next(_ids), "at": NOW, "words": words, "file": file, **other})


@dataclass
class Diary:
    """What the participant does, in a session that the test commits."""

    session: AsyncSession
    programme: Programme
    actor: Actor
    mentor: Actor
    stranger: Actor
    enrolment: Enrolment
    partner: Partner
    now: dt.datetime = NOW

    async def sends(self, sent: Sent, **guess: Any) -> Draft:
        journal = await open_journal(acting(self.session, self.actor, self.now, self.programme))
        meant = Guess(**guess)
        at = acting(self.session, self.actor, self.now, self.programme)
        return await capture(at, journal, sent, meant)

    async def answers(self, entry: Entry, **answers: Any) -> Entry:
        change = Change(**answers)
        return await change_draft(
            acting(self.session, self.actor, self.now, self.programme), entry.id, change
        )

    async def submits(self, entry: Entry) -> Saved:
        return await submit(acting(self.session, self.actor, self.now, self.programme), entry.id)

    async def sport(self, minutes: int = 40, **answers: Any) -> Entry:
        """A draft of sport with all it needs, an hour after whatever was before."""
        self.now += dt.timedelta(hours=1)
        made = await self.sends(
            message("жүгіру", at=self.now), directions=("sport",), minutes=minutes
        )
        return await self.answers(made.entry, **answers) if answers else made.entry

    def on(self, session: AsyncSession) -> "Diary":
        """The same people acting in another session."""
        return replace(self, session=session)


async def a_diary(session: AsyncSession, programme: Programme, heritage: str = "months_3") -> Diary:
    people = [Person(telegram_id=n, joined_at=NOW, region="KZ-75") for n in (1, 2, 3)]
    people[0].full_name = "Сейтова Аружан Серікқызы"
    partner = Partner(name="Қызыл Жарты Ай", directions=["volunteering", "trips"], region="KZ-75")
    session.add_all([*people, partner])
    await session.flush()
    enrolments = [
        Enrolment(
            person_id=person.id,
            mentor_id=people[1].id,
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices=store_choices(Choices({"heritage": heritage}, frozenset(DIRECTIONS))),
            begun_at=NOW,
            submitted_at=NOW,
            started_on=START,
        )
        for person in (people[0], people[2])
    ]
    session.add_all(enrolments)
    await session.commit()
    participant, mentor, stranger = (
        Actor(person.id, person.telegram_id, "kk", person.full_name) for person in people
    )
    return Diary(session, programme, participant, mentor, stranger, enrolments[0], partner)
