"""An organisation becomes a centre; one whose contract lapses, and which applies again."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from locales import texts
from storage.tables import Centre, CentreApplication, CentreApplicationState, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import LANGUAGE_NAMES, title
from tests.journeys.world import BEGINNING, World

SAY = texts("kk")
NAME = "Талап жастар орталығы"
ANSWERS = (
    ("name", NAME),
    ("legal-status", "қоғамдық қор"),
    ("contact", "серікова айгүл"),
    ("region", "Алматы"),
    ("place", "Алматы қаласы"),
    ("address", "Абай даңғылы, 5"),
    ("phone", "8 727 212 34 56"),
    ("email", "talap@example.kz"),
    ("mission", "Жастардың дарынын ашуға көмектесеміз."),
    ("projects", "Жазғы туған өлке жорықтары, еріктілер жасағы."),
)


@pytest.fixture
async def operator(world: World) -> Phone:
    return await world.staff("Олжас", RoleKind.OPERATOR)


async def _newcomer(world: World, language: str = "kk") -> Phone:
    phone = await world.phone("Айгүл", language)
    await phone.start()
    await phone.tap(LANGUAGE_NAMES[language])
    await phone.sees(texts(language).plain("button-next"))
    return phone


async def _fill_in(phone: Phone, *, since: int = 0) -> None:
    for name, words in ANSWERS[since:]:
        await phone.sees(title(SAY.plain(f"org-ask-{name}")))
        if name == "region":
            await phone.tap(words)
        else:
            await phone.write(words)
    await phone.sees(title(SAY.plain("org-summary", lines="")), NAME)


async def _apply(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-centre"))
    await _fill_in(phone)
    await phone.tap(SAY.plain("org-button-send"))
    await phone.sees(title(SAY.plain("org-sent")))


async def _to(world: World, day: str, hour: int = 12) -> None:
    then = datetime.fromisoformat(f"2026-{day}T{hour:02}:00:00+05:00")
    await world.move(seconds=(then - world.clock.now()).total_seconds())


async def test_an_organisation_becomes_a_centre(world: World, operator: Phone) -> None:
    """Half filled in, mistaken, gone on with after a restart, changed, sent, agreed to, signed."""
    phone = await _newcomer(world)
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-centre"))
    await phone.write("Т")
    await phone.sees("⚠️", "«Т»", new=True)
    await phone.send_other(sticker="👍")
    await phone.sees(SAY.plain("mistake-write"))
    await phone.write(f"\u202e{NAME}\u200b")  # what would turn words round is left out
    await phone.sees(title(SAY.plain("org-ask-legal-status")))
    await world.restart_bot()
    await phone.write("/cancel")
    await phone.write("/help")
    await phone.tap(SAY.plain("help-button-centre"), on=await phone.sees("Ұйым атынан өтініш"))
    await _fill_in(phone, since=1)
    await phone.tap(SAY.plain("button-change-answer"))
    await phone.tap(SAY.plain("org-title-email"))
    await phone.write("пошта жоқ")
    await phone.sees("⚠️ Пошта мекенжайы", "«пошта жоқ»")
    await phone.write("jastar@example.kz")
    await phone.sees("Жауаптарыңызды тексеріңіз", "jastar@example.kz", "+77272123456")
    await phone.tap(SAY.plain("org-button-send"))
    await phone.sees(title(SAY.plain("org-sent")))

    card = await operator.sees("Орталық болуға өтініш", NAME, "Серікова Айгүл", new=True)
    await operator.tap(SAY.plain("org-button-accept"), on=card)
    await operator.sees("Мақұлданды", "17 ақпан")
    accepted = await phone.sees("Өтінішіңіз мақұлданды", "17 ақпан", new=True)
    await phone.tap(SAY.plain("org-button-signed"), on=accepted)
    signed = await operator.sees("Келісімге қол қойылды деген хабар", new=True)
    await operator.tap(SAY.plain("org-button-confirm"), on=signed)
    await phone.sees("Құттықтаймыз, орталық ашылды", new=True)
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-staff"))
    await phone.sees("Қызметкер шақыру")
    async with world.bot.database.transaction() as session:
        assert (await session.scalars(select(Centre.name))).one() == NAME
    late = await operator.forge(card["message_id"], f"ca:accept:{await _number(world)}")
    assert late is not None
    assert late["text"] == SAY.plain("refused-centre-moved")


async def test_back_to_a_question_before_and_its_answer_left_as_it_is(world: World) -> None:
    phone = await _newcomer(world)
    await phone.write("/menu")
    await phone.tap(SAY.plain("menu-button-centre"))
    for _, words in ANSWERS[:2]:
        await phone.write(words)
    back, keep = SAY.plain("button-back"), SAY.plain("button-keep-answer")
    await phone.sees(title(SAY.plain("org-ask-contact")))
    await phone.tap(back)
    await phone.sees(title(SAY.plain("org-ask-legal-status")), ANSWERS[1][1])
    await phone.tap(back)
    await phone.sees(title(SAY.plain("org-ask-name")), NAME)
    await phone.tap(keep)
    await _fill_in(phone, since=2)
    await phone.tap(back)
    await phone.sees(title(SAY.plain("org-ask-projects")), ANSWERS[-1][1])
    await phone.tap(keep)
    await phone.sees(title(SAY.plain("org-summary", lines="")))
    await phone.tap(SAY.plain("button-change-answer"))
    await phone.tap(SAY.plain("org-title-place"))
    await phone.sees(title(SAY.plain("org-ask-place")), ANSWERS[4][1])
    await phone.tap(back)
    await phone.sees(title(SAY.plain("org-summary", lines="")))


async def _number(world: World) -> int:
    async with world.bot.database.transaction() as session:
        return (await session.scalars(select(CentreApplication.id))).one()


async def test_a_contract_that_lapses(world: World, operator: Phone) -> None:
    """Agreed to on Tuesday 3 February: half on the 10th, the last day on the 17th."""
    phone = await _newcomer(world)
    await _apply(phone)
    await operator.tap(SAY.plain("org-button-accept"))
    await phone.sees("Өтінішіңіз мақұлданды", "17 ақпан", new=True)
    due = title(SAY.plain("org-contract-due"))
    await _to(world, "02-09")
    await phone.does_not_see(due)
    await _to(world, "02-10")
    await phone.sees(due, "⏳", "17 ақпан", new=True)
    await _to(world, "02-16")
    await phone.sees(due, "⚠️", new=True)
    await _to(world, "02-17", 20)
    lapsed = title(SAY.plain("org-told-lapsed", name="", day=BEGINNING))
    await phone.does_not_see(lapsed)
    await _to(world, "02-18")
    gone = await phone.sees(lapsed, NAME, new=True)
    await operator.sees("тіркелу құқығы жойылды", NAME, new=True)
    async with world.bot.database.transaction() as session:
        closed = (await session.scalars(select(CentreApplication.closed_at))).one()
        assert closed == datetime.fromisoformat("2026-02-18T09:00:00+05:00")
    await _to(world, "02-25")
    heard = [m for m in await phone.messages() if due in m["text"] or lapsed in m["text"]]
    assert len(heard) == 3, "half, eve, the end, and no more"

    await phone.tap(SAY.plain("org-button-again"), on=gone)
    await phone.sees("Жауаптарыңызды тексеріңіз", NAME)
    await phone.tap(SAY.plain("org-button-send"))
    await operator.sees("Орталық болуға өтініш", NAME, new=True)
    async with world.bot.database.transaction() as session:
        states = await session.scalars(
            select(CentreApplication.state).order_by(CentreApplication.id)
        )
        assert list(states) == [CentreApplicationState.LAPSED, CentreApplicationState.SUBMITTED]


async def test_an_operator_refuses_in_own_words(world: World, operator: Phone) -> None:
    phone = await _newcomer(world)
    await _apply(phone)
    await operator.tap(SAY.plain("org-button-refuse"))
    await operator.sees("Неге қабылдамайсыз")
    await operator.write("Мекенжай <b>толық</b> емес")
    await operator.sees("Қабылданбады", "Мекенжай <b>толық</b> емес", new=True)
    refused = await phone.sees("Өтініш қабылданбады", "Мекенжай <b>толық</b> емес", new=True)
    await phone.tap(SAY.plain("org-button-again"), on=refused)
    await phone.sees("Жауаптарыңызды тексеріңіз", NAME)
    await operator.write("/menu")
    await operator.tap(SAY.plain("menu-button-staff"))
    await operator.tap(SAY.plain("staff-button-centre-applications"))
    await operator.sees("Қаралмаған өтініш те", new=True)


async def test_two_operators_confirm_one_name_at_once(world: World, operator: Phone) -> None:
    """One centre is opened; the other operator reads why theirs is not."""
    operators = [operator, await world.staff("Болат", RoleKind.OPERATOR)]
    contracts: list[dict[str, Any]] = []
    for number in range(2):
        phone = await _newcomer(world)
        await _apply(phone)
        await operator.tap(SAY.plain("org-button-accept"))
        await phone.sees("Өтінішіңіз мақұлданды", new=True)
        await phone.tap(SAY.plain("org-button-signed"))
        told = [await each.sees("Келісімге қол қойылды", new=True) for each in operators]
        contracts.append(told[number])
    confirm = SAY.plain("org-button-confirm")
    answers = await asyncio.gather(
        *(phone.tap(confirm, on=card) for phone, card in zip(operators, contracts, strict=True))
    )
    known = SAY.plain("refused-centre-known-applied")
    assert sorted((answer or {}).get("text") or "" for answer in answers) == ["", known]
    async with world.bot.database.transaction() as session:
        assert (await session.scalars(select(Centre.name))).all() == [NAME]
