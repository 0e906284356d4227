"""What the windows of staff have in common: a question, the way back."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog.widgets.kbd import Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from award.programme import Programme
from handlers.staff_states import Staff
from handlers.widgets import Label, Mistake, Say, menu
from locales import Texts


def back_to(state: State = Staff.home) -> Row:
    return Row(SwitchTo(Label("button-back"), id="back", state=state), menu())


def asked(key: str) -> Multi:
    """A question, below what was mistaken in the answer before."""
    return Multi(Mistake(), Say(key), sep="\n\n")


async def regions(programme: Programme, say: Texts, **_: Any) -> dict[str, Any]:
    """All regions, to choose one."""
    return {"items": [(region.code, region.name[say.language]) for region in programme.regions]}


def region_name(programme: Programme, code: str | None, say: Texts) -> str:
    """A region's name; empty for none."""
    known = {region.code: region.name[say.language] for region in programme.regions}
    return known.get(code or "", code or "")
