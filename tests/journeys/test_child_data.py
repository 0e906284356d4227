"""A mother has her child's data copied, and erased; a restored back-up forgets them again."""

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import select

from locales import texts
from storage.database import Database
from storage.tables import (
    Agreement,
    Conversation,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    Role,
    RoleKind,
    SignerKind,
)
from tests.journeys.people import Phone
from tests.journeys.world import World

SAY = texts("kk")
NAME = "Сәрсен Аружан"
WORDS = "Құпия жүгіріс"


async def _family(world: World) -> tuple[Phone, Phone, Phone]:
    """A girl of fifteen who takes part, her mother who signed, and her mentor."""
    mentor = await world.staff("Айгүл", RoleKind.MENTOR)
    people = [await world.phone(name, "kk") for name in ("Аружан", "Гүлнар")]
    for phone in people:
        await phone.start()
        await phone.sees("Қазақша")
    girl, mother = people
    ids = [await world.person_id(phone) for phone in (girl, mother, mentor)]
    now = world.clock.now()
    async with world.bot.database.transaction() as session:
        for number, name, born in zip(ids, (NAME, "Сәрсенова Гүлнар"), (2010, 1980), strict=False):
            person = await session.get_one(Person, number)
            person.language, person.full_name, person.birth_date = "kk", name, date(born, 3, 5)
        way = Enrolment(
            person_id=ids[0],
            state=EnrolmentState.ACTIVE,
            level="bronze",
            mentor_id=ids[2],
            begun_at=now,
            started_on=now.date(),
        )
        session.add(way)
        await session.flush()
        session.add(
            Agreement(
                enrolment_id=way.id,
                kind=SignerKind.REPRESENTATIVE,
                signer_id=ids[1],
                signer_name="Сәрсенова Гүлнар",
                language="kk",
                version="1",
                text_hash="0" * 64,
                signed_at=now,
            )
        )
        session.add(Role(person_id=ids[1], kind=RoleKind.REPRESENTATIVE, ward_id=ids[0], since=now))
        session.add(
            Entry(
                enrolment_id=way.id,
                state=EntryState.APPROVED,
                direction="sport",
                happened_on=now.date(),
                sent_at=now,
                received_at=now,
                minutes=40,
                note=WORDS,
            )
        )
    return girl, mother, mentor


async def _open_child(mother: Phone) -> None:
    await mother.write("/menu")
    await mother.tap(SAY.plain("menu-button-wards"))
    await mother.tap(NAME)
    await mother.sees(SAY.plain("ward-active"), SAY.plain("button-ward-copy"))


async def _known(database: Database, girl: Phone) -> tuple[str | None, str, EnrolmentState]:
    async with database.transaction() as session:
        of = select(Person).where(Person.telegram_id == girl.id)
        person = (await session.scalars(of)).one()
        note = (await session.scalars(select(Entry.note))).one()
        way = (await session.scalars(select(Enrolment))).one()
        return person.full_name, note, way.state


async def test_the_copy_comes_once_an_hour(world: World) -> None:
    _, mother, _ = await _family(world)
    await _open_child(mother)
    await mother.tap(SAY.plain("button-ward-copy"))
    await mother.sees(SAY.plain("ward-active"), new=True)
    sent = [message["media"][0] for message in await mother.messages() if message["media"]]
    async with world.http.get(world.sandbox.url + sent[0]["url"]) as answer:
        words = await answer.text()
    assert NAME in words
    assert WORDS in words
    assert len(sent) == 2
    told = await mother.tap(SAY.plain("button-ward-copy"))
    assert told is not None
    assert told["text"] == SAY.plain("refused-copied-lately")
    await world.move(hours=2)
    await mother.tap(SAY.plain("button-ward-copy"))
    await world.idle()
    assert len([message for message in await mother.messages() if message["media"]]) == 4


async def test_what_is_erased_stays_so_after_a_restore(world: World, tmp_path: Path) -> None:
    girl, mother, mentor = await _family(world)
    await girl.write("/mydata")
    await girl.sees("🗂", new=True)
    await world.idle()
    await world.stop_bot()
    shutil.copy(tmp_path / "award.db", tmp_path / "backup.db")
    await world.start_bot()
    await _open_child(mother)
    await mother.tap(SAY.plain("button-ward-erase"))
    await mother.sees("Баланың деректерін өшіресіз бе?")
    await mother.tap(SAY.plain("button-ward-erase"))
    await mother.tap(SAY.plain("button-ward-erase-surely"))
    await mother.sees(SAY.plain("ward-erased"))
    await girl.sees("Күнделігіңізден мұнда ештеңе қалмады")
    told = await mentor.sees("деректерін өшірді")
    assert "Аружан" not in told["text"]
    assert await _known(world.bot.database, girl) == (None, "", EnrolmentState.WITHDRAWN)
    async with world.bot.database.transaction() as session:
        keys = list(await session.scalars(select(Conversation.key)))
        assert not [key for key in keys if str(girl.id) in key]

    await world.stop_bot()
    for name in ("award.db", "award.db-wal", "award.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.db", tmp_path / "award.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'award.db'}")
    assert await _known(database, girl) == (NAME, WORDS, EnrolmentState.ACTIVE)
    await database.close()
    await world.start_bot()
    assert await _known(world.bot.database, girl) == (None, "", EnrolmentState.WITHDRAWN)
