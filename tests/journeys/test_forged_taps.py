"""Taps that no card of ours shows: ids of others, none, huge, garbage, of things decided.

Whoever forges is answered kindly and in time, changes nothing, and the bot goes on.
"""

import importlib
import pkgutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import update
from structlog.processors import format_exc_info
from structlog.testing import capture_logs

import handlers
from award.access.invitations import PREFIX
from award.journal.reading import Sent
from award.ratings.tables import By, Sort
from handlers.centres.applications import CentreDo
from handlers.ceremonies.taps import AnswerDo, CeremonyDo, GuestDo, WinnersDo
from handlers.certificates.taps import CertificateDo
from handlers.commission.taps import ProtocolDo, SeatDo
from handlers.findings.card import FindingDo
from handlers.interviews.taps import ChooseDo, MeetDo
from handlers.mentoring.marks import MarkDo
from handlers.mentoring.tasks import TaskDo
from handlers.messages.broadcast_words import BroadcastDo
from handlers.olzha.shelf import OlzhaDo
from handlers.plan.notices import PlanDo
from handlers.portfolio.taps import PhotoDo, PortfolioDo
from handlers.ratings.tables import TableDo
from handlers.ratings.taps import NameDo
from handlers.recommendation.card import Why
from handlers.recommendation.lists import Which
from handlers.reminders.silence import SilenceDo
from handlers.reminders.weekly_hour import HourDo
from handlers.review.card import ReviewDo
from handlers.staff.taken import TakenDo
from handlers.ui.taps import (
    AppealDo,
    CandidateDo,
    CardDo,
    CommissionDo,
    DisputeDo,
    DossierDo,
    DraftDo,
    EntryDo,
    ExcuseDo,
    ObservationDo,
    TransferDo,
)
from locales import texts
from storage.tables import InvitationKind, Person
from tests.award.access.table.held import Held, held, touched
from tests.award.access.table.world import NOW, Things, build, marker
from tests.award.access.table.world import World as Cast
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world

SAY = texts("kk")
NOBODY = 999_999
IMPOSSIBLE = (0, -1, 2**31, 2**63, 10**20)
# None of them reaches what a class of taps is about: all classes are read in one way.
NO_NUMBERS = ("x", "", "१", "1.5", " 999999", "0x1")

