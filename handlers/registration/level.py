"""The application's choices of what to do: the level, its directions, what it leaves open."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import NotFound
from award.programme import Choice, Demand, Level, Measure, Programme
from award.programme.coded import by_code, find
from award.registration import choices
from award.registration.application import Question, open_choices, optional_of, taken
from handlers.registration.steps import LAST_STEP, QUESTIONS, STEPS, form_of, refuse_other, step
from handlers.ui.context import RequestContext, context_of
from handlers.ui.previews import TODAY, demands, example
from handlers.ui.states import Registration
from handlers.ui.widgets import Label, Mistake, Say, menu
from handlers.wording.names import direction_name, level_name
from locales import Texts

LINE = Markup("\n")


# --- the level


async def _levels(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    levels = form.eligibility.levels if form.eligibility else ()
    return (
        await step(dialog_manager)
        | _offered(levels, at.say)
        | {"current": form.level.name[at.say.language] if form.level else ""}
    )


def _offered(levels: Iterable[Level], say: Texts) -> dict[str, Any]:
    about = (
        say(
            "level-short",
            emoji=level.emoji,
            name=level.name[say.language],
            about=level.about[say.language],
        )
        for level in levels
    )
    return {
        "levels": Markup("\n\n").join(about),
        "items": [(x.code, level_name(x, say)) for x in levels],
    }


async def _open_level(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    if context_of(manager).programme.find_level(code) is None:
        raise NotFound
    manager.dialog_data["level"] = code
    await manager.switch_to(Registration.level_card)


level = Window(
    QUESTIONS.words("ask-level"),
    Column(
        Select(Format("{item[1]}"), "level", lambda item: item[0], "items", on_click=_open_level)
    ),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.level,
    getter=_levels,
    preview_data=[step, example(lambda say, programme: _offered(programme.levels, say))],
)


async def _level_card(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    return _level(at.programme, at.programme.level(dialog_manager.dialog_data["level"]), at.say)


def _level(programme: Programme, shown: Level, say: Texts) -> dict[str, Any]:
    return {
        "step": STEPS[Question.LEVEL],
        "steps": LAST_STEP,
        "current": "",
        "card": level_card(programme, shown, say),
        "name": shown.name[say.language],
    }


def level_card(programme: Programme, shown: Level, say: Texts) -> Markup:
    """What a level takes: how long, what in each direction, what is left to choose."""
    title = say(
        "level-title", emoji=shown.emoji, name=shown.name[say.language], months=shown.months
    )
    firm = [demand for demand in shown.requires if not demand.optional]
    lines = list(_demands(programme, firm, say))
    for choice in shown.choices:
        lines.append(say("level-choice", question=choice.question[say.language]))
        lines += [say("level-option", name=o.name[say.language]) for o in choice.one_of]
    added = [
        direction_name(programme.direction(d.direction), say) for d in shown.requires if d.optional
    ]
    lines += [say("level-optional", direction=name) for name in added]
    return title + Markup("\n\n") + LINE.join(lines)


def _demands(programme: Programme, demands: Iterable[Demand], say: Texts) -> Iterable[Markup]:
    for demand in demands:
        name = direction_name(programme.direction(demand.direction), say)
        if demand.measure is Measure.weeks:
            yield say(
                "level-weeks",
                direction=name,
                weeks=demand.amount,
                minutes=programme.minutes_per_week,
            )
        elif demand.measure is Measure.books:
            yield say("level-books", direction=name, books=demand.amount)
            for number, least in demand.sections.items():
                section = programme.section(number).name[say.language]
                yield say("level-section", section=section, least=least)
        else:
            yield say("level-days", direction=name, days=demand.amount)


async def _choose_level(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    chosen = manager.dialog_data["level"]
    await choices.choose_level(at, chosen)
    await QUESTIONS.go_on(manager)


card = Window(
    QUESTIONS.words("level-card"),
    Button(Label("button-choose-level"), id="choose", on_click=_choose_level),
    Row(SwitchTo(Label("button-back"), id="levels", state=Registration.level), menu()),
    MessageInput(refuse_other),
    state=Registration.level_card,
    getter=_level_card,
    preview_data=example(lambda say, programme: _level(programme, programme.levels[0], say)),
)


# --- directions: those of the level are there, others may be added


async def _directions(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    added = form.choices.extra
    firm = [code for code in taken(form, at.programme) if code not in added]
    optional = optional_of(form, at.programme)
    return await step(dialog_manager) | _taken(firm, optional, added, at.programme, at.say)


def _taken(
    firm: Iterable[str],
    optional: Iterable[str],
    added: frozenset[str],
    programme: Programme,
    say: Texts,
) -> dict[str, Any]:
    lines = [
        say("direction-line", direction=direction_name(programme.direction(code), say))
        for code in firm
    ]
    return {
        "directions": LINE.join(lines),
        "items": [
            (
                code,
                say.plain(
                    "button-direction-added" if code in added else "button-direction-add",
                    direction=direction_name(programme.direction(code), say),
                ),
            )
            for code in optional
        ],
    }


def _of_first_level(say: Texts, programme: Programme) -> dict[str, Any]:
    optional = [d.direction for d in programme.levels[0].requires if d.optional]
    firm = [demand.direction for demand in demands(programme)]
    return _taken(firm, optional, frozenset(), programme, say)


async def _toggle(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    added = (await form_of(manager)).choices.extra
    await _keep_directions(manager, added ^ {code})


async def _enough(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _keep_directions(manager, (await form_of(manager)).choices.extra)
    await QUESTIONS.go_on(manager)


async def _keep_directions(manager: DialogManager, extra: frozenset[str]) -> None:
    at = context_of(manager)
    await choices.choose_directions(at, extra)


directions = Window(
    QUESTIONS.words("ask-directions"),
    Column(
        Select(Format("{item[1]}"), "direction", lambda item: item[0], "items", on_click=_toggle)
    ),
    Button(Label("button-next"), id="next", on_click=_enough),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.directions,
    getter=_directions,
    preview_data=[step, example(_of_first_level)],
)


# --- what the level leaves open


async def _choice(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await form_of(dialog_manager)
    code = dialog_manager.dialog_data["subject"]
    asked = by_code(open_choices(form, at.programme), code)
    chosen = find(asked.one_of, form.choices.answers.get(code))
    return (
        await step(dialog_manager)
        | _options(asked, at.say)
        | {"current": chosen.name[at.say.language] if chosen else ""}
    )


def _options(asked: Choice, say: Texts) -> dict[str, Any]:
    return {
        "question": asked.question[say.language],
        "items": [(option.code, option.name[say.language]) for option in asked.one_of],
    }


async def _choose_option(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, option: str
) -> None:
    at = context_of(manager)
    code = manager.dialog_data["subject"]
    await choices.choose_option(at, code, option)
    await QUESTIONS.go_on(manager)


choice = Window(
    QUESTIONS.words("ask-choice"),
    Column(
        Select(
            Format("{item[1]}"), "option", lambda item: item[0], "items", on_click=_choose_option
        )
    ),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.choice,
    getter=_choice,
    preview_data=[
        step,
        example(lambda say, programme: _options(programme.levels[0].choices[0], say)),
    ],
)


# --- nobody of this age is taken


async def _closed(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    chance = (await form_of(dialog_manager)).eligibility
    if chance is None or chance.levels:
        return {"why": at.say("closed-no-more")}
    if chance.too_old:
        oldest = max(level.max_age for level in at.programme.levels)
        return {"why": at.say("closed-too-old", age=chance.age, oldest=oldest)}
    if chance.opens is None:
        return {"why": at.say("closed-all-awarded")}
    key = "closed-too-young" if chance.too_young else "closed-next-level"
    return {"why": at.say(key, age=chance.age, opens=chance.opens)}


closed = Window(
    Mistake(),
    Say("closed"),
    SwitchTo(Label("button-correct-birth-date"), id="correct", state=Registration.birth_date),
    menu(),
    MessageInput(refuse_other),
    state=Registration.closed,
    getter=_closed,
    preview_data=example(lambda say, _: {"why": say("closed-too-young", age=13, opens=TODAY)}),
)

windows = (level, card, directions, choice, closed)
