"""The participant's plan: to read, to agree to, to ask for another; with the extra tasks."""

from collections.abc import Sequence
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.calendar import WEEK
from award.errors import NotFound, Refusal, TooLate
from award.plan import plans
from award.plan.plans import LONGEST_WISH
from award.plan.views import OwnPlan, PlanView, TaskToDo, own_plan, plan_of
from award.profile.next_step import where_it_stands
from award.programme import Programme
from award.progress.participation import JournalClosed
from handlers.plan.notices import PlanDo, PlanTap, agreed_shown, proposal_shown
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import open_above_menu, started_with
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.previews import plan as plan_of_story
from handlers.ui.shown import Shown, quoted
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Mistake, Say, menu, mistaken
from handlers.wording.names import direction_name
from handlers.wording.next_step import where_words
from handlers.wording.plan import whole_plan
from locales import Texts
from storage.tables import PlanState


class MyPlan(StatesGroup):
    """The own plan; `wish` may be started with {"plan": id}."""

    current = State()
    versions = State()
    wish = State()


router = Router(name="plan")


@router.message(Command("plan"))
async def ask_plan(_message: Message, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, MyPlan.current)


@router.callback_query(GoTap.filter(F.to == Screen.PLAN))
async def go_to_plan(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, MyPlan.current)


# --- the proposal that stands in the chat


@router.callback_query(PlanTap.filter(F.do == PlanDo.AGREE))
async def agree(tap: CallbackQuery, callback_data: PlanTap, at: RequestContext) -> None:
    say = at.say
    alert = None
    try:
        await plans.agree(at, callback_data.plan)
    except TooLate as late:
        alert = say.plain(late.key, **late.details)
    plan = await plan_of(at, callback_data.plan)
    at.reply.put(_stands(plan, at.programme, say), alert)


