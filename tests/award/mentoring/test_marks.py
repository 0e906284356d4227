import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.calendar import WEEK
from award.errors import NotAllowed, Refusal, TooLate
from award.mentoring.marks import mark_direction, mark_norm, mark_sheet, unmark
from award.programme import Measure, Programme
from award.programme.requirements import Choices
from award.progress.asked import asked_of, store_choices
from storage.database import Database
from storage.tables import (
    Audit,
    Centre,
    EnrolmentState,
    Entry,
    EntryState,
    Mark,
    MarkKind,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, START, Diary, a_diary
from tests.award.review.test_decisions import a_mentor

END = NOW + dt.timedelta(weeks=30)


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    """A bronze participant with nothing extra; the mentor acts."""
    made = await a_diary(session, tosbelgi)
    made.enrolment.choices = store_choices(Choices({"heritage": "months_3"}, frozenset()))
    await session.flush()
    return replace(made, mentor=a_mentor(made.mentor), now=END)


async def fulfil(diary: Diary, direction: str, *, video: bool = True) -> None:
    """Approved entries for all that a direction asks, but the marks."""
    asked = next(r for r in asked_of(diary.programme, diary.enrolment) if r.direction == direction)
    books = [book for book in diary.programme.books if book.section in (asked.sections or {1: 1})]
    by_section = {book.section: book.code for book in books}
    for number in range(asked.amount):
        entry = Entry(
            enrolment_id=diary.enrolment.id,
            state=EntryState.APPROVED,
            direction=direction,
            happened_on=START + WEEK * number,
            sent_at=NOW,
            received_at=NOW,
            note="",
            is_final=video and number == 0,
        )
        if asked.measure is Measure.weeks:
            entry.minutes = asked.minutes_per_week
        elif asked.measure is Measure.books:
            entry.book = list(by_section.values())[number]
        else:
            entry.days = 1
        diary.session.add(entry)
    await diary.session.flush()


async def marks(session: AsyncSession) -> set[tuple[str, MarkKind]]:
    return {(mark.direction, mark.kind) for mark in await session.scalars(select(Mark))}


async def told(session: AsyncSession) -> list[tuple[int, str]]:
    rows = await session.scalars(select(Outbox).order_by(Outbox.id))
    return [(row.person_id, row.kind) for row in rows]


async def norm(diary: Diary, actor: Actor | None = None, direction: str = "sport") -> None:
    who = actor or diary.mentor
    await mark_norm(
        acting(diary.session, who, diary.now, diary.programme), diary.enrolment.id, direction
    )


async def complete(diary: Diary, direction: str, actor: Actor | None = None) -> None:
    who = actor or diary.mentor
    number = diary.enrolment.id
    await mark_direction(acting(diary.session, who, diary.now, diary.programme), number, direction)


async def take_back(diary: Diary, direction: str, kind: MarkKind) -> None:
    number = diary.enrolment.id
    await unmark(
        acting(diary.session, diary.mentor, diary.now, diary.programme), number, direction, kind
    )


async def test_a_norm_is_marked_once_told_and_taken_back(diary: Diary) -> None:
    await norm(diary)
    with pytest.raises(TooLate):
        await norm(diary)
    assert await marks(diary.session) == {("sport", MarkKind.NORM)}
    assert await told(diary.session) == [(diary.actor.id, "norm-marked")]
    await take_back(diary, "sport", MarkKind.NORM)
    assert await marks(diary.session) == set()
    with pytest.raises(TooLate):
        await take_back(diary, "sport", MarkKind.NORM)
    actions = set(await diary.session.scalars(select(Audit.action)))
    assert {"mark.norm", "mark.norm_taken_back"} <= actions


@pytest.mark.parametrize("direction", ["talent", "work", "nonsense"])
async def test_there_is_no_norm_where_none_is_asked(diary: Diary, direction: str) -> None:
    with pytest.raises(NotAllowed):
        await norm(diary, direction=direction)


@pytest.mark.parametrize("lacking", ["weeks", "norm", "video"])
async def test_a_direction_is_not_complete_while_anything_is_missing(
    diary: Diary, lacking: str
) -> None:
    if lacking != "weeks":
        await fulfil(diary, "sport", video=lacking != "video")
    if lacking != "norm":
        await norm(diary)
    with pytest.raises(Refusal) as refused:
        await complete(diary, "sport")
    assert refused.value.key == "marks-not-yet"
    assert not any(kind is MarkKind.COMPLETE for _, kind in await marks(diary.session))


async def test_a_submitted_final_video_is_not_enough(diary: Diary) -> None:
    await fulfil(diary, "talent", video=False)
    video = (await diary.session.scalars(select(Entry))).first()
    assert video is not None
    waiting = Entry(
        enrolment_id=diary.enrolment.id,
        state=EntryState.SUBMITTED,
        direction="talent",
        happened_on=START,
        sent_at=NOW,
        received_at=NOW,
        minutes=10,
        is_final=True,
    )
    diary.session.add(waiting)
    await diary.session.flush()
    with pytest.raises(Refusal):
        await complete(diary, "talent")
    waiting.state = EntryState.APPROVED
    await diary.session.flush()
    await complete(diary, "talent")


async def test_a_direction_is_marked_told_and_taken_back(diary: Diary) -> None:
    await fulfil(diary, "sport")
    await norm(diary)
    await complete(diary, "sport")
    assert await told(diary.session) == [
        (diary.actor.id, "norm-marked"),
        (diary.actor.id, "direction-marked"),
    ]
    with pytest.raises(TooLate):
        await complete(diary, "sport")
    with pytest.raises(Refusal) as refused:
        await take_back(diary, "sport", MarkKind.NORM)
    assert refused.value.key == "marks-norm-bound"
    await take_back(diary, "sport", MarkKind.COMPLETE)
    assert await marks(diary.session) == {("sport", MarkKind.NORM)}


async def _all_but(diary: Diary, last: str) -> None:
    for asked in asked_of(diary.programme, diary.enrolment):
        await fulfil(diary, asked.direction)
    await norm(diary)
    for asked in asked_of(diary.programme, diary.enrolment):
        if asked.direction != last:
            await complete(diary, asked.direction)


async def test_the_last_direction_completes_the_level(diary: Diary) -> None:
    centre = Centre(name="Орталық", region="KZ-75", place="Алматы")
    diary.session.add(centre)
    await diary.session.flush()
    diary.enrolment.centre_id = centre.id
    heads = [Person(telegram_id=n, joined_at=NOW) for n in (71, 72)]
    diary.session.add_all(heads)
    await diary.session.flush()
    for head, until in zip(heads, (None, NOW), strict=True):
        diary.session.add(
            Role(
                person_id=head.id,
                kind=RoleKind.CENTRE_HEAD,
                centre_id=centre.id,
                since=NOW - WEEK,
                until=until,
            )
        )
    await diary.session.flush()
    await _all_but(diary, "trips")
    number, programme = diary.enrolment.id, diary.programme
    sheet = await mark_sheet(acting(diary.session, diary.mentor, diary.now, programme), number)
    assert [each.direction for each in sheet.progress.directions if not each.complete] == ["trips"]
    assert sheet.is_last("trips")
    assert sheet.open
    await complete(diary, "trips")
    assert diary.enrolment.state is EnrolmentState.COMPLETE
    assert diary.enrolment.completed_at == diary.now
    assert (await told(diary.session))[-3:] == [
        (diary.actor.id, "level-complete"),
        (diary.mentor.id, "level-complete-staff"),
        (heads[0].id, "level-complete-staff"),
    ]
    for kind, direction in ((MarkKind.COMPLETE, "trips"), (MarkKind.NORM, "sport")):
        with pytest.raises(TooLate):
            await take_back(diary, direction, kind)


async def test_two_last_marks_at_once_complete_the_level_once(
    diary: Diary, database: Database
) -> None:
    await _all_but(diary, "trips")
    await diary.session.commit()

    async def mark() -> None:
        async with database.transaction() as session:
            await complete(diary.on(session), "trips")

    results = await asyncio.gather(mark(), mark(), mark(), return_exceptions=True)
    assert sorted(isinstance(result, TooLate) for result in results) == [False, True, True]
    async with database.transaction() as session:
        kinds = [kind for _, kind in await told(session)]
    assert kinds.count("level-complete") == 1


async def test_marks_are_for_this_mentor_and_an_active_participant(diary: Diary) -> None:
    for other in (diary.actor, a_mentor(diary.actor), diary.stranger, a_mentor(diary.stranger)):
        with pytest.raises(NotAllowed):
            await norm(diary, other)
        with pytest.raises(NotAllowed):
            await complete(diary, "sport", other)
    for state in (EnrolmentState.PAUSED, EnrolmentState.PLANNING):
        diary.enrolment.state = state
        await diary.session.flush()
        with pytest.raises(Refusal):
            await norm(diary)
    diary.enrolment.state = EnrolmentState.AWAITING_REPRESENTATIVE
    await diary.session.flush()
    with pytest.raises(NotAllowed):
        await mark_sheet(
            acting(diary.session, diary.mentor, diary.now, diary.programme), diary.enrolment.id
        )
