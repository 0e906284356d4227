"""One-time links: for staff, for a minor's representative, for an employer (programme.md §4–7)."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.errors import NotAllowed, Refusal
from storage.tables import Invitation, InvitationKind, Role, RoleKind

LIFETIME = timedelta(days=7)

# A link's payload is its prefix and its token: `https://t.me/<bot>?start=r_<token>`.
PREFIX = {
    InvitationKind.STAFF: "s_",
    InvitationKind.REPRESENTATIVE: "r_",
    InvitationKind.EMPLOYER: "e_",
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
            made_by=made_by,
            made_at=now,
            expires_at=now + LIFETIME,
        )
    )
    await record(session, made_by, "link.made", kind, enrolment_id or entry_id, now)
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
    entry_id: int | None = None,
) -> None:
    """Let earlier links to the same thing lapse, so that only the newest opens it."""
    target = (
        Invitation.enrolment_id == enrolment_id
        if enrolment_id is not None
        else Invitation.entry_id == entry_id
    )
    await session.execute(
        update(Invitation)
        .where(Invitation.kind == kind, target, Invitation.used_at.is_(None))
        .values(expires_at=now)
    )


# Who may invite whom (programme.md §7): the operator everyone, a centre head the centre's staff.
MAY_INVITE = {
    RoleKind.OPERATOR: (
        RoleKind.OPERATOR,
        RoleKind.COORDINATOR,
        RoleKind.CENTRE_HEAD,
        RoleKind.EXPERT,
        RoleKind.MENTOR,
    ),
    RoleKind.CENTRE_HEAD: (RoleKind.EXPERT, RoleKind.MENTOR),
}


async def invite_staff(
    at: Acting,
    role: RoleKind,
    *,
    region: str | None = None,
    centre_id: int | None = None,
    reports_to: int | None = None,
) -> str:
    """A one-time link that gives a role; a centre head invites only to the own centre."""
    allowed = [own for own in at.actor.roles if role in MAY_INVITE.get(own.kind, ())]
    if not any(own.kind == RoleKind.OPERATOR or own.centre_id == centre_id for own in allowed):
        raise NotAllowed
    return await make_link(
        at.session,
        InvitationKind.STAFF,
        at.actor.id,
        at.now,
        role=role,
        region=region,
        centre_id=centre_id,
        reports_to=reports_to,
    )


async def accept_staff(at: Acting, payload: str) -> Role:
    """Take the role that a link gives; the link is used up."""
    invitation = await open_link(at.session, payload, InvitationKind.STAFF, at.now)
    assert invitation.role is not None
    role = Role(
        person_id=at.actor.id,
        kind=invitation.role,
        region=invitation.region,
        centre_id=invitation.centre_id,
        reports_to=invitation.reports_to,
        since=at.now,
    )
    at.session.add(role)
    await at.session.flush()  # for who they are from now on
    use_up(invitation, at.actor.id, at.now)
    await record(at.session, at.actor.id, "role.taken", "role", None, at.now, kind=role.kind)
    return role


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
