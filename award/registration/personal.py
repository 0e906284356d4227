"""What a person tells of themselves: each answer with its check (programme.md §4.2)."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import select

from award.access.acting import Acting
from award.access.birth_dates import given_by_oneself, is_bound, keep_birth_date
from award.audit import record
from award.calendar.zones import today_in
from award.errors import Refusal
from award.programme import Programme
from award.programme.values import LOCALES
from award.typed import fitting
from storage.tables import OPEN_STATES, Enrolment, EnrolmentState, Person


class Field(StrEnum):
    """A personal answer; the value is its column in `person`."""

    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    REGION = "region"
    PLACE = "place"
    STUDY = "study"
    PHOTO = "photo_file_id"
    ABOUT = "about"
    HOBBIES = "hobbies"
    PHONE = "phone"


# Characters, both ends included.
LENGTHS = {
    Field.FULL_NAME: (4, 100),
    Field.PLACE: (2, 100),
    Field.STUDY: (2, 150),
    Field.PHOTO: (1, 200),
    Field.ABOUT: (10, 1000),
    Field.HOBBIES: (3, 500),
    Field.PHONE: (8, 16),
}
_LINES = (Field.ABOUT, Field.HOBBIES)  # of which there may be several
OLDEST = 120  # years
MOST_BIRTH_DATES = 10  # that somebody gives of themself: mistakes are fewer, and each is kept


# What an answer looks like, for one that cannot be taken.
_MISTAKES = {field: f"mistake-{field.value.replace('_', '-')}" for field in Field} | {
    Field.PHOTO: "mistake-photo"
}


class Unfit(Refusal):
    """An answer that cannot be taken; the key says what one looks like."""

    def __init__(self, field: Field) -> None:
        shortest, longest = LENGTHS.get(field, (0, 0))
        super().__init__(_MISTAKES[field], shortest=shortest, longest=longest)


async def own_answers(at: Acting) -> Person:
    """The acting person, with all that they told of themselves."""
    return await at.session.get_one(Person, at.actor.id)


async def correct(at: Acting, field: Field, value: str | dt.date) -> None:
    """Take an answer about the acting person, in place of any before.

    Raises Unfit; Refusal for a birth date that others have signed for already, or by which a
    representative was asked for: staff mend that (award.consent.mending).
    """
    person = await at.session.get_one(Person, at.actor.id)
    fit: str | dt.date | None
    if field is Field.BIRTH_DATE:
        await _birth_date_is_open(at)
        fit = plausible_birth_date(value, at.programme, at.now)
    elif field is Field.REGION:
        fit = _region(value, at.programme)
    else:
        fit = fitting(str(value), LENGTHS[field], lines=field in _LINES)
    if fit is None:
        raise Unfit(field)
    if isinstance(fit, dt.date):
        await keep_birth_date(at.session, person, fit, at.actor.id, at.now)
    else:
        setattr(person, field, fit)
    await record(
        at.session, at.actor.id, "person.corrected", "person", at.actor.id, at.now, field=str(field)
    )


async def choose_language(at: Acting, language: str) -> None:
    """Speak to the person in this language from now on; raises Refusal for an unknown one."""
    if language not in LOCALES:
        raise Refusal
    (await at.session.get_one(Person, at.actor.id)).language = language
    await record(
        at.session, at.actor.id, "language.chosen", "person", at.actor.id, at.now, language=language
    )


async def _birth_date_is_open(at: Acting) -> None:
    signed = await at.session.scalar(
        select(Enrolment.id).where(
            Enrolment.person_id == at.actor.id,
            Enrolment.state.in_(OPEN_STATES),
            Enrolment.state != EnrolmentState.DRAFT,
        )
    )
    if signed is not None:
        raise Refusal("refused-birth-date-signed")
    if await is_bound(at.session, at.actor.id):
        raise Refusal("refused-birth-date-bound")
    if await given_by_oneself(at.session, at.actor.id) >= MOST_BIRTH_DATES:
        raise Refusal("refused-birth-date-often", most=MOST_BIRTH_DATES)


def plausible_birth_date(
    value: str | dt.date, programme: Programme, now: dt.datetime
) -> dt.date | None:
    """The date, if somebody who lives today can have been born on it."""
    today = today_in(programme, None, now)
    plausible = isinstance(value, dt.date) and today.year - OLDEST <= value.year and value < today
    return value if isinstance(value, dt.date) and plausible else None


def _region(value: str | dt.date, programme: Programme) -> str | None:
    known = programme.find_region(str(value)) is not None
    return str(value) if known else None
