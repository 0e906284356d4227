"""A ceremony from its making to the badge in hand: moved to another city, the door, the centre."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.certificates.issuing import issue
from locales import Texts, texts
from storage.tables import (
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Outbox,
    Person,
    RoleKind,
)
from tests.journeys.chamber import press
from tests.journeys.people import Phone
from tests.journeys.steps import CENTRE, LANGUAGE_NAMES, said, title
from tests.journeys.world import BEGINNING, World
from tests.participants import represented

PALACE, ASTANA = "Оқушылар сарайы", "Астана, Мәңгілік Ел 1"
NAMES = ("Сәрсен Аружан", "Нұрланов Нұрлан", "Төлеген Дина")
BORN = (date(2004, 3, 1), date(2010, 3, 1), date(2003, 3, 1))


@dataclass(frozen=True)
class Hall:
    """A grown winner, a minor with his mother, one who cannot come; the operator and the head."""

    say: Texts
    girl: Phone
    boy: Phone
    away: Phone
    mother: Phone
    operator: Phone
    head: Phone


async def a_hall(world: World, language: str = "kk") -> Hall:
    centre = await world.centre(CENTRE)
    phones = [await _started(world, name.split()[1], language) for name in NAMES]
    mother = await _started(world, "Гүлнар", language)
    async with world.bot.database.transaction() as session:
        for phone, name, born in zip(phones, NAMES, BORN, strict=True):
            way = await _winner(session, world, phone, centre, name, born)
            if born == BORN[1]:
                parent = select(Person.id).where(Person.telegram_id == mother.id)
                signed = (await session.scalars(parent)).one()
                await represented(session, way, signed, world.clock.now())
    operator = await world.staff("Дәурен", RoleKind.OPERATOR, language)
    head = await world.staff("Сәуле", RoleKind.CENTRE_HEAD, language, centre_id=centre)
    girl, boy, away = phones
    return Hall(texts(language), girl, boy, away, mother, operator, head)


async def _started(world: World, name: str, language: str) -> Phone:
    phone = await world.phone(name, language)
    await phone.start()
    await phone.tap(LANGUAGE_NAMES[language])
    await phone.sees(texts(language).plain("button-next"))
    return phone


async def _winner(
    session: AsyncSession, world: World, phone: Phone, centre: int, name: str, born: date
) -> Enrolment:
    """A level that was awarded a moment ago, with its certificate."""
    now = world.clock.now()
    person = (await session.scalars(select(Person).where(Person.telegram_id == phone.id))).one()
    person.full_name, person.birth_date, person.region = name, born, "KZ-75"
    enrolment = Enrolment(
        person_id=person.id,
        centre_id=centre,
        state=EnrolmentState.COMPLETE,
        level="bronze",
        begun_at=now,
        completed_at=now,
    )
    session.add(enrolment)
    await session.flush()
    dossier = Dossier(enrolment_id=enrolment.id, state=DossierState.AWARDED, since=now)
    session.add(dossier)
    await session.flush()
    step = {"dossier_id": dossier.id, "state": dossier.state, "by": person.id, "at": now}
    session.add(DossierStep(**step))
    await issue(session, world.bot.programme, enrolment, 2026, None, now)
    return enrolment


async def test_from_its_making_to_the_badge_in_hand(world: World) -> None:
    hall = await a_hall(world)
    await world.bot.printing.print_some()
    await made(hall)
    await invited(hall)
    await answered(hall)
    await moved_to_another_city(world, hall)
    await reminded(world, hall)
    await the_door(world, hall)
    await through_the_centre(hall)
    await certificate_of_the_child(hall)


async def made(hall: Hall) -> None:
    operator, words = hall.operator, hall.say.plain
    await operator.write("/menu")
    await operator.tap(words("menu-button-ceremonies"))
    await operator.tap(words("ceremony-button-new"))
    await operator.tap("5", on=await operator.sees(words("ceremony-ask-day")))
    await operator.tap("15:00")
    await operator.write(PALACE)
    await operator.sees(words("ceremony-ask-address"))
    await operator.write("Алматы, Достық 124")
    await operator.tap("2", on=await operator.sees(words("ceremony-ask-guests")))
    await operator.sees(words("ceremony-ask-bring"))
    await operator.write("Жеке куәлік")
    await operator.sees(
        title(words("ceremony-check", guests=0, bring="", **_WHERE)), PALACE, "Жеке куәлік"
    )
    await operator.tap(words("ceremony-button-make"))


async def invited(hall: Hall) -> None:
    """All of bronze but one, who is added by name."""
    operator, words = hall.operator, hall.say.plain
    await operator.tap(words("ceremony-do-invite"))
    await operator.tap(words("ceremony-button-add"))
    await operator.sees(words("ceremony-ask-winner"))
    await operator.write("дина")
    await operator.tap(NAMES[2], on=await operator.sees(NAMES[2]))
    await hall.away.sees(
        said(hall.say, "ceremony-invitation", "name", "level", reader="own", **_WHERE), NAMES[2]
    )
    await operator.tap(words("ceremony-part-level", value=words("ceremony-any-level")))
    await operator.sees(words("ceremony-which-level"))
    await operator.tap("(2)")
    await operator.tap(words("ceremony-button-invite", count=2))


async def answered(hall: Hall) -> None:
    """By the winner with two guests; for the child by his mother; one cannot come."""
    words = hall.say.plain
    for phone, name, reader in (
        (hall.girl, NAMES[0], "own"),
        (hall.boy, NAMES[1], "own"),
        (hall.mother, NAMES[1], "other"),
    ):
        await phone.sees(name, PALACE, "Жеке куәлік", words("ceremony-button-come", reader=reader))
    await hall.girl.tap(words("ceremony-button-come", reader="own"))
    await hall.girl.tap(words("ceremony-button-guests"))
    await hall.girl.tap("2")
    await hall.girl.sees(words("ceremony-answer-comes"), words("ceremony-with", guests=2))
    await hall.mother.tap(words("ceremony-button-come", reader="other"))
    await hall.mother.sees(words("ceremony-answer-comes"), words("ceremony-button-code"))
    await hall.away.tap(words("ceremony-button-cannot", reader="own"))
    await hall.away.sees(words("ceremony-answer-cannot"))


async def moved_to_another_city(world: World, hall: Hall) -> None:
    """Everybody hears of it once, and is asked again."""
    operator, words = hall.operator, hall.say.plain
    await operator.write("/menu")
    await operator.tap(words("menu-button-ceremonies"), on=await _menu(operator, hall))
    await operator.tap(PALACE)
    await operator.tap(words("ceremony-do-change"))
    for question in ("day", "hour", "place"):
        key = f"ceremony-ask-{question}"
        await operator.tap(words("ceremony-button-keep"), on=await operator.sees(words(key)))
    await operator.sees(words("ceremony-ask-address"))
    await operator.write(ASTANA)
    for question in ("guests", "bring"):
        key = f"ceremony-ask-{question}"
        await operator.tap(words("ceremony-button-keep"), on=await operator.sees(words(key)))
    await operator.tap(words("ceremony-button-change"))
    changed = said(hall.say, "ceremony-changed", "name", "level", **_WHERE)
    await hall.away.sees(changed, ASTANA)
    for phone, reader in ((hall.girl, "own"), (hall.boy, "own"), (hall.mother, "other")):
        told = await phone.sees(changed, ASTANA, words("ceremony-answer-asked", reader=reader))
        await phone.tap(words("ceremony-button-come", reader=reader), on=told)
    async with world.bot.database.transaction() as session:
        owed = select(func.count()).where(Outbox.kind == "ceremony-changed")
        assert await session.scalar(owed) == 4


async def reminded(world: World, hall: Hall) -> None:
    """A day and two hours before; who cannot come is left alone."""
    soon = said(hall.say, "ceremony-soon", "name", "level", **_WHERE)
    await world.move(days=1, hours=4)
    for phone in (hall.girl, hall.boy, hall.mother):
        await phone.sees(soon, ASTANA, new=True)
    await world.move(hours=22)
    for phone in (hall.girl, hall.boy, hall.mother):
        await phone.sees(soon, ASTANA, new=True)
    await hall.away.does_not_see(soon)


async def the_door(world: World, hall: Hall) -> None:
    """By the guest's code, by name, by the list; a stranger who opens the code learns nothing."""
    operator, words = hall.operator, hall.say.plain
    await hall.mother.write("/menu")
    await hall.mother.tap(words("menu-button-invitation"), on=await _menu(hall.mother, hall))
    await press(hall.mother, words("ceremony-button-code"))
    code = await hall.mother.sees(NAMES[1], title_of(words("ceremony-code", name=NAMES[1])))
    assert code["media"]
    stranger = await _started(world, "Бөтен", hall.say.language)
    for phone in (stranger, hall.girl):
        await phone.start(CODE)
        await phone.sees(words("menu-button-help"), new=True)
        await phone.does_not_see(NAMES[1], words("ceremony-button-hand"))
    await operator.start(CODE)
    card = await operator.sees(said(hall.say, "ceremony-guest-here", "name", "level"))
    await operator.tap(words("ceremony-button-hand"), on=card)
    await operator.sees(said(hall.say, "ceremony-guest-has", "name", "level"))
    await press(operator, words("ceremony-do-find"))
    await operator.sees(words("ceremony-ask-guest"))
    await operator.write("сәрсен")
    await operator.tap(NAMES[0], on=await operator.sees(words("ceremony-found"), NAMES[0]))
    await press(operator, words("ceremony-button-not-here"))
    await operator.tap(NAMES[0], on=await operator.sees(title(words("ceremony-door")), NAMES[0]))
    await press(operator, words("ceremony-button-hand"))
    await operator.sees(NAMES[0], said(hall.say, "ceremony-guest-has", "name", "level"))


