"""The signature and the seal of certificates, as an operator gives them (§8.5).

What was sent is opened nowhere but behind the wall (evidence/stamp.py): until it is made anew
there, its row waits.
"""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.outbox import NoticeKind, tell
from storage.tables import CertificatePicture, PictureKind, RoleKind


async def give_picture(at: Acting, kind: PictureKind, file_id: str) -> None:
    """It stands on what is printed from now on; what was printed stays as it is."""
    at.actor.require(RoleKind.OPERATOR)
    given = CertificatePicture(
        kind=kind, file_id=file_id, png=None, given_by=at.actor.id, given_at=at.now
    )
    await at.session.merge(given)
    await record(at.session, at.actor.id, f"certificate.{kind}_given", "certificate", None, at.now)


async def take_picture(at: Acting, kind: PictureKind) -> None:
    """What is printed from now on has none."""
    at.actor.require(RoleKind.OPERATOR)
    given = await at.session.get(CertificatePicture, kind)
    if given is not None:
        await at.session.delete(given)
    await record(at.session, at.actor.id, f"certificate.{kind}_taken", "certificate", None, at.now)


async def given_pictures(at: Acting) -> frozenset[PictureKind]:
    """Which of the two there are."""
    at.actor.require(RoleKind.OPERATOR)
    return frozenset(await at.session.scalars(select(CertificatePicture.kind)))


# --- made anew, beside


async def pictures(session: AsyncSession) -> dict[PictureKind, bytes]:
    """What stands on certificates that are printed now, as PNG."""
    found = await session.scalars(select(CertificatePicture))
    return {each.kind: each.png for each in found if each.png is not None}


async def unmade_pictures(session: AsyncSession) -> tuple[tuple[PictureKind, str], ...]:
    """Those that wait to be made anew, each with the file that was sent."""
    found = await session.scalars(
        select(CertificatePicture).where(CertificatePicture.png.is_(None))
    )
    return tuple((each.kind, each.file_id) for each in found)


async def keep_picture(
    session: AsyncSession, kind: PictureKind, file_id: str, png: bytes | None, now: dt.datetime
) -> None:
    """Keep what was made of a file, and tell who gave it; None: it is no picture that opens.

    Nothing happens where another one was given meanwhile.
    """
    given = await session.get(CertificatePicture, kind, with_for_update=True)
    if given is None or given.file_id != file_id or given.png is not None:
        return
    if png is None:
        await session.delete(given)
    else:
        given.png = png
    tell(
        session,
        given.given_by,
        NoticeKind.CERTIFICATE_PICTURE,
        now,
        picture=kind.value,
        readable=png is not None,
    )