# What a tap of each class may ask for, by field; `None` stands for the ids that are tried in turn.
TAPS: dict[str, dict[str, tuple[Any, ...]]] = {
    "AssignMentor": {"enrolment": (None,), "mentor": (None,)},
    "AddTap": {"ceremony": (None,), "dossier": (None, 0)},
    "AnswerTap": {"do": (*AnswerDo, "no"), "guest": (None,), "guests": (0, 99)},
    "AppealTap": {"do": (*AppealDo, "no"), "id": (None,), "commission": (0,)},
    "AwayTap": {"absence": (None,)},
    "BroadcastTap": {"do": (*BroadcastDo, "no"), "broadcast": (None,)},
    "CandidateTap": {"do": (*CandidateDo, "no"), "id": (None,), "value": ("0", "results.9", "met")},
    "CardTap": {"do": (*CardDo, "no"), "enrolment": (None,)},
    "CentreTap": {"do": (*CentreDo, "no"), "application": (None,)},
    "CeremonyTap": {"do": (*CeremonyDo, "no"), "ceremony": (None,), "page": (0, 99)},
    "CertificateTap": {"do": (*CertificateDo, "no"), "certificate": (None,)},
    "ChooseMentor": {"enrolment": (None,), "page": (0, -5, 99)},
    "ChooseTap": {"do": (*ChooseDo, "no"), "value": ("0", "1", "740000", "-1")},
    "CommissionTap": {"do": (*CommissionDo, "no"), "id": (None,), "value": ("0", "99")},
    "DeclineTap": {"enrolment": (None,), "reason": ("photo", "nothing")},
    "DisputesTap": {"page": (0, -5, 99)},
    "DisputeTap": {"do": (*DisputeDo, "no"), "id": (None,)},
    "DossierTap": {"do": (*DossierDo, "no"), "dossier": (None,)},
    "DocumentsTap": {"person": (0,), "enrolment": (None,)},
    "DraftTap": {
        "do": (*DraftDo, "no"),
        "entry": (None,),
        "value": ("", "sport", "30", "-1", "9" * 30, "2026-03-17", "9999-99-99", "drop", "note"),
    },
    "EntryTap": {"do": (*EntryDo, "no"), "entry": (None,)},
    "ExcuseTap": {"do": (*ExcuseDo, "no"), "excuse": (None,)},
    "FindingTap": {"do": (*FindingDo, "no"), "finding": (None,)},
    "FindingsTap": {"entry": (None,)},
    "GoTap": {
        "to": (
            "entries", "add", "progress", "plan", "menu", "resume", "apply", "about", "wards",
            "participants", "applications", "staff", "broadcast", "centres", "help", "card",
            "honesty", "away", "absence", "wishes", "digest", "week", "today", "centre",
            "centre-applications", "disputes", "directory", "nowhere",
        ),
    },
    "GroupsTap": {"level": ("bronze", "no"), "by": (*By, "no"), "page": (0, 99)},
    "GuestTap": {"do": (*GuestDo, "no"), "guest": (None,), "page": (0, 99)},
    "HonestyTap": {"mentor": (None,), "page": (0, -5, 99)},
    "HourTap": {
        "do": (*HourDo, "no"),
        "week": ("", "2026-03-16", "2026-03-09", "9999-99-99"),
        "direction": ("", "sport", "reading", "nothing"),
    },
    "JoinTap": {"payload": ("", "m_" + "a" * 24)},
    "JournalTap": {"enrolment": (None,)},
    "LeadersTap": {"level": ("bronze", "no"), "region": (0, 99)},
    "LeftTap": {"dossier": (None,), "page": (0, 99)},
    "ListTap": {"which": (*Which, "no"), "page": (0, 99)},
    "MarkTap": {
        "do": (*MarkDo, "no"),
        "enrolment": (None,),
        "direction": ("trips", "talent", "nothing"),
    },
    "MeetTap": {"do": (*MeetDo, "no"), "id": (None,), "day": (0, 740_000)},
    "NewCommission": {
        "season": (0, 2026, 99),
        "region": ("", "KZ-75", "no"),
        "level": ("", "bronze", "no"),
        "page": (0, 9),
    },
    "NewTask": {"enrolment": (None,)},
    "NewTimes": {
        "commission": (None,),
        "day": (0, 740_000),
        "first": (0, 600),
        "minutes": (0, 20),
        "pause": (-1, 10),
        "count": (0, 3),
    },
    "Newcomer": {"enrolment": (None,)},
    "NoteTap": {"dossier": (None,)},
    "ObservationTap": {"do": (*ObservationDo, "no"), "id": (None,), "page": (0, 99)},
    "OlzhaTap": {"do": (*OlzhaDo, "no"), "page": (0, 99)},
    "OpenMarks": {"enrolment": (None,)},
    "OpenMenu": {},
    "OpenTasks": {"enrolment": (None,)},
    "PairTap": {"finding": (None,), "page": (0, 99)},
    "PairsTap": {"enrolment": (None,), "page": (0, -5, 99)},
    "PhotoTap": {
        "do": (*PhotoDo, "no"),
        "enrolment": (None,),
        "direction": ("sport", "no"),
        "number": (0, 99),
        "media": (None,),
    },
    "PlanTap": {"do": (*PlanDo, "no"), "plan": (None,)},
    "PortfolioTap": {"do": (*PortfolioDo, "no"), "enrolment": (None,)},
    "ProgressTap": {"enrolment": (None,)},
    "ProtocolTap": {"do": (*ProtocolDo, "no"), "id": (None,)},
    "PublicNameTap": {"do": (*NameDo, "no"), "enrolment": (None,), "offered": (0, 9)},
    "RatingTap": {"enrolment": (None,)},
    "ReadEntry": {"entry": (None,), "which": (*Sent, "no"), "page": (0, 99)},
    "ReadJournal": {"enrolment": (None,), "which": (*Sent, "no"), "page": (0, 99)},
    "RepresentativeLink": {},
    "ReviewQueue": {},
    "ReviewTap": {
        "do": (*ReviewDo, "no"),
        "entry": (None,),
        "value": ("", "date", "not_own", "9" * 30, "returned"),
    },
    "SeatTap": {"do": (*SeatDo, "no"), "id": (None,)},
    "SeveralTap": {},
    "SilenceTap": {"do": (*SilenceDo, "no"), "enrolment": (None,)},
    "TableTap": {
        "do": (*TableDo, "no"),
        "level": ("bronze", "no"),
        "sort": (*Sort, "no"),
        "page": (0, 99),
    },
    "StaffCardTap": {"person": (None,)},
    "TakeBack": {},
    "TakenTap": {"do": (*TakenDo, "no"), "invitation": (None,)},
    "TaskTap": {"do": (*TaskDo, "no"), "task": (None,)},
    "TransferTap": {"do": (*TransferDo, "no"), "id": (None,), "value": ("", "0", "full", "9")},
    "WayTap": {"enrolment": (None,)},
    "WhyTap": {"do": (*DossierDo, "no"), "dossier": (None,), "why": (*Why, "no")},
    "WinnersTap": {
        "do": (*WinnersDo, "no"),
        "ceremony": (None,),
        "level": ("", "bronze", "x" * 17),
        "season": (0, 10_000),
        "region": ("", "KZ-75"),
        "missed": (0, 1),
    },
}  # fmt: skip

