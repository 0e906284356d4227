"""A mentor's participants: who is new, who is where, the card of one (programme.md §4, §7)."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, case, exists, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.birth_dates import earlier_birth_dates
from award.access.namesakes import Apart, told_apart
from award.access.scope import mentored, mentored_by, mentors, represents, visible
from award.audit import record
from award.calendar.zones import today_in
from award.centres.offers import choosers
from award.errors import Refusal, TooLate
from award.observations.observations import may_read_notes
from award.outbox import NoticeKind, tell
from award.paging import PAGE, page_of
from award.plan.first_contact import Contact, first_contact
from award.plan.views import PlanView, plans_within
from award.programme import Programme
from award.programme.eligibility import age_on
from award.programme.requirements import ChoiceError
from award.progress.current import progress_on
from award.progress.rules import DirectionProgress, Progress
from award.transfers.parties import may_ask
from award.typed import tidied
from storage.tables import (
    SIGNED_STATES,
    Agreement,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Person,
    RoleKind,
    SignerKind,
)

LONGEST_REASON = 500  # characters
# Usual reasons to decline an application; each has its words, `decline-<code>`.
DECLINE_REASONS = ("incomplete", "photo", "centre")
# What each needs next: an answer to the application, to entries, to an absence; a plan; nothing,
# but for a word to who is silent; those at rest come last.
_ORDER = {
    EnrolmentState.SUBMITTED: 0,
    EnrolmentState.PLANNING: 3,
    EnrolmentState.ACTIVE: 4,
    EnrolmentState.PAUSED: 5,
    EnrolmentState.COMPLETE: 6,
}


@dataclass(frozen=True)
class Listed:
    """A participant in a list. `percent`: the rating, 0..100; `waiting`: entries to review.

    `instead_of`: the name of the absent mentor in whose place the reader sees to them. `apart`:
    what tells them from another participant of the name. `absence`: one waits for an answer.
    """

    enrolment_id: int
    name: str
    level: str
    state: EnrolmentState
    percent: int
    waiting: int
    answer_due: dt.date | None
    instead_of: str | None = None
    apart: Apart | None = None
    absence: bool = False


@dataclass(frozen=True)
class Participants:
    """A page of a mentor's participants; `pages` is at least 1.

    `load`: how many there are in each state. `waiting`: entries of all of them.
    """

    rows: tuple[Listed, ...]
    page: int
    pages: int
    load: Mapping[EnrolmentState, int]
    waiting: int

    @property
    def total(self) -> int:
        return sum(self.load.values())


@dataclass(frozen=True)
class Signed:
    """A signature under the agreement; `phone`: of the contact that a representative shared."""

    kind: SignerKind
    name: str
    at: dt.datetime
    phone: str | None = None


@dataclass(frozen=True)
class ParticipantCard:
    """All that a mentor works with; `mine`: the reader is the mentor, who may change it.

    `instead_of`: the name of the absent mentor, if the reader stands in. `absence`: the id of one
    that waits for the mentor's answer. `earlier`: birth dates that the participant had before.
    `may_transfer`: the reader is staff who may ask that they go to another mentor or centre.
    `notes`: the reader reads notes of observation on them.
    """

    enrolment_id: int
    state: EnrolmentState
    level: str
    mine: bool
    name: str
    age: int | None
    region: str | None
    place: str | None
    study: str | None
    about: str | None
    hobbies: str | None
    phone: str | None
    photo: str | None
    directions: tuple[DirectionProgress, ...]
    percent: int
    agreed: PlanView | None
    under_way: PlanView | None
    signatures: tuple[Signed, ...]
    answer_due: dt.date | None
    started_on: dt.date | None
    waiting: int
    instead_of: str | None = None
    absence: int | None = None
    contact: Contact | None = None
    earlier: tuple[dt.date, ...] = ()
    characterisation: str | None = None
    may_transfer: bool = False
    notes: bool = False


async def participants(at: Acting, page: int) -> Participants:
    """A page (from 0) of this mentor's participants, by what they need next; of signed ones only.

    Whose entry has waited longest comes first of those who wait; of the others who was silent
    longest.
    """
    at.actor.require(RoleKind.MENTOR)
    mine = (mentored_by(at.actor), Enrolment.state.in_(SIGNED_STATES))
    found = await at.session.execute(
        select(Enrolment.state, func.count()).where(*mine).group_by(Enrolment.state)
    )
    load = dict(found.tuples().all())
    waiting = await at.session.scalar(
        select(func.count(Entry.id))
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .where(*mine, Entry.state == EntryState.SUBMITTED)
    )
    page, pages = page_of(sum(load.values()), PAGE, page)
    rows = await _listed(at, await _by_need(at, offset=page * PAGE))
    await record(at.session, at.actor.id, "participants.listed", "enrolment", None, at.now)
    return Participants(rows, page, pages, load, waiting or 0)


async def card(at: Acting, enrolment_id: int) -> ParticipantCard:
    """One participant, for whom the enrolment is visible; a look by staff is on the record (§7)."""
    enrolment = await visible(at, enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    staff = person.id != at.actor.id and not await represents(at, enrolment)
    if person.id != at.actor.id:
        await record(at.session, at.actor.id, "card.seen", "enrolment", enrolment.id, at.now)
    plans = await plans_within(at, enrolment)
    stands = await _standing(at.session, at.programme, enrolment, today)
    signed = await at.session.scalars(
        select(Agreement).where(Agreement.enrolment_id == enrolment.id).order_by(Agreement.id)
    )
    return ParticipantCard(
        enrolment_id=enrolment.id,
        state=enrolment.state,
        level=enrolment.level or "",
        mine=mentors(at.actor, enrolment),
        name=person.full_name or "",
        age=age_on(person.birth_date, today) if person.birth_date else None,
        region=person.region,
        place=person.place,
        study=person.study,
        about=person.about,
        hobbies=person.hobbies,
        phone=person.phone,
        photo=person.photo_file_id,
        directions=stands.directions if stands else (),
        percent=int(stands.rating) if stands else 0,
        agreed=plans.agreed,
        under_way=plans.under_way,
        signatures=tuple(Signed(a.kind, a.signer_name, a.signed_at, a.phone) for a in signed),
        answer_due=enrolment.answer_due,
        started_on=enrolment.started_on,
        waiting=(await _waiting(at.session, [enrolment.id])).get(enrolment.id, 0),
        instead_of=(await _instead_of(at, [enrolment])).get(enrolment.id),
        absence=await _absence(at.session, enrolment),
        contact=await first_contact(at, enrolment) if staff else None,
        earlier=await earlier_birth_dates(at.session, person) if staff else (),
        characterisation=enrolment.characterisation,
        may_transfer=staff and await may_ask(at, enrolment),
        notes=staff and await may_read_notes(at, enrolment),
    )


async def decline(
    at: Acting, enrolment_id: int, *, reason: str | None = None, words: str | None = None
) -> Enrolment:
    """Refuse an application for good, by a usual reason's code or in own words, which are told."""
    enrolment = await _unanswered(at, enrolment_id)
    words = tidied(words)
    usual = reason if reason in DECLINE_REASONS else None
    if usual is None and not 0 < len(words) <= LONGEST_REASON:
        raise Refusal("refused-decline-reason", most=LONGEST_REASON)
    enrolment.state = EnrolmentState.REFUSED
    enrolment.closed_at = at.now
    enrolment.closing_reason = usual or words
    await record(
        at.session,
        at.actor.id,
        "application.refused",
        "enrolment",
        enrolment.id,
        at.now,
        reason=usual,
    )
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.APPLICATION_REFUSED,
        at.now,
        enrolment=enrolment.id,
    )
    return enrolment


