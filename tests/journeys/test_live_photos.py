"""A live photo is taken wherever a photo is, for the photo that it is."""

from typing import cast

import pytest
from aiogram.types import Message
from aiogram_dialog import Dialog, Window
from aiogram_dialog.setup import collect_dialogs
from aiogram_dialog.widgets.input import CombinedInput, MessageInput
from sqlalchemy import select

from handlers import conversations
from handlers.journal.draft_form import Filling
from handlers.ui.taps import DraftDo, DraftTap
from locales import texts
from storage.tables import Entry, Media, MediaKind, Person
from tests.evidence.films import film
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant, a_picture
from tests.journeys.world import World

SAY = texts("kk")


@pytest.fixture
async def girl(world: World) -> Phone:
    return await a_participant(world)


def live(number: int = 0) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    return ("live_photo", film(count=5)), ("still", a_picture(number=number))


async def kept(world: World) -> list[tuple[str, list[MediaKind]]]:
    """Each entry's words and the kinds of its files."""
    async with world.bot.database.transaction() as session:
        entries = (await session.scalars(select(Entry).order_by(Entry.id))).all()
        found = []
        for entry in entries:
            files = await session.scalars(select(Media.kind).where(Media.entry_id == entry.id))
            found.append((entry.note, list(files)))
        return found


async def test_a_live_photo_and_its_words_are_an_entry(world: World, girl: Phone) -> None:
    await girl.send_album(*live(), text="жүгіру 40 мин")
    await girl.sees("40 мин", "Иә", new=True)
    assert await kept(world) == [("жүгіру 40 мин", [MediaKind.PHOTO])]


async def test_an_album_keeps_its_live_photos(world: World, girl: Phone) -> None:
    pieces = (*live(1), ("photo", a_picture(number=2)), ("video", film(count=5)), *live(3))
    await girl.send_album(*pieces, text="жүгіру 40 мин")
    await world.idle()
    await world.move(seconds=2)
    await girl.sees("40 мин", "Иә", new=True)
    [(words, files)] = await kept(world)
    assert words == "жүгіру 40 мин"
    assert sorted(files) == [MediaKind.PHOTO] * 3 + [MediaKind.VIDEO]


async def test_one_without_its_picture_is_a_short_video(world: World, girl: Phone) -> None:
    bare = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "duration": 3}
    await girl.raw_message(live_photo=bare, caption="жүгіру 40 мин")
    await girl.sees("40 мин", "Иә", new=True)
    assert await kept(world) == [("жүгіру 40 мин", [MediaKind.VIDEO])]


async def test_live_photos_are_added_to_a_draft(world: World, girl: Phone) -> None:
    await girl.write("жүгіру 40 мин")
    card = await girl.sees("40 мин", "Иә", new=True)
    add = DraftTap(do=DraftDo.TELL, entry=1, value=_name(Filling.more)).pack()
    await girl.forge(card["message_id"], add)
    await girl.sees(SAY.plain("button-back"))
    await girl.send_album(*live(1), *live(2))
    await world.idle()
    assert await kept(world) == [("жүгіру 40 мин", [MediaKind.PHOTO] * 2)]


async def test_an_album_with_a_live_photo_gives_one_portrait(world: World, girl: Phone) -> None:
    await girl.write("/menu")
    await girl.tap(SAY.plain("menu-button-card"))
    await girl.tap(SAY.plain("card-button-fields"))
    await girl.tap(SAY.plain("title-photo"))
    await girl.sees(SAY.plain("button-back"))
    await girl.send_album(*live(1), ("photo", a_picture(number=2)), *live(3))
    await world.idle()
    async with world.bot.database.transaction() as session:
        photo = await session.scalar(
            select(Person.photo_file_id).where(Person.telegram_id == girl.id)
        )
    assert photo is not None
    assert await kept(world) == []
    said = [message["text"] for message in await girl.messages()]
    assert said.count(SAY.plain("album-one-is-enough")) == 1


async def test_wherever_a_photo_is_asked_for_a_live_one_is_taken() -> None:
    about = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}
    size = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    still = Message.model_validate(about | {"photo": [size]})
    moving = Message.model_validate(about | {"photo": [size], "live_photo": size | {"duration": 3}})
    asked = 0
    for dialog in collect_dialogs(conversations()):
        for window in cast(Dialog, dialog).windows.values():
            for each in _inputs(cast(Window, window).on_message):
                asked += await _takes(each, still)
                assert await _takes(each, moving) == await _takes(each, still), window.get_state()
    assert asked > 6


def _inputs(widget: object) -> list[MessageInput]:
    parts = widget.inputs if isinstance(widget, CombinedInput) else [widget]
    return [each for each in parts if isinstance(each, MessageInput)]


async def _takes(each: MessageInput, message: Message) -> bool:
    return all([(await part.call(message)) for part in each.filters])


def _name(state: object) -> str:
    return str(getattr(state, "state", "")).rpartition(":")[2]
