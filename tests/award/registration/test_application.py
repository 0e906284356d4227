from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import LIFETIME, LinkUnusable
from award.access.scope import visible
from award.centres.offers import mentors_of, suggest_centres
from award.consent import representatives, signing
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.mentoring.assignment import assign_mentor
from award.profile.enrolment import withdraw
from award.profile.next_step import Step, where_it_stands
from award.programme import Programme
from award.progress.asked import asked_of
from award.registration import choices
from award.registration.application import Question, application, begin, send
from award.registration.personal import Field, Unfit, choose_language, correct
from storage.tables import (
    Agreement,
    Audit,
    Centre,
    Enrolment,
    EnrolmentState,
    Partner,
    Person,
    Role,
    RoleKind,
    SignerKind,
)
from tests.acting import acting
from tests.award.registration.town import BORN_20, NOW, Town


@pytest.fixture
def town(session: AsyncSession, tosbelgi: Programme) -> Town:
    return Town(session, tosbelgi)


async def questions(town: Town, actor: Actor) -> list[Question]:
    form = await application(acting(town.session, actor, NOW, town.programme))
    return [asked.question for asked in form.unanswered]


async def test_a_form_asks_one_question_after_another(town: Town) -> None:
    actor = await town.person()
    first = await begin(acting(town.session, actor, NOW))
    assert (await begin(acting(town.session, actor, NOW))).id == first.id
    asked = await questions(town, actor)
    assert asked[0] is Question.FULL_NAME
    assert Question.CHOICE not in asked
    await correct(
        acting(town.session, actor, NOW, town.programme), Field.FULL_NAME, "Сәрсен Аружан"
    )
    assert await questions(town, actor) == asked[1:]


async def test_an_answered_form_asks_nothing(town: Town) -> None:
    actor = await town.draft()
    assert await questions(town, actor) == []
    form = await application(acting(town.session, actor, NOW, town.programme))
    assert {item.direction for item in asked_of(town.programme, form.enrolment)} == {
        "sport",
        "talent",
        "reading",
        "heritage",
        "volunteering",
        "trips",
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.FULL_NAME, "А"),
        (Field.FULL_NAME, "А" * 101),
        (Field.BIRTH_DATE, date(2026, 2, 3)),
        (Field.BIRTH_DATE, date(1890, 1, 1)),
        (Field.REGION, "KZ-00"),
        (Field.REGION, "US-NY"),
        (Field.PLACE, " \x00 "),
        (Field.ABOUT, "аз"),
        (Field.HOBBIES, "х" * 501),
    ],
)
async def test_an_answer_that_cannot_be_is_refused(
    town: Town, field: Field, value: str | date
) -> None:
    actor = await town.person("Сәрсен Аружан")
    with pytest.raises(Unfit) as refused:
        await correct(acting(town.session, actor, NOW, town.programme), field, value)
    assert refused.value.key.startswith("mistake-")


async def test_a_level_is_open_by_age_and_once_only(town: Town) -> None:
    actor = await town.draft()
    await choices.choose_level(acting(town.session, actor, NOW, town.programme), "gold")
    with pytest.raises(Refusal):
        await choices.choose_level(acting(town.session, actor, NOW, town.programme), "diamond")
    young = date(2011, 6, 1)
    await correct(acting(town.session, actor, NOW, town.programme), Field.BIRTH_DATE, young)
    form = await application(acting(town.session, actor, NOW, town.programme))
    assert form.level is None  # gold was chosen at an age that was wrong
    with pytest.raises(Refusal):
        await choices.choose_level(acting(town.session, actor, NOW, town.programme), "silver")
    town.session.add(
        Enrolment(
            person_id=actor.id,
            state=EnrolmentState.COMPLETE,
            level="bronze",
            choices={},
            begun_at=NOW,
        )
    )
    await town.session.flush()
    with pytest.raises(Refusal):
        await choices.choose_level(acting(town.session, actor, NOW, town.programme), "bronze")


async def test_one_too_young_learns_when_to_come_back(town: Town) -> None:
    actor = await town.person()
    await begin(acting(town.session, actor, NOW))
    born = date(2013, 5, 4)
    await correct(acting(town.session, actor, NOW, town.programme), Field.BIRTH_DATE, born)
    form = await application(acting(town.session, actor, NOW, town.programme))
    assert form.closed
    assert form.eligibility is not None
    assert form.eligibility.opens == date(2027, 5, 4)


