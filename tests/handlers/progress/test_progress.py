"""The progress message as a phone gets it from a sandbox's Bot API."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import Message
from pydantic import SecretStr
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.access.lookup import meet
from award.errors import NotFound
from award.programme import Programme, load
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from bot.assemble import make_bot
from bot.replies import Replies
from bot.settings import SHIPPED_PROGRAMME, Settings
from handlers.progress.progress import show_progress
from handlers.ui.context import RequestContext
from handlers.ui.reply import Reply
from handlers.ui.taps import ProgressTap
from locales import texts
from sandbox.server import Sandbox
from scheduler.delivery.pace import Pace
from storage.database import Database
from storage.tables import Audit, Enrolment, EnrolmentState, Entry, EntryState, Person, RoleKind
from tests.journeys.people import Phone

NOW = dt.datetime(2026, 3, 4, 9, tzinfo=dt.UTC)
TOKEN = "42:TEST-token-of-a-test"
SAY = texts("en")


@dataclass
class Scene:
    """A participant with their enrolment, a mentor, and what it takes to show them things."""

    bot: Bot
    session: AsyncSession
    programme: Programme
    participant: Actor
    mentor: Actor
    enrolment: Enrolment
    phones: dict[int, Phone]
    replies: Replies
    numbers: Iterator[int] = field(default_factory=count)

    async def show(self, actor: Actor, enrolment_id: int | None = None) -> dict[str, Any]:
        """What the person's phone shows after asking for progress."""
        chat = actor.telegram_id
        reply = Reply(chat)
        at = RequestContext(self.session, actor, self.programme, NOW, SAY, self.bot, reply)
        await show_progress(at, enrolment_id)
        await self.session.commit()
        self.replies.add(reply, next(self.numbers))
        await self.replies.settled()
        return (await self.phones[chat].messages())[-1]


@pytest.fixture
async def scene(session: AsyncSession, database: Database) -> AsyncIterator[Scene]:
    sandbox = Sandbox(TOKEN, flood_limits=False)
    await sandbox.start(0)
    bot = make_bot(Settings(bot_token=SecretStr(TOKEN), bot_api_url=sandbox.url, _env_file=None))
    programme = load(SHIPPED_PROGRAMME)
    async with aiohttp.ClientSession() as http:
        phones = [await _phone(http, sandbox.url, name) for name in ("Aigerim", "Mentor")]
        participant, mentor = [await meet(session, phone.id, NOW) for phone in phones]
        enrolment = await _enrolled(session, programme, participant, mentor)
        mentor = Actor(mentor.id, mentor.telegram_id, "en", "Mentor", (Scope(RoleKind.MENTOR),))
        by_id = {phone.id: phone for phone in phones}
        replies = Replies(bot, database, Pace(lambda: NOW), _NothingMade(), _nothing)
        yield Scene(bot, session, programme, participant, mentor, enrolment, by_id, replies)
    await bot.session.close()
    await sandbox.stop()


class _NothingMade:
    """Nobody sends a picture here."""

    async def compared(self, *_: Any) -> None:
        """None can be compared."""

    async def portrait(self, _file_id: str) -> None:
        """None can be shown."""


async def _nothing(_message: Message) -> None:
    """No file becomes a photo here."""


async def _phone(http: aiohttp.ClientSession, url: str, name: str) -> Phone:
    async with http.post(f"{url}/people", json={"first_name": name}) as answer:
        phone = Phone(http, url, await answer.json())
    await phone.start()
    return phone


async def _enrolled(
    session: AsyncSession, programme: Programme, participant: Actor, mentor: Actor
) -> Enrolment:
    (await session.get_one(Person, participant.id)).full_name = "Aigerim Kasym"
    answers = {choice.code: choice.one_of[0].code for choice in programme.level("bronze").choices}
    enrolment = Enrolment(
        person_id=participant.id,
        mentor_id=mentor.id,
        state=EnrolmentState.ACTIVE,
        level="bronze",
        choices=store_choices(Choices(answers)),
        begun_at=NOW,
        submitted_at=NOW,
        started_on=dt.date(2026, 3, 2),
    )
    session.add(enrolment)
    await session.flush()
    entry = {"direction": "sport", "happened_on": dt.date(2026, 3, 3), "minutes": 40}
    session.add(
        Entry(
            enrolment_id=enrolment.id,
            state=EntryState.APPROVED,
            sent_at=NOW,
            received_at=NOW,
            **entry,
        )
    )
    await session.commit()
    return enrolment


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def words(*keys: str) -> list[str]:
    return [SAY.plain(key) for key in keys]


async def test_a_participant_gets_a_picture_its_words_and_what_to_do(scene: Scene) -> None:
    message = await scene.show(scene.participant)
    assert len(message["media"]) == 1
    assert "Aigerim Kasym" in message["text"]
    assert "40 / 60 min" in message["text"]
    assert labels(message) == words(
        "progress-button-rating", "menu-button-olzha", "progress-button-add", "button-menu"
    )


async def test_a_mentor_sees_a_participant_of_theirs_and_it_is_recorded(scene: Scene) -> None:
    message = await scene.show(scene.mentor, scene.enrolment.id)
    assert len(message["media"]) == 1
    assert labels(message) == words("progress-button-rating", "button-menu")
    looks = select(func.count()).select_from(Audit).where(Audit.actor_id == scene.mentor.id)
    assert await scene.session.scalar(looks) == 1


async def test_nobody_else_is_shown_anything(scene: Scene) -> None:
    stranger = Actor(scene.mentor.id, scene.mentor.telegram_id, "en", None)
    with pytest.raises(NotFound):
        await scene.show(stranger, scene.enrolment.id)
    assert await scene.phones[stranger.telegram_id].messages() == []


async def test_before_activation_both_are_told_so(scene: Scene) -> None:
    scene.enrolment.state = EnrolmentState.PLANNING
    await scene.session.flush()
    theirs = await scene.show(scene.mentor, scene.enrolment.id)
    assert theirs["text"] == SAY.plain("progress-not-begun-theirs")
    own = await scene.show(scene.participant)
    assert own["text"]
    assert not own["media"]
    assert labels(own) == [SAY.plain("button-menu")]


async def test_a_pause_is_told(scene: Scene) -> None:
    scene.enrolment.state = EnrolmentState.PAUSED
    await scene.session.flush()
    theirs = await scene.show(scene.mentor, scene.enrolment.id)
    assert SAY.plain("progress-paused-theirs") in theirs["text"]
    own = await scene.show(scene.participant)
    assert labels(own) == words("progress-button-rating", "menu-button-olzha", "button-menu")


async def test_one_who_never_applied_is_told_what_is_next(scene: Scene) -> None:
    message = await scene.show(scene.mentor)
    assert message["text"]
    assert not message["media"]


def test_a_button_of_today_is_understood_tomorrow() -> None:
    assert ProgressTap(enrolment=2**31 - 1).pack() == f"progress:{2**31 - 1}"
    assert ProgressTap.unpack("progress:") == ProgressTap()
