"""Several participants at once: the head recommends them together, the mentor puts one off; and
whoever begins the next level finds the earlier one again."""

from sqlalchemy.ext.asyncio import AsyncSession

from locales import texts
from storage.tables import (
    Agreement,
    DossierState,
    Enrolment,
    EnrolmentState,
    Person,
    RoleKind,
    SignerKind,
)
from tests.award.commission.chamber import Chamber
from tests.journeys.chamber import lived, noted, press
from tests.journeys.people import Phone
from tests.journeys.steps import LANGUAGE_NAMES, title
from tests.journeys.world import World, person_of

SAY = texts("kk")
WORDS = SAY.plain
READY = ("Әбен Ақбота", "Бекен Нұрлан")
UNSIGNED, OWED = "Ғабит Сая", ("Дәулет Ерлан", "Иса Мәдина")


async def _complete(world: World, session: AsyncSession, chamber: Chamber, name: str) -> None:
    """All is done and marked; the mentor recommends, or owes the note."""
    dossier = await chamber.recommended(name)
    enrolment = await session.get_one(Enrolment, dossier.enrolment_id)
    person = await session.get_one(Person, enrolment.person_id)
    person.full_name, person.birth_date = name, world.clock.now().date().replace(year=2005)
    person.telegram_id = -person.id
    dossier.state = DossierState.COMPLETE
    mentor = chamber.them["mentor"]
    await lived(session, world, enrolment, mentor)
    if name not in OWED:
        dossier.state = DossierState.NOTED
        await noted(session, world, enrolment, dossier.id, mentor)
    if name != UNSIGNED:
        session.add(
            Agreement(
                enrolment_id=enrolment.id, kind=SignerKind.PARTICIPANT, signer_id=person.id,
                signer_name=name, language="kk", version="1", text_hash="0" * 64,
                signed_at=world.clock.now(),
            )
        )  # fmt: skip


async def test_several_at_once_and_one_later(world: World) -> None:
    centre = await world.centre("Жас орталығы")
    head = await world.staff("Бақыт", RoleKind.CENTRE_HEAD, centre_id=centre)
    mentor = await world.staff("Айгүл", RoleKind.MENTOR, centre_id=centre)
    winner = await world.phone("Ақбота")
    await winner.start()
    await winner.sees(LANGUAGE_NAMES["kk"])
    async with world.bot.database.transaction() as session:
        people = {"head": head, "mentor": mentor, "winner": winner}
        them = {name: (await person_of(session, each.id)).id for name, each in people.items()}
        chamber = Chamber(
            session, world.bot.programme, {**them, "centre": centre}, now=world.clock.now()
        )
        for name in (*READY, UNSIGNED, *OWED):
            await _complete(world, session, chamber, name)
        await _awarded(session, chamber, them["winner"])

    await _recommends_together(head)
    await _puts_off(mentor)
    await _finds_the_earlier(winner)


async def _recommends_together(head: Phone) -> None:
    """One question for all who can be; of the other it is said what is missing."""
    await head.write("/menu")
    await press(head, WORDS("menu-button-recommendations", count=3))
    await head.sees(UNSIGNED, WORDS("dossier-missing-agreement"), new=True)
    await press(head, WORDS("dossiers-button-several"))
    choice = await head.sees(*READY, WORDS("dossiers-button-all"))
    assert UNSIGNED not in str(choice["buttons"])
    await press(head, WORDS("dossiers-button-all"))
    await press(head, WORDS("dossiers-button-go-on"))
    await press(head, WORDS("dossiers-button-sure"))
    await head.sees(title(WORDS("dossiers-recommended", count=2, left=0)))
    await head.write("/menu")
    await press(head, WORDS("menu-button-recommendations", count=1))
    case = await head.sees(UNSIGNED, WORDS("dossier-missing-agreement"), new=True)
    await head.tap(UNSIGNED, on=case)
    case = await head.sees(WORDS("dossier-button-ask"), WORDS("dossier-missing-agreement"))
    assert WORDS("dossier-button-yes") not in str(case["buttons"])


async def _puts_off(mentor: Phone) -> None:
    """From one participant to the next and back to the first, whose draft is there."""
    await mentor.write("/menu")
    await press(mentor, WORDS("menu-button-notes", count=2))
    await mentor.sees(OWED[0], WORDS("note-button-later"))
    await press(mentor, WORDS("note-button-later"))
    await mentor.sees(OWED[1], WORDS("note-button-later"))
    await press(mentor, WORDS("note-button-later"))
    await mentor.sees(OWED[0], WORDS("note-button-later"))


async def _finds_the_earlier(winner: Phone) -> None:
    """With silver begun, bronze is in the menu: its way, its journal."""
    await winner.write("/menu")
    await press(winner, WORDS("menu-button-levels"))
    levels = await winner.sees(title(WORDS("levels-title")), new=True)
    await winner.tap("Қола", on=levels)
    await winner.sees(WORDS("way-step-handing-over"), new=True)
    await winner.tap(WORDS("levels-button-journal"), on=levels)
    await winner.sees(WORDS("button-menu"), new=True)


async def _awarded(session: AsyncSession, chamber: Chamber, person: int) -> None:
    """Who holds bronze, and has begun silver."""
    dossier = await chamber.recommended("Сәрсен Ақбота")
    bronze = await session.get_one(Enrolment, dossier.enrolment_id)
    dossier.state, bronze.person_id = DossierState.HANDED_OVER, person
    holder = await session.get_one(Person, person)
    holder.full_name, holder.region, holder.language = "Сәрсен Ақбота", "KZ-75", "kk"
    holder.birth_date = chamber.now.date().replace(year=2005)
    session.add(
        Enrolment(
            person_id=person, mentor_id=bronze.mentor_id, centre_id=bronze.centre_id,
            state=EnrolmentState.ACTIVE, level="silver", choices=bronze.choices,
            started_on=chamber.now.date(), begun_at=chamber.now,
        )
    )  # fmt: skip
