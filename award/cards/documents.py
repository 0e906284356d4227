"""Copies of papers: of staff, given by themselves; of a participant, by them or a representative.

Scans of staff are seen by the person, the centre's head, the coordinator and the operator; a
participant's by the mentor and up, as far as their scope reaches (programme.md §7.11). Each look is
on the record. Whoever gave a document, or whose it is, takes it back.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from award.access.acting import Acting
from award.access.budget import not_enough_today
from award.access.responsible import tell_mentor
from award.access.scope import represents, visible
from award.audit import record
from award.calendar import DAY
from award.calendar.zones import today_in
from award.cards.scope import reads_card, require_staff
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind
from storage.tables import (
    SIGNED_STATES,
    Document,
    DocumentKind,
    Enrolment,
    MediaKind,
    Person,
    RoleKind,
)

MOST = 30  # of one person of the staff, or of one enrolment
A_DAY = 60  # given by one person, taken back or not
OLDEST = 120  # years
FILES = (MediaKind.PHOTO, MediaKind.DOCUMENT)
# What is asked of staff (§4.1 of the source); of participants all.
OF_STAFF = (
    DocumentKind.IDENTITY,
    DocumentKind.DIPLOMA,
    DocumentKind.CERTIFICATE,
    DocumentKind.DISTINCTION,
    DocumentKind.OTHER,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose documents are meant: of one of the staff by their id, or of an enrolment by its."""

    person: int | None = None
    enrolment: int | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is given, as Telegram knows it."""

    file_id: str
    kind: MediaKind


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """One document; `mine`: the reader may take it back; `by`: who gave it, where another did."""

    id: int
    kind: DocumentKind
    issued_on: dt.date | None
    given_at: dt.datetime
    copy: Copy
    mine: bool
    by: str | None


@dataclass(frozen=True, slots=True)
class Documents:
    """Those of one holder, the newest first; `gives`: the reader may add one of these `kinds`."""

    name: str | None
    rows: tuple[DocumentSeen, ...]
    gives: bool
    kinds: tuple[DocumentKind, ...]


async def documents_of(at: Acting, holder: Holder) -> Documents:
    """Someone's documents; a look at another's is on the record. Raises NotFound out of scope."""
    reach = await _reach(at, holder)
    found = await at.session.scalars(
        select(Document).where(_of(reach)).order_by(Document.id.desc())
    )
    rows = tuple([await _seen(at, each) for each in found])
    person = await at.session.get_one(Person, reach.person)
    await _note(at, reach, "documents.listed")
    kinds = OF_STAFF if reach.enrolment is None else tuple(DocumentKind)
    return Documents(person.full_name, rows, reach.gives and len(rows) < MOST, kinds)


async def open_document(at: Acting, document_id: int) -> DocumentSeen:
    """One of them with its file; the look is on the record. Raises NotFound out of scope."""
    document = await at.session.get(Document, document_id)
    if document is None:
        raise NotFound
    reach = await _reach(at, _holder(document))
    await _note(at, reach, "document.seen", document=document.id)
    return await _seen(at, document)


def check_issued(at: Acting, day: dt.date) -> None:
    """Raises Refusal for a day on which no paper of a living person was issued."""
    today = today_in(at.programme, None, at.now)
    if not today.year - OLDEST <= day.year or day > today:
        raise Refusal("refused-document-day")


async def give_document(
    at: Acting, holder: Holder, kind: DocumentKind, issued_on: dt.date | None, copy: Copy
) -> int:
    """Add a document, from its owner or the representative; its id. The mentor is told once a day.

    Raises Refusal for a kind or file that it is not given as, for a day that cannot be, and where
    there are enough.
    """
    reach = await _reach(at, holder)
    if not reach.gives:
        raise NotFound
    if copy.kind not in FILES or (reach.enrolment is None and kind not in OF_STAFF):
        raise Refusal("mistake-document-file")
    if issued_on is not None:
        check_issued(at, issued_on)
    count = select(func.count(Document.id)).where(_of(reach))
    if (await at.session.scalar(count) or 0) >= MOST:
        raise Refusal("refused-documents-many", most=MOST)
    await not_enough_today(at, "document.given", A_DAY)
    lately = await at.session.scalar(count.where(Document.given_at > at.now - DAY))
    document = Document(
        person_id=reach.person,
        enrolment_id=reach.enrolment,
        kind=kind,
        issued_on=issued_on,
        file_id=copy.file_id,
        file_kind=copy.kind,
        given_by=at.actor.id,
        given_at=at.now,
    )
    at.session.add(document)
    await at.session.flush()
    await _note(at, reach, "document.given", own=True, document=document.id)
    if reach.enrolment is not None and not lately:
        enrolment = await at.session.get_one(Enrolment, reach.enrolment)
        await tell_mentor(
            at.session, enrolment, NoticeKind.DOCUMENT_GIVEN, at.now, enrolment=enrolment.id
        )
    return document.id


async def withdraw_document(at: Acting, document_id: int) -> None:
    """Take a document back: nobody sees it any more. Raises NotFound for who neither gave it nor
    is its owner."""
    document = await at.session.get(Document, document_id)
    if document is None or not _mine(at, document):
        raise NotFound
    reach = await _reach(at, _holder(document))
    await at.session.delete(document)
    await _note(at, reach, "document.withdrawn", own=True, document=document_id)


async def documents_told(at: Acting, enrolment_id: int) -> str | None:
    """The name of a participant of whom documents came; None where they were taken back."""
    enrolment = await visible(at, enrolment_id)
    known = select(Document.id).where(Document.enrolment_id == enrolment_id).limit(1)
    if await at.session.scalar(known) is None:
        return None
    return (await at.session.get_one(Person, enrolment.person_id)).full_name


# --- inside


@dataclass(frozen=True, slots=True)
class _Reach:
    """Whose documents the person reads, and whether they give some."""

    person: int
    enrolment: int | None
    gives: bool


async def _reach(at: Acting, holder: Holder) -> _Reach:
    if holder.enrolment is not None:
        enrolment = await visible(at, holder.enrolment)
        gives = _is_kept(enrolment) and await _gives(at, enrolment)
        return _Reach(enrolment.person_id, enrolment.id, gives)
    person = holder.person if holder.person is not None else at.actor.id
    if person == at.actor.id:
        require_staff(at.actor)
    elif not await reads_card(at, person, documents=True):
        raise NotFound
    return _Reach(person, None, person == at.actor.id)


def _is_kept(enrolment: Enrolment) -> bool:
    """Signed by all, and its words are kept: what is given goes with them."""
    return enrolment.state in SIGNED_STATES and enrolment.journal_erased_at is None


async def _gives(at: Acting, enrolment: Enrolment) -> bool:
    if enrolment.person_id == at.actor.id:
        return True
    for_minor = any(
        role.kind is RoleKind.REPRESENTATIVE
        and role.ward_id == enrolment.person_id
        and not role.shared
        for role in at.actor.roles
    )
    return for_minor and await represents(at, enrolment)


def _holder(document: Document) -> Holder:
    if document.enrolment_id is not None:
        return Holder(enrolment=document.enrolment_id)
    return Holder(person=document.person_id)


def _of(reach: _Reach) -> ColumnElement[bool]:
    if reach.enrolment is not None:
        return Document.enrolment_id == reach.enrolment
    return (Document.person_id == reach.person) & Document.enrolment_id.is_(None)


def _mine(at: Acting, document: Document) -> bool:
    return at.actor.id in (document.given_by, document.person_id)


async def _seen(at: Acting, document: Document) -> DocumentSeen:
    giver = document.given_by
    by = await at.session.get_one(Person, giver) if giver != document.person_id else None
    return DocumentSeen(
        document.id,
        document.kind,
        document.issued_on,
        document.given_at,
        Copy(document.file_id, document.file_kind),
        _mine(at, document),
        by.full_name if by is not None and giver != at.actor.id else None,
    )


async def _note(
    at: Acting, reach: _Reach, action: str, *, own: bool = False, **details: int
) -> None:
    """On the record: what is done, and looks at others' documents."""
    if not own and reach.person == at.actor.id:
        return
    subject = "person" if reach.enrolment is None else "enrolment"
    number = reach.person if reach.enrolment is None else reach.enrolment
    await record(at.session, at.actor.id, action, subject, number, at.now, **details)
