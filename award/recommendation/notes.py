"""The mentor's closing note on a complete level, answered piece by piece and sent (§8.7).

It is written by the mentor or who stands in, and where both are barred by those above
(`award/dossiers/turns.py`). A draft is kept; asked back with a question, the note is a draft again.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentors, reached_by
from award.audit import record
from award.dossiers.conflicts import NOTING, barred
from award.dossiers.endings import goes_on, still_goes_on
from award.dossiers.moving import dossier_locked, move
from award.dossiers.turns import NOTE_OWED, recommenders, writers
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.programme.requirements import ChoiceError
from award.progress.asked import asked_of
from award.recommendation.facts import Facts, facts_of
from award.typed import tidied
from storage.locking import locked_one
from storage.tables import (
    Centre,
    ClosingNote,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    NotePart,
    Person,
    RoleKind,
)

STRENGTHS, GROWTH, REASON = "strengths", "growth", "reason"
DIRECTION = "direction:"
LONGEST_PART = 600  # characters: four screens are read within a message
WRITERS = (RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.COORDINATOR, RoleKind.OPERATOR)
_MOST = 300  # looked through for whoever is above mentors, the longest waiting first


@dataclass(frozen=True, slots=True)
class Said:
    """What a part of a note says: words, or a voice message by Telegram's file_id."""

    words: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class OwedNote:
    """A note that the reader owes; `asked`: it was given back with a question."""

    dossier_id: int
    name: str
    level: str | None
    due: dt.date | None
    asked: bool


@dataclass(frozen=True, slots=True)
class NoteForm:
    """A note while it is written: for whom, what it goes by, what it says so far by part.

    `question` is what the centre's head wants to know. `directions`: codes, in order. `facts` where
    they were asked for.
    """

    dossier_id: int
    name: str
    level: str | None
    due: dt.date | None
    question: str | None
    directions: tuple[str, ...]
    parts: dict[str, Said]
    facts: Facts | None = None

    @property
    def unsaid(self) -> tuple[str, ...]:
        """Parts that every note has, and this one not yet."""
        needed = (STRENGTHS, GROWTH, *(f"{DIRECTION}{code}" for code in self.directions))
        return tuple(part for part in needed if part not in self.parts)


async def owed_notes(at: Acting) -> tuple[OwedNote, ...]:
    """The acting person's queue: what was asked back first, then by the term; on the record."""
    at.actor.require(*WRITERS)
    found = await queue_of(at)
    await record(at.session, at.actor.id, "notes.owed_listed", "dossier", None, at.now)
    return found


async def queue_of(at: Acting) -> tuple[OwedNote, ...]:
    """The same for a count of them."""
    of_mentor = await _owed(at, reached_by(at.actor, RoleKind.MENTOR))
    above = [kind for kind in WRITERS[1:] if at.actor.has(kind)]
    others = await _owed(at, reached_by(at.actor, *above)) if above else []
    rows = {row[0].id: row for row in (*of_mentor, *others)}
    turns = await writers(at.session, [dossier for dossier, *_ in rows.values()], at.now)
    owed = [
        OwedNote(
            dossier.id,
            person.full_name or "",
            enrolment.level,
            dossier.due,
            dossier.state is DossierState.RETURNED,
        )
        for dossier, enrolment, person in rows.values()
        if at.actor.id in turns[dossier.id]
    ]
    return tuple(sorted(owed, key=lambda each: (not each.asked, each.due or dt.date.min)))


async def note_form(at: Acting, dossier_id: int, *, facts: bool = False) -> NoteForm:
    """A note to go on with; the look is on record. Raises NotFound for who owes none, TooLate."""
    dossier, enrolment = await _writing(at, dossier_id)
    await record(at.session, at.actor.id, "note.looked_at", "dossier", dossier.id, at.now)
    form = await _form(at, dossier, enrolment)
    if not facts:
        return form
    region = (await at.session.get_one(Person, enrolment.person_id)).region
    return replace(form, facts=await facts_of(at, enrolment, region))


async def _form(at: Acting, dossier: Dossier, enrolment: Enrolment) -> NoteForm:
    person = await at.session.get_one(Person, enrolment.person_id)
    note = await _note(at.session, dossier.id)
    return NoteForm(
        dossier_id=dossier.id,
        name=person.full_name or "",
        level=enrolment.level,
        due=dossier.due,
        question=await _question(at.session, dossier),
        directions=directions_of(at.programme, enrolment),
        parts=await said(at.session, note.id) if note is not None else {},
    )