async def test_another_level_asks_its_own_choices(town: Town) -> None:
    actor = await town.draft()
    await choices.choose_level(acting(town.session, actor, NOW, town.programme), "silver")
    assert await questions(town, actor) == [
        Question.DIRECTIONS,
        Question.CHOICE,
        Question.CHOICE,
    ]
    with pytest.raises(Refusal):
        await choices.choose_option(
            acting(town.session, actor, NOW, town.programme), "heritage", "months_9"
        )
    with pytest.raises(Refusal):
        await choices.choose_directions(acting(town.session, actor, NOW, town.programme), {"sport"})


async def test_partners_are_asked_where_there_are_any(town: Town) -> None:
    town.session.add(Partner(name="Еріктілер", directions=["volunteering"]))
    elsewhere = Partner(name="Алыс", region="KZ-79", directions=["trips"])
    town.session.add(elsewhere)
    await town.session.flush()
    actor = await town.draft()
    form = await application(acting(town.session, actor, NOW, town.programme))
    (left,) = form.unanswered
    assert (left.question, left.subject) == (Question.PARTNER, "volunteering")
    with pytest.raises(Refusal):
        await choices.choose_partner(
            acting(town.session, actor, NOW, town.programme), "volunteering", elsewhere.id
        )
    await choices.leave_open(acting(town.session, actor, NOW), Question.PARTNER, "volunteering")
    assert await questions(town, actor) == []


async def test_near_and_least_loaded_come_first(town: Town) -> None:
    far = await town.centre("Шымкент орталығы", "KZ-79", "Шымкент")
    busy = await town.centre("Достық орталығы")
    free = await town.centre("Самал орталығы")
    school = await town.centre("№ 12 мектеп орталығы")
    closed = await town.centre("Жабық")
    (await town.session.get_one(Centre, closed)).closed_at = NOW
    crowded = await town.staff(RoleKind.MENTOR, "Абаева Ақмарал", centre_id=busy)
    idle = await town.staff(RoleKind.MENTOR, "Яковлева Яна", centre_id=busy)
    other = await town.draft(BORN_20, centre=busy)
    await choices.choose_mentor(acting(town.session, other, NOW), crowded.id)
    await town.sent(other)
    actor = await town.draft()
    offers = await suggest_centres(acting(town.session, actor))
    assert [offer.id for offer in offers] == [school, free, busy, far]
    assert [offer.id for offer in await suggest_centres(acting(town.session, actor), "шымк")] == [
        far
    ]
    mentors = await mentors_of(town.session, busy, NOW, participant=actor.id)
    assert [(offer.id, offer.load) for offer in mentors] == [(idle.id, 0), (crowded.id, 1)]


async def test_only_a_mentor_of_the_centre_can_be_chosen(town: Town) -> None:
    centre, other = await town.centre("Достық"), await town.centre("Самал")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=other)
    actor = await town.draft(centre=centre)
    for wrong in (mentor.id, actor.id, 10_000):
        with pytest.raises(NotFound):
            await choices.choose_mentor(acting(town.session, actor, NOW), wrong)
    await choices.choose_centre(acting(town.session, actor, NOW), other)
    await choices.choose_mentor(acting(town.session, actor, NOW), mentor.id)
    await choices.choose_centre(acting(town.session, actor, NOW), centre)
    assert await questions(town, actor) == [Question.MENTOR]
    with pytest.raises(Refusal):
        await choices.leave_open(acting(town.session, actor, NOW), Question.LEVEL)


async def test_an_adults_application_goes_to_the_mentor_at_once(town: Town) -> None:
    centre = await town.centre("Достық")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    actor = await town.draft(BORN_20, centre=centre)
    await choices.choose_mentor(acting(town.session, actor, NOW), mentor.id)
    with pytest.raises(Refusal):
        await send(acting(town.session, actor, NOW, town.programme))  # not signed
    enrolment = await town.sent(actor)
    assert enrolment.state is EnrolmentState.SUBMITTED
    assert enrolment.answer_due == date(2026, 2, 23)  # 14 working days
    assert await town.told(mentor) == ["application-new"]
    stands = await where_it_stands(acting(town.session, actor, NOW, town.programme))
    assert (stands.step, stands.who) == (Step.MENTOR_ANSWERS, "Серікова Айгүл")
    with pytest.raises(TooLate):
        await choices.choose_level(acting(town.session, actor, NOW, town.programme), "silver")
    with pytest.raises(Refusal):
        await begin(acting(town.session, actor, NOW))


