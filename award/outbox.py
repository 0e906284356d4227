"""Messages owed to people: rows of the outbox, written with the change that causes them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.inserting import insert_into
from storage.tables import Outbox, Urgency

WOKEN = "outbox_written"
UNREACHABLE = "unreachable"


class NoticeKind(StrEnum):
    """What a notice tells of; handlers word each one. The values are kept in `Outbox.kind`."""

    ABSENCE_ARRANGED = "absence-arranged"
    ABSENCE_ENDED = "absence-ended"
    ABSENCE_REPORTED = "absence-reported"
    ACTIVATED = "activated"
    ALL_IS_WELL = "all-is-well"
    APPEAL_MADE = "appeal-made"
    APPEALS_DUE = "appeals-due"
    APPLICATION_ACCEPTED = "application-accepted"
    APPLICATION_NEW = "application-new"
    APPLICATION_REFUSED = "application-refused"
    APPLICATION_UNASSIGNED = "application-unassigned"
    APPLICATIONS_DUE = "applications-due"
    AWARD_DECIDED = "award-decided"
    AWARD_DECIDED_STAFF = "award-decided-staff"
    BIRTH_DATE_MENDED = "birth-date-mended"
    BROADCAST = "broadcast"
    BROADCAST_REPORT = "broadcast-report"
    CANDIDATE_TAKEN_BACK = "candidate-taken-back"
    CANDIDATES_PUT = "candidates-put"
    CELEBRATION = "celebration"
    CENTRE_ACCEPTED = "centre-accepted"
    CENTRE_APPLIED = "centre-applied"
    CENTRE_LAPSED = "centre-lapsed"
    CENTRE_NOT_SIGNED = "centre-not-signed"
    CENTRE_OPENED = "centre-opened"
    CENTRE_REFUSED = "centre-refused"
    CENTRE_SIGNED = "centre-signed"
    CENTRES_DUE = "centres-due"
    CERTIFICATE_PICTURE = "certificate-picture"
    CERTIFICATE_READY = "certificate-ready"
    CERTIFICATE_REVOKED = "certificate-revoked"
    CEREMONY_CHANGED = "ceremony-changed"
    CEREMONY_INVITED = "ceremony-invited"
    CEREMONY_OFF = "ceremony-off"
    CEREMONY_REMINDER = "ceremony-reminder"
    CHILD_ERASED = "child-erased"
    COMMISSION_SHORT = "commission-short"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    CONTRACT_DUE = "contract-due"
    DAILY_DIGEST = "daily-digest"
    DECISIONS_DUE = "decisions-due"
    DIRECTION_MARKED = "direction-marked"
    DISPUTE_AGAINST = "dispute-against"
    DISPUTE_ANSWERED = "dispute-answered"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTES_DUE = "disputes-due"
    DOCUMENT_GIVEN = "document-given"
    DOSSIERS_DUE = "dossiers-due"
    DRAFT_CARD = "draft-card"
    EMPLOYER_CONFIRMED = "employer-confirmed"
    EMPLOYER_DECLINED = "employer-declined"
    ENTRIES_APPROVED = "entries-approved"
    ENTRIES_OVERDUE = "entries-overdue"
    ENTRIES_UNDECIDED = "entries-undecided"
    ENTRY_DECIDED = "entry-decided"
    ENTRY_SUBMITTED = "entry-submitted"
    EXCUSE_ASKED = "excuse-asked"
    EXCUSE_CHANGED = "excuse-changed"
    EXCUSE_DECIDED = "excuse-decided"
    FILE_UNCHECKED = "file-unchecked"
    FILE_UNREADABLE = "file-unreadable"
    FINDING = "finding"
    INTERVIEW_MISSED = "interview-missed"
    INTERVIEW_OFFERED = "interview-offered"
    INTERVIEW_REMINDER = "interview-reminder"
    INTERVIEW_TAKEN_BACK = "interview-taken-back"
    INVITATION_TAKEN = "invitation-taken"
    JOURNAL_CLOSED = "journal-closed"
    LEVEL_COMPLETE = "level-complete"
    LEVEL_COMPLETE_STAFF = "level-complete-staff"
    MENTOR_ASSIGNED = "mentor-assigned"
    MENTOR_CHANGED = "mentor-changed"
    NORM_MARKED = "norm-marked"
    NOT_RECOMMENDED = "not-recommended"
    NOTE_ASKED_BACK = "note-asked-back"
    NOTE_WRITTEN = "note-written"
    OF_AGE = "of-age"
    OPERATOR_CONFIRMED = "operator-confirmed"
    OPERATOR_REFUSED = "operator-refused"
    OPERATOR_WAITS = "operator-waits"
    PARTICIPANT_ERASED = "participant-erased"
    PARTICIPANT_LEFT = "participant-left"
    PARTICIPANT_PAUSED = "participant-paused"
    PARTICIPANT_RESUMED = "participant-resumed"
    PARTICIPANT_UNREACHABLE = "participant-unreachable"
    PARTICIPANT_UNSIGNED = "participant-unsigned"
    PARTICIPANT_WITHDREW = "participant-withdrew"
    PARTICIPANTS_HANDED_OVER = "participants-handed-over"
    PARTICIPANTS_SILENT = "participants-silent"
    PATTERN = "pattern"
    PLAN_AGREED = "plan-agreed"
    PLAN_PROPOSED = "plan-proposed"
    PLAN_WISH = "plan-wish"
    PROTOCOL_ISSUED = "protocol-issued"
    PUBLIC_NAME_ASKED = "public-name-asked"
    RECOMMENDED = "recommended"
    REPRESENTATIVE_ASKED_ANEW = "representative-asked-anew"
    REPRESENTATIVE_DECLINED = "representative-declined"
    REPRESENTATIVE_ENDED = "representative-ended"
    REPRESENTATIVE_SIGNED = "representative-signed"
    REVIEW_EVENING = "review-evening"
    ROLE_ENDED = "role-ended"
    SEAT_ENDED = "seat-ended"
    SEAT_TAKEN = "seat-taken"
    SILENT = "silent"
    SITTING_OPENED = "sitting-opened"
    STANDING_IN = "standing-in"
    STANDING_IN_OVER = "standing-in-over"
    TASK_DROPPED = "task-dropped"
    TASK_SET = "task-set"
    TRANSFER_ASKED = "transfer-asked"
    TRANSFER_OFFERED = "transfer-offered"
    TRANSFER_STANDS = "transfer-stands"
    TROPHIES = "trophies"
    UNANSWERED = "unanswered"
    WEEKLY_DIGEST = "weekly-digest"
    WEEKLY_HOUR = "weekly-hour"


# Exempt from quiet hours, and on time to the minute (§10.1).
EXACT = (NoticeKind.INTERVIEW_REMINDER,)


def tell(
    session: AsyncSession,
    person_id: int,
    kind: NoticeKind,
    now: datetime,
    *,
    after: timedelta = timedelta(0),
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> Outbox:
    """Owe a person a notice; details are ids and codes.

    It is worded when it is sent, in the receiver's language and from the tables as they are then.
    """
    notice = Outbox(
        person_id=person_id,
        kind=kind,
        details=details,
        written_at=now,
        due_at=now + after,
        urgency=urgency,
    )
    session.add(notice)
    session.info[WOKEN] = True
    return notice


async def tell_each(
    session: AsyncSession,
    told: Sequence[tuple[int, dict[str, Any]]],
    kind: NoticeKind,
    now: datetime,
    *,
    after: timedelta = timedelta(0),
    urgency: Urgency = Urgency.SOON,
) -> None:
    """The same of many people, each with details of their own; one statement."""
    if not told:
        return
    row = {"kind": kind, "written_at": now, "due_at": now + after, "urgency": urgency}
    rows = [row | {"person_id": person_id, "details": details} for person_id, details in told]
    await session.execute(insert(Outbox.__table__), rows)
    session.info[WOKEN] = True


async def tell_once(
    session: AsyncSession,
    person_id: int,
    kind: NoticeKind,
    once: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    useful_until: datetime | None = None,
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> bool:
    """Owe a person the one notice of its kind and period, such as `weekly-hour:2025-W11:thu`.

    False where it was owed already, whether delivered since or not: the database itself holds to
    that, however many processes ask at once. After `useful_until` it is dropped instead of sent.
    """
    told = await tell_all_once(
        session,
        [person_id],
        kind,
        once,
        now,
        due_at=due_at,
        useful_until=useful_until,
        urgency=urgency,
        **details,
    )
    return told == 1


async def tell_all_once(
    session: AsyncSession,
    people: Sequence[int],
    kind: NoticeKind,
    once: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    useful_until: datetime | None = None,
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> int:
    """The same for many people at once; how many were not owed it already."""
    if not people:
        return 0
    inserting = insert_into(session, Outbox)
    row = {
        "kind": kind,
        "once": once,
        "details": details,
        "written_at": now,
        "due_at": due_at or now,
        "useful_until": useful_until,
        "urgency": urgency,
    }
    written = await session.scalars(
        inserting.on_conflict_do_nothing(index_elements=["person_id", "once"]).returning(Outbox.id),
        [{"person_id": person_id, **row} for person_id in people],
    )
    count = len(written.all())
    if count:
        session.info[WOKEN] = True
    return count


async def owe_again(session: AsyncSession, person_id: int, since: datetime, now: datetime) -> None:
    """Owe a person again, in the same order, what could not reach them since then.

    It is worded anew: what has become pointless meanwhile is not sent.
    """
    await session.execute(
        update(Outbox)
        .where(
            Outbox.person_id == person_id,
            Outbox.outcome == UNREACHABLE,
            Outbox.settled_at >= since,
        )
        .values(settled_at=None, outcome=None, due_at=now, again_at=None, attempts=0)
    )
    session.info[WOKEN] = True


# Built once: a clock that is moved far asks at each of its steps.
_waits = Outbox.settled_at.is_(None)
_next_due = select(
    *(
        select(func.min(moment)).where(_waits, moment > bindparam("after")).scalar_subquery()
        for moment in (Outbox.due_at, Outbox.again_at)
    )
)


async def next_due(session: AsyncSession, after: datetime) -> datetime | None:
    """The first moment after another at which something owed becomes due, or is tried again."""
    found = (await session.execute(_next_due, {"after": after})).one()
    return min((moment for moment in found if moment is not None), default=None)


async def hasten(session: AsyncSession, due_at: datetime, now: datetime) -> None:
    """What is owed for a moment that was run ahead of its time goes out now."""
    await session.execute(
        update(Outbox)
        .where(Outbox.settled_at.is_(None), Outbox.due_at == due_at)
        .values(due_at=now)
    )
    session.info[WOKEN] = True
