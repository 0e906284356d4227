"""What whoever meets reads of an interview, and whether the candidate came (§8.9)."""

import datetime as dt
from dataclasses import dataclass

from award.access.acting import Acting
from award.access.scope import represents
from award.audit import record
from award.calendar.zones import zone_in
from award.commission.scope import own_candidate
from award.dossiers.moving import dossier_locked, move
from award.errors import NotFound, Refusal, TooLate
from award.interviews.offering import candidate_of, tries_left
from award.outbox import NoticeKind, tell
from storage.locking import locked
from storage.tables import (
    Candidacy,
    Dossier,
    DossierState,
    Enrolment,
    InterviewTime,
    Person,
)


@dataclass(frozen=True, slots=True)
class Interview:
    """A taken time for whoever meets; `zone`: where the reader lives or the candidate does.

    `own`: the reader is the candidate; else `name` is the candidate's. `lasts`: minutes.
    """

    time_id: int
    candidacy_id: int
    starts_at: dt.datetime
    minutes: int
    place: str
    zone: str
    name: str
    level: str | None
    own: bool
    member: bool
    came: bool | None


async def interview(at: Acting, time_id: int, candidacy_id: int) -> Interview:
    """A time that this candidate has; raises NotFound out of scope, or if it is theirs no more.

    For the candidate, a minor's representative, and members who may see the candidate.
    """
    time = await at.session.get(InterviewTime, time_id)
    if time is None or time.candidacy_id != candidacy_id or time.withdrawn_at is not None:
        raise NotFound
    candidacy = await at.session.get_one(Candidacy, candidacy_id)
    dossier = await at.session.get_one(Dossier, candidacy.dossier_id)
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    own = enrolment.person_id == at.actor.id
    member = not own and not await represents(at, enrolment)
    if candidacy.ended_at is not None or enrolment.erased_at is not None:
        raise NotFound
    if member:
        await own_candidate(at, candidacy_id)
        await record(at.session, at.actor.id, "interview.seen", "interview", time.id, at.now)
    person = await at.session.get_one(Person, enrolment.person_id)
    return Interview(
        time_id=time.id,
        candidacy_id=candidacy_id,
        starts_at=time.starts_at,
        minutes=time.minutes,
        place=time.place,
        zone=zone_in(at.programme, person.region),
        name=person.full_name or "",
        level=enrolment.level,
        own=own,
        member=member,
        came=time.came,
    )


async def note_came(at: Acting, time_id: int, *, came: bool) -> InterviewTime:
    """A member says, once it has begun, whether the candidate came; who did has been interviewed.

    Who did not chooses once more, and is told so; after that the commission decides without. Raises
    Refusal before it begins, TooLate where it was said already (that nobody came can be mended).
    """
    time = await at.session.get(InterviewTime, time_id)
    if time is None or time.candidacy_id is None:
        raise NotFound
    candidate = await own_candidate(at, time.candidacy_id, lock=True)
    # The candidate before the time, as who chooses one locks them.
    time = await locked(at.session, InterviewTime, time_id)
    if time is None or time.candidacy_id != candidate.candidacy.id or time.withdrawn_at is not None:
        raise NotFound
    if time.starts_at > at.now:
        raise Refusal("interview-not-yet")
    if time.came or time.came is came:
        raise TooLate("interview-noted")
    time.came, time.noted_by = came, at.actor.id
    code = "interview.came" if came else "interview.not_come"
    await record(at.session, at.actor.id, code, "interview", time.id, at.now)
    await at.session.flush()
    if came:
        dossier = await dossier_locked(at, candidate.dossier.id)
        if dossier.state is DossierState.CANDIDATE:
            await move(at, dossier, DossierState.INTERVIEWED)
        return time
    left = await tries_left(at.session, time.candidacy_id)
    person = await candidate_of(at.session, time.candidacy_id)
    tell(
        at.session,
        person,
        NoticeKind.INTERVIEW_MISSED,
        at.now,
        time=time.id,
        candidacy=time.candidacy_id,
        again=left > 0,
    )
    return time
