"""The commission's way by clicking on a narrow phone: from interview times to the protocol."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from locales import texts
from tests.browser import chromium
from tests.journeys.chamber import STAFF, others_have_marked, seated
from tests.journeys.clicking import NARROW, SCREENSHOTS, Camera, ClickingPhone, turn_to
from tests.journeys.world import World
from tests.sandbox.page.phones import open_page, wider_than_the_window

LONG_NAME = "Нұрмұхаммедқызы Ақбота"
DAY = {"kk": "4 ақпан", "ru": "4 фев", "en": "4 Feb"}  # the day after a story begins
PLACE = "https://meet.google.com/abc-defg-hij"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


class Clicks:
    """A person at their phone, in their language: what they tap; a picture of what they see."""

    def __init__(self, phone: ClickingPhone, language: str, camera: Camera) -> None:
        self.phone = phone
        self.language = language
        self.words = texts(language).plain
        self.camera = camera

    async def does(self, key: str, **values: object) -> None:
        label = self.words(key, **values)
        await self.phone.tap(label, on=await self.phone.sees(label))

    async def tap(self, label: str) -> None:
        await self.phone.tap(label, on=await self.phone.sees(label))

    async def sees(self, *parts: str, picture: str) -> None:
        shown = await self.phone.sees(*parts)
        here = self.phone.here.locator(f".message[data-id='{shown['message_id']}']")
        await expect(here).to_be_visible()
        assert await wider_than_the_window(self.phone.page) == []
        await self.camera.take(picture)


@pytest.mark.parametrize("language", ["kk", "ru", "en"] if SCREENSHOTS else ["kk"])
async def test_from_times_to_the_protocol(world: World, browser: Browser, language: str) -> None:
    bench = await seated(world, LONG_NAME, "Иса Бек", language=language)
    phones = [*bench.members, bench.candidate]
    ids = [phone.id for phone in phones]
    page = await open_page(
        browser, world.sandbox, ids, lang=language, viewport=NARROW, has_touch=True
    )
    camera = Camera(page, f"commission-{language}")
    people = [Clicks(ClickingPhone(page, each), language, camera) for each in phones]
    chair, secretary, member, candidate = people
    await _offers(secretary)
    await _chooses(candidate)
    await world.move(hours=22, minutes=30)
    await _meets(secretary)
    await others_have_marked(world, bench)
    await _decides_by_oneself(world, member)
    await _signs(chair)
    await turn_to(candidate.phone)
    await candidate.sees(candidate.words("decision-reason-met"), picture="awarded")


async def _offers(secretary: Clicks) -> None:
    """All times of a day by taps, but where they are."""
    await turn_to(secretary.phone)
    words = secretary.words
    await secretary.sees(words("desk-button-next", left=2), picture="desk")
    await secretary.does("desk-button-interviews")
    await secretary.sees(words("interview-button-offer"), picture="no-times")
    await secretary.does("interview-button-offer")
    await secretary.sees(words("interview-ask-day"), picture="ask-day")
    await secretary.tap(DAY[secretary.language])
    await secretary.sees(words("interview-ask-first"), picture="ask-first")
    await secretary.tap("10:30")
    await secretary.sees(words("interview-ask-minutes"), picture="ask-minutes")
    await secretary.tap("30")
    await secretary.tap("10")
    await secretary.sees(words("interview-ask-count"), picture="ask-count")
    await secretary.tap("5")
    await secretary.sees("https://meet", picture="ask-place")
    await secretary.phone.write(PLACE)
    await secretary.sees(words("interview-offered", times=5), picture="offered")


async def _chooses(candidate: Clicks) -> None:
    await turn_to(candidate.phone)
    await candidate.sees(candidate.words("interview-button-choose"), picture="invited")
    await candidate.does("interview-button-choose")
    await candidate.tap(DAY[candidate.language])
    await candidate.sees("10:30", "11:10", picture="choose-time")
    await candidate.tap("10:30")
    await candidate.sees(candidate.words("interview-button-calendar"), picture="taken")


async def _meets(secretary: Clicks) -> None:
    """At the time of the interview: from the reminder to who came; then the commission sits."""
    await turn_to(secretary.phone)
    words = secretary.words
    await secretary.sees(words("interview-button-show"), picture="reminded")
    await secretary.does("interview-button-show")
    await secretary.sees(words("interview-button-came"), picture="interview")
    await secretary.does("interview-button-came")
    await secretary.does("interview-button-dossier")
    await secretary.sees(LONG_NAME, "10:30", STAFF["head"], picture="card-of-secretary")
    await secretary.does("candidate-button-list")
    await secretary.sees(f"1 · {LONG_NAME} ·", words("button-back"), picture="list")
    await secretary.does("button-back")
    await secretary.does("desk-button-sit")


async def _decides_by_oneself(world: World, member: Clicks) -> None:
    await turn_to(member.phone)
    words = member.words
    await member.sees(words("desk-button-here"), picture="sitting-begins")
    await member.does("desk-button-here")
    await member.does("desk-button-next", left=2)
    await member.sees(LONG_NAME, words("candidate-button-note"), picture="card")
    await member.does("candidate-button-note")
    await member.sees(words("note-part-strengths"), picture="note")
    await member.does("button-back")
    await member.does("candidate-button-journal")
    await member.sees("1 / ", picture="journal")
    await member.does("button-back")
    for number, each in enumerate(world.bot.programme.award.criteria, 1):
        await member.tap("9")
        given = words("marks-button-again", name=each.name[member.language], points=9)
        if number == 2:
            await member.sees(given, picture="marking")
        elif number < 4:
            await member.phone.sees(given)
    await member.sees(words("vote-awarded"), picture="to-vote")
    await member.does("candidate-button-step-back")
    await member.sees(words("candidate-button-surely-back"), picture="ask-step-back")
    await member.does("button-back")
    await member.does("vote-awarded")
    await member.sees(words("candidate-button-next", left=1), picture="voted")


async def _signs(chair: Clicks) -> None:
    await turn_to(chair.phone)
    words = chair.words
    await chair.does("desk-button-here")
    await chair.sees(words("desk-button-undisputed"), picture="desk-of-chair")
    await chair.does("desk-button-undisputed")
    await chair.sees(words("desk-button-sign-all", count=1), picture="undisputed")
    await chair.does("button-back")
    await chair.does("desk-button-list")
    await chair.tap(LONG_NAME)
    await chair.sees(
        words("votes-button-sign", outcome=words("outcome-awarded")), picture="to-sign"
    )
    await chair.does("votes-button-sign", outcome=words("outcome-awarded"))
    await chair.sees(words("decision-button-own-words"), picture="why")
    await chair.does("decision-reason-met")
    await chair.sees(words("candidate-button-list"), picture="signed")
    await chair.does("commission-button-desk")
    await chair.does("desk-button-rise")
    await chair.sees(words("protocol-button-correct"), picture="protocol")
