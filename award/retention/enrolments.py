"""What is personal of somebody's way through a level, erased (programme.md §4.11).

What remains has no words and no names: states, days and minutes that the programme's numbers were
made of, and the audit log, which never held more than ids. All that erase go this way: the person,
a representative, the night when a term is over, the start after a back-up was restored.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.responsible import tell_mentor
from award.dossiers.endings import candidacies_ended
from award.evidence.comparison import forget_evidence
from award.outbox import NoticeKind
from storage.tables import (
    OPEN_STATES,
    OPEN_TRANSFERS,
    SIGNED_STATES,
    Agreement,
    Appeal,
    Ballot,
    Candidacy,
    Certificate,
    CertificatePaper,
    ClosingNote,
    Dispute,
    DisputeState,
    Document,
    Dossier,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    FirstContact,
    Invitation,
    Mark,
    Media,
    NotePart,
    Observation,
    OlzhaRow,
    Plan,
    PlanItem,
    PortfolioOrder,
    PortfolioPhoto,
    PublicName,
    Rating,
    Review,
    Task,
    Transfer,
    TransferState,
)

AT_ONCE = 50  # enrolments in one transaction

_ENTRY: dict[str, Any] = {
    "note": "",
    "action": None,
    "result": None,
    "late_reason": None,
    "employer": None,
    "employer_signer": None,
    "media_group_id": None,
    "message_id": None,
}
_EXCUSE: dict[str, Any] = {
    "note": None,
    "document_file_id": None,
    "document_kind": None,
    "question": None,
    "answer": None,
}
_DISPUTE: dict[str, Any] = {
    "words": "",
    "comment": None,
    "answer": None,
    "appeal_words": None,
    "appeal_answer": None,
}


async def locked_with_journals(session: AsyncSession, which: Select[int]) -> Sequence[Enrolment]:
    """Enrolments (a query of their ids), after entries and files, in the order in which all lock.

    Whoever is just writing down what such a file looks like, or where it was seen, ends first: that
    is then there to be forgotten.
    """
    entries = select(Entry.id).where(Entry.enrolment_id.in_(which))
    await session.execute(entries.order_by(Entry.id).with_for_update())
    files = select(Media.id).where(Media.entry_id.in_(entries))
    await session.execute(files.order_by(Media.id).with_for_update())
    return await locked_alone(session, which)


async def locked_alone(session: AsyncSession, which: Select[int]) -> Sequence[Enrolment]:
    """Enrolments (a query of their ids), while nothing of their journals changes yet."""
    found = select(Enrolment).where(Enrolment.id.in_(which)).order_by(Enrolment.id)
    locking = found.with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(locking)).all()


async def forget_enrolments(
    session: AsyncSession, enrolments: Sequence[Enrolment], now: dt.datetime
) -> None:
    """Erase what is personal of these enrolments, which the caller has locked, but for journals.

    Open ones are withdrawn from, and their mentors told that somebody left. From here on nobody
    sees them; what is in their journals goes by `forget_journals`, in a transaction of its own or
    in this one: until then it is owed (`erased_with_words`).
    """
    if not enrolments:
        return
    for enrolment in enrolments:
        if enrolment.state in OPEN_STATES:
            await _close(session, enrolment, now)
        enrolment.closing_reason = enrolment.characterisation = None
        enrolment.overrides = {}
        enrolment.erased_at = enrolment.erased_at or now
    ids = [enrolment.id for enrolment in enrolments]
    await session.flush()
    await session.execute(delete(OlzhaRow).where(OlzhaRow.enrolment_id.in_(ids)))
    signed = Agreement.enrolment_id.in_(ids)
    await session.execute(_blank(Agreement, signed, signer_name="", phone=None))
    await _forget_certificates(session, ids)
    await _void_links(session, ids, now)
    await session.execute(delete(Rating).where(Rating.enrolment_id.in_(ids)))
    people = [enrolment.person_id for enrolment in enrolments]
    await session.execute(delete(PublicName).where(PublicName.person_id.in_(people)))


async def _forget_certificates(session: AsyncSession, enrolments: Sequence[int]) -> None:
    """Number, level, year and hash stay; of whom they are, and what was printed, goes."""
    theirs = Certificate.enrolment_id.in_(enrolments)
    papers = select(Certificate.id).where(theirs)
    await session.execute(
        delete(CertificatePaper).where(CertificatePaper.certificate_id.in_(papers))
    )
    gone = {"name": "", "token": None, "reason": None, "named_since": None}
    await session.execute(_blank(Certificate, theirs, **gone))


async def _close(session: AsyncSession, enrolment: Enrolment, now: dt.datetime) -> None:
    if enrolment.state in SIGNED_STATES:
        await tell_mentor(
            session, enrolment, NoticeKind.PARTICIPANT_ERASED, now, enrolment=enrolment.id
        )
    enrolment.state = EnrolmentState.WITHDRAWN
    enrolment.resumes_as = None
    enrolment.closed_at = now


async def forget_journals_of(
    session: AsyncSession, which: ColumnElement[bool], now: dt.datetime
) -> int:
    """Forget what is in the journals of some enrolments, `AT_ONCE` at most; of how many."""
    some = select(Enrolment.id).where(which).order_by(Enrolment.id).limit(AT_ONCE)
    ids = (await session.scalars(some)).all()
    if not ids:
        return 0
    found = await locked_with_journals(
        session, select(Enrolment.id).where(Enrolment.id.in_(ids), which)
    )
    await forget_journals(session, [enrolment.id for enrolment in found], now)
    return len(found)


def erased_with_words() -> ColumnElement[bool]:
    """The condition that an enrolment is erased, and what is in its journal not yet."""
    return Enrolment.erased_at.is_not(None) & Enrolment.journal_erased_at.is_(None)


async def forget_journals(
    session: AsyncSession, enrolments: Sequence[int], now: dt.datetime
) -> None:
    """Words, files and messages of all entries, and what was planned, asked and said about them."""
    entries = select(Entry.id).where(Entry.enrolment_id.in_(enrolments))
    plans = select(Plan.id).where(Plan.enrolment_id.in_(enrolments))
    dossiers = select(Dossier.id).where(Dossier.enrolment_id.in_(enrolments))
    await forget_evidence(session, entries)
    await session.execute(delete(Media).where(Media.entry_id.in_(entries)))
    for table in (FirstContact, PortfolioPhoto, PortfolioOrder, Observation, Document):
        await session.execute(delete(table).where(table.enrolment_id.in_(enrolments)))
    notes = select(ClosingNote.id).where(ClosingNote.dossier_id.in_(dossiers))
    await session.execute(delete(NotePart).where(NotePart.note_id.in_(notes)))
    for change in (
        _blank(Review, Review.entry_id.in_(entries), comment=None),
        _blank(Entry, Entry.enrolment_id.in_(enrolments), **_ENTRY, state=_ended(Entry)),
        _blank(PlanItem, PlanItem.plan_id.in_(plans), activity=""),
        _blank(Plan, Plan.enrolment_id.in_(enrolments), wish=None),
        _blank(Task, Task.enrolment_id.in_(enrolments), words=""),
        _blank(Excuse, Excuse.enrolment_id.in_(enrolments), **_EXCUSE, state=_ended(Excuse)),
        _blank(
            Dispute,
            Dispute.enrolment_id.in_(enrolments),
            **_DISPUTE,
            state=_ended(Dispute),
            closed_at=case((_waits(Dispute), now), else_=Dispute.closed_at),
        ),
        _blank(
            Transfer,
            Transfer.enrolment_id.in_(enrolments),
            words="",
            state=_ended(Transfer),
            closed_at=case((_waits(Transfer), now), else_=Transfer.closed_at),
        ),
        _blank(Mark, Mark.enrolment_id.in_(enrolments), note=None),
        _blank(DossierStep, DossierStep.dossier_id.in_(dossiers), reason=None),
        *_of_candidates(dossiers, now),
        _blank(Enrolment, Enrolment.id.in_(enrolments), journal_erased_at=now),
    ):
        await session.execute(change)
        await asyncio.sleep(0)  # of a full journal each takes its time: others have their turn


# Of what waits for somebody's word: in which states it does, and as what it ends.
_WAITING: dict[type[Any], tuple[tuple[Any, ...], Any]] = {
    Entry: (
        (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED),
        EntryState.WITHDRAWN,
    ),
    Excuse: ((ExcuseState.ASKED, ExcuseState.QUESTIONED), ExcuseState.WITHDRAWN),
    Dispute: ((DisputeState.OPEN, DisputeState.APPEALED), DisputeState.WITHDRAWN),
    Transfer: (OPEN_TRANSFERS, TransferState.WITHDRAWN),
}


def _waits(table: type[Any]) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = table.state.in_(_WAITING[table][0])
    return condition


def _ended(table: type[Any]) -> ColumnElement[Any]:
    """The state of a row, but of one that waits that it ended: nobody waits for it any more."""
    return case((_waits(table), _WAITING[table][1]), else_=table.state)


def _of_candidates(dossiers: Select[int], now: dt.datetime) -> tuple[Update, ...]:
    """Whom a commission has before it is no candidate any more; votes and marks stay as numbers."""
    theirs = Candidacy.dossier_id.in_(dossiers)
    return (
        _blank(Candidacy, theirs, words=None),
        _blank(Ballot, Ballot.candidacy_id.in_(select(Candidacy.id).where(theirs)), words=None),
        _blank(Appeal, Appeal.dossier_id.in_(dossiers), words=""),
        *candidacies_ended(dossiers, now),
    )


async def _void_links(session: AsyncSession, enrolments: Sequence[int], now: dt.datetime) -> None:
    """Links for a representative or an employer that nobody used open nothing any more."""
    entries = select(Entry.id).where(Entry.enrolment_id.in_(enrolments))
    theirs = or_(Invitation.enrolment_id.in_(enrolments), Invitation.entry_id.in_(entries))
    unused = Invitation.used_at.is_(None) & (Invitation.expires_at > now)
    await session.execute(_blank(Invitation, theirs & unused, expires_at=now))


def _blank(table: type[Any], which: Any, **values: Any) -> Update:
    return update(table).where(which).values(**values)
