"""A programme full of random participants, for what is counted over all of them."""

import datetime as dt
from random import Random
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK
from award.programme.requirements import Choices, Override
from award.progress.asked import store_choices, store_overrides
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Finding,
    FindingKind,
    FindingVerdict,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Role,
    RoleKind,
)

# A Monday; its week and those before are full of entries.
MONDAY = dt.date(2026, 3, 9)
END = dt.datetime(2026, 3, 15, 19, tzinfo=dt.UTC)  # midnight in Almaty
HOUR = dt.timedelta(hours=1)
REGIONS = ("KZ-75", "KZ-71", "KZ-10")
ENDED = (EnrolmentState.COMPLETE, EnrolmentState.WITHDRAWN)
ASKED = (ExcuseState.ACCEPTED, ExcuseState.ACCEPTED, ExcuseState.ASKED)
WEEKLY = ("sport", "talent", "heritage", "volunteering")


async def many(session: AsyncSession, seed: int, participants: int = 24) -> dict[str, list[int]]:
    """Staff of two experts, four mentors, three centres; ids of people by what they are."""
    random = Random(seed)
    centres = [Centre(name=f"Орталық {n}", region=REGIONS[n % 2], place="–") for n in range(3)]
    session.add_all(centres)
    names = {"expert": 2, "mentor": 4, "head": 1, "coordinator": 2, "operator": 1}
    people = {name: [await _person(session, name, n) for n in range(many_)]
              for name, many_ in names.items()}  # fmt: skip
    for number, mentor in enumerate(people["mentor"]):
        _role(session, mentor, RoleKind.MENTOR, reports_to=people["expert"][number % 2],
              centre_id=centres[number % 3].id)  # fmt: skip
    for expert in people["expert"]:
        _role(session, expert, RoleKind.EXPERT)
    _role(session, people["head"][0], RoleKind.CENTRE_HEAD, centre_id=centres[0].id)
    for number, coordinator in enumerate(people["coordinator"]):
        _role(session, coordinator, RoleKind.COORDINATOR, region=REGIONS[number])
    _role(session, people["operator"][0], RoleKind.OPERATOR)
    entries: list[Entry] = []
    for number in range(participants):
        entries += await _participant(session, random, number, people["mentor"], centres)
    await session.flush()
    _findings(session, random, entries)
    await session.commit()
    return people


async def _person(session: AsyncSession, name: str, number: int, **other: Any) -> int:
    place = ("expert", "mentor", "head", "coordinator", "operator", "participant").index(name)
    person = Person(
        telegram_id=1000 * (place + 1) + number,
        full_name=f"{name} {number}",
        language="kk",
        joined_at=END - WEEK * 60,
        **other,
    )
    session.add(person)
    await session.flush()
    return person.id


def _role(session: AsyncSession, person_id: int, kind: RoleKind, **scope: Any) -> None:
    session.add(Role(person_id=person_id, kind=kind, since=END - WEEK * 60, **scope))


async def _participant(
    session: AsyncSession, random: Random, number: int, mentors: list[int], centres: list[Centre]
) -> list[Entry]:
    person = await _person(session, "participant", number, region=random.choice([*REGIONS, None]))
    activated = END - DAY * random.randrange(1, 120) - HOUR * random.randrange(24)
    state = random.choice([EnrolmentState.ACTIVE] * 6 + [*ENDED])
    ended = END - DAY * random.randrange(-2, 20)
    enrolment = Enrolment(
        person_id=person,
        state=state,
        level="bronze",
        choices=store_choices(Choices({"heritage": "months_3"}, frozenset(WEEKLY))),
        overrides=store_overrides(_overrides(random)),
        centre_id=random.choice([None, *(centre.id for centre in centres)]),
        mentor_id=random.choice([*mentors, None]),
        begun_at=activated - WEEK,
        submitted_at=activated - WEEK,
        activated_at=activated,
        started_on=(activated + HOUR * 5).date(),
        completed_at=ended if state is EnrolmentState.COMPLETE else None,
        closed_at=ended if state is EnrolmentState.WITHDRAWN else None,
    )
    session.add(enrolment)
    await session.flush()
    await _plan(session, random, enrolment)
    _excuses(session, random, enrolment)
    return await _journal(session, random, enrolment)