GARBAGE = (
    "a" * 64,
    "🏅" * 16,
    "ә" * 32,
    "\u202e" * 20,
    ":" * 64,
    "d:ok",
    "d:ok:1:2:3:4:5",
    "e:show:",
    "rv:ok:1",
    "md:done:1:",
    "pc::1",
    "' OR 1=1; DROP TABLE entry; --",
    "{'entry': 1}",
    "../../etc/passwd",
    "\x00",
    "abcdef\x1dmenu",
    "\x1d\x1d\x1d",
    "aiogd_context\x1dconfirm",
    "%s%s%n",
)


def classes() -> dict[str, type[CallbackData]]:
    """Every class of callback data in handlers/, by name."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(found.name)
    return {
        each.__name__: each
        for each in CallbackData.__subclasses__()
        if each.__module__.startswith("handlers.")
    }


def test_every_class_of_callback_data_is_forged_here() -> None:
    assert classes().keys() == TAPS.keys()
    for name, made in classes().items():
        assert set(made.model_fields) == set(TAPS[name]), name


def forged(name: str, number: Any, other: Any = None) -> Iterator[str]:
    """All taps of a class with an id in them; `other` for a second id."""
    prefix = classes()[name].__prefix__
    lines: list[tuple[str, ...]] = [(prefix,)]
    ids = iter((number, number if other is None else other))
    for field, values in TAPS[name].items():
        if field == "value":  # one after the other, not each with each
            lines = [(*line, values[n % len(values)]) for n, line in enumerate(lines * 2)]
            continue
        given = (next(ids),) if values == (None,) else values
        lines = [(*line, str(value)) for line in lines for value in given]
    for line in lines:
        data = ":".join(line)
        if len(data.encode()) <= 64:
            yield data


@dataclass
class Story:
    """The sandbox with everyone of the programme in it, some of them at a phone."""

    world: World
    cast: Cast
    phones: dict[str, Phone]

    async def held(self) -> Held:
        async with self.world.bot.database.transaction() as session:
            return await held(session)

    async def taps(self, who: str, data: str) -> None:
        """Send forged data; it is answered in time."""
        phone = self.phones[who]
        message = (await phone.messages())[-1]["message_id"]
        answer = await phone.forge(message, data)
        assert answer is not None, f"{who} waits for ever after {data!r}"

    async def goes_on(self, who: str) -> None:
        """The bot still answers this person as ever."""
        phone = self.phones[who]
        await phone.write("/start")
        await phone.sees(SAY.plain("menu-button-help"), new=True)

    @property
    def theirs(self) -> Things:
        return self.cast.things["active"]


FORGERS = ("other", "mentor2", "unknown", "head", "head2", "operator", "active", "mentor")


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder, beginning=NOW) as world:
        yield world


@pytest.fixture
async def story(world: World) -> AsyncIterator[Story]:
    phones = {key: await world.phone(key) for key in FORGERS}
    async with world.bot.database.sessions() as session:
        cast = await build(session, world.bot.programme)
        for key, phone in phones.items():
            (await session.get_one(Person, cast.people[key])).telegram_id = phone.id
        nobody = ~Person.telegram_id.in_([phone.id for phone in phones.values()])
        await session.execute(update(Person).where(nobody).values(unreachable_since=NOW))
        await session.commit()
    made = Story(world, cast, phones)
    with capture_logs(processors=[format_exc_info]) as lines:  # so that it says what failed
        for key in FORGERS:
            await phones[key].start()
            await phones[key].sees(SAY.plain("menu-button-help"))
        yield made
    assert not [line for line in lines if line["event"] == "update_failed"]


def of_type(things: Things, name: str) -> int:
    """The id that a class of taps is about."""
    fields = TAPS[name]
    if "dossier" in fields:
        return things.dossier
    if "certificate" in fields:
        return things.certificate
    if name in ("CandidateTap", "AppealTap"):
        return things.candidacy if name == "CandidateTap" else things.appeal
    if name == "TransferTap":
        return things.transfer
    if "plan" in fields:
        return things.plan
    if "task" in fields:
        return things.task
    if "excuse" in fields:
        return things.excuse
    if "finding" in fields:
        return things.finding
    return things.submitted if "entry" in fields else things.enrolment


@pytest.mark.parametrize("who", ["other", "mentor2", "unknown", "head2"])
async def test_ids_of_others(story: Story, who: str) -> None:
    before = await story.held()
    for name in TAPS:
        for data in forged(name, of_type(story.theirs, name), story.cast.people[who]):
            if name != "DraftTap" or not data.startswith("d:new"):
                await story.taps(who, data)
    own = {story.cast.people[who], None}
    assert touched(before, await story.held()) <= own
    await story.goes_on(who)
    await story.phones[who].does_not_see(marker("active"))


@pytest.mark.long(1)
async def test_ids_that_nothing_has(story: Story) -> None:
    before, no_numbers = await story.held(), cycle(NO_NUMBERS)
    for name, fields in TAPS.items():
        if (None,) in fields.values():
            lines = [*forged(name, NOBODY)]
            for number in (*IMPOSSIBLE, next(no_numbers)):
                lines += [*forged(name, number)][:1]
            for data in lines:
                if not data.startswith("d:new"):
                    await story.taps("mentor", data)
    assert touched(before, await story.held()) <= {None}
    await story.goes_on("mentor")


async def test_things_that_are_decided(story: Story) -> None:
    """Old buttons of entries, plans and applications that have moved on change none of them."""
    things, cast = story.theirs, story.cast
    before = await story.held()
    for data in forged("ReviewTap", things.returned):
        if "allok" not in data:
            await story.taps("mentor", data)
    for data in forged("DraftTap", things.returned):
        if not data.startswith("d:new"):
            await story.taps("active", data)
    for data in (f"e:withdraw:{things.returned}", f"pl:agree:{things.plan}"):
        await story.taps("active", data)
    for do in ("take", "decline", "hand", "words", "activate"):
        await story.taps("mentor", f"pc:{do}:{things.enrolment}")
    for data in (f"pd:{things.enrolment}:photo", f"md:done:{things.enrolment}:talent"):
        await story.taps("mentor", data)
    await story.taps("head", f"assign:{things.enrolment}:{cast.people['mentor2']}")
    assert touched(before, await story.held()) <= {None}
    await story.goes_on("mentor")
    await story.goes_on("active")


@pytest.mark.parametrize("who", ["unknown", "mentor"])
async def test_garbage(story: Story, who: str) -> None:
    before = await story.held()
    for data in GARBAGE:
        await story.taps(who, data)
    assert touched(before, await story.held()) <= {None}
    await story.goes_on(who)


async def test_after_blocking_and_coming_back(story: Story) -> None:
    phone = story.phones["other"]
    await phone.block()
    await phone.block(False)
    before = await story.held()
    for name in TAPS:
        for data in [*forged(name, of_type(story.theirs, name))][:2]:
            await story.taps("other", data)
    for data in GARBAGE[:4]:
        await story.taps("other", data)
    assert touched(before, await story.held()) <= {story.cast.people["other"], None}
    await story.goes_on("other")


@pytest.mark.parametrize("who", ["active", "mentor"])
async def test_what_is_tapped_on_a_message_that_telegram_no_longer_gives_is_shown(
    story: Story, who: str
) -> None:
    """Its outcome comes as a message below, or as words before the screen: never as nothing."""
    phone, silent = story.phones[who], []
    for name in TAPS:
        for number, data in enumerate(forged(name, of_type(story.theirs, name))):
            first = story.world.sandbox.calls.last
            await _tap_old_message(story.world, phone, f"{name}-{number}", data)
            await story.world.idle()
            calls = story.world.sandbox.calls
            shown = [
                *(c for c in calls.after(first, None) if c["method"].startswith("send")),
                *(
                    c
                    for c in calls.after(first, "answerCallbackQuery")
                    if c["parameters"].get("text")
                ),
            ]
            if not shown:
                silent.append(data)
    assert silent == []


async def _tap_old_message(world: World, phone: Phone, tap_id: str, data: str) -> None:
    tap = {
        "id": tap_id,
        "from": {"id": phone.id, "is_bot": False, "first_name": phone.name},
        "chat_instance": "1",
        "message": {"chat": {"id": phone.id, "type": "private"}, "message_id": 1, "date": 0},
        "data": data,
    }
    body = {"callback_query": tap}
    async with world.http.post(f"{world.sandbox.url}/updates", json=body) as answer:
        answer.raise_for_status()


# --- windows: what their own buttons carry, with other values in it

VALUES = ("9" * 20, "-1", "999999", "x", "")
# To where other paths begin.
BACK = ("\x1dmenu", "\x1dback", "\x1d__back__")


@pytest.mark.parametrize("who", ["unknown", "active", "mentor", "operator"])
@pytest.mark.long(1)
async def test_values_that_no_window_offers(story: Story, who: str) -> None:
    phone = story.phones[who]
    tried: set[str] = set()
    paths: list[tuple[int, ...]] = [(number,) for number in range(await _opened(phone, ()))]
    for path in paths:
        await _opened(phone, path)
        carried = await _carried(phone)
        if len(path) == 1:
            paths += [(*path, n) for n, data in enumerate(carried) if not data.endswith(BACK)]
        for data in carried:
            # Everything in front of the value: the window's own mark, the widget's name.
            widget = data.partition("\x1d")[2].rpartition(":")[0]
            if widget and widget not in tried:
                tried.add(widget)
                front = data.rpartition(":")[0]
                for value in VALUES:
                    await story.taps(who, f"{front}:{value}")
                    if data not in await _carried(phone):
                        await _opened(phone, path)
                        front = _renewed(front, await _carried(phone), widget)
    assert tried
    await story.goes_on(who)


async def _opened(phone: Phone, path: tuple[int, ...]) -> int:
    """Go from the menu through the buttons of these numbers; how many there are on the last."""
    await phone.write("/start")
    await phone.sees(SAY.plain("menu-button-help"), new=True)
    for number in path:
        carried = await _carried(phone)
        if number >= len(carried):
            return 0
        message = (await phone.messages())[-1]["message_id"]
        await phone.forge(message, carried[number])
    return len(await _carried(phone))


async def _carried(phone: Phone) -> list[str]:
    """What the buttons of the newest message carry."""
    rows = (await phone.messages())[-1]["buttons"]
    carried = [button["data"] for row in rows for button in row if "data" in button]
    return [data for data in carried if data != "go:language"]


def _renewed(front: str, carried: list[str], widget: str) -> str:
    """The same widget as the window shows it now."""
    fronts = [data.rpartition(":")[0] for data in carried]
    return next((each for each in fronts if each.endswith(f"\x1d{widget}")), front)


# --- deep links

LINKS = (
    "a" * 64,
    *(prefix + "a" * 60 for prefix in PREFIX.values()),
    *PREFIX.values(),
    "_",
    "s_' OR '1'='1",
    "r_%00",
    "e_ә🏅",
    "s_" + "\u202e" * 20,
    "ref_12345",
    "r_-1",
)


@pytest.mark.parametrize("who", ["unknown", "other", "mentor2"])
async def test_links_that_nobody_made(story: Story, who: str) -> None:
    before = await story.held()
    phone = story.phones[who]
    for payload in (*LINKS, *_of_other_kinds(story.cast)):
        await phone.write(f"/start {payload}")
        await phone.sees(SAY.plain("menu-button-help"), new=True)
    assert touched(before, await story.held()) <= {None}
    assert before["role"] == (await story.held())["role"]


def _of_other_kinds(cast: Cast) -> Iterator[str]:
    """Tokens that are good, under the prefix of another kind of link."""
    for kind, payload in cast.links.items():
        token = payload[2:]
        yield from (p + token for k, p in PREFIX.items() if k != InvitationKind(kind))
        yield token


async def test_links_used_up_or_too_old(story: Story) -> None:
    phone, links = story.phones["unknown"], story.cast.links
    await phone.write(f"/start {links['staff']}")
    await phone.tap(SAY.plain("invitation-button-accept"))
    await phone.sees(SAY.plain("menu-button-help"), new=True)
    before = await story.held()
    await story.world.move(days=7, seconds=1)
    for who in ("unknown", "other"):
        other = story.phones[who]
        for payload in links.values():
            await other.write(f"/start {payload}")
            await other.sees(str(SAY("refused-link")), new=True)
            await other.sees(SAY.plain("menu-button-help"), new=True)
    after = await story.held()
    # What the clock counts or gives a term in a week is no answer to a link.
    for table in ("dossier", "olzha_owner", "transfer"):
        after[table] = before[table]
    assert touched(before, after) <= {None}
    assert (after["role"], after["agreement"]) == (before["role"], before["agreement"])
