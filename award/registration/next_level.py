"""Whoever holds a level goes on with the next by one tap (programme.md §2, §8).

Personal answers are the person's own and stay; the centre, the mentor, choices and signatures are
taken over from the level before. Entries belong to their level: nothing is counted twice.
"""

from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.audit import record
from award.calendar.zones import today_in
from award.centres.offers import is_offered
from award.dossiers.endings import revoked, still_goes_on
from award.errors import TooLate
from award.programme import Level
from award.programme.eligibility import eligibility
from award.programme.requirements import Choices
from award.progress.asked import choices_of_enrolment, store_choices
from award.registration.application import (
    Question,
    application,
    begin,
    open_choices,
    optional_of,
    passed_as,
    represented,
    send,
)
from award.registration.held import held_levels
from storage.tables import (
    AWARDED_STATES,
    OPEN_STATES,
    Agreement,
    Centre,
    Dossier,
    Enrolment,
    EnrolmentState,
    Person,
    SignerKind,
)


@dataclass(frozen=True, slots=True)
class NextBegun:
    """The application of the next level; `sent`: nothing was left to ask."""

    enrolment: Enrolment
    sent: bool


async def next_level(at: Acting) -> Level | None:
    """The next level that is open to who holds one, at their age today; None where there is none.

    Nor while another level is under way.
    """
    found = await _offered(at)
    return found[0] if found is not None else None


async def begin_next(at: Acting) -> NextBegun:
    """Apply for it with all that is known; it is sent at once if nothing is left to ask.

    Raises TooLate where it is not offered any more.
    """
    found = await _offered(at)
    if found is None:
        raise TooLate("refused-next-level")
    level, before = found
    draft = await begin(at)
    draft.level = level.code
    await _take_places(at, draft, before)
    await _take_choices(at, draft, before)
    signed = await _take_signatures(at, draft, before)
    await record(
        at.session, at.actor.id, "application.next_level", "enrolment", draft.id, at.now,
        level=level.code,
    )  # fmt: skip
    form = await application(at)
    ready = signed and not form.unanswered
    if ready:
        await send(at)
    return NextBegun(draft, ready)


async def _offered(at: Acting) -> tuple[Level, Enrolment] | None:
    """The next level, and the enrolment of the highest that the person holds."""
    under_way = await at.session.scalar(
        select(Enrolment.id).where(
            Enrolment.person_id == at.actor.id,
            Enrolment.state.in_(OPEN_STATES),
            Enrolment.state != EnrolmentState.DRAFT,
        )
    )
    held = await at.session.scalars(
        select(Enrolment)
        .join(Dossier, Dossier.enrolment_id == Enrolment.id)
        .where(
            Enrolment.person_id == at.actor.id,
            Enrolment.erased_at.is_(None),
            Dossier.state.in_(AWARDED_STATES),
            Enrolment.id.not_in(revoked()),
        )
    )
    order = {level.code: number for number, level in enumerate(at.programme.levels)}
    known = [each for each in held if each.level in order]
    if under_way is not None or not known:
        return None
    before = max(known, key=lambda each: order[each.level or ""])
    person = await at.session.get_one(Person, at.actor.id)
    if person.birth_date is None:
        return None
    today = today_in(at.programme, person.region, at.now)
    held_now = await held_levels(at.session, person.id, today)
    chance = eligibility(at.programme, person.birth_date, today, held_now)
    higher = [each for each in chance.levels if order[each.code] > order[before.level or ""]]
    return (higher[0], before) if higher else None


async def _take_places(at: Acting, draft: Enrolment, before: Enrolment) -> None:
    centre = await at.session.get(Centre, before.centre_id) if before.centre_id else None
    draft.centre_id = centre.id if centre is not None and centre.closed_at is None else None
    draft.mentor_id = None
    mentor = before.mentor_id
    if draft.centre_id and mentor and await is_offered(at.session, draft, mentor, at.now):
        draft.mentor_id = mentor


async def _take_choices(at: Acting, draft: Enrolment, before: Enrolment) -> None:
    """As far as the next level asks the same; directions added before are added again."""
    kept = choices_of_enrolment(before)
    optional = optional_of(await application(at), at.programme)
    extra = frozenset(kept.extra & set(optional))
    draft.choices = {**store_choices(Choices({}, extra)), "passed": _passed(draft)}
    open_ones = open_choices(await application(at), at.programme)
    options = {each.code: {option.code for option in each.one_of} for each in open_ones}
    answers = {
        code: option for code, option in kept.answers.items() if option in options.get(code, ())
    }
    partners = dict((before.choices or {}).get("partners", {}))
    draft.choices = {
        **draft.choices,
        **store_choices(Choices(answers, extra)),
        "partners": partners,
    }


def _passed(draft: Enrolment) -> list[str]:
    """What is left to those who know: directions as they are, a mentor who is to be chosen."""
    passed = [passed_as(Question.DIRECTIONS)]
    if draft.mentor_id is None:
        passed.append(passed_as(Question.MENTOR))
    return passed


async def _take_signatures(at: Acting, draft: Enrolment, before: Enrolment) -> bool:
    """Signatures under the same version of the agreement; a representative's while it stands.

    Whether the participant's is there.
    """
    found = await at.session.scalars(
        select(Agreement).where(
            Agreement.enrolment_id == before.id,
            Agreement.version == at.programme.agreement.version,
        )
    )
    stands = still_goes_on(before) and await represented(at.session, before, at.now)
    there = set(
        await at.session.scalars(select(Agreement.kind).where(Agreement.enrolment_id == draft.id))
    )
    for each in found.all():
        if each.kind in there or (each.kind is SignerKind.REPRESENTATIVE and not stands):
            continue
        at.session.add(
            Agreement(
                enrolment_id=draft.id,
                kind=each.kind,
                signer_id=each.signer_id,
                signer_name=each.signer_name,
                phone=each.phone,
                language=each.language,
                version=each.version,
                text_hash=each.text_hash,
                signed_at=each.signed_at,
            )
        )
        there.add(each.kind)
    await at.session.flush()
    return SignerKind.PARTICIPANT in there
