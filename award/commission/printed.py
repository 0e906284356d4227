"""What a protocol says, as plain data: people of the commission, what was decided, by how many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.dates import local_date
from award.certificates.names import initials
from award.commission.rules import OUTCOMES
from award.commission.scope import kept_out, members_of
from award.programme import Programme, Text
from storage.tables import (
    Ballot,
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    Presence,
    Sitting,
    SittingProtocol,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: by dossier number and initials; `out`: members in conflict or stepped back.

    `reason` is a usual one's code; None where the chair gave it in own words, which are about a
    person: they stay with the candidate, and are no part of what is kept for ever.
    """

    number: int
    initials: str
    level: Text | None
    appeal: bool
    outcome: DossierState
    votes: dict[str, int]
    by_casting_vote: bool
    out: tuple[str, ...]
    reason: str | None
    to_ceremony: bool
    signed_by: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A protocol; of a correction `words` and the number of the one that it `corrects`.

    `issued`: year, month, day. People by name, seat and whether they are of the authority.
    """

    season: int
    number: int
    issued: tuple[int, int, int]
    corrects: int | None
    words: str
    region: Text | None
    level: Text | None
    present: tuple[tuple[str, str, bool], ...]
    absent: tuple[tuple[str, str, bool], ...]
    decisions: tuple[Decided, ...]


async def printed(session: AsyncSession, programme: Programme, protocol_id: int) -> Printed:
    """All that a protocol says."""
    protocol = await session.get_one(SittingProtocol, protocol_id)
    sitting = await session.get_one(Sitting, protocol.sitting_id)
    commission = await session.get_one(Commission, sitting.commission_id)
    corrects = None
    if protocol.corrects_id is not None:
        corrects = (await session.get_one(SittingProtocol, protocol.corrects_id)).number
    day = local_date(protocol.issued_at, programme.zone)
    members = await members_of(session, commission.id, sitting.closed_at or protocol.issued_at)
    there = set(
        await session.scalars(select(Presence.person_id).where(Presence.sitting_id == sitting.id))
    )
    names = await _names(session, members)
    seats = [
        (names[member.person_id], member.seat.value, member.of_authority, member.person_id in there)
        for member in members
        if member.person_id is not None
    ]
    region = programme.find_region(commission.region)
    level = programme.find_level(commission.level)
    return Printed(
        season=protocol.season,
        number=protocol.number,
        issued=(day.year, day.month, day.day),
        corrects=corrects,
        words=protocol.words or "",
        region=region.name if region else None,
        level=level.name if level else None,
        present=tuple(seat[:3] for seat in seats if seat[3]),
        absent=tuple(seat[:3] for seat in seats if not seat[3]),
        decisions=await _decisions(session, programme, sitting, names),
    )


async def _decisions(
    session: AsyncSession, programme: Programme, sitting: Sitting, names: dict[int | None, str]
) -> tuple[Decided, ...]:
    rows = await session.execute(
        select(Candidacy, Enrolment.level, Person.full_name)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Candidacy.sitting_id == sitting.id)
        .order_by(Candidacy.dossier_id)
    )
    found = rows.tuples().all()
    candidacies = [candidacy for candidacy, _, _ in found]
    out = await kept_out(session, candidacies)
    votes = await _votes(session, [each.id for each in candidacies])
    decided = []
    for candidacy, level, name in found:
        assert candidacy.outcome is not None
        known = programme.find_level(level)
        decided.append(
            Decided(
                number=candidacy.dossier_id,
                initials=initials(name or ""),
                level=known.name if known else None,
                appeal=candidacy.appeal,
                outcome=candidacy.outcome,
                votes={each.value: votes[candidacy.id, each] for each in OUTCOMES},
                by_casting_vote=candidacy.by_casting_vote,
                out=tuple(names[each] for each in sorted(out[candidacy.id]) if each in names),
                reason=candidacy.reason,
                to_ceremony=candidacy.to_ceremony,
                signed_by=names.get(candidacy.decided_by, ""),
            )
        )
    return tuple(decided)


async def _votes(
    session: AsyncSession, candidacies: list[int]
) -> Counter[tuple[int, DossierState | None]]:
    found = await session.execute(
        select(Ballot.candidacy_id, Ballot.vote).where(
            Ballot.candidacy_id.in_(candidacies), Ballot.vote.is_not(None)
        )
    )
    return Counter((candidacy, vote) for candidacy, vote in found.tuples())


async def _names(
    session: AsyncSession, members: Iterable[CommissionMember]
) -> dict[int | None, str]:
    people = [member.person_id for member in members]
    found = await session.execute(select(Person.id, Person.full_name).where(Person.id.in_(people)))
    return {number: short_name(name or "") for number, name in found}


def short_name(name: str) -> str:
    """The first word of a name, and the first letters of the others: «Ахметова Г. Б.»."""
    first, *others = name.split() or ["–"]
    return " ".join([first, *(f"{word[0].upper()}." for word in others[:2])])
