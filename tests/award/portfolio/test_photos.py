"""The photos of a portfolio: the participant's choice, the machine's offer, never a reused one."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.errors import NotFound, Refusal, TooLate
from award.portfolio.photos import (
    MOST,
    Photo,
    choice,
    choose,
    chosen_of,
    photos_of,
    selected,
    to_choose,
)
from award.programme import Programme
from storage.tables import Entry, EntryState, FindingVerdict, MediaKind
from tests.acting import acting
from tests.award.evidence.found import Friends, approved, found, friends, judged
from tests.award.journal.diary import NOW


@pytest.fixture
async def people(session: AsyncSession, tosbelgi: Programme) -> Friends:
    return await friends(session, tosbelgi)


def me(people: Friends) -> Acting:
    return acting(people.session, people.me.actor, NOW, people.programme)


async def ids(people: Friends) -> list[int]:
    return [photo.media_id for photo in await photos_of(people.session, people.me.enrolment.id)]


async def test_only_approved_and_never_what_was_flagged(people: Friends) -> None:
    _, [old] = await approved(people, people.friend, 1)
    _, [mine] = await approved(people, people.me, 2)
    _, [flagged] = await approved(people, people.me, 3)
    assert await ids(people) == [mine.id, flagged.id]
    [number] = await found(people, flagged, old)
    assert await ids(people) == [mine.id]  # nobody has judged it yet
    await judged(people, number, FindingVerdict.HONEST)
    assert await ids(people) == [mine.id, flagged.id]


async def test_reused_never(people: Friends) -> None:
    _, [old] = await approved(people, people.friend, 1)
    entry, [flagged] = await approved(people, people.me, 3)
    [number] = await found(people, flagged, old)
    await judged(people, number, FindingVerdict.REUSED)
    # Whatever becomes of its entry.
    await people.session.execute(
        update(Entry).where(Entry.id == entry.id).values(state=EntryState.APPROVED)
    )
    assert await ids(people) == []


async def test_chosen_and_left_out(people: Friends) -> None:
    at, number = me(people), people.me.enrolment.id
    media = []
    for file in range(MOST + 1):
        _, [piece] = await approved(people, people.me, 10 + file)
        media.append(piece)
    assert await to_choose(at, number) == {"sport": (MOST + 1, 0)}
    await choose(at, number, media[0].id, chosen=True)
    await choose(at, number, media[0].id, chosen=True)  # twice changes nothing
    shown = await choice(at, number, "sport", 0)
    assert shown is not None
    assert (shown.is_chosen, shown.chosen, shown.count) == (True, 1, MOST + 1)
    for piece in media[1:MOST]:
        await choose(at, number, piece.id, chosen=True)
    with pytest.raises(Refusal) as full:
        await choose(at, number, media[MOST].id, chosen=True)
    assert full.value.key == "portfolio-full"
    await choose(at, number, media[0].id, chosen=False)
    await choose(at, number, media[MOST].id, chosen=True)
    photos = await photos_of(people.session, number)
    page = selected(photos, await chosen_of(people.session, number))["sport"]
    assert [photo.media_id for photo in page] == [piece.id for piece in media[1:]]


async def test_nobody_chooses_for_another(people: Friends) -> None:
    _, [piece] = await approved(people, people.me, 1)
    other = replace(me(people), actor=people.friend.actor)
    for number, wrong in (
        (people.me.enrolment.id, NotFound),
        (people.friend.enrolment.id, TooLate),
    ):
        with pytest.raises(wrong):
            await choose(other, number, piece.id, chosen=True)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 100), st.integers(0, 9)), max_size=60))
def test_the_offer_is_of_different_entries_and_of_the_whole_time(
    drawn: list[tuple[int, int, int]],
) -> None:
    day = dt.date(2026, 3, 2)
    photos = [
        Photo(n, f"f{n}", f"u{n}", MediaKind.PHOTO, "sport", day + dt.timedelta(entry), entry, size)
        for n, (entry, size, _) in enumerate(sorted(drawn))
    ]
    page = selected(photos, []).get("sport", ())
    entries = {photo.entry_id for photo in photos}
    assert len(page) == min(MOST, len(entries))
    assert len({photo.entry_id for photo in page}) == len(page)
    assert [photo.day for photo in page] == sorted(photo.day for photo in page)
    if len(entries) > 2 * MOST:
        ordered = sorted(entries)
        assert page[0].entry_id in ordered[: len(ordered) // 2]
        assert page[-1].entry_id in ordered[len(ordered) // 2 :]
