"""The README's story, played word for word: from a complete level to a verified certificate."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from award.programme import Programme
from demo.graduates import COMPLETE
from demo.people import AISHA
from demo.seeding import THE_WAY
from locales import texts
from tests.demo.started import started, working
from tests.journeys.people import Phone
from tests.journeys.steps import LANGUAGE_NAMES, said, title

README = Path(__file__).parents[2] / "README.md"
SAY = texts("kk")
# A numbered step: who acts in bold, and what is tapped or written, in order.
STEP = re.compile(r"^\d+\. \*\*(\w+)\*\*(.*(?:\n   .*)*)", re.MULTILINE)
ANSWERS = 8  # parts of the closing note
PREFIX = "ET-"  # of the number of a certificate


async def test_readme_leads_to_a_verified_certificate(tmp_path: Path) -> None:
    _, _, story = README.read_text().partition("`To the badge:`")
    steps = [(name, re.findall("`(.+?)`", rest)) for name, rest in STEP.findall(story)]
    assert {name for name, _ in steps} == {one.first_name for one in THE_WAY}
    async with playing(tmp_path) as (phones, programme):
        for name, labels in steps:
            phone = phones[name]
            if name == AISHA.first_name:
                await phone.start()
                await tap(phone, LANGUAGE_NAMES["kk"])
            for label in labels:
                if label.startswith(PREFIX):
                    await write(phones, phone, label)
                else:
                    await tap(phone, label)
                await as_told(phone, label, programme)
        await phones[AISHA.first_name].sees(title(SAY.plain("verify-valid")), COMPLETE.name)
        await phones[COMPLETE.first_name].sees(SAY.plain("ceremony-answer-comes"))


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[tuple[dict[str, Phone], Programme]]:
    """Everybody's phone by the first name, once their chats have begun."""
    async with (
        started(folder) as (bot, sandbox),
        working(bot),
        aiohttp.ClientSession() as http,
    ):
        phones = {
            one.first_name: Phone(
                http, sandbox.url, {"id": one.telegram_id, "first_name": one.first_name}
            )
            for one in THE_WAY
        }
        for name, phone in phones.items():
            if name != AISHA.first_name:
                await phone.sees(SAY.plain("menu-button-language"))
        yield phones, bot.programme


async def as_told(phone: Phone, label: str, programme: Programme) -> None:
    """What a step says in words after a label: answers, the candidate, marks."""
    if label == SAY.plain("menu-button-notes", count=1):
        for _ in range(ANSWERS):
            asked = await phone.sees(SAY.plain("button-menu"))
            await tap(phone, asked["buttons"][0][0]["text"])
    elif label == SAY.plain("menu-button-commission"):
        await tap(phone, SAY.plain("commission-everywhere"))
    elif label == SAY.plain("menu-button-ceremonies"):
        await tap(phone, "Астана")
    elif label == SAY.plain("desk-button-list"):
        await tap(phone, COMPLETE.first_name)
        for criterion in programme.award.criteria:
            if not criterion.of_interview:
                await phone.sees(f"👇 {criterion.name['kk']}")
                await tap(phone, "9")


async def write(phones: dict[str, Phone], phone: Phone, example: str) -> None:
    """The number as it stands on the certificate, and the surname of the example."""
    shown = await phones[COMPLETE.first_name].sees(
        said(SAY, "notice-certificate-ready", "level", "number", "gives")
    )
    number = re.search(r"[A-Z]+-\d{4}-[A-Z]-\d{6}", shown["text"])
    assert number is not None
    await phone.sees(title(SAY.plain("verify-ask")))
    await phone.write(f"{number[0]} {example.split()[1]}")


async def tap(phone: Phone, label: str) -> None:
    """Tap the newest button with these words, and wait for what becomes of the chat."""
    message = await phone.sees(label)
    before = (await phone.chat())["revision"]
    await phone.tap(label, on=message)
    await phone.chat(after=before, wait=30)
