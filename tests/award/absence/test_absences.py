"""A participant's absence: told, asked about, accepted; what it does to weeks and ends."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence import absences
from award.absence.absences import PauseReason
from award.absence.views import Paper
from award.access.actor import Actor, Scope
from award.calendar import DAY, WEEK
from award.errors import NotAllowed, Refusal, TooLate
from award.profile.enrolment import pause, resume, withdraw
from award.profile.erasure import erase
from award.programme import Programme
from award.progress.current import excused_weeks, progress_on
from award.retention.enrolments import erased_with_words, forget_journals_of
from storage.database import Database
from storage.tables import (
    EnrolmentState,
    Excuse,
    ExcuseState,
    MediaKind,
    Outbox,
    RoleKind,
    Urgency,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, START, TODAY, Diary, a_diary
from tests.award.profile.copied import copy_of

MONDAY = dt.date(2026, 3, 16)


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    made = await a_diary(session, tosbelgi)
    return replace(made, mentor=replace(made.mentor, roles=(Scope(RoleKind.MENTOR),)))


async def told(diary: Diary, first: dt.date, last: dt.date, note: str | None = None) -> Excuse:
    why = PauseReason.ILLNESS
    return await absences.report(
        acting(diary.session, diary.actor, NOW, diary.programme), why, first, last, note=note
    )


async def notices(session: AsyncSession, person: Actor) -> list[str]:
    found = select(Outbox.kind).where(Outbox.person_id == person.id).order_by(Outbox.id)
    return list(await session.scalars(found))


async def test_accepted_weeks_are_excused_and_the_end_moves(diary: Diary) -> None:
    session, enrolment = diary.session, diary.enrolment
    before = await progress_on(session, diary.programme, enrolment, TODAY)
    excuse = await told(diary, TODAY, TODAY + WEEK, note="Тамағым ауырып тұр")
    assert await notices(session, diary.mentor) == ["excuse-asked"]
    assert await excused_weeks(session, enrolment.id, TODAY) == frozenset(), "not decided yet"
    await absences.accept(acting(session, diary.mentor, NOW), excuse.id)
    assert await excused_weeks(session, enrolment.id, TODAY) == {MONDAY, MONDAY + WEEK}
    after = await progress_on(session, diary.programme, enrolment, TODAY)
    assert after.ends == before.ends + 2 * WEEK
    assert all(not each.minutes_needed for each in after.directions)
    owed = await session.scalar(select(Outbox).where(Outbox.kind == "excuse-decided"))
    assert owed is not None
    assert (owed.person_id, owed.urgency) == (diary.actor.id, Urgency.NOW)
    assert owed.details == {"excuse": excuse.id}, "no words in what is owed"


async def test_a_question_is_answered_and_comes_back_to_the_mentor(diary: Diary) -> None:
    session = diary.session
    excuse = await told(diary, TODAY, TODAY)
    await absences.question(
        acting(session, diary.mentor, NOW), excuse.id, " Дәрігерге бардыңыз ба? "
    )
    with pytest.raises(absences.AlreadyAnswered):
        await absences.question(acting(session, diary.mentor, NOW), excuse.id, "Тағы?")
    paper = Paper(MediaKind.PHOTO, "file-1")
    await absences.answer(acting(session, diary.actor, NOW), excuse.id, "", paper=paper)
    seen = await absences.look(acting(session, diary.mentor, NOW, diary.programme), excuse.id)
    assert (seen.state, seen.paper, seen.question) == (
        ExcuseState.ASKED,
        paper,
        "Дәрігерге бардыңыз ба?",
    )
    await absences.refuse(
        acting(session, diary.mentor, NOW), excuse.id, "Ол күні жазба жібергенсіз"
    )
    assert await excused_weeks(session, diary.enrolment.id, TODAY) == frozenset()
    assert await notices(session, diary.mentor) == ["excuse-asked", "excuse-asked"]
    assert await notices(session, diary.actor) == ["excuse-decided", "excuse-decided"]
    # What was refused can be told anew.
    await told(diary, TODAY, TODAY)


async def test_one_decision_of_two_phones(diary: Diary, database: Database) -> None:
    excuse = await told(diary, TODAY, TODAY)
    await diary.session.commit()

    async def decide(accepts: bool) -> object:
        async with database.transaction() as session:
            if accepts:
                return await absences.accept(acting(session, diary.mentor, NOW), excuse.id)
            return await absences.refuse(acting(session, diary.mentor, NOW), excuse.id, "Жоқ")

    done = await asyncio.gather(decide(True), decide(False), return_exceptions=True)
    assert sorted(isinstance(each, absences.AlreadyAnswered) for each in done) == [False, True]
    assert await notices(diary.session, diary.actor) == ["excuse-decided"]


async def test_what_ended_while_it_was_told_is_over(diary: Diary, database: Database) -> None:
    """They leave for good on another phone, which is not committed yet when this is sent."""
    await diary.session.commit()
    begun = asyncio.Event()

    async def leaves() -> None:
        async with database.transaction() as session:
            await withdraw(acting(session, diary.actor, NOW, diary.programme), diary.enrolment.id)
            begun.set()
            await asyncio.sleep(0.3)  # the other waits for the lock, or for its connection

    async def tells() -> Excuse:
        await begun.wait()
        async with database.transaction() as session:
            return await absences.report(
                acting(session, diary.actor, NOW, diary.programme),
                PauseReason.ILLNESS,
                TODAY,
                TODAY,
            )

    _, told_of = await asyncio.gather(leaves(), tells(), return_exceptions=True)
    assert isinstance(told_of, TooLate)


async def test_taking_back_and_shortening(diary: Diary) -> None:
    session, enrolment = diary.session, diary.enrolment
    excuse = await told(diary, MONDAY, MONDAY + 2 * WEEK)
    await absences.accept(acting(session, diary.mentor, NOW), excuse.id)
    for wrong in (MONDAY - DAY, MONDAY + 2 * WEEK, MONDAY + 3 * WEEK):
        with pytest.raises(Refusal, match="absence-shorten-wrong"):
            await absences.shorten(acting(session, diary.actor, NOW), excuse.id, wrong)
    await absences.shorten(acting(session, diary.actor, NOW), excuse.id, TODAY)
    assert await excused_weeks(session, enrolment.id, TODAY) == {MONDAY}
    await absences.withdraw(acting(session, diary.actor, NOW), excuse.id)
    assert await excused_weeks(session, enrolment.id, TODAY) == frozenset()
    with pytest.raises(TooLate):
        await absences.withdraw(acting(session, diary.actor, NOW), excuse.id)
    with pytest.raises(TooLate):
        await absences.accept(acting(session, diary.mentor, NOW), excuse.id)
    assert (await notices(session, diary.mentor)).count("excuse-changed") == 2


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (TODAY - 31 * DAY, TODAY, "absence-first-wrong"),
        (TODAY + 61 * DAY, TODAY + 62 * DAY, "absence-first-wrong"),
        (TODAY, TODAY - DAY, "absence-last-wrong"),
        (TODAY, TODAY + 42 * DAY, "absence-last-wrong"),
        (START - 10 * DAY, START - DAY, "absence-before-start"),
    ],
)
async def test_days_that_cannot_be(diary: Diary, first: dt.date, last: dt.date, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        await told(diary, first, last)
    assert refusal.value.key == key


async def test_past_weeks_and_a_single_day(diary: Diary) -> None:
    excuse = await told(diary, TODAY - 14 * DAY, TODAY - 14 * DAY)
    await absences.accept(acting(diary.session, diary.mentor, NOW), excuse.id)
    weeks = await excused_weeks(diary.session, diary.enrolment.id, TODAY)
    assert weeks == {MONDAY - 2 * WEEK}


async def test_what_overlaps_is_said_and_what_was_taken_back_does_not(diary: Diary) -> None:
    excuse = await told(diary, TODAY, TODAY + 5 * DAY)
    for first, last in (
        (TODAY - DAY, TODAY),
        (TODAY + 5 * DAY, TODAY + 6 * DAY),
        (TODAY + DAY, TODAY + 2 * DAY),
        (TODAY - DAY, TODAY + 9 * DAY),
    ):
        with pytest.raises(Refusal, match="absence-overlaps"):
            await told(diary, first, last)
    await told(diary, TODAY + 6 * DAY, TODAY + 7 * DAY)
    await absences.withdraw(acting(diary.session, diary.actor, NOW), excuse.id)
    await told(diary, TODAY - DAY, TODAY + 5 * DAY)


async def test_a_pause_is_no_absence(diary: Diary) -> None:
    session = diary.session
    paused = await pause(
        acting(session, diary.actor, NOW, diary.programme), diary.enrolment.id, PauseReason.OTHER
    )
    with pytest.raises(TooLate, match="absence-not-active"):
        await told(diary, TODAY, TODAY)
    with pytest.raises(TooLate):  # it ends by going on, not from here
        await absences.withdraw(acting(session, diary.actor, NOW), paused.id)
    later = NOW + 2 * WEEK
    await resume(acting(session, diary.actor, later, diary.programme), diary.enrolment.id)
    with pytest.raises(Refusal, match="absence-overlaps"):
        await told(diary, TODAY, TODAY)


@pytest.mark.parametrize("state", [s for s in EnrolmentState if s is not EnrolmentState.ACTIVE])
async def test_only_who_is_active_tells_of_an_absence(diary: Diary, state: EnrolmentState) -> None:
    diary.enrolment.state = state
    await diary.session.flush()
    with pytest.raises(TooLate):
        await told(diary, TODAY, TODAY)


async def test_ids_of_others_open_nothing(diary: Diary) -> None:
    session, excuse = diary.session, await told(diary, TODAY, TODAY)
    stranger = replace(diary.stranger, roles=(Scope(RoleKind.MENTOR),))
    for actor in (stranger, diary.mentor, diary.stranger):
        for call in (
            absences.own_absence(acting(session, actor, NOW, diary.programme), excuse.id),
            absences.withdraw(acting(session, actor, NOW), excuse.id),
            absences.answer(acting(session, actor, NOW), excuse.id, "Иә"),
        ):
            with pytest.raises(NotAllowed):
                await call
    for actor in (stranger, diary.actor, replace(diary.actor, roles=stranger.roles)):
        for call in (
            absences.look(acting(session, actor, NOW, diary.programme), excuse.id),
            absences.accept(acting(session, actor, NOW), excuse.id),
            absences.refuse(acting(session, actor, NOW), excuse.id, "Жоқ"),
        ):
            with pytest.raises(NotAllowed):
                await call


async def test_words_are_tidied_and_limited(diary: Diary) -> None:
    with pytest.raises(Refusal, match="absence-words-long"):
        await told(diary, TODAY, TODAY, note="ә" * 501)
    excuse = await told(diary, TODAY, TODAY, note=" \0\u200f ")
    assert excuse.note is None
    for words in ("", " \0 ", "\u200f \u200b", "ә" * 501):
        with pytest.raises(Refusal, match="absence-words"):
            await absences.refuse(acting(diary.session, diary.mentor, NOW), excuse.id, words)


async def test_it_is_in_the_copy_and_erased(diary: Diary) -> None:
    session = diary.session
    excuse = await told(diary, TODAY, TODAY, note="Тамағым ауырды")
    await absences.question(acting(session, diary.mentor, NOW), excuse.id, "Дәрігер не деді?")
    await absences.answer(
        acting(session, diary.actor, NOW),
        excuse.id,
        "Демал деді",
        paper=Paper(MediaKind.PHOTO, "file-9"),
    )
    held = (await copy_of(acting(session, diary.actor)))["enrolments"][0]["excuses"][0]
    assert (held["note"], held["answer"]) == ("Тамағым ауырды", "Демал деді")
    assert "decided_by" not in held
    await erase(acting(session, diary.actor, NOW))
    await forget_journals_of(session, erased_with_words(), NOW)
    await session.refresh(excuse)
    kept = (excuse.note, excuse.question, excuse.answer, excuse.document_file_id)
    assert kept == (None, None, None, None)
    assert excuse.state is ExcuseState.WITHDRAWN
