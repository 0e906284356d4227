"""A participant falls ill: told by taps, asked about, answered with a paper, accepted."""

from sqlalchemy import func, select

from award.absence.absences import LONGEST_WORDS
from locales import texts
from storage.tables import Entry, Excuse, ExcuseState, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import a_picture, now_on, said, tap_stale, title
from tests.journeys.test_review import enrol, picture
from tests.journeys.world import World

SAY = texts("kk")


async def a_pair(world: World) -> tuple[Phone, Phone]:
    """An active participant of three weeks, and the mentor."""
    mentor = await world.staff("Айгүл", RoleKind.MENTOR)
    participant = await world.phone("Аружан")
    await participant.start()
    await participant.sees("Қазақша")
    await enrol(world, participant, mentor, "Сейтова Аружан")
    return participant, mentor


async def opens(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.sees(SAY.plain("menu-button-absence"), new=True)
    await phone.tap(SAY.plain("menu-button-absence"))
    await phone.sees(SAY.plain("absence-button-report"))


async def tells(phone: Phone, first: str, last: str) -> None:
    await phone.tap(SAY.plain("absence-button-report"))
    await phone.tap(SAY.plain("absence-reason-illness"))
    await phone.sees(said(SAY, "absence-first"))
    await phone.write(first)
    await phone.sees(SAY.plain("absence-button-one-day"), new=True)
    await phone.write(last)
    await phone.sees(title(_sure()), new=True)


def _sure() -> str:
    return SAY.plain("absence-sure", days="", reason="", note="", paper="no")


async def states(world: World) -> list[ExcuseState]:
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(Excuse.state).order_by(Excuse.id)))


async def test_told_asked_about_answered_accepted(world: World) -> None:
    """Tuesday, 3 February 2026: ill since Saturday, until Thursday."""
    participant, mentor = await a_pair(world)
    await opens(participant)
    await tells(participant, "31.01.2026", "05.02.2026")
    await participant.write("Тамағым ауырып, <b>дәрігерге</b> бардым")
    await participant.sees("<b>дәрігерге</b>", title(_sure()), new=True)
    await participant.send(picture(), text="Анықтама")
    await participant.sees("<b>дәрігерге</b>", "Анықтама", "📎", title(_sure()), new=True)
    await participant.tap(SAY.plain("absence-button-send"))
    await participant.sees(SAY.plain("absence-state-asked", weeks=2))

    card = await mentor.sees("Сейтова Аружан", "дәрігерге", "31 қаңтар")
    assert card["media"][0]["kind"] == "photo"
    await mentor.tap(SAY.plain("excuse-button-ask"), on=card)
    await mentor.sees(said(SAY, "excuse-ask-question"))
    await mentor.write("Қашан сауығасыз?")
    await mentor.sees(SAY.plain("excuse-state-questioned"), new=True)

    asked = await participant.sees("Қашан сауығасыз?", SAY.plain("absence-button-answer"))
    await participant.tap(SAY.plain("absence-button-answer"), on=asked)
    await participant.sees("✍️", "Қашан сауығасыз?")
    await participant.write("Жұмада мектепке барамын")
    await participant.sees(SAY.plain("absence-state-asked", weeks=2), new=True)

    again = await mentor.sees("Жұмада мектепке барамын", SAY.plain("excuse-button-ok"))
    await mentor.tap(SAY.plain("excuse-button-ok"), on=again)
    await mentor.sees(SAY.plain("excuse-state-accepted"))
    await participant.sees("✅ Тәлімгер қабылдады", "31 қаңтар")
    assert await states(world) == [ExcuseState.ACCEPTED]

    # The mentor's other phone still shows the buttons: one decision holds.
    late = await tap_stale(mentor, SAY.plain("excuse-button-refuse"), again)
    assert late is not None
    assert late["text"] == SAY.plain("absence-already-accepted")
    assert await states(world) == [ExcuseState.ACCEPTED]
    assert SAY.plain("excuse-state-accepted") in (await now_on(mentor, again))["text"]


