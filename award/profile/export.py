"""What is held about a person: a copy of it for them, and its erasure (programme.md §4.11)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import done_lately
from award.audit import record
from award.dossiers.way import DECIDED_STATES
from award.errors import Refusal
from storage.tables import (
    Agreement,
    Appeal,
    Audit,
    Ballot,
    BirthDate,
    Broadcast,
    Candidacy,
    CentreApplication,
    Ceremony,
    CeremonyGuest,
    Certificate,
    CertificatePaper,
    ClosingNote,
    CommissionMember,
    Dispute,
    Document,
    Dossier,
    DossierStep,
    Enrolment,
    Entry,
    Excuse,
    Finding,
    FirstContact,
    HouseholdMember,
    InterviewTime,
    Invitation,
    Mark,
    Media,
    NotePart,
    Observation,
    OlzhaOwner,
    OlzhaRow,
    Outbox,
    Person,
    Plan,
    PlanItem,
    Points,
    PortfolioOrder,
    PortfolioPhoto,
    Preference,
    PublicName,
    Rating,
    Review,
    Role,
    SignerKind,
    StaffCard,
    Substitution,
    Table,
    Task,
    Transfer,
)

# Words and things of other people; who they are is left out, too: see `row`.
_OTHERS = frozenset({"employer_signer", "token_hash", "other_entry_id", "other_media_id"})
Data = dict[str, Any]
_COPIED = "person.copied"


@dataclass(frozen=True)
class CopyAsked:
    """About whom a copy was asked for, of which of their enrolments, and whether by themself."""

    person_id: int
    which: ColumnElement[bool]
    own: bool


async def ask_for_copy(at: Acting) -> CopyAsked:
    """Ask for a copy about oneself; raises Refusal for a second one within COSTLY_EVERY."""
    return await noted_copy(at, at.actor.id, Enrolment.person_id == at.actor.id)


async def noted_copy(at: Acting, person_id: int, which: ColumnElement[bool]) -> CopyAsked:
    """A copy about somebody is on the record; raises Refusal where one is from a moment ago."""
    if await done_lately(at, _COPIED, "person", person_id):
        raise Refusal("refused-copied-lately")
    await record(at.session, at.actor.id, _COPIED, "person", person_id, at.now)
    return CopyAsked(person_id, which, own=at.actor.id == person_id)


async def held_about(session: AsyncSession, asked: CopyAsked) -> Data:
    """Everything held about a person, ready for JSON; of others the mentor's name only.

    Keys: person, birth_dates, olzha, wishes, public_names, household, staff_card,
    staff_documents, roles, enrolments (each with agreements, first_contact, plans, entries, tasks,
    excuses, marks, ratings, disputes, transfers, dossiers, observations (of staff, in one's own
    copy alone), certificates, olzha, portfolio_photos, documents), absences (as staff),
    seats (in commissions), signatures (given for others), links, broadcasts,
    centre_applications, portfolios (asked for), messages, log. It may take seconds.
    """
    person_id, which = asked.person_id, asked.which
    person = await session.get_one(Person, person_id)
    enrolments = await _all(session, Enrolment, Enrolment.person_id == person_id, which)
    ids = [enrolment.id for enrolment in enrolments]
    entries = await _all(session, Entry, Entry.enrolment_id.in_(ids))
    belongings = await _belongings(session, ids, entries)
    if asked.own:  # a child's safety may be what they are about: not for the family
        belongings["observations"] = await _simple(session, Observation, ids)
    own = select(Enrolment.id).where(Enrolment.person_id == person_id)
    others = Agreement.enrolment_id.not_in(own)
    log = await _log(session, person_id, ids, [entry.id for entry in entries])
    rows: dict[str, tuple[type[Table], ColumnElement[bool]]] = {
        "birth_dates": (BirthDate, BirthDate.person_id == person_id),
        "olzha": (OlzhaOwner, OlzhaOwner.person_id == person_id),
        "wishes": (Preference, Preference.person_id == person_id),
        "public_names": (PublicName, PublicName.person_id == person_id),
        "household": (HouseholdMember, HouseholdMember.person_id == person_id),
        "staff_card": (StaffCard, StaffCard.person_id == person_id),
        "staff_documents": (
            Document,
            (Document.person_id == person_id) & Document.enrolment_id.is_(None),
        ),
        "roles": (Role, Role.person_id == person_id),
        "absences": (Substitution, Substitution.absent_id == person_id),
        "seats": (CommissionMember, CommissionMember.person_id == person_id),
        "signatures": (Agreement, (Agreement.signer_id == person_id) & others),
        "links": (Invitation, Invitation.made_by == person_id),
        "broadcasts": (Broadcast, Broadcast.made_by == person_id),
        "centre_applications": (CentreApplication, CentreApplication.applicant_id == person_id),
        "portfolios": (PortfolioOrder, PortfolioOrder.person_id == person_id),
        "messages": (Outbox, Outbox.person_id == person_id),
    }
    return {
        "person": row(person),
        "enrolments": [
            row(enrolment)
            | {"mentor": await _mentor(session, enrolment)}
            | {name: theirs[enrolment.id] for name, theirs in belongings.items()}
            for enrolment in enrolments
        ],
        **{
            name: [row(each) for each in await _all(session, table, condition)]
            for name, (table, condition) in rows.items()
        },
        "log": [row(line) | {"by_me": line.actor_id == person_id} for line in log],
    }


def row(thing: Table, *left_out: str) -> Data:
    """A row as plain data: days and moments in ISO 8601, bytes in hex; nobody's id, since whoever
    is named in it is the reader, or somebody else."""
    columns = inspect(type(thing)).columns
    return {
        column.key: _plain(getattr(thing, column.key))
        for column in columns
        if column.key not in _OTHERS and column.key not in left_out and not _names(column)
    }


def _names(column: ColumnElement[Any]) -> bool:
    return any(key.column.table is Person.__table__ for key in column.foreign_keys)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return value.value if isinstance(value, Enum) else value


async def _all(session: AsyncSession, table: type[Any], *conditions: Any) -> Sequence[Any]:
    query = select(table).where(*conditions).order_by(*inspect(table).primary_key)
    return (await session.scalars(query)).all()


async def _belongings(
    session: AsyncSession, ids: Sequence[int], entries: Sequence[Entry]
) -> dict[str, dict[int, list[Data]]]:
    """What belongs to each enrolment, by its name and the enrolment's id."""
    agreements = await _all(session, Agreement, Agreement.enrolment_id.in_(ids))
    return {
        "agreements": _by_enrolment(
            (signed.enrolment_id, _agreement(signed)) for signed in agreements
        ),
        "first_contact": await _simple(session, FirstContact, ids),
        "plans": await _plans(session, ids),
        "entries": await _entries(session, entries),
        "tasks": await _simple(session, Task, ids),
        "excuses": await _simple(session, Excuse, ids),
        "marks": await _simple(session, Mark, ids),
        "ratings": await _simple(session, Rating, ids),
        "disputes": await _simple(session, Dispute, ids),
        "transfers": await _simple(session, Transfer, ids),
        "dossiers": await _dossiers(session, ids),
        "certificates": await _certificates(session, ids),
        "olzha": await _simple(session, OlzhaRow, ids),
        "portfolio_photos": await _simple(session, PortfolioPhoto, ids),
        "documents": await _simple(session, Document, ids),
    }


