"""How a broadcast looks: to those who get it, and to the operator while it goes out."""

from collections.abc import Mapping
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from award.errors import NotAllowed
from award.messages.broadcasts import (
    HowFar,
    how_far,
    look,
    words_of,
)
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import Id, OpenMenu
from locales import Texts
from storage.tables import Broadcast

BAR = 12  # signs


class BroadcastDo(StrEnum):
    """What a tap on a broadcast asks for."""

    STOP = "stop"


class BroadcastTap(CallbackData, prefix="bc"):
    """Something to do with a broadcast that goes out."""

    do: BroadcastDo
    broadcast: Id


def as_received(
    words: Mapping[str, str], first: str, language: str, programme: Programme, say: Texts
) -> Shown:
    """As a person sees it: in their language, or in the first that was given."""
    text = words.get(language) or words[first]
    shown = say("broadcast-message", programme=programme.name[say.language], words=text)
    return Shown(shown, (), [[button(say.plain("button-menu"), OpenMenu().pack())]])


@notice(NoticeKind.BROADCAST)
async def _received(at: Notice) -> Shown | None:
    sent = await words_of(at, at.details["broadcast"])
    return as_received(sent.words, sent.first, at.say.language, at.programme, at.say)


def bar(say: Texts, broadcast: Broadcast, far: HowFar) -> Shown:
    """How far it is, with a button to stop it; at the end, what became of it."""
    over = broadcast.reported_at is not None
    stopped = broadcast.stopped_at is not None
    parts = [
        say("broadcast-stopped" if stopped else "broadcast-over" if over else "broadcast-goes"),
        Markup(f"{_drawn(far)} {_percent(far)} %"),
        _numbers(say, far),
    ]
    tap = BroadcastTap(do=BroadcastDo.STOP, broadcast=broadcast.id).pack()
    rows = [] if over or stopped else [[button(say.plain("broadcast-button-stop"), tap)]]
    return Shown(Markup("\n").join(parts), (), rows)


@notice(NoticeKind.BROADCAST_REPORT)
async def _report(at: Notice) -> Shown | None:
    """To the operator: it is over, and how it went."""
    try:
        broadcast = await look(at, at.details["broadcast"])
    except NotAllowed:
        return None
    far = await how_far(at.session, broadcast)
    key = "broadcast-stopped" if broadcast.stopped_at else "broadcast-over"
    return Shown(Markup("\n").join([at.say(key), _numbers(at.say, far)]))


def _numbers(say: Texts, far: HowFar) -> Markup:
    lines = [say("broadcast-sent", sent=far.sent, count=far.count)]
    if far.unreachable:
        lines.append(say("broadcast-unreachable", people=far.unreachable))
    if far.failed:
        lines.append(say("broadcast-failed", people=far.failed))
    if far.stopped:
        lines.append(say("broadcast-not-sent", people=far.stopped))
    return Markup("\n").join(lines)


def _percent(far: HowFar) -> int:
    return 100 * far.done // far.count if far.count else 100


def _drawn(far: HowFar) -> str:
    full = BAR * _percent(far) // 100
    return "▓" * full + "░" * (BAR - full)
