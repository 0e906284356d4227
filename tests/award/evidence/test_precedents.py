"""Findings follow the versions of their entries, and what was answered is not asked again (§9)."""

import datetime as dt
from dataclasses import replace
from itertools import permutations, product

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Scope
from award.findings.verdicts import judge
from award.findings.views import open_findings
from award.journal.entries import mend, withdraw
from award.outbox import NoticeKind
from award.programme import Programme
from award.review.decisions import approve, return_
from award.review.views import look
from storage.tables import (
    EnrolmentState,
    Entry,
    FindingVerdict,
    Media,
    MediaKind,
    RoleKind,
)
from tests.acting import acting
from tests.award.evidence.found import (
    Friends,
    approved,
    draft,
    findings,
    found,
    friends,
    judged,
    media_of,
    opened,
    sent,
    told,
)
from tests.award.journal.diary import NOW, message, photo


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


# --- drafts, versions, what was taken back


async def test_a_draft_is_told_of_when_it_is_sent(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await draft(world.me, 2)
    assert await found(world, new, old) == ()
    assert len(await findings(world.session)) == 1
    assert await told(world.session, world.mentor, NoticeKind.FINDING) == []
    await world.me.submits(entry)
    assert len(await opened(world, entry.id)) == 1
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
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
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert notice.details == {"entry": second.id}
    assert await told(world.session, world.other_mentor, NoticeKind.FINDING) == []


@pytest.mark.parametrize("corrected", [False, True], ids=["first", "correction"])
async def test_a_match_with_what_is_sent_later_is_told_although_another_was(
    world: Friends, corrected: bool
) -> None:
    _, [theirs] = await sent(world.friend, 3)
    unsent, [old] = await draft(world.far, 1)
    if corrected:
        await world.far.submits(unsent)
        unsent = await _with_another(world, unsent)
        _, old = await media_of(world.session, unsent)
    entry, [new, another] = await sent(world.me, 2, 4)
    assert await found(world, new, old) == ()
    [number] = await found(world, another, theirs)
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    notice.settled_at = NOW
    await judged(world, number, FindingVerdict.HONEST)
    await approve(acting(world.session, world.mentor, NOW), entry.id)
    await world.far.submits(unsent)
    _, notice = await told(world.session, world.mentor, NoticeKind.FINDING)
    assert (notice.details, notice.settled_at) == ({"entry": entry.id}, None)


async def _with_another(world: Friends, entry: Entry) -> Entry:
    """The far one's draft of the next version, with one more picture."""
    await withdraw(acting(world.session, world.far.actor, NOW), entry.id)
    again = await mend(acting(world.session, world.far.actor, NOW), entry.id)
    uid = f"of version {again.version}"
    world.session.add(
        Media(
            entry_id=again.id, kind=MediaKind.PHOTO, file_id=uid, file_unique_id=uid, message_id=99
        )
    )
    await world.session.flush()
    return again


async def test_what_was_told_is_not_told_again_when_the_other_is_mended(world: Friends) -> None:
    first, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    await found(world, new, old)
    [notice] = await told(world.session, world.mentor, NoticeKind.FINDING)
    notice.settled_at = NOW
    await return_(acting(world.session, world.mentor, NOW), first.id, reason="minutes")
    again = await mend(acting(world.session, world.friend.actor, NOW), first.id)
    await world.friend.submits(again)
    assert len(await told(world.session, world.mentor, NoticeKind.FINDING)) == 1


async def test_versions_of_one_entry_never_match(world: Friends) -> None:
    entry, [old] = await sent(world.me, 1)
    await return_(acting(world.session, world.mentor, NOW), entry.id, reason="minutes")
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
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
    await return_(acting(world.session, world.mentor, NOW), entry.id, reason="minutes")
    again, [new] = await sent(world.me, 1)
    await found(world, new, old)
    assert len(await opened(world, again.id)) == (0 if whose == "me" else 1)


async def test_what_is_taken_back_is_closed_and_open_again_when_mended(world: Friends) -> None:
    await sent(world.friend, 1)
    entry, _ = await sent(world.me, 1)
    [number] = await opened(world, entry.id)
    await withdraw(acting(world.session, world.me.actor, NOW), entry.id)
    assert await opened(world, entry.id) == ()
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    await world.me.submits(again)
    assert await opened(world, again.id) == (number,)
    assert len(await findings(world.session)) == 1
    await withdraw(acting(world.session, world.me.actor, NOW), again.id)
    assert await opened(world, again.id) == ()


async def test_a_correction_taken_back_leaves_the_finding_with_what_counts(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await approved(world, world.me, 2)
    [number] = await found(world, new, old)
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    await world.me.submits(again)
    assert (await opened(world, entry.id), await opened(world, again.id)) == ((), (number,))
    await withdraw(acting(world.session, world.me.actor, NOW), again.id)
    assert (await opened(world, entry.id), await opened(world, again.id)) == ((number,), ())


async def test_a_match_of_an_old_version_is_kept_on_the_one_that_stands(world: Friends) -> None:
    """Compared late, or anew by a better method."""
    earlier, [old] = await sent(world.friend, 1)
    await return_(acting(world.session, world.mentor, NOW), earlier.id, reason="minutes")
    entry, [new] = await sent(world.me, 2)
    await withdraw(acting(world.session, world.me.actor, NOW), entry.id)
    mine = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    theirs = await mend(acting(world.session, world.friend.actor, NOW), earlier.id)
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
        await return_(acting(world.session, world.mentor, NOW), entry.id, reason="minutes")
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    if verdict is FindingVerdict.REUSED:  # it did not come along, and is sent once more
        assert await media_of(world.session, again) == []
        uid = new.file_unique_id
        copy = Media(
            entry_id=again.id, kind=new.kind, file_id="2", file_unique_id=uid, message_id=9
        )
        world.session.add(copy)
    await world.me.submits(again)
    await withdraw(acting(world.session, world.friend.actor, NOW), first.id)
    theirs = await mend(acting(world.session, world.friend.actor, NOW), first.id)
    await world.friend.submits(theirs)
    [mine], [other] = await media_of(world.session, again), await media_of(world.session, theirs)
    for one, two in product((new, mine), (old, other)):
        assert await found(world, one, two) == ()
        assert await found(world, two, one) == ()
    assert await opened(world, again.id) == ()
    card = await look(acting(world.session, world.mentor, NOW), again.id)
    codes = {warning.code for warning in card.warnings}
    assert codes == ({"finding-reused"} if verdict is FindingVerdict.REUSED else set())


async def test_the_same_bytes_sent_anew_in_a_mended_entry_are_not_asked_again(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await sent(world.me, 2)
    new.sha256 = "b" * 64
    [number] = await found(world, new, old)
    await judged(world, number, FindingVerdict.HONEST)
    await return_(acting(world.session, world.mentor, NOW), entry.id, reason="minutes")
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
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
    asked = await open_findings(acting(world.session, world.other_mentor), theirs.id)
    assert asked == (before, after)


async def test_what_a_substitute_said_of_an_event_is_the_mentors_word_too(world: Friends) -> None:
    _, theirs = await sent(world.friend, 1, 2)
    entry, mine = await sent(world.me, 3, 4)
    [number] = await found(world, mine[0], theirs[0])
    scope = Scope(RoleKind.MENTOR, instead_of=world.mentor.id)
    substitute = replace(world.other_mentor, roles=(scope,))
    await judge(acting(world.session, substitute, NOW), number, FindingVerdict.SHARED_EVENT)
    assert await found(world, mine[1], theirs[1]) == ()
    assert await opened(world, entry.id) == ()
    _, [later] = await sent(world.friend, 5)
    assert await found(world, later, mine[0]) == ()
