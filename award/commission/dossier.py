"""A candidate's dossier, as a member of the commission reads it; every look is on record (§8.6)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.audit import record
from award.calendar.zones import today_in
from award.commission.deciding import Votes, votes_on
from award.commission.marks import Marks, ballots_of, bench_of, marks_of
from award.commission.scope import Candidate, own_candidate
from award.errors import NotFound, Refusal
from award.journal.reading import JournalPage, files_of, page_of_journal
from award.portfolio.orders import order
from award.programme.eligibility import age_on
from award.progress.current import Situation, progress_on
from award.progress.rules import Progress
from award.recommendation.notes import Said, said
from storage.tables import (
    Appeal,
    Candidacy,
    Centre,
    ClosingNote,
    Dossier,
    DossierState,
    DossierStep,
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Mark,
    MarkKind,
    Media,
    Person,
)


@dataclass(frozen=True, slots=True)
class DossierSeen:
    """What a member decides by. `reused`: entries confirmed to have been sent before.

    `norms`: of the directions whose norm is met. `recommended`: by whom, and on which day.
    `appeal`: the participant's words, if it is one.
    `sits`: the commission does now; `here`: the member is there.
    """

    candidate: Candidate
    name: str
    age: int | None
    region: str | None
    centre: str | None
    level: str
    progress: Progress
    norms: tuple[str, ...]
    entries: int
    reused: int
    characterisation: str | None
    recommended: tuple[str, dt.date] | None
    appeal: str | None
    sits: bool
    here: bool
    marks: Marks
    votes: Votes


@dataclass(frozen=True, slots=True)
class NoteSeen:
    """The mentor's closing note by part; `recommends`: the award, not only later."""

    parts: dict[str, Said]
    recommends: bool


async def dossier_seen(at: Acting, candidacy_id: int) -> DossierSeen:
    """A candidate for a member in no conflict; raises as `own_candidate`."""
    candidate = await own_candidate(at, candidacy_id)
    enrolment = candidate.enrolment
    person = await at.session.get_one(Person, enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    await _note(at, "candidate.seen", candidacy_id)
    who = await bench_of(at, candidate)
    ballots = await ballots_of(at.session, candidacy_id)
    centre = await at.session.get(Centre, enrolment.centre_id) if enrolment.centre_id else None
    norms = await at.session.scalars(
        select(Mark.direction).where(Mark.enrolment_id == enrolment.id, Mark.kind == MarkKind.NORM)
    )
    entries, reused = (
        await at.session.execute(
            select(func.count(Entry.id.distinct()), func.count(Finding.entry_id.distinct()))
            .outerjoin(
                Finding,
                (Finding.entry_id == Entry.id) & (Finding.verdict == FindingVerdict.REUSED),
            )
            .where(Entry.enrolment_id == enrolment.id, Entry.state != EntryState.DRAFT)
        )
    ).one()
    return DossierSeen(
        candidate=candidate,
        name=person.full_name or "",
        age=age_on(person.birth_date, today) if person.birth_date else None,
        region=person.region,
        centre=centre.name if centre is not None else None,
        level=enrolment.level or "",
        progress=await progress_on(at.session, at.programme, enrolment, today),
        norms=tuple(norms),
        entries=entries,
        reused=reused,
        characterisation=enrolment.characterisation,
        recommended=await _recommended(at, candidate.dossier.id, person.region),
        appeal=await _appeal(at, candidate),
        sits=who.sits,
        here=at.actor.id in who.present,
        marks=await marks_of(at, candidate, who, ballots),
        votes=votes_on(at, who, ballots),
    )


async def _recommended(
    at: Acting, dossier_id: int, region: str | None
) -> tuple[str, dt.date] | None:
    """Whose word followed the mentor's note; what an operator took back from a commission later is
    none of theirs."""
    noted = select(func.max(DossierStep.id)).where(
        DossierStep.dossier_id == dossier_id, DossierStep.state == DossierState.NOTED
    )
    found = await at.session.execute(
        select(Person.full_name, DossierStep.at)
        .outerjoin(Person, Person.id == DossierStep.by)
        .where(
            DossierStep.dossier_id == dossier_id,
            DossierStep.state == DossierState.RECOMMENDED,
            DossierStep.id > noted.scalar_subquery(),
        )
        .order_by(DossierStep.id)
        .limit(1)
    )
    row = found.tuples().first()
    return None if row is None else (row[0] or "", today_in(at.programme, region, row[1]))


async def _appeal(at: Acting, candidate: Candidate) -> str | None:
    if not candidate.candidacy.appeal:
        return None
    words: str | None = await at.session.scalar(
        select(Appeal.words).where(Appeal.dossier_id == candidate.dossier.id)
    )
    return words


async def note_seen(at: Acting, candidacy_id: int) -> NoteSeen | None:
    """The mentor's closing note; None where there is none."""
    candidate = await own_candidate(at, candidacy_id)
    await _note(at, "candidate.note_seen", candidacy_id)
    note = await at.session.scalar(
        select(ClosingNote).where(
            ClosingNote.dossier_id == candidate.dossier.id, ClosingNote.sent_at.is_not(None)
        )
    )
    if note is None:
        return None
    return NoteSeen(await said(at.session, note.id), bool(note.recommends))


async def ask_portfolio(at: Acting, candidacy_id: int) -> None:
    """Ask for the candidate's portfolio; raises as `award/portfolio/orders.py` does."""
    candidate = await own_candidate(at, candidacy_id)
    await order(at, candidate.enrolment)


async def is_before(at: Acting, enrolment_id: int) -> bool:
    """Whether it is the level of a candidate whom the person may see as a member."""
    found = await at.session.scalars(
        select(Candidacy.id)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .where(Dossier.enrolment_id == enrolment_id, Candidacy.ended_at.is_(None))
    )
    for number in found:
        try:
            await own_candidate(at, number)
        except Refusal:
            continue
        return True
    return False


async def progress_seen(at: Acting, candidacy_id: int) -> Situation:
    """How the candidate stands, for the picture."""
    candidate = await own_candidate(at, candidacy_id)
    person = await at.session.get_one(Person, candidate.enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    await _note(at, "candidate.progress_seen", candidacy_id)
    shown = await progress_on(at.session, at.programme, candidate.enrolment, today)
    return Situation(candidate.enrolment, person.full_name or "", today, shown)


async def journal_seen(at: Acting, candidacy_id: int, page: int) -> JournalPage:
    """A page of what the candidate did and the mentor approved, to be read."""
    candidate = await own_candidate(at, candidacy_id)
    await _note(at, "candidate.journal_seen", candidacy_id)
    return await page_of_journal(at.session, candidate.enrolment.id, (EntryState.APPROVED,), page)


async def files_seen(
    at: Acting, candidacy_id: int, entry_id: int
) -> tuple[Entry, tuple[Media, ...]]:
    """One approved entry of the candidate's with its files."""
    candidate = await own_candidate(at, candidacy_id)
    entry = await at.session.get(Entry, entry_id)
    if (
        entry is None
        or entry.enrolment_id != candidate.enrolment.id
        or entry.state is not EntryState.APPROVED
    ):
        raise NotFound
    await _note(at, "candidate.files_seen", candidacy_id)
    return entry, await files_of(at.session, entry)


async def _note(at: Acting, action: str, candidacy_id: int) -> None:
    await record(at.session, at.actor.id, action, "candidacy", candidacy_id, at.now)
