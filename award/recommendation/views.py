"""Notes and recommendations as they are read: by who recommends, by those above, in the end by
the participant (§8.7)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.access.scope import reached_as, reached_by
from award.audit import record
from award.dossiers.endings import goes_on, still_goes_on
from award.dossiers.turns import recommenders
from award.dossiers.way import DECIDED_STATES
from award.errors import NotFound
from award.paging import PAGE, page_of
from award.recommendation.facts import Facts, facts_of, missing_of
from award.recommendation.notes import Said, queue_of, said
from award.recommendation.recommendations import AT_ONCE, RECOMMENDERS
from storage.tables import (
    Centre,
    ClosingNote,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    RoleKind,
)

READERS = (
    RoleKind.MENTOR,
    RoleKind.EXPERT,
    RoleKind.CENTRE_HEAD,
    RoleKind.COORDINATOR,
    RoleKind.OPERATOR,
)
# Who has a list of all notes of theirs: the mentor finds each on the participant's card.
OVERSEERS = READERS[1:]
_MOST = 300  # looked through for who may recommend, the longest waiting first


@dataclass(frozen=True, slots=True)
class Noted:
    """A participant with a note, in a list. `recommends`: the mentor; `missing`: what keeps them
    from being recommended, as codes (`facts.missing_of`); only of those who wait for the reader.
    """

    dossier_id: int
    name: str
    level: str | None
    state: DossierState
    due: dt.date | None
    recommends: bool
    missing: tuple[str, ...] = ()

    @property
    def can_be(self) -> bool:
        """Ready to be recommended without another look."""
        return self.recommends and not self.missing


@dataclass(frozen=True, slots=True)
class NotedPage:
    """A page of them; `number` from 0 of `pages`, at least one."""

    rows: tuple[Noted, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class DossierRead:
    """A participant's note and what it goes by. `may_recommend`: it is the reader's turn.

    `facts` and `missing` are for staff; `own`: the reader is the participant, after the decision.
    """

    dossier: Dossier
    enrolment: Enrolment
    name: str
    writer: str
    recommends: bool
    parts: dict[str, Said]
    facts: Facts | None
    missing: tuple[str, ...]
    may_recommend: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """How many notes and recommendations wait for the acting person, for their menu."""

    notes: int = 0
    recommendations: int = 0


NOTHING_OWED = Owed()


async def owed(at: Acting) -> Owed:
    """Of mentors and heads, who have something owed most days; those above find it in the lists."""
    notes = len(await queue_of(at)) if at.actor.has(RoleKind.MENTOR) else 0
    waiting = await _waiting(at) if at.actor.has(RoleKind.CENTRE_HEAD) else []
    return Owed(notes, len(waiting))


async def to_recommend(at: Acting, page: int = 0) -> NotedPage:
    """Who waits for the acting person's recommendation, the longest first; on the record."""
    at.actor.require(*RECOMMENDERS)
    waiting = await _waiting(at)
    number, pages = page_of(len(waiting), PAGE, page)
    rows = await _noted(at, waiting[number * PAGE : (number + 1) * PAGE])
    await record(at.session, at.actor.id, "dossiers.listed", "dossier", None, at.now)
    return NotedPage(rows, len(waiting), number, pages)


async def next_to_recommend(at: Acting) -> tuple[int | None, int]:
    """The dossier that waits longest for the acting person's word, and how many do."""
    at.actor.require(*RECOMMENDERS)
    waiting = await _waiting(at)
    return (waiting[0][0].id if waiting else None), len(waiting)


async def ready_to_recommend(at: Acting) -> tuple[Noted, ...]:
    """Those of them who can be recommended together: nothing missing, and the mentor says yes."""
    at.actor.require(*RECOMMENDERS)
    rows = await _noted(at, (await _waiting(at))[:AT_ONCE])
    await record(at.session, at.actor.id, "dossiers.listed", "dossier", None, at.now)
    return tuple(row for row in rows if row.can_be)


