"""Who holds a level goes on by one tap; a level is begun again only once its way has ended."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import TooLate
from award.programme import Programme
from award.progress.participation import participation
from award.recommendation.recommendations import not_recommend
from award.registration.held import held_levels
from award.registration.next_level import begin_next, next_level
from storage.tables import (
    Agreement,
    Centre,
    Certificate,
    CertificateState,
    Dispute,
    DisputeState,
    DossierState,
    DossierStep,
    EnrolmentState,
    Person,
    RoleKind,
    SignerKind,
)
from tests.award.recommendation.closing import Closing, a_closing
from tests.award.reminders.term_people import NOW

_S = DossierState


@pytest.fixture
async def closing(session: AsyncSession, tosbelgi: Programme) -> Closing:
    made = await a_closing(session, tosbelgi)
    person = await session.get_one(Person, made.enrolment.person_id)
    person.place, person.study, person.about, person.hobbies = "Алматы", "9", "Оқимын", "Домбыра"
    person.phone, person.photo_file_id = "+77011234567", "photo"
    await session.flush()
    return made


async def _stands(closing: Closing, state: DossierState) -> None:
    closing.dossier.state = state
    await closing.session.flush()


async def test_the_next_level_is_sent_by_one_tap_with_all_that_is_known(closing: Closing) -> None:
    at = await closing.at("participant")
    with pytest.raises(TooLate):
        await begin_next(at)
    await _stands(closing, _S.AWARDED)
    level = await next_level(at)
    assert level is not None
    assert level.code == "silver"
    begun = await begin_next(at)
    new = begun.enrolment
    assert (new.level, new.centre_id, new.mentor_id) == (
        "silver",
        closing.them.centre,
        closing.them["mentor"],
    )
    signed = await closing.session.scalars(
        select(Agreement.signed_at).where(Agreement.enrolment_id == new.id)
    )
    assert signed.all() == [NOW], "taken over as it was given"
    if begun.sent:
        assert new.state is EnrolmentState.SUBMITTED
    assert await next_level(at) is None or new.state is EnrolmentState.DRAFT
    old = await participation(at, closing.enrolment.id)
    assert old.enrolment.id == closing.enrolment.id, "the level before can be looked at"


async def test_whose_certificate_was_revoked_holds_nothing_to_go_on_from(closing: Closing) -> None:
    await _stands(closing, _S.AWARDED)
    closing.session.add(
        Certificate(
            number="ET-1", level="bronze", year=2026, serial=1,
            enrolment_id=closing.enrolment.id, person_id=closing.enrolment.person_id,
            state=CertificateState.REVOKED, name="Үздік", token_hash="1", issued_at=NOW,
        )
    )  # fmt: skip
    await closing.session.flush()
    with pytest.raises(TooLate):
        await begin_next(await closing.at("participant"))
    person = closing.enrolment.person_id
    assert await held_levels(closing.session, person, NOW.date()) == set(), "it may be begun anew"


async def test_another_version_of_the_agreement_is_signed_anew(closing: Closing) -> None:
    await _stands(closing, _S.HANDED_OVER)
    signed = (await closing.session.scalars(select(Agreement))).one()
    signed.version = "0"
    await closing.session.flush()
    begun = await begin_next(await closing.at("participant"))
    assert not begun.sent
    assert begun.enrolment.state is EnrolmentState.DRAFT


@pytest.mark.parametrize("stands", [True, False])
async def test_a_representatives_signature_goes_over_while_it_stands(
    closing: Closing, stands: bool
) -> None:
    await _stands(closing, _S.AWARDED)
    session, person_id = closing.session, closing.enrolment.person_id
    person = await session.get_one(Person, person_id)
    person.birth_date = NOW.date() - dt.timedelta(days=365 * 16 + 10)
    mother = await closing.joins(
        "mother", RoleKind.REPRESENTATIVE, ward_id=person_id, until=None if stands else NOW
    )
    session.add(
        Agreement(
            enrolment_id=closing.enrolment.id,
            kind=SignerKind.REPRESENTATIVE,
            signer_id=mother,
            signer_name="mother",
            language="kk",
            version=closing.programme.agreement.version,
            text_hash="0" * 64,
            signed_at=NOW,
        )
    )
    await session.flush()
    begun = await begin_next(await closing.at("participant"))
    kinds = await session.scalars(
        select(Agreement.kind).where(Agreement.enrolment_id == begun.enrolment.id)
    )
    assert (SignerKind.REPRESENTATIVE in kinds.all()) == stands


async def test_a_centre_that_closed_is_not_taken_over(closing: Closing) -> None:
    await _stands(closing, _S.AWARDED)
    centre = await closing.session.get_one(Centre, closing.them.centre)
    centre.closed_at = NOW
    await closing.session.flush()
    begun = await begin_next(await closing.at("participant"))
    assert begun.enrolment.centre_id is None
    assert not begun.sent


async def test_a_level_is_held_until_its_way_has_ended(closing: Closing) -> None:
    session, today = closing.session, NOW.date()

    async def held() -> bool:
        return "bronze" in await held_levels(session, closing.enrolment.person_id, today)

    for state in _S:
        closing.dossier.state, closing.dossier.due = state, today
        await session.flush()
        assert await held() == (state is not _S.NOT_RECOMMENDED), state
    closing.dossier.state, closing.dossier.due = _S.DECLINED, today - dt.timedelta(days=1)
    await session.flush()
    assert not await held(), "nobody appealed in time"
    closing.dossier.due = today
    session.add(DossierStep(dossier_id=closing.dossier.id, state=_S.APPEALED, by=None, at=NOW))
    await session.flush()
    assert not await held(), "the appeal was answered"


async def test_a_dispute_that_waits_holds_it(closing: Closing) -> None:
    await closing.notes()
    await not_recommend(await closing.at("head"), closing.dossier.id, "Ерте")
    closing.session.add(
        Dispute(
            enrolment_id=closing.enrolment.id,
            dossier_id=closing.dossier.id,
            against_id=closing.them["head"],
            state=DisputeState.OPEN,
            words="Келіспеймін",
            opened_at=NOW,
            due=NOW.date(),
        )
    )
    await closing.session.flush()
    assert await held_levels(closing.session, closing.enrolment.person_id, NOW.date())
