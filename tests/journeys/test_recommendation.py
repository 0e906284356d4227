"""From the last mark to "recommended": noted, asked back, refused, disputed, annulled, again."""

from sqlalchemy import select, update

from locales import texts
from storage.tables import Centre, Role, RoleKind
from tests.journeys.completing import almost_complete, closing_note, mark_the_last
from tests.journeys.people import Phone
from tests.journeys.steps import Pair, a_pair, said
from tests.journeys.world import World

SAY = texts("kk")
WORDS = SAY.plain
NAME = "Сәрсен Аружан"


async def _centre(world: World) -> int:
    async with world.bot.database.transaction() as session:
        return (await session.scalars(select(Centre.id))).one()


async def _staff(world: World, pair: Pair, centre: int) -> tuple[Phone, Phone, Phone]:
    head = await world.staff("Бақыт", RoleKind.CENTRE_HEAD, centre_id=centre)
    expert = await world.staff("Сәуле", RoleKind.EXPERT, centre_id=centre)
    coordinator = await world.staff("Дина", RoleKind.COORDINATOR, region="KZ-75")
    async with world.bot.database.transaction() as session:
        mentor = Role.person_id == await world.person_id(pair.mentor)
        await session.execute(
            update(Role).where(mentor).values(reports_to=await world.person_id(expert))
        )
    return head, expert, coordinator


async def _complete(world: World, pair: Pair) -> None:
    await mark_the_last(world, pair, await almost_complete(world, pair))


async def test_from_the_last_mark_to_recommended_by_another(world: World) -> None:
    pair = await a_pair(world, heritage=0)
    girl, mentor = pair.participant, pair.mentor
    head, expert, coordinator = await _staff(world, pair, await _centre(world))
    await _complete(world, pair)

    told = await mentor.sees(said(SAY, "marks-told-level-staff", "name", "level"), NAME)
    await mentor.tap(WORDS("note-button-write"), on=told)
    await closing_note(mentor, pair)
    await mentor.sees(said(SAY, "note-all-done"))
    await girl.write("/menu")
    await girl.tap(WORDS("menu-button-way"), on=await girl.sees(WORDS("menu-button-way"), new=True))
    await girl.sees(WORDS("way-step-note"), "Бақыт Сынақ", "⏳ Соңғы күні", new=True)

    # Asked back: the mentor reads the question, and what was said is there.
    case = await head.sees(said(SAY, "note-told-written"), NAME, "Таңертең жүгіруді әдет қылды")
    await head.tap(WORDS("dossier-button-whole"), on=case)
    case = await head.sees(WORDS("dossier-button-ask"), new=True)
    heard = [file["kind"] for each in await head.messages() for file in each["media"]]
    assert "voice" in heard
    await head.tap(WORDS("dossier-button-ask"), on=case)
    await head.tap(WORDS("dossier-why-ask-examples"))
    back = await mentor.sees(said(SAY, "note-told-asked-back", "name", "level"), new=True)
    await mentor.tap(WORDS("note-button-write"), on=back)
    await mentor.sees(WORDS("dossier-why-ask-examples"), WORDS("note-button-keep"), new=True)
    await mentor.write("Көктемде ауылдағы жиынды өзі ұйымдастырды")
    await mentor.sees(said(SAY, "note-ask-growth", "most"), new=True)
    for _ in range(7):
        await mentor.tap(WORDS("note-button-keep"))
    await mentor.tap(WORDS("note-button-yes"), on=await mentor.sees(WORDS("note-button-yes")))

    # Not recommended: the participant reads why, and disputes it.
    case = await head.sees("жиынды өзі ұйымдастырды", WORDS("dossier-button-no"), new=True)
    await head.tap(WORDS("dossier-button-no"), on=case)
    await head.tap(WORDS("dossier-why-words"))
    await head.write("Сапарда өзі жоспарламаған")
    await head.sees(said(SAY, "dossier-done-no", left=0), new=True)
    refused = await girl.sees(said(SAY, "way-told-not-recommended"), "өзі жоспарламаған")
    await girl.tap(WORDS("dispute-button-begin"), on=refused)
    await girl.write("Жоспарды өзім жасадым, хаттамасы бар")
    await girl.sees(said(SAY, "dispute-said-dossier"))
    judged = await expert.sees(said(SAY, "dispute-told-opened"), "өзі жоспарламаған", "хаттамасы")
    await expert.tap(WORDS("dispute-button-annul"), on=judged)
    await expert.write("Хаттаманы көрдім")
    await girl.sees(said(SAY, "dispute-told-annulled-dossier"), "Хаттаманы көрдім")

    # Another recommends.
    case = await coordinator.sees(said(SAY, "note-told-written"), NAME)
    await coordinator.tap(WORDS("dossier-button-yes"), on=case)
    await coordinator.sees(said(SAY, "dossier-done-yes", left=0))
    await girl.sees(said(SAY, "way-told-recommended"), WORDS("way-step-commission"))


async def test_a_centre_of_one_person(world: World) -> None:
    """Whoever is mentor and head notes, and the coordinator recommends, several with one tap."""
    pair = await a_pair(world, heritage=0)
    centre = await _centre(world)
    coordinator = await world.staff("Дина", RoleKind.COORDINATOR, region="KZ-75")
    async with world.bot.database.transaction() as session:
        session.add(
            Role(
                person_id=await world.person_id(pair.mentor),
                kind=RoleKind.CENTRE_HEAD,
                centre_id=centre,
                since=world.clock.now(),
            )
        )
    await _complete(world, pair)
    mentor = pair.mentor
    notes = WORDS("menu-button-notes", count=1)
    await mentor.write("/menu")
    await mentor.tap(notes, on=await mentor.sees(notes, new=True))
    await closing_note(mentor, pair)
    await mentor.sees(said(SAY, "note-all-done"))
    await mentor.write("/menu")
    recommendations = WORDS("menu-button-recommendations", count=0)
    await mentor.tap(recommendations, on=await mentor.sees(recommendations, new=True))
    await mentor.sees(said(SAY, "dossiers-waiting", count=0), new=True)
    case = await coordinator.sees(said(SAY, "note-told-written"), NAME)
    await coordinator.tap(WORDS("dossier-button-yes"), on=case)
    await pair.participant.sees(said(SAY, "way-told-recommended"))
