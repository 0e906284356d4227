"""What an applicant chooses: level, directions, partner, centre, mentor (programme.md §4.3–5)."""

from collections.abc import Collection
from typing import Any

from award.access.acting import Acting
from award.audit import record
from award.centres.offers import is_offered, partners_for
from award.errors import NotFound, Refusal
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from award.registration.application import (
    Question,
    application,
    open_choices,
    optional_of,
    own_draft,
    passed_as,
)
from storage.tables import Centre, Enrolment

# Questions that may be left to others, or to the plan.
MAY_PASS = (Question.PARTNER, Question.CENTRE, Question.MENTOR)


async def choose_level(at: Acting, level: str) -> None:
    """Choose a level open at this age today and not yet awarded; other choices begin anew."""
    form = await application(at)
    if form.eligibility is None or level not in {x.code for x in form.eligibility.levels}:
        raise Refusal("refused-level")
    if form.enrolment.level != level:
        _begin_anew(form.enrolment)
    form.enrolment.level = level
    await _note(at, form.enrolment, Question.LEVEL, level=level)


async def choose_directions(at: Acting, extra: Collection[str]) -> None:
    """Add exactly these optional directions of the level; raises Refusal for any other."""
    form = await application(at)
    open_ones = optional_of(form, at.programme)
    if not set(extra) <= set(open_ones):
        raise Refusal
    _keep(form.enrolment, Choices(form.choices.answers, frozenset(extra)))
    _pass(form.enrolment, Question.DIRECTIONS)
    await _note(at, form.enrolment, Question.DIRECTIONS)


async def choose_option(at: Acting, choice: str, option: str) -> None:
    """Answer one of the questions that the level leaves open."""
    form = await application(at)
    asked = {c.code: c for c in open_choices(form, at.programme)}
    if choice not in asked or option not in {o.code for o in asked[choice].one_of}:
        raise Refusal
    answers = {**form.choices.answers, choice: option}
    _keep(form.enrolment, Choices(answers, form.choices.extra))
    await _note(at, form.enrolment, Question.CHOICE, choice=choice)


async def choose_partner(at: Acting, direction: str, partner_id: int) -> None:
    """Choose the partner organisation of a direction that needs one."""
    form = await application(at)
    offers = await partners_for(at.session, direction, form.person.region)
    if partner_id not in {offer.id for offer in offers}:
        raise Refusal
    partners = {**form.partners, direction: partner_id}
    form.enrolment.choices = {**form.enrolment.choices, "partners": partners}
    await _note(at, form.enrolment, Question.PARTNER, direction=direction)


async def choose_centre(at: Acting, centre_id: int) -> None:
    """Choose a centre; a mentor chosen at another one is given up."""
    draft = await own_draft(at)
    centre = await at.session.get(Centre, centre_id)
    if centre is None or centre.closed_at is not None:
        raise NotFound
    if draft.centre_id != centre_id:
        draft.mentor_id = None
        _unpass(draft, Question.MENTOR)
    draft.centre_id = centre_id
    _unpass(draft, Question.CENTRE)
    await _note(at, draft, Question.CENTRE, centre=centre_id)


async def choose_mentor(at: Acting, mentor_id: int) -> None:
    """Choose a mentor of the centre chosen before."""
    draft = await own_draft(at)
    if draft.centre_id is None or not await is_offered(at.session, draft, mentor_id, at.now):
        raise NotFound
    draft.mentor_id = mentor_id
    _unpass(draft, Question.MENTOR)
    await _note(at, draft, Question.MENTOR, mentor=mentor_id)


async def leave_open(at: Acting, question: Question, subject: str | None = None) -> None:
    """Leave the centre or mentor to those who know, a partner to the plan, directions as they are.

    Raises Refusal for a question that must be answered.
    """
    if question not in MAY_PASS:
        raise Refusal
    draft = await own_draft(at)
    if question is Question.CENTRE:
        draft.centre_id = draft.mentor_id = None
    elif question is Question.MENTOR:
        draft.mentor_id = None
    elif question is Question.PARTNER:
        kept = dict(draft.choices.get("partners", {}))
        kept.pop(subject or "", None)
        draft.choices = {**draft.choices, "partners": kept}
    _pass(draft, question, subject)
    await _note(at, draft, question)


def _keep(draft: Enrolment, choices: Choices) -> None:
    draft.choices = {**draft.choices, **store_choices(choices)}


def _passed(draft: Enrolment) -> list[str]:
    return list(draft.choices.get("passed", ()))


def _pass(draft: Enrolment, question: Question, subject: str | None = None) -> None:
    noted = {*_passed(draft), passed_as(question, subject)}
    draft.choices = {**draft.choices, "passed": sorted(noted)}


def _unpass(draft: Enrolment, question: Question) -> None:
    noted = [passed for passed in _passed(draft) if passed != question]
    draft.choices = {**draft.choices, "passed": noted}


def _begin_anew(draft: Enrolment) -> None:
    """Another level asks other questions; where to go is not among them."""
    kept = [passed for passed in _passed(draft) if passed in (Question.CENTRE, Question.MENTOR)]
    draft.choices = {"passed": kept}


async def _note(
    at: Acting,
    draft: Enrolment,
    question: Question,
    **codes: Any,
) -> None:
    codes["question"] = str(question)
    await record(
        at.session, at.actor.id, "application.answered", "enrolment", draft.id, at.now, **codes
    )