def _overrides(random: Random) -> list[Override]:
    if random.random() > 0.15:
        return []
    return [Override("sport", "–", amount=random.choice([None, 4, 20]), minutes_per_week=30)]


async def _plan(session: AsyncSession, random: Random, enrolment: Enrolment) -> None:
    assert enrolment.started_on is not None
    for version, state in ((1, PlanState.REPLACED), (2, PlanState.AGREED)):
        plan = Plan(enrolment_id=enrolment.id, version=version, state=state,
                    made_by=enrolment.person_id, made_at=END)  # fmt: skip
        session.add(plan)
        await session.flush()
        for direction in WEEKLY:
            begins = enrolment.started_on + DAY * random.choice([0, 0, 0, 30, 120])
            session.add(PlanItem(plan_id=plan.id, direction=direction, activity="–",
                                 weekdays=[0], minutes=60, starts_on=begins))  # fmt: skip


def _excuses(session: AsyncSession, random: Random, enrolment: Enrolment) -> None:
    for _ in range(random.choice([0, 0, 1, 2])):
        first = MONDAY + DAY * random.randrange(-90, 10)
        session.add(
            Excuse(
                enrolment_id=enrolment.id,
                state=random.choice(ASKED),
                first_day=first,
                last_day=random.choice([None, first + DAY * random.randrange(20)]),
                reason="illness",
                made_by=enrolment.person_id,
                made_at=END,
            )
        )


async def _journal(session: AsyncSession, random: Random, enrolment: Enrolment) -> list[Entry]:
    assert enrolment.started_on is not None
    days = max(1, (END.date() - enrolment.started_on).days + 8)
    habit = random.choice([0, 0.2, 0.6, 4, 4])
    made: list[Entry] = []
    corrections: list[tuple[Entry, Entry]] = []
    for _ in range(round(days / 7 * 4 * habit)):
        happened = enrolment.started_on + DAY * random.randrange(-7, days)
        entry = _entry(random, enrolment, happened, random.choice(WEEKLY))
        made.append(entry)
        while entry.state is not EntryState.SUBMITTED and random.random() < 0.25:
            corrected = entry
            entry = _entry(random, enrolment, happened, entry.direction or "", corrected)
            made.append(entry)
            corrections.append((corrected, entry))
    session.add_all(made)
    await session.flush()  # from here on they have ids, given by the database
    for corrected, entry in corrections:
        entry.replaces_id = corrected.id
    await session.flush()
    return made


def _entry(
    random: Random, enrolment: Enrolment, happened: dt.date, direction: str, of: Entry | None = None
) -> Entry:
    state = random.choice([EntryState.APPROVED] * 6 + list(EntryState))
    midnight = dt.datetime.combine(happened, dt.time(), dt.UTC)
    sent = (of.decided_at if of is not None else None) or midnight
    sent += HOUR * random.randrange(1, 60)
    decided = state in (EntryState.APPROVED, EntryState.RETURNED, EntryState.REJECTED)
    return Entry(
        enrolment_id=enrolment.id,
        state=state,
        version=of.version + 1 if of is not None else 1,
        direction=direction,
        happened_on=happened,
        sent_at=sent,
        received_at=sent,
        minutes=random.choice([None, 10, 30, 40, 60, 60, 90]),
        submitted_at=None if state is EntryState.DRAFT else sent,
        decided_at=sent + HOUR * random.randrange(1, 240) if decided else None,
    )


def _findings(session: AsyncSession, random: Random, entries: list[Entry]) -> None:
    for _ in range(len(entries) // 8):
        one, other = random.sample(entries, 2)
        verdict = random.choice([None, None, FindingVerdict.HONEST, FindingVerdict.REUSED])
        found = END - HOUR * random.randrange(-40, 500)
        session.add(
            Finding(
                entry_id=one.id,
                other_entry_id=other.id,
                kind=FindingKind.ESSAY,
                score=0.9,
                details={},
                found_at=found,
                verdict=verdict,
                decided_at=found if verdict else None,
            )
        )
