"""Who blocked the bot or came back, and what their mentor reads of it."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from award.access.scope import mentors
from award.messages.reachability import found, lost
from award.outbox import NoticeKind
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, Screen
from storage.tables import Enrolment, Person

NAMES = 7  # shown at once

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
    name = await _lost_one(at, at.details["enrolment"])
    if name is None:
        return None
    return Shown(at.say("notice-participant-unreachable", name=name), (), _to_participants(at))


async def _still_lost(at: Notice) -> bool:
    return await _lost_one(at, at.details["enrolment"]) is not None


@together(NoticeKind.PARTICIPANT_UNREACHABLE, waits=_still_lost)
async def _several_unreachable(at: Several) -> Shown | None:
    lost_ones = [await _lost_one(at, each["enrolment"]) for each in at.all_details]
    names = [name for name in lost_ones if name is not None]
    if not names:
        return None
    words = at.say(
        "notice-participants-unreachable",
        people=len(names),
        names=", ".join(names[:NAMES]) + (" …" if len(names) > NAMES else ""),
    )
    return Shown(words, (), _to_participants(at))


async def _lost_one(at: Notice, enrolment_id: int) -> str | None:
    """The name of a participant of this mentor who still cannot be reached."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    if not mentors(at.actor, enrolment) or person.unreachable_since is None:
        return None
    return person.full_name or ""


def _to_participants(at: Notice) -> Buttons:
    to = GoTap(to=Screen.PARTICIPANTS).pack()
    return [[button(at.say.plain("notice-button-participants"), to)]]
