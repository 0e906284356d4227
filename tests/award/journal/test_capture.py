import asyncio
import datetime as dt
from itertools import permutations

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import NotFound, TooLate
from award.journal.capture import SentFile, attach, captured_before
from award.journal.drafts import discard
from award.programme import Programme
from award.progress.participation import JournalClosed
from storage.database import Database
from storage.tables import (
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    MediaKind,
    Outbox,
    Plan,
    PlanItem,
    PlanState,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, TODAY, Diary, a_diary, message, photo


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    return await a_diary(session, tosbelgi)


async def _entries(session: AsyncSession) -> list[Entry]:
    return list(await session.scalars(select(Entry).order_by(Entry.id)))


async def test_a_message_becomes_a_draft_with_what_its_words_say(diary: Diary) -> None:
    made = await diary.sends(message("жүгіру 40 мин"), directions=("sport",), minutes=40)
    entry = made.entry
    assert (entry.state, entry.direction, entry.minutes) == (EntryState.DRAFT, "sport", 40)
    assert (entry.note, entry.happened_on) == ("жүгіру 40 мин", TODAY)
    assert made.lacking == ()


async def test_the_three_times_are_kept_apart(diary: Diary) -> None:
    yesterday = NOW - dt.timedelta(days=1)
    made = await diary.sends(message("кеше", at=yesterday), happened=dt.date(2026, 3, 15))
    await diary.session.commit()
    kept = await diary.session.get_one(Entry, made.entry.id)
    assert kept.happened_on == dt.date(2026, 3, 15)
    assert (kept.sent_at, kept.received_at) == (yesterday, NOW)


async def test_what_was_sent_yesterday_happened_yesterday(diary: Diary) -> None:
    made = await diary.sends(message("жүгіру", at=NOW - dt.timedelta(days=1)))
    assert made.entry.happened_on == dt.date(2026, 3, 17)


@pytest.mark.parametrize(
    ("words", "file"), [("жүгіру 40 мин", None), ("", photo()), ("сурет", photo())]
)
async def test_the_same_message_again_is_the_same_entry(
    diary: Diary, words: str, file: SentFile | None
) -> None:
    sent = message(words, file)
    for _ in range(3):
        made = await diary.sends(sent)
        await diary.session.commit()
        assert made.entry.note == words
        assert len(made.media) == (file is not None)
    assert len(await _entries(diary.session)) == 1


async def test_a_picture_that_joined_words_joins_them_once(diary: Diary) -> None:
    words, picture = message("жүгіру 40 мин"), message("", photo())
    for sent in (words, picture, picture):
        await diary.sends(sent)
        await diary.session.commit()
    assert len(await _entries(diary.session)) == 1
    assert await diary.session.scalar(select(func.count()).select_from(Media)) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_an_album_in_any_order_is_one_entry(diary: Diary, order: tuple[int, ...]) -> None:
    pieces = [message("жүгіру" if n == 0 else "", photo(n), album="a") for n in range(3)]
    for number in (*order, order[0]):
        words = {"directions": ("sport",), "minutes": 40} if number == 0 else {}
        await diary.sends(pieces[number], **words)
        await diary.session.commit()
    (entry,) = await _entries(diary.session)
    assert (entry.note, entry.direction, entry.minutes) == ("жүгіру", "sport", 40)
    media = list(await diary.session.scalars(select(Media).order_by(Media.message_id)))
    assert [each.message_id for each in media] == [piece.message_id for piece in pieces]


async def test_pieces_of_an_album_at_once_are_one_entry(diary: Diary, database: Database) -> None:
    pieces = [message("", photo(n), album="a") for n in range(6)]

    async def send(number: int) -> None:
        async with database.sessions.begin() as session:
            await diary.on(session).sends(pieces[number])

    await asyncio.gather(*map(send, [0, 1, 2, 3, 4, 5, 5, 0]))
    (entry,) = await _entries(diary.session)
    count = await diary.session.scalar(
        select(func.count()).select_from(Media).where(Media.entry_id == entry.id)
    )
    assert count == len(pieces)


async def test_an_album_gets_one_card_after_its_last_piece(diary: Diary) -> None:
    for number in range(3):
        diary.now = NOW + dt.timedelta(milliseconds=400 * number)
        await diary.sends(message("", photo(number), album="a"))
        await diary.session.commit()
    (card,) = await diary.session.scalars(select(Outbox))
    assert (card.kind, card.person_id) == ("draft-card", diary.actor.id)
    assert card.due_at == diary.now + dt.timedelta(seconds=1)


async def test_a_late_piece_is_added_while_nothing_is_decided(diary: Diary) -> None:
    first = await diary.sends(
        message("жүгіру", photo(1), album="a"), directions=("sport",), minutes=40
    )
    await diary.submits(first.entry)
    late = await diary.sends(message("", photo(2), album="a"))
    assert late.entry.id == first.entry.id
    assert len(late.media) == 2
    first.entry.state = EntryState.APPROVED
    with pytest.raises(TooLate) as refused:
        await diary.sends(message("", photo(3), album="a"))
    assert refused.value.key == "journal-piece-late"


async def test_albums_of_two_people_with_the_same_id_stay_apart(diary: Diary) -> None:
    await diary.sends(message("", photo(1), album="a"))
    diary.actor, diary.stranger = diary.stranger, diary.actor
    await diary.sends(message("", photo(1), album="a"))
    assert len(await _entries(diary.session)) == 2


async def test_words_after_a_picture_without_any_complete_it(diary: Diary) -> None:
    picture = await diary.sends(message("", photo()))
    words = await diary.sends(message("жүгіру 40 мин"), directions=("sport",), minutes=40)
    assert words.entry.id == picture.entry.id
    assert (words.entry.direction, words.entry.minutes) == ("sport", 40)
    assert words.entry.note == "жүгіру 40 мин"


async def test_a_picture_after_words_joins_them(diary: Diary) -> None:
    words = await diary.sends(message("жүгіру 40 мин"))
    picture = await diary.sends(message("", photo()))
    assert picture.entry.id == words.entry.id
    assert len(picture.media) == 1


async def test_what_belongs_apart_stays_apart(diary: Diary) -> None:
    later = NOW + dt.timedelta(minutes=6)
    for sent in (
        message("жүгіру 40 мин"),
        message("домбыра 30 мин"),
        message("сурет", photo(1)),
        message("", photo(2)),
        message("", photo(3)),
        message("сөз", at=later),
        message("басқаның сөзі", at=later, forwarded=True),
    ):
        await diary.sends(sent)
    assert len(await _entries(diary.session)) == 7


async def test_a_long_text_that_telegram_cut_is_one_entry(diary: Diary) -> None:
    first = await diary.sends(message("а" * 4096))
    second = await diary.sends(message("б" * 100))
    assert second.entry.id == first.entry.id
    assert second.entry.note == "а" * 4096 + "\n" + "б" * 100


async def test_a_forwarded_message_is_marked_so(diary: Diary) -> None:
    made = await diary.sends(message("марафон", forwarded=True))
    assert made.entry.note == "↪️ марафон"


async def test_only_directions_of_the_participant_are_taken(diary: Diary) -> None:
    made = await diary.sends(message("жүгіру"), directions=("chess", "talent"))
    assert made.entry.direction == "talent"


async def test_a_picture_without_words_takes_the_plans_activity(diary: Diary) -> None:
    plan = Plan(
        enrolment_id=diary.enrolment.id,
        version=1,
        state=PlanState.AGREED,
        made_by=diary.mentor.id,
        made_at=NOW,
    )
    diary.session.add(plan)
    await diary.session.flush()
    diary.session.add(
        PlanItem(
            plan_id=plan.id,
            direction="sport",
            activity="running",
            weekdays=[0],
            minutes=60,
            starts_on=TODAY,
        )
    )
    made = await diary.sends(message("", photo()))
    assert made.entry.action is None
    assert (await diary.answers(made.entry, direction="sport")).action == "running"
    assert (await diary.answers(made.entry, direction="talent")).action is None


@pytest.mark.parametrize("kind", list(MediaKind))
async def test_every_kind_of_file_is_kept(diary: Diary, kind: MediaKind) -> None:
    made = await diary.sends(message("", photo(7, kind, "video/mp4")))
    await diary.session.commit()
    (kept,) = await diary.session.scalars(select(Media).where(Media.entry_id == made.entry.id))
    assert (kept.kind, kept.file_id, kept.file_unique_id) == (kind, "file-7", "unique-7")


CLOSED = {
    EnrolmentState.DRAFT: "draft",
    EnrolmentState.AWAITING_REPRESENTATIVE: "awaiting-representative",
    EnrolmentState.SUBMITTED: "submitted",
    EnrolmentState.PLANNING: "plan-draft",
    EnrolmentState.PAUSED: "paused",
    EnrolmentState.COMPLETE: "complete",
    EnrolmentState.REFUSED: "refused",
    EnrolmentState.WITHDRAWN: "withdrawn",
}


@pytest.mark.parametrize("state", [s for s in EnrolmentState if s is not EnrolmentState.ACTIVE])
async def test_a_closed_journal_says_why(diary: Diary, state: EnrolmentState) -> None:
    enrolment = await diary.session.merge(diary.enrolment)
    enrolment.state = state
    with pytest.raises(JournalClosed) as closed:
        await diary.sends(message("жүгіру 40 мин"))
    assert closed.value.key == f"journal-closed-{CLOSED[state]}"
    assert await _entries(diary.session) == []


@pytest.mark.parametrize("state", [PlanState.PROPOSED, PlanState.AGREED])
async def test_a_closed_journal_tells_whose_turn_the_plan_is(
    diary: Diary, state: PlanState
) -> None:
    diary.enrolment.state = EnrolmentState.PLANNING
    diary.session.add(
        Plan(
            enrolment_id=diary.enrolment.id,
            version=1,
            state=state,
            made_by=diary.mentor.id,
            made_at=NOW,
        )
    )
    with pytest.raises(JournalClosed) as closed:
        await diary.sends(message("жүгіру 40 мин"))
    assert closed.value.key == f"journal-closed-plan-{state}"


async def test_one_without_an_application_is_told_to_apply(diary: Diary) -> None:
    diary.actor = diary.mentor
    with pytest.raises(JournalClosed) as closed:
        await diary.sends(message("жүгіру 40 мин"))
    assert closed.value.key == "journal-closed-none"


async def test_files_are_added_only_to_own_undecided_entries(diary: Diary) -> None:
    entry = (await diary.sends(message("жүгіру"))).entry
    more = message("", photo())
    for _ in range(2):
        await attach(acting(diary.session, diary.actor, NOW), entry.id, more)
    assert await diary.session.scalar(select(func.count()).select_from(Media)) == 1
    for other in (diary.stranger, diary.mentor):
        with pytest.raises(NotFound):
            await attach(acting(diary.session, other, NOW), entry.id, message("", photo(2)))
    entry.state = EntryState.RETURNED
    with pytest.raises(TooLate):
        await attach(acting(diary.session, diary.actor, NOW), entry.id, message("", photo(3)))


async def test_other_pieces_follow_an_album_added_to_a_draft(diary: Diary) -> None:
    entry = (await diary.sends(message("жүгіру"))).entry
    await attach(
        acting(diary.session, diary.actor, NOW), entry.id, message("", photo(1), album="a")
    )
    second = await diary.sends(message("", photo(2), album="a"))
    assert second.entry.id == entry.id
    assert len(second.media) == 2


async def test_the_entry_of_a_message_is_found_again(diary: Diary) -> None:
    words, piece = message("жүгіру"), message("", photo(), album="a")
    for sent in (words, piece):
        made = await diary.sends(sent)
        found = await captured_before(acting(diary.session, diary.actor), sent.message_id)
        assert found is not None
        assert found.id == made.entry.id
        assert await captured_before(acting(diary.session, diary.stranger), sent.message_id) is None


async def test_a_discarded_draft_leaves_nothing(diary: Diary) -> None:
    entry = (await diary.sends(message("жүгіру", photo()))).entry
    for other in (diary.stranger, diary.mentor):
        with pytest.raises(NotFound):
            await discard(acting(diary.session, other, NOW), entry.id)
    await discard(acting(diary.session, diary.actor, NOW), entry.id)
    assert await _entries(diary.session) == []
    assert await diary.session.scalar(select(func.count()).select_from(Media)) == 0
