"""Dated notes on a participant, read by who wrote them and those above (§7.10).

Never by the participant or the family in the bot: they are in the copy of their data, without
names. A mentor's is read by expert, coordinator, operator; an expert's by coordinator and operator;
a coordinator's by the operator. A mentor who comes new reads none of those of before.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from award.access.acting import Acting
from award.access.scope import reaches
from award.audit import record
from award.errors import NotFound, Refusal
from award.paging import PAGE, page_of
from award.typed import tidied
from storage.locking import locked
from storage.tables import SIGNED_STATES, Enrolment, Observation, Person, RoleKind

LONGEST = 1000  # characters
# Who keeps a journal, and who else reads it: each those of the ones before.
KEEPERS = (RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.COORDINATOR)
_RANKS = (*KEEPERS, RoleKind.OPERATOR)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is read; `mine`: the reader wrote it, and may take it away."""

    id: int
    by: str
    by_role: RoleKind
    at: dt.datetime
    words: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """A page of the notes on a participant that a reader sees, the newest first.

    `number` from 0 of `pages`, at least one; `keeps`: the reader may add one.
    """

    enrolment_id: int
    name: str
    region: str | None
    rows: tuple[Note, ...]
    total: int
    number: int
    pages: int
    keeps: bool


async def observe(at: Acting, enrolment_id: int, words: str) -> Observation:
    """Write a note on a participant in one's scope, as the highest of the own roles that keep one.

    Raises NotFound out of scope, Refusal for words none or too many.
    """
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    role = await _as_what(at, enrolment)
    if enrolment is None or role not in KEEPERS:
        raise NotFound
    words = tidied(words)
    if not words:
        raise Refusal("refused-observation-words")
    if len(words) > LONGEST:
        raise Refusal("refused-observation-long", most=LONGEST, length=len(words))
    note = Observation(
        enrolment_id=enrolment.id, by=at.actor.id, by_role=role, at=at.now, words=words
    )
    at.session.add(note)
    await at.session.flush()
    await record(at.session, at.actor.id, "observation.written", "enrolment", enrolment.id, at.now)
    return note


async def take_away(at: Acting, observation_id: int) -> int:
    """Its author takes a note away while the participant is in their scope; the enrolment's id."""
    note = await at.session.get(Observation, observation_id)
    if note is None or note.by != at.actor.id:
        raise NotFound
    enrolment = await locked(at.session, Enrolment, note.enrolment_id)
    if await _as_what(at, enrolment) is None:
        raise NotFound
    await at.session.delete(note)
    await record(
        at.session, at.actor.id, "observation.taken_away", "enrolment", note.enrolment_id, at.now
    )
    return note.enrolment_id


async def notes_on(at: Acting, enrolment_id: int, page: int = 0) -> Notes:
    """The notes on a participant that the person reads; the look is on the record.

    Raises NotFound for the participant, the family, the head, and out of scope.
    """
    enrolment = await at.session.get(Enrolment, enrolment_id)
    role = await _as_what(at, enrolment)
    if enrolment is None or role is None:
        raise NotFound
    below = _RANKS[: _RANKS.index(role)]
    theirs = (Observation.enrolment_id == enrolment.id) & or_(
        Observation.by == at.actor.id, Observation.by_role.in_(below)
    )
    total = await at.session.scalar(select(func.count(Observation.id)).where(theirs)) or 0
    number, pages = page_of(total, PAGE, page)
    found = await at.session.execute(
        select(Observation, Person.full_name)
        .join(Person, Person.id == Observation.by)
        .where(theirs)
        .order_by(Observation.at.desc(), Observation.id.desc())
        .offset(number * PAGE)
        .limit(PAGE)
    )
    rows = [
        Note(note.id, name or "", note.by_role, note.at, note.words, note.by == at.actor.id)
        for note, name in found.tuples()
    ]
    await record(at.session, at.actor.id, "observations.seen", "enrolment", enrolment.id, at.now)
    person = await at.session.get_one(Person, enrolment.person_id)
    return Notes(
        enrolment.id,
        person.full_name or "",
        person.region,
        tuple(rows),
        total,
        number,
        pages,
        keeps=role in KEEPERS,
    )


async def may_read_notes(at: Acting, enrolment: Enrolment) -> bool:
    """Whether the person reads notes on a participant, whom they have read of."""
    return await _as_what(at, enrolment) is not None


async def _as_what(at: Acting, enrolment: Enrolment | None) -> RoleKind | None:
    """The highest role by which the person reads notes on somebody; None: by none."""
    if enrolment is None or enrolment.person_id == at.actor.id:
        return None
    if enrolment.state not in SIGNED_STATES:
        return None
    for kind in reversed(_RANKS):
        for role in at.actor.roles:
            if role.kind is kind and await reaches(at, role, enrolment):
                return kind
    return None
