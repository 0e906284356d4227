"""Protocols: numbered without gaps within a season, kept as they were issued (§8.6).

The number is given when a sitting is closed. What is printed is made afterwards, beside everything
else; its bytes are kept with their SHA-256, and every later look gives the same.
"""

import hashlib
import re
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import operators
from award.audit import record
from award.commission.scope import members_of, own_commission
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind, tell
from award.typed import fitting
from storage.locking import locked, one_at_a_time
from storage.tables import (
    Candidacy,
    Commission,
    Dossier,
    Enrolment,
    Person,
    ProtocolPaper,
    RoleKind,
    Seat,
    Sitting,
    SittingProtocol,
)

CORRECTION = (10, 2000)  # characters
SHORTEST = 3  # letters of a name by which somebody is known
UNMADE = "protocols_unmade"


async def issue(
    at: Acting,
    commission: Commission,
    sitting: Sitting,
    *,
    corrects: SittingProtocol | None = None,
    words: str | None = None,
) -> SittingProtocol:
    """Give a sitting, which was closed, the next protocol of the season."""
    season = commission.season
    await one_at_a_time(at.session, f"protocols of {season}")
    last = await at.session.scalar(
        select(func.max(SittingProtocol.number)).where(SittingProtocol.season == season)
    )
    protocol = SittingProtocol(
        season=season,
        number=(last or 0) + 1,
        sitting_id=sitting.id,
        corrects_id=corrects.id if corrects is not None else None,
        words=words,
        issued_by=at.actor.id,
        issued_at=at.now,
    )
    at.session.add(protocol)
    await at.session.flush()
    at.session.info[UNMADE] = True
    await record(
        at.session,
        at.actor.id,
        "protocol.issued",
        "protocol",
        protocol.id,
        at.now,
        number=protocol.number,
    )
    return protocol


async def correct(at: Acting, protocol_id: int, words: str) -> SittingProtocol:
    """Chair or secretary issues another protocol that says what is wrong in one; that one stays.

    Raises Refusal for words too few or too many, or that name a candidate: a protocol is kept for
    ever, with numbers and initials alone.
    """
    protocol, commission, sitting = await _known(at, protocol_id)
    await own_commission(at, commission.id, Seat.CHAIR, Seat.SECRETARY)
    fit = fitting(words, CORRECTION, lines=True)
    if fit is None:
        least, most = CORRECTION
        raise Refusal("refused-correction", fewest=least, most=most)
    if await _names_somebody(at.session, sitting, fit):
        raise Refusal("refused-correction-names")
    return await issue(at, commission, sitting, corrects=protocol, words=fit)


async def _names_somebody(session: AsyncSession, sitting: Sitting, words: str) -> bool:
    """Whether a word with a capital letter begins as a candidate of the sitting is called."""
    names = await session.scalars(
        select(Person.full_name)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .join(Dossier, Dossier.enrolment_id == Enrolment.id)
        .join(Candidacy, Candidacy.dossier_id == Dossier.id)
        .where(Candidacy.sitting_id == sitting.id)
    )
    theirs = tuple(
        word.casefold() for name in names for word in (name or "").split() if len(word) >= SHORTEST
    )
    said = (word.casefold() for word in re.findall(r"\w+", words) if word[0].isupper())
    return any(word.startswith(theirs) for word in said)


async def paper(at: Acting, protocol_id: int) -> tuple[SittingProtocol, bytes | None]:
    """A protocol and its bytes, for an operator and whoever sits in its commission now.

    None: it is being printed still. A look is on the record.
    """
    protocol, commission, _ = await _known(at, protocol_id)
    if not at.actor.has(RoleKind.OPERATOR):
        await own_commission(at, commission.id)
    await record(at.session, at.actor.id, "protocol.seen", "protocol", protocol.id, at.now)
    kept = await at.session.get(ProtocolPaper, protocol.id)
    return protocol, kept.pdf if kept is not None else None


async def _known(at: Acting, protocol_id: int) -> tuple[SittingProtocol, Commission, Sitting]:
    protocol = await at.session.get(SittingProtocol, protocol_id)
    if protocol is None:
        raise NotFound
    sitting = await at.session.get_one(Sitting, protocol.sitting_id)
    return protocol, await at.session.get_one(Commission, sitting.commission_id), sitting


# --- printing


async def unmade(
    session: AsyncSession, most: int, without: Collection[int] = ()
) -> tuple[int, ...]:
    """Ids of protocols that wait to be printed, but for some that failed."""
    found = await session.scalars(
        select(SittingProtocol.id)
        .where(SittingProtocol.made_at.is_(None), SittingProtocol.id.not_in(without))
        .order_by(SittingProtocol.id)
        .limit(most)
    )
    return tuple(found)


async def keep(session: AsyncSession, protocol_id: int, pdf: bytes, now: datetime) -> None:
    """Keep a printed protocol, and tell members and operators; the first one kept stays."""
    protocol = await locked(session, SittingProtocol, protocol_id)
    if protocol is None or protocol.made_at is not None:
        return
    session.add(ProtocolPaper(protocol_id=protocol.id, pdf=pdf))
    protocol.sha256, protocol.made_at = hashlib.sha256(pdf).hexdigest(), now
    sitting = await session.get_one(Sitting, protocol.sitting_id)
    members = await members_of(session, sitting.commission_id, now)
    told = (*(member.person_id for member in members), *await operators(session, now))
    for person in dict.fromkeys(told):
        if person is not None:
            tell(session, person, NoticeKind.PROTOCOL_ISSUED, now, protocol=protocol.id)
