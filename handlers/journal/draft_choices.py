"""What the windows of a draft offer to choose from (handlers/journal/draft_form.py)."""

from collections.abc import Iterable
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import CalendarUserConfig

from award.journal.completeness import Need, fitting_book
from award.journal.drafts import Draft, draft, partners_to_name
from award.journal.entries import last_employer
from award.programme import Book, Section
from handlers.ui.calendar import Days
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import started_with
from locales import Texts

# Why an entry is usually late; any other reason is typed.
REASONS = ("internet", "ill", "away", "phone", "forgot")


def entry_of(manager: DialogManager) -> int:
    """The entry that the windows were opened for."""
    return int(started_with(manager)["entry"])


async def made_by(manager: DialogManager) -> Draft:
    """The draft that the windows fill; raises TooLate if it was sent meanwhile."""
    return await draft(context_of(manager), entry_of(manager))


async def of_words(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    made = await made_by(dialog_manager)
    wanted = [need for need in (Need.ESSAY, Need.REPORT) if need in made.lacking]
    return {
        "kind": wanted[0].value if wanted else "line",
        "written": len(made.entry.note.strip()),
        "least": made.journal.programme.essay_min_chars,
    }


async def of_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    journal = (await made_by(dialog_manager)).journal
    return {"start": journal.started, "shown": journal.today}


async def of_reasons(at: RequestContext, **_: Any) -> dict[str, Any]:
    say = at.say
    return {"reasons": [(code, say.plain(f"filling-reason-{code}")) for code in REASONS]}


async def of_sections(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    fitting = {book.section for book in await books_to_choose(dialog_manager)}
    sections = (await made_by(dialog_manager)).journal.programme.sections
    return sections_shown([s for s in sections if s.number in fitting], at.say)


def sections_shown(sections: Iterable[Section], say: Texts) -> dict[str, Any]:
    """The sections of the list of books."""
    return {"sections": [(str(s.number), s.name[say.language]) for s in sections]}


async def of_books(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    """The books of the section that was tapped, or those found by what was typed."""
    data, books = dialog_manager.dialog_data, await books_to_choose(dialog_manager)
    found = data.get("found")
    shown = [
        book
        for book in books
        if (book.section == data.get("section") if found is None else book.code in found)
    ]
    return books_shown(shown, at.say)


def books_shown(books: Iterable[Book], say: Texts) -> dict[str, Any]:
    """Books to be tapped."""
    return {"books": [(book.code, _label(book, say)) for book in books]}


def _label(book: Book, say: Texts) -> str:
    """The title first: a phone cuts off the end."""
    language = say.language
    return say.plain("filling-book-label", title=book.title[language], author=book.author[language])


async def books_to_choose(manager: DialogManager) -> list[Book]:
    """Books of the list that fit what is asked of the participant."""
    made = await made_by(manager)
    asked = made.journal.requirement(made.entry.direction)
    programme = made.journal.programme
    if asked is None:
        return []
    return [book for book in programme.books if fitting_book(programme, asked, book.code)]


async def of_partners(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    made = await made_by(dialog_manager)
    found = await partners_to_name(at.session, made.journal, made.entry.direction or "")
    return {"partners": [(str(each.id), each.name) for each in found], "any": len(found)}


async def of_employer(at: RequestContext, **_: Any) -> dict[str, Any]:
    employer = await last_employer(at)
    return {"employer": employer or "", "known": employer is not None}


class PastDays(Days):
    """Days on which something may have happened."""

    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["start"], max_date=data["shown"])
