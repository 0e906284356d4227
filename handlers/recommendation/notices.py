"""What is told on the way from the note to the recommendation, as it stands by then (§8)."""

from markupsafe import Markup

from award.dossiers.turns import NOTE_OWED
from award.dossiers.way import OnTheWay
from award.errors import NotAllowed, Refusal
from award.outbox import NoticeKind
from award.paging import PAGE
from award.recommendation.notes import note_form
from award.recommendation.told import DossierDue, dossier_due, told_way
from award.recommendation.views import dossier_read
from handlers.recommendation.card import card_shown
from handlers.recommendation.way import way_shown
from handlers.recommendation.words import level_words
from handlers.ui.navigation import menu_button
from handlers.ui.notice_lists import left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import DossierDo, DossierTap, NoteTap
from storage.tables import DossierState


@notice(NoticeKind.NOTE_ASKED_BACK)
async def _asked_back(at: Notice) -> Shown | None:
    """To who writes the note: what the centre's head wants to know."""
    try:
        form = await note_form(at, at.details["dossier"])
    except Refusal:
        return None
    if form.question is None:
        return None
    level = level_words(form.level, at.programme, at.say)
    words = [at.say("note-told-asked-back", name=form.name, level=level), quoted(form.question)]
    write = NoteTap(dossier=form.dossier_id).pack()
    rows = [[button(at.say.plain("note-button-write"), write)], [menu_button(at.say)]]
    return Shown(Markup("\n\n").join(words), (), rows)


@notice(NoticeKind.NOTE_WRITTEN)
async def _written(at: Notice) -> Shown | None:
    """To who may recommend: the note with all that it goes by."""
    try:
        read = await dossier_read(at, at.details["dossier"])
    except NotAllowed:
        return None
    return card_shown(at, read, at.say("note-told-written")) if read.may_recommend else None


@notice(NoticeKind.RECOMMENDED)
async def _recommended(at: Notice) -> Shown | None:
    way = await _own(at)
    if way is None or way.state in (DossierState.NOT_RECOMMENDED, DossierState.NOTED, *NOTE_OWED):
        return None
    return _above(at.say("way-told-recommended"), way_shown(at, way))


@notice(NoticeKind.NOT_RECOMMENDED)
async def _not_recommended(at: Notice) -> Shown | None:
    """To the participant: why, and that it can be disputed."""
    way = await _own(at)
    if way is None or way.state is not DossierState.NOT_RECOMMENDED:
        return None
    return _above(at.say("way-told-not-recommended"), way_shown(at, way))


async def _own(at: Notice) -> OnTheWay | None:
    way = await told_way(at, at.details["dossier"])
    return way if way is not None and way.own else None


def _above(said: Markup, shown: Shown) -> Shown:
    return Shown(Markup("\n\n").join([said, shown.text]), shown.media, shown.buttons)


@notice(NoticeKind.DOSSIERS_DUE)
async def _due(at: Notice) -> Shown | None:
    """To who has to act, with a button for each; to those above, of what was missed."""
    lines, rows = [], []
    for number, stage, _ in at.details["items"]:
        due = await dossier_due(at, number)
        if due is None:
            continue
        lines.append(stage_line(at, _what(at, due), stage, due.due))
        if due.acts and due.note:
            label = at.say.plain("note-button-of", name=due.name)
            rows.append([button(label, NoteTap(dossier=number).pack())])
        elif due.acts and due.state is DossierState.NOTED:
            label = at.say.plain("dossier-button-of", name=due.name)
            rows.append([button(label, DossierTap(do=DossierDo.SHOW, dossier=number).pack())])
    head = at.say("dossiers-due")
    return told(head, lines, left_out(at, lines), [*rows[:PAGE], [menu_button(at.say)]])


def _what(at: Notice, due: DossierDue) -> str:
    owed = "note" if due.note else "noted" if due.state is DossierState.NOTED else "commission"
    who = ", ".join(due.who) or at.say.plain("dossiers-due-nobody")
    return at.say.plain(f"dossiers-due-{owed}", name=due.name, who=who)
