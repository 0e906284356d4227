"""The closing note is written by whoever may, piece by piece, and kept until it is sent."""

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import NotAllowed, Refusal, TooLate
from award.programme import Programme
from award.recommendation.notes import (
    DIRECTION,
    GROWTH,
    LONGEST_PART,
    REASON,
    STRENGTHS,
    note_form,
    owed_notes,
    say_part,
    send_note,
)
from award.recommendation.recommendations import ask_mentor
from award.recommendation.views import dossier_read
from storage.tables import DossierState, HouseholdMember, Person, Role, RoleKind
from tests.award.recommendation.closing import Closing, a_closing
from tests.award.reminders.term_people import NOW


@pytest.fixture
async def closing(session: AsyncSession, tosbelgi: Programme) -> Closing:
    return await a_closing(session, tosbelgi)


async def test_a_draft_is_kept_and_sent_once_all_is_said(closing: Closing) -> None:
    at, number = await closing.at("mentor"), closing.dossier.id
    form = await note_form(at, number)
    assert set(form.unsaid) == {STRENGTHS, GROWTH, *(DIRECTION + x for x in form.directions)}
    await say_part(at, number, STRENGTHS, words="Бірінші")
    await say_part(at, number, STRENGTHS, voice="spoken")
    with pytest.raises(Refusal) as early:
        await send_note(at, number, recommends=True)
    assert early.value.key == "refused-note-unfinished"
    kept = (await note_form(at, number)).parts[STRENGTHS]
    assert (kept.words, kept.voice) == (None, "spoken")
    await closing.says_all()
    with pytest.raises(Refusal):
        await send_note(at, number, recommends=False)  # why not yet?
    await say_part(at, number, REASON, words="Кітап оқуды жалғастырсын")
    await send_note(at, number, recommends=False)
    assert closing.state is DossierState.NOTED
    assert await closing.told("note-written") == {"head"}
    with pytest.raises(TooLate):
        await say_part(at, number, STRENGTHS, words="Енді өзгертейін")


@pytest.mark.parametrize("words", ["", " \u200b ", "ұ" * (LONGEST_PART + 1)])
async def test_words_are_some_and_not_too_many(closing: Closing, words: str) -> None:
    with pytest.raises(Refusal):
        await say_part(await closing.at("mentor"), closing.dossier.id, STRENGTHS, words=words)


async def test_what_was_asked_back_comes_first_with_its_question(closing: Closing) -> None:
    await closing.notes()
    assert await owed_notes(await closing.at("mentor")) == ()
    await ask_mentor(await closing.at("head"), closing.dossier.id, "Сапарда не үйренді?")
    assert await closing.told("note-asked-back") == {"mentor"}
    (owed,) = await owed_notes(await closing.at("mentor"))
    assert owed.asked
    form = await note_form(await closing.at("mentor"), closing.dossier.id)
    assert form.question == "Сапарда не үйренді?"
    assert form.unsaid == (), "what was said stays"
    await send_note(await closing.at("mentor"), closing.dossier.id, recommends=True)
    assert closing.state is DossierState.NOTED


async def test_nobody_writes_on_who_lives_with_them(closing: Closing) -> None:
    person = await closing.session.get_one(Person, closing.enrolment.person_id)
    closing.session.add(
        HouseholdMember(
            person_id=closing.them["mentor"],
            full_name=person.full_name,
            birth_date=person.birth_date,
            declared_at=NOW,
        )
    )
    await closing.session.flush()
    assert await owed_notes(await closing.at("mentor")) == ()
    with pytest.raises(NotAllowed):
        await note_form(await closing.at("mentor"), closing.dossier.id)
    assert len(await owed_notes(await closing.at("expert"))) == 1
    await closing.notes("expert")
    assert closing.state is DossierState.NOTED


async def test_the_note_is_read_by_those_in_reach_and_the_participant_after_the_decision(
    closing: Closing,
) -> None:
    await closing.notes()
    for who in ("mentor", "expert", "head", "coordinator", "operator"):
        read = await dossier_read(await closing.at(who), closing.dossier.id)
        assert read.parts[GROWTH].words
        assert read.facts is not None
        assert read.may_recommend == (who == "head")
    for who in ("participant", "other"):
        with pytest.raises(NotAllowed):
            await dossier_read(await closing.at(who), closing.dossier.id)
    closing.dossier.state = DossierState.DECLINED
    await closing.session.flush()
    own = await dossier_read(await closing.at("participant"), closing.dossier.id)
    assert own.own
    assert own.facts is None


async def test_a_head_who_is_the_mentor_does_not_recommend_too(closing: Closing) -> None:
    await closing.session.execute(
        update(Role)
        .where(Role.person_id == closing.them["head"])
        .values(person_id=closing.them["mentor"])
    )
    await closing.notes()
    assert await closing.told("note-written") == {"coordinator"}


async def test_a_mentor_who_became_head_leaves_the_note_to_those_above(closing: Closing) -> None:
    """A head writes none: the note would be nobody's."""
    await closing.session.execute(
        update(Role)
        .where(Role.person_id == closing.them["mentor"])
        .values(kind=RoleKind.CENTRE_HEAD, centre_id=closing.them.centre)
    )
    await closing.session.flush()
    owed = await owed_notes(await closing.at("coordinator"))
    assert [each.dossier_id for each in owed] == [closing.dossier.id]
