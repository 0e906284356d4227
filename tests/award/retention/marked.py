"""A family of whom every text, JSON and binary column of every table holds a mark of its own."""

import datetime as dt
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from re import DOTALL, finditer
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    Integer,
    LargeBinary,
    String,
    insert,
    select,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Audit,
    CentreApplicationState,
    EnrolmentState,
    Moment,
    Person,
    RoleKind,
    SignerKind,
    Table,
)

NOW = dt.datetime(2026, 2, 3, 7, tzinfo=dt.UTC)
CHILD, MOTHER, MENTOR = 7_000_000_001, 7_000_000_002, 7_000_000_003

# What stays, since it tells nothing of a person beyond a code, or is not about people at all.
STAYS = {
    "certificate": {"number", "level", "token_hash", "sha256"},
    "certificate_counter": {"level"},
    "certificate_picture": {"file_id", "png"},  # the operator's, for everybody's certificates
    "verification_try": {"asker"},
    "person": {"language"},
    "enrolment": {"level", "choices", "resumes_as"},
    "agreement": {"language", "version", "text_hash"},
    "plan_item": {"direction", "weekdays"},
    "mark": {"direction"},
    "task": {"direction"},
    "excuse": {"reason"},
    "entry": {"direction", "book"},
    "review": {"reason"},
    "commission": {"region", "level"},
    "candidacy": {"reason"},
    "points": {"criterion"},
    "interview_time": {"place"},  # where the commission meets all
    # Told to everybody who is invited.
    "ceremony": {"region", "place", "address", "bring"},
    # They are kept for ever, and hold numbers and initials of those who were decided on.
    "sitting_protocol": {"sha256", "words"},
    "protocol_paper": {"pdf"},
    "dispute": {"reason"},
    "transfer": {"reason"},
    "role": {"region", "end_reason"},
    "substitution": {"reason"},
    "invitation": {"token_hash", "region"},
    "centre": {"name", "region", "place"},
    "centre_card": {"about", "achievements", "contact"},  # the centre's own
    "partner": {"name", "region", "directions"},
    "centre_application": {"region"},
    "broadcast": {"words", "first", "audience"},
    "amendment": {"part", "value"},  # of the programme, for everybody
    "courier": {"name"},
    "job_run": {"job", "problem"},
    # Ids and codes, as in the audit; handlers word them.
    "outbox": {"kind", "details", "once", "outcome"},
    "preference": {"kind"},
}
# Who acted on what is the participant's; whoever else is named is the participant.
_OTHERS = {
    **dict.fromkeys(("mentor_id", "by", "set_by", "decided_by", "against_id"), MENTOR),
    **dict.fromkeys(("answered_by", "appeal_answered_by", "reports_to", "used_by"), MENTOR),
    "substitute_id": MENTOR,
    "signer_id": MOTHER,
}
_GIVEN: dict[str, dict[str, Any]] = {
    "person": {"telegram_id": CHILD, "birth_date": dt.date(2010, 3, 5)},
    "enrolment": {
        "state": EnrolmentState.ACTIVE,
        **dict.fromkeys(("closed_at", "completed_at", "journal_erased_at", "erased_at")),
    },
    "agreement": {"kind": SignerKind.REPRESENTATIVE},
    "role": {"kind": RoleKind.REPRESENTATIVE, "person_id": MOTHER, "until": None},
    "substitution": {"kind": RoleKind.MENTOR, "until": None},
    "invitation": {"used_at": None, "expires_at": NOW + dt.timedelta(days=7)},
    "centre_application": {"state": CentreApplicationState.DRAFT, "closed_at": None},
    "conversation": {"key": f"42:{CHILD}:{CHILD}:::aiogd:stack:"},
    "window_message": {"chat_id": CHILD},
    "backlog_update": {"telegram_id": CHILD},
}


@dataclass
class Marks:
    """Marks, and where each was put."""

    places: dict[str, str] = field(default_factory=dict)

    def new(self, place: str) -> str:
        """Six letters, which fit the shortest column."""
        mark = f"zq{len(self.places):04}"
        self.places[mark] = place
        return mark

    def found_in(self, content: bytes) -> set[str]:
        """The places whose marks are in some content: as it is, and unpacked."""
        return {
            place
            for part in unpacked(content)
            for mark, place in self.places.items()
            if mark.encode() in part or mark.encode("utf-16-be") in part
        }


