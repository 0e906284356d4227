"""What an expert sees of what was sent before: a pattern by itself, the chart, each pair."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from handlers.findings.overview import HonestyTap, PairsTap, PairTap
from locales import texts
from storage.tables import Audit, Enrolment, FindingVerdict, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import now_on, said
from tests.journeys.test_findings import HEAD, found, logged, participant, picture_in, verdicts
from tests.journeys.world import World

SAY = texts("kk")
ME, FRIEND, STRANGER = "Сейтова Аружан", "Қуанышев Дәурен", "Алысов Бекзат"
MENTOR = "Дана Ахметова"
TITLE, NOTHING = "Бұрын жіберілген материалдар", said(SAY, "honesty-nothing")
REFUSED = SAY.plain("refused-not-allowed")


@dataclass
class Story:
    """Two experts with a mentor each: two friends of one mentor, a stranger of the other."""

    world: World
    expert: Phone
    other_expert: Phone
    mentor: Phone
    me: Phone
    friend: Phone
    stranger: Phone
    sent: int = 0
    told: dict[str, Any] = field(default_factory=dict)

    async def reuse(self, of: Phone | None = None) -> int:
        """A photo of another's comes again, mirrored and cropped; the finding's id."""
        self.sent += 2
        theirs = await logged(self.world, of or self.friend, self.sent)
        mine = await logged(self.world, self.me, self.sent + 1, minutes=self.sent + 10)
        finding = await found(self.world, mine, theirs)
        self.told = await self.mentor.sees(HEAD, ME, new=True)
        return finding

    async def judge(self, label: str, of: Phone | None = None) -> None:
        """The same, and the mentor's word on it."""
        await self.reuse(of)
        await self.mentor.tap(label, on=self.told)

    async def person(self, phone: Phone) -> int:
        return await self.world.person_id(phone)

    async def enrolment(self, phone: Phone) -> int:
        of = select(Enrolment.id).where(Enrolment.person_id == await self.person(phone))
        async with self.world.bot.database.transaction() as session:
            return (await session.scalars(of)).one()

    async def looks(self) -> list[tuple[int | None, str]]:
        """Who looked at what of honesty, in order."""
        async with self.world.bot.database.transaction() as session:
            lines = await session.scalars(select(Audit).order_by(Audit.id))
            kinds = ("honesty.", "finding.seen")
            return [(a.actor_id, a.action) for a in lines if a.action.startswith(kinds)]


@pytest.fixture
async def story(world: World) -> Story:
    experts, mentors = [], []
    for expert, mentor in (("Сәуле", "Дана"), ("Болат", "Гүлім")):
        name = f"{expert} Сарапшы"
        experts.append(await world.staff(expert, RoleKind.EXPERT, full_name=name))
        to, name = await world.person_id(experts[-1]), f"{mentor} Ахметова"
        staff = await world.staff(mentor, RoleKind.MENTOR, full_name=name, reports_to=to)
        mentors.append(staff)
    me, friend = [await participant(world, mentors[0], name) for name in (ME, FRIEND)]
    return Story(
        world=world,
        expert=experts[0],
        other_expert=experts[1],
        mentor=mentors[0],
        me=me,
        friend=friend,
        stranger=await participant(world, mentors[1], STRANGER),
    )


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


async def opens(phone: Phone) -> None:
    """The item of the menu."""
    await phone.write("/menu")
    menu = await phone.sees("🏠", "🔁 Адалдық", new=True)
    await phone.tap("🔁 Адалдық", on=menu)


async def test_the_third_confirmed_comes_to_the_expert_by_itself(story: Story) -> None:
    for _ in range(2):
        await story.judge("Бұрын қолданылған")
    await story.judge("Адал")
    await story.expert.does_not_see(ME)
    await story.judge("Бұрын қолданылған")
    told = await story.expert.sees(ME, "расталды: 3", f"Тәлімгері: {MENTOR}")
    assert FRIEND not in told["text"]
    await story.expert.tap("Қарап шығу", on=told)
    pairs = await story.expert.sees(f"Қатысушы: {ME}", "Белгіленгені: 4. Расталғаны: 3, адал: 1")
    assert FRIEND in pairs["text"]
    for other in (story.other_expert, story.mentor, story.me):
        await other.does_not_see("расталды: 3")


