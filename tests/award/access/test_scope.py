"""The table of programme.md §7: every operation, called as everyone, with ids of somebody's own.

A new operation that takes an actor fails here until the table says who may call it.
"""

import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import URL, event

import award
from award.access.acting import Acting
from award.errors import NotAllowed, Refusal
from award.programme import Programme
from tests.acting import acting
from tests.award.access.table.cards import OF_CARDS
from tests.award.access.table.ceremonies import OF_CEREMONIES
from tests.award.access.table.certificates import OF_CERTIFICATES
from tests.award.access.table.commissions import OF_COMMISSIONS
from tests.award.access.table.held import Held, held, held_after, shown_in, touched
from tests.award.access.table.interviews import OF_INTERVIEWS
from tests.award.access.table.observations import OF_OBSERVATIONS
from tests.award.access.table.on_the_way import OF_THE_WAY
from tests.award.access.table.participants import OF_PARTICIPANTS
from tests.award.access.table.preferences import OF_WISHES
from tests.award.access.table.ratings import OF_RATINGS
from tests.award.access.table.rows import COLUMNS, STAFF, Row
from tests.award.access.table.staff import OF_STAFF
from tests.award.access.table.terms import OF_TERMS
from tests.award.access.table.transfers import OF_TRANSFERS
from tests.award.access.table.world import NOW, World, build
from tests.conftest import copy_of_database

TABLE = (
    OF_CARDS
    | OF_CEREMONIES
    | OF_CERTIFICATES
    | OF_COMMISSIONS
    | OF_INTERVIEWS
    | OF_OBSERVATIONS
    | OF_PARTICIPANTS
    | OF_RATINGS
    | OF_STAFF
    | OF_TERMS
    | OF_THE_WAY
    | OF_TRANSFERS
    | OF_WISHES
)

# Parts of operations: they are given rows that their callers have read in the actor's scope.
PARTS = {
    "absence.views.seen",
    "ceremonies.ceremonies.remind",
    "ceremonies.ceremonies.step_all",
    "cards.scope.reads_card",
    "access.budget.done_lately",
    "access.budget.not_enough_today",
    "access.budget.within_budget",
    "access.namesakes.told_apart",
    "access.scope.reached_as",
    "access.scope.reaches",
    "access.scope.represented",
    "access.scope.represents",
    "access.scope.signed_for",
    "interviews.choosing.interview_of",
    "portfolio.orders.order",
    "commission.marks.bench_of",
    "commission.marks.marks_of",
    "commission.marks.own_ballot",
    "commission.marks.require_present",
    "commission.protocols.issue",
    "commission.putting.put_appeal",
    "commission.scope.operators_commission",
    "commission.scope.own_candidate",
    "commission.scope.own_commission",
    "commission.signing.sign",
    "commission.sittings.own_sitting",
    "commission.sittings.sitting_of",
    "commission.telling.tell_all_around",
    "commission.telling.tell_where_short",
    "certificates.naming.may_name",
    "consent.asking.ask_where_unsigned",
    "consent.asking.go_on",
    "disputes.arbiters.may_answer",
    "dossiers.moving.dossier_locked",
    "dossiers.moving.move",
    "dossiers.moving.move_all",
    "dossiers.moving.open_dossier",
    "findings.verdicts.overrule",
    "findings.views.card_of",
    "plan.first_contact.first_contact",
    "plan.first_contact.require_spoken",
    "plan.views.plans_within",
    "profile.export.noted_copy",
    "recommendation.facts.facts_of",
    "recommendation.notes.queue_of",
    "registration.application.submit",
    "review.decisions.approve_instead",
    "review.decisions.return_reused",
    "review.queue.clean_of",
    "review.views.may_read",
    "staff.absence_views.colleagues",
    "staff.absence_views.decided",
    "staff.absence_views.today_of_staff",
    "staff.absence_views.zone_of_staff",
    "observations.observations.may_read_notes",
    "transfers.parties.may_ask",
}


def operations() -> Iterator[str]:
    """Every public operation of award/ that takes an actor."""
    for found in pkgutil.walk_packages(award.__path__, "award."):
        module = importlib.import_module(found.name)
        for name, function in vars(module).items():
            public = inspect.iscoroutinefunction(function) and not name.startswith("_")
            if not public or function.__module__ != module.__name__:
                continue
            first = next(iter(inspect.signature(function).parameters.values()), None)
            if first is not None and first.annotation is Acting:
                yield f"{found.name.removeprefix('award.')}.{name}"


def test_the_table_has_every_operation() -> None:
    known = {key.partition("/")[0] for key in TABLE}
    assert known.isdisjoint(PARTS)
    assert set(operations()) == known | PARTS


