"""An absence as its participant and their mentor see it (programme.md §6)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.calendar import weeks_between
from award.calendar.zones import today_in
from award.programme import Programme
from storage.tables import Enrolment, Excuse, ExcuseState, MediaKind, Person

WAITING = (ExcuseState.ASKED, ExcuseState.QUESTIONED)
LIVE_STATES = (*WAITING, ExcuseState.ACCEPTED)  # neither refused nor taken back


@dataclass(frozen=True)
class Paper:
    """A photo or document that goes with a report, as Telegram knows it."""

    kind: MediaKind
    file_id: str


@dataclass(frozen=True)
class Absence:
    """An absence as its participant and mentor see it.

    `weeks`: how many calendar weeks it touches, which are excused if it is accepted; `in_all`: how
    many the accepted ones of this enrolment excuse together, of the level's `level_weeks`. A
    pause has no last day while it lasts. `mine`: the reader reports it.
    """

    id: int
    enrolment_id: int
    name: str
    state: ExcuseState
    first_day: dt.date
    last_day: dt.date | None
    reason: str
    note: str | None
    paper: Paper | None
    question: str | None
    answer: str | None
    weeks: int
    in_all: int
    level_weeks: int
    today: dt.date
    mine: bool

    @property
    def waits(self) -> bool:
        """Nobody has decided on it yet."""
        return self.state in WAITING

    @property
    def may_shorten(self) -> bool:
        """It can still end earlier than was told."""
        longer = self.last_day is not None and self.first_day < self.last_day
        return self.state in LIVE_STATES and longer


async def seen(at: Acting, enrolment: Enrolment, excuses: Iterable[Excuse]) -> tuple[Absence, ...]:
    """Absences of an enrolment that the caller has read within the actor's scope."""
    name = await at.session.scalar(select(Person.full_name).where(Person.id == enrolment.person_id))
    today = await today_of(at.session, at.programme, enrolment.person_id, at.now)
    accepted = await at.session.execute(
        select(Excuse.first_day, Excuse.last_day).where(
            Excuse.enrolment_id == enrolment.id, Excuse.state == ExcuseState.ACCEPTED
        )
    )
    in_all = {week for first, last in accepted for week in weeks_between(first, last or today)}
    return tuple(
        Absence(
            id=each.id,
            enrolment_id=enrolment.id,
            name=name or "",
            state=each.state,
            first_day=each.first_day,
            last_day=each.last_day,
            reason=each.reason,
            note=each.note,
            paper=_paper(each),
            question=each.question,
            answer=each.answer,
            weeks=len(set(weeks_between(each.first_day, each.last_day or today))),
            in_all=len(in_all),
            level_weeks=_level_weeks(at.programme, enrolment),
            today=today,
            mine=enrolment.person_id == at.actor.id,
        )
        for each in excuses
    )


def _paper(excuse: Excuse) -> Paper | None:
    if excuse.document_file_id is None or excuse.document_kind is None:
        return None
    return Paper(MediaKind(excuse.document_kind), excuse.document_file_id)


def _level_weeks(programme: Programme, enrolment: Enrolment) -> int:
    """How long the level lasts in weeks: 13 are three months (programme.md §2)."""
    level = programme.find_level(enrolment.level)
    return level.months * 13 // 3 if level else 0


async def today_of(
    session: AsyncSession, programme: Programme, person_id: int, now: dt.datetime
) -> dt.date:
    """The date where the person lives."""
    region = await session.scalar(select(Person.region).where(Person.id == person_id))
    return today_in(programme, region, now)
