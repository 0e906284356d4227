"""What the clock says of terms: an application, entries undecided, silence, the operator's days."""

from datetime import datetime

from sqlalchemy import select, update

from locales import texts
from storage.tables import Outbox, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import CENTRE, MENTOR, Applicant, a_pair, log, now_on, said, title
from tests.journeys.world import BEGINNING, World

SAY = texts("kk")
DUE = title(SAY.plain("due-applications-act"))
ABOVE = title(SAY.plain("due-applications-above"))


async def _to(world: World, day: str, hour: int = 12) -> None:
    """Move to an hour of a day in Almaty, in 2026."""
    then = datetime.fromisoformat(f"2026-{day}T{hour:02}:00:00+05:00")
    await world.move(seconds=(then - world.clock.now()).total_seconds())


async def _under_an_expert(world: World, mentor: Phone, centre: int) -> Phone:
    expert = await world.staff("Сәуле", RoleKind.EXPERT, centre_id=centre)
    async with world.bot.database.transaction() as session:
        of_mentor = Role.person_id == await world.person_id(mentor)
        under = update(Role).where(of_mentor).values(reports_to=await world.person_id(expert))
        await session.execute(under)
    return expert


async def _written(world: World, kind: str) -> list[str]:
    """When messages of a kind were owed, by Almaty's clock."""
    async with world.bot.database.transaction() as session:
        found = await session.scalars(
            select(Outbox.written_at).where(Outbox.kind == kind).order_by(Outbox.id)
        )
        moments = {at.astimezone(BEGINNING.tzinfo) for at in found}
    return [f"{at:%m-%d %H:%M}" for at in sorted(moments)]


async def test_an_application_that_nobody_answers(world: World) -> None:
    """Sent on 3 February; 14 working days end on the 23rd."""
    centre = await world.centre(CENTRE)
    mentor = await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre)
    expert = await _under_an_expert(world, mentor, centre)
    head = await world.staff("Гүлнар", RoleKind.CENTRE_HEAD, centre_id=centre)
    coordinator = await world.staff("Дина", RoleKind.COORDINATOR, region="KZ-75")
    phone = await world.phone("Аружан", phone="+77011234567")
    applicant = Applicant(world, phone, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2005)
    await applicant.choose(CENTRE, MENTOR)
    await applicant.sign_and_send()
    await phone.sees("23 ақпан")

    await _to(world, "02-11")
    await mentor.does_not_see(DUE)
    await _to(world, "02-12")
    await mentor.sees(DUE, "⏳", "23 ақпан", "Сәрсен Аружан", new=True)
    await expert.does_not_see(ABOVE)
    await _to(world, "02-20")
    await mentor.sees(DUE, "⚠️", new=True)
    for each in (expert, head):
        await each.sees(ABOVE, "⚠️", f"тәлімгері: {MENTOR}", new=True)
    await coordinator.does_not_see(ABOVE)
    await _to(world, "02-24")
    for each in (expert, head, coordinator):
        await each.sees(ABOVE, "🔴", new=True)
    missed = await mentor.sees(DUE, "🔴", new=True)
    await _to(world, "03-05")
    heard = [m for m in await mentor.messages() if DUE in m["text"]]
    assert len(heard) == 3, "half, eve, missed, and no more"
    days = ["02-12 09:00", "02-20 09:00", "02-24 09:00"]
    assert await _written(world, "applications-due") == days
    await mentor.tap("Сәрсен Аружан", on=missed)
    await mentor.tap(SAY.plain("button-take-up"))
    await phone.sees(said(SAY, "notice-application-accepted", "mentor"))


async def test_entries_undecided_and_then_silence(world: World) -> None:
    """An entry of Tuesday; the mentor hears on Friday, the expert a week later; then nothing comes
    from the participant, who is asked kindly after two weeks."""
    pair = await a_pair(world)
    async with world.bot.database.transaction() as session:
        centre = await session.scalars(Role.__table__.select().with_only_columns(Role.centre_id))
        centre_id = next(each for each in centre if each)
    expert = await _under_an_expert(world, pair.mentor, centre_id)
    await log(pair, "жүгіру 40 мин")
    await pair.mentor.sees(SAY.plain("review-button-approve"))

    await _to(world, "02-06", 13)
    reminded = await pair.mentor.sees("Тексеруіңізді күтіп тұрған жазбалар: 1", new=True)
    assert await _written(world, "entries-undecided") == ["02-06 13:00"]
    await expert.does_not_see(title(SAY.plain("due-entries-overdue")))
    await _to(world, "02-10", 13)
    await expert.sees(title(SAY.plain("due-entries-overdue")), MENTOR, "1 жазба")
    await pair.mentor.tap(SAY.plain("menu-button-reviews", entries=1), on=reminded)
    await pair.mentor.tap(SAY.plain("review-button-approve"))
    await pair.participant.sees("Тәлімгер растады")

    await _to(world, "02-18")
    asked = await pair.participant.sees(title(SAY.plain("silence-asked", days=14)), new=True)
    assert await _written(world, "silent") == ["02-17 17:00"]
    told = await pair.mentor.sees(title(SAY.plain("silence-participants")), "Сәрсен Аружан")
    await pair.participant.tap(SAY.plain("silence-button-well"), on=asked)
    answered = await now_on(pair.participant, asked)
    assert said(SAY, "silence-answered-well") in answered["text"]
    await pair.mentor.sees(said(SAY, "silence-told-well", "name"), new=True)
    await pair.mentor.tap("Сәрсен Аружан", on=told)
    await _to(world, "03-02")
    again = [m for m in await pair.participant.messages() if "Хал-жағдай" in m["text"]]
    assert not again, "the question has become the answer, and does not come again yet"
    await _to(world, "03-05")
    await pair.participant.sees(title(SAY.plain("silence-asked", days=28)), new=True)


async def test_the_operator_adds_a_day_off_and_takes_it_back(world: World) -> None:
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    await operator.write("/menu")
    await operator.tap(SAY.plain("menu-button-staff"))
    await operator.tap(SAY.plain("staff-button-days-off"))
    await operator.sees("Қосымша демалыс күні жоқ")
    await operator.tap(SAY.plain("staff-button-add-day-off"))
    await operator.write("8 наурыз 2026")
    await operator.sees("онсыз да демалыс", new=True)
    await operator.write("бір күн")
    await operator.sees("⚠️ Күнін, айын", "«бір күн»", new=True)
    await operator.write("17 наурыз 2026")
    await operator.sees("17 наурыз", "Қосымша демалыс күндері: 1", new=True)
    await operator.tap("17 наурыз")
    await operator.tap(SAY.plain("staff-button-remove-day-off"))
    await operator.sees("Қосымша демалыс күні жоқ")
