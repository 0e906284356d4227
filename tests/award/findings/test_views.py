"""What staff see of a finding, and who may (programme.md §7, §9)."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.errors import NotAllowed, TooLate
from award.findings.verdicts import judge
from award.findings.views import finding_of, open_findings
from award.journal.entries import withdraw
from award.outbox import NoticeKind
from award.programme import Programme
from award.review.decisions import reject
from award.staff.roles import hand_over
from storage.tables import (
    Centre,
    EnrolmentState,
    EntryState,
    FindingVerdict,
    MediaKind,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.evidence.found import (
    AREA,
    WHOLE,
    Friends,
    approved,
    draft,
    findings,
    flagged,
    found,
    friends,
    judged,
    recorded,
    sent,
    told,
)
from tests.award.journal.diary import NOW, TODAY

VERDICTS = tuple(FindingVerdict)


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


# --- the card


async def test_the_card_has_both_pictures_and_what_was_done(world: Friends) -> None:
    first, [_, old] = await sent(world.friend, 1, 2, happened_on=dt.date(2026, 3, 17))
    second, [_, _, new] = await sent(world.me, 3, 4, 5)
    [number] = await found(world, new, old)
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert (card.edits, card.area, card.other_area) == (
        ("mirrored", "cropped"),
        tuple(map(tuple, WHOLE)),
        tuple(map(tuple, AREA)),
    )
    mine, theirs = card.entry, card.other
    assert (mine.entry_id, mine.file_id, mine.number, mine.count) == (second.id, "file-5", 3, 3)
    assert (theirs.entry_id, theirs.file_id, theirs.number, theirs.count) == (
        first.id,
        "file-2",
        2,
        2,
    )
    assert (mine.day, theirs.day) == (TODAY, dt.date(2026, 3, 17))
    assert (mine.media_kind, mine.direction, card.score) == (MediaKind.PHOTO, "sport", 0.9)
    assert (card.name, card.other_name) == ("Сейтова Аружан Серікқызы", "Ахметов Данияр")
    assert (card.own, card.may_share, card.may_judge, card.open) == (False, True, True, True)
    assert (card.state, card.verdict) == (EntryState.SUBMITTED, None)
    assert await recorded(world, "finding.seen") == [(world.mentor.id, number)]


async def test_the_other_is_named_only_within_the_readers_scope(world: Friends) -> None:
    _, [far] = await sent(world.far, 1)
    _, [mine] = await sent(world.me, 2)
    [number] = await found(world, mine, far)
    operator = Actor(world.expert.id, 13, "kk", None, (Scope(RoleKind.OPERATOR),))
    names = {}
    for reader in (world.mentor, world.expert, operator):
        card = await finding_of(acting(world.session, reader, NOW), number)
        assert card.other.file_id == "file-1"
        assert card.may_judge is (reader is world.mentor)
        names[reader.roles[0].kind] = card.other_name
    assert names == {
        RoleKind.MENTOR: None,
        RoleKind.EXPERT: None,
        RoleKind.OPERATOR: "Алыс Досжан",
    }


async def test_whose_consent_has_ended_is_not_seen_though_it_was_judged(world: Friends) -> None:
    number = await flagged(world)
    await judge(acting(world.session, world.mentor, NOW), number, FindingVerdict.HONEST)
    world.friend.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    for reader in (world.mentor, world.expert):
        card = await finding_of(acting(world.session, reader, NOW), number)
        assert (card.verdict, card.other_name) == (FindingVerdict.HONEST, None)
        assert (card.entry.file_id, card.other.file_id) == ("file-2", None)


async def test_of_two_own_entries_it_says_so(world: Friends) -> None:
    _, [old] = await sent(world.me, 1)
    _, [new] = await sent(world.me, 2)
    [number] = await found(world, new, old)
    card = await finding_of(acting(world.session, world.mentor, NOW), number)
    assert (card.own, card.may_share) == (True, False)


async def test_nobody_else_looks_or_judges(world: Friends) -> None:
    number = await flagged(world)
    [finding] = await findings(world.session)
    former = replace(world.mentor, roles=())
    own_mentor = replace(world.me.actor, roles=(Scope(RoleKind.MENTOR),))
    others = (world.me.actor, own_mentor, world.friend.actor, world.far.actor, former)
    for other in (*others, world.other_mentor):
        with pytest.raises(NotAllowed):
            await finding_of(acting(world.session, other, NOW), number)
        with pytest.raises(NotAllowed):
            await open_findings(acting(world.session, other), finding.entry_id)
    for other in (*others, world.other_mentor, world.expert):
        for verdict in VERDICTS:
            with pytest.raises(NotAllowed):
                await judge(acting(world.session, other, NOW), number, verdict)
    with pytest.raises(NotAllowed):
        await judge(acting(world.session, world.mentor, NOW), 987_654, FindingVerdict.HONEST)
    with pytest.raises(NotAllowed):
        await finding_of(acting(world.session, world.mentor, NOW), 987_654)
    world.me.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    with pytest.raises(NotAllowed):
        await judge(acting(world.session, world.mentor, NOW), number, FindingVerdict.HONEST)


async def test_a_finding_of_a_draft_is_no_business_of_the_mentor(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    entry, [new] = await draft(world.me, 2)
    await found(world, new, old)
    [finding] = await findings(world.session)
    for act in (
        finding_of(acting(world.session, world.mentor, NOW), finding.id),
        open_findings(acting(world.session, world.mentor), entry.id),
    ):
        with pytest.raises(NotAllowed):
            await act
    with pytest.raises(TooLate):
        await judge(acting(world.session, world.mentor, NOW), finding.id, FindingVerdict.REUSED)
    assert entry.state is EntryState.DRAFT


@pytest.mark.parametrize("verdict", VERDICTS)
async def test_what_was_taken_back_meanwhile_is_too_late(
    world: Friends, verdict: FindingVerdict
) -> None:
    number = await flagged(world)
    [finding] = await findings(world.session)
    await withdraw(acting(world.session, world.friend.actor, NOW), finding.other_entry_id)
    with pytest.raises(TooLate):
        await judge(acting(world.session, world.mentor, NOW), number, verdict)
    with pytest.raises(TooLate):
        await finding_of(acting(world.session, world.mentor, NOW), number)


# --- another mentor


async def test_who_takes_participants_over_is_told_of_what_nobody_judged(world: Friends) -> None:
    session = world.session
    centre = Centre(name="Жас", region="KZ-75", place="Алматы")
    session.add(centre)
    await session.flush()
    await session.execute(update(Role).values(centre_id=centre.id))
    _, [old] = await sent(world.friend, 1)
    waiting, [new, other] = await sent(world.me, 2, 3)
    approved_, [counted] = await approved(world, world.me, 4)
    declined, [gone] = await sent(world.me, 5)
    for media in (new, counted, gone):
        await found(world, media, old)
    [number] = await found(world, other, counted)
    await judged(world, number, FindingVerdict.HONEST)
    await reject(acting(session, world.mentor, NOW), declined.id, reason="not_done")
    role = await session.scalar(select(Role.id).where(Role.person_id == world.mentor.id))
    assert role is not None
    operator = replace(world.expert, roles=(Scope(RoleKind.OPERATOR),))
    assert await hand_over(acting(session, operator, NOW), role, world.other_mentor.id) == 2
    notices = await told(session, world.other_mentor, NoticeKind.FINDING)
    assert [each.details["entry"] for each in notices] == [waiting.id, approved_.id]
    assert len(await open_findings(acting(session, world.other_mentor), approved_.id)) == 1