async def test_a_signature_keeps_the_hash_of_the_text_shown(town: Town) -> None:
    actor = await town.draft()
    shown = town.programme.agreement.text_hash("en")
    with pytest.raises(Refusal):
        await signing.sign(acting(town.session, actor, NOW, town.programme), "kk", shown)
    kept = await signing.sign(acting(town.session, actor, NOW, town.programme), "en", shown)
    assert (kept.text_hash, kept.language, kept.kind) == (shown, "en", SignerKind.PARTICIPANT)
    assert kept.version == town.programme.agreement.version


async def test_a_minors_application_is_nobodys_before_the_representative_signed(
    town: Town,
) -> None:
    centre = await town.centre("Достық")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    head = await town.staff(RoleKind.CENTRE_HEAD, centre_id=centre)
    operator = await town.staff(RoleKind.OPERATOR)
    actor = await town.draft(centre=centre)
    await choices.choose_mentor(acting(town.session, actor, NOW), mentor.id)
    enrolment = await town.sent(actor)
    assert enrolment.state is EnrolmentState.AWAITING_REPRESENTATIVE
    for staff in (mentor, head, operator):
        assert await town.told(staff) == []
        with pytest.raises(NotFound):
            await visible(acting(town.session, staff), enrolment.id)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    mother = await town.person()
    asked = await representatives.consent_asked(
        acting(town.session, mother, NOW, town.programme), payload
    )
    assert (asked.child, asked.level) == ("Сәрсен Аружан", "bronze")
    enrolment = await town.consent(mother, payload)
    assert enrolment.state is EnrolmentState.SUBMITTED
    assert await town.told(mentor) == ["application-new"]
    assert await town.told(actor) == ["representative-signed"]
    signed = (
        await town.session.scalars(
            select(Agreement).where(Agreement.kind == SignerKind.REPRESENTATIVE)
        )
    ).one()
    assert (signed.signer_id, signed.phone) == (mother.id, "+77010000002")
    assert signed.text_hash == town.programme.agreement.text_hash("ru")
    mother = await town.again(mother)
    assert (await visible(acting(town.session, mother), enrolment.id)).id == enrolment.id
    (ward,) = await representatives.wards_of(acting(town.session, mother))
    assert ward.name == "Сәрсен Аружан"


async def test_the_link_is_for_the_representative_once_and_for_a_while(town: Town) -> None:
    centre = await town.centre("Достық")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    operator = await town.staff(RoleKind.OPERATOR)
    actor = await town.draft(centre=centre)
    await choices.choose_mentor(acting(town.session, actor, NOW), mentor.id)
    await town.sent(actor)
    first = await representatives.representative_link(acting(town.session, actor, NOW))
    second = await representatives.representative_link(acting(town.session, actor, NOW))
    mother = await town.person()
    with pytest.raises(LinkUnusable):
        await town.consent(mother, first)  # replaced
    for wrong in (actor, mentor, operator):
        with pytest.raises(Refusal) as refused:
            await town.consent(wrong, second)
        assert refused.value.key in ("refused-own-link", "refused-staff-represents")
    sister = await town.draft(date(2009, 5, 5))
    with pytest.raises(Refusal, match="refused-minor-represents"):
        await town.consent(sister, second)
    with pytest.raises(LinkUnusable):
        await town.consent(mother, second, NOW + LIFETIME)
    await town.consent(mother, second)
    with pytest.raises(LinkUnusable):
        await town.consent(mother, second)
    with pytest.raises(TooLate):
        await representatives.representative_link(acting(town.session, actor, NOW))


async def test_a_representative_may_decline(town: Town) -> None:
    actor = await town.draft()
    await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    mother = await town.person()
    await representatives.decline(acting(town.session, mother, NOW, town.programme), payload)
    assert await town.told(actor) == ["representative-declined"]
    with pytest.raises(LinkUnusable):
        await town.consent(mother, payload)
    stands = await where_it_stands(acting(town.session, actor, NOW, town.programme))
    assert stands.step is Step.NEW_LINK


