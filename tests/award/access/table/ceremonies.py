"""Who may call what ceremonies are made of; and the one that is in the world."""

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncSession

from award.ceremonies import ceremonies, guests, inviting
from award.ceremonies.ceremonies import Plan
from storage.tables import Ceremony, CeremonyAnswer, CeremonyGuest
from tests.award.access.table.rows import SELF, Row, own
from tests.award.access.table.world import NOW, World

SOON = NOW + dt.timedelta(days=10)
PLAN = Plan(SOON, "Сарай", "Алматы, Абай 1", 2)
DOOR = frozenset({"coordinator", "operator"})
MAKERS = DOOR | {"coordinator2"}
HEADS = frozenset({"head", "head2"})


async def add_ceremonies(session: AsyncSession, world: World) -> None:
    ceremony = Ceremony(
        region="KZ-75",
        starts_at=SOON,
        place="Сарай",
        address="Абай 1",
        guests=2,
        made_by=world.people["operator"],
        made_at=NOW,
    )
    session.add(ceremony)
    await session.flush()
    guest = CeremonyGuest(
        ceremony_id=ceremony.id,
        dossier_id=world.things["complete"].dossier,
        answer=CeremonyAnswer.ASKED,
    )
    session.add(guest)
    await session.flush()
    world.ceremony, world.guest = ceremony.id, guest.id


OF_CEREMONIES: dict[str, Row] = {
    "ceremonies.ceremonies.make": Row(
        lambda at, w, t: ceremonies.make(at, PLAN), MAKERS, "complete", staff=True
    ),
    "ceremonies.ceremonies.change": Row(
        lambda at, w, t: ceremonies.change(at, w.ceremony, PLAN), DOOR, "complete", staff=True
    ),
    "ceremonies.ceremonies.call_off": Row(
        lambda at, w, t: ceremonies.call_off(at, w.ceremony), DOOR, "complete", staff=True
    ),
    "ceremonies.ceremonies.ceremonies": Row(
        lambda at, w, t: ceremonies.ceremonies(at), MAKERS, staff=True, recorded=False
    ),
    "ceremonies.ceremonies.card": Row(
        lambda at, w, t: ceremonies.card(at, w.ceremony), DOOR, staff=True, recorded=False
    ),
    "ceremonies.ceremonies.run_by": Row(
        lambda at, w, t: ceremonies.run_by(at, w.ceremony), DOOR, staff=True, recorded=False
    ),
    "ceremonies.inviting.found_winners": Row(
        lambda at, w, t: inviting.found_winners(at, w.ceremony, "mark"), DOOR, staff=True
    ),
    "ceremonies.inviting.invite_one": Row(
        lambda at, w, t: inviting.invite_one(at, w.ceremony, t.dossier),
        DOOR,
        "complete",
        but="ceremony-not-waiting",
        staff=True,
    ),
    "ceremonies.inviting.waiting_winners": Row(
        lambda at, w, t: inviting.waiting_winners(at, w.ceremony), DOOR, staff=True, recorded=False
    ),
    "ceremonies.inviting.invite": Row(
        lambda at, w, t: inviting.invite(at, w.ceremony), DOOR, "complete", staff=True
    ),
    "ceremonies.guests.invitation": Row(
        lambda at, w, t: guests.invitation(at, w.guest),
        SELF | {"rep"},
        "complete",
        recorded=False,
        staff=True,
    ),
    "ceremonies.guests.invitations": own(lambda at, w, t: guests.invitations(at), of="complete"),
    "ceremonies.guests.invitations_to": Row(
        lambda at, w, t: guests.invitations_to(at, w.ceremony),
        SELF | {"rep"},
        "complete",
        recorded=False,
        staff=True,
    ),
    "ceremonies.guests.answer": Row(
        lambda at, w, t: guests.answer(at, w.guest, comes=True),
        SELF | {"rep"},
        "complete",
        but="ceremony-over",
        staff=True,
    ),
    "ceremonies.guests.not_here": Row(
        lambda at, w, t: guests.not_here(at, w.guest), DOOR, "complete", staff=True
    ),
    "ceremonies.guests.door": Row(
        lambda at, w, t: guests.door(at, w.ceremony), DOOR, "complete", staff=True
    ),
    "ceremonies.guests.came": Row(
        lambda at, w, t: guests.came(at, w.guest), DOOR, "complete", staff=True
    ),
    "ceremonies.guests.hand_over": Row(
        lambda at, w, t: guests.hand_over(at, w.guest),
        DOOR,
        "complete",
        but="ceremony-not-come",
        staff=True,
    ),
    "ceremonies.guests.left_to_centre": Row(
        lambda at, w, t: guests.left_to_centre(at), HEADS, staff=True
    ),
    "ceremonies.guests.hand_over_at_centre": Row(
        lambda at, w, t: guests.hand_over_at_centre(at, t.dossier),
        frozenset(),
        "complete",
        staff=True,
    ),
}
