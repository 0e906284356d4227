"""The card's second side: level, directions, plan, rating; a pause, going on, leaving (§4, §6)."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.absence.absences import PauseReason
from award.errors import Refusal, TooLate
from award.mentoring import participants
from award.mentoring.participants import ParticipantCard
from award.plan.views import PlannedDirection
from award.profile.enrolment import pause, resume, withdraw
from award.profile.next_step import Step, WhereItStands, where_it_stands
from award.programme import Programme
from award.progress.asked import latest_enrolment
from award.transfers.parties import may_ask
from award.typed import tidied
from handlers.cards.shown import show_mentor
from handlers.transfers.asking import open_transfer
from handlers.ui.context import RequestContext, context_of
from handlers.ui.previews import card as card_of_story
from handlers.ui.previews import example, level
from handlers.ui.shown import quoted
from handlers.ui.states import Card
from handlers.ui.widgets import Label, Mistake, Say, menu, mistaken
from handlers.wording.names import direction_name, reason_of
from handlers.wording.next_step import where_words
from handlers.wording.plan import activity_name, day_names, has_minutes
from handlers.wording.progress import done
from locales import Texts
from storage.tables import OPEN_STATES, Enrolment, EnrolmentState

LONGEST_REASON = 500  # characters


async def _enrolment(manager: DialogManager) -> Enrolment:
    """The own latest enrolment; raises TooLate where there is none."""
    at = context_of(manager)
    enrolment = await latest_enrolment(at)
    if enrolment is None:
        raise TooLate("refused-enrolment-moved")
    return enrolment


async def _way(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    enrolment = await _enrolment(dialog_manager)
    card = await participants.card(at, enrolment.id)
    where = await where_it_stands(at)
    parts = [where_words(where, at.programme, at.say), *_parts(card, at.programme, at.say)]
    if enrolment.characterisation:
        parts.append(at.say("card-characterisation", words=quoted(enrolment.characterisation)))
    return {
        "words": Markup("\n\n").join(parts),
        "active": enrolment.state is EnrolmentState.ACTIVE,
        "paused": enrolment.state is EnrolmentState.PAUSED,
        "open": enrolment.state in OPEN_STATES,
        "movable": await may_ask(at, enrolment),
        "mentor": enrolment.mentor_id is not None,
    }


_OPEN = {"active": True, "paused": False, "open": True, "movable": True, "mentor": True}


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    where = WhereItStands(Step.JOURNAL, level=level(programme).code)
    parts = [
        where_words(where, programme, say),
        *_parts(card_of_story(say, programme), programme, say),
    ]
    return {"words": Markup("\n\n").join(parts), **_OPEN}


def _parts(card: ParticipantCard, programme: Programme, say: Texts) -> Iterable[Markup]:
    if card.directions:
        lines = [say("card-rating", percent=card.percent)]
        lines += [
            say(
                "card-direction",
                direction=direction_name(programme.direction(each.direction), say),
                percent=each.percent,
                done=done(each, say),
            )
            for each in card.directions
        ]
        yield Markup("\n").join(lines)
    if card.agreed is not None:
        items = [_planned(item, programme, say) for item in card.agreed.items]
        yield Markup("\n").join([say("card-plan"), *items])


def _planned(item: PlannedDirection, programme: Programme, say: Texts) -> Markup:
    return say(
        "card-plan-minutes" if has_minutes(item) else "card-plan-days",
        direction=direction_name(programme.direction(item.direction), say),
        activity=activity_name(programme, item, say),
        days=day_names(item.weekdays, say),
        minutes=item.minutes,
    )


async def _resume(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, enrolment = context_of(manager), await _enrolment(manager)
    await resume(at, enrolment.id)


async def _transfer(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_transfer(manager, (await _enrolment(manager)).id)


async def _mentor(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    enrolment = await _enrolment(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    await show_mentor(context_of(manager), enrolment.id)


way = Window(
    Format("{words}"),
    Button(Label("button-mentor"), id="mentor", on_click=_mentor, when="mentor"),
    SwitchTo(Label("card-button-pause"), id="pause", state=Card.pause, when="active"),
    Button(Label("transfer-button-own"), id="transfer", on_click=_transfer, when="movable"),
    Button(Label("card-button-resume"), id="resume", on_click=_resume, when="paused"),
    SwitchTo(Label("card-button-withdraw"), id="withdraw", state=Card.withdraw, when="open"),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.own), menu()),
    state=Card.way,
    getter=_way,
    preview_data=example(_of_story),
)


# --- a pause


async def _reasons(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"items": [(reason, reason_of(reason, at.say)) for reason in PauseReason]}


async def _reason(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    if name not in set(PauseReason):
        raise Refusal
    if PauseReason(name) is PauseReason.OTHER:
        await manager.switch_to(Card.pause_words)
    else:
        await _pause(manager, PauseReason(name))


async def _pause(manager: DialogManager, reason: PauseReason, note: str | None = None) -> None:
    at, enrolment = context_of(manager), await _enrolment(manager)
    await pause(at, enrolment.id, reason, note)
    await manager.switch_to(Card.way)


async def _words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = tidied(message.text)
    if len(words) > LONGEST_REASON:
        mistaken(manager, Refusal("mistake-pause-words", most=LONGEST_REASON))
        return
    await _pause(manager, PauseReason.OTHER, words)


pausing = Window(
    Say("card-pause"),
    Column(Select(Format("{item[1]}"), "why", lambda i: i[0], "items", on_click=_reason)),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.way), menu()),
    state=Card.pause,
    getter=_reasons,
    preview_data=_reasons,
)

pause_words = Window(
    Multi(Mistake(), Say("card-pause-words"), sep="\n\n"),
    MessageInput(_words, content_types=ContentType.TEXT),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.pause), menu()),
    state=Card.pause_words,
)


# --- leaving


async def _days_kept(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"days": at.programme.retention.withdrawn}


async def _withdraw(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, enrolment = context_of(manager), await _enrolment(manager)
    await withdraw(at, enrolment.id)
    await manager.switch_to(Card.withdrawn)


withdrawing = Window(
    Say("card-withdraw"),
    Button(Label("card-button-withdraw-surely"), id="surely", on_click=_withdraw),
    Row(SwitchTo(Label("card-button-stay"), id="back", state=Card.way), menu()),
    state=Card.withdraw,
    getter=_days_kept,
    preview_data=_days_kept,
)

withdrawn = Window(
    Say("card-withdrawn"),
    SwitchTo(Label("card-button-data"), id="data", state=Card.data),
    menu(),
    state=Card.withdrawn,
    getter=_days_kept,
    preview_data=_days_kept,
)

windows = (way, pausing, pause_words, withdrawing, withdrawn)
