"""The programme's data: what can be set, what was, and what has to be decided."""

from typing import Any

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import Row, SwitchTo

from award.amendments.views import questions
from handlers.amendments import books, mandatory, norms, setting, versions
from handlers.ui.context import RequestContext
from handlers.ui.states import Amendments
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"questions": len(await questions(at))}


home = Window(
    Say("amendments-home"),
    SwitchTo(
        Label("amendments-button-questions"),
        id="questions",
        state=Amendments.questions,
        when="questions",
    ),
    SwitchTo(Label("amendments-button-mandatory"), id="mandatory", state=Amendments.years),
    SwitchTo(Label("amendments-button-norms"), id="norms", state=Amendments.norms),
    SwitchTo(Label("amendments-button-books"), id="books", state=Amendments.books),
    SwitchTo(Label("amendments-button-versions"), id="versions", state=Amendments.versions),
    Row(cancel(), menu()),
    state=Amendments.home,
    getter=_home,
    preview_data={"questions": 2},
)

dialog = Dialog(
    home,
    *mandatory.windows,
    *norms.windows,
    *books.windows,
    setting.looking,
    *versions.windows,
)
