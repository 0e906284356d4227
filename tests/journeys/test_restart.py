"""The bot is restarted in the middle of things: the next tap, or the next word, goes on."""

from typing import Any

from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import (
    CENTRE,
    MENTOR,
    Applicant,
    Pair,
    a_pair,
    a_picture,
    log,
    now_on,
    read_to_the_end,
    said,
    tap_stale,
    title,
)
from tests.journeys.world import World

SAY = texts("kk")
WORDS = SAY.plain


async def test_an_application_with_a_restart_before_every_other_answer(world: World) -> None:
    centre = await world.centre(CENTRE)
    mentor = await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre)
    girl = RestartingPhone(world, await world.phone("Аружан", phone="+77011234567"))
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    girl.restarts = True
    await applicant.tell_of_oneself(2010)
    await applicant.choose(CENTRE, MENTOR)
    await applicant.tap("button-read-agreement")
    await read_to_the_end(girl, WORDS("button-sign-and-send"))
    await applicant.tap("button-sign-and-send")
    girl.restarts = False
    link = await girl.link(await girl.sees(WORDS("button-share-link")))

    mother = RestartingPhone(world, await world.phone("Гүлнар", phone="+77010000002"))
    await mother.start(link)
    await mother.tap("Қазақша")
    mother.restarts = True
    await mother.tap(WORDS("button-i-represent"))
    await read_to_the_end(mother, WORDS("button-agree-go-on"))
    await mother.tap(WORDS("button-agree-go-on"))
    await mother.sees(title(WORDS("consent-full-name")))
    await mother.write("Сәрсенова Гүлнар")
    await mother.sees(title(WORDS("consent-contact")))
    await mother.share_contact()
    await mother.tap(WORDS("button-consent"))
    await mentor.sees("Сәрсен Аружан")


class RememberingPhone(Phone):
    """A phone that keeps every button it was shown, in the order of messages."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone.http, phone.url, {"id": phone.id, "first_name": phone.name})
        self.shown: dict[tuple[int, str], None] = {}

    async def chat(self, after: int = 0, wait: float = 0) -> dict[str, Any]:
        chat = await super().chat(after, wait)
        for message in chat["messages"]:
            for row in message["buttons"]:
                for button in row:
                    if button.get("data"):
                        self.shown[message["message_id"], button["data"]] = None
        return chat


class RestartingPhone(Phone):
    """A phone before every other word and tap of which the bot is restarted."""

    def __init__(self, world: World, phone: Phone) -> None:
        super().__init__(phone.http, phone.url, {"id": phone.id, "first_name": phone.name})
        self.world = world
        self.restarts = False
        self.done = 0

    async def _post(self, path: str, body: Any = None, **kwargs: Any) -> Any:
        self.done += 1
        if self.restarts and self.done % 2:
            await self.world.idle()
            await self.world.restart_bot()
        return await super()._post(path, body, **kwargs)


async def test_in_the_middle_of_a_reason_and_of_a_plan(world: World) -> None:
    pair = await a_pair(world)
    girl, mentor = pair.participant, pair.mentor
    card = await log(pair, "жүгіру 40 мин", a_picture())
    await mentor.tap(WORDS("review-button-return"), on=await mentor.sees("жүгіру 40 мин"))
    await mentor.tap(WORDS("review-button-words"))
    await mentor.sees(WORDS("review-words-returned"))
    await world.restart_bot()
    await mentor.write("Қай жерде жүгірдіңіз?")
    told = await girl.sees(WORDS("verdict-button-mend"), "Қай жерде жүгірдіңіз?")
    await world.restart_bot()
    await girl.tap(WORDS("verdict-button-mend"), on=told)
    await girl.tap(
        WORDS("journal-button-words"),
        on=await girl.sees(WORDS("journal-card-version", version=2)),
    )
    await world.restart_bot()
    await girl.write("Саябақта жүгірдім")
    await girl.tap(WORDS("journal-button-ok"), on=await girl.sees("Саябақта", new=True))
    await mentor.sees(WORDS("review-version", version=2), "Саябақта")
    await _what_was_saved_says_so(girl, card)


async def _what_was_saved_says_so(girl: Phone, card: dict[str, Any]) -> None:
    """The card of the first version, tapped now, tells how it stands."""
    withdraw = WORDS("journal-button-withdraw")
    await girl.tap(withdraw, on=card)
    shown = await now_on(girl, card)
    assert withdraw not in str(shown["buttons"])


async def test_buttons_of_yesterday(world: World) -> None:
    pair = await a_pair(world)
    girl, mentor = pair.participant, pair.mentor
    old_card = await _draft(pair, "жүгіру 40 мин")
    await mentor.write("/menu")
    old_desk = await mentor.sees(WORDS("menu-button-participants", participants=1), new=True)
    await girl.write("/menu")
    old_menu = await girl.sees(WORDS("menu-button-add"), new=True)
    await girl.tap(WORDS("menu-button-card"), on=old_menu)
    window = await girl.sees(WORDS("card-button-fields"), WORDS("card-button-data"))
    await world.move(days=1)
    await world.restart_bot()

    # A card stands: it still does what it says, for the day it was sent on.
    await girl.tap(WORDS("journal-button-ok"), on=old_card)
    assert "40 / 60 мин" in (await now_on(girl, old_card))["text"]
    await girl.write("/menu")
    fresh = await girl.sees(WORDS("menu-button-add"), new=True)
    # A window that was left opens today's screen, with a word why.
    answer = await tap_stale(girl, WORDS("card-button-fields"), window)
    assert answer is not None
    assert answer["text"] == WORDS("outdated-button")
    assert (await girl.sees(WORDS("menu-button-add"), new=True))["message_id"] > fresh["message_id"]
    # The menu's buttons lead on however old they are.
    await mentor.tap(WORDS("menu-button-reviews", entries=0), on=old_desk)
    await mentor.sees(said(SAY, "review-queue", "names", total=1), "жүгіру 40 мин")


async def test_no_button_of_an_application_dead_ends(world: World) -> None:
    """Every button that was ever shown, tapped a day later, answers or opens something."""
    girl = RememberingPhone(await world.phone("Аружан", phone="+77011234567"))
    centre = await world.centre(CENTRE)
    await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre)
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2005)
    await applicant.choose(CENTRE, MENTOR)
    await applicant.sign_and_send()
    await girl.sees(title(WORDS("application-sent", where="")))
    await world.move(days=1)
    await world.restart_bot()
    for message_id, data in list(girl.shown):
        before = (await girl.chat())["revision"]
        answer = await girl.forge(message_id, data)
        assert answer or (await girl.chat())["revision"] > before, data
    await girl.write("/menu")
    await girl.sees(said(SAY, "where-mentor-answers", "who"), new=True)


async def _draft(pair: Pair, words: str) -> dict[str, Any]:
    await pair.participant.write(words)
    return await pair.participant.sees(words, WORDS("journal-button-ok"), new=True)
