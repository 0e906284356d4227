"""The mentor makes a plan: the whole of it at a glance, a direction changed in a few taps."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.errors import NotAllowed, Refusal
from award.plan import plans
from award.plan.first_contact import NotSpoken
from award.plan.plans import ItemChange
from award.plan.views import PlannedDirection, Plans, PlanView, plans_of
from award.programme import Programme
from handlers import understanding
from handlers.mentoring.first_contact import open_first_contact
from handlers.mentoring.participants import send_card
from handlers.plan.item import (
    activity,
    draft_at_hand,
    item_at_hand,
    keep,
    partner,
    plans_at_hand,
    start,
    to_direction,
)
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import enrolment_of
from handlers.ui.previews import example, story
from handlers.ui.previews import plan as plan_of_story
from handlers.ui.shown import quoted
from handlers.ui.states import PlanMaking
from handlers.ui.widgets import Dialog, Label, Mistake, Say, menu, mistaken
from handlers.wording.names import direction_name
from handlers.wording.plan import has_minutes, planned, whole_plan, wished
from locales import Texts
from storage.tables import PLANNED_STATES, EnrolmentState, PlanState

# --- the whole plan


async def _begin(_data: Any, manager: DialogManager) -> None:
    """A first draft is there before anything is asked."""
    at, number = context_of(manager), enrolment_of(manager)
    made = await plans_of(at, number)
    if not made.versions:
        await plans.draft_plan(at, number)


async def _whole(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    made = await plans_at_hand(dialog_manager)
    plan = made.under_way or made.agreed
    if plan is None:
        return {**_NOTHING, "plan": ""}
    return _NOTHING | {
        **_words(plan, at.programme, at.say),
        "wish": _last_wish(made, at.say),
        "changeable": plan.state is not PlanState.DRAFT and made.state in PLANNED_STATES,
        "activatable": made.state is EnrolmentState.PLANNING and made.agreed is not None,
    }


def _words(plan: PlanView, programme: Programme, say: Texts) -> dict[str, Any]:
    draft = plan.state is PlanState.DRAFT
    return {
        "name": plan.participant,
        "status": say(f"plan-status-{plan.state}"),
        "plan": whole_plan(plan, programme, say),
        "items": [
            (item.direction, direction_name(programme.direction(item.direction), say))
            for item in plan.items
            if draft
        ],
        "draft": draft,
        "ready": draft and plan.ready,
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    made = _words(plan_of_story(say, programme, PlanState.DRAFT), programme, say)
    return _NOTHING | made | {"wish": say("plan-wished", words=quoted(story(say).wish))}


_NOTHING: dict[str, Any] = {
    "name": "",
    "status": "",
    "wish": "",
    "items": [],
    "draft": False,
    "ready": False,
    "changeable": False,
    "activatable": False,
}


def _last_wish(made: Plans, say: Texts) -> Markup:
    """What the participant asked for of the version before the one being made, or in force."""
    newest = made.versions[:2]
    plan = next((version for version in newest if version.wish), None)
    return wished(plan, say) if plan is not None else Markup("")


@asynccontextmanager
async def _refusals_told(manager: DialogManager) -> AsyncIterator[None]:
    """What cannot be done is told on the screen, which shows how the plan stands now."""
    manager.dialog_data.pop("mistake", None)
    try:
        yield
    except NotAllowed:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal)


async def _propose(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    async with _refusals_told(manager):
        plan = await draft_at_hand(manager)
        await plans.propose(at, plan.id)


async def _change(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, number = context_of(manager), enrolment_of(manager)
    async with _refusals_told(manager):
        await plans.draft_plan(at, number)


async def _activate(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, number = context_of(manager), enrolment_of(manager)
    async with _refusals_told(manager):
        try:
            await plans.activate(at, number)
        except NotSpoken:
            await open_first_contact(manager, number)
            return
        await send_card(manager, number)


async def _to_card(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await send_card(manager, enrolment_of(manager))


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, direction: str) -> None:
    await to_direction(manager, direction)


whole = Window(
    Multi(Mistake(), Say("plan-making"), sep="\n\n"),
    Button(Label("button-propose"), id="propose", on_click=_propose, when="ready"),
    Group(
        Select(Format("{item[1]}"), "direction", lambda item: item[0], "items", on_click=_open),
        width=1,
    ),
    Button(Label("button-activate"), id="activate", on_click=_activate, when="activatable"),
    Button(Label("button-change-plan"), id="change", on_click=_change, when="changeable"),
    Row(Button(Label("button-card"), id="card", on_click=_to_card), menu()),
    state=PlanMaking.whole,
    getter=_whole,
    preview_data=example(_of_story),
)


# --- one direction


async def _direction(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    plan, item = await item_at_hand(dialog_manager)
    return _item(plan, item, at.programme, at.say)


def _item(
    plan: PlanView, item: PlannedDirection, programme: Programme, say: Texts
) -> dict[str, Any]:
    direction = programme.direction(item.direction)
    quick = programme.quick_minutes if has_minutes(item) else ()
    return {
        "item": planned(item, programme, say),
        "number": 1 + plan.items.index(item),
        "count": len(plan.items),
        "weekdays": [
            (day, _ticked(f"weekday-{day}", day in item.weekdays, say)) for day in range(7)
        ],
        "quick": [
            (minutes, _ticked("minutes", minutes == item.minutes, say, minutes=minutes))
            for minutes in quick
        ],
        "needs_partner": direction.needs_partner,
        "more": item is not plan.items[-1],
    }


def _first_item(say: Texts, programme: Programme) -> dict[str, Any]:
    made = plan_of_story(say, programme, PlanState.DRAFT)
    return _item(made, made.items[0], programme, say)


def _ticked(key: str, chosen: bool, say: Texts, **values: int) -> str:
    words = say.plain(key, **values)
    return f"✅ {words}" if chosen else words


async def _toggle(_tap: CallbackQuery, _select: Any, manager: DialogManager, day: int) -> None:
    _, item = await item_at_hand(manager)
    await keep(
        manager, ItemChange(weekdays=tuple(sorted({day}.symmetric_difference(item.weekdays))))
    )


async def _minutes(_tap: CallbackQuery, _select: Any, manager: DialogManager, value: int) -> None:
    await keep(manager, ItemChange(minutes=value))


async def _minutes_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    typed = message.text or ""
    value = understanding.minutes(typed)
    if value is None:
        mistaken(manager, Refusal("mistake-plan-minutes"), typed)
    else:
        await keep(manager, ItemChange(minutes=value), typed)


async def _following(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    plan, item = await item_at_hand(manager)
    after = plan.items.index(item) + 1
    if after < len(plan.items):
        await to_direction(manager, plan.items[after].direction)


direction = Window(
    Multi(
        Say("plan-direction"), Say("plan-direction-minutes", when="quick"), Mistake(), sep="\n\n"
    ),
    SwitchTo(Label("button-plan-activity"), id="activity", state=PlanMaking.activity),
    Group(
        Select(
            Format("{item[1]}"),
            "weekday",
            lambda item: item[0],
            "weekdays",
            type_factory=int,
            on_click=_toggle,
        ),
        width=4,
    ),
    Group(
        Select(
            Format("{item[1]}"),
            "minutes",
            lambda item: item[0],
            "quick",
            type_factory=int,
            on_click=_minutes,
        ),
        width=4,
    ),
    SwitchTo(Label("button-plan-start"), id="start", state=PlanMaking.start),
    SwitchTo(
        Label("button-plan-partner"), id="partner", state=PlanMaking.partner, when="needs_partner"
    ),
    Button(Label("button-plan-next"), id="next", on_click=_following, when="more"),
    Row(SwitchTo(Label("button-whole-plan"), id="whole", state=PlanMaking.whole), menu()),
    MessageInput(_minutes_typed, content_types=ContentType.TEXT),
    state=PlanMaking.direction,
    getter=_direction,
    preview_data=example(_first_item),
)


dialog = Dialog(whole, direction, activity, start, partner, on_start=_begin)
