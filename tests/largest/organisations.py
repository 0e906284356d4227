"""As much as there may be of what staff make: partners, links, applications of organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.calendar import DAY
from storage import tables as t

if TYPE_CHECKING:
    from tests.largest.world import Builder

MANY = 300


async def build(on: Builder, operator: int, expert: int, applicant: int) -> None:
    """Write all of it, by our ids of people."""
    everywhere = {"region": None, "directions": ["volunteering", "trips"]}
    await on.add(t.Partner, [everywhere | {"name": f"Серіктес {n}"} for n in range(MANY)])
    today = on.now.date()
    day = {"made_by": operator, "made_at": on.now}
    await on.add(t.DayOff, [day | {"day": today + DAY * n} for n in range(MANY)])
    link = {
        "kind": t.InvitationKind.STAFF,
        "role": t.RoleKind.MENTOR,
        "centre_id": 1,
        "reports_to": expert,
        "made_by": operator,
        "made_at": on.now,
        "expires_at": on.now + DAY * 7,
    }
    await on.add(t.Invitation, [link | {"token_hash": str(n)} for n in range(MANY)])
    words = dict.fromkeys(("legal_status", "contact", "place"), "ә" * 100)
    words |= {"mission": "ә" * 1000, "projects": "ә" * 1000, "address": "ә" * 150}
    application = words | {
        "applicant_id": applicant,
        "region": on.region,
        "phone": "+77010000003",
        "email": "a@example.kz",
        "made_at": on.now,
        "submitted_at": on.now,
    }
    asked = t.CentreApplicationState.SUBMITTED
    await on.add(
        t.CentreApplication,
        [application | {"name": f"Ұйым {n}", "state": asked} for n in range(MANY)],
    )
