"""The operator finds a participant by name: mends the birth date, ends a representative's role."""

from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from markupsafe import Markup

from award.consent.ending import BY_OPERATOR, Ended, EndReason, end_representative, ended
from award.consent.search import Found, Represented, found_by_name, represented
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.consent.mending import Mending
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, button
from handlers.ui.states import Representation
from handlers.ui.taps import OpenMenu, number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, mistaken
from locales import Texts

# --- finding


async def _sought(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    if not await found_by_name(context_of(manager), words):
        mistaken(manager, Refusal("mistake-nobody-found"), words)
        return
    manager.dialog_data["words"] = words
    await manager.switch_to(Representation.found)


async def _found(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    found = await found_by_name(at, dialog_manager.dialog_data.get("words", ""))
    return _listed(found, at.say)


def _listed(found: tuple[Found, ...], say: Texts) -> dict[str, Any]:
    return {"items": [(one.enrolment_id, one.name) for one in found], "lines": _lines(found, say)}


def _lines(found: tuple[Found, ...], say: Texts) -> Markup:
    """What tells people of one name apart, which a button has no room for."""
    return Markup("\n\n").join(
        say(
            "representation-found-one",
            name=one.name,
            age=one.age if one.age is not None else "–",
            place=one.place or "–",
            study=one.study or "–",
        )
        for one in found
    )


def _two_of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    her = story(say)
    return _listed((Found(1, her.participant, 16, her.place, her.study),), say)


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: int) -> None:
    manager.dialog_data["enrolment"] = chosen
    await manager.switch_to(Representation.one)


# --- one of them


def _enrolment(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("enrolment", 0))


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    seen = await represented(at, _enrolment(dialog_manager))
    return _of_one(seen, dialog_manager.dialog_data.get("role"), at.say)


def _of_one(seen: Represented, role: int | None, say: Texts) -> dict[str, Any]:
    ending = next((one for one in seen.representatives if one.role_id == role), None)
    days = [say("representation-born", day=seen.birth_date)] if seen.birth_date else []
    days += [say("participant-born-before", day=day) for day in seen.earlier]
    days += [
        say("representation-by", name=one.name, phone=one.phone or "–")
        for one in seen.representatives
    ]
    return {
        "name": seen.name,
        "lines": Markup("\n").join(days),
        "items": [
            (one.role_id, say.plain("representation-button-end", name=one.name))
            for one in seen.representatives
        ],
        "ending": ending.name if ending is not None else "",
        "reasons": [
            (reason.value, say.plain(f"end-reason-{_code(reason)}")) for reason in BY_OPERATOR
        ],
    }


def _code(reason: EndReason) -> str:
    return reason.value.replace("_", "-")


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    her = story(say)
    seen = Represented(1, her.participant, TODAY.replace(year=TODAY.year - 16), (), ())
    shown = _of_one(seen, None, say)
    name = say.plain("representation-button-end", name=her.representative)
    return shown | {"items": [(1, name)], "ending": her.representative}


PREVIEW = example(_of_story)


async def _mend(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Mending.date, data={"enrolment": _enrolment(manager)})


async def _role(_tap: CallbackQuery, _select: Any, manager: DialogManager, role: int) -> None:
    manager.dialog_data["role"] = role
    await manager.switch_to(Representation.reason)


async def _why(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    if code not in BY_OPERATOR:
        raise NotFound
    manager.dialog_data["reason"] = code
    await manager.switch_to(Representation.sure)


async def _end(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    asked_anew = await end_representative(at, data["role"], EndReason(data["reason"]))
    # A minor without a representative is out of sight from here on.
    await manager.switch_to(Representation.find if asked_anew else Representation.one)
    at.reply.alert(
        at.say.plain("representation-ended-asked" if asked_anew else "representation-ended")
    )


dialog = Dialog(
    Window(
        asked("representation-find"),
        MessageInput(_sought, content_types=ContentType.TEXT),
        Row(cancel(), menu()),
        state=Representation.find,
    ),
    Window(
        Say("representation-found"),
        paged("participant", _chosen, type_factory=number),
        back_to(Representation.find),
        state=Representation.found,
        getter=_found,
        preview_data=example(_two_of_story),
    ),
    Window(
        Say("representation-one"),
        Button(Label("button-mend-birth-date"), id="mend", on_click=_mend),
        paged("representative", _role, type_factory=number),
        back_to(Representation.find),
        state=Representation.one,
        getter=_one,
        preview_data=PREVIEW,
    ),
    Window(
        Say("representation-reason"),
        paged("why", _why, items="reasons"),
        back_to(Representation.one),
        state=Representation.reason,
        getter=_one,
        preview_data=PREVIEW,
    ),
    Window(
        Say("representation-sure"),
        Button(Label("representation-button-surely"), id="surely", on_click=_end),
        back_to(Representation.reason),
        state=Representation.sure,
        getter=_one,
        preview_data=PREVIEW,
    ),
)


# --- what those concerned are told


@notice(NoticeKind.REPRESENTATIVE_ENDED)
async def _told(at: Notice) -> Shown | None:
    """To whose role it was, to the participant, to another representative."""
    what = await ended(at, at.details["role"])
    if what is None:
        return None
    key = {
        Ended.OWN: "notice-representative-ended-own",
        Ended.OF_AGE: "notice-representative-of-age",
        Ended.MINE: "notice-representative-ended-mine",
        Ended.ANOTHER: "notice-representative-ended-another",
    }[what]
    return Shown(at.say(key), buttons=[[button(at.say.plain("button-menu"), OpenMenu().pack())]])
