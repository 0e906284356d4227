"""Not awarded: the reasons are read, what can be done next is done; and what waits for a season."""

from datetime import timedelta

from storage.tables import Dossier, DossierState, RoleKind
from tests.journeys.candidates import a_board, a_candidate
from tests.journeys.chamber import SAY, WORDS, from_menu, press, to_desk
from tests.journeys.steps import said, title
from tests.journeys.world import BEGINNING, World

S = DossierState
WHY = "Мен бәрін өзім істедім, күнделікте бәрі жазылған"


async def test_declined_appealed_and_awarded_by_others(world: World) -> None:
    girl = await a_candidate(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    first = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await first.put()
    await first.sits()
    await first.votes(girl, S.DECLINED)
    chair = first.members[0]
    await to_desk(chair)
    await press(chair, WORDS("desk-button-list"))
    await press(chair, "Аружан")
    await press(chair, WORDS("votes-button-sign", outcome=WORDS("outcome-declined")))
    await press(chair, WORDS("decision-reason-independence"))

    # Why, and what can be done: in the news, and on the way at any time.
    reason = WORDS("decision-reason-independence")
    await girl.phone.sees(said(SAY, "decision-own-declined", "level"), reason)
    await girl.mentor.sees(said(SAY, "decision-theirs-declined", "name", "level"), reason)
    await girl.head.sees(said(SAY, "decision-theirs-declined", "name", "level"), reason)
    await girl.phone.write("/menu")
    await girl.phone.sees("бір рет шағымдана аласыз", WORDS("menu-button-way"), new=True)
    await from_menu(girl.phone, "way")
    way = await girl.phone.sees(WORDS("way-step-handing-over"), reason, new=True)
    await girl.phone.tap(WORDS("appeal-button-make"), on=way)
    await girl.phone.write(WHY)
    await girl.phone.sees(said(SAY, "appeal-made"))
    await from_menu(girl.phone, "way")
    await girl.phone.sees(said(SAY, "way-now-appealed", "number", "total"), new=True)

    # Nobody but those who declined it: the operator makes another commission.
    told = await operator.sees(said(SAY, "appeal-told"), WHY, "⚠️ Қарайтын комиссия жоқ")
    others = await a_board(world, operator, ("Айбек", "Сәуле", "Ерлан"))
    await from_menu(operator, "commission")
    await press(operator, WORDS("appeals-button", count=1))
    await operator.tap(
        WORDS("appeal-button-show", number=str(girl.dossier)),
        on=await operator.sees(title(SAY("appeals-list", count=1))),
    )
    await operator.tap("2026", on=await operator.sees(said(SAY, "appeal-ask")))
    await operator.sees(said(SAY, "appeal-given"))
    assert told["buttons"]

    judge = others.members[0]
    await press(judge, WORDS("desk-button-next", left=1))
    await judge.sees(WHY, said(SAY, "candidate-appeal"))
    await others.decides(girl, S.AWARDED, "met")
    await girl.phone.sees("Құттықтаймыз", WORDS("decision-reason-met"))
    await from_menu(girl.phone, "certificates")
    await girl.phone.sees("ET-2026-B-", WORDS("certificate-state-valid"))


async def test_after_the_term_the_level_may_be_begun_anew(world: World) -> None:
    girl = await a_candidate(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.decides(girl, S.DECLINED, "results")
    told = await girl.phone.sees(said(SAY, "decision-own-declined", "level"))
    async with world.bot.database.transaction() as session:
        (await session.get_one(Dossier, girl.dossier)).due = BEGINNING.date() - timedelta(days=1)
    await girl.phone.tap(WORDS("appeal-button-make"), on=told)
    await girl.phone.tap(WORDS("button-way"), on=told)
    way = await girl.phone.sees(
        WORDS("decision-reason-results"), said(SAY, "way-next-declined"), new=True
    )
    assert WORDS("appeal-button-make") not in str(way["buttons"])
    await girl.phone.tap(WORDS("menu-button-apply"), on=way)
    await girl.phone.sees(said(SAY, "ask-place"))


async def test_deferred_stands_first_before_the_next_seasons_commission(world: World) -> None:
    girl = await a_candidate(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    await board.put()
    await board.decides(girl, S.DEFERRED, "papers")
    reason = WORDS("decision-reason-papers")
    told = await girl.phone.sees(said(SAY, "decision-own-deferred", "level"), reason)
    await girl.phone.tap(WORDS("button-way"), on=told)
    await girl.phone.sees(reason, said(SAY, "way-next-deferred"), new=True)

    following = await a_board(world, operator, ("Айбек", "Сәуле", "Ерлан"), season=2027)
    await from_menu(operator, "commission")
    await operator.tap("2027", on=await operator.sees(title(WORDS("commission-list")), "2027"))
    card = await operator.sees(said(SAY, "commission-state-open"), "оның ішінде")
    await operator.tap(WORDS("commission-button-put", count=1), on=card)
    await press(following.members[1], WORDS("desk-button-next", left=1))
    await following.decides(girl, S.DECLINED, "contribution")
    await girl.phone.sees(
        said(SAY, "decision-own-declined", "level"), WORDS("decision-reason-contribution")
    )