async def test_what_waits_for_the_representative_can_be_taken_back(town: Town) -> None:
    actor = await town.draft()
    await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    with pytest.raises(Refusal):
        await correct(acting(town.session, actor, NOW, town.programme), Field.BIRTH_DATE, BORN_20)
    await representatives.take_back(acting(town.session, actor, NOW))
    with pytest.raises(LinkUnusable):
        await town.consent(await town.person(), payload)
    with pytest.raises(Refusal, match="refused-birth-date-bound"):
        await correct(acting(town.session, actor, NOW, town.programme), Field.BIRTH_DATE, BORN_20)
    assert (await town.sent(actor)).state is EnrolmentState.AWAITING_REPRESENTATIVE
    assert await town.session.scalar(select(func.count(Agreement.id))) == 1


async def test_consent_can_be_withdrawn_while_the_child_is_a_minor(town: Town) -> None:
    centre = await town.centre("Достық")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    actor = await town.draft(centre=centre)
    await choices.choose_mentor(acting(town.session, actor, NOW), mentor.id)
    enrolment = await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    mother = await town.person()
    await town.consent(mother, payload)
    mother, stranger = await town.again(mother), await town.person()
    programme = town.programme
    for wrong in (stranger, mentor, actor):
        with pytest.raises(NotAllowed):
            await representatives.withdraw_consent(
                acting(town.session, wrong, NOW, programme), enrolment.id
            )
    later = NOW + timedelta(days=3 * 365)
    with pytest.raises(Refusal, match="refused-ward-is-adult"):
        await representatives.withdraw_consent(
            acting(town.session, mother, later, programme), enrolment.id
        )
    await representatives.withdraw_consent(
        acting(town.session, mother, NOW, programme), enrolment.id
    )
    assert enrolment.state is EnrolmentState.WITHDRAWN
    with pytest.raises(NotFound):
        await visible(acting(town.session, mentor), enrolment.id)
    assert await town.told(mentor) == ["application-new", "participant-left"]
    assert (await town.told(actor))[-1] == "consent-withdrawn"
    with pytest.raises(TooLate):
        await representatives.withdraw_consent(
            acting(town.session, mother, NOW, programme), enrolment.id
        )


async def _signed(town: Town, mother: Actor) -> tuple[Actor, Enrolment]:
    """A minor whose application the mother has signed."""
    actor = await town.draft()
    enrolment = await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    await town.consent(mother, payload)
    return actor, enrolment


async def _sees(town: Town, parent: Actor, enrolment: Enrolment, now: datetime = NOW) -> bool:
    """Whether a representative reads it; what they read is in their list, and nothing else."""
    at = acting(town.session, replace(await town.again(parent), at=now), now, town.programme)
    listed = [ward.enrolment_id for ward in await representatives.wards_of(at)]
    try:
        await visible(at, enrolment.id)
    except NotFound:
        assert enrolment.id not in listed
        return False
    assert listed == [enrolment.id]
    return True


async def test_a_representative_reads_until_the_18th_birthday(town: Town) -> None:
    mother = await town.person()
    actor, enrolment = await _signed(town, mother)
    born = (await town.session.get_one(Person, actor.id)).birth_date
    assert born is not None
    birthday = datetime(born.year + 18, born.month, born.day, tzinfo=NOW.tzinfo)
    assert await _sees(town, mother, enrolment, birthday - timedelta(days=1))
    assert not await _sees(town, mother, enrolment, birthday + timedelta(days=1))


async def test_a_representative_reads_only_what_they_signed(town: Town) -> None:
    mother, father = await town.person(), await town.person()
    actor, first = await _signed(town, mother)
    await withdraw(acting(town.session, actor, NOW, town.programme), first.id)
    assert not await _sees(town, mother, first)
    second = await begin(acting(town.session, actor, NOW, town.programme))
    assert not await _sees(town, mother, second)
    second.level, second.state = first.level, EnrolmentState.AWAITING_REPRESENTATIVE
    second.choices = first.choices
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    assert not await _sees(town, mother, second)
    await town.consent(father, payload)
    assert await _sees(town, father, second)
    assert not await _sees(town, mother, second)
    with pytest.raises(NotFound):
        await representatives.withdraw_consent(
            acting(town.session, await town.again(mother), NOW, town.programme), second.id
        )


