"""The clock's digests as people see them: a mentor's evening, the day's list, Monday's chart."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select, update

from award.messages.preferences import Regular
from locales import texts
from storage.tables import Enrolment, Outbox, Preference, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import said
from tests.journeys.test_findings import logged, participant, picture_in
from tests.journeys.world import World

SAY = texts("kk")
ME, FRIEND = "Сейтова Аружан", "Қуанышев Дәурен"
MENTOR = "Дана Ахметова"
EVENING = said(SAY, "digest-evening", "total")
# The story begins on a Tuesday noon.
TO_EVENING, TO_MORNING = 6, 15  # hours


@dataclass
class Story:
    """An operator, an expert and a coordinator over one mentor with two participants."""

    world: World
    operator: Phone
    expert: Phone
    coordinator: Phone
    other_coordinator: Phone
    mentor: Phone
    idle: Phone
    me: Phone
    friend: Phone

    async def kinds(self, phone: Phone) -> list[str]:
        """What the clock owed, in order."""
        who = await self.world.person_id(phone)
        kinds = [kind.value for kind in Regular]
        async with self.world.bot.database.transaction() as session:
            found = await session.scalars(
                select(Outbox.kind)
                .where(Outbox.person_id == who, Outbox.kind.in_(kinds))
                .order_by(Outbox.id)
            )
            return list(found)

    async def wishes(self, phone: Phone, kind: Regular, **wish: Any) -> None:
        who = await self.world.person_id(phone)
        async with self.world.bot.database.transaction() as session:
            session.add(Preference(person_id=who, kind=kind.value, **wish))


@pytest.fixture
async def story(world: World) -> Story:
    centre = await world.centre("Достық мектебі")
    expert = await world.staff("Сәуле", RoleKind.EXPERT)
    to = await world.person_id(expert)
    mentor = await world.staff(
        "Дана", RoleKind.MENTOR, full_name=MENTOR, reports_to=to, centre_id=centre
    )
    me, friend = [await participant(world, mentor, name) for name in (ME, FRIEND)]
    now = world.clock.now()
    async with world.bot.database.transaction() as session:
        await session.execute(update(Enrolment).values(activated_at=now, started_on=now.date()))
    return Story(
        world=world,
        operator=await world.staff("Олжас", RoleKind.OPERATOR),
        expert=expert,
        coordinator=await world.staff("Гүлнар", RoleKind.COORDINATOR, region="KZ-75"),
        other_coordinator=await world.staff("Ерлан", RoleKind.COORDINATOR, region="KZ-71"),
        mentor=mentor,
        idle=await world.staff("Марат", RoleKind.MENTOR, centre_id=centre),
        me=me,
        friend=friend,
    )


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


async def test_an_evening_of_a_mentor(story: Story) -> None:
    """One message, the longest waiting first, a tap to the queue; nothing to whom nobody waits."""
    await logged(story.world, story.friend, 1)
    await story.world.move(hours=1)
    await logged(story.world, story.me, 2)
    await story.world.move(hours=TO_EVENING - 1)
    told = await story.mentor.sees(EVENING, ME, FRIEND)
    assert told["text"].index(FRIEND) < told["text"].index(ME)
    assert "2" in told["text"].splitlines()[0]
    await story.mentor.tap("Тексеруге кірісу", on=told)
    await story.mentor.sees(FRIEND, "жүгіру", new=True)
    assert await story.kinds(story.idle) == []
    for phone in (story.operator, story.expert, story.coordinator, story.me):
        await phone.does_not_see(EVENING)


async def test_a_day_of_each_in_their_own_scope(story: Story) -> None:
    await logged(story.world, story.me, 1)
    await story.world.move(hours=TO_EVENING + TO_MORNING)
    for phone in (story.operator, story.expert, story.coordinator):
        seen = await phone.sees("назарыңызды күтіп тұрған істер", f"{MENTOR}: 1")
        assert ME not in seen["text"]
    quiet = await story.other_coordinator.sees("назарыңызды күтіп тұрған іс жоқ")
    assert MENTOR not in quiet["text"]
    assert "\n" not in quiet["text"]
    assert await story.kinds(story.mentor) == ["review-evening"]


async def test_what_goes_late_shows_nobody_what_they_may_no_longer_see(story: Story) -> None:
    """A coordinator who was given another region while Telegram did not answer."""
    world = story.world
    await logged(world, story.me, 1)
    await world.move(hours=TO_EVENING + TO_MORNING, minutes=-30)
    await world.fault("sendMessage", retry_after=600, times=4)
    await world.move(minutes=30)
    who = await world.person_id(story.coordinator)
    async with world.bot.database.transaction() as session:
        await session.execute(update(Role).where(Role.person_id == who).values(region="KZ-71"))
    await world.move(hours=1)
    await story.expert.sees("назарыңызды күтіп тұрған істер")
    assert await story.kinds(story.coordinator) == ["daily-digest"]
    await story.coordinator.does_not_see("назарыңызды күтіп тұрған")


async def test_the_silent_of_a_month_are_counted_for_their_coordinator(story: Story) -> None:
    await story.world.move(days=29)
    await story.coordinator.does_not_see("үнсіз қатысушы")
    await story.world.move(days=2)
    seen = await story.coordinator.sees("30 күннен бері үнсіз қатысушы: 2")
    assert ME not in seen["text"]
    await story.other_coordinator.does_not_see("үнсіз қатысушы")


async def test_a_monday(story: Story) -> None:
    """A chart with three lines to each; counted of the week that is over, in the own scope."""
    await logged(story.world, story.me, 1, minutes=70)
    await story.world.move(days=6)  # to Monday noon
    seen = await story.operator.sees("Жіберілген жазба: 1", "Тексеру күткен жазба: 1")
    assert len(seen["text"].splitlines()) == 3
    assert (await picture_in(story.world, seen)).width == 1080
    assert labels(seen) == ["📋 Бүгінгі істер", "⏰ Қашан келсін?", "🏠 Мәзір"]
    for phone in (story.expert, story.coordinator):
        await phone.sees("Қатысып жүргені: 2", "Жіберілген жазба: 1")
    own = await story.mentor.sees("Қатысып жүргені: 2", "Тексеру күткен жазба: 1")
    assert labels(own)[0] == "🔎 Тексеруге кірісу"
    await story.other_coordinator.sees("бұл аптада қатысушы да, жазба да болмады")
    assert "weekly-digest" not in await story.kinds(story.idle)
    await story.operator.tap("Бүгінгі істер", on=seen)
    await story.operator.sees("назарыңызды күтіп тұрған істер", new=True)


async def test_each_sets_which_and_when(story: Story) -> None:
    await logged(story.world, story.me, 1)
    await story.wishes(story.expert, Regular.DAILY_DIGEST, off=True)
    await story.wishes(story.operator, Regular.DAILY_DIGEST, off=False, hour=11)
    await story.world.move(hours=TO_EVENING + TO_MORNING)
    await story.coordinator.sees("назарыңызды күтіп тұрған істер")
    assert await story.kinds(story.operator) == []
    await story.world.move(hours=2)
    assert await story.kinds(story.operator) == ["daily-digest"]
    assert await story.kinds(story.expert) == []


async def test_how_are_we_doing_at_any_time(story: Story) -> None:
    await logged(story.world, story.me, 1)
    await story.world.move(days=7)
    for phone, name in ((story.expert, "expert"), (story.mentor, "mentor")):
        await phone.write("/menu")
        menu = await phone.sees("🏠", "📊 Жағдай қалай?", new=True)
        await phone.tap("Жағдай қалай?", on=menu)
        week = await phone.sees("Жіберілген жазба: 1", new=True)
        assert week["media"], name
        await phone.tap("Бүгінгі істер", on=week)
        day = await phone.sees("істер", "Тексеру күткен жазба: 1", new=True)
        await phone.tap("Соңғы апта", on=day)
        await phone.sees("Жіберілген жазба: 1", new=True)


async def test_a_participant_has_no_such_button_and_no_such_screen(story: Story) -> None:
    await story.me.write("/menu")
    menu = await story.me.sees("🏠", new=True)
    assert not [label for label in labels(menu) if "Жағдай" in label]
    for tap in ("go:digest", "go:week", "go:today"):
        answer = await story.me.forge(menu["message_id"], tap)
        assert answer is not None
        assert answer["text"] == SAY.plain("refused-not-allowed")
