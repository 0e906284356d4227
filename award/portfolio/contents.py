"""What stands in a portfolio: one participant's way, of their own material alone (§8.10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Integer, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.zones import today_in
from award.olzha.shelf import Won, trophies_won
from award.portfolio.naming import Known, naming_nobody, words_of
from award.portfolio.photos import Photo, chosen_of, photos_of, selected
from award.programme import Programme
from award.programme.requirements import Choices, requirements
from award.progress.current import progress_on
from award.progress.rules import Progress, progress
from award.progress.versions import corrected
from storage.tables import (
    Agreement,
    Certificate,
    CertificateState,
    Enrolment,
    Entry,
    EntryState,
    Partner,
    Person,
    Role,
    RoleKind,
)

WORDS = 3  # passages from the journal on the page of a direction
SHORTEST, LONGEST = 40, 320  # characters of a passage


@dataclass(frozen=True)
class Passage:
    """Own words, and the local day that they are of."""

    day: dt.date
    words: str


@dataclass(frozen=True)
class BookRead:
    """A book, the day of its entry, the first lines of the essay; empty where it was spoken."""

    code: str
    day: dt.date
    lines: str


@dataclass(frozen=True)
class Page:
    """One direction: what was done in it, photos, own words. `days`: of trips and work."""

    direction: str
    entries: int
    minutes: int
    days: int
    photos: tuple[Photo, ...]
    words: tuple[Passage, ...]


@dataclass(frozen=True)
class Month:
    """What was done in a month, which its first day names."""

    first: dt.date
    minutes: int
    days: int


@dataclass(frozen=True)
class Certified:
    """The certificate that is valid: its number, and the day on which it was issued."""

    number: str
    day: dt.date


@dataclass(frozen=True)
class Contents:
    """All of it. `portrait`: Telegram's id of the participant's photo; `until`: the day it is of.

    `characterisation`: what of the mentor's words names nobody else. `trophies`: in the
    participant's own copy alone, for olzha is shown to nobody else (§8.4).
    """

    enrolment_id: int
    name: str
    level: str
    portrait: str | None
    since: dt.date
    until: dt.date
    progress: Progress
    pages: tuple[Page, ...]
    books: tuple[BookRead, ...]
    months: tuple[Month, ...]
    characterisation: str
    certificate: Certified | None = None
    trophies: tuple[Won, ...] = ()


async def contents(
    session: AsyncSession, programme: Programme, enrolment_id: int, reader: int, now: dt.datetime
) -> Contents:
    """The portfolio of an enrolment that has begun, as it stands now, for whoever asked for it.

    It reads all of the journal and the names of everybody around: beside the event loop.
    """
    enrolment = await session.get_one(Enrolment, enrolment_id)
    person = await session.get_one(Person, enrolment.person_id)
    today = today_in(programme, person.region, now)
    stands = await progress_on(session, programme, enrolment, today)
    entries = await approved(session, enrolment_id)
    known = await known_around(session, programme, enrolment, person)
    photos = selected(
        await photos_of(session, enrolment_id), await chosen_of(session, enrolment_id)
    )
    by_direction: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_direction[entry.direction or ""].append(entry)
    pages = [
        _page(each.direction, by_direction[each.direction], photos, known)
        for each in stands.directions
    ]
    assert enrolment.level is not None
    return Contents(
        enrolment_id=enrolment.id,
        name=person.full_name or "",
        level=enrolment.level,
        portrait=person.photo_file_id,
        since=enrolment.started_on or today,
        until=today,
        progress=stands,
        pages=tuple(pages),
        books=tuple(_books(entries, programme, known)),
        months=_months(entries),
        characterisation=" ".join(naming_nobody(enrolment.characterisation or "", known)),
        certificate=await _certificate(session, programme, enrolment.id, person.region),
        trophies=await trophies_won(session, programme, enrolment.id)
        if person.id == reader
        else (),
    )


async def _certificate(
    session: AsyncSession, programme: Programme, enrolment_id: int, region: str | None
) -> Certified | None:
    held = await session.scalar(
        select(Certificate).where(
            Certificate.enrolment_id == enrolment_id,
            Certificate.state == CertificateState.VALID,
        )
    )
    return Certified(held.number, today_in(programme, region, held.issued_at)) if held else None


async def approved(session: AsyncSession, enrolment_id: int) -> list[Entry]:
    """Entries that count, by their day: approved, and replaced by no later version."""
    found = await session.scalars(
        select(Entry)
        .where(
            Entry.enrolment_id == enrolment_id,
            or_(Entry.state == EntryState.APPROVED, Entry.replaces_id.is_not(None)),
        )
        .order_by(Entry.happened_on, Entry.id)
    )
    rows = found.all()
    counting = [entry for entry in rows if entry.state is EntryState.APPROVED and entry.direction]
    gone = corrected(rows, counting)
    return [entry for entry in counting if entry.id not in gone]


async def known_around(
    session: AsyncSession, programme: Programme, enrolment: Enrolment, person: Person
) -> Known:
    """Whose names are known around a participant: of their mentor, their centre, their family."""
    # Nothing is equal to NULL: who has no centre has not all others without one around them.
    of_centre = Enrolment.centre_id == literal(enrolment.centre_id, Integer)
    of_mentor = Enrolment.mentor_id == literal(enrolment.mentor_id, Integer)
    around = select(Person.full_name).where(
        Person.id != person.id,
        or_(
            Person.id.in_(
                select(Enrolment.person_id).where(or_(of_centre, of_mentor)),
            ),
            Person.id.in_(select(Enrolment.mentor_id).where(or_(of_centre, of_mentor))),
            Person.id.in_(
                select(Role.person_id).where(
                    or_(
                        (Role.kind == RoleKind.REPRESENTATIVE) & (Role.ward_id == person.id),
                        Role.centre_id == literal(enrolment.centre_id, Integer),
                    )
                )
            ),
        ),
    )
    signers = select(Agreement.signer_name).where(
        Agreement.enrolment_id == enrolment.id, Agreement.signer_id != person.id
    )
    employers = select(Entry.employer_signer).where(Entry.enrolment_id == enrolment.id)
    people = [*await session.scalars(around), *await session.scalars(signers)]
    people += [*await session.scalars(employers)]
    partners = await session.scalars(select(Partner.name))
    return Known(
        own=words_of([person.full_name]),
        places=words_of([*_sayable(programme), person.place, person.study, *partners]),
        people=words_of(people),
    )


def _sayable(programme: Programme) -> list[str]:
    """What of the programme is written with capital letters and is nobody."""
    texts = [programme.name, *(each.name for each in programme.regions)]
    texts += [each.name for each in programme.directions]
    texts += [each.name for each in programme.levels]
    texts += [text for book in programme.books for text in (book.title, book.author)]
    return [text[language] for text in texts for language in ("kk", "ru", "en")]


def _page(
    direction: str, entries: Sequence[Entry], photos: dict[str, tuple[Photo, ...]], known: Known
) -> Page:
    return Page(
        direction=direction,
        entries=len(entries),
        minutes=sum(entry.minutes or 0 for entry in entries),
        days=sum(_days(entry) for entry in entries),
        photos=photos.get(direction, ()),
        words=_passages([entry for entry in entries if entry.book is None], known),
    )


def _days(entry: Entry) -> int:
    """An entry without minutes and without a book is of one day at least."""
    return max(1, entry.days or 0) if entry.minutes is None and entry.book is None else 0


def _passages(entries: Sequence[Entry], known: Known) -> tuple[Passage, ...]:
    """The longest that fit, by their day: a word or two says nothing to whoever was not there."""
    found = []
    for entry in entries:
        for text in (entry.note, entry.result or ""):
            words = _fitting(naming_nobody(text, known))
            if len(words) >= SHORTEST:
                found.append(Passage(entry.happened_on, words))
    once = {passage.words: passage for passage in reversed(found)}
    longest = sorted(once.values(), key=lambda passage: len(passage.words), reverse=True)[:WORDS]
    return tuple(sorted(longest, key=lambda passage: passage.day))


def _fitting(sentences: Sequence[str]) -> str:
    """As many of the first sentences as fit; of one that is too long nothing."""
    words = ""
    for sentence in sentences:
        longer = f"{words} {sentence}".strip()
        if len(longer) > LONGEST:
            break
        words = longer
    return words


def _books(entries: Sequence[Entry], programme: Programme, known: Known) -> list[BookRead]:
    """Each book once, with the first lines of what was written of it."""
    read: dict[str, BookRead] = {}
    for entry in entries:
        if entry.book is None or entry.book in read:
            continue
        book = programme.known_books.get(entry.book or "")
        texts = [book.title, book.author] if book else []
        titles = words_of(text[language] for text in texts for language in ("kk", "ru", "en"))
        lines = _fitting(naming_nobody(entry.note, known, titles=titles))
        read[entry.book] = BookRead(entry.book, entry.happened_on, lines)
    return list(read.values())


def _months(entries: Sequence[Entry]) -> tuple[Month, ...]:
    """Every month from the first to the last in which something was done."""
    minutes: dict[dt.date, int] = defaultdict(int)
    days: dict[dt.date, int] = defaultdict(int)
    for entry in entries:
        first = entry.happened_on.replace(day=1)
        minutes[first] += entry.minutes or 0
        days[first] += _days(entry)
    found, month = [], min(minutes, default=None)
    while month is not None and month <= max(minutes):
        found.append(Month(month, minutes[month], days[month]))
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return tuple(found)


def specimen(programme: Programme, today: dt.date) -> Contents:
    """An invented portfolio of the first level, without photos, to try a template with."""
    level = programme.levels[0]
    first = {choice.code: choice.one_of[0].code for choice in level.choices}
    asked = requirements(programme, level, Choices(first, frozenset()), year=today.year)
    stands = progress(asked, [], start=today, months=level.months, today=today)
    words = (Passage(today, "…"),)
    return Contents(
        enrolment_id=0,
        name="Әбілқайыр",
        level=level.code,
        portrait=None,
        since=today,
        until=today,
        progress=stands,
        pages=tuple(Page(each.direction, 1, 60, 1, (), words) for each in stands.directions),
        books=tuple(BookRead(book.code, today, "…") for book in programme.books[:1]),
        months=(Month(today.replace(day=1), 60, 1),),
        characterisation="…",
        certificate=Certified("0", today),
    )
