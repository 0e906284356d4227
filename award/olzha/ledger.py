"""The ledger of olzha: rows as the history gives them, each with its cause.

Whatever changes a history says so in its own transaction by one statement (`history_changed`), and
counts nothing: points need not be there within the second, and are then counted from the whole
history, so no order of approvals, corrections and marks taken back can leave a row too many. Who
changed is counted anew soon after, by the clock or by the person's own look. The number of changes
tells whether a count is of the history as it stands; if not, it is thrown away and done again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, literal, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.olzha.earning import Earned, Given, Key, earned
from award.olzha.history import Histories
from award.programme import Olzha, Programme
from storage.inserting import insert_into
from storage.tables import Enrolment, OlzhaOwner, OlzhaRow

AT_ONCE = 5  # people in one transaction of the service: whoever taps meanwhile waits for these

_row, _owner = OlzhaRow.__table__, OlzhaOwner.__table__


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one person: rows to come and to go, as of so many changes of the history, and a count."""

    person: int
    changes: int
    counted: int
    new: tuple[dict[str, Any], ...]
    gone: tuple[Key, ...]


async def history_changed(session: AsyncSession, enrolment_id: int) -> None:
    """The history of an enrolment's participant is another one now; one statement."""
    await _changed(session, Enrolment.id == enrolment_id)


async def person_changed(session: AsyncSession, person_id: int) -> None:
    """The same of a person who has an enrolment."""
    await _changed(session, Enrolment.person_id == person_id)


async def _changed(session: AsyncSession, whose: ColumnElement[bool]) -> None:
    person = select(Enrolment.person_id, literal(1), literal(0)).where(whose).limit(1)
    adding = insert_into(session, OlzhaOwner).from_select(
        ["person_id", "changes", "counted"], person
    )
    counting = {"changes": OlzhaOwner.changes + 1}
    await session.execute(adding.on_conflict_do_update(index_elements=["person_id"], set_=counting))


async def due(session: AsyncSession, after: int = 0) -> Sequence[int]:
    """Some people whose history has changed since their ledger was counted, of ids after this."""
    found = await session.scalars(
        select(OlzhaOwner.person_id)
        .where(OlzhaOwner.changes != OlzhaOwner.counted, OlzhaOwner.person_id > after)
        .order_by(OlzhaOwner.person_id)
        .limit(AT_ONCE)
    )
    return found.all()


async def settle(
    session: AsyncSession, programme: Programme, people: Collection[int], *, quietly: bool = False
) -> int:
    """Count these people anew and write what differs; how many were counted.

    Whose history changes meanwhile is left to be counted again. `quietly` as of `differences`.
    """
    counter = Counter(session, programme)
    return await write(session, await counter.differences(people, quietly=quietly))


class Counter:
    """Compares ledgers with histories, for some people after others."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.olzha = programme.olzha
        self._histories = Histories(session, programme)

    async def differences(
        self, people: Collection[int], *, quietly: bool = False
    ) -> list[Difference]:
        """Of those whose ledger differs, or is to be counted; seven statements that only read.

        `quietly`: nobody is to be told of the trophies among the new rows.
        """
        # The changes first: what is read after them is at least as new.
        found = await self.session.execute(
            select(
                _owner.c.person_id, _owner.c.changes, _owner.c.counted, _owner.c.off_since
            ).where(_owner.c.person_id.in_(people))
        )
        owners = {row.person_id: row for row in found}
        ledgers = await self._ledgers(people)
        ways = await self._histories.of(people)
        differences = []
        for person in people:
            owner = owners.get(person)
            off = self.olzha is None or (owner is not None and owner.off_since is not None)
            should = {} if off or self.olzha is None else earned(self.olzha, ways[person])
            there = ledgers.get(person, {})
            is_due = owner is not None and owner.changes != owner.counted
            if is_due or should != there:
                changes, counted = (owner.changes, owner.counted) if owner is not None else (0, 0)
                new, gone = self._between(there, should, quietly=quietly)
                differences.append(Difference(person, changes, counted, new, gone))
        return differences

    async def _ledgers(self, people: Collection[int]) -> dict[int, Earned]:
        enrolment = Enrolment.__table__.c
        found = await self.session.execute(
            select(
                enrolment.person_id,
                _row.c.enrolment_id,
                _row.c.reward,
                _row.c.cause,
                _row.c.points,
                _row.c.earned_on,
            )
            .join_from(Enrolment.__table__, _row, _row.c.enrolment_id == enrolment.id)
            .where(enrolment.person_id.in_(people))
        )
        ledgers: dict[int, Earned] = {}
        for person, enrolment_id, reward, cause, points, day in found.all():
            ledgers.setdefault(person, {})[Key(enrolment_id, reward, cause)] = Given(points, day)
        return ledgers

    def _between(
        self, there: Earned, should: Earned, *, quietly: bool
    ) -> tuple[tuple[dict[str, Any], ...], tuple[Key, ...]]:
        gone = tuple(key for key, given in there.items() if should.get(key) != given)
        # A trophy that has another cause by now was told of already.
        known = {key.reward for key in gone}
        new = tuple(
            {
                "enrolment_id": key.enrolment,
                "reward": key.reward,
                "cause": key.cause,
                "points": given.points,
                "earned_on": given.on,
                "untold": not quietly and key.reward not in known and _has_trophy(self.olzha, key),
            }
            for key, given in should.items()
            if there.get(key) != given
        )
        return new, gone


def _has_trophy(olzha: Olzha | None, key: Key) -> bool:
    reward = olzha.find(key.reward) if olzha else None
    return reward is not None and reward.trophy is not None


async def write(session: AsyncSession, differences: Sequence[Difference]) -> int:
    """Write these into the ledger, but for whom was changed or counted since; of how many.

    Enrolments are locked before owners, as by those who change a history.
    """
    if not differences:
        return 0
    theirs = {row["enrolment_id"] for each in differences for row in each.new}
    if theirs:
        locking = select(Enrolment.id).where(Enrolment.id.in_(theirs)).order_by(Enrolment.id)
        await session.execute(locking.with_for_update(read=True, key_share=True))
    owners = [{"person_id": each.person, "changes": 0, "counted": 0} for each in differences]
    await session.execute(insert_into(session, _owner).on_conflict_do_nothing(), owners)
    as_read = tuple_(_owner.c.person_id, _owner.c.changes, _owner.c.counted)
    found = await session.scalars(
        update(_owner)
        .where(as_read.in_([(each.person, each.changes, each.counted) for each in differences]))
        .values(counted=_owner.c.changes)
        .returning(_owner.c.person_id)
    )
    still = set(found)
    settled = [each for each in differences if each.person in still]
    gone = [tuple(key) for each in settled for key in each.gone]
    for first in range(0, len(gone), 1000):
        key = tuple_(_row.c.enrolment_id, _row.c.reward, _row.c.cause)
        await session.execute(delete(_row).where(key.in_(gone[first : first + 1000])))
    new = [row for each in settled for row in each.new]
    if new:
        await session.execute(insert_into(session, _row).on_conflict_do_nothing(), new)
    return len(settled)
