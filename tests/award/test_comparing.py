"""Where a piece was seen before is kept once, on the later entry, and told when it may be seen."""

import asyncio
import datetime as dt
from itertools import permutations, product

import pytest
from sqlalchemy import delete, event, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.comparing import (
    MOST,
    NOTICE,
    TOGETHER,
    Seen,
    keep_media_findings,
)
from award.drafts import discard
from award.entry_card import look
from award.erasure import erase
from award.findings import open_findings
from award.journal import mend, withdraw
from award.programme import Programme
from award.review import approve, approve_all, clean_entries, return_
from award.uncompared import neighbours, next_uncompared
from storage.database import Database
from storage.tables import (
    EnrolmentState,
    EssayFingerprint,
    Finding,
    FindingKind,
    FindingVerdict,
    Fingerprint,
    Media,
    MediaKind,
    Review,
)
from tests.award.diary import NOW, message, photo
from tests.award.found import (
    AREA,
    WHOLE,
    Friends,
    approved,
    draft,
    findings,
    found,
    friends,
    judged,
    media_of,
    sent,
    told,
)


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


async def opened(world: Friends, entry_id: int) -> tuple[int, ...]:
    return await open_findings(world.session, world.mentor, entry_id)


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
    [notice] = await told(world.session, world.mentor, NOTICE)
    assert notice.details == {"entry": second.id}
    card = await look(world.session, world.mentor, second.id, world.programme, NOW)
    assert [(doubt.code, doubt.details) for doubt in card.doubts] == [("finding", {"count": 1})]


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
    [notice] = await told(world.session, world.mentor, NOTICE)
    assert notice.details == {"entry": entry.id}


async def test_one_file_sent_everywhere_is_shown_a_few_times_only(world: Friends) -> None:
    for _ in range(MOST + 3):
        await sent(world.me, 1, minutes=10)
    *_, last = await findings(world.session)
    assert len(await opened(world, last.entry_id)) == MOST


async def test_entries_with_findings_are_not_approved_with_all_others(world: Friends) -> None:
    clean, _ = await sent(world.me, 1)
    doubtful, _ = await sent(world.me, 1)
    session, number = world.session, world.me.enrolment.id
    ids, total = await clean_entries(session, world.mentor, number, world.programme, NOW)
    assert (ids, total) == ((clean.id,), 2)
    done = await approve_all(session, world.mentor, number, world.programme, NOW, up_to=doubtful.id)
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
    await look(world.session, world.mentor, entry.id, world.programme, NOW)
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
    [notice] = await told(world.session, world.mentor, NOTICE)
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
    seen = [Seen(FindingKind.PHOTO, m.id, None, 0.5 + n / 10, {}) for n, m in enumerate(album)]
    await keep_media_findings(world.session, new.id, seen, NOW)
    [finding] = await findings(world.session)
    assert (finding.other_media_id, finding.score) == (album[2].id, 0.7)


async def test_several_findings_within_a_minute_are_told_in_one_message(world: Friends) -> None:
    _, [first] = await sent(world.friend, 1)
    _, [second] = await sent(world.far, 2)
    entry, [one, two, three] = await sent(world.me, 3, 4, 5)
    await found(world, one, first)
    await found(world, two, second, now=NOW + TOGETHER / 2)
    [notice] = await told(world.session, world.mentor, NOTICE)
    notice.settled_at = NOW
    await found(world, three, first, now=NOW + TOGETHER / 2)
    await found(world, three, second, now=NOW + TOGETHER / 2)
    _, after = await told(world.session, world.mentor, NOTICE)
    assert (after.details, after.due_at) == ({"entry": entry.id}, NOW + TOGETHER)


async def test_a_file_that_is_gone_is_nothing(world: Friends) -> None:
    entry, [mine] = await draft(world.me, 1)
    _, [other] = await sent(world.friend, 2)
    gone = mine.id
    await discard(world.session, world.me.actor, entry.id, NOW)
    seen = [Seen(FindingKind.PHOTO, other.id, None, 0.9, {})]
    assert await keep_media_findings(world.session, gone, seen, NOW) == ()
    seen = [Seen(FindingKind.PHOTO, gone, None, 0.9, {})]
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
            await approve(session, world.mentor, first.id, NOW)

    async def comparing() -> None:
        async with database.transaction() as session:
            await found(world.on(session), new, old)

    work = [submitting(), deciding(), comparing(), comparing()]
    await asyncio.wait_for(asyncio.gather(*work), 60)
    [finding] = await findings(world.session)
    assert await opened(world, waiting.id) == (finding.id,)


# --- drafts, versions, what was taken back


