"""Kept certificates of a level and year together: how many there are, and their bytes in order."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Certificate,
    CertificatePaper,
    CertificateState,
    Enrolment,
    EnrolmentState,
)

_ON_PAPER = (
    Certificate.state == CertificateState.VALID,
    Certificate.made_at.is_not(None),
    Certificate.name != "",
    # Whose consent was withdrawn is named to nobody any more.
    exists().where(
        Enrolment.id == Certificate.enrolment_id, Enrolment.state == EnrolmentState.COMPLETE
    ),
)


@dataclass(frozen=True, slots=True)
class Stack:
    """How many certificates of a level and year were printed and hold."""

    year: int
    level: str
    count: int


async def count_unmade(session: AsyncSession) -> int:
    """How many wait for their paper."""
    waiting = select(func.count()).where(Certificate.token.is_not(None))
    return await session.scalar(waiting) or 0


async def stacks(session: AsyncSession) -> tuple[Stack, ...]:
    """All stacks, the newest year first."""
    rows = await session.execute(
        select(Certificate.year, Certificate.level, func.count())
        .where(*_ON_PAPER)
        .group_by(Certificate.year, Certificate.level)
        .order_by(Certificate.year.desc(), Certificate.level)
    )
    return tuple(Stack(*row) for row in rows)


async def papers_after(
    session: AsyncSession, stack: Stack, serial: int, most: int
) -> tuple[tuple[int, bytes], ...]:
    """The next papers of a stack, each with its serial number; at most so many."""
    rows = await session.execute(
        select(Certificate.serial, CertificatePaper.pdf)
        .join(CertificatePaper, CertificatePaper.certificate_id == Certificate.id)
        .where(*_ON_PAPER, Certificate.year == stack.year, Certificate.level == stack.level)
        .where(Certificate.serial > serial)
        .order_by(Certificate.serial)
        .limit(most)
    )
    return tuple((row.serial, row.pdf) for row in rows)
