"""Invitations of staff: read before they are taken, refused, ended by their maker, confirmed."""

import pytest

from award.access.invitations import LIFETIME
from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import join, said, title
from tests.journeys.world import BEGINNING, World

SAY = texts("kk")
WORDS = SAY.plain
CENTRE = "Қазына орталығы"
TITLE = title(WORDS("notice-operator-waits", name="", by="", until=BEGINNING))


@pytest.fixture
async def operator(world: World) -> Phone:
    return await world.staff("Олжас", RoleKind.OPERATOR)


async def desk(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.sees(WORDS("menu-button-staff"), new=True)
    await phone.tap(WORDS("menu-button-staff"))
    await phone.sees(WORDS("staff-button-invite"))


async def invite(phone: Phone, role: RoleKind) -> str:
    """From the desk, where there is one centre → the payload of the link."""
    name = WORDS(f"role-{role.replace('_', '-')}")
    await desk(phone)
    await phone.tap(WORDS("staff-button-invite"))
    await phone.tap(name)
    card = await phone.sees(title(WORDS("staff-link", role=name, link="", days=7)), new=True)
    return await phone.link(card)


async def opens(world: World, name: str, payload: str) -> Phone:
    """A newcomer opens a link, and has the card of it."""
    phone = await world.phone(name, "kk")
    await phone.start(payload)
    await phone.tap(WORDS("language-kk"))
    await phone.sees(said(SAY, "invitation-question"))
    return phone


async def test_a_link_is_read_before_it_is_taken(world: World, operator: Phone) -> None:
    """Whom it is not for leaves it as it was; it is whose who taps first; the maker is told."""
    await world.centre(CENTRE)
    payload = await invite(operator, RoleKind.MENTOR)
    wrong = await opens(world, "Бөтен", payload)
    await wrong.sees(
        title(WORDS("invitation-offer", role=WORDS("role-mentor"))),
        CENTRE,
        "Олжас Сынақ",
        WORDS("role-operator"),
        WORDS("invitation-sees-mentor"),
    )
    await wrong.tap(WORDS("invitation-button-decline"))
    await wrong.sees(said(SAY, "invitation-declined"))
    await operator.does_not_see(
        said(SAY, "notice-invitation-taken", "name", "role", "where", waits="no")
    )

    slow = await opens(world, "Баяу", payload)
    card = (await slow.messages())[-1]
    right = await world.phone("Марат", "kk")
    await join(right, payload, "Серіков Марат")
    await slow.tap(WORDS("invitation-button-accept"), on=card)
    await slow.does_not_see(said(SAY, "welcome-mentor"))
    told = await operator.sees(WORDS("invitation-button-wrong"), CENTRE)
    assert f"tg://user?id={right.id}" in str(told)
    await operator.does_not_see(WORDS("invitation-button-confirm"))

    await desk(operator)
    await operator.tap(WORDS("staff-button-links"))
    await operator.sees(WORDS("staff-links", total=0))


async def test_the_maker_ends_what_another_took(world: World, operator: Phone) -> None:
    await world.centre(CENTRE)
    payload = await invite(operator, RoleKind.MENTOR)
    wrong = await world.phone("Бөтен", "kk")
    await join(wrong, payload, "Бөтенов Біреу")
    told = await operator.sees(WORDS("invitation-button-wrong"))
    await operator.tap(WORDS("invitation-button-wrong"), on=told)
    asked = await operator.sees(
        title(WORDS("invitation-ending", name="", role="")), "Бөтенов Біреу"
    )
    await operator.tap(WORDS("invitation-button-right"), on=asked)
    told = await operator.sees(WORDS("invitation-button-wrong"))
    await operator.tap(WORDS("invitation-button-wrong"), on=told)
    await operator.tap(WORDS("staff-button-end-surely"))
    await operator.sees(said(SAY, "invitation-ended", "name", "role"))
    await wrong.sees(said(SAY, "notice-role-ended", "role"))
    await wrong.write("/menu")
    await wrong.sees(WORDS("button-apply"), new=True)


async def test_an_operator_alone_is_told_of_the_server(world: World, operator: Phone) -> None:
    await desk(operator)
    await operator.tap(WORDS("staff-button-invite"))
    answer = await operator.tap(WORDS("role-operator"))
    assert answer is not None
    assert "python -m bot invite" in answer["text"]


@pytest.mark.parametrize("confirmed", [True, False])
async def test_an_operator_needs_a_second_one(
    world: World, operator: Phone, confirmed: bool
) -> None:
    second = await world.staff("Сәуле", RoleKind.OPERATOR)
    third = await world.staff("Дәурен", RoleKind.OPERATOR)
    payload = await invite(operator, RoleKind.OPERATOR)
    new = await opens(world, "Айгүл", payload)
    await new.sees(said(SAY, "invitation-second"))
    await new.tap(WORDS("invitation-button-accept"))
    await new.sees(said(SAY, "invitation-waits", until=world.clock.now() + LIFETIME))
    await new.write("Серікова Айгүл")
    await new.sees(WORDS("button-apply"), new=True)
    await new.does_not_see(WORDS("menu-button-staff"))
    await operator.sees(WORDS("invitation-button-wrong"))
    await operator.does_not_see(WORDS("invitation-button-confirm"))
    asked = await second.sees(TITLE, "Олжас Сынақ")
    late = await third.sees(TITLE)
    if confirmed:
        await second.tap(WORDS("invitation-button-confirm"), on=asked)
        await second.sees(said(SAY, "invitation-confirmed", "name"))
        await new.sees(said(SAY, "welcome-operator"))
        await new.write("/menu")
        await new.sees(WORDS("menu-button-staff"), new=True)
    else:
        await second.tap(WORDS("invitation-button-refuse"), on=asked)
        await second.sees(said(SAY, "invitation-refused", "name"))
        await new.sees(said(SAY, "notice-operator-refused"))
        await new.write("/menu")
        await new.sees(WORDS("button-apply"), new=True)
        await new.does_not_see(WORDS("menu-button-staff"))
    await third.tap(WORDS("invitation-button-confirm"), on=late)
    await third.sees(said(SAY, "refused-link-gone"))


async def test_an_open_link_is_revoked(world: World, operator: Phone) -> None:
    """By the head of the centre, in whose list it is, although an operator made it."""
    centre = await world.centre(CENTRE)
    head = await world.staff("Айгүл", RoleKind.CENTRE_HEAD, centre_id=centre)
    payload = await invite(operator, RoleKind.MENTOR)
    reader = await opens(world, "Бөтен", payload)
    await desk(head)
    await head.tap(WORDS("staff-button-links"))
    await head.tap(WORDS("staff-link-line", role=WORDS("role-mentor"), where=CENTRE))
    await head.sees(said(SAY, "staff-link-revoking"), "Олжас Сынақ")
    await head.tap(WORDS("staff-button-revoke"))
    await head.sees(WORDS("staff-links", total=0))
    answer = await reader.tap(WORDS("invitation-button-accept"))
    assert answer is not None
    assert answer["text"] == WORDS("refused-link")
