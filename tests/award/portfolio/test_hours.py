"""The record of hours: what was done, when, and who confirmed it; for people and for machines."""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.portfolio.contents import known_around
from award.portfolio.hours import as_json, hours
from award.programme import Programme
from award.review.decisions import approve
from handlers.portfolio.hours_table import hours_table
from locales import LANGUAGES, texts
from storage.tables import Person
from tests.acting import acting
from tests.award.evidence.found import friends, sent
from tests.award.journal.diary import NOW

FORMULA = '=HYPERLINK("http://example.kz";"x")'


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_who_confirmed_what(session: AsyncSession, tosbelgi: Programme) -> None:
    people = await friends(session, tosbelgi)
    entry, _ = await sent(people.me, 1, note=FORMULA)
    waits, _ = await sent(people.me, 2)
    await approve(acting(session, people.mentor, NOW), entry.id)
    record = await hours(session, tosbelgi, people.me.enrolment.id, NOW)
    told = json.loads(json.dumps(as_json(record)))
    assert told["participant"] == "Сейтова Аружан Серікқызы"
    assert told["totals"] == {"entries": 1, "minutes": 30, "days": 0}
    [hour] = told["hours"]
    assert hour["entry"] == entry.id != waits.id
    assert (hour["direction"], hour["minutes"]) == ("sport", 30)
    assert re.fullmatch(r"2026-W\d\d", hour["week"])
    assert hour["confirmed_at"].endswith("+05:00")
    for language in LANGUAGES:
        with ZipFile(BytesIO(hours_table(record, tosbelgi, texts(language)))) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            assert "<f>" not in sheet  # people's words are never formulas
            assert 'state="frozen"' in sheet
            assert "<v>30</v>" in sheet  # a number


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_who_has_no_centre_has_not_all_without_one_around_them(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    people = await friends(session, tosbelgi)
    mine, theirs = people.me.enrolment, people.far.enrolment
    mine.centre_id = theirs.centre_id = None
    await session.flush()
    me = await session.get_one(Person, mine.person_id)
    far = await session.get_one(Person, theirs.person_id)
    far.full_name = "Жолаушы Бейтаныс"
    await session.flush()
    around = (await known_around(session, tosbelgi, mine, me)).people
    assert "бейтаныс" not in around