async def through_the_centre(hall: Hall) -> None:
    """Who could not come reads so on the way, and has the badge from the head."""
    head, words = hall.head, hall.say.plain
    way = said(hall.say, "way-now-at-centre", number=6, total=6)
    await hall.away.write("/menu")
    await hall.away.sees(words("menu-button-help"), way, new=True)
    await head.write("/menu")
    await head.tap(words("menu-button-ceremonies"), on=await _menu(head, hall))
    await head.tap(NAMES[2], on=await head.sees(title(words("ceremony-left")), NAMES[2]))
    await head.sees(words("ceremony-left-none"))
    await hall.away.write("/menu")
    handed = said(hall.say, "way-now-handed-over", number=6, total=6)
    await hall.away.sees(words("menu-button-help"), handed, new=True)


async def certificate_of_the_child(hall: Hall) -> None:
    """The mother has it from her menu, with a link by which anyone can verify it."""
    mother, words = hall.mother, hall.say.plain
    await mother.write("/menu")
    await mother.tap(words("menu-button-ward-certificates"), on=await _menu(mother, hall))
    card = await mother.sees(NAMES[1], words("certificate-button-link"), new=True)
    await mother.tap(words("certificate-button-paper"), on=card)
    paper = await mother.sees(words("certificate-paper", reader="other"))
    assert paper["media"][0]["file_name"].endswith(".pdf")


async def _menu(phone: Phone, hall: Hall) -> dict[str, Any]:
    return await phone.sees(hall.say.plain("menu-button-help"), new=True)


def title_of(words: str) -> str:
    return words.rpartition(">")[2].strip(" :")


CODE = "door-3"  # what the boy's code opens: he was invited third
_WHERE: dict[str, Any] = {"starts": BEGINNING, "place": "", "address": ""}
