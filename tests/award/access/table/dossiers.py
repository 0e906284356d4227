"""More of the world of the scope table: complete levels on their way to the award."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    ClosingNote,
    Dossier,
    DossierState,
    DossierStep,
    HouseholdMember,
    NotePart,
)
from tests.award.access.table.world import NOW, TODAY, World, marker

_S = DossierState
# The states that each has been in, and who brought it there.
_LINES = {
    "complete": ((_S.COMPLETE, "mentor"),),
    "noted": ((_S.COMPLETE, "mentor"), (_S.NOTED, "mentor")),
    "refused": ((_S.COMPLETE, "mentor"), (_S.NOTED, "mentor"), (_S.NOT_RECOMMENDED, "head")),
}


async def add_dossiers(session: AsyncSession, world: World) -> None:
    for key, line in _LINES.items():
        things = world.things[key]
        state = line[-1][0]
        dossier = Dossier(enrolment_id=things.enrolment, state=state, since=NOW, due=TODAY)
        session.add(dossier)
        await session.flush()
        for each, who in line:
            session.add(
                DossierStep(
                    dossier_id=dossier.id,
                    state=each,
                    by=world.people[who],
                    at=NOW,
                    reason=f"Әзірге ерте: {marker(key)}" if who == "head" else None,
                )
            )
        if state is not _S.COMPLETE:
            await _note(session, world, key, dossier.id)
        world.things[key] = replace(things, dossier=dossier.id)
    member = HouseholdMember(
        person_id=world.people["mentor"],
        full_name="Бөтен Адам",
        birth_date=TODAY.replace(year=1990),
        declared_at=NOW,
    )
    session.add(member)
    await session.flush()
    world.household = member.id


async def _note(session: AsyncSession, world: World, key: str, dossier_id: int) -> None:
    note = ClosingNote(
        dossier_id=dossier_id,
        recommends=True,
        written_by=world.people["mentor"],
        begun_at=NOW,
        sent_at=NOW,
    )
    session.add(note)
    await session.flush()
    session.add(NotePart(note_id=note.id, part="strengths", words=f"Еңбекқор: {marker(key)}"))
