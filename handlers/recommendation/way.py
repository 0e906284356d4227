"""How far a level is on its way to the badge; all own levels, earlier ones too (§8.1)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.dossiers.endings import Ending
from award.dossiers.way import OnTheWay, PastLevel, own_levels, own_way, way_of
from handlers.interviews.taps import ChooseDo, ChooseTap
from handlers.recommendation.words import level_words, way_words
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import (
    AppealDo,
    AppealTap,
    DisputeDo,
    DisputeTap,
    DossierDo,
    DossierTap,
    GoTap,
    JournalTap,
    Newcomer,
    ProgressTap,
    Screen,
    WayTap,
)
from storage.tables import BEGUN_STATES, DossierState

router = Router(name="way")


@router.callback_query(GoTap.filter(F.to == Screen.WAY))
async def open_own(tap: CallbackQuery, at: RequestContext) -> None:
    way = await own_way(at)
    if way is None:
        at.reply.send(Shown(at.say("way-none"), (), [[menu_button(at.say)]]))
    else:
        at.reply.send(way_shown(at, way))


@router.callback_query(WayTap.filter())
async def open_way(tap: CallbackQuery, callback_data: WayTap, at: RequestContext) -> None:
    at.reply.send(way_shown(at, await way_of(at, callback_data.enrolment)))


def way_shown(at: Speaking, way: OnTheWay) -> Shown:
    """The steps, and what the reader can do where it stands."""
    return Shown(way_words(way, at.programme, at.say), (), _buttons(at, way))


def _buttons(at: Speaking, way: OnTheWay) -> Buttons:
    say, rows = at.say, list[list[InlineKeyboardButton]]()
    if way.family and way.state is DossierState.DECLINED and way.due is not None:
        appeals = AppealTap(do=AppealDo.MAKE, id=way.dossier_id).pack()
        rows.append([button(say.plain("appeal-button-make"), appeals)])
    if not way.own:
        participant = Newcomer(enrolment=way.enrolment_id).pack()
        rows.append([button(say.plain("way-button-participant"), participant)])
        return [*rows, [menu_button(say)]]
    if way.state is DossierState.NOT_RECOMMENDED:
        rows.append([_dispute(at, way.dossier_id)])
    if way.ending is Ending.REVOKED or (way.state is DossierState.DECLINED and way.due is None):
        rows.append([_go(at, "menu-button-apply", Screen.APPLY)])
    if way.state in (DossierState.CANDIDATE, DossierState.APPEALED):
        interview = ChooseTap(do=ChooseDo.SHOW).pack()
        rows.append([button(say.plain("interview-button-show"), interview)])
    if way.state is DossierState.INVITED and way.ending is None:
        rows.append([_go(at, "menu-button-invitation", Screen.INVITATION)])
    if way.note_is_open:
        read = DossierTap(do=DossierDo.SHOW, dossier=way.dossier_id).pack()
        rows.append([button(say.plain("way-button-note"), read)])
    if way.holds:
        rows.append([_go(at, "menu-button-next-level", Screen.NEXT_LEVEL)])
    rows.append([_go(at, "menu-button-levels", Screen.LEVELS), menu_button(say)])
    return rows


def _dispute(at: Speaking, dossier: int) -> InlineKeyboardButton:
    disputes = DisputeTap(do=DisputeDo.DOSSIER, id=dossier).pack()
    return button(at.say.plain("dispute-button-begin"), disputes)


def _go(at: Speaking, key: str, to: Screen) -> InlineKeyboardButton:
    return button(at.say.plain(key), GoTap(to=to).pack())


# --- own levels


@router.callback_query(GoTap.filter(F.to == Screen.LEVELS))
async def open_levels(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(_levels(at, await own_levels(at)))


def _levels(at: Speaking, levels: tuple[PastLevel, ...]) -> Shown:
    """A line each, and below it where it can be looked into: the way, the journal, the progress."""
    say = at.say
    lines = [say("levels-title")]
    rows: list[list[InlineKeyboardButton]] = []
    for each in levels:
        level = level_words(each.level, at.programme, say)
        lines.append(_line(at, each, level))
        if each.state not in BEGUN_STATES:
            continue
        number = each.enrolment_id
        progress = ProgressTap(enrolment=number).pack()
        first = progress if each.dossier is None else WayTap(enrolment=number).pack()
        rows.append(
            [
                button(level, first),
                button(say.plain("levels-button-journal"), JournalTap(enrolment=number).pack()),
                button(say.plain("levels-button-progress"), progress),
            ]
        )
    return Shown(Markup("\n").join(lines), (), [*rows, [menu_button(say)]])


def _line(at: Speaking, each: PastLevel, level: str) -> Markup:
    state = each.state.value if each.dossier is None else "complete"
    days = {"began": each.began, "ended": each.completed or each.began}
    line = at.say("levels-line", level=level, state=state, **days)
    if each.dossier is None:
        return line
    stands = each.dossier.value.replace("_", "-")
    return Markup(" ").join([line, at.say(f"dossier-state-{each.ending or stands}")])
