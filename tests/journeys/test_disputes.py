"""A participant disputes a rejected entry: the expert confirms, the coordinator annuls."""

from sqlalchemy import select, update

from locales import texts
from storage.tables import Centre, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import Pair, a_pair, a_picture, log, title
from tests.journeys.world import World

SAY = texts("kk")
OPENED = title(SAY.plain("dispute-told-opened"))


async def _court(world: World) -> tuple[Pair, Phone, Phone]:
    pair = await a_pair(world)
    async with world.bot.database.transaction() as session:
        centre = (await session.scalars(select(Centre.id))).one()
    expert = await world.staff("Сәуле", RoleKind.EXPERT, centre_id=centre)
    coordinator = await world.staff("Дина", RoleKind.COORDINATOR, region="KZ-75")
    async with world.bot.database.transaction() as session:
        mentor = Role.person_id == await world.person_id(pair.mentor)
        await session.execute(
            update(Role).where(mentor).values(reports_to=await world.person_id(expert))
        )
    return pair, expert, coordinator


async def _reject(pair: Pair) -> None:
    mentor = pair.mentor
    await mentor.tap(SAY.plain("review-button-more"))
    await mentor.tap(SAY.plain("review-button-reject"))
    await mentor.tap(SAY.plain("review-reason-not_done.short"))


async def _begin(pair: Pair) -> None:
    """An entry is rejected, and its participant asked what they have to say against it."""
    await log(pair, "жүгіру 40 мин", a_picture())
    await pair.mentor.sees(SAY.plain("review-button-approve"))
    await _reject(pair)
    rejected = await pair.participant.sees("Тәлімгер қабылдамады", new=True)
    await pair.participant.tap(SAY.plain("dispute-button-begin"), on=rejected)


async def test_a_rejected_entry_is_disputed_and_appealed(world: World) -> None:
    pair, expert, coordinator = await _court(world)
    await _begin(pair)
    who = pair.participant
    await who.sees("Немен келіспейсіз")
    await who.write("х" * 1001)
    await who.sees("Тым ұзын", new=True)
    await who.write("Бәрін <b>өзім</b> істедім, фотосы бар")
    await who.sees("Дауыңыз сарапшыға жіберілді", "Жауап берудің соңғы күні: 2026 ж. 10 ақпан")
    await pair.mentor.sees("шешіміңізбен келіспейді", "<b>өзім</b>")

    case = await expert.sees(OPENED, "<b>өзім</b>", "Бұл іс орындалмаған")
    await expert.tap(SAY.plain("dispute-button-files"), on=case)
    files = await expert.sees("файлдары", new=True)
    assert files["media"], "the evidence is there to be judged"
    await expert.tap(SAY.plain("dispute-button-confirm"), on=case)
    await expert.write("Фотода жүгіріп жүргеніңіз көрінбейді")
    await expert.sees("Шешім расталды")
    told = await who.sees("шешім күшінде қалды", "жүгіріп жүргеніңіз көрінбейді", new=True)

    await who.tap(SAY.plain("dispute-button-appeal"), on=told)
    await who.sees("Сарапшының шешімімен неге келіспейсіз")
    await who.write("Жолдасым түсірген, сағатым да жазып алды")
    await who.sees("Шағымыңыз үйлестірушіге жіберілді")
    last = await coordinator.sees(OPENED, "сағатым да", new=True)
    await coordinator.tap(SAY.plain("dispute-button-annul"), on=last)
    await coordinator.write("Дәлел жеткілікті")
    await coordinator.sees("Шешімнің күші жойылды")
    await who.sees("жазба расталды", "Дәлел жеткілікті", new=True)
    for each in (pair.mentor, expert):
        await each.sees("жазба расталды", "Дәлел жеткілікті")
    await who.write("/progress")
    late = await expert.tap(SAY.plain("dispute-button-annul"), on=case)
    assert late is not None
    assert late["text"] == SAY.plain("refused-dispute-moved")


async def test_the_evidence_is_shown_to_the_arbiter_while_there_is_something_to_judge(
    world: World,
) -> None:
    pair, expert, _ = await _court(world)
    await _begin(pair)
    who = pair.participant
    await who.write("Келіспеймін")
    against = await pair.mentor.sees("шешіміңізбен келіспейді")
    case = await expert.sees(OPENED)
    label = SAY.plain("dispute-button-files")
    files = next(b["data"] for row in case["buttons"] for b in row if b["text"] == label)
    # A party has no such button: what it carries is no permission.
    await pair.mentor.forge(against["message_id"], files)
    assert not [each for each in await pair.mentor.messages() if "файлдары" in each["text"]]
    await expert.tap(SAY.plain("dispute-button-confirm"), on=case)
    await expert.write("Фотода көрінбейді")
    await expert.sees("Шешім расталды")
    late = await expert.tap(label, on=case)
    assert late is not None
    assert late["text"] == SAY.plain("refused-dispute-moved")
    assert not [each for each in await expert.messages() if "файлдары" in each["text"]]


