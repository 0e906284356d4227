"""What people do in many stories: apply, sign, agree to a plan, log, approve."""

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from sqlalchemy import func, select

from locales import Texts, texts
from storage.tables import OwedReply, RoleKind, SeenUpdate
from tests.evidence.scenes import scene
from tests.journeys.people import Phone
from tests.journeys.world import World
from tests.participants import participant

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
RUNNING = {"kk": "жүгіру {} мин", "ru": "бег {} мин", "en": "running {} min"}
CENTRE, MENTOR = "Достық мектебі", "Айгүл"
# Values for messages of which only the bold first line is looked at.
_ANY = {"found": 2, "levels": "", "lines": ""}


@cache
def a_picture(kind: str = "JPEG", number: int = 0) -> bytes:
    """A picture as a phone's camera makes it, each number of another place."""
    file = BytesIO()
    scene(5000 + number).resize((900, 1200)).save(file, kind)
    return file.getvalue()


async def a_participant(world: World, name: str = "Айгерім", language: str = "kk") -> Phone:
    """Somebody whose journal is open, and who has begun a month ago."""
    phone, mentor = await world.phone(name, language), await world.phone("Дана", language)
    for each in (phone, mentor):
        await each.start()
        await each.sees("Қазақша")
    async with world.bot.database.transaction() as session:
        await participant(
            session,
            world.bot.programme,
            world.clock.now(),
            telegram_id=phone.id,
            mentor_telegram_id=mentor.id,
        )
    return phone


def title(words: str) -> str:
    """The bold first line of a text."""
    return words.partition("<b>")[2].partition("</b>")[0]


def said(say: Texts, key: str, *unknown: str, **values: Any) -> str:
    """The longest run of words in a message that no tag and no unknown value breaks."""
    whole = say.plain(key, **dict.fromkeys(unknown, "\0"), **values)
    return max(re.split(r"<[^>]*>|\0|\n", whole), key=len).strip()


async def now_on(phone: Phone, message: dict[str, Any]) -> dict[str, Any]:
    """The message as it stands now."""
    number = message["message_id"]
    return next(each for each in await phone.messages() if each["message_id"] == number)


async def tap_stale(phone: Phone, label: str, message: dict[str, Any]) -> dict[str, Any] | None:
    """Tap a button that a phone out of reach still shows as it was when the message was read."""
    data = next(b["data"] for row in message["buttons"] for b in row if label in b["text"])
    return await phone.forge(message["message_id"], data)


async def reply_lost(world: World) -> int:
    """The newest update's reply is owed, as if the bot had died before it went out; its number."""
    async with world.bot.database.transaction() as session:
        number = (await session.scalars(select(func.max(SeenUpdate.update_id)))).one()
        session.add(OwedReply(update_id=number, at=world.clock.now(), update={}, attempts=0))
    return number


async def join(phone: Phone, payload: str, name: str) -> None:
    """A newcomer becomes one of the staff: opens the link, reads what it gives, accepts."""
    say = texts("kk")
    await phone.start(payload)
    await phone.tap(LANGUAGE_NAMES["kk"])
    await phone.tap(say.plain("invitation-button-accept"))
    await phone.sees(said(say, "ask-staff-name"))
    await phone.write(name)
    await phone.sees(name, say.plain("menu-button-help"), new=True)


class Applicant:
    """Someone who fills in an application, in one language."""

    def __init__(self, world: World, phone: Phone, language: str) -> None:
        self.world = world
        self.phone = phone
        self.say = texts(language)
        self.language = language

    async def tap(self, key: str, **values: Any) -> None:
        await self.phone.tap(self.say.plain(key, **values))

    async def sees(self, key: str) -> dict[str, Any]:
        """The newest message has the bold first line of this question."""
        return await self.phone.sees(title(self.say.plain(key, **_ANY)))

    async def begin(self) -> None:
        await self.phone.start()
        await self.phone.tap(LANGUAGE_NAMES[self.language])
        await self.tap("button-next")
        await self.tap("button-apply")
        await self.sees("ask-full-name")

    async def tell_of_oneself(self, year: int, birth_date: str | None = None) -> None:
        """Born on 15 January of the year, by taps, or on a date that is typed."""
        await self.phone.write("сәрсен аружан")
        await self.sees("ask-birth-date")
        if birth_date is not None:
            await self.phone.write(birth_date)
        else:
            await self.phone.tap(str(year))
            await self.phone.tap(_month(await self.phone.sees(str(year)), 0))
            await self.phone.tap("15")
        await self.sees("ask-region")
        await self.phone.write(self.world.bot.programme.region("KZ-75").name[self.language])
        await self.sees("ask-place")
        await self.phone.write("Алматы, Достық 5")
        await self.sees("ask-study")
        await self.phone.write("№ 12 мектеп, 9 «Б» сынып")
        await self.sees("ask-photo")
        await self.phone.send(a_picture())
        await self.sees("ask-about")
        await self.phone.write("Тоғызыншы сыныпта оқимын, <b>тарихты</b> жақсы көремін")
        await self.sees("ask-hobbies")
        await self.phone.write("волейбол, домбыра")
        await self.sees("ask-phone")
        await self.phone.share_contact()
        await self.sees("ask-level")

    async def choose(
        self, centre: str, mentor: str | None, *, heritage: int = 1, partner: str | None = None
    ) -> None:
        """Bronze; `heritage` is the way as numbered in the file, `partner` that of everything."""
        await self.choose_until_mentor(centre, heritage=heritage, partner=partner)
        if mentor is None:
            await self.tap("button-mentor-later")
        else:
            await self.phone.tap(mentor)
        await self.sees("summary")

    async def choose_until_mentor(
        self, centre: str, *, heritage: int = 1, partner: str | None = None
    ) -> None:
        """The same as far as the question of the mentor."""
        programme = self.world.bot.programme
        level = programme.level("bronze")
        name = level.name[self.language]
        await self.phone.tap(f"{level.emoji} {name}")
        await self.tap("button-choose-level", name=name)
        await self.tap("button-next")
        await self.phone.tap(level.choices[0].one_of[heritage].name[self.language])
        if partner is not None:
            for code in ("volunteering", "trips"):
                direction = programme.direction(code).name[self.language]
                asked = title(self.say.plain("ask-partner", direction=""))
                await self.phone.tap(partner, on=await self.phone.sees(asked, direction))
        await self.sees("ask-centre")
        await self.phone.tap(centre)
        await self.sees("ask-mentor")

    async def sign_and_send(self) -> None:
        await self.tap("button-read-agreement")
        await read_to_the_end(self.phone, self.say.plain("button-sign-and-send"))
        await self.tap("button-sign-and-send")