async def notes_read(at: Acting, page: int = 0) -> NotedPage:
    """All notes that were sent within the acting person's scope, the newest first; on record."""
    at.actor.require(*OVERSEERS)
    which = (
        goes_on(),
        ClosingNote.sent_at.is_not(None),
        reached_by(at.actor, *OVERSEERS),
        Enrolment.person_id != at.actor.id,
    )
    total = (
        await at.session.scalar(
            select(func.count(Dossier.id))
            .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
            .join(Person, Person.id == Enrolment.person_id)
            .outerjoin(Centre, Centre.id == Enrolment.centre_id)
            .join(ClosingNote, ClosingNote.dossier_id == Dossier.id)
            .where(*which)
        )
        or 0
    )
    number, pages = page_of(total, PAGE, page)
    found = await at.session.execute(
        select(Dossier, Enrolment.level, Person.full_name, ClosingNote.recommends)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .join(ClosingNote, ClosingNote.dossier_id == Dossier.id)
        .where(*which)
        .order_by(ClosingNote.sent_at.desc(), Dossier.id.desc())
        .limit(PAGE)
        .offset(number * PAGE)
    )
    await record(at.session, at.actor.id, "notes.listed", "dossier", None, at.now)
    rows = tuple(
        Noted(each.id, name or "", level, each.state, each.due, bool(recommends))
        for each, level, name, recommends in found.tuples()
    )
    return NotedPage(rows, total, number, pages)


async def dossier_read(at: Acting, dossier_id: int) -> DossierRead:
    """A note with what it goes by, for staff who reach the participant; a look is on record.

    The participant reads their own once it is decided, without the facts. Raises NotFound for
    everybody else, and before there is a note.
    """
    found = await at.session.execute(
        select(Dossier, Enrolment, ClosingNote)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(ClosingNote, ClosingNote.dossier_id == Dossier.id)
        .where(Dossier.id == dossier_id, ClosingNote.sent_at.is_not(None))
    )
    row = found.tuples().one_or_none()
    if row is None:
        raise NotFound
    dossier, enrolment, note = row
    own = enrolment.person_id == at.actor.id
    if own and dossier.state not in DECIDED_STATES:
        raise NotFound
    if not own and not still_goes_on(enrolment):
        raise NotFound
    mine = (
        not own and at.actor.id in ((await recommenders(at.session, [dossier], at.now))[dossier.id])
    )
    if not (own or mine or await reached_as(at, enrolment, READERS)):
        raise NotFound
    return await _read(at, dossier, enrolment, note, own=own, mine=mine)


async def _read(
    at: Acting, dossier: Dossier, enrolment: Enrolment, note: ClosingNote, *, own: bool, mine: bool
) -> DossierRead:
    person = await at.session.get_one(Person, enrolment.person_id)
    writer = await at.session.get_one(Person, note.written_by)
    if not own:
        await record(at.session, at.actor.id, "note.seen", "dossier", dossier.id, at.now)
    missing: tuple[str, ...] = ()
    if mine:
        rows: Sequence[tuple[Enrolment, Person]] = [(enrolment, person)]
        missing = (await missing_of(at.session, at.programme, rows, at.now))[enrolment.id]
    return DossierRead(
        dossier=dossier,
        enrolment=enrolment,
        name=person.full_name or "",
        writer=writer.full_name or "",
        recommends=bool(note.recommends),
        parts=await said(at.session, note.id),
        facts=None if own else await facts_of(at, enrolment, person.region),
        missing=missing,
        may_recommend=mine and dossier.state is DossierState.NOTED,
        own=own,
    )


_Row = tuple[Dossier, Enrolment, Person, ClosingNote]


async def _waiting(at: Acting) -> list[_Row]:
    """What the acting person may recommend now, by its term."""
    found = await at.session.execute(
        select(Dossier, Enrolment, Person, ClosingNote)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .join(ClosingNote, ClosingNote.dossier_id == Dossier.id)
        .where(
            goes_on(),
            Dossier.state == DossierState.NOTED,
            reached_by(at.actor, *RECOMMENDERS),
        )
        .order_by(Dossier.due, Dossier.id)
        .limit(_MOST)
    )
    rows = found.tuples().all()
    turns = await recommenders(at.session, [dossier for dossier, *_ in rows], at.now)
    return [row for row in rows if at.actor.id in turns[row[0].id]]


async def _noted(at: Acting, rows: Sequence[_Row]) -> tuple[Noted, ...]:
    pairs = [(enrolment, person) for _, enrolment, person, _ in rows]
    missing = await missing_of(at.session, at.programme, pairs, at.now) if pairs else {}
    return tuple(
        Noted(
            dossier.id,
            person.full_name or "",
            enrolment.level,
            dossier.state,
            dossier.due,
            bool(note.recommends),
            missing[enrolment.id],
        )
        for dossier, enrolment, person, note in rows
    )
