"""A member gets through sixty candidates on a phone by taps alone, and the chair decides on all."""

from io import BytesIO
from itertools import product
from typing import Any

from pypdf import PdfReader
from sqlalchemy import update

from storage.tables import Ballot, Candidacy, DossierState
from tests.journeys.chamber import WORDS, Seated, desk_name, others_have_marked, press, seated
from tests.journeys.people import Phone
from tests.journeys.world import World, person_of

SURNAMES = ("Әбен", "Бекен", "Ғабит", "Дәулет", "Ерлан", "Жақсы", "Иса", "Қасым", "Мұса", "Сәрсен")
NAMES = [
    " ".join(each) for each in product(SURNAMES, ("Ақбота", "Бек", "Гүл", "Дана", "Ер", "Зере"))
]
# By number: who is stepped back from, who is voted against, where the member stops; what lies
# between STOPS and AGAIN is put into tables, for each costs the same taps.
ALL, BACK, AGAINST, STOPS, AGAIN = 60, 2, 3, 4, 59


class Thumb(Phone):
    """A phone on which nothing is typed, and every tap counted."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone.http, phone.url, {"id": phone.id, "first_name": phone.name})
        self.taps = 0

    async def write(self, text: str, **other: Any) -> None:
        raise AssertionError(f"typed: {text}")

    async def tap(self, label: str, *, on: dict[str, Any] | None = None) -> dict[str, Any] | None:
        self.taps += 1
        return await super().tap(label, on=on)


async def test_sixty_by_taps_alone(world: World) -> None:
    bench = await seated(world, *NAMES)
    await bench.secretary.tap(WORDS("desk-button-sit"))
    for phone in (bench.chair, bench.member):
        await press(phone, WORDS("desk-button-here"))
    await others_have_marked(world, bench)

    member = Thumb(bench.member)
    await press(member, WORDS("desk-button-next", left=ALL))
    await _in_one_place(world, member, range(1, STOPS + 1), ALL)
    await _does_most(world, bench)
    await _goes_on_later(member, left=ALL - AGAIN + 1)
    await _in_one_place(world, member, range(AGAIN, ALL + 1), ALL - AGAIN + 1)
    await press(member, WORDS("commission-button-desk"))
    await member.sees(WORDS("desk-candidates", before=ALL - 1, left=0).partition("<")[0])

    await _all_are_decided(bench)
    await _protocol_of_all(bench.chair)


async def _in_one_place(world: World, member: Thumb, numbers: range, left: int) -> None:
    """One after another in one message, which says how many are left; a few taps each."""
    award = world.bot.programme.award
    criteria = [each.name["kk"] for each in award.criteria if not each.of_interview]
    place = None
    for number in numbers:
        card = await member.sees(
            f"· {NAMES[number - 1]}", WORDS("candidate-button-next", left=left)
        )
        assert place in (None, card["message_id"])
        place, before, left = card["message_id"], member.taps, left - 1
        if number == BACK:
            await member.tap(WORDS("candidate-button-step-back"), on=card)
            await press(member, WORDS("candidate-button-surely-back"))
        else:
            vote = WORDS("vote-declined" if number == AGAINST else "vote-awarded")
            await _mark_and_vote(member, card, criteria, vote)
        if number != numbers[-1]:
            await press(member, WORDS("candidate-button-next", left=left))
        assert member.taps - before <= len(criteria) + 2


async def _mark_and_vote(
    member: Phone, card: dict[str, Any], criteria: list[str], vote: str
) -> None:
    """A tap a criterion; all others have marked, so that votes follow at once: one more."""
    for number, name in enumerate(criteria, 1):
        await member.tap("8", on=card)
        given = WORDS("marks-button-again", name=name, points=8)
        card = await member.sees(given if number < len(criteria) else vote)
    await member.tap(vote, on=card)


async def _does_most(world: World, bench: Seated) -> None:
    """The member marks those in between, and wants them awarded, too."""
    at = world.clock.now()
    async with world.bot.database.transaction() as session:
        who = (await person_of(session, bench.member.id)).id
        between = bench.candidacies[STOPS : AGAIN - 1]
        await session.execute(
            update(Candidacy).where(Candidacy.id.in_(between)).values(marks_closed_at=at)
        )
        session.add_all(
            Ballot(candidacy_id=each, person_id=who, vote=DossierState.AWARDED, voted_at=at)
            for each in between
        )


async def _goes_on_later(member: Thumb, left: int) -> None:
    """From a card to the menu, and from there to where the member stopped."""
    await press(member, WORDS("candidate-button-list"))
    shown = await member.sees(WORDS("candidates-list", count=ALL - 1).partition("<")[0], NAMES[0])
    await member.tap(WORDS("button-menu"), on=shown)
    menu = await member.sees(WORDS("menu-button-commission"), WORDS("menu-button-help"), new=True)
    await member.tap(WORDS("menu-button-commission"), on=menu)
    await press(member, desk_name())
    await press(member, WORDS("desk-button-next", left=left))


async def _all_are_decided(bench: Seated) -> None:
    """Fifty at once and the others at once, all in one place; the disputed one by itself."""
    chair = Thumb(bench.chair)
    await press(chair, WORDS("desk-button-undisputed"))
    for count in (50, ALL - 51):
        await press(chair, WORDS("desk-button-sign-all", count=count))
        await press(chair, WORDS("desk-button-undisputed"))
    await press(chair, WORDS("button-back"))
    await press(chair, WORDS("desk-button-list"))
    await press(chair, NAMES[AGAINST - 1])
    await press(chair, WORDS("votes-button-sign", outcome=WORDS("outcome-awarded")))
    await press(chair, WORDS("decision-reason-met"))
    await chair.sees(WORDS("commission-button-desk"))
    await press(chair, WORDS("commission-button-desk"))
    await press(chair, WORDS("desk-button-rise"))
    assert chair.taps <= 14


async def _protocol_of_all(chair: Phone) -> None:
    """Each in two languages, with number and initials, on few pages."""
    paper = await chair.sees("№ 1 хаттама")
    async with chair.http.get(chair.url + paper["media"][0]["url"]) as answer:
        pages = PdfReader(BytesIO(await answer.read())).pages
    assert len(pages) <= 8
    words = "".join(page.extract_text() for page in pages)
    assert words.count("60 С. З.") == 2
