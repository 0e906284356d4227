"""From making a commission to its decisions: who may what, and when."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.certificates.issuing import issue
from award.certificates.verifying import verified_by_token
from award.commission import appeals, deciding, dossier, marks, putting, seats, sittings, views
from award.commission.printed import printed
from award.commission.protocols import correct
from award.consent.representatives import wards_of, withdraw_consent
from award.dossiers.way import way_of
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.programme import Programme
from award.registration.held import held_levels
from storage.tables import (
    Agreement,
    Audit,
    Ballot,
    Candidacy,
    Certificate,
    CertificateState,
    CommissionMember,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    HouseholdMember,
    InterviewTime,
    Points,
    Role,
    RoleKind,
    Seat,
    SignerKind,
    SittingProtocol,
)
from tests.award.commission.chamber import BORN, NOW, Chamber, a_chamber

S = DossierState
ALL = ("chair", "secretary", "ministry")


@pytest.fixture
async def chamber(session: AsyncSession, tosbelgi: Programme) -> Chamber:
    return await a_chamber(session, tosbelgi)


def _time(chamber: Chamber, candidacy: Candidacy, days: int) -> InterviewTime:
    """An interview of a candidate so many days from now."""
    time = InterviewTime(
        commission_id=candidacy.commission_id, starts_at=NOW + dt.timedelta(days=days), minutes=30,
        place="Сарай", offered_by=chamber.them["chair"], offered_at=NOW,
        candidacy_id=candidacy.id, taken_at=NOW,
    )  # fmt: skip
    chamber.session.add(time)
    return time


async def refused(chamber: Chamber, name: str, call: object, *args: object, **more: object) -> str:
    """The key of the refusal that somebody meets."""
    with pytest.raises(Refusal) as refusal:
        await call(await chamber.as_(name), *args, **more)  # type: ignore[operator]
    return refusal.value.key


# --- who sits in it


async def test_it_opens_only_with_three_and_one_of_the_authority(chamber: Chamber) -> None:
    operator = await chamber.as_("operator")
    made = await seats.make_commission(operator, 2026, region="KZ-75", level="bronze")
    for lacks, (seat, of_authority) in {
        "chair": (Seat.CHAIR, False),
        "secretary": (Seat.SECRETARY, False),
        "authority": (Seat.MEMBER, False),
        "": (Seat.MEMBER, True),
    }.items():
        if lacks:
            key = await refused(chamber, "operator", seats.open_commission, made.id)
            assert key == f"refused-commission-{lacks}"
        member = await seats.add_seat(operator, made.id, seat, of_authority=of_authority)
        payload = await seats.seat_link(operator, member.id)
        await chamber.person(f"{seat.value}{of_authority}")
        await seats.take_seat(await chamber.as_(f"{seat.value}{of_authority}"), payload)
    await seats.open_commission(operator, made.id)
    assert await refused(chamber, "operator", seats.add_seat, made.id, Seat.CHAIR) == (
        "refused-seat-held"
    )


async def test_under_three_members_it_neither_opens_nor_sits(chamber: Chamber) -> None:
    made = await chamber.commission()
    found = select(CommissionMember).where(CommissionMember.seat == Seat.MEMBER)
    ministry = (await chamber.session.scalars(found)).one()
    await seats.end_seat(await chamber.as_("operator"), ministry.id)
    assert await chamber.told("seat-ended") == {"ministry"}
    assert await refused(chamber, "chair", sittings.open_sitting, made.id) == (
        "refused-commission-authority"
    )


async def test_a_link_is_of_use_once_and_not_to_a_minor(chamber: Chamber) -> None:
    operator = await chamber.as_("operator")
    made = await seats.make_commission(operator, 2026)
    member = await seats.add_seat(operator, made.id, Seat.CHAIR)
    first = await seats.seat_link(operator, member.id)
    payload = await seats.seat_link(operator, member.id)
    await chamber.person("chair")
    child = await chamber.person("child")
    await chamber.recommended("girl")
    assert await refused(chamber, "chair", seats.take_seat, first) == "refused-link"
    assert await refused(chamber, "girl", seats.take_seat, payload) == "refused-staff-minor"
    await seats.take_seat(await chamber.as_("chair"), payload)
    assert await chamber.told("seat-taken") == {"operator"}
    assert await refused(chamber, "child", seats.take_seat, payload) == "refused-link"
    assert child


async def test_whose_membership_has_ended_sees_nothing_any_more(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    at = await chamber.as_("extra")
    assert (await dossier.dossier_seen(at, candidacy.id)).name == "Аты girl"
    found = select(CommissionMember).where(CommissionMember.person_id == at.actor.id)
    await seats.end_seat(
        await chamber.as_("operator"), (await chamber.session.scalars(found)).one().id
    )
    for call in (dossier.dossier_seen, dossier.progress_seen, marks.step_back):
        with pytest.raises(NotFound):
            await call(await chamber.as_("extra"), candidacy.id)
    with pytest.raises(NotFound):
        await views.desk(await chamber.as_("extra"), made.id)


async def test_a_commission_sees_its_own_candidates_alone(chamber: Chamber) -> None:
    ours = await chamber.commission(region="KZ-75")
    theirs = await chamber.commission(region="KZ-71", prefix="other_")
    candidacy = await chamber.candidate(ours, "girl")
    assert (await putting.waiting_for(chamber.session, theirs)).total == 0
    for name in ("other_chair", "operator", "mentor", "head", "girl"):
        with pytest.raises(NotAllowed):
            await dossier.dossier_seen(await chamber.as_(name), candidacy.id)
    lines = await views.candidates(await chamber.as_("chair"), ours.id, 0)
    assert [row.name for row in lines.rows] == ["Аты girl"]


# --- conflicts


async def test_who_is_in_conflict_neither_sees_nor_votes_nor_decides(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    aunt = chamber.them["extra"]
    chamber.session.add(
        HouseholdMember(person_id=aunt, full_name="Girl АТЫ", birth_date=BORN, declared_at=NOW)
    )
    await chamber.session.flush()
    await chamber.sits(made, "chair", "secretary", "ministry", "extra")
    at = await chamber.as_("extra")
    for call in (
        lambda: dossier.dossier_seen(at, candidacy.id),
        lambda: dossier.journal_seen(at, candidacy.id, 0),
        lambda: marks.mark(at, candidacy.id, "results", 5),
        lambda: marks.word_beside(at, candidacy.id, "Жақсы"),
        lambda: deciding.vote(at, candidacy.id, S.AWARDED),
        lambda: deciding.decide(at, candidacy.id, reason="met"),
    ):
        with pytest.raises(NotFound):
            await call()
    assert (await views.candidates(at, made.id, 0)).rows == ()
    assert (await views.next_candidate(at, made.id, 0)) == (None, 0)
    await chamber.decided(candidacy, S.AWARDED, *ALL)
    assert candidacy.outcome is S.AWARDED


async def test_the_secretary_presides_over_whom_the_chair_is_near(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, "chair", "secretary", "ministry", "extra")
    await marks.step_back(await chamber.as_("chair"), candidacy.id)
    others = ("secretary", "ministry", "extra")
    await chamber.marks(candidacy, *others)
    await chamber.votes(candidacy, **dict.fromkeys(others, S.AWARDED))
    with pytest.raises(NotFound):
        await deciding.decide(await chamber.as_("chair"), candidacy.id, reason="met")
    with pytest.raises(NotAllowed):
        await deciding.decide(await chamber.as_("ministry"), candidacy.id, reason="met")
    await deciding.decide(await chamber.as_("secretary"), candidacy.id, reason="met")
    assert candidacy.decided_by == chamber.them["secretary"]


async def test_what_was_marked_goes_with_who_steps_back(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, "chair", "secretary", "ministry", "extra")
    await chamber.marks(candidacy, "extra", "chair", "secretary")
    await marks.mark(await chamber.as_("ministry"), candidacy.id, "results", 3)
    await marks.step_back(await chamber.as_("extra"), candidacy.id)
    found = await chamber.session.scalars(select(Points.person_id).distinct())
    assert set(found) == {chamber.them[name] for name in ALL}
    assert candidacy.marks_closed_at is None
    await marks.step_back(await chamber.as_("ministry"), candidacy.id)
    assert candidacy.marks_closed_at is not None, "all who are left have marked"


# --- marks


async def test_marks_are_hidden_until_all_present_have_given_theirs(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    assert await refused(chamber, "chair", marks.mark, candidacy.id, "results", 5) == (
        "refused-not-present"
    )
    await chamber.sits(made, *ALL)
    await chamber.marks(candidacy, "chair", points=9)
    await marks.word_beside(await chamber.as_("chair"), candidacy.id, "Табанды")
    await chamber.marks(candidacy, "secretary", points=4)
    seen = (await dossier.dossier_seen(await chamber.as_("ministry"), candidacy.id)).marks
    assert (seen.mine, seen.seen, seen.words, seen.closed) == ({}, {}, (), False)
    assert (seen.done, seen.present) == (2, 3)
    assert await refused(chamber, "ministry", deciding.vote, candidacy.id, S.AWARDED) == (
        "refused-marks-hidden"
    )
    await chamber.marks(candidacy, "ministry", points=6)
    seen = (await dossier.dossier_seen(await chamber.as_("ministry"), candidacy.id)).marks
    results = seen.seen["results"]
    assert (results.median, results.least, results.most) == (6.0, 4, 9)
    assert (seen.words, seen.closed) == (("Табанды",), True)
    assert "interview" not in seen.seen, "there was none"
    with pytest.raises(TooLate):
        await marks.mark(await chamber.as_("chair"), candidacy.id, "results", 1)


async def test_who_is_early_does_not_close_the_marks_to_the_others(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, "chair")
    await chamber.marks(candidacy, "chair")
    assert candidacy.marks_closed_at is None
    for name in ("secretary", "ministry"):
        await sittings.arrive(await chamber.as_(name), made.id)
    await chamber.marks(candidacy, "secretary", "ministry")
    assert candidacy.marks_closed_at == NOW


async def test_the_secretary_alone_opens_marks_before_all_have_marked(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, *ALL)
    assert await refused(chamber, "secretary", marks.close_marks, candidacy.id) == (
        "refused-no-marks"
    )
    await chamber.marks(candidacy, "ministry")
    with pytest.raises(NotAllowed):
        await marks.close_marks(await chamber.as_("chair"), candidacy.id)
    await marks.close_marks(await chamber.as_("secretary"), candidacy.id)
    assert candidacy.marks_closed_at == NOW


async def test_a_mark_is_of_a_known_criterion_within_bounds(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, *ALL)
    at = await chamber.as_("chair")
    for criterion, points in (("results", 11), ("results", -1), ("beauty", 5), ("interview", 5)):
        with pytest.raises(NotFound):
            await marks.mark(at, candidacy.id, criterion, points)
    await marks.mark(at, candidacy.id, "results", 0)
    await marks.mark(at, candidacy.id, "results", 10)
    assert (await chamber.session.scalars(select(Points.points))).all() == [10]


# --- decisions


async def test_the_chair_signs_what_the_majority_wants(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, *ALL)
    await chamber.marks(candidacy, *ALL)
    await chamber.votes(candidacy, chair=S.DECLINED, secretary=S.AWARDED, ministry=S.DEFERRED)
    assert await refused(chamber, "chair", deciding.decide, candidacy.id, reason="met") == (
        "refused-no-majority"
    )
    await chamber.votes(candidacy, ministry=S.AWARDED)
    for reason in (None, "results", "nothing"):
        key = await refused(chamber, "chair", deciding.decide, candidacy.id, reason=reason)
        assert key == "refused-decision-reason"
    with pytest.raises(NotAllowed):
        await deciding.decide(await chamber.as_("secretary"), candidacy.id, reason="met")
    await deciding.decide(
        await chamber.as_("chair"), candidacy.id, words="Еңбегі ерекше, табанды екен"
    )
    assert (candidacy.outcome, candidacy.to_ceremony) == (S.AWARDED, True)
    assert await chamber.told("award-decided") == {"girl"}
    assert await chamber.told("award-decided-staff") == {"mentor", "head"}
    steps = await chamber.session.scalars(select(DossierStep).order_by(DossierStep.id.desc()))
    last = steps.first()
    assert last is not None
    assert (last.state, last.by) == (S.AWARDED, chamber.them["chair"])
    with pytest.raises(TooLate):
        await deciding.decide(await chamber.as_("chair"), candidacy.id, reason="met")


async def test_words_for_one_outcome_sign_no_other(chamber: Chamber) -> None:
    """Somebody votes anew while the chair writes why."""
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, *ALL)
    await chamber.marks(candidacy, *ALL)
    await chamber.votes(candidacy, chair=S.AWARDED, secretary=S.DECLINED, ministry=S.DECLINED)
    chair, words = await chamber.as_("chair"), "Еңбегі ерекше, табанды екен"
    with pytest.raises(TooLate) as late:
        await deciding.decide(chair, candidacy.id, words=words, expected=S.AWARDED)
    assert late.value.key == "refused-votes-changed"
    assert candidacy.outcome is None
    await deciding.decide(chair, candidacy.id, words=words, expected=S.DECLINED)
    assert candidacy.outcome is S.DECLINED


async def test_nothing_is_decided_without_a_quorum_or_a_sitting(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    assert await refused(chamber, "chair", deciding.decide, candidacy.id, reason="met") == (
        "refused-sitting-closed"
    )
    await chamber.sits(made, "chair", "ministry", "extra")
    await chamber.marks(candidacy, "chair", "ministry", "extra")
    await chamber.votes(candidacy, chair=S.AWARDED, ministry=S.AWARDED)
    await sittings.leave(await chamber.as_("extra"), made.id)
    assert await refused(chamber, "chair", deciding.decide, candidacy.id, reason="met") == (
        "refused-no-quorum"
    )
    await sittings.arrive(await chamber.as_("extra"), made.id)
    await deciding.decide(await chamber.as_("chair"), candidacy.id, reason="met")
    assert candidacy.outcome is S.AWARDED


async def test_who_has_left_decides_nothing(chamber: Chamber) -> None:
    made = await chamber.commission("extra")
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, "chair", "secretary", "ministry", "extra")
    await chamber.marks(candidacy, "chair", "secretary", "ministry", "extra")
    await chamber.votes(candidacy, chair=S.AWARDED, secretary=S.DECLINED, ministry=S.DECLINED)
    await chamber.votes(candidacy, extra=S.AWARDED)
    await sittings.leave(await chamber.as_("ministry"), made.id)
    await deciding.decide(await chamber.as_("chair"), candidacy.id, reason="met")
    assert (candidacy.outcome, candidacy.by_casting_vote) == (S.AWARDED, False)
    ballot = await chamber.session.get_one(Ballot, (candidacy.id, chamber.them["ministry"]))
    assert ballot.vote is None


async def test_several_undisputed_ones_are_signed_at_once(chamber: Chamber) -> None:
    made = await chamber.commission()
    found = [await chamber.candidate(made, f"girl{number}") for number in range(4)]
    await chamber.sits(made, *ALL)
    for candidacy in found:
        await chamber.marks(candidacy, *ALL)
    for candidacy in found[:2]:
        await chamber.votes(candidacy, chair=S.AWARDED, secretary=S.AWARDED, ministry=S.AWARDED)
    await chamber.votes(found[2], chair=S.AWARDED, secretary=S.AWARDED, ministry=S.DECLINED)
    assert await deciding.undisputed_of(await chamber.as_("secretary"), made.id) == ()
    chair = await chamber.as_("chair")
    assert await deciding.undisputed_of(chair, made.id) == (found[0].id, found[1].id)
    signed = await deciding.decide_undisputed(chair, made.id)
    assert (signed.count, signed.left) == (2, ())
    assert [each.outcome for each in found] == [S.AWARDED, S.AWARDED, None, None]
    assert await chamber.told("award-decided") == {"girl0", "girl1"}


async def test_who_cannot_be_awarded_keeps_nobody_else_from_it(chamber: Chamber) -> None:
    """They stay undecided, and whoever signs reads who it is and why."""
    made = await chamber.commission()
    found = [await chamber.candidate(made, f"girl{number}") for number in range(3)]
    await chamber.sits(made, *ALL)
    for candidacy in found:
        await chamber.marks(candidacy, *ALL)
        await chamber.votes(candidacy, **dict.fromkeys(ALL, S.AWARDED))
    dossiers = [await chamber.session.get_one(Dossier, candidacy.dossier_id) for candidacy in found]
    holds, gone = [
        await chamber.session.get_one(Enrolment, each.enrolment_id) for each in dossiers[:2]
    ]
    await issue(chamber.session, chamber.programme, holds, 2025, None, NOW)
    gone.erased_at = NOW
    chair = await chamber.as_("chair")
    signed = await deciding.decide_undisputed(chair, made.id)
    assert [(each.dossier_id, each.name, each.refusal.key) for each in signed.left] == [
        (dossiers[0].id, "Аты girl0", "refused-certificate-held"),
        (dossiers[1].id, "Аты girl1", "refused-certificate-not-complete"),
    ]
    assert signed.count == 1
    assert [each.outcome for each in found] == [None, None, S.AWARDED]
    assert [await chamber.state(each) for each in dossiers] == [S.CANDIDATE, S.CANDIDATE, S.AWARDED]
    assert await refused(chamber, "chair", deciding.decide, found[0].id, reason="met") == (
        "refused-certificate-held"
    )


async def test_those_deferred_come_first_in_the_next_season_and_not_before(
    chamber: Chamber,
) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    await chamber.sits(made, *ALL)
    await chamber.decided(candidacy, S.DEFERRED, *ALL)
    assert (await putting.waiting_for(chamber.session, made)).total == 0
    await chamber.recommended("boy")
    following = await chamber.commission(season=2027, prefix="next_")
    waiting = await putting.waiting_for(chamber.session, following)
    assert (waiting.total, waiting.deferred) == (2, 1)
    assert await putting.put(await chamber.as_("operator"), following.id) == 2
    lines = await views.candidates(await chamber.as_("next_chair"), following.id, 0)
    assert [row.name for row in lines.rows] == ["Аты girl", "Аты boy"]


async def test_a_commission_gives_up_whom_it_has_not_decided_on(chamber: Chamber) -> None:
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    operator = await chamber.as_("operator")
    await putting.put(operator, made.id)
    assert await refused(chamber, "operator", seats.close_commission, made.id) == (
        "refused-commission-busy"
    )
    assert await putting.take_all_back(operator, made.id) == 1
    assert await chamber.state(girl) is S.RECOMMENDED
    await seats.close_commission(operator, made.id)
    with pytest.raises(NotFound):
        await views.desk(await chamber.as_("chair"), made.id)


async def test_a_commission_gives_up_whom_it_has_interviewed(chamber: Chamber) -> None:
    """Members may be gone for good: who waits is put to others, and their time is free again."""
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    operator = await chamber.as_("operator")
    await putting.put(operator, made.id)
    girl.state = S.INTERVIEWED
    time = _time(chamber, await chamber.candidacy(girl), 2)
    await chamber.session.flush()
    assert await putting.take_all_back(operator, made.id) == 1
    assert await chamber.state(girl) is S.RECOMMENDED
    await chamber.session.refresh(time)
    assert time.candidacy_id is None


async def test_a_parent_decides_on_no_child_who_came_of_age(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    chamber.session.add(
        Role(
            person_id=chamber.them["ministry"], kind=RoleKind.REPRESENTATIVE,
            ward_id=chamber.them["girl"], since=NOW - dt.timedelta(days=400), until=NOW,
        )
    )  # fmt: skip
    await chamber.session.flush()
    with pytest.raises(NotFound):
        await dossier.dossier_seen(await chamber.as_("ministry"), candidacy.id)


# --- protocols, appeals


async def test_protocols_are_numbered_without_gaps_and_corrected_by_others(
    chamber: Chamber,
) -> None:
    made = await chamber.commission()
    other = await chamber.commission(prefix="other_", region="KZ-71")
    await chamber.sits(made, *ALL)
    assert await sittings.close_sitting(await chamber.as_("chair"), made.id) is None
    issued = []
    for number, commission in enumerate((made, made)):
        candidacy = await chamber.candidate(commission, f"girl{number}")
        await chamber.sits(commission, *ALL)
        await chamber.decided(candidacy, S.AWARDED, *ALL)
        issued.append(await sittings.close_sitting(await chamber.as_("secretary"), commission.id))
    first = issued[0]
    assert first is not None
    with pytest.raises(NotFound):
        await correct(await chamber.as_("other_chair"), first.id, "Қатысқандар саны үшеу")
    with pytest.raises(NotFound):
        await correct(await chamber.as_("ministry"), first.id, "Қатысқандар саны үшеу")
    # It is kept for ever: the candidate is a number.
    key = await refused(chamber, "secretary", correct, first.id, "Аты жаңылыс: Girl0 емес")
    assert key == "refused-correction-names"
    await correct(await chamber.as_("secretary"), first.id, "Қатысқандар саны үшеу")
    found = await chamber.session.execute(
        select(SittingProtocol.number, SittingProtocol.corrects_id).order_by(SittingProtocol.id)
    )
    assert found.tuples().all() == [(1, None), (2, None), (3, first.id)]
    assert other.id


async def test_an_appeal_is_made_once_in_time_and_heard_by_others(chamber: Chamber) -> None:
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    await putting.put(await chamber.as_("operator"), made.id)
    await chamber.sits(made, *ALL)
    await chamber.decided(await chamber.candidacy(girl), S.DECLINED, *ALL)
    due = girl.due
    assert due == dt.date(2026, 6, 17), "ten working days after a Wednesday"
    words = "Мен бәрін өзім істедім, күнделікте бар"
    with pytest.raises(NotFound):
        await appeals.appeal(await chamber.as_("mentor"), girl.id, words)
    made_appeal = await appeals.appeal(await chamber.as_("girl"), girl.id, words)
    assert await chamber.state(girl) is S.APPEALED
    assert girl.due == dt.date(2026, 6, 24)
    assert await chamber.told("appeal-made") == {"operator"}
    operator = await chamber.as_("operator")
    assert (await appeals.appeal_seen(operator, made_appeal.id)).commissions == ()
    with pytest.raises(NotFound):
        await appeals.give_appeal(operator, made_appeal.id, made.id)
    others = await chamber.commission(prefix="other_")
    await appeals.give_appeal(operator, made_appeal.id, others.id)
    candidacy = await chamber.candidacy(girl)
    assert candidacy.appeal
    three = tuple(f"other_{name}" for name in ALL)
    await chamber.sits(others, *three)
    seen = await dossier.dossier_seen(await chamber.as_("other_chair"), candidacy.id)
    assert seen.appeal == words
    assert not any(each.of_interview for each in seen.marks.criteria)
    came = _time(chamber, candidacy, -1)
    came.came = True
    await chamber.session.flush()
    seen = await dossier.dossier_seen(await chamber.as_("other_chair"), candidacy.id)
    (interview,) = (each.code for each in seen.marks.criteria if each.of_interview)
    for name in three:
        await marks.mark(await chamber.as_(name), candidacy.id, interview, 7)
    await chamber.decided(candidacy, S.DECLINED, *three)
    assert await refused(chamber, "girl", appeals.appeal, girl.id, words) == "refused-appeal-late"
    protocol = await sittings.close_sitting(await chamber.as_("other_chair"), others.id)
    assert protocol is not None
    (said,) = (await printed(chamber.session, chamber.programme, protocol.id)).decisions
    assert said.out == (), "who declines an appeal was in no conflict"


async def test_what_was_erased_is_not_appealed_against(chamber: Chamber) -> None:
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    await putting.put(await chamber.as_("operator"), made.id)
    await chamber.sits(made, *ALL)
    await chamber.decided(await chamber.candidacy(girl), S.DECLINED, *ALL)
    (await chamber.session.get_one(Enrolment, girl.enrolment_id)).erased_at = NOW
    await chamber.session.flush()
    with pytest.raises(NotFound):
        await appeals.appeal(await chamber.as_("girl"), girl.id, "Мен бәрін өзім істедім")


async def test_withdrawn_consent_ends_the_way_and_leaves_the_award(chamber: Chamber) -> None:
    made = await chamber.commission()
    girl, boy = await chamber.recommended("girl"), await chamber.recommended("boy")
    await putting.put(await chamber.as_("operator"), made.id)
    await chamber.sits(made, *ALL)
    await chamber.decided(await chamber.candidacy(girl), S.AWARDED, *ALL)
    waits = await chamber.candidacy(boy)
    time = _time(chamber, waits, 2)
    mother = await chamber.person("mother")
    for name, each in (("girl", girl), ("boy", boy)):
        chamber.session.add(
            Role(
                person_id=mother, kind=RoleKind.REPRESENTATIVE, ward_id=chamber.them[name],
                since=NOW,
            )
        )  # fmt: skip
        chamber.session.add(
            Agreement(
                enrolment_id=each.enrolment_id, kind=SignerKind.REPRESENTATIVE, signer_id=mother,
                signer_name="Аты mother", language="kk", version="1", text_hash="0" * 64,
                signed_at=NOW,
            )
        )  # fmt: skip
    given = (await chamber.session.scalars(select(Certificate))).one()
    given.named_since = NOW
    await chamber.session.flush()
    for each in (girl, boy):
        await withdraw_consent(await chamber.as_("mother"), each.enrolment_id)
        with pytest.raises(NotFound):
            await way_of(await chamber.as_("operator"), each.enrolment_id)
    assert await wards_of(await chamber.as_("mother")) == ()
    with pytest.raises(NotFound):
        await dossier.dossier_seen(await chamber.as_("chair"), waits.id)
    assert (await views.candidates(await chamber.as_("chair"), made.id, 0)).rows == ()
    await chamber.session.refresh(time)
    await chamber.session.refresh(given)
    assert time.candidacy_id is None
    assert given.named_since is None
    held = [
        await held_levels(chamber.session, chamber.them[name], NOW.date())
        for name in ("girl", "boy")
    ]
    assert held == [{"bronze"}, set()], "an award is held, a way that ended is not"
    assert given.token is not None
    told = await verified_by_token(chamber.session, chamber.programme, given.token, NOW)
    assert told is not None
    assert (told.state, told.name) == (CertificateState.VALID, "А. G.")
    of_age = NOW + dt.timedelta(days=400)
    told = await verified_by_token(chamber.session, chamber.programme, given.token, of_age)
    assert told is not None
    assert told.name == "А. G.", "18 or not: the consent by which the name is here has ended"


async def test_who_declined_hears_no_appeal_though_they_sit_in_another_commission(
    chamber: Chamber,
) -> None:
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    await putting.put(await chamber.as_("operator"), made.id)
    await chamber.sits(made, *ALL)
    await chamber.decided(await chamber.candidacy(girl), S.DECLINED, *ALL)
    operator = await chamber.as_("operator")
    appeal = await appeals.appeal(await chamber.as_("girl"), girl.id, "Шешіммен келіспеймін")
    others = await chamber.commission(prefix="other_")
    again = await seats.add_seat(operator, others.id, Seat.MEMBER)
    payload = await seats.seat_link(operator, again.id)
    await seats.take_seat(await chamber.as_("ministry"), payload)
    await appeals.give_appeal(operator, appeal.id, others.id)
    candidacy = await chamber.candidacy(girl)
    with pytest.raises(NotFound):
        await dossier.dossier_seen(await chamber.as_("ministry"), candidacy.id)


async def test_after_the_term_there_is_no_appeal(chamber: Chamber) -> None:
    made = await chamber.commission()
    girl = await chamber.recommended("girl")
    await putting.put(await chamber.as_("operator"), made.id)
    await chamber.sits(made, *ALL)
    await chamber.decided(await chamber.candidacy(girl), S.DECLINED, *ALL)
    chamber.now = dt.datetime(2026, 6, 17, 18, 59, tzinfo=dt.UTC)  # 23:59 of the last day
    assert await appeals.may_appeal(await chamber.as_("girl"), girl.id)
    chamber.now += dt.timedelta(minutes=1)
    assert await refused(chamber, "girl", appeals.appeal, girl.id, "Келіспеймін мүлдем") == (
        "refused-appeal-late"
    )


async def test_every_look_at_a_candidate_is_on_record(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "girl")
    at = await chamber.as_("ministry")
    await dossier.dossier_seen(at, candidacy.id)
    await dossier.progress_seen(at, candidacy.id)
    await dossier.journal_seen(at, candidacy.id, 0)
    await views.candidates(at, made.id, 0)
    found = await chamber.session.execute(
        select(Audit.action, func.count())
        .where(Audit.actor_id == at.actor.id, Audit.action.like("candidate%"))
        .group_by(Audit.action)
    )
    assert dict(found.tuples().all()) == {
        "candidate.seen": 1,
        "candidate.progress_seen": 1,
        "candidate.journal_seen": 1,
        "candidates.listed": 1,
    }


async def test_the_portfolio_is_a_members_as_long_as_the_candidate_is(chamber: Chamber) -> None:
    made = await chamber.commission()
    candidacy = await chamber.candidate(made, "Аяна")
    member, head = await chamber.as_("ministry"), await chamber.as_("head")
    seen = await dossier.dossier_seen(member, candidacy.id)
    assert seen.recommended == ("Аты head", NOW.date())
    level = seen.candidate.enrolment.id
    await dossier.ask_portfolio(member, candidacy.id)
    assert await dossier.is_before(member, level)
    assert not await dossier.is_before(head, level), "who recommended is in conflict"
    await marks.step_back(member, candidacy.id)
    assert not await dossier.is_before(member, level)
    with pytest.raises(NotFound):
        await dossier.ask_portfolio(member, candidacy.id)
