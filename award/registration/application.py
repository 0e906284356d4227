"""The application (өтініш): answered piece by piece, sent, given to a mentor (programme.md §4).

It is an enrolment in state draft; the personal answers are the person's own (award.personal).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import bind, needs_representative
from award.access.budget import not_enough_today, within_budget
from award.access.responsible import tell_mentor
from award.audit import record
from award.calendar import local_date
from award.calendar.days_off import term_end
from award.calendar.deadlines import ANSWER_DAYS
from award.calendar.zones import today_in
from award.centres.offers import choosers, is_offered, partners_for
from award.errors import Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme import Choice, Level, Programme
from award.programme.coded import find
from award.programme.eligibility import Eligibility, eligibility
from award.programme.requirements import (
    Choices,
    choices_of,
    optional_directions,
    required_directions,
)
from award.progress.asked import choices_of_enrolment
from award.registration.held import held_levels
from award.registration.personal import Field
from storage.tables import (
    OPEN_STATES,
    Agreement,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
    SignerKind,
)


class Question(StrEnum):
    """What an application asks, in this order."""

    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    REGION = "region"
    PLACE = "place"
    STUDY = "study"
    PHOTO = "photo"
    ABOUT = "about"
    HOBBIES = "hobbies"
    PHONE = "phone"
    LEVEL = "level"
    DIRECTIONS = "directions"
    CHOICE = "choice"
    PARTNER = "partner"
    CENTRE = "centre"
    MENTOR = "mentor"


# Questions about the person: each is a column of theirs.
PERSONAL = {
    Question.FULL_NAME: Field.FULL_NAME,
    Question.BIRTH_DATE: Field.BIRTH_DATE,
    Question.REGION: Field.REGION,
    Question.PLACE: Field.PLACE,
    Question.STUDY: Field.STUDY,
    Question.PHOTO: Field.PHOTO,
    Question.ABOUT: Field.ABOUT,
    Question.HOBBIES: Field.HOBBIES,
    Question.PHONE: Field.PHONE,
}


@dataclass(frozen=True)
class Asked:
    """One question; `subject`: which choice of the level, or the direction a partner is for."""

    question: Question
    subject: str | None
    answered: bool


@dataclass(frozen=True)
class Application:
    """An application as it stands: what it asks, and what was answered."""

    enrolment: Enrolment
    person: Person
    eligibility: Eligibility | None
    level: Level | None
    choices: Choices
    questions: tuple[Asked, ...]

    @cached_property
    def unanswered(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.questions if not asked.answered)

    @property
    def partners(self) -> Mapping[str, int]:
        """The partner chosen for each direction."""
        return dict(self.enrolment.choices.get("partners", {}))

    @property
    def closed(self) -> bool:
        """No level is open to this person now: too young, too old, or all awarded."""
        return self.eligibility is not None and not self.eligibility.levels


async def begin(at: Acting) -> Enrolment:
    """The person's draft, a new one if they have none; raises Refusal if one is under way."""
    under_way = await at.session.scalar(
        select(Enrolment)
        .where(Enrolment.person_id == at.actor.id, Enrolment.state.in_(OPEN_STATES))
        .with_for_update()
    )
    if under_way is not None:
        if under_way.state is not EnrolmentState.DRAFT:
            raise Refusal("refused-applied")
        return under_way
    await not_enough_today(at, "application.begun")
    draft = Enrolment(
        person_id=at.actor.id, state=EnrolmentState.DRAFT, choices={}, begun_at=at.now
    )
    at.session.add(draft)
    await at.session.flush()
    await record(at.session, at.actor.id, "application.begun", "enrolment", draft.id, at.now)
    return draft


async def application(at: Acting) -> Application:
    """The person's draft and its questions; raises TooLate where there is no draft."""
    enrolment = await own_draft(at)
    person = await at.session.get_one(Person, at.actor.id)
    chance = level = None
    if person.birth_date is not None:
        today = today_in(at.programme, person.region, at.now)
        awarded = await held_levels(at.session, person.id, today)
        chance = eligibility(at.programme, person.birth_date, today, awarded)
        level = find(chance.levels, enrolment.level)
    form = Application(enrolment, person, chance, level, choices_of_enrolment(enrolment), ())
    return replace(form, questions=await _questions(at.session, form, at.programme))


async def send(at: Acting) -> Enrolment:
    """Send the signed application: to its mentor, or, under 18, first to the representative.

    Nobody but the participant learns of a minor's application here (programme.md §4.6).
    Raises Refusal while something is missing.
    """
    form = await application(at)
    if form.closed or form.eligibility is None:
        raise Refusal("refused-level")
    if form.unanswered:
        raise Refusal("refused-unanswered")
    await within_budget(at, "application.submitted")
    enrolment = form.enrolment
    signed = await at.session.scalar(
        select(Agreement.version).where(
            Agreement.enrolment_id == enrolment.id, Agreement.kind == SignerKind.PARTICIPANT
        )
    )
    if signed != at.programme.agreement.version:
        raise Refusal("refused-unsigned")
    if enrolment.mentor_id and not await is_offered(
        at.session, enrolment, enrolment.mentor_id, at.now
    ):
        enrolment.mentor_id = None  # no longer a mentor there: the centre chooses
    minor = await needs_representative(at.session, at.programme, form.person, at.now)
    if minor and not await represented(at.session, enrolment, at.now):
        await bind(at.session, form.person, at.now)
        enrolment.state = EnrolmentState.AWAITING_REPRESENTATIVE
        await record(
            at.session, at.actor.id, "application.awaits", "enrolment", enrolment.id, at.now
        )
    else:
        await submit(at, enrolment, form.person)
    return enrolment


