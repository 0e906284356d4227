"""Where a piece was seen before is kept once, on the later entry, and told when it may be seen."""

import asyncio
from functools import partial
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import delete, event, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from award.evidence.comparison import MOST, Match, keep_media_findings
from award.evidence.examination import keep_examined, next_unexamined
from award.evidence.queue import neighbours, next_uncompared
from award.evidence.telling import TOGETHER
from award.journal.drafts import discard
from award.outbox import NoticeKind
from award.profile.erasure import erase
from award.programme import Programme
from award.retention.enrolments import erased_with_words, forget_journals_of
from award.review.decisions import approve, approve_all
from award.review.queue import clean_entries
from award.review.views import look
from evidence.files import Examined
from evidence.inspect import Looked, Part
from storage.database import Database
from storage.tables import (
    EssayFingerprint,
    Finding,
    FindingKind,
    FindingVerdict,
    Fingerprint,
    Media,
    MediaKind,
    Review,
)
from tests.acting import acting
from tests.award.evidence.found import (
    AREA,
    WHOLE,
    Friends,
    approved,
    draft,
    findings,
    found,
    friends,
    judged,
    opened,
    sent,
    told,
)
from tests.award.journal.diary import NOW, message, photo


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


# --- the very same file


async def test_the_same_file_is_found_as_it_is_sent_and_its_mentor_is_told(
    world: Friends,
) -> None:
    first, [old] = await approved(world, world.me, 1)
    second, [new] = await sent(world.me, 1)
    [finding] = await findings(world.session)
    assert (finding.entry_id, finding.media_id) == (second.id, new.id)
    assert (finding.other_entry_id, finding.other_media_id) == (first.id, old.id)
    assert (finding.kind, finding.score) == (FindingKind.FILE, 1.0)
    assert await opened(world, second.id) == (finding.id,)
    assert await opened(world, first.id) == ()
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert notice.details == {"entry": second.id}
    card = await look(acting(world.session, world.mentor, NOW), second.id)
    assert [(warning.code, warning.details) for warning in card.warnings] == [
        ("finding", {"count": 1})
    ]


async def test_many_files_take_as_many_statements_as_few(world: Friends) -> None:
    """Each file was sent before by two others, and one of them sends theirs after all."""
    taken = {}
    for files in (range(2), range(2, 14)):
        await sent(world.far, *files)
        waits, _ = await draft(world.friend, *files)
        entry, _ = await draft(world.me, *files)
        for diary, each in ((world.me, entry), (world.friend, waits)):
            statements: list[str] = []
            engine = world.session.get_bind().engine
            note = partial(_note, statements)
            event.listen(engine, "before_cursor_execute", note)
            await diary.submits(each)
            await world.session.flush()
            event.remove(engine, "before_cursor_execute", note)
            taken[diary.actor.id, len(files)] = len(statements)
        assert len(await opened(world, entry.id)) == 2 * len(files)
    me, friend = world.me.actor.id, world.friend.actor.id
    assert [taken[me, 12], taken[friend, 12]] == [taken[me, 2], taken[friend, 2]]
    assert max(taken.values()) <= 45


def _note(statements: list[str], *executed: Any) -> None:
    statements.append(executed[2])


async def test_the_same_voice_of_a_friend_is_found(world: Friends) -> None:
    for diary in (world.me, world.friend):
        voice = photo(3, MediaKind.VOICE)
        made = await diary.sends(message("жүгіру", voice), directions=("sport",), minutes=30)
        await diary.submits(made.entry)
    [finding] = await findings(world.session)
    assert finding.kind is FindingKind.FILE


async def test_the_same_bytes_under_another_id_are_found_when_they_are_known(
    world: Friends,
) -> None:
    _, [old] = await sent(world.far, 1)
    entry, [new] = await sent(world.me, 2)
    assert await findings(world.session) == []
    old.sha256 = new.sha256 = "a" * 64
    [number] = await keep_media_findings(world.session, new.id, (), NOW)
    assert await opened(world, entry.id) == (number,)
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert notice.details == {"entry": entry.id}


async def test_one_file_sent_everywhere_is_shown_a_few_times_only(world: Friends) -> None:
    for _ in range(MOST + 3):
        await sent(world.me, 1, minutes=10)
    *_, last = await findings(world.session)
    assert len(await opened(world, last.entry_id)) == MOST


async def test_entries_with_findings_are_not_approved_with_all_others(world: Friends) -> None:
    clean, _ = await sent(world.me, 1)
    warned, _ = await sent(world.me, 1)
    session, number = world.session, world.me.enrolment.id
    ids, total = await clean_entries(acting(session, world.mentor, NOW), number)
    assert (ids, total) == ((clean.id,), 2)
    done = await approve_all(acting(session, world.mentor, NOW), number, up_to=warned.id)
    assert done == (clean.id,)


