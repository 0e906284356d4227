import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.errors import NotAllowed, Refusal, TooLate
from award.journal.entries import mend, withdraw
from award.programme import Programme
from award.review import queue
from award.review.decisions import (
    LONGEST_COMMENT,
    AlreadyDecided,
    approve,
    approve_all,
    reject,
    return_,
)
from award.review.outcome import decision
from award.review.queue import clean_entries, next_pending, pending
from award.review.views import look
from storage.database import Database
from storage.tables import (
    Audit,
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    Outbox,
    Review,
    RoleKind,
    Verdict,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, Diary, a_diary, message, photo

ESSAY = "Абай жолы туралы ойым. " * 30
LATER = NOW + dt.timedelta(days=2)


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    made = await a_diary(session, tosbelgi)
    return replace(made, mentor=a_mentor(made.mentor))


def a_mentor(actor: Actor) -> Actor:
    return replace(actor, roles=(Scope(RoleKind.MENTOR),))


async def sent(diary: Diary, minutes: int = 40, **answers: object) -> Entry:
    """An entry of sport that waits for the mentor."""
    entry = await diary.sport(minutes, **answers)
    await diary.submits(entry)
    return entry


async def book(diary: Diary, direction: str, code: str) -> Entry:
    diary.now += dt.timedelta(hours=1)
    made = await diary.sends(message(ESSAY, at=diary.now), directions=(direction,))
    return await diary.answers(made.entry, direction=direction, book=code)


async def told(session: AsyncSession, person: Actor, *kinds: str) -> list[Outbox]:
    found = select(Outbox).where(Outbox.person_id == person.id, Outbox.kind.in_(kinds))
    return list(await session.scalars(found.order_by(Outbox.id)))


async def codes(diary: Diary, entry: Entry) -> set[str]:
    card = await look(acting(diary.session, diary.mentor, diary.now, diary.programme), entry.id)
    return {warning.code for warning in card.warnings}


# --- what waits


async def test_what_waits_comes_oldest_first_and_counted_by_participant(diary: Diary) -> None:
    first, second = await sent(diary), await sent(diary)
    waiting = await pending(acting(diary.session, diary.mentor))
    assert waiting.total == 2
    assert [(each.name, each.count) for each in waiting.by_participant] == [
        ("Сейтова Аружан Серікқызы", 2)
    ]
    assert await next_pending(acting(diary.session, diary.mentor)) == first.id
    assert await next_pending(acting(diary.session, diary.mentor), after=first.id) == second.id
    assert await next_pending(acting(diary.session, diary.mentor), after=second.id) == first.id


async def test_nothing_waits_of_a_draft_nor_of_what_was_taken_back(diary: Diary) -> None:
    await diary.sport()
    entry = await sent(diary)
    await withdraw(acting(diary.session, diary.actor, diary.now), entry.id)
    assert await next_pending(acting(diary.session, diary.mentor)) is None
    assert await pending(acting(diary.session, diary.mentor)) == await pending(
        acting(diary.session, a_mentor(diary.stranger))
    )


# --- scope


@pytest.mark.parametrize("act", ["approve", "return", "reject", "look", "all"])
async def test_nobody_else_decides_or_looks(diary: Diary, act: str) -> None:
    entry = await sent(diary)
    others = (diary.actor, a_mentor(diary.actor), diary.stranger, a_mentor(diary.stranger))
    for other in others:
        with pytest.raises(NotAllowed):
            await _act(diary, other, act, entry.id)
    assert entry.state is EntryState.SUBMITTED


@pytest.mark.parametrize("act", ["approve", "return", "reject", "look"])
async def test_an_id_that_nobody_has_is_refused_alike(diary: Diary, act: str) -> None:
    with pytest.raises(NotAllowed):
        await _act(diary, diary.mentor, act, 987_654)


@pytest.mark.parametrize("act", ["approve", "return", "reject", "look"])
async def test_nothing_of_a_minor_is_seen_before_the_representative_signs(
    diary: Diary, act: str
) -> None:
    entry = await sent(diary)
    diary.enrolment.state = EnrolmentState.AWAITING_REPRESENTATIVE
    await diary.session.flush()
    with pytest.raises(NotAllowed):
        await _act(diary, diary.mentor, act, entry.id)
    assert (await pending(acting(diary.session, diary.mentor))).total == 0
    with pytest.raises(NotAllowed):
        await clean_entries(
            acting(diary.session, diary.mentor, NOW, diary.programme), diary.enrolment.id
        )


@pytest.mark.parametrize("act", ["approve", "look"])
async def test_a_draft_is_no_business_of_the_mentor(diary: Diary, act: str) -> None:
    entry = await diary.sport()
    with pytest.raises(NotAllowed):
        await _act(diary, diary.mentor, act, entry.id)


async def test_nobody_is_their_own_mentor(diary: Diary) -> None:
    entry = await sent(diary)
    diary.enrolment.mentor_id = diary.actor.id
    await diary.session.flush()
    with pytest.raises(NotAllowed):
        await approve(acting(diary.session, a_mentor(diary.actor), NOW), entry.id)


async def _act(diary: Diary, actor: Actor, act: str, entry_id: int) -> object:
    session, programme = diary.session, diary.programme
    match act:
        case "approve":
            return await approve(acting(session, actor, NOW), entry_id)
        case "return":
            return await return_(acting(session, actor, NOW), entry_id, reason="minutes")
        case "reject":
            return await reject(acting(session, actor, NOW), entry_id, reason="reused")
        case "look":
            return await look(acting(session, actor, NOW, programme), entry_id)
        case _:
            number = diary.enrolment.id
            return await approve_all(acting(session, actor, NOW, programme), number, up_to=entry_id)


# --- one decision


async def test_approval_is_kept_told_and_on_the_record(diary: Diary) -> None:
    entry = await sent(diary)
    await approve(acting(diary.session, diary.mentor, LATER), entry.id)
    review = (await diary.session.scalars(select(Review))).one()
    assert (review.entry_id, review.by, review.verdict) == (
        entry.id,
        diary.mentor.id,
        Verdict.APPROVED,
    )
    assert (entry.state, entry.decided_at) == (EntryState.APPROVED, LATER)
    [notice] = await told(diary.session, diary.actor, "entry-decided")
    assert notice.details == {"entry": entry.id}
    actions = await diary.session.scalars(select(Audit.action).where(Audit.actor_id == review.by))
    assert "entry.approved" in set(actions)


@pytest.mark.parametrize("act", ["approve", "return", "reject"])
async def test_a_second_decision_is_told_of_the_first(diary: Diary, act: str) -> None:
    entry = await sent(diary)
    await return_(acting(diary.session, diary.mentor, NOW), entry.id, reason="minutes")
    with pytest.raises(AlreadyDecided) as late:
        await _act(diary, diary.mentor, act, entry.id)
    assert late.value.state is EntryState.RETURNED
    assert late.value.details["own"] == "true"
    assert len(list(await diary.session.scalars(select(Review)))) == 1


async def test_a_decision_on_what_was_taken_back_is_too_late(diary: Diary) -> None:
    entry = await sent(diary)
    await withdraw(acting(diary.session, diary.actor, NOW), entry.id)
    with pytest.raises(AlreadyDecided) as late:
        await approve(acting(diary.session, diary.mentor, NOW), entry.id)
    assert late.value.key == "review-already-withdrawn"


async def test_of_two_decisions_at_once_exactly_one_wins(diary: Diary, database: Database) -> None:
    entry = await sent(diary)
    await diary.session.commit()

    async def decide(act: str) -> str:
        async with database.transaction() as session:
            await _act(diary.on(session), diary.mentor, act, entry.id)
            return act

    acts = ("approve", "return", "reject", "approve")
    results = await asyncio.gather(*map(decide, acts), return_exceptions=True)
    assert sum(isinstance(result, str) for result in results) == 1
    assert all(isinstance(result, str | AlreadyDecided) for result in results)
    async with database.transaction() as session:
        review = (await session.scalars(select(Review))).one()
        kept = await session.get_one(Entry, entry.id)
        assert kept.state.value == review.verdict.value
        assert len(await told(session, diary.actor, "entry-decided")) == 1


async def test_approving_all_and_one_at_once_decides_each_entry_once(
    diary: Diary, database: Database
) -> None:
    entries = [await sent(diary) for _ in range(4)]
    await diary.session.commit()
    last = max(entry.id for entry in entries)

    async def all_() -> object:
        async with database.transaction() as session:
            return await _act(diary.on(session), diary.mentor, "all", last)

    async def one(entry: Entry) -> object:
        async with database.transaction() as session:
            return await _act(diary.on(session), diary.mentor, "return", entry.id)

    work = [all_(), one(entries[0]), one(entries[3]), all_(), one(entries[1])]
    results = await asyncio.wait_for(asyncio.gather(*work, return_exceptions=True), 60)
    assert all(not isinstance(r, BaseException) or isinstance(r, TooLate) for r in results)
    async with database.transaction() as session:
        reviewed = list(await session.scalars(select(Review.entry_id)))
    assert sorted(reviewed) == sorted(entry.id for entry in entries)


async def test_taking_back_and_deciding_at_once_agree_on_one(
    diary: Diary, database: Database
) -> None:
    entry = await sent(diary)
    await diary.session.commit()

    async def take_back() -> None:
        async with database.transaction() as session:
            await withdraw(acting(session, diary.actor, NOW), entry.id)

    async def accept() -> None:
        async with database.transaction() as session:
            await approve(acting(session, diary.mentor, NOW), entry.id)

    results = await asyncio.gather(take_back(), accept(), return_exceptions=True)
    assert [isinstance(result, TooLate) for result in results].count(True) == 1
    async with database.transaction() as session:
        state = (await session.get_one(Entry, entry.id)).state
        reviews = list(await session.scalars(select(Review)))
    assert (state, len(reviews)) in ((EntryState.WITHDRAWN, 0), (EntryState.APPROVED, 1))


# --- reasons


@pytest.mark.parametrize(
    ("reason", "comment"),
    [
        (None, None),
        (None, "  \0 "),
        (None, "\u200f"),
        ("reused", None),
        ("../x", None),
        (None, "ә" * 1001),
    ],
)
async def test_returning_needs_a_usual_reason_or_words_that_fit(
    diary: Diary, reason: str | None, comment: str | None
) -> None:
    entry = await sent(diary)
    with pytest.raises(Refusal):
        await return_(
            acting(diary.session, diary.mentor, NOW), entry.id, reason=reason, comment=comment
        )
    assert entry.state is EntryState.SUBMITTED


async def test_a_returned_entry_is_mended_and_seen_with_what_was_said(diary: Diary) -> None:
    entry = await sent(diary)
    words = "ә" * LONGEST_COMMENT
    await return_(acting(diary.session, diary.mentor, NOW), entry.id, comment=words)
    again = await mend(acting(diary.session, diary.actor, NOW), entry.id)
    await diary.answers(again, minutes=60)
    await diary.submits(again)
    card = await look(acting(diary.session, diary.mentor, NOW, diary.programme), again.id)
    [earlier] = card.earlier
    assert (earlier.entry.id, earlier.entry.minutes, card.entry.version) == (entry.id, 40, 2)
    assert earlier.review is not None
    assert earlier.review.comment == words
    told_of = await decision(acting(diary.session, diary.actor, NOW, diary.programme), entry.id)
    assert told_of.mended


async def test_the_participant_learns_what_it_did_to_the_week(diary: Diary) -> None:
    first, second = await sent(diary, 40), await sent(diary, 20)
    await approve(acting(diary.session, diary.mentor, NOW), first.id)
    stands = await decision(acting(diary.session, diary.actor, NOW, diary.programme), first.id)
    assert stands.progress is not None
    assert (stands.progress.minutes_this_week, stands.progress.minutes_needed) == (40, 20)
    await approve(acting(diary.session, diary.mentor, NOW), second.id)
    stands = await decision(acting(diary.session, diary.actor, NOW, diary.programme), second.id)
    assert stands.progress is not None
    assert (stands.progress.done, stands.needed) == (1, 60)


async def test_a_decision_is_told_to_its_owner_alone(diary: Diary) -> None:
    entry = await sent(diary)
    await approve(acting(diary.session, diary.mentor, NOW), entry.id)
    for other in (diary.stranger, diary.mentor):
        with pytest.raises(NotAllowed):
            await decision(acting(diary.session, other, NOW, diary.programme), entry.id)


# --- books


async def test_a_book_counts_in_one_direction_only(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    diary = await a_diary(session, tosbelgi, heritage="book")
    diary = replace(diary, mentor=a_mentor(diary.mentor))
    code = next(each.code for each in tosbelgi.books if each.section == 1)
    first = await book(diary, "reading", code)
    await diary.submits(first)
    second = await book(diary, "heritage", code)
    # As if both had been sent before either was looked at.
    second.state, second.submitted_at = EntryState.SUBMITTED, diary.now
    await session.flush()
    await approve(acting(session, diary.mentor, NOW), first.id)
    assert "book" in await codes(diary, second)
    with pytest.raises(Refusal) as refused:
        await approve(acting(session, diary.mentor, NOW), second.id)
    assert refused.value.key == "review-book-counted"
    await return_(acting(session, diary.mentor, NOW), second.id, reason="direction")


async def test_a_corrected_book_may_be_approved_again(diary: Diary, tosbelgi: Programme) -> None:
    first = await book(diary, "reading", tosbelgi.books[0].code)
    await diary.submits(first)
    await approve(acting(diary.session, diary.mentor, NOW), first.id)
    again = await mend(acting(diary.session, diary.actor, NOW), first.id)
    await diary.submits(again)
    assert "book" not in await codes(diary, again)
    await approve(acting(diary.session, diary.mentor, NOW), again.id)


# --- warnings


async def test_an_ordinary_entry_has_no_warning(diary: Diary) -> None:
    assert await codes(diary, await sent(diary)) == set()


async def test_an_entry_logged_long_after_warns(diary: Diary) -> None:
    diary.enrolment.started_on = dt.date(2026, 1, 5)
    within = await sent(diary, happened_on=dt.date(2026, 3, 11))
    beyond = await sent(diary, happened_on=dt.date(2026, 3, 10), late_reason="интернет болмады")
    assert await codes(diary, within) == set()
    assert await codes(diary, beyond) == {"late"}


@pytest.mark.parametrize(("hours", "warns"), [(0, False), (-30, False), (-60, True), (60, True)])
async def test_a_file_of_another_day_warns(diary: Diary, hours: int, warns: bool) -> None:
    entry = await sent(diary)
    media = Media(
        entry_id=entry.id,
        kind="photo",
        file_id="f",
        file_unique_id="u",
        message_id=1,
        taken_at=NOW + dt.timedelta(hours=hours),
    )
    diary.session.add(media)
    await diary.session.flush()
    assert ("taken" in await codes(diary, entry)) is warns


async def test_a_file_that_cannot_be_read_warns(diary: Diary) -> None:
    made = await diary.sends(message("жүгіру", photo(1)), directions=("sport",), minutes=40)
    await diary.submits(made.entry)
    made.media[0].problem = "corrupt"
    await diary.session.flush()
    assert await codes(diary, made.entry) == {"unreadable"}


async def test_a_day_of_very_many_minutes_warns(diary: Diary) -> None:
    first, second = await sent(diary, 150), await sent(diary, 90)
    assert await codes(diary, first) == set()
    third = await sent(diary, 1)
    assert await codes(diary, third) == {"long-day"}
    assert await codes(diary, second) == {"long-day"}


async def test_the_very_same_file_warns_the_later_entry(diary: Diary) -> None:
    entries = []
    for hour in range(2):
        at = NOW + dt.timedelta(hours=hour)
        made = await diary.sends(
            message("жүгіру", photo(5), at=at), directions=("sport",), minutes=30
        )
        await diary.submits(made.entry)
        entries.append(made.entry)
    assert await codes(diary, entries[0]) == set()
    assert await codes(diary, entries[1]) == {"finding"}


async def test_work_not_confirmed_by_the_employer_warns(diary: Diary) -> None:
    made = await diary.sends(message("Кітапханада жұмыс істедім"), directions=("work",))
    await diary.answers(made.entry, employer="Кітапхана", days=1)
    await diary.submits(made.entry)
    assert await codes(diary, made.entry) == {"employer"}
    made.entry.employer_confirmed_at = NOW
    await diary.session.flush()
    assert await codes(diary, made.entry) == set()


async def test_the_week_with_a_correction_counts_only_the_difference(diary: Diary) -> None:
    entry = await sent(diary, 40)
    await approve(acting(diary.session, diary.mentor, NOW), entry.id)
    again = await mend(acting(diary.session, diary.actor, NOW), entry.id)
    await diary.answers(again, minutes=60)
    await diary.submits(again)
    card = await look(acting(diary.session, diary.mentor, NOW, diary.programme), again.id)
    assert card.week is not None
    assert (card.week.approved, card.week.with_this, card.week.needed) == (40, 60, 60)


async def test_every_look_is_on_the_record(diary: Diary) -> None:
    entry = await sent(diary)
    await look(acting(diary.session, diary.mentor, NOW, diary.programme), entry.id)
    await diary.session.flush()
    seen = await diary.session.scalars(select(Audit).where(Audit.action == "entry.seen"))
    assert [(line.actor_id, line.subject_id) for line in seen] == [(diary.mentor.id, entry.id)]


# --- all at once


async def test_one_tap_decides_only_so_many(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "AT_ONCE", 2)
    entries = [await sent(diary) for _ in range(4)]
    for days, entry in enumerate(entries):
        entry.happened_on -= dt.timedelta(days=days)
    await diary.session.flush()
    at = acting(diary.session, diary.mentor, diary.now, diary.programme)
    ids, looked_at = await clean_entries(at, diary.enrolment.id)
    assert (ids, looked_at) == (tuple(entry.id for entry in entries[:2]), 2)
    approved = await approve_all(at, diary.enrolment.id, up_to=entries[-1].id)
    assert approved == ids


async def test_all_without_warnings_are_approved_and_told_in_one_message(diary: Diary) -> None:
    clean = [await sent(diary), await sent(diary)]
    warned = await sent(diary, 300)
    for entry in clean:
        entry.happened_on -= dt.timedelta(days=1)
    await diary.session.flush()
    number, programme = diary.enrolment.id, diary.programme
    ids, total = await clean_entries(
        acting(diary.session, diary.mentor, diary.now, programme), number
    )
    assert (set(ids), total) == ({entry.id for entry in clean}, 3)
    since = await sent(diary, happened_on=dt.date(2026, 3, 16))
    approved = await approve_all(
        acting(diary.session, diary.mentor, diary.now, programme), number, up_to=max(ids)
    )
    assert set(approved) == set(ids)
    assert (warned.state, since.state) == (EntryState.SUBMITTED, EntryState.SUBMITTED)
    [notice] = await told(diary.session, diary.actor, "entry-decided", "entries-approved")
    assert notice.details == {"entries": list(approved)}
