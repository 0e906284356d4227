"""Who is near a candidate neither sees nor decides on them; one person alone decides nothing."""

import datetime as dt

from award.commission.sittings import arrive
from storage.tables import DossierState, RoleKind
from tests.journeys.candidates import MINOR, a_board, a_candidate, acts, somebody
from tests.journeys.chamber import SAY, WORDS, from_menu, press, to_desk
from tests.journeys.people import Phone
from tests.journeys.steps import said, title
from tests.journeys.world import World

S = DossierState


async def _declares(phone: Phone, name: str) -> None:
    """Whom they live with, from the commission's desk: staff or not."""
    await to_desk(phone)
    await press(phone, WORDS("menu-button-household"))
    await press(phone, WORDS("household-button-new"))
    await phone.sees(said(SAY, "household-ask-name"))
    await phone.write(name)
    await phone.sees(title(SAY("household-ask-born", name=name)))
    await phone.write(f"{MINOR:%d.%m.%Y}")
    await phone.sees(name, WORDS("household-button-new"))


async def test_a_conflict_is_told_and_the_quorum_follows_it(world: World) -> None:
    """An aunt from outside, then two who step back: the last one waits for another member."""
    girl = await a_candidate(world, minor=True)
    await a_candidate(world, "Нұрлан")
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас", "Апасы"))
    chair, secretary, authority, aunt = board.members
    await board.put()
    await press(aunt, WORDS("desk-button-next", left=2))
    card = await aunt.sees("Аружан", WORDS("candidate-button-journal"))
    await _declares(aunt, "Сынақ Аружан")

    # She is told, sees one of two, and what she had opened shows nothing any more.
    await to_desk(aunt)
    desk = await aunt.sees(said(SAY, "desk-hidden", "hidden"), WORDS("desk-button-next", left=1))
    await aunt.tap(WORDS("desk-button-list"), on=desk)
    names = await aunt.sees(title(SAY("candidates-list", count=1)))
    assert "Нұрлан" in str(names["buttons"])
    assert "Аружан" not in str(names["buttons"])
    refused = await aunt.tap(WORDS("candidate-button-journal"), on=card)
    assert refused is not None

    await board.sits()
    for phone in (secretary, authority):
        await to_desk(phone)
        await press(phone, WORDS("desk-button-list"))
        await press(phone, "Аружан")
        await press(phone, WORDS("candidate-button-step-back"))
        await press(phone, WORDS("candidate-button-surely-back"))
        await phone.sees(said(SAY, "candidate-stepped-back"))
    await operator.sees("шешім шықпайды", f"№ {girl.dossier}")
    await to_desk(chair)
    await press(chair, WORDS("desk-button-list"))
    await press(chair, "Аружан")
    await chair.sees("Аружан", said(SAY, "votes-one-left"))

    # The operator seats another from where it is told; with two it is decided, the family told.
    await press(operator, WORDS("commission-button-seats"))
    await press(operator, WORDS("seat-add-member"))
    link = await operator.sees(WORDS("seat-button-share"), new=True)
    fifth = await somebody(world, "Бекзат")
    await fifth.start(await operator.link(link))
    await fifth.tap(WORDS("seat-button-take"))
    await fifth.sees(WORDS("commission-button-desk"), WORDS("menu-button-household"))
    async with acts(world, fifth) as at:
        await arrive(at, board.commission)
    await board.votes(girl, S.DEFERRED, chair, fifth)
    await board.signs(girl, "time")
    await girl.phone.sees(
        said(SAY, "decision-own-deferred", "level"), WORDS("decision-reason-time")
    )
    assert girl.mother is not None
    await girl.mother.sees(said(SAY, "decision-theirs-deferred", "name", "level"), "Аружан")


async def test_who_is_taken_back_is_told_and_so_are_those_around(world: World) -> None:
    girl = await a_candidate(world, minor=True)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.offers(dt.time(15), 2)
    await girl.phone.tap(WORDS("interview-button-choose"))
    await girl.phone.tap("2", on=await girl.phone.sees(said(SAY, "interview-choose-day", more=0)))
    await girl.phone.tap("15:00")
    await girl.phone.sees(WORDS("interview-button-calendar"))
    await from_menu(operator, "commission")
    await press(
        operator,
        WORDS(
            "commission-name",
            season="2026",
            region=WORDS("commission-everywhere"),
            level=WORDS("commission-all-levels"),
        ),
    )
    await press(operator, WORDS("commission-button-take-back"))
    told = await girl.phone.sees(
        said(SAY, "candidate-told-taken-back-own", "level", interview="yes"),
        "сұқбат болмайды",
    )
    assert girl.mother is not None
    for phone in (girl.mother, girl.mentor, girl.head):
        await phone.sees(
            "Аружан", said(SAY, "candidate-told-taken-back", "name", "level", interview="yes")
        )
    await girl.phone.tap(WORDS("button-way"), on=told)
    await girl.phone.sees(
        said(SAY, "way-now-recommended", "number", "total", reader="own"), new=True
    )
    await world.move(hours=4)
    await girl.phone.does_not_see("Сұқбатқа жарты сағат қалды")
