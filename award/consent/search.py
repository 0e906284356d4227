"""Participants found by name, for what the operator alone mends of consent (programme.md §7)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.access.birth_dates import earlier_birth_dates
from award.access.namesakes import called
from award.access.scope import visible
from award.audit import record
from award.calendar.zones import today_in
from award.consent.ending import Representative, representatives_of
from award.errors import NotFound
from award.programme.eligibility import age_on
from storage.tables import SIGNED_STATES, Enrolment, Person, RoleKind

MOST = 10


@dataclass(frozen=True)
class Found:
    """One of those found, told apart by what else is known; `enrolment_id`: the latest."""

    enrolment_id: int
    name: str
    age: int | None
    place: str | None
    study: str | None


@dataclass(frozen=True)
class Represented:
    """A participant with the birth dates given, the latest first, and who represents them."""

    enrolment_id: int
    name: str
    birth_date: dt.date | None
    earlier: tuple[dt.date, ...]
    representatives: tuple[Representative, ...]


async def found_by_name(at: Acting, words: str) -> tuple[Found, ...]:
    """Participants in whose name the words stand, at most MOST; the search is on the record.

    Nobody is found of whom staff see nothing (programme.md §4.6).
    """
    at.actor.require(RoleKind.OPERATOR)
    sought = called(words)
    if sought is None:
        return ()
    latest = (
        select(func.max(Enrolment.id).label("id"), Enrolment.person_id)
        .where(Enrolment.state.in_(SIGNED_STATES))
        .group_by(Enrolment.person_id)
        .subquery()
    )
    rows = await at.session.execute(
        select(latest.c.id, Person)
        .join(latest, latest.c.person_id == Person.id)
        .where(sought, Person.id != at.actor.id)
        .order_by(Person.full_name, Person.id)
        .limit(MOST)
    )
    found = []
    for enrolment_id, person in rows:
        today = today_in(at.programme, person.region, at.now)
        age = age_on(person.birth_date, today) if person.birth_date is not None else None
        found.append(Found(enrolment_id, person.full_name or "", age, person.place, person.study))
    await record(at.session, at.actor.id, "participants.searched", "enrolment", None, at.now)
    return tuple(found)


async def represented(at: Acting, enrolment_id: int) -> Represented:
    """One of them; raises NotFound for whom staff see nothing of."""
    at.actor.require(RoleKind.OPERATOR)
    enrolment = await visible(at, enrolment_id)
    if enrolment.person_id == at.actor.id:
        raise NotFound
    person = await at.session.get_one(Person, enrolment.person_id)
    await record(at.session, at.actor.id, "represented.seen", "enrolment", enrolment.id, at.now)
    return Represented(
        enrolment.id,
        person.full_name or "",
        person.birth_date,
        await earlier_birth_dates(at.session, person),
        await representatives_of(at, person.id),
    )
