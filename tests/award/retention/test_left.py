"""What is left of a person: nothing in any table, in the database's files, in the list, in the log.

A new column of text fails here until it is erased, or named in `marked.STAYS`.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.consent.representatives import withdraw_consent
from award.profile.erasure import erase
from award.profile.represented import erase_child
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.erasures import ListOfErasures
from scheduler.jobs.housekeeping import housekeeping
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.erasures import Erasures
from storage.tables import Audit, Enrolment, EnrolmentState, Fingerprint, Person
from tests.acting import acting
from tests.award.profile.copied import copy_of
from tests.award.retention.marked import (
    CHILD,
    NOW,
    Family,
    Marks,
    a_family,
    left_in_files,
    left_in_tables,
)

Way = Callable[[Database, Family], Awaitable[None]]
# What a participant under age has nothing in: it is of staff and applicants.
OF_STAFF = ("substitution", "centre_application", "household_member", "staff_card")


async def as_person(session: AsyncSession, person_id: int, now: datetime = NOW) -> Acting:
    actor = await find_actor(session, now, person_id=person_id)
    assert actor is not None
    return acting(session, actor, now)


async def own_wish(database: Database, family: Family) -> None:
    async with database.transaction() as session:
        await erase(await as_person(session, family.child))


async def representatives_wish(database: Database, family: Family) -> None:
    async with database.transaction() as session:
        await erase_child(await as_person(session, family.mother), family.enrolment)


async def consent_and_term(database: Database, family: Family) -> None:
    async with database.transaction() as session:
        await withdraw_consent(await as_person(session, family.mother), family.enrolment)
    await _nights(database, NOW + timedelta(days=31))


async def _nights(database: Database, now: datetime) -> None:
    storage = ConversationStorage(database, lambda: now)
    for job in housekeeping(database, storage, load(SHIPPED_PROGRAMME)):
        await job.work(now)


@pytest.mark.parametrize(
    ("way", "without"),
    [(own_wish, ()), (representatives_wish, OF_STAFF), (consent_and_term, OF_STAFF)],
)
async def test_nothing_is_left(
    database: Database,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    way: Way,
    without: tuple[str, ...],
) -> None:
    listing = ListOfErasures(database, Erasures(tmp_path), lambda: NOW)
    async with database.sessions() as session:
        family = await a_family(session, without=without)
        marks = family.marks
        assert await left_in_tables(session, marks) == set(marks.places.values())
    if database.is_sqlite:
        assert set.union(*left_in_files(tmp_path, marks).values()) == set(marks.places.values())
    await way(database, family)
    await listing.stop()
    async with database.sessions() as session:
        assert await left_in_tables(session, marks) == set()
        await _only_ids_are_on_record(session)
        enrolment = await session.get_one(Enrolment, family.enrolment)
        assert enrolment.state is EnrolmentState.WITHDRAWN
    assert left_in_files(tmp_path, marks) == {}
    said = capfd.readouterr()
    assert marks.found_in((said.out + said.err).encode()) == set()
    assert len(Erasures(tmp_path).marks()) == 1


async def _only_ids_are_on_record(session: AsyncSession) -> None:
    lines = (await session.scalars(select(Audit))).all()
    assert lines
    for line in lines:
        values = [line.action, line.subject, *line.details, *line.details.values()]
        words = [each for each in values if isinstance(each, str)]
        assert all(re.fullmatch(r"[a-z_.]+", each) for each in words), line.action


async def test_an_account_that_stays_holds_nothing(database: Database) -> None:
    async with database.sessions() as session:
        family = await a_family(session, without=OF_STAFF)
    await consent_and_term(database, family)
    async with database.sessions() as session:
        child = await session.get_one(Person, family.child)
        assert (child.telegram_id, child.full_name, child.birth_date) == (CHILD, None, None)
        mother = await session.get_one(Person, family.mother)
        assert (mother.full_name, mother.phone) == (None, None)
        mentor = await session.get_one(Person, family.mentor)
        assert mentor.full_name == "Аты Жөні"
        copy = json.dumps(await copy_of(await as_person(session, family.child)))
        assert family.marks.found_in(copy.encode()) == set()


async def test_nothing_goes_before_the_term_but_what_pictures_look_like(
    database: Database,
) -> None:
    async with database.sessions() as session:
        family = await a_family(session, without=OF_STAFF)
    async with database.transaction() as session:
        await withdraw_consent(await as_person(session, family.mother), family.enrolment)
        assert await session.scalar(select(Fingerprint.id)) is None
    await _nights(database, NOW + timedelta(days=29))
    async with database.sessions() as session:
        left = await left_in_tables(session, family.marks)
        assert {"entry.note", "media.file_id", "person.full_name"} <= left


async def test_another_consent_keeps_what_it_is_the_ground_for(database: Database) -> None:
    async with database.sessions() as session:
        family = await a_family(session, without=OF_STAFF)
    async with database.transaction() as session:
        await withdraw_consent(await as_person(session, family.mother), family.enrolment)
        session.add(Enrolment(person_id=family.child, state=EnrolmentState.DRAFT, begun_at=NOW))
    await _nights(database, NOW + timedelta(days=31))
    async with database.sessions() as session:
        left = await left_in_tables(session, family.marks)
    assert "person.full_name" in left
    assert {place.partition(".")[0] for place in left} <= {"person", "birth_date"}


def test_marks_are_found_in_what_is_packed() -> None:
    marks = Marks()
    mark = marks.new("entry.note").encode()
    packed, again = BytesIO(), BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("words.xml", 50 * b"<c>" + mark)
    with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("data.xlsx", packed.getvalue())
    page = b"%PDF-1.7\n1 0 obj\nstream\n" + zlib.compress(50 * b"(a) Tj " + mark) + b"\nendstream"
    for content in (mark, again.getvalue(), page, marks.new("x").encode("utf-16-be")):
        assert marks.found_in(content)
