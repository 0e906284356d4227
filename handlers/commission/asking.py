"""What is said in own words: a reason, a word beside marks, a correction, an appeal (§8.6)."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row

from award.commission import appeals, deciding, marks, protocols
from award.commission.dossier import dossier_seen
from award.errors import NotAllowed, Refusal, TooLate
from handlers.commission.candidate import card, decided_shown
from handlers.commission.taps import ProtocolDo, ProtocolTap
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, menu_button, started_with
from handlers.ui.shown import Shown
from handlers.ui.taps import AppealDo, AppealTap, CandidateDo, CandidateTap
from handlers.ui.widgets import Dialog, cancel, menu, mistaken, open_anew
from storage.tables import DossierState

router = Router(name="commission_words")


class CommissionWords(StatesGroup):
    """What is asked for in words; each is started with {"id": of what they are about}.

    A reason besides with the `outcome` that it is for.
    """

    reason = State()
    beside = State()
    correction = State()
    appeal = State()


_BOUNDS: Mapping[str, tuple[int, int]] = {
    "reason": deciding.WORDS,
    "beside": (1, marks.LONGEST_WORD),
    "correction": protocols.CORRECTION,
    "appeal": appeals.WORDS,
}


@router.callback_query(CandidateTap.filter(F.do.in_({CandidateDo.OWN_WORDS, CandidateDo.WORD})))
async def ask_of_candidate(
    tap: CallbackQuery,
    callback_data: CandidateTap,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    verdict = (await dossier_seen(at, callback_data.id)).votes.verdict
    data = {"id": callback_data.id, "outcome": verdict.outcome.value if verdict else None}
    own = callback_data.do is CandidateDo.OWN_WORDS
    to = CommissionWords.reason if own else CommissionWords.beside
    await open_anew(dialog_manager, to, data, ShowMode.SEND)


@router.callback_query(ProtocolTap.filter(F.do == ProtocolDo.CORRECT))
async def ask_correction(
    tap: CallbackQuery,
    callback_data: ProtocolTap,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    await protocols.paper(at, callback_data.id)
    data = {"id": callback_data.id}
    await open_anew(dialog_manager, CommissionWords.correction, data, ShowMode.SEND)


@router.callback_query(AppealTap.filter(F.do == AppealDo.MAKE))
async def ask_appeal(
    tap: CallbackQuery, callback_data: AppealTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    if not await appeals.may_appeal(at, callback_data.id):
        raise TooLate("refused-appeal-late")
    await open_anew(dialog_manager, CommissionWords.appeal, {"id": callback_data.id}, ShowMode.SEND)


async def _given(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """Do what they are for, and say so; what does not fit is asked again."""
    at = context_of(manager)
    about = started_with(manager)
    number, outcome = int(about["id"]), about.get("outcome")
    name = str(manager.current_context().state.state).partition(":")[2]
    try:
        shown = await _done(at, name, number, words, DossierState(outcome) if outcome else None)
    except (NotAllowed, TooLate) as refusal:
        shown = Shown(at.say(refusal.key, **refusal.details), (), [[menu_button(at.say)]])
    except Refusal as refusal:
        mistaken(manager, refusal, words)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.send(shown)


async def _done(
    at: RequestContext, name: str, number: int, words: str, outcome: DossierState | None
) -> Shown:
    match name:
        case "reason":
            candidacy = await deciding.decide(at, number, words=words, expected=outcome)
            return await decided_shown(at, number, candidacy.commission_id)
        case "beside":
            await marks.word_beside(at, number, words)
            return await card(at, number)
        case "correction":
            await protocols.correct(at, number, words)
            return Shown(at.say("protocol-corrected"), (), [[menu_button(at.say)]])
        case _:
            await appeals.appeal(at, number, words)
            return Shown(at.say("appeal-made"), (), [[menu_button(at.say)]])


def _window(name: str) -> Window:
    least, most = _BOUNDS[name]

    async def limits(**_: Any) -> dict[str, Any]:
        return {"fewest": least, "most": most}

    return Window(
        asked(f"commission-ask-{name}"),
        TextInput(id=f"words_{name}", on_success=_given),
        Row(cancel(), menu()),
        state=getattr(CommissionWords, name),
        getter=limits,
        preview_data=limits,
    )


dialog = Dialog(*map(_window, _BOUNDS))
