"""A candidate's journal and progress, as a member of the commission reads them (§8.6)."""

from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery
from markupsafe import Markup

from award.commission.dossier import (
    ask_portfolio,
    files_seen,
    journal_seen,
    note_seen,
    progress_seen,
)
from award.errors import NotFound, Refusal
from handlers.journal.reading import entry_read_line, page_words
from handlers.progress.picture import draw
from handlers.recommendation.words import note_words, part_title
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Attached, Shown, attached, button
from handlers.ui.taps import CandidateDo, CandidateTap
from handlers.ui.taps import number as number_of
from handlers.wording.progress import describe
from storage.tables import MediaKind

router = Router(name="candidate_journal")


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.PROGRESS))
async def progress(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """The picture of how far they came, with the same in words."""
    seen, say = await progress_seen(at, callback_data.id), at.say
    if seen.progress is None:
        raise NotFound
    level = at.programme.level(seen.enrolment.level or "")
    words = describe(seen.progress, at.programme, say, name=seen.name, level=level)
    drawn = partial(
        draw, seen.progress, at.programme, say, name=seen.name, level=level, today=seen.today
    )
    back = CandidateTap(do=CandidateDo.SHOW, id=callback_data.id).pack()
    rows = [[button(say.plain("button-back"), back), menu_button(say)]]
    at.reply.send(Shown(words, (), rows, drawn=drawn))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.NOTE))
async def note(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """The mentor's closing note: each voice below its title, then all of it in one message."""
    seen, say = await note_seen(at, callback_data.id), at.say
    back = CandidateTap(do=CandidateDo.SHOW, id=callback_data.id).pack()
    rows = [[button(say.plain("button-back"), back), menu_button(say)]]
    if seen is None:
        at.reply.send(Shown(say("candidate-no-note"), (), rows))
        return
    for part, what in seen.parts.items():
        if what.voice:
            title = say("note-part-title", title=part_title(part, at.programme, say))
            at.reply.send(Shown(title, (Attached(MediaKind.VOICE, what.voice),)))
    lines = (
        say("candidate-note"),
        say("dossier-mentor-yes" if seen.recommends else "dossier-mentor-not-yet"),
        note_words(seen.parts, at.programme, say),
    )
    at.reply.send(Shown(Markup("\n\n").join(lines), (), rows))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.PORTFOLIO))
async def portfolio(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """It is owed from here on: a bar appears below, and at last the file."""
    with answering(at, {Refusal: None}) as answered:
        await ask_portfolio(at, callback_data.id)
    if answered.refusal is None:
        at.reply.note(at.say.plain("portfolio-begun"))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.JOURNAL))
async def journal(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    """A page of approved entries; files of each by a tap."""
    candidate, say = callback_data.id, at.say
    seen = await journal_seen(at, candidate, number_of(callback_data.value or "0"))
    rows = [
        [
            button(
                say.plain("candidate-button-files", files=files, entry=entry_read_line(entry, at)),
                CandidateTap(do=CandidateDo.FILES, id=candidate, value=str(entry.id)).pack(),
            )
        ]
        for entry, files in seen.rows
        if files
    ]
    turning = arrows(
        seen.page,
        seen.pages,
        lambda to: CandidateTap(do=CandidateDo.JOURNAL, id=candidate, value=str(to)),
    )
    back = CandidateTap(do=CandidateDo.SHOW, id=candidate).pack()
    last = [button(say.plain("button-back"), back), menu_button(say)]
    head = say("candidate-journal", count=seen.total)
    at.reply.put(Shown(page_words(head, seen, at), (), [*rows, turning, last]))


@router.callback_query(CandidateTap.filter(F.do == CandidateDo.FILES))
async def files(tap: CallbackQuery, callback_data: CandidateTap, at: RequestContext) -> None:
    entry, media = await files_seen(at, callback_data.id, number_of(callback_data.value))
    back = CandidateTap(do=CandidateDo.JOURNAL, id=callback_data.id, value="0").pack()
    rows = [[button(at.say.plain("button-back"), back), menu_button(at.say)]]
    words = Markup("<b>{}</b>").format(entry_read_line(entry, at))
    at.reply.send(Shown(words, attached(media), rows))