async def represented(session: AsyncSession, enrolment: Enrolment, now: datetime) -> bool:
    """Whether a representative has signed under it who represents the participant now.

    So it is under the application of a next level, which takes the signature over.
    """
    found = await session.scalar(
        select(Agreement.id)
        .join(Role, Role.person_id == Agreement.signer_id)
        .where(
            Agreement.enrolment_id == enrolment.id,
            Agreement.kind == SignerKind.REPRESENTATIVE,
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(now),
        )
        .limit(1)
    )
    return found is not None


async def submit(at: Acting, enrolment: Enrolment, person: Person) -> None:
    """Hand an application signed by all to those who answer it, within `ANSWER_DAYS`."""
    enrolment.state = EnrolmentState.SUBMITTED
    enrolment.submitted_at = at.now
    enrolment.answer_due = await term_end(
        at.session, at.programme, person.region, ANSWER_DAYS, at.now
    )
    await record(
        at.session, at.actor.id, "application.submitted", "enrolment", enrolment.id, at.now
    )
    if enrolment.mentor_id:
        await tell_mentor(
            at.session, enrolment, NoticeKind.APPLICATION_NEW, at.now, enrolment=enrolment.id
        )
        return
    for reviewer in await choosers(at.session, enrolment, at.now):
        tell(
            at.session, reviewer, NoticeKind.APPLICATION_UNASSIGNED, at.now, enrolment=enrolment.id
        )


def open_choices(form: Application, programme: Programme) -> tuple[Choice, ...]:
    """The questions that the chosen level leaves open, for the directions taken."""
    if form.level is None:
        return ()
    return choices_of(*_rules(form, programme), form.choices.extra)


def optional_of(form: Application, programme: Programme) -> tuple[str, ...]:
    """Directions that may be added at the chosen level."""
    if form.level is None:
        return ()
    return optional_directions(*_rules(form, programme))


def taken(form: Application, programme: Programme) -> tuple[str, ...]:
    """Directions of the application, in the programme's order."""
    if form.level is None:
        return ()
    asked = required_directions(*_rules(form, programme))
    codes = form.choices.extra.union(asked)
    return tuple(d.code for d in programme.directions if d.code in codes)


async def own_draft(at: Acting) -> Enrolment:
    """The person's draft, locked for a change; raises TooLate where it is sent, or never begun."""
    draft = await at.session.scalar(
        select(Enrolment)
        .where(Enrolment.person_id == at.actor.id, Enrolment.state == EnrolmentState.DRAFT)
        .with_for_update()
    )
    if draft is None:
        raise TooLate("refused-no-draft")
    return draft


async def _questions(
    session: AsyncSession, form: Application, programme: Programme
) -> tuple[Asked, ...]:
    """All questions in their order; those about a level once it is chosen."""
    person, enrolment = form.person, form.enrolment
    asked = [
        Asked(question, None, getattr(person, field) is not None)
        for question, field in PERSONAL.items()
    ]
    asked.append(Asked(Question.LEVEL, None, form.level is not None))
    if optional_of(form, programme):
        asked.append(_open_one(form, Question.DIRECTIONS))
    asked += [
        Asked(Question.CHOICE, choice.code, _is_option(choice, form.choices))
        for choice in open_choices(form, programme)
    ]
    for direction in taken(form, programme):
        needs = programme.direction(direction).needs_partner
        if needs and await partners_for(session, direction, person.region):
            asked.append(_open_one(form, Question.PARTNER, direction, direction in form.partners))
    asked.append(_open_one(form, Question.CENTRE, done=enrolment.centre_id is not None))
    if enrolment.centre_id is not None:
        asked.append(_open_one(form, Question.MENTOR, done=enrolment.mentor_id is not None))
    return tuple(asked)


def _open_one(
    form: Application, question: Question, subject: str | None = None, done: bool = False
) -> Asked:
    passed = passed_as(question, subject) in form.enrolment.choices.get("passed", ())
    return Asked(question, subject, done or passed)


def _is_option(choice: Choice, choices: Choices) -> bool:
    return choices.answers.get(choice.code) in {option.code for option in choice.one_of}


def passed_as(question: Question, subject: str | None = None) -> str:
    """How a question left open is noted among the choices."""
    return f"{question}:{subject}" if subject else str(question)


def _rules(form: Application, programme: Programme) -> tuple[Programme, Level, int]:
    # By which `award.progress.asked.asked_of` reads an application not sent yet.
    assert form.level is not None
    begun = form.enrolment.begun_at
    return programme.as_of(begun), form.level, local_date(begun, programme.zone).year
