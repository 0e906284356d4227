import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.absences import PauseReason
from award.access.actor import Actor, Scope
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.mentoring import participants
from award.plan import plans
from award.plan.defaults import first_day
from award.plan.plans import ItemChange
from award.plan.views import PlanView, options_of, own_plan, plan_of, plans_of
from award.profile.enrolment import pause, resume, withdraw
from award.programme import Programme
from award.programme.requirements import Choices
from award.progress.asked import store_choices
from award.progress.current import progress_on
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Agreement,
    Audit,
    Centre,
    Enrolment,
    EnrolmentState,
    Excuse,
    Outbox,
    Partner,
    Person,
    Plan,
    PlanState,
    Role,
    RoleKind,
    SignerKind,
)
from tests.acting import acting

NOW = dt.datetime(2026, 2, 3, 7, tzinfo=dt.UTC)  # a Tuesday noon in Almaty
TODAY = dt.date(2026, 2, 3)


@dataclass
class Pair:
    """A participant who has applied, and the mentor chosen; a stranger of each kind."""

    session: AsyncSession
    programme: Programme
    enrolment: Enrolment
    participant: Actor
    mentor: Actor
    other_participant: Actor
    other_mentor: Actor
    head: Actor

    async def take_up(self) -> Plan:
        return await plans.take_up(
            acting(self.session, self.mentor, NOW, self.programme), self.enrolment.id
        )

    async def propose(self, plan: Plan) -> Plan:
        return await plans.propose(acting(self.session, self.mentor, NOW, self.programme), plan.id)

    async def agree(self, plan: Plan) -> Plan:
        return await plans.agree(acting(self.session, self.participant, NOW), plan.id)

    async def activate(self) -> Enrolment:
        return await plans.activate(
            acting(self.session, self.mentor, NOW, self.programme), self.enrolment.id
        )

    async def to_active(self) -> Plan:
        plan = await self.agree(await self.propose(await self.take_up()))
        await self.activate()
        return plan

    async def set(self, plan: Plan, direction: str, **change: Any) -> None:
        await plans.set_item(
            acting(self.session, self.mentor, NOW, self.programme),
            plan.id,
            direction,
            ItemChange(**change),
        )

    async def seen(self, plan: Plan) -> PlanView:
        return await plan_of(acting(self.session, self.mentor, NOW, self.programme), plan.id)

    async def told(self, actor: Actor) -> list[str]:
        await self.session.flush()
        kinds = await self.session.scalars(
            select(Outbox.kind).where(Outbox.person_id == actor.id).order_by(Outbox.id)
        )
        return list(kinds)

    async def recorded(self) -> list[str]:
        await self.session.flush()
        return list(await self.session.scalars(select(Audit.action).order_by(Audit.id)))


async def _person(session: AsyncSession, number: int, **known: Any) -> Person:
    person = Person(telegram_id=number, joined_at=NOW, language="kk", **known)
    session.add(person)
    await session.flush()
    return person


def _actor(person: Person, *roles: Scope) -> Actor:
    return Actor(person.id, person.telegram_id, "kk", person.full_name, roles)


@pytest.fixture
async def pair(session: AsyncSession, tosbelgi: Programme) -> Pair:
    centre = Centre(name="№ 5 мектеп", region="KZ-75", place="Алматы")
    partner = Partner(name="Жылу", region="KZ-75", directions=["volunteering"])
    session.add_all([centre, partner])
    await session.flush()
    mentor_scope = Scope(RoleKind.MENTOR, centre_id=centre.id)
    people = [
        await _person(session, 100 + n, full_name=f"Адам {n} Сынақ", region="KZ-75")
        for n in range(5)
    ]
    child, mentor, other, other_mentor, head = people
    child.birth_date = dt.date(2010, 5, 1)
    child.hobbies, child.about = "Футбол, домбыра тартамын", "Көп оқимын"
    for person, kind in (
        (mentor, RoleKind.MENTOR),
        (other_mentor, RoleKind.MENTOR),
        (head, RoleKind.CENTRE_HEAD),
    ):
        session.add(Role(person_id=person.id, kind=kind, centre_id=centre.id, since=NOW))
    level = tosbelgi.level("bronze")
    answers = {choice.code: choice.one_of[0].code for choice in level.choices}
    enrolment = Enrolment(
        person_id=child.id,
        state=EnrolmentState.SUBMITTED,
        level="bronze",
        choices=store_choices(Choices(answers)),
        centre_id=centre.id,
        mentor_id=mentor.id,
        begun_at=NOW,
        submitted_at=NOW,
        answer_due=dt.date(2026, 2, 23),
    )
    session.add(enrolment)
    await session.flush()
    return Pair(
        session,
        tosbelgi,
        enrolment,
        _actor(child),
        _actor(mentor, mentor_scope),
        _actor(other),
        _actor(other_mentor, mentor_scope),
        _actor(head, Scope(RoleKind.CENTRE_HEAD, centre_id=centre.id)),
    )


