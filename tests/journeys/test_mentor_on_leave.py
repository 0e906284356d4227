"""A mentor on leave: told to the expert, handed to a colleague, back by itself on the day."""

from typing import Any

from sqlalchemy import select

from locales import texts
from storage.tables import Audit, Entry, EntryState, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import now_on, said, title
from tests.journeys.test_review import enrol
from tests.journeys.world import World

SAY = texts("kk")


async def menu_of(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.sees(SAY.plain("menu-button-help"), new=True)


async def logs(phone: Phone, words: str) -> None:
    """One entry, from the message to saved."""
    await phone.write(words)
    await phone.sees(SAY.plain("journal-button-ok"), new=True)
    await phone.tap(SAY.plain("journal-button-ok"))


async def test_a_week_of_leave(world: World) -> None:
    """Tuesday noon: the leave is from Wednesday to the Friday of the week after."""
    centre = await world.centre("Жас")
    expert = await world.staff("Ерлан", RoleKind.EXPERT, centre_id=centre)
    under: dict[str, Any] = {"centre_id": centre, "reports_to": await world.person_id(expert)}
    mentor = await world.staff("Айгүл", RoleKind.MENTOR, **under)
    colleague = await world.staff("Сәуле", RoleKind.MENTOR, **under)
    await world.staff("Болат", RoleKind.MENTOR, centre_id=centre)
    participant = await world.phone("Аружан")
    await participant.start()
    await participant.sees("Қазақша")
    await enrol(world, participant, mentor, "Сейтова Аружан")
    await logs(participant, "жүгіру 40 мин")
    waiting = await mentor.sees("Сейтова Аружан", "40")

    # The mentor tells it.
    await menu_of(mentor)
    await mentor.tap(SAY.plain("menu-button-away"))
    await mentor.tap(SAY.plain("away-button-report"))
    await mentor.write("х" * 301)
    await mentor.sees(SAY.plain("away-words-long", length=301, most=300), new=True)
    await mentor.tap(SAY.plain("away-reason-leave"))
    await mentor.sees(said(SAY, "away-first"))
    await mentor.write("03.02.2025")  # a year ago
    await mentor.sees("Алғашқы күнді мына аралықтан", new=True)
    await mentor.write("4 ақпан")
    await mentor.sees(said(SAY, "away-last"), new=True)
    await mentor.tap("13")
    await mentor.sees(title(SAY.plain("away-sure", span="", reason="")))
    await mentor.tap(SAY.plain("away-button-sure"))
    await mentor.sees("📌", "Ерлан Сынақ")

    # The expert hands the participants to another of their own mentors, and of theirs alone.
    told = await expert.sees(
        "Айгүл Сынақ", said(SAY, "notice-absence-mine", "name", "role", "span")
    )
    await expert.tap(SAY.plain("away-button-arrange"), on=told)
    choice = await expert.sees(said(SAY, "away-substitute"))
    assert "Болат" not in str(choice["buttons"])
    await expert.tap("Сәуле Сынақ", on=choice)
    await expert.sees("Орнында:", "Сәуле Сынақ")
    await mentor.sees(said(SAY, "notice-absence-arranged", "instead"), "Сәуле Сынақ")

    # Before the day nothing is the colleague's; on its morning what waits is.
    await colleague.does_not_see("Аружан")
    data = next(b["data"] for row in waiting["buttons"] for b in row if "data" in b)
    number = (await colleague.messages())[-1]["message_id"]
    await colleague.forge(number, data)
    await colleague.does_not_see("Аружан")
    await world.move(days=1)
    await colleague.sees("Айгүл Сынақ", "1 жазба")
    await colleague.tap(SAY.plain("menu-button-reviews", entries=1))
    await colleague.sees("Сейтова Аружан", "40")

    # A new entry goes to the colleague alone; the mentor's old card learns that it is decided.
    before = len(await mentor.messages())
    await logs(participant, "жүгіру 25 мин")
    await colleague.sees("Сейтова Аружан", "25", new=True)
    assert len(await mentor.messages()) == before
    await colleague.tap(SAY.plain("review-button-approve"), on=await colleague.sees("40"))
    await participant.sees(said(SAY, "verdict-approved", "summary"))
    stands_in = await world.person_id(colleague)
    async with world.bot.database.transaction() as session:
        states = list(await session.scalars(select(Entry.state).order_by(Entry.id)))
        stood_in = select(Audit.actor_id).where(Audit.action == "mentor.stood_in")
        assert set(await session.scalars(stood_in)) == {stands_in}
    assert states == [EntryState.APPROVED, EntryState.SUBMITTED]
    late = await mentor.forge(waiting["message_id"], data)
    assert late is not None
    assert "Сәуле Сынақ" in late["text"]

    # Saturday 09:00: back by itself.
    await world.move(days=10, hours=-3)
    await mentor.sees("Қайта оралуыңызбен", "1 жазба")
    await colleague.sees("Айгүл Сынақ", said(SAY, "notice-standing-in-over", "name"))
    card = await colleague.sees("Сейтова Аружан", "25")
    refused = await colleague.tap(SAY.plain("review-button-approve"), on=card)
    assert refused is not None
    assert SAY.plain("review-gone") in refused["text"]
    assert "Сейтова" not in str(await now_on(colleague, card))
    colleagues = len(await colleague.messages())
    await logs(participant, "жүгіру 30 мин")
    await mentor.sees("Сейтова Аружан", "30", new=True)
    assert len(await colleague.messages()) == colleagues


async def test_until_return_with_nobody_above_but_the_operator(world: World) -> None:
    """No expert, no coordinator: the operator stands in, from a menu that had no reviews before."""
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    mentor = await world.staff("Айгүл", RoleKind.MENTOR)
    participant = await world.phone("Аружан")
    await participant.start()
    await participant.sees("Қазақша")
    await enrol(world, participant, mentor, "Сейтова Аружан")
    await menu_of(mentor)
    await mentor.tap(SAY.plain("menu-button-away"))
    await mentor.tap(SAY.plain("away-button-report"))
    await mentor.write("әжем ауырып қалды")
    await mentor.sees(said(SAY, "away-first"), new=True)
    await mentor.tap("3")
    await mentor.tap(SAY.plain("away-button-until-return"))
    await mentor.tap(SAY.plain("away-button-sure"))
    await operator.sees("Айгүл Сынақ", said(SAY, "notice-absence-mine", "name", "role", "span"))
    await logs(participant, "жүгіру 40 мин")
    await operator.sees("Сейтова Аружан", "40")
    await menu_of(operator)
    await operator.sees(
        SAY.plain("menu-button-reviews", entries=1), SAY.plain("menu-standing-in", colleagues=1)
    )
    await world.move(days=20)
    await menu_of(mentor)
    await mentor.tap(SAY.plain("menu-button-away"))
    await mentor.tap(SAY.plain("away-button-back"))
    await operator.sees("Айгүл Сынақ", said(SAY, "notice-standing-in-over", "name"))
    await menu_of(operator)
    await operator.sees(SAY.plain("menu-button-staff"))
    assert "Тексеру" not in str((await operator.messages())[-1]["buttons"])
