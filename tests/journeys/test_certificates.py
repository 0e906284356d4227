"""A certificate comes, is verified by a stranger, replaced when a name is mended, and revoked."""

from sqlalchemy import func, select

from award.certificates.issuing import issue
from locales import texts
from storage.tables import Certificate, Enrolment, EnrolmentState, Person, RoleKind, SeenUpdate
from tests.journeys.people import Phone
from tests.journeys.steps import said, title
from tests.journeys.world import World

NAME = "Сәрсен Айгерім Болатқызы"


async def awarded(world: World) -> tuple[Phone, int, str]:
    """A holder, the id of their certificate, and the bits of its QR code."""
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(phone))
        person.full_name = NAME
        enrolment = Enrolment(
            person_id=person.id,
            state=EnrolmentState.COMPLETE,
            level="bronze",
            begun_at=world.clock.now(),
            completed_at=world.clock.now(),
        )
        session.add(enrolment)
        await session.flush()
        given = await issue(session, world.bot.programme, enrolment, 2026, None, world.clock.now())
    assert given.token is not None
    return phone, given.id, given.token


async def test_it_comes_and_anyone_can_verify_it(world: World) -> None:
    holder, _, token = await awarded(world)
    say = texts("kk")
    await world.bot.printing.print_some()
    came = await holder.sees(said(say, "notice-certificate-ready", "level", "number", "gives"))
    assert came["media"][0]["file_name"].startswith("ET-2026-B-")
    stranger = await world.phone("Passer-by", "en")
    await stranger.start(f"v_{token}")
    await stranger.sees("The certificate is valid", NAME, "Bronze")
    await world.idle()
    async with world.bot.database.transaction() as session:
        known = select(func.count()).where(Person.telegram_id == stranger.id)
        assert await session.scalar(known) == 0
        assert await session.scalar(select(func.count(SeenUpdate.update_id)))
    await stranger.start("v_nothing")
    await stranger.sees("There is no such certificate", new=True)


async def test_by_number_the_surname_is_asked_too(world: World) -> None:
    _, number, _ = await awarded(world)
    async with world.bot.database.transaction() as session:
        shown = (await session.get_one(Certificate, number)).number
    checker = await world.phone("Checker", "en")
    await checker.write("/verify")
    await checker.sees("Verify a certificate")
    await checker.write(shown)
    await checker.sees("the number, a space and the surname", new=True)
    await checker.write(f"{shown} Akhmetova")
    await checker.sees("There is no such certificate", new=True)
    await checker.write(f"{shown} сарсен")
    await checker.sees("The certificate is valid", NAME, new=True)

    # Nor has anybody to ask for it first: a certificate in hand is enough.
    stranger = await world.phone("Passer-by", "en")
    await stranger.write(f"{shown} Сәрсен")
    await stranger.sees("The certificate is valid", NAME)
    await stranger.write(shown)
    await stranger.sees("Verify a certificate", new=True)


async def test_a_mended_name_replaces_it_and_a_mistake_revokes_it(world: World) -> None:
    holder, _, token = await awarded(world)
    say = texts("kk")
    operator = await world.staff("Оператор", RoleKind.OPERATOR)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(holder))
        person.full_name = "Сәрсенова Айгерім Болатқызы"
    await holder.write("/menu")
    await holder.tap(say.plain("menu-button-certificates"))
    await holder.sees(NAME, "Қазіргі аты-жөніңіз: Сәрсенова", new=True)
    await operator.write("/menu")
    await operator.tap(say.plain("menu-button-certificate-desk"))
    await operator.sees(title(say.plain("certificate-desk")))
    await operator.write("сәрсен")
    card = await operator.sees(NAME, "Сәрсенова", new=True)
    await operator.tap(say.plain("certificate-button-replace"), on=card)
    card = await operator.sees(said(say, "certificate-replaced-now"))
    stranger = await world.phone("Passer-by", "ru")
    await stranger.start(f"v_{token}")
    await stranger.sees("заменено новым")
    await operator.tap(say.plain("certificate-button-revoke"), on=card)
    await operator.sees(title(say.plain("certificate-ask-reason", most=500)))
    await operator.write("Қате берілген")
    await operator.sees(said(say, "certificate-revoked-now", "number"), new=True)
    await holder.sees("Қате берілген")
