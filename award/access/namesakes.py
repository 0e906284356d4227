"""People by their names: how they are found, and namesakes told apart by what else is known."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, and_, or_, select

from award.access.acting import Acting
from award.calendar.zones import today_in
from award.programme.eligibility import age_on
from award.typed import tidied
from storage.tables import SIGNED_STATES, Enrolment, Person

MOST_WORDS = 5  # of a name that is looked for


class By(StrEnum):
    """What tells somebody apart; each has its words, `apart-<by>`."""

    STUDY = "study"
    PLACE = "place"
    AGE = "age"


# Read as columns: there may be hundreds of one name.
_Known: TypeAlias = Row[*tuple[Any, ...]]
_TOLD = (
    Person.id,
    Person.full_name,
    Person.study,
    Person.place,
    Person.birth_date,
    Person.region,
)


@dataclass(frozen=True)
class Apart:
    """What one has that no other of the name has."""

    by: By
    value: str


async def told_apart(
    at: Acting, people: Collection[int], among: ColumnElement[bool]
) -> dict[int, Apart]:
    """Of those of these people whose name others have: what is theirs alone.

    `among`: the enrolments of which the reader sees; who takes part in one with the same name is
    taken for another of it. Left out are those of whom nothing of the three is theirs alone.
    """
    names = select(Person.full_name).where(Person.id.in_(people))
    found = await at.session.execute(
        select(*_TOLD)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(among, Enrolment.state.in_(SIGNED_STATES), Person.full_name.in_(names))
        .distinct()
        .order_by(Person.id)
    )
    by_name: dict[str, list[_Known]] = defaultdict(list)
    for person in found:
        by_name[person.full_name or ""].append(person)
    return {
        person.id: apart
        for namesakes in by_name.values()
        if len(namesakes) > 1
        for person in namesakes
        if person.id in people and (apart := _apart(at, person, namesakes)) is not None
    }


def called(words: str) -> ColumnElement[bool] | None:
    """The condition that a Person's name has each of these words in it, or a part of a name.

    None for fewer than two letters.
    """
    parts = tidied(words).split()
    if len("".join(parts)) < 2:
        return None
    # SQLite knows capitals of Latin letters alone, and a name is kept with its first ones.
    return and_(
        *(
            or_(
                Person.full_name.contains(part[:1].upper() + part[1:], autoescape=True),
                Person.full_name.contains(part.lower(), autoescape=True),
            )
            for part in parts[:MOST_WORDS]
        )
    )


def _apart(at: Acting, person: _Known, namesakes: Sequence[_Known]) -> Apart | None:
    for by in By:
        values = Counter(_value(at, each, by) for each in namesakes)
        mine = _value(at, person, by)
        if mine and values[mine] == 1:
            return Apart(by, mine)
    return None


def _value(at: Acting, person: _Known, by: By) -> str:
    if by is By.STUDY:
        return person.study or ""
    if by is By.PLACE:
        return person.place or ""
    today = today_in(at.programme, person.region, at.now)
    return str(age_on(person.birth_date, today)) if person.birth_date is not None else ""
