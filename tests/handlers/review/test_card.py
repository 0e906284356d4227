"""Every card of an entry is a message, however much its participant and the mentor wrote."""

import re
from dataclasses import replace
from html import unescape

import pytest
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Scope
from award.journal import drafts
from award.journal.entries import mend
from award.mentoring.tasks import LONGEST_WORDS
from award.programme import Programme, load
from award.review.decisions import LONGEST_COMMENT, return_
from award.review.views import look
from bot.settings import SHIPPED_PROGRAMME
from handlers.journal.entry_view import as_it_stands
from handlers.review.card import decided, earlier_shown, entry_card, more_buttons, whole_words
from handlers.ui.context import Speaking
from handlers.ui.shown import TEXT_LIMIT
from locales import texts
from storage.tables import Person, RoleKind, Task, TaskState
from tests.acting import acting
from tests.award.journal.diary import NOW, START, Diary, a_diary, message, photo

VERSIONS = 4
LONGEST = {**drafts.LONGEST, "note": 20_000}


@pytest.fixture
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def diary(session: AsyncSession, programme: Programme) -> Diary:
    diary = await a_diary(session, programme)
    return replace(diary, mentor=replace(diary.mentor, roles=(Scope(RoleKind.MENTOR),)))


def written(name: str) -> str:
    return f"<{name}> " + "ә&" * (LONGEST[name] // 2 - 20) + f" end of {name}"


async def longest(diary: Diary) -> int:
    """The id of an entry with all that can be written of it, returned in many words before."""
    session = diary.session
    (await session.get_one(Person, diary.actor.id)).full_name = "Ә" * 120
    task = Task(
        enrolment_id=diary.enrolment.id,
        direction="volunteering",
        words="т" * LONGEST_WORDS,
        due=NOW.date(),
        state=TaskState.OPEN,
        set_by=diary.mentor.id,
        set_at=NOW,
    )
    session.add(task)
    made = await diary.sends(message("көмек", photo(1)), directions=("volunteering",), minutes=60)
    entry = await diary.answers(
        made.entry,
        direction="volunteering",
        minutes=60,
        partner_id=diary.partner.id,
        happened_on=START,
        **{name: written(name) for name in ("action", "result", "late_reason", "note")},
    )
    for _ in range(VERSIONS):
        entry.task_id = task.id
        await diary.submits(entry)
        words = "<" * LONGEST_COMMENT
        await return_(acting(session, diary.mentor, NOW), entry.id, comment=words)
        entry = await mend(acting(session, diary.actor, NOW), entry.id)
    await diary.submits(entry)
    return entry.id


def length(text: Markup) -> int:
    return len(unescape(re.sub(r"<[^>]*>", "", text)))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_every_card_is_a_message_and_all_of_it_can_be_read(
    diary: Diary, programme: Programme, language: str
) -> None:
    card = await look(acting(diary.session, diary.mentor, NOW, programme), await longest(diary))
    say = texts(language)
    last = say("review-none")
    shown = [entry_card(card, programme, say, 7, last), decided(card, programme, say, last)]
    read = [whole_words(card.entry), earlier_shown(card, programme, say)]
    for text in (*(each.text for each in shown), *(each for every in read for each in every)):
        assert length(text) <= TEXT_LIMIT
    labels = [each.text for row in more_buttons(card, say) for each in row]
    assert say.plain("review-button-whole") in labels
    for name in ("result", "late_reason", "note"):
        assert any(f"end of {name}" in each for each in read[0])
    assert "".join(read[1]).count("&lt;" * LONGEST_COMMENT) == VERSIONS


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_so_is_what_its_participant_sees(
    diary: Diary, programme: Programme, language: str
) -> None:
    entry_id = await longest(diary)
    await return_(acting(diary.session, diary.mentor, NOW), entry_id, comment="<" * LONGEST_COMMENT)
    mended = await mend(acting(diary.session, diary.actor, NOW), entry_id)
    for each in (entry_id, mended.id):
        at = Speaking(diary.session, diary.actor, programme, NOW, texts(language))
        shown = await as_it_stands(at, each)
        assert length(shown.text) <= TEXT_LIMIT


async def test_what_was_practised_is_no_event(diary: Diary, programme: Programme) -> None:
    say = texts("kk")

    async def shown(direction: str, **answers: object) -> str:
        made = await diary.sends(
            message("", photo(len(answers))), directions=(direction,), minutes=60
        )
        entry = await diary.answers(made.entry, direction=direction, minutes=60, **answers)
        await diary.submits(entry)
        seen = await look(acting(diary.session, diary.mentor, NOW, programme), entry.id)
        return str(entry_card(seen, programme, say, 0).text)

    sport = await shown("sport", action="running")
    assert str(say("review-activity", activity="Жүгіру")) in sport
    helped = await shown(
        "volunteering", action="Сенбілік", result="таза", partner_id=diary.partner.id
    )
    assert str(say("review-action", action="Сенбілік")) in helped
