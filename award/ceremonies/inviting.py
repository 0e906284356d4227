"""Which winners are invited to a ceremony, many at once or one by name (§8.13)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select

from award.access.acting import Acting
from award.audit import record
from award.ceremonies.ceremonies import people_of, remind, run_by, step_all
from award.dossiers.endings import expected, goes_on, left_out, missed, revoked
from award.errors import TooLate
from award.outbox import NoticeKind, tell_all_once
from award.typed import titled
from storage.tables import (
    Candidacy,
    Centre,
    Ceremony,
    CeremonyAnswer,
    CeremonyGuest,
    Commission,
    Dossier,
    DossierState,
    Enrolment,
    Person,
)

AT_ONCE = 200  # winners whom one tap invites
MOST = 10  # found by a name


@dataclass(frozen=True, slots=True)
class Which:
    """Which winners: of a level, of a commission's season, of a region; each empty for all.

    `missed`: those who could not come to a ceremony and have no badge still, in place of those who
    are invited to none yet.
    """

    level: str = ""
    season: int = 0
    region: str = ""
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """How many winners of a level, season and region wait to be invited."""

    which: Which
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who may be invited to a ceremony, in groups; `region`: whose winners they are, if of one."""

    groups: tuple[Group, ...]
    region: str | None

    def count(self, which: Which) -> int:
        """How many of a choice there are."""
        return sum(each.count for each in self.groups if _is_of(each.which, which))

    def offered(self, name: str, which: Which) -> list[tuple[Any, int]]:
        """What `name` (a part of Which) may be, whatever it is now, with how many of each."""
        free = replace(which, **{name: type(getattr(which, name))()})
        found: Counter[Any] = Counter()
        for each in self.groups:
            if _is_of(each.which, free):
                found[getattr(each.which, name)] += each.count
        return sorted(found.items())


def _is_of(one: Which, which: Which) -> bool:
    return (
        one.missed == which.missed
        and which.level in ("", one.level)
        and which.season in (0, one.season)
        and which.region in ("", one.region)
    )


@dataclass(frozen=True, slots=True)
class Winner:
    """A winner found by name, told apart by level and region."""

    dossier_id: int
    name: str
    level: str
    region: str | None


async def waiting_winners(at: Acting, ceremony_id: int) -> Waiting:
    """Winners of its scope who may be invited: to none invited yet, or missed the one they were."""
    ceremony = await run_by(at, ceremony_id)
    groups: list[Group] = []
    for gone in (False, True):
        each = _of_scope(ceremony, _Row.level, _Row.season, _Row.region, func.count())
        rows = await at.session.execute(
            each.where(_may_be_invited(at, ceremony, gone)).group_by(
                _Row.level, _Row.season, _Row.region
            )
        )
        groups += [
            Group(Which(level or "", season or 0, region or "", gone), count)
            for level, season, region, count in rows
        ]
    return Waiting(tuple(groups), ceremony.region)


async def invite(at: Acting, ceremony_id: int, which: Which = Which()) -> int:
    """Invite the next winners of a choice, at most AT_ONCE; how many. Each is told, and so is who
    represents a minor; both are reminded."""
    ceremony = await run_by(at, ceremony_id, change=True)
    query = _of_scope(ceremony, Dossier.id).where(
        _may_be_invited(at, ceremony, which.missed), *_of_choice(which)
    )
    some = (await at.session.scalars(query.order_by(Dossier.id).limit(AT_ONCE))).all()
    return await _put(at, ceremony, some)


async def invite_one(at: Acting, ceremony_id: int, dossier_id: int) -> None:
    """Invite one winner besides; raises TooLate for one who cannot be invited (any more)."""
    ceremony = await run_by(at, ceremony_id, change=True)
    if not await _put(at, ceremony, [dossier_id]):
        raise TooLate("ceremony-not-waiting")


