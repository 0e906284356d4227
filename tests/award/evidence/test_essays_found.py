"""Essays that were seen before: who had the words first, and what a verdict answers (§9)."""

import datetime as dt

import pytest
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import NotAllowed
from award.evidence.comparison import Match, keep_essay_findings
from award.evidence.queue import UnreadEssay, keep_essay, next_uncompared_essay, next_unread_essay
from award.findings.views import Quoted, finding_of, open_findings
from award.journal.capture import attach
from award.journal.entries import mend
from award.outbox import NoticeKind
from award.programme import Programme
from award.review.decisions import return_
from storage.tables import (
    EnrolmentState,
    Entry,
    EntryState,
    EssayFingerprint,
    Finding,
    FindingKind,
    FindingVerdict,
    MediaKind,
)
from tests.acting import acting
from tests.award.evidence.found import Friends, findings, friends, judged, told
from tests.award.journal.diary import NOW, Diary, message, photo

OWN = ("Абай жолы туралы ойым мынадай: кітап маған қатты ұнады. " * 12).strip()
COPIED = ("Романның басты кейіпкері Абайдың балалық шағы суреттеледі. " * 12).strip().strip()


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


async def essay(diary: Diary, words: str, book: int = 0) -> Entry:
    diary.now += dt.timedelta(hours=1)
    made = await diary.sends(message(words, at=diary.now), directions=("reading",))
    code = diary.programme.books[book].code
    entry = await diary.answers(made.entry, direction="reading", book=code)
    await diary.submits(entry)
    return entry


async def mended(world: Friends, diary: Diary, entry: Entry, words: str) -> Entry:
    if entry.state is EntryState.SUBMITTED:
        await return_(acting(world.session, world.mentor, NOW), entry.id, reason="note_short")
    again = await mend(acting(world.session, diary.actor, NOW), entry.id)
    await diary.answers(again, note=words)
    await diary.submits(again)
    return again


async def seen(world: Friends, entry: Entry, other: Entry, share: float = 0.5) -> tuple[int, ...]:
    match = Match(FindingKind.ESSAY, None, other.id, share, {"passages": [[0, 7, 11, 20]]})
    return await keep_essay_findings(world.session, entry.id, [match], NOW)


async def test_a_copy_is_kept_on_the_later_essay_once_and_told(world: Friends) -> None:
    first, second = await essay(world.friend, COPIED), await essay(world.me, COPIED + OWN)
    [number] = await seen(world, second, first)
    assert await seen(world, first, second) == ()
    [finding] = await findings(world.session)
    assert (finding.id, finding.entry_id, finding.other_entry_id) == (number, second.id, first.id)
    assert (finding.kind, finding.score, finding.media_id) == (FindingKind.ESSAY, 0.5, None)
    assert await open_findings(acting(world.session, world.mentor), second.id) == (number,)
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert notice.details == {"entry": second.id}


async def test_whose_consent_has_ended_is_not_quoted_though_it_was_judged(world: Friends) -> None:
    first, second = await essay(world.friend, COPIED), await essay(world.me, COPIED + OWN)
    [number] = await seen(world, second, first)
    await judged(world, number, FindingVerdict.REUSED)
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert card.passages
    world.friend.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert (card.passages, card.other.note, bool(card.entry.note)) == ((), "", True)


async def test_the_passages_are_quoted_from_both(world: Friends) -> None:
    first, second = await essay(world.friend, COPIED), await essay(world.me, OWN)
    for one, two in ((second, first), (first, second)):
        [number] = await seen(world, one, two)
        card = await finding_of(acting(world.session, world.mentor, NOW), number)
        mine, theirs = (OWN[:7], COPIED[11:20]) if one is second else (OWN[11:20], COPIED[:7])
        assert card.passages == (Quoted(mine, theirs),)
        assert (card.entry.note, card.other.note) == (OWN, COPIED)
        assert (card.may_share, card.entry.media_id) == (False, None)
        await world.session.execute(delete(Finding))


async def test_of_an_essay_out_of_scope_only_the_passages_are_read(world: Friends) -> None:
    first, second = await essay(world.far, COPIED), await essay(world.me, OWN)
    [number] = await seen(world, second, first)
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert (card.other_name, card.other.note) == (None, "")
    assert card.passages == (Quoted(OWN[:7], COPIED[11:20]),)


async def test_an_essay_waits_to_be_fingerprinted_then_to_be_compared(world: Friends) -> None:
    one, two = await essay(world.me, OWN), await essay(world.friend, COPIED)
    session = world.session
    assert await next_uncompared_essay(session) is None
    first = await next_unread_essay(session, 1)
    assert first == UnreadEssay(two.id, COPIED)
    second = await next_unread_essay(session, 1, but=[two.id])
    assert second == UnreadEssay(one.id, OWN)
    for entry in (one, two):
        await keep_essay(session, entry.id, 1, b"codes")
    assert await next_unread_essay(session, 1) is None
    assert await next_uncompared_essay(session) == two.id
    await keep_essay_findings(session, two.id, (), NOW)
    assert await next_uncompared_essay(session) == one.id
    assert await next_uncompared_essay(session, but=[one.id]) is None