async def test_a_draft_is_told_of_when_it_is_sent(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await draft(world.me, 2)
    assert await found(world, new, old) == ()
    assert len(await findings(world.session)) == 1
    assert await told(world.session, world.mentor, NOTICE) == []
    await world.me.submits(entry)
    assert len(await opened(world, entry.id)) == 1
    [notice] = await told(world.session, world.mentor, NOTICE)
    assert notice.details == {"entry": entry.id}


async def test_of_what_came_earlier_but_was_sent_later_the_later_ones_mentor_is_told(
    world: Friends,
) -> None:
    first, [old] = await draft(world.far, 1)
    second, [new] = await sent(world.me, 2)
    assert await found(world, new, old) == ()
    assert await opened(world, second.id) == ()
    await world.far.submits(first)
    assert len(await opened(world, second.id)) == 1
    [notice] = await told(world.session, world.mentor, NOTICE)
    assert notice.details == {"entry": second.id}
    assert await told(world.session, world.other_mentor, NOTICE) == []


async def test_what_was_told_is_not_told_again_when_the_other_is_mended(world: Friends) -> None:
    first, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    await found(world, new, old)
    [notice] = await told(world.session, world.mentor, NOTICE)
    notice.settled_at = NOW
    await return_(world.session, world.mentor, first.id, NOW, reason="minutes")
    again = await mend(world.session, world.friend.actor, first.id, NOW)
    await world.friend.submits(again)
    assert len(await told(world.session, world.mentor, NOTICE)) == 1


async def test_versions_of_one_entry_never_match(world: Friends) -> None:
    entry, [old] = await sent(world.me, 1)
    await return_(world.session, world.mentor, entry.id, NOW, reason="minutes")
    again = await mend(world.session, world.me.actor, entry.id, NOW)
    await world.me.sends(message("", photo(2)), directions=())
    [kept] = await media_of(world.session, again)
    extra = Media(
        entry_id=again.id,
        kind=MediaKind.PHOTO,
        file_id="x",
        file_unique_id="x",
        message_id=77,
    )
    world.session.add(extra)
    await world.session.flush()
    await world.me.submits(again)
    for one, two in permutations((old, kept, extra), 2):
        await found(world, one, two)
    assert await findings(world.session) == []


@pytest.mark.parametrize("whose", ["me", "friend"])
async def test_only_the_own_file_of_a_returned_entry_may_be_sent_again(
    world: Friends, whose: str
) -> None:
    entry, [old] = await sent(getattr(world, whose), 1)
    await return_(world.session, world.mentor, entry.id, NOW, reason="minutes")
    again, [new] = await sent(world.me, 1)
    await found(world, new, old)
    assert len(await opened(world, again.id)) == (0 if whose == "me" else 1)


async def test_what_is_taken_back_is_closed_and_open_again_when_mended(world: Friends) -> None:
    await sent(world.friend, 1)
    entry, _ = await sent(world.me, 1)
    [number] = await opened(world, entry.id)
    await withdraw(world.session, world.me.actor, entry.id, NOW)
    assert await opened(world, entry.id) == ()
    again = await mend(world.session, world.me.actor, entry.id, NOW)
    await world.me.submits(again)
    assert await opened(world, again.id) == (number,)
    assert len(await findings(world.session)) == 1
    await withdraw(world.session, world.me.actor, again.id, NOW)
    assert await opened(world, again.id) == ()


async def test_a_correction_taken_back_leaves_the_finding_with_what_counts(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await approved(world, world.me, 2)
    [number] = await found(world, new, old)
    again = await mend(world.session, world.me.actor, entry.id, NOW)
    await world.me.submits(again)
    assert (await opened(world, entry.id), await opened(world, again.id)) == ((), (number,))
    await withdraw(world.session, world.me.actor, again.id, NOW)
    assert (await opened(world, entry.id), await opened(world, again.id)) == ((number,), ())


async def test_a_match_of_an_old_version_is_kept_on_the_one_that_stands(world: Friends) -> None:
    """Compared late, or anew by a better method."""
    earlier, [old] = await sent(world.friend, 1)
    await return_(world.session, world.mentor, earlier.id, NOW, reason="minutes")
    entry, [new] = await sent(world.me, 2)
    await withdraw(world.session, world.me.actor, entry.id, NOW)
    mine = await mend(world.session, world.me.actor, entry.id, NOW)
    theirs = await mend(world.session, world.friend.actor, earlier.id, NOW)
    await world.me.submits(mine)
    await world.friend.submits(theirs)
    [copy] = await media_of(world.session, mine)
    [number] = await found(world, new, old)
    for one, two in product((new, copy), (old, (await media_of(world.session, theirs))[0])):
        assert await found(world, one, two) == ()
        assert await found(world, two, one) == ()
    [finding] = await findings(world.session)
    assert (finding.entry_id, finding.other_entry_id) == (mine.id, theirs.id)
    assert await opened(world, mine.id) == (number,)


async def test_nothing_is_shown_of_another_whose_consent_has_ended(world: Friends) -> None:
    await sent(world.friend, 1)
    entry, _ = await sent(world.me, 1)
    assert len(await opened(world, entry.id)) == 1
    world.friend.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    assert await opened(world, entry.id) == ()


# --- what a verdict answers


@pytest.mark.parametrize("verdict", [FindingVerdict.HONEST, FindingVerdict.REUSED])
async def test_the_same_pair_is_never_asked_again(world: Friends, verdict: FindingVerdict) -> None:
    first, [old] = await sent(world.friend, 1)
    entry, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    await judged(world, number, verdict)
    if verdict is FindingVerdict.HONEST:
        await return_(world.session, world.mentor, entry.id, NOW, reason="minutes")
    again = await mend(world.session, world.me.actor, entry.id, NOW)
    if verdict is FindingVerdict.REUSED:  # it did not come along, and is sent once more
        assert await media_of(world.session, again) == []
        uid = new.file_unique_id
        copy = Media(
            entry_id=again.id, kind=new.kind, file_id="2", file_unique_id=uid, message_id=9
        )
        world.session.add(copy)
    await world.me.submits(again)
    await withdraw(world.session, world.friend.actor, first.id, NOW)
    theirs = await mend(world.session, world.friend.actor, first.id, NOW)
    await world.friend.submits(theirs)
    [mine], [other] = await media_of(world.session, again), await media_of(world.session, theirs)
    for one, two in product((new, mine), (old, other)):
        assert await found(world, one, two) == ()
        assert await found(world, two, one) == ()
    assert await opened(world, again.id) == ()
    card = await look(world.session, world.mentor, again.id, world.programme, NOW)
    codes = {doubt.code for doubt in card.doubts}
    assert codes == ({"finding-reused"} if verdict is FindingVerdict.REUSED else set())


async def test_the_same_bytes_sent_anew_in_a_mended_entry_are_not_asked_again(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await sent(world.me, 2)
    new.sha256 = "b" * 64
    [number] = await found(world, new, old)
    await judged(world, number, FindingVerdict.HONEST)
    await return_(world.session, world.mentor, entry.id, NOW, reason="minutes")
    again = await mend(world.session, world.me.actor, entry.id, NOW)
    extra = Media(
        entry_id=again.id,
        kind=MediaKind.DOCUMENT,
        file_id="x",
        file_unique_id="x",
        message_id=77,
        sha256="b" * 64,
    )
    world.session.add(extra)
    await world.session.flush()
    await world.me.submits(again)
    assert await found(world, extra, old) == ()
    assert await opened(world, again.id) == ()


async def test_a_third_entry_with_the_same_picture_is_asked_about(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    await judged(world, number, FindingVerdict.HONEST)
    third, [latest] = await sent(world.me, 3)
    assert len(await found(world, latest, old)) == 1
    assert len(await opened(world, third.id)) == 1


async def test_a_shared_event_is_asked_once(world: Friends) -> None:
    _, theirs = await sent(world.friend, 1, 2)
    entry, mine = await sent(world.me, 3, 4)
    other_day, [later] = await sent(world.me, 5, happened_on=dt.date(2026, 3, 17))
    [one] = await found(world, mine[0], theirs[0])
    [two] = await found(world, mine[1], theirs[1])
    [three] = await found(world, later, theirs[0])
    _, [before] = await sent(world.friend, 7, happened_on=dt.date(2026, 3, 17))
    [four] = await found(world, before, mine[0])
    result = await judged(world, one, FindingVerdict.SHARED_EVENT)
    assert (result.left, result.returned) == ((), False)
    assert await opened(world, other_day.id) == (three,)
    rows = {each.id: each.verdict for each in await findings(world.session)}
    assert rows == {
        one: FindingVerdict.SHARED_EVENT,
        two: FindingVerdict.SHARED_EVENT,
        three: None,
        four: None,
    }
    _, [third] = await sent(world.friend, 6)
    assert await found(world, third, mine[0]) == ()
    assert await found(world, mine[0], third) == ()
    assert await opened(world, entry.id) == ()
    assert len(await found(world, before, mine[1])) == 1


async def test_another_mentor_is_asked_about_the_event_too(world: Friends) -> None:
    _, [far] = await sent(world.far, 1)
    _, [mine] = await sent(world.me, 2)
    theirs, [again, once_more] = await sent(world.far, 3, 4)
    [number] = await found(world, mine, far)
    [before] = await found(world, again, mine)
    await judged(world, number, FindingVerdict.SHARED_EVENT)
    [after] = await found(world, once_more, mine)
    asked = await open_findings(world.session, world.other_mentor, theirs.id)
    assert asked == (before, after)


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
    await discard(world.session, world.me.actor, entry.id, NOW)
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
    await erase(world.session, world.friend.actor, NOW)
    await world.session.commit()
    for table in (Finding, Fingerprint, EssayFingerprint):
        assert (await world.session.scalars(select(table))).all() == []
    review = (await world.session.scalars(select(Review))).one()
    assert (review.entry_id, review.reason) == (entry.id, "reused")