async def _certificates(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Data]]:
    """Each with its PDF, but without what opens it to others."""
    found = await _all(session, Certificate, Certificate.enrolment_id.in_(ids))
    which = CertificatePaper.certificate_id.in_([each.id for each in found])
    papers = {each.certificate_id: each for each in await _all(session, CertificatePaper, which)}
    return _by_enrolment(
        (each.enrolment_id, row(each, "token") | {"paper": _paper(papers.get(each.id))})
        for each in found
    )


def _paper(kept: CertificatePaper | None) -> Data | None:
    return row(kept) if kept is not None else None


def _agreement(signed: Agreement) -> Data:
    if signed.kind is SignerKind.PARTICIPANT:
        return row(signed)
    return row(signed, "signer_name", "phone")


async def _simple(
    session: AsyncSession, table: type[Any], ids: Sequence[int]
) -> dict[int, list[Data]]:
    found = await _all(session, table, table.enrolment_id.in_(ids))
    return _by_enrolment((thing.enrolment_id, row(thing)) for thing in found)


async def _plans(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Data]]:
    plans = await _all(session, Plan, Plan.enrolment_id.in_(ids))
    items: dict[int, list[Data]] = defaultdict(list)
    for item in await _all(session, PlanItem, PlanItem.plan_id.in_([plan.id for plan in plans])):
        items[item.plan_id].append(row(item))
    return _by_enrolment(
        (plan.enrolment_id, row(plan) | {"directions": items[plan.id]}) for plan in plans
    )


