import datetime as dt

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.disputes.disputes import dispute_task, withdraw_dispute
from award.disputes.views import dispute_of, dispute_seen
from award.errors import NotFound, Refusal, TooLate
from award.mentoring.tasks import set_task
from award.programme import Programme
from award.reminders.terms import near_ends
from award.review.decisions import REUSED, return_reused
from storage.tables import (
    Audit,
    DisputeState,
    EnrolmentState,
    Entry,
    EntryState,
    Finding,
    FindingKind,
    FindingVerdict,
    Person,
    Review,
    Role,
    RoleKind,
    Task,
    TaskState,
    Verdict,
)
from tests.acting import acting
from tests.award.disputes.court import WORDS, Court, a_court
from tests.award.reminders.term_people import NOW, ZONE, remind

# Opened on Monday 17 March 2025: five working days, Nauryz among them.
DUE = dt.date(2025, 3, 27)
S = DisputeState


@pytest.fixture
async def court(session: AsyncSession, tosbelgi: Programme) -> Court:
    return await a_court(session, tosbelgi)


@pytest.mark.parametrize("verdict", ["rejected", "returned"])
async def test_the_expert_annuls_a_decision_and_the_entry_counts(
    court: Court, verdict: str
) -> None:
    entry = await court.entry(verdict=verdict)
    dispute = await court.disputes(entry)
    assert (dispute.state, dispute.due) == (S.OPEN, DUE)
    assert await court.told("dispute-opened") == {"expert"}
    assert await court.told("dispute-against") == {"mentor"}
    await court.answers("expert", dispute, annul=True)
    assert (dispute.state, entry.state) == (S.ANNULLED, EntryState.APPROVED)
    review = (await court.session.scalars(select(Review))).one()
    assert (review.by, review.verdict) == (court.them["expert"], Verdict.APPROVED)
    assert (dispute.verdict, dispute.comment) == (Verdict(verdict), "Көрінбейді")
    assert await court.told("dispute-answered") == {"participant", "mentor"}
    actions = await court.session.scalars(
        select(Audit.action).where(Audit.subject == "dispute").order_by(Audit.id)
    )
    assert list(actions) == ["dispute.opened", "dispute.annulled"]


async def test_what_was_called_reused_counts_against_nobody_once_annulled(court: Court) -> None:
    earlier, entry = await court.entry(), await court.entry(verdict="returned")
    reused, other = (
        Finding(
            entry_id=one,
            other_entry_id=two,
            kind=FindingKind.ESSAY,
            score=0.8,
            details={},
            found_at=NOW,
            verdict=FindingVerdict.REUSED,
            decided_by=court.them["mentor"],
            decided_at=NOW,
        )
        for one, two in ((entry.id, earlier.id), (earlier.id, entry.id))
    )
    court.session.add_all([reused, other])
    await court.session.flush()
    await court.answers("expert", await court.disputes(entry), annul=True)
    for finding in (reused, other):
        await court.session.refresh(finding)
    assert (reused.verdict, reused.decided_by) == (FindingVerdict.HONEST, court.them["expert"])
    assert (other.verdict, other.decided_by) == (FindingVerdict.REUSED, court.them["mentor"])
    actions = await court.session.scalars(select(Audit.action).where(Audit.subject == "finding"))
    assert list(actions) == ["finding.overruled"]


async def test_a_confirmed_decision_stands_and_may_be_appealed_once(court: Court) -> None:
    entry = await court.entry()
    dispute = await court.disputes(entry)
    await court.answers("expert", dispute, annul=False)
    assert (dispute.state, entry.state) == (S.CONFIRMED, EntryState.REJECTED)
    await court.appeals(dispute)
    assert dispute.state is S.APPEALED
    assert await court.judges(dispute) == {"coordinator"}
    await court.answers("coordinator", dispute, annul=False)
    assert (dispute.state, entry.state) == (S.APPEAL_CONFIRMED, EntryState.REJECTED)
    with pytest.raises(TooLate):
        await court.appeals(dispute)
    assert await court.told("dispute-answered") == {"participant", "mentor", "expert"}


async def test_the_coordinator_annuls_on_appeal(court: Court) -> None:
    entry = await court.entry()
    dispute = await court.disputes(entry)
    await court.answers("expert", dispute, annul=False)
    await court.appeals(dispute)
    await court.answers("coordinator", dispute, annul=True)
    assert (dispute.state, entry.state) == (S.APPEAL_ANNULLED, EntryState.APPROVED)


async def test_an_annulled_task_is_dropped(court: Court) -> None:
    mentor, who = await court.them.actor("mentor"), await court.them.actor("participant")
    at = acting(court.session, mentor, NOW)
    task = await set_task(at, court.enrolment.id, "sport", "Марафон", DUE)
    dispute = await dispute_task(acting(court.session, who, NOW, court.programme), task.id, WORDS)
    await court.answers("expert", dispute, annul=True)
    kept = await court.session.get_one(Task, task.id)
    assert (dispute.state, kept.state) == (S.ANNULLED, TaskState.DROPPED)
    with pytest.raises(TooLate):
        await dispute_task(acting(court.session, who, NOW, court.programme), task.id, WORDS)


# --- who may judge


async def test_who_decided_as_a_substitute_does_not_judge(court: Court) -> None:
    """The expert stood in for the mentor and decided: the coordinator is the arbiter."""
    dispute = await court.disputes(await court.entry())
    dispute.against_id = court.them["expert"]
    assert await court.judges(dispute) == {"coordinator"}
    with pytest.raises(NotFound):
        await court.answers("expert", dispute, annul=False)


