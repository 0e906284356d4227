"""Recommended, asked back, not recommended: by another than who noted, whatever the centre has."""

import datetime as dt

import pytest
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.disputes.disputes import answer_dispute, dispute_dossier
from award.disputes.views import dispute_of
from award.dossiers.turns import recommenders
from award.dossiers.way import WayStep, own_levels, way_of
from award.errors import NotAllowed, Refusal, TooLate
from award.programme import Programme
from award.recommendation.recommendations import (
    ask_mentor,
    not_recommend,
    recommend,
    recommend_several,
)
from award.recommendation.views import notes_read, owed, ready_to_recommend, to_recommend
from storage.tables import Agreement, DossierState, Mark, MarkKind, Person, Role, RoleKind
from tests.award.recommendation.closing import Closing, a_closing
from tests.award.reminders.term_people import NOW


@pytest.fixture
async def closing(session: AsyncSession, tosbelgi: Programme) -> Closing:
    return await a_closing(session, tosbelgi)


async def test_recommended_and_told(closing: Closing) -> None:
    await closing.notes()
    head = await closing.at("head")
    assert (await owed(head)).recommendations == 1
    (ready,) = await ready_to_recommend(head)
    assert (await recommend_several(head, [ready.dossier_id])).done == 1
    assert closing.state is DossierState.RECOMMENDED
    assert await closing.told("recommended") == {"participant"}
    assert (await recommend_several(head, [ready.dossier_id])).left == 1
    assert (await notes_read(await closing.at("coordinator"))).total == 1


async def test_what_is_missing_keeps_a_participant_back_and_is_named(closing: Closing) -> None:
    await closing.notes()
    session, number = closing.session, closing.enrolment.id
    await session.execute(delete(Agreement).where(Agreement.enrolment_id == number))
    taken = (Mark.enrolment_id == number) & (Mark.direction == "sport")
    await session.execute(delete(Mark).where(taken & (Mark.kind == MarkKind.COMPLETE)))
    head = await closing.at("head")
    (row,) = (await to_recommend(head)).rows
    assert set(row.missing) == {"mark:sport", "agreement"}
    assert not row.can_be
    assert await ready_to_recommend(head) == ()
    with pytest.raises(Refusal) as refused:
        await recommend(head, closing.dossier.id)
    assert refused.value.key == "refused-dossier-missing"


async def test_a_minor_needs_a_representative_who_still_is_one(closing: Closing) -> None:
    await closing.notes()
    person = await closing.session.get_one(Person, closing.enrolment.person_id)
    person.birth_date = NOW.date() - dt.timedelta(days=365 * 16)
    await closing.session.flush()
    (row,) = (await to_recommend(await closing.at("head"))).rows
    assert row.missing == ("representative",)


async def test_without_a_head_the_coordinator_then_the_operator_recommends(
    closing: Closing,
) -> None:
    await closing.notes()

    async def may() -> set[str]:
        found = (await recommenders(closing.session, [closing.dossier], NOW))[closing.dossier.id]
        return {who for who, number in closing.them.ids.items() if number in found}

    for kind, then in (
        (RoleKind.CENTRE_HEAD, {"coordinator"}),
        (RoleKind.COORDINATOR, {"operator"}),
        (RoleKind.OPERATOR, set[str]()),
    ):
        await closing.session.execute(update(Role).where(Role.kind == kind).values(until=NOW))
        assert await may() == then


async def test_not_recommended_disputed_annulled_and_recommended_by_another(
    closing: Closing,
) -> None:
    await closing.notes()
    await closing.refuses()
    participant = await closing.at("participant")
    assert (await way_of(participant, closing.enrolment.id)).reason == "Әлі ерте."
    dispute = await dispute_dossier(participant, closing.dossier.id, "Бәрін орындадым")
    assert dispute.comment == "Әлі ерте."
    assert await dispute_of(participant, dossier_id=closing.dossier.id) == dispute.id
    with pytest.raises(Refusal):
        await dispute_dossier(participant, closing.dossier.id, "Тағы да")
    for party in ("head", "mentor"):
        with pytest.raises(NotAllowed):
            await answer_dispute(await closing.at(party), dispute.id, "Қате", annul=True)
    await answer_dispute(await closing.at("expert"), dispute.id, "Орындаған", annul=True)
    with pytest.raises(NotAllowed):
        await recommend(await closing.at("head"), closing.dossier.id)
    await recommend(await closing.at("coordinator"), closing.dossier.id)
    assert closing.state is DossierState.RECOMMENDED
    with pytest.raises(TooLate):
        await dispute_dossier(participant, closing.dossier.id, "Кеш")


async def test_the_way_says_who_acts_and_goes_back_with_the_note(closing: Closing) -> None:
    participant = await closing.at("participant")
    way = await way_of(participant, closing.enrolment.id)
    assert (way.step, way.number, way.who) == (WayStep.NOTE, 1, ("mentor Аты",))
    await closing.notes()
    way = await way_of(participant, closing.enrolment.id)
    assert (way.number, way.who, set(way.done)) == (2, ("head Аты",), {WayStep.NOTE})
    await ask_mentor(await closing.at("head"), closing.dossier.id, "Неге?")
    way = await way_of(participant, closing.enrolment.id)
    assert way.number == 1
    assert not way.done
    assert way.reason is None
    (level,) = await own_levels(participant)
    assert level.dossier is DossierState.RETURNED


async def test_a_reason_is_given(closing: Closing) -> None:
    await closing.notes()
    with pytest.raises(Refusal):
        await not_recommend(await closing.at("head"), closing.dossier.id, " ")
