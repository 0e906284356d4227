"""What is compared: a file, or an essay, over all the versions of the entry that it belongs to.

A version carries the files of the one before it, so the same file has a row in each. It is one
piece: it came when the first of them came, and stands in the newest version that was sent.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Finding,
    FindingKind,
    Media,
)

SENT = (EntryState.SUBMITTED, EntryState.APPROVED, EntryState.RETURNED, EntryState.REJECTED)
Other = aliased(Entry, name="other")
OtherEnrolment = aliased(Enrolment, name="other_enrolment")


# One of the two of a finding: its entry, and the file; of an essay None.
End: TypeAlias = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of an entry (or, without one, its essay), where it stands now.

    `line`: ids of all versions of its entry; `versions`: those that have it, oldest first. `came`:
    the id of the file (of an essay: the entry) with which it first came: the greater came later.
    """

    entry: Entry
    versions: tuple[Entry, ...]
    media: Media | None
    enrolment: Enrolment
    line: frozenset[int]
    came: int

    @property
    def media_id(self) -> int | None:
        """The file's id; None for an essay."""
        return self.media.id if self.media is not None else None

    def is_same(self, media: Media | None, note: str) -> bool:
        """The very same file, or for an essay the same words."""
        if self.media is None or media is None:
            return self.media is media and self.entry.note.strip() == note.strip()
        return same_file(self.media, media)


def same_file(one: Media, other: Media) -> bool:
    """The same by Telegram's id of the file, or by its bytes."""
    if one.file_unique_id == other.file_unique_id:
        return True
    return one.sha256 is not None and one.sha256 == other.sha256


def ends_of(finding: Finding) -> tuple[End, End]:
    """The later one and the earlier one."""
    return (
        (finding.entry_id, finding.media_id),
        (finding.other_entry_id, finding.other_media_id),
    )


def pairs() -> Select[int]:
    """Ids of all findings, with both entries and their enrolments to ask for more."""
    return (
        select(Finding.id)
        .join(Entry, Entry.id == Finding.entry_id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Other, Other.id == Finding.other_entry_id)
        .join(OtherEnrolment, OtherEnrolment.id == Other.enrolment_id)
    )


def is_shown() -> ColumnElement[bool]:
    """A condition of `pairs`: both entries were sent, so staff may see the finding.

    A participant may send the file of an own returned entry again. Nothing is shown of another
    whose consent has ended (programme.md §4.6).
    """
    own = OtherEnrolment.person_id == Enrolment.person_id
    return and_(
        Entry.state.in_(SENT),
        Other.state.in_(SENT),
        ~and_(own, Other.state == EntryState.RETURNED),
        or_(own, OtherEnrolment.state.in_(SIGNED_STATES)),
    )


def open_() -> ColumnElement[bool]:
    """A condition: the finding is neither judged nor closed with its entry."""
    return Finding.decided_at.is_(None)


async def may_be_seen(session: AsyncSession, finding_id: int) -> bool:
    """Staff may see the finding now."""
    found = await session.scalar(pairs().where(Finding.id == finding_id, is_shown()))
    return found is not None


async def open_of(
    session: AsyncSession, entry_ids: Collection[int]
) -> Mapping[int, tuple[int, ...]]:
    """Ids of the findings of each entry that its mentor is to judge, best first."""
    best_first = ((Finding.kind == FindingKind.FILE).desc(), Finding.score.desc(), Finding.id)
    found = await session.execute(
        pairs()
        .add_columns(Finding.entry_id)
        .where(Finding.entry_id.in_(entry_ids), is_shown(), open_())
        .order_by(*best_first)
    )
    by_entry: dict[int, tuple[int, ...]] = dict.fromkeys(entry_ids, ())
    for finding_id, entry_id in found.all():
        by_entry[entry_id] += (finding_id,)
    return by_entry


