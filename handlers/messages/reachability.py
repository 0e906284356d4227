"""Who blocked the bot or came back, and what their mentor reads of it."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from award.messages.reachability import found, lost, still_lost
from award.outbox import NoticeKind
from award.paging import PAGE
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, Screen

router = Router(name="reachability")


@router.my_chat_member()
async def blocked_or_back(event: ChatMemberUpdated, at: RequestContext) -> None:
    """The person blocked the bot, or came back."""
    if event.new_chat_member.status == ChatMemberStatus.KICKED:
        await lost(at.session, at.actor.id, at.now)
    else:
        await found(at.session, at.actor.id, at.now)


@notice(NoticeKind.PARTICIPANT_UNREACHABLE)
async def _unreachable(at: Notice) -> Shown | None:
    """To the mentor: the participant has blocked the bot, and has not come back since."""
    names = await still_lost(at, [at.details["enrolment"]])
    if not names:
        return None
    words = at.say("notice-participant-unreachable", name=names[0])
    return Shown(words, (), _to_participants(at))


async def _still_lost(at: Notice) -> bool:
    return bool(await still_lost(at, [at.details["enrolment"]]))


@together(NoticeKind.PARTICIPANT_UNREACHABLE, waits=_still_lost)
async def _several_unreachable(at: Several) -> Shown | None:
    names = await still_lost(at, [each["enrolment"] for each in at.all_details])
    if not names:
        return None
    words = at.say(
        "notice-participants-unreachable",
        people=len(names),
        names=", ".join(names[:PAGE]) + (" …" if len(names) > PAGE else ""),
    )
    return Shown(words, (), _to_participants(at))


def _to_participants(at: Notice) -> Buttons:
    to = GoTap(to=Screen.PARTICIPANTS).pack()
    return [[button(at.say.plain("notice-button-participants"), to)]]
