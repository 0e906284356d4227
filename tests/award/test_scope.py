"""The table of programme.md §7: every operation, called as everyone, with ids of somebody's own.

A new operation that takes an actor fails here until the table says who may call it.
"""

import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import URL, event
from sqlalchemy.ext.asyncio import AsyncSession

import award
from award import (
    acting,
    agreements,
    application,
    capture,
    centres,
    choosing,
    desk,
    drafts,
    employers,
    enrolments,
    entry_card,
    erasure,
    files,
    findings,
    honesty,
    invitations,
    journal,
    judging,
    marks,
    mentoring,
    organisations,
    own_data,
    participation,
    personal,
    plan_views,
    plans,
    reaching,
    review,
    standing,
    tasks,
    where,
)
from award.acting import Actor
from award.application import Question
from award.enrolments import PauseReason
from award.errors import NotAllowed, Refusal
from award.personal import Field
from award.programme import Programme
from storage.tables import FindingVerdict, MarkKind, RoleKind
from tests.award.diary import message
from tests.award.scope_world import (
    MINE,
    NOW,
    SIGNED,
    TODAY,
    Held,
    Things,
    World,
    build,
    held,
    shown_in,
    touched,
)
from tests.conftest import copy_of_database

Call = Callable[[AsyncSession, Actor, World, Things], Awaitable[Any]]

# Who calls, and of which participants they may see something (programme.md §7). "self" is the one
# whom the operation is about; "former" the mentor after that role has ended.
COLUMNS: dict[str, frozenset[str]] = {
    "self": frozenset(),
    "other": frozenset({"other"}),
    "rep": SIGNED - {"other"},
    "rep2": frozenset({"other"}),
    "mentor": MINE,
    "mentor2": frozenset({"other"}),
    "former": frozenset(),
    "expert": MINE,
    "expert2": frozenset({"other"}),
    "coordinator": SIGNED,
    "coordinator2": frozenset(),
    "head": SIGNED,
    "head2": frozenset(),
    "operator": SIGNED,
    "unknown": frozenset(),
}
STAFF = tuple(COLUMNS)[4:-1]

EVERYONE = frozenset(COLUMNS)
NOBODY: frozenset[str] = frozenset()
SELF = frozenset({"self"})
MENTOR = frozenset({"mentor"})
MENTORS = frozenset({"mentor", "mentor2"})
READERS = frozenset({"self", "rep", "mentor", "expert", "coordinator", "head", "operator"})
OF_JOURNALS = frozenset({"mentor", "expert", "operator"})
OF_CENTRE = frozenset({"head", "operator"})
HEADS = frozenset({"head", "head2", "operator"})
OPERATOR = frozenset({"operator"})
# A representative's link is for a grown-up who will not decide on the application.
SIGNERS = EVERYONE - {"self", "other", "mentor", "expert", "coordinator", "head", "operator"}


@dataclass(frozen=True)
class Row:
    """Who may call an operation.

    `of`: the participant whose ids it is called with. `own`: it takes no ids and is about whoever
    calls, whom the rules may refuse, but never their scope. `says`: the words of a refusal of scope
    besides NotAllowed. `but`: the refusal of rules that even who may call it meets here. `also`:
    who else's rows it changes. `shows`: whom it shows to all who may call it. `recorded`: a look by
    staff is on the record (programme.md §7). `staff`: it is about staff, centres, partners.
    """

    call: Call
    may: frozenset[str]
    of: str = "active"
    own: bool = False
    says: tuple[str, ...] = ()
    but: str | None = None
    also: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    recorded: bool = True
    staff: bool = False

    @property
    def about_one(self) -> bool:
        """It is called with the ids of one participant."""
        return not self.own and not self.staff and self.may <= READERS


def own(call: Call, of: str = "active", **other: Any) -> Row:
    return Row(call, EVERYONE, of, own=True, **other)


async def _capture(s: AsyncSession, a: Actor, w: World, t: Things) -> Any:
    theirs = await participation.participation(s, w.actors["active"], w.programme, NOW)
    return await capture.capture(s, a, theirs, message("жүгіру"), capture.Guess(), NOW)


def _hash(w: World) -> str:
    return w.programme.agreement.text_hash("kk")