async def test_a_hurried_mentor_only_takes_up_and_proposes(pair: Pair) -> None:
    plan = await pair.take_up()
    view = await pair.seen(plan)
    assert view.ready
    assert [item.direction for item in view.items] == [
        "sport",
        "talent",
        "reading",
        "heritage",
        "volunteering",
        "trips",
    ]
    assert view.item("sport").activity == "football"
    assert view.item("sport").weekdays == (1, 3)
    assert view.item("sport").minutes == 30
    assert view.item("sport").starts_on == TODAY
    assert view.item("volunteering").partner == "Жылу"  # the only one there is
    assert view.item("trips").partner is None
    await pair.propose(plan)
    assert plan.state is PlanState.PROPOSED
    assert await pair.told(pair.participant) == ["application-accepted", "plan-proposed"]


async def test_the_way_to_an_active_participant(pair: Pair) -> None:
    plan = await pair.to_active()
    assert pair.enrolment.state is EnrolmentState.ACTIVE
    assert pair.enrolment.started_on == TODAY
    assert pair.enrolment.activated_at == NOW
    assert (plan.proposed_at, plan.agreed_at) == (NOW, NOW)
    assert await pair.told(pair.mentor) == ["plan-agreed"]
    assert (await pair.told(pair.participant))[-1] == "activated"
    assert await pair.recorded() == [
        "application.taken_up",
        "plan.drafted",
        "plan.proposed",
        "plan.agreed",
        "enrolment.activated",
    ]


async def test_the_activation_day_is_the_one_where_the_participant_lives(pair: Pair) -> None:
    await pair.agree(await pair.propose(await pair.take_up()))
    late = dt.datetime(2026, 2, 3, 20, tzinfo=dt.UTC)  # past midnight in Almaty
    enrolment = await plans.activate(
        acting(pair.session, pair.mentor, late, pair.programme), pair.enrolment.id
    )
    assert enrolment.started_on == dt.date(2026, 2, 4)


async def test_nobody_is_activated_without_an_agreed_plan(pair: Pair) -> None:
    with pytest.raises(TooLate):
        await pair.activate()  # not even taken up
    plan = await pair.take_up()
    with pytest.raises(Refusal) as refused:
        await pair.activate()
    assert refused.value.key == "refused-plan-not-agreed"
    await pair.propose(plan)
    with pytest.raises(Refusal):
        await pair.activate()
    await pair.agree(plan)
    await pair.activate()
    with pytest.raises(TooLate):
        await pair.activate()


async def test_an_agreed_plan_must_have_every_direction_asked(pair: Pair) -> None:
    await pair.agree(await pair.propose(await pair.take_up()))
    pair.enrolment.level = "gold"
    level = pair.programme.level("gold")
    answers = {choice.code: choice.one_of[0].code for choice in level.choices}
    pair.enrolment.choices = store_choices(Choices(answers))
    with pytest.raises(Refusal):
        await pair.activate()
    draft = await plans.draft_plan(
        acting(pair.session, pair.mentor, NOW, pair.programme), pair.enrolment.id
    )
    assert (await pair.seen(draft)).item("work").weekdays == (5,)
    await pair.agree(await pair.propose(draft))
    await pair.activate()


async def test_what_was_shown_is_what_is_agreed_to(pair: Pair) -> None:
    first = await pair.propose(await pair.take_up())
    again = await plans.draft_plan(
        acting(pair.session, pair.mentor, NOW, pair.programme), pair.enrolment.id
    )
    assert again.version == 2
    await pair.set(again, "sport", minutes=45)
    with pytest.raises(TooLate):
        await pair.agree(first)  # its card still stands in the chat
    assert (await pair.seen(first)).item("sport").minutes == 30
    with pytest.raises(TooLate):
        await pair.set(first, "sport", minutes=90)
    await pair.agree(await pair.propose(again))
    with pytest.raises(TooLate):
        await pair.agree(again)  # tapped twice


