"""Consent that somebody stands in public tables under a short name (programme.md §8.12).

Adults give it themselves, for a minor the representative does. It is computed whenever a table is
read whether it stands: with the 18th birthday, a withdrawal or another representative it ends.
"""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.access.scope import represents
from award.audit import record
from award.calendar import local_date
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind, tell_once
from award.programme import Programme
from award.programme.eligibility import birthday
from award.typed import fitting
from storage.inserting import insert_into
from storage.tables import (
    SIGNED_STATES,
    BirthDate,
    Enrolment,
    Person,
    PublicName,
    Role,
    RoleKind,
)

SHORTEST, LONGEST = 2, 24  # characters
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Naming:
    """How somebody stands to public tables.

    `name`: under which they are there, None while there is no consent that stands. `decides`: the
    reader may give it. `lapsed`: a representative gave it before the 18th birthday. `offered`:
    short names to tap.
    """

    enrolment_id: int
    own: bool
    of: str
    name: str | None
    decides: bool
    minor: bool
    lapsed: bool
    offered: tuple[str, ...]


async def naming(at: Acting, enrolment_id: int) -> Naming:
    """For the participant and whoever represents them; raises NotFound for anyone else."""
    enrolment, person = await _whose(at, enrolment_id)
    own = person.id == at.actor.id
    minor = await needs_representative(at.session, at.programme, person, at.now)
    kept = await at.session.get(PublicName, person.id)
    stands = await at.session.scalar(
        select(PublicName.name)
        .join(Person, Person.id == PublicName.person_id)
        .where(PublicName.person_id == person.id, is_public(at.programme, at.now))
    )
    return Naming(
        enrolment_id=enrolment.id,
        own=own,
        of=person.full_name or "",
        name=stands,
        decides=own is not minor,
        minor=minor,
        lapsed=not minor and kept is not None and kept.given_by != person.id,
        offered=_offered(person.full_name or ""),
    )


async def agree(at: Acting, enrolment_id: int, name: str) -> None:
    """Let the participant stand in public tables as `name`; raises Refusal for an unfit one."""
    enrolment, person = await _whose(at, enrolment_id)
    minor = await needs_representative(at.session, at.programme, person, at.now)
    if minor is (person.id == at.actor.id):
        raise Refusal("refused-public-name-minor" if minor else "refused-public-name-adult")
    short = fitting(name, (SHORTEST, LONGEST))
    if short is None or not _WORDS.fullmatch(short):
        raise Refusal("refused-public-name", most=LONGEST)
    given = {"name": short, "given_by": at.actor.id, "given_at": at.now}
    insert = insert_into(at.session, PublicName.__table__).values(person_id=person.id, **given)
    await at.session.execute(insert.on_conflict_do_update(index_elements=["person_id"], set_=given))
    await record(at.session, at.actor.id, "public_name.given", "enrolment", enrolment.id, at.now)


async def take_back(at: Acting, enrolment_id: int) -> None:
    """They are in no public table from now on; the participant's word is enough, at any age."""
    enrolment, person = await _whose(at, enrolment_id)
    await at.session.execute(delete(PublicName).where(PublicName.person_id == person.id))
    await record(
        at.session, at.actor.id, "public_name.taken_back", "enrolment", enrolment.id, at.now
    )


async def ask_representative(at: Acting, enrolment_id: int) -> bool:
    """Ask the representatives of a minor to decide; whether somebody was not asked this month."""
    enrolment, person = await _whose(at, enrolment_id)
    minor = await needs_representative(at.session, at.programme, person, at.now)
    if person.id != at.actor.id or not minor:
        raise NotFound
    roles = await at.session.scalars(
        select(Role.person_id)
        .where(Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id == person.id, in_force(at.now))
        .order_by(Role.id)
    )
    once = f"name-asked:{person.id}:{local_date(at.now, at.programme.zone):%Y-%m}"
    told = [
        await tell_once(
            at.session,
            each,
            NoticeKind.PUBLIC_NAME_ASKED,
            once,
            at.now,
            enrolment=enrolment.id,
        )
        for each in dict.fromkeys(roles)
    ]
    return any(told)


async def lapsed_name(at: Acting) -> int | None:
    """The own enrolment of somebody for whom a representative's consent has lapsed; else None."""
    kept = await at.session.get(PublicName, at.actor.id)
    if kept is None or kept.given_by == at.actor.id:
        return None
    person = await at.session.get_one(Person, at.actor.id)
    if await needs_representative(at.session, at.programme, person, at.now):
        return None
    enrolment: int | None = await at.session.scalar(
        select(Enrolment.id)
        .where(Enrolment.person_id == at.actor.id, Enrolment.state.in_(SIGNED_STATES))
        .order_by(Enrolment.id.desc())
        .limit(1)
    )
    return enrolment


def is_public(programme: Programme, now: dt.datetime) -> ColumnElement[bool]:
    """The condition that a person's consent stands, of rows of `PublicName` and `Person`.

    Somebody is of age by all dates that bind (`award/access/birth_dates.py`).
    """
    born_later = birthday(local_date(now, programme.zone), -18)
    bound = exists().where(
        BirthDate.person_id == Person.id,
        BirthDate.binding_since.is_not(None),
        BirthDate.birth_date > born_later,
    )
    minor = or_(Person.birth_date.is_(None), Person.birth_date > born_later, bound)
    represented = exists().where(
        Role.kind == RoleKind.REPRESENTATIVE,
        Role.person_id == PublicName.given_by,
        Role.ward_id == Person.id,
        in_force(now),
    )
    own = PublicName.given_by == Person.id
    return or_(and_(own, ~minor), and_(~own, minor, represented))


async def _whose(at: Acting, enrolment_id: int) -> tuple[Enrolment, Person]:
    """An enrolment of the actor, or of a child whom they represent."""
    enrolment = await at.session.get(Enrolment, enrolment_id)
    if enrolment is None or enrolment.state not in SIGNED_STATES:
        raise NotFound
    if enrolment.person_id != at.actor.id and not await represents(at, enrolment):
        raise NotFound
    return enrolment, await at.session.get_one(Person, enrolment.person_id)


def _offered(full_name: str) -> tuple[str, ...]:
    """Of a name with whichever part first: each of the two first alone, and with an initial."""
    words = full_name.split()[:2]
    if len(words) < 2:
        return tuple(word[:LONGEST] for word in words)
    one, other = words
    offered = (other, f"{other} {one[0]}.", one, f"{one} {other[0]}.")
    return tuple(name for name in offered if len(name) <= LONGEST)
