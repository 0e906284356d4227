"""Own words are asked for only of who may give them, and while they may be given."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from award.programme.requirements import Choices
from award.progress.asked import store_choices
from handlers.review.card import ReviewDo, ReviewTap
from handlers.ui.taps import CardDo, CardTap
from locales import texts
from storage.tables import Enrolment, EnrolmentState, Person, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import said
from tests.journeys.world import World
from tests.participants import participant

SAY = texts("kk")
MOVED = SAY.plain("refused-enrolment-moved")


@pytest.fixture
async def mentor(world: World) -> Phone:
    """The mentor of an applicant (enrolment 1) and of a participant (enrolment 2, entry 1)."""
    mentor = await world.staff("Дана", RoleKind.MENTOR)
    newcomer, girl = await world.phone("Алия"), await world.phone("Аружан")
    for phone in (newcomer, girl):
        await phone.start()
        await phone.sees("Қазақша")
    now = world.clock.now()
    mentor_id, newcomer_id = await world.person_id(mentor), await world.person_id(newcomer)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, newcomer_id)
        person.full_name, person.language, person.region = "Алия Серік", "kk", "KZ-75"
        session.add(
            Enrolment(
                person_id=person.id,
                mentor_id=mentor_id,
                state=EnrolmentState.SUBMITTED,
                level="bronze",
                choices=store_choices(Choices({"heritage": "book"}, frozenset())),
                begun_at=now,
                submitted_at=now,
                answer_due=now.date() + timedelta(days=20),
            )
        )
        await session.flush()
        programme = world.bot.programme
        await participant(
            session, programme, now, telegram_id=girl.id, mentor_telegram_id=mentor.id
        )
    await girl.write("жүгіру 40 мин")
    await girl.tap(SAY.plain("journal-button-ok"))
    await mentor.sees("жүгіру 40 мин")
    return mentor


WORDS_FOR = {
    "review": (
        ReviewTap(do=ReviewDo.WORDS, entry=1, value=ReviewDo.RETURN).pack(),
        "review-words-returned",
    ),
    "decline": (CardTap(do=CardDo.OWN_WORDS, enrolment=1).pack(), "decline-words"),
}


@pytest.mark.parametrize("what", WORDS_FOR)
@pytest.mark.parametrize("kind", [RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.OPERATOR])
async def test_others_are_not_asked(world: World, mentor: Phone, what: str, kind: RoleKind) -> None:
    data, question = WORDS_FOR[what]
    other = await world.staff("Асқар", kind)
    if kind is RoleKind.EXPERT:
        await _reports_to(world, mentor, other)
    shown = (await other.messages())[-1]["message_id"]
    answer = await other.forge(shown, data)
    assert answer is not None
    assert answer["show_alert"]
    await other.does_not_see(said(SAY, question, "most"))
    asked = await mentor.forge((await mentor.messages())[-1]["message_id"], data)
    assert asked == {"text": "", "show_alert": False}
    await mentor.sees(said(SAY, question, "most"))


async def test_nobody_is_asked_about_what_moved_on(world: World, mentor: Phone) -> None:
    shown = (await mentor.messages())[-1]["message_id"]
    data, question = WORDS_FOR["decline"]
    async with world.bot.database.transaction() as session:
        (await session.get_one(Enrolment, 1)).state = EnrolmentState.PLANNING
    answer = await mentor.forge(shown, data)
    assert answer is not None
    assert answer["text"] == MOVED
    await mentor.does_not_see(said(SAY, question, "most"))


async def _reports_to(world: World, mentor: Phone, expert: Phone) -> None:
    mentor_id, expert_id = await world.person_id(mentor), await world.person_id(expert)
    async with world.bot.database.transaction() as session:
        of_mentor = Role.person_id == mentor_id
        (await session.scalars(select(Role).where(of_mentor))).one().reports_to = expert_id