# --- the world, made once for each kind of database; every call is rolled back


@dataclass
class Stage:
    """A database with the world in it."""

    sessions: Callable[[], Any]
    world: World
    before: Held
    writes: list[str]

    @asynccontextmanager
    async def call(self, row: Row, column: str, of: str) -> AsyncIterator["Outcome"]:
        """What becomes of one call, in a transaction that is rolled back after a look at it."""
        async with self.sessions() as session:
            self.writes.clear()
            actor = self.world.actors[of if column == "self" else column]
            outcome = Outcome()
            try:
                outcome.answer = await row.call(
                    acting(session, actor, NOW), self.world, self.world.things[of]
                )
            except Refusal as refusal:
                outcome.refusal = refusal
            await session.flush()
            # Nothing changes without a statement that does it, and no table but the one it names.
            outcome.after = await held_after(session, self.before, self.writes)
            yield outcome
            await session.rollback()


class Outcome:
    """An answer, or a refusal; and what the database holds then."""

    answer: Any = None
    refusal: Refusal | None = None
    after: Held


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=["sqlite", "postgresql"], name="stage"
)
async def make_stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tosbelgi: Programme
) -> AsyncIterator[Stage]:
    template: URL = request.getfixturevalue(f"migrated_{request.param}")
    async with copy_of_database(template, tmp_path_factory.mktemp("scope")) as database:
        async with database.sessions() as session:
            world = await build(session, tosbelgi)
            before = await held(session)
        writes: list[str] = []

        def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if not statement.startswith("SELECT"):
                writes.append(statement)

        event.listen(database.engine.sync_engine, "before_cursor_execute", hear)
        yield Stage(database.sessions, world, before, writes)


def _is_of_scope(refusal: Refusal, row: Row) -> bool:
    return isinstance(refusal, NotAllowed) or refusal.key in row.says


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", TABLE)
async def test_who_may(stage: Stage, operation: str) -> None:
    row = TABLE[operation]
    for column in COLUMNS:
        async with stage.call(row, column, row.of) as outcome:
            if column in row.may:
                _check_allowed(stage, row, column, outcome)
            else:
                _check_refused(stage, row, column, outcome)


def _check_refused(stage: Stage, row: Row, column: str, outcome: Outcome) -> None:
    assert outcome.refusal is not None, f"{column} may not, and was answered {outcome.answer!r}"
    assert _is_of_scope(outcome.refusal, row), f"{column}: {outcome.refusal!r}"
    assert outcome.after == stage.before, f"{column} was refused, and changed something"


def _check_allowed(stage: Stage, row: Row, column: str, outcome: Outcome) -> None:
    of_others = row.own and column != "self"
    if of_others and outcome.refusal is not None:
        if row.says:
            assert _is_of_scope(outcome.refusal, row) or not isinstance(outcome.refusal, NotAllowed)
        else:
            assert not isinstance(outcome.refusal, NotAllowed), f"{column}: {outcome.refusal!r}"
        assert outcome.after == stage.before, f"{column} was refused, and changed something"
        return
    key = outcome.refusal.key if outcome.refusal else None
    assert key == row.but, f"{column} may, and was told {key}"
    world = stage.world
    caller = row.of if column == "self" else column
    mine = {caller} if row.own else {caller, row.of}
    theirs = {world.actors[key].id for key in mine | row.also}
    assert touched(stage.before, outcome.after) <= {*theirs, None}, f"{column} changed others'"
    seen = COLUMNS[column] | row.shows | ({row.of} if column == "self" else set())
    shown = shown_in(outcome.answer, world)
    assert shown <= seen, f"{column} was shown others"
    if shown and column in STAFF and row.recorded:
        assert outcome.after["audit"] != stage.before["audit"], f"{column}'s look left no trace"


# --- a minor whose representative has not signed

FOR_THEM = {
    "consent.representatives.consent_asked",
    "consent.representatives.consent",
    "consent.representatives.decline",
}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", sorted(TABLE.keys() - FOR_THEM))
async def test_staff_see_nothing_of_a_minor_not_signed_for(stage: Stage, operation: str) -> None:
    row = TABLE[operation]
    for column in ("rep", "rep2", *STAFF, "unknown", "seat"):
        async with stage.call(row, column, "unsigned") as outcome:
            assert "unsigned" not in shown_in(outcome.answer, stage.world), column
            minor = stage.world.things["unsigned"].person
            changed = minor in touched(stage.before, outcome.after)
            assert not changed or "unsigned" in row.also, f"{column} changed the minor's"
            if row.about_one:
                assert outcome.refusal is not None, f"{column}: {outcome.answer!r}"
