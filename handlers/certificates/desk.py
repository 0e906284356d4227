"""The operator's desk of certificates: finding one, the signature and the seal (§8.5)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, MessageInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from markupsafe import Markup

from award.certificates.pictures import give_picture, given_pictures, take_picture
from award.certificates.views import MOST, found_certificates
from award.outbox import NoticeKind
from handlers.certificates.card import card, facts
from handlers.certificates.taps import CertificateDo, CertificateTap
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES, still_of
from handlers.ui.navigation import menu_button, open_above_menu
from handlers.ui.notices import Notice, notice
from handlers.ui.previews import example
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, menu
from storage.tables import PictureKind, RoleKind

router = Router(name="certificate desk")


class CertificateDesk(StatesGroup):
    """Open `home` above the menu."""

    home = State()
    signature = State()
    seal = State()


_STATES = {
    PictureKind.SIGNATURE: CertificateDesk.signature,
    PictureKind.SEAL: CertificateDesk.seal,
}


@router.callback_query(GoTap.filter(F.to == Screen.CERTIFICATE_DESK))
async def open_desk(tap: CallbackQuery, at: RequestContext, dialog_manager: DialogManager) -> None:
    at.actor.require(RoleKind.OPERATOR)
    await open_above_menu(dialog_manager, CertificateDesk.home)


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    given = await given_pictures(at)
    return {kind.value: kind in given for kind in PictureKind}


async def _searched(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """The one that was found as its card, several as lines with a button each."""
    at = context_of(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    found = await found_certificates(at, words)
    if len(found) == 1:
        at.reply.send(await card(at, found[0].id))
        return
    lines = [facts(at, each) for each in found]
    if not found:
        lines = [at.say("certificate-not-found")]
    elif len(found) == MOST:
        lines.append(at.say("certificate-found-more", most=MOST))
    rows = [
        [button(each.number, CertificateTap(do=CertificateDo.SHOW, certificate=each.id).pack())]
        for each in found
    ]
    shown = Shown(Markup("\n\n").join(lines), (), [*rows, [menu_button(at.say)]])
    at.reply.send(shown)


home = Window(
    Say("certificate-desk"),
    TextInput("words", on_success=_searched),
    SwitchTo(
        Label("certificate-button-signature"), id="signature", state=CertificateDesk.signature
    ),
    SwitchTo(Label("certificate-button-seal"), id="seal", state=CertificateDesk.seal),
    menu(),
    state=CertificateDesk.home,
    getter=_home,
    preview_data=example(lambda say, programme: dict.fromkeys(PictureKind, True)),
)


def _picture(kind: PictureKind) -> Window:
    async def sent(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        at = context_of(manager)
        file = still_of(message) or message.document
        if file is None:
            return
        await give_picture(at, kind, file.file_id)
        at.reply.send(Shown(at.say("certificate-picture-taken")))
        await manager.switch_to(CertificateDesk.home)

    async def removed(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await take_picture(context_of(manager), kind)
        await manager.switch_to(CertificateDesk.home)

    return Window(
        Say(f"certificate-ask-{kind}"),
        MessageInput(sent, content_types=PICTURES),
        Button(Label("certificate-button-remove"), id="remove", on_click=removed, when=kind.value),
        Row(SwitchTo(Label("button-back"), id="back", state=CertificateDesk.home), menu()),
        state=_STATES[kind],
        getter=_home,
        preview_data=example(lambda say, programme: dict.fromkeys(PictureKind, True)),
    )


dialog = Dialog(home, *map(_picture, PictureKind))


@notice(NoticeKind.CERTIFICATE_PICTURE)
async def _made(at: Notice) -> Shown | None:
    """To the operator who sent it: it stands on certificates, or could not be opened."""
    at.actor.require(RoleKind.OPERATOR)
    kind = at.details["picture"]
    key = f"notice-{kind}-ready" if at.details["readable"] else f"notice-{kind}-unreadable"
    return Shown(at.say(key), (), [[menu_button(at.say)]])
