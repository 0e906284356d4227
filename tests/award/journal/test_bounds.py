"""What one entry and one journal hold at most."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import Refusal
from award.journal.capture import attach
from award.programme import JournalBounds, Programme
from storage.tables import Entry, Media
from tests.acting import acting
from tests.award.journal.diary import Diary, a_diary, message, photo

FEW = JournalBounds(files=3, characters=100, drafts=4)


@pytest.fixture
async def few(session: AsyncSession, tosbelgi: Programme) -> Diary:
    """A journal whose programme lets little into it."""
    return await a_diary(session, replace(tosbelgi, journal=FEW))


async def _files(diary: Diary, entry: int) -> int:
    found = select(func.count(Media.id)).where(Media.entry_id == entry)
    return await diary.session.scalar(found) or 0


async def test_files_beyond_the_bound_are_refused(few: Diary) -> None:
    made = (await few.sends(message("жүгіру", photo(1)))).entry
    at = acting(few.session, few.actor, few.now, few.programme)
    for number in range(2, FEW.files + 1):
        await attach(at, made.id, message(file=photo(number)))
    with pytest.raises(Refusal, match="journal-files-full"):
        await attach(at, made.id, message(file=photo(9)))
    assert await _files(few, made.id) == FEW.files
    # Words can still be said to it.
    await attach(at, made.id, message("тағы"))
    assert made.note.endswith("тағы")


async def test_a_piece_of_an_album_that_comes_again_is_no_file_more(few: Diary) -> None:
    pieces = [message(file=photo(number), album="a") for number in range(FEW.files)]
    for piece in (*pieces, *pieces):
        made = (await few.sends(piece)).entry
    assert await _files(few, made.id) == FEW.files
    with pytest.raises(Refusal, match="journal-files-full"):
        await few.sends(message(file=photo(9), album="a"))


async def test_words_beyond_the_bound_are_refused(few: Diary) -> None:
    made = (await few.sends(message("а" * 60))).entry
    at = acting(few.session, few.actor, few.now, few.programme)
    with pytest.raises(Refusal, match="journal-words-full"):
        await attach(at, made.id, message("б" * 60))
    assert made.note == "а" * 60
    with pytest.raises(Refusal, match="journal-words-long"):
        await few.answers(made, note="в" * (FEW.characters + 1))


async def test_a_text_too_long_for_the_draft_before_begins_another(few: Diary) -> None:
    first = (await few.sends(message("а" * 60))).entry
    second = (await few.sends(message("б" * 60, file=photo(1)))).entry
    assert second.id != first.id


async def test_drafts_beyond_the_bound_are_refused_and_not_kept(few: Diary) -> None:
    for _ in range(FEW.drafts):
        few.now += timedelta(hours=1)
        await few.sends(message("жүгіру", at=few.now))
    await few.session.commit()
    few.now += timedelta(hours=1)
    with pytest.raises(Refusal, match="journal-drafts-full"):
        await few.sends(message("жүгіру", at=few.now))
    await few.session.rollback()
    assert await few.session.scalar(select(func.count(Entry.id))) == FEW.drafts
