"""The operator sets the programme's data in the chat, in the middle of a year."""

from sqlalchemy import select

from award.progress.asked import asked_of
from locales import texts
from storage.tables import Enrolment, RoleKind
from tests.journeys.steps import a_pair
from tests.journeys.world import World

SAY = texts("kk")
PLAIN = SAY.plain


async def test_norms_books_and_directions_set_in_the_middle_of_a_year(world: World) -> None:
    await a_pair(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    await operator.write("/menu")
    await operator.tap(PLAIN("menu-button-staff"))
    await operator.tap(PLAIN("staff-button-programme"))

    # A number of a norm: what is no number, a look, in force, seen in the history, taken back.
    await operator.tap(PLAIN("amendments-button-norms"))
    await operator.tap("Қола")
    await operator.tap("280")
    await operator.write("жылдам")
    await operator.sees("⚠️", "«жылдам»", new=True)
    await operator.write("12,5")
    await operator.sees("280", "12.5", "1", new=True)
    await operator.tap(PLAIN("amendments-button-set"))
    await operator.tap(PLAIN("amendments-button-norms"))
    await operator.tap("Қола")
    await operator.sees("12.5")
    await operator.tap(PLAIN("button-back"))
    await operator.tap(PLAIN("button-back"))
    before = world.clock.now()

    # Fewer directions for whoever begins from now on; those of the girl stay what they were.
    await world.move(minutes=1)
    await operator.tap(PLAIN("amendments-button-mandatory"))
    await operator.tap("2026")
    await operator.tap("Еңбек тәжірибесі")
    await operator.tap("Туристік сапарлар")
    await operator.tap(PLAIN("amendments-button-look"))
    await operator.tap(PLAIN("amendments-button-set"))
    await operator.sees(PLAIN("amendments-button-books"))
    programme = world.bot.programme
    assert "trips" not in programme.mandatory_in(2026)
    async with world.bot.database.transaction() as session:
        enrolment = (await session.scalars(select(Enrolment))).one()
        assert "trips" in {each.direction for each in asked_of(programme, enrolment)}
    assert "trips" in programme.as_of(before).mandatory_in(2026)

    # A book is added in three languages, and is in force after a restart, too.
    await operator.tap(PLAIN("amendments-button-books"))
    await operator.tap(PLAIN("amendments-button-add-book"))
    await operator.tap(programme.sections[0].name["kk"])
    await operator.write("Бір жол\nЕкі жол")
    await operator.sees("⚠️", new=True)
    await operator.write("Әбдіжәміл Нұрпейісов\nАбдижамил Нурпеисов\nAbdijamil Nurpeisov")
    await operator.write("Қан мен тер\nКровь и пот\nBlood and Sweat")
    await operator.sees("Blood and Sweat", new=True)
    await operator.tap(PLAIN("amendments-button-set"))
    await operator.tap(PLAIN("amendments-button-versions"))
    await world.restart_bot()
    await operator.tap("Қан мен тер")
    await operator.sees("Олжас Сынақ", "Кровь и пот")
    assert any(book.title["en"] == "Blood and Sweat" for book in world.bot.programme.books)
    await operator.tap(PLAIN("amendments-button-undo"))
    await operator.sees(PLAIN("amendments-button-books"))
    assert world.bot.programme.books == programme.books