async def test_from_the_chart_to_a_pair_and_back(story: Story) -> None:
    await story.judge("Бұрын қолданылған")
    await story.judge("Адал")
    await story.reuse(of=story.stranger)
    await story.judge("Ортақ іс-шара")
    before = await story.looks()
    expert, world = story.expert, story.world
    await opens(expert)
    first = await expert.sees(TITLE, new=True)
    counts = "Белгіленгені: 4. Расталғаны: 1, адал: 1, ортақ іс-шара: 1, шешім күтіп тұр: 1"
    assert counts in first["text"]
    assert "2 ақпан – 4/1" in first["text"]
    assert f"{MENTOR}: белгіленгені 4, расталғаны 1" in first["text"]
    assert (await picture_in(world, first)).width == 1080
    await expert.tap(MENTOR, on=first)
    mentor = await expert.sees(f"Тәлімгер: {MENTOR}", new=True)
    assert mentor["text"].count(counts) == 2  # the mentor's, and of the only participant with any
    await expert.tap(ME, on=mentor)
    pairs = await now_on(expert, mentor)
    assert f"Қатысушы: {ME}" in pairs["text"]
    order = [pairs["text"].index(word) for word in ("🤝", "⏳", "✅", "♻️")]
    assert order == sorted(order)
    assert pairs["text"].count(f"Шешкен: {MENTOR}, 3 ақпан") == 3
    assert pairs["text"].count(FRIEND) == 3
    assert STRANGER not in pairs["text"]
    await expert.tap("№ 4", on=pairs)
    pair = await expert.sees(HEAD, ME, FRIEND, "айнадағыдай аударылған, шеті қиылған", new=True)
    assert f"♻️ Бұрын қолданылған. Шешкен: {MENTOR}, 3 ақпан" in pair["text"]
    assert max((await picture_in(world, pair)).size) <= 1280
    assert labels(pair) == ["🔁 Барлық жұбы", "🏠 Мәзір"]
    await expert.tap("Барлық жұбы", on=pair)
    again = await expert.sees(f"Қатысушы: {ME}", new=True)
    assert again["message_id"] > pair["message_id"]
    await expert.tap("Артқа", on=again)
    await expert.tap("Артқа", on=await now_on(expert, again))
    assert (await expert.sees(TITLE, new=True))["media"]
    expert_id = await story.person(expert)
    actions = ["listed", "listed", "seen", "finding", "seen", "listed", "listed"]
    names = ["finding.seen" if each == "finding" else f"honesty.{each}" for each in actions]
    assert (await story.looks())[len(before) :] == [(expert_id, name) for name in names]


@pytest.mark.long(1)
async def test_many_pairs_are_turned_over(story: Story) -> None:
    for _ in range(6):
        await story.reuse()
    to = PairsTap(enrolment=await story.enrolment(story.me)).pack()
    await story.expert.forge((await story.expert.messages())[-1]["message_id"], to)
    first = await story.expert.sees(f"Қатысушы: {ME}", "1 / 2")
    assert labels(first)[:5] == [f"№ {number}" for number in range(1, 6)]
    await story.expert.tap("▶️", on=first)
    last = await now_on(story.expert, first)
    assert labels(last)[:3] == ["№ 6", "◀️", "2 / 2"]
    await story.expert.tap("№ 6", on=last)
    pair = await story.expert.sees(HEAD, "⏳", new=True)
    await story.expert.tap("Барлық жұбы", on=pair)
    await story.expert.sees(f"Қатысушы: {ME}", "2 / 2", new=True)


async def test_an_operator_sees_all_another_expert_their_own_a_mentor_none(story: Story) -> None:
    finding = await story.reuse()
    other = story.other_expert
    await opens(other)
    await other.sees(NOTHING, new=True)
    number = (await other.messages())[-1]["message_id"]
    for tap in (
        HonestyTap(mentor=await story.person(story.mentor)),
        PairsTap(enrolment=await story.enrolment(story.me)),
        PairTap(finding=finding),
    ):
        for phone in (other, story.stranger, story.me, story.friend):
            answer = await phone.forge((await phone.messages())[-1]["message_id"], tap.pack())
            assert answer is not None
            assert answer["text"] == REFUSED
    for phone in (other, story.stranger):
        await phone.does_not_see(ME)
    assert number == (await other.messages())[-1]["message_id"]
    for tap in (HonestyTap(), PairsTap(enrolment=await story.enrolment(story.me))):
        last = (await story.mentor.messages())[-1]["message_id"]
        answer = await story.mentor.forge(last, tap.pack())
        assert answer is not None
        assert answer["text"] == REFUSED
    await story.mentor.write("/menu")
    await story.mentor.sees("🏠", "🔎 Тексеру", new=True)
    await story.mentor.does_not_see("Адалдық")
    operator = await story.world.staff("Олжас", RoleKind.OPERATOR)
    await opens(operator)
    await operator.sees(f"{MENTOR}: белгіленгені 1", new=True)
    assert await verdicts(story.world) == [None]


async def test_an_earlier_entry_taken_back_leaves_nothing_to_see(story: Story) -> None:
    await story.reuse()
    tap = PairsTap(enrolment=await story.enrolment(story.me)).pack()
    await story.expert.forge((await story.expert.messages())[-1]["message_id"], tap)
    pairs = await story.expert.sees(f"Қатысушы: {ME}", "№ 1")
    card = await story.friend.sees("Жазылды")
    await story.friend.tap("Қайтарып алу", on=card)
    answer = await story.expert.tap("№ 1", on=pairs)
    assert answer is not None
    assert answer["text"] == SAY.plain("finding-gone")


async def test_help_names_it_for_those_who_have_it(story: Story) -> None:
    for phone, has in ((story.expert, True), (story.mentor, False)):
        await phone.write("/help")
        message = await phone.sees("/mydata", new=True)
        assert ("«🔁 Адалдық»" in message["text"]) is has


async def test_verdicts_cannot_be_given_by_an_expert(story: Story) -> None:
    finding = await story.reuse()
    last = (await story.expert.messages())[-1]["message_id"]
    answer = await story.expert.forge(last, f"fd:reused:{finding}")
    assert answer is not None
    assert answer["text"] == REFUSED
    assert FindingVerdict.REUSED not in await verdicts(story.world)
