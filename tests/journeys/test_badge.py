"""From the application to the certificate in hand, verified by a stranger; then the next level."""

from storage.tables import RoleKind
from tests.journeys.candidates import a_board, a_candidate
from tests.journeys.chamber import SAY, WORDS, a_commission, all_mark_and_award, press, to_desk
from tests.journeys.completing import almost_complete, closing_note, mark_the_last
from tests.journeys.people import Phone
from tests.journeys.steps import a_pair, said
from tests.journeys.world import World

PLACE = "https://meet.example/abc"


async def _offered(secretary: Phone) -> None:
    """Three times on the day after tomorrow, from ten, all by taps but the place."""
    await to_desk(secretary)
    await press(secretary, WORDS("desk-button-interviews"))
    await press(secretary, WORDS("interview-button-offer"))
    days = await secretary.sees(said(SAY, "interview-ask-day"))
    await secretary.tap(days["buttons"][1][0]["text"], on=days)
    for label, asked in (("10:00", "first"), ("20", "minutes"), ("10", "pause"), ("3", "count")):
        await secretary.tap(label, on=await secretary.sees(said(SAY, f"interview-ask-{asked}")))
    await secretary.sees("10:00")
    await secretary.write("http://not.safe/x")
    await secretary.sees(said(SAY, "interview-place-unfit"), new=True)
    await secretary.write("meet.example/abc")
    await secretary.sees(said(SAY, "interview-offered", times=3))


async def _interviewed(world: World, girl: Phone, secretary: Phone) -> None:
    told = await girl.sees(said(SAY, "notice-interview-offered", "level"))
    await girl.tap(WORDS("interview-button-choose"), on=told)
    days = await girl.sees(said(SAY, "interview-choose-day", more=0))
    await girl.tap(days["buttons"][0][0]["text"], on=days)
    times = await girl.sees("10:00", "10:30", "11:00")
    await girl.tap("10:30", on=times)
    await girl.sees(PLACE, WORDS("interview-button-change"))
    file = await girl.sees(said(SAY, "interview-file"))
    assert file["media"][0]["file_name"] == "interview.ics"
    await world.move(days=3)
    for stage in ("Сұқбатқа бір күн қалды", "Сұқбатқа жарты сағат қалды"):
        await girl.sees(stage, PLACE)
        await secretary.sees(stage, PLACE)
    reminder = await secretary.sees("Сұқбатқа жарты сағат қалды")
    await secretary.tap(WORDS("interview-button-show"), on=reminder)
    await press(secretary, WORDS("interview-button-came"))
    await secretary.sees("✅ Келді.")


async def test_from_the_application_to_the_next_level(world: World) -> None:
    pair = await a_pair(world, heritage=0)
    girl, mentor = pair.participant, pair.mentor
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    coordinator = await world.staff("Дина", RoleKind.COORDINATOR, region="KZ-75")
    await mark_the_last(world, pair, await almost_complete(world, pair))
    told = await mentor.sees(said(SAY, "marks-told-level-staff", "name", "level"))
    await mentor.tap(WORDS("note-button-write"), on=told)
    await closing_note(mentor, pair)
    case = await coordinator.sees(said(SAY, "note-told-written"))
    await coordinator.tap(WORDS("dossier-button-yes"), on=case)
    await girl.sees(said(SAY, "way-told-recommended"))

    members = await a_commission(world, operator)
    chair, secretary, _ = members
    await press(operator, WORDS("commission-button-open-card"))
    await press(operator, WORDS("commission-button-open"))
    await press(operator, WORDS("commission-button-put", count=1))
    await chair.sees(WORDS("desk-button-next", left=1))
    await _offered(secretary)
    await _interviewed(world, girl, secretary)
    for phone in members:
        await to_desk(phone)
    await all_mark_and_award(members, chair, criteria=4)

    await girl.sees("Құттықтаймыз")
    await world.bot.printing.print_some()
    paper = await girl.sees(said(SAY, "notice-certificate-ready", "level", "number", "gives"))
    number = paper["media"][0]["file_name"].removesuffix(".pdf")
    stranger = await world.phone("Passer-by", "en")
    await stranger.write("/verify")
    await stranger.sees("Verify a certificate")
    await stranger.write(f"{number} Сәрсен")
    await stranger.sees("The certificate is valid", "Bronze", new=True)

    await world.move(days=1)
    await girl.write("/menu")
    label = WORDS("menu-button-next-level")
    await girl.tap(label, on=await girl.sees(label, new=True))
    # All but what silver asks anew is there already.
    await girl.sees(world.bot.programme.level("silver").choice("longer").question["kk"])


async def test_who_changes_and_gives_up_a_time_leaves_it_to_others(world: World) -> None:
    """A time given up is free again; one taken meanwhile is told so, and today's are shown."""
    girl = (await a_candidate(world)).phone
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    board = await a_board(world, operator, ("Төлеу", "Хадиша", "Мирас"))
    secretary = board.members[1]
    await board.put()
    await secretary.sees(WORDS("desk-button-next", left=1))
    await _offered(secretary)
    told = await girl.sees(said(SAY, "notice-interview-offered", "level"))
    await girl.tap(WORDS("interview-button-choose"), on=told)
    days = await girl.sees(said(SAY, "interview-choose-day", more=0))
    await girl.tap(days["buttons"][0][0]["text"], on=days)
    await girl.tap("10:00", on=await girl.sees("10:00", "10:30"))
    card = await girl.sees(PLACE, WORDS("interview-button-cannot"))
    await girl.tap(WORDS("interview-button-cannot"), on=card)
    await press(girl, WORDS("interview-button-give-back"))
    await girl.sees(said(SAY, "interview-none", "level", free=3))
    await world.move(days=2 + 1 / 24)
    await girl.does_not_see("Сұқбатқа бір күн қалды")
