"""A participant, a mentor, and all that changes a history, in whatever order it is asked for."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence import absences
from award.absence.absences import PauseReason
from award.access.acting import Acting
from award.access.actor import Actor
from award.calendar import DAY, WEEK
from award.errors import Refusal
from award.mentoring.marks import mark_direction, unmark
from award.olzha.ledger import Counter, Difference, due, settle
from award.olzha.shelf import turn
from award.profile.enrolment import pause, resume
from award.programme import Programme
from award.programme.requirements import Override
from award.progress.asked import store_overrides
from award.review.decisions import approve, approve_all, approve_instead, return_, return_reused
from storage.tables import Entry, EntryState, Excuse, MarkKind, OlzhaRow
from tests.acting import acting
from tests.award.journal.diary import NOW, START, Diary, a_diary
from tests.award.review.test_decisions import a_mentor

# Late enough that all weeks are over, and whoever acts often is not held up by a day's budget.
LATER = NOW + WEEK * 20
DIRECTIONS = ("sport", "volunteering", "trips", "reading")


@dataclass
class Play:
    """Each step does one thing, to the `number`th of those it could be done to."""

    diary: Diary
    enrolment: int
    now: dt.datetime = LATER
    done: list[str] = field(default_factory=list)

    async def step(self, what: str, number: int) -> None:
        """Do it, if rules let it be done."""
        self.now += dt.timedelta(hours=25)
        with suppress(Refusal):
            async with self.session.begin_nested():
                await self._do(what, number)
            self.done.append(what)

    async def differences(self) -> list[Difference]:
        """What the ledger would be put right by, once whoever is due is counted."""
        await self.session.flush()
        await settle(self.session, self.programme, await due(self.session))
        return await Counter(self.session, self.programme).differences([self.diary.actor.id])

    async def rows(self) -> set[tuple[str, str, int]]:
        found = await self.session.scalars(
            select(OlzhaRow).execution_options(populate_existing=True)
        )
        return {(row.reward, row.cause, row.points) for row in found}

    @property
    def session(self) -> AsyncSession:
        return self.diary.session

    @property
    def programme(self) -> Programme:
        return self.diary.programme

    def by(self, actor: Actor) -> Acting:
        return acting(self.session, actor, self.now, self.programme)

    async def _do(self, what: str, number: int) -> None:
        doing = _OF_MENTOR.get(what) or _OF_PARTICIPANT.get(what)
        if doing is not None:
            at = self.by(self.diary.mentor if what in _OF_MENTOR else self.diary.actor)
            await doing(self, at, number)
        elif what == "counts":
            await settle(self.session, self.programme, await due(self.session))
        else:
            old = await self.entry(number, *_MENDED) if what == "mends" else None
            await self.sends(number, replaces=old)

    async def sends(self, number: int, *, replaces: int | None = None) -> None:
        """Something of one of the last weeks that waits for the mentor."""
        direction = DIRECTIONS[number % len(DIRECTIONS)]
        books = self.programme.books
        if replaces is not None:
            taken = select(Entry.id).where(Entry.replaces_id == replaces)
            if await self.session.scalar(taken) is not None:
                raise Refusal
            direction = (await self.session.get_one(Entry, replaces)).direction or direction
        self.session.add(
            Entry(
                enrolment_id=self.enrolment,
                state=EntryState.SUBMITTED,
                direction=direction,
                happened_on=START + WEEK * (17 + number % 6),
                minutes=40 + number % 60,
                days=number % 3 if direction == "trips" else None,
                book=books[number % 5].code if direction == "reading" else None,
                replaces_id=replaces,
                sent_at=self.now,
                received_at=self.now,
                submitted_at=self.now,
                note="жүгірдім",
            )
        )
        await self.session.flush()

    async def entry(self, number: int, *states: EntryState) -> int:
        found = await self.session.scalars(
            select(Entry.id).where(Entry.state.in_(states)).order_by(Entry.id)
        )
        return _one(found.all(), number)

    async def excuse(self, number: int) -> int:
        found = await self.session.scalars(select(Excuse.id).order_by(Excuse.id))
        return _one(found.all(), number)


def _one(ids: Sequence[int], number: int) -> int:
    if not ids:
        raise Refusal
    return ids[number % len(ids)]


Doing = Callable[[Play, Acting, int], Awaitable[object]]
_MENDED = (EntryState.RETURNED, EntryState.APPROVED)


async def _approve(play: Play, at: Acting, number: int) -> None:
    await approve(at, await play.entry(number, EntryState.SUBMITTED))


async def _return(play: Play, at: Acting, number: int) -> None:
    await return_(at, await play.entry(number, EntryState.SUBMITTED), reason="minutes")


async def _find_reused(play: Play, at: Acting, number: int) -> None:
    entry = await play.entry(number, EntryState.APPROVED)
    await return_reused(at, await at.session.get_one(Entry, entry))


async def _annul(play: Play, at: Acting, number: int) -> None:
    entry = await play.entry(number, EntryState.RETURNED)
    await approve_instead(at, await at.session.get_one(Entry, entry))


async def _accept(play: Play, at: Acting, number: int) -> None:
    await absences.accept(at, await play.excuse(number))


async def _be_away(_play: Play, at: Acting, number: int) -> None:
    first = at.now.date() - DAY * (number % 30)
    await absences.report(at, PauseReason.ILLNESS, first, first + DAY * 9)


async def _take_back(play: Play, at: Acting, number: int) -> None:
    await absences.withdraw(at, await play.excuse(number))


async def _shorten(play: Play, at: Acting, number: int) -> None:
    excuse = await play.excuse(number)
    first = (await at.session.get_one(Excuse, excuse)).first_day
    await absences.shorten(at, excuse, first)


_OF_MENTOR: dict[str, Doing] = {
    "approves": _approve,
    "approves all": lambda play, at, _: approve_all(at, play.enrolment, up_to=10**6),
    "returns": _return,
    "finds reused": _find_reused,
    "annuls": _annul,
    "marks": lambda play, at, n: mark_direction(at, play.enrolment, DIRECTIONS[n % 2]),
    "unmarks": lambda play, at, n: unmark(at, play.enrolment, DIRECTIONS[n % 2], MarkKind.COMPLETE),
    "accepts": _accept,
}
_OF_PARTICIPANT: dict[str, Doing] = {
    "is away": _be_away,
    "takes back": _take_back,
    "shortens": _shorten,
    "pauses": lambda play, at, _: pause(at, play.enrolment, PauseReason.ILLNESS),
    "resumes": lambda play, at, _: resume(at, play.enrolment),
    "turns off": lambda _play, at, _: turn(at, on=False),
    "turns on": lambda _play, at, _: turn(at, on=True),
}
STEPS = (*_OF_MENTOR, *_OF_PARTICIPANT, "sends", "mends", "counts")


async def a_play(session: AsyncSession, programme: Programme) -> Play:
    """Of sport and volunteering a week each is enough to be marked complete."""
    diary = await a_diary(session, programme)
    diary = replace(diary, mentor=a_mentor(diary.mentor))
    diary.enrolment.overrides = store_overrides(
        Override(direction, "денсаулығы", amount=1, norm=False, final_video=False)
        for direction in DIRECTIONS[:2]
    )
    await session.flush()
    return Play(diary, diary.enrolment.id)
