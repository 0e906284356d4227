"""The mentor's marks on a participant: a norm met, a direction complete; who is told of them."""

from enum import StrEnum
from functools import partial

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.access.scope import visible
from award.errors import NotAllowed
from award.mentoring.marks import MarkSheet, mark_direction, mark_norm, mark_sheet, unmark
from award.outbox import NoticeKind
from award.programme import Level, Programme
from award.progress.current import Situation, situation
from award.progress.rules import DirectionProgress
from award.recommendation.told import owed_note_of
from handlers.progress.picture import draw
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, Id, Newcomer, NoteTap, OpenMarks, OpenMenu, ProgressTap, Screen
from handlers.wording.names import direction_name
from handlers.wording.progress import done
from locales import Texts
from storage.tables import EnrolmentState, MarkKind

router = Router(name="marks")


class MarkDo(StrEnum):
    """What a tap on the marks asks for: give one, or take it back; ASK comes before the last."""

    SHOW = "show"
    NORM = "norm"
    UNNORM = "unnorm"
    ASK = "ask"
    DONE = "done"
    UNDONE = "undone"


class MarkTap(CallbackData, prefix="md"):
    """Give a mark in a direction, or take it back."""

    do: MarkDo
    enrolment: Id
    direction: str


@router.callback_query(OpenMarks.filter())
async def open_marks(tap: CallbackQuery, callback_data: OpenMarks, at: RequestContext) -> None:
    sheet = await mark_sheet(at, callback_data.enrolment)
    at.reply.send(_sheet_shown(sheet, at.programme, at.say))


@router.callback_query(MarkTap.filter())
async def mark(tap: CallbackQuery, callback_data: MarkTap, at: RequestContext) -> None:
    direction = callback_data.direction
    sheet = await _done(callback_data, at)
    if callback_data.do is MarkDo.ASK and sheet.open and sheet.is_last(direction):
        shown = _last_asked(sheet, direction, at.programme, at.say)
    else:
        shown = _sheet_shown(sheet, at.programme, at.say)
    at.reply.put(shown)


async def _done(data: MarkTap, at: RequestContext) -> MarkSheet:
    """What a tap does, and how the sheet stands then."""
    match data.do:
        case MarkDo.NORM:
            return await mark_norm(at, data.enrolment, data.direction)
        case MarkDo.UNNORM:
            return await unmark(at, data.enrolment, data.direction, MarkKind.NORM)
        case MarkDo.DONE:
            return await mark_direction(at, data.enrolment, data.direction)
        case MarkDo.UNDONE:
            return await unmark(at, data.enrolment, data.direction, MarkKind.COMPLETE)
        case MarkDo.SHOW | MarkDo.ASK:
            return await mark_sheet(at, data.enrolment)


def _sheet_shown(sheet: MarkSheet, programme: Programme, say: Texts) -> Shown:
    """A line for each direction, and a button for each mark that can be given or taken back."""
    lines = [
        say("marks-head", name=sheet.name, level=_level(sheet.enrolment.level, programme, say))
    ]
    lines += [_line(sheet, each, programme, say) for each in sheet.progress.directions]
    if sheet.enrolment.state is EnrolmentState.COMPLETE:
        lines += [Markup(""), say("marks-complete")]
    elif sheet.open:
        lines += [Markup(""), say("marks-hint")]
    return Shown(Markup("\n").join(lines), (), _buttons(sheet, programme, say))


def _line(sheet: MarkSheet, each: DirectionProgress, programme: Programme, say: Texts) -> Markup:
    name = direction_name(programme.direction(each.direction), say)
    missing = ", ".join(_missing(each, programme, say))
    norm = "yes" if each.direction in sheet.norms else "no"
    key = "marks-direction-missing" if missing else "marks-direction"
    return say(key, name=name, done=done(each, say), missing=missing, norm=norm)


def _missing(each: DirectionProgress, programme: Programme, say: Texts) -> list[str]:
    """What is missing besides the amount, which the line tells, and the mark itself."""
    things = []
    for thing in each.missing:
        kind, _, number = thing.partition(":")
        if kind == "section":
            section = programme.section(int(number)).name[say.language]
            things.append(say.plain("missing-section", section=section))
        elif kind in ("norm", "video"):
            things.append(say.plain(f"missing-{kind}"))
    return things


def _buttons(sheet: MarkSheet, programme: Programme, say: Texts) -> Buttons:
    number = sheet.enrolment.id
    rows = []
    if sheet.open:
        norms = {each.direction for each in sheet.asked if each.norm}
        for each in sheet.progress.directions:
            if each.direction in norms and each.direction not in sheet.marked:
                rows.append([_norm_button(sheet, each.direction, programme, say)])
            if each.direction in sheet.marked:
                rows.append(
                    [
                        _do(
                            sheet,
                            "marks-button-undone",
                            MarkDo.UNDONE,
                            each.direction,
                            programme,
                            say,
                        )
                    ]
                )
            elif each.awaits_mark:
                do = MarkDo.ASK if sheet.is_last(each.direction) else MarkDo.DONE
                rows.append([_do(sheet, "marks-button-done", do, each.direction, programme, say)])
    theirs = Newcomer(enrolment=number).pack()
    progress = ProgressTap(enrolment=number).pack()
    if sheet.enrolment.state is EnrolmentState.COMPLETE:
        rows.append([button(say.plain("note-button-write"), GoTap(to=Screen.NOTES).pack())])
    rows.append(
        [
            button(say.plain("marks-button-participant"), theirs),
            button(say.plain("marks-button-progress"), progress),
        ]
    )
    rows.append([button(say.plain("button-menu"), OpenMenu().pack())])
    return rows