async def test_a_wish_of_a_proposed_plan_goes_back_to_the_mentor(pair: Pair) -> None:
    plan = await pair.propose(await pair.take_up())
    await plans.wish(
        acting(pair.session, pair.participant, NOW, pair.programme), plan.id, " Сәрсенбі болсын "
    )
    assert plan.state is PlanState.REPLACED
    made = await plans_of(acting(pair.session, pair.mentor, NOW, pair.programme), pair.enrolment.id)
    assert [view.state for view in made.versions] == [PlanState.DRAFT, PlanState.REPLACED]
    assert made.versions[1].wish == "Сәрсенбі болсын"
    assert made.versions[0].items == made.versions[1].items
    assert await pair.told(pair.mentor) == ["plan-wish"]
    for words in ("", "  ", "я" * (plans.LONGEST_WISH + 1)):
        with pytest.raises(Refusal):
            await plans.wish(
                acting(pair.session, pair.participant, NOW, pair.programme), plan.id, words
            )


async def test_a_later_change_is_agreed_by_both_and_keeps_the_old_version(pair: Pair) -> None:
    old = await pair.to_active()
    await plans.wish(
        acting(pair.session, pair.participant, NOW, pair.programme), old.id, "Жүзу керек"
    )
    assert old.state is PlanState.AGREED  # it holds until both agree
    later = NOW + dt.timedelta(days=20)
    new = await plans.draft_plan(
        acting(pair.session, pair.mentor, later, pair.programme), pair.enrolment.id
    )
    await pair.set(new, "sport", activity="swimming")
    await pair.propose(new)
    own = await own_plan(acting(pair.session, pair.participant, later, pair.programme))
    assert own.plans.agreed is not None
    assert own.plans.agreed.id == old.id
    await pair.agree(new)
    own = await own_plan(acting(pair.session, pair.participant, later, pair.programme))
    assert [(v.version, v.state) for v in own.plans.versions] == [
        (2, PlanState.AGREED),
        (1, PlanState.REPLACED),
    ]
    assert own.plans.version(old.id).item("sport").activity == "football"
    assert own.plans.version(new.id).item("sport").activity == "swimming"
    assert pair.enrolment.state is EnrolmentState.ACTIVE
    assert own.mentor == "Адам 1 Сынақ"


async def test_a_draft_is_the_mentors_own(pair: Pair) -> None:
    plan = await pair.take_up()
    own = await own_plan(acting(pair.session, pair.participant, NOW, pair.programme))
    assert own.plans.versions == ()
    for forged in (
        plan_of(acting(pair.session, pair.participant, NOW, pair.programme), plan.id),
        plans.agree(acting(pair.session, pair.participant, NOW), plan.id),
        plans.wish(acting(pair.session, pair.participant, NOW, pair.programme), plan.id, "…"),
    ):
        with pytest.raises(NotFound):
            await forged


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"minutes": 0}, "refused-plan-minutes"),
        ({"minutes": 601}, "refused-plan-minutes"),
        ({"starts_on": TODAY - dt.timedelta(days=1)}, "refused-plan-start"),
        ({"starts_on": TODAY + dt.timedelta(days=91)}, "refused-plan-start"),
        ({"activity": "а" * 121}, "refused-plan-activity"),
        ({"weekdays": (0, 7)}, "refused-not-allowed"),
        ({"partner_id": 10**6}, "refused-not-allowed"),
    ],
)
async def test_what_cannot_be_planned_is_refused(
    pair: Pair, change: dict[str, Any], key: str
) -> None:
    plan = await pair.take_up()
    with pytest.raises(Refusal) as refused:
        await pair.set(plan, "sport", **change)
    assert refused.value.key == key


async def test_own_words_days_start_and_partner_are_kept(pair: Pair) -> None:
    plan = await pair.take_up()
    start = TODAY + dt.timedelta(days=6)
    await pair.set(
        plan, "sport", activity="  Ауладағы \n доп ", weekdays=(6, 0, 0), starts_on=start
    )
    partner = (await _options(pair, "volunteering")).partners[0]
    await pair.set(plan, "volunteering", partner_id=partner.id)
    item = (await pair.seen(plan)).item("sport")
    assert (item.activity, item.weekdays, item.starts_on) == ("Ауладағы доп", (0, 6), start)
    with pytest.raises(NotFound):
        await pair.set(plan, "chess", minutes=30)
    with pytest.raises(NotFound):  # a partner of another direction
        await pair.set(plan, "trips", partner_id=partner.id)