async def lines_of(
    session: AsyncSession, entry_ids: Collection[int]
) -> Mapping[int, frozenset[int]]:
    """The ids of all versions of each of these entries, by the id of every one of them."""
    up = select(Entry.id, Entry.replaces_id).where(Entry.id.in_(entry_ids)).cte(recursive=True)
    older, newer = aliased(Entry), aliased(Entry)
    up = up.union(select(older.id, older.replaces_id).where(older.id == up.c.replaces_id))
    down = select(up).where(up.c.replaces_id.is_(None)).cte(recursive=True)
    down = down.union(select(newer.id, newer.replaces_id).where(newer.replaces_id == down.c.id))
    before = {row.id: row.replaces_id for row in await session.execute(select(down))}
    lines: dict[int, set[int]] = {}
    for each in sorted(before):  # a version is younger than what it replaces
        older = before[each]
        lines[each] = lines[older] if older is not None else set()
        lines[each].add(each)
    return {each: frozenset(line) for each, line in lines.items()}


async def files(
    session: AsyncSession, media_ids: Collection[int], *, locked: bool = False
) -> dict[int, Piece]:
    """The pieces that these files are, by media id, without those that are gone.

    With `locked` their entries are, so that nobody sends or decides one of them meanwhile.
    """
    known = dict(
        (await session.execute(select(Media.id, Media.entry_id).where(Media.id.in_(media_ids))))
        .tuples()
        .all()
    )
    lines = await lines_of(session, known.values())
    entries = await _entries(session, lines, locked)
    every = await session.scalars(select(Media).where(Media.entry_id.in_(lines)).order_by(Media.id))
    rows = {media.id: media for media in every}
    enrolments = await _enrolments(session, entries.values())
    found = {}
    for media_id, entry_id in known.items():
        if media_id not in rows or entry_id not in entries:
            continue
        line, uid = lines[entry_id], rows[media_id].file_unique_id
        same = [m for m in rows.values() if m.file_unique_id == uid and m.entry_id in line]
        versions = tuple(entries[each] for each in sorted({m.entry_id for m in same}))
        entry = _standing(versions)
        media = next(each for each in same if each.entry_id == entry.id)
        enrolment = enrolments[entry.enrolment_id]
        found[media_id] = Piece(entry, versions, media, enrolment, line, same[0].id)
    return found


async def essays(
    session: AsyncSession, entry_ids: Collection[int], *, locked: bool = False
) -> dict[int, Piece]:
    """The same for the essays of entries, by entry id."""
    lines = await lines_of(session, entry_ids)
    entries = await _entries(session, lines, locked)
    enrolments = await _enrolments(session, entries.values())
    found = {}
    for entry_id in entry_ids:
        if entry_id not in entries:
            continue
        words, line = entries[entry_id].note.strip(), lines[entry_id]
        every = (entries[each] for each in sorted(line))
        versions = tuple(each for each in every if each.note.strip() == words)
        entry = _standing(versions)
        enrolment = enrolments[entry.enrolment_id]
        found[entry_id] = Piece(entry, versions, None, enrolment, line, versions[0].id)
    return found


def _standing(versions: Sequence[Entry]) -> Entry:
    """Of the versions of an entry, oldest first: the newest sent, else the newest not a draft."""

    def stands(version: Entry) -> tuple[bool, bool, int]:
        return version.state in SENT, version.state is not EntryState.DRAFT, version.id

    return max(versions, key=stands)


async def _entries(session: AsyncSession, ids: Collection[int], locked: bool) -> dict[int, Entry]:
    """By id; locked in one order everywhere, so that no two wait for each other."""
    query = select(Entry).where(Entry.id.in_(ids)).order_by(Entry.id)
    if locked:
        query = query.with_for_update(key_share=True)
    found = await session.scalars(query.execution_options(populate_existing=True))
    return {entry.id: entry for entry in found}


async def _enrolments(session: AsyncSession, entries: Iterable[Entry]) -> dict[int, Enrolment]:
    ids = {entry.enrolment_id for entry in entries}
    found = await session.scalars(select(Enrolment).where(Enrolment.id.in_(ids)))
    return {enrolment.id: enrolment for enrolment in found}