async def say_part(
    at: Acting, dossier_id: int, part: str, *, words: str | None = None, voice: str | None = None
) -> NoteForm:
    """Keep what the draft says of one thing, typed or spoken, in place of what it said before.

    Raises Refusal for words none or too many, NotFound for a part that the note does not have.
    """
    dossier, enrolment = await _writing(at, dossier_id)
    codes = {f"{DIRECTION}{code}" for code in directions_of(at.programme, enrolment)}
    if part not in {STRENGTHS, GROWTH, REASON, *codes}:
        raise NotFound
    text = None if voice is not None else fit(words)
    note = await _note(at.session, dossier.id)
    if note is None:
        note = ClosingNote(dossier_id=dossier.id, written_by=at.actor.id, begun_at=at.now)
        at.session.add(note)
        await at.session.flush()
    row = await at.session.scalar(
        select(NotePart).where(NotePart.note_id == note.id, NotePart.part == part)
    )
    if row is None:
        row = NotePart(note_id=note.id, part=part)
        at.session.add(row)
    row.words, row.voice_file_id = text, voice
    note.written_by = at.actor.id
    await at.session.flush()
    await record(at.session, at.actor.id, "note.drafted", "dossier", dossier.id, at.now)
    return await _form(at, dossier, enrolment)


async def send_note(at: Acting, dossier_id: int, *, recommends: bool) -> None:
    """The note is done: those who recommend are told, and what it says does not change any more.

    Raises Refusal while a part is unsaid, or a reason where the mentor does not recommend yet.
    """
    dossier, enrolment = await _writing(at, dossier_id)
    note = await _note(at.session, dossier.id)
    parts = await said(at.session, note.id) if note is not None else {}
    needed = {STRENGTHS, GROWTH, *(() if recommends else (REASON,))}
    needed |= {f"{DIRECTION}{code}" for code in directions_of(at.programme, enrolment)}
    if note is None or not needed <= parts.keys():
        raise Refusal("refused-note-unfinished")
    note.recommends, note.sent_at, note.written_by = recommends, at.now, at.actor.id
    await move(at, dossier, DossierState.NOTED)
    for person in (await recommenders(at.session, [dossier], at.now))[dossier.id]:
        tell(at.session, person, NoticeKind.NOTE_WRITTEN, at.now, dossier=dossier.id)


async def said(session: AsyncSession, note_id: int) -> dict[str, Said]:
    """What a note says, by part."""
    rows = await session.scalars(
        select(NotePart).where(NotePart.note_id == note_id).order_by(NotePart.id)
    )
    return {row.part: Said(row.words, row.voice_file_id) for row in rows}


def directions_of(programme: Programme, enrolment: Enrolment) -> tuple[str, ...]:
    """Codes of what the note has a sentence on; none of a level that the programme has no more."""
    try:
        return tuple(each.direction for each in asked_of(programme, enrolment))
    except (ChoiceError, KeyError):
        return ()


def fit(words: str | None) -> str:
    """Own words of a part, or of a reason, tidied; raises Refusal for none or too many."""
    text = tidied(words)
    if not text:
        raise Refusal("refused-note-empty")
    if len(text) > LONGEST_PART:
        raise Refusal("refused-note-long", most=LONGEST_PART, length=len(text))
    return text


async def _owed(
    at: Acting, within: ColumnElement[bool]
) -> Sequence[tuple[Dossier, Enrolment, Person]]:
    asked_first = case((Dossier.state == DossierState.RETURNED, 0), else_=1)
    found = await at.session.execute(
        select(Dossier, Enrolment, Person)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Dossier.state.in_(NOTE_OWED),
            goes_on(),
            within,
        )
        .order_by(asked_first, Dossier.due, Dossier.id)
        .limit(_MOST)
    )
    return found.tuples().all()


async def _writing(at: Acting, dossier_id: int) -> tuple[Dossier, Enrolment]:
    """The dossier whose note is the acting person's to write, locked after its enrolment."""
    at.actor.require(*WRITERS)
    found = await at.session.get(Dossier, dossier_id)
    if found is None:
        raise NotFound
    enrolment = await locked_one(at.session, Enrolment, found.enrolment_id)
    dossier = await dossier_locked(at, dossier_id)
    if not still_goes_on(enrolment):
        raise NotFound
    # Who is away may still write what they owe.
    own = (
        mentors(at.actor, enrolment)
        and at.actor.id not in ((await barred(at.session, [dossier], NOTING))[dossier.id])
    )
    if not own and at.actor.id not in (await writers(at.session, [dossier], at.now))[dossier.id]:
        raise NotFound
    if dossier.state not in NOTE_OWED:
        raise TooLate("refused-dossier-moved")
    return dossier, enrolment


async def _note(session: AsyncSession, dossier_id: int) -> ClosingNote | None:
    found: ClosingNote | None = await session.scalar(
        select(ClosingNote).where(ClosingNote.dossier_id == dossier_id)
    )
    return found


async def _question(session: AsyncSession, dossier: Dossier) -> str | None:
    if dossier.state is not DossierState.RETURNED:
        return None
    found: str | None = await session.scalar(
        select(DossierStep.reason)
        .where(DossierStep.dossier_id == dossier.id, DossierStep.state == DossierState.RETURNED)
        .order_by(DossierStep.id.desc())
        .limit(1)
    )
    return found