async def _options(pair: Pair, direction: str) -> Any:
    return await options_of(
        acting(pair.session, pair.mentor, NOW, pair.programme), pair.enrolment.id, direction
    )


async def test_a_plan_that_cannot_make_a_week_count_is_not_proposed(pair: Pair) -> None:
    plan = await pair.take_up()
    await pair.set(plan, "sport", minutes=20)
    view = await pair.seen(plan)
    assert (view.ready, view.item("sport").problem) == (False, "minutes")
    with pytest.raises(Refusal) as refused:
        await pair.propose(plan)
    assert refused.value.key == "refused-plan-incomplete"
    await pair.set(plan, "sport", weekdays=(0, 1, 2))
    assert (await pair.seen(plan)).ready
    await pair.set(plan, "reading", weekdays=())
    assert (await pair.seen(plan)).item("reading").problem == "days"
    with pytest.raises(Refusal):
        await pair.propose(plan)


async def test_heritage_offers_what_suits_the_way_chosen(pair: Pair) -> None:
    heritage = pair.programme.direction("heritage")
    offered = {activity.code for activity in (await _options(pair, "heritage")).activities}
    by_book = {a.code for a in heritage.activities if a.way == "book"}
    assert offered
    assert not offered & by_book


@pytest.mark.parametrize("weekday", range(7))
def test_a_plan_starts_while_there_is_a_week_left_to_keep(weekday: int) -> None:
    day = dt.date(2026, 2, 2) + dt.timedelta(days=weekday)
    assert first_day(day) == (day if weekday < 4 else dt.date(2026, 2, 9))


Operation = Callable[[Pair, Actor, int], Awaitable[object]]
OF_MENTOR: dict[str, Operation] = {
    "take_up": lambda p, a, _: plans.take_up(
        acting(p.session, a, NOW, p.programme), p.enrolment.id
    ),
    "draft": lambda p, a, _: plans.draft_plan(
        acting(p.session, a, NOW, p.programme), p.enrolment.id
    ),
    "set": lambda p, a, plan: plans.set_item(
        acting(p.session, a, NOW, p.programme), plan, "sport", ItemChange(minutes=40)
    ),
    "propose": lambda p, a, plan: plans.propose(acting(p.session, a, NOW, p.programme), plan),
    "activate": lambda p, a, _: plans.activate(
        acting(p.session, a, NOW, p.programme), p.enrolment.id
    ),
    "decline": lambda p, a, _: participants.decline(
        acting(p.session, a, NOW), p.enrolment.id, reason="photo"
    ),
    "hand_back": lambda p, a, _: participants.hand_back(acting(p.session, a, NOW), p.enrolment.id),
}
OF_PARTICIPANT: dict[str, Operation] = {
    "agree": lambda p, a, plan: plans.agree(acting(p.session, a, NOW), plan),
    "wish": lambda p, a, plan: plans.wish(acting(p.session, a, NOW, p.programme), plan, "Басқа"),
    "pause": lambda p, a, _: pause(
        acting(p.session, a, NOW, p.programme), p.enrolment.id, PauseReason.OTHER
    ),
    "resume": lambda p, a, _: resume(acting(p.session, a, NOW, p.programme), p.enrolment.id),
    "withdraw": lambda p, a, _: withdraw(acting(p.session, a, NOW, p.programme), p.enrolment.id),
}


@pytest.mark.parametrize("name", OF_MENTOR)
@pytest.mark.parametrize("who", ["participant", "other_participant", "other_mentor", "head"])
async def test_only_the_own_mentor_acts_as_mentor(pair: Pair, name: str, who: str) -> None:
    plan = await pair.take_up()
    before = await pair.recorded()
    with pytest.raises(NotAllowed):
        await OF_MENTOR[name](pair, getattr(pair, who), plan.id)
    assert await pair.recorded() == before


@pytest.mark.parametrize("name", OF_PARTICIPANT)
@pytest.mark.parametrize("who", ["mentor", "other_participant", "other_mentor", "head"])
async def test_only_the_participant_acts_for_themself(pair: Pair, name: str, who: str) -> None:
    plan = await pair.propose(await pair.take_up())
    before = await pair.recorded()
    with pytest.raises(NotAllowed):
        await OF_PARTICIPANT[name](pair, getattr(pair, who), plan.id)
    assert await pair.recorded() == before