async def test_after_an_upgrade_an_essay_is_fingerprinted_and_compared_anew(
    world: Friends,
) -> None:
    entry = await essay(world.me, OWN)
    session = world.session
    await keep_essay(session, entry.id, 1, b"old")
    await keep_essay_findings(session, entry.id, (), NOW)
    before = (await session.scalars(select(EssayFingerprint.id))).one()
    assert await next_unread_essay(session, 2) == UnreadEssay(entry.id, OWN)
    await keep_essay(session, entry.id, 2, b"new")
    await keep_essay(session, entry.id, 2, b"again")
    row = (await session.scalars(select(EssayFingerprint))).one()
    assert (row.method, row.codes, row.compared_at) == (2, b"new", None)
    assert row.id > before
    await keep_essay(session, 987_654, 2, b"gone")
    assert await next_uncompared_essay(session) == entry.id


async def test_words_added_to_an_essay_that_was_sent_are_compared_too(world: Friends) -> None:
    entry = await essay(world.me, OWN)
    session = world.session
    await keep_essay(session, entry.id, 1, b"codes")
    await keep_essay_findings(session, entry.id, (), NOW)
    await attach(acting(session, world.me.actor, NOW), entry.id, message(COPIED))
    assert await next_unread_essay(session, 1) == UnreadEssay(entry.id, f"{OWN}\n{COPIED}")


async def test_a_review_without_words_is_no_essay(world: Friends) -> None:
    voice = photo(5, MediaKind.VOICE)
    made = await world.me.sends(message("", voice), directions=("reading",))
    code = world.programme.books[0].code
    await world.me.answers(made.entry, direction="reading", book=code)
    await world.me.submits(made.entry)
    assert await next_unread_essay(world.session, 9) is None


async def test_who_had_the_words_first_is_not_flagged_for_mending_theirs(world: Friends) -> None:
    first, copy = await essay(world.friend, COPIED), await essay(world.me, COPIED)
    [number] = await seen(world, copy, first, 1.0)
    same = await mended(world, world.friend, first, COPIED)
    assert await seen(world, same, copy, 1.0) == ()
    better = await mended(world, world.friend, same, COPIED + " Түзетілді.")
    assert await seen(world, better, copy, 0.97) == ()
    [finding] = await findings(world.session)
    assert (finding.id, finding.entry_id, finding.other_entry_id) == (number, copy.id, same.id)


async def test_words_put_into_a_later_version_came_later(world: Friends) -> None:
    first = await essay(world.me, OWN)
    other = await essay(world.friend, COPIED)
    again = await mended(world, world.me, first, COPIED)
    await seen(world, again, other, 1.0)
    [finding] = await findings(world.session)
    assert (finding.entry_id, finding.other_entry_id) == (again.id, other.id)


async def test_honest_is_asked_again_only_when_much_more_of_it_matches(world: Friends) -> None:
    first, mine = await essay(world.friend, COPIED), await essay(world.me, OWN)
    [number] = await seen(world, mine, first, 0.3)
    await judged(world, number, FindingVerdict.HONEST)
    typo = await mended(world, world.me, mine, OWN + " Түзетілді.")
    assert await seen(world, typo, first, 0.38) == ()
    more = await mended(world, world.me, typo, OWN + COPIED)
    assert len(await seen(world, more, first, 0.5)) == 1


@pytest.mark.parametrize("changed", [True, False])
async def test_a_reused_essay_sent_again_warns_and_a_changed_one_is_asked_about(
    world: Friends, changed: bool
) -> None:
    first, mine = await essay(world.friend, COPIED), await essay(world.me, f"{COPIED} \n")
    [number] = await seen(world, mine, first, 1.0)
    result = await judged(world, number, FindingVerdict.REUSED)
    assert (result.returned, mine.state) == (True, EntryState.RETURNED)
    again = await mended(world, world.me, mine, COPIED + OWN if changed else COPIED)
    assert len(await seen(world, again, first, 0.6)) == changed
    card = await world.look(again)
    codes = {warning.code for warning in card.warnings}
    assert codes == {"finding" if changed else "finding-reused"}


async def test_an_essay_is_no_shared_event(world: Friends) -> None:
    first, mine = await essay(world.friend, COPIED), await essay(world.me, COPIED)
    [number] = await seen(world, mine, first, 1.0)
    with pytest.raises(NotAllowed):
        await judged(world, number, FindingVerdict.SHARED_EVENT)


async def test_an_unjudged_essay_follows_to_a_version_with_the_same_words(
    world: Friends,
) -> None:
    first, mine = await essay(world.friend, COPIED), await essay(world.me, COPIED)
    [number] = await seen(world, mine, first, 1.0)
    again = await mended(world, world.me, mine, COPIED)
    assert await open_findings(acting(world.session, world.mentor), again.id) == (number,)
    assert await open_findings(acting(world.session, world.mentor), mine.id) == ()
