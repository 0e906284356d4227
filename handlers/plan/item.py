"""One direction of a plan that is being made: what to do, from when, with whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import ChatEvent, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import CalendarUserConfig, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from award.errors import Refusal
from award.plan import plans
from award.plan.defaults import LATEST_START, OPEN_ACTIVITY
from award.plan.plans import ItemChange
from award.plan.views import Options, PlannedDirection, Plans, PlanView, options_of, plans_of
from award.programme import Activity, Programme
from handlers.ui.calendar import Days, day_typed
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import enrolment_of
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.states import PlanMaking
from handlers.ui.widgets import Label, Mistake, Say, menu, mistaken
from handlers.wording.names import direction_name
from locales import Texts
from storage.tables import PlanState

OPEN_ID = "-"  # a button cannot carry an empty answer


async def plans_at_hand(manager: DialogManager) -> Plans:
    """All versions of it."""
    at = context_of(manager)
    return await plans_of(at, enrolment_of(manager))


async def draft_at_hand(manager: DialogManager) -> PlanView:
    """The draft being made; raises Refusal where it was proposed or taken back meanwhile."""
    plan = (await plans_at_hand(manager)).under_way
    if plan is None or plan.state is not PlanState.DRAFT:
        raise Refusal("refused-plan-moved")
    return plan


async def item_at_hand(manager: DialogManager) -> tuple[PlanView, PlannedDirection]:
    """The draft, and the direction of it that is on the screen."""
    plan = await draft_at_hand(manager)
    return plan, plan.item(manager.dialog_data["direction"])


async def _options(manager: DialogManager) -> tuple[PlannedDirection, Options]:
    at = context_of(manager)
    _, item = await item_at_hand(manager)
    number = enrolment_of(manager)
    return item, await options_of(at, number, item.direction)


async def to_direction(manager: DialogManager, direction: str) -> None:
    """To the screen of a direction."""
    manager.dialog_data["direction"] = direction
    manager.dialog_data.pop("mistake", None)
    await manager.switch_to(PlanMaking.direction)


async def keep(manager: DialogManager, change: ItemChange, typed: str | None = None) -> None:
    """Keep a change and show the direction; what was mistyped is told, and may be typed again."""
    at = context_of(manager)
    plan, item = await item_at_hand(manager)
    try:
        await plans.set_item(at, plan.id, item.direction, change)
    except Refusal as mistake:
        if typed is None:
            raise
        mistaken(manager, mistake, typed)
        return
    await to_direction(manager, item.direction)


async def _activities(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    item, options = await _options(dialog_manager)
    return _offered(at.programme, item.direction, options.activities, at.say)


def _offered(
    programme: Programme, direction: str, activities: Iterable[Activity], say: Texts
) -> dict[str, Any]:
    return {
        "direction": direction_name(programme.direction(direction), say),
        "items": [
            *((known.code, known.name[say.language]) for known in activities),
            (OPEN_ID, say.plain("plan-activity-open")),
        ],
    }


def _first_direction(say: Texts, programme: Programme) -> dict[str, Any]:
    first = programme.directions[0]
    return _offered(programme, first.code, first.activities, say)


def _first_partner(say: Texts, programme: Programme) -> dict[str, Any]:
    first = next(each for each in programme.directions if each.needs_partner)
    return {
        "direction": direction_name(programme.direction(first.code), say),
        "items": [(1, story(say).partner)],
        "found": 1,
    }


async def _activity(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    await keep(manager, ItemChange(activity=OPEN_ACTIVITY if code == OPEN_ID else code))


async def _activity_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    typed = message.text or ""
    await keep(manager, ItemChange(activity=typed), typed)


async def _starts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    item, options = await _options(dialog_manager)
    return {
        "first": options.first_start,
        "last": options.last_start,
        "shown": max(options.first_start, item.starts_on),
        "current": item.starts_on,
    }


async def _start(_tap: ChatEvent, _calendar: Any, manager: DialogManager, day: date) -> None:
    await keep(manager, ItemChange(starts_on=day))


async def _start_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    today = (await _options(manager))[1].first_start
    await day_typed(message, manager, _start, today, earliest=today)


async def _partners(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    item, options = await _options(dialog_manager)
    return {
        "direction": direction_name(at.programme.direction(item.direction), at.say),
        "items": [(offer.id, offer.name) for offer in options.partners],
        "found": len(options.partners),
    }


async def _partner(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    await keep(manager, ItemChange(partner_id=int(number)))


class _Starts(Days):
    """Days on which a direction may start."""

    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["first"], max_date=data["last"])


def _back() -> Row:
    return Row(
        SwitchTo(Label("button-back"), id="back", state=PlanMaking.direction),
        menu(),
    )


activity = Window(
    Multi(Say("plan-ask-activity"), Mistake(), sep="\n\n"),
    paged("activity", _activity),
    MessageInput(_activity_typed, content_types=ContentType.TEXT),
    _back(),
    state=PlanMaking.activity,
    getter=_activities,
    preview_data=example(_first_direction),
)
start = Window(
    Say("plan-ask-start"),
    _Starts(id="day", on_click=_start),
    MessageInput(_start_typed, content_types=ContentType.TEXT),
    _back(),
    state=PlanMaking.start,
    getter=_starts,
    preview_data={
        "first": TODAY,
        "last": TODAY + LATEST_START,
        "shown": TODAY,
        "current": TODAY,
    },
)
partner = Window(
    Say("plan-ask-partner"),
    paged("partner", _partner),
    _back(),
    state=PlanMaking.partner,
    getter=_partners,
    preview_data=example(_first_partner),
)