async def test_of_an_album_one_file_is_the_paper_and_the_rest_is_told_of(world: World) -> None:
    participant, mentor = await a_pair(world)
    await opens(participant)
    await tells(participant, "31.01.2026", "05.02.2026")
    await participant.send(*[a_picture(number=number) for number in range(3)], text="Анықтама")
    await participant.sees(SAY.plain("album-one-is-enough"), new=True)
    await participant.tap(SAY.plain("absence-button-send"))
    card = await mentor.sees("Анықтама", "31 қаңтар")
    await mentor.tap(SAY.plain("excuse-button-ask"), on=card)
    await mentor.sees(said(SAY, "excuse-ask-question"))
    await mentor.write("Тағы бар ма?")
    asked = await participant.sees("Тағы бар ма?", SAY.plain("absence-button-answer"))
    await participant.tap(SAY.plain("absence-button-answer"), on=asked)
    await participant.sees("✍️", "Тағы бар ма?")
    await participant.send(*[a_picture(number=number) for number in range(2)], text="Міне")
    await participant.sees(SAY.plain("album-one-is-enough"), new=True)
    await mentor.sees("Міне", SAY.plain("excuse-button-ok"))
    said_of_it = [m["text"] for m in await participant.messages()]
    assert said_of_it.count(SAY.plain("album-one-is-enough")) == 2
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Entry.id))) == 0


async def test_back_earlier_and_taken_back(world: World) -> None:
    participant, mentor = await a_pair(world)
    await opens(participant)
    await tells(participant, "02.02.2026", "13.02.2026")
    await participant.tap(SAY.plain("absence-button-send"))
    await participant.sees(SAY.plain("absence-state-asked", weeks=2))
    await mentor.tap(SAY.plain("excuse-button-ok"))
    await participant.sees("✅ Тәлімгер қабылдады")
    await participant.tap(SAY.plain("absence-button-open"))
    await participant.tap(SAY.plain("absence-button-shorten"))
    await participant.sees(said(SAY, "absence-shorter"))
    await participant.write("3 ақпан")
    await participant.sees("2 ақпан – 3 ақпан", new=True)
    await mentor.sees("ертерек оралды", "3 ақпан")
    # The same days again are refused in words, and what was told is still there to be mended.
    await participant.tap(SAY.plain("button-back"))
    await tells(participant, "03.02.2026", "03.02.2026")
    answer = await participant.tap(SAY.plain("absence-button-send"))
    assert answer is not None
    assert "қабаттасады" in answer["text"]
    await opens(participant)
    await participant.tap("✅ 2 ақпан")
    await participant.tap(SAY.plain("absence-button-withdraw"))
    await participant.sees(SAY.plain("absence-state-withdrawn"))
    await mentor.sees("қайтарып алды", "3 ақпан")
    assert await states(world) == [ExcuseState.WITHDRAWN]


async def test_refused_with_a_reason_and_days_that_cannot_be(world: World) -> None:
    participant, mentor = await a_pair(world)
    await opens(participant)
    await participant.tap(SAY.plain("absence-button-report"))
    await participant.tap(SAY.plain("absence-reason-illness"))
    for words, answer in (("01.12.2025", "мына аралықтан"), ("бұлт", "түсінбедім")):
        await participant.write(words)
        await participant.sees(answer, new=True)
    await participant.write("03.02.2026")
    await participant.tap(SAY.plain("absence-button-one-day"))
    await participant.tap(SAY.plain("absence-button-send"))
    card = await mentor.sees("Сейтова Аружан", SAY.plain("excuse-button-refuse"))
    await mentor.tap(SAY.plain("excuse-button-refuse"), on=card)
    await mentor.write("Бүгін жазба жібердіңіз ғой")
    await mentor.sees(SAY.plain("excuse-state-refused"), new=True)
    assert not (await now_on(mentor, card))["buttons"]
    await participant.sees("❌ Тәлімгер", "Бүгін жазба жібердіңіз ғой")
    assert await states(world) == [ExcuseState.REFUSED]


async def test_a_reason_and_days_in_own_words(world: World) -> None:
    """Nothing of it is taken for an entry; a date without a year may lie ahead."""
    participant, mentor = await a_pair(world)
    await opens(participant)
    await participant.tap(SAY.plain("absence-button-report"))
    await participant.write("х" * (LONGEST_WORDS + 1))
    too_long = SAY.plain("absence-words-long", length=LONGEST_WORDS + 1, most=LONGEST_WORDS)
    await participant.sees(too_long, new=True)
    await participant.write("Тісім ауырып тұр")
    await participant.sees(said(SAY, "absence-first"), new=True)
    await participant.write("5 ақпан")
    await participant.sees(SAY.plain("absence-button-one-day"), new=True)
    await participant.write("жұма")
    await participant.sees("5 ақпан – 6 ақпан", "Тісім ауырып тұр", title(_sure()), new=True)
    await participant.tap(SAY.plain("absence-button-send"))
    await mentor.sees("Сейтова Аружан", "Тісім ауырып тұр", SAY.plain("absence-reason-other"))
