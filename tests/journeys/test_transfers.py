"""A participant moves to another town: the mentor asks, she agrees, the centre there takes her."""

from storage.tables import RoleKind
from tests.journeys.steps import CENTRE, a_pair, a_picture, log, said
from tests.journeys.world import World

ELSEWHERE = "Талғар орталығы"


async def test_a_transfer_between_centres_end_to_end(world: World) -> None:
    pair = await a_pair(world)
    who, old, say = pair.participant, pair.mentor, pair.say
    words = say.plain
    there = await world.centre(ELSEWHERE, place="Талғар")
    head = await world.staff("Дина", RoleKind.CENTRE_HEAD, centre_id=there)
    new = await world.staff("Сәуле", RoleKind.MENTOR, centre_id=there)
    await log(pair, "жүгіру 40 мин", a_picture())
    waiting = await old.sees("40 мин", words("review-button-approve"))

    # The mentor asks, from the participant's card.
    await old.write("/menu")
    await old.tap(words("menu-button-participants", participants=1), on=await old.sees(
        words("menu-button-transfers"), new=True
    ))  # fmt: skip
    await old.tap("Аружан", on=await old.sees("Аружан", "карточкасын"))
    card = await old.sees(words("transfer-button-ask"), new=True)
    await old.tap(words("transfer-button-ask"), on=card)
    await old.tap(ELSEWHERE, on=await old.sees("Қай орталыққа", CENTRE, new=True))
    await old.tap(words("transfer-button-any"), on=await old.sees("Қай тәлімгерге"))
    await old.sees("Неге ауысу керек")
    await old.write("Талғарға <b>көшті</b>")
    await old.sees("қатысушының келісімін сұрадық", "<b>көшті</b>")
    await old.tap(words("transfer-button-ask"), on=card)
    await old.sees("Ауыстыру", words("transfer-button-back"), new=True)

    # She agrees; the head there gives her to a mentor.
    asked = await who.sees("Келісесіз бе?", "<b>көшті</b>", words("transfer-button-yes"))
    await who.tap(words("transfer-button-yes"), on=asked)
    offered = await head.sees("қатысушыны ауыстыруды сұрайды", "Аружан", ELSEWHERE)
    await head.tap(words("transfer-button-choose"), on=offered)
    await head.tap("Сәуле", on=await head.sees("қай тәлімгерге беріледі"))
    await head.sees("Ауыстыру аяқталды", ELSEWHERE)
    await who.sees("Жаңа тәлімгеріңізге ауыстыңыз", "Сәуле", ELSEWHERE, new=True)
    await old.sees("Қатысушы ауысты", ELSEWHERE, new=True)

    # All that there is went along; the old mentor decides nothing any more.
    mine = await new.sees("Сізге жаңа қатысушы ауысты", words("button-card"))
    assert "1" in mine["text"], "an entry waits for review"
    await new.tap(words("button-card"), on=mine)
    await new.sees("Аружан", words("button-entries-waiting", count=1), new=True)
    late = await old.tap(words("review-button-approve"), on=waiting)
    assert late is not None
    assert late["show_alert"]
    await new.write("/menu")
    menu = await new.sees(words("menu-button-reviews", entries=1), new=True)
    await new.tap(words("menu-button-reviews", entries=1), on=menu)
    entry = await new.sees("40 мин", words("review-button-approve"), new=True)
    await new.tap(words("review-button-approve"), on=entry)
    await who.sees(said(say, "verdict-approved", "summary"), "40 мин", new=True)
