"""A commission on phones: made by taps, joined by links, at its desk."""

import datetime as dt
from dataclasses import dataclass
from itertools import product

from sqlalchemy.ext.asyncio import AsyncSession

from award.commission import putting
from award.progress.asked import asked_of
from locales import texts
from storage.tables import (
    Ballot,
    ClosingNote,
    DossierState,
    Enrolment,
    Mark,
    MarkKind,
    NotePart,
    Person,
    Points,
    RoleKind,
)
from tests.award.commission.chamber import a_chamber
from tests.journeys.completing import entries_of
from tests.journeys.people import Phone
from tests.journeys.steps import LANGUAGE_NAMES
from tests.journeys.world import BEGINNING, World, person_of

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


async def from_menu(phone: Phone, way: str) -> None:
    """Over the menu: news may have buttons that begin with the same words."""
    label = WORDS(f"menu-button-{way}")
    await phone.write("/menu")
    await phone.tap(label, on=await phone.sees(label, WORDS("menu-button-help"), new=True))


def desk_name() -> str:
    """The button that opens the commission for whoever sits in it."""
    name = WORDS(
        "commission-name",
        season=str(BEGINNING.year),
        region=WORDS("commission-everywhere"),
        level=WORDS("commission-all-levels"),
    )
    return WORDS("commission-mine", name=name)


async def to_desk(phone: Phone) -> None:
    """Over the menu, whatever stands in the chat above it."""
    await from_menu(phone, "commission")
    await press(phone, desk_name())


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


STAFF = {"operator": "Олжас Тілеу", "mentor": "Айгүл Серік", "head": "Бақыт Оразов"}


@dataclass
class Seated:
    """An open commission with candidates before it, the first of whom has a phone."""

    number: int
    chair: Phone
    secretary: Phone
    member: Phone
    candidate: Phone
    candidacies: list[int]

    @property
    def members(self) -> list[Phone]:
        return [self.chair, self.secretary, self.member]


async def seated(world: World, *names: str, language: str = "kk") -> Seated:
    """Its people have phones; the candidates of these names are in the tables only."""
    programme = world.bot.programme
    titles = {"chair": "Төлеу Әбенов", "secretary": "Хадиша Оспан", "ministry": "Мирас Қасым"}
    phones = {}
    for seat, name in titles.items():
        phones[seat] = await world.staff(name.split()[0], RoleKind.EXPERT, language, full_name=name)
    candidate = await world.phone(names[0].split()[1], language)
    await candidate.start()
    await candidate.sees(LANGUAGE_NAMES["kk"])
    async with world.bot.database.transaction() as session:
        chamber = await a_chamber(session, programme, world.clock.now())
        for seat, phone in phones.items():
            chamber.them[seat] = (await person_of(session, phone.id)).id
        commission = await chamber.commission(season=BEGINNING.year)
        dossiers = [await chamber.recommended(name) for name in names]
        for name in chamber.them.keys() - {"centre", *phones}:
            person = await session.get_one(Person, chamber.them[name])
            person.full_name, person.telegram_id = STAFF.get(name, name), -person.id
        while await putting.put(await chamber.as_("operator"), commission.id):
            pass
        candidacies = [(await chamber.candidacy(each)).id for each in dossiers]
        level = await session.get_one(Enrolment, dossiers[0].enrolment_id)
        person = await person_of(session, candidate.id)
        person.full_name, person.language, person.region = names[0], language, "KZ-75"
        person.birth_date, level.person_id = dt.date(2005, 1, 15), person.id
        await lived(session, world, level, chamber.them["mentor"])
        await noted(session, world, level, dossiers[0].id, chamber.them["mentor"])
    return Seated(
        commission.id,
        phones["chair"],
        phones["secretary"],
        phones["ministry"],
        candidate,
        candidacies,
    )


async def others_have_marked(world: World, bench: Seated) -> None:
    """The chair and the secretary have marked everybody, and want all of them awarded."""
    at = world.clock.now()
    async with world.bot.database.transaction() as session:
        people = [(await person_of(session, each.id)).id for each in bench.members[:2]]
        for candidacy, person in product(bench.candidacies, people):
            of = {"candidacy_id": candidacy, "person_id": person}
            session.add(Ballot(**of, vote=DossierState.AWARDED, voted_at=at))
            session.add_all(
                Points(**of, criterion=each.code, points=7, at=at)
                for each in world.bot.programme.award.criteria
            )


async def lived(session: AsyncSession, world: World, enrolment: Enrolment, mentor: int) -> None:
    """The journal and the marks of a level that was lived."""
    asked = asked_of(world.bot.programme, enrolment)
    assert enrolment.started_on is not None
    for each in asked:
        session.add_all(entries_of(world, enrolment, each, enrolment.started_on))
        for kind in (MarkKind.NORM, MarkKind.COMPLETE) if each.norm else (MarkKind.COMPLETE,):
            session.add(
                Mark(
                    enrolment_id=enrolment.id, direction=each.direction, kind=kind, by=mentor,
                    at=world.clock.now(),
                )
            )  # fmt: skip


async def noted(
    session: AsyncSession, world: World, enrolment: Enrolment, dossier: int, mentor: int
) -> None:
    """The mentor recommends the award."""
    asked = asked_of(world.bot.programme, enrolment)
    note = ClosingNote(
        dossier_id=dossier, recommends=True, written_by=mentor, begun_at=world.clock.now(),
        sent_at=world.clock.now(),
    )  # fmt: skip
    session.add(note)
    await session.flush()
    said = {"strengths": WORDS("note-usual-strengths-1"), "growth": "Уақытын өзі жоспарлайды."}
    said |= {f"direction:{each.direction}": WORDS("note-usual-direction-1") for each in asked}
    session.add_all(NotePart(note_id=note.id, part=part, words=is_) for part, is_ in said.items())
