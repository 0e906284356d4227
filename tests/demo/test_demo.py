"""The seed of the sandbox: a living programme made by the real operations, once."""

import asyncio
import datetime as dt
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme.eligibility import is_minor
from award.progress.current import progress_on
from bot.assemble import Service
from demo import crowd, graduates, people
from demo.diary import diary
from demo.scenes import SCENES, photo
from demo.seeding import AFTER_THE_MENU, everyone, seed, to_the_badge, try_it
from demo.youth import YOUTH
from evidence.photos import PhotoIndex, fingerprint
from locales import texts
from sandbox.server import Sandbox
from storage.tables import (
    SIGNED_STATES,
    Agreement,
    Audit,
    CeremonyGuest,
    Certificate,
    Dossier,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    Outbox,
    Person,
    Role,
    RoleKind,
    SignerKind,
    Table,
)
from tests.demo.started import said, started, working

# A Sunday night, the first minutes of a year that begins on a Monday: in Almaty.
MOMENTS = [
    "2026-03-08T23:59:00+05:00",
    "2029-01-01T00:05:00+05:00",
]


async def count(session: AsyncSession, state: type[Enrolment] | type[Entry]) -> Counter[str]:
    found = await session.execute(select(state.state, func.count()).group_by(state.state))
    return Counter({kind.value: number for kind, number in found})


@pytest.mark.parametrize("moment", MOMENTS)
async def test_demo_is_whole_at_any_moment(tmp_path: Path, moment: str) -> None:
    async with (
        started(tmp_path, moment=moment) as (bot, sandbox),
        bot.database.transaction() as session,
    ):
        await _has_every_state(session)
        await _keeps_the_rules(session, bot, sandbox)
        await _owes_little(session, sandbox)
        await _has_its_files(session, bot)


async def _has_every_state(session: AsyncSession) -> None:
    enrolments = await count(session, Enrolment)
    assert enrolments == {
        "draft": 1,
        "awaiting_representative": 1,
        "submitted": 1,
        "planning": 1,
        "active": 7 + crowd.NUMBER,
        "paused": 1,
        "complete": 7,
    }
    dossiers = Counter(await session.scalars(select(Dossier.state)))
    on_the_way = ("complete", "noted", "recommended", "candidate")
    assert dossiers == {**dict.fromkeys(on_the_way, 1), "invited": 3}
    assert [*await session.scalars(select(Certificate.state))] == ["valid"] * 3
    answers = await session.execute(select(CeremonyGuest.answer, CeremonyGuest.guests))
    assert sorted(answers.tuples()) == [("asked", 0), ("cannot", 0), ("comes", 2)]
    entries = await count(session, Entry)
    assert entries["approved"] > 80
    assert entries["submitted"] >= 8
    assert entries["returned"] == 2
    assert entries["rejected"] == 1
    assert not entries["draft"]
    roles = Counter(await session.scalars(select(Role.kind)))
    assert roles == {
        RoleKind.OPERATOR: 1,
        RoleKind.COORDINATOR: 1,
        RoleKind.CENTRE_HEAD: 1,
        RoleKind.EXPERT: 2,
        RoleKind.MENTOR: 5,
        RoleKind.REPRESENTATIVE: 7,
    }
    under = await session.scalars(select(Role.reports_to).where(Role.kind == RoleKind.MENTOR))
    assert all(under)


async def _keeps_the_rules(session: AsyncSession, bot: Service, sandbox: Sandbox) -> None:
    now = sandbox.clock.now()
    signed = set(
        (await session.execute(select(Agreement.enrolment_id, Agreement.kind))).tuples().all()
    )
    rows = await session.execute(
        select(Enrolment, Person).join(Person, Person.id == Enrolment.person_id)
    )
    nearly = []
    for enrolment, person in rows:
        if enrolment.state in SIGNED_STATES:
            assert (enrolment.id, SignerKind.PARTICIPANT) in signed
            assert enrolment.submitted_at is not None
            assert person.birth_date is not None
            begun_as_minor = is_minor(person.birth_date, enrolment.submitted_at.date())
            assert ((enrolment.id, SignerKind.REPRESENTATIVE) in signed) == begun_as_minor
        if enrolment.state is EnrolmentState.ACTIVE:
            stands = await progress_on(session, bot.programme, enrolment, now.date())
            nearly.append(stands.rating)
            assert stands.rating > 0
            assert not stands.complete
    assert max(nearly) > 90
    for late in (
        select(func.max(Audit.at)),
        select(func.max(Entry.submitted_at)),
        select(func.max(Entry.decided_at)),
    ):
        latest = await session.scalar(late)
        assert latest is not None
        assert latest <= now


async def _owes_little(session: AsyncSession, sandbox: Sandbox) -> None:
    """One notice a person at most, and that one a moment after the start."""
    soon = sandbox.clock.now() + AFTER_THE_MENU
    query = select(Outbox).where(Outbox.settled_at.is_(None), Outbox.due_at <= soon)
    owed = (await session.scalars(query)).all()
    assert len({notice.person_id for notice in owed}) == len(owed) >= 10
    began = min(notice.due_at for notice in owed) - AFTER_THE_MENU
    assert dt.timedelta(0) <= sandbox.clock.now() - began < dt.timedelta(minutes=1)
    for notice in owed:
        if notice.kind == "entry-submitted":
            entry = await session.get_one(Entry, notice.details["entry"])
            assert entry.state is EntryState.SUBMITTED


