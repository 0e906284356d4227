"""Numbers are given in the deciding transaction, without gaps and to nobody twice."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.certificates.issuing import issue, replace, revoke
from award.certificates.numbers import Number, read
from award.certificates.verifying import verified_by_token
from award.errors import NotAllowed, Refusal, TooLate
from award.programme import Programme
from storage.database import Database
from storage.tables import Certificate, CertificateCounter, CertificateState, Person, RoleKind
from tests.acting import acting
from tests.award.certificates.holders import MINOR, NOW, completed

CANDIDATES = 200
HOUSE = Path(__file__).parents[3]
_S = CertificateState


async def an_operator(session: AsyncSession) -> Actor:
    person = Person(telegram_id=5, full_name="Оператор", joined_at=NOW)
    session.add(person)
    await session.flush()
    return Actor(person.id, 5, "kk", "Оператор", (Scope(RoleKind.OPERATOR),), NOW)


async def test_two_processes_decide_at_once_and_one_is_killed(database: Database) -> None:
    """Both decide on the same 200; one of them dies in the middle of it."""
    async with database.transaction() as session:
        ids = [(await completed(session, number)).id for number in range(CANDIDATES)]
    await database.engine.dispose()
    url = database.url.render_as_string(hide_password=False)
    dying, living = (_begin(url, ids), _begin(url, ids[::-1]))
    assert dying.stdout is not None
    for _ in range(CANDIDATES // 4):
        await asyncio.to_thread(dying.stdout.readline)
    dying.kill()
    said, _ = await asyncio.to_thread(living.communicate)
    dying.communicate()
    assert living.returncode == 0
    assert len(said.split()) == CANDIDATES
    async with database.transaction() as session:
        found = (await session.scalars(select(Certificate))).all()
        counter = await session.get_one(CertificateCounter, (NOW.year, "bronze"))
    assert sorted(each.serial for each in found) == [*range(1, CANDIDATES + 1)]
    assert sorted(each.enrolment_id for each in found) == ids
    assert counter.last == CANDIDATES


def _begin(url: str, ids: list[int]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.award.certificates.deciding", url, *map(str, ids)]
    return subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True)


async def test_what_is_rolled_back_was_never_given(database: Database, tosbelgi: Programme) -> None:
    async with database.transaction() as session:
        one, other = await completed(session, 1), await completed(session, 2)
    async with database.sessions() as session:
        await issue(session, tosbelgi, one, 2026, None, NOW)
        await session.rollback()
    async with database.transaction() as session:
        given = await issue(session, tosbelgi, other, 2026, None, NOW)
        next_year = await issue(session, tosbelgi, one, 2027, None, NOW)
    assert (given.serial, next_year.serial) == (1, 1)
    assert read(given.number, tosbelgi) == Number(2026, "bronze", 1)


async def test_a_refusal_takes_no_number(session: AsyncSession, tosbelgi: Programme) -> None:
    one, other = await completed(session, 1), await completed(session, 2)
    await issue(session, tosbelgi, one, 2026, None, NOW)
    with pytest.raises(Refusal) as held:
        await issue(session, tosbelgi, one, 2026, None, NOW)
    assert held.value.key == "refused-certificate-held"
    assert (await issue(session, tosbelgi, other, 2026, None, NOW)).serial == 2


async def test_the_database_holds_no_second_of_a_level(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    one = await issue(session, tosbelgi, await completed(session), 2026, None, NOW)
    second = {
        column.key: getattr(one, column.key)
        for column in Certificate.__table__.columns
        if column.key != "id"
    }
    session.add(Certificate(**second | {"number": "x", "token_hash": "x", "serial": 9}))
    with pytest.raises(IntegrityError, match="person_id"):
        await session.flush()


async def test_a_mended_name_replaces(session: AsyncSession, tosbelgi: Programme) -> None:
    enrolment = await completed(session)
    old = await issue(session, tosbelgi, enrolment, 2026, None, NOW)
    at = acting(session, await an_operator(session), NOW, tosbelgi)
    with pytest.raises(Refusal) as same:
        await replace(at, old.id)
    assert same.value.key == "refused-certificate-same-name"
    person = await session.get_one(Person, enrolment.person_id)
    person.full_name = "Сәрсенова Айгерім"
    new = await replace(at, old.id)
    assert (old.state, old.replaced_by, old.token) == (_S.REPLACED, new.id, None)
    assert (new.state, new.name, new.serial) == (_S.VALID, "Сәрсенова Айгерім", 2)
    with pytest.raises(TooLate):
        await replace(at, old.id)


async def test_of_what_holds_no_more_no_minor_is_named(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    """Or the name could not be taken back from who has the old paper's code."""
    enrolment = await completed(session, born=MINOR)
    old = await issue(session, tosbelgi, enrolment, 2026, None, NOW)
    old.named_since, token = NOW, old.token
    assert token is not None
    at = acting(session, await an_operator(session), NOW, tosbelgi)
    (await session.get_one(Person, enrolment.person_id)).full_name = "Сәрсенова Айгерім"
    assert (await replace(at, old.id)).named_since == NOW
    told = await verified_by_token(session, tosbelgi, token, NOW)
    assert told is not None
    assert told.name == "С. А."


async def test_nothing_is_issued_to_who_was_erased(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    """Their name may be kept by another ground."""
    enrolment = await completed(session)
    enrolment.erased_at = NOW
    with pytest.raises(TooLate):
        await issue(session, tosbelgi, enrolment, 2026, None, NOW)


async def test_an_operator_alone_revokes_with_a_reason(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    enrolment = await completed(session)
    given = await issue(session, tosbelgi, enrolment, 2026, None, NOW)
    operator = await an_operator(session)
    with pytest.raises(NotAllowed):
        await revoke(
            acting(session, Actor(enrolment.person_id, 1001, "kk", None, (), NOW)), given.id, "Қате"
        )
    at = acting(session, operator, NOW, tosbelgi)
    with pytest.raises(Refusal) as wordless:
        await revoke(at, given.id, " \u200b ")
    assert wordless.value.key == "refused-certificate-reason"
    await revoke(at, given.id, "Қате берілген")
    assert (given.state, given.reason, given.ended_by) == (_S.REVOKED, "Қате берілген", operator.id)
    # Awarded anew, the level is theirs again.
    assert (await issue(session, tosbelgi, enrolment, 2026, None, NOW)).serial == 2


@given(
    st.integers(2024, 2099),
    st.sampled_from(["bronze", "silver", "gold"]),
    st.integers(1, 120_000),
    st.data(),
)
def test_a_mistyped_number_is_known(
    tosbelgi: Programme, year: int, level: str, serial: int, data: st.DataObject
) -> None:
    number = Number(year, level, serial)
    shown = number.shown(tosbelgi)
    assert read(shown, tosbelgi) == number
    assert read(shown.lower().replace("-", " "), tosbelgi) == number
    places = [place for place, sign in enumerate(shown) if sign.isdigit()]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != shown[place]))
    assert read(shown[:place] + other + shown[place + 1 :], tosbelgi) is None
    one, next_ = places[-2:]
    if shown[one] != shown[next_]:
        swapped = shown[:one] + shown[next_] + shown[one]
        assert read(swapped, tosbelgi) is None


def test_letters_of_the_other_alphabet_are_read(tosbelgi: Programme) -> None:
    shown = Number(2026, "bronze", 12).shown(tosbelgi)
    assert read(shown.replace("E", "Е").replace("T", "Т").replace("B", "В"), tosbelgi) is not None
    assert read("ET-2026-Z-000120", tosbelgi) is None