async def test_a_text_alone_asks_nothing_of_findings(world: Friends, database: Database) -> None:
    entry = await world.me.sport()
    statements: list[str] = []
    event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda _c, _u, statement, *_: statements.append(statement),
    )
    await world.me.submits(entry)
    await look(acting(world.session, world.mentor, NOW), entry.id)
    assert statements
    assert not [each for each in statements if "finding" in each or "fingerprint" in each]


# --- what the matching process reports


async def test_a_match_is_kept_on_the_later_entry_and_told(world: Friends) -> None:
    first, [old] = await sent(world.friend, 1)
    second, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    [finding] = await findings(world.session)
    assert (finding.id, finding.entry_id, finding.other_entry_id) == (number, second.id, first.id)
    assert finding.details["edits"] == ["mirrored", "cropped"]
    assert finding.details["area"] == WHOLE
    await world.session.refresh(new)
    assert new.compared_at == NOW
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert (notice.details, notice.due_at) == ({"entry": second.id}, NOW)


async def test_a_match_seen_from_the_earlier_one_is_the_same_turned_round(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    second, [new] = await sent(world.me, 2)
    await found(world, old, new)
    [finding] = await findings(world.session)
    assert (finding.entry_id, finding.details["area"]) == (second.id, AREA)
    assert finding.details["other_area"] == WHOLE
    assert finding.details["edits"] == ["mirrored", "framed"]


async def test_whatever_the_order_of_reports_each_pair_is_kept_once_on_the_later(
    world: Friends,
) -> None:
    entries = [await sent(diary, n) for n, diary in enumerate((world.me, world.friend, world.far))]
    files = [media for _, [media] in entries]
    expected = {(files[2].id, files[0].id), (files[2].id, files[1].id), (files[1].id, files[0].id)}
    both_ways = list(permutations(range(3), 2))
    for order in [both_ways, both_ways[::-1], both_ways[1::2] + both_ways, both_ways * 2]:
        new = [number for a, b in order for number in await found(world, files[a], files[b])]
        rows = await findings(world.session)
        assert {(each.media_id, each.other_media_id) for each in rows} == expected
        assert sorted(new) == sorted(each.id for each in rows)
        await world.session.execute(delete(Finding))


async def test_of_an_album_seen_twice_the_better_match_is_kept(world: Friends) -> None:
    _, album = await sent(world.friend, 1, 2, 3)
    _, [new] = await sent(world.me, 4)
    seen = [Match(FindingKind.PHOTO, m.id, None, 0.5 + n / 10, {}) for n, m in enumerate(album)]
    await keep_media_findings(world.session, new.id, seen, NOW)
    [finding] = await findings(world.session)
    assert (finding.other_media_id, finding.score) == (album[2].id, 0.7)


async def test_several_findings_within_a_minute_are_told_in_one_message(world: Friends) -> None:
    _, [first] = await sent(world.friend, 1)
    _, [second] = await sent(world.far, 2)
    entry, [one, two, three] = await sent(world.me, 3, 4, 5)
    await found(world, one, first)
    await found(world, two, second, now=NOW + TOGETHER / 2)
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    notice.settled_at = NOW
    await found(world, three, first, now=NOW + TOGETHER / 2)
    await found(world, three, second, now=NOW + TOGETHER / 2)
    _, after = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert (after.details, after.due_at) == ({"entry": entry.id}, NOW + TOGETHER)


async def test_a_file_that_is_gone_is_nothing(world: Friends) -> None:
    entry, [mine] = await draft(world.me, 1)
    _, [other] = await sent(world.friend, 2)
    gone = mine.id
    await discard(acting(world.session, world.me.actor, NOW), entry.id)
    seen = [Match(FindingKind.PHOTO, other.id, None, 0.9, {})]
    assert await keep_media_findings(world.session, gone, seen, NOW) == ()
    seen = [Match(FindingKind.PHOTO, gone, None, 0.9, {})]
    assert await keep_media_findings(world.session, other.id, seen, NOW) == ()
    assert await findings(world.session) == []


async def test_two_comparisons_at_once_keep_a_pair_once(world: Friends, database: Database) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    await world.session.commit()

    async def compare(one: Media, two: Media) -> tuple[int, ...]:
        async with database.transaction() as session:
            return await found(world.on(session), one, two)

    work = [compare(new, old), compare(old, new), compare(new, old), compare(old, new)]
    results = await asyncio.wait_for(asyncio.gather(*work), 60)
    [finding] = await findings(world.session)
    assert sorted(results) == [(), (), (), (finding.id,)]


async def test_comparing_sending_and_deciding_at_once_wait_for_nobody_forever(
    world: Friends, database: Database
) -> None:
    first, [old] = await sent(world.me, 1)
    waiting, [new] = await draft(world.me, 1)
    await world.session.commit()

    async def submitting() -> None:
        async with database.transaction() as session:
            await world.me.on(session).submits(waiting)

    async def deciding() -> None:
        async with database.transaction() as session:
            await approve(acting(session, world.mentor, NOW), first.id)

    async def comparing() -> None:
        async with database.transaction() as session:
            await found(world.on(session), new, old)

    work = [submitting(), deciding(), comparing(), comparing()]
    await asyncio.wait_for(asyncio.gather(*work), 60)
    [finding] = await findings(world.session)
    assert await opened(world, waiting.id) == (finding.id,)


# --- the queue, and what is near


async def test_the_queue_gives_what_was_examined_last_first(world: Friends) -> None:
    _, [one, two, three] = await sent(world.me, 1, 2, 3)
    assert await next_uncompared(world.session) is None
    one.examined_at = two.examined_at = NOW
    two.method = 7
    await world.session.flush()
    first = await next_uncompared(world.session)
    assert first is not None
    assert (first.media_id, first.method) == (two.id, 7)
    second = await next_uncompared(world.session, but=[two.id])
    assert second is not None
    assert (second.media_id, second.method) == (one.id, None)
    await keep_media_findings(world.session, one.id, (), NOW)
    assert await next_uncompared(world.session, but=[two.id]) is None
    assert three.compared_at is None


async def test_near_are_own_pictures_and_those_of_the_same_mentor(world: Friends) -> None:
    _, [mine] = await sent(world.me, 1)
    _, [older] = await sent(world.me, 2)
    _, [friends_] = await sent(world.friend, 3)
    _, [far] = await sent(world.far, 4)
    _, [bare] = await sent(world.friend, 5)
    for media in (mine, older, friends_, far):
        media.method = 1
    await world.session.flush()
    assert bare.method is None
    assert await neighbours(world.session, mine.id) == (friends_.id, older.id)
    assert await neighbours(world.session, far.id) == ()
    assert await neighbours(world.session, 987_654) == ()


# --- what is deleted


async def _with_fingerprints(world: Friends, media: Media) -> None:
    world.session.add_all(
        [
            Fingerprint(media_id=media.id, part=0, method=1, codes=b"1", details=b"2"),
            EssayFingerprint(entry_id=media.entry_id, method=1, codes=b"3"),
        ]
    )
    await world.session.flush()


async def test_a_discarded_draft_leaves_no_evidence(world: Friends) -> None:
    entry, [mine] = await draft(world.me, 1)
    _, [other] = await sent(world.friend, 2)
    await _with_fingerprints(world, mine)
    await found(world, mine, other)
    await discard(acting(world.session, world.me.actor, NOW), entry.id)
    await world.session.commit()
    for table in (Finding, Fingerprint, EssayFingerprint):
        assert (await world.session.scalars(select(table))).all() == []


async def test_what_is_erased_is_found_no_more_and_decisions_on_others_stay(
    world: Friends,
) -> None:
    _, [theirs] = await sent(world.friend, 1)
    entry, [mine] = await sent(world.me, 1)
    await _with_fingerprints(world, theirs)
    [number] = await opened(world, entry.id)
    await judged(world, number, FindingVerdict.REUSED)
    _, [next_] = await sent(world.friend, 2)
    await found(world, next_, mine)
    await erase(acting(world.session, world.friend.actor, NOW))
    await forget_journals_of(world.session, erased_with_words(), NOW)
    await world.session.commit()
    for table in (Finding, Fingerprint, EssayFingerprint):
        assert (await world.session.scalars(select(table))).all() == []
    review = (await world.session.scalars(select(Review))).one()
    assert (review.entry_id, review.reason) == (entry.id, "reused")


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_who_is_erased_while_their_picture_is_looked_at_is_erased(
    world: Friends, database: Database
) -> None:
    """Whatever others are just writing down of it goes too."""
    _, [theirs] = await sent(world.friend, 1)
    _, [mine] = await sent(world.me, 2)
    await world.session.commit()
    mine_id = mine.id

    async def compared(session: AsyncSession) -> None:
        await found(world.on(session), theirs, mine)

    async def examined(session: AsyncSession) -> None:
        file = await next_unexamined(session, but=[mine_id])
        assert file is not None
        parts = (Part(0, b"1", b"2"),)
        looked = Looked(Examined(), parts, 1)
        await keep_examined(session, file, looked, world.programme, NOW)

    for writing in (compared, examined):
        async with database.sessions() as session, database.sessions() as other:
            await writing(session)
            erasing = asyncio.create_task(_try_to_erase(world, other))
            while not await world.session.scalar(_WAITS) and not erasing.done():
                await world.session.rollback()
            await world.session.rollback()
            await session.commit()
            await erasing
    async with database.transaction() as session:
        await _erase(world, session)
    for table in (Finding, Fingerprint):
        assert (await world.session.scalars(select(table))).all() == []


_WAITS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def _try_to_erase(world: Friends, session: AsyncSession) -> None:
    """And think better of it."""
    await _erase(world, session)
    await session.rollback()


async def _erase(world: Friends, session: AsyncSession) -> None:
    await erase(acting(session, world.friend.actor, NOW))
    await forget_journals_of(session, erased_with_words(), NOW)
