"""The week's hour as it is lived: a month with a kept, a missed, an excused and a snoozed week."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from handlers.reminders.weekly_hour import PRAISE, WORDS
from locales import texts
from storage.tables import Enrolment, Entry, Excuse, ExcuseState, Outbox, PlanItem
from tests.journeys.people import Phone
from tests.journeys.steps import Pair, a_pair, approve, log, now_on, said, title
from tests.journeys.test_absence import tells
from tests.journeys.world import World

SAY = texts("kk")
ZONE = ZoneInfo("Asia/Almaty")
SILENT = (1, 2, 4, 5)  # no Thursday, Sunday or Monday
SPORT, TALENT = "🏃 Спорт және дене шынықтыру", "🎨 Дарын мен дағды"
BEGINNINGS = [SAY.plain(f"hour-words-{number}") for number in range(1, WORDS + 1)]
PRAISES = [
    *(said(SAY, f"streak-milestone-{weeks}") for weeks in (1, 4)),
    *(said(SAY, f"streak-words-{number}", "weeks") for number in range(1, PRAISE + 1)),
]


async def test_a_month(world: World) -> None:
    """Every message that the clock sends in it, by its time."""
    pair = await two_weekly_directions(world)
    phone = pair.participant

    # The week of 2 February is kept, at once: nothing but the good word after it.
    await logged(pair, "жүгіру 60 мин")
    await logged(pair, "домбыра 60 мин")
    await until(world, 9, 10)
    assert await told(phone) == ["9 Feb 09:00 praise"]
    assert SAY.plain("streak-milestone-1") in (await phone.sees(PRAISES[0]))["text"]

    # That of 9 February is missed. What waits for the mentor is not asked for again.
    await log(pair, "жүгіру 20 мин")
    await until(world, 12, 19)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4))
    assert lines(reminder) == [said_line("sport", 40), said_line("talent", 60)]
    assert labels(reminder) == [
        *(SAY.plain("hour-button-log", direction=name(code)) for code in ("sport", "talent")),
        *(SAY.plain(f"hour-button-{when}") for when in ("evening", "tomorrow", "week")),
        SAY.plain("wishes-button"),
    ]
    await until(world, 16, 12)
    last = await phone.sees(SAY.plain("hour-days-left", days=1))
    assert SAY.plain("hour-button-tomorrow") not in labels(last)
    await until(world, 16, 21)
    thursday_and_sunday = ["12 Feb 18:00 reminder", "15 Feb 16:00 reminder"]
    assert (await told(phone))[1:] == thursday_and_sunday

    # That of 16 February is excused: silence, and no word about it afterwards.
    await excused(world, date(2026, 2, 16), date(2026, 2, 22))
    await until(world, 23, 21)
    assert (await told(phone))[1:] == thursday_and_sunday

    # That of 23 February is put off: till tomorrow, and then altogether.
    await until(world, 26, 18)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4), new=True)
    await phone.tap(SAY.plain("hour-button-tomorrow"), on=reminder)
    put_off = await now_on(phone, reminder)
    assert SAY.plain("hour-snoozed-tomorrow", hour="18:00") in put_off["text"]
    assert labels(put_off)[:2] == labels(reminder)[:2]
    await until(world, 27, 18)
    again = await phone.sees(SAY.plain("hour-again"), new=True)
    assert SAY.plain("hour-days-left", days=3) in again["text"]
    await phone.tap(SAY.plain("hour-button-week"), on=again)
    await until(world, 29 + 8, 21)
    assert (await told(phone))[3:] == [
        "26 Feb 18:00 reminder",
        "27 Feb 18:00 reminder",
        # The week after has its own again; nothing was said of the one that broke the row.
        "5 Mar 18:00 reminder",
        "8 Mar 16:00 reminder",
    ]
    seen = [beginning(message) for message in await phone.messages() if is_reminder(message)]
    assert all(one != next_ for one, next_ in pairwise(seen))


async def test_a_tap_begins_an_entry_and_the_reminder_stays(world: World) -> None:
    pair = await two_weekly_directions(world)
    phone = pair.participant
    await until(world, 5, 18)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4))
    await phone.tap(labels(reminder)[1], on=reminder)
    card = await phone.sees(SAY.plain("journal-ask-min"), new=True)
    assert name("talent") in card["text"]
    assert lines(await now_on(phone, reminder)) == lines(reminder)
    await phone.tap(labels(reminder)[1], on=reminder)
    async with world.bot.database.transaction() as session:
        assert len(list(await session.scalars(select(Entry.id)))) == 1
    await phone.tap(SAY.plain("minutes", minutes=60), on=card)
    await phone.tap(SAY.plain("journal-button-ok"), on=await now_on(phone, card))
    await logged(pair, "жүгіру 60 мин", approved=False)
    await until(world, 9, 20)
    # Both wait for the mentor: nothing is left to do, and nothing is praised that is not approved.
    assert await told(phone) == ["5 Feb 18:00 reminder"]


async def test_who_has_done_it_by_then_is_not_reminded(world: World) -> None:
    """Owed at 18:00 and sent later, as after a failure: it is worded of how things stand then."""
    pair = await two_weekly_directions(world)
    phone = pair.participant
    await until(world, 5, 18)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4))
    await phone.tap(SAY.plain("hour-button-evening"), on=reminder)
    await logged(pair, "жүгіру 60 мин", approved=False)
    await logged(pair, "домбыра 60 мин", approved=False)
    await until(world, 5, 21)
    assert await told(phone) == ["5 Feb 18:00 reminder"]
    async with world.bot.database.transaction() as session:
        outcomes = await session.scalars(
            select(Outbox.outcome).where(Outbox.kind == "weekly-hour").order_by(Outbox.id)
        )
        assert list(outcomes) == ["sent", "obsolete"]


async def test_a_reason_that_the_mentor_accepts_silences_the_week(world: World) -> None:
    """Told from the question after two weeks of silence; then of a week that was asked for."""
    pair = await two_weekly_directions(world)
    phone = pair.participant
    await until(world, 17, 18)
    before = [
        f"{day} Feb {hour}:00 reminder" for day, hour in ((5, 18), (8, 16), (12, 18), (15, 16))
    ]
    assert await told(phone) == before
    asked = await phone.sees(title(SAY.plain("silence-asked", days=14)))
    await phone.tap(SAY.plain("silence-button-absence"), on=asked)
    await phone.sees(SAY.plain("absence-button-report"), new=True)
    await is_away(pair, "17.02.2026", "20.02.2026")
    await until(world, 23, 8)
    assert await told(phone) == before
    assert await owed_from(world, 17) == []

    # Put off till the evening, and excused by then: what is owed already is not sent.
    await until(world, 26, 18)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4), new=True)
    await phone.tap(SAY.plain("hour-button-evening"), on=reminder)
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-absence"))
    await is_away(pair, "26.02.2026", "27.02.2026")
    await until(world, 29, 23)
    assert await told(phone) == [*before, "26 Feb 18:00 reminder"]
    assert await owed_from(world, 17) == ["sent", "obsolete"]


async def test_buttons_of_a_week_that_is_over(world: World) -> None:
    pair = await two_weekly_directions(world)
    phone = pair.participant
    await until(world, 5, 18)
    reminder = await phone.sees(SAY.plain("hour-days-left", days=4))
    await until(world, 10, 12)
    answer = await phone.tap(SAY.plain("hour-button-tomorrow"), on=reminder)
    assert answer is not None
    assert answer["text"] == SAY.plain("refused-hour-week-over")


async def test_everyone_chooses_the_hour_or_none(world: World) -> None:
    pair = await two_weekly_directions(world)
    phone = pair.participant
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-wishes"))
    await phone.tap(SAY.plain("wish-weekly-hour"))
    await phone.sees(SAY.plain("wish-weekly-hour-about"), SAY.plain("wishes-hour"))
    await phone.tap("12:00")
    await phone.sees("• 12:00 •")
    await until(world, 6, 9)
    assert await told(phone) == ["5 Feb 12:00 reminder"]
    await phone.tap(SAY.plain("wishes-button-off"))
    off = await phone.sees(SAY.plain("wish-is-off"))
    assert SAY.plain("wishes-hour") not in off["text"]
    await until(world, 20, 9)
    assert await told(phone) == ["5 Feb 12:00 reminder"]
    await phone.tap(SAY.plain("wishes-button-on"))
    await phone.sees("• 12:00 •")
    await until(world, 23, 9)
    assert (await told(phone))[1:] == ["22 Feb 12:00 reminder"]


async def test_a_mentor_moves_what_is_required_and_cannot_silence_it(world: World) -> None:
    pair = await two_weekly_directions(world)
    mentor = pair.mentor
    await mentor.write("/menu")
    await mentor.tap(SAY.plain("menu-button-wishes"))
    await mentor.tap(SAY.plain("wish-review-evening"))
    window = await mentor.sees(SAY.plain("wish-review-evening-about"))
    assert not {SAY.plain("wishes-button-off"), SAY.plain("wishes-button-rest")} & {*labels(window)}
    await mentor.tap("20:00", on=window)
    await mentor.sees("• 20:00 •")
    await mentor.tap(SAY.plain("wishes-button-usual"))
    await mentor.sees(SAY.plain("wish-is-usual"))


# --- what they stand on


async def two_weekly_directions(world: World) -> Pair:
    """A participant with sport and talent under way; volunteering begins in another year."""
    pair = await a_pair(world)
    async with world.bot.database.transaction() as session:
        later = update(PlanItem).where(PlanItem.direction == "volunteering")
        await session.execute(later.values(starts_on=date(2027, 1, 1)))
    return pair


async def logged(pair: Pair, words: str, *, approved: bool = True) -> None:
    await log(pair, words)
    if approved:
        await approve(pair)


async def excused(world: World, first: date, last: date) -> None:
    async with world.bot.database.transaction() as session:
        enrolment = (await session.scalars(select(Enrolment))).one()
        session.add(
            Excuse(
                enrolment_id=enrolment.id,
                state=ExcuseState.ACCEPTED,
                first_day=first,
                last_day=last,
                reason="illness",
                made_by=enrolment.person_id,
                made_at=world.clock.now(),
            )
        )


async def is_away(pair: Pair, first: str, last: str) -> None:
    """Tell of these days from the list of absences; the mentor accepts them by one tap."""
    await tells(pair.participant, first, last)
    await pair.participant.tap(SAY.plain("absence-button-send"))
    label = SAY.plain("excuse-button-ok")
    await pair.mentor.tap(label, on=await pair.mentor.sees(label, new=True))
    await pair.participant.sees("✅ Тәлімгер қабылдады", new=True)


async def owed_from(world: World, day: int) -> list[str | None]:
    """What became of each reminder owed since that day of February."""
    since = datetime(2026, 2, day, tzinfo=ZONE)
    owed = select(Outbox.outcome).where(Outbox.kind == "weekly-hour", Outbox.written_at >= since)
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(owed.order_by(Outbox.id)))


async def until(world: World, day: int, hour: int) -> None:
    """Let time pass until that hour of that day, counted from 1 February.

    Days on which nothing is to come pass at once: what came on them after all would be seen.
    """
    to = datetime(2026, 2, 1, hour, tzinfo=ZONE) + timedelta(days=day - 1)
    while (now := world.clock.now().astimezone(ZONE)) < to:
        days = 0
        while (now + timedelta(days=days)).weekday() in SILENT and days < (
            to.date() - now.date()
        ).days:
            days += 1
        midnight = datetime.combine(now + timedelta(days=days or 1), time(), ZONE)
        span = (min(midnight, to) - now).total_seconds()
        await (world.jump if days else world.move)(seconds=span)


async def told(phone: Phone) -> list[str]:
    """What came by the clock alone, and when."""
    found = []
    for message in await phone.messages():
        at = datetime.fromisoformat(message["date"]).astimezone(ZONE)
        if any(words in message["text"] for words in PRAISES):
            found.append(f"{at.day} {at:%b %H:%M} praise")
        elif is_reminder(message):
            found.append(f"{at.day} {at:%b %H:%M} reminder")
    return found


def is_reminder(message: dict[str, Any]) -> bool:
    return any(words in message["text"] for words in BEGINNINGS) or (
        # One that was put off: its words have made way for when it comes again.
        any(said(SAY, f"hour-snoozed-{when}", "hour") in message["text"] for when in SNOOZES)
    )


SNOOZES = ("evening", "tomorrow", "week")


def beginning(message: dict[str, Any]) -> str:
    return str(message["text"].partition("\n\n")[0])


def name(code: str) -> str:
    return {"sport": SPORT, "talent": TALENT}[code]


def said_line(code: str, minutes: int) -> str:
    return f"{name(code)} – {minutes} мин"


def lines(message: dict[str, Any]) -> list[str]:
    return str(message["text"]).split("\n\n")[-2].split("\n")


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]
