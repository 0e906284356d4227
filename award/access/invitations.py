"""One-time links: for staff, a minor's representative, an employer, a commission (§4–8)."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.audit import record
from award.errors import Refusal
from storage.tables import Invitation, InvitationKind, RoleKind

LIFETIME = timedelta(days=7)
# Links that one person makes in a day: whoever invites all mentors of a region makes hundreds.
LINKS_A_DAY = 20
LINKS_OF_STAFF_A_DAY = 500

# A link's payload is its prefix and its token: `https://t.me/<bot>?start=r_<token>`.
PREFIX = {
    InvitationKind.STAFF: "s_",
    InvitationKind.REPRESENTATIVE: "r_",
    InvitationKind.EMPLOYER: "e_",
    InvitationKind.COMMISSION: "m_",
}


class LinkUnusable(Refusal):
    """Used, expired, replaced by a newer one, or never made."""

    key = "refused-link"


async def make_link(
    session: AsyncSession,
    kind: InvitationKind,
    made_by: int | None,
    now: datetime,
    *,
    role: RoleKind | None = None,
    region: str | None = None,
    centre_id: int | None = None,
    reports_to: int | None = None,
    enrolment_id: int | None = None,
    entry_id: int | None = None,
    member_id: int | None = None,
) -> str:
    """Make a link good for one use within `LIFETIME`; returns the payload of the deep link."""
    token = secrets.token_urlsafe(18)
    session.add(
        Invitation(
            token_hash=_hash(token),
            kind=kind,
            role=role,
            region=region,
            centre_id=centre_id,
            reports_to=reports_to,
            enrolment_id=enrolment_id,
            entry_id=entry_id,
            member_id=member_id,
            made_by=made_by,
            made_at=now,
            expires_at=now + LIFETIME,
        )
    )
    about = enrolment_id or entry_id or member_id
    await record(session, made_by, "link.made", kind, about, now)
    return PREFIX[kind] + token


async def open_link(
    session: AsyncSession, payload: str, kind: InvitationKind, now: datetime
) -> Invitation:
    """The invitation behind a payload, still unused, locked; raises LinkUnusable."""
    token = payload.removeprefix(PREFIX[kind])
    invitation = await session.scalar(
        select(Invitation)
        .where(Invitation.token_hash == _hash(token), Invitation.kind == kind)
        .with_for_update()
    )
    if invitation is None or invitation.used_at or invitation.expires_at <= now:
        raise LinkUnusable
    return invitation


def use_up(invitation: Invitation, by: int, now: datetime) -> None:
    """No one can open it again."""
    invitation.used_at, invitation.used_by = now, by


async def revoke_links(
    session: AsyncSession,
    kind: InvitationKind,
    now: datetime,
    *,
    enrolment_id: int | None = None,
    entry_ids: Collection[int] = (),
    member_id: int | None = None,
) -> None:
    """Let earlier links to the same things lapse, so that only the newest opens each."""
    if member_id is not None:
        target = Invitation.member_id == member_id
    elif enrolment_id is not None:
        target = Invitation.enrolment_id == enrolment_id
    else:
        target = Invitation.entry_id.in_(entry_ids)
    await session.execute(
        update(Invitation)
        .where(Invitation.kind == kind, target, Invitation.used_at.is_(None))
        .values(expires_at=now)
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
