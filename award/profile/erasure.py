"""The erasure of a person at their own wish (programme.md §4.11).

What remains has no name and leads to nobody: states, days and minutes that the programme's numbers
were made of, and the audit log, which never held more than ids.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Update, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.responsible import tell_mentor
from award.access.scope import mentors
from award.audit import record
from award.errors import Refusal
from award.evidence.comparison import forget_evidence
from award.outbox import NoticeKind
from award.staff.absences import end_with_role
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Agreement,
    CentreApplication,
    CentreApplicationState,
    Dispute,
    DisputeState,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Invitation,
    Mark,
    Media,
    Outbox,
    Person,
    Plan,
    PlanItem,
    Preference,
    Review,
    Role,
    RoleKind,
    Substitution,
    Task,
)


async def may_erase(at: Acting) -> None:
    """Raises Refusal for whom others depend on: the last operator, a mentor with participants."""
    if at.actor.has(RoleKind.OPERATOR):
        others = await at.session.scalar(
            select(func.count(Role.id)).where(
                Role.kind == RoleKind.OPERATOR, Role.person_id != at.actor.id, in_force(at.now)
            )
        )
        if not others:
            raise Refusal("refused-last-operator")
    mentored = await at.session.scalar(
        select(func.count(Enrolment.id)).where(
            Enrolment.mentor_id == at.actor.id,
            Enrolment.person_id != at.actor.id,
            Enrolment.state.in_(OPEN_STATES),
            Enrolment.state != EnrolmentState.DRAFT,
        )
    )
    if mentored:
        raise Refusal("refused-mentor-has-participants", participants=mentored)


async def erase(at: Acting) -> None:
    """Erase everything personal of the acting person and unlink their account, for good.

    Open enrolments are withdrawn from and their mentors told; roles end. Conversation state is
    the bot's to forget. Raises Refusal as `may_erase`.
    """
    await may_erase(at)
    enrolments = await _locked(at)
    for enrolment in enrolments:
        await _close(at.session, enrolment, at.now)
    await _forget_journal(at.session, [enrolment.id for enrolment in enrolments], at.now)
    await _forget_signatures(at)
    await _end_roles_and_links(at, [enrolment.id for enrolment in enrolments])
    await _forget_applications(at)
    await at.session.execute(delete(Outbox).where(Outbox.person_id == at.actor.id))
    await at.session.execute(delete(Preference).where(Preference.person_id == at.actor.id))
    await _forget_person(at)
    await record(at.session, at.actor.id, "person.erased", "person", at.actor.id, at.now)


@dataclass(frozen=True, slots=True)
class Left:
    """What is still known of a participant who erased their data: the level's code, the start."""

    level: str | None
    begun_at: dt.datetime