async def test_a_representative_does_not_judge(court: Court) -> None:
    role = Role(
        person_id=court.them["expert"],
        kind=RoleKind.REPRESENTATIVE,
        ward_id=court.them["participant"],
        since=NOW,
    )
    court.session.add(role)
    await court.session.flush()
    assert await court.judges(await court.disputes(await court.entry())) == {"coordinator"}


@pytest.mark.parametrize(
    ("without", "judges"),
    [
        ((RoleKind.EXPERT,), {"coordinator"}),
        ((RoleKind.EXPERT, RoleKind.COORDINATOR), {"operator"}),
        ((RoleKind.EXPERT, RoleKind.COORDINATOR, RoleKind.OPERATOR), set()),
    ],
)
async def test_where_there_is_no_expert_the_next_above_judges(
    court: Court, without: tuple[RoleKind, ...], judges: set[str]
) -> None:
    dispute = await court.disputes(await court.entry())
    await court.session.execute(update(Role).values(reports_to=None))
    await court.session.execute(delete(Role).where(Role.kind.in_(without)))
    assert await court.judges(dispute) == judges


@pytest.mark.parametrize("who", ["mentor", "other", "head", "coordinator", "participant"])
async def test_nobody_else_answers(court: Court, who: str) -> None:
    dispute = await court.disputes(await court.entry())
    with pytest.raises(NotFound):
        await court.answers(who, dispute, annul=True)
    assert dispute.state is S.OPEN


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("participant", True),
        ("mentor", True),
        ("expert", True),
        ("coordinator", True),
        ("operator", True),
        ("other", False),
        ("head", False),
    ],
)
async def test_who_reads_it(court: Court, who: str, reads: bool) -> None:
    dispute = await court.disputes(await court.entry())
    actor = await court.them.actor(who)
    if not reads:
        with pytest.raises(NotFound):
            await dispute_seen(acting(court.session, actor, NOW), dispute.id)
        return
    seen = await dispute_seen(acting(court.session, actor, NOW), dispute.id)
    assert seen.may_answer is (who == "expert")
    assert seen.may_withdraw is (who == "participant")


# --- what cannot be


async def test_one_dispute_of_a_decision(court: Court) -> None:
    entry = await court.entry()
    dispute = await court.disputes(entry)
    with pytest.raises(Refusal, match="already"):
        await court.disputes(entry)
    who = await court.them.actor("participant")
    await withdraw_dispute(acting(court.session, who, NOW), dispute.id)
    assert await dispute_of(acting(court.session, who), entry_id=entry.id) is None
    again = await court.disputes(entry)
    assert await dispute_of(acting(court.session, who), entry_id=entry.id) == again.id


async def test_a_new_refusal_after_an_annulled_one_is_disputed_anew(court: Court) -> None:
    """A mentor who takes back what the arbiter approved decides anew: that has its own dispute."""
    entry = await court.entry()
    first = await court.disputes(entry)
    await court.answers("expert", first, annul=True)
    mentor, who = await court.them.actor("mentor"), await court.them.actor("participant")
    await return_reused(acting(court.session, mentor, NOW + DAY), entry)
    assert await dispute_of(acting(court.session, who), entry_id=entry.id) is None
    again = await court.disputes(entry)
    assert (again.id != first.id, again.reason, again.against_id) == (True, REUSED, mentor.id)
    assert await court.judges(again) == {"expert"}
    assert await dispute_of(acting(court.session, who), entry_id=entry.id) == again.id


async def test_an_approved_or_mended_entry_is_not_disputed(court: Court) -> None:
    with pytest.raises(TooLate):
        await court.disputes(await court.entry(verdict="approved"))
    entry = await court.entry(verdict="returned")
    court.session.add(
        Entry(
            enrolment_id=court.enrolment.id,
            state=EntryState.SUBMITTED,
            replaces_id=entry.id,
            version=2,
            happened_on=NOW.date(),
            sent_at=NOW,
            received_at=NOW,
        )
    )
    await court.session.flush()
    with pytest.raises(TooLate):
        await court.disputes(entry)


@pytest.mark.parametrize("words", ["", " \0\n", "\u200f\u200b", "х" * 1001])
async def test_words_are_needed(court: Court, words: str) -> None:
    entry = await court.entry()
    with pytest.raises(Refusal):
        await court.disputes(entry, words)


async def test_an_answer_is_given_once(court: Court) -> None:
    dispute = await court.disputes(await court.entry())
    await court.answers("expert", dispute, annul=False)
    with pytest.raises(TooLate):
        await court.answers("expert", dispute, annul=True)
    assert dispute.state is S.CONFIRMED


async def test_the_arbiter_is_reminded_and_the_coordinator_told_when_it_is_missed(
    court: Court,
) -> None:
    await court.disputes(await court.entry())
    told = []
    for day in range(20):
        at = dt.datetime(2025, 3, 17, 4, tzinfo=dt.UTC) + DAY * day
        before = await court.them.told("disputes-due")
        await remind(near_ends, court.session, court.programme, ZONE, at)
        after = await court.them.told("disputes-due")
        told += [
            f"{at:%d.%m} {who}"
            for who, messages in after.items()
            if len(messages) > len(before.get(who, []))
        ]
    assert told == ["20.03 expert", "26.03 expert", "28.03 expert", "28.03 coordinator"]


async def test_those_who_left_are_nobodys_case(court: Court) -> None:
    dispute = await court.disputes(await court.entry())
    court.enrolment.state = EnrolmentState.WITHDRAWN
    await court.session.flush()
    with pytest.raises(NotFound):
        await court.answers("expert", dispute, annul=True)
    at = dt.datetime(2025, 3, 28, 4, tzinfo=dt.UTC)
    assert await remind(near_ends, court.session, court.programme, ZONE, at) == 0
    assert await court.session.get(Person, court.them["participant"]) is not None