@pytest.mark.parametrize("name", [*OF_MENTOR, "card"])
@pytest.mark.parametrize("state", [s for s in EnrolmentState if s not in SIGNED_STATES])
async def test_the_unsigned_are_invisible_to_their_mentor(
    pair: Pair, name: str, state: EnrolmentState
) -> None:
    plan = await pair.take_up()
    pair.enrolment.state = state
    await pair.session.flush()
    operations = OF_MENTOR | {
        "card": lambda p, a, _: participants.card(
            acting(p.session, a, NOW, p.programme), p.enrolment.id
        )
    }
    with pytest.raises(NotFound):
        await operations[name](pair, pair.mentor, plan.id)
    listed = await participants.participants(
        acting(pair.session, pair.mentor, NOW, pair.programme), 0
    )
    assert (listed.rows, listed.total, listed.load) == ((), 0, {})


async def test_forged_ids_find_nothing(pair: Pair) -> None:
    for forged in (0, -1, 10**9):
        with pytest.raises(NotFound):
            await plans.agree(acting(pair.session, pair.participant, NOW), forged)
        with pytest.raises(NotFound):
            await plans.propose(acting(pair.session, pair.mentor, NOW, pair.programme), forged)
        with pytest.raises(NotFound):
            await plans.take_up(acting(pair.session, pair.mentor, NOW, pair.programme), forged)
        with pytest.raises(NotFound):
            await participants.card(acting(pair.session, pair.mentor, NOW, pair.programme), forged)


async def test_the_card_shows_who_signed_and_the_look_is_on_the_record(pair: Pair) -> None:
    for kind, name in (
        (SignerKind.PARTICIPANT, "Адам 0 Сынақ"),
        (SignerKind.REPRESENTATIVE, "Ана Сынақ"),
    ):
        pair.session.add(
            Agreement(
                enrolment_id=pair.enrolment.id,
                kind=kind,
                signer_id=pair.participant.id,
                signer_name=name,
                language="kk",
                version="1",
                text_hash="0" * 64,
                signed_at=NOW,
            )
        )
    card = await participants.card(
        acting(pair.session, pair.mentor, NOW, pair.programme), pair.enrolment.id
    )
    assert (card.name, card.age, card.mine) == ("Адам 0 Сынақ", 15, True)
    assert [signed.name for signed in card.signatures] == ["Адам 0 Сынақ", "Ана Сынақ"]
    assert card.answer_due == dt.date(2026, 2, 23)
    assert await pair.recorded() == ["card.seen"]
    head = await participants.card(
        acting(pair.session, pair.head, NOW, pair.programme), pair.enrolment.id
    )
    assert not head.mine
    with pytest.raises(NotFound):
        await participants.card(
            acting(pair.session, pair.other_mentor, NOW, pair.programme), pair.enrolment.id
        )
    await participants.card(
        acting(pair.session, pair.participant, NOW, pair.programme), pair.enrolment.id
    )
    assert await pair.recorded() == ["card.seen", "card.seen"]  # one's own is no look by staff


async def test_participants_are_paged_new_ones_first(pair: Pair) -> None:
    for number in range(9):
        person = await _person(pair.session, 500 + number, full_name=f"Қатысушы {number}")
        pair.session.add(
            Enrolment(
                person_id=person.id,
                state=EnrolmentState.PLANNING,
                level="bronze",
                choices=pair.enrolment.choices,
                mentor_id=pair.mentor.id,
                begun_at=NOW,
                submitted_at=NOW,
            )
        )
    await pair.session.flush()
    pages = [
        await participants.participants(
            acting(pair.session, pair.mentor, NOW, pair.programme), page
        )
        for page in (0, 1, 7, -3)
    ]
    assert [(len(p.rows), p.page, p.pages, p.total) for p in pages] == [
        (7, 0, 2, 10),
        (3, 1, 2, 10),
        (3, 1, 2, 10),
        (7, 0, 2, 10),
    ]
    assert pages[0].load[EnrolmentState.SUBMITTED] == 1
    assert pages[0].rows[0].enrolment_id == pair.enrolment.id
    ids = {row.enrolment_id for page in pages[:2] for row in page.rows}
    assert len(ids) == 10
    with pytest.raises(NotAllowed):
        await participants.participants(
            acting(pair.session, pair.participant, NOW, pair.programme), 0
        )


