"""An HTML page with every window of every dialog, in three languages side by side."""

from datetime import UTC, datetime, time
from pathlib import Path

from aiogram import Bot
from aiogram_dialog import Dialog
from aiogram_dialog.setup import collect_dialogs
from aiogram_dialog.tools.preview import FakeManager, RenderWindow, render_dialog
from jinja2 import Environment, FileSystemLoader, select_autoescape
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from handlers.ui.context import RequestContext
from handlers.ui.previews import TODAY
from handlers.ui.reply import Reply
from locales import LANGUAGES, texts


async def preview(to: Path) -> int:
    """Write the page; windows are shown with their `preview_data`."""
    dialogs = [d for d in collect_dialogs(conversations()) if isinstance(d, Dialog)]
    page = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=select_autoescape()
    ).get_template("preview.html")
    programme = load(SHIPPED_PROGRAMME)
    shown = [(dialog.name, await in_all_languages(dialog, programme)) for dialog in dialogs]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(page.render(dialogs=shown, languages=LANGUAGES), "utf-8")  # noqa: ASYNC240
    windows = sum(len(rows) for _, rows in shown)
    print(f"{to}: {windows} windows of {len(shown)} dialogs in {len(LANGUAGES)} languages")
    return 0


def _nobody(language: str, programme: Programme) -> RequestContext:
    """The context of windows that show made-up people: of a database and a bot it has the form."""
    now = datetime.combine(TODAY, time(12), UTC)
    someone = Actor(0, 0, language, None, at=now)
    return RequestContext(
        AsyncSession(), someone, programme, now, texts(language), Bot("0:none"), Reply(0)
    )


async def in_all_languages(dialog: Dialog, programme: Programme) -> list[tuple[RenderWindow, ...]]:
    """For each window its looks, one in each language."""
    columns = []
    for language in LANGUAGES:
        manager = FakeManager()  # type: ignore[no-untyped-call]
        manager.middleware_data["at"] = _nobody(language, programme)
        rendered = await render_dialog(
            manager, dialog.states_group(), dialog, simulate_events=False
        )
        columns.append(rendered.windows)
    return list(zip(*columns, strict=True))