def _norm_button(
    sheet: MarkSheet, direction: str, programme: Programme, say: Texts
) -> InlineKeyboardButton:
    given = direction in sheet.norms
    key = "marks-button-unnorm" if given else "marks-button-norm"
    return _do(sheet, key, MarkDo.UNNORM if given else MarkDo.NORM, direction, programme, say)


def _do(
    sheet: MarkSheet, key: str, do: MarkDo, direction: str, programme: Programme, say: Texts
) -> InlineKeyboardButton:
    name = programme.direction(direction).name[say.language]
    data = MarkTap(do=do, enrolment=sheet.enrolment.id, direction=direction).pack()
    return button(say.plain(key, name=name), data)


def _last_asked(sheet: MarkSheet, direction: str, programme: Programme, say: Texts) -> Shown:
    """The last mark completes the level and cannot be taken back: it asks once."""
    level = _level(sheet.enrolment.level, programme, say)
    text = say("marks-ask-last", name=sheet.name, level=level)
    number = sheet.enrolment.id
    yes = MarkTap(do=MarkDo.DONE, enrolment=number, direction=direction).pack()
    back = MarkTap(do=MarkDo.SHOW, enrolment=number, direction=direction).pack()
    return Shown(
        text,
        (),
        [[button(say.plain("marks-button-last"), yes)], [button(say.plain("button-back"), back)]],
    )


def _level(code: str | None, programme: Programme, say: Texts) -> str:
    return programme.level(code).name[say.language] if code else ""


# --- who is told


@notice(NoticeKind.NORM_MARKED)
async def _norm_told(at: Notice) -> Shown | None:
    return await _mark_told(at, "marks-told-norm")


@notice(NoticeKind.DIRECTION_MARKED)
async def _direction_told(at: Notice) -> Shown | None:
    return await _mark_told(at, "marks-told-direction")


async def _mark_told(at: Notice, key: str) -> Shown | None:
    stands = await _situation(at)
    if stands is None or stands.progress is None:
        return None
    known = at.programme.direction(at.details["direction"])
    progress = stands.progress
    complete = sum(each.complete for each in progress.directions)
    text = at.say(
        key,
        direction=direction_name(known, at.say),
        complete=complete,
        total=len(progress.directions),
    )
    rows = [[button(at.say.plain("verdict-button-progress"), GoTap(to=Screen.PROGRESS).pack())]]
    return Shown(text, (), rows)


@notice(NoticeKind.LEVEL_COMPLETE)
async def _level_told(at: Notice) -> Shown | None:
    """To the participant: congratulations, with the whole way as a picture."""
    stands = await _situation(at)
    if stands is None or stands.progress is None or stands.enrolment.level is None:
        return None
    level = at.programme.level(stands.enrolment.level)
    text = at.say("marks-told-level", name=stands.name, level=level.name[at.say.language])
    menu = button(at.say.plain("button-menu"), OpenMenu().pack())
    return _with_picture(at, stands, level, text, [[menu]])


@notice(NoticeKind.LEVEL_COMPLETE_STAFF)
async def _level_told_staff(at: Notice) -> Shown | None:
    """To the mentor and the centre's head."""
    stands = await _situation(at)
    if stands is None or stands.progress is None or stands.enrolment.level is None:
        return None
    level = at.programme.level(stands.enrolment.level)
    text = at.say("marks-told-level-staff", name=stands.name, level=level.name[at.say.language])
    return _with_picture(at, stands, level, text, await _note_rows(at, stands.enrolment.id))


async def _note_rows(at: Notice, enrolment_id: int) -> Buttons:
    """The mentor goes on with the closing note, while it is owed."""
    owed = await owed_note_of(at, enrolment_id)
    if owed is None:
        return ()
    return [[button(at.say.plain("note-button-write"), NoteTap(dossier=owed).pack())]]


async def _situation(at: Notice) -> Situation | None:
    try:
        await visible(at, at.details["enrolment"])
        return await situation(at, at.details["enrolment"])
    except NotAllowed:
        return None


def _with_picture(
    at: Notice, stands: Situation, level: Level, text: Markup, buttons: Buttons
) -> Shown:
    assert stands.progress is not None
    drawn = partial(
        draw,
        stands.progress,
        at.programme,
        at.say,
        name=stands.name,
        level=level,
        today=stands.today,
    )
    return Shown(text, (), buttons, drawn=drawn)
