"""Who represents whom, until when, by which birth date, and what the mentor does before a start."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor
from award.access.invitations import LinkUnusable
from award.access.lookup import find_actor
from award.access.scope import visible
from award.consent import ending, representatives
from award.consent.ending import Ended, EndReason
from award.consent.mending import birth_date_to_mend, mend_birth_date
from award.consent.of_age import came_of_age
from award.consent.search import found_by_name, represented
from award.errors import NotAllowed, NotFound, Refusal
from award.mentoring.participants import card
from award.plan.first_contact import NotSpoken, note_first_contact, require_spoken
from award.plan.plans import take_up
from award.profile.enrolment import withdraw
from award.programme import Programme
from award.registration.personal import Field, correct
from storage.tables import (
    Agreement,
    Audit,
    Certificate,
    CertificateState,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Invitation,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.registration.town import BORN_16, BORN_20, NOW, Town

OF_AGE = datetime(2028, 1, 15, 7, tzinfo=UTC)  # the 18th birthday of BORN_16


@dataclass
class Family:
    """A girl of 16 whose mother signed, and those who see to her."""

    town: Town
    girl: Actor
    mother: Actor
    father: Actor
    mentor: Actor
    operator: Actor
    enrolment: Enrolment

    async def at(self, who: Actor, now: datetime = NOW) -> Acting:
        actor = await find_actor(self.town.session, now, person_id=who.id)
        assert actor is not None
        return acting(self.town.session, actor, now, self.town.programme)

    async def role(self, who: Actor) -> int:
        found = await self.town.session.scalars(
            select(Role.id).where(Role.person_id == who.id).order_by(Role.id.desc())
        )
        return next(iter(found))

    async def sees(self, who: Actor, now: datetime = NOW) -> bool:
        try:
            await visible(await self.at(who, now), self.enrolment.id)
        except NotFound:
            return False
        return True

    async def link(self, now: datetime = NOW) -> str:
        return await representatives.representative_link(await self.at(self.girl, now))

    async def signed_by(self, who: Actor, name: str, phone: str) -> None:
        await self.town.consent(await self._known(who), await self.link(), name=name, phone=phone)

    async def _known(self, who: Actor) -> Actor:
        return (await self.at(who)).actor


@pytest.fixture
async def family(session: AsyncSession, tosbelgi: Programme) -> Family:
    town = Town(session, tosbelgi)
    centre = await town.centre("Жас")
    mentor = await town.staff(RoleKind.MENTOR, "Тәлімгер Бір", centre_id=centre)
    operator = await town.staff(RoleKind.OPERATOR, "Оператор Бір")
    girl = await town.draft(BORN_16, centre=centre)
    enrolment = await town.sent(girl)
    mother = await town.person("Сәрсенова Гүлнар")
    father = await town.person("Сәрсенов Асқар")
    made = Family(town, girl, mother, father, mentor, operator, enrolment)
    await made.signed_by(mother, "Сәрсенова Гүлнар", "+77010000002")
    enrolment.mentor_id = mentor.id
    await session.flush()
    return made


async def _entry(family: Family) -> Entry:
    entry = Entry(
        enrolment_id=family.enrolment.id,
        state=EntryState.SUBMITTED,
        version=1,
        happened_on=NOW.date(),
        sent_at=NOW,
        received_at=NOW,
        submitted_at=NOW,
        note="жүгіру",
    )
    family.town.session.add(entry)
    await family.town.session.flush()
    return entry


# --- birth dates


async def test_staff_alone_mend_a_date_by_which_a_representative_was_asked(family: Family) -> None:
    await representatives.withdraw_consent(await family.at(family.mother), family.enrolment.id)
    with pytest.raises(Refusal, match="refused-birth-date-bound"):
        await correct(await family.at(family.girl), Field.BIRTH_DATE, BORN_20)


async def test_the_older_date_binds_until_it_says_18(family: Family) -> None:
    await mend_birth_date(await family.at(family.mentor), family.enrolment.id, BORN_20)
    seen = await birth_date_to_mend(await family.at(family.mentor), family.enrolment.id)
    assert (seen.birth_date, seen.earlier) == (BORN_20, (BORN_16,))
    assert await family.sees(family.mother)
    assert "birth-date-mended" in await family.town.told(family.girl)
    await withdraw(await family.at(family.girl), family.enrolment.id)
    again = await family.town.sent_again(family.girl)
    assert again.state is EnrolmentState.AWAITING_REPRESENTATIVE


async def test_the_mentor_sees_that_another_date_was_given_before(family: Family) -> None:
    await mend_birth_date(await family.at(family.mentor), family.enrolment.id, BORN_20)
    assert (await card(await family.at(family.mentor), family.enrolment.id)).earlier == (BORN_16,)
    assert (await card(await family.at(family.girl), family.enrolment.id)).earlier == ()


async def test_a_minor_by_the_mended_date_is_closed_to_staff_until_signed(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    town = Town(session, tosbelgi)
    centre = await town.centre("Жас")
    mentor = await town.staff(RoleKind.MENTOR, "Тәлімгер Бір", centre_id=centre)
    boy = await town.draft(BORN_20, centre=centre)
    enrolment = await town.sent(boy)
    enrolment.mentor_id = mentor.id
    await session.flush()
    family = Family(town, boy, boy, boy, mentor, mentor, enrolment)
    await take_up(await family.at(mentor), enrolment.id)
    assert await mend_birth_date(await family.at(mentor), enrolment.id, BORN_16)
    assert enrolment.state is EnrolmentState.AWAITING_REPRESENTATIVE
    assert not await family.sees(mentor)
    assert "participant-unsigned" in await town.told(mentor)
    assert "representative-asked-anew" in await town.told(boy)
    with pytest.raises(Refusal, match="refused-enrolment-moved"):
        await representatives.take_back(await family.at(boy))
    mother = await town.person("Сәрсенова Гүлнар")
    signed = await town.consent(mother, await family.link())
    assert signed.state is EnrolmentState.PLANNING
    assert await family.sees(mentor)


async def test_a_birth_date_that_nobody_has_is_refused(family: Family) -> None:
    with pytest.raises(Refusal, match="mistake-birth-date"):
        await mend_birth_date(
            await family.at(family.operator), family.enrolment.id, date(2030, 1, 1)
        )


# --- the end of it


@pytest.mark.parametrize("reason", [EndReason.COURT, EndReason.WRONG_PERSON])
async def test_the_operator_ends_it_and_another_has_to_sign(
    family: Family, reason: EndReason
) -> None:
    entry = await _entry(family)
    role = await family.role(family.mother)
    assert await ending.end_representative(await family.at(family.operator), role, reason)
    assert not await family.sees(family.mother)
    assert not await family.sees(family.mentor)
    assert entry.state is EntryState.SUBMITTED
    recorded = await family.town.session.scalar(
        select(Audit.details).where(Audit.action == "representative.ended")
    )
    assert recorded == {"reason": reason.value}
    assert "representative-ended" in await family.town.told(family.mother)
    assert "representative-ended" in await family.town.told(family.girl)
    with pytest.raises(Refusal, match="refused-not-representative"):
        await family.signed_by(family.mother, "Сәрсенова Гүлнар", "+77010000002")
    await family.signed_by(family.father, "Сәрсенов Асқар", "+77010000003")
    assert family.enrolment.state is EnrolmentState.SUBMITTED
    assert await family.sees(family.father)
    assert await family.sees(family.mentor)


async def test_what_a_representative_let_be_told_ends_with_them(family: Family) -> None:
    given = Certificate(
        number="ET-1", level="bronze", year=2026, serial=1, enrolment_id=family.enrolment.id,
        person_id=family.girl.id, state=CertificateState.VALID, name="Сәрсен Айгерім",
        token_hash="1", issued_at=NOW, named_since=NOW,
    )  # fmt: skip
    family.town.session.add(given)
    await family.town.session.flush()
    role = await family.role(family.mother)
    await ending.end_representative(await family.at(family.operator), role, EndReason.WRONG_PERSON)
    await family.town.session.refresh(given)
    assert given.named_since is None


async def test_who_ends_and_why_is_asked(family: Family) -> None:
    role = await family.role(family.mother)
    with pytest.raises(NotAllowed):
        await ending.end_representative(await family.at(family.mentor), role, EndReason.COURT)
    with pytest.raises(NotFound):
        await ending.end_representative(await family.at(family.operator), role, EndReason.OF_AGE)
    with pytest.raises(Refusal, match="refused-not-of-age"):
        await ending.end_by_own_wish(await family.at(family.girl), role)
    with pytest.raises(Refusal, match="refused-not-of-age"):
        await ending.share(await family.at(family.girl), role, shared=True)


async def test_who_came_of_age_decides_who_reads(family: Family) -> None:
    role = await family.role(family.mother)
    assert not await family.sees(family.mother, OF_AGE)
    await ending.share(await family.at(family.girl, OF_AGE), role, shared=True)
    assert await family.sees(family.mother, OF_AGE)
    assert not await family.sees(family.father, OF_AGE)
    await ending.share(await family.at(family.girl, OF_AGE), role, shared=False)
    assert not await family.sees(family.mother, OF_AGE)
    await ending.end_by_own_wish(await family.at(family.girl, OF_AGE), role)
    assert await ending.own_representatives(await family.at(family.girl, OF_AGE)) == ()
    assert family.enrolment.state is EnrolmentState.SUBMITTED


async def test_another_s_signature_ends_the_reach_of_the_one_before(family: Family) -> None:
    await withdraw(await family.at(family.girl), family.enrolment.id)
    family.enrolment = await family.town.sent_again(family.girl)
    await family.signed_by(family.father, "Сәрсенов Асқар", "+77010000003")
    assert await family.sees(family.father)
    assert not await family.sees(family.mother)


async def test_each_is_told_what_it_is_to_them(family: Family) -> None:
    role = await family.role(family.mother)
    await ending.end_representative(await family.at(family.operator), role, EndReason.ASKED)
    assert await ending.ended(await family.at(family.mother), role) is Ended.OWN
    assert await ending.ended(await family.at(family.girl), role) is Ended.MINE
    assert await ending.ended(await family.at(family.mentor), role) is None


# --- the 18th birthday


async def test_at_18_nothing_waits_for_a_representative(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    town = Town(session, tosbelgi)
    girl = await town.draft(BORN_16)
    enrolment = await town.sent(girl)
    family = Family(town, girl, girl, girl, girl, girl, enrolment)
    stranger = await town.person()
    link = await family.link(datetime(2028, 1, 14, 7, tzinfo=UTC))
    with pytest.raises(LinkUnusable):
        await town.consent(stranger, link, OF_AGE)
    zone = tosbelgi.zone_of("KZ-75")
    assert await came_of_age(session, tosbelgi, zone, datetime(2028, 1, 14, 7, tzinfo=UTC)) == 0
    assert await came_of_age(session, tosbelgi, zone, OF_AGE) == 1
    assert enrolment.state is EnrolmentState.SUBMITTED
    assert "of-age" in await town.told(girl)
    open_ = await session.scalar(select(Invitation.id).where(Invitation.expires_at > OF_AGE))
    assert open_ is None
    assert await came_of_age(session, tosbelgi, zone, OF_AGE) == 0


async def test_at_18_both_are_told_once_that_the_reach_is_over(family: Family) -> None:
    session, programme = family.town.session, family.town.programme
    zone = programme.zone_of("KZ-75")
    assert await came_of_age(session, programme, zone, OF_AGE) == 1
    assert await came_of_age(session, programme, zone, OF_AGE) == 0
    assert "of-age" in await family.town.told(family.girl)
    role = await family.role(family.mother)
    assert await ending.ended(await family.at(family.mother, OF_AGE), role) is Ended.OF_AGE


# --- the first contact


async def test_a_minor_s_representative_is_spoken_to_first(family: Family) -> None:
    session = family.town.session
    await take_up(await family.at(family.mentor), family.enrolment.id)
    mentor = await family.at(family.mentor)
    person = await session.get_one(Person, family.girl.id)
    with pytest.raises(NotSpoken):
        await require_spoken(mentor, family.enrolment, person)
    with pytest.raises(NotSpoken):
        await note_first_contact(
            mentor, family.enrolment.id, spoken=False, residence="Алматы", health=None
        )
    await note_first_contact(
        mentor, family.enrolment.id, spoken=True, residence="Алматы", health="көзілдірік"
    )
    await require_spoken(mentor, family.enrolment, person)
    # Another signs: they were not spoken to.
    await session.execute(update(Agreement).values(signed_at=datetime(2026, 2, 4, 7, tzinfo=UTC)))
    with pytest.raises(NotSpoken):
        await require_spoken(mentor, family.enrolment, person)


async def test_a_note_on_health_is_for_mentor_and_expert_alone(family: Family) -> None:
    town = family.town
    expert = await town.staff(RoleKind.EXPERT, "Сарапшы Бір")
    await town.session.execute(
        update(Role).where(Role.person_id == family.mentor.id).values(reports_to=expert.id)
    )
    coordinator = await town.staff(RoleKind.COORDINATOR, "Үйлестіруші Бір", region="KZ-75")
    await take_up(await family.at(family.mentor), family.enrolment.id)
    await note_first_contact(
        await family.at(family.mentor),
        family.enrolment.id,
        spoken=True,
        residence="Алматы",
        health="демікпе",
    )
    for who, reads in (
        (family.mentor, True),
        (expert, True),
        (coordinator, False),
        (family.operator, False),
    ):
        seen = (await card(await family.at(who), family.enrolment.id)).contact
        assert seen is not None
        assert seen.residence == "Алматы"
        assert (seen.health == "демікпе") is reads
    for who in (family.girl, family.mother):
        assert (await card(await family.at(who), family.enrolment.id)).contact is None


@pytest.mark.parametrize("words", ["", "  ", "а", "а" * 501])
async def test_words_of_the_first_contact_have_bounds(family: Family, words: str) -> None:
    await take_up(await family.at(family.mentor), family.enrolment.id)
    with pytest.raises(Refusal, match="mistake-first-contact"):
        await note_first_contact(
            await family.at(family.mentor),
            family.enrolment.id,
            spoken=True,
            residence="Алматы",
            health=words,
        )


# --- finding them


async def test_the_operator_finds_whom_staff_may_see(family: Family) -> None:
    operator = await family.at(family.operator)
    found = await found_by_name(operator, "сәрсен")
    assert [one.enrolment_id for one in found] == [family.enrolment.id]
    assert (found[0].age, found[0].study) == (16, "№ 12 мектеп")
    seen = await represented(operator, family.enrolment.id)
    assert [one.name for one in seen.representatives] == ["Сәрсенова Гүлнар"]
    await representatives.withdraw_consent(await family.at(family.mother), family.enrolment.id)
    assert await found_by_name(operator, "сәрсен") == ()
    with pytest.raises(NotFound):
        await represented(operator, family.enrolment.id)
    assert await found_by_name(operator, "%") == ()