async def _has_its_files(session: AsyncSession, bot: Service) -> None:
    files = [*await session.scalars(select(Media.file_id))]
    files += [one for one in await session.scalars(select(Person.photo_file_id)) if one]
    assert len(files) > 60
    for file_id in files:
        content = BytesIO()
        await bot.bot.download(file_id, content)
        with Image.open(content) as picture:
            assert picture.format == "JPEG"
            assert max(picture.size) <= 1280


async def test_chats_begin_with_menu_and_news(tmp_path: Path) -> None:
    async with started(tmp_path) as (bot, sandbox), working(bot):
        telegram = sandbox.telegram
        known = [one for one in everyone() if telegram.people[one.telegram_id].started]
        assert {one.name for one in everyone()} - {one.name for one in known} == {
            people.AISHA.name,
            people.AISHAS_MOTHER.name,
            "Гүлмира Сапарқызы Жандосова",
        }
        story = (people.AISHA, people.AISHAS_MOTHER, people.GULNARA)
        phones = ",".join(str(one.telegram_id) for one in story)
        assert try_it(sandbox) == f"{sandbox.url}/?phones={phones}"
        assert to_the_badge(sandbox) is not None
        for someone in known:
            await said(sandbox, someone, {"ru": "Язык", "kk": "Тіл"}[someone.language])
        bot.clock.move_to(sandbox.clock.now() + AFTER_THE_MENU)
        await bot.delivery.deliver_due()
        async with bot.database.transaction() as session:
            told = Outbox.outcome.is_distinct_from("obsolete")
            owed = await session.scalars(select(Outbox).where(told))
            assert {notice.outcome for notice in owed if notice.due_at < bot.clock.now()} == {
                "sent"
            }
        for mentor in (people.ERMEK, people.NATALIA, people.MURAT):
            await said(sandbox, mentor, "file_unique_id")
        await said(
            sandbox, graduates.INVITED, texts("kk").plain("ceremony-button-come", reader="own")
        )
        await said(sandbox, graduates.CANDIDATE, texts("kk").plain("interview-button-choose"))


async def test_second_start_changes_nothing(tmp_path: Path) -> None:
    async with started(tmp_path) as (bot, sandbox):
        first = await everything(bot, sandbox)
    async with started(tmp_path) as (bot, sandbox):
        assert await everything(bot, sandbox) == first
    async with started(tmp_path, "empty") as (bot, sandbox):
        assert await everything(bot, sandbox) == first


async def test_interrupted_seed_begins_anew(tmp_path: Path) -> None:
    async with started(tmp_path, "nothing") as (bot, sandbox):
        seeding = asyncio.create_task(seed(bot.database, bot.programme, sandbox, "demo"))
        while not any(path.is_file() for path in (sandbox.folder / "files").iterdir()):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        seeding.cancel()
        with pytest.raises(asyncio.CancelledError):
            await seeding
        assert len(sandbox.telegram.people) == len(everyone())
        async with bot.database.transaction() as session:
            assert await session.scalar(select(Person.id).limit(1)) is None
    async with started(tmp_path) as (bot, sandbox):
        assert len(sandbox.telegram.people) == len(everyone())
        async with bot.database.transaction() as session:
            await _has_every_state(session)


async def test_empty_has_only_an_operator(tmp_path: Path) -> None:
    async with started(tmp_path, "empty") as (bot, sandbox), working(bot):
        assert [one.first_name for one in sandbox.telegram.people.values()] == ["Оператор"]
        assert try_it(sandbox) is None
        assert to_the_badge(sandbox) is None
        await said(sandbox, people.OPERATOR, "Тіл")
        async with bot.database.transaction() as session:
            assert [*await session.scalars(select(Role.kind))] == [RoleKind.OPERATOR]


@pytest.mark.parametrize("scene", SCENES)
def test_photos_of_a_scene_differ(scene: str) -> None:
    assert photo(scene, 1) == photo(scene, 1)
    assert len({photo(scene, number) for number in range(5)}) == 5


async def everything(bot: Service, sandbox: Sandbox) -> dict[str, int]:
    """How many rows each table has, how many people and files the sandbox."""
    async with bot.database.transaction() as session:
        rows = {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in Table.metadata.sorted_tables
        }
    files = sum(path.is_file() for path in (sandbox.folder / "files").iterdir())
    return {**rows, "people": len(sandbox.telegram.people), "files": files}


@pytest.mark.long(2)
def test_no_photo_of_a_journal_is_taken_for_another() -> None:
    """What is found in the demo is what was put there to be found."""
    today = dt.date(2026, 11, 28)
    shots = {
        fate.page.shot: None
        for youth in YOUTH
        for fate in diary(youth, today)
        if fate.page.shot and not fate.page.shot.again
    }
    index = PhotoIndex()
    for number, shot in enumerate(shots):
        taken = fingerprint(photo(shot.scene, shot.number))
        assert index.search(taken) == [], shot
        index.add(str(number), taken)
    assert len(index) > 50