ACTIVITY = plans.Change(minutes=45)
MINUTES = drafts.Change(minutes=45)
LINKED = ("refused-own-link", "refused-minor-represents", "refused-staff-represents")
WARDS = SIGNED - {"other"}

# "module.operation", with "/case" behind it where one operation needs several rows.
TABLE: dict[str, Row] = {
    # --- what every operation stands on
    "acting.own_enrolment": Row(lambda s, a, w, t: acting.own_enrolment(s, a, t.enrolment), SELF),
    "acting.mentored": Row(
        lambda s, a, w, t: acting.mentored(s, a, t.enrolment), MENTOR, recorded=False
    ),
    "acting.visible": Row(
        lambda s, a, w, t: acting.visible(s, a, t.enrolment), READERS, recorded=False
    ),
    "acting.own_entry": Row(lambda s, a, w, t: acting.own_entry(s, a, t.submitted), SELF),
    "acting.mentored_entry": Row(
        lambda s, a, w, t: acting.mentored_entry(s, a, t.submitted), MENTOR, recorded=False
    ),
    # --- the application
    "application.begin": own(lambda s, a, w, t: application.begin(s, a, NOW), "draft"),
    "application.application": own(
        lambda s, a, w, t: application.application(s, a, w.programme, NOW), "draft"
    ),
    "application.own_draft": own(lambda s, a, w, t: application.own_draft(s, a), "draft"),
    "application.send": own(
        lambda s, a, w, t: application.send(s, a, w.programme, NOW),
        "draft",
        but="refused-unanswered",
    ),
    "choosing.choose_level": own(
        lambda s, a, w, t: choosing.choose_level(s, a, w.programme, "bronze", NOW), "draft"
    ),
    "choosing.choose_directions": own(
        lambda s, a, w, t: choosing.choose_directions(s, a, w.programme, ("work",), NOW), "draft"
    ),
    "choosing.choose_option": own(
        lambda s, a, w, t: choosing.choose_option(s, a, w.programme, "heritage", "months_3", NOW),
        "draft",
    ),
    "choosing.choose_partner": own(
        lambda s, a, w, t: choosing.choose_partner(s, a, w.programme, "trips", w.partner, NOW),
        "draft",
    ),
    "choosing.choose_centre": own(
        lambda s, a, w, t: choosing.choose_centre(s, a, w.centre, NOW), "draft"
    ),
    "choosing.choose_mentor": own(
        lambda s, a, w, t: choosing.choose_mentor(s, a, w.people["mentor"], NOW), "draft"
    ),
    "choosing.leave_open": own(
        lambda s, a, w, t: choosing.leave_open(s, a, Question.MENTOR, NOW), "draft"
    ),
    "centres.suggest_centres": own(lambda s, a, w, t: centres.suggest_centres(s, a)),
    "centres.unassigned": Row(
        lambda s, a, w, t: centres.unassigned(s, a, t.enrolment),
        OF_CENTRE,
        "unassigned",
        recorded=False,
    ),
    "centres.assign_mentor": Row(
        lambda s, a, w, t: centres.assign_mentor(s, a, t.enrolment, w.people["mentor2"], NOW),
        OF_CENTRE,
        "unassigned",
    ),
    # --- signing
    "agreements.sign": own(
        lambda s, a, w, t: agreements.sign(s, a, w.programme, "kk", _hash(w), NOW), "draft"
    ),
    "agreements.representative_link": own(
        lambda s, a, w, t: agreements.representative_link(s, a, NOW), "unsigned"
    ),
    "agreements.take_back": own(lambda s, a, w, t: agreements.take_back(s, a, NOW), "unsigned"),
    "agreements.consent_asked": Row(
        lambda s, a, w, t: agreements.consent_asked(
            s, a, w.programme, w.links["representative"], NOW
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "agreements.consent": Row(
        lambda s, a, w, t: agreements.consent(
            s,
            a,
            w.programme,
            w.links["representative"],
            "Ана Аты",
            "+77010000000",
            "kk",
            _hash(w),
            NOW,
        ),
        SIGNERS,
        "unsigned",
        says=LINKED,
        shows=frozenset({"unsigned"}),
    ),
    "agreements.decline": Row(
        lambda s, a, w, t: agreements.decline(s, a, w.programme, w.links["representative"], NOW),
        SIGNERS,
        "unsigned",
        says=LINKED,
    ),
    "agreements.withdraw_consent": Row(
        lambda s, a, w, t: agreements.withdraw_consent(s, a, w.programme, t.enrolment, NOW),
        frozenset({"rep"}),
    ),
    "agreements.wards_of": own(lambda s, a, w, t: agreements.wards_of(s, a)),
    "agreements.signatures": own(lambda s, a, w, t: agreements.signatures(s, a)),
    # --- the plan
    "plan_views.plans_of": Row(
        lambda s, a, w, t: plan_views.plans_of(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "plan_views.plan_of": Row(
        lambda s, a, w, t: plan_views.plan_of(s, a, w.programme, t.plan, NOW), READERS
    ),
    "plan_views.plan_of/of the mentor alone": Row(
        lambda s, a, w, t: plan_views.plan_of(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plan_views.options_of": Row(
        lambda s, a, w, t: plan_views.options_of(s, a, w.programme, t.enrolment, "sport", NOW),
        READERS,
    ),
    "plan_views.own_plan": own(lambda s, a, w, t: plan_views.own_plan(s, a, w.programme, NOW)),
    "plans.take_up": Row(
        lambda s, a, w, t: plans.take_up(s, a, w.programme, t.enrolment, NOW), MENTOR, "new"
    ),
    "plans.draft_plan": Row(
        lambda s, a, w, t: plans.draft_plan(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    "plans.set_item": Row(
        lambda s, a, w, t: plans.set_item(s, a, w.programme, t.plan, "sport", ACTIVITY, NOW),
        MENTOR,
        "drafting",
    ),
    "plans.propose": Row(
        lambda s, a, w, t: plans.propose(s, a, w.programme, t.plan, NOW), MENTOR, "drafting"
    ),
    "plans.agree": Row(lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), SELF, "proposed"),
    "plans.agree/to what was not shown": Row(
        lambda s, a, w, t: plans.agree(s, a, t.plan, NOW), NOBODY, "drafting"
    ),
    "plans.wish": Row(
        lambda s, a, w, t: plans.wish(s, a, w.programme, t.plan, "Жүзу", NOW), SELF, "proposed"
    ),
    "plans.activate": Row(
        lambda s, a, w, t: plans.activate(s, a, w.programme, t.enrolment, NOW), MENTOR, "agreed"
    ),
    # --- the way through a level
    "enrolments.pause": Row(
        lambda s, a, w, t: enrolments.pause(
            s, a, w.programme, t.enrolment, PauseReason.ILLNESS, NOW
        ),
        SELF,
    ),
    "enrolments.resume": Row(
        lambda s, a, w, t: enrolments.resume(s, a, w.programme, t.enrolment, NOW), SELF, "paused"
    ),
    "enrolments.withdraw": Row(
        lambda s, a, w, t: enrolments.withdraw(s, a, w.programme, t.enrolment, NOW), SELF
    ),
    "participation.participation": own(
        lambda s, a, w, t: participation.participation(s, a, w.programme, NOW)
    ),
    "participation.open_journal": own(
        lambda s, a, w, t: participation.open_journal(s, a, w.programme, NOW)
    ),
    "standing.situation": Row(
        lambda s, a, w, t: standing.situation(s, a, w.programme, NOW, t.enrolment), READERS
    ),
    "standing.situation/own": own(lambda s, a, w, t: standing.situation(s, a, w.programme, NOW)),
    "where.where_it_stands": own(
        lambda s, a, w, t: where.where_it_stands(s, a, w.programme, NOW), "proposed"
    ),
    # --- the journal
    "capture.capture": Row(_capture, SELF),
    "capture.attach": Row(
        lambda s, a, w, t: capture.attach(s, a, t.draft, message("тағы"), NOW), SELF
    ),
    "capture.captured_before": own(lambda s, a, w, t: capture.captured_before(s, a, 2)),
    "drafts.draft": Row(lambda s, a, w, t: drafts.draft(s, a, t.draft, w.programme, NOW), SELF),
    "drafts.start_draft": own(
        lambda s, a, w, t: drafts.start_draft(
            s, a, drafts.Change(task_id=t.task), w.programme, NOW
        ),
        says=("refused-not-allowed",),
    ),
    "drafts.change_draft": Row(
        lambda s, a, w, t: drafts.change_draft(s, a, t.draft, MINUTES, w.programme, NOW), SELF
    ),
    "drafts.discard": Row(lambda s, a, w, t: drafts.discard(s, a, t.draft, NOW), SELF),
    "files.unreadable_file": own(lambda s, a, w, t: files.unreadable_file(s, a, t.media)),
    "journal.submit": Row(lambda s, a, w, t: journal.submit(s, a, t.draft, w.programme, NOW), SELF),
    "journal.withdraw": Row(lambda s, a, w, t: journal.withdraw(s, a, t.submitted, NOW), SELF),
    "journal.mend": Row(lambda s, a, w, t: journal.mend(s, a, t.returned, NOW), SELF),
    "journal.versions": Row(lambda s, a, w, t: journal.versions(s, a, t.returned), SELF),
    "journal.own_entries": own(lambda s, a, w, t: journal.own_entries(s, a, w.programme, NOW)),
    "journal.own_entry_seen": Row(
        lambda s, a, w, t: journal.own_entry_seen(s, a, t.submitted, w.programme, NOW), SELF
    ),
    "journal.last_employer": own(lambda s, a, w, t: journal.last_employer(s, a)),
    "employers.employer_link": Row(
        lambda s, a, w, t: employers.employer_link(s, a, t.work, w.programme, NOW), SELF
    ),
    "employers.work_of_link": Row(
        lambda s, a, w, t: employers.work_of_link(s, a, w.links["employer"], NOW),
        EVERYONE - SELF,
        says=("employer-self",),
        shows=frozenset({"active"}),
        recorded=False,
    ),
    "employers.answer_link": Row(
        lambda s, a, w, t: employers.answer_link(
            s, a, w.links["employer"], NOW, confirmed=True, name="Наубайшы"
        ),
        EVERYONE - SELF,
        says=("employer-self",),
    ),
    # --- the mentor
    "desk.desk": own(lambda s, a, w, t: desk.desk(s, a)),
    "mentoring.newcomers": Row(
        lambda s, a, w, t: mentoring.newcomers(s, a, w.programme, NOW), MENTORS
    ),
    "mentoring.participants": Row(
        lambda s, a, w, t: mentoring.participants(s, a, w.programme, 0, NOW), MENTORS
    ),
    "mentoring.card": Row(
        lambda s, a, w, t: mentoring.card(s, a, w.programme, t.enrolment, NOW), READERS
    ),
    "mentoring.decline": Row(
        lambda s, a, w, t: mentoring.decline(s, a, t.enrolment, NOW, reason="photo"),
        MENTOR,
        "new",
    ),
    "mentoring.hand_back": Row(
        lambda s, a, w, t: mentoring.hand_back(s, a, t.enrolment, NOW), MENTOR, "new"
    ),
    "entry_card.look": Row(
        lambda s, a, w, t: entry_card.look(s, a, t.submitted, w.programme, NOW), OF_JOURNALS
    ),
    "entry_card.look/at a draft": Row(
        lambda s, a, w, t: entry_card.look(s, a, t.draft, w.programme, NOW), NOBODY
    ),
    # A queue of one's own; each entry is recorded as it is looked at.
    "review.pending": Row(lambda s, a, w, t: review.pending(s, a), MENTORS, recorded=False),
    "review.next_pending": Row(
        lambda s, a, w, t: review.next_pending(s, a, after=t.submitted), MENTORS
    ),
    "review.approve": Row(lambda s, a, w, t: review.approve(s, a, t.submitted, NOW), MENTOR),
    "review.return_": Row(
        lambda s, a, w, t: review.return_(s, a, t.submitted, NOW, reason="date"), MENTOR
    ),
    "review.reject": Row(
        lambda s, a, w, t: review.reject(s, a, t.submitted, NOW, reason="not_own"), MENTOR
    ),
    "review.clean_entries": Row(
        lambda s, a, w, t: review.clean_entries(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "review.approve_all": Row(
        lambda s, a, w, t: review.approve_all(s, a, t.enrolment, w.programme, NOW, up_to=2**31 - 1),
        MENTOR,
    ),
    "review.told_in": own(lambda s, a, w, t: review.told_in(s, a, t.submitted)),
    "review.decision": Row(
        lambda s, a, w, t: review.decision(s, a, t.returned, w.programme, NOW), SELF
    ),
    "entry_card.in_scope": Row(
        lambda s, a, w, t: entry_card.in_scope(s, a, t.submitted), OF_JOURNALS, recorded=False
    ),
    # --- findings
    "findings.open_findings": Row(
        lambda s, a, w, t: findings.open_findings(s, a, t.submitted), OF_JOURNALS
    ),
    "findings.finding_of": Row(
        lambda s, a, w, t: findings.finding_of(s, a, t.finding, w.programme, NOW), OF_JOURNALS
    ),
    "judging.judge": Row(
        lambda s, a, w, t: judging.judge(s, a, t.finding, FindingVerdict.REUSED, NOW), MENTOR
    ),
    "judging.judge/what nobody found": Row(
        lambda s, a, w, t: judging.judge(s, a, t.finding, FindingVerdict.HONEST, NOW),
        NOBODY,
        "paused",
    ),
    "honesty.overview": Row(
        lambda s, a, w, t: honesty.overview(s, a, NOW), frozenset({"expert", "expert2", "operator"})
    ),
    "honesty.pairs_of": Row(
        lambda s, a, w, t: honesty.pairs_of(s, a, t.enrolment, w.programme, NOW),
        frozenset({"expert", "operator"}),
    ),
    "marks.mark_sheet": Row(
        lambda s, a, w, t: marks.mark_sheet(s, a, t.enrolment, w.programme, NOW), MENTOR
    ),
    "marks.mark_norm": Row(
        lambda s, a, w, t: marks.mark_norm(s, a, t.enrolment, "sport", w.programme, NOW), MENTOR
    ),
    "marks.mark_direction": Row(
        lambda s, a, w, t: marks.mark_direction(s, a, t.enrolment, "trips", w.programme, NOW),
        MENTOR,
    ),
    "marks.unmark": Row(
        lambda s, a, w, t: marks.unmark(
            s, a, t.enrolment, "talent", MarkKind.COMPLETE, w.programme, NOW
        ),
        MENTOR,
    ),
    "tasks.tasks_of": Row(
        lambda s, a, w, t: tasks.tasks_of(s, a, t.enrolment, w.programme, NOW), READERS
    ),
    "tasks.set_task": Row(
        lambda s, a, w, t: tasks.set_task(
            s, a, t.enrolment, "sport", "Жүзу", TODAY, w.programme, NOW
        ),
        MENTOR,
    ),
    "tasks.drop_task": Row(lambda s, a, w, t: tasks.drop_task(s, a, t.task, NOW), MENTOR),
    "tasks.own_task": Row(lambda s, a, w, t: tasks.own_task(s, a, t.task), SELF),
    # --- centres, partners, staff
    "organisations.centres_of": Row(
        lambda s, a, w, t: organisations.centres_of(s, a), HEADS, staff=True
    ),
    "organisations.partners": Row(
        lambda s, a, w, t: organisations.partners(s, a), OPERATOR, staff=True
    ),
    "organisations.experts_of": Row(
        lambda s, a, w, t: organisations.experts_of(s, a, w.centre, NOW), OF_CENTRE, staff=True
    ),
    "organisations.add_centre": Row(
        lambda s, a, w, t: organisations.add_centre(
            s, a, w.programme, "Талап", "KZ-75", "Алматы", NOW
        ),
        OPERATOR,
        staff=True,
    ),
    "organisations.add_partner": Row(
        lambda s, a, w, t: organisations.add_partner(
            s, a, w.programme, "Асар", None, ("trips",), NOW
        ),
        OPERATOR,
        staff=True,
    ),
    "organisations.invite": Row(
        lambda s, a, w, t: organisations.invite(
            s, a, w.programme, RoleKind.MENTOR, NOW, centre_id=w.centre
        ),
        OF_CENTRE,
        staff=True,
    ),
    "organisations.invite/a coordinator": Row(
        lambda s, a, w, t: organisations.invite(
            s, a, w.programme, RoleKind.COORDINATOR, NOW, region="KZ-75"
        ),
        OPERATOR,
        staff=True,
    ),
    "invitations.invite_staff": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.EXPERT, NOW, centre_id=w.centre),
        OF_CENTRE,
        staff=True,
    ),
    "invitations.invite_staff/an operator": Row(
        lambda s, a, w, t: invitations.invite_staff(s, a, RoleKind.OPERATOR, NOW),
        OPERATOR,
        staff=True,
    ),
    "invitations.accept_staff": own(
        lambda s, a, w, t: invitations.accept_staff(s, a, w.links["staff"], NOW)
    ),
    "organisations.staff_of": Row(
        lambda s, a, w, t: organisations.staff_of(s, a, 0, NOW), HEADS, staff=True
    ),
    "organisations.colleague": Row(
        lambda s, a, w, t: organisations.colleague(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "organisations.successors": Row(
        lambda s, a, w, t: organisations.successors(s, a, w.spare_role, NOW), OF_CENTRE, staff=True
    ),
    "organisations.end_role": Row(
        lambda s, a, w, t: organisations.end_role(s, a, w.spare_role, NOW),
        OF_CENTRE,
        also=frozenset({"spare"}),
        staff=True,
    ),
    "organisations.hand_over": Row(
        lambda s, a, w, t: organisations.hand_over(s, a, w.mentor_role, w.people["mentor2"], NOW),
        OF_CENTRE,
        also=MINE | {"unsigned"},
        staff=True,
    ),
    "organisations.waiting_applications": Row(
        lambda s, a, w, t: organisations.waiting_applications(s, a, NOW), HEADS, staff=True
    ),
    # --- everyone's own data
    "personal.correct": own(
        lambda s, a, w, t: personal.correct(s, a, w.programme, Field.PLACE, "Талғар", NOW)
    ),
    "personal.choose_language": own(lambda s, a, w, t: personal.choose_language(s, a, "ru", NOW)),
    "own_data.copy_of": own(lambda s, a, w, t: own_data.copy_of(s, a)),
    "erasure.may_erase": own(lambda s, a, w, t: erasure.may_erase(s, a, NOW)),
    # The role for them ends with them: a representative's for a child, a mentor's under an expert;
    # and so does what was found of others' pieces against theirs.
    "erasure.erase": own(
        lambda s, a, w, t: erasure.erase(s, a, NOW),
        also=frozenset({"rep", "rep2", "mentor", "mentor2", "active", "unsigned"}),
    ),
    "reaching.lost": own(lambda s, a, w, t: reaching.lost(s, a, NOW)),
    "reaching.found": own(lambda s, a, w, t: reaching.found(s, a, NOW)),
}

# Parts of operations: they are given rows that their callers have read in the actor's scope.
PARTS = {
    "acting.reaches",
    "application.submit",
    "entry_card.may_read",
    "findings.card_of",
    "plan_views.plans_within",
    "review.return_reused",
}


def operations() -> Iterator[str]:
    """Every public operation of award/ that takes an actor."""
    for found in pkgutil.walk_packages(award.__path__, "award."):
        module = importlib.import_module(found.name)
        for name, function in vars(module).items():
            public = inspect.iscoroutinefunction(function) and not name.startswith("_")
            if not public or function.__module__ != module.__name__:
                continue
            if "actor" in inspect.signature(function).parameters:
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
                outcome.answer = await row.call(session, actor, self.world, self.world.things[of])
            except Refusal as refusal:
                outcome.refusal = refusal
            await session.flush()
            # Nothing changes without a statement that does it.
            outcome.after = await held(session) if self.writes else self.before
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

FOR_THEM = {"agreements.consent_asked", "agreements.consent", "agreements.decline"}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", sorted(TABLE.keys() - FOR_THEM))
async def test_staff_see_nothing_of_a_minor_not_signed_for(stage: Stage, operation: str) -> None:
    row = TABLE[operation]
    for column in ("rep", "rep2", *STAFF, "unknown"):
        async with stage.call(row, column, "unsigned") as outcome:
            assert "unsigned" not in shown_in(outcome.answer, stage.world), column
            minor = stage.world.things["unsigned"].person
            changed = minor in touched(stage.before, outcome.after)
            assert not changed or "unsigned" in row.also, f"{column} changed the minor's"
            if row.about_one:
                assert outcome.refusal is not None, f"{column}: {outcome.answer!r}"
