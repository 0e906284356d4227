"""A commission on phones: made by taps, joined by links, at its desk."""

from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import BEGINNING, World

SAY = texts("kk")
WORDS = SAY.plain


async def a_commission(world: World, operator: Phone) -> list[Phone]:
    """By taps alone; the chair, the secretary and the authority's member join by links."""
    await operator.write("/menu")
    await operator.tap(WORDS("menu-button-commission"))
    await operator.tap(WORDS("commission-button-new"))
    for label in (
        str(BEGINNING.year),
        WORDS("commission-everywhere"),
        WORDS("commission-all-levels"),
    ):
        await operator.tap(label)
    await operator.sees(WORDS("commission-lacks-chair"))
    await operator.tap(WORDS("commission-button-seats"))
    seats = await operator.sees(WORDS("seat-add-chair"))
    members = []
    for name, seat in (("Төлеу", "chair"), ("Хадиша", "secretary"), ("Мирас", "authority")):
        await operator.tap(WORDS(f"seat-add-{seat}"), on=seats)
        link = await operator.sees(WORDS("seat-button-share"), new=True)
        phone = await world.staff(name, RoleKind.EXPERT)
        await phone.start(await operator.link(link))
        await phone.tap(WORDS("seat-button-take"))
        await phone.sees(WORDS("commission-button-desk"))
        members.append(phone)
        seats = await operator.sees(WORDS("seat-add-member"))
    return members


async def press(phone: Phone, label: str) -> None:
    """A button on whatever message has it: others may have come below."""
    await phone.tap(label, on=await phone.sees(label))


async def to_desk(phone: Phone) -> None:
    """Over the menu, whatever stands in the chat above it."""
    name = WORDS(
        "commission-name",
        season=str(BEGINNING.year),
        region=WORDS("commission-everywhere"),
        level=WORDS("commission-all-levels"),
    )
    await phone.write("/menu")
    # News of candidates begins with the same words as the button.
    menu = await phone.sees(WORDS("menu-button-commission"), WORDS("menu-button-help"), new=True)
    await phone.tap(WORDS("menu-button-commission"), on=menu)
    await press(phone, WORDS("commission-mine", name=name))


async def all_mark_and_award(members: list[Phone], chair: Phone, criteria: int) -> None:
    """Everybody is there, marks each criterion and votes; the chair signs."""
    for number, phone in enumerate(members):
        do = "desk-button-here" if number else "desk-button-sit"
        await phone.tap(WORDS(do), on=await phone.sees(WORDS(do)))
    for phone in members:
        await press(phone, WORDS("desk-button-next", left=1))
        for _ in range(criteria):
            await press(phone, "8")
    for phone in members:
        await to_desk(phone)
        await press(phone, WORDS("desk-button-next", left=1))
        await press(phone, WORDS("vote-awarded"))
    await to_desk(chair)
    await press(chair, WORDS("desk-button-undisputed"))
    await press(chair, WORDS("desk-button-sign-all", count=1))
