"""What a participant reads of a file that could not be opened, while they can send another."""

from award.evidence.examination import unreadable_file
from award.outbox import NoticeKind
from evidence.files import Problem
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import DraftDo, DraftTap, EntryDo, EntryTap
from storage.tables import EntryState

_WORDS = {
    Problem.NOT_IMAGE: "files-not-image",
    Problem.TOO_LARGE: "files-too-large",
    Problem.TOO_HEAVY: "files-too-large",
}


@notice(NoticeKind.FILE_UNREADABLE)
async def _unreadable(at: Notice) -> Shown | None:
    """Which file, and what to do; nothing once the entry is decided or the file is gone."""
    found = await unreadable_file(at, at.details["media"])
    if found is None:
        return None
    problem, entry = found
    is_draft = entry.state is EntryState.DRAFT
    text = at.say(
        _WORDS.get(problem, "files-unreadable"), day=entry.happened_on, state=entry.state.value
    )
    add = DraftTap(do=DraftDo.TELL, entry=entry.id, value="more").pack()
    show = EntryTap(do=EntryDo.SHOW, entry=entry.id).pack()
    label, tap = ("files-button-more", add) if is_draft else ("files-button-show", show)
    return Shown(text, (), [[button(at.say.plain(label), tap)]])