async def found_winners(at: Acting, ceremony_id: int, words: str) -> tuple[Winner, ...]:
    """Those who may be invited and in whose name the words stand, at most MOST; it is on record."""
    ceremony = await run_by(at, ceremony_id)
    await record(at.session, at.actor.id, "ceremony.searched", "ceremony", ceremony.id, at.now)
    if not titled(words):
        return ()
    query = _of_scope(ceremony, Dossier.id, Person.full_name, Enrolment.level, _Row.region)
    either = or_(*(_may_be_invited(at, ceremony, gone) for gone in (False, True)))
    rows = await at.session.execute(
        query.where(either, named(words)).order_by(Person.full_name, Dossier.id).limit(MOST)
    )
    return tuple(
        Winner(each, name or "", level or "", region) for each, name, level, region in rows
    )


async def _put(at: Acting, ceremony: Ceremony, some: Sequence[int]) -> int:
    """Invite those of these dossiers who may be, now that nobody else can; how many."""
    locked = select(Dossier.id).where(Dossier.id.in_(some)).order_by(Dossier.id)
    await at.session.execute(locked.with_for_update())
    either = or_(*(_may_be_invited(at, ceremony, gone) for gone in (False, True)))
    query = _of_scope(ceremony, Dossier.id).where(Dossier.id.in_(some), either)
    ids = (await at.session.scalars(query.order_by(Dossier.id))).all()
    if not ids:
        return 0
    new = Dossier.id.in_(ids) & (Dossier.state == DossierState.AWARDED)
    await step_all(at, new, DossierState.INVITED)
    guest = {"ceremony_id": ceremony.id, "answer": CeremonyAnswer.ASKED}
    guests = [guest | {"dossier_id": each} for each in ids]
    await at.session.execute(insert(CeremonyGuest.__table__), guests)
    await record(
        at.session,
        at.actor.id,
        "ceremony.invited",
        "ceremony",
        ceremony.id,
        at.now,
        dossiers=list(ids),
    )
    await tell_all_once(
        at.session,
        await people_of(at.session, ceremony.id, ids),
        NoticeKind.CEREMONY_INVITED,
        f"{NoticeKind.CEREMONY_INVITED.value}:{ceremony.id}",
        at.now,
        useful_until=ceremony.starts_at,
        ceremony=ceremony.id,
        version=ceremony.version,
    )
    await remind(at, ceremony, ids)
    return len(ids)


class _Row:
    """What winners are chosen by, as columns of `_of_scope`."""

    level = Enrolment.level
    region = func.coalesce(Centre.region, Person.region)
    season = (
        select(func.max(Commission.season))
        .join(Candidacy, Candidacy.commission_id == Commission.id)
        .where(Candidacy.dossier_id == Dossier.id, Candidacy.outcome == DossierState.AWARDED)
        .correlate(Dossier)
        .scalar_subquery()
    )


def _of_scope(ceremony: Ceremony, *columns: Any) -> Select[Any]:
    query = (
        select(*columns)
        .select_from(Dossier)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
    )
    return query if ceremony.region is None else query.where(_Row.region == ceremony.region)


def _of_choice(which: Which) -> list[ColumnElement[bool]]:
    chosen = ((_Row.level, which.level), (_Row.season, which.season), (_Row.region, which.region))
    return [column == value for column, value in chosen if value]


def _may_be_invited(at: Acting, ceremony: Ceremony, gone: bool) -> ColumnElement[bool]:
    """Awarded, and not left out of ceremonies by the commission's decision; or, `gone`, invited to
    one that they could not come to, and to none ahead."""
    known = select(CeremonyGuest.dossier_id).where(CeremonyGuest.ceremony_id == ceremony.id)
    if gone:
        waits = and_(
            Dossier.state == DossierState.INVITED,
            Dossier.id.in_(missed(at.now)),
            Dossier.id.not_in(expected(at.now)),
        )
    else:
        waits = and_(Dossier.state == DossierState.AWARDED, Dossier.id.not_in(left_out()))
    return and_(
        waits,
        Dossier.id.not_in(known),
        goes_on(),
        Enrolment.id.not_in(revoked()),
    )


def named(words: str) -> ColumnElement[bool]:
    """Whose name has all the words, of people who were not forgotten; without words everybody."""
    sought = titled(words).split()[:MOST]
    # SQLite's LIKE knows no case of Cyrillic letters.
    each = (
        or_(
            *(
                Person.full_name.contains(spelled, autoescape=True)
                for spelled in {word, word.lower(), word.capitalize()}
            )
        )
        for word in sought
    )
    return and_(True, *each, *([goes_on()] if sought else []))