@pytest.mark.parametrize("name", ["Сәрсен Аружан", "аружан  СӘРСЕН", "Сәрсе\u0301н Аружан"])
async def test_nobody_represents_themself_by_a_second_account(town: Town, name: str) -> None:
    actor = await town.draft()
    await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    child = await town.session.get_one(Person, actor.id)
    twin = await town.person()
    with pytest.raises(Refusal, match="refused-name-of-child"):
        await town.consent(twin, payload, name=name)
    assert child.phone is not None
    with pytest.raises(Refusal, match="refused-phone-of-child"):
        await town.consent(twin, payload, phone=child.phone)
    at = acting(town.session, twin, NOW, town.programme)
    with pytest.raises(Refusal, match="refused-phone-of-child"):
        await representatives.check_signer(at, payload, phone=child.phone)
    assert await town.session.scalar(select(func.count(Role.id))) == 0
    await town.consent(twin, payload)


async def test_a_centre_gives_its_own_applications_a_mentor_once(town: Town) -> None:
    centre, other = await town.centre("Достық"), await town.centre("Самал")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    stranger = await town.staff(RoleKind.MENTOR, centre_id=other)
    head = await town.staff(RoleKind.CENTRE_HEAD, centre_id=centre)
    foreign = await town.staff(RoleKind.CENTRE_HEAD, centre_id=other)
    operator = await town.staff(RoleKind.OPERATOR)
    actor = await town.draft(BORN_20, centre=centre)
    enrolment = await town.sent(actor)
    assert await town.told(head) == ["application-unassigned"]
    assert await town.told(operator) == []
    for wrong in (actor, mentor, foreign):
        with pytest.raises(NotAllowed):
            await assign_mentor(acting(town.session, wrong, NOW), enrolment.id, mentor.id)
    with pytest.raises(NotFound):
        await assign_mentor(acting(town.session, head, NOW), enrolment.id, stranger.id)
    await assign_mentor(acting(town.session, head, NOW), enrolment.id, mentor.id)
    assert await town.told(mentor) == ["application-new"]
    assert await town.told(actor) == ["mentor-assigned"]
    with pytest.raises(TooLate):
        await assign_mentor(acting(town.session, operator, NOW), enrolment.id, mentor.id)


async def test_without_a_centre_the_operator_chooses(town: Town) -> None:
    centre = await town.centre("Достық")
    mentor = await town.staff(RoleKind.MENTOR, centre_id=centre)
    operator = await town.staff(RoleKind.OPERATOR)
    enrolment = await town.sent(await town.draft(BORN_20))
    assert await town.told(operator) == ["application-unassigned"]
    await assign_mentor(acting(town.session, operator, NOW), enrolment.id, mentor.id)
    assert (enrolment.centre_id, enrolment.mentor_id) == (centre, mentor.id)


async def test_a_parent_never_mentors_the_own_child(town: Town) -> None:
    centre = await town.centre("Достық")
    head = await town.staff(RoleKind.CENTRE_HEAD, centre_id=centre)
    actor = await town.draft(centre=centre)
    enrolment = await town.sent(actor)
    payload = await representatives.representative_link(acting(town.session, actor, NOW))
    mother = await town.person()
    await town.consent(mother, payload)
    town.session.add(Role(person_id=mother.id, kind=RoleKind.MENTOR, centre_id=centre, since=NOW))
    await town.session.flush()
    with pytest.raises(NotFound):
        await assign_mentor(acting(town.session, head, NOW), enrolment.id, mother.id)


async def test_every_change_is_on_the_record_without_personal_data(town: Town) -> None:
    actor = await town.draft()
    await choose_language(acting(town.session, actor, NOW), "ru")
    with pytest.raises(Refusal):
        await choose_language(acting(town.session, actor, NOW), "xx")
    await town.sent(actor)
    await town.session.flush()
    lines = (await town.session.scalars(select(Audit))).all()
    actions = {line.action for line in lines}
    assert {
        "application.begun",
        "application.answered",
        "application.awaits",
        "agreement.signed",
        "language.chosen",
        "person.corrected",
    } <= actions
    assert "Аружан" not in " ".join(str(line.details) for line in lines)


async def test_the_tiny_programme_can_be_applied_for(
    session: AsyncSession, tiny: Programme
) -> None:
    town = Town(session, tiny)
    actor = await town.person("Ann Smith")
    await begin(acting(session, actor, NOW))
    level = tiny.levels[0]
    born = date(NOW.year - level.min_age, 1, 1)
    await correct(acting(session, actor, NOW, tiny), Field.BIRTH_DATE, born)
    await choices.choose_level(acting(session, actor, NOW, tiny), level.code)
    form = await application(acting(session, actor, NOW, tiny))
    assert form.level == level
