"""Lists show all that a reader reaches and nobody else, whichever way one goes down."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.access.scope import visible
from award.certificates.numbers import Number
from award.directory.lists import (
    CentreLine,
    Line,
    Listed,
    Listing,
    ParticipantLine,
    RegionLine,
    StaffLine,
    listed,
)
from award.directory.places import Place, PlaceKind, root
from award.directory.seeking import Sought
from award.errors import NotAllowed, NotFound
from award.journal.reading import Sent, journal_read
from award.mentoring.participants import participants
from award.programme import Programme
from storage.tables import (
    Audit,
    Certificate,
    CertificateState,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Person,
    Role,
    RoleKind,
)
from tests.acting import acting
from tests.award.digests.many import END, many

Reached = dict[str, set[int]]


async def _as(session: AsyncSession, person_id: int) -> Acting:
    actor = await find_actor(session, END, person_id=person_id)
    assert actor is not None
    return acting(session, actor, END)


async def _reached(at: Acting) -> set[int]:
    """What the rule for one enrolment says of each of them."""
    reached = set()
    for enrolment in await at.session.scalars(select(Enrolment)):
        try:
            await visible(at, enrolment.id)
        except NotFound:
            continue
        reached.add(enrolment.id)
    return reached


async def _pages(at: Acting, place: Place, listing: Listing) -> AsyncIterator[Listed]:
    page = 0
    while True:
        found = await listed(at, place, listing, page)
        yield found
        page += 1
        if page == found.pages:
            return


async def _walk(at: Acting, place: Place, been: set[Place], found: Reached) -> Listed:
    """Every list of a place, and of all places that are listed there."""
    been.add(place)
    first = await listed(at, place)
    for listing, count in first.counts.items():
        lines: list[Line] = []
        async for page in _pages(at, place, listing):
            lines += page.rows
        assert len(lines) == count
        for line in lines:
            if isinstance(line, ParticipantLine):
                found["participants"].add(line.enrolment_id)
                continue
            if isinstance(line, StaffLine):
                found[listing].add(line.id)
            below = _below(listing, line)
            if line.participants and below not in been:
                opened = await _walk(at, below, been, found)
                assert opened.counts[Listing.PARTICIPANTS] == line.participants
    return first


def _below(listing: Listing, line: Line) -> Place:
    match line:
        case RegionLine():
            return Place(PlaceKind.REGION, region=line.code)
        case CentreLine():
            return Place(PlaceKind.CENTRE, line.id)
        case StaffLine():
            expert = listing is Listing.EXPERTS
            return Place(PlaceKind.EXPERT if expert else PlaceKind.MENTOR, line.id)
        case _:
            raise AssertionError


@pytest.mark.parametrize("seed", [7])
async def test_all_that_is_reached_and_nobody_else(session: AsyncSession, seed: int) -> None:
    people = await many(session, seed)
    readers = [each for kind in people if kind != "participant" for each in people[kind]]
    for reader in readers:
        at = await _as(session, reader)
        found: Reached = {"participants": set(), Listing.EXPERTS: set(), Listing.MENTORS: set()}
        await _walk(at, root(at.actor), set(), found)
        assert found["participants"] == await _reached(at), at.actor.name
        under = await session.scalars(
            select(Role.person_id).where(Role.kind == RoleKind.MENTOR, Role.reports_to == reader)
        )
        if reader in people["expert"]:
            assert found[Listing.MENTORS] == set(under)
    operator = await _as(session, people["operator"][0])
    all_ = await listed(operator, Place(), Listing.MENTORS)
    assert all_.counts[Listing.MENTORS] == len(people["mentor"])


async def test_who_is_no_reader_sees_no_list_and_staff_elsewhere_open_to_nobody(
    session: AsyncSession,
) -> None:
    people = await many(session, 7)
    some = (await session.scalars(select(Enrolment.person_id).limit(1))).one()
    with pytest.raises(NotAllowed):
        await listed(await _as(session, some), Place())
    expert = await _as(session, people["expert"][0])
    for kind in (PlaceKind.MENTOR, PlaceKind.EXPERT):
        with pytest.raises(NotFound):
            await listed(expert, Place(kind, people["mentor"][1]))  # of the other expert
    before = len((await session.scalars(select(Audit.id))).all())
    await listed(expert, Place())
    assert len((await session.scalars(select(Audit.id))).all()) == before + 1


# --- looking for somebody


async def test_found_by_a_part_of_the_name_a_phone_and_a_number(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    people = await many(session, 7)
    at = await _as(session, people["operator"][0])
    expert = await _as(session, people["expert"][0])
    theirs, others = await _reached(expert), await _reached(at) - await _reached(expert)
    ours = await session.get_one(Enrolment, min(theirs))
    other = await session.get_one(Enrolment, min(others))
    number = Number(2026, "bronze", 1).shown(tosbelgi)
    for enrolment, name in ((ours, "Сәрсенбекова Аружан"), (other, "Бекова Дана")):
        person = await session.get_one(Person, enrolment.person_id)
        person.full_name, person.phone = name, f"+7701000000{enrolment.id % 10}"
    certificate = Certificate(
        number=number, level="bronze", year=2026, serial=1, enrolment_id=other.id,
        person_id=other.person_id, state=CertificateState.VALID, name="Бекова Дана",
        token_hash="0" * 64, issued_at=END,
    )  # fmt: skip
    session.add(certificate)
    await session.flush()

    async def found(who: Acting, words: str, phone: str | None = None) -> set[int]:
        seen = await listed(who, Place(), None, 0, Sought(words, phone))
        return {row.enrolment_id for row in seen.rows if isinstance(row, ParticipantLine)}

    assert await found(at, "бекова") == {ours.id, other.id}
    assert await found(at, "Аруж сәрс") == {ours.id}
    assert await found(expert, "бекова") == {ours.id}
    phone = (await session.get_one(Person, other.person_id)).phone
    assert await found(at, phone or "", phone) == {other.id}
    assert await found(expert, phone or "", phone) == set()
    assert await found(at, number.lower().replace("-", " ")) == {other.id}
    assert await found(expert, number) == set()
    assert await found(at, "%%") == await found(at, "б") == set()
    staff = await listed(at, Place(), None, 0, Sought("mentor"))
    assert staff.listing is Listing.MENTORS
    assert staff.counts[Listing.MENTORS] == len(people["mentor"])


# --- a journal as it is read, and what a mentor's participants need


def _entry(enrolment: Enrolment, number: int, state: EntryState, **other: object) -> Entry:
    sent = END - dt.timedelta(hours=number)
    return Entry(
        enrolment_id=enrolment.id, state=state, direction="sport", minutes=30,
        happened_on=END.date(), sent_at=sent, received_at=sent, submitted_at=sent,
        message_id=90_000 + number, **other,
    )  # fmt: skip


async def _a_mentors(session: AsyncSession, people: dict[str, list[int]]) -> list[Enrolment]:
    """Five active ones of one mentor, whose journals are empty."""
    mentor = people["mentor"][0]
    found = list(await session.scalars(select(Enrolment).order_by(Enrolment.id).limit(5)))
    for enrolment in await session.scalars(select(Enrolment)):
        enrolment.mentor_id = mentor if enrolment in found else None
    for number, enrolment in enumerate(found):
        enrolment.state = EnrolmentState.ACTIVE
        enrolment.submitted_at = END - dt.timedelta(days=number)
    gone = [each.id for each in found]
    for entry in await session.scalars(select(Entry).where(Entry.enrolment_id.in_(gone))):
        entry.state, entry.submitted_at = EntryState.WITHDRAWN, END - dt.timedelta(days=400)
    for excuse in await session.scalars(select(Excuse).where(Excuse.enrolment_id.in_(gone))):
        excuse.state = ExcuseState.WITHDRAWN
    await session.flush()
    return found


async def test_a_mentor_sees_first_who_needs_them(session: AsyncSession) -> None:
    people = await many(session, 7)
    silent, absent, waits, waits_longer, applies = await _a_mentors(session, people)
    applies.state = EnrolmentState.SUBMITTED
    session.add_all([
        _entry(waits, 2, EntryState.SUBMITTED),
        _entry(waits_longer, 50, EntryState.SUBMITTED),
        _entry(waits_longer, 1, EntryState.SUBMITTED),
        Excuse(enrolment_id=absent.id, state=ExcuseState.ASKED, first_day=END.date(),
               reason="illness", made_by=absent.person_id, made_at=END),
    ])  # fmt: skip
    await session.flush()
    seen = await participants(await _as(session, people["mentor"][0]), 0)
    wanted = [each.id for each in (applies, waits_longer, waits, absent, silent)]
    assert [row.enrolment_id for row in seen.rows] == wanted
    assert (seen.total, seen.waiting, seen.load[EnrolmentState.ACTIVE]) == (5, 3, 4)
    assert [row.absence for row in seen.rows] == [False, False, False, True, False]


async def test_a_journal_is_read_in_its_newest_versions(session: AsyncSession) -> None:
    people = await many(session, 7)
    whose, *_ = await _a_mentors(session, people)
    old = _entry(whose, 9, EntryState.RETURNED)
    session.add_all(
        [old, _entry(whose, 8, EntryState.APPROVED), _entry(whose, 7, EntryState.DRAFT)]
    )
    await session.flush()
    new = _entry(whose, 6, EntryState.SUBMITTED, replaces_id=old.id, version=2)
    session.add(new)
    await session.flush()
    at = await _as(session, people["mentor"][0])
    everything = await journal_read(at, whose.id)
    assert {entry.state for entry, _ in everything.page.rows} == {
        EntryState.SUBMITTED,
        EntryState.APPROVED,
    }
    returned = await journal_read(at, whose.id, Sent.RETURNED)
    assert [entry.id for entry, _ in returned.page.rows] == [old.id]
    for other in (people["head"][0], people["expert"][1], whose.person_id):
        with pytest.raises(NotFound):
            await journal_read(await _as(session, other), whose.id)
