"""Whoever meets at an interview is reminded a day and half an hour before it begins (§8.9).

The rows of the outbox are due at those very moments, so reminders are exact, night or not. They are
written when a time is taken, and each morning anew for whoever has joined since: each is owed once.
"""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.commission.scope import kept_out, members_of
from award.interviews.stages import Stage, moment_of
from award.outbox import NoticeKind, tell_all_once
from award.programme import Programme
from storage.tables import (
    Candidacy,
    Dossier,
    Enrolment,
    InterviewTime,
    Person,
    Role,
    RoleKind,
    Urgency,
)

AHEAD = dt.timedelta(days=2)  # how far a morning looks


async def owe_reminders(
    session: AsyncSession, programme: Programme, times: Sequence[InterviewTime], now: dt.datetime
) -> int:
    """Owe candidates, members and representatives of minors what is still to come; how many."""
    count = 0
    for time in times:
        assert time.candidacy_id is not None
        people = await _who_meets(session, programme, time, now)
        for stage in Stage:
            due, until = moment_of(stage, time.starts_at), time.starts_at
            if stage is Stage.DAY:
                if due < now:
                    continue
                until = moment_of(Stage.SOON, time.starts_at)
            count += await tell_all_once(
                session,
                people,
                NoticeKind.INTERVIEW_REMINDER,
                f"interview:{time.id}:{time.candidacy_id}:{stage}",
                now,
                due_at=max(due, now),
                useful_until=until,
                urgency=Urgency.NOW,
                time=time.id,
                candidacy=time.candidacy_id,
                stage=stage.value,
            )
    return count


async def remind_of_interviews(
    session: AsyncSession, programme: Programme, now: dt.datetime
) -> int:
    """Owe what belongs to the interviews of the next days to whoever is concerned by now."""
    found = await session.scalars(
        select(InterviewTime).where(
            InterviewTime.candidacy_id.is_not(None),
            InterviewTime.withdrawn_at.is_(None),
            InterviewTime.came.is_(None),
            InterviewTime.starts_at.between(now, now + AHEAD),
        )
    )
    return await owe_reminders(session, programme, found.all(), now)


async def _who_meets(
    session: AsyncSession, programme: Programme, time: InterviewTime, now: dt.datetime
) -> list[int]:
    candidacy = await session.get_one(Candidacy, time.candidacy_id)
    dossier = await session.get_one(Dossier, candidacy.dossier_id)
    enrolment = await session.get_one(Enrolment, dossier.enrolment_id)
    child = await session.get_one(Person, enrolment.person_id)
    out = (await kept_out(session, [candidacy]))[candidacy.id]
    members = await members_of(session, candidacy.commission_id, now)
    seated = [each.person_id for each in members if each.person_id is not None]
    people = [child.id, *(each for each in seated if each not in out)]
    if await needs_representative(session, programme, child, now):
        parents = await session.scalars(
            select(Role.person_id).where(
                Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id == child.id, in_force(now)
            )
        )
        people += parents.all()
    return list(dict.fromkeys(people))
