"""A minor whose representative has not signed is seen by nobody (programme.md §4.6)."""

import pytest

from handlers.mentoring.assignment import AssignMentor
from handlers.ui.taps import (
    CardDo,
    CardTap,
    ChooseMentor,
    Newcomer,
    OpenMarks,
    OpenTasks,
    ProgressTap,
)
from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import CENTRE, MENTOR, Applicant, represent
from tests.journeys.world import World

NAME = "Сәрсен Аружан"
WORDS = texts("kk").plain
SECRETS = ("Сәрсен", "Аружан", "+77011234567", "№ 12 мектеп", "волейбол")


@pytest.fixture
async def staff(world: World) -> list[Phone]:
    """Everyone who could have to do with the application; the mentor is the first of them."""
    centre = await world.centre(CENTRE)
    return [
        await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre),
        await world.staff("Ержан", RoleKind.MENTOR, centre_id=centre),
        await world.staff("Сәуле", RoleKind.CENTRE_HEAD, centre_id=centre),
        await world.staff("Болат", RoleKind.EXPERT),
        await world.staff("Қанат", RoleKind.COORDINATOR, region="KZ-75"),
        await world.staff("Дәурен", RoleKind.OPERATOR),
    ]


async def test_nobody_sees_her_until_her_mother_signs(world: World, staff: list[Phone]) -> None:
    girl = await world.phone("Аружан", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2010)
    await applicant.choose(CENTRE, MENTOR)
    await applicant.sign_and_send()
    link = await girl.link(await girl.sees(WORDS("button-share-link")))
    mentor_id = await world.person_id(staff[0])
    for phone in staff:
        await _look_everywhere(phone)
        await _forge(phone, mentor_id)
    await girl.write("жүгіру 40 мин")
    await girl.sees(WORDS("journal-closed-awaiting-representative"))
    await world.move(days=8)  # reminders and the link's end are no reason to tell either
    for phone in staff:
        for secret in SECRETS:
            await phone.does_not_see(secret)

    await _opens_no_more(world, link)
    await girl.tap(WORDS("button-new-link"))
    link = await girl.link(await girl.sees(WORDS("button-share-link"), new=True))
    mother = await world.phone("Гүлнар", phone="+77010000002")
    await represent(mother, link, "kk", "Сәрсенова Гүлнар")
    mentor, others = staff[0], staff[1:]
    await mentor.tap(WORDS("button-newcomer"), on=await mentor.sees(NAME))
    await mentor.sees(NAME, WORDS("button-take-up"), "+77011234567", "волейбол")
    assert not [m for m in await others[0].messages() if NAME in m["text"]]


async def _look_everywhere(phone: Phone) -> None:
    """Open the menu and each screen that it leads to."""
    await phone.write("/review")
    await phone.write("/menu")
    menu = await phone.sees(WORDS("menu-button-language"), new=True)
    labels = [button["text"] for row in menu["buttons"] for button in row]
    for label in labels:
        await phone.write("/menu")
        await phone.tap(label, on=await phone.sees(WORDS("menu-button-language"), label, new=True))
        for secret in SECRETS:
            await phone.does_not_see(secret)


async def _forge(phone: Phone, mentor_id: int) -> None:
    """Send what buttons of her card would carry, were there one."""
    here = (await phone.messages())[-1]["message_id"]
    forged = (
        Newcomer(enrolment=1).pack(),
        *(CardTap(do=do, enrolment=1).pack() for do in CardDo if do is not CardDo.LIST),
        OpenMarks(enrolment=1).pack(),
        OpenTasks(enrolment=1).pack(),
        ProgressTap(enrolment=1).pack(),
        ChooseMentor(enrolment=1).pack(),
        AssignMentor(enrolment=1, mentor=mentor_id).pack(),
    )
    for data in forged:
        answer = await phone.forge(here, data)
        assert answer is not None, data
        assert answer["show_alert"], data
    for secret in SECRETS:
        await phone.does_not_see(secret)


async def _opens_no_more(world: World, link: str) -> None:
    late = await world.phone("Болатбек")
    await late.start(link)
    await late.tap("Қазақша")
    await late.sees(WORDS("refused-link"))
