"""A candidate chooses a time by one tap, first come first served, and changes it (§8.9)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select

from award.access.acting import Acting
from award.audit import record
from award.calendar import local_date
from award.calendar.zones import zone_in
from award.commission.scope import Candidate, at_work
from award.dossiers.endings import goes_on
from award.errors import NotFound, Refusal, TooLate
from award.interviews.offering import TRIES, zone_of
from award.interviews.reminding import owe_reminders
from storage.locking import locked, locked_one
from storage.tables import (
    Candidacy,
    Commission,
    Dossier,
    Enrolment,
    InterviewTime,
    Person,
)

CHANGES_UNTIL = dt.timedelta(days=1)  # before it begins


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a candidate stands with the interview; `zone`: where the reader reads of it.

    `taken`: the time that is theirs now, if there is one. `may_change`: that can still be changed.
    `held`: the one to which they came. `tries`: how many times they can still choose one for not
    having come.
    """

    candidacy_id: int
    level: str | None
    zone: str
    taken: InterviewTime | None
    may_change: bool
    held: InterviewTime | None
    tries: int

    @property
    def came(self) -> bool:
        return self.held is not None

    @property
    def may_choose(self) -> bool:
        return not self.came and self.tries > 0 and (self.taken is None or self.may_change)


async def own_interview(at: Acting) -> Standing:
    """The person's own, as a candidate before an open commission; raises TooLate for others."""
    candidacy, enrolment = await _own_candidacy(at)
    return await _standing(at, candidacy, enrolment)


async def interview_of(at: Acting, candidate: Candidate) -> Standing:
    """A candidate's, for a member who sees them; the caller has looked at the scope."""
    zone = zone_of(at, candidate.commission)
    return await _standing(at, candidate.candidacy, candidate.enrolment, zone)


async def free_days(at: Acting) -> dict[dt.date, int]:
    """The days on which times are free, by where the candidate lives, and how many each."""
    candidacy, _ = await _own_candidacy(at)
    zone = await _zone(at)
    begins = await at.session.scalars(
        select(InterviewTime.starts_at)
        .where(_free(candidacy, at.now))
        .order_by(InterviewTime.starts_at)
    )
    days: dict[dt.date, int] = {}
    for begin in begins:
        day = local_date(begin, zone)
        days[day] = days.get(day, 0) + 1
    return days


async def free_times(at: Acting, day: dt.date) -> list[InterviewTime]:
    """The times of a day that are free."""
    candidacy, _ = await _own_candidacy(at)
    zone = await _zone(at)
    found = await at.session.scalars(
        select(InterviewTime).where(_free(candidacy, at.now)).order_by(InterviewTime.starts_at)
    )
    return [time for time in found if local_date(time.starts_at, zone) == day]


async def choose(at: Acting, time_id: int) -> InterviewTime:
    """Take a free time; one taken before is given back.

    Raises TooLate where it is another's by now or over, Refusal where the own one begins too soon
    to be changed, or where no further is given.
    """
    candidacy, enrolment = await _own_candidacy(at)
    await _lock(at, candidacy)
    time = await locked(at.session, InterviewTime, time_id)
    if time is None or time.commission_id != candidacy.commission_id:
        raise NotFound
    own = await _standing(at, candidacy, enrolment)
    if time.candidacy_id == candidacy.id and time.withdrawn_at is None and time.came is None:
        return time
    if time.candidacy_id is not None or time.withdrawn_at is not None or time.starts_at <= at.now:
        raise TooLate("interview-taken")
    if own.came or own.tries <= 0:
        raise TooLate("interview-no-more")
    if own.taken is not None:
        _give_back(own)
        await at.session.flush()
    time.candidacy_id, time.taken_at = candidacy.id, at.now
    await record(at.session, at.actor.id, "interview.taken", "interview", time.id, at.now)
    await at.session.flush()
    await owe_reminders(at.session, at.programme, [time], at.now)
    return time


async def give_back(at: Acting) -> None:
    """Take no time for now; raises Refusal from a day before it begins."""
    candidacy, enrolment = await _own_candidacy(at)
    await _lock(at, candidacy)
    own = await _standing(at, candidacy, enrolment)
    if own.taken is None:
        raise TooLate("interview-over")
    number = own.taken.id
    _give_back(own)
    await record(at.session, at.actor.id, "interview.given_back", "interview", number, at.now)


async def _lock(at: Acting, candidacy: Candidacy) -> None:
    """One at a time of a candidate: two phones of theirs take no two times. Raises TooLate where it
    was decided on meanwhile."""
    if (await locked_one(at.session, Candidacy, candidacy.id)).ended_at is not None:
        raise TooLate("interview-no-candidate")


def _give_back(own: Standing) -> None:
    assert own.taken is not None
    if not own.may_change:
        raise Refusal("interview-too-soon")
    own.taken.candidacy_id = own.taken.taken_at = None


async def _own_candidacy(at: Acting) -> tuple[Candidacy, Enrolment]:
    found = await at.session.execute(
        select(Candidacy, Enrolment)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Commission, Commission.id == Candidacy.commission_id)
        .where(
            Enrolment.person_id == at.actor.id,
            goes_on(),
            Candidacy.ended_at.is_(None),
            at_work(),
        )
        .order_by(Candidacy.id.desc())
        .limit(1)
    )
    row = found.first()
    if row is None:
        raise TooLate("interview-no-candidate")
    return row[0], row[1]


async def _standing(
    at: Acting, candidacy: Candidacy, enrolment: Enrolment, zone: str | None = None
) -> Standing:
    theirs = (InterviewTime.candidacy_id == candidacy.id) & InterviewTime.withdrawn_at.is_(None)
    found = await at.session.scalars(
        select(InterviewTime)
        .where(theirs)
        .order_by(InterviewTime.starts_at)
        .execution_options(populate_existing=True)
    )
    times = found.all()
    taken = next((time for time in times if time.came is None), None)
    return Standing(
        candidacy_id=candidacy.id,
        level=enrolment.level,
        zone=zone or await _zone(at),
        taken=taken,
        may_change=taken is not None and taken.starts_at - CHANGES_UNTIL > at.now,
        held=next((time for time in times if time.came), None),
        tries=TRIES - sum(time.came is False for time in times),
    )


def _free(candidacy: Candidacy, now: dt.datetime) -> ColumnElement[bool]:
    return and_(
        InterviewTime.commission_id == candidacy.commission_id,
        InterviewTime.candidacy_id.is_(None),
        InterviewTime.withdrawn_at.is_(None),
        InterviewTime.starts_at > now,
    )


async def _zone(at: Acting) -> str:
    return zone_in(at.programme, (await at.session.get_one(Person, at.actor.id)).region)
