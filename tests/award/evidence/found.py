"""Participants whose pictures are found again, for tests."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.evidence.comparison import Match, keep_media_findings
from award.findings.verdicts import Judged, judge
from award.findings.views import open_findings
from award.programme import Programme
from award.review.decisions import approve
from award.review.views import EntryCard, look
from storage.tables import (
    Audit,
    Enrolment,
    Entry,
    Finding,
    FindingKind,
    FindingVerdict,
    Media,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, Diary, a_diary, message, photo

AREA = [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]]
WHOLE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]
DETAILS = {"edits": ["mirrored", "cropped"], "area": WHOLE, "other_area": AREA}


@dataclass
class Friends:
    """A participant, a friend of the same mentor, one of another mentor; and the staff."""

    session: AsyncSession
    me: Diary
    friend: Diary
    far: Diary
    mentor: Actor
    other_mentor: Actor
    expert: Actor

    @property
    def programme(self) -> Programme:
        return self.me.programme

    async def look(self, entry: Entry) -> EntryCard:
        """The entry as its mentor sees it."""
        return await look(acting(self.session, self.mentor, NOW, self.programme), entry.id)

    def on(self, session: AsyncSession) -> "Friends":
        """The same people acting in another session."""
        diaries = {name: getattr(self, name).on(session) for name in ("me", "friend", "far")}
        return replace(self, session=session, **diaries)


async def friends(session: AsyncSession, programme: Programme) -> Friends:
    me = await a_diary(session, programme)
    people = [
        Person(telegram_id=n, joined_at=NOW, region="KZ-75", full_name=name)
        for n, name in ((11, "Алыс Досжан"), (12, "Басқа Тәлімгер"), (13, "Сарапшы Сәуле"))
    ]
    session.add_all(people)
    (await session.get_one(Person, me.stranger.id)).full_name = "Ахметов Данияр"
    await session.flush()
    far, other_mentor, expert = people
    theirs = await session.scalar(select(Enrolment).where(Enrolment.person_id == me.stranger.id))
    assert theirs is not None
    away = Enrolment(
        person_id=far.id,
        mentor_id=other_mentor.id,
        **{
            name: getattr(theirs, name)
            for name in ("state", "level", "choices", "begun_at", "submitted_at", "started_on")
        },
    )
    session.add(away)
    for mentor_id, reports_to in ((me.mentor.id, expert.id), (other_mentor.id, None)):
        role = Role(person_id=mentor_id, kind=RoleKind.MENTOR, reports_to=reports_to, since=NOW)
        session.add(role)
    await session.commit()
    mentor = replace(me.mentor, roles=(Scope(RoleKind.MENTOR),))
    return Friends(
        session=session,
        me=replace(me, mentor=mentor),
        friend=replace(me, mentor=mentor, actor=me.stranger, enrolment=theirs),
        far=replace(me, actor=_actor(far), enrolment=away),
        mentor=mentor,
        other_mentor=_actor(other_mentor, RoleKind.MENTOR),
        expert=_actor(expert, RoleKind.EXPERT),
    )


def _actor(person: Person, *kinds: RoleKind) -> Actor:
    roles = tuple(Scope(kind) for kind in kinds)
    return Actor(person.id, person.telegram_id, "kk", person.full_name, roles)


async def draft(diary: Diary, *numbers: int, **answers: Any) -> tuple[Entry, list[Media]]:
    """A draft of sport with these pictures, an album if they are several."""
    diary.now += dt.timedelta(hours=1)
    album = f"album-{diary.now.isoformat()}-{diary.actor.id}" if len(numbers) > 1 else None
    for place, number in enumerate(numbers):
        words = "" if place else "жүгіру"
        sent = message(words, photo(number), at=diary.now, album=album)
        made = await diary.sends(sent, directions=("sport",), minutes=30)
    if answers:
        await diary.answers(made.entry, **answers)
    await diary.session.flush()
    return made.entry, await media_of(diary.session, made.entry)


async def sent(diary: Diary, *numbers: int, **answers: Any) -> tuple[Entry, list[Media]]:
    """The same, sent to the mentor."""
    entry, media = await draft(diary, *numbers, **answers)
    await diary.submits(entry)
    return entry, media


async def media_of(session: AsyncSession, entry: Entry) -> list[Media]:
    found = select(Media).where(Media.entry_id == entry.id).order_by(Media.id)
    return list(await session.scalars(found))


async def found(
    world: Friends, media: Media, other: Media, score: float = 0.9, now: dt.datetime = NOW
) -> tuple[int, ...]:
    """The matching process saw `media` in `other`."""
    seen = Match(FindingKind.PHOTO, other.id, None, score, DETAILS)
    return await keep_media_findings(world.session, media.id, [seen], now)


async def findings(session: AsyncSession) -> list[Finding]:
    every = select(Finding).order_by(Finding.id).execution_options(populate_existing=True)
    return list(await session.scalars(every))


async def told(session: AsyncSession, person: Actor, kind: str) -> list[Outbox]:
    query = select(Outbox).where(Outbox.person_id == person.id, Outbox.kind == kind)
    return list(await session.scalars(query.order_by(Outbox.id)))


async def judged(world: Friends, finding_id: int, verdict: FindingVerdict) -> Judged:
    return await judge(acting(world.session, world.mentor, NOW), finding_id, verdict)


async def approved(world: Friends, diary: Diary, *numbers: int) -> tuple[Entry, list[Media]]:
    entry, media = await sent(diary, *numbers)
    await approve(acting(world.session, world.mentor, NOW), entry.id)
    return entry, media


async def opened(world: Friends, entry_id: int) -> tuple[int, ...]:
    """What the mentor has to judge of an entry."""
    return await open_findings(acting(world.session, world.mentor), entry_id)


async def flagged(world: Friends) -> int:
    """A finding of mine against a friend's picture."""
    _, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    return number


async def recorded(world: Friends, *actions: str) -> list[tuple[int | None, int | None]]:
    """Who did these things to what, in order."""
    lines = select(Audit).where(Audit.action.in_(actions)).order_by(Audit.id)
    return [(line.actor_id, line.subject_id) for line in await world.session.scalars(lines)]