async def test_the_longest_words_are_read_by_both_sides(world: World) -> None:
    pair, expert, coordinator = await _court(world)
    mentor, who = pair.mentor, pair.participant
    await log(pair, f"жүгіру 40 мин {'ж' * 1500} жазбасы")
    await mentor.tap(SAY.plain("review-button-more"))
    await mentor.tap(SAY.plain("review-button-reject"))
    await mentor.tap(SAY.plain("review-button-words"))
    await mentor.write(_long("Т", "тәлімгер"))
    rejected = await who.sees("тәлімгер", new=True)
    await who.tap(SAY.plain("dispute-button-begin"), on=rejected)
    await who.write(_long("Қ", "қатысушы"))
    case = await expert.sees(OPENED, "тәлімгер", "қатысушы")
    await expert.tap(SAY.plain("dispute-button-whole"), on=case)
    await expert.sees("ж жазбасы")
    await expert.tap(SAY.plain("dispute-button-confirm"), on=case)
    await expert.write(_long("😀", ""))
    told = await who.sees("шешім күшінде қалды", new=True)
    await who.tap(SAY.plain("dispute-button-appeal"), on=told)
    await who.write(_long("Ш", "шағым"))
    last = await coordinator.sees(OPENED, "ШШШ", new=True)
    await coordinator.tap(SAY.plain("dispute-button-annul"), on=last)
    await coordinator.write(_long("Б", "шешім"))
    for each in (who, mentor, expert):
        await each.sees("жазба расталды", "БББ", new=True)


def _long(letter: str, end: str) -> str:
    """As many characters as are taken, and how they end."""
    return letter * (1000 - len(end)) + end


async def test_a_dispute_withdrawn_and_one_that_is_there_already(world: World) -> None:
    pair, expert, _ = await _court(world)
    await log(pair, "жүгіру 40 мин")
    await pair.mentor.sees(SAY.plain("review-button-approve"))
    await _reject(pair)
    who = pair.participant
    rejected = await who.sees("Тәлімгер қабылдамады", new=True)
    await who.tap(SAY.plain("dispute-button-begin"), on=rejected)
    await who.write("Келіспеймін")
    mine = await who.sees("Дауыңыз сарапшыға жіберілді")
    await who.tap(SAY.plain("dispute-button-begin"), on=rejected)
    await who.sees("⚖️ Дау", "Келіспеймін", SAY.plain("dispute-button-withdraw"), new=True)
    case = await expert.sees(OPENED)
    await who.tap(SAY.plain("dispute-button-withdraw"), on=mine)
    await who.sees("Қатысушы дауды қайтарып алды")
    answer = await expert.tap(SAY.plain("dispute-button-confirm"), on=case)
    assert answer is not None
    assert "ашық емес" in answer["text"]


async def test_the_arbiters_list_of_open_disputes(world: World) -> None:
    """From the menu: how long each waits; a tap brings the card, to answer; then it is empty."""
    pair, expert, coordinator = await _court(world)
    await _begin(pair)
    await pair.participant.write("Келіспеймін")
    await expert.sees(OPENED)
    await world.move(days=6, hours=20)  # the tenth was the last day
    for phone in (coordinator, expert):
        await phone.write("/menu")
        menu = await phone.sees(SAY.plain("menu-button-away"), new=True)
        await phone.tap(SAY.plain("menu-button-disputes"), on=menu)
    await coordinator.sees("Жауап күтіп тұрған даулар: 1", "Аружан", "төрешісі – басқа")
    listed = await expert.sees("⏳", "Аружан", "7 күннен бері күтіп тұр, төрешісі – сіз", new=True)
    await world.move(days=1)
    await expert.forge(listed["message_id"], "dl:5")
    listed = await expert.sees("⚠️", "8 күннен бері күтіп тұр")
    await expert.tap("⚖️", on=listed)
    card = await expert.sees("Келіспеймін", SAY.plain("dispute-button-confirm"), new=True)
    await expert.tap(SAY.plain("dispute-button-confirm"), on=card)
    await expert.write("Фотода көрінбейді")
    await expert.sees("Шешім расталды")
    await expert.forge(listed["message_id"], "dl:0")
    await expert.sees("Жауап күтіп тұрған дау жоқ")
    await pair.mentor.forge((await pair.mentor.messages())[-1]["message_id"], "dl:0")
    await pair.mentor.does_not_see("Жауап күтіп тұрған дау")
