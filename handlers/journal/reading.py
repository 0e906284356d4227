"""A participant's journal as others read it: a page in words, an entry in full with its files."""

from typing import Annotated

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup
from pydantic import Field

from award.calendar.zones import today_in
from award.journal.reading import JournalPage, JournalRead, Sent, entry_read, journal_read
from handlers.journal.entry_view import MARKS, entry_words
from handlers.ui.context import RequestContext
from handlers.ui.navigation import card_button, menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, attached, button, quoted
from handlers.ui.taps import CardDo, CardTap, Id
from handlers.wording.amounts import amount, when
from handlers.wording.names import activity_name, direction_name
from storage.tables import Entry

NOTE_SHOWN = 400  # letters of each entry on a page

Page = Annotated[int, Field(ge=0, le=10_000)]


class ReadJournal(CallbackData, prefix="rj"):
    """Turn the pages of a participant's journal, as staff read it; `page` begins with 0."""

    enrolment: Id
    which: Sent = Sent.ALL
    page: Page = 0


class ReadEntry(CallbackData, prefix="re"):
    """Read an entry of it; the rest is the page on which it stands."""

    entry: Id
    which: Sent = Sent.ALL
    page: Page = 0


router = Router(name="journal-read")


@router.callback_query(CardTap.filter(F.do == CardDo.JOURNAL))
async def open_journal(tap: CallbackQuery, callback_data: CardTap, at: RequestContext) -> None:
    """The newest page, in a message of its own: the card stays."""
    read = await journal_read(at, callback_data.enrolment)
    at.reply.send(_journal(read, Sent.ALL, at))


@router.callback_query(ReadJournal.filter())
async def turn_page(tap: CallbackQuery, callback_data: ReadJournal, at: RequestContext) -> None:
    asked = callback_data
    read = await journal_read(at, asked.enrolment, asked.which, asked.page)
    at.reply.put(_journal(read, asked.which, at))


@router.callback_query(ReadEntry.filter())
async def open_entry(tap: CallbackQuery, callback_data: ReadEntry, at: RequestContext) -> None:
    """The whole of an entry with its files, in a message of its own."""
    say = at.say
    seen, name = await entry_read(at, callback_data.entry)
    back = ReadJournal(
        enrolment=seen.entry.enrolment_id, which=callback_data.which, page=callback_data.page
    )
    rows = [[button(say.plain("journal-button-of"), back.pack()), menu_button(say)]]
    words = Markup("\n").join([say("journal-of-whom", name=name), entry_words(seen, say)])
    at.reply.send(Shown(words, attached(seen.media), rows))


def _journal(read: JournalRead, which: Sent, at: RequestContext) -> Shown:
    say, page, of = at.say, read.page, read.enrolment_id
    filters = [
        button(
            ("• " if each is which else "") + say.plain(f"entries-filter-{each}"),
            ReadJournal(enrolment=of, which=each).pack(),
        )
        for each in Sent
    ]
    last = [card_button("button-card", CardDo.OPEN, of, say), menu_button(say)]
    rows = [
        [
            button(
                f"{MARKS[entry.state]} {_files(files)}{entry_read_line(entry, at)}",
                ReadEntry(entry=entry.id, which=which, page=page.page).pack(),
            )
        ]
        for entry, files in page.rows
    ]
    turning = arrows(
        page.page, page.pages, lambda to: ReadJournal(enrolment=of, which=which, page=to)
    )
    head = say("journal-of", name=read.name, count=page.total)
    return Shown(page_words(head, page, at), (), [*rows, turning, filters, last])


def _files(count: int) -> str:
    return f"📎 {count} · " if count else ""


# --- parts for whoever reads a journal


def page_words(head: Markup, page: JournalPage, at: RequestContext) -> Markup:
    """Each entry of a page: a line, and what was written about it."""
    lines = [head, Markup("")]
    for entry, _ in page.rows:
        lines.append(Markup("{} <b>{}</b>").format(MARKS[entry.state], entry_read_line(entry, at)))
        if entry.note.strip():
            lines.append(quoted(entry.note, NOTE_SHOWN))
    return Markup("\n").join(lines)


def entry_read_line(entry: Entry, at: RequestContext) -> str:
    """When, which direction, what, how much."""
    direction = at.programme.find_direction(entry.direction)
    today = today_in(at.programme, None, at.now)
    parts = (
        when(entry.happened_on, today, at.say),
        direction_name(direction, at.say),
        activity_name(at.programme, entry, at.say.language),
        amount(entry, direction.measure if direction else None, at.programme, at.say),
    )
    return ", ".join(filter(None, parts))