async def read_to_the_end(phone: Phone, then: str) -> None:
    """Turn pages until the button is there; it is not there before."""
    first = await phone.sees("▶️")
    assert then not in str(first["buttons"])
    while then not in str((await phone.sees("▶️"))["buttons"]):
        await phone.tap("▶️")


def _month(message: dict[str, Any], number: int) -> str:
    return str(message["buttons"][0][number]["text"])


async def represent(mother: Phone, link: str, language: str, name: str) -> None:
    """Open the link in her own Telegram, read, give the name and the contact, confirm."""
    say = texts(language)
    await mother.start(link)
    await mother.tap(LANGUAGE_NAMES[language])
    await mother.tap(say.plain("button-i-represent"))
    await read_to_the_end(mother, say.plain("button-agree-go-on"))
    await mother.tap(say.plain("button-agree-go-on"))
    await mother.sees(title(say.plain("consent-full-name")))
    await mother.write(name)
    await mother.sees(title(say.plain("consent-contact")))
    await mother.share_contact()
    await mother.sees(said(say, "consent-confirm", "child", "level", "name", "phone"))
    await mother.tap(say.plain("button-consent"))
    await mother.sees(title(say.plain("consent-done", child="")))


async def plan_together(
    participant: Phone, mentor: Phone, say: Texts, *, minor: bool = False
) -> None:
    """From the news of an application to an open journal, the plan as it is offered."""
    await mentor.tap(say.plain("button-newcomer"))
    await mentor.tap(say.plain("button-take-up"))
    await participant.sees(said(say, "notice-application-accepted", "mentor"), mentor.name)
    await mentor.tap(say.plain("button-propose"))
    await participant.sees(said(say, "plan-proposal", "plan"))
    await participant.tap(say.plain("button-plan-agree"))
    await participant.sees(said(say, "plan-answered-agreed", "plan"))
    agreed = await mentor.sees(said(say, "notice-plan-agreed", "name"))
    await mentor.tap(say.plain("button-activate"), on=agreed)
    if minor:
        await make_first_contact(mentor, say)
    await participant.sees(title(say.plain("notice-activated")))


async def make_first_contact(mentor: Phone, say: Texts) -> None:
    """Before a minor's journal is open: the representative was spoken to, nothing is special."""
    await mentor.sees(title(say.plain("contact-spoken", name="", representative="", phone="")))
    await mentor.tap(say.plain("contact-button-spoken"))
    await mentor.sees(title(say.plain("contact-residence", name="")))
    await mentor.tap("Алматы, Достық 5")
    await mentor.sees(title(say.plain("contact-health")))
    await mentor.tap(say.plain("contact-button-nothing"))
    card = await mentor.sees(say.plain("button-activate"), new=True)
    await mentor.tap(say.plain("button-activate"), on=card)


@dataclass(frozen=True)
class Pair:
    """A participant whose journal is open, and the mentor."""

    participant: Phone
    mentor: Phone
    say: Texts


async def a_pair(
    world: World, language: str = "kk", *, heritage: int = 1, partner: str | None = None
) -> Pair:
    """An adult who applied, signed, agreed to the plan; nothing of it is put into tables."""
    centre = await world.centre(CENTRE)
    if partner is not None:
        await world.partner(partner, "volunteering", "trips")
    mentor = await world.staff(MENTOR, RoleKind.MENTOR, language, centre_id=centre)
    phone = await world.phone("Аружан", language, phone="+77011234567")
    applicant = Applicant(world, phone, language)
    await applicant.begin()
    await applicant.tell_of_oneself(2005)
    await applicant.choose(CENTRE, MENTOR, heritage=heritage, partner=partner)
    await applicant.sign_and_send()
    say = texts(language)
    await plan_together(phone, mentor, say)
    return Pair(phone, mentor, say)


async def log(pair: Pair, words: str, *files: bytes, kind: str = "photo") -> dict[str, Any]:
    """Send an entry that needs nothing but the one tap → the participant's card, saved."""
    phone, say = pair.participant, pair.say
    if files:
        await phone.send(*files, kind=kind, text=words)
    else:
        await phone.write(words)
    begins = words[:40]  # a card shows the beginning of a long text
    card = await phone.sees(begins, say.plain("journal-button-ok"), new=True)
    await phone.tap(say.plain("journal-button-ok"), on=card)
    return await now_on(phone, card)


async def approve(pair: Pair, *parts: str) -> dict[str, Any]:
    """The mentor approves by one tap what has just come → what the participant reads."""
    mentor, say = pair.mentor, pair.say
    label = say.plain("review-button-approve")
    await mentor.tap(label, on=await mentor.sees(label, *parts, new=True))
    return await pair.participant.sees(said(say, "verdict-approved", "summary"), *parts, new=True)