def unpacked(content: bytes) -> Iterator[bytes]:
    """The content, and what is packed in it: members of a ZIP or XLSX, streams of a PDF."""
    yield content
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from unpacked(packed.read(name))
    if content.startswith(b"%PDF"):
        for stream in finditer(rb"stream\r?\n(.*?)endstream", content, DOTALL):
            unzip = zlib.decompressobj()
            try:
                yield unzip.decompress(stream[1])
            except zlib.error:
                yield stream[1]


@dataclass
class Family:
    """Ids of the child, the mother who signed, the mentor, the child's enrolment; the marks."""

    child: int
    mother: int
    mentor: int
    enrolment: int
    marks: Marks


async def a_family(session: AsyncSession, *, without: Collection[str] = ()) -> Family:
    """One row of every table but some, about the child or by it, committed."""
    marks = Marks()
    ids: dict[str, Any] = {}
    people: dict[int, int] = {}
    for account, born in ((MENTOR, 1980), (MOTHER, 1985)):
        other = Person(telegram_id=account, birth_date=dt.date(born, 3, 5), joined_at=NOW)
        other.language, other.full_name, other.phone = "kk", "Аты Жөні", "+77010000002"
        session.add(other)
        await session.flush()
        people[account] = other.id
    for table in Table.metadata.sorted_tables:
        if table.name not in (Audit.__tablename__, *without):
            given = _given(table, people, ids)
            ids[table.name] = await _add(session, table, given, marks)
            if table.name == "person":
                people[CHILD] = ids[table.name]
    await session.commit()
    return Family(people[CHILD], people[MOTHER], people[MENTOR], ids["enrolment"], marks)


def _given(table: SqlTable, people: Mapping[int, int], ids: Mapping[str, Any]) -> dict[str, Any]:
    given = dict(_GIVEN.get(table.name, {}))
    for column in table.columns:
        for key in column.foreign_keys:
            target = key.column.table.name
            if target == "person":
                account = given.get(column.name, _OTHERS.get(column.name, CHILD))
                given[column.name] = people[account]
            else:
                given[column.name] = ids.get(target)  # none of the table itself
    return given


async def _add(
    session: AsyncSession, table: SqlTable, given: Mapping[str, Any], marks: Marks
) -> Any:
    values = {
        column.name: given[column.name] if column.name in given else _value(column, marks)
        for column in table.columns
        if column.name in given or not _counts_by_itself(column)
    }
    result = await session.execute(insert(table).values(values))
    return result.inserted_primary_key[0]  # type: ignore[attr-defined]


def _counts_by_itself(column: Column[Any]) -> bool:
    return (
        column.primary_key and column.autoincrement == "auto" and isinstance(column.type, Integer)
    )


def _value(column: Column[Any], marks: Marks) -> Any:
    place = f"{column.table.name}.{column.name}"
    kind = column.type
    if isinstance(kind, Enum):
        assert kind.enum_class is not None
        return kind.enum_class(kind.enums[0])
    if isinstance(kind, String | JSON | LargeBinary):
        stays = column.name in STAYS.get(column.table.name, ())
        mark = "code" if stays else marks.new(place)
        if isinstance(kind, String):
            return mark
        if isinstance(kind, LargeBinary):
            return mark.encode()
        return {"message": {"from": {"id": CHILD}, "text": mark}}
    if isinstance(kind, Moment):
        return NOW
    if isinstance(kind, Date):
        return NOW.date()
    return {Boolean: False, Float: 0.5}.get(type(kind), 1)


async def left_in_tables(session: AsyncSession, marks: Marks) -> set[str]:
    """Where marks are still read, the audit aside."""
    session.expire_all()
    rows: list[Any] = []
    for table in Table.metadata.sorted_tables:
        if table.name != Audit.__tablename__:
            rows += [tuple(row) for row in await session.execute(select(table))]
    return marks.found_in(repr(rows).encode())


def left_in_files(folder: Path, marks: Marks) -> dict[str, set[str]]:
    """Where marks stand in files of a folder, by the file's name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {path.name: marks.found_in(path.read_bytes()) for path in files}
    return {name: places for name, places in found.items() if places}
