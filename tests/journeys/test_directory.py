"""Down from a region to one entry and back; whoever is looked for by name, phone and number."""

from datetime import timedelta

from award.certificates.numbers import Number
from locales import texts
from storage.tables import (
    Certificate,
    CertificateState,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    RoleKind,
)
from tests.journeys.people import Phone
from tests.journeys.steps import said, title
from tests.journeys.world import World

SAY = texts("kk")
SEEK, BACK = SAY.plain("directory-button-seek"), SAY.plain("button-back")
NUMBER = Number(2026, "bronze", 1)


async def _participant(world: World, name: str, mentor: Phone, centre: int, phone: str) -> int:
    """Somebody active, with one approved entry; the id of the enrolment."""
    telegram = await world.phone(name, "kk")
    await telegram.start()
    await telegram.sees("Қазақша")
    now, number = world.clock.now(), await world.person_id(telegram)
    mentor_id = await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, number)
        person.full_name, person.phone, person.language = name, phone, "kk"
        enrolment = Enrolment(
            person_id=person.id, state=EnrolmentState.ACTIVE, level="bronze",
            choices={"answers": {"heritage": "months_3"}}, centre_id=centre, mentor_id=mentor_id,
            begun_at=now, submitted_at=now, activated_at=now,
            started_on=(now - timedelta(days=9)).date(),
        )  # fmt: skip
        session.add(enrolment)
        await session.flush()
        session.add(
            Entry(
                enrolment_id=enrolment.id, state=EntryState.APPROVED, direction="sport",
                minutes=45, happened_on=now.date(), sent_at=now, received_at=now,
                submitted_at=now, decided_at=now, note=f"{name}: саябақта жүгірдім",
            )
        )  # fmt: skip
        return enrolment.id


async def _open(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.sees(SAY.plain("menu-button-directory"), SAY.plain("menu-button-help"), new=True)
    await phone.tap(SAY.plain("menu-button-directory"))
    await phone.sees(SEEK)


async def _finds(phone: Phone, typed: str, *parts: str) -> None:
    await phone.tap(SEEK)
    await phone.sees(title(str(SAY("directory-seek"))))
    await phone.write(typed)
    await phone.sees(*parts, new=True)


async def test_down_to_an_entry_and_back_and_found_by_what_is_known(world: World) -> None:
    centre, elsewhere = await world.centre("Қазына"), await world.centre("Бөтен", "KZ-71")
    expert = await world.staff("Ержан", RoleKind.EXPERT, centre_id=centre)
    under = await world.person_id(expert)
    mentor = await world.staff("Марат", RoleKind.MENTOR, centre_id=centre, reports_to=under)
    stranger = await world.staff("Дана", RoleKind.MENTOR, centre_id=elsewhere)
    coordinator = await world.staff("Сәуле", RoleKind.COORDINATOR, region="KZ-75")
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    await _participant(world, "Сәрсенбекова Аружан", mentor, centre, "+77011234567")
    other = await _participant(world, "Бекова Мадина", stranger, elsewhere, "+77017654321")

    await _open(coordinator)
    await coordinator.sees("👥 1 · Қазына", SAY.plain("directory-participants", count=1))
    await coordinator.does_not_see("Бөтен")
    for step in ("Қазына", "Ержан Сынақ", "Марат Сынақ"):
        await coordinator.tap(step)
        await coordinator.sees(step, SEEK)
    await coordinator.tap("Сәрсенбекова Аружан")
    journal = SAY.plain("button-read-journal")
    card = await coordinator.sees("Сәрсенбекова Аружан", journal, new=True)
    await coordinator.tap(journal, on=card)
    page = await coordinator.sees("саябақта жүгірдім", "45 мин", new=True)
    await coordinator.tap("45 мин", on=page)
    entry = await coordinator.sees("👤 Сәрсенбекова Аружан", "саябақта", new=True)
    await coordinator.tap(SAY.plain("journal-button-of"), on=entry)
    await coordinator.sees(said(SAY, "journal-of", "name", count=1), "саябақта")
    await coordinator.tap(SAY.plain("button-plan"), on=card)
    await coordinator.sees(str(SAY("plan-read-none")), new=True)
    await coordinator.tap(SAY.plain("directory-button-list"), on=card)
    await coordinator.sees("Марат Сынақ", SEEK, new=True)
    for step in ("Ержан Сынақ", "Қазына", "👥 1 · Қазына"):
        await coordinator.tap(BACK)
        await coordinator.sees(step, SEEK)

    await _open(expert)
    await _finds(expert, "бекова", "Сәрсенбекова Аружан")
    await expert.does_not_see("Бекова Мадина")
    await expert.tap("Сәрсенбекова Аружан")
    await expert.sees("Сәрсенбекова Аружан", SAY.plain("button-found-before"), new=True)

    number = NUMBER.shown(world.bot.programme)
    async with world.bot.database.transaction() as session:
        enrolment = await session.get_one(Enrolment, other)
        session.add(
            Certificate(
                number=number, level="bronze", year=2026, serial=1, enrolment_id=other,
                person_id=enrolment.person_id, state=CertificateState.VALID, name="Бекова Мадина",
                token_hash="0" * 64, issued_at=world.clock.now(),
            )
        )  # fmt: skip
    await _open(operator)
    await _finds(operator, "8 701 123 45 67", "Сәрсенбекова Аружан")
    await _finds(operator, number.lower(), "Бекова Мадина")
    await operator.tap(SEEK)
    await operator.write("Ешкім Жоқ")
    await operator.sees("Ешкім Жоқ", "⚠️", new=True)
