"""Some dozens of participants besides those with phones: for ratings, tables and digests.

They are plain rows, written at once: nobody plays them, and the bot sends them nothing.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import insert

from award.calendar import DAY, WEEK, week_of
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from demo.journals import approved, each_week
from demo.people import AQMOLA, ERMEK, FIRST_ID, MURAT, NATALIA, Staff
from demo.stage import Stage
from storage.tables import (
    Agreement,
    Enrolment,
    EnrolmentState,
    Entry,
    Person,
    Plan,
    PlanItem,
    PlanState,
    PublicName,
    SignerKind,
)

_GIRLS = ("Айдана", "Аяжан", "Дана", "Жанель", "Инжу", "Меруерт", "Назерке", "Сезім", "Юлия")
_BOYS = ("Алдияр", "Бекзат", "Дамир", "Ерасыл", "Жандос", "Нұрлан", "Олжас", "Санжар", "Роман")
_SURNAMES = ("Абдрахман", "Бейсен", "Дүйсен", "Есен", "Жақсылық", "Кенжебек", "Мұрат", "Серік")
_MENTORS = (ERMEK, NATALIA, MURAT)
NUMBER = 36
_FIRST = 10_000  # their numbers lie above those of all who have phones


@dataclass(frozen=True)
class _Face:
    """One of the crowd. `weeks` since activation; `skips` one week in so many, 0 none."""

    number: int
    mentor: Staff

    @property
    def name(self) -> str:
        first = (_GIRLS, _BOYS)[self.number % 2][self.number // 2 % len(_GIRLS)]
        return f"{_SURNAMES[self.number * 3 % len(_SURNAMES)]} {first}"

    @property
    def level(self) -> str:
        return "silver" if self.number % 6 == 5 else "bronze"

    @property
    def weeks(self) -> int:
        return 3 + self.number * 7 % 19

    @property
    def skips(self) -> int:
        return (0, 5, 3, 0, 2, 4)[self.number // 3 % 6]

    @property
    def is_named(self) -> bool:
        """Has agreed to stand in public tables."""
        return self.number % 3 != 1


async def gather(stage: Stage) -> None:
    """Write the crowd down, each with a plan and the journal of their weeks."""
    faces = [_Face(number, _MENTORS[number % len(_MENTORS)]) for number in range(NUMBER)]
    session = stage.session
    people = [_person(stage, face) for face in faces]
    session.add_all(people)
    await session.flush()
    enrolments = [_enrolment(stage, *pair) for pair in zip(faces, people, strict=True)]
    session.add_all(enrolments)
    await session.flush()
    plans = [_plan(stage, face, each) for face, each in zip(faces, enrolments, strict=True)]
    session.add_all(plans)
    await session.flush()
    entries, items = list[dict[str, Any]](), list[dict[str, Any]]()
    for face, person, enrolment, plan in zip(faces, people, enrolments, plans, strict=True):
        session.add_all(_signed(stage, face, person, enrolment))
        for place, asked in enumerate(asked_of(stage.programme, enrolment)):
            items.append(_item(face, plan, asked.direction, stage))
            days = islice(_kept(stage, face, place), None if asked.minutes_per_week else 2)
            entries += _rows(stage, enrolment, asked, days)
    await session.flush()
    await session.execute(insert(PlanItem), items)
    await session.execute(insert(Entry), entries)


def _began(stage: Stage, face: _Face) -> dt.date:
    return week_of(stage.today) - WEEK * face.weeks


def _kept(stage: Stage, face: _Face, place: int) -> Iterator[dt.date]:
    """A day of each week that was kept; a direction begins a week after the one before it."""
    began = _began(stage, face) + WEEK * (place % 3)
    for week, day in enumerate(each_week(began, face.number + place)):
        if day >= stage.today:
            return
        if not face.skips or (week + face.number + place) % face.skips:
            yield day


def _rows(
    stage: Stage, enrolment: Enrolment, asked: Requirement, days: Iterator[dt.date]
) -> Iterator[dict[str, Any]]:
    for row in approved(asked, days, stage.at):
        yield {"enrolment_id": enrolment.id, **row}


def _person(stage: Stage, face: _Face) -> Person:
    there = face.mentor.centre
    assert there is not None
    joined = stage.at(_began(stage, face) - DAY * 10, 18)
    return Person(
        telegram_id=FIRST_ID + _FIRST + face.number,
        language="kk",
        full_name=face.name,
        birth_date=stage.today - DAY * (365 * (18 + face.number % 7) + 150 + face.number),
        region=there.region,
        place=there.place,
        study="Көкшетау университеті" if there.region == AQMOLA else "Алматы университеті",
        joined_at=joined,
        unreachable_since=joined,
    )


def _enrolment(stage: Stage, face: _Face, person: Person) -> Enrolment:
    assert face.mentor.centre is not None
    began = _began(stage, face)
    answers = {"heritage": "months_3"}
    if face.level == "silver":
        answers["longer"] = "sport"
    return Enrolment(
        person_id=person.id,
        state=EnrolmentState.ACTIVE,
        level=face.level,
        choices={"answers": answers, "extra": []},
        overrides={},
        centre_id=stage.place_id(face.mentor.centre),
        mentor_id=stage.ids[face.mentor],
        begun_at=person.joined_at,
        submitted_at=person.joined_at,
        activated_at=stage.at(began, 9),
        started_on=began,
    )


def _plan(stage: Stage, face: _Face, enrolment: Enrolment) -> Plan:
    made = stage.at(_began(stage, face) - DAY * 4, 11)
    return Plan(
        enrolment_id=enrolment.id,
        version=1,
        state=PlanState.AGREED,
        made_by=stage.ids[face.mentor],
        **dict.fromkeys(("made_at", "proposed_at", "agreed_at"), made),
    )


def _item(face: _Face, plan: Plan, direction: str, stage: Stage) -> dict[str, Any]:
    return {
        **{"plan_id": plan.id, "direction": direction, "activity": "", "minutes": 60},
        **{"weekdays": [face.number % 5], "starts_on": _began(stage, face)},
    }


def _signed(
    stage: Stage, face: _Face, person: Person, enrolment: Enrolment
) -> Iterator[Agreement | PublicName]:
    agreement = stage.programme.agreement
    yield Agreement(
        enrolment_id=enrolment.id,
        kind=SignerKind.PARTICIPANT,
        signer_id=person.id,
        signer_name=face.name,
        language="kk",
        version=agreement.version,
        text_hash=agreement.text_hash("kk"),
        signed_at=person.joined_at,
    )
    if face.is_named:
        surname, first = face.name.split()
        short = f"{first} {surname[0]}."
        yield PublicName(
            person_id=person.id, name=short, given_by=person.id, given_at=person.joined_at
        )
