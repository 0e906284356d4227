import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import LIFETIME, LinkUnusable
from award.errors import NotFound, Refusal, TooLate
from award.journal.completeness import Need, is_evidence
from award.journal.drafts import Change, change_draft, draft, partners_to_name, start_draft
from award.journal.employer import answer_link, employer_link, work_of_link
from award.journal.entries import (
    Incomplete,
    last_employer,
    mend,
    own_entries,
    own_entry_seen,
    submit,
    versions,
    withdraw,
)
from award.paging import PAGE
from award.programme import Programme
from award.progress.participation import open_journal
from storage.tables import (
    Audit,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    MediaKind,
    Outbox,
    Partner,
    Person,
    Task,
    TaskState,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, START, TODAY, Diary, a_diary, message, photo

DAY = dt.timedelta(days=1)
VIDEO = photo(9, MediaKind.VIDEO, "video/mp4")
VOICE = photo(8, MediaKind.VOICE, "audio/ogg")


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    return await a_diary(session, tosbelgi)


async def _lacks(diary: Diary, entry: Entry) -> tuple[Need, ...]:
    return (await draft(acting(diary.session, diary.actor, NOW, diary.programme), entry.id)).lacking


# --- sending


async def test_a_complete_draft_is_sent_and_the_mentor_told(diary: Diary) -> None:
    entry = await diary.sport(40)
    saved = await diary.submits(entry)
    assert (entry.state, entry.submitted_at) == (EntryState.SUBMITTED, diary.now)
    assert (saved.minutes, saved.needed, saved.this_week) == (40, 60, True)
    told = await diary.session.scalars(select(Outbox).where(Outbox.kind == "entry-submitted"))
    assert [(each.person_id, each.details) for each in told] == [
        (diary.mentor.id, {"entry": entry.id})
    ]
    actions = list(await diary.session.scalars(select(Audit.action).order_by(Audit.id)))
    assert actions[-1] == "entry.submitted"


async def test_the_week_grows_with_what_waits(diary: Diary) -> None:
    await diary.submits(await diary.sport(40))
    assert (await diary.submits(await diary.sport(25))).minutes == 65
    earlier = await diary.submits(await diary.sport(30, happened_on=TODAY - 4 * DAY))
    assert (earlier.minutes, earlier.this_week) == (30, False)


async def test_a_sent_entry_is_not_a_draft_any_more(diary: Diary) -> None:
    entry = await diary.sport()
    await diary.submits(entry)
    with pytest.raises(TooLate):
        await diary.submits(entry)
    with pytest.raises(TooLate):
        await diary.answers(entry, minutes=10)
    count = select(func.count()).select_from(Outbox).where(Outbox.kind == "entry-submitted")
    assert await diary.session.scalar(count) == 1


@pytest.mark.parametrize("minutes", [0, -5, 601, 100_000])
async def test_minutes_out_of_range_are_refused(diary: Diary, minutes: int) -> None:
    entry = await diary.sport()
    with pytest.raises(Refusal, match="journal-minutes-range"):
        await diary.answers(entry, minutes=minutes)


@pytest.mark.parametrize("minutes", [1, 600])
async def test_the_ends_of_the_range_are_taken(diary: Diary, minutes: int) -> None:
    assert (await diary.submits(await diary.sport(minutes))).minutes == minutes


async def test_more_minutes_than_fit_cannot_be_sent_however_they_came(diary: Diary) -> None:
    entry = await diary.sport(700)
    with pytest.raises(Incomplete) as incomplete:
        await diary.submits(entry)
    assert incomplete.value.needs == (Need.MINUTES,)


async def test_a_day_has_24_hours(diary: Diary) -> None:
    for minutes in (600, 600):
        await diary.submits(await diary.sport(minutes))
    entry = await diary.sport(241)
    with pytest.raises(Refusal) as full:
        await diary.submits(entry)
    assert (full.value.key, full.value.details) == (
        "journal-day-full",
        {"taken": 1200, "left": 240},
    )
    await diary.submits(await diary.answers(entry, minutes=240))


async def test_a_correction_does_not_take_its_day_twice(diary: Diary) -> None:
    for _ in range(2):
        entry = await diary.sport(600)
        await diary.submits(entry)
    entry.state = EntryState.APPROVED
    newer = await mend(acting(diary.session, diary.actor, NOW), entry.id)
    await diary.submits(newer)
    await diary.submits(await diary.sport(240))


async def test_the_future_and_the_time_before_the_start_are_refused(diary: Diary) -> None:
    entry = await diary.sport()
    with pytest.raises(Refusal, match="journal-day-ahead"):
        await diary.answers(entry, happened_on=TODAY + DAY)
    with pytest.raises(Refusal, match="journal-day-before-start"):
        await diary.answers(entry, happened_on=START - DAY)
    await diary.answers(entry, happened_on=START, late_reason="ауырдым")
    assert await _lacks(diary, entry) == ()


async def test_a_week_back_is_free_and_more_needs_a_reason(diary: Diary) -> None:
    entry = await diary.sport(40, happened_on=TODAY - 7 * DAY)
    assert await _lacks(diary, entry) == ()
    await diary.answers(entry, happened_on=TODAY - 8 * DAY)
    assert await _lacks(diary, entry) == (Need.LATE_REASON,)
    await diary.submits(await diary.answers(entry, late_reason="интернет болмады"))


async def test_a_day_guessed_before_the_start_is_asked_again(diary: Diary) -> None:
    made = await diary.sends(
        message("жүгіру"), directions=("sport",), minutes=40, happened=START - DAY
    )
    assert made.lacking == (Need.DAY,)


async def test_what_was_sent_in_time_needs_no_reason_later(diary: Diary) -> None:
    entry = await diary.sport(40)
    diary.now = NOW + 20 * DAY
    await diary.submits(entry)


# --- what each direction needs


async def test_nothing_is_asked_but_the_direction_first(diary: Diary) -> None:
    made = await diary.sends(message("сәлем"))
    assert made.lacking == (Need.DIRECTION,)
    with pytest.raises(Incomplete, match="journal-needs-direction"):
        await diary.submits(made.entry)


@pytest.mark.parametrize("direction", ["sport", "talent", "heritage"])
async def test_a_weekly_entry_needs_minutes_and_a_line(diary: Diary, direction: str) -> None:
    change = Change(direction=direction)
    entry = await start_draft(acting(diary.session, diary.actor, NOW, diary.programme), change)
    assert await _lacks(diary, entry) == (Need.MINUTES, Need.LINE)
    await diary.answers(entry, minutes=40, note="жаттығу")
    assert await _lacks(diary, entry) == ()


async def test_a_button_that_is_tapped_twice_begins_one_draft(diary: Diary) -> None:
    async def tapped(direction: str, seconds: int) -> Entry:
        change, now = Change(direction=direction), NOW + dt.timedelta(seconds=seconds)
        return await start_draft(acting(diary.session, diary.actor, now, diary.programme), change)

    first = await tapped("sport", 0)
    assert await tapped("sport", 1) is first
    assert await tapped("talent", 2) is not first
    later = await tapped("sport", 90)
    assert later is not first
    await diary.answers(later, minutes=40)
    assert await tapped("sport", 91) is not later


async def test_a_picture_says_what_was_done_too(diary: Diary) -> None:
    made = await diary.sends(message("", photo()))
    await diary.submits(await diary.answers(made.entry, direction="sport", minutes=40))


async def test_a_final_entry_needs_a_video(diary: Diary) -> None:
    entry = await diary.sport(40, is_final=True)
    assert await _lacks(diary, entry) == (Need.VIDEO,)
    made = await diary.sends(message("", VIDEO, at=diary.now))
    assert made.entry.id == entry.id
    assert made.lacking == ()


async def test_a_book_needs_an_essay_or_a_review_in_voice(diary: Diary) -> None:
    made = await diary.sends(message("кітап"), directions=("reading",), minutes=40)
    entry = made.entry
    assert made.lacking == (Need.BOOK, Need.ESSAY)
    await diary.answers(entry, book="abai_words", note="а" * 499 + "   ")
    assert await _lacks(diary, entry) == (Need.ESSAY,)
    await diary.answers(entry, note="а" * 500)
    assert await _lacks(diary, entry) == ()
    await diary.answers(entry, note="қысқа")
    diary.session.add(
        Media(entry_id=entry.id, kind=VOICE.kind, file_id="f", file_unique_id="u", message_id=7)
    )
    await diary.session.flush()
    assert await _lacks(diary, entry) == ()
    await diary.submits(entry)
    assert entry.minutes is None


async def test_a_book_serves_once(diary: Diary) -> None:
    entries = []
    for _ in range(2):
        diary.now += dt.timedelta(hours=1)
        made = await diary.sends(message("а" * 500, at=diary.now), directions=("reading",))
        entries.append(await diary.answers(made.entry, book="abai_words"))
    await diary.submits(entries[0])
    with pytest.raises(Refusal, match="journal-book-taken"):
        await diary.submits(entries[1])
    entries[0].state = EntryState.RETURNED
    await diary.submits(entries[1])


async def test_a_mended_book_is_its_own(diary: Diary) -> None:
    made = await diary.sends(message("а" * 500), directions=("reading",), book="abai_words")
    first = made.entry
    await diary.submits(first)
    first.state = EntryState.APPROVED
    second = await mend(acting(diary.session, diary.actor, NOW), first.id)
    await diary.submits(second)
    second.state = EntryState.RETURNED
    await diary.submits(await mend(acting(diary.session, diary.actor, NOW), second.id))


async def test_books_are_of_the_list(diary: Diary) -> None:
    made = await diary.sends(message("кітап"), directions=("reading",), book="nonsense")
    assert made.entry.book is None
    with pytest.raises(Refusal, match="journal-book-unknown"):
        await diary.answers(made.entry, book="nonsense")


async def test_heritage_as_a_book_takes_one_of_its_section(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    diary = await a_diary(session, tosbelgi, heritage="book")
    made = await diary.sends(message("а" * 500), directions=("heritage",))
    other = next(book.code for book in tosbelgi.books if book.section != 1)
    with pytest.raises(Refusal, match="journal-book-unknown"):
        await diary.answers(made.entry, book=other)
    await diary.submits(await diary.answers(made.entry, book="abai_words"))


@pytest.mark.parametrize(("direction", "first"), [("volunteering", (Need.MINUTES,)), ("trips", ())])
async def test_actions_need_their_name_result_partner_and_a_picture(
    diary: Diary, direction: str, first: tuple[Need, ...]
) -> None:
    made = await diary.sends(message("сенбілік"), directions=(direction,))
    entry = made.entry
    needed = (*first, Need.PARTNER, Need.ACTION, Need.RESULT, Need.EVIDENCE)
    assert made.lacking == needed
    answers: dict[str, Any] = {
        "minutes": 90,
        "partner_id": diary.partner.id,
        "action": "Сенбілік",
        "result": "12 қап",
    }
    await diary.answers(entry, **answers)
    assert await _lacks(diary, entry) == (Need.EVIDENCE,)
    diary.session.add(
        Media(entry_id=entry.id, kind=VOICE.kind, file_id="f", file_unique_id="u", message_id=7)
    )
    await diary.session.flush()
    assert await _lacks(diary, entry) == (Need.EVIDENCE,)
    diary.session.add(
        Media(
            entry_id=entry.id,
            kind=MediaKind.DOCUMENT,
            mime="image/heic",
            file_id="f",
            file_unique_id="u",
            message_id=8,
        )
    )
    await diary.session.flush()
    await diary.submits(entry)
    assert entry.days == (1 if direction == "trips" else None)


@pytest.mark.parametrize(
    ("mime", "method", "problem", "is_one"),
    [
        ("image/png", None, None, True),  # not looked into yet
        ("image/png", None, "not_image", False),
        ("image/png", None, "not_fetched", True),
        ("application/pdf", None, None, False),
        ("application/pdf", 2, None, True),
        (None, 2, None, True),
    ],
)
def test_a_file_is_evidence_by_its_bytes_once_they_are_known(
    mime: str | None, method: int | None, problem: str | None, is_one: bool
) -> None:
    media = Media(kind=MediaKind.DOCUMENT, mime=mime, method=method, problem=problem)
    assert is_evidence(media) is is_one


async def test_partners_are_those_open_to_the_participant(diary: Diary) -> None:
    others = [
        Partner(name="Басқа бағыт", directions=["sport"]),
        Partner(name="Басқа өңір", directions=["trips"], region="KZ-71"),
        Partner(name="Жабық", directions=["trips"], closed_at=NOW),
    ]
    everywhere = Partner(name="Барлық жерде", directions=["trips"])
    diary.session.add_all([*others, everywhere])
    await diary.session.flush()
    journal = await open_journal(acting(diary.session, diary.actor, NOW, diary.programme))
    offered = await partners_to_name(diary.session, journal, "trips")
    assert [each.id for each in offered] == [diary.partner.id, everywhere.id]
    entry = (await diary.sends(message("сапар"), directions=("trips",))).entry
    for partner in others:
        with pytest.raises(NotFound):
            await diary.answers(entry, partner_id=partner.id)
    with pytest.raises(NotFound):
        await diary.answers(entry, partner_id=10**6)


async def test_work_needs_an_employer_and_a_report(diary: Diary) -> None:
    change = Change(direction="work")
    entry = await start_draft(acting(diary.session, diary.actor, NOW, diary.programme), change)
    assert await _lacks(diary, entry) == (Need.EMPLOYER, Need.REPORT)
    await diary.answers(entry, employer="Нан дүкені", note="нан пісірдім", days=2)
    await diary.submits(entry)
    assert await last_employer(acting(diary.session, diary.actor)) == "Нан дүкені"
    assert await last_employer(acting(diary.session, diary.stranger)) is None


@pytest.mark.parametrize(
    ("field", "words", "key"),
    [
        ("action", "а" * 201, "journal-words-long"),
        ("employer", "а" * 161, "journal-words-long"),
        ("note", "а" * 20_001, "journal-words-long"),
        ("result", " \n ", "journal-words-empty"),
        ("days", 0, "journal-days-range"),
        ("days", 31, "journal-days-range"),
    ],
)
async def test_answers_out_of_measure_are_refused(
    diary: Diary, field: str, words: object, key: str
) -> None:
    entry = await diary.sport()
    with pytest.raises(Refusal, match=key):
        await diary.answers(entry, **{field: words})


async def test_another_direction_takes_nothing_along_that_is_not_its_own(diary: Diary) -> None:
    entry = (await diary.sends(message("сапар"), directions=("trips",))).entry
    await diary.answers(entry, partner_id=diary.partner.id, action="Жорық", result="тау")
    await diary.answers(entry, direction="reading", book="abai_words")
    assert (entry.partner_id, entry.action, entry.days) == (None, None, None)
    await diary.answers(entry, direction="sport", minutes=30)
    assert entry.book is None
    with pytest.raises(NotFound):
        await diary.answers(entry, direction="chess")


# --- tasks


async def test_a_task_is_answered_like_an_entry(diary: Diary) -> None:
    tasks = [
        Task(
            enrolment_id=enrolment,
            direction="talent",
            words="ән",
            due=TODAY,
            state=TaskState.OPEN,
            set_by=diary.mentor.id,
            set_at=NOW,
        )
        for enrolment in (diary.enrolment.id, diary.enrolment.id + 1)
    ]
    diary.session.add_all(tasks)
    await diary.session.flush()
    change = Change(task_id=tasks[0].id)
    entry = await start_draft(acting(diary.session, diary.actor, NOW, diary.programme), change)
    assert entry.direction == "talent"
    with pytest.raises(NotFound):
        await diary.answers(entry, task_id=tasks[1].id)
    await diary.submits(await diary.answers(entry, minutes=40, note="ән айттым"))
    assert [task.state for task in tasks] == [TaskState.DONE, TaskState.OPEN]
    await withdraw(acting(diary.session, diary.actor, NOW), entry.id)
    assert [task.state for task in tasks] == [TaskState.OPEN, TaskState.OPEN]


# --- taking back, mending


@pytest.mark.parametrize("state", list(EntryState))
async def test_only_what_waits_can_be_taken_back(diary: Diary, state: EntryState) -> None:
    entry = await diary.sport()
    entry.state = state
    if state is EntryState.SUBMITTED:
        await withdraw(acting(diary.session, diary.actor, NOW), entry.id)
        assert entry.state is EntryState.WITHDRAWN
    else:
        with pytest.raises(TooLate):
            await withdraw(acting(diary.session, diary.actor, NOW), entry.id)


@pytest.mark.parametrize("state", list(EntryState))
async def test_mending_makes_a_new_version_of_what_is_decided(
    diary: Diary, state: EntryState
) -> None:
    made = await diary.sends(
        message("жүгіру", photo(), album="a"), directions=("sport",), minutes=40
    )
    old = made.entry
    old.state = state
    await diary.session.flush()
    if state in (EntryState.DRAFT, EntryState.SUBMITTED):
        with pytest.raises(TooLate):
            await mend(acting(diary.session, diary.actor, NOW), old.id)
        return
    new = await mend(acting(diary.session, diary.actor, NOW), old.id)
    assert await mend(acting(diary.session, diary.actor, NOW), old.id) is new
    assert (new.version, new.replaces_id, new.state) == (2, old.id, EntryState.DRAFT)
    await diary.answers(new, minutes=55, note="түзетілді")
    await diary.submits(new)
    assert (old.minutes, old.note, old.state) == (40, "жүгіру", state)
    files = await diary.session.scalars(select(Media).where(Media.entry_id == new.id))
    assert [each.file_id for each in files] == ["file-1"]
    line = await versions(acting(diary.session, diary.actor), old.id)
    assert [each.id for each in line] == [old.id, new.id]
    assert await versions(acting(diary.session, diary.actor), new.id) == line
    with pytest.raises(TooLate):
        await mend(acting(diary.session, diary.actor, NOW), old.id)


# --- looking


async def test_own_entries_are_paged_newest_first_in_their_last_version(diary: Diary) -> None:
    made = [await diary.sport(10 + n, happened_on=TODAY - n * DAY) for n in range(8)]
    made[0].state = EntryState.RETURNED
    await diary.session.flush()
    newer = await mend(acting(diary.session, diary.actor, NOW), made[0].id)

    async def page(number: int, *states: EntryState) -> list[int]:
        found = await own_entries(
            acting(diary.session, diary.actor, NOW, diary.programme), page=number, states=states
        )
        assert found.pages == -(-found.total // PAGE) or found.total == 0
        return [each.id for each in found.entries]

    expected = [newer.id, *(each.id for each in made[1:])]
    assert await page(0) == expected[:7]
    assert await page(1) == await page(99) == expected[7:]
    assert await page(-5) == expected[:7]
    assert await page(0, EntryState.RETURNED) == []
    diary.actor = diary.stranger
    assert await page(0) == []


async def test_every_operation_is_for_the_owner_alone(diary: Diary) -> None:
    entry = await diary.sport()
    work = Change(employer="x")
    for other in (diary.stranger, diary.mentor):
        session, programme = diary.session, diary.programme
        for call in (
            submit(acting(session, other, NOW, programme), entry.id),
            change_draft(acting(session, other, NOW, programme), entry.id, work),
            draft(acting(session, other, NOW, programme), entry.id),
            withdraw(acting(session, other, NOW), entry.id),
            mend(acting(session, other, NOW), entry.id),
            versions(acting(session, other), entry.id),
            own_entry_seen(acting(session, other, NOW, programme), entry.id),
            employer_link(acting(session, other, NOW, programme), entry.id),
            submit(acting(session, diary.actor, NOW, programme), 10**6),
        ):
            with pytest.raises(NotFound):
                await call


# --- the employer


async def _work(diary: Diary) -> Entry:
    change = Change(direction="work", employer="Нан дүкені", note="нан пісірдім")
    return await start_draft(acting(diary.session, diary.actor, NOW, diary.programme), change)


async def _link(diary: Diary, entry: Entry) -> str:
    return await employer_link(acting(diary.session, diary.actor, NOW, diary.programme), entry.id)


async def test_an_employer_confirms_once(diary: Diary) -> None:
    entry = await _work(diary)
    payload = await _link(diary, entry)
    employer = diary.mentor
    work = await work_of_link(acting(diary.session, employer, NOW), payload)
    assert (work.first_name, work.employer, work.report) == (
        "Аружан",
        "Нан дүкені",
        "нан пісірдім",
    )
    person = await diary.session.get_one(Person, diary.actor.id)
    person.full_name = "Аружан Серікқызы Сейтова"
    work = await work_of_link(acting(diary.session, employer, NOW), payload)
    assert work.first_name == "Аружан"
    with pytest.raises(Refusal, match="employer-name-wrong"):
        await answer_link(acting(diary.session, employer, NOW), payload, confirmed=True, name=" ")
    name = "Серік  Ахметов "
    await answer_link(acting(diary.session, employer, NOW), payload, confirmed=True, name=name)
    assert (entry.employer_signer, entry.employer_confirmed_at) == ("Серік Ахметов", NOW)
    (told,) = await diary.session.scalars(select(Outbox))
    assert (told.kind, told.person_id) == ("employer-confirmed", diary.actor.id)
    with pytest.raises(LinkUnusable):
        await answer_link(acting(diary.session, employer, NOW), payload, confirmed=False)
    with pytest.raises(TooLate):
        await _link(diary, entry)


async def test_an_employer_may_decline(diary: Diary) -> None:
    entry = await _work(diary)
    payload = await _link(diary, entry)
    await answer_link(acting(diary.session, diary.mentor, NOW), payload, confirmed=False)
    assert entry.employer_confirmed_at is None
    (told,) = await diary.session.scalars(select(Outbox))
    assert told.kind == "employer-declined"


@pytest.mark.parametrize("state", [EnrolmentState.WITHDRAWN, EnrolmentState.REFUSED])
async def test_an_employer_s_link_lapses_with_the_enrolment(
    diary: Diary, state: EnrolmentState
) -> None:
    entry = await _work(diary)
    payload = await _link(diary, entry)
    enrolment = await diary.session.get_one(Enrolment, entry.enrolment_id)
    enrolment.state = state
    at = acting(diary.session, diary.mentor, NOW)
    with pytest.raises(Refusal, match="refused-link"):
        await work_of_link(at, payload)
    with pytest.raises(Refusal, match="refused-link"):
        await answer_link(at, payload, confirmed=True, name="Серік Ахметов")
    assert entry.employer_confirmed_at is None


async def test_links_that_open_nothing(diary: Diary) -> None:
    entry = await _work(diary)
    first = await _link(diary, entry)
    second = await _link(diary, entry)
    with pytest.raises(Refusal, match="employer-self"):
        await work_of_link(acting(diary.session, diary.actor, NOW), second)
    for payload, now in (
        (first, NOW + dt.timedelta(seconds=1)),
        (second, NOW + LIFETIME),
        ("e_made-up", NOW),
    ):
        with pytest.raises(LinkUnusable):
            await work_of_link(acting(diary.session, diary.mentor, now), payload)
    await diary.submits(entry)
    await work_of_link(acting(diary.session, diary.mentor, NOW), second)
    await withdraw(acting(diary.session, diary.actor, NOW), entry.id)
    with pytest.raises(Refusal, match="refused-link"):
        await work_of_link(acting(diary.session, diary.mentor, NOW), second)


async def test_a_decided_entry_is_not_confirmed_any_more(diary: Diary) -> None:
    entry = await _work(diary)
    payload = await _link(diary, entry)
    entry.state = EntryState.APPROVED
    with pytest.raises(TooLate):
        await answer_link(
            acting(diary.session, diary.mentor, NOW), payload, confirmed=True, name="Серік Ахметов"
        )


async def test_only_work_has_an_employer(diary: Diary) -> None:
    entry = await diary.sport()
    with pytest.raises(Refusal):
        await _link(diary, entry)


async def test_what_was_confirmed_is_confirmed_anew_after_a_change(diary: Diary) -> None:
    entry = await _work(diary)
    payload = await _link(diary, entry)
    employer: Actor = diary.mentor
    await answer_link(
        acting(diary.session, employer, NOW), payload, confirmed=True, name="Серік Ахметов"
    )
    await diary.answers(entry, minutes=60)
    assert entry.employer_signer
    changed = await diary.answers(entry, days=3)
    assert (changed.employer_signer, changed.employer_confirmed_at) == (None, None)