@router.callback_query(PlanTap.filter(F.do == PlanDo.WISH))
async def ask_wish(
    tap: CallbackQuery, callback_data: PlanTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    say = at.say
    plan = await plan_of(at, callback_data.plan)
    if plan.state is PlanState.REPLACED:
        at.reply.put(_stands(plan, at.programme, say), say.plain("refused-plan-moved"))
        return
    await dialog_manager.start(
        MyPlan.wish,
        data={"plan": plan.id},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


def _stands(plan: PlanView, programme: Programme, say: Texts) -> Shown:
    """A plan's card as it stands now."""
    if plan.state is PlanState.PROPOSED:
        return proposal_shown(plan, programme, say)
    return agreed_shown(plan, programme, say)


# --- the plan as a screen


async def _current(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    own = await _own(dialog_manager)
    plan = await _chosen(dialog_manager, own)
    said = dialog_manager.dialog_data.get("said") or ""
    if own is None or plan is None:
        where = await where_it_stands(at)
        return _NOTHING | {
            "plan": at.say("plan-none", where=where_words(where, at.programme, at.say)),
            "said": said,
        }
    proposed = plan.state is PlanState.PROPOSED
    return {
        "plan": _words(plan, own.mentor, own.tasks, at.programme, at.say),
        "said": said,
        "agreeable": proposed,
        "wishable": proposed or plan.state is PlanState.AGREED,
        "several": len(own.plans.versions) > 1,
    }


def _words(
    plan: PlanView,
    mentor: str | None,
    tasks: Sequence[TaskToDo],
    programme: Programme,
    say: Texts,
) -> Markup:
    return Markup("\n\n").join(
        [
            say(f"plan-own-{plan.state}", mentor=mentor or ""),
            whole_plan(plan, programme, say),
            *_tasks(tasks, programme, say),
        ]
    )


_NOTHING: dict[str, Any] = {
    "plan": "",
    "said": "",
    "agreeable": False,
    "wishable": False,
    "several": False,
}


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    her, proposed = story(say), plan_of_story(say, programme)
    talent = next(item.direction for item in proposed.items[1:])
    task = TaskToDo(1, talent, her.task, TODAY + WEEK)
    words = _words(proposed, her.mentor, [task], programme, say)
    return _NOTHING | {"plan": words, "agreeable": True, "wishable": True, "several": True}


def _tasks(tasks: Sequence[TaskToDo], programme: Programme, say: Texts) -> list[Markup]:
    if not tasks:
        return []
    lines = [
        say(
            "plan-task",
            direction=direction_name(programme.direction(task.direction), say),
            day=task.due,
            words=quoted(task.words, limit=200),
        )
        for task in tasks
    ]
    return [say("plan-tasks"), *lines]


async def _own(manager: DialogManager) -> OwnPlan | None:
    at = context_of(manager)
    try:
        return await own_plan(at)
    except JournalClosed:
        return None


async def _chosen(manager: DialogManager, own: OwnPlan | None) -> PlanView | None:
    """The version that was opened; else what waits for an answer, or the plan in force."""
    if own is None:
        return None
    opened = manager.dialog_data.get("plan")
    if opened is not None:
        return own.plans.version(opened)
    return own.plans.under_way or own.plans.agreed


async def _at_hand(manager: DialogManager) -> PlanView:
    plan = await _chosen(manager, await _own(manager))
    if plan is None:
        raise NotFound
    return plan


async def _agree(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    plan = await _at_hand(manager)
    said = "plan-agreed-thanks"
    try:
        await plans.agree(at, plan.id)
    except TooLate as late:
        said = late.key
    manager.dialog_data["said"] = str(context_of(manager).say(said))


async def _to_wish(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["wished"] = (await _at_hand(manager)).id
    await manager.switch_to(MyPlan.wish)


async def _wished(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    plan_id = int(data.get("wished") or started_with(manager).get("plan", 0))
    typed = message.text or ""
    try:
        await plans.wish(at, plan_id, typed)
    except TooLate:
        data["said"] = str(context_of(manager).say("refused-plan-moved"))
    except Refusal as mistake:
        mistaken(manager, mistake, typed)
        return
    else:
        data["said"] = str(context_of(manager).say("plan-wish-sent"))
    data.pop("mistake", None)
    await manager.switch_to(MyPlan.current)


async def _versions(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    own = await _own(dialog_manager)
    found = own.plans.versions if own is not None else ()
    return {
        "items": [
            (plan.id, at.say.plain(f"plan-version-{plan.state}", number=plan.version))
            for plan in found
        ]
    }


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, plan_id: int) -> None:
    manager.dialog_data["plan"] = plan_id
    manager.dialog_data.pop("said", None)
    await manager.switch_to(MyPlan.current)


dialog = Dialog(
    Window(
        Multi(Format("{said}", when="said"), Format("{plan}"), sep="\n\n"),
        Button(Label("button-plan-agree"), id="agree", on_click=_agree, when="agreeable"),
        Button(Label("button-plan-wish"), id="wish", on_click=_to_wish, when="wishable"),
        SwitchTo(
            Label("button-plan-versions"), id="versions", state=MyPlan.versions, when="several"
        ),
        menu(),
        state=MyPlan.current,
        getter=_current,
        preview_data=example(_of_story),
    ),
    Window(
        Say("plan-versions"),
        paged("version", _open, type_factory=int),
        Row(SwitchTo(Label("button-back"), id="back", state=MyPlan.current), menu()),
        state=MyPlan.versions,
        getter=_versions,
        preview_data=example(
            lambda say, _: {
                "items": [
                    (2, say.plain("plan-version-proposed", number=2)),
                    (1, say.plain("plan-version-agreed", number=1)),
                ]
            }
        ),
    ),
    Window(
        Multi(Say("plan-ask-wish"), Mistake(), sep="\n\n"),
        MessageInput(_wished, content_types=ContentType.TEXT),
        Row(SwitchTo(Label("button-back"), id="back", state=MyPlan.current), menu()),
        state=MyPlan.wish,
        getter={"most": LONGEST_WISH},
        preview_data={"most": LONGEST_WISH},
    ),
)