async def hand_back(at: Acting, enrolment_id: int) -> Enrolment:
    """Give an application back to the centre, which chooses another mentor for it."""
    enrolment = await _unanswered(at, enrolment_id)
    enrolment.mentor_id = None
    await record(
        at.session, at.actor.id, "application.handed_back", "enrolment", enrolment.id, at.now
    )
    for chooser in await choosers(at.session, enrolment, at.now):
        tell(at.session, chooser, NoticeKind.APPLICATION_UNASSIGNED, at.now, enrolment=enrolment.id)
    return enrolment


async def _unanswered(at: Acting, enrolment_id: int) -> Enrolment:
    enrolment = await mentored(at, enrolment_id)
    if enrolment.state is not EnrolmentState.SUBMITTED:
        raise TooLate("refused-enrolment-moved")
    return enrolment


async def _by_need(at: Acting, *, offset: int) -> Sequence[tuple[Enrolment, Person]]:
    asked = exists().where(Excuse.enrolment_id == Enrolment.id, Excuse.state == ExcuseState.ASKED)
    need = case(
        (Enrolment.state == EnrolmentState.SUBMITTED, 0),
        (_sent(func.min, Entry.state == EntryState.SUBMITTED).is_not(None), 1),
        (asked, 2),
        *((Enrolment.state == state, place) for state, place in _ORDER.items()),
        else_=len(_ORDER),
    )
    since = func.coalesce(
        _sent(func.min, Entry.state == EntryState.SUBMITTED),
        _sent(func.max, true()),
        Enrolment.submitted_at,
    )
    found = await at.session.execute(
        select(Enrolment, Person)
        .join(Person, Person.id == Enrolment.person_id)
        .where(mentored_by(at.actor), Enrolment.state.in_(SIGNED_STATES))
        .order_by(need, since, Enrolment.id)
        .offset(offset)
        .limit(PAGE)
    )
    return [(enrolment, person) for enrolment, person in found]