async def _dossiers(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Data]]:
    """Each with its steps, the appeal, and commissions' decisions with the marks behind them."""
    dossiers = await _all(session, Dossier, Dossier.enrolment_id.in_(ids))
    numbers = [dossier.id for dossier in dossiers]
    parts: dict[int, dict[str, list[Data]]] = {
        number: {"steps": [], "appeals": [], "decisions": [], "interviews": [], "ceremonies": []}
        for number in numbers
    }
    for step in await _all(session, DossierStep, DossierStep.dossier_id.in_(numbers)):
        parts[step.dossier_id]["steps"].append(row(step))
    for appeal in await _all(session, Appeal, Appeal.dossier_id.in_(numbers)):
        parts[appeal.dossier_id]["appeals"].append(row(appeal))
    for guest in await _all(session, CeremonyGuest, CeremonyGuest.dossier_id.in_(numbers)):
        ceremony = await session.get_one(Ceremony, guest.ceremony_id)
        parts[guest.dossier_id]["ceremonies"].append(row(guest) | {"ceremony": row(ceremony)})
    decided = Candidacy.dossier_id.in_(numbers) & Candidacy.outcome.is_not(None)
    candidacies = await _all(session, Candidacy, decided)
    marks: dict[int, list[Data]] = defaultdict(list)
    of_these = Points.candidacy_id.in_([each.id for each in candidacies])
    for mark in await _all(session, Points, of_these):
        marks[mark.candidacy_id].append(row(mark))
    said: dict[int, list[str]] = defaultdict(list)
    decided_on = Ballot.candidacy_id.in_([each.id for each in candidacies])
    for ballot in await _all(session, Ballot, decided_on, Ballot.words.is_not(None)):
        said[ballot.candidacy_id].append(ballot.words)  # by whom is theirs
    before = await _all(session, Candidacy, Candidacy.dossier_id.in_(numbers))
    dossier_of = {each.id: each.dossier_id for each in before}
    met = InterviewTime.candidacy_id.in_(dossier_of)
    for time in await _all(session, InterviewTime, met):
        parts[dossier_of[time.candidacy_id]]["interviews"].append(row(time))
    for each in candidacies:
        told = {"marks": marks[each.id], "said": said[each.id]}
        parts[each.dossier_id]["decisions"].append(row(each) | told)
    open_ = [dossier.id for dossier in dossiers if dossier.state in DECIDED_STATES]
    notes = await _notes(session, open_)
    return _by_enrolment(
        (dossier.enrolment_id, row(dossier) | parts[dossier.id] | notes[dossier.id])
        for dossier in dossiers
    )


async def _notes(session: AsyncSession, dossiers: Sequence[int]) -> dict[int, Data]:
    """By dossier, the closing note: of those decided, which the participant reads by then."""
    notes: dict[int, Data] = defaultdict(dict)
    sent = await _all(
        session, ClosingNote, ClosingNote.dossier_id.in_(dossiers), ClosingNote.sent_at.is_not(None)
    )
    parts: dict[int, list[Data]] = defaultdict(list)
    for part in await _all(session, NotePart, NotePart.note_id.in_([note.id for note in sent])):
        parts[part.note_id].append(row(part))
    for note in sent:
        notes[note.dossier_id] = {"note": row(note) | {"parts": parts[note.id]}}
    return notes


async def _entries(session: AsyncSession, entries: Sequence[Entry]) -> dict[int, list[Data]]:
    ids = [entry.id for entry in entries]
    files: dict[int, list[Data]] = defaultdict(list)
    for file in await _all(session, Media, Media.entry_id.in_(ids)):
        files[file.entry_id].append(row(file))
    findings: dict[int, list[Data]] = defaultdict(list)
    for finding in await _all(session, Finding, Finding.entry_id.in_(ids)):
        findings[finding.entry_id].append(row(finding, "details"))  # the other's picture is theirs
    reviews = {
        review.entry_id: row(review)
        for review in await _all(session, Review, Review.entry_id.in_(ids))
    }
    return _by_enrolment(
        (
            entry.enrolment_id,
            row(entry)
            | {
                "media": files[entry.id],
                "review": reviews.get(entry.id),
                "findings": findings[entry.id],
            },
        )
        for entry in entries
    )


def _by_enrolment(rows: Iterable[tuple[int, Data]]) -> dict[int, list[Data]]:
    found: dict[int, list[Data]] = defaultdict(list)
    for enrolment_id, data in rows:
        found[enrolment_id].append(data)
    return found


async def _mentor(session: AsyncSession, enrolment: Enrolment) -> str | None:
    mentor = await session.get(Person, enrolment.mentor_id) if enrolment.mentor_id else None
    return mentor.full_name if mentor else None


async def _log(
    session: AsyncSession, person_id: int, enrolments: Sequence[int], entries: Sequence[int]
) -> Sequence[Audit]:
    """What the person did, and what was done with theirs."""
    findings = select(Finding.id).where(Finding.entry_id.in_(entries))
    about = or_(
        Audit.actor_id == person_id,
        (Audit.subject == "person") & (Audit.subject_id == person_id),
        (Audit.subject == "enrolment") & Audit.subject_id.in_(enrolments),
        (Audit.subject == "entry") & Audit.subject_id.in_(entries),
        (Audit.subject == "finding") & Audit.subject_id.in_(findings),
    )
    return await _all(session, Audit, about)
