"""A commission is made, joined by links, sits, marks, votes and awards; its protocol comes."""

from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from sqlalchemy import select

from award.certificates.names import initials
from storage.tables import (
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Person,
    RoleKind,
)
from tests.journeys.chamber import SAY, WORDS, a_commission, all_mark_and_award, press
from tests.journeys.people import Phone
from tests.journeys.steps import a_pair, said
from tests.journeys.world import BEGINNING, World


async def recommended(world: World, person: int) -> None:
    async with world.bot.database.transaction() as session:
        found = await session.scalars(select(Enrolment).where(Enrolment.person_id == person))
        enrolment = found.one()
        enrolment.state, enrolment.completed_at = EnrolmentState.COMPLETE, BEGINNING
        dossier = Dossier(
            enrolment_id=enrolment.id,
            state=DossierState.RECOMMENDED,
            since=BEGINNING,
            due=date(2026, 12, 1),
        )
        session.add(dossier)
        await session.flush()
        for state in (DossierState.COMPLETE, DossierState.NOTED, DossierState.RECOMMENDED):
            session.add(DossierStep(dossier_id=dossier.id, state=state, at=BEGINNING))


async def test_from_the_first_link_to_the_protocol(world: World) -> None:
    pair = await a_pair(world)
    operator = await world.staff("Олжас", RoleKind.OPERATOR)
    await recommended(world, await world.person_id(pair.participant))
    members = await a_commission(world, operator)
    await press(operator, WORDS("commission-button-open-card"))
    await press(operator, WORDS("commission-button-open"))
    await press(operator, WORDS("commission-button-put", count=1))
    for phone in members:
        await phone.sees(WORDS("desk-button-next", left=1))
    chair = members[0]
    await all_mark_and_award(members, chair, criteria=3)
    await pair.participant.sees("Құттықтаймыз", WORDS("decision-reason-met"))
    await press(chair, WORDS("desk-button-rise"))

    # The file is made beside, and comes to all of the commission and the operator.
    secretary, initials = members[1], await _initials(world, pair.participant)
    for phone in (secretary, operator):
        words = await _read(await phone.sees("№ 1 хаттама"), phone)
        assert words.count(f"1 {initials}") == 2, "in Kazakh and in Russian"
        assert words.count("марапаттау – 3") == 1
        assert words.count("наградить – 3") == 1
    await press(secretary, WORDS("protocol-button-correct"))
    await secretary.sees(said(SAY, "commission-ask-correction", "fewest", "most"))
    await secretary.write("Төрағаның аты-жөні қате басылды, дұрысы басқа")
    await secretary.sees(said(SAY, "protocol-corrected"))
    words = await _read(await operator.sees("№ 2 хаттама: түзету"), operator)
    assert "№ 1 хаттамаға түзету" in words
    assert "Исправление к протоколу № 1" in words
    assert "дұрысы басқа" in words


async def _initials(world: World, phone: Phone) -> str:
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(phone))
        return initials(person.full_name or "")


async def _read(message: dict[str, Any], phone: Phone) -> str:
    """What stands in a protocol that came."""
    async with phone.http.get(phone.url + message["media"][0]["url"]) as answer:
        pages = PdfReader(BytesIO(await answer.read())).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())
