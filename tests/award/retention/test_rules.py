"""Each table has one rule; nothing goes before its term, and all goes after it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from re import findall

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Retention, load
from award.retention.rules import Term, overdue, rules
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.housekeeping import forget_past
from storage.database import Database
from storage.tables import (
    Audit,
    CentreApplication,
    CentreApplicationState,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    RoleKind,
    Substitution,
    Table,
)

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
TERMS = Retention()
UNSENT = {EnrolmentState.DRAFT, EnrolmentState.AWAITING_REPRESENTATIVE}
_accounts = count(1)
ROOT = Path(__file__).parents[3]


def test_every_table_has_one_rule() -> None:
    ruled = Counter(rule.table.__tablename__ for rule in rules(TERMS))
    assert ruled == Counter(Table.metadata.tables.keys())


def test_terms_have_codes_of_their_own() -> None:
    codes = Counter(term.code for term in _terms())
    assert set(codes.values()) == {1}


def test_operators_are_told_every_term() -> None:
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    section = page.partition("## How long data are kept")[2].partition("\n## ")[0]
    told = {code: line for line in section.splitlines() for code in findall(r"`(\w+)`", line[:40])}
    shipped = load(SHIPPED_PROGRAMME).retention
    for rule in rules(shipped):
        for term in rule.terms:
            assert f"| {term.days} |" in told[term.code], term.code


def _terms() -> list[Term]:
    return [term for rule in rules(TERMS) for term in rule.terms]


def _longest(state: EnrolmentState, *, by_consent: bool) -> int:
    """Days that the words of an enrolment are kept since its last moment: told once more."""
    if state is EnrolmentState.WITHDRAWN:
        return TERMS.consent_withdrawn if by_consent else TERMS.withdrawn
    if state in UNSENT:
        return TERMS.draft
    by_state = {EnrolmentState.REFUSED: TERMS.refused, EnrolmentState.COMPLETE: TERMS.completed}
    return by_state.get(state, TERMS.silent)


@st.composite
def _ways(draw: st.DrawFn) -> tuple[EnrolmentState, bool, timedelta]:
    """A state, whether a withdrawn consent ended it, and how long ago its last moment was."""
    state = draw(st.sampled_from(EnrolmentState))
    by_consent = draw(st.booleans())
    term = timedelta(days=_longest(state, by_consent=by_consent))
    near = st.sampled_from([-1, 0, 1]).map(lambda seconds: term + timedelta(seconds=seconds))
    return state, by_consent, draw(near | st.timedeltas(timedelta(0), timedelta(days=2000)))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_ways(), min_size=1, max_size=12))
async def test_words_go_when_their_term_is_over(
    database: Database, ways: list[tuple[EnrolmentState, bool, timedelta]]
) -> None:
    expected: dict[int, bool] = {}
    async with database.transaction() as session:
        for state, by_consent, age in ways:
            way, entry = await _way(session, state, NOW - age, by_consent=by_consent)
            over = age > timedelta(days=_longest(way.state, by_consent=by_consent))
            expected[entry.id] = over
    await forget_past(database, _terms(), NOW)
    async with database.transaction() as session:
        left = await session.execute(
            select(Entry.id, Entry.note).where(Entry.id.in_(list(expected)))
        )
        assert {key: note == "" for key, note in left} == expected
        assert await overdue(session, TERMS, NOW) == {}


async def _way(
    session: AsyncSession, state: EnrolmentState, last: datetime, *, by_consent: bool
) -> tuple[Enrolment, Entry]:
    """Begun long ago; its end, or the last thing that its owner did, was then."""
    long_ago = NOW - timedelta(days=3000)
    person = Person(telegram_id=next(_accounts), joined_at=long_ago, full_name="Аты Жөні")
    session.add(person)
    await session.flush()
    way = Enrolment(person_id=person.id, state=state, begun_at=long_ago)
    if state in (EnrolmentState.WITHDRAWN, EnrolmentState.REFUSED):
        way.closed_at = last
    if state is EnrolmentState.COMPLETE:
        way.completed_at = last
    if by_consent and state is EnrolmentState.WITHDRAWN:
        way.closing_reason = "consent"
    session.add(way)
    session.add(
        Audit(at=last, actor_id=person.id, action="x", subject="person", subject_id=person.id)
    )
    await session.flush()
    entry = Entry(
        enrolment_id=way.id,
        state=EntryState.APPROVED,
        happened_on=long_ago.date(),
        sent_at=long_ago,
        received_at=long_ago,
        minutes=60,
        note="Сөз",
    )
    session.add(entry)
    await session.flush()
    return way, entry


async def test_what_remains_is_numbers_and_a_level(database: Database) -> None:
    old = NOW - timedelta(days=1100)
    async with database.transaction() as session:
        left, of_left = await _way(session, EnrolmentState.WITHDRAWN, old, by_consent=False)
        done, _ = await _way(session, EnrolmentState.COMPLETE, old, by_consent=False)
    await forget_past(database, _terms(), NOW)
    async with database.sessions() as session:
        kept = await session.get_one(Entry, of_left.id)
        assert (kept.state, kept.minutes, kept.note) == (EntryState.APPROVED, 60, "")
        name = await session.get_one(Person, left.person_id)
        assert name.full_name is None
        level = await session.get_one(Enrolment, done.id)
        assert (level.state, level.erased_at) == (EnrolmentState.COMPLETE, None)
        holder = await session.get_one(Person, done.person_id)
        assert holder.full_name == "Аты Жөні"


async def test_applications_that_came_to_nothing_lose_their_words(database: Database) -> None:
    days = TERMS.centre_application
    async with database.transaction() as session:
        person = Person(telegram_id=next(_accounts), joined_at=NOW)
        session.add(person)
        await session.flush()
        for state in CentreApplicationState:
            for age in (days - 1, days + 1):
                at = NOW - timedelta(days=age)
                closed = None if state in ("draft", "submitted", "contract") else at
                words = dict.fromkeys(
                    ("name", "legal_status", "contact", "region", "place", "address"), "Сөз"
                )
                more = dict.fromkeys(("phone", "email", "mission", "projects"), "Сөз")
                session.add(
                    CentreApplication(
                        applicant_id=person.id,
                        state=state,
                        made_at=at,
                        closed_at=closed,
                        **words,
                        **more,
                    )
                )
    await forget_past(database, _terms(), NOW)
    gone = {"draft", "refused", "lapsed", "withdrawn"}
    async with database.sessions() as session:
        for each in await session.scalars(select(CentreApplication)):
            old = each.made_at < NOW - timedelta(days=days)
            assert (each.mission == "") is (old and each.state.value in gone), each.state
            assert (each.contact == "") is (each.mission == "")


async def test_why_staff_were_away_is_forgotten(database: Database) -> None:
    days = TERMS.staff_absence
    async with database.transaction() as session:
        person = Person(telegram_id=next(_accounts), joined_at=NOW)
        session.add(person)
        await session.flush()
        for age in (days - 1, days + 1, None):
            until = None if age is None else NOW - timedelta(days=age)
            session.add(
                Substitution(
                    kind=RoleKind.MENTOR,
                    absent_id=person.id,
                    first_day=NOW.date(),
                    reason="illness",
                    note=str(age),
                    since=NOW - timedelta(days=3000),
                    until=until,
                    made_by=person.id,
                    made_at=NOW,
                )
            )
    await forget_past(database, _terms(), NOW)
    async with database.sessions() as session:
        notes = set(await session.scalars(select(Substitution.note)))
    assert notes == {str(days - 1), "None", None}
