"""What the mentor's word on a finding does, and when the expert is told (programme.md §9)."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import NotAllowed, TooLate
from award.findings.verdicts import AlreadyJudged, judge
from award.findings.views import finding_of, open_findings
from award.journal.drafts import Change
from award.journal.entries import mend
from award.mentoring.tasks import set_task
from award.outbox import NoticeKind
from award.programme import Programme
from award.progress.current import situation
from award.review.decisions import approve, reject
from award.review.outcome import Reused, decision
from storage.database import Database
from storage.tables import (
    EntryState,
    FindingVerdict,
    Mark,
    MarkKind,
    MediaKind,
    Review,
    Role,
    RoleKind,
    TaskState,
    Verdict,
)
from tests.acting import acting
from tests.award.evidence.found import (
    Friends,
    approved,
    draft,
    findings,
    flagged,
    found,
    friends,
    judged,
    media_of,
    recorded,
    sent,
    told,
)
from tests.award.journal.diary import NOW, TODAY

VERDICTS = tuple(FindingVerdict)


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


# --- honest


async def test_honest_is_kept_and_leaves_the_entry_as_it_is(world: Friends) -> None:
    number = await flagged(world)
    result = await judged(world, number, FindingVerdict.HONEST)
    assert (result.returned, result.reopened, result.left) == (False, False, ())
    assert result.entry.state is EntryState.SUBMITTED
    [finding] = await findings(world.session)
    assert (finding.verdict, finding.decided_by, finding.decided_at) == (
        FindingVerdict.HONEST,
        world.mentor.id,
        NOW,
    )
    assert await recorded(world, "finding.honest") == [(world.mentor.id, number)]
    assert await told(world.session, world.me.actor, "entry-decided") == []
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert (card.verdict, card.open, card.may_judge) == (FindingVerdict.HONEST, False, False)


async def test_what_is_left_comes_best_first(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [far] = await sent(world.far, 2)
    entry, mine = await sent(world.me, 3, 4, 2)
    [weak] = await found(world, mine[0], old, 0.6)
    [strong] = await found(world, mine[1], far, 0.95)
    same, *rest = await open_findings(acting(world.session, world.mentor), entry.id)
    assert rest == [strong, weak]
    result = await judged(world, strong, FindingVerdict.HONEST)
    assert result.left == (same, weak)


# --- reused


async def test_reused_returns_the_entry_in_kind_words_and_names_the_photo(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [far] = await sent(world.far, 9)
    entry, mine = await sent(world.me, 2, 3, 4)
    [number] = await found(world, mine[1], old)
    [other] = await found(world, mine[2], far)
    result = await judged(world, number, FindingVerdict.REUSED)
    assert (result.returned, result.reopened, result.marked, result.left) == (
        True,
        False,
        False,
        (),
    )
    assert (entry.state, entry.decided_at) == (EntryState.RETURNED, NOW)
    review = (await world.session.scalars(select(Review))).one()
    assert (review.verdict, review.reason, review.comment, review.by) == (
        Verdict.RETURNED,
        "reused",
        None,
        world.mentor.id,
    )
    [notice] = await told(world.session, world.me.actor, "entry-decided")
    assert notice.details == {"entry": entry.id}
    said = await decision(acting(world.session, world.me.actor, NOW), entry.id)
    assert said.reused == (Reused(MediaKind.PHOTO, 2),)
    rows = {each.id: (each.verdict, each.decided_at) for each in await findings(world.session)}
    assert rows == {number: (FindingVerdict.REUSED, NOW), other: (None, NOW)}
    with pytest.raises(AlreadyJudged) as late:
        await judged(world, other, FindingVerdict.REUSED)
    assert late.value.key == "finding-already-closed"
    assert await recorded(world, "entry.returned") == [(world.mentor.id, entry.id)]


async def test_of_a_single_photo_no_number_is_named(world: Friends) -> None:
    number = await flagged(world)
    entry = (await judged(world, number, FindingVerdict.REUSED)).entry
    said = await decision(acting(world.session, world.me.actor, NOW), entry.id)
    assert said.reused == (Reused(MediaKind.PHOTO),)


async def test_what_was_closed_with_a_decision_is_asked_of_the_mended_entry(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [far] = await sent(world.far, 9)
    entry, mine = await sent(world.me, 2, 3)
    [number] = await found(world, mine[0], old)
    [other] = await found(world, mine[1], far)
    await judged(world, number, FindingVerdict.REUSED)
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    await world.me.submits(again)
    assert await open_findings(acting(world.session, world.mentor), again.id) == (other,)


async def test_what_was_closed_is_asked_of_the_same_picture_under_another_id(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [far] = await sent(world.far, 9)
    entry, mine = await sent(world.me, 2, 3)
    mine[1].sha256 = "c" * 64
    [number] = await found(world, mine[0], old)
    await found(world, mine[1], far)
    await judged(world, number, FindingVerdict.REUSED)
    again = await mend(acting(world.session, world.me.actor, NOW), entry.id)
    *_, copy = await media_of(world.session, again)
    copy.file_unique_id = "sent anew"
    await world.me.submits(again)
    assert len(await found(world, copy, far)) == 1


async def test_reused_takes_an_approval_back(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    session, mentor, programme = world.session, world.mentor, world.programme
    number = world.me.enrolment.id
    task = await set_task(acting(session, mentor, NOW, programme), number, "sport", "Жүзу", TODAY)
    entry, [new] = await draft(world.me, 2)
    await world.me.answers(entry, **Change(task_id=task.id).given())
    await world.me.submits(entry)
    await approve(acting(session, mentor, NOW), entry.id)
    session.add(
        Mark(enrolment_id=number, direction="sport", kind=MarkKind.COMPLETE, by=mentor.id, at=NOW)
    )
    await session.flush()
    assert await minutes(world) == 30
    [finding] = await found(world, new, old)
    [notice] = await told(session, mentor, NoticeKind.FINDING)
    assert notice.details == {"entry": entry.id}
    result = await judged(world, finding, FindingVerdict.REUSED)
    assert (result.returned, result.reopened, result.marked) == (True, True, True)
    assert entry.state is EntryState.RETURNED
    assert task.state is TaskState.OPEN
    assert await minutes(world) == 0
    review = (await session.scalars(select(Review))).one()
    assert (review.entry_id, review.verdict) == (entry.id, Verdict.RETURNED)
    codes = ("entry.approved", "entry.returned")
    assert await recorded(world, *codes) == [(mentor.id, entry.id)] * 2


async def minutes(world: Friends) -> int:
    """What this week counts in sport."""
    stands = await situation(acting(world.session, world.me.actor, NOW))
    assert stands is not None
    assert stands.progress is not None
    return stands.progress.direction("sport").minutes_this_week


async def test_an_approval_that_a_correction_hides_is_taken_back_with_it(
    world: Friends,
) -> None:
    _, [old] = await sent(world.friend, 1)
    first, [new] = await approved(world, world.me, 2)
    second = await mend(acting(world.session, world.me.actor, NOW), first.id)
    await world.me.submits(second)
    [number] = await found(world, new, old)
    result = await judged(world, number, FindingVerdict.REUSED)
    assert (result.entry.id, result.reopened) == (second.id, True)
    assert (first.state, second.state) == (EntryState.RETURNED, EntryState.RETURNED)
    assert await minutes(world) == 0
    assert [each.details for each in await told(world.session, world.me.actor, "entry-decided")][
        1:
    ] == [{"entry": second.id}]


async def test_what_is_declined_already_stays_so(world: Friends) -> None:
    number = await flagged(world)
    [finding] = await findings(world.session)
    await reject(acting(world.session, world.mentor, NOW), finding.entry_id, reason="not_done")
    result = await judged(world, number, FindingVerdict.REUSED)
    assert (result.returned, result.reopened) == (False, False)
    assert result.entry.state is EntryState.REJECTED
    assert len(await told(world.session, world.me.actor, "entry-decided")) == 1


async def test_the_participant_is_never_told_whom_it_matched(world: Friends) -> None:
    number = await flagged(world)
    await judged(world, number, FindingVerdict.REUSED)
    for notice in await told(world.session, world.me.actor, "entry-decided"):
        assert notice.details.keys() == {"entry"}
    for kind in (NoticeKind.FINDING, NoticeKind.PATTERN):
        for person in (world.me.actor, world.friend.actor):
            assert await told(world.session, person, kind) == []


# --- a shared event


async def test_a_shared_event_is_of_two_people(world: Friends) -> None:
    _, [old] = await sent(world.me, 1)
    _, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    with pytest.raises(NotAllowed):
        await judged(world, number, FindingVerdict.SHARED_EVENT)


# --- one verdict


async def test_a_second_verdict_is_told_of_the_first(world: Friends) -> None:
    number = await flagged(world)
    await judged(world, number, FindingVerdict.HONEST)
    for verdict in VERDICTS:
        with pytest.raises(AlreadyJudged) as late:
            await judged(world, number, verdict)
        assert (late.value.verdict, late.value.details["own"]) == (FindingVerdict.HONEST, "true")


async def test_of_two_verdicts_at_once_exactly_one_wins(world: Friends, database: Database) -> None:
    number = await flagged(world)
    await world.session.commit()

    async def say(verdict: FindingVerdict) -> FindingVerdict:
        async with database.transaction() as session:
            return (await judge(acting(session, world.mentor, NOW), number, verdict)).verdict

    work = [say(verdict) for verdict in (*VERDICTS, FindingVerdict.REUSED)]
    results = await asyncio.wait_for(asyncio.gather(*work, return_exceptions=True), 60)
    won = [each for each in results if isinstance(each, FindingVerdict)]
    assert len(won) == 1
    assert sum(isinstance(each, AlreadyJudged) for each in results) == len(work) - 1
    [finding] = await findings(world.session)
    assert finding.verdict is won[0]
    reviews = (await world.session.scalars(select(Review))).all()
    assert len(reviews) == (won[0] is FindingVerdict.REUSED)


async def test_judging_approving_and_mending_at_once_wait_for_nobody_forever(
    world: Friends, database: Database
) -> None:
    _, [old] = await sent(world.friend, 1)
    first, [new] = await approved(world, world.me, 2)
    second = await mend(acting(world.session, world.me.actor, NOW), first.id)
    [number] = await found(world, new, old)
    await world.session.commit()

    async def judging() -> None:
        async with database.transaction() as session:
            await judge(acting(session, world.mentor, NOW), number, FindingVerdict.REUSED)

    async def sending() -> None:
        async with database.transaction() as session:
            await world.me.on(session).submits(second)

    async def comparing() -> None:
        async with database.transaction() as session:
            [copy] = await media_of(session, second)
            await found(world.on(session), copy, old)

    work = [judging(), sending(), comparing(), judging()]
    results = await asyncio.wait_for(asyncio.gather(*work, return_exceptions=True), 60)
    assert [each for each in results if each is not None and not isinstance(each, TooLate)] == []
    [finding] = await findings(world.session)
    assert finding.verdict is FindingVerdict.REUSED
    await world.session.refresh(first)
    assert first.state is EntryState.RETURNED


# --- a pattern


async def test_the_expert_is_told_of_each_third_entry_confirmed(world: Friends) -> None:
    counts = []
    for number in range(1, 8):
        _, album = await sent(world.friend, 10 * number, 10 * number + 1)
        _, mine = await sent(world.me, 10 * number + 2, 10 * number + 3, minutes=10)
        [one] = await found(world, mine[0], album[0])
        await judged(world, one, FindingVerdict.REUSED)
        [late] = await found(world, mine[1], album[1])
        await judged(world, late, FindingVerdict.REUSED)
        counts.append(len(await told(world.session, world.expert, NoticeKind.PATTERN)))
    assert counts == [0, 0, 1, 1, 1, 2, 2]
    notice, _ = await told(world.session, world.expert, NoticeKind.PATTERN)
    assert notice.details == {"enrolment": world.me.enrolment.id}


async def test_of_a_mentor_without_an_expert_the_operators_are_told(world: Friends) -> None:
    session = world.session
    await session.execute(update(Role).values(reports_to=None))
    role = Role(person_id=world.far.actor.id, kind=RoleKind.OPERATOR, since=NOW)
    session.add(role)
    for number in range(1, 4):
        _, [old] = await sent(world.friend, 10 * number)
        _, [new] = await sent(world.me, 10 * number + 1, minutes=10)
        [finding] = await found(world, new, old)
        await judged(world, finding, FindingVerdict.REUSED)
    assert len(await told(session, world.far.actor, NoticeKind.PATTERN)) == 1
    assert await told(session, world.expert, NoticeKind.PATTERN) == []


async def test_honest_ones_are_no_pattern(world: Friends) -> None:
    for number in range(1, 5):
        _, [old] = await sent(world.friend, 10 * number)
        _, [new] = await sent(world.me, 10 * number + 1, minutes=10)
        [finding] = await found(world, new, old)
        await judged(world, finding, FindingVerdict.HONEST)
    assert await told(world.session, world.expert, NoticeKind.PATTERN) == []