async def test_a_declined_application_is_closed_and_told(pair: Pair) -> None:
    for bad in ({"reason": "ugly"}, {"words": "  "}, {"words": "х" * 501}, {}):
        with pytest.raises(Refusal):
            await participants.decline(
                acting(pair.session, pair.mentor, NOW), pair.enrolment.id, **bad
            )
    await participants.decline(
        acting(pair.session, pair.mentor, NOW), pair.enrolment.id, words="Құжатты әкеліңіз"
    )
    assert pair.enrolment.state is EnrolmentState.REFUSED
    assert (pair.enrolment.closed_at, pair.enrolment.closing_reason) == (NOW, "Құжатты әкеліңіз")
    assert await pair.told(pair.participant) == ["application-refused"]
    with pytest.raises(NotFound):
        await pair.take_up()


async def test_an_application_handed_back_goes_to_the_head_of_the_centre(pair: Pair) -> None:
    await participants.hand_back(acting(pair.session, pair.mentor, NOW), pair.enrolment.id)
    assert pair.enrolment.mentor_id is None
    assert pair.enrolment.state is EnrolmentState.SUBMITTED
    assert await pair.told(pair.head) == ["application-unassigned"]
    with pytest.raises(NotFound):
        await pair.take_up()


async def test_once_taken_up_it_is_neither_declined_nor_handed_back(pair: Pair) -> None:
    await pair.take_up()
    with pytest.raises(TooLate):
        await participants.decline(
            acting(pair.session, pair.mentor, NOW), pair.enrolment.id, reason="photo"
        )
    with pytest.raises(TooLate):
        await participants.hand_back(acting(pair.session, pair.mentor, NOW), pair.enrolment.id)
    with pytest.raises(TooLate):
        await pair.take_up()


async def test_a_pause_excuses_weeks_until_the_return(pair: Pair) -> None:
    await pair.to_active()
    excuse = await pause(
        acting(pair.session, pair.participant, NOW, pair.programme),
        pair.enrolment.id,
        PauseReason.ILLNESS,
        "  ",
    )
    assert (excuse.first_day, excuse.last_day, excuse.note) == (TODAY, None, None)
    with pytest.raises(TooLate):
        await pause(
            acting(pair.session, pair.participant, NOW, pair.programme),
            pair.enrolment.id,
            PauseReason.OTHER,
        )
    back = NOW + dt.timedelta(weeks=3)
    await resume(acting(pair.session, pair.participant, back, pair.programme), pair.enrolment.id)
    assert pair.enrolment.state is EnrolmentState.ACTIVE
    assert await pair.told(pair.mentor) == [
        "plan-agreed",
        "participant-paused",
        "participant-resumed",
    ]
    stands = await progress_on(
        pair.session, pair.programme, pair.enrolment, TODAY + dt.timedelta(weeks=3)
    )
    states = [week.state.value for week in stands.direction("sport").weeks[:5]]
    assert states == ["excused", "excused", "excused", "current", "ahead"]
    with pytest.raises(TooLate):
        await resume(
            acting(pair.session, pair.participant, back, pair.programme), pair.enrolment.id
        )


@pytest.mark.parametrize("state", OPEN_STATES)
async def test_whoever_leaves_may_begin_anew(pair: Pair, state: EnrolmentState) -> None:
    pair.enrolment.state = state
    await pair.session.flush()
    await withdraw(
        acting(pair.session, pair.participant, NOW, pair.programme), pair.enrolment.id, "Көштім"
    )
    assert pair.enrolment.state is EnrolmentState.WITHDRAWN
    assert (pair.enrolment.closed_at, pair.enrolment.closing_reason) == (NOW, "Көштім")
    signed = state in SIGNED_STATES
    assert await pair.told(pair.mentor) == (["participant-withdrew"] if signed else [])
    with pytest.raises(TooLate):
        await withdraw(
            acting(pair.session, pair.participant, NOW, pair.programme), pair.enrolment.id
        )
    pair.session.add(
        Enrolment(
            person_id=pair.participant.id, state=EnrolmentState.DRAFT, choices={}, begun_at=NOW
        )
    )
    await pair.session.flush()


async def test_leaving_ends_a_pause(pair: Pair) -> None:
    await pair.to_active()
    await pause(
        acting(pair.session, pair.participant, NOW, pair.programme),
        pair.enrolment.id,
        PauseReason.INTERNET,
    )
    await withdraw(acting(pair.session, pair.participant, NOW, pair.programme), pair.enrolment.id)
    assert (await pair.session.scalars(select(Excuse.last_day))).all() == [TODAY]
