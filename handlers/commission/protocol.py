"""A protocol in the chat: the file that is kept, and the way to correct it by another (§8.6)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from award.commission.protocols import paper
from handlers.commission.taps import ProtocolDo, ProtocolTap
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Attached, Shown, button
from storage.tables import MediaKind, SittingProtocol

router = Router(name="protocols")


@router.callback_query(ProtocolTap.filter(F.do == ProtocolDo.SHOW))
async def show(tap: CallbackQuery, callback_data: ProtocolTap, at: RequestContext) -> None:
    at.reply.send(await protocol_shown(at, callback_data.id))


async def protocol_shown(at: Speaking, number: int) -> Shown:
    """The file, or that it is being made still."""
    protocol, pdf = await paper(at, number)
    say = at.say
    if pdf is None:
        return Shown(say("protocol-unmade"), (), [[menu_button(say)]])
    correct = ProtocolTap(do=ProtocolDo.CORRECT, id=protocol.id).pack()
    rows = [[button(say.plain("protocol-button-correct"), correct)], [menu_button(say)]]
    words = say(
        "protocol-head",
        season=str(protocol.season),
        number=str(protocol.number),
        corrects="yes" if protocol.corrects_id else "no",
    )
    file = Attached(MediaKind.DOCUMENT, pdf, file_name(protocol))
    return Shown(words, (file,), rows)


def file_name(protocol: SittingProtocol) -> str:
    """Of the file, as it is sent."""
    return f"protocol-{protocol.season}-{protocol.number}.pdf"