async def who_left(at: Acting, enrolment_id: int) -> Left | None:
    """A participant of this mentor who is not known here any more; None for anyone else."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    gone = enrolment.state is EnrolmentState.WITHDRAWN and mentors(at.actor, enrolment)
    return Left(enrolment.level, enrolment.begun_at) if gone else None


async def _locked(at: Acting) -> Sequence[Enrolment]:
    """The person's enrolments, after entries and files, in the order in which all lock them.

    Whoever is just writing down what such a file looks like, or where it was seen, ends first: that
    is then there to be forgotten.
    """
    theirs = select(Enrolment.id).where(Enrolment.person_id == at.actor.id)
    entries = select(Entry.id).where(Entry.enrolment_id.in_(theirs))
    await at.session.execute(entries.order_by(Entry.id).with_for_update())
    files = select(Media.id).where(Media.entry_id.in_(entries))
    await at.session.execute(files.order_by(Media.id).with_for_update())
    found = select(Enrolment).where(Enrolment.id.in_(theirs)).order_by(Enrolment.id)
    return (await at.session.scalars(found.with_for_update())).all()


async def _close(session: AsyncSession, enrolment: Enrolment, now: dt.datetime) -> None:
    if enrolment.state in OPEN_STATES:
        if enrolment.state in SIGNED_STATES:
            await tell_mentor(
                session, enrolment, NoticeKind.PARTICIPANT_ERASED, now, enrolment=enrolment.id
            )
        enrolment.state = EnrolmentState.WITHDRAWN
        enrolment.closed_at = now
    enrolment.closing_reason = None
    enrolment.characterisation = None
    enrolment.overrides = {}


async def _forget_journal(
    session: AsyncSession, enrolments: Sequence[int], now: dt.datetime
) -> None:
    """Words, files and messages of all entries, and what was planned, asked and said about them."""
    entries = select(Entry.id).where(Entry.enrolment_id.in_(enrolments))
    plans = select(Plan.id).where(Plan.enrolment_id.in_(enrolments))
    waiting = (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED)
    await forget_evidence(session, entries)
    await session.execute(delete(Media).where(Media.entry_id.in_(entries)))
    for change in (
        _blank(Review, Review.entry_id.in_(entries), comment=None),
        _blank(Entry, Entry.id.in_(entries), **_ENTRY),
        _blank(
            Entry,
            Entry.enrolment_id.in_(enrolments) & Entry.state.in_(waiting),
            state=EntryState.WITHDRAWN,
        ),
        _blank(PlanItem, PlanItem.plan_id.in_(plans), activity=""),
        _blank(Plan, Plan.enrolment_id.in_(enrolments), wish=None),
        _blank(Task, Task.enrolment_id.in_(enrolments), words=""),
        _blank(Excuse, Excuse.enrolment_id.in_(enrolments), **_EXCUSE),
        _blank(
            Excuse,
            Excuse.enrolment_id.in_(enrolments)
            & Excuse.state.in_((ExcuseState.ASKED, ExcuseState.QUESTIONED)),
            state=ExcuseState.WITHDRAWN,
        ),
        *_of_disputes(Dispute.enrolment_id.in_(enrolments), now),
        _blank(Mark, Mark.enrolment_id.in_(enrolments), note=None),
        _blank(Agreement, Agreement.enrolment_id.in_(enrolments), signer_name="", phone=None),
    ):
        await session.execute(change)


def _of_disputes(theirs: ColumnElement[bool], now: dt.datetime) -> tuple[Update, Update]:
    """Those that wait end; of all, no word of either side stays."""
    waiting = theirs & Dispute.state.in_((DisputeState.OPEN, DisputeState.APPEALED))
    return (
        _blank(Dispute, waiting, state=DisputeState.WITHDRAWN, closed_at=now),
        _blank(
            Dispute,
            theirs,
            words="",
            comment=None,
            answer=None,
            appeal_words=None,
            appeal_answer=None,
        ),
    )


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


async def _forget_signatures(at: Acting) -> None:
    """Signatures for others; one that a child still takes part by stays until that ends."""
    open_ones = select(Enrolment.id).where(Enrolment.state.in_(OPEN_STATES))
    given = (Agreement.signer_id == at.actor.id) & Agreement.enrolment_id.not_in(open_ones)
    await at.session.execute(_blank(Agreement, given, signer_name="", phone=None))


async def _end_roles_and_links(at: Acting, enrolments: Sequence[int]) -> None:
    own = or_(Role.person_id == at.actor.id, Role.ward_id == at.actor.id)
    await at.session.execute(_blank(Role, own & in_force(at.now), until=at.now))
    await end_with_role(at.session, at.actor.id, tuple(RoleKind), at.now)
    await at.session.execute(_blank(Substitution, Substitution.absent_id == at.actor.id, note=None))
    await at.session.execute(_blank(Role, Role.reports_to == at.actor.id, reports_to=None))
    entries = select(Entry.id).where(Entry.enrolment_id.in_(enrolments))
    links = or_(
        Invitation.made_by == at.actor.id,
        Invitation.reports_to == at.actor.id,
        Invitation.enrolment_id.in_(enrolments),
        Invitation.entry_id.in_(entries),
    )
    unused = Invitation.used_at.is_(None) & (Invitation.expires_at > at.now)
    await at.session.execute(_blank(Invitation, links & unused, expires_at=at.now))


async def _forget_applications(at: Acting) -> None:
    """How to reach them in applications for an organisation; those under way end."""
    own = CentreApplication.applicant_id == at.actor.id
    under_way = own & CentreApplication.closed_at.is_(None)
    withdrawn = {"state": CentreApplicationState.WITHDRAWN, "closed_at": at.now}
    await at.session.execute(_blank(CentreApplication, under_way, **withdrawn))
    await at.session.execute(_blank(CentreApplication, own, contact="", phone="", email=""))


async def _forget_person(at: Acting) -> None:
    person = await at.session.get_one(Person, at.actor.id)
    for field in (
        "language",
        "full_name",
        "birth_date",
        "region",
        "place",
        "study",
        "about",
        "hobbies",
        "phone",
        "photo_file_id",
        "unreachable_since",
    ):
        setattr(person, field, None)
    # No account has a negative id: whoever comes back from the old one is new here.
    person.telegram_id = -person.id


def _blank(table: type[Any], which: Any, **values: Any) -> Update:
    return update(table).where(which).values(**values)