def _sent(which: Callable[..., Any], of: ColumnElement[bool]) -> ScalarSelect[Any]:
    """When the oldest or the newest of somebody's entries was sent."""
    return (
        select(which(Entry.submitted_at))
        .where(Entry.enrolment_id == Enrolment.id, of)
        .correlate(Enrolment)
        .scalar_subquery()
    )


async def _instead_of(at: Acting, enrolments: Sequence[Enrolment]) -> dict[int, str]:
    """The names of absent mentors, of those enrolments that the person sees to in their place."""
    absent = {
        each.id: each.mentor_id
        for each in enrolments
        if each.mentor_id != at.actor.id and mentors(at.actor, each)
    }
    found = await at.session.execute(
        select(Person.id, Person.full_name).where(Person.id.in_(set(absent.values())))
    )
    names = {number: name or "" for number, name in found}
    return {number: names[mentor] for number, mentor in absent.items() if mentor is not None}


async def _listed(at: Acting, found: Sequence[tuple[Enrolment, Person]]) -> tuple[Listed, ...]:
    ids = [enrolment.id for enrolment, _ in found]
    waiting = await _waiting(at.session, ids)
    absent = await at.session.scalars(
        select(Excuse.enrolment_id).where(
            Excuse.enrolment_id.in_(ids), Excuse.state == ExcuseState.ASKED
        )
    )
    asked = set(absent)
    instead = await _instead_of(at, [enrolment for enrolment, _ in found])
    apart = await told_apart(at, {person.id for _, person in found}, mentored_by(at.actor))
    rows = []
    for enrolment, person in found:
        today = today_in(at.programme, person.region, at.now)
        stands = await _standing(at.session, at.programme, enrolment, today)
        rows.append(
            Listed(
                enrolment_id=enrolment.id,
                name=person.full_name or "",
                level=enrolment.level or "",
                state=enrolment.state,
                percent=int(stands.rating) if stands else 0,
                waiting=waiting.get(enrolment.id, 0),
                answer_due=enrolment.answer_due,
                instead_of=instead.get(enrolment.id),
                apart=apart.get(person.id),
                absence=enrolment.id in asked,
            )
        )
    return tuple(rows)


async def _absence(session: AsyncSession, enrolment: Enrolment) -> int | None:
    waiting = (Excuse.enrolment_id == enrolment.id) & (Excuse.state == ExcuseState.ASKED)
    found: int | None = await session.scalar(
        select(Excuse.id).where(waiting).order_by(Excuse.id).limit(1)
    )
    return found


async def _standing(
    session: AsyncSession, programme: Programme, enrolment: Enrolment, today: dt.date
) -> Progress | None:
    """Nothing for one whose level the programme has no more, and for one not signed yet."""
    try:
        return await progress_on(session, programme, enrolment, today)
    except (ChoiceError, KeyError):
        return None


async def _waiting(session: AsyncSession, enrolment_ids: Sequence[int]) -> dict[int, int]:
    found = await session.execute(
        select(Entry.enrolment_id, func.count())
        .where(Entry.enrolment_id.in_(enrolment_ids), Entry.state == EntryState.SUBMITTED)
        .group_by(Entry.enrolment_id)
    )
    return dict(found.tuples().all())
