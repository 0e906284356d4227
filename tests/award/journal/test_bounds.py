"""What one entry and one journal hold at most."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.audit import record
from award.errors import Refusal
from award.journal.capture import attach
from award.journal.drafts import Change, start_draft
from award.journal.entries import WITHDRAWN_A_DAY, mend, withdraw
from award.programme import JournalBounds, Programme
from storage.tables import Entry, EntryState, Media, MediaKind
from tests.acting import acting
from tests.award.journal.diary import Diary, a_diary, message, photo

FEW = JournalBounds(files=3, alone=1, characters=100, versions=3, drafts=4, waiting=3)


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


async def test_what_telegram_shows_in_no_album_is_refused_beyond_its_bound(few: Diary) -> None:
    made = (await few.sends(message("жүгіру"))).entry
    at = acting(few.session, few.actor, few.now, few.programme)
    await attach(at, made.id, message(file=photo(1, MediaKind.VOICE)))
    with pytest.raises(Refusal, match="journal-alone-full"):
        await attach(at, made.id, message(file=photo(2, MediaKind.VIDEO_NOTE)))
    await attach(at, made.id, message(file=photo(3, MediaKind.VIDEO)))
    assert await _files(few, made.id) == 2


async def test_a_draft_begun_by_a_button_counts_as_any_other(few: Diary) -> None:
    for _ in range(FEW.drafts):
        few.now += timedelta(hours=1)
        await few.sends(message("жүгіру", at=few.now))
    at = acting(few.session, few.actor, few.now, few.programme)
    with pytest.raises(Refusal, match="journal-drafts-full"):
        await start_draft(at, Change(direction="sport"))


async def test_an_entry_is_corrected_only_so_often(few: Diary) -> None:
    entry = await few.sport()
    at = acting(few.session, few.actor, few.now, few.programme)
    for _ in range(FEW.versions - 1):
        await few.submits(entry)
        await withdraw(at, entry.id)
        entry = await mend(at, entry.id)
    await few.submits(entry)
    await withdraw(at, entry.id)
    with pytest.raises(Refusal, match="journal-versions-full"):
        await mend(at, entry.id)


async def test_so_many_entries_wait_for_a_mentor_and_no_more(few: Diary) -> None:
    for _ in range(FEW.waiting):
        await few.submits(await few.sport(10))
    one_more = await few.sport(10)
    with pytest.raises(Refusal, match="journal-waiting-full"):
        await few.submits(one_more)
    assert one_more.state is EntryState.DRAFT  # nothing of it is lost


async def test_an_entry_sent_and_taken_back_rings_only_so_often(few: Diary) -> None:
    at = acting(few.session, few.actor, few.now, few.programme)
    for _ in range(WITHDRAWN_A_DAY):
        await record(few.session, at.actor.id, "entry.withdrawn", "entry", 1, at.now)
    entry = await few.sport()
    await few.submits(entry)
    with pytest.raises(Refusal, match="refused-too-often"):
        await withdraw(at, entry.id)
