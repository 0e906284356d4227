"""A commission is made, joined by links, sits, marks, votes and awards; its protocol comes."""

from datetime import date

from sqlalchemy import select

from storage.tables import (
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    RoleKind,
)
from tests.journeys.chamber import WORDS, a_commission, all_mark_and_award, press
from tests.journeys.steps import a_pair
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
    await operator.sees("№ 1 хаттама")
