"""Anyone may ask whether a certificate holds; a number without its surname tells nothing."""

import datetime as dt
import random
import time

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import meet
from award.certificates.issuing import issue
from award.certificates.names import initials, is_surname
from award.certificates.verifying import (
    TRIES,
    WITHIN,
    TooManyTries,
    Verified,
    leave_no_trace,
    parted,
    verified_by_number,
    verified_by_token,
)
from award.programme import Programme
from award.retention.enrolments import forget_enrolments
from storage.tables import Certificate, CertificatePaper, CertificateState, Person, VerificationTry
from tests.acting import acting
from tests.award.certificates.holders import MINOR, NAME, NOW, completed

VALID = CertificateState.VALID
SYLLABLES = (
    "Сә",
    "рік",
    "бай",
    "Жа",
    "нә",
    "лі",
    "Құл",
    "мұ",
    "хан",
    "Ту",
    "ғы",
    "өс",
    "Іль",
    "яс",
)


async def certified(
    session: AsyncSession, programme: Programme, *, born: dt.date = dt.date(2000, 5, 1)
) -> Certificate:
    return await issue(session, programme, await completed(session, born=born), 2026, None, NOW)


async def ask(
    session: AsyncSession, programme: Programme, number: str, surname: str, **other: dt.datetime
) -> Verified | None:
    now = other.get("now", NOW)
    return await verified_by_number(session, programme, number, surname, "telegram:1", now)


async def test_a_qr_code_tells_all_that_is_told(session: AsyncSession, tosbelgi: Programme) -> None:
    given = await certified(session, tosbelgi)
    assert given.token is not None
    found = await verified_by_token(session, tosbelgi, given.token, NOW)
    assert found == Verified(VALID, "bronze", 2026, NAME)
    assert await verified_by_token(session, tosbelgi, given.token + "x", NOW) is None


async def test_a_minor_has_initials_unless_the_representative_consents(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    given = await certified(session, tosbelgi, born=MINOR)
    assert given.token is not None
    found = await verified_by_token(session, tosbelgi, given.token, NOW)
    assert found is not None
    assert found.name == "С. А."
    found = await ask(session, tosbelgi, given.number, "Сәрсен")
    assert found is not None
    assert found.name == "С. А."
    given.named_since = NOW
    found = await verified_by_token(session, tosbelgi, given.token, NOW)
    assert found is not None
    assert found.name == NAME


async def test_who_guesses_has_five_tries_an_hour(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    given = await certified(session, tosbelgi)
    unknown = "ET-2026-B-000024"
    for number in (given.number, unknown, given.number, unknown, given.number)[:TRIES]:
        assert await ask(session, tosbelgi, number, "Ахметова") is None
    with pytest.raises(TooManyTries):
        await ask(session, tosbelgi, given.number, "Сәрсен")
    later = NOW + WITHIN + dt.timedelta(seconds=1)
    assert await ask(session, tosbelgi, given.number, "Сәрсен", now=later) is not None
    other = await verified_by_number(session, tosbelgi, given.number, "сарсен", "telegram:2", NOW)
    assert other == Verified(VALID, "bronze", 2026, NAME)
    assert await session.scalar(select(func.count(VerificationTry.id))) == TRIES


def test_behind_a_patronymic_the_surname_stands_last() -> None:
    for name in ("Дархан Асылбекұлы Мұсаев", "Мұсаев Дархан Асылбекұлы"):
        assert is_surname("мусаев", name)
        assert not is_surname("Дархан", name)
        assert not is_surname("Асылбекұлы", name)


def test_a_hundred_thousand_numbers_with_wrong_surnames_give_no_name() -> None:
    """The rule by which a number gives its name, on names as they are here."""
    drawn = random.Random(8)
    people = [
        f"{''.join(drawn.choices(SYLLABLES, k=drawn.randint(2, 4)))} Айгерім Болатқызы"
        for _ in range(100_000)
    ]
    plain = [name.casefold().replace("ё", "е") for name in people]
    guessed = drawn.sample(people, len(people))
    named = [
        (name, guess)
        for name, guess in zip(people, guessed, strict=True)
        if is_surname(guess.split()[0], name)
    ]
    assert all(name.split()[0].casefold() == guess.split()[0].casefold() for name, guess in named)
    assert len(named) < len(people) / 100
    assert not any(is_surname("Айгерім", name) for name in plain)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("сарсен", NAME),
        (" СӘРСЕН ", NAME),
        ("Сәр сен", NAME),
        ("Сәрсен Айгерім Болатқызы", NAME),
        ("семенова", "Семёнова Алёна"),
        ("Мухаметкалиев жангелдин", "Мұхаметқалиев-Жангелдин Нұрсұлтан"),
        ("sarsen", "Aigerim Sarsen"),
        ("унгитбай", "Үңгітбай Өркен"),
    ],
)
def test_a_surname_is_read_as_people_type_it(typed: str, name: str) -> None:
    assert is_surname(typed, name)


@pytest.mark.parametrize("typed", ["", " ", "Айгерім", "Болатқызы", "С", "Сәрсенов", "·", "Сәрсе"])
def test_no_other_word_is_the_surname(typed: str) -> None:
    assert not is_surname(typed, NAME)
    assert not is_surname(typed, "")


def test_initials_are_of_two_words() -> None:
    assert initials(NAME) == "С. А."
    assert initials("Әлия") == "Ә."


@pytest.mark.parametrize("between", [" ", ", ", "\n", "  "])
def test_number_and_surname_come_in_one_message(between: str) -> None:
    assert parted(f"ET-2026-B-000012{between}Сәрсен ") == ("ET-2026-B-000012", "Сәрсен")
    assert parted("et 2026 b 000012 Сәрсен") == ("et 2026 b 000012", "Сәрсен")
    assert parted("ET-2026-B-000012") is None
    assert parted("ET-2026-B-000012, ") is None
    assert parted("ET-2026-B-000012Сәрсен") is None
    assert parted("Сәрсен") is None


def test_whatever_a_stranger_types_is_read_at_once() -> None:
    began = time.thread_time()
    for between in (" ", ";", " ;", "\n"):
        assert parted(f"1{between * 2000}1") is None
    assert time.thread_time() - began < 0.5


async def test_who_is_forgotten_leaves_the_number(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    enrolment = await completed(session)
    given = await issue(session, tosbelgi, enrolment, 2026, None, NOW)
    token = given.token
    assert token is not None
    session.add(CertificatePaper(certificate_id=given.id, pdf=b"%PDF"))
    await session.flush()
    await forget_enrolments(session, [enrolment], NOW)
    await session.refresh(given)
    assert (given.number, given.level, given.year) == (given.number, "bronze", 2026)
    assert (given.name, given.token) == ("", None)
    assert await session.get(CertificatePaper, given.id, populate_existing=True) is None
    found = await verified_by_token(session, tosbelgi, token, NOW)
    assert found == Verified(VALID, "bronze", 2026, None)
    assert await ask(session, tosbelgi, given.number, "Сәрсен") is None


async def test_a_stranger_who_came_by_a_qr_code_is_forgotten(session: AsyncSession) -> None:
    stranger = await meet(session, 77, NOW)
    await leave_no_trace(acting(session, stranger, NOW))
    assert await session.scalar(select(Person.id).where(Person.telegram_id == 77)) is None
    person = Person(telegram_id=78, joined_at=NOW - WITHIN)
    session.add(person)
    await session.flush()
    await leave_no_trace(acting(session, Actor(person.id, 78, None, None, (), NOW), NOW))
    assert await session.scalar(select(Person.id).where(Person.telegram_id == 78)) == person.id
