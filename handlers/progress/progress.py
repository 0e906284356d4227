"""How far a participant is: the picture, the same in words, and what to do next."""

from functools import partial

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from award.access.acting import Acting
from award.profile.next_step import where_it_stands
from award.progress.current import situation
from handlers.progress.picture import draw
from handlers.ratings.taps import RatingTap
from handlers.ui.context import RequestContext
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, OpenMenu, ProgressTap, Screen
from handlers.wording.next_step import where_words
from handlers.wording.progress import describe
from locales import Texts
from storage.tables import EnrolmentState

# States whose next step the picture itself tells.
RUNNING = (EnrolmentState.ACTIVE, EnrolmentState.COMPLETE)

router = Router(name="progress")


@router.message(Command("progress"))
async def ask(message: Message, at: RequestContext) -> None:
    await show_progress(at)


@router.callback_query(GoTap.filter(F.to == Screen.PROGRESS))
async def go(tap: CallbackQuery, at: RequestContext) -> None:
    await show_progress(at)


@router.callback_query(ProgressTap.filter())
async def show(tap: CallbackQuery, callback_data: ProgressTap, at: RequestContext) -> None:
    await show_progress(at, callback_data.enrolment)


async def show_progress(at: RequestContext, enrolment_id: int | None = None) -> None:
    """Send how an enrolment stands, the actor's own or one they may read.

    Raises NotFound outside the actor's scope.
    """
    session, actor, programme, say = at.session, at.actor, at.programme, at.say
    stands = await situation(Acting(session, actor, programme, at.now), enrolment_id)
    own = stands is None or stands.enrolment.person_id == actor.id
    running = stands is not None and stands.enrolment.state in RUNNING
    where = None
    if own and not running:
        where = await where_it_stands(Acting(session, actor, programme, at.now))
    next_step = where_words(where, programme, say) if where else None
    if stands is None or stands.progress is None:
        words = next_step or say("progress-not-begun-theirs")
        at.reply.send(Shown(words, buttons=[[_menu(say)]]))
        return
    level = programme.level(stands.enrolment.level or "")
    words = describe(stands.progress, programme, say, name=stands.name, level=level)
    if stands.enrolment.state is EnrolmentState.PAUSED:
        words += "\n\n" + (next_step or say("progress-paused-theirs"))
    drawn = partial(
        draw, stands.progress, programme, say, name=stands.name, level=level, today=stands.today
    )
    buttons = [_menu(say)]
    if own and stands.enrolment.state is EnrolmentState.ACTIVE:
        buttons.insert(0, button(say.plain("progress-button-add"), GoTap(to=Screen.ADD).pack()))
    rating = RatingTap(enrolment=stands.enrolment.id).pack()
    rows = [[button(say.plain("progress-button-rating"), rating)], buttons]
    if own and programme.olzha is not None:
        rows.insert(1, [button(say.plain("menu-button-olzha"), GoTap(to=Screen.OLZHA).pack())])
    at.reply.send(Shown(words, (), rows, drawn=drawn))


def _menu(say: Texts) -> InlineKeyboardButton:
    return button(say.plain("button-menu"), OpenMenu().pack())
